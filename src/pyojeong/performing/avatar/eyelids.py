"""Lids that close on this person's eyes: edge on edge, outside the eyeball, lashes turning with them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pyojeong.performing.avatar.camera import rotation_of
from pyojeong.performing.avatar.parts import Part
from pyojeong.performing.avatar.template import Reals, Template
from pyojeong.rig.names import ARKIT_NAMES

Doubles = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

SIDES = ("Left", "Right")
SKIN_CM = 0.07
"""Least thickness of a lid over the eyeball."""
ROUNDNESS_CM, CORNEA_DEGREES = 0.07, 40.0
"""How much more a lid stands off over the cornea, so that it does not sink into it on its straight way down: a chord of
one centimetre lies .08 cm below a sphere of 1.5 cm."""
OVERLAP_CM = 0.012
"""The upper edge comes to lie this far before the lower one."""
LARGEST_SHIFT_CM, SHIFT_PRIOR = 0.35, 3.0
LID_MOVEMENTS = ("eyeBlink", "eyeLook", "eyeSquint", "eyeWide", "cheekSquint")
DROOP = np.radians(38.0)
"""By how much upper lashes turn down beyond their lid when it shuts: with the lid alone they pointed at the viewer,
and a shut eye had a row of dots."""
LEAST_BLINK_CM, SOFTENING = 0.02, 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Eyeball:
    """A sphere in the head's frame, in cm."""

    centre: Doubles
    radius: float


def eyeball_of(template: Template, points: Reals, side: str) -> Eyeball:
    """The sphere of an eye of a head (V×3); ``side`` is Left or Right."""
    equator = points[template.marks[f"eye_equator_{side.lower()}"]].astype(np.float64)
    centre = equator.mean(0)
    return Eyeball(centre, float(np.linalg.norm(equator - centre, axis=1).mean()))


def fitted_eyeball(template: Template, points: Doubles, side: str) -> Eyeball:
    """The eye moved so that the lids' margins lie on it as they do on the template's."""
    margins = _edge(template, "lid_margin", "upper", side), _edge(template, "lid_margin", "lower", side)
    members = np.concatenate(margins)
    own, mean = eyeball_of(template, points, side), eyeball_of(template, template.neutral, side)
    usual = np.linalg.norm(template.neutral[members] - mean.centre, axis=1) * (own.radius / mean.radius)
    centre = own.centre.copy()
    for _ in range(6):
        arms = points[members] - centre
        lengths = np.linalg.norm(arms, axis=1)
        slopes = arms / lengths[:, None]
        normal = slopes.T @ slopes + SHIFT_PRIOR * np.eye(3)
        centre += np.linalg.solve(normal, slopes.T @ (lengths - usual) - SHIFT_PRIOR * (centre - own.centre))
    shift = centre - own.centre
    length = float(np.linalg.norm(shift))
    return Eyeball(own.centre + shift * min(1.0, LARGEST_SHIFT_CM / max(length, 1e-9)), own.radius)


def _edge(template: Template, name: str, lid: str, side: str) -> Ints:
    return template.marks[f"{name}_{lid}_{side.lower()}"]


def cleared(points: Doubles, still: Doubles, eye: Eyeball) -> Doubles:
    """``points`` (N×3, places in ``still`` at rest) pushed out of the eyeball where they were outside it at rest."""
    arms = points - eye.centre
    lengths = np.linalg.norm(arms, axis=1)
    ahead = np.degrees(np.arccos(np.clip(arms[:, 2] / np.maximum(lengths, 1e-9), -1, 1)))
    off = SKIN_CM + ROUNDNESS_CM * np.clip(1 - (ahead / CORNEA_DEGREES) ** 2, 0, 1)
    least = eye.radius + np.minimum(off, np.linalg.norm(still - eye.centre, axis=1) - eye.radius + 0.5 * ROUNDNESS_CM)
    outside = np.linalg.norm(still - eye.centre, axis=1) > eye.radius + 0.02
    push = np.where(outside & (lengths < least), least / np.maximum(lengths, 1e-9), 1.0)
    return np.asarray(eye.centre + arms * push[:, None])


def closed(template: Template, still: Doubles, blink: Doubles, eye: Eyeball, side: str) -> Doubles:
    """V×3: the movement that closes one eye of ``still``, from the template's ``blink`` (V×3)."""
    moves = blink.astype(np.float64).copy()
    members, wanted = [], []
    for name in ("lid", "lid_margin"):
        upper, lower = (_edge(template, name, lid, side) for lid in ("upper", "lower"))
        ends = [cleared(still[edge] + blink[edge], still[edge], eye) for edge in (upper, lower)]
        members += [lower, upper]
        wanted += [ends[1] - still[lower] - blink[lower], _met(ends[0], ends[1], eye) - still[upper] - blink[upper]]
    fixed, first = np.unique(np.concatenate(members), return_index=True)
    region = _region(template, still, blink, eye, fixed)
    moves[region] += harmonic(template, region, fixed, np.concatenate(wanted)[first])
    push = cleared(still[region] + moves[region], still[region], eye) - still[region] - moves[region]
    soft = softened(template, region, push)
    longer = np.linalg.norm(push, axis=1) > np.linalg.norm(soft, axis=1)
    moves[region] += np.where(longer[:, None] | np.isin(region, fixed)[:, None], push, soft)
    return np.asarray(moves[template.weld])


def _region(template: Template, still: Doubles, blink: Doubles, eye: Eyeball, edges: Ints) -> Ints:
    """Points of the skin that a blink moves."""
    skin = template.points_of(Part.SKIN)
    near = np.linalg.norm(still[skin] - eye.centre, axis=1) < 2.2 * eye.radius
    return np.union1d(skin[near & (np.linalg.norm(blink[skin], axis=1) > LEAST_BLINK_CM)], edges)


def _links(template: Template, region: Ints) -> tuple[Doubles, Doubles]:
    """R×R neighbourhood of the region's points, and how many neighbours each has in the whole mesh."""
    number = np.full(len(template.parts), -1)
    number[region] = np.arange(len(region))
    triangles = template.triangles_of(Part.SKIN)
    edges = np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]])
    edges = np.unique(np.sort(edges, axis=1), axis=0)
    edges = edges[(number[edges] >= 0).any(1)]
    here = number[edges]
    both = here[(here >= 0).all(1)]
    links = np.zeros((len(region), len(region)))
    links[both[:, 0], both[:, 1]] = links[both[:, 1], both[:, 0]] = 1.0
    degree = np.bincount(here[here >= 0], minlength=len(region)).astype(np.float64)
    return links, degree


def harmonic(template: Template, region: Ints, fixed: Ints, values: Doubles) -> Doubles:
    """R×3 that are ``values`` at the ``fixed`` points, 0 around the region, and each the mean of its neighbours."""
    links, degree = _links(template, region)
    known = np.searchsorted(region, fixed)
    free = np.setdiff1d(np.arange(len(region)), known)
    found = np.zeros((len(region), 3))
    found[known] = values
    matrix = np.diag(degree[free]) - links[np.ix_(free, free)]
    found[free] = np.linalg.solve(matrix, links[np.ix_(free, known)] @ values)
    return found


def softened(template: Template, region: Ints, values: Doubles) -> Doubles:
    """R×3 ``values`` shared with their neighbours."""
    links, degree = _links(template, region)
    return np.asarray(np.linalg.solve(np.diag(1 + SOFTENING * degree) - SOFTENING * links, values))


def _met(upper: Doubles, lower: Doubles, eye: Eyeball) -> Doubles:
    """Where the upper edge's points come to lie on the lower edge, by their share of the way between the corners."""
    axis = lower[-1] - lower[0]
    shares = [np.clip((edge - lower[0]) @ axis / (axis @ axis), 0, 1) for edge in (upper, lower)]
    shares = [np.maximum.accumulate(share) for share in shares]
    met = np.stack([np.interp(shares[0], shares[1], lower[:, k]) for k in range(3)], 1)
    arms = met - eye.centre
    middle = np.sin(np.pi * shares[0])[:, None]
    return np.asarray(met + OVERLAP_CM * middle * arms / np.linalg.norm(arms, axis=1, keepdims=True))


def with_the_lid(arms: Doubles, moves: Doubles, offsets: Doubles) -> Doubles:
    """...×P×3: how ``offsets`` change when the ends of ``arms`` (from the eye's middle) go ``moves`` (Rodrigues)."""
    before = arms / np.linalg.norm(arms, axis=-1, keepdims=True)
    after = arms + moves
    after = after / np.linalg.norm(after, axis=-1, keepdims=True)
    before, offsets = np.broadcast_to(before, after.shape), np.broadcast_to(offsets, after.shape)
    axis = np.cross(before, after)
    cosine = (before * after).sum(-1, keepdims=True)
    along = (axis * offsets).sum(-1, keepdims=True)
    turned = offsets * cosine + np.cross(axis, offsets) + axis * along / (1 + cosine)
    return np.asarray(turned - offsets)


def fit_movements(template: Template, still: Doubles, movements: Doubles) -> Doubles:
    """52×V×3 ``movements`` with the lids' and the lashes' made for this head."""
    skin = template.points_of(Part.SKIN)
    fitted = movements.copy()
    for side in SIDES:
        eye = eyeball_of(template, still, side)
        blink = ARKIT_NAMES.index(f"eyeBlink{side}")
        fitted[blink] = closed(template, still, movements[blink], eye, side)
        near = skin[np.linalg.norm(still[skin] - eye.centre, axis=1) < 2.2 * eye.radius]
        for k, name in enumerate(ARKIT_NAMES):
            if name.startswith(LID_MOVEMENTS[1:]) and name.endswith(side):
                fitted[k, near] = cleared(still[near] + movements[k, near], still[near], eye) - still[near]
        lashes, roots = lashes_of(template, side)
        moves, offsets = fitted[:, roots], still[lashes] - still[roots]
        fitted[:, lashes] = moves + with_the_lid(still[roots] - eye.centre, moves, offsets)
        shut = still[lashes] + fitted[blink, lashes] - still[roots] - fitted[blink, roots]
        upper = template.uv[lashes, 1:] > 0.5
        fitted[blink, lashes] += upper * (shut @ rotation_of(np.array([DROOP, 0.0, 0.0])).T - shut)
    return fitted


def lashes_of(template: Template, side: str) -> tuple[Ints, Ints]:
    """The points of one eye's lashes, and for each the skin's point it hangs on."""
    first = template.points_of(Part.LASHES_LEFT, Part.LASHES_RIGHT)[0]
    lashes = template.points_of(Part.LASHES_LEFT if side == "Left" else Part.LASHES_RIGHT)
    return lashes, template.marks["lash_roots"][lashes - first]


def opening(template: Template, points: Reals, side: str) -> float:
    """How far, in cm, the lids' outer edges are apart on average; below 0 where they have passed each other."""
    upper, lower = (points[_edge(template, "lid", lid, side)].astype(np.float64) for lid in ("upper", "lower"))
    axis = lower[-1] - lower[0]
    shares = [np.maximum.accumulate(np.clip((edge - lower[0]) @ axis / (axis @ axis), 0, 1)) for edge in (upper, lower)]
    return float((upper[1:-1, 1] - np.interp(shares[0], shares[1], lower[:, 1])[1:-1]).mean())


def closings(template: Template, still: Doubles, movements: Doubles) -> Doubles:
    """52×2: the share of each eye's opening (left, right) that a movement closes at 1; below 0 where it opens."""
    shares = np.zeros((len(ARKIT_NAMES), 2))
    for column, side in enumerate(SIDES):
        rest = opening(template, still, side)
        edges = np.concatenate([_edge(template, "lid", lid, side) for lid in ("upper", "lower")])
        for k in np.flatnonzero(np.abs(movements[:, edges]).max((1, 2)) > 1e-3):
            shares[k, column] = 1 - opening(template, still + movements[k], side) / max(rest, 1e-3)
    return shares
