"""ICT-FaceKit's head as arrays: the surface and movements our own template is fitted to.

The data folder holds ``ict_facekit_light.npz`` (USC Institute for Creative Technologies, MIT): a neutral head of 26,719
points in centimetres (y up, z front, x the subject's left), 100 identity shapes and 57 movements.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from pyojeong.lab.head_template_remeshing import Edge, ordered
from pyojeong.rig.names import ARKIT_NAMES

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

RANGES = {
    "face": (0, 9409),
    "head": (9409, 11248),
    "mouth": (11248, 13294),
    "socket": (13294, 14062),
    "gums": (14062, 17039),
    "teeth": (17039, 21451),
    "eye-left": (21451, 22221),
    "eye-right": (23021, 23791),
}
"""Points of each part; of the eyes the outer shell."""
SKIN, MOUTH = 0, 1
MIDLINE, NECK, LIPS, LASHES, MARGIN, BEHIND_LIDS = range(6)
"""Curves of the half that is remeshed. LIPS parts skin from mouth, LASHES is the outer edge of the lids, MARGIN the
inner one that lies on the eye."""
LIPS_RING, LASHES_RING, MARGIN_RING = 6, 3, 1
"""How many edges of the source lie between these curves and the mouth's or the eye's socket (looked up in the data: the
lips touch at the seventh ring, the lids' margin spans the first to the third)."""
OPENED = 0.55
"""Share of jawOpen at which the half is remeshed, so that no point of one lip is near the other."""


@dataclass(frozen=True)
class Source:
    """Neutral P×3 cm, quads Q×4 (-1 for none), triangles T×3, identity 100×P×3, and 51 ARKit movements P×3 by name."""

    neutral: Floats
    quads: Ints
    triangles: Ints
    identity: npt.NDArray[np.float32]
    movements: dict[str, npt.NDArray[np.float32]]
    anchors: Ints
    """68 points of iBUG's scheme."""

    def part(self, *names: str) -> Ints:
        """Triangles that lie in the named parts wholly."""
        inside = np.zeros(len(self.neutral), bool)
        for name in names:
            inside[slice(*RANGES[name])] = True
        return np.asarray(self.triangles[inside[self.triangles].all(1)])

    @cached_property
    def opened(self) -> Floats:
        """The neutral head with its mouth open."""
        return np.asarray(self.neutral + OPENED * self.movements["jawOpen"])


def load_source(folder: Path) -> Source:
    """The data of ``folder``."""
    import json

    with np.load(folder / "ict_facekit_light.npz", allow_pickle=False) as kept:
        quads = kept["faces_v"].astype(np.int64)
        named = {str(n).replace("_L", "Left").replace("_R", "Right"): k for k, n in enumerate(kept["expression_names"])}
        shapes = kept["expression"].astype(np.float32)
        neutral, identity = kept["neutral"].astype(np.float64), kept["identity"].astype(np.float32)
    four = quads[:, 3] >= 0
    triangles = np.vstack([quads[:, :3], quads[four][:, [0, 2, 3]]])
    movements = {}
    for name in ARKIT_NAMES:
        sides = [named[n] for n in (name, f"{name}Left", f"{name}Right") if n in named]
        if sides:
            movements[name] = shapes[sides].sum(0)
    anchors = json.loads((folder / "vertex_indices.json").read_text("utf-8"))["idx_to_landmark_verts"]
    return Source(neutral, quads, triangles, identity, movements, np.array(anchors, np.int64))


@dataclass(frozen=True, slots=True, eq=False)
class Half:
    """The subject's left half of skin and mouth, to be remeshed."""

    triangles: Ints
    labels: Ints
    curves: dict[Edge, int]


def left_half(source: Source) -> Half:
    """Triangles at x >= 0 of the source, with the curves that the new mesh must keep."""
    triangles = source.part("face", "head", "mouth")
    triangles = triangles[(source.neutral[triangles, 0] > -1e-3).all(1)]
    lips = rings(source, "mouth", LIPS_RING)
    lids = rings(source, "socket", LASHES_RING)
    inner = (lips >= 0) | _within(source, "mouth")
    labels = np.where(inner[triangles].all(1), MOUTH, SKIN)
    return Half(triangles, labels, _curves(source.neutral, triangles, labels, lids))


def rings(source: Source, part: str, last: int) -> Ints:
    """For each point of the face how many edges it is from ``part``'s border, up to ``last``; else -1."""
    edges = np.vstack([source.quads[:, [k, (k + 1) % 4]] for k in range(4)])
    edges = edges[(edges >= 0).all(1)]
    face = _within(source, "face")
    ring = np.full(len(source.neutral), -1)
    reached = _within(source, part)
    for number in range(last + 1):
        border = np.concatenate([edges[reached[edges[:, 0]], 1], edges[reached[edges[:, 1]], 0]])
        border = border[face[border] & (ring[border] < 0)]
        ring[border] = number
        reached[border] = True
    return np.asarray(ring, np.int64)


def _within(source: Source, part: str) -> npt.NDArray[np.bool_]:
    inside = np.zeros(len(source.neutral), bool)
    inside[slice(*RANGES[part])] = True
    return inside


def _curves(points: Floats, triangles: Ints, labels: Ints, lids: Ints) -> dict[Edge, int]:
    sides: dict[Edge, list[int]] = {}
    for triangle, label in zip(triangles.tolist(), labels.tolist(), strict=True):
        for k in range(3):
            sides.setdefault(ordered(triangle[k], triangle[k - 1]), []).append(label)
    curves: dict[Edge, int] = {}
    for edge, found in sides.items():
        on_lids = set(lids[list(edge)].tolist())
        if len(found) == 1:
            on_middle = abs(points[list(edge), 0]).max() < 1e-3
            curves[edge] = MIDLINE if on_middle else BEHIND_LIDS if on_lids == {0} else NECK
        elif set(found) == {SKIN, MOUTH}:
            curves[edge] = LIPS
        elif on_lids == {LASHES_RING} or on_lids == {MARGIN_RING}:
            curves[edge] = LASHES if on_lids == {LASHES_RING} else MARGIN
    return curves | _bridges(curves, set(sides))


def _bridges(curves: dict[Edge, int], edges: set[Edge]) -> dict[Edge, int]:
    """Edges over the gaps that the ring of the lashes has at the corners of a quadrilateral."""
    count: dict[int, int] = {}
    for edge, curve in curves.items():
        if curve == LASHES:
            for point in edge:
                count[point] = count.get(point, 0) + 1
    ends = sorted(point for point, number in count.items() if number == 1)
    beside = {end: {p for edge in edges if end in edge for p in edge} - {end} for end in ends}
    found: dict[Edge, int] = {}
    for k, end in enumerate(ends):
        for other in ends[k + 1 :]:
            for between in sorted((beside[end] & beside[other]) - set(count))[:1]:
                found[ordered(end, between)] = found[ordered(between, other)] = LASHES
    return found
