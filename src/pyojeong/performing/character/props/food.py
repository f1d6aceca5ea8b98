"""Things to eat and drink."""

from __future__ import annotations

import skia

from pyojeong.media.drawing.paths import circle, united
from pyojeong.performing.character.pens import Nodes, Pen
from pyojeong.performing.character.props.prop import (
    BOTH_CHEST,
    HAND_OUT,
    Held,
    Place,
    Prop,
    fills,
    raised,
    shapes,
    strokes,
)


def _coffee(pen: Pen, at: Place) -> Nodes:
    cup = at.lines((-0.62, -0.75), (0.62, -0.75), (0.46, 1.05), (-0.46, 1.05), closed=True)
    sleeve = at.lines((-0.56, -0.1), (0.56, -0.1), (0.49, 0.62), (-0.49, 0.62), closed=True)
    lid = at.box(0, -0.92, 0.74, 0.18, 0.14)
    straw = at.lines((0.1, -1.0), (0.22, -1.75))
    return (*strokes(pen, [straw], 1.1), *shapes(pen, (cup, "#fff8ec"), (sleeve, "#b9855a", 0.55), (lid, "#f3f0ea")))


def _bowl(pen: Pen, at: Place, colour: str) -> Nodes:
    bowl = at.smooth((-1.25, -0.1), (1.25, -0.1), (0.95, 0.62), (0.45, 0.92), (-0.45, 0.92), (-0.95, 0.62), ease=0.13)
    foot = at.box(0, 0.98, 0.42, 0.12, 0.06)
    return shapes(pen, (foot, colour), (bowl, colour))


def _rice(pen: Pen, at: Place) -> Nodes:
    heap = at.smooth((-1.0, 0.0), (-0.82, -0.55), (-0.3, -0.9), (0.35, -0.88), (0.85, -0.5), (1.0, 0.0))
    sticks = [at.lines((0.5, -0.3), (1.35, -1.75)), at.lines((0.28, -0.4), (1.02, -1.85))]
    grains = [at.lines((x, y), (x + 0.1, y - 0.05)) for x, y in ((-0.45, -0.35), (-0.05, -0.6), (0.3, -0.3))]
    return (
        *strokes(pen, sticks, 1.25),
        *strokes(pen, sticks, 0.6, "#e0a867"),
        *shapes(pen, (heap, "#ffffff")),
        *strokes(pen, grains, 0.45, "#cfc6b8"),
        *_bowl(pen, at, "#6f9fe0"),
    )


def _ramen(pen: Pen, at: Place) -> Nodes:
    soup = at.oval(0, -0.12, 1.2, 0.42)
    noodles = [
        at.smooth((x, -0.1), (x + 0.14, -0.28), (x + 0.28, -0.06), (x + 0.42, -0.24), closed=False)
        for x in (-0.85, -0.4, 0.0)
    ]
    egg = at.oval(0.55, -0.3, 0.36, 0.26)
    sticks = [at.lines((-0.3, -0.3), (-1.3, -1.5)), at.lines((-0.05, -0.4), (-1.0, -1.65))]
    return (
        *_bowl(pen, at, "#e2574c"),
        *shapes(pen, (soup, "#f4b15c"), (egg, "#ffffff", 0.6)),
        *fills(pen, (at.oval(0.55, -0.3, 0.17, 0.13), "#ffb72e")),
        *strokes(pen, noodles, 0.75, "#ffe9a8"),
        *strokes(pen, sticks, 1.25),
        *strokes(pen, sticks, 0.6, "#e0a867"),
    )


def _chicken(pen: Pen, at: Place) -> Nodes:
    ends = [at.path(circle((x, 0.72), 0.2)) for x in (-0.16, 0.16)]
    bone = united(at.box(0, 0.3, 0.17, 0.5, 0.1), *ends)
    meat = at.smooth(
        (0.0, 0.12), (-0.42, -0.2), (-0.78, -0.95), (-0.45, -1.6), (0.3, -1.7), (0.8, -1.15), (0.62, -0.4), (0.25, 0.1)
    )
    crumbs = [
        at.lines((x, y), (x + 0.08, y + 0.1)) for x, y in ((-0.2, -1.2), (0.25, -0.9), (-0.1, -0.6), (0.35, -1.35))
    ]
    shine = at.smooth((-0.5, -1.0), (-0.42, -1.3), (-0.2, -1.45), closed=False)
    return (
        *shapes(pen, (bone, "#fff6e6"), (meat, "#d98a3d")),
        *strokes(pen, crumbs, 0.5, "#a9602a"),
        *strokes(pen, [shine], 0.7, "#f6c98a"),
    )


def _cake(pen: Pen, at: Place) -> Nodes:
    plate = at.oval(0, 0.86, 1.45, 0.2)
    base = at.box(0, 0.3, 1.08, 0.55, 0.2)
    cream = at.smooth(
        (-1.1, -0.2),
        (-1.05, -0.42),
        (0.0, -0.5),
        (1.05, -0.42),
        (1.1, -0.2),
        (0.82, 0.12),
        (0.55, -0.1),
        (0.28, 0.16),
        (0.0, -0.08),
        (-0.28, 0.16),
        (-0.55, -0.1),
        (-0.82, 0.12),
    )
    candle = at.box(0, -0.86, 0.1, 0.38, 0.05)
    flame = at.smooth((0.0, -1.82), (0.2, -1.45), (0.0, -1.24), (-0.2, -1.45))
    berries = [(at.path(circle((x, -0.5), 0.19)), "#ff5d6c", 0.6) for x in (-0.62, 0.62)]
    return (
        *shapes(pen, (plate, "#e9eef6"), (base, "#ffd9a8"), (cream, "#ffffff"), (candle, "#7ec8f2", 0.6), *berries),
        *shapes(pen, (flame, "#ffb52e"), fine=0.6),
    )


def _ice_cream(pen: Pen, at: Place) -> Nodes:
    cone = at.lines((-0.46, -0.45), (0.46, -0.45), (0.0, 0.85), closed=True)
    lattice = [at.lines((-0.2, -0.4), (0.16, 0.35)), at.lines((0.2, -0.4), (-0.16, 0.35))]
    low, top = at.path(circle((0, -0.72), 0.56)), at.path(circle((0.02, -1.38), 0.46))
    return (
        *shapes(pen, (cone, "#e9b368")),
        *strokes(pen, lattice, 0.45, "#b97f3c"),
        *shapes(pen, (low, "#ff9fb4"), (top, "#fff3d6"), (at.path(circle((0.12, -1.86), 0.15)), "#e5383b", 0.6)),
    )


def _mug(pen: Pen, at: Place) -> Nodes:
    glass = at.box(0, 0.1, 0.62, 0.82, 0.16)
    handle = at.smooth((0.55, -0.35), (1.05, -0.3), (1.05, 0.45), (0.55, 0.5), closed=False)
    foam = united(*(at.path(circle((x, -0.78), 0.3)) for x in (-0.45, 0.0, 0.45)), at.box(0, -0.62, 0.68, 0.2, 0.1))
    bars = [at.lines((x, -0.1), (x, 0.6)) for x in (-0.22, 0.22)]
    return (
        *strokes(pen, [handle], 2.2),
        *strokes(pen, [handle], 0.8, "#ffe9a8"),
        *shapes(pen, (glass, "#ffc94a"), (foam, "#ffffff")),
        *strokes(pen, bars, 0.7, "#ffe9a8"),
    )


def _watermelon(pen: Pen, at: Place) -> Nodes:
    rind = at.path(_slice(1.25, 0.0))
    flesh = at.path(_slice(1.02, 0.02))
    seeds = [
        (at.oval(x, y, 0.07, 0.11), "#3a2a2a")
        for x, y in ((-0.45, 0.25), (0.0, 0.2), (0.45, 0.25), (-0.2, 0.55), (0.22, 0.56))
    ]
    return (*shapes(pen, (rind, "#4caf6a")), *fills(pen, (flesh, "#ff6b6b"), *seeds))


def _slice(radius: float, top: float) -> skia.Path:
    path = skia.Path()
    path.addArc(skia.Rect.MakeLTRB(-radius, top - radius, radius, top + radius), 0, 180)
    path.close()
    return path


def _drink(pen: Pen, at: Place) -> Nodes:
    """A tall glass with ice and a straw."""
    glass = at.lines((-0.56, -1.0), (0.56, -1.0), (0.42, 0.9), (-0.42, 0.9), closed=True)
    juice = at.lines((-0.49, -0.55), (0.49, -0.55), (0.38, 0.8), (-0.38, 0.8), closed=True)
    ice = [(at.box(x, y, 0.16, 0.15, 0.05), "#e6f7ff", 0.35) for x, y in ((-0.14, -0.35), (0.16, -0.05))]
    straw = at.lines((0.1, -0.3), (0.4, -1.75), (0.75, -1.85))
    return (
        *shapes(pen, (glass, "#f2fbff")),
        *fills(pen, (juice, "#ff9f6b")),
        *shapes(pen, *ice),
        *strokes(pen, [straw], 1.3),
        *strokes(pen, [straw], 0.6, "#ff8fa8"),
    )


FOOD = (
    Prop("drink", "음료", "Drink", Held.HAND, _drink, 32, HAND_OUT),
    Prop("coffee", "커피", "Coffee", Held.HAND, _coffee, 34, HAND_OUT),
    Prop("rice", "밥그릇", "Bowl of rice", Held.BOTH, _rice, 34, BOTH_CHEST),
    Prop("ramen", "라면", "Ramen", Held.BOTH, _ramen, 37, BOTH_CHEST),
    Prop("chicken", "닭다리", "Chicken leg", Held.HAND, _chicken, 39, HAND_OUT),
    Prop("cake", "케이크", "Cake", Held.BOTH, _cake, 37, BOTH_CHEST),
    Prop("ice-cream", "아이스크림", "Ice cream", Held.HAND, _ice_cream, 38, HAND_OUT),
    Prop("mug", "시원한 잔", "Cold glass", Held.HAND, _mug, 36, (None, raised())),
    Prop("watermelon", "수박", "Watermelon", Held.BOTH, _watermelon, 34, BOTH_CHEST),
)
