"""The head every avatar begins as: one mesh, its identities and the 52 movements (see `pyojeong.lab.head_template`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt

from pyojeong.performing.avatar.parts import Part
from pyojeong.rig import Expression
from pyojeong.rig.names import ARKIT_NAMES
from pyojeong.weights.store import arrays_of

MODEL = "head-template"

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Reals = npt.NDArray[np.floating[Any]]

_MARK = "mark_"
MOST_BLINK = 1.5
"""A blink that starts from a raised lid goes further than 1, up to this."""


@dataclass(frozen=True, slots=True, eq=False)
class Anchors:
    """N places on the mesh: the points of a triangle each (N×3) and their shares (N×3, sum 1)."""

    corners: Ints
    shares: Floats

    def __post_init__(self) -> None:
        if self.corners.shape != self.shares.shape or self.corners.shape[1:] != (3,):
            raise ValueError(f"corners and shares must be N×3, but got {self.corners.shape} and {self.shares.shape}")

    def of(self, values: Reals) -> Reals:
        """What ``values`` (..., V, C) at the points are at the N places: (..., N, C)."""
        return np.asarray((values[..., self.corners, :] * self.shares[..., None]).sum(-2))


@dataclass(frozen=True, slots=True, eq=False)
class Template:
    """A head in centimetres: x the subject's left, y up, z to the front.

    Attributes:
        neutral: float32 V×3, the mean head, still.
        triangles: int64 T×3, anticlockwise seen from outside; each part's are in one run, parts in the order of `Part`.
        uv: float32 V×2 in [0, 1], v up, in the picture of the point's part: skin, eyes, lashes, or the mouth's.
        parts: int64 V, a `Part` each.
        weld: int64 V, for each point the first at the same place; equal ones are one point across a texture's seam.
        mirror: int64 V, the point on the other side.
        identity: float32 K×V×3; a person is ``neutral + coefficients @ identity`` with coefficients of N(0, 1).
        movements: float32 52×V×3 in the order of `ARKIT_NAMES`, each at 1.
        landmarks: Places of the 468 points of MediaPipe's face mesh.
        ibug68: Places of iBUG's 68 points.
        marks: Named points; see `docs/avatar.md`.
    """

    neutral: Floats
    triangles: Ints
    uv: Floats
    parts: Ints
    weld: Ints
    mirror: Ints
    identity: Floats
    movements: Floats
    landmarks: Anchors
    ibug68: Anchors
    marks: Mapping[str, Ints]

    def __post_init__(self) -> None:
        count = len(self.neutral)
        if self.movements.shape != (len(ARKIT_NAMES), count, 3):
            raise ValueError(f"movements must be {len(ARKIT_NAMES)}×{count}×3, but got {self.movements.shape}")
        if self.identity.shape[1:] != (count, 3):
            raise ValueError(f"identity must be K×{count}×3, but got {self.identity.shape}")
        for name in ("parts", "weld", "mirror"):
            if getattr(self, name).shape != (count,):
                raise ValueError(f"{name} must be {count} numbers, but got {getattr(self, name).shape}")
        object.__setattr__(self, "marks", MappingProxyType(dict(self.marks)))

    @staticmethod
    def shipped() -> Template:
        """The template of this package, read once.

        Raises:
            PyojeongError: When its file is missing or changed.
        """
        return _shipped()

    def shaped(self, coefficients: Reals) -> Floats:
        """V×3: the still head of a person, ``coefficients`` K."""
        return self.neutral + np.tensordot(coefficients.astype(np.float32), self.identity, 1)

    def points_of(self, *parts: Part) -> Ints:
        """Numbers of the points of ``parts``."""
        return np.flatnonzero(np.isin(self.parts, [int(part) for part in parts]))

    def triangles_of(self, *parts: Part) -> Ints:
        """Triangles of ``parts``, T×3."""
        return self.triangles[np.isin(self.parts[self.triangles[:, 0]], [int(part) for part in parts])]

    def eye_points(self) -> Ints:
        """Numbers of the points of both eyeballs."""
        return self.points_of(Part.EYE_LEFT, Part.EYE_RIGHT)

    def normals(self, points: Reals) -> Floats:
        """Unit normals V×3 of the mesh with its points at ``points``, smooth across the texture's seams."""
        joined = self.weld[self.triangles]
        a, b, c = (points[joined[:, k]] for k in range(3))
        faces = np.cross(b - a, c - a)
        total = np.zeros((len(points), 3))
        for axis in range(3):
            for k in range(3):
                total[:, axis] += np.bincount(joined[:, k], faces[:, axis], len(points))
        lengths = np.linalg.norm(total, axis=1, keepdims=True)
        return np.asarray((total / np.maximum(lengths, 1e-12))[self.weld], np.float32)


def weights_of(expression: Expression, closings: Floats) -> Floats:
    """52 weights of movements in which a blink closes what other movements have left of the eye's opening.

    So a blink of 1 shuts the eye with any gaze, squint or raised lid, and lids never pass each other. mouthClose brings
    back what jawOpen has parted and no more: alone it would push the lower lip over the upper one.

    Args:
        expression: What is asked for.
        closings: 52×2 shares of the left and right eye's opening that a movement closes.
    """
    weights = np.array([expression[name] for name in ARKIT_NAMES], np.float32)
    shut, jaw = ARKIT_NAMES.index("mouthClose"), ARKIT_NAMES.index("jawOpen")
    weights[shut] = min(weights[shut], weights[jaw])
    for column, side in enumerate(("Left", "Right")):
        blink = ARKIT_NAMES.index(f"eyeBlink{side}")
        others = float(weights @ closings[:, column]) - float(weights[blink] * closings[blink, column])
        weights[blink] *= np.clip(1 - others, 0, MOST_BLINK)
    return weights


@cache
def _shipped() -> Template:
    kept = arrays_of(MODEL)
    return Template(
        neutral=kept["neutral"].astype(np.float32),
        triangles=kept["triangles"].astype(np.int64),
        uv=kept["uv"].astype(np.float32),
        parts=kept["parts"].astype(np.int64),
        weld=kept["weld"].astype(np.int64),
        mirror=kept["mirror"].astype(np.int64),
        identity=_steps(kept["identity"], kept["identity_step"]),
        movements=_steps(kept["movements"], kept["movements_step"]),
        landmarks=Anchors(kept["landmark_corners"].astype(np.int64), kept["landmark_shares"].astype(np.float32)),
        ibug68=Anchors(kept["ibug_corners"].astype(np.int64), kept["ibug_shares"].astype(np.float32)),
        marks={name[len(_MARK) :]: kept[name].astype(np.int64) for name in kept if name.startswith(_MARK)},
    )


def _steps(whole: npt.NDArray[np.int16], step: Floats) -> Floats:
    """The shapes that were written as whole numbers of a step each."""
    return whole.astype(np.float32) * step.astype(np.float32)[:, None, None]
