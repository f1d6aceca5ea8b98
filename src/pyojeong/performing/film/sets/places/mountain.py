"""Mountain pass: ridge behind ridge in mist, red pines on a cliff, a cairn with coloured ribbons, guardian posts."""

from __future__ import annotations

from random import Random

import skia

from pyojeong.performing.film.sets.brushes import brushed, dabs, flat, lifted, shade_below, stroke, wash, within
from pyojeong.performing.film.sets.flora import bush, corner_grass, flowers, grass, pine
from pyojeong.performing.film.sets.land import ground, pebbles, ridge, rock, way
from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.movers import Birds, Lights, spots_in
from pyojeong.performing.film.sets.pigments import lit, mix, tints
from pyojeong.performing.film.sets.shapes import box, oval, placed, polygon
from pyojeong.performing.film.sets.sheets import Clouds, Composition, Mover, Sheet
from pyojeong.performing.film.sets.skies import auspicious, clouds, fair, mist
from pyojeong.performing.film.sets.sprites import Swinging, sprite
from pyojeong.performing.film.sets.tones import Mood

_BLOOMS = ("#b48ae0", "#ffffff", "#f7d45e")
_HAT = ((1.35, 0.9, 0.84, 4, 0.25), (0.95, 1.04, 0.88, 6, 0.3), (0.5, 1.12, 1, 6, 0.35))
"""Parts of a guardian's hat: half its width, top and foot in shares of the post, corners, light."""
_SKY = fair(("#86b6d6", "#bcd8de", "#f2e8cc", "#fadfba"), sides=(0.3, 0.7), high=0.6, radius=42, ink="#ffe0a8")


def _peaks(layout: Layout, dice: Random, y: float, high: float) -> list[tuple[float, float]]:
    points, x, up = [], layout.left - 80, True
    while x < layout.right + 160:
        calm = 0.55 if layout.x(0.36) < x < layout.x(0.64) else 1.0
        points.append((x, y - (high * dice.uniform(0.6, 1.0) * calm if up else high * dice.uniform(0.0, 0.25))))
        x += dice.uniform(70, 130)
        up = not up
    return points


def _ranges(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    for number, ink in enumerate(("#b9d0da", "#98bac8", "#7aa4b0", "#6a9a96")):
        y = layout.up(150 - 42 * number)
        points = _peaks(layout, dice, y, 190 - 36 * number)
        ridge(canvas, layout, dice, y, ink, below=mix(ink, "#f4f0dc", 0.75), points=points)
        for px, py in points:
            for fold in (-1, 1) if py < y - 60 else ():
                crease = placed(px, py, fold, 1, ((0, -6), (14, -40), (34, -90)))
                stroke(canvas, crease, lit(ink, -0.12), 5, alpha=0.35)
        mist(canvas, layout, y + 60, 90, "#f8f3e0", alpha=0.7)
    for _ in range(3):
        x, y = layout.x(dice.choice((0.12, 0.3, 0.72, 0.9))), layout.up(dice.uniform(40, 130))
        auspicious(canvas, x, y, dice.uniform(70, 110), "#fdf8ea", "#c9c2b4")


def _cliffs(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    for side in (-1, 1):
        x, y = layout.x(0.5 + side * 0.52), layout.ground + 70
        high = dice.uniform(170, 250)
        face = ((-10, 1), (-90, 0.82), (-120, 0.5), (-190, 0.36), (-250, 0), (90, 0))
        path = polygon([(x + side * 90, y - high - 50), *placed(x, y, side, high, face)])
        lifted(canvas, path)
        brushed(canvas, path, "#b5a08c", dice, below="#83776f", size=60)
        with within(canvas, path):
            _clefts(canvas, dice, x, y, side, high)
        pine(canvas, dice, x - side * 20, y - high + 12, min(290.0, layout.ground * 0.6), "#467a58")
        pine(canvas, dice, x - side * 140, y - high * 0.46, min(200.0, layout.ground * 0.44), "#52865e")
        bush(canvas, dice, x - side * 200, y - 14, 100, "#7fa45c", bloom="#f09ab8")


def _clefts(canvas: skia.Canvas, dice: Random, x: float, y: float, side: int, high: float) -> None:
    """Shadows down a cliff, and grass on its lower half."""
    for number in range(9):
        cleft = placed(x - side * (number * 28 - 40), y, side, high, ((0, 1), (-12, 0.5), (6, 0)))
        stroke(canvas, cleft, lit("#7a6a66", dice.uniform(-0.2, 0.2)), 12, alpha=0.3)
    area = (x - 260, y - high * 0.5, x + 260, y)
    dabs(canvas, dice, area, tints("#8fa76a"), count=26, size=(26, 60), alpha=0.5)


def _pass(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    y = layout.ground + 40
    ground(canvas, layout, dice, "#b9bf74", "#8d9152", y=y, fringe="#a3ab5c")
    way(canvas, layout, dice, "#d3b88a", at=0.5, wide=0.56, top=y, verge="#96a055")
    for left, right in layout.margins(0.24):
        grass(canvas, dice, (left, y + 4, right, layout.height), "#8f9f4e", count=70, size=(12, 36))
        flowers(canvas, dice, (left, y + 30, right, layout.height - 20), _BLOOMS, count=14, size=14)
    pebbles(canvas, dice, (layout.x(0.06), y + 20, layout.x(0.94), layout.height), "#a89a8c", count=20)


def _cairn_at(layout: Layout) -> tuple[float, float]:
    return layout.x(0.5 - layout.side() * 0.35), layout.ground + 96


def _guards(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    side = layout.side()
    x, y = _cairn_at(layout)
    cairn(canvas, dice, x, y, 120)
    post(canvas, layout.x(0.5 + side * 0.36), y + 20, 190, "#b0603c", fierce=True)
    post(canvas, layout.x(0.5 + side * 0.43), y + 34, 170, "#9c7a4c", fierce=False)
    rock(canvas, dice, layout.x(0.5 - side * 0.47), y + 56, 140, "#a09488")


def cairn(canvas: skia.Canvas, dice: Random, x: float, y: float, wide: float) -> None:
    """Stones that travellers laid, one wish each."""
    shade_below(canvas, x, y, wide * 0.5)
    for row in range(6):
        half = wide * 0.5 * (1 - row / 6.4)
        step = wide * 0.17
        px = x - half
        while px <= x + half:
            size = step * dice.uniform(0.55, 0.75)
            ink = lit("#a39a90", dice.uniform(-0.25, 0.2))
            wash(canvas, oval(px, y - wide * (0.06 + 0.125 * row), size, size * 0.72), lit(ink, 0.25), lit(ink, -0.2))
            px += step


def post(canvas: skia.Canvas, x: float, y: float, high: float, ink: str, *, fierce: bool) -> None:
    """A carved guardian of the road under its official's hat, laughing more than it frightens."""
    half = high * 0.15
    shade_below(canvas, x, y, half)
    body = polygon(placed(x, y, half, high, ((-0.9, 0), (-1, 0.86), (1, 0.86), (0.9, 0))))
    lifted(canvas, body, by=3)
    brushed(canvas, body, lit(ink, 0.15), Random(ink), size=30)
    wash(canvas, box(x - half * 0.5, y - high * 0.42, x + half * 0.5, y - high * 0.06), "#f4e2b8", "#dcc08a")
    for level in (0.35, 0.27, 0.19, 0.11):
        letter = [(x - half * 0.26, y - high * level), (x + half * 0.26, y - high * level)]
        stroke(canvas, letter, "#4b3426", 4, alpha=0.8)
    _guardian_face(canvas, x, y - high * 0.7, half, ink, tilt=6 if fierce else -3)
    hat = "#3f3a4a" if fierce else "#6f5a7a"
    for wide, top, low, corner, light in _HAT:
        part = box(x - half * wide, y - high * top, x + half * wide, y - high * low, round_by=corner)
        wash(canvas, part, lit(hat, light), hat)


def _guardian_face(canvas: skia.Canvas, x: float, y: float, half: float, ink: str, *, tilt: float) -> None:
    """Bulging eyes under brows that fall inwards by ``tilt``, a round nose, a mouth full of teeth."""
    for dx in (-0.45, 0.45):
        flat(canvas, oval(x + dx * half, y, half * 0.32, half * 0.3), "#fff6e2")
        flat(canvas, oval(x + dx * half, y + 1, half * 0.14, half * 0.15), "#2a2020")
        outer, inner = (
            (x + dx * half * 1.8, y - half * 0.52 - tilt),
            (x + dx * half * 0.4, y - half * 0.46 + tilt * 0.4),
        )
        stroke(canvas, [outer, inner], "#3a2620", 4)
    wash(canvas, oval(x, y + half * 0.42, half * 0.26, half * 0.24), lit(ink, 0.25), lit(ink, -0.3))
    mouth = box(x - half * 0.62, y + half * 0.82, x + half * 0.62, y + half * 1.3, round_by=half * 0.2)
    flat(canvas, mouth, "#5a2420")
    for dx in (-0.36, -0.12, 0.12, 0.36):
        left = x + dx * half - half * 0.1
        flat(canvas, box(left, y + half * 0.82, left + half * 0.2, y + half * 1.05), "#fff6e2")


def _ribbon(canvas: skia.Canvas, dice: Random) -> None:
    for dx, ink in ((-12, "#e2503c"), (-4, "#f2c040"), (4, "#4f8ad0"), (12, "#58a868")):
        stroke(canvas, [(dx * 0.4, 0), (dx, 22), (dx * 1.2 + 3, 48)], ink, 6)
    stroke(canvas, [(-2, 0), (0, 3), (2, 0)], "#c9a260", 4)


def _corners(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    for edge, side in layout.edges:
        rock(canvas, dice, edge + side * 60, layout.bottom + 26, 190, "#857a76")
        corner_grass(canvas, layout, dice, (edge, edge + side * 180), "#7d8c44", count=22, size=(40, 84))


def _movers(layout: Layout, mood: Mood) -> tuple[Mover, ...]:
    (x, y), dice = _cairn_at(layout), layout.dice("mist")
    puffs = spots_in(dice, (0, layout.up(120), layout.width, layout.up(20)), 4)
    ribbon, knots = (
        sprite(mood, (-20, -6, 24, 54), _ribbon, near=0.9),
        ((x, y - 98), (x - 22, y - 78), (x + 24, y - 74)),
    )
    return (
        Birds(layout, mood.ink("#5b5f74", near=0.3), layout.ground * 0.3, count=3, phase=dice.random()),
        Lights(puffs, mood.ink("#fffbee", near=0.2), (90, 160), 40.0, 0.06, depth=0.3, least=0.5, peak=0.3),
        Swinging(ribbon, knots, degrees=7, depth=0.95),
    )


MOUNTAIN = Composition(
    (
        Sheet("sky", 0.05, _SKY),
        Sheet("ranges", 0.2, _ranges),
        Sheet("cliffs", 0.55, _cliffs),
        Sheet("pass", 0.8, _pass),
        Sheet("guards", 0.95, _guards),
    ),
    hems=(Sheet("corners", 1.35, _corners),),
    movers=_movers,
    clouds=Clouds(clouds),
    moon_at=(0.23, 0.77),
)
