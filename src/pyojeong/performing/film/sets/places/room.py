"""Room: a warm ondol room with paper doors, a folding screen, a chest with bedding, a lamp and a window on the sky."""

from __future__ import annotations

from random import Random

import skia

from pyojeong.performing.film.sets.brushes import (
    brushed,
    fading,
    flat,
    glow,
    lifted,
    line,
    stroke,
    wash,
    within,
    without,
)
from pyojeong.performing.film.sets.flora import crown, pine
from pyojeong.performing.film.sets.houses import PAPER, WOOD, lattice
from pyojeong.performing.film.sets.indoors import Floor, plaster
from pyojeong.performing.film.sets.land import ridge
from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.movers import Lights
from pyojeong.performing.film.sets.pigments import SHADE, argb, lit, mix
from pyojeong.performing.film.sets.shapes import Box, Points, band, bent, box, oval, placed, polygon, smooth, whole
from pyojeong.performing.film.sets.sheets import Composition, Mover, Sheet
from pyojeong.performing.film.sets.skies import cloud
from pyojeong.performing.film.sets.sprites import Swinging, sprite
from pyojeong.performing.film.sets.stamps import Mark, Stamp, stamp
from pyojeong.performing.film.sets.tones import Mood
from pyojeong.performing.film.sets.yard import jar

_PAPER_FLOOR = Floor(
    "#e9c684",
    "#cf9d58",
    "#a87440",
    joints=8,
    apart=(96, 240),
    shown=0.4,
    rows=(0.16, 0.45),
    tint="#dcae68",
    spread=0.18,
    strokes=90,
    size=(90, 260),
    loose=0.06,
)


def _pane(layout: Layout) -> Box:
    """The round-cornered opening of the window."""
    x, y, half = layout.x(0.5 - layout.side() * 0.36), layout.ground * 0.47, min(120.0, layout.width * 0.13)
    return x - half, y - 108, x + half, y + 84


def window(layout: Layout) -> skia.Path:
    """Where the weather is seen."""
    return box(*_pane(layout))


def _outside(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    wash(canvas, whole(layout), "#8cc0e0", "#f6ecd0")
    left, top, right, bottom = _pane(layout)
    cloud(canvas, dice, (left + right) / 2 + 30, top + 70, 110)
    ridge(canvas, layout, dice, bottom - 66, "#9fc0c4", rough=26, steps=26)
    ridge(canvas, layout, dice, bottom - 34, "#98c080", rough=14, steps=26)
    pine(canvas, dice, left + 50, bottom + 20, 160)
    crown(canvas, dice, (right - 20, bottom - 10), (60, 46), "#f2a6bc", size=13)


def _wall(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    low = layout.ground + 22
    with without(canvas, window(layout)):
        plaster(canvas, layout, dice, low, ("#efd9ae", "#f8e8c6", "#f0dcb4"), spread=0.14, count=90)
        _paper_flowers(canvas, layout, low)
    _frame(canvas, layout)
    _doors(canvas, layout)
    _timber(canvas, layout, dice, low)


def _timber(canvas: skia.Canvas, layout: Layout, dice: Random, low: float) -> None:
    """Posts, the beam over them, the ends of rafters and the skirting."""
    for share in (0.0, 0.225, 0.775, 1.0):
        x = layout.x(share)
        post = box(x - 15, layout.top - 9, x + 15, low)
        brushed(canvas, post, WOOD, dice, below=lit(WOOD, -0.2), size=40)
    beam = band(layout, layout.top - 9, layout.height * 0.065)
    lifted(canvas, beam)
    brushed(canvas, beam, WOOD, dice, below=lit(WOOD, -0.25), size=50)
    for number in range(int(layout.width / 118) + 2):
        x, y = layout.left + 40 + 118 * number, layout.height * 0.075
        wash(canvas, oval(x, y, 21, 19), "#b07a52", "#7c5138")
        line(canvas, oval(x, y, 12, 11), "#6a4430", 2, alpha=0.7)
    wash(canvas, band(layout, low - 14, low), lit(WOOD, 0.1), lit(WOOD, -0.2))


def _paper_flowers(canvas: skia.Canvas, layout: Layout, low: float) -> None:
    """A wallpaper so faint that faces stay clear of it."""
    marks = []
    for row in range(int(low / 58) + 1):
        for column in range(int(layout.width / 58) + 3):
            x = layout.left + 58 * column + (29 if row % 2 else 0)
            marks.append(Mark(x, 40 + 58 * row, 15, 0.3 * row, argb("#d8b47e", 0.32)))
    stamp(canvas, Stamp.FLOWER, marks)


def _frame(canvas: skia.Canvas, layout: Layout) -> None:
    """The window's frame, its bars, and the sill with an orchid on it."""
    left, top, right, bottom = _pane(layout)
    for grow, ink in ((11, lit(WOOD, -0.15)), (4, lit(WOOD, 0.12))):
        line(canvas, box(left - grow / 2, top - grow / 2, right + grow / 2, bottom + grow / 2, round_by=4), ink, grow)
    middle = (left + right) / 2
    stroke(canvas, [(middle, top), (middle, bottom)], lit(WOOD, 0.1), 5)
    stroke(canvas, [(left, (top + bottom) / 2), (right, (top + bottom) / 2)], lit(WOOD, 0.1), 5)
    sill = box(left - 26, bottom + 8, right + 26, bottom + 24, round_by=4)
    lifted(canvas, sill, by=3)
    wash(canvas, sill, lit(WOOD, 0.22), WOOD)
    x, y = left + 36, bottom + 8
    wash(canvas, polygon(placed(x, y, 1, 1, ((-19, 30), (19, 30), (13, 0), (-13, 0)))), "#8fb7b0", "#5f8c88")
    for lean in (-0.7, -0.3, 0.1, 0.4, 0.8):
        stroke(canvas, bent(x, y - 28, 62, lean * 0.6, lean), "#5f9250", 4)


def _doors(canvas: skia.Canvas, layout: Layout) -> None:
    """Two tall paper doors in the middle, pale behind whoever speaks."""
    low, top = layout.ground + 8, layout.ground * (0.42 if layout.tall else 0.2)
    half = min(190.0, layout.width * 0.22)
    x = layout.middle + layout.side() * 10
    line(canvas, box(x - half - 10, top - 12, x + half + 10, low, round_by=3), WOOD, 14)
    for way_to in (-1, 1):
        left, right = sorted((x, x + way_to * half))
        lattice(canvas, (left + 3, top, right - 3, low), paper=PAPER, wood=mix(WOOD, "#c9a878", 0.5), cells=(4, 7))
        stroke(canvas, [(x + way_to * 16, (top + low) / 2 + 10), (x + way_to * 16, (top + low) / 2 + 34)], "#4b3a34", 6)


def _floor(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    low = layout.ground + 22
    _PAPER_FLOOR.paint(canvas, layout, dice, low)
    fading(canvas, band(layout, low, low + 26), "#5a3520", 0.4)
    x, y, half = layout.middle, layout.height * 0.93, min(360.0, layout.width * 0.36)
    mat = oval(x, y, half, 70)
    lifted(canvas, mat, by=2)
    wash(canvas, mat, "#f0dfb4", "#ddc084")
    for share, ink in ((0.9, "#b4483c"), (0.72, "#c9a468")):
        line(canvas, oval(x, y, half * share, 70 * share), ink, 4, alpha=0.6)


def _lamp_at(layout: Layout) -> tuple[float, float]:
    return layout.x(0.5 - layout.side() * 0.24), layout.ground + 84


def _furniture(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    side, y = layout.side(), layout.ground + 44
    wide, high = min(330.0, layout.width * 0.3), min(280.0, layout.ground * 0.6)
    folding(canvas, dice, layout.x(0.5 + side * 0.37), y + 12, wide, high)
    chest(canvas, dice, layout.x(0.5 - side * 0.38), y + 28, 210)
    table(canvas, layout.x(0.5 + side * 0.33), y + 92, 170)
    lamp(canvas, *_lamp_at(layout), 150)
    for share, ink in ((0.4, "#d8505a"), (0.4 - 0.1, "#4f86b8")):
        x = layout.x(0.5 - side * share)
        cushion = smooth(placed(x, y, 1, 1, ((-60, -118), (-54, -100), (54, -100), (60, -118), (0, -126))))
        lifted(canvas, cushion, by=2)
        wash(canvas, cushion, lit(ink, 0.25), lit(ink, -0.1))


def folding(canvas: skia.Canvas, dice: Random, x: float, y: float, wide: float, high: float) -> None:
    """A folding screen of flowers and birds in four leaves."""
    for leaf, ink in enumerate(("#f08aa6", "#f2b84e", "#e8604e", "#b48ae0")):
        left, right = x - wide / 2 + wide * leaf / 4, x - wide / 2 + wide * leaf / 4 + wide / 4
        way_to = 1 if leaf % 2 else -1
        skew = 9 * way_to
        panel = [(left, y - high + skew), (right, y - high - skew), (right, y - skew * 0.6), (left, y + skew * 0.6)]
        lifted(canvas, polygon(panel), by=2)
        flat(canvas, polygon(panel), "#4f6f6a")
        inner = box(left + 9, y - high + 22, right - 9, y - 30)
        wash(canvas, inner, "#fbf2da", "#f0dfba")
        stem = bent(left + wide / 8, y - 34, high * 0.62, 0.1, 0.5 * way_to)
        with within(canvas, inner):
            _spray(canvas, dice, stem, ink)
            flat(canvas, oval(left + wide / 8 + 9, y - high * 0.3, 9, 6), "#4f86b8")


def _spray(canvas: skia.Canvas, dice: Random, stem: Points, ink: str) -> None:
    """A painted stem with leaves and flowers."""
    stroke(canvas, stem, "#6b4a3a", 5)
    blooms = [
        Mark(x + dice.uniform(-16, 16), y + dice.uniform(-12, 12), 18, dice.uniform(0, 6), argb(ink))
        for x, y in stem[2:]
        for _ in range(3)
    ]
    leaves = [
        Mark(x + dice.uniform(-18, 18), y + 8, 18, dice.uniform(0, 6), argb("#6f9c5c"))
        for x, y in stem[1:]
        for _ in range(2)
    ]
    stamp(canvas, Stamp.LEAF, leaves)
    stamp(canvas, Stamp.FLOWER, blooms)


def chest(canvas: skia.Canvas, dice: Random, x: float, y: float, wide: float) -> None:
    """A wooden chest with brass, and folded bedding on it in bright silk."""
    half, high = wide / 2, wide * 0.46
    flat(canvas, oval(x, y, half * 1.06, 12), SHADE, alpha=0.22)
    body = box(x - half, y - high, x + half, y - 6, round_by=5)
    lifted(canvas, body, by=3)
    brushed(canvas, body, "#9a5a38", dice, below="#6e3c28", size=40)
    stroke(canvas, [(x - half, y - high * 0.48), (x + half, y - high * 0.48)], "#5a3020", 3)
    for cx, cy in placed(x, y, half, high, ((-0.86, 0.2), (-0.86, 0.78), (0.86, 0.2), (0.86, 0.78))):
        flat(canvas, box(cx - 9, cy - 9, cx + 9, cy + 9, round_by=2), "#d9b45e")
    flat(canvas, oval(x, y - high * 0.5, 17, 17), "#d9b45e")
    flat(canvas, box(x - 4, y - high * 0.52, x + 4, y - high * 0.3, round_by=2), "#b08a3e")
    _bedding(canvas, x, y - high, half)


def _bedding(canvas: skia.Canvas, x: float, top: float, half: float) -> None:
    for number, ink in enumerate(("#e8e2f4", "#d8506a", "#f2c24e", "#4f9a8c")):
        wash(canvas, box(x - half * 0.82, top - 24, x + half * 0.82, top, round_by=11), lit(ink, 0.25), lit(ink, -0.12))
        crease = [(x - half * 0.7, top - 9), (x, top - 6), (x + half * 0.7, top - 9)]
        stroke(canvas, crease, lit(ink, -0.25), 1.6, alpha=0.6)
        top -= 21 - number


def table(canvas: skia.Canvas, x: float, y: float, wide: float) -> None:
    """A low table with tea and rice cakes."""
    half = wide / 2
    flat(canvas, oval(x, y, half * 1.1, 13), SHADE, alpha=0.22)
    for dx in (-0.7, 0.7):
        stroke(canvas, [(x + dx * half, y - 44), (x + dx * half * 1.12, y - 22), (x + dx * half, y)], "#6e3c28", 9)
    wash(canvas, oval(x, y - 48, half, 24), "#b56a42", "#8a4c30")
    line(canvas, oval(x, y - 50, half * 0.94, 20), "#d89468", 2)
    teapot = placed(x, y, 1, 1, ((-44, 58), (-52, 78), (-30, 92), (-8, 78), (-16, 58)))
    wash(canvas, smooth(teapot), "#a9c8c0", "#6f9c96")
    stroke(canvas, [(x - 8, y - 76), (x + 6, y - 84)], "#8ab0a8", 6)
    wash(canvas, oval(x + 36, y - 54, 30, 9), "#ffffff", "#d8dce4")
    for dx, up, ink in ((22, 62, "#f6c0cc"), (36, 62, "#c9e0a8"), (50, 62, "#fff3d0"), (36, 71, "#f2d27e")):
        wash(canvas, oval(x + dx, y - up, 10, 7), lit(ink, 0.3), ink)


def lamp(canvas: skia.Canvas, x: float, y: float, high: float) -> None:
    """A lamp on its stand under a paper shade."""
    glow(canvas, x, y - high * 0.78, high * 0.95, "#ffd88a", alpha=0.5)
    flat(canvas, oval(x, y, 26, 7), SHADE, alpha=0.22)
    wash(canvas, smooth(placed(x, y, 1, 1, ((-24, 0), (-8, 12), (8, 12), (24, 0)))), "#8a5a3c", "#5a3626")
    stroke(canvas, [(x, y - 10), (x, y - high * 0.6)], "#6a4430", 6)
    shade = polygon(placed(x, y, 1, high, ((-24, 0.98), (24, 0.98), (30, 0.58), (-30, 0.58))))
    wash(canvas, shade, "#fff6d4", "#ffd98c")
    for dx in (-27, -9, 9, 27):
        stroke(canvas, [(x + dx * 0.82, y - high * 0.98), (x + dx, y - high * 0.58)], "#8a5a3c", 2.6)
    line(canvas, shade, "#6a4430", 3)


def _hem(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    side = layout.side()
    edge = layout.x(0.5 + side * 0.53)
    jar(canvas, edge, layout.bottom + 34, 190, ink="#d8dfe4")
    branch = bent(edge, layout.bottom - 140, 160, -side * 0.3, -side * 0.4)
    stroke(canvas, branch, "#5a4034", 6)
    marks = []
    for px, py in branch[1:]:
        for _ in range(4):
            x, y, turn = px + dice.uniform(-20, 20), py + dice.uniform(-16, 16), dice.uniform(0, 6)
            marks.append(Mark(x, y, 24, turn, argb(lit("#f6a8be", dice.uniform(-0.1, 0.3)))))
    stamp(canvas, Stamp.FLOWER, marks)


def knot(canvas: skia.Canvas, dice: Random) -> None:
    """A knotted charm with a tassel."""
    stroke(canvas, [(0, 0), (0, 30)], "#b8323c", 2.6)
    for dx, dy in ((-7, 40), (7, 40), (0, 33), (0, 47)):
        line(canvas, oval(dx, dy, 7, 7), "#d8404a", 3.4)
    stroke(canvas, [(0, 52), (0, 60)], "#d8404a", 4)
    for dx in range(-6, 7, 3):
        stroke(canvas, [(dx * 0.4, 60), (dx, 100)], "#d8404a", 2.6)


def _movers(layout: Layout, mood: Mood) -> tuple[Mover, ...]:
    x, y = _lamp_at(layout)
    hang = (layout.x(0.225), layout.height * 0.07), (layout.x(0.775), layout.height * 0.07)
    return (
        Lights(((x, y - 118),), mood.ink("#ffd27a", near=1.0), (190, 190), 1.5, 1.3, depth=0.9, least=0.72, peak=0.5),
        Swinging(sprite(mood, (-16, -4, 16, 106), knot, near=0.7), hang, degrees=3.0, depth=0.3),
    )


ROOM = Composition(
    (
        Sheet("outside", 0.1, _outside),
        Sheet("wall", 0.3, _wall),
        Sheet("floor", 0.8, _floor),
        Sheet("furniture", 0.9, _furniture),
    ),
    hems=(Sheet("hem", 1.3, _hem),),
    movers=_movers,
    window=window,
    lamplit=True,
    moon_at=(0.25,),
)
