"""School: a classroom with a green board, windows on the yard, desks, pictures, a stove of light on the floor."""

from __future__ import annotations

from random import Random

import skia

from pyojeong.performing.film.sets.brushes import (
    brushed,
    dabs,
    fading,
    flat,
    lifted,
    line,
    stroke,
    wash,
    within,
    without,
)
from pyojeong.performing.film.sets.flora import broadleaf, bush, crown
from pyojeong.performing.film.sets.indoors import Floor, plaster
from pyojeong.performing.film.sets.land import ridge
from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.movers import Lights, spots_in
from pyojeong.performing.film.sets.pigments import lit
from pyojeong.performing.film.sets.shapes import Box, band, box, oval, placed, polygon, smooth, whole
from pyojeong.performing.film.sets.sheets import Clouds, Composition, Mover, Sheet
from pyojeong.performing.film.sets.skies import clouds
from pyojeong.performing.film.sets.stamps import Stamp
from pyojeong.performing.film.sets.tones import Mood

_WOOD = "#c08a56"
_BOARDS = Floor(
    "#d3a068", "#a87444", "#7c4e2a", joints=12, apart=(80, 200), shown=0.35, tint="#c08c58", strokes=100, alpha=0.18
)


def _panes(layout: Layout) -> list[Box]:
    """Two tall windows on one side."""
    side, wide = layout.side(), min(170.0, layout.width * 0.14)
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
    wash(canvas, whole(layout), "#86c2ea", "#e6f2e0")
    low = layout.ground * 0.74
    ridge(canvas, layout, dice, low - 110, "#a8c8c4", rough=30, steps=18)
    ridge(canvas, layout, dice, low - 60, "#a3c878", rough=12, steps=18)
    flat(canvas, box(layout.left, low - 26, layout.right, low + 30), "#e6cf9c")
    for pane in _panes(layout):
        broadleaf(canvas, dice, dice.uniform(pane[0], pane[2]), low + 6, 210, "#86b552")
        bush(canvas, dice, dice.uniform(pane[0], pane[2]), low + 4, 70, "#74a850", bloom="#f7a0b8")


def _wall(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    low = layout.ground + 22
    with without(canvas, window(layout)):
        plaster(canvas, layout, dice, low, ("#f4ecd2", "#efe2be", "#efe4c4"), spread=0.12, count=80)
        wash(canvas, band(layout, low - 92, low), "#b9d2b6", "#9cbfa4")
        stroke(canvas, [(layout.left, low - 92), (layout.right, low - 92)], "#8a6a48", 6)
    for pane in _panes(layout):
        _casement(canvas, dice, pane)
    _board(canvas, layout, dice)
    _pictures(canvas, layout, dice)
    _clock(canvas, layout.x(0.5 + layout.side() * 0.06), layout.ground * (0.24 if layout.tall else 0.085))


def _casement(canvas: skia.Canvas, dice: Random, pane: Box) -> None:
    """A window's frame and bars, and a plant on its sill."""
    left, top, right, bottom = pane
    line(canvas, box(*pane), "#fffaf0", 11)
    line(canvas, box(left - 7, top - 7, right + 7, bottom + 7), _WOOD, 6)
    stroke(canvas, [((left + right) / 2, top), ((left + right) / 2, bottom)], "#fffaf0", 7)
    stroke(canvas, [(left, top + (bottom - top) * 0.4), (right, top + (bottom - top) * 0.4)], "#fffaf0", 7)
    wash(canvas, box(left - 20, bottom + 6, right + 20, bottom + 20, round_by=3), lit(_WOOD, 0.3), _WOOD)
    pot(canvas, dice, left + 34, bottom + 6)


def pot(canvas: skia.Canvas, dice: Random, x: float, y: float) -> None:
    """A plant on the sill."""
    crown(canvas, dice, (x, y - 38), (26, 22), "#6fa552", shape=Stamp.LEAF, size=13)
    wash(canvas, polygon(placed(x, y, 1, 1, ((-17, 26), (17, 26), (12, 0), (-12, 0)))), "#e08a5c", "#b8603c")


def _board(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    """A wide green board with pale chalk at its sides; nothing where faces are."""
    half, high = min(300.0, layout.width * 0.34), min(210.0, layout.ground * 0.46)
    x, top = layout.x(0.5 + layout.side() * 0.06), layout.ground * (0.36 if layout.tall else 0.19)
    frame = box(x - half - 13, top - 13, x + half + 13, top + high + 13, round_by=6)
    lifted(canvas, frame, by=6)
    brushed(canvas, frame, _WOOD, dice, size=40)
    area = (x - half, top, x + half, top + high)
    board, wiped = box(*area, round_by=3), ("#7fa892", "#5a8872", "#8fb39e")
    wash(canvas, board, "#5f8f78", "#4c7a66")
    with within(canvas, board):
        dabs(canvas, dice, area, wiped, count=36, size=(70, 200), alpha=0.16, loose=0.4)
    _chalk(canvas, x, top, half)
    _tray(canvas, x, top + high, half)


def _tray(canvas: skia.Canvas, x: float, y: float, half: float) -> None:
    """Where the chalks of four colours lie."""
    wash(canvas, box(x - half * 0.9, y + 9, x + half * 0.9, y + 20, round_by=3), lit(_WOOD, 0.25), lit(_WOOD, -0.15))
    for number, ink in enumerate(("#ffffff", "#ffd45e", "#f7a0b8", "#a8d4f0")):
        left = x - half * 0.7 + 30 * number
        stroke(canvas, [(left, y + 8), (left + 17, y + 8)], ink, 6)


def _chalk(canvas: skia.Canvas, x: float, top: float, half: float) -> None:
    """A sun, a flower and three lines of writing."""
    ink, sun_at, flower_at = "#f2f6e8", x - half * 0.78, x + half * 0.78
    for number in range(8):
        canvas.save()
        canvas.rotate(45 * number, sun_at, top + 54)
        stroke(canvas, [(sun_at, top + 22), (sun_at, top + 12)], ink, 4, alpha=0.7)
        canvas.restore()
    line(canvas, oval(sun_at, top + 54, 22, 22), ink, 4, alpha=0.75)
    stroke(canvas, [(flower_at, top + 80), (flower_at + 3, top + 116)], ink, 4, alpha=0.7)
    for number in range(5):
        canvas.save()
        canvas.rotate(72 * number, flower_at, top + 66)
        line(canvas, oval(flower_at, top + 49, 8, 11), ink, 3.4, alpha=0.7)
        canvas.restore()
    for number in range(3):
        y = top + 110 + 22 * number
        stroke(canvas, [(x - half * 0.9, y), (x - half * (0.62 + 0.05 * number), y)], ink, 5, alpha=0.4)


def _pictures(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    """Children's drawings pinned in rows."""
    for number in range(6):
        x = layout.x(0.5 + layout.side() * (0.395 + 0.062 * (number % 2)))
        y = layout.ground * (0.2 + 0.2 * (number // 2))
        canvas.save()
        canvas.rotate(dice.uniform(-4, 4), x, y)
        _drawing(canvas, dice, x, y)
        canvas.restore()


def _drawing(canvas: skia.Canvas, dice: Random, x: float, y: float) -> None:
    """A house under the sun on a sheet of paper, by a child."""
    sheet = box(x - 32, y - 25, x + 32, y + 25, round_by=2)
    lifted(canvas, sheet, by=2)
    flat(canvas, sheet, dice.choice(("#fffdf4", "#fdf3d8", "#eef6fa")))
    flat(canvas, box(x - 28, y + 8, x + 28, y + 21), dice.choice(("#a8d08a", "#f2d68a", "#9cc8e0")))
    flat(canvas, oval(x + dice.uniform(-16, 16), y - 8, 8, 8), dice.choice(("#f7b84a", "#f08a7a", "#f7d04e")))
    house = placed(x, y, 1, 1, ((-18, -10), (-5, -10), (-5, 2), (-11, 10), (-18, 2)))
    flat(canvas, polygon(house), dice.choice(("#d8705a", "#6f9cd0", "#b48ac8")))
    flat(canvas, oval(x, y - 24, 3, 3), "#d8404a")


def _clock(canvas: skia.Canvas, x: float, y: float) -> None:
    wash(canvas, oval(x, y, 25, 25), "#fffdf4", "#efe4cc")
    line(canvas, oval(x, y, 25, 25), _WOOD, 5)
    stroke(canvas, [(x, y - 14), (x, y), (x + 9, y + 5)], "#4b3a34", 3)


def _floor(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    low, side = layout.ground + 22, layout.side()
    _BOARDS.paint(canvas, layout, dice, low)
    far = layout.height * 0.94
    for left, _, right, _ in _panes(layout):
        pool = polygon([(left, low + 8), (right, low + 8), (right + side * 190, far), (left + side * 150, far)])
        fading(canvas, pool, "#fff4c0", 0.4, 0.05)
    fading(canvas, band(layout, low, low + 16), "#4a2c18", 0.35)


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
    drawer = box(x - half * 0.86, y - high, x + half * 0.86, y - high * 0.66, round_by=3)
    wash(canvas, drawer, lit(_WOOD, -0.1), lit(_WOOD, -0.3))
    top = polygon(placed(x, y, half, high, ((-0.9, 1.22), (0.9, 1.22), (1.05, 1), (-1.05, 1))))
    lifted(canvas, top, by=2)
    brushed(canvas, top, lit(_WOOD, 0.2), dice, below=_WOOD, size=40)
    ink = dice.choice(("#e2604e", "#4f8ac0", "#5ca872", "#f0b03e"))
    book = placed(x, y, half, high, ((-0.4, 1.18), (-0.02, 1.18), (0.02, 1.05), (-0.42, 1.05)))
    wash(canvas, polygon(book), "#ffffff", "#e8e4da")
    for number in range(3):
        level = y - high * (1.1 + 0.1 * number)
        cover = box(x + half * 0.24, level - high * 0.1, x + half * 0.74, level, round_by=2)
        flat(canvas, cover, lit(ink, 0.2 * number - 0.1))
    bag = placed(x, y, half, high, ((-1.12, 0.2), (-1.16, 0.62), (-0.7, 0.64), (-0.66, 0.18)))
    wash(canvas, smooth(bag), lit(ink, 0.2), lit(ink, -0.15))


def _hem(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    for edge, side in layout.edges:
        x, y = edge + side * 90, layout.bottom + 6
        top = polygon(placed(x, y, 1, 1, ((-130, 60), (130, 60), (150, -10), (-150, -10))))
        lifted(canvas, top, by=3)
        brushed(canvas, top, lit(_WOOD, 0.1), dice, below=lit(_WOOD, -0.1), size=60)
        for number, ink in enumerate(("#4f8ac0", "#f0b03e", "#e2604e")):
            flat(canvas, box(x - 60, y - 84 - 16 * number, x + 50 - 9 * number, y - 68 - 16 * number, round_by=3), ink)
        cup = x + side * 92
        for number, ink in enumerate(("#f7c94e", "#e2604e", "#5ca872")):
            stroke(canvas, [(cup - 8 + 8 * number, y - 84), (cup - 16 + 14 * number, y - 134)], ink, 6)
        wash(canvas, box(cup - 17, y - 104, cup + 17, y - 58, round_by=5), "#a8d4e0", "#6fa4b8")


def _movers(layout: Layout, mood: Mood) -> tuple[Mover, ...]:
    side = layout.side()
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
    moon_at=(0.25,),
)
