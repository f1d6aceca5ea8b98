"""Night: a full moon over dark hills, a few warm windows, fireflies in the grass."""

from __future__ import annotations

from random import Random

import skia

from pyojeong.performing.film.sets.brushes import flat
from pyojeong.performing.film.sets.flora import broadleaf, crown, flowers, grass, pine
from pyojeong.performing.film.sets.houses import thatched
from pyojeong.performing.film.sets.land import ground, ridge, way, wooded
from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.movers import Lights, spots_in
from pyojeong.performing.film.sets.pigments import argb, lit
from pyojeong.performing.film.sets.shapes import bent, tapered, whole
from pyojeong.performing.film.sets.sheets import Clouds, Composition, Mover, Sheet
from pyojeong.performing.film.sets.skies import cloud, mist, moon, sky
from pyojeong.performing.film.sets.stamps import Stamp
from pyojeong.performing.film.sets.tones import Mood
from pyojeong.performing.film.sets.yard import stone_wall


def _moon_at(layout: Layout) -> tuple[float, float]:
    dice = layout.dice("moon")
    return layout.x(dice.choice((0.2, 0.8)) + dice.uniform(-0.04, 0.04)), layout.ground * 0.27


def _sky(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    sky(canvas, layout, dice, ("#141b46", "#22326e", "#3d5490", "#7a86b4"))
    moon(canvas, dice, *_moon_at(layout), 56)


def _clouds(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    for number in range(3):
        x = layout.x(0.2 + 0.3 * number + dice.uniform(-0.08, 0.08))
        cloud(canvas, dice, x, layout.ground * dice.uniform(0.2, 0.52), dice.uniform(120, 210), "#5c6da6")


def _hills(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    ridge(canvas, layout, dice, layout.up(150), "#4a5c92", rough=60, below="#6b7cae")
    mist(canvas, layout, layout.up(60), 80, "#8b9aca", alpha=0.5)
    wooded(canvas, layout, dice, layout.up(74), "#35497a", rough=26, below="#46608c", trees="#2b3e6c", high=24)
    for share in (0.37, 0.47, 0.6):
        x, wide = layout.x(share + dice.uniform(-0.02, 0.02)), dice.uniform(60, 84)
        thatched(canvas, dice, x, layout.up(8), wide, gourds=False, warm=True)
    _dusk(canvas, layout, 0.46)
    mist(canvas, layout, layout.ground + 8, 60, "#7f90c4", alpha=0.5)


def _dusk(canvas: skia.Canvas, layout: Layout, alpha: float) -> None:
    """What is painted in daylight colours, by moonlight."""
    moonlight = skia.Paint(Color=argb("#1e2c66", alpha), BlendMode=skia.BlendMode.kSrcATop)
    canvas.drawPath(whole(layout), moonlight)


def _home(layout: Layout) -> tuple[float, float, int]:
    """Where the cottage stands, how wide it is, and on which side it stands."""
    side = layout.side("home")
    return (layout.x(0.12) if side < 0 else layout.x(0.88)), min(400.0, layout.width * 0.42), side


def _houses(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    x, wide, side = _home(layout)
    broadleaf(canvas, dice, layout.x(0.5) - side * layout.width * 0.2, layout.ground + 14, 230, "#4f7d6a")
    broadleaf(canvas, dice, layout.x(0.5) - side * layout.width * 0.34, layout.ground + 18, 300, "#446f66")
    thatched(canvas, dice, x, layout.ground + 54, wide, gourds=True)
    _dusk(canvas, layout, 0.55)


def _meadow(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    y, low, inks = layout.ground, layout.height, ("#c9d4ff", "#f4f0ff", "#f7d9a0")
    ground(canvas, layout, dice, "#4b6f80", "#24395c", y=y + 36, fringe="#466c78")
    way(canvas, layout, dice, "#8490a8", at=0.5, wide=0.56, top=y + 38, verge="#47727a")
    for left, right in layout.margins(0.24):
        grass(canvas, dice, (left, y + 44, right, low), "#4a7a7c", count=70, size=(14, 36))
        flowers(canvas, dice, (left, y + 70, right, low - 20), inks, count=10, size=14, stem="#426f70")


def _near(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    *_, side = _home(layout)
    edge = layout.x(0.03) if side > 0 else layout.x(0.97)
    pine(canvas, dice, edge, layout.height * 0.86, min(560.0, layout.height * 0.8), "#2f5a58")
    ends = sorted((layout.x(0.5) + side * layout.width * 0.34, layout.x(0.5) + side * layout.width * 0.58))
    stone_wall(canvas, dice, (ends[0], ends[1]), layout.ground + 120, 54)
    _dusk(canvas, layout, 0.5)


def _corners(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    for edge, side in layout.edges:
        for number in range(22):
            x, high = edge + side * (10 + 9 * number), (170 - 6 * number) * dice.uniform(0.6, 1.1)
            blade = bent(x, layout.bottom + 4, high, side * 0.1, side * dice.uniform(0.1, 0.8))
            flat(canvas, tapered(blade, 8, 1.5), lit("#1c3350", dice.uniform(-0.2, 0.16)))
        crown(canvas, dice, (edge, layout.bottom), (90, 50), "#22405a", shape=Stamp.LEAF, size=24)


def _movers(layout: Layout, mood: Mood) -> tuple[Mover, ...]:
    dice = layout.dice("lights")
    stars = spots_in(dice, (0, 0, layout.width, layout.ground * 0.6), 70)
    bright = spots_in(dice, (0, 0, layout.width, layout.ground * 0.45), 9)
    flies = spots_in(
        dice,
        (0, layout.ground - 40, layout.width, layout.height * 0.95),
        20,
        keep_clear=(layout.x(0.34), layout.x(0.66)),
    )
    x, wide, _ = _home(layout)
    windows = tuple((x + wide / 2 * share, layout.ground + 14) for share in (-0.5, 0.06))
    ink = mood.ink("#fff7d6", near=1.0)
    return (
        Lights(stars, ink, (1.6, 4.2), 0.0, 0.35, Stamp.DISC, 0.05, 0.25, 0.95),
        Lights(bright, ink, (14, 26), 0.0, 0.2, Stamp.SPARK, 0.05, 0.1, 0.9),
        Lights(windows, mood.ink("#ffc45c", near=1.0), (110, 130), 0.0, 0.9, Stamp.GLOW, 0.55, 0.75, 0.62),
        Lights(flies, mood.ink("#f3ff9a", near=1.0), (14, 30), 44.0, 0.35, Stamp.GLOW, 0.9, 0.05, 0.95),
    )


NIGHT = Composition(
    (
        Sheet("sky", 0.05, _sky),
        Sheet("hills", 0.25, _hills),
        Sheet("houses", 0.55, _houses),
        Sheet("meadow", 0.8, _meadow),
        Sheet("near", 0.95, _near),
    ),
    hems=(Sheet("corners", 1.35, _corners),),
    movers=_movers,
    clouds=Clouds(_clouds, speed=3.0),
    lamplit=True,
)
