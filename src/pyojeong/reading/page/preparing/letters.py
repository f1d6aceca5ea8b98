"""How large letters are, and the size at which Tesseract reads them best."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Grey = npt.NDArray[np.uint8]

WANTED_LINE_PX = 26.0
"""Height of a line of ink. Mean character errors of clean, small and ruled, photographed drawn pages (seed 1) at 26,
36, 48 and 64 px: .043, .051, .076, .086."""
SCALES = (0.25, 4.0)
"""Enlarging further adds nothing but noise."""
MAX_SIDE_PX = 4000
"""An A4 page of print at 26 px a line has 2,000; above, Tesseract takes minutes."""
LEAST_RUN_PX = 4
QUIET_SHARE = 0.12


def line_height_px(grey: Grey) -> float | None:
    """Median height of the rows of ink on a level page, in pixels; None where there are none.

    >>> page = np.full((200, 300), 255, np.uint8); page[20:50, 20:280] = 0; page[90:120, 20:280] = 0
    >>> line_height_px(page)
    30.0
    """
    import cv2

    _, ink = cv2.threshold(grey, 0, 1, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    profile = ink.sum(axis=1).astype(np.float64)
    if profile.max(initial=0.0) == 0:
        return None
    strong = profile > QUIET_SHARE * np.percentile(profile[profile > 0], 90)
    borders = np.flatnonzero(np.diff(np.concatenate(([0], strong.astype(np.int8), [0]))))
    runs = borders[1::2] - borders[::2]
    runs = runs[runs >= LEAST_RUN_PX]
    return float(np.median(runs)) if runs.size else None


def reading_scale(line_px: float | None, size_wh: tuple[int, int]) -> float:
    """By how much to enlarge a page whose lines are ``line_px`` high.

    >>> reading_scale(13.0, (600, 800)), reading_scale(None, (600, 800))
    (2.0, 1.0)
    """
    if line_px is None:
        return 1.0
    scale = min(max(WANTED_LINE_PX / line_px, SCALES[0]), SCALES[1])
    return min(scale, MAX_SIDE_PX / max(size_wh))
