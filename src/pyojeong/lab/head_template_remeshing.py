"""A new mesh over an old surface: triangles as even as a wanted edge length allows, with curves kept as edges.

Splitting, collapsing, flipping and tangential smoothing in turn (Botsch & Kobbelt 2004, "A remeshing approach to
multiresolution modeling"), with an edge length that depends on the place. Plain Python: half a head takes ten seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Edge = tuple[int, int]

LONG, SHORT = 4 / 3, 4 / 5
"""Shares of the wanted length beyond which an edge is split or collapsed (Botsch & Kobbelt)."""
LEAST_TURN = 0.3
"""A collapse or flip may not turn a triangle's normal further than this cosine."""


@dataclass(slots=True)
class Mesh:
    """A triangle mesh that can be cut and mended.

    Attributes:
        points: Places; those without triangles are dead.
        faces: Number → three points, anticlockwise seen from outside.
        labels: Number of a face → the part it belongs to.
        around: Faces at each point.
        curves: Edges that must stay edges → the curve they lie on.
    """

    points: list[Floats]
    faces: dict[int, tuple[int, int, int]]
    labels: dict[int, int]
    around: list[set[int]]
    curves: dict[Edge, int]
    next_face: int = 0
    curves_at: dict[int, set[Edge]] = field(default_factory=dict)

    @classmethod
    def of(cls, points: Floats, triangles: Ints, labels: Ints, curves: Mapping[Edge, int]) -> Mesh:
        """The mesh of arrays."""
        mesh = cls(list(points.astype(np.float64)), {}, {}, [set() for _ in points], {})
        for triangle, label in zip(triangles.tolist(), labels.tolist(), strict=True):
            mesh.add((triangle[0], triangle[1], triangle[2]), label)
        for edge, curve in curves.items():
            mesh.mark(edge, curve)
        return mesh

    def add(self, face: tuple[int, int, int], label: int) -> None:
        """One more triangle."""
        number = self.next_face
        self.next_face += 1
        self.faces[number], self.labels[number] = face, label
        for point in face:
            self.around[point].add(number)

    def drop(self, number: int) -> int:
        """One triangle less; its label."""
        for point in self.faces.pop(number):
            self.around[point].discard(number)
        return self.labels.pop(number)

    def mark(self, edge: Edge, curve: int) -> None:
        """Make ``edge`` part of ``curve``."""
        edge = ordered(*edge)
        self.curves[edge] = curve
        for point in edge:
            self.curves_at.setdefault(point, set()).add(edge)

    def unmark(self, edge: Edge) -> int:
        """Make ``edge`` part of no curve; the one it was on."""
        edge = ordered(*edge)
        for point in edge:
            self.curves_at[point].discard(edge)
        return self.curves.pop(edge)

    def degree(self, point: int) -> int:
        """2 on a curve, 0 off any; else a corner, where curves meet, that never moves."""
        edges = self.curves_at.get(point, ())
        return len(edges) if len({self.curves[edge] for edge in edges}) < 2 else 3

    def beside(self, edge: Edge) -> list[int]:
        """The one or two faces at ``edge``."""
        return list(self.around[edge[0]] & self.around[edge[1]])

    def ring(self, point: int) -> set[int]:
        """Neighbours of ``point``."""
        return {other for face in self.around[point] for other in self.faces[face]} - {point}

    def edges(self) -> list[Edge]:
        """Every edge once."""
        return sorted({ordered(f[k], f[k - 1]) for f in self.faces.values() for k in range(3)})

    def arrays(self) -> tuple[Floats, Ints, Ints, dict[Edge, int]]:
        """Points, triangles, labels and curves without the dead points."""
        alive = sorted(point for point, faces in enumerate(self.around) if faces)
        number = {point: k for k, point in enumerate(alive)}
        triangles = np.array([[number[p] for p in self.faces[f]] for f in sorted(self.faces)], np.int64)
        labels = np.array([self.labels[f] for f in sorted(self.faces)], np.int64)
        curves = {ordered(number[a], number[b]): curve for (a, b), curve in self.curves.items()}
        return np.array([self.points[p] for p in alive]), triangles, labels, curves


def ordered(a: int, b: int) -> Edge:
    """The edge with its smaller end first."""
    return (a, b) if a < b else (b, a)


def split_long(mesh: Mesh, wanted: list[float]) -> None:
    """Halve edges that are too long, the longest first."""
    ranked = [(_length(mesh, e) / _wanted(wanted, e), e) for e in mesh.edges()]
    for _, edge in sorted((item for item in ranked if item[0] > LONG), reverse=True):
        faces = mesh.beside(edge)
        if faces and _length(mesh, edge) > LONG * _wanted(wanted, edge):
            _split(mesh, edge, faces, wanted)


def _split(mesh: Mesh, edge: Edge, faces: list[int], wanted: list[float]) -> None:
    a, b = edge
    middle = len(mesh.points)
    mesh.points.append((mesh.points[a] + mesh.points[b]) / 2)
    mesh.around.append(set())
    wanted.append(_wanted(wanted, edge))
    for number in faces:
        face = mesh.faces[number]
        label = mesh.drop(number)
        for old in (a, b):
            x, y, z = (middle if point == old else point for point in face)
            mesh.add((x, y, z), label)
    if edge in mesh.curves:
        curve = mesh.unmark(edge)
        mesh.mark((a, middle), curve)
        mesh.mark((middle, b), curve)


def collapse_short(mesh: Mesh, wanted: list[float]) -> None:
    """Draw together edges that are too short, the shortest first."""
    ranked = [(_length(mesh, e) / _wanted(wanted, e), e) for e in mesh.edges()]
    for _, edge in sorted(item for item in ranked if item[0] < SHORT):
        if not mesh.beside(edge) or _length(mesh, edge) >= SHORT * _wanted(wanted, edge):
            continue
        for gone, kept in (edge, edge[::-1]):
            if _may_collapse(mesh, gone, kept, wanted):
                _collapse(mesh, gone, kept)
                break


def _may_collapse(mesh: Mesh, gone: int, kept: int, wanted: list[float]) -> bool:
    on_curve = ordered(gone, kept) in mesh.curves
    if mesh.degree(gone) and not (mesh.degree(gone) == 2 and on_curve):
        return False
    common = mesh.ring(gone) & mesh.ring(kept)
    if len(common) != len(mesh.beside((gone, kept))):
        return False
    if on_curve and any(ordered(gone, c) in mesh.curves for c in common):
        return False
    target = mesh.points[kept]
    if any(np.linalg.norm(mesh.points[p] - target) > 1.5 * wanted[p] for p in mesh.ring(gone) - {kept}):
        return False
    moved = [mesh.faces[f] for f in mesh.around[gone] if kept not in mesh.faces[f]]
    return bool(moved) and all(_keeps_facing(mesh, face, gone, target) for face in moved)


def _keeps_facing(mesh: Mesh, face: tuple[int, int, int], point: int, place: Floats) -> bool:
    before = [mesh.points[p] for p in face]
    after = [place if p == point else mesh.points[p] for p in face]
    old, new = _normal(*before), _normal(*after)
    sizes = np.linalg.norm(old) * np.linalg.norm(new)
    longest = max(float(np.linalg.norm(after[k] - after[k - 1])) for k in range(3))
    return bool(old @ new > LEAST_TURN * sizes and np.linalg.norm(new) > 0.15 * longest**2)


def _collapse(mesh: Mesh, gone: int, kept: int) -> None:
    for edge in list(mesh.curves_at.get(gone, ())):
        curve = mesh.unmark(edge)
        other = edge[0] if edge[1] == gone else edge[1]
        if other != kept:
            mesh.mark((other, kept), curve)
    for number in list(mesh.around[gone]):
        face = mesh.faces[number]
        label = mesh.drop(number)
        if kept not in face:
            x, y, z = (kept if p == gone else p for p in face)
            mesh.add((x, y, z), label)


def flip_uneven(mesh: Mesh) -> None:
    """Turn edges within their two triangles where that brings the numbers of neighbours nearer to six."""
    borders = {p for e in mesh.edges() if len(mesh.beside(e)) == 1 for p in e}
    for edge in mesh.edges():
        faces = mesh.beside(edge)
        if edge in mesh.curves or len(faces) != 2:
            continue
        a, b = edge
        c, d = (next(p for p in mesh.faces[f] if p not in edge) for f in faces)
        if c == d or d in mesh.ring(c):
            continue
        if _unevenness(mesh, borders, (a, b), (c, d)) and _may_flip(mesh, (a, b, c, d), faces):
            _flip(mesh, (a, b, c, d), faces)


def _unevenness(mesh: Mesh, borders: set[int], loses: Edge, wins: Edge) -> bool:
    """Whether the flip makes the neighbour counts better."""
    change = 0
    for points, step in ((loses, -1), (wins, 1)):
        for point in points:
            excess = len(mesh.ring(point)) - (4 if point in borders else 6)
            change += abs(excess + step) - abs(excess)
    return change < 0


def _may_flip(mesh: Mesh, quad: tuple[int, int, int, int], faces: list[int]) -> bool:
    a, b, c, d = (mesh.points[p] for p in quad)
    old = [_normal(*(mesh.points[p] for p in mesh.faces[f])) for f in faces]
    mean = old[0] + old[1]
    first = _normal(c, d, b) if _winding(mesh.faces[faces[0]], quad[0], quad[1]) else _normal(c, b, d)
    second = _normal(c, a, d) if _winding(mesh.faces[faces[0]], quad[0], quad[1]) else _normal(c, d, a)
    return all(
        new @ mean > 0.5 * np.linalg.norm(new) * np.linalg.norm(mean) and np.linalg.norm(new) > 1e-6
        for new in (first, second)
    )


def _flip(mesh: Mesh, quad: tuple[int, int, int, int], faces: list[int]) -> None:
    a, b, c, d = quad
    forward = _winding(mesh.faces[faces[0]], a, b)
    label = mesh.drop(faces[0])
    mesh.drop(faces[1])
    mesh.add((c, d, b) if forward else (c, b, d), label)
    mesh.add((c, a, d) if forward else (c, d, a), label)


def _winding(face: tuple[int, int, int], a: int, b: int) -> bool:
    """Whether ``face`` goes from ``a`` to ``b``."""
    return face[(face.index(a) + 1) % 3] == b


def _normal(a: Floats, b: Floats, c: Floats) -> Floats:
    u, v = b - a, c - a
    return np.array([u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]])


def _length(mesh: Mesh, edge: Edge) -> float:
    d = mesh.points[edge[0]] - mesh.points[edge[1]]
    return float(np.sqrt(d @ d))


def _wanted(wanted: list[float], edge: Edge) -> float:
    return (wanted[edge[0]] + wanted[edge[1]]) / 2


def smoothed(mesh: Mesh, wanted: list[float], *, share: float = 0.6) -> None:
    """Move points towards the middle of their neighbours, along the surface or along their curve; corners stay."""
    new = dict[int, Floats]()
    for point, faces in enumerate(mesh.around):
        if not faces or mesh.degree(point) not in (0, 2):
            continue
        place = mesh.points[point]
        if mesh.degree(point) == 2:
            ends = [other for edge in mesh.curves_at[point] for other in edge if other != point]
            weights = np.array([np.linalg.norm(mesh.points[e] - place) for e in ends])
            middle = weights @ np.array([mesh.points[e] for e in ends]) / max(weights.sum(), 1e-12)
            new[point] = place + share * (middle - place)
            continue
        corners = np.array([[mesh.points[p] for p in mesh.faces[f]] for f in faces])
        normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        lengths = np.array([np.mean([wanted[p] for p in mesh.faces[f]]) for f in faces])
        weights = np.linalg.norm(normals, axis=1) / lengths**2
        middle = weights @ corners.mean(1) / weights.sum()
        normal = normals.sum(0) / max(float(np.linalg.norm(normals.sum(0))), 1e-9)
        step = middle - place
        new[point] = place + share * (step - normal * (normal @ step))
    for point, place in new.items():
        mesh.points[point] = place


def remeshed(
    mesh: Mesh,
    size_of: Callable[[Floats], Floats],
    projected: Callable[[Mesh], None],
    *,
    rounds: int = 9,
) -> Mesh:
    """``mesh`` with edges as long as ``size_of`` wants them, its points brought back by ``projected`` every round."""
    for _ in range(rounds):
        wanted = size_of(np.array(mesh.points)).tolist()
        split_long(mesh, wanted)
        wanted = size_of(np.array(mesh.points)).tolist()
        collapse_short(mesh, wanted)
        flip_uneven(mesh)
        for _ in range(2):
            smoothed(mesh, wanted)
            projected(mesh)
    return mesh
