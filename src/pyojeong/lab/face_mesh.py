"""The mean face: Procrustes average of MediaPipe's landmarks over near-frontal neutral faces, in the rig's own frame.

Recipe of ``performing/portrait/mesh/canonical_mesh.npz``. Run: ``python -m pyojeong.lab.face_mesh DATA/face OUT.npz``;
the data folder holds ``sfhq_figs`` and ``sfhq_t2i_figs`` with their ``mediapipe.csv`` (generated faces, MIT).
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ids = npt.NDArray[np.int16]
Cycle = tuple[int, int, int]

FOLDERS = ("sfhq_figs", "sfhq_t2i_figs")
STILL = {
    "mouthSmileLeft": 0.3,
    "mouthSmileRight": 0.3,
    "jawOpen": 0.06,
    "mouthUpperUpLeft": 0.12,
    "mouthLowerDownLeft": 0.12,
    "mouthPucker": 0.4,
    "eyeBlinkLeft": 0.3,
    "eyeBlinkRight": 0.3,
    "browDownLeft": 0.3,
    "mouthFrownLeft": 0.3,
}
"""Blendshape scores a neutral face stays under (authored; keeps about a third of the pictures)."""
MAX_YAW, MAX_PITCH = 6.0, 14.0
ANCHORS_CM: dict[int, tuple[float, float, float]] = {
    33: (-4.45, 2.65, 3.2),
    263: (4.45, 2.65, 3.2),
    133: (-1.86, 2.6, 3.75),
    362: (1.86, 2.6, 3.75),
    61: (-2.46, -4.34, 4.3),
    291: (2.46, -4.34, 4.3),
    10: (0.0, 8.25, 4.5),
    152: (0.0, -9.4, 4.25),
    4: (0.0, -0.45, 7.6),
}
"""The rig's frame: outer and inner eye corners, mouth corners, top of the forehead, chin, tip of the nose."""


EYE_CORNERS = (33, 263, 133, 362)
NOSE_TIP = 4
EYE_DISTANCE_CM, EYE_HEIGHT_CM, NOSE_TIP_Z_CM = 8.9, 2.6, 7.6


def neutral_pictures(data: Path) -> Iterator[Path]:
    """Pictures of one near-frontal, expressionless face each, by the scores that came with them."""
    for folder in FOLDERS:
        with (data / folder / "mediapipe.csv").open(newline="", encoding="utf-8") as rows:
            for row in csv.DictReader(rows):
                if row["n_faces"] == "1" and is_neutral(row):
                    yield data / folder / "images" / row["file"]


def is_neutral(row: dict[str, str]) -> bool:
    """Whether a row of ``mediapipe.csv`` describes a still face that looks at the camera."""
    frontal = abs(float(row["yaw"])) <= MAX_YAW and abs(float(row["pitch"])) <= MAX_PITCH
    return frontal and all(float(row[name]) <= limit for name, limit in STILL.items())


def detected(pictures: Iterable[Path]) -> Floats:
    """N×468×3 landmarks in pixels with y up and z towards the viewer; pictures without a found face are left out."""
    import cv2
    import mediapipe as mp

    shapes = []
    with mp.solutions.face_mesh.FaceMesh(static_image_mode=True, refine_landmarks=True) as mesh:
        for path in pictures:
            rgb = cv2.cvtColor(cv2.imread(str(path)), cv2.COLOR_BGR2RGB)
            found = mesh.process(rgb).multi_face_landmarks
            if found:
                height, width = rgb.shape[:2]
                unit = np.array([width, -height, -width])
                shapes.append([np.array([p.x, p.y, p.z]) * unit for p in found[0].landmark[:468]])
    return np.array(shapes)


def similarity(moving: Floats, fixed: Floats) -> Floats:
    """``moving`` turned, scaled and shifted onto ``fixed`` by least squares."""
    return carried(moving, moving, fixed)


def carried(points: Floats, moving: Floats, fixed: Floats) -> Floats:
    """``points`` through the similarity that takes ``moving`` to ``fixed`` by least squares (Umeyama 1991)."""
    a, b = moving - moving.mean(0), fixed - fixed.mean(0)
    u, sizes, vt = np.linalg.svd(b.T @ a)
    signs = np.array([1.0, 1.0, np.sign(np.linalg.det(u @ vt))])
    scale = (sizes * signs).sum() / (a**2).sum()
    return np.asarray(scale * (points - moving.mean(0)) @ ((u * signs) @ vt).T + fixed.mean(0))


def procrustes_mean(shapes: Floats, *, rounds: int = 6) -> Floats:
    """468×3 mean shape after generalised Procrustes alignment (Gower 1975)."""
    mean = shapes[0] - shapes[0].mean(0)
    for _ in range(rounds):
        aligned = np.array([similarity(shape, mean) for shape in shapes])
        mean = aligned.mean(0)
        mean /= np.linalg.norm(mean)
    return np.asarray(mean)


def triangles_of(directed_edges: Iterable[tuple[int, int]]) -> Ids:
    """T×3 triangles of MediaPipe's tessellation, all turning the same way.

    ``FACEMESH_TESSELATION`` is a set of directed edges, three a triangle: inner edges are there in both directions,
    edges of the outline and of the eye and mouth holes in the one their triangle uses. So the triangles are the
    three-cycles but for two around a corner of three triangles; those on a border tell the others the way round.
    """
    edges = set(directed_edges)
    after: dict[int, set[int]] = {}
    for start, end in edges:
        after.setdefault(start, set()).add(end)
    cycles = _facets({_rotated(a, b, c) for a, b in edges for c in after[b] if (c, a) in edges})
    sets = {frozenset(cycle) for cycle in cycles}
    if len(sets) * 3 != len(edges):
        raise ValueError(f"the edge graph must have {len(edges) // 3} triangles, but has {len(sets)}")
    return np.array(sorted(_one_way_round(cycles)), np.int16)


def _facets(cycles: set[Cycle]) -> set[Cycle]:
    """``cycles`` without those that go around a corner instead of a triangle: all their edges have owners enough."""
    owners: dict[frozenset[int], set[frozenset[int]]] = {}
    for cycle in cycles:
        for edge in _edges(cycle):
            owners.setdefault(frozenset(edge), set()).add(frozenset(cycle))
    return {c for c in cycles if any(len(owners[frozenset(edge)]) <= 2 for edge in _edges(c))}


def _one_way_round(cycles: set[Cycle]) -> set[Cycle]:
    """The winding of each triangle that agrees with its neighbours', begun at those that have one winding only."""
    by_edge = {edge: cycle for cycle in cycles for edge in _edges(cycle) if _reversed(cycle) not in cycles}
    chosen = set(by_edge.values())
    waiting = list(chosen)
    owners: dict[tuple[int, int], list[Cycle]] = {}
    for cycle in cycles:
        for edge in _edges(cycle):
            owners.setdefault(edge, []).append(cycle)
    while waiting:
        for a, b in _edges(waiting.pop()):
            for neighbour in owners.get((b, a), []):
                if neighbour not in chosen and _reversed(neighbour) not in chosen and (a, b) not in _edges(neighbour):
                    chosen.add(neighbour)
                    waiting.append(neighbour)
    return chosen


def _edges(cycle: Cycle) -> tuple[tuple[int, int], ...]:
    a, b, c = cycle
    return (a, b), (b, c), (c, a)


def _reversed(cycle: Cycle) -> Cycle:
    return _rotated(*cycle[::-1])


def _rotated(a: int, b: int, c: int) -> Cycle:
    return min((a, b, c), (b, c, a), (c, a, b))


def mirror_of(shape: Floats) -> Ids:
    """468 landmark numbers: the partner of each on the other side of the face."""
    flipped = shape * np.array([-1.0, 1.0, 1.0])
    partner = ((shape[:, None] - flipped[None]) ** 2).sum(2).argmin(1)
    if not np.array_equal(partner[partner], np.arange(len(shape))):
        raise ValueError("the mean face must be near enough to symmetric for its mirror to be one to one")
    return np.asarray(partner, np.int16)


def in_rig_frame(shape: Floats) -> Floats:
    """``shape`` in centimetres: turned like `ANCHORS_CM`, outer eyes 8.9 apart, eyes at y 2.6, nose tip at z 7.6.

    The anchors give the turn only. Real faces are some 8 % shorter below the eyes than the reference they come from.
    """
    ids = list(ANCHORS_CM)
    turned = carried(shape, shape[ids], np.array([ANCHORS_CM[i] for i in ids]))
    outer_right, outer_left = turned[list(EYE_CORNERS[:2])]
    turned = turned * (EYE_DISTANCE_CM / np.linalg.norm(outer_right - outer_left))
    height = turned[list(EYE_CORNERS), 1].mean()
    return np.asarray(turned - np.array([0.0, height - EYE_HEIGHT_CM, turned[NOSE_TIP, 2] - NOSE_TIP_Z_CM]))


def symmetric(shape: Floats, mirror: Ids) -> Floats:
    """The mean of ``shape`` and its mirror image."""
    flipped = shape[mirror] * np.array([-1.0, 1.0, 1.0])
    return np.asarray((shape + similarity(flipped, shape)) / 2)


def build(data: Path, out: Path) -> None:
    """Write the mean face (``vertices_cm``, ``triangles``, ``mirror``) to ``out``."""
    import mediapipe as mp

    shape = in_rig_frame(procrustes_mean(detected(neutral_pictures(data))))
    mirror = mirror_of(shape)
    shape = in_rig_frame(symmetric(shape, mirror))
    shape = (shape + shape[mirror] * np.array([-1.0, 1.0, 1.0])) / 2
    triangles = triangles_of(mp.solutions.face_mesh.FACEMESH_TESSELATION)
    np.savez_compressed(out, vertices_cm=shape.astype(np.float32), triangles=triangles, mirror=mirror)


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(sys.argv[2]))
