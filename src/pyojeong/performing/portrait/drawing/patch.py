"""A tight box of the picture that is measured in the face's own centimetres.

Every layer asks "how far below the upper lip" or "how far beside the iris", never "which image row": the answers stay
true when the head is tipped, turned or upside down.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import cv2
import numpy as np

from pyojeong.performing.portrait.stage import Box, Floats, Map

Span = tuple[float, float]
TABLE = 256
"""Numbers an edge is looked up in: on a lid of 3 cm one every .1 mm."""


@dataclass(frozen=True, eq=False)
class Patch:
    """A grid of pixels and the face plane under it.

    Attributes:
        box_xyxy: Whole pixels, in the coordinates of the affine it was made from.
        step: Pixels from one grid point to the next; 1 is every pixel.
        to_px: 2×3, canonical (x, y) cm in the plane of the patch's centre → pixels.
        to_cm: 2×3, its inverse.
    """

    box_xyxy: Box
    step: float
    to_px: Floats
    to_cm: Floats

    @property
    def size_wh(self) -> tuple[int, int]:
        """Grid points across and down."""
        left, top, right, bottom = self.box_xyxy
        return max(1, round((right - left) / self.step)), max(1, round((bottom - top) / self.step))

    @property
    def empty(self) -> bool:
        """Whether the box lies outside the picture."""
        left, top, right, bottom = self.box_xyxy
        return right - left < 2 or bottom - top < 2

    @property
    def slices(self) -> tuple[slice, slice]:
        """(rows, columns) of the box."""
        left, top, right, bottom = self.box_xyxy
        return slice(top, bottom), slice(left, right)

    @property
    def px_per_cm(self) -> float:
        """Grid points a canonical centimetre, mean of both axes."""
        (a, b), (c, d) = self.to_px[:, :2]
        return float(np.sqrt(abs(a * d - b * c))) / self.step

    @cached_property
    def grid_cm(self) -> tuple[Map, Map]:
        """(x, y) canonical cm of every grid point, float32 H×W each."""
        width, height = self.size_wh
        px = (np.arange(width, dtype=np.float32) + 0.5) * self.step - 0.5 + self.box_xyxy[0]
        py = (np.arange(height, dtype=np.float32) + 0.5) * self.step - 0.5 + self.box_xyxy[1]
        m = self.to_cm.astype(np.float32)
        x = m[0, 0] * px[None] + (m[0, 1] * py[:, None] + m[0, 2])
        y = m[1, 0] * px[None] + (m[1, 1] * py[:, None] + m[1, 2])
        return x.astype(np.float32), y.astype(np.float32)

    def cm(self, points_px: Floats) -> Floats:
        """N×2 canonical cm of N×2 pixels."""
        return np.asarray(points_px @ self.to_cm[:, :2].T + self.to_cm[:, 2])

    def local(self, points_px: Floats) -> Floats:
        """N×2 grid coordinates of N×2 pixels."""
        origin = np.array(self.box_xyxy[:2], float)
        return np.asarray((points_px - origin + 0.5) / self.step - 0.5)

    def locate(self, x_cm: Map, y_cm: Map) -> tuple[Map, Map]:
        """Grid coordinates (column, row), float32, of canonical points: ready for ``cv2.remap``."""
        m = self.to_px / self.step
        left, top = self.box_xyxy[:2]
        shift = 0.5 / self.step - 0.5
        column = np.float32(m[0, 0]) * x_cm + np.float32(m[0, 1]) * y_cm
        row = np.float32(m[1, 0]) * x_cm + np.float32(m[1, 1]) * y_cm
        column += np.float32(m[0, 2] - left / self.step + shift)
        row += np.float32(m[1, 2] - top / self.step + shift)
        return column, row


def patch_around(
    affine: Floats, centre_cm: Floats, reach_cm: tuple[Span, Span], bounds: Box, *, max_px_per_cm: float | None = None
) -> Patch:
    """The patch of the plane z = ``centre_cm[2]`` that holds the canonical rectangle ``reach_cm`` around the centre.

    Args:
        affine: 2×4, canonical cm (x, y, z, 1) → pixels.
        centre_cm: Canonical x, y, z.
        reach_cm: ((left, right), (bottom, top)) relative to the centre.
        bounds: Pixels the patch may cover, same coordinates as ``affine`` leads to.
        max_px_per_cm: Coarser grid where the picture is finer than this.
    """
    to_px = np.column_stack([affine[:, :2], affine[:, 2] * centre_cm[2] + affine[:, 3]])
    (a, b), (c, d) = to_px[:, :2]
    inverse = np.array([[d, -b], [-c, a]]) / (a * d - b * c)
    to_cm = np.column_stack([inverse, -inverse @ to_px[:, 2]])
    (x0, x1), (y0, y1) = reach_cm
    corners = np.array([(x0, y0), (x1, y0), (x1, y1), (x0, y1)]) + np.asarray(centre_cm)[:2]
    px = corners @ to_px[:, :2].T + to_px[:, 2]
    low = np.maximum(np.floor(px.min(0)).astype(int), bounds[:2])
    high = np.minimum(np.ceil(px.max(0)).astype(int) + 1, bounds[2:])
    high = np.maximum(high, low)
    scale = float(np.sqrt(abs(a * d - b * c)))
    step = max(1.0, scale / max_px_per_cm) if max_px_per_cm else 1.0
    return Patch((int(low[0]), int(low[1]), int(high[0]), int(high[1])), step, to_px, to_cm)


def patch_holding(affine: Floats, points_px: Floats, origin_cm: Floats, margin_cm: float, bounds: Box) -> Patch:
    """The patch through ``origin_cm`` that holds N×2 pixels and ``margin_cm`` around them."""
    plane = patch_around(affine, origin_cm, ((-1, 1), (-1, 1)), bounds)
    points = plane.cm(points_px) - np.asarray(origin_cm)[:2]
    low, high = points.min(0) - margin_cm, points.max(0) + margin_cm
    return patch_around(affine, origin_cm, ((low[0], high[0]), (low[1], high[1])), bounds)


@dataclass(frozen=True, slots=True, eq=False)
class Rim:
    """A lid or lip edge as a height over the face's x axis.

    Attributes:
        x_cm: Increasing canonical x.
        y_cm: Canonical y there.
    """

    x_cm: Floats
    y_cm: Floats

    def height(self, x_cm: Map) -> Map:
        """Canonical y of the edge at ``x_cm``; constant beyond its ends."""
        steps = np.linspace(self.x_cm[0], self.x_cm[-1], TABLE)
        table = np.interp(steps, self.x_cm, self.y_cm).astype(np.float32)[None]
        scale = np.float32((TABLE - 1) / max(1e-6, self.x_cm[-1] - self.x_cm[0]))
        at = np.ascontiguousarray((x_cm - np.float32(self.x_cm[0])) * scale)
        seen = cv2.remap(table, at, np.zeros_like(at), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        return np.asarray(seen.reshape(x_cm.shape), np.float32)

    @property
    def ends(self) -> Span:
        """Smallest and largest x."""
        return float(self.x_cm[0]), float(self.x_cm[-1])


def rim_of(points_cm: Floats) -> Rim:
    """The edge through N×2 points, sorted along x."""
    order = np.argsort(points_cm[:, 0], kind="stable")
    return Rim(points_cm[order, 0], points_cm[order, 1])


def gap_between(upper: Rim, lower: Rim) -> float:
    """Largest height in cm of the opening between two edges."""
    return float(np.max(upper.y_cm - np.interp(upper.x_cm, lower.x_cm, lower.y_cm)))


def smooth_step(low: float, high: float, x: Map) -> Map:
    """0 below ``low``, 1 above ``high``, a cubic between."""
    t = np.clip((x - np.float32(low)) / np.float32(high - low), 0, 1)
    return np.asarray(t * t * (3 - 2 * t), np.float32)


def smooth_number(low: float, high: float, x: float) -> float:
    """`smooth_step` of one number.

    >>> smooth_number(0.0, 1.0, 0.5)
    0.5
    """
    t = min(1.0, max(0.0, (x - low) / (high - low)))
    return t * t * (3 - 2 * t)
