"""Paper of one brightness: shadows, folds and the lamp's slope divided away."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Grey = npt.NDArray[np.uint8]

LOOKED_AT_PX = 800
"""Longer side of the copy the paper's brightness is measured on."""
WIDEST_STROKE_PX = 21
"""On that copy: dark things wider than this are the paper's own shade, not ink."""
DARKEST_PAPER = 12
"""Below this grey level there is no paper to be measured against."""


def even_light(grey: Grey) -> Grey:
    """The picture divided by the brightness of the paper around each pixel; white paper becomes 255.

    Division and not subtraction: light falls on ink and paper in proportion.

    >>> shaded = np.full((60, 60), 200, np.uint8); shaded[:, 30:] = 100; shaded[28:32, 10:14] = 50
    >>> evened = even_light(shaded)
    >>> int(evened[50, 5]), int(evened[50, 55]), int(evened[30, 12])
    (255, 255, 64)
    """
    import cv2

    paper = paper_brightness(grey)
    return np.asarray(cv2.divide(grey, np.maximum(paper, DARKEST_PAPER), scale=255.0), np.uint8)


def paper_brightness(grey: Grey) -> Grey:
    """What the picture would be without ink, H×W: the brightest of the surroundings, smoothed."""
    import cv2

    scale = min(1.0, LOOKED_AT_PX / max(grey.shape))
    little = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ellipse = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (WIDEST_STROKE_PX, WIDEST_STROKE_PX))
    # A blur first: the brightest of many noisy pixels is noise.
    closed = cv2.morphologyEx(cv2.medianBlur(little, 3), cv2.MORPH_CLOSE, ellipse)
    smooth = cv2.medianBlur(closed, WIDEST_STROKE_PX)
    height, width = grey.shape
    return np.asarray(cv2.resize(smooth, (width, height), interpolation=cv2.INTER_LINEAR), np.uint8)
