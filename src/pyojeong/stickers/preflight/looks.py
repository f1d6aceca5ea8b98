"""A picture file as an eye meets it: its first frame, what is ground and what is drawn, and all of it at chat size."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from pyojeong.media.image import Pixels
from pyojeong.stickers.lettering.at_chat_size import CHAT_PX
from pyojeong.stickers.lettering.boxes import Box
from pyojeong.stickers.packing.inspecting import frames_of

_SAME_GROUND = 6
"""Levels by which a pixel may differ from the ground's colour; JPEG and GIF palettes need them."""
_GROUND_SHARE = 0.9
"""Share of the outermost pixels that must have one colour for it to be taken as the ground."""

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """One file, decoded.

    Attributes:
        first: H×W×4, its first frame; a ground of one colour is made transparent.
        cleared: Whether that was done.
        smalls: Every frame at chat size, 100×100×4, in the middle.
        shown: The first frame at chat size with its ground, whatever it is.
    """

    first: Pixels
    cleared: bool
    smalls: tuple[Pixels, ...]
    shown: Pixels

    @property
    def small(self) -> Pixels:
        """The first frame at chat size."""
        return self.smalls[0]

    @property
    def drawn(self) -> Mask:
        """Where the first frame shows something."""
        return self.first[:, :, 3] > 0


def look_of(data: bytes) -> Look:
    """The look of a file.

    Raises:
        PyojeongError: When it cannot be read to its end.
    """
    first: Pixels | None = None
    shown: Pixels | None = None
    smalls = []
    for frame in frames_of(data):
        clear = cleared(frame)
        if first is None:
            first, shown = clear, at_chat_size(frame) if clear is not frame else None
        smalls.append(at_chat_size(clear))
    if first is None:
        raise ValueError("a picture without frames")
    return Look(first, shown is not None, tuple(smalls), smalls[0] if shown is None else shown)


def cleared(pixels: Pixels) -> Pixels:
    """The same picture; an opaque one on a ground of one colour with that ground made transparent.

    >>> paper = np.full((9, 9, 4), 255, np.uint8)
    >>> paper[3:6, 3:6, :3] = 0
    >>> int((cleared(paper)[:, :, 3] > 0).sum())
    9
    """
    if (pixels[:, :, 3] < 255).any() or min(pixels.shape[:2]) < 3:
        return pixels
    edge = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])[:, :3].astype(int)
    ground = np.median(edge, axis=0)
    if (np.abs(edge - ground).max(1) <= _SAME_GROUND).mean() < _GROUND_SHARE:
        return pixels
    like = (np.abs(pixels[:, :, :3].astype(int) - ground).max(2) <= _SAME_GROUND).astype(np.uint8)
    count, labels = cv2.connectedComponents(like, connectivity=4)
    if count < 2:
        return pixels
    outer = np.unique(np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]]))
    open_ground = np.isin(labels, outer[outer > 0])
    result = pixels.copy()
    result[open_ground] = 0
    return result


def at_chat_size(pixels: Pixels, side: int = CHAT_PX) -> Pixels:
    """``side``×``side``×4: the whole picture fitted in, its middle in the middle; smaller ones are made larger.

    >>> at_chat_size(np.full((50, 200, 4), 255, np.uint8)).shape
    (100, 100, 4)
    """
    height, width = pixels.shape[:2]
    share = side / max(height, width)
    size = max(1, round(width * share)), max(1, round(height * share))
    alpha = pixels[:, :, 3:].astype(np.float32)
    laid = np.dstack([pixels[:, :, :3].astype(np.float32) * alpha / 255, alpha])
    way = cv2.INTER_AREA if share < 1 else cv2.INTER_LINEAR
    fitted = cv2.resize(laid, size, interpolation=way)
    rgb = fitted[:, :, :3] * 255 / np.maximum(fitted[:, :, 3:], 1e-3)
    canvas = np.zeros((side, side, 4), np.uint8)
    top, left = (side - size[1]) // 2, (side - size[0]) // 2
    whole = np.rint(np.clip(np.dstack([rgb, fitted[:, :, 3:]]), 0, 255)).astype(np.uint8)
    canvas[top : top + size[1], left : left + size[0]] = whole
    return canvas


def without(pixels: Pixels, box: Box | None) -> Pixels:
    """The picture with nothing drawn in ``box``."""
    if box is None:
        return pixels
    left, top, right, bottom = (max(0, round(edge)) for edge in box)
    kept = pixels.copy()
    kept[top:bottom, left:right] = 0
    return kept


def luminance(rgb: Pixels) -> npt.NDArray[np.float64]:
    """Relative luminance [0, 1] of H×W×3 (WCAG 2.2).

    >>> luminance(np.full((1, 1, 3), 255, np.uint8)).round(3).tolist()
    [[1.0]]
    """
    share = rgb[..., :3] / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]))


def contrast(one: float, other: float) -> float:
    """The WCAG contrast ratio of two luminances, 1 to 21.

    >>> contrast(1.0, 0.0)
    21.0
    """
    high, low = max(one, other), min(one, other)
    return (high + 0.05) / (low + 0.05)
