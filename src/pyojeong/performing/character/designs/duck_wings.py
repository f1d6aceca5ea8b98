"""Wings that act as arms: broad in the middle, three feathers for fingers."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType

import skia

from pyojeong.media.drawing.nodes import Group, Matrix, Point
from pyojeong.media.drawing.paths import (
    along,
    circle,
    lines,
    oval,
    part,
    placed,
    polar,
    smooth,
    stroked,
    united,
    without,
)
from pyojeong.performing.character.acting import Hand
from pyojeong.performing.character.build import Reach
from pyojeong.performing.character.designs.duck_pen import QuickPen
from pyojeong.performing.character.hands import UPRIGHT, heart_path
from pyojeong.performing.character.pens import Nodes


def feather(degrees: float, length: float, *, base: Point = (0.0, 0.0), breadth: float = 0.36) -> skia.Path:
    """A feather ``degrees`` clockwise from up, blunt at its tip."""
    tip = polar(base, length, degrees - 90)
    side = polar((0.0, 0.0), breadth, degrees)
    mid = base[0] + 0.62 * (tip[0] - base[0]), base[1] + 0.62 * (tip[1] - base[1])
    return smooth([base, (mid[0] + side[0], mid[1] + side[1]), tip, (mid[0] - side[0], mid[1] - side[1])])


def _fan(*spread: tuple[float, float]) -> skia.Path:
    return united(oval((0.0, 0.05), (0.80, 0.86)), *(feather(turn, long, base=(0.0, 0.3)) for turn, long in spread))


def _folded() -> skia.Path:
    return united(oval((0.0, 0.0), (0.95, 0.92)), *(feather(turn, 1.12, breadth=0.42) for turn in (-44, 0, 44)))


def _relaxed() -> skia.Path:
    return _fan((-20, 1.55), (8, 1.85), (36, 1.5))


def _open() -> skia.Path:
    return _fan((-52, 1.75), (-14, 2.2), (22, 2.25), (58, 1.75))


def _thumb() -> skia.Path:
    return united(_folded(), feather(-10, 2.0, base=(-0.38, 0.2), breadth=0.40))


def _point() -> skia.Path:
    return united(_folded(), feather(0, 2.7, base=(-0.2, 0.2), breadth=0.36))


def _two() -> skia.Path:
    return united(
        _folded(), feather(-20, 2.4, base=(-0.1, 0.2), breadth=0.34), feather(20, 2.4, base=(0.1, 0.2), breadth=0.34)
    )


def _ok() -> skia.Path:
    ring = stroked(circle((-0.62, -0.72), 0.48), 0.40)
    whole = united(oval((0.1, 0.15), (0.84, 0.84)), *(feather(t, 2.0, base=(0.2, 0.1)) for t in (4, 30, 56)), ring)
    return without(whole, circle((-0.62, -0.72), 0.28))


def _pray() -> skia.Path:
    return united(oval((0.0, 0.2), (0.66, 0.8)), feather(4, 2.0, base=(-0.1, 0.4), breadth=0.44))


_HANDS: Mapping[Hand, Callable[[], skia.Path]] = MappingProxyType(
    {
        Hand.RELAXED: _relaxed,
        Hand.OPEN: _open,
        Hand.FIST: _folded,
        Hand.THUMB: _thumb,
        Hand.POINT: _point,
        Hand.TWO: _two,
        Hand.PINCH_HEART: _folded,
        Hand.OK: _ok,
        Hand.PRAY: _pray,
        Hand.STOP: _open,
    }
)


@cache
def _hand(hand: Hand) -> skia.Path:
    return _HANDS[hand]()


def hand_path(reach: Reach, radius: float) -> skia.Path:
    """The feathers at a wing's end."""
    turn = reach.arm.turn_degrees * reach.side + (0.0 if reach.arm.hand in UPRIGHT else reach.bones.degrees)
    sized = Matrix(radius * reach.side, 0.0, 0.0, radius, *reach.bones.hand)
    return placed(_hand(reach.arm.hand), Matrix.turned(turn, reach.bones.hand) @ sized)


def wing_path(reach: Reach, width: float, radius: float, *, start: float = 0.0) -> skia.Path:
    """Wing and feathers as one area, from ``start`` of its length on."""
    steps = 12
    line = reach.bones.line()
    walked = along(line if not start else part(line, start, 1.0), steps)
    right, left = [], []
    for n, ((x, y), (tx, ty)) in enumerate(walked):
        share = start + (1 - start) * n / steps
        half = width * (0.40 + 0.34 * math.sin(math.pi * min(1.0, 0.10 + 0.86 * share)))
        right.append((x - ty * half, y + tx * half))
        left.append((x + ty * half, y - tx * half))
    ends = circle(walked[0][0], 0.46 * width), circle(walked[-1][0], 0.46 * width)
    return united(lines(right + left[::-1], closed=True), *ends, hand_path(reach, radius))


def wing_nodes(
    pen: QuickPen, reach: Reach, width: float, radius: float, colour: str, band: str, *, start: float = 0.0
) -> Nodes:
    """A wing with the bright band across it that a duck is vain of."""
    area = wing_path(reach, width, radius, start=start)
    name = f"wing{reach.side}"
    nodes = pen.tones(area, colour)
    line, long = reach.bones.line(), reach.bones.length()
    share = max(start, 1 - 1.5 * radius / max(1.0, long))
    if long * (1 - start) > 1.8 * radius:
        (x, y), (tx, ty) = along(part(line, min(0.98, share), 1.0), 1)[0]
        across = lines([(x - ty * width, y + tx * width), (x + ty * width, y - tx * width)])
        nodes += (Group(pen.fill(stroked(across, 9.0), band, part=name), clip=area),)
    nodes += pen.line(area, part=name)
    if reach.arm.hand is Hand.PINCH_HEART:
        x, y = reach.bones.hand
        nodes += pen.shape(heart_path((x, y - 2.0 * radius), 0.8 * radius), "#ff5d7a", part="heart")
    return nodes
