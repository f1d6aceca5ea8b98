"""Which pixels of a face's crop are hair of the head: our own small network, its edge laid on the photo's."""

from __future__ import annotations

import threading
from functools import cache
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from pyojeong.reading.face.traits.frame import CROP_PX, FramedFace, Mask, oval
from pyojeong.reading.face.traits.person import person_share
from pyojeong.weights.session import open_session
from pyojeong.weights.store import verify

MODEL = "hair"
INPUT, OUTPUT = "faces", "hair_logits"
NETWORK_PX = 160
_RADIUS_PX, _EPS = 4, 1e-4
"""Guided filter (He et al. 2013, IEEE TPAMI 35(6)): by eye on 40 crops; wider lets the mask run into dark collars."""

Share = npt.NDArray[np.float32]
_LOCK = threading.Lock()


def hair_share(face: FramedFace) -> Share:
    """Float32 [0, 1] of the crop's size: how surely each pixel is hair; 0 beyond the picture."""
    planes = network_planes(face, person_share(face.rgb))[None]
    with _LOCK:
        logits = _session().run([OUTPUT], {INPUT: planes})[0][0, 0]
    share = 1 / (1 + np.exp(-np.clip(logits, -30, 30)))
    large = cv2.resize(share.astype(np.float32), (CROP_PX, CROP_PX), interpolation=cv2.INTER_LINEAR)
    guide = face.rgb.astype(np.float32) / 255
    sharp = cv2.ximgproc.guidedFilter(guide, large, _RADIUS_PX, _EPS)
    return np.asarray(np.clip(sharp, 0, 1) * face.seen, np.float32)


def hair_mask(share: Share) -> Mask:
    """The hair without specks: connected parts of at least a tenth of the largest."""
    marks = (share > 0.5).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(marks)
    areas = stats[1:, cv2.CC_STAT_AREA]
    large = [i + 1 for i in range(count - 1) if areas[i] >= 0.1 * areas.max()]
    return np.asarray(np.isin(labels, large))


def network_planes(face: FramedFace, person: Share) -> Share:
    """Float32 6×160×160: RGB in [-1, 1], person, seen, and the face's oval in [0, 1]; 0 beyond the picture."""
    side = (NETWORK_PX, NETWORK_PX)
    rgb = cv2.resize(face.rgb, side, interpolation=cv2.INTER_AREA).astype(np.float32) / 127.5 - 1
    matte = cv2.resize(person, side, interpolation=cv2.INTER_AREA)
    seen = cv2.resize(face.seen.astype(np.uint8), side, interpolation=cv2.INTER_NEAREST)
    inside = cv2.resize(oval(face).astype(np.uint8), side, interpolation=cv2.INTER_NEAREST)
    planes = np.dstack([rgb, matte, seen, inside]).astype(np.float32) * seen[:, :, None]
    return np.ascontiguousarray(planes.transpose(2, 0, 1))


@cache
def _session() -> Any:
    return open_session(verify(MODEL).path, threads=1)
