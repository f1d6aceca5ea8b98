"""A foreign head laid on the template: landmarks first, then the surface, and what the shapes cannot say last."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from pyojeong.performing.avatar.camera import Camera
from pyojeong.performing.avatar.correcting import spread_from_landmarks
from pyojeong.performing.avatar.foreign.head_mesh import Doubles, HeadMesh
from pyojeong.performing.avatar.foreign.nearest import Surface
from pyojeong.performing.avatar.foreign.refusals import unmarked
from pyojeong.performing.avatar.parts import Part
from pyojeong.performing.avatar.solving import (
    CORRELATED,
    IDENTITY_PRIOR,
    LARGEST_IDENTITY,
    Shapes,
    Solution,
    landmark_weights,
    prior_of,
)
from pyojeong.performing.avatar.template import Template
from pyojeong.performing.avatar.texture.regions import regions
from pyojeong.performing.avatar.texture.spreading import spread
from pyojeong.rig import Expression
from pyojeong.rig.names import ARKIT_NAMES

_ROUNDS, _DENSE_ROUNDS = 8, 6
"""Set by eye."""
_SIGMA_CM, _ROBUST_CM = 0.12, 0.25
"""Landmarks found in a picture of the head lie about a millimetre off; beyond the second they are doubted."""
_EXPRESSION_PRIOR = 12.0
"""How much the expression that was read is believed; set by eye."""
_EDGE, _DOUBTS, _LOST_CM, _LOST = (0.25, 0.6), 3, 1.2, 4.0
"""Cosines to the view below and above which a mark tells nothing and all; rounds of doubt; how far a mark may lie off
a mean face, and in how many medians; set by eye."""
_LEAST_MARKS = 100
"""Of 468, set by eye: a whole head keeps over 450 (see the tests); far fewer are a surface inside out."""
_DENSE_EVERY, _DENSE_SHARE = 5, 0.6
"""Every fifth point of the skin asks for the surface while the person is looked for; all of them count so much."""
_PULLS = (0.03, 0.1, 0.3, 1.0, 1.0)
"""How closely the skin follows the surface, round by round, against staying smooth."""
_DENSE_PRIOR = 2.0
"""So that no coefficient runs to its end where the surface alone would pull it."""
_FAR_CM, _FACING = 1.5, 0.55
"""A place further away, or that faces another way, is another part of the head."""
_EAR_PULL, _HELD_PULL, _STILL = 0.15, 0.6, 1e-3
"""How much ears follow, lids and lips are held, and everything stays; set by eye."""
_LIP_CM, _LID = 0.35, 0.12
"""What counts as the lips' edge and as a lid; set by eye."""


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """A head on the template.

    Attributes:
        mesh: The foreign head in the template's frame, in cm.
        solution: Who it is; the camera stands straight before it.
        correction: V×3 cm beyond the shapes.
        points: V×3, the template's points on the foreign head.
        apart_cm: Median distance of the skin from the surface, where it has any.
    """

    mesh: HeadMesh
    solution: Solution
    correction: Doubles
    points: Doubles
    apart_cm: float


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """Where MediaPipe's points are on a head: places 468×3, and weights 468 of how much each tells."""

    places: Doubles
    weights: Doubles

    @classmethod
    def believed(cls, template: Template, places: Doubles, facing: Doubles) -> Marks:
        """Marks without those that were seen through a gap or on the head's edge, where a pixel is a centimetre.

        Args:
            template: Whose landmarks they should resemble.
            places: 468×3.
            facing: 468, cosines to the view.

        Raises:
            PyojeongError: Kind ``head-file`` when too few of them tell anything.
        """
        usual = np.asarray(template.landmarks.of(template.neutral), np.float64)
        marks = cls(places, landmark_weights() * np.clip((facing - _EDGE[0]) / (_EDGE[1] - _EDGE[0]), 0, 1))
        for _ in range(_DOUBTS):
            if (marks.weights > 0).sum() < _LEAST_MARKS:
                raise unmarked()
            left = np.linalg.norm(marks.brought_to(usual, places) - usual, axis=1)
            limit = max(_LOST_CM, _LOST * float(np.median(left[marks.weights > 0])))
            marks = cls(places, np.where(left < limit, marks.weights, 0.0))
        if (marks.weights > 0).sum() < _LEAST_MARKS:
            raise unmarked()
        return marks

    def brought_to(self, wanted: Doubles, points: Doubles) -> Doubles:
        """N×3 ``points`` after the similarity that brings the marks nearest to ``wanted`` (468×3; Umeyama 1991)."""
        weights = self.weights[:, None] / self.weights.sum()
        middle, goal = (self.places * weights).sum(0), (wanted * weights).sum(0)
        here, there = self.places - middle, wanted - goal
        u, stretch, v = np.linalg.svd((there * weights).T @ here)
        mirror = np.diag([1.0, 1.0, np.sign(np.linalg.det(u @ v))])
        scale = float((stretch * np.diag(mirror)).sum() / (here**2 * weights).sum())
        return np.asarray(scale * (points - middle) @ (u @ mirror @ v).T + goal)


def laid_on(template: Template, mesh: HeadMesh, marks: Marks, expression: Expression) -> Laid:
    """``mesh`` on the template.

    Args:
        template: The mesh all avatars share.
        mesh: The foreign head, facing the viewer.
        marks: Where MediaPipe's points are on it.
        expression: What its face does, as it was read; nothing where it is known to be at rest.
    """
    shapes = Shapes.of(template)
    prior = np.zeros(len(shapes.names)) if mesh.at_rest else prior_of(expression)[list(shapes.names)]
    identity, acting = np.zeros(len(shapes.identity)), prior.copy()
    for _ in range(_ROUNDS):
        seen = marks.brought_to(shapes.posed(identity, acting), marks.places)
        identity, acting = _stepped(shapes, marks.weights, seen, identity, acting, prior, free=not mesh.at_rest)
    whole = np.zeros(len(ARKIT_NAMES))
    whole[list(shapes.names)] = acting
    if not mesh.is_coloured:
        whole = _even(whole)
    acting = whole[list(shapes.names)]
    moves = np.tensordot(whole, template.movements, 1)
    for _ in range(_DENSE_ROUNDS):
        identity = _dense_step(template, *_brought(mesh, marks, shapes.posed(identity, acting)), moves, identity)
    near, here = _brought(mesh, marks, shapes.posed(identity, acting))
    acted = template.shaped(identity).astype(np.float64) + moves
    correction = _to_landmarks(template, acted, here)
    pulled, apart = _to_surface(template, acted + correction, near)
    straight = Camera(np.eye(3), 1.0, (0.0, 0.0))
    left = (here.places - np.asarray(template.landmarks.of(acted), np.float64)) * (here.weights > 0)[:, None]
    solution = Solution(straight, identity, whole, left[:, :2] * np.array([1.0, -1.0]))
    return Laid(near, solution, correction + pulled, acted + correction + pulled, apart)


def _brought(mesh: HeadMesh, marks: Marks, fit: Doubles) -> tuple[HeadMesh, Marks]:
    """The head and its marks where the marks are nearest to ``fit`` (468×3)."""
    places = marks.brought_to(fit, marks.places)
    return mesh.moved(marks.brought_to(fit, mesh.points)), Marks(places, marks.weights)


def _even(values: Doubles) -> Doubles:
    """52 coefficients, each with its mirror's mean: on bare clay, without irises, one eye is read as narrower."""
    others = {"Left": "Right", "Right": "Left"}
    mirrored = [
        next((name.removesuffix(side) + other for side, other in others.items() if name.endswith(side)), name)
        for name in ARKIT_NAMES
    ]
    return np.asarray((values + values[[ARKIT_NAMES.index(name) for name in mirrored]]) / 2)


def _stepped(
    shapes: Shapes, told: Doubles, seen: Doubles, identity: Doubles, acting: Doubles, prior: Doubles, *, free: bool
) -> tuple[Doubles, Doubles]:
    """Identity and expression that bring the landmarks nearer to ``seen``; the expression stays unless ``free``."""
    left = seen - shapes.posed(identity, acting)
    basis = np.concatenate([shapes.identity, shapes.movements]) if free else shapes.identity
    doubt = np.sqrt(1 + (np.linalg.norm(left, axis=1) / _ROBUST_CM) ** 2)
    weights = np.repeat(told / (_SIGMA_CM * doubt), 3)
    a = basis.reshape(len(basis), -1).T * weights[:, None]
    b = left.ravel() * weights
    known = np.concatenate([identity, acting - prior]) if free else identity
    priors = np.full(len(known), _EXPRESSION_PRIOR)
    priors[: len(identity)] = IDENTITY_PRIOR
    step = np.linalg.solve(a.T @ a / CORRELATED + np.diag(priors), a.T @ b / CORRELATED - priors * known)
    person = np.clip(identity + step[: len(identity)], -LARGEST_IDENTITY, LARGEST_IDENTITY)
    return person, np.clip(acting + step[len(identity) :], 0, 1) if free else acting


def _dense_step(template: Template, near: HeadMesh, marks: Marks, moves: Doubles, identity: Doubles) -> Doubles:
    """Identity that brings the skin nearer to the surface along its normals, and keeps the landmarks."""
    head = template.shaped(identity).astype(np.float64) + moves
    points = template.points_of(Part.SKIN)[::_DENSE_EVERY]
    points = points[_follows()[points] > _EAR_PULL]
    found = Surface(near).nearest(head[points])
    good = (found.apart < _FAR_CM) & ((found.normals * template.normals(head)[points]).sum(1) > _FACING)
    points, normals = points[good], found.normals[good]
    along = ((found.points[good] - head[points]) * normals).sum(1)
    rows = np.einsum("kvc,vc->vk", template.identity[:, points], normals)
    doubt = _DENSE_SHARE / (_SIGMA_CM * np.sqrt(1 + (along / _ROBUST_CM) ** 2))
    anchors = template.landmarks.of(template.identity).reshape(len(identity), -1).T
    left = (marks.places - np.asarray(template.landmarks.of(head), np.float64)).ravel()
    firm = np.repeat(marks.weights / _SIGMA_CM, 3)
    a = np.concatenate([rows * doubt[:, None], anchors * firm[:, None]])
    b = np.concatenate([along * doubt, left * firm])
    normal = a.T @ a / CORRELATED + _DENSE_PRIOR * np.eye(len(identity))
    step = np.linalg.solve(normal, a.T @ b / CORRELATED - _DENSE_PRIOR * identity)
    return np.asarray(np.clip(identity + step, -LARGEST_IDENTITY, LARGEST_IDENTITY))


def _to_landmarks(template: Template, acted: Doubles, marks: Marks) -> Doubles:
    """V×3 that bring ``acted`` to the landmarks."""
    places = np.asarray(template.landmarks.of(acted), np.float64)
    return spread_from_landmarks(template, acted, marks.places - places, marks.weights > 0)


def _to_surface(template: Template, head: Doubles, near: HeadMesh) -> tuple[Doubles, float]:
    """V×3 that bring the skin to the surface and stay smooth, and how far from it the skin is then."""
    surface, follows = Surface(near), _follows()
    skin = template.points_of(Part.SKIN)
    moves, apart = np.zeros_like(head), np.zeros(0)
    for pull in _PULLS:
        at = head + moves
        found = surface.nearest(at[skin])
        agrees = (found.normals * template.normals(at)[skin]).sum(1) > _FACING
        good = agrees & (found.apart < _FAR_CM) & ~surface.edge[found.triangles] & (follows[skin] > 0)
        known, weights = np.zeros_like(head), np.where(_held(), _HELD_PULL, 0.0) * pull
        known[skin[good]] = found.points[good] - head[skin[good]]
        weights[skin[good]] = pull * follows[skin[good]]
        moves = np.asarray(spread(known, weights, prior=np.zeros(3), prior_weight=_STILL))
        apart = found.apart[good]
    others = template.parts != int(Part.SKIN)
    moves[others] = 0.0
    mouth = template.points_of(Part.MOUTH)
    lips = np.concatenate([template.marks["lip_upper"], template.marks["lip_lower"]])
    nearest = np.linalg.norm(head[mouth][:, None] - head[lips][None], axis=2).argmin(1)
    moves[mouth] = moves[lips][nearest]
    return moves, float(np.median(apart)) if len(apart) else float("inf")


@cache
def _follows() -> Doubles:
    """V: how much a point is to lie on the surface: not lids and lips, which landmarks place; ears a little."""
    where, template = regions(), Template.shipped()
    share = np.where(where.ears > 0, _EAR_PULL, 1.0)
    share[_held() | (template.parts != int(Part.SKIN)) | (where.shirt > 0.5)] = 0.0
    return np.asarray(share)


@cache
def _held() -> Doubles:
    """V: whether a point is of the lids or right at the lips' edges."""
    skin = Template.shipped().parts == int(Part.SKIN)
    return np.asarray(skin & ((regions().lids > _LID) | (regions().lips_cm < _LIP_CM)))
