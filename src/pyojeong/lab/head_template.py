"""The head template: our own mesh with identities and movements learned from ICT-FaceKit.

Recipe of ``weights/files/head-template.npz``; run ``pyojeong-lab train head-template SOURCE --portraits FOLDER``.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from pyojeong.lab.head_template_blocks import Block, joined, mirrored
from pyojeong.lab.head_template_eyes import eyeballs, lashes
from pyojeong.lab.head_template_mouth import TONGUE_PARTS_LIPS, mouth_parts
from pyojeong.lab.head_template_skin import HalfMesh
from pyojeong.lab.head_template_source import LASHES, LIPS, MARGIN, MOUTH, RANGES, SKIN, Source
from pyojeong.lab.head_template_surface import Places, triangle_normals
from pyojeong.lab.head_template_unwrapping import skin_atlas
from pyojeong.performing.avatar.parts import Part
from pyojeong.performing.avatar.template import Anchors, Template
from pyojeong.rig.names import ARKIT_NAMES, mirrored_name

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

IDENTITIES = 72
CROWN_Z = -1.0
"""The texture's cut at the back begins behind the crown."""


def enlargement(points: Floats) -> Floats:
    """By how much each place of the skin is enlarged in the texture: the face three times the back of the head."""
    away = np.linalg.norm(points - np.array([0.0, 0.0, 11.0]), axis=1)
    return np.asarray(0.45 + 1.2 * np.exp(-((away / 9.0) ** 2)))


def skin_block(source: Source, half: HalfMesh) -> Block:
    """Skin and mouth of both sides; points on the texture's seams are there twice."""
    points = half.places.of(source.neutral)
    opened = half.places.of(source.opened)
    middle = np.abs(points[:, 0]) < 1e-4
    points[middle, 0] = 0.0
    both = _Sides(source, half, middle)
    blocks = []
    for label, part in ((SKIN, Part.SKIN), (MOUTH, Part.MOUTH)):
        used, compact = np.unique(half.triangles[half.labels == label], return_inverse=True)
        triangles = compact.reshape(-1, 3)
        cut = np.zeros(len(used), bool)
        if part is Part.SKIN:
            uv, cut = _skin_uv(opened[used], triangles, points[used])
        else:
            uv = _mouth_uv(opened[used])
        blocks.append(both.block(points, used, triangles, uv, cut, part))
    return joined(blocks)


class _Sides:
    """Makes both sides of a part from its left one."""

    def __init__(self, source: Source, half: HalfMesh, middle: npt.NDArray[np.bool_]) -> None:
        self.half, self.middle = half, middle
        left = half.places
        right = Places(_mirror_points(source)[left.corners], left.shares)
        self.identity = [place.of(source.identity.astype(np.float64)) for place in (left, right)]
        self.identity[1][:, middle] = self.identity[0][:, middle]
        self.moves = _movements(source, left, middle)

    def block(
        self, points: Floats, used: Ints, triangles: Ints, uv: Floats, cut: npt.NDArray[np.bool_], part: Part
    ) -> Block:
        """The part whose left side has the half's points ``used``; those in ``cut`` are doubled too."""
        own = np.flatnonzero(~self.middle[used] | cut)
        other = np.arange(len(used))
        other[own] = len(used) + np.arange(len(own))
        swapped = [ARKIT_NAMES.index(mirrored_name(name)) for name in ARKIT_NAMES]
        flipped = uv[own] * [-1.0, 1.0] + [1.0 if part is Part.SKIN else 0.5, 0.0]
        count = len(used) + len(own)
        marks = self._marks(used, other, points) if part is Part.SKIN else {}
        return Block(
            np.concatenate([points[used], mirrored(points[used[own]])]),
            np.concatenate([triangles, other[triangles][:, ::-1]]),
            np.concatenate([uv, flipped]),
            np.full(count, int(part)),
            np.concatenate([self.identity[0][:, used], self.identity[1][:, used[own]]], 1),
            np.concatenate([self.moves[:, used], mirrored(self.moves[swapped][:, used[own]])], 1),
            marks,
        )

    def _marks(self, used: Ints, other: Ints, points: Floats) -> dict[str, Ints]:
        """Edges of lids from the nose outwards, edges of lips from the subject's right to the left."""
        number = {int(p): k for k, p in enumerate(used)}
        marks = {}
        for name, curve in (("lid", LASHES), ("lid_margin", MARGIN)):
            for lid, chain in zip(("upper", "lower"), _lids(self.half, curve, points), strict=True):
                left = np.array([number[p] for p in chain])
                marks[f"{name}_{lid}_left"], marks[f"{name}_{lid}_right"] = left, other[left]
        for lip, chain in zip(("upper", "lower"), _lips(self.half, points), strict=True):
            left = np.array([number[p] for p in chain])
            marks[f"lip_{lip}"] = np.concatenate([other[left[:0:-1]], left])
        return marks


def _mirror_points(source: Source) -> Ints:
    """The source's point on the other side of each (its mirror images meet within .03 cm)."""
    from scipy.spatial import cKDTree

    last = RANGES["socket"][1]
    found = cKDTree(source.opened[:last]).query(mirrored(source.opened[:last]))[1]
    return np.asarray(found, np.int64)


def _movements(source: Source, left: Places, middle: npt.NDArray[np.bool_]) -> Floats:
    """52×P×3 of the left side; points in the middle move as both sides' mirror images do on average."""
    moves = np.zeros((len(ARKIT_NAMES), len(left.corners), 3))
    for k, name in enumerate(ARKIT_NAMES):
        if name in source.movements:
            moves[k] = left.of(source.movements[name].astype(np.float64))
    moves[ARKIT_NAMES.index("tongueOut")] = TONGUE_PARTS_LIPS * moves[ARKIT_NAMES.index("jawOpen")]
    swapped = [ARKIT_NAMES.index(mirrored_name(name)) for name in ARKIT_NAMES]
    moves[:, middle] = (moves[:, middle] + mirrored(moves[swapped][:, middle])) / 2
    return moves


def _chain(half: HalfMesh, curve: int) -> tuple[list[int], dict[int, list[int]]]:
    beside: dict[int, list[int]] = {}
    for (a, b), number in half.curves.items():
        if number == curve:
            beside.setdefault(a, []).append(b)
            beside.setdefault(b, []).append(a)
    return sorted(beside), beside


def _walk(beside: dict[int, list[int]], start: int, first: int, end: int) -> list[int]:
    chain = [start, first]
    while chain[-1] != end:
        chain.append(next(p for p in beside[chain[-1]] if p != chain[-2]))
    return chain


def _lids(half: HalfMesh, curve: int, points: Floats) -> tuple[list[int], list[int]]:
    """The upper and the lower half of a closed curve around the left eye, from the inner corner to the outer."""
    members, beside = _chain(half, curve)
    inner, outer = (pick(members, key=lambda p: points[p, 0]) for pick in (min, max))
    ways = [_walk(beside, inner, first, outer) for first in beside[inner]]
    low, high = sorted(ways, key=lambda way: float(points[way, 1].mean()))
    return high, low


def _lips(half: HalfMesh, points: Floats) -> tuple[list[int], list[int]]:
    """The upper and the lower lip's edge from the middle to the left corner."""
    members, beside = _chain(half, LIPS)
    corner = max(members, key=lambda p: points[p, 0])
    ends = sorted((p for p in members if len(beside[p]) == 1), key=lambda p: -points[p, 1])
    upper, lower = (_walk(beside, end, beside[end][0], corner) for end in ends)
    return upper, lower


def _skin_uv(opened: Floats, triangles: Ints, points: Floats) -> tuple[Floats, npt.NDArray[np.bool_]]:
    laid = skin_atlas(opened, triangles, face=enlargement(opened), crown_z=CROWN_Z)
    low, high = laid.min(0), laid.max(0)
    laid = np.column_stack(
        [0.5 + 0.495 * laid[:, 0] / high[0], 0.005 + 0.99 * (laid[:, 1] - low[1]) / (high[1] - low[1])]
    )
    return laid, (np.abs(points[:, 0]) < 1e-4) & (laid[:, 0] > 0.5 + 1e-6)


def _mouth_uv(opened: Floats) -> Floats:
    """The mouth's lining as it is seen through the lips, in the tile's lower left quarter."""
    low, high = opened.min(0), opened.max(0)
    return np.column_stack(
        [0.25 + 0.24 * opened[:, 0] / high[0], 0.01 + 0.48 * (opened[:, 1] - low[1]) / (high[1] - low[1])]
    )


def whole_block(source: Source, half: HalfMesh) -> Block:
    """Every part of the head."""
    skin = skin_block(source, half)
    return joined([skin, *eyeballs(source), *mouth_parts(source), *lashes(skin)])


def template_of(block: Block, links: tuple[Ints, Ints], identity: Floats, landmarks: Places, ibug: Places) -> Template:
    """The product's value of a block, before it is written."""
    return Template(
        neutral=block.points.astype(np.float32),
        triangles=block.triangles,
        uv=block.uv.astype(np.float32),
        parts=block.parts,
        weld=links[0],
        mirror=links[1],
        identity=identity.astype(np.float32),
        movements=block.movements.astype(np.float32),
        landmarks=Anchors(landmarks.corners, landmarks.shares.astype(np.float32)),
        ibug68=Anchors(ibug.corners, ibug.shares.astype(np.float32)),
        marks=block.marks,
    )


def welded(block: Block) -> Ints:
    """For each point the first at the same place: where these are equal the surface goes on across a seam."""
    inside = block.parts <= int(Part.MOUTH)
    keys: dict[tuple[int, ...], int] = {}
    found = np.arange(len(block.points))
    for point in np.flatnonzero(inside):
        key = tuple(np.round(block.points[point] * 1e5).astype(int).tolist())
        found[point] = keys.setdefault(key, int(point))
    return found


def mirror_of(block: Block) -> Ints:
    """The point on the other side of each.

    Raises:
        ValueError: When the mesh is no mirror image of itself.
    """
    from scipy.spatial import cKDTree

    half = block.uv * np.array([-1.0, 1.0]) + np.array([1.0, 0.0])
    lining = np.isin(block.parts, [Part.MOUTH])
    half[lining, 0] -= 0.5
    swap = {2: 3, 3: 2, 9: 10, 10: 9}
    other = np.array([swap.get(int(p), int(p)) for p in block.parts])
    here = np.column_stack([block.points, block.uv, block.parts * 100.0])
    there = np.column_stack([mirrored(block.points), half, other * 100.0])
    symmetric_uv = np.isin(block.parts, [Part.SKIN, Part.MOUTH, Part.LASHES_LEFT, Part.LASHES_RIGHT])
    here[~symmetric_uv, 3:5] = 0.0
    there[~symmetric_uv, 3:5] = 0.0
    distance, partner = cKDTree(here).query(there)
    if distance.max() > 1e-5 or not np.array_equal(partner[partner], np.arange(len(partner))):
        raise ValueError(f"the mesh must be its own mirror image, but points are {distance.max():.2g} cm off")
    return np.asarray(partner, np.int64)


def principal(block: Block, mirror: Ints) -> Floats:
    """K×V×3 identity shapes for coefficients of N(0, 1), each even or odd under mirroring.

    The source's shapes have coefficients of N(0, 1), so their second moment, averaged with its mirror image's, is the
    covariance of heads; its principal axes are the shapes. Points weigh what area of the face they stand for.
    """
    flat = block.identity.reshape(len(block.identity), -1)
    other = mirrored(block.identity[:, mirror]).reshape(flat.shape)
    shapes: list[tuple[float, Floats]] = []
    for parity in (1.0, -1.0):
        part = (flat + parity * other) / 2
        weight = np.repeat(np.sqrt(_weights(block)), 3)
        u, s, _ = np.linalg.svd((part * weight) @ (part * weight).T)
        kept = s > 1e-9 * s[0]
        basis = u[:, kept].T @ part
        shapes.extend((float(size), shape) for size, shape in zip(s[kept], basis, strict=True))
    shapes.sort(key=lambda pair: -pair[0])
    return np.array([shape for _, shape in shapes[:IDENTITIES]]).reshape(-1, *block.points.shape)


def _weights(block: Block) -> Floats:
    """Share of the surface at each point; the face counts four times."""
    sizes = np.linalg.norm(triangle_normals(block.points, block.triangles), axis=1) / 6
    area = np.zeros(len(block.points))
    for k in range(3):
        np.add.at(area, block.triangles[:, k], sizes)
    return np.asarray(area * np.where(enlargement(block.points) > 0.8, 4.0, 1.0))
