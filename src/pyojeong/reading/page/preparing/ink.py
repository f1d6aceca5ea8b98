"""Ink told from paper: noise smoothed, ruled lines taken away, every pixel black or white."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Grey = npt.NDArray[np.uint8]

SAUVOLA_K, SAUVOLA_RANGE = 0.2, 128.0
"""Sauvola & Pietikäinen, "Adaptive document image binarization" (2000), eq. 5: R = 128; k from 0.2 to 0.5, 0.2 keeps
thin pencil strokes."""
NOISE_FOR_SMOOTHING = 3.0
"""Grey levels of noise above which smoothing pays (seed 1 of the drawn pages)."""
LONGEST_LETTER = 4.0
"""Horizontal strokes longer than this many line heights are the paper's ruling."""


def noise_level(grey: Grey) -> float:
    """Standard deviation of the sensor's noise in grey levels (Immerkær, "Fast noise variance estimation", 1996).

    >>> noise_level(np.full((40, 40), 200, np.uint8))
    0.0
    """
    import cv2

    kernel = np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], np.float64)
    # Whole numbers up to 2,040: floats would take gigabytes for a photograph of 48 megapixels, for the same result.
    response = np.abs(cv2.filter2D(grey, cv2.CV_16S, kernel))
    # The median and not the paper's mean: letters are edges, and edges are not noise.
    return float(np.median(response) / (6 * 0.6745))


def smoothed(grey: Grey) -> Grey:
    """The picture without its grain where it has any; edges stay."""
    import cv2

    noise = noise_level(grey)
    if noise < NOISE_FOR_SMOOTHING:
        return grey
    return np.asarray(cv2.bilateralFilter(grey, 7, 4 * noise, 2.0), np.uint8)


def without_rules(grey: Grey, line_px: float) -> Grey:
    """The evenly lit page with the paper's horizontal ruling painted white; strokes that cross it stay.

    >>> page = np.full((60, 400), 255, np.uint8); page[40:42] = 150; page[20:55, 100:104] = 0
    >>> clean = without_rules(page, 20.0)
    >>> int(clean[41, 300]), int(clean[41, 102])
    (255, 0)
    """
    import cv2

    length = max(15, round(LONGEST_LETTER * line_px)) | 1
    across = cv2.getStructuringElement(cv2.MORPH_RECT, (length, 1))
    # Closing by a long row keeps of everything dark only what is long and level.
    rules = cv2.morphologyEx(grey, cv2.MORPH_CLOSE, across)
    thick = max(3, round(line_px / 8)) | 1
    rules = np.asarray(cv2.erode(rules, np.ones((thick, 1), np.uint8)), np.uint8)
    lifted = cv2.divide(grey, np.maximum(rules, 1), scale=255.0)
    # Where ink lies on the rule, division would thin it: dark pixels keep their own value.
    own = grey < rules - np.minimum(rules, 60)
    return np.where(own, grey, lifted).astype(np.uint8)


def binarised(grey: Grey, window_px: int) -> Grey:
    """255 on paper and 0 on ink, each pixel against the mean and spread of the window around it (Sauvola).

    >>> page = np.full((40, 40), 220, np.uint8); page[18:22, 10:30] = 60
    >>> black = binarised(page, 15)
    >>> int(black[20, 20]), int(black[2, 2])
    (0, 255)
    """
    import cv2

    values = grey.astype(np.float64)
    window = (window_px | 1, window_px | 1)
    mean = cv2.boxFilter(values, -1, window, borderType=cv2.BORDER_REPLICATE)
    square = cv2.boxFilter(values * values, -1, window, borderType=cv2.BORDER_REPLICATE)
    spread = np.sqrt(np.maximum(square - mean * mean, 0.0))
    border = mean * (1 + SAUVOLA_K * (spread / SAUVOLA_RANGE - 1))
    return np.where(values > border, 255, 0).astype(np.uint8)
