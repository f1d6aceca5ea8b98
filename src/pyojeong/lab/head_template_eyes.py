"""Eyeballs that turn, and lashes along the lids: our own geometry, placed where the source has its eyes."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from pyojeong.lab.head_template_blocks import Block, grid, grown, moved
from pyojeong.lab.head_template_source import RANGES, Source
from pyojeong.performing.avatar.eyelids import with_the_lid
from pyojeong.performing.avatar.parts import Part
from pyojeong.rig.names import ARKIT_NAMES

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

CENTRE_CM, RADIUS_CM = np.array([3.11, 3.604, 8.03]), 1.48
"""Of the left eye: the sphere its white lies on (least squares over the source's eye without the cornea), .08 cm inside
the lids' margin."""
IRIS_DEGREES, PUPIL_SHARE = 23.5, 0.36
"""Half angle of the iris: .59 cm from its middle, half of the 11.7 mm of grown-ups (Rüfer et al. 2005, Cornea)."""
CORNEA_CM = 0.06
RINGS_DEGREES = (0.0, IRIS_DEGREES * PUPIL_SHARE, 16.0, 20.5, IRIS_DEGREES, 27.0, 34.0, 45.0, 58.0, 74.0, 90.0, 108.0)
SPOKES = 24
GAZE_DEGREES = {"Up": (20.0, 0.0), "Down": (-22.0, 0.0), "In": (0.0, -28.0), "Out": (0.0, 28.0)}
"""Turn of the left eye at 1: up, and towards the subject's left; beyond that people turn their heads (Stahl 1999). Up
and down end where the source's lids, which follow, would hide the iris; its eyes themselves do not move."""
LASH_ROWS = 3
UPPER_LASH_CM, LOWER_LASH_CM = 0.75, 0.4


def eyeballs(source: Source) -> list[Block]:
    """Left and right eye; in the tile the pupil is in the middle and the equator at .5 from it."""
    left = _eyeball(source, "left")
    right = _eyeball(source, "right")
    return [left, right]


def _eyeball(source: Source, side: str) -> Block:
    sign = 1.0 if side == "left" else -1.0
    middle = CENTRE_CM * np.array([sign, 1, 1])
    polar = np.radians(RINGS_DEGREES)
    around = np.arange(SPOKES) * 2 * np.pi / SPOKES + np.pi / 2
    bulge = CORNEA_CM * np.clip(1 - (polar / np.radians(27.0)) ** 2, 0, None)
    radius = RADIUS_CM + bulge
    ring = np.stack([sign * np.cos(around), np.sin(around)], 1)
    body = [np.array([[0.0, 0.0, radius[0]]])]
    uv = [np.array([[0.5, 0.5]])]
    for angle, length in zip(polar[1:], radius[1:], strict=True):
        body.append(np.column_stack([length * np.sin(angle) * ring, np.full(SPOKES, length * np.cos(angle))]))
        uv.append(0.5 + 0.5 * min(angle / np.radians(110.0), 1.0) * ring)
    points = np.concatenate(body) + middle
    fan = np.array([[0, 1 + k, 1 + (k + 1) % SPOKES] for k in range(SPOKES)])
    triangles = np.concatenate([fan, 1 + grid(len(polar) - 1, SPOKES, closed=True)])
    if side == "right":
        triangles = triangles[:, ::-1]
    surface = source.neutral[slice(*RANGES[f"eye-{side}"])]
    maps = grown(surface, source.identity[:, slice(*RANGES[f"eye-{side}"])].astype(np.float64), middle)
    equator = 1 + SPOKES * (RINGS_DEGREES.index(90.0) - 1) + np.arange(SPOKES)
    part = Part.EYE_LEFT if side == "left" else Part.EYE_RIGHT
    return Block(
        points,
        triangles,
        np.concatenate(uv),
        np.full(len(points), int(part)),
        moved(maps, points),
        _gaze(points, middle, side),
        {f"eye_equator_{side}": equator, f"eye_pole_{side}": np.array([0])},
    )


def _gaze(points: Floats, middle: Floats, side: str) -> Floats:
    moves = np.zeros((len(ARKIT_NAMES), *points.shape))
    for way, (up, out) in GAZE_DEGREES.items():
        turn = turned(up, out if side == "left" else -out)
        moves[ARKIT_NAMES.index(f"eyeLook{way}{side.title()}")] = (points - middle) @ (turn - np.eye(3)).T
    return moves


def turned(up: float, left: float) -> Floats:
    """3×3: a turn of the gaze upwards and towards the subject's left, in degrees."""
    a, b = np.radians(up), np.radians(left)
    pitch = np.array([[1, 0, 0], [0, np.cos(a), np.sin(a)], [0, -np.sin(a), np.cos(a)]])
    yaw = np.array([[np.cos(b), 0, np.sin(b)], [0, 1, 0], [-np.sin(b), 0, np.cos(b)]])
    return np.asarray(yaw @ pitch)


def lashes(skin: Block) -> list[Block]:
    """Strips along the upper and lower edge of both lids; v is 0 at the root, upper lashes in the tile's upper half."""
    blocks = []
    for side in ("left", "right"):
        for lid, length in (("upper", UPPER_LASH_CM), ("lower", LOWER_LASH_CM)):
            blocks.append(_lash(skin, side, lid, length))
    return blocks


def _lash(skin: Block, side: str, lid: str, length: float) -> Block:
    roots = skin.marks[f"lid_{lid}_{side}"]
    sign = 1.0 if side == "left" else -1.0
    middle = CENTRE_CM * np.array([sign, 1, 1])
    at = skin.points[roots]
    outward = (at - middle) / np.linalg.norm(at - middle, axis=1, keepdims=True)
    along = np.linspace(0, 1, len(roots))
    fullness = np.clip(np.sin(np.pi * np.clip(0.08 + 0.92 * along, 0, 1)) ** 0.5 * (0.55 + 0.45 * along), 0.12, 1)
    up = 1.0 if lid == "upper" else -1.0
    away = outward + np.array([0.0, -0.25 * up, 0.0]) + np.outer(0.45 * (along - 0.35), [sign, 0, 0])
    rows = [at]
    for step in range(1, LASH_ROWS):
        share = step / (LASH_ROWS - 1)
        reach = length * fullness[:, None] * share
        rows.append(at + reach * (away + up * np.array([0.0, 0.75 * share, 0.0])))
    points = np.concatenate(rows)
    offsets = points - np.tile(at, (LASH_ROWS, 1))
    roots_moves = np.tile(skin.movements[:, roots], (1, LASH_ROWS, 1))
    moves = roots_moves + with_the_lid(np.tile(at, (LASH_ROWS, 1)) - middle, roots_moves, offsets)
    half = 0.5 if lid == "upper" else 0.0
    u = along if side == "left" else 1 - along
    uv = np.column_stack(
        [np.tile(u, LASH_ROWS), half + 0.48 * np.repeat(np.arange(LASH_ROWS) / (LASH_ROWS - 1), len(roots))]
    )
    triangles = grid(LASH_ROWS, len(roots))
    if (side == "left") == (lid == "upper"):
        triangles = triangles[:, ::-1]
    part = Part.LASHES_LEFT if side == "left" else Part.LASHES_RIGHT
    identity = np.tile(skin.identity[:, roots], (1, LASH_ROWS, 1))
    hung = np.tile(roots, LASH_ROWS)
    return Block(points, triangles, uv, np.full(len(points), int(part)), identity, moves, {"lash_roots": hung})
