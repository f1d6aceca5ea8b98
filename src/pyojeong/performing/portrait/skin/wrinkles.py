"""Folds the moved muscles make: a dark valley with a light ridge beside it, and the person's own lines deepened there.

Curves are authored in canonical centimetres after the wrinkle maps of FACS (Ekman, Friesen & Hager 2002, per action
unit) and tuned by eye: kept subtle, because a fold too many ages a face by decades.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np

from pyojeong.performing.portrait.drawing.coverage import blurred
from pyojeong.performing.portrait.drawing.low_grid import LowGrid, splatted
from pyojeong.performing.portrait.mesh.anchors import Anchors, anchored
from pyojeong.performing.portrait.stage import Deformed, FaceTraits, Floats, Ids, Map, Movement, SourceMesh

Half = tuple[tuple[float, float], ...]
SAMPLES = 48
LARGEST = 0.8
BLOOD = np.array([0.78, 1.10, 1.30], np.float32)
"""Exponents of R, G, B: skin in a fold turns warm, neutral grey looks like dirt."""
DARKNESS = 0.62
RIDGE = 0.42
OWN_LINES = 1.1


@dataclass(frozen=True, slots=True)
class Fold:
    """One crease of the skin.

    Attributes:
        path: Canonical (x, y) points; of the left half of the face when it has a partner on the right.
        width_cm: Gaussian sigma of its valley.
        ridge: Direction of the light ridge beside it.
        pulled_by: Muscle → depth at full activation.
        paired: Whether the other half has it too.
        fades_low: Whether it is strongest at its upper end (nasolabial fold) instead of its middle.
    """

    path: Half
    width_cm: float
    ridge: tuple[float, float]
    pulled_by: Mapping[str, float]
    paired: bool = True
    fades_low: bool = False


_CROW = {"cheekSquint": 0.34, "squint": 0.12}
_BUNNY = {"noseSneer": 0.45}
FOLDS: tuple[Fold, ...] = (
    Fold(
        ((1.85, -0.45), (2.25, -1.3), (2.85, -2.4), (3.30, -3.5), (3.45, -4.4)),
        0.20,
        (1, 0.3),
        {"mouthSmile": 0.55, "noseSneer": 0.5, "mouthUpperUp": 0.35, "mouthStretch": 0.2},
        fades_low=True,
    ),
    Fold(
        ((3.05, -3.65), (3.22, -4.2), (3.1, -4.85)),
        0.13,
        (1, 0),
        {"mouthSmile": 0.45, "mouthDimple": 0.7, "mouthStretch": 0.35, "mouthPress": 0.25},
    ),
    Fold(((4.95, 2.75), (5.5, 2.95), (6.0, 3.2)), 0.07, (0, 1), _CROW),
    Fold(((5.0, 2.45), (5.6, 2.35), (6.1, 2.3)), 0.07, (0, 1), _CROW),
    Fold(((4.9, 2.1), (5.4, 1.75), (5.75, 1.3)), 0.07, (0, 1), _CROW),
    Fold(
        ((1.95, 1.75), (2.7, 1.3), (3.7, 1.25), (4.6, 1.7)),
        0.12,
        (0, -1),
        {"cheekSquint": 0.34, "squint": 0.22, "noseSneer": 0.2},
    ),
    Fold(((-3.4, 5.75), (-1.8, 6.0), (0, 5.85), (1.8, 6.0), (3.4, 5.75)), 0.11, (0, 1), {"brows": 0.36}, paired=False),
    Fold(((-3.3, 6.45), (-1.7, 6.7), (0, 6.55), (1.7, 6.7), (3.3, 6.45)), 0.11, (0, 1), {"brows": 0.36}, paired=False),
    Fold(((-2.6, 7.1), (-1.3, 7.3), (0, 7.2), (1.3, 7.3), (2.6, 7.1)), 0.10, (0, 1), {"brows": 0.26}, paired=False),
    Fold(((-1.6, 5.55), (-0.8, 5.75), (0, 5.65), (0.8, 5.75), (1.6, 5.55)), 0.11, (0, 1), {"inner": 0.4}, paired=False),
    Fold(((0.50, 5.35), (0.58, 4.75), (0.62, 4.1), (0.50, 3.6)), 0.13, (1, 0), {"browDown": 0.62, "noseSneer": 0.2}),
    Fold(((-0.75, 3.15), (0, 3.3), (0.75, 3.15)), 0.09, (0, 1), {"noseSneer": 0.35, "browDown": 0.2}, paired=False),
    Fold(((0.95, 2.0), (0.55, 2.45), (0.25, 2.6)), 0.09, (0, 1), _BUNNY),
    Fold(((1.25, 1.3), (0.85, 1.8), (0.5, 2.0)), 0.09, (0, 1), _BUNNY),
    Fold(
        ((-1.25, -6.0), (-0.6, -5.8), (0, -5.75), (0.6, -5.8), (1.25, -6.0)),
        0.16,
        (0, -1),
        {"mouthShrugLower": 0.45, "mouthFrown": 0.3, "mouthPress": 0.2},
        paired=False,
    ),
    Fold(((2.65, -4.6), (2.95, -5.25), (3.1, -6.05)), 0.13, (1, 0), {"mouthFrown": 0.5, "mouthStretch": 0.15}),
    Fold(
        ((2.0, 3.25), (2.6, 3.55), (3.3, 3.62), (4.1, 3.4), (4.6, 3.0)), 0.09, (0, 1), {"wide": 0.25, "browDown": 0.12}
    ),
)


@dataclass(frozen=True, slots=True, eq=False)
class FoldPoints:
    """All folds of both halves as points along them; N points.

    Attributes:
        anchors: Where they are on the face.
        ridges: Where their ridges are.
        fold: Number of the fold of each point, ``2 * k`` left or middle, ``2 * k + 1`` right.
        taper: Strength along the fold, in [0, 1].
        width_cm: Of each point's fold.
    """

    anchors: Anchors
    ridges: Anchors
    fold: Ids
    taper: Floats
    width_cm: Floats


@cache
def fold_points() -> FoldPoints:
    """`FOLDS` sampled and anchored, once."""
    places, ridges, numbers, tapers, widths = [], [], [], [], []
    for k, fold in enumerate(FOLDS):
        path = _sampled(fold.path)
        beside = path + np.array(fold.ridge) * fold.width_cm * 1.6
        for half in range(2 if fold.paired else 1):
            mirror = np.array([-1.0 if half else 1.0, 1.0])
            places.append(path * mirror)
            ridges.append(beside * mirror)
            numbers.append(np.full(SAMPLES, 2 * k + half, np.int32))
            tapers.append(_taper(fold))
            widths.append(np.full(SAMPLES, fold.width_cm))
    return FoldPoints(
        anchored(np.concatenate(places)),
        anchored(np.concatenate(ridges)),
        np.concatenate(numbers),
        np.concatenate(tapers),
        np.concatenate(widths),
    )


def _sampled(path: Half) -> Floats:
    """`SAMPLES` points on the Catmull-Rom curve through ``path``, evenly by its own parameter."""
    p = np.asarray(path, float)
    padded = np.vstack([2 * p[0] - p[1], p, 2 * p[-1] - p[-2]])
    t = np.linspace(0, len(p) - 1, SAMPLES)
    k = np.minimum(t.astype(int), len(p) - 2)
    u = (t - k)[:, None]
    a, b, c, d = padded[k], padded[k + 1], padded[k + 2], padded[k + 3]
    return np.asarray(0.5 * (2 * b + (c - a) * u + (2 * a - 5 * b + 4 * c - d) * u**2 + (3 * b - a - 3 * c + d) * u**3))


def _taper(fold: Fold) -> Floats:
    t = np.linspace(0, 1, SAMPLES)
    if fold.fades_low:
        rise, fall = np.clip(t / 0.25, 0, 1), np.clip((t - 0.55) / 0.45, 0, 1)
        return np.asarray(rise * rise * (3 - 2 * rise) * (1 - 0.85 * fall * fall * (3 - 2 * fall)))
    return np.asarray(np.sin(np.pi * t) ** 0.7)


def fold_depths(movement: Movement) -> Floats:
    """``2 * len(FOLDS)`` depths in [0, `LARGEST`]: left or middle, right of each fold."""
    left, right = _Pull(movement, 0), _Pull(movement, 1)
    depths = np.zeros(2 * len(FOLDS))
    for k, fold in enumerate(FOLDS):
        one = sum(left(name) * depth for name, depth in fold.pulled_by.items())
        other = sum(right(name) * depth for name, depth in fold.pulled_by.items())
        depths[2 * k : 2 * k + 2] = (one, other) if fold.paired else ((one + other) / 2, 0.0)
    return np.asarray(np.clip(depths, 0, LARGEST))


@dataclass(frozen=True, slots=True)
class _Pull:
    """How strongly a muscle, or one of the compound names in `FOLDS`, pulls on one side; never negative."""

    movement: Movement
    side: int

    def __call__(self, name: str) -> float:
        if name == "squint":
            return max(0.0, self.movement.squint[self.side])
        if name == "wide":
            return max(0.0, self.movement.wide[self.side])
        if name in ("brows", "inner"):
            inner = max(0.0, self.movement.pair("browInnerUp")[self.side])
            both = min(inner, max(0.0, self.movement.pair("browOuterUp")[self.side]))
            return both if name == "brows" else inner - both
        return max(0.0, self.movement.pair(name)[self.side])


def readiness(traits: FaceTraits) -> float:
    """How deeply this skin folds, .45 (young) to 1: its own fine contrast stands in for age."""
    return float(np.clip(0.45 + (traits.roughness - 0.015) / 0.03 * 0.55, 0.45, 1.0))


@dataclass(frozen=True, slots=True, eq=False)
class Creases:
    """The folds of one movement on a grid.

    Attributes:
        depth: float32 H×W, > 0 in valleys, < 0 on ridges.
        deepening: float32 H×W, how much of the skin's own detail is added once more.
    """

    depth: Map
    deepening: Map

    def shade(self, *, tinted: bool) -> Map:
        """H×W×3 gain; warm unless the photo is grey or sepia."""
        exponents = BLOOD if tinted else np.full(3, BLOOD.mean(), np.float32)
        return np.asarray(cv2.exp(self.depth[..., None] * (np.float32(-DARKNESS) * exponents)), np.float32)


def creases(mesh: SourceMesh, deformed: Deformed, movement: Movement, grid: LowGrid) -> Creases | None:
    """The folds ``movement`` makes, or None when nothing folds."""
    depths = fold_depths(movement)
    if depths.max() < 0.01:
        return None
    points = fold_points()
    used = depths[points.fold] > 0.01
    valley = grid.local(points.anchors.on(deformed.coarse_px))[used]
    ridge = grid.local(points.ridges.on(deformed.coarse_px))[used]
    weight = (depths[points.fold] * points.taper)[used] * _spacing(valley, points.fold[used])
    amount = readiness(mesh.traits)
    depth = _depth(valley, ridge, weight, points.width_cm[used], grid)
    return Creases(depth * np.float32(amount), _deepening(valley, weight * (OWN_LINES * amount), grid))


def _depth(valley: Floats, ridge: Floats, weight: Floats, width_cm: Floats, grid: LowGrid) -> Map:
    """Valleys less ridges: each a narrow gaussian and, on the broader grid, a wide and weak one."""
    broad = grid.broader()
    factor = broad.step / grid.step
    depth = np.zeros(grid.shape, np.float32)
    soft = np.zeros(broad.shape, np.float32)
    for width in np.unique(width_cm):
        own = width_cm == width
        line = np.vstack([valley[own], ridge[own]])
        level = np.concatenate([weight[own], -RIDGE * weight[own]])
        sigma = max(0.6, width * grid.scale)
        depth += blurred(splatted(line, level, grid.shape), sigma) * np.float32(sigma * 1.25)
        wide = 2.6 * sigma / factor
        canvas = splatted((line + 0.5) / factor - 0.5, level / factor, broad.shape)
        soft += blurred(canvas, wide) * np.float32(wide * 0.55)
    return depth + grid.refined_from(soft, broad)


def _deepening(valley: Floats, weight: Floats, grid: LowGrid) -> Map:
    broad = grid.broader()
    factor = broad.step / grid.step
    sigma = max(0.8, 0.3 * broad.scale)
    near = blurred(splatted((valley + 0.5) / factor - 0.5, weight / factor, broad.shape), sigma)
    return grid.refined_from(np.clip(near * np.float32(sigma * 2.5), 0, 0.7).astype(np.float32), broad)


def _spacing(points: Floats, fold: Ids) -> Floats:
    """Distance to the neighbour along the same fold: a line's weight must not depend on how densely it is sampled."""
    if len(points) < 2:
        return np.ones(len(points))
    step = np.linalg.norm(np.diff(points, axis=0, append=points[-1:]), axis=1)
    ends = np.flatnonzero(np.diff(fold, append=-1) != 0)
    step[ends] = step[np.maximum(ends - 1, 0)]
    return np.asarray(step)
