"""How alike two drawn figures are when one may be smaller, moved, and carry other words.

One picture is laid over the other by the scale and shift at which they agree best (normalised correlation of small
copies, then ECC: Evangelidis & Psarakis 2008, doi 10.1109/TPAMI.2008.113). Then local SSIM tells where they differ.
Words stand above or below a figure: a band at the top or bottom, up to `_BAND` of the height, in which most differs is
left out, which spares the faces of standing figures.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from pyojeong.media.image import Pixels
from pyojeong.stickers.lettering.boxes import Box
from pyojeong.stickers.preflight.looks import Mask, at_chat_size, without

SIDE = 100
_COARSE = 32
_SLACK = 6
_SCALES = (0.7, 0.77, 0.84, 0.92, 1.0)
_MAY_BE = 0.7
"""Coarse correlation from which two pictures are laid over each other with care: 95 % of twins with other words."""
_DIFFERS = 0.72
"""Local SSIM under which a place is another one; other eyes at 100 px have .1–.6."""
_BAND = 0.34
_OTHER_WORDS = 0.6
"""Most that may agree in a band that is left out: other letters agree by .2–.5, a face with another mouth by .9."""
_CERTAIN = 0.995
_IDENTITY = np.eye(2, 3, dtype=np.float32)
_OTHER_COLOUR = 10.0
"""Median distance in a* and b* from which equal shapes count as two: a recoloured figure is another one."""
_SOLID = 0.5
_GREY = 128.0

Plane = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Pose:
    """A figure for comparing: 100×100 levels above and below middle grey, a* and b*, where it is, and a small copy."""

    grey: Plane
    tint: Plane
    silhouette: Mask
    coarse: Plane


def pose_of(pixels: Pixels, words: Box | None = None) -> Pose | None:
    """The figure of an H×W×4 picture, its words left out where their box is known; None where nothing is drawn."""
    small = at_chat_size(without(pixels, words), SIDE)
    alpha = small[:, :, 3].astype(np.float32) / 255
    if not (alpha > _SOLID).any():
        return None
    rgb = np.ascontiguousarray(small[:, :, :3])
    grey = cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY).astype(np.float32)
    tint = cv2.cvtColor(rgb.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)[:, :, 1:] * alpha[:, :, None]
    level = np.asarray((grey - _GREY) * alpha, np.float32)
    coarse = np.asarray(cv2.resize(level, (_COARSE, _COARSE), interpolation=cv2.INTER_AREA), np.float32)
    return Pose(level, np.asarray(tint, np.float32), alpha > _SOLID, coarse)


def likeness(one: Pose, other: Pose) -> float:
    """Share of both figures together that looks the same, [0, 1], however they are placed.

    >>> square = np.zeros((100, 100, 4), np.uint8)
    >>> square[30:70, 30:70] = 255
    >>> pose = pose_of(square)
    >>> likeness(pose, pose), likeness(pose, pose_of(np.roll(square, 9, axis=0))) > 0.97
    (1.0, True)
    """
    in_place = _agreement(one, other.grey, other.tint, other.silhouette)
    if in_place > _CERTAIN:
        return in_place
    first, second = _placed(one, other), _placed(other, one)
    correlation, matrix = max((first, second), key=lambda found: found[0])
    lies_there = abs(matrix - _IDENTITY).max() < SIDE / _COARSE
    if correlation < _MAY_BE or lies_there:  # what differs where they lie, differs
        return in_place
    fixed, moved = (one, other) if correlation == first[0] else (other, one)
    return max(in_place, _laid_over(fixed, moved, matrix))


def _placed(fixed: Pose, moved: Pose) -> tuple[float, Plane]:
    """Correlation and 2×3 matrix at which ``moved``, as it is or made smaller, lies best on ``fixed``."""
    best: tuple[float, Plane] = (0.0, _IDENTITY)
    padded = cv2.copyMakeBorder(fixed.coarse, _SLACK, _SLACK, _SLACK, _SLACK, cv2.BORDER_CONSTANT, value=0)
    whole = float(np.linalg.norm(fixed.coarse))
    for scale in _SCALES:
        side = round(_COARSE * scale)
        small = cv2.resize(moved.coarse, (side, side), interpolation=cv2.INTER_AREA)
        _, top, _, (x, y) = cv2.minMaxLoc(cv2.matchTemplate(padded, small, cv2.TM_CCORR))
        correlation = top / (float(np.linalg.norm(small)) * whole or 1.0)
        if correlation > best[0]:
            share = SIDE / _COARSE
            matrix = np.array([[scale, 0, (x - _SLACK) * share], [0, scale, (y - _SLACK) * share]], np.float32)
            best = correlation, matrix
    return best


def _laid_over(fixed: Pose, moved: Pose, matrix: Plane) -> float:
    """The agreement once ``moved`` is laid on ``fixed`` by ``matrix``, refined."""
    back = np.asarray(cv2.invertAffineTransform(matrix), np.float32)  # ECC maps the fixed picture into the moved one
    stop = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 25, 1e-3)
    mask = cv2.dilate(fixed.silhouette.astype(np.uint8) * 255, np.ones((9, 9), np.uint8))  # its outline guides it too
    try:
        _, back = cv2.findTransformECC(fixed.grey, moved.grey, back, cv2.MOTION_AFFINE, stop, mask, 3)
    except cv2.error:  # it does not converge where the pictures are too different
        return 0.0
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    grey = cv2.warpAffine(moved.grey, back, (SIDE, SIDE), flags=flags)
    tint = cv2.warpAffine(moved.tint, back, (SIDE, SIDE), flags=flags)
    solid = cv2.warpAffine(moved.silhouette.astype(np.float32), back, (SIDE, SIDE), flags=flags) > _SOLID
    return _agreement(fixed, np.asarray(grey, np.float32), np.asarray(tint, np.float32), np.asarray(solid))


def _agreement(one: Pose, grey: Plane, tint: Plane, solid: Mask) -> float:
    """Share of the union that agrees, without the band at the top or bottom in which it agrees least."""
    union = one.silhouette | solid
    both = one.silhouette & solid
    if both.any() and np.median(np.hypot(*np.moveaxis(one.tint - tint, 2, 0))[both]) > _OTHER_COLOUR:
        return 0.0
    same = _ssim(one.grey, grey) >= _DIFFERS
    rows = np.flatnonzero(union.any(1))
    if not len(rows):
        return 0.0
    drawn, alike = union.sum(1)[rows[0] : rows[-1] + 1], (union & same).sum(1)[rows[0] : rows[-1] + 1]
    best = float(alike.sum() / drawn.sum())
    for above, below in ((drawn, alike), (drawn[::-1], alike[::-1])):
        cut_drawn, cut_alike = above.cumsum()[: int(len(above) * _BAND)], below.cumsum()[: int(len(above) * _BAND)]
        left = (alike.sum() - cut_alike) / (drawn.sum() - cut_drawn)
        words = cut_alike < _OTHER_WORDS * cut_drawn
        best = max(best, float(left[words].max(initial=0.0)))
    return best


def _ssim(one: Plane, other: Plane) -> Plane:
    """Wang et al. 2004, σ 1.5; the constant is larger than theirs, or faint noise in flat areas counts as other."""
    mean1, mean2 = _blurred(one + _GREY), _blurred(other + _GREY)
    spread1 = _blurred((one + _GREY) ** 2) - mean1**2
    spread2 = _blurred((other + _GREY) ** 2) - mean2**2
    together = _blurred((one + _GREY) * (other + _GREY)) - mean1 * mean2
    light = (2 * mean1 * mean2 + 6.5) / (mean1**2 + mean2**2 + 6.5)
    return np.asarray(light * (2 * together + 180.0) / (spread1 + spread2 + 180.0), np.float32)


def _blurred(plane: Plane) -> Plane:
    return np.asarray(cv2.GaussianBlur(plane, (11, 11), 1.5), np.float32)
