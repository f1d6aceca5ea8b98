"""The fox's tail, which acts, and its arms, which wear stockings."""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Node, Point
from pyojeong.media.drawing.paths import common, lines, smooth, united
from pyojeong.performing.character.build import Posture, Reach
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.fox_stand import Scene
from pyojeong.performing.character.figure import Frame
from pyojeong.performing.character.pens import Nodes

_TAILS: Mapping[int, tuple[Point, ...]] = MappingProxyType(
    {
        -1: ((0.30, 0.62), (1.00, 0.70), (1.90, 0.76), (2.70, 0.84), (3.30, 0.60)),
        0: ((0.30, 0.62), (1.50, 0.70), (2.30, 0.05), (2.10, -0.75), (2.55, -1.30)),
        1: ((0.30, 0.62), (1.70, 0.55), (2.45, -0.45), (2.00, -1.55), (1.50, -2.15)),
    }
)
"""The middle of the tail on the picture's right, in half sizes of the body: dragging, resting, raised."""


def tail_sheet(choices: Choices, body: Frame, stand: float, *, sway: float = 0.0) -> tuple[skia.Path, skia.Path]:
    """The tail and its white end."""
    low, high = (-1, 0) if stand < 0 else (0, 1)
    share, size = stand - low, choices.number("tail")
    points = []
    for n, (a, b) in enumerate(zip(_TAILS[low], _TAILS[high], strict=True)):
        x, y = (p + (q - p) * share for p, q in zip(a, b, strict=True))
        points.append(body.at(0.3 + (x - 0.3) * size + 0.05 * sway * n, 0.62 + (y - 0.62) * size))
    return plume(smooth(points, closed=False), 78.0 * choices.number("fluff"))


def plume(line: skia.Path, width: float) -> tuple[skia.Path, skia.Path]:
    """A brush of a tail along ``line``: thin root, broad end, pointed tip; and its white end with a jagged edge."""
    measure = skia.PathMeasure(line, False)
    length, right, left = measure.getLength(), [], []
    count = 14
    for n in range(count + 1):
        share = n / count
        place, way = measure.getPosTan(length * share)
        half = (
            0.5
            * width
            * (0.22 + 0.78 * math.sin(math.pi * min(1.0, 0.06 + 0.62 * share) ** 1.15))
            * (1 - max(0.0, share - 0.72) / 0.28 * 0.92)
        )
        right.append((place.x() - way.y() * half, place.y() + way.x() * half))
        left.append((place.x() + way.y() * half, place.y() - way.x() * half))
    whole = lines(right + left[::-1], closed=True)
    cut, (sx, sy) = 9, (0.0, 0.0)
    jag = []
    for n in range(7):
        t = n / 6
        (ax, ay), (bx, by) = right[cut], left[cut]
        place, way = measure.getPosTan(length * cut / count)
        push = 11.0 if n % 2 else -5.0
        sx, sy = ax + (bx - ax) * (1.3 * t - 0.15) - push * way.x(), ay + (by - ay) * (1.3 * t - 0.15) - push * way.y()
        jag.append((sx, sy))
    place, way = measure.getPosTan(length)
    far = [(p[0] + way.x() * 90, p[1] + way.y() * 90) for p in (left[-1], right[-1])]
    wide = [
        (left[cut + 1][0] - way.y() * -60, left[cut + 1][1] + way.x() * -60),
        *far,
        (right[cut + 1][0] + way.y() * -60, right[cut + 1][1] - way.x() * -60),
    ]
    end = common(whole, lines([*jag, *wide], closed=True))
    return whole, end


def tail_nodes(scene: Scene, whole: skia.Path, end: skia.Path) -> Nodes:
    """The tail."""
    return (
        *scene.pen.shape(whole, scene.colour("coat"), part="tail"),
        *scene.pen.shape(end, scene.colour("white"), part="tail-tip"),
    )


def arm_sheet(stood: Posture, reach: Reach, *, start: float = 0.0) -> skia.Path:
    """A strip of paper with an elbow."""
    return reach.bones.area(stood.build.arm, start=start, end=1.0)


def arm_nodes(scene: Scene, stood: Posture, reach: Reach, *, start: float = 0.0) -> Nodes:
    """A strip with a dark stocking, and a hand."""
    pen, name = scene.pen, f"arm{reach.side}"
    nodes: list[Node] = list(pen.shape(arm_sheet(stood, reach, start=start), scene.colour("coat"), part=name))
    cuff = max(start, 1 - 30.0 / max(31.0, reach.bones.length()))
    glove = united(reach.bones.area(stood.build.arm + 1.5, start=cuff), reach.glyph.outline)
    nodes += pen.shape(glove, scene.colour("dark"), part=f"{name}-glove")
    light = mixed(scene.colour("dark"), "#ffffff", 0.45)
    for n, line in enumerate(reach.glyph.lines):
        nodes += pen.line(line, width=0.42 * pen.width, colour=light, part=f"{name}-{n}")
    for over in reach.glyph.over:
        nodes += pen.shape(over, scene.colour("dark"), part=f"{name}-over")
    if reach.glyph.heart is not None:
        nodes += pen.shape(reach.glyph.heart, "#ff5d7a", part="heart")
    return tuple(nodes)
