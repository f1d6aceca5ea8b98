"""Trees, bushes, grass and flowers: stems that bend, crowns of dabs lit from the upper left."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from random import Random

import skia

from pyojeong.performing.film.sets.brushes import dabs, flat, line, stroke, within
from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.pigments import argb, lit, mix, tints
from pyojeong.performing.film.sets.shapes import Box, Points, bent, oval, smooth, tapered
from pyojeong.performing.film.sets.stamps import Mark, Stamp, stamp

BARK, PINE_BARK = "#6e4a38", "#a5603f"


def crown(
    canvas: skia.Canvas,
    dice: Random,
    at: tuple[float, float],
    half: tuple[float, float],
    ink: str,
    *,
    shape: Stamp = Stamp.DAB,
    size: float = 15.0,
    thick: float = 1.0,
) -> None:
    """Leaves: puffs about (x, y), dark where they turn away from the light and bright at the upper left."""
    x, y = at
    wide, high = half
    count = max(5, round(5 + 3 * (wide + high) / 90))
    puffs = [(x, y, 0.62)]
    for number in range(count):
        angle = math.tau * number / count + dice.uniform(-0.25, 0.25)
        far = dice.uniform(0.5, 0.72)
        puffs.append((x + wide * far * math.cos(angle), y + high * far * math.sin(angle), dice.uniform(0.34, 0.48)))
    for px, py, share in puffs:
        flat(canvas, oval(px, py + 0.06 * high, wide * share, high * share), lit(ink, -0.34))
    leaves: list[tuple[float, Mark]] = []
    shades = [argb(lit(ink, -0.3 + 0.105 * step), 0.88) for step in range(8)]
    for px, py, share in puffs:
        for _ in range(round(thick * 15 * (0.4 + wide * high * share * share / (size * size * 1.6)) ** 0.9)):
            angle, far = dice.uniform(0, math.tau), dice.random() ** 0.55 * 1.04
            dx, dy = math.cos(angle) * far, math.sin(angle) * far
            mx, my = px + dx * wide * share, py + dy * high * share
            light = -0.75 * dy - 0.4 * dx - 0.7 * (my - y) / high - 0.25 * (mx - x) / wide + dice.uniform(-0.35, 0.35)
            tint = min(7, max(0, round(3.2 + 2.6 * light)))
            mark = Mark(mx, my, size * dice.uniform(0.7, 1.4), dice.uniform(-0.9, 0.5), shades[tint])
            leaves.append((light, mark))
    leaves.sort(key=lambda pair: pair[0])
    stamp(canvas, shape, [mark for _, mark in leaves])


def trunk(canvas: skia.Canvas, dice: Random, points: Points, foot: float, tip: float, ink: str = BARK) -> None:
    """A stem with bark, lit from the left."""
    path = tapered(points, foot, tip)
    flat(canvas, path, lit(ink, -0.12))
    area = _box(points, foot)
    count, size = int(12 + (area[3] - area[1]) * foot / 90), (foot * 0.5, foot * 1.3)
    with within(canvas, path):
        dabs(canvas, dice, area, tints(ink), count=count, size=size, turn=math.pi / 2, alpha=0.5)
        stroke(canvas, [(x - foot * 0.33, y) for x, y in points], lit(ink, 0.4), foot * 0.2, alpha=0.45)
        stroke(canvas, [(x + foot * 0.4, y) for x, y in points], lit(ink, -0.5), foot * 0.3, alpha=0.4)


def forked(
    stem: Points, wide: float, twig: Callable[[Points, int, float], Points], *, ways: Sequence[float], thinner: float
) -> list[tuple[Points, float]]:
    """A stem and what grows from it in three forkings, each with its width; ``twig(stem, forking, way)`` draws one."""
    stems = [(stem, wide)]
    for forking in range(3):
        parents = stems[-(len(ways) ** forking) :]
        stems += [(twig(points, forking, way), width * thinner) for points, width in parents for way in ways]
    return stems


def broadleaf(
    canvas: skia.Canvas, dice: Random, x: float, y: float, high: float, ink: str, *, bark: str = BARK
) -> None:
    """A round tree whose foot is at (x, y)."""
    lean = dice.uniform(-0.08, 0.08)
    stem = bent(x, y, high * 0.62, lean, dice.uniform(-0.2, 0.2))
    trunk(canvas, dice, stem, high * 0.085, high * 0.035, bark)
    tx, ty = stem[-1]
    for side in (-1, 1):
        branch = bent(*stem[3], high * 0.3, side * 0.7, -side * 0.3)
        line(canvas, tapered(branch, high * 0.03, high * 0.012), lit(bark, -0.15), 2)
    crown(canvas, dice, (tx, ty - high * 0.1), (high * 0.36, high * 0.3), ink, size=high * 0.062)


def pine(canvas: skia.Canvas, dice: Random, x: float, y: float, high: float, ink: str = "#3f6f4d") -> None:
    """A Korean red pine: a winding trunk and flat clouds of needles."""
    side = dice.choice((-1, 1))
    stem = bent(x, y, high * 0.5, 0.32 * side, -0.75 * side, steps=5)
    stem += bent(*stem[-1], high * 0.42, -0.42 * side, 0.85 * side, steps=5)[1:]
    trunk(canvas, dice, stem, high * 0.075, high * 0.022, PINE_BARK)
    pads = [(stem[-1][0], stem[-1][1] - high * 0.02, 0.26)]
    for number, (index, way) in enumerate(((4, side), (6, -side), (8, side), (9, -side))):
        branch = bent(*stem[index], high * (0.32 - 0.04 * number), way * 1.15, way * 0.3)
        flat(canvas, tapered(branch, high * 0.026, high * 0.01), lit(PINE_BARK, -0.2))
        pads.append((*branch[-1], 0.25 - 0.022 * number))
    for px, py, share in sorted(pads, key=lambda pad: -pad[1]):
        _needle_pad(canvas, dice, (px, py), high * share, ink)


def _needle_pad(canvas: skia.Canvas, dice: Random, at: tuple[float, float], wide: float, ink: str) -> None:
    (x, y), high = at, wide * 0.34
    bumps = [(x - wide + wide * step / 4, y - high * (0.3 + 0.9 * math.sin(math.pi * step / 8))) for step in range(9)]
    flat(canvas, smooth([*bumps, (x + wide * 0.6, y + high * 0.4), (x - wide * 0.6, y + high * 0.4)]), lit(ink, -0.4))
    marks = []
    for row in range(5):
        for _ in range(9):
            dx = dice.uniform(-1, 1)
            top = (1 - dx * dx) ** 0.5
            my = y + high * (0.35 - (0.25 * row + 0.1) * (0.4 + 0.8 * top)) + dice.uniform(-2, 2)
            tint = lit(ink, -0.25 + 0.13 * row + dice.uniform(-0.06, 0.06) - 0.08 * dx)
            marks.append(Mark(x + dx * wide * 0.95, my, wide * dice.uniform(0.2, 0.32), dx * 0.5, argb(tint, 0.9)))
    stamp(canvas, Stamp.NEEDLES, marks)


def spruce(
    canvas: skia.Canvas, dice: Random, x: float, y: float, high: float, ink: str, *, snow: str | None = None
) -> None:
    """A pointed tree of skirts, with snow on them where there is some."""
    flat(canvas, tapered([(x, y), (x, y - high * 0.2)], high * 0.07, high * 0.05), lit(BARK, -0.2))
    skirts = 5
    for number in range(skirts):
        low = y - high * (0.1 + 0.16 * number)
        half, tip = high * (0.26 - 0.042 * number), low - high * (0.3 - 0.01 * number)
        edge = [(x + half * (step / 3 - 1), low + (high * 0.03 if step % 2 else 0)) for step in range(7)]
        path = smooth([(x, tip), *[(px, py) for px, py in reversed(edge)]])
        flat(canvas, path, lit(ink, -0.22 + 0.05 * number))
        shades = [argb(tint, 0.6) for tint in tints(lit(ink, 0.05 * number), spread=0.2)]
        marks = []
        for _ in range(16):
            share = dice.random() ** 0.6
            dx = dice.uniform(-1, 1) * half * share
            marks.append(Mark(x + dx, tip + (low - tip) * share, high * 0.08, dx / half * 0.8, dice.choice(shades)))
        with within(canvas, path):
            stamp(canvas, Stamp.NEEDLES, marks)
        if snow is not None:
            cap = [
                (x, tip - 1),
                (x + half * 0.6, low - high * 0.05),
                (x + half * 0.2, low - high * 0.1),
                (x - half * 0.15, low - high * 0.03),
                (x - half * 0.7, low - high * 0.02),
            ]
            flat(canvas, smooth(cap), snow, alpha=0.92)


def birch(canvas: skia.Canvas, dice: Random, x: float, y: float, high: float, ink: str) -> None:
    """A white trunk with dark eyes and a light, high crown."""
    stem = bent(x, y, high * 0.86, dice.uniform(-0.06, 0.06), dice.uniform(-0.1, 0.1))
    foot = high * 0.042
    trunk(canvas, dice, stem, foot, foot * 0.5, "#e9e4d8")
    for px, py in stem[:-1]:
        for _ in range(2):
            way = dice.uniform(-0.4, 0.2) * foot
            my = py - dice.uniform(0, high * 0.12)
            stroke(canvas, [(px + way, my), (px + way + foot * 0.4, my + 1)], "#4b4048", 2.4, alpha=0.7)
    for level, share in ((0.62, 0.17), (0.8, 0.2), (0.95, 0.15)):
        at = (x + (stem[-1][0] - x) * level + dice.uniform(-0.06, 0.06) * high, y - high * level)
        half = (high * share, high * share * 0.62)
        crown(canvas, dice, at, half, ink, shape=Stamp.LEAF, size=high * 0.034, thick=0.6)


def willow(canvas: skia.Canvas, dice: Random, x: float, y: float, high: float, ink: str = "#7fae5a") -> None:
    """Strands hanging from a leaning trunk."""
    stem = bent(x, y, high * 0.7, 0.05, dice.choice((-0.5, 0.5)))
    trunk(canvas, dice, stem, high * 0.08, high * 0.035, "#6b5540")
    tx, ty = stem[-1]
    crown(canvas, dice, (tx, ty), (high * 0.34, high * 0.16), lit(ink, -0.1), size=high * 0.045)
    for number in range(46):
        share = -1 + 2 * number / 45
        at = (tx + share * high * 0.42, ty - high * 0.08 * (1 - share * share) + dice.uniform(-8, 8))
        _strand(canvas, dice, at, high * dice.uniform(0.3, 0.58) * (1.05 - 0.35 * abs(share)), share, ink)


def _strand(canvas: skia.Canvas, dice: Random, at: tuple[float, float], long: float, share: float, ink: str) -> None:
    """A hanging twig with its leaves, swung outwards by its ``share`` of the crown's half."""
    x, y = at
    swing = share * 14 + dice.uniform(-5, 5)
    middle = (x + (x + swing)) / 2 + share * 10
    tint = lit(ink, dice.uniform(-0.3, 0.3))
    stroke(canvas, [(x, y), (middle, y + long * 0.5), (x + swing, y + long)], tint, 2.0, alpha=0.8)
    leaves = []
    for step in range(1, 10):
        px, turn = x + swing * step / 9 + dice.uniform(-4, 4), 1.3 + dice.uniform(-0.4, 0.4)
        leaves.append(Mark(px, y + long * step / 9, 13, turn, argb(tint, 0.85)))
    stamp(canvas, Stamp.LEAF, leaves)


def bush(canvas: skia.Canvas, dice: Random, x: float, y: float, wide: float, ink: str, *, bloom: str = "") -> None:
    """A round bush standing at (x, y), with blossoms when it blooms."""
    crown(canvas, dice, (x, y - wide * 0.3), (wide * 0.55, wide * 0.36), ink, size=wide * 0.13)
    marks = []
    for _ in range(15 if bloom else 0):
        px, py = x + dice.uniform(-0.45, 0.45) * wide, y - wide * dice.uniform(0.1, 0.55)
        turn, tint = dice.uniform(0, 6), lit(bloom, dice.uniform(-0.08, 0.3))
        marks.append(Mark(px, py, wide * 0.12, turn, argb(tint)))
    stamp(canvas, Stamp.FLOWER, marks)


def grass(canvas: skia.Canvas, dice: Random, area: Box, ink: str, *, count: int, size: tuple[float, float]) -> None:
    """Tufts over a strip of ground, small and pale at its top, large at its bottom."""
    left, top, right, bottom = area
    marks = []
    for y in sorted(dice.uniform(top, bottom) for _ in range(count)):
        near = (y - top) / max(1.0, bottom - top)
        tint = lit(ink, dice.uniform(-0.26, 0.22))
        high = size[0] + (size[1] - size[0]) * near
        x, grown, turn = dice.uniform(left, right), high * dice.uniform(0.7, 1.3), dice.uniform(-0.2, 0.2)
        marks.append(Mark(x, y, grown, turn, argb(tint, 0.9)))
    stamp(canvas, Stamp.TUFT, marks)


def corner_grass(
    canvas: skia.Canvas,
    layout: Layout,
    dice: Random,
    span: tuple[float, float],
    ink: str,
    *,
    count: int,
    size: tuple[float, float],
) -> None:
    """Tall tufts along the lower edge of the picture, from one end of ``span`` to the other in either order."""
    left, right = sorted(span)
    grass(canvas, dice, (left, layout.height * 0.965, right, layout.bottom), ink, count=count, size=size)


def flowers(
    canvas: skia.Canvas, dice: Random, area: Box, inks: Sequence[str], *, count: int, size: float, stem: str = "#5c8a48"
) -> None:
    """Small flowers on stems."""
    left, top, right, bottom = area
    spots = sorted((dice.uniform(top, bottom), dice.uniform(left, right)) for _ in range(count))
    stems, blooms, hearts = [], [], []
    for y, x in spots:
        big = size * (0.6 + 0.6 * (y - top) / max(1.0, bottom - top)) * dice.uniform(0.8, 1.2)
        ink = dice.choice(list(inks))
        stems.append(Mark(x, y, big * 1.7, dice.uniform(-0.2, 0.2), argb(lit(stem, dice.uniform(-0.2, 0.2)), 0.9)))
        blooms.append(Mark(x + 1, y - big * 0.8, big, dice.uniform(0, 6), argb(lit(ink, dice.uniform(-0.1, 0.2)))))
        hearts.append(Mark(x + 1, y - big * 0.8, big * 0.3, 0.0, argb(mix("#f2b632", ink, 0.2))))
    stamp(canvas, Stamp.BLADE, stems)
    stamp(canvas, Stamp.FLOWER, blooms)
    stamp(canvas, Stamp.DISC, hearts)


def reeds(canvas: skia.Canvas, dice: Random, x: float, y: float, high: float, ink: str, *, count: int) -> None:
    """Long blades with brown heads about one foot."""
    for _ in range(count):
        lean = dice.uniform(-0.35, 0.35)
        points = bent(x + dice.uniform(-22, 22), y, high * dice.uniform(0.6, 1.1), lean, lean)
        flat(canvas, tapered(points, 5, 1.2), lit(ink, dice.uniform(-0.25, 0.2)))
        if dice.random() < 0.3:
            tx, ty = points[-1]
            stroke(canvas, [(tx, ty), (tx + lean * 8, ty - 16)], "#7a5236", 6)


def _box(points: Points, wide: float) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs) - wide, min(ys), max(xs) + wide, max(ys)
