"""A sticker as the reader sees it: what is drawn, cut out, on a light and on a dark chat window, and in the mirror."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from pyojeong.media.damage import DARK, laid_on
from pyojeong.media.image import Pixels

GROUNDS = ((255, 255, 255), DARK)
SIDE_PX = 80
"""As wide as lessons were; other widths were not tried."""
ROOM = 0.04
"""Left free around what is drawn, as a share of its side."""
_SOLID = 60
_OPAQUE = 0.995
"""A picture with more solid pixels has a ground of its own, which is looked for at its border."""
_NEAR, _FAR = 14, 26
"""Levels: border pixels within the first of their median are one ground, and what differs by more than the second from
it is drawn. JPEG moves flat white by up to 12."""
_EVEN = 0.85
"""Share of the border that must be of one colour."""

Views = npt.NDArray[np.float32]


def views_of(picture: Pixels) -> Views:
    """N×3×`SIDE_PX`×`SIDE_PX` levels in [0, 255] of an H×W×4 picture: each ground, as it is and mirrored."""
    part = cut_out(picture)
    seen = [_small(laid_on(part, ground)) for ground in GROUNDS]
    both = [view for one in seen for view in (one, one[:, ::-1])]
    return np.ascontiguousarray(np.stack(both).transpose(0, 3, 1, 2), np.float32)


def cut_out(picture: Pixels) -> Pixels:
    """The square around what is drawn of an H×W×4 picture, with some room; all of it where nothing stands out.

    A picture without transparency is cut out where its border is of one colour.
    """
    drawn = _drawn(picture)
    rows, columns = np.flatnonzero(drawn.any(1)), np.flatnonzero(drawn.any(0))
    if not len(rows):
        return picture
    top, bottom, left, right = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
    room = round(max(bottom - top, right - left) * ROOM)
    side = max(bottom - top, right - left) + 2 * room
    return _square(picture, (top + bottom - side) // 2, (left + right - side) // 2, side)


def _square(picture: Pixels, top: int, left: int, side: int) -> Pixels:
    """The square, empty where it leaves the picture; in a picture without transparency its edge goes on there."""
    high, wide = picture.shape[:2]
    before, after = (max(0, -top), max(0, -left)), (max(0, top + side - high), max(0, left + side - wide))
    rims = (before[0], after[0], before[1], after[1])
    way = cv2.BORDER_REPLICATE if _is_opaque(picture) else cv2.BORDER_CONSTANT
    wider = cv2.copyMakeBorder(picture, *rims, way, value=(0, 0, 0, 0))
    return np.asarray(wider[top + before[0] :, left + before[1] :][:side, :side], np.uint8)


def _is_opaque(picture: Pixels) -> bool:
    return float((picture[:, :, 3] > _SOLID).mean()) > _OPAQUE


def _drawn(picture: Pixels) -> npt.NDArray[np.bool_]:
    """Which pixels are of the figure."""
    if not _is_opaque(picture):
        return np.asarray(picture[:, :, 3] > _SOLID)
    colours = picture[:, :, :3].astype(np.int16)
    border = np.concatenate([colours[0], colours[-1], colours[:, 0], colours[:, -1]])
    ground = np.median(border, axis=0)
    if (np.abs(border - ground).max(1) <= _NEAR).mean() < _EVEN:
        return np.ones(picture.shape[:2], np.bool_)
    return np.asarray(np.abs(colours - ground).max(2) > _FAR)


def _small(laid: Pixels) -> Pixels:
    way = cv2.INTER_AREA if laid.shape[0] > SIDE_PX else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(laid, (SIDE_PX, SIDE_PX), interpolation=way), np.uint8)
