"""A sheet of squares: what a pixel artist draws on, and the drawing it becomes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
import skia
from numpy.typing import NDArray

from pyojeong.media.drawing.nodes import Group, Node, Point, Shape

SIDE, CELL = 40, 9.0
"""Squares a side, and canvas units of one: forty are the fewest that hold eyes of three by four and a hand of three."""
FLOOR = 37
"""First row under the feet."""
Mask = NDArray[np.bool_]
Glyph = Sequence[str]
EMPTY = 0


@dataclass(slots=True)
class Sheet:
    """Squares, rows first; 0 is empty, n is colour n - 1.

    >>> sheet = Sheet()
    >>> sheet.stamp(("#.", "##"), 3, 5, {"#": "#000000"})
    >>> int((sheet.cells > 0).sum())
    3
    """

    cells: NDArray[np.int16] = field(default_factory=lambda: np.zeros((SIDE, SIDE), np.int16))
    colours: list[str] = field(default_factory=list)

    def index(self, colour: str) -> int:
        """The number of ``colour``."""
        if colour not in self.colours:
            self.colours.append(colour)
        return self.colours.index(colour) + 1

    def stamp(self, glyph: Glyph, x: int, y: int, key: Mapping[str, str], *, mirrored: bool = False) -> None:
        """``glyph`` with its upper left corner at column ``x`` and row ``y``; letters that ``key`` lacks stay empty."""
        for down, row in enumerate(glyph):
            for right, letter in enumerate(row[::-1] if mirrored else row):
                if letter in key and 0 <= y + down < SIDE and 0 <= x + right < SIDE:
                    self.cells[y + down, x + right] = self.index(key[letter])

    def fill(self, mask: Mask, colour: str) -> None:
        """All squares of ``mask``."""
        self.cells[mask] = self.index(colour)

    def part(self, mask: Mask, colour: str, shade: str, ink: str) -> None:
        """A part of the figure: one square of ink around it, its colour, shade at its lower right."""
        self.fill(grown(mask) & ~mask, ink)
        self.fill(mask, colour)
        self.fill(mask & ~(moved(mask, -1, 0) & moved(mask, 0, -1)) & (moved(mask, 1, 0) | moved(mask, 0, 1)), shade)

    def has(self, *colours: str) -> Mask:
        """Where these colours are."""
        return np.isin(self.cells, [self.index(colour) for colour in colours])


def empty() -> Mask:
    """No square."""
    return np.zeros((SIDE, SIDE), np.bool_)


def grown(mask: Mask) -> Mask:
    """``mask`` and its four neighbours."""
    return mask | moved(mask, 1, 0) | moved(mask, -1, 0) | moved(mask, 0, 1) | moved(mask, 0, -1)


def moved(mask: Mask, right: int, down: int) -> Mask:
    """``mask`` shifted; what leaves the sheet is lost."""
    shifted = np.zeros_like(mask)
    height, width = mask.shape
    if abs(right) < width and abs(down) < height:
        shifted[max(0, down) : height + min(0, down), max(0, right) : width + min(0, right)] = mask[
            max(0, -down) : height - max(0, down), max(0, -right) : width - max(0, right)
        ]
    return shifted


def rows_mask(halves: Sequence[int], top: int, middle: int) -> Mask:
    """Rows of these half widths around the edge before column ``middle``, from row ``top`` down."""
    mask = empty()
    for down, half in enumerate(halves):
        if half > 0 and 0 <= top + down < SIDE:
            mask[top + down, max(0, middle - half) : max(0, min(SIDE, middle + half))] = True
    return mask


def box_mask(left: int, top: int, width: int, height: int) -> Mask:
    """A rectangle, as far as it is on the sheet."""
    mask = empty()
    mask[max(0, top) : max(0, top + height), max(0, left) : max(0, left + width)] = True
    return mask


def line_mask(points: Sequence[Point], thick: int) -> Mask:
    """A line of ``thick`` squares through ``points``, in columns and rows."""
    mask = empty()
    for (ax, ay), (bx, by) in pairwise(points):
        steps = max(1, int(2 * max(abs(bx - ax), abs(by - ay))))
        for n in range(steps + 1):
            x, y = ax + (bx - ax) * n / steps, ay + (by - ay) * n / steps
            mask |= box_mask(round(x - thick / 2), round(y - thick / 2), thick, thick)
    return mask


def runs(mask: Mask) -> Iterator[tuple[int, int, int, int]]:
    """Rectangles that cover ``mask`` exactly: left, top, right, bottom; equal runs of neighbouring rows are one."""
    framed = np.zeros((mask.shape[0], mask.shape[1] + 2), np.int8)
    framed[:, 1:-1] = mask
    rows, edges = (found.tolist() for found in np.nonzero(np.diff(framed)))
    begun: dict[tuple[int, int], tuple[int, int]] = {}
    for y, left, right in zip(rows[::2], edges[::2], edges[1::2], strict=True):
        top, bottom = begun.get((left, right), (y, y))
        if bottom < y:
            yield left, top, right, bottom
            top = y
        begun[left, right] = top, y + 1
    for (left, right), (top, bottom) in begun.items():
        yield left, top, right, bottom


def squares(mask: Mask, *, grow: float = 0.0) -> skia.Path:
    """The area of ``mask`` on the canvas, every rectangle larger by ``grow`` units on all sides."""
    path = skia.Path()
    path.setFillType(skia.PathFillType.kWinding)
    for left, top, right, bottom in runs(mask):
        path.addRect(
            skia.Rect.MakeLTRB(left * CELL - grow, top * CELL - grow, right * CELL + grow, bottom * CELL + grow)
        )
    return path


def sheet_nodes(sheet: Sheet, *, name: str = "pixels") -> Group:
    """The sheet as areas, each colour over all that are under it, so that no seam shows at any size."""
    found, counts = np.unique(sheet.cells[sheet.cells > EMPTY], return_counts=True)
    order = [int(index) for _, index in sorted(zip(-counts, found, strict=True))]
    left = sheet.cells > EMPTY
    nodes: list[Node] = []
    for index in order:
        nodes.append(Shape(squares(left), fill=sheet.colours[index - 1]))
        left = left & (sheet.cells != index)
    return Group(tuple(nodes), name=name)


def canvas_point(column: float, row: float) -> Point:
    """The canvas place of a place on the sheet."""
    return column * CELL, row * CELL


RIM = CELL / 2
"""Width of the white edge: half a square."""


def rim_nodes(node: Node, *, pixels: str = "pixels") -> tuple[Node, ...]:
    """White squares under every sheet within ``node``, half a square larger."""
    if not isinstance(node, Group):
        return ()
    if node.name == pixels and node.children:
        lowest = node.children[0]
        assert isinstance(lowest, Shape)
        corners = skia.Paint(
            Style=skia.Paint.kStroke_Style, StrokeWidth=2 * RIM, StrokeJoin=skia.Paint.kMiter_Join, StrokeMiter=4.0
        )
        around = skia.Path()
        corners.getFillPath(lowest.path, around)
        return Shape(around, fill="#ffffff"), Shape(lowest.path, fill="#ffffff")
    within = tuple(found for child in node.children for found in rim_nodes(child, pixels=pixels))
    return (Group(within, matrix=node.matrix),) if within else ()
