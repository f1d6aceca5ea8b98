"""Which pixels of a face's crop are hair of the head: our own small network."""

from __future__ import annotations

import threading
from functools import cache
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from pyojeong.media.face import Points
from pyojeong.reading.face.traits.colours import lab_of_rgb
from pyojeong.reading.face.traits.frame import CROP_CM, CROP_PX, FramedFace, Mask, oval
from pyojeong.reading.face.traits.person import person_share
from pyojeong.weights.session import open_session
from pyojeong.weights.store import verify

MODEL = "hair"
INPUT, OUTPUT = "faces", "hair_logits"
NETWORK_PX = 160
_CHEEKS = (50, 280, 205, 425, 4, 195)
_FOREHEAD = (151, 9, 108, 337, 69, 299)
_TOWARDS = np.array([0.45, 1.3, 1.3])
"""Weights of L*, a*, b* between hair and skin: a skull's shine changes L* most."""
_SKINLIKE, _SMOOTH = 12.6, 1.45
_NEARER = 0.75
"""Of a forehead pixel, how much nearer it must be to the hair's colours than to the skin's: shadows are skin."""
_SKULL_CM = 11.0
"""A bare skull rises no further above the root of the nose."""

Share = npt.NDArray[np.float32]
_LOCK = threading.Lock()


def hair_share(face: FramedFace) -> Share:
    """Float32 [0, 1] of the crop's size: how surely each pixel is hair; 0 beyond the picture."""
    planes = network_planes(face, person_share(face.rgb))[None]
    with _LOCK:
        logits = _session().run([OUTPUT], {INPUT: planes})[0][0, 0]
    share = 1 / (1 + np.exp(-np.clip(logits, -30, 30)))
    # A guided filter on the photo was tried here: it spread the mask by half a centimetre and swallowed fringes.
    large = cv2.resize(share.astype(np.float32), (CROP_PX, CROP_PX), interpolation=cv2.INTER_CUBIC)
    return np.asarray(np.clip(large, 0, 1) * face.seen, np.float32)


def hair_mask(share: Share) -> Mask:
    """The hair without specks: connected parts of at least a tenth of the largest."""
    marks = (share > 0.5).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(marks)
    areas = stats[1:, cv2.CC_STAT_AREA]
    large = [i + 1 for i in range(count - 1) if areas[i] >= 0.1 * areas.max()]
    return np.asarray(np.isin(labels, large))


def without_bare_skull(face: FramedFace, mask: Mask) -> Mask:
    """The mask without what is a bald head: skin-coloured and smooth where hair would be, and nothing longer around.

    Measured on 50 portraits: 10 of 20 bald or shaved heads are told, none of 30 with hair (the blond ones are nearest).
    """
    side = (NETWORK_PX, NETWORK_PX)
    small = np.asarray(cv2.resize(face.rgb, side, interpolation=cv2.INTER_AREA), np.uint8)
    colours = lab_of_rgb(cv2.GaussianBlur(small, (3, 3), 0))
    hair = cv2.resize(mask.astype(np.uint8), side, interpolation=cv2.INTER_NEAREST) > 0
    points = face.points * (NETWORK_PX / CROP_PX)
    forehead = np.zeros(side, np.uint8)
    for x, y in points[list(_FOREHEAD)]:
        cv2.circle(forehead, (round(float(x)), round(float(y))), 2, 1, -1)
    bare = (forehead > 0) & ~hair if ((forehead > 0) & ~hair).sum() > 3 else forehead > 0
    apart = np.linalg.norm((colours - np.median(colours[bare], 0)) * _TOWARDS, axis=2)
    rough = np.abs(colours[..., 0] - cv2.GaussianBlur(colours[..., 0], (0, 0), 1.2))
    rows, columns = np.mgrid[0:NETWORK_PX, 0:NETWORK_PX]
    px = NETWORK_PX / CROP_CM
    crown = hair & (np.abs(columns - points[168, 0]) < 4.5 * px) & (rows < points[10, 1] - 0.3 * px)
    rows_with = np.flatnonzero(hair.any(1))
    if crown.sum() < 20 or rows_with[-1] > points[33, 1] + px or points[168, 1] - rows_with[0] > _SKULL_CM * px:
        return mask
    if np.median(apart[crown]) >= _SKINLIKE or rough[crown].mean() >= _SMOOTH:
        return mask
    left = hair & (apart >= _SKINLIKE)
    left = cv2.morphologyEx(left.astype(np.uint8), cv2.MORPH_OPEN, np.ones((5, 5), np.uint8))
    return np.asarray(mask & (cv2.resize(left, (CROP_PX, CROP_PX), interpolation=cv2.INTER_NEAREST) > 0))


def with_fringe(face: FramedFace, mask: Mask) -> Mask:
    """The mask and what hangs from it over the forehead in the hair's own colours.

    The network learned from labels that left the face's oval out, and stops short of most fringes.
    """
    colours = lab_of_rgb(cv2.GaussianBlur(face.rgb, (3, 3), 0))
    brow = float(face.points[[105, 334], 1].mean()) - 0.2 * CROP_PX / CROP_CM
    forehead = oval(face, grown=1.05) & face.seen & (np.arange(CROP_PX)[:, None] < brow)
    near = cv2.dilate(forehead.astype(np.uint8), np.ones((31, 31), np.uint8)) > 0
    samples = colours[mask & near & ~forehead]
    skin = colours[_discs(face.points, _CHEEKS) & ~mask & face.seen]
    if len(samples) < 100 or len(skin) < 30:
        return mask
    shades = np.percentile(samples, (25, 50, 75), axis=0)
    to_hair = np.min([np.linalg.norm((colours - shade) * _TOWARDS, axis=2) for shade in shades], 0)
    tones = np.percentile(skin, (15, 50, 85), axis=0)
    to_skin = np.min([np.linalg.norm((colours - tone) * _TOWARDS, axis=2) for tone in tones], 0)
    joined = (mask | (forehead & (to_hair < _NEARER * to_skin))).astype(np.uint8)
    joined = cv2.morphologyEx(joined, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)) | mask.astype(np.uint8)
    _, labels = cv2.connectedComponents(joined)
    return np.asarray(np.isin(labels, np.unique(labels[mask])) & (joined > 0))


def _discs(points: Points, landmarks: tuple[int, ...]) -> Mask:
    drawn = np.zeros((CROP_PX, CROP_PX), np.uint8)
    for x, y in points[list(landmarks)]:
        cv2.circle(drawn, (round(float(x)), round(float(y))), 5, 1, -1)
    return np.asarray(drawn > 0)


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
