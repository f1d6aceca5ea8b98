"""Rooms from within: plastered walls, and floors that run towards us."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import skia

from pyojeong.performing.film.sets.brushes import dabs, stroke, wash
from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.pigments import tints
from pyojeong.performing.film.sets.shapes import band


def plaster(
    canvas: skia.Canvas,
    layout: Layout,
    dice: Random,
    low: float,
    inks: tuple[str, str, str],
    *,
    spread: float,
    count: int,
) -> None:
    """A wall from the top down to ``low``, from the first colour to the second, mottled about the third."""
    above, below, tint = inks
    wash(canvas, band(layout, layout.top - 9, low), above, below)
    area = layout.across(layout.top, low)
    dabs(canvas, dice, area, tints(tint, spread=spread), count=count, size=(110, 260), alpha=0.25, loose=0.5)


@dataclass(frozen=True, slots=True)
class Floor:
    """Boards or sheets of oiled paper.

    Attributes:
        above: Colour where it begins.
        below: At the bottom.
        joint: Of the joints.
        joints: How many of them on each side of the middle one.
        apart: Units between them where it begins and at the bottom.
        shown: Their alpha.
        width: Their width.
        rows: Shares of the way down at which joints run across.
        tint: Middle of the colours it is mottled with.
        spread: How far those differ.
        strokes: How many.
        size: Smallest and largest.
        alpha: Of the strokes.
        loose: How far they stray, in radians.
    """

    above: str
    below: str
    joint: str
    joints: int
    apart: tuple[float, float]
    shown: float
    tint: str
    strokes: int
    width: float = 2.4
    rows: tuple[float, ...] = ()
    spread: float = 0.2
    size: tuple[float, float] = (80, 230)
    alpha: float = 0.2
    loose: float = 0.08

    def paint(self, canvas: skia.Canvas, layout: Layout, dice: Random, low: float) -> None:
        """From ``low`` to the bottom."""
        wash(canvas, band(layout, low, layout.bottom + 9), self.above, self.below)
        for number in range(-self.joints, self.joints + 1):
            far, near = (layout.middle + number * apart for apart in self.apart)
            stroke(canvas, [(far, low), (near, layout.bottom + 10)], self.joint, self.width, alpha=self.shown)
        for share in self.rows:
            y = low + (layout.bottom - low) * share
            stroke(canvas, [(layout.left, y), (layout.right, y)], self.joint, self.width, alpha=0.35)
        area, shades = layout.across(low, layout.bottom), tints(self.tint, spread=self.spread)
        dabs(canvas, dice, area, shades, count=self.strokes, size=self.size, alpha=self.alpha, loose=self.loose)
