"""Mountain pass: ridge behind ridge in mist, red pines on a cliff, a cairn with coloured ribbons, guardian posts."""

from __future__ import annotations

from random import Random

import skia

from pyojeong.performing.film.sets.brushes import (
    box,
    brushed,
    dabs,
    flat,
    lifted,
    oval,
    polygon,
    shade_below,
    stroke,
    wash,
    within,
)
from pyojeong.performing.film.sets.flora import bush, flowers, grass, pine
from pyojeong.performing.film.sets.land import ground, pebbles, ridge, rock, way
from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.movers import Birds, Lights, Swinging, spots_in, sprite
from pyojeong.performing.film.sets.pigments import lit, mix, tints
from pyojeong.performing.film.sets.sheets import Clouds, Composition, Mover, Sheet
from pyojeong.performing.film.sets.skies import auspicious, clouds, mist, sky, sun
from pyojeong.performing.film.sets.tones import Mood


def _sky(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    sky(canvas, layout, dice, ("#86b6d6", "#bcd8de", "#f2e8cc", "#fadfba"))
    sun(canvas, layout.x(dice.choice((0.3, 0.7))), layout.up(layout.ground * 0.6), 42, "#ffe0a8")


def _peaks(layout: Layout, dice: Random, y: float, high: float) -> list[tuple[float, float]]:
    points, x, up = [], layout.left - 80, True
    while x < layout.right + 160:
        calm = 0.55 if layout.x(0.36) < x < layout.x(0.64) else 1.0
        points.append((x, y - (high * dice.uniform(0.6, 1.0) * calm if up else high * dice.uniform(0.0, 0.25))))
        x += dice.uniform(70, 130)
        up = not up
    return points


def _ranges(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    inks = ("#b9d0da", "#98bac8", "#7aa4b0", "#6a9a96")
    for number, ink in enumerate(inks):
        y = layout.up(150 - 42 * number)
        points = _peaks(layout, dice, y, 190 - 36 * number)
        ridge(canvas, layout, dice, y, ink, below=mix(ink, "#f4f0dc", 0.75), points=points)
        for px, py in points:
            if py < y - 60:
                for fold in (-1, 1):
                    stroke(
                        canvas,
                        [(px, py + 6), (px + fold * 14, py + 40), (px + fold * 34, py + 90)],
                        lit(ink, -0.12),
                        5,
                        alpha=0.35,
                    )
        mist(canvas, layout, y + 60, 90, "#f8f3e0", alpha=0.7)
    for _ in range(3):
        auspicious(
            canvas,
            layout.x(dice.choice((0.12, 0.3, 0.72, 0.9))),
            layout.up(dice.uniform(40, 130)),
            dice.uniform(70, 110),
            "#fdf8ea",
            "#c9c2b4",
        )


def _cliffs(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    for side in (-1, 1):
        x, y = layout.x(0.5 + side * 0.52), layout.ground + 70
        high = dice.uniform(170, 250)
        points = [
            (x + side * 90, y - high - 50),
            (x - side * 10, y - high),
            (x - side * 90, y - high * 0.82),
            (x - side * 120, y - high * 0.5),
            (x - side * 190, y - high * 0.36),
            (x - side * 250, y),
            (x + side * 90, y),
        ]
        path = polygon(points)
        lifted(canvas, path)
        brushed(canvas, path, "#b5a08c", dice, below="#83776f", size=60)

        def folds(x: float = x, y: float = y, side: int = side, high: float = high, path: skia.Path = path) -> None:
            for number in range(9):
                fx = x - side * (number * 28 - 40)
                stroke(
                    canvas,
                    [(fx, y - high), (fx - side * 12, y - high * 0.5), (fx + side * 6, y)],
                    lit("#7a6a66", dice.uniform(-0.2, 0.2)),
                    12,
                    alpha=0.3,
                )
            dabs(canvas, dice, (x - 260, y - high * 0.5, x + 260, y), tints("#8fa76a"), count=26, size=(26, 60),
                alpha=0.5)  # fmt: skip

        within(canvas, path, folds)
        pine(canvas, dice, x - side * 20, y - high + 12, min(290.0, layout.ground * 0.6), "#467a58")
        pine(canvas, dice, x - side * 140, y - high * 0.46, min(200.0, layout.ground * 0.44), "#52865e")
        bush(canvas, dice, x - side * 200, y - 14, 100, "#7fa45c", bloom="#f09ab8")


def _pass(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    y = layout.ground + 40
    ground(canvas, layout, dice, "#b9bf74", "#8d9152", y=y, fringe="#a3ab5c")
    way(canvas, layout, dice, "#d3b88a", at=0.5, wide=0.56, top=y, verge="#96a055")
    for left, right in ((layout.left, layout.x(0.24)), (layout.x(0.76), layout.right)):
        grass(canvas, dice, (left, y + 4, right, layout.height), "#8f9f4e", count=70, size=(12, 36))
        flowers(
            canvas,
            dice,
            (left, y + 30, right, layout.height - 20),
            ("#b48ae0", "#ffffff", "#f7d45e"),
            count=14,
            size=14,
        )
    pebbles(canvas, dice, (layout.x(0.06), y + 20, layout.x(0.94), layout.height), "#a89a8c", count=20)


def _guards(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    side = _side(layout)
    x, y = layout.x(0.5 - side * 0.35), layout.ground + 96
    cairn(canvas, dice, x, y, 120)
    post(canvas, layout.x(0.5 + side * 0.36), y + 20, 190, "#b0603c", fierce=True)
    post(canvas, layout.x(0.5 + side * 0.43), y + 34, 170, "#9c7a4c", fierce=False)
    rock(canvas, dice, layout.x(0.5 - side * 0.47), y + 56, 140, "#a09488")


def _side(layout: Layout) -> int:
    return int(layout.dice("side").choice((-1, 1)))


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
    body = polygon([(x - half * 0.9, y), (x - half, y - high * 0.86), (x + half, y - high * 0.86), (x + half * 0.9, y)])
    lifted(canvas, body, by=3)
    brushed(canvas, body, lit(ink, 0.15), Random(ink), size=30)
    plank = polygon([(x - half * 0.5, y - high * 0.06), (x - half * 0.5, y - high * 0.42), (x + half * 0.5, y - high
        * 0.42), (x + half * 0.5, y - high * 0.06)])  # fmt: skip
    wash(canvas, plank, "#f4e2b8", "#dcc08a")
    for level in (0.35, 0.27, 0.19, 0.11):
        stroke(
            canvas, [(x - half * 0.26, y - high * level), (x + half * 0.26, y - high * level)], "#4b3426", 4, alpha=0.8
        )
    face = y - high * 0.7
    for dx in (-0.45, 0.45):
        flat(canvas, oval(x + dx * half, face, half * 0.32, half * 0.3), "#fff6e2")
        flat(canvas, oval(x + dx * half, face + 1, half * 0.14, half * 0.15), "#2a2020")
        tilt = 6 if fierce else -3
        brow = [
            (x + dx * half * 1.8, face - half * 0.52 - tilt),
            (x + dx * half * 0.4, face - half * 0.46 + tilt * 0.4),
        ]
        stroke(canvas, brow, "#3a2620", 4)
    wash(canvas, oval(x, face + half * 0.42, half * 0.26, half * 0.24), lit(ink, 0.25), lit(ink, -0.3))
    flat(canvas, box(x - half * 0.62, face + half * 0.82, x + half * 0.62, face + half * 1.3, round_by=half * 0.2),
        "#5a2420")  # fmt: skip
    for dx in (-0.36, -0.12, 0.12, 0.36):
        flat(canvas, box(x + dx * half - half * 0.1, face + half * 0.82, x + dx * half + half * 0.1, face + half *
            1.05), "#fff6e2")  # fmt: skip
    hat = "#3f3a4a" if fierce else "#6f5a7a"
    wash(
        canvas, box(x - half * 1.35, y - high * 0.9, x + half * 1.35, y - high * 0.84, round_by=4), lit(hat, 0.25), hat
    )
    wash(
        canvas, box(x - half * 0.95, y - high * 1.04, x + half * 0.95, y - high * 0.88, round_by=6), lit(hat, 0.3), hat
    )
    wash(canvas, box(x - half * 0.5, y - high * 1.12, x + half * 0.5, y - high * 1.0, round_by=6), lit(hat, 0.35), hat)


def _rope(canvas: skia.Canvas, dice: Random) -> None:
    stroke(canvas, [(-2, 0), (0, 3), (2, 0)], "#c9a260", 4)


def _ribbon(canvas: skia.Canvas, dice: Random) -> None:
    for dx, ink in ((-12, "#e2503c"), (-4, "#f2c040"), (4, "#4f8ad0"), (12, "#58a868")):
        stroke(canvas, [(dx * 0.4, 0), (dx, 22), (dx * 1.2 + 3, 48)], ink, 6)
    _rope(canvas, dice)


def _corners(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    for edge, side in ((layout.left, 1), (layout.right, -1)):
        rock(canvas, dice, edge + side * 60, layout.bottom + 26, 190, "#857a76")
        grass(
            canvas,
            dice,
            (min(edge, edge + side * 180), layout.height * 0.965, max(edge, edge + side * 180), layout.bottom),
            "#7d8c44",
            count=22,
            size=(40, 84),
        )


def _movers(layout: Layout, mood: Mood) -> tuple[Mover, ...]:
    side, dice = _side(layout), layout.dice("mist")
    x, y = layout.x(0.5 - side * 0.35), layout.ground + 96
    puffs = spots_in(dice, (0, layout.up(120), layout.width, layout.up(20)), 4)
    return (
        Birds(layout, mood.ink("#5b5f74", near=0.3), layout.ground * 0.3, count=3, phase=dice.random()),
        Lights(puffs, mood.ink("#fffbee", near=0.2), (90, 160), 40.0, 0.06, depth=0.3, least=0.5, peak=0.3),
        Swinging(
            sprite(mood, (-20, -6, 24, 54), _ribbon, near=0.9),
            ((x, y - 98), (x - 22, y - 78), (x + 24, y - 74)),
            degrees=7,
            depth=0.95,
        ),
    )


MOUNTAIN = Composition(
    (
        Sheet("sky", 0.05, _sky),
        Sheet("ranges", 0.2, _ranges),
        Sheet("cliffs", 0.55, _cliffs),
        Sheet("pass", 0.8, _pass),
        Sheet("guards", 0.95, _guards),
    ),
    hems=(Sheet("corners", 1.35, _corners),),
    movers=_movers,
    clouds=Clouds(clouds),
)
