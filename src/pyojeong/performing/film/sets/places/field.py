"""Field: terraces of rice and barley, a zelkova on the hill, a scarecrow, cosmos along the path."""

from __future__ import annotations

from random import Random

import skia

from pyojeong.performing.film.sets.brushes import bent, dabs, flat, oval, polygon, smooth, stroke, tapered, wash, within
from pyojeong.performing.film.sets.flora import broadleaf, bush, flowers, grass
from pyojeong.performing.film.sets.land import far_trees, ground, ridge, way
from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.movers import Birds, Travelling, sprite
from pyojeong.performing.film.sets.pigments import argb, lit, tints
from pyojeong.performing.film.sets.sheets import Clouds, Composition, Mover, Sheet
from pyojeong.performing.film.sets.skies import clouds, mist, sky, sun
from pyojeong.performing.film.sets.stamps import Mark, Stamp, stamp
from pyojeong.performing.film.sets.tones import Mood

_BLOOMS = ("#ff8fb0", "#ffffff", "#f25f8a", "#ffb8cc")


def _sky(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    sky(canvas, layout, dice, ("#6fb4e6", "#a5d4ee", "#d7ebe6", "#fdf0cf"))
    sun(canvas, layout.x(dice.choice((0.18, 0.82))), layout.up(layout.ground * 0.72), 38)


def _terraces(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    ridge(canvas, layout, dice, layout.up(150), "#9dbfcf", rough=50, below="#bcd4d4")
    crest = ridge(canvas, layout, dice, layout.up(104), "#8fbf86", rough=26, below="#a9cc8a")
    far_trees(canvas, dice, crest, "#7aac78", high=20)
    mist(canvas, layout, layout.up(64), 50, "#f6f3d6", alpha=0.5)
    inks = ["#d8c65a", "#a9c95c", "#e6d078", "#8fbf5a", "#c9d468"]
    dice.shuffle(inks)
    for number in range(5):
        y = layout.up(74 - 20 * number)
        crest = ridge(canvas, layout, dice, y, inks[number], rough=8, steps=5, below=lit(inks[number], -0.1))
        marks = []
        for _ in range(150):
            x = dice.uniform(layout.left, layout.right)
            marks.append(
                Mark(
                    x,
                    y + dice.uniform(0, 22),
                    12 + 2 * number,
                    dice.uniform(-0.2, 0.2),
                    argb(lit(inks[number], dice.uniform(-0.25, 0.25)), 0.7),
                )
            )
        stamp(canvas, Stamp.TUFT, marks)


def _hill(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    side = dice.choice((-1, 1))
    x = layout.x(0.5 + side * 0.36)
    knoll = smooth(
        [
            (x - 340, layout.ground + 60),
            (x - 180, layout.ground - 26),
            (x, layout.ground - 62),
            (x + 180, layout.ground - 26),
            (x + 340, layout.ground + 60),
        ]
    )
    wash(canvas, knoll, "#a4cc62", "#7fb04c")
    within(
        canvas,
        knoll,
        lambda: dabs(
            canvas,
            dice,
            (x - 340, layout.ground - 60, x + 340, layout.ground + 50),
            tints("#93c058"),
            count=60,
            size=(50, 120),
            alpha=0.25,
        ),
    )
    broadleaf(canvas, dice, x, layout.ground - 50, min(370.0, layout.ground * 0.8), "#7fb24c")
    scarecrow(canvas, dice, layout.x(0.5 - side * 0.3), layout.ground + 36, 170)
    for share in (0.36, 0.44):
        haystack(canvas, dice, layout.x(0.5 - side * share), layout.ground + 30, 90)
    for share in (0.2, 0.48):
        bush(canvas, dice, layout.x(0.5 + side * share), layout.ground + 30, 90, "#86b552")


def haystack(canvas: skia.Canvas, dice: Random, x: float, y: float, high: float) -> None:
    """Sheaves piled into a cone."""
    path = smooth(
        [
            (x - high * 0.5, y),
            (x - high * 0.4, y - high * 0.5),
            (x, y - high),
            (x + high * 0.4, y - high * 0.5),
            (x + high * 0.5, y),
            (x, y + 6),
        ]
    )
    wash(canvas, path, "#f0d080", "#bb8c44")
    area = (x - high * 0.5, y - high, x + high * 0.5, y)
    within(
        canvas,
        path,
        lambda: dabs(canvas, dice, area, tints("#d9ad5c", spread=0.25), count=50, size=(20, 44), alpha=0.5, turn=1.57),
    )
    stroke(
        canvas,
        [(x - high * 0.3, y - high * 0.62), (x, y - high * 0.56), (x + high * 0.3, y - high * 0.62)],
        "#9c7038",
        4,
    )


def scarecrow(canvas: skia.Canvas, dice: Random, x: float, y: float, high: float) -> None:
    """Arms of a pole, a patched coat, a straw hat and a friendly face."""
    coat, patch = dice.choice((("#4f78b0", "#f2c84e"), ("#b8584a", "#8fc0d8"), ("#6f9a5c", "#f4d9a0")))
    stroke(canvas, [(x, y), (x, y - high * 0.8)], "#8a6240", 7)
    stroke(canvas, [(x - high * 0.4, y - high * 0.56), (x + high * 0.4, y - high * 0.58)], "#8a6240", 6)
    body = polygon(
        [
            (x - high * 0.34, y - high * 0.62),
            (x + high * 0.34, y - high * 0.64),
            (x + high * 0.34, y - high * 0.5),
            (x + high * 0.16, y - high * 0.48),
            (x + high * 0.22, y - high * 0.16),
            (x - high * 0.2, y - high * 0.15),
            (x - high * 0.15, y - high * 0.47),
            (x - high * 0.34, y - high * 0.48),
        ]
    )
    wash(canvas, body, lit(coat, 0.2), lit(coat, -0.15))
    flat(
        canvas,
        polygon(
            [(x - 14, y - high * 0.36), (x + 8, y - high * 0.35), (x + 7, y - high * 0.25), (x - 13, y - high * 0.26)]
        ),
        patch,
    )
    for way_to in (-1, 1):
        dabs(canvas, dice, (x + way_to * high * 0.36, y - high * 0.6, x + way_to * high * 0.42, y - high * 0.5),
            ("#e6c270", "#c99a4a"), count=8, size=(16, 24), alpha=0.9, loose=0.8)  # fmt: skip
    head = y - high * 0.78
    wash(canvas, oval(x, head, high * 0.12, high * 0.125), "#fbe7bf", "#e6c48c")
    for dx in (-0.045, 0.045):
        flat(canvas, oval(x + dx * high, head, 2.6, 3.2), "#4b3426")
    stroke(canvas, [(x - 7, head + 8), (x, head + 11), (x + 7, head + 8)], "#4b3426", 2)
    brim = smooth([(x - high * 0.24, head - high * 0.06), (x - high * 0.1, head - high * 0.13), (x, head - high *
        0.24), (x + high * 0.1, head - high * 0.13), (x + high * 0.24, head - high * 0.06), (x,
        head - high * 0.04)])  # fmt: skip
    wash(canvas, brim, "#f0cf82", "#c79a4e")


def _meadow(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    y = layout.ground + 26
    ground(canvas, layout, dice, "#b4cf62", "#74a244", y=y, fringe="#9cc254")
    way(canvas, layout, dice, "#dcc48e", at=0.5, wide=0.52, top=y, verge="#84b04a")
    for left, right in ((layout.left, layout.x(0.27)), (layout.x(0.73), layout.right)):
        grass(canvas, dice, (left, y + 6, right, layout.height), "#83b14a", count=130, size=(12, 40))
        flowers(
            canvas, dice, (left, y + 20, right, layout.height - 20), (*_BLOOMS, "#ffd85e", "#b9a2f0"), count=34, size=16
        )


def _cosmos(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    for edge, side in ((layout.left, 1), (layout.right, -1)):
        for number in range(11):
            x = edge + side * (24 + 21 * number) + dice.uniform(-8, 8)
            stem = bent(
                x,
                layout.bottom + 6,
                (230 - 17 * number) * dice.uniform(0.75, 1.0),
                side * 0.05,
                side * dice.uniform(-0.1, 0.5),
            )
            flat(canvas, tapered(stem, 4, 2), lit("#6c9c4a", dice.uniform(-0.2, 0.2)))
            leaves = [
                Mark(px + dice.uniform(-9, 9), py, 26, dice.uniform(-1, 1), argb("#7fae52", 0.85))
                for px, py in stem[1:-1]
            ]
            stamp(canvas, Stamp.NEEDLES, leaves)
            bloom(canvas, *stem[-1], dice.uniform(17, 25), dice.choice(_BLOOMS), dice)


def bloom(canvas: skia.Canvas, x: float, y: float, radius: float, ink: str, dice: Random) -> None:
    """An eight-petalled flower seen from a little below."""
    turn = dice.uniform(0, 45)
    for petal in range(8):
        canvas.save()
        canvas.translate(x, y)
        canvas.scale(1, 0.86)
        canvas.rotate(turn + 45 * petal)
        wash(
            canvas,
            smooth(
                [
                    (0, 0),
                    (-radius * 0.3, -radius * 0.6),
                    (-radius * 0.24, -radius),
                    (0, -radius * 0.93),
                    (radius * 0.24, -radius),
                    (radius * 0.3, -radius * 0.6),
                ]
            ),
            lit(ink, 0.2),
            lit(ink, -0.12),
        )
        canvas.restore()
    wash(canvas, oval(x, y, radius * 0.25, radius * 0.22), "#ffd85e", "#e09a2e")


def butterfly(canvas: skia.Canvas, dice: Random) -> None:
    """Wings about the origin."""
    for side in (-1, 1):
        wash(canvas, smooth([(0, 0), (side * 8, -16), (side * 20, -17), (side * 18, -3)]), "#fff3a8", "#f7b84a")
        wash(canvas, smooth([(0, 0), (side * 16, 2), (side * 14, 13), (side * 5, 11)]), "#ffe08a", "#ee9a3a")
    stroke(canvas, [(0, -9), (0, 9)], "#5a3a2a", 3)


def _movers(layout: Layout, mood: Mood) -> tuple[Mover, ...]:
    dice = layout.dice("wings")
    lanes = tuple(
        (
            layout.ground + dice.uniform(-30, 120),
            dice.random(),
            dice.choice((-1, 1)) * dice.uniform(14, 26),
            dice.uniform(0.6, 0.9),
        )
        for _ in range(4)
    )
    return (
        Birds(layout, mood.ink("#55607a", near=0.3), layout.ground * 0.34, phase=dice.random()),
        Travelling(
            layout, sprite(mood, (-24, -22, 24, 18), butterfly, near=0.9), lanes, bob=20, flutter=2.3, depth=0.85
        ),
    )


FIELD = Composition(
    (
        Sheet("sky", 0.05, _sky),
        Sheet("terraces", 0.25, _terraces),
        Sheet("hill", 0.5, _hill),
        Sheet("meadow", 0.8, _meadow),
    ),
    hems=(Sheet("cosmos", 1.35, _cosmos),),
    movers=_movers,
    clouds=Clouds(clouds),
)
