"""Rough labels of hair without a labelled set: GrabCut started from the face's mesh; a person picks what is right.

Rother et al. 2004 (GrabCut). Two starts: short hair from the crown, long hair from crown and temples. Alone they are
right on about half of the pictures (`hair_picks.tsv` says which), which is enough to begin learning.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from pyojeong.lab.hair_network import SIDE_PX
from pyojeong.reading.face.traits.colours import lab_of_rgb
from pyojeong.reading.face.traits.frame import CROP_CM, CROP_PX, OVAL, FramedFace

Mask = NDArray[np.bool_]
Floats = NDArray[np.float64]
Labels = NDArray[np.uint8]

_PX = SIDE_PX / CROP_CM
_SKIN = (50, 280, 205, 425, 117, 346, 4, 5, 195)
_TOWARDS = np.array([0.45, 1.3, 1.3])
"""Weights of L*, a*, b* when hair is told from skin: light falls unevenly, hue does not."""
_ROUNDS = 3


@dataclass(frozen=True, slots=True, eq=False)
class Start:
    """What both starts look at, all of side `SIDE_PX`."""

    rgb: Labels
    colours: Floats
    person: Floats
    seen: Mask
    points: Floats
    from_skin: Floats

    @property
    def rows(self) -> Floats:
        """Each pixel's row."""
        return np.arange(SIDE_PX, dtype=np.float64)[:, None]

    @property
    def aside_cm(self) -> Floats:
        """Each pixel's distance from the face's middle line, in cm."""
        return np.asarray(np.abs(np.arange(SIDE_PX) - self.points[168, 0])[None, :] / _PX)

    def oval(self, grown: float = 1.0) -> Mask:
        """The face's outline, grown around its middle."""
        around = self.points[list(OVAL)]
        drawn = np.zeros((SIDE_PX, SIDE_PX), np.uint8)
        cv2.fillPoly(drawn, [np.rint((around - around.mean(0)) * grown + around.mean(0)).astype(np.int32)], 1)
        return np.asarray(drawn > 0)

    def height(self, landmark: int, below_cm: float = 0.0) -> float:
        """Row of a landmark."""
        return float(self.points[landmark, 1] + below_cm * _PX)


def started(face: FramedFace, person: NDArray[np.float32]) -> Start:
    """The crop made small, and how far every pixel is from the skin's colour."""
    side = (SIDE_PX, SIDE_PX)
    rgb = np.asarray(cv2.resize(face.rgb, side, interpolation=cv2.INTER_AREA), np.uint8)
    colours = lab_of_rgb(cv2.GaussianBlur(rgb, (3, 3), 0))
    points = face.points * (SIDE_PX / CROP_PX)
    seen = cv2.resize(face.seen.astype(np.uint8), side, interpolation=cv2.INTER_NEAREST) > 0
    cheeks = np.zeros(side, np.uint8)
    for x, y in points[list(_SKIN)]:
        cv2.circle(cheeks, (round(float(x)), round(float(y))), round(0.5 * _PX), 1, -1)
    skin = np.median(colours[(cheeks > 0) & seen], 0) if ((cheeks > 0) & seen).any() else np.array([60.0, 15, 18])
    apart = np.linalg.norm((colours - skin) * _TOWARDS, axis=2)
    matte = cv2.resize(person, side, interpolation=cv2.INTER_AREA).astype(np.float64)
    return Start(rgb, colours, matte, seen, points, apart)


def weak_short(start: Start) -> Labels:
    """Hair told from the crown down; nothing beside or below the chin."""
    crown = _crown(start) & (start.person > 0.7)
    seed = crown & (start.from_skin > 11)
    if seed.sum() < max(20, 0.12 * crown.sum()):
        return np.zeros((SIDE_PX, SIDE_PX), np.uint8)
    from_hair = _from(start, seed)
    chin, brow = start.height(152), min(start.height(105), start.height(334))
    marks = np.full((SIDE_PX, SIDE_PX), cv2.GC_PR_BGD, np.uint8)
    beside = (start.person > 0.6) & ~start.oval() & (start.from_skin > 11)
    marks[beside & (start.rows < chin + _PX)] = cv2.GC_PR_FGD
    marks[(start.person > 0.5) & ~start.oval() & (start.rows >= chin + _PX)] = cv2.GC_BGD
    marks[seed & (from_hair < 14)] = cv2.GC_FGD
    marks[start.oval() & (start.rows < brow) & (from_hair < start.from_skin * 0.8)] = cv2.GC_PR_FGD
    marks[(start.person < 0.12) | (start.rows > chin + 9 * _PX)] = cv2.GC_BGD
    inner = start.oval(0.84)
    marks[inner & ((start.rows > brow - 0.2 * _PX) | (start.from_skin < 9))] = cv2.GC_BGD
    marks[(start.rows > chin - 0.5 * _PX) & (start.aside_cm < 3.2)] = cv2.GC_BGD
    return _cut(start, marks, start.height(4))


def weak_long(start: Start) -> Labels:
    """Hair told from crown and temples, wherever its colours go on."""
    brow, chin = min(start.height(105), start.height(334)), start.height(152)
    ring = start.oval(1.32) & ~start.oval(1.10) & (start.rows > brow) & (start.rows < chin + 1.5 * _PX)
    beside = ring & (start.aside_cm > 5.2) & (start.person > 0.5) & start.seen
    seed = ((_crown(start) & (start.person > 0.6)) | beside) & (start.from_skin > 11)
    if seed.sum() < 20:
        return np.zeros((SIDE_PX, SIDE_PX), np.uint8)
    from_hair = _from(start, seed)
    face = start.oval()
    marks = np.full((SIDE_PX, SIDE_PX), cv2.GC_BGD, np.uint8)
    marks[(start.person > 0.35) & start.seen] = cv2.GC_PR_BGD
    marks[(start.person > 0.4) & start.seen & ~face & (from_hair < 14)] = cv2.GC_PR_FGD
    marks[face & (start.from_skin < from_hair)] = cv2.GC_BGD
    high_or_aside = (start.rows < brow) | (start.aside_cm > 4.5)
    marks[face & (from_hair < start.from_skin * 0.7) & high_or_aside] = cv2.GC_PR_FGD
    marks[seed & (from_hair < 11) & (start.from_skin > 14)] = cv2.GC_FGD
    marks[~face & (from_hair > 31)] = cv2.GC_BGD
    marks[start.oval(0.87) & (start.rows > brow - 0.2 * _PX)] = cv2.GC_BGD
    neck_cm = 3.0 + np.clip((start.rows - chin) / _PX * 0.25, 0, 3)
    marks[(start.rows > chin - 0.5 * _PX) & (start.aside_cm < neck_cm)] = cv2.GC_BGD
    marks[(start.rows > chin + 2 * _PX) & (start.aside_cm > 11)] = cv2.GC_BGD
    return _cut(start, marks, chin)


def _crown(start: Start) -> Mask:
    top = start.height(10)
    above = (start.rows < top - 0.8 * _PX) & (start.rows > top - 3.1 * _PX)
    return np.asarray(above & (start.aside_cm < 4.2) & start.seen)


def _from(start: Start, seed: Mask) -> Floats:
    """Distance from the nearest of the hair's own colours."""
    samples = start.colours[seed].astype(np.float32)
    stop = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 20, 0.5)
    centres = cv2.kmeans(samples, min(4, len(samples)), None, stop, 2, cv2.KMEANS_PP_CENTERS)[2]
    apart = [np.linalg.norm((start.colours - centre) * (0.5, 1.2, 1.2), axis=2) for centre in centres]
    return np.asarray(np.min(apart, 0))


def _cut(start: Start, marks: Labels, lowest_start: float) -> Labels:
    if not (marks == cv2.GC_FGD).any():
        return np.zeros((SIDE_PX, SIDE_PX), np.uint8)
    cv2.grabCut(start.rgb, marks, None, np.zeros((1, 65)), np.zeros((1, 65)), _ROUNDS, cv2.GC_INIT_WITH_MASK)
    hair = np.isin(marks, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.uint8)
    hair = cv2.morphologyEx(hair, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    hair = cv2.morphologyEx(hair, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(hair)
    largest = stats[1:, cv2.CC_STAT_AREA].max(initial=0)
    kept = [i for i in range(1, count) if stats[i, cv2.CC_STAT_AREA] > 0.09 * largest and stats[i, 1] < lowest_start]
    return np.asarray(np.isin(labels, kept) & start.seen, np.uint8)
