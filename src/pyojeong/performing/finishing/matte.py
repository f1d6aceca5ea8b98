"""How much of each pixel is a person: MediaPipe's selfie segmentation, refined on the photo's own edges.

The network (general model, 256×256 inside) gives the body with steps and specks; a guided filter (He et al. 2013, IEEE
TPAMI 35(6)) lays its edge on the photo's, only in a band around it, and tile by tile so that memory stays small.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import cache
from typing import Any

import cv2
import numpy as np

from pyojeong.errors import PyojeongError
from pyojeong.media.image import Pixels
from pyojeong.performing.portrait.stage import Box, Map, Mask
from pyojeong.weights.mediapipe_graphs import mediapipe_solution, native_noise_hushed

ROUGH_PX = 512
"""Longer side of the copy the network sees; all lengths below are in its pixels."""
_RADIUS = 6
_EPS = 1e-5
_BAND = 8
_ALPHA_RANGE = (0.4, 0.9)
"""Filtered values taken as 0 and 1. Chosen by eye on 14 photos: lower keeps a rim of the old background."""
_LEAST_PART = 0.2
"""Bodies smaller than this part of the largest are specks."""
_LEAST_PERSON = 0.01
_LEAST_HOLE = 0.003
_TILE_PX = 1024


def person_matte(rgb: Pixels) -> Pixels:
    """uint8 H×W: 255 person, 0 background, between at hair and edges; H×W×3 RGB in.

    Raises:
        PyojeongError: Kind ``no-person`` when less than 1 % of the picture is a person.
    """
    rough = rough_matte(rgb)
    matte = cv2.resize((rough * 255).astype(np.uint8), rgb.shape[1::-1], interpolation=cv2.INTER_LINEAR)
    scale = max(rgb.shape[:2]) / max(rough.shape)
    unsure = cv2.resize(_unsure(rough), rgb.shape[1::-1], interpolation=cv2.INTER_NEAREST)
    refined = np.where(matte > 127, np.uint8(255), np.uint8(0))
    margin = round(2 * _RADIUS * scale)
    for left, top, right, bottom in picture_tiles(rgb.shape[1], rgb.shape[0]):
        inside = unsure[top:bottom, left:right] > 0
        if inside.any():
            box = (max(0, left - margin), max(0, top - margin), right + margin, bottom + margin)
            filtered = _filtered(rgb, matte, box, scale)[top - box[1] :, left - box[0] :]
            part = refined[top:bottom, left:right]
            part[inside] = filtered[: bottom - top, : right - left][inside]
    return refined


def rough_matte(rgb: Pixels) -> Map:
    """float32 [0, 1], longer side at most `ROUGH_PX`: the network's answer without specks."""
    factor = max(1.0, max(rgb.shape[:2]) / ROUGH_PX)
    size_wh = (max(1, round(rgb.shape[1] / factor)), max(1, round(rgb.shape[0] / factor)))
    small = np.asarray(cv2.resize(rgb, size_wh, interpolation=cv2.INTER_AREA), np.uint8)
    mask = _segmenter().mask(small)
    mask *= _bodies(mask)
    mask[_small_holes(mask)] = 1.0
    if float((mask > 0.5).mean()) < _LEAST_PERSON:
        raise PyojeongError(
            "배경에서 떼어 낼 사람을 찾지 못했습니다. 배경을 그대로 두거나 사람이 더 크게 나온 사진을 써 주세요.",
            "No person was found to cut out; keep the background, or use a photo that shows the person larger.",
            kind="no-person",
        )
    return mask


def picture_tiles(width: int, height: int) -> Iterator[Box]:
    """Left, top, right, bottom of tiles that cover the picture once."""
    for top in range(0, height, _TILE_PX):
        for left in range(0, width, _TILE_PX):
            yield left, top, min(width, left + _TILE_PX), min(height, top + _TILE_PX)


def _filtered(rgb: Pixels, matte: Pixels, box: Box, scale: float) -> Pixels:
    left, top, right, bottom = box
    guide = rgb[top:bottom, left:right].astype(np.float32) / 255
    start = matte[top:bottom, left:right].astype(np.float32) / 255
    soft = cv2.ximgproc.guidedFilter(guide, start, round(_RADIUS * scale), _EPS, None, -1, min(1.0, 2 / scale))
    low, high = _ALPHA_RANGE
    return np.asarray(np.rint(np.clip((soft - low) / (high - low), 0, 1) * 255), np.uint8)


def _unsure(rough: Map) -> Pixels:
    surely = cv2.erode((rough > 0.9).astype(np.uint8), _disc(_BAND))
    perhaps = cv2.dilate((rough > 0.1).astype(np.uint8), _disc(_BAND))
    return np.asarray(perhaps & (1 - surely), np.uint8)


def _bodies(mask: Map) -> Map:
    """1 on and just around the large connected parts."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats((mask > 0.5).astype(np.uint8))
    areas = stats[1:, cv2.CC_STAT_AREA]
    large = [i + 1 for i in range(count - 1) if areas[i] >= _LEAST_PART * areas.max()]
    return np.asarray(cv2.dilate(np.isin(labels, large).astype(np.uint8), _disc(_BAND // 2)), np.float32)


def _small_holes(mask: Map) -> Mask:
    """Doubtful spots inside a body, such as a badge; an arm on the hip leaves a larger one, which is real."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats((mask < 0.9).astype(np.uint8))
    small = stats[:, cv2.CC_STAT_AREA] < _LEAST_HOLE * mask.size
    frame = np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]])
    small[np.unique(frame)] = False
    small[0] = False  # the sure pixels
    return np.asarray(small[labels], np.bool_)


def _disc(radius: int) -> Pixels:
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius + 1, 2 * radius + 1)), np.uint8)


class _Segmenter:
    """The network behind a lock: its native graph is not safe to share between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        with native_noise_hushed():
            solution = mediapipe_solution("selfie_segmentation")
            self._graph: Any = solution.SelfieSegmentation(model_selection=0)
            self._graph.process(np.zeros((256, 256, 3), np.uint8))

    def mask(self, rgb: Pixels) -> Map:
        with self._lock:
            return np.array(self._graph.process(np.ascontiguousarray(rgb)).segmentation_mask, np.float32)


_SEGMENTER_LOCK = threading.Lock()


def _segmenter() -> _Segmenter:
    with _SEGMENTER_LOCK:
        return _only_segmenter()


@cache
def _only_segmenter() -> _Segmenter:
    return _Segmenter()
