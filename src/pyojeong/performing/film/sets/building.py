"""From a place's composition to a set that can be shown: every sheet painted, lit, cut; what moves put in its light."""

from __future__ import annotations

from functools import lru_cache
from zlib import crc32

from pyojeong.emotion import Emotion
from pyojeong.performing.film.backdrop import Backdrop
from pyojeong.performing.film.screenplay import Place, Weather
from pyojeong.performing.film.sets.air import Air
from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.omens import omens
from pyojeong.performing.film.sets.painted import PaintedBackdrop
from pyojeong.performing.film.sets.places import COMPOSITIONS
from pyojeong.performing.film.sets.rasters import Size, cloud_raster, hem_rasters, hidden_cut, sheet_raster
from pyojeong.performing.film.sets.tones import Mood

_KEPT = 2
"""As many as a film keeps ready at once; a 2160p set takes about 200 MB."""


@lru_cache(maxsize=_KEPT)
def built(place: Place, weather: Weather, tone: Emotion, bucket: int, seed: int, size_wh: tuple[int, int]) -> Backdrop:
    """A set; the same for the same arguments."""
    layout = Layout.of(size_wh, crc32(f"{place.value} {seed}".encode()))
    size = Size.of(layout, size_wh)
    composition = COMPOSITIONS[place]
    mood = Mood(tone, bucket, weather, composition.lamplit)
    rasters = [sheet_raster(sheet, layout, size, mood) for sheet in composition.sheets]
    if composition.clouds is not None:
        rasters.insert(1, cloud_raster(composition.clouds, layout, size, mood))
    hems = tuple(hem for sheet in composition.hems for hem in hem_rasters(sheet, layout, size, mood))
    window = None if composition.window is None else composition.window(layout)
    movers = (*composition.movers(layout, mood), *omens(layout, mood))
    return PaintedBackdrop(layout, size, hidden_cut(rasters), hems, movers, Air(layout, mood, window))
