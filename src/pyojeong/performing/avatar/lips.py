"""Lips that meet: on the still head, and where mouthClose shuts an open jaw."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from pyojeong.performing.avatar.parts import Part
from pyojeong.performing.avatar.template import Reals, Template
from pyojeong.rig.names import ARKIT_NAMES

Doubles = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

OVERLAP_CM = 0.03
"""How far the lips press into each other: their fronts, which the eye sees, meet a little before their edges."""
REACH_CM = 0.75
LOWER_SHARE = 0.5
"""A point belongs to the lower lip when it goes with the jaw by at least this share of what the lip's edge does."""
NEAR = 4


def lip_edges(template: Template) -> tuple[Ints, Ints]:
    """Points of the upper and lower lip's edge from corner to corner; the corners are both lips'."""
    return template.marks["lip_upper"], template.marks["lip_lower"]


def across(points: Reals, edge: Ints, other: Ints) -> Doubles:
    """For each point of ``edge`` the place on ``other`` at the same share of the way between the corners, N×3."""
    here, there = points[edge].astype(np.float64), points[other].astype(np.float64)
    axis = there[-1] - there[0]
    shares = [np.maximum.accumulate(np.clip((p - there[0]) @ axis / (axis @ axis), 0, 1)) for p in (here, there)]
    return np.stack([np.interp(shares[0], shares[1], there[:, k]) for k in range(3)], 1)


def closed_lips(template: Template, points: Doubles) -> Doubles:
    """V×3: the moves that bring the lips of a head (V×3) together, each half the way, fading over .75 cm."""
    upper, lower = lip_edges(template)
    skin = template.points_of(Part.SKIN, Part.MOUTH)
    moves = np.zeros((len(points), 3))
    is_lower = _of_lower_lip(template, skin)
    for edge, other, sign in ((upper, lower, -1.0), (lower, upper, 1.0)):
        half = (across(points, edge, other) - points[edge]) / 2
        half[:, 1] += sign * OVERLAP_CM / 2 * _within_corners(len(edge))
        members = skin[is_lower if sign > 0 else ~is_lower]
        apart = np.linalg.norm(points[members][:, None] - points[edge][None], axis=2)
        near = np.argpartition(apart, NEAR, axis=1)[:, :NEAR]
        rows = np.arange(len(members))[:, None]
        weights = 1 / (apart[rows, near] + 0.03) ** 2
        weights /= weights.sum(1, keepdims=True)
        fade = np.clip(1 - apart.min(1) / REACH_CM, 0, 1)
        fade = fade * fade * (3 - 2 * fade)
        moves[members] = np.einsum("nk,nkd->nd", weights, half[near]) * fade[:, None]
        moves[edge] = half
    same = template.weld
    return np.asarray(moves[same])


def _within_corners(count: int) -> Doubles:
    """1 along the lips, 0 at the corners."""
    return np.asarray(np.clip(np.sin(np.linspace(0, np.pi, count)) * 3, 0, 1))


def _of_lower_lip(template: Template, points: Ints) -> npt.NDArray[np.bool_]:
    """Whether each point goes with the jaw."""
    falls = -template.movements[ARKIT_NAMES.index("jawOpen"), :, 1]
    edge = template.marks["lip_lower"]
    return np.asarray(falls[points] > LOWER_SHARE * float(falls[edge[len(edge) // 2]]) * 0.8)
