"""A part of the head template with everything it does, and parts joined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from pyojeong.rig.names import ARKIT_NAMES

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

OF_SKIN = ("lash_roots",)
"""Marks that name points of the skin, the first block, whatever block they come with."""


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Points of one or several parts.

    Attributes:
        points: V×3 cm of the neutral mean head.
        triangles: T×3, anticlockwise from outside.
        uv: V×2 in [0, 1] of the part's tile, v up.
        parts: V part numbers.
        identity: M×V×3, the source's identity shapes here.
        movements: 52×V×3 in the order of `ARKIT_NAMES`.
        marks: Named lists of points.
    """

    points: Floats
    triangles: Ints
    uv: Floats
    parts: Ints
    identity: Floats
    movements: Floats
    marks: Mapping[str, Ints] = field(default_factory=dict)

    def __post_init__(self) -> None:
        count = len(self.points)
        shapes = (self.uv.shape, self.parts.shape, self.identity.shape[1:], self.movements.shape)
        wanted = ((count, 2), (count,), (count, 3), (len(ARKIT_NAMES), count, 3))
        if shapes != wanted:
            raise ValueError(f"shapes must be {wanted}, but got {shapes}")


def joined(blocks: Sequence[Block]) -> Block:
    """All blocks as one; a mark of several blocks is their marks in turn."""
    starts = np.cumsum([0, *(len(block.points) for block in blocks)])
    marks: dict[str, Ints] = {}
    for start, block in zip(starts, blocks, strict=False):
        for name, points in block.marks.items():
            marks[name] = np.concatenate(
                [marks.get(name, np.zeros(0, np.int64)), points + start * (name not in OF_SKIN)]
            )
    return Block(
        np.concatenate([b.points for b in blocks]),
        np.concatenate([b.triangles + start for b, start in zip(blocks, starts, strict=False)]),
        np.concatenate([b.uv for b in blocks]),
        np.concatenate([b.parts for b in blocks]),
        np.concatenate([b.identity for b in blocks], 1),
        np.concatenate([b.movements for b in blocks], 1),
        marks,
    )


def mirrored(points: Floats) -> Floats:
    """Points or moves on the other side."""
    return np.asarray(points * np.array([-1.0, 1.0, 1.0]))


def grid(rows: int, columns: int, *, closed: bool = False) -> Ints:
    """Triangles of a rows × columns sheet of points, row by row; ``closed`` joins the last column to the first."""
    last = columns if closed else columns - 1
    row, column = (part.ravel() for part in np.meshgrid(np.arange(rows - 1), np.arange(last), indexing="ij"))
    right = (column + 1) % columns
    a, b = row * columns + column, row * columns + right
    c, d = a + columns, b + columns
    return np.concatenate([np.stack([a, c, b], 1), np.stack([b, c, d], 1)])


def affine(points: Floats, moves: Floats) -> Floats:
    """M×4×3: the affine maps that explain ``moves`` (M×P×3) of ``points`` (P×3) best; rows are x, y, z and 1."""
    with_one = np.column_stack([points, np.ones(len(points))])
    found = np.linalg.lstsq(with_one, moves.transpose(1, 0, 2).reshape(len(points), -1), rcond=None)[0]
    return np.asarray(found.reshape(4, len(moves), 3).transpose(1, 0, 2))


def grown(points: Floats, moves: Floats, middle: Floats) -> Floats:
    """M×4×3: the shifts with even growth about ``middle`` that explain ``moves`` best, written as affine maps."""
    away = points - middle
    shift = moves.mean(1)
    scale = np.einsum("mpd,pd->m", moves - shift[:, None], away - away.mean(0)) / ((away - away.mean(0)) ** 2).sum()
    at_middle = shift - scale[:, None] * away.mean(0)
    maps = np.zeros((len(moves), 4, 3))
    maps[:, :3] = scale[:, None, None] * np.eye(3)
    maps[:, 3] = at_middle - scale[:, None] * middle
    return maps


def rigid(points: Floats, moves: Floats) -> Floats:
    """M×4×3: the turns with shifts that explain ``moves`` best (Kabsch 1976), as affine maps of what moves."""
    maps = np.zeros((len(moves), 4, 3))
    middle = points.mean(0)
    for k, move in enumerate(moves):
        there = points + move
        u, _, vt = np.linalg.svd((there - there.mean(0)).T @ (points - middle))
        turn = u @ np.diag([1.0, 1.0, np.linalg.det(u @ vt)]) @ vt
        maps[k, :3] = turn.T - np.eye(3)
        maps[k, 3] = there.mean(0) - middle @ turn.T
    return maps


def moved(maps: Floats, points: Floats) -> Floats:
    """M×P×3: what affine maps (M×4×3) do to points."""
    return np.asarray(np.einsum("pi,mid->mpd", points, maps[:, :3]) + maps[:, None, 3])
