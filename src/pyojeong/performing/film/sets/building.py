"""From a place's composition to a set that can be shown: every sheet painted, lit, cut; what moves put in its light."""

from __future__ import annotations

from functools import lru_cache
from zlib import crc32

from pyojeong.emotion import Emotion
from pyojeong.performing.film.backdrop import Backdrop
from pyojeong.performing.film.screenplay import Hour, Place, Weather
from pyojeong.performing.film.sets.air import Air
from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.omens import omens
from pyojeong.performing.film.sets.painted import PaintedBackdrop
from pyojeong.performing.film.sets.places import COMPOSITIONS
from pyojeong.performing.film.sets.rasters import Raster, Size, cloud_raster, hem_rasters, hidden_cut, sheet_raster
from pyojeong.performing.film.sets.sheets import Composition, Sheet
from pyojeong.performing.film.sets.skies import heavens, moonlit
from pyojeong.performing.film.sets.tones import Mood

_KEPT = 2
"""As many as a film keeps ready at once; a 2160p set takes about 200 MB."""


_FAR = 0.05
"""How far skies move with the camera."""
_HIGH = 0.25
"""How high a moon stands, of the air from the top."""
_OWN_LIGHT = Mood(Emotion.NEUTRAL, 0, Weather.CLEAR)
"""Of what shines: no hour darkens it, and no mood."""


@lru_cache(maxsize=_KEPT)
def built(
    place: Place,
    weather: Weather,
    tone: Emotion,
    bucket: int,
    seed: int,
    size_wh: tuple[int, int],
    hour: Hour = Hour.DAY,
    moon: bool = False,
) -> Backdrop:
    """A set; the same for the same arguments."""
    layout = Layout.of(size_wh, crc32(f"{place.value} {seed}".encode()))
    size = Size.of(layout, size_wh)
    composition = COMPOSITIONS[place]
    mood = Mood(tone, bucket, weather, composition.lamplit, hour)
    rasters = [sheet_raster(sheet, layout, size, mood) for sheet in composition.sheets]
    rasters[1:1] = _above(composition, layout, size, mood, moon=moon)
    hems = tuple(hem for sheet in composition.hems for hem in hem_rasters(sheet, layout, size, mood))
    window = None if composition.window is None else composition.window(layout)
    movers = (*composition.movers(layout, mood), *omens(layout, mood))
    return PaintedBackdrop(layout, size, hidden_cut(rasters), hems, movers, Air(layout, mood, window))


def _above(composition: Composition, layout: Layout, size: Size, mood: Mood, *, moon: bool) -> list[Raster]:
    """What is between a place's sky and its land: the hour's own sky, clouds, and a moon before them."""
    found: list[Raster] = []
    sky = heavens(mood.hour, framed=composition.window is not None) if composition.moon_at else None
    if sky is not None:
        found.append(sheet_raster(Sheet("heavens", _FAR, sky), layout, size, _OWN_LIGHT))
    if composition.clouds is not None:
        found.append(cloud_raster(composition.clouds, layout, size, mood))
    if moon and composition.moon_at:
        painting = moonlit(*_moon_at(composition, layout))
        found.append(sheet_raster(Sheet("moon", _FAR, painting), layout, size, _OWN_LIGHT))
    return found


def _moon_at(composition: Composition, layout: Layout) -> tuple[float, float]:
    """The middle of the moon: high over one side, or in the window."""
    if composition.window is not None:
        pane = composition.window(layout).getBounds()
        return pane.left() + 0.25 * pane.width(), pane.top() + 0.3 * pane.height()
    return layout.x(layout.dice("moon").choice(composition.moon_at)), _HIGH * layout.ground
