"""Pose, person and expression from the landmarks of one photo: damped Gauss-Newton with priors.

Weights and priors were tuned on 38 generated portraits (docs/avatar.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from pyojeong.media.face import Face
from pyojeong.performing.avatar.camera import DISTANCE_CM, Camera, rotation_of
from pyojeong.performing.avatar.template import Template
from pyojeong.rig import Expression
from pyojeong.rig.names import ARKIT_NAMES

Doubles = npt.NDArray[np.float64]

POINTS = 468
ROUNDS, POSE_ROUNDS = 14, 3
SIGMA_CM, SIGMA_Z_CM = 0.22, 1.0
"""How far a landmark may lie from where the model says; depths of the mesh are worth a fifth of that."""
DEPTH_SHARE = 0.3
CORRELATED = 4.0
"""Neighbouring landmarks err together: 468 of them are worth a quarter of as many independent ones."""
ROBUST_CM = 0.35
IDENTITY_PRIOR, EXPRESSION_PRIOR, LARGEST_IDENTITY = 0.35, 12.0, 3.0
PRIOR_SHARE = 0.8
LEVEL = (33, 263, 61, 291, 1, 152)
"""Landmarks whose mean depth is taken for the head's."""
UNSEEN = ("eyeLook", "tongueOut", "mouthClose")
"""Movements a fit does not ask for: irises tell the gaze, mouthClose is jawOpen's shadow, tongues have no points."""
DEAD_ZONE, NEUTRAL_DEAD_ZONE = 0.1, 0.45
OFTEN_SEEN = ("brow", "eyeSquint", "noseSneer", "mouthPucker", "eyeBlink", "cheekPuff")
"""Still faces score .3 to .5 in these: they look so by nature."""

EYES = (
    *(33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246),
    *(263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466),
)
LIPS = (
    *(61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185),
    *(78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191),
)
_NOSE = (1, 4, 5, 195, 197, 6, 168, 2, 98, 327, 64, 294, 48, 278, 129, 358)
_BROWS = (70, 63, 105, 66, 107, 55, 65, 52, 53, 46, 336, 296, 334, 293, 300, 276, 283, 282, 295, 285)
_FOREHEAD = (10, 338, 297, 332, 284, 251, 389, 356, 127, 162, 21, 54, 103, 67, 109)
_JAW = (454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234)
_WEIGHTS = ((_FOREHEAD, 0.35), (_JAW, 0.8), (EYES, 1.6), (LIPS, 1.3), (_NOSE, 1.2), (_BROWS, 1.0))
_ELSEWHERE = 0.55


@dataclass(frozen=True, slots=True, eq=False)
class Solution:
    """A fit: camera, identity K, expression (52 coefficients), and what is left of each landmark, 468×2 px."""

    camera: Camera
    identity: Doubles
    expression: Doubles
    left_px: Doubles

    @property
    def left_cm(self) -> Doubles:
        """468 lengths of what is left, in cm of the face."""
        return np.asarray(np.linalg.norm(self.left_px, axis=1) / self.camera.pixels_per_cm)


@cache
def landmark_weights() -> Doubles:
    """468 weights: eyes, lips and nose tell most."""
    weights = np.full(POINTS, _ELSEWHERE)
    for points, weight in _WEIGHTS:
        weights[list(points)] = weight
    return weights


@dataclass(frozen=True, slots=True, eq=False)
class Shapes:
    """The template at the landmarks: mean 468×3, identity K×468×3, movements E×468×3 with their places in the 52."""

    mean: Doubles
    identity: Doubles
    movements: Doubles
    names: tuple[int, ...]

    @classmethod
    def of(cls, template: Template) -> Shapes:
        """Of a template."""
        names = tuple(k for k, name in enumerate(ARKIT_NAMES) if not name.startswith(UNSEEN))
        at = template.landmarks
        return cls(
            np.asarray(at.of(template.neutral), np.float64),
            np.asarray(at.of(template.identity), np.float64),
            np.asarray(at.of(template.movements[list(names)]), np.float64),
            names,
        )

    def posed(self, identity: Doubles, acting: Doubles) -> Doubles:
        """468×3 landmarks of a person who acts."""
        person = self.mean + np.tensordot(identity, self.identity, 1)
        return np.asarray(person + np.tensordot(acting, self.movements, 1))


def prior_of(expression: Expression) -> Doubles:
    """52 coefficients to begin with: what was read, less what still faces score too."""
    prior = np.zeros(len(ARKIT_NAMES))
    for k, name in enumerate(ARKIT_NAMES):
        zone = NEUTRAL_DEAD_ZONE if name.startswith(OFTEN_SEEN) else DEAD_ZONE
        prior[k] = PRIOR_SHARE * max(0.0, expression[name] - zone) / (1 - zone)
    return prior


def solved(template: Template, face: Face, expression: Expression) -> Solution:
    """The fit of ``template`` to the landmarks of ``face``; ``expression`` is what was read of it."""
    shapes = Shapes.of(template)
    seen = face.landmarks[:POINTS]
    prior = prior_of(expression)[list(shapes.names)]
    identity, acting = np.zeros(len(shapes.identity)), prior.copy()
    width = float(np.ptp(seen[:, 0]))
    camera = Camera(np.eye(3), width / 14.0, (float(seen[:, 0].mean()), float(seen[:, 1].mean())))
    for number in range(ROUNDS):
        posed = shapes.posed(identity, acting)
        free = number >= POSE_ROUNDS
        step = _step(shapes, camera, posed, seen, identity, acting - prior, free=free)
        camera = _moved(camera, step[:6])
        if free:
            count = len(identity)
            identity = np.clip(identity + step[6 : 6 + count], -LARGEST_IDENTITY, LARGEST_IDENTITY)
            acting = np.clip(acting + step[6 + count :], 0, 1)
    posed = shapes.posed(identity, acting)
    whole = np.zeros(len(ARKIT_NAMES))
    whole[list(shapes.names)] = acting
    return Solution(camera, identity, whole, seen[:, :2] - camera.project(posed)[0])


def _moved(camera: Camera, step: Doubles) -> Camera:
    x, y = camera.shift_px
    scale = max(camera.pixels_per_cm + float(step[3]), camera.pixels_per_cm * 0.3)
    turn = np.linalg.svd(rotation_of(step[:3]) @ camera.rotation)
    return Camera(turn[0] @ turn[2], scale, (x + float(step[4]), y + float(step[5])), camera.distance_cm)


def _step(
    shapes: Shapes,
    camera: Camera,
    posed: Doubles,
    seen: Doubles,
    identity: Doubles,
    off_prior: Doubles,
    *,
    free: bool,
) -> Doubles:
    """Change of turn (3), scale, shift (2), identity and expression; the last two stay unless ``free``."""
    turned, scale = camera.turned(posed), camera.pixels_per_cm
    left = _left(camera, posed, turned, seen)
    slopes = _slopes(camera, turned)
    columns = [_pose_columns(turned, slopes, camera)]
    if free:
        moving = np.concatenate([shapes.identity, shapes.movements]) @ camera.rotation.T
        columns.append(np.einsum("lij,nlj->lin", slopes, moving))
    jacobian = np.concatenate(columns, 2)
    weights = np.repeat(landmark_weights()[:, None] / SIGMA_CM, 3, 1)
    weights[:, :2] /= np.sqrt(1 + (np.linalg.norm(left[:, :2], axis=1) / ROBUST_CM) ** 2)[:, None]
    weights[:, 2] = DEPTH_SHARE / SIGMA_Z_CM
    a = (jacobian * weights[:, :, None]).reshape(-1, jacobian.shape[2])
    b = (left * weights).reshape(-1)
    normal, right = a.T @ a / CORRELATED, a.T @ b / CORRELATED
    priors = np.concatenate([[1e-3, 1e-3, 1e-3, 1e-9 / scale, 1e-9, 1e-9], np.zeros(normal.shape[0] - 6)])
    if free:
        count = len(identity)
        priors[6 : 6 + count], priors[6 + count :] = IDENTITY_PRIOR, EXPRESSION_PRIOR
        right[6 : 6 + count] -= IDENTITY_PRIOR * identity
        right[6 + count :] -= EXPRESSION_PRIOR * off_prior
    return np.asarray(np.linalg.solve(normal + np.diag(priors), right))


def _left(camera: Camera, posed: Doubles, turned: Doubles, seen: Doubles) -> Doubles:
    """468×3 of what is left: right, down, towards the viewer, in cm."""
    flat = (seen[:, :2] - camera.project(posed)[0]) / camera.pixels_per_cm
    depth = -seen[:, 2] / camera.pixels_per_cm - turned[:, 2]
    return np.column_stack([flat, depth - depth[list(LEVEL)].mean()])


def _slopes(camera: Camera, turned: Doubles) -> Doubles:
    """468×3×3: what moving a turned point changes of its place in the picture and its depth, in cm."""
    near = camera.nearness(turned)
    slopes = np.zeros((len(turned), 3, 3))
    slopes[:, 0, 0], slopes[:, 1, 1], slopes[:, 2, 2] = near, -near, 1.0
    slopes[:, 0, 2] = near**2 * turned[:, 0] / DISTANCE_CM
    slopes[:, 1, 2] = -(near**2) * turned[:, 1] / DISTANCE_CM
    return slopes


def _pose_columns(turned: Doubles, slopes: Doubles, camera: Camera) -> Doubles:
    """468×3×6: what turning, scaling (px per cm) and shifting (px) change."""
    near, scale = camera.nearness(turned), camera.pixels_per_cm
    columns = np.zeros((len(turned), 3, 6))
    for axis in range(3):
        columns[:, :, axis] = np.einsum("lij,lj->li", slopes, np.cross(np.eye(3)[axis], turned))
    columns[:, 0, 3], columns[:, 1, 3] = near * turned[:, 0] / scale, -near * turned[:, 1] / scale
    columns[:, 0, 4] = columns[:, 1, 5] = 1 / scale
    return columns
