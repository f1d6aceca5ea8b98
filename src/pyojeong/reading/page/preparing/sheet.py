"""Finding the sheet of paper in a photograph, and looking at it from straight above."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Grey = npt.NDArray[np.uint8]
Matrix = npt.NDArray[np.float64]
Corners = npt.NDArray[np.float64]

LOOKED_AT_PX = 600
"""Longer side of the copy the sheet is looked for in: letters vanish, edges stay."""
SHEET_SHARE = (0.2, 0.96)
"""A sheet covers this share of the picture (authored): smaller ones are labels, larger ones need nothing."""
CORNER_COSINE = 0.5
"""Corners between 60 and 120 degrees: steeper views are not paper lying on a desk."""
OUTLINE_SLACK = 0.02
"""Share of its length by which an outline may be straightened into four corners."""
CANNY = (20, 60)
"""Grey levels a pixel: paper in the shadow still stands out by as much."""
EDGE_PX, HORN_PX = 5, 25
BRIGHTER_BY = 25
"""Grey levels between the sheet's edge and what lies outside it; a page that fills the picture has no such step."""


def sheet_corners(grey: Grey) -> Corners | None:
    """4×2 corners in pixels, clockwise from the top left, of a bright sheet on something darker; else None."""
    import cv2

    scale = min(1.0, LOOKED_AT_PX / max(grey.shape))
    little = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    little = cv2.medianBlur(cv2.morphologyEx(little, cv2.MORPH_CLOSE, _square(9)), 9)
    best: Corners | None = None
    for mask in _masks(little):
        found = _quadrilateral(mask)
        if found is not None and _stands_out(little, found) and (best is None or _area(found) > _area(best)):
            best = found
    return None if best is None else best / scale


def flattening(corners: Corners) -> tuple[Matrix, tuple[int, int]]:
    """The 3×3 matrix that lays the sheet flat, and the width and height it then has.

    >>> matrix, size_wh = flattening(np.array([[0, 0], [200, 0], [200, 100], [0, 100]], float))
    >>> size_wh, bool(np.allclose(matrix, np.eye(3)))
    ((200, 100), True)
    """
    import cv2

    top_left, top_right, bottom_right, bottom_left = corners
    width = max(np.linalg.norm(top_right - top_left), np.linalg.norm(bottom_right - bottom_left))
    height = max(np.linalg.norm(bottom_left - top_left), np.linalg.norm(bottom_right - top_right))
    flat = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(corners.astype(np.float32), flat)
    return np.asarray(matrix, np.float64), (max(1, round(width)), max(1, round(height)))


def _masks(little: Grey) -> list[Grey]:
    """Where paper may be: what is brighter than Otsu's border, and what edges enclose (a shadow fools the first)."""
    import cv2

    _, bright = cv2.threshold(little, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    edges = cv2.dilate(cv2.Canny(little, *CANNY), _square(EDGE_PX))
    outlines, _ = cv2.findContours(edges, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    enclosed = cv2.erode(cv2.drawContours(np.zeros_like(little), outlines, -1, 255, cv2.FILLED), _square(EDGE_PX))
    # A shadow that falls across sheet and desk leaves a line that sticks out of the sheet.
    smooth = cv2.morphologyEx(enclosed, cv2.MORPH_OPEN, _square(HORN_PX))
    return [np.asarray(bright, np.uint8), np.asarray(smooth, np.uint8)]


def _square(side_px: int) -> Grey:
    return np.ones((side_px, side_px), np.uint8)


def _quadrilateral(mask: Grey) -> Corners | None:
    import cv2

    outlines, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not outlines:
        return None
    hull = cv2.convexHull(max(outlines, key=cv2.contourArea))
    four = cv2.approxPolyDP(hull, OUTLINE_SLACK * cv2.arcLength(hull, True), True)
    least, most = (share * mask.size for share in SHEET_SHARE)
    if len(four) != 4 or not least < cv2.contourArea(four) < most:
        return None
    corners = _clockwise(four.reshape(4, 2).astype(np.float64))
    return corners if _is_upright(corners) else None


def _clockwise(corners: Corners) -> Corners:
    middle = corners.mean(axis=0)
    angles = np.arctan2(corners[:, 1] - middle[1], corners[:, 0] - middle[0])
    ordered = corners[np.argsort(angles)]
    return np.roll(ordered, -int(np.argmin(ordered.sum(axis=1))), axis=0)


def _is_upright(corners: Corners) -> bool:
    ahead, behind = np.roll(corners, -1, axis=0) - corners, np.roll(corners, 1, axis=0) - corners
    lengths = np.linalg.norm(ahead, axis=1) * np.linalg.norm(behind, axis=1)
    cosines = np.abs((ahead * behind).sum(axis=1)) / np.maximum(lengths, 1e-9)
    return bool(cosines.max() < CORNER_COSINE)


def _stands_out(little: Grey, corners: Corners) -> bool:
    """Whether a rim inside the outline is brighter than a rim outside it."""
    import cv2

    mask = cv2.fillConvexPoly(np.zeros_like(little), np.rint(corners).astype(np.int32), 255)
    kernel = _square(13)
    inside = (mask > 0) & (cv2.erode(mask, kernel) == 0)
    outside = (cv2.dilate(mask, kernel) > 0) & (mask == 0)
    return bool(outside.any() and np.median(little[inside]) - np.median(little[outside]) > BRIGHTER_BY)


def _area(corners: Corners) -> float:
    x, y = corners.T
    return float(abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2)
