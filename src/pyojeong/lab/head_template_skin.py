"""The skin, mouth and lids of the head template: where their own points lie on the source's surface."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pyojeong.lab.head_template_remeshing import Edge, Mesh, remeshed
from pyojeong.lab.head_template_source import LASHES, LIPS, MOUTH, Half, Source, left_half
from pyojeong.lab.head_template_surface import Places, closest, point_normals

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

FACE_CENTRE_CM = np.array([0.0, -0.5, 10.0])
FACE_EDGE_CM, SKULL_EDGE_CM, WIDENING = 0.52, 1.6, 0.12
"""Length of an edge on the cheek and on the skull, and how fast it grows beyond 7 cm from the face's centre."""
FINE_CM: dict[str, tuple[float, float]] = {"lids": (0.12, 0.11), "lips": (0.15, 0.12), "nose": (0.26, 0.2)}
"""Length of an edge there, and how fast it grows away from it."""
EAR_EDGE_CM, EAR_X_CM, EAR_Z_CM = 0.36, 7.45, (-2.2, 2.6)
MOUTH_EDGE_CM = 0.9


@dataclass(frozen=True, slots=True, eq=False)
class HalfMesh:
    """The remeshed half: points as places on the source, triangles, labels, curves."""

    places: Places
    triangles: Ints
    labels: Ints
    curves: dict[Edge, int]


def wanted_lengths(source: Source, half: Half) -> Floats:
    """Edge length in cm wanted at each point of the source."""
    from scipy.spatial import cKDTree

    at = source.neutral
    along = {curve: at[np.unique([e for e, c in half.curves.items() if c == curve])] for curve in (LASHES, LIPS)}
    nose = at[(np.abs(at[:, 0]) < 2.1) & (at[:, 1] > -2.6) & (at[:, 1] < -0.4) & (at[:, 2] > 10.2)]
    far = np.maximum(np.linalg.norm(at - FACE_CENTRE_CM, axis=1) - 7.0, 0)
    wanted = np.minimum(FACE_EDGE_CM + WIDENING * far, SKULL_EDGE_CM)
    ear = (np.abs(at[:, 0]) > EAR_X_CM) & (at[:, 2] > EAR_Z_CM[0]) & (at[:, 2] < EAR_Z_CM[1])
    ear &= (at[:, 1] > -4.0) & (at[:, 1] < 5.5)
    wanted[ear] = np.minimum(wanted[ear], EAR_EDGE_CM)
    for name, near in (("lids", along[LASHES]), ("lips", along[LIPS]), ("nose", nose)):
        start, growth = FINE_CM[name]
        wanted = np.minimum(wanted, start + growth * cKDTree(near).query(at)[0])
    inner = half.triangles[half.labels == MOUTH]
    lips = cKDTree(along[LIPS]).query(at[np.unique(inner)])[0]
    wanted[np.unique(inner)] = np.minimum(FINE_CM["lips"][0] + 0.25 * lips, MOUTH_EDGE_CM)
    return np.asarray(wanted)


class _Ground:
    """The opened half of the source that points are brought back to."""

    def __init__(self, source: Source, half: Half) -> None:
        self.points, self.half = source.opened, half
        self.segments = {
            curve: np.array([e for e, c in half.curves.items() if c == curve])
            for curve in sorted(set(half.curves.values()))
        }

    def project(self, mesh: Mesh) -> None:
        """Bring every point that may move to its part of the surface, or to its curve."""
        places, chosen = self.places_of(mesh)
        for point, place in zip(chosen, places.of(self.points), strict=True):
            if mesh.degree(point) in (0, 2):
                mesh.points[point] = place

    def places_of(self, mesh: Mesh) -> tuple[Places, list[int]]:
        """The place on the source of each living point, and which points those are."""
        alive = [p for p, faces in enumerate(mesh.around) if faces]
        at = np.array(mesh.points)
        triangles = np.array(list(mesh.faces.values()))
        normals = point_normals(at, triangles)
        corners = np.zeros((len(at), 3), np.int64)
        shares = np.zeros((len(at), 3))
        kind = np.array([self._kind(mesh, p) for p in alive])
        for value in np.unique(kind):
            these = np.array(alive)[kind == value]
            if value >= 0:
                near = self.half.triangles[self.half.labels == value]
                found, _ = closest(at[these], self.points, near, normals=normals[these])
            else:
                segments = self.segments[-1 - value]
                found, _ = closest(at[these], self.points, np.column_stack([segments, segments[:, 1]]))
            corners[these], shares[these] = found.corners, found.shares
        return Places(corners[alive], shares[alive]), alive

    @staticmethod
    def _kind(mesh: Mesh, point: int) -> int:
        """The label a point lies on, or -1 - curve."""
        edges = mesh.curves_at.get(point)
        if edges:
            return -1 - mesh.curves[min(edges)]
        return mesh.labels[min(mesh.around[point])]


def half_mesh(source: Source, *, rounds: int = 9) -> HalfMesh:
    """Our own triangles over the left half of the source."""
    from scipy.spatial import cKDTree

    half = left_half(source)
    used, compact = np.unique(half.triangles, return_inverse=True)
    number = {int(p): k for k, p in enumerate(used)}
    curves = {(number[a], number[b]): c for (a, b), c in half.curves.items()}
    mesh = Mesh.of(source.opened[used], compact.reshape(-1, 3), half.labels, curves)
    lengths, tree = wanted_lengths(source, half)[used], cKDTree(source.opened[used])
    ground = _Ground(source, half)
    remeshed(mesh, lambda at: np.asarray(lengths[tree.query(at, 4)[1]].mean(1)), ground.project, rounds=rounds)
    places, _ = ground.places_of(mesh)
    _, triangles, labels, kept = mesh.arrays()
    return HalfMesh(places, triangles, labels, kept)
