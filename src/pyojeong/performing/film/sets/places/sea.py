"""Sea: islands in blue, foam, a beach with shells, pines on a rock and a boat under sail."""

from __future__ import annotations

from random import Random

import skia

from pyojeong.performing.film.sets.brushes import dabs, flat, stroke, wash, within
from pyojeong.performing.film.sets.flora import grass, pine
from pyojeong.performing.film.sets.land import below_line, far_trees, pebbles, rock, water
from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.movers import Birds, Glitter, Waves
from pyojeong.performing.film.sets.pigments import SHADE, argb, lit, tints
from pyojeong.performing.film.sets.shapes import band, box, oval, placed, polygon, smooth
from pyojeong.performing.film.sets.sheets import Clouds, Composition, Mover, Sheet
from pyojeong.performing.film.sets.skies import clouds, fair
from pyojeong.performing.film.sets.sprites import Travelling, sprite
from pyojeong.performing.film.sets.stamps import Mark, Stamp, stamp
from pyojeong.performing.film.sets.tones import Mood

_SKY = fair(("#6fb8e0", "#a8d9e6", "#e4eed9", "#fde6c4"), sides=(0.2, 0.8), high=0.6, radius=40)


def _horizon(layout: Layout) -> float:
    return layout.ground - 92


def _beach(layout: Layout) -> float:
    return layout.ground + 62


def _islands(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    sea = _horizon(layout)
    for number, ink in enumerate(("#a9c6d4", "#86b0bd")):
        for share in (dice.uniform(0.05, 0.3), dice.uniform(0.66, 0.95)):
            x, wide = layout.x(share), dice.uniform(150, 300)
            high = dice.uniform(50, 110) * (1 - 0.25 * number)
            top = placed(x, sea, wide, high, ((-0.26, 0.5), (-0.05, 1), (0.2, 0.55)))
            path = smooth([(x - wide / 2, sea + 6), *top, (x + wide * 0.5, sea + 6)])
            wash(canvas, path, ink, lit(ink, 0.4))
            area, shades = (x - wide / 2, sea - high, x + wide / 2, sea), tints(ink)
            with within(canvas, path):
                dabs(canvas, dice, area, shades, count=20, size=(20, 50), alpha=0.3)
            if number:
                far_trees(canvas, dice, top, lit(ink, -0.14), high=16)
    water(canvas, dice, band(layout, sea, layout.bottom + 9), ("#8ecfdc", "#4fa9c8", "#3f97bd", "#7cc8cf"))
    flat(canvas, box(layout.left, sea - 1.5, layout.right, sea + 1.5), "#f4fbff", alpha=0.55)


def _sand(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    y, low = _beach(layout), layout.bottom + 20
    span = layout.right - layout.left
    crest = [(layout.left - 40 + (span + 80) * step / 8, y + dice.uniform(-12, 12)) for step in range(9)]
    for lift, ink, alpha in ((-30, "#c5eef0", 0.55), (-15, "#ffffff", 0.8), (-4, "#b99a6a", 0.5)):
        flat(canvas, below_line(layout, [(px, py + lift) for px, py in crest], low), ink, alpha=alpha)
    path, area = below_line(layout, crest, low), layout.across(y, layout.bottom)
    wash(canvas, path, "#f3dfae", "#dcb87c")
    with within(canvas, path):
        dabs(canvas, dice, area, tints("#e6c68d", spread=0.2), count=130, size=(90, 240), alpha=0.16, loose=0.1)
        specks = ("#b98f58", "#fff3d2")
        dabs(canvas, dice, area, specks, count=60, size=(18, 40), shape=Stamp.SPLAT, alpha=0.22, loose=3)
    pebbles(canvas, dice, (layout.x(0.04), y + 24, layout.x(0.96), layout.height), "#b9a894", count=16)
    for _ in range(9):
        share = dice.choice((dice.uniform(0.03, 0.3), dice.uniform(0.7, 0.97)))
        _shell(canvas, dice, layout.x(share), dice.uniform(y + 40, layout.height - 20))


def _shell(canvas: skia.Canvas, dice: Random, x: float, y: float) -> None:
    """A scallop or a starfish."""
    size, ink = dice.uniform(10, 17), dice.choice(("#f6b8a6", "#fff0dc", "#e9909a", "#f2cf8a"))
    flat(canvas, oval(x, y + size * 0.7, size, size * 0.25), SHADE, alpha=0.14)
    if dice.random() < 0.4:
        stamp(canvas, Stamp.FLOWER, [Mark(x, y, size * 2.1, dice.uniform(0, 6), argb("#e98a5a"))])
        return
    fan = smooth(placed(x, y, size, size, ((0, -0.7), (-1, 0.1), (-0.5, 0.75), (0.5, 0.75), (1, 0.1))))
    wash(canvas, fan, lit(ink, 0.3), lit(ink, -0.12))
    for share in (-0.6, -0.2, 0.2, 0.6):
        stroke(canvas, [(x, y + size * 0.6), (x + share * size, y - size * 0.55)], lit(ink, -0.3), 1.4, alpha=0.7)


def _rocks(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    side = dice.choice((0, 1))
    x = layout.x((0.03, 0.97)[side])
    way_to = 1 - 2 * side
    y = _beach(layout) + 66
    pine(canvas, dice, x + way_to * 40, y - 96, min(400.0, layout.ground * 0.84))
    for dx, wide, dy in ((-10, 250, 0), (86, 170, 20), (168, 100, 34), (30, 150, 44)):
        rock(canvas, dice, x + way_to * dx, y + dy, wide, "#9a8f8a")
    grass(canvas, dice, (x - 90, y - 150, x + 90, y - 120), "#7d9a58", count=14, size=(20, 30))
    other = layout.x((0.95, 0.05)[side])
    for dx, wide in ((0, 130), (-way_to * 90, 74)):
        rock(canvas, dice, other + dx, y + 34, wide, "#a39890")


def _corner(canvas: skia.Canvas, layout: Layout, dice: Random) -> None:
    low = layout.bottom
    for edge, side in layout.edges:
        for number in range(16):
            x = edge + side * (20 + 10 * number) + dice.uniform(-8, 8)
            high = (150 - 7 * number) * dice.uniform(0.7, 1.1)
            ink = lit("#a9b06a", dice.uniform(-0.3, 0.2))
            stroke(canvas, placed(x, low, side, high, ((0, 0), (8, 0.5), (34, 1))), ink, 3.4)


def boat(canvas: skia.Canvas, dice: Random) -> None:
    """A fishing boat under a patched sail, about its waterline."""
    hull = smooth([(-60, -18), (-46, 4), (0, 9), (48, 4), (66, -22), (20, -12), (-30, -11)])
    wash(canvas, hull, "#9c6a42", "#6d4630")
    stroke(canvas, [(-58, -17), (0, -10), (64, -21)], "#c99a64", 3)
    stroke(canvas, [(2, -10), (0, -118)], "#6d4630", 4)
    sail = polygon([(4, -114), (52, -96), (46, -24), (4, -20)])
    wash(canvas, sail, "#fff6e2", "#ecd2a4")
    for share in (0.25, 0.5, 0.75):
        stroke(canvas, [(4, -114 + 94 * share), (51, -97 + 74 * share)], "#c79f6e", 2)
    flat(canvas, polygon([(0, -118), (-24, -110), (0, -104)]), "#d8482e")


def _movers(layout: Layout, mood: Mood) -> tuple[Mover, ...]:
    sea, beach = _horizon(layout), _beach(layout)
    foam, dice = mood.ink("#ffffff", near=0.9), layout.dice("boats")
    lanes = ((sea + 16, dice.random(), 5.0, 0.55), (sea + 42, dice.random(), -4.0, 0.8))
    return (
        Glitter(
            (0, sea + 8, layout.width, beach - 50), foam, count=46, size=(14, 54), depth=0.35, seed=layout.seed % 97
        ),
        Travelling(layout, sprite(mood, (-70, -125, 75, 12), boat, near=0.4), lanes, bob=2.5, tilt=2.0, depth=0.35),
        Waves(layout.left, layout.right, (beach - 52, beach - 24), foam, depth=0.8),
        Birds(layout, mood.ink("#ffffff", near=0.9), layout.ground * 0.36, count=5, size=15, phase=dice.random()),
    )


SEA = Composition(
    (Sheet("sky", 0.05, _SKY), Sheet("islands", 0.3, _islands), Sheet("sand", 0.8, _sand), Sheet("rocks", 0.9, _rocks)),
    hems=(Sheet("corner", 1.35, _corner),),
    movers=_movers,
    clouds=Clouds(clouds),
    moon_at=(0.23, 0.77),
)
