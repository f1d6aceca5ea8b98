"""The skin laid flat: no triangle turns over, the face gets most of the picture, left is the mirror image of right.

Half a head is cut open at the back and flattened with its front middle on a straight line: Tutte's embedding to begin
with (Floater 1997), then the symmetric Dirichlet energy by reweighted least squares (Rabinovich et al. 2017, "Scalable
locally injective mappings").
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


def outline(triangles: Ints) -> list[list[int]]:
    """The closed borders of a mesh, each in the order of its triangles."""
    edges = {(int(t[k]), int(t[(k + 1) % 3])) for t in triangles for k in range(3)}
    after = {a: b for a, b in edges if (b, a) not in edges}
    loops = []
    while after:
        start, point = next(iter(sorted(after.items())))
        loop = [start]
        del after[start]
        while point != start:
            loop.append(point)
            point = after.pop(point)
        loops.append(loop)
    return loops


def flat(points: Floats, triangles: Ints, front: Ints, wanted: Floats, *, rounds: int = 30) -> Floats:
    """P×2 places of a half head whose ``front`` points lie on x = 0, in the order of the outline.

    Args:
        points: P×3; the mesh must be a disc.
        triangles: T×3.
        front: Points of the outline that stay on the line.
        wanted: T shares by which lengths are to grow.
        rounds: Steps of the descent.
    """
    (border,) = outline(triangles)
    on_line = np.isin(border, front)
    start = next(k for k in range(len(border)) if on_line[k] and not on_line[k - 1])
    border = border[start:] + border[:start]
    at = _tutte(points, triangles, border, int(on_line.sum()))
    rest = _rest(points, triangles, wanted)
    area = np.abs(np.linalg.det(rest)) / 2
    grad = _gradients(rest)
    scale = np.sqrt(area.sum() / (np.abs(_jacobian_dets(at, triangles, grad)) * area).sum())
    at = at * scale
    for _ in range(rounds):
        at = _descended(at, triangles, grad, area, front)
    return at


def _rest(points: Floats, triangles: Ints, wanted: Floats) -> Floats:
    """T×2×2: each triangle laid flat, its two edges from the first corner as columns."""
    a, b, c = (points[triangles[:, k]] for k in range(3))
    u, v = b - a, c - a
    length = np.linalg.norm(u, axis=1)
    along = (u * v).sum(1) / length
    height = np.linalg.norm(np.cross(u, v), axis=1) / length
    rest = np.zeros((len(triangles), 2, 2))
    rest[:, 0, 0], rest[:, 0, 1], rest[:, 1, 1] = length, along, height
    return np.asarray(rest * wanted[:, None, None])


def _gradients(rest: Floats) -> Floats:
    """T×3×2: what each corner's place adds to the Jacobian's rows."""
    inverse = np.linalg.inv(rest)
    first = -inverse.sum(1, keepdims=True)
    return np.asarray(np.concatenate([first, inverse], 1))


def _jacobians(at: Floats, triangles: Ints, grad: Floats) -> Floats:
    return np.asarray(np.einsum("tkd,tke->tde", at[triangles], grad))


def _jacobian_dets(at: Floats, triangles: Ints, grad: Floats) -> Floats:
    return np.asarray(np.linalg.det(_jacobians(at, triangles, grad)))


def _tutte(points: Floats, triangles: Ints, border: list[int], straight: int) -> Floats:
    """Harmonic places inside a half disc whose first ``straight`` border points lie on its diameter."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.linalg import spsolve

    def shares(chain: list[int]) -> Floats:
        steps = np.linalg.norm(np.diff(points[chain], axis=0), axis=1)
        return np.concatenate([[0.0], np.cumsum(steps) / steps.sum()])

    at = np.zeros((len(points), 2))
    line, arc = border[:straight], [*border[straight - 1 :], border[0]]
    at[line, 1] = 1 - 2 * shares(line)
    angle = -np.pi / 2 + np.pi * shares(arc)[1:-1]
    at[arc[1:-1]] = np.stack([np.cos(angle), np.sin(angle)], 1)
    edges = np.vstack([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]])
    edges = np.unique(np.vstack([edges, edges[:, ::-1]]), axis=0)
    size = len(points)
    links = coo_matrix((np.ones(len(edges)), edges.T), shape=(size, size)).tocsr()
    fixed = np.zeros(size, bool)
    fixed[border] = True
    inner = np.flatnonzero(~fixed)
    degree = np.asarray(links.sum(1)).ravel()
    matrix = (
        coo_matrix((degree[inner], (np.arange(len(inner)), np.arange(len(inner))))).tocsr() - links[inner][:, inner]
    )
    right = links[inner][:, border] @ at[border]
    at[inner] = np.stack([spsolve(matrix.tocsc(), right[:, k]) for k in range(2)], 1)
    turned = np.cross(at[triangles[:, 1]] - at[triangles[:, 0]], at[triangles[:, 2]] - at[triangles[:, 0]])
    if turned.min() <= 0:
        raise ValueError(f"{int((turned <= 0).sum())} triangles have no area in the first flat layout")
    return at


def _energy(at: Floats, triangles: Ints, grad: Floats, area: Floats) -> float:
    jacobian = _jacobians(at, triangles, grad)
    det = np.linalg.det(jacobian)
    if det.min() <= 0:
        return float("inf")
    squares = (jacobian**2).sum((1, 2))
    return float((area * (squares + squares / det**2)).sum())


def _descended(at: Floats, triangles: Ints, grad: Floats, area: Floats, front: Ints) -> Floats:
    """One reweighted least-squares step with a search along the line."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.linalg import spsolve

    size, count = len(at), len(triangles)
    jacobian = _jacobians(at, triangles, grad)
    u, s, vt = np.linalg.svd(jacobian)
    turn = u @ vt
    gentle = np.where(np.abs(s - 1) < 1e-4, 1.0, (s - s**-3) / np.where(np.abs(s - 1) < 1e-4, 1.0, s - 1))
    weight = np.einsum("tij,tj,tkj->tik", u, np.sqrt(np.maximum(gentle, 1e-9)), u) * np.sqrt(area)[:, None, None]
    # rows: weight @ J where J[d, e] = sum_k at[k, d] grad[k, e]; unknowns x then y
    rows, columns, values = [], [], []
    for i in range(2):
        for e in range(2):
            row = np.arange(count) * 4 + i * 2 + e
            for d in range(2):
                for k in range(3):
                    rows.append(row)
                    columns.append(triangles[:, k] + d * size)
                    values.append(weight[:, i, d] * grad[:, k, e])
    matrix = coo_matrix(
        (np.concatenate(values), (np.concatenate(rows), np.concatenate(columns))), shape=(4 * count, 2 * size)
    ).tocsr()
    target = np.einsum("tid,tde->tie", weight, turn).reshape(-1)
    free = np.ones(2 * size, bool)
    free[front] = False
    free[size + int(front[0])] = False
    known = at.T.reshape(-1)
    right = target - matrix[:, ~free] @ known[~free]
    inner = matrix[:, free]
    normal = inner.T @ inner
    solved = known.copy()
    solved[free] = spsolve(normal.tocsc(), inner.T @ right)
    step = solved.reshape(2, size).T - at
    length, before = 1.0, _energy(at, triangles, grad, area)
    while length > 1e-6 and _energy(at + length * step, triangles, grad, area) >= before:
        length *= 0.6
    return at + (length if length > 1e-6 else 0.0) * step


def skin_atlas(points: Floats, triangles: Ints, *, face: Floats, crown_z: float = -1.0) -> Floats:
    """P×2 places in [0, .5] × [0, 1] of the left half of a head; its front middle is at u = .5, v goes up.

    Args:
        points: P×3 of the half with its mouth open.
        triangles: T×3.
        face: P shares by which the neighbourhood of each point is enlarged.
        crown_z: The cut at the back begins where the middle of the skull falls behind this.
    """
    loops = outline(triangles)
    outer = max(loops, key=len)
    eye = min(loops, key=len)
    middle = np.abs(points[:, 0]) < 1e-3
    lips = _chain_off_middle(outer, middle, points)
    filled, filling = [points], [triangles]
    count = len(points)
    for chain, closed in ((eye, True), (lips, False)):
        place = points[chain].mean(0)
        if not closed:
            place[0] = 0.0
        pairs = zip(chain, [*chain[1:], chain[0]] if closed else chain[1:], strict=False)
        filled.append(place[None])
        filling.append(np.array([(b, a, count) for a, b in pairs], np.int64))
        count += 1
    at = np.vstack(filled)
    whole = np.vstack(filling)
    on_middle = np.flatnonzero((np.abs(at[:, 0]) < 1e-3) & ((at[:, 2] > crown_z) | (at[:, 1] < 0) & (at[:, 2] > 3)))
    (border,) = outline(whole)
    front = np.array([p for p in border if p in set(on_middle.tolist())])
    grown = np.append(face, [1.0, 1.0])
    laid = flat(at, whole, front, grown[whole].mean(1))[: len(points)]
    return laid


def _chain_off_middle(loop: list[int], middle: npt.NDArray[np.bool_], points: Floats) -> list[int]:
    """The part of ``loop`` that leaves the middle and comes back in front: the lips, both ends on the middle."""
    start = next(k for k in range(len(loop)) if middle[loop[k]] and points[loop[k], 2] < 0)
    loop = loop[start:] + loop[:start]
    chains: list[list[int]] = []
    for k, point in enumerate(loop):
        if not middle[point]:
            if middle[loop[k - 1]]:
                chains.append([loop[k - 1]])
            chains[-1].append(point)
        elif chains and not middle[loop[k - 1]]:
            chains[-1].append(point)
    return max(chains, key=lambda chain: float(points[chain, 2].mean()))
