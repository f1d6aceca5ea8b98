"""The steps put together, with the way back from the prepared page to the photograph."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
import numpy.typing as npt

from pyojeong.reading.page.page import BoxXyxy
from pyojeong.reading.page.preparing.ink import binarised, smoothed, without_rules
from pyojeong.reading.page.preparing.letters import line_height_px, reading_scale
from pyojeong.reading.page.preparing.light import even_light
from pyojeong.reading.page.preparing.sheet import flattening, sheet_corners
from pyojeong.reading.page.preparing.skew import runs_down, skew_degrees, straightening

Grey = npt.NDArray[np.uint8]
Matrix = npt.NDArray[np.float64]

MARGIN_PX = 20
"""White around the page: Tesseract loses letters that touch the border."""
WINDOW_LINES = 0.9
"""Side of Sauvola's window in line heights."""
LEAST_SKEW_DEGREES = 0.2
PAPER_WHITE = 255


class Preparation(str, Enum):
    """What is done to the picture before it is read."""

    LIGHT = "light"
    INK = "ink"


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A page ready to be read.

    Attributes:
        grey: uint8 H×W, dark ink on white paper.
        from_photo: 3×3, from pixels of the photograph to pixels of ``grey``.
    """

    grey: Grey
    from_photo: Matrix

    def in_photo(self, box_xyxy: BoxXyxy, size_wh: tuple[int, int]) -> BoxXyxy:
        """The box around where ``box_xyxy`` lay in a photograph of ``size_wh`` pixels."""
        left, top, right, bottom = box_xyxy
        corners = np.array([[left, right, right, left], [top, top, bottom, bottom], [1, 1, 1, 1]], float)
        x, y, w = np.linalg.inv(self.from_photo) @ corners
        x, y = np.clip(x / w, 0, size_wh[0]), np.clip(y / w, 0, size_wh[1])
        return float(x.min()), float(y.min()), float(x.max()), float(y.max())


def prepared(grey: Grey) -> dict[Preparation, Prepared]:
    """The page flat, evenly lit, off its side, level and of readable size: in shades of grey, and as ink alone."""
    flat, matrix = _flat(grey)
    lit = even_light(smoothed(flat))
    upright, quarter = _upright(lit)
    level, turn = _level(upright)
    sized, scale, line_px = _sized(level)
    clean = without_rules(sized, line_px)
    from_photo = _margin() @ scale @ turn @ quarter @ matrix
    ink = binarised(clean, round(WINDOW_LINES * line_px))
    return {
        Preparation.LIGHT: Prepared(_framed(clean), from_photo),
        Preparation.INK: Prepared(_framed(ink), from_photo),
    }


def _flat(grey: Grey) -> tuple[Grey, Matrix]:
    corners = sheet_corners(grey)
    if corners is None:
        return grey, np.eye(3)
    matrix, size_wh = flattening(corners)
    return _warped(grey, matrix, size_wh), matrix


def _upright(grey: Grey) -> tuple[Grey, Matrix]:
    """A page on its side turned clockwise; it may then stand on its head."""
    if not runs_down(grey):
        return grey, np.eye(3)
    matrix = np.array([[0.0, -1.0, grey.shape[0]], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
    return np.ascontiguousarray(np.rot90(grey, -1)), matrix


def _level(grey: Grey) -> tuple[Grey, Matrix]:
    degrees = skew_degrees(grey)
    if abs(degrees) < LEAST_SKEW_DEGREES:
        return grey, np.eye(3)
    matrix, size_wh = straightening((grey.shape[1], grey.shape[0]), degrees)
    return _warped(grey, matrix, size_wh), matrix


def _sized(grey: Grey) -> tuple[Grey, Matrix, float]:
    """The page at reading size, the matrix there, and the height of its lines in pixels."""
    import cv2

    line_px = line_height_px(grey)
    scale = reading_scale(line_px, (grey.shape[1], grey.shape[0]))
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    size_wh = max(1, round(grey.shape[1] * scale)), max(1, round(grey.shape[0] * scale))
    sized = np.asarray(cv2.resize(grey, size_wh, interpolation=how), np.uint8)
    return sized, np.diag([scale, scale, 1.0]), scale * (line_px or max(grey.shape) / 40)


def _warped(grey: Grey, matrix: Matrix, size_wh: tuple[int, int]) -> Grey:
    import cv2

    return np.asarray(
        cv2.warpPerspective(grey, matrix, size_wh, flags=cv2.INTER_CUBIC, borderValue=PAPER_WHITE), np.uint8
    )


def _framed(grey: Grey) -> Grey:
    return np.pad(grey, MARGIN_PX, constant_values=PAPER_WHITE)


def _margin() -> Matrix:
    return np.array([[1.0, 0.0, MARGIN_PX], [0.0, 1.0, MARGIN_PX], [0.0, 0.0, 1.0]])
