"""By how much lines of writing slope."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Grey = npt.NDArray[np.uint8]
Matrix = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]
Profile = npt.NDArray[np.float64]

LOOKED_AT_PX = 700
MOST_DEGREES = 15.0
"""Beyond this people notice and lay the page straight; quarter turns are found apart."""
CAPPED_PERCENTILE = 95
"""Lines of writing fill a third of the rows and more, edges a few of them."""
BANDS_PX = (5, 7, 9, 13, 17)
"""A line of writing on the reduced copy. Single rows would not do: the upright strokes of Hangul stand in columns more
sharply than lines lie in rows; 33 of 96 upright drawn pages (seeds 1, 2) were laid on their side, by bands none."""
COARSE_DEGREES, FINE_DEGREES = 1.0, 0.1
COARSE = np.arange(-MOST_DEGREES, MOST_DEGREES + COARSE_DEGREES, COARSE_DEGREES)


def skew_degrees(grey: Grey) -> float:
    """The slope of the lines in degrees, > 0 where they fall towards the right; 0 on an empty page.

    The angle at which ink gathers most sharply in rows: the sum of squared differences between neighbouring rows is
    largest there (Postl's projection method, US patent 4,723,297, long expired).
    """
    rows, columns = _ink(grey)
    if rows.size == 0:
        return 0.0
    coarse, _ = _sharpest(rows, columns, COARSE)
    around = np.arange(coarse - COARSE_DEGREES, coarse + COARSE_DEGREES + FINE_DEGREES, FINE_DEGREES)
    return round(_sharpest(rows, columns, around)[0], 2)


def runs_down(grey: Grey) -> bool:
    """Whether the page lies on its side: ink gathers in bands of columns rather than of rows.

    >>> page = np.full((90, 90), 255, np.uint8); page[20:30, 5:80] = 0; page[50:60, 10:85] = 0
    >>> runs_down(page), runs_down(page.T)
    (False, True)
    """
    rows, columns = _ink(grey)
    if rows.size == 0:
        return False
    return _strongest_bands(columns, rows) > _strongest_bands(rows, columns)


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


def _ink(grey: Grey) -> tuple[Places, Places]:
    """Rows and columns of the ink on a reduced copy."""
    import cv2

    scale = min(1.0, LOOKED_AT_PX / max(grey.shape))
    size_wh = max(1, round(grey.shape[1] * scale)), max(1, round(grey.shape[0] * scale))
    little = cv2.resize(grey, size_wh, interpolation=cv2.INTER_AREA)
    _, ink = cv2.threshold(little, 0, 1, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    rows, columns = np.nonzero(ink)
    return rows, columns


def _sharpest(rows: Places, columns: Places, angles: npt.NDArray[np.float64]) -> tuple[float, float]:
    """The angle and how sharp it is; ties go to the smallest turn."""
    ordered = sorted((float(angle) for angle in angles), key=abs)
    return max(((angle, _sharpness(rows, columns, angle)) for angle in ordered), key=lambda one: one[1])


def _sharpness(rows: Places, columns: Places, degrees: float) -> float:
    return float((np.diff(_profile(rows, columns, degrees), prepend=0.0, append=0.0) ** 2).sum())


def _strongest_bands(rows: Places, columns: Places) -> float:
    """How strongly neighbouring bands of rows differ, at the slope and the width of band where they do most."""
    profiles = [_profile(rows, columns, float(angle)) for angle in COARSE]
    return max(_band_contrast(profile, width) for profile in profiles for width in BANDS_PX)


def _band_contrast(profile: Profile, width: int) -> float:
    """Squared differences between the ink of neighbouring bands, for a pixel of their width."""
    sums = np.concatenate(([0.0], np.cumsum(np.pad(profile, 2 * width))))
    bands = sums[width:] - sums[:-width]
    return float(((bands[width:] - bands[:-width]) ** 2).sum() / width)


def _profile(rows: Places, columns: Places, degrees: float) -> Profile:
    """How much ink lies in every row once the page is turned by ``degrees``."""
    level = rows * np.cos(np.radians(degrees)) - columns * np.sin(np.radians(degrees))
    histogram = np.bincount((level - level.min()).astype(np.intp)).astype(np.float64)
    # A fold, the rim of the sheet or the edge of a shadow is one row of its own and outweighed all writing.
    return np.minimum(histogram, np.percentile(histogram, CAPPED_PERCENTILE))
