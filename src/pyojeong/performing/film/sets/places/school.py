"""School: a classroom with a green board, windows on the yard, desks, pictures, a stove of light on the floor."""

from __future__ import annotations

from random import Random

import skia

from pyojeong.performing.film.sets.brushes import (
    box,
    brushed,
    dabs,
    flat,
    lifted,
    line,
    oval,
    polygon,
    smooth,
    stroke,
    wash,
    within,
)
from pyojeong.performing.film.sets.flora import broadleaf, bush, crown
from pyojeong.performing.film.sets.land import ridge
from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.movers import Lights, spots_in
from pyojeong.performing.film.sets.pigments import lit, tints
from pyojeong.performing.film.sets.sheets import Clouds, Composition, Mover, Sheet
from pyojeong.performing.film.sets.skies import clouds
from pyojeong.performing.film.sets.stamps import Stamp
from pyojeong.performing.film.sets.tones import Mood

_WOOD = "#c08a56"


def _side(layout: Layout) -> int:
    return int(layout.dice("side").choice((-1, 1)))


def _panes(layout: Layout) -> list[tuple[float, float, float, float]]:
    """Two tall windows on one side."""
    side, wide = _side(layout), min(170.0, layout.width * 0.14)
    top, low = layout.ground * 0.16, layout.ground * 0.74
    found = []
    for share in (0.43, 0.27):
        x = layout.x(0.5 - side * share)
        found.append((x - wide / 2, top, x + wide / 2, low))
    return found


def window(layout: Layout) -> skia.Path:
    """Where the weather is seen."""
    path = skia.Path()
    for pane in _panes(layout):
        path.addPath(box(*pane))
    return path


def _yard(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    whole = box(layout.left - 9, layout.top - 9, layout.right + 9, layout.bottom + 9)
    wash(canvas, whole, "#86c2ea", "#e6f2e0")
    low = layout.ground * 0.74
    ridge(canvas, layout, dice, low - 110, "#a8c8c4", rough=30, steps=18)
    ridge(canvas, layout, dice, low - 60, "#a3c878", rough=12, steps=18)
    flat(canvas, box(layout.left, low - 26, layout.right, low + 30), "#e6cf9c")
    for pane in _panes(layout):
        broadleaf(canvas, dice, dice.uniform(pane[0], pane[2]), low + 6, 210, "#86b552")
        bush(canvas, dice, dice.uniform(pane[0], pane[2]), low + 4, 70, "#74a850", bloom="#f7a0b8")


def _wall(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    low = layout.ground + 22
    canvas.save()
    canvas.clipPath(window(layout), skia.ClipOp.kDifference, True)
    wash(canvas, box(layout.left - 9, layout.top - 9, layout.right + 9, low), "#f4ecd2", "#efe2be")
    dabs(
        canvas,
        dice,
        (layout.left, layout.top, layout.right, low),
        tints("#efe4c4", spread=0.12),
        count=80,
        size=(110, 260),
        alpha=0.25,
        loose=0.5,
    )
    wash(canvas, box(layout.left - 9, low - 92, layout.right + 9, low), "#b9d2b6", "#9cbfa4")
    stroke(canvas, [(layout.left, low - 92), (layout.right, low - 92)], "#8a6a48", 6)
    canvas.restore()
    for left, top, right, bottom in _panes(layout):
        line(canvas, box(left, top, right, bottom), "#fffaf0", 11)
        line(canvas, box(left - 7, top - 7, right + 7, bottom + 7), _WOOD, 6)
        stroke(canvas, [((left + right) / 2, top), ((left + right) / 2, bottom)], "#fffaf0", 7)
        stroke(canvas, [(left, top + (bottom - top) * 0.4), (right, top + (bottom - top) * 0.4)], "#fffaf0", 7)
        wash(canvas, box(left - 20, bottom + 6, right + 20, bottom + 20, round_by=3), lit(_WOOD, 0.3), _WOOD)
        pot(canvas, dice, left + 34, bottom + 6)
    _board(canvas, layout, dice)
    _pictures(canvas, layout, dice)


def pot(canvas: skia.Canvas, dice: Random, x: float, y: float) -> None:
    """A plant on the sill."""
    crown(canvas, dice, (x, y - 38), (26, 22), "#6fa552", shape=Stamp.LEAF, size=13)
    wash(canvas, polygon([(x - 17, y - 26), (x + 17, y - 26), (x + 12, y), (x - 12, y)]), "#e08a5c", "#b8603c")


def _board(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    """A wide green board with pale chalk at its sides; nothing where faces are."""
    half, high = min(300.0, layout.width * 0.34), min(210.0, layout.ground * 0.46)
    x, top = layout.x(0.5 + _side(layout) * 0.06), layout.ground * (0.36 if layout.tall else 0.19)
    frame = box(x - half - 13, top - 13, x + half + 13, top + high + 13, round_by=6)
    lifted(canvas, frame, by=6)
    brushed(canvas, frame, _WOOD, dice, size=40)
    board = box(x - half, top, x + half, top + high, round_by=3)
    wash(canvas, board, "#5f8f78", "#4c7a66")
    within(
        canvas,
        board,
        lambda: dabs(
            canvas,
            dice,
            (x - half, top, x + half, top + high),
            ("#7fa892", "#5a8872", "#8fb39e"),
            count=36,
            size=(70, 200),
            alpha=0.16,
            loose=0.4,
        ),
    )
    _chalk(canvas, x, top, half)
    tray = box(x - half * 0.9, top + high + 9, x + half * 0.9, top + high + 20, round_by=3)
    wash(canvas, tray, lit(_WOOD, 0.25), lit(_WOOD, -0.15))
    for number, ink in enumerate(("#ffffff", "#ffd45e", "#f7a0b8", "#a8d4f0")):
        stroke(
            canvas,
            [(x - half * 0.7 + 30 * number, top + high + 8), (x - half * 0.7 + 30 * number + 17, top + high + 8)],
            ink,
            6,
        )


def _chalk(canvas: skia.Canvas, x: float, top: float, half: float) -> None:
    ink = "#f2f6e8"
    for number in range(8):
        canvas.save()
        canvas.rotate(45 * number, x - half * 0.78, top + 54)
        stroke(canvas, [(x - half * 0.78, top + 22), (x - half * 0.78, top + 12)], ink, 4, alpha=0.7)
        canvas.restore()
    line(canvas, oval(x - half * 0.78, top + 54, 22, 22), ink, 4, alpha=0.75)
    fx = x + half * 0.78
    stroke(canvas, [(fx, top + 80), (fx + 3, top + 116)], ink, 4, alpha=0.7)
    for number in range(5):
        canvas.save()
        canvas.rotate(72 * number, fx, top + 66)
        line(canvas, oval(fx, top + 49, 8, 11), ink, 3.4, alpha=0.7)
        canvas.restore()
    for number in range(3):
        stroke(
            canvas,
            [(x - half * 0.9, top + 110 + 22 * number), (x - half * (0.62 + 0.05 * number), top + 110 + 22 * number)],
            ink,
            5,
            alpha=0.4,
        )


def _pictures(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    """Children's drawings pinned in rows, and a clock."""
    side = _side(layout)
    for number in range(6):
        x = layout.x(0.5 + side * (0.395 + 0.062 * (number % 2)))
        y = layout.ground * (0.2 + 0.2 * (number // 2))
        canvas.save()
        canvas.rotate(dice.uniform(-4, 4), x, y)
        sheet = box(x - 32, y - 25, x + 32, y + 25, round_by=2)
        lifted(canvas, sheet, by=2)
        flat(canvas, sheet, dice.choice(("#fffdf4", "#fdf3d8", "#eef6fa")))
        flat(canvas, box(x - 28, y + 8, x + 28, y + 21), dice.choice(("#a8d08a", "#f2d68a", "#9cc8e0")))
        flat(canvas, oval(x + dice.uniform(-16, 16), y - 8, 8, 8), dice.choice(("#f7b84a", "#f08a7a", "#f7d04e")))
        flat(
            canvas,
            polygon([(x - 18, y + 10), (x - 5, y + 10), (x - 5, y - 2), (x - 11, y - 10), (x - 18, y - 2)]),
            dice.choice(("#d8705a", "#6f9cd0", "#b48ac8")),
        )
        flat(canvas, oval(x, y - 24, 3, 3), "#d8404a")
        canvas.restore()
    cx, cy = layout.x(0.5 + side * 0.06), layout.ground * (0.24 if layout.tall else 0.085)
    wash(canvas, oval(cx, cy, 25, 25), "#fffdf4", "#efe4cc")
    line(canvas, oval(cx, cy, 25, 25), _WOOD, 5)
    stroke(canvas, [(cx, cy - 14), (cx, cy), (cx + 9, cy + 5)], "#4b3a34", 3)


def _floor(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    low, side = layout.ground + 22, _side(layout)
    wash(canvas, box(layout.left - 9, low, layout.right + 9, layout.bottom + 9), "#d3a068", "#a87444")
    for number in range(-12, 13):
        stroke(
            canvas,
            [(layout.middle + number * 80, low), (layout.middle + number * 200, layout.bottom + 10)],
            "#7c4e2a",
            2.4,
            alpha=0.35,
        )
    dabs(
        canvas,
        dice,
        (layout.left, low, layout.right, layout.bottom),
        tints("#c08c58", spread=0.2),
        count=100,
        size=(80, 230),
        alpha=0.18,
        loose=0.08,
    )
    for left, _, right, _ in _panes(layout):
        pool = polygon(
            [
                (left, low + 8),
                (right, low + 8),
                (right + side * 190, layout.height * 0.94),
                (left + side * 150, layout.height * 0.94),
            ]
        )
        wash(canvas, pool, "#fff4c0", "#fff4c0", alpha=(0.4, 0.05))
    wash(canvas, box(layout.left - 9, low, layout.right + 9, low + 16), "#4a2c18", "#4a2c18", alpha=(0.35, 0.0))


def _desks(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    y = layout.ground + 90
    for share, down, wide in ((0.09, 0, 170), (0.25, -26, 130), (0.91, 0, 170), (0.76, -26, 130)):
        desk(canvas, dice, layout.x(share), y + down, wide)


def desk(canvas: skia.Canvas, dice: Random, x: float, y: float, wide: float) -> None:
    """A pupil's desk with a book on it and a bag at its side."""
    half, high = wide / 2, wide * 0.5
    flat(canvas, oval(x, y + 2, half, wide * 0.07), "#2a1a20", alpha=0.22)
    for dx in (-0.8, 0.8):
        stroke(canvas, [(x + dx * half, y - high), (x + dx * half * 1.03, y)], "#7f8894", wide * 0.05)
    wash(
        canvas,
        box(x - half * 0.86, y - high, x + half * 0.86, y - high * 0.66, round_by=3),
        lit(_WOOD, -0.1),
        lit(_WOOD, -0.3),
    )
    top = polygon(
        [
            (x - half * 0.9, y - high * 1.22),
            (x + half * 0.9, y - high * 1.22),
            (x + half * 1.05, y - high),
            (x - half * 1.05, y - high),
        ]
    )
    lifted(canvas, top, by=2)
    brushed(canvas, top, lit(_WOOD, 0.2), dice, below=_WOOD, size=40)
    ink = dice.choice(("#e2604e", "#4f8ac0", "#5ca872", "#f0b03e"))
    wash(canvas, polygon([(x - half * 0.4, y - high * 1.18), (x - half * 0.02, y - high * 1.18), (x + half * 0.02, y
        - high * 1.05), (x - half * 0.42, y - high * 1.05)]), "#ffffff", "#e8e4da")  # fmt: skip
    for number in range(3):
        level = y - high * (1.1 + 0.1 * number)
        flat(
            canvas,
            box(x + half * 0.24, level - high * 0.1, x + half * 0.74, level, round_by=2),
            lit(ink, 0.2 * number - 0.1),
        )
    bag = smooth([(x - half * 1.12, y - high * 0.2), (x - half * 1.16, y - high * 0.62), (x - half * 0.7, y - high *
        0.64), (x - half * 0.66, y - high * 0.18)])  # fmt: skip
    wash(canvas, bag, lit(ink, 0.2), lit(ink, -0.15))


def _hem(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    for edge, side in ((layout.left, 1), (layout.right, -1)):
        x, y = edge + side * 90, layout.bottom + 6
        top = polygon([(x - 130, y - 60), (x + 130, y - 60), (x + 150, y + 10), (x - 150, y + 10)])
        lifted(canvas, top, by=3)
        brushed(canvas, top, lit(_WOOD, 0.1), dice, below=lit(_WOOD, -0.1), size=60)
        for number, ink in enumerate(("#4f8ac0", "#f0b03e", "#e2604e")):
            flat(canvas, box(x - 60, y - 84 - 16 * number, x + 50 - 9 * number, y - 68 - 16 * number, round_by=3), ink)
        cup = x + side * 92
        for number, ink in enumerate(("#f7c94e", "#e2604e", "#5ca872")):
            stroke(canvas, [(cup - 8 + 8 * number, y - 84), (cup - 16 + 14 * number, y - 134)], ink, 6)
        wash(canvas, box(cup - 17, y - 104, cup + 17, y - 58, round_by=5), "#a8d4e0", "#6fa4b8")


def _movers(layout: Layout, mood: Mood) -> tuple[Mover, ...]:
    side = _side(layout)
    left, right = sorted((layout.x(0.5 - side * 0.48), layout.x(0.5)))
    spots = spots_in(layout.dice("motes"), (left, layout.height * 0.2, right, layout.height * 0.85), 20)
    return (Lights(spots, mood.ink("#fffbe0", near=1.0), (3, 9), 36.0, 0.2, depth=0.7, least=0.0, peak=0.7),)


def _sky_clouds(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    clouds(canvas, layout, dice, count=7)


SCHOOL = Composition(
    (Sheet("yard", 0.1, _yard), Sheet("wall", 0.35, _wall), Sheet("floor", 0.8, _floor), Sheet("desks", 0.9, _desks)),
    hems=(Sheet("hem", 1.3, _hem),),
    movers=_movers,
    clouds=Clouds(_sky_clouds, depth=0.05),
    window=window,
    lamplit=True,
)
