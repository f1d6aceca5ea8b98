"""By how much lines of writing slope."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Grey = npt.NDArray[np.uint8]
Matrix = npt.NDArray[np.float64]

LOOKED_AT_PX = 700
MOST_DEGREES = 15.0
"""Beyond this people notice and lay the page straight; quarter turns are tried apart."""
COARSE_DEGREES, FINE_DEGREES = 1.0, 0.1


def skew_degrees(grey: Grey) -> float:
    """The slope of the lines in degrees, > 0 where they fall towards the right; 0 on an empty page.

    The angle at which ink gathers most sharply in rows: the sum of squared differences between neighbouring rows is
    largest there (Postl's projection method, US patent 4,723,297, long expired).
    """
    import cv2

    scale = min(1.0, LOOKED_AT_PX / max(grey.shape))
    little = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    _, ink = cv2.threshold(little, 0, 1, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    rows, columns = np.nonzero(ink)
    if rows.size == 0:
        return 0.0
    coarse = _sharpest(rows, columns, np.arange(-MOST_DEGREES, MOST_DEGREES + COARSE_DEGREES, COARSE_DEGREES))
    around = np.arange(coarse - COARSE_DEGREES, coarse + COARSE_DEGREES + FINE_DEGREES, FINE_DEGREES)
    return round(_sharpest(rows, columns, around), 2)


def straightening(size_wh: tuple[int, int], degrees: float) -> tuple[Matrix, tuple[int, int]]:
    """The 3×3 matrix that turns lines of this slope level, and the size that then holds the whole picture."""
    import cv2

    width, height = size_wh
    turn = np.eye(3)
    turn[:2] = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    corners = turn @ np.array([[0, width, width, 0], [0, 0, height, height], [1, 1, 1, 1]], float)
    least, most = corners[:2].min(axis=1), corners[:2].max(axis=1)
    turn[:2, 2] -= least
    wide, high = np.ceil(most - least - 1e-6).astype(int)
    return turn, (int(wide), int(high))


def _sharpest(rows: npt.NDArray[np.intp], columns: npt.NDArray[np.intp], angles: npt.NDArray[np.float64]) -> float:
    """Ties go to the smallest turn."""
    ordered = sorted((float(angle) for angle in angles), key=abs)
    return max(ordered, key=lambda angle: _sharpness(rows, columns, angle))


def _sharpness(rows: npt.NDArray[np.intp], columns: npt.NDArray[np.intp], degrees: float) -> float:
    level = rows * np.cos(np.radians(degrees)) - columns * np.sin(np.radians(degrees))
    histogram = np.bincount((level - level.min()).astype(np.intp)).astype(np.float64)
    return float((np.diff(histogram, prepend=0.0, append=0.0) ** 2).sum())
