"""A head's hair as one mesh of ribbons."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from pyojeong.performing.avatar.hair.growing import Body, Doubles, Roots, grown
from pyojeong.performing.avatar.hair.look import PARTS_CM
from pyojeong.performing.avatar.hair.strands import LOCKS, Wave, lock_uv
from pyojeong.performing.avatar.hair.styles import Style, Tie
from pyojeong.performing.avatar.hair.tying import bun_paths, on_head, tail_paths
from pyojeong.performing.avatar.parts import Part
from pyojeong.performing.avatar.template import Template
from pyojeong.performing.avatar.texture.regions import hairline_height, regions

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Reals = npt.NDArray[np.floating[Any]]

_STRIDE_CM, _MOST_STEPS, _LEAST_STEPS = 2.6, 13, 3
MOST_TRIANGLES, _BUDGET = 8000, 6600
"""The first is promised; the second is what layers share, tails and buns come on top."""
_LEAST_CARD_CM = 1.7
"""Shorter hair is painted on the skin: bands of it would look like scales."""


_OVER_EDGE_CM = 0.7
"""How far short hair reaches beyond the hairline it is combed down to; longer strands stood off ears and nape like
thorns."""
_SLENDER, _SLENDER_CURLS = 0.26, 0.36
"""A ribbon, and one of curls, is no wider than this share of its length: squares look like leaves."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Ribbons of one kind.

    Attributes:
        count: How many.
        wide_cm: Their width.
        lift: Share of the style's lift at which they lie.
        locks: First and last lock of the picture they may show.
        long: Share of the style's length.
    """

    count: int
    wide_cm: float
    lift: float
    locks: tuple[int, int]
    long: float = 1.0


#: The outermost first: what lies under it is then not painted where it cannot be seen.
_LAYERS = (
    Layer(46, 1.3, 1.08, (6, 7), 1.03),
    Layer(170, 2.1, 0.95, (3, 5)),
    Layer(110, 2.7, 0.62, (1, 3), 0.95),
    Layer(80, 3.8, 0.30, (0, 1), 0.90),
)


@dataclass(frozen=True, slots=True, eq=False)
class HairMesh:
    """Ribbons: points, normals V×3, uv V×2 (v up, 1 at the root), triangles T×3."""

    points: Floats
    normals: Floats
    uv: Floats
    triangles: Ints


def hair_mesh(neutral: Floats, hairy: Floats, style: Style, *, parting: str = "none") -> HairMesh | None:
    """The hair on a head.

    Args:
        neutral: V×3, the head's template points at rest.
        hairy: V, where hair grows.
        style: Which hair.
        parting: A key of `look.PARTS_CM`.

    Returns:
        None when nothing grows.
    """
    if style.is_bare:
        return None
    template = Template.shipped()
    body = _body(template, neutral, with_ears=style.covers_ears)
    if style.tie is not None:
        style = replace(style, tie=on_head(style.tie, body))
    chance = np.random.default_rng(5)
    ribbons = []
    for layer in _LAYERS:
        roots = _roots(template, neutral, hairy, style, layer, chance)
        if roots is None or not len(roots.places):
            continue
        steps = _steps_for(roots)
        paths, under = grown(body, roots, style, parted_at_cm=PARTS_CM[parting], steps=steps)
        paths = _cut(paths, style, chance)
        ribbons.append(_ribbons(paths, under, layer, style, chance))
    if style.tie is not None:
        ribbons += _tied(body, style, style.tie, chance)
    return _joined(ribbons) if ribbons else None


def _tied(body: Body, style: Style, tie: Tie, chance: np.random.Generator) -> list[HairMesh]:
    found = []
    if tie.tail_cm > 0:
        tail = tail_paths(body, tie, chance)
        found.append(_ribbons(*tail, Layer(0, 1.7, 1.0, (2, 6)), style, chance))
    if tie.bun_cm > 0:
        found.append(_ribbons(*bun_paths(tie, chance), Layer(0, 2.2, 1.0, (1, 5)), style, chance))
    return found


def _steps_for(roots: Roots) -> int:
    return int(np.clip(np.ceil(np.percentile(roots.lengths, 80) / _STRIDE_CM), _LEAST_STEPS, _MOST_STEPS))


def _count_for(layer: Layer, style: Style) -> int:
    """Fewer ribbons where each has many steps, so that the whole stays within `MOST_TRIANGLES`; more of short ones."""
    steps = np.clip(max(style.top_cm, style.side_cm) / _STRIDE_CM, _LEAST_STEPS, _MOST_STEPS)
    every = sum(one.count for one in _LAYERS)
    return int(layer.count * min(2.7, _BUDGET / (every * 2 * steps)))


def _body(template: Template, neutral: Floats, *, with_ears: bool) -> Body:
    points = template.points_of(Part.SKIN)
    if not with_ears:
        points = points[regions().ears[points] == 0]
    normals = template.normals(neutral)[points].astype(np.float64)
    on_ears = regions().ears[points] > 0
    # An ear's folds face every way: hair that followed them stood up in knots.
    normals[on_ears] = np.sign(neutral[points[on_ears], :1]) * np.array([1.0, 0.0, 0.0])
    return Body(neutral[points].astype(np.float64), normals)


def _roots(
    template: Template, neutral: Floats, hairy: Floats, style: Style, layer: Layer, chance: np.random.Generator
) -> Roots | None:
    """Roots spread evenly over what is hairy, with the lengths that belong to where they are."""
    triangles = template.triangles_of(Part.SKIN)
    share = hairy[triangles].mean(1)
    corners = neutral[triangles].astype(np.float64)
    area = np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1) / 2
    weight = area * np.clip((share - 0.45) / 0.3, 0, 1)
    if weight.sum() < 8.0:
        return None
    count = layer.count * 6
    chosen = chance.choice(len(triangles), count, p=weight / weight.sum())
    a, b = np.sqrt(chance.uniform(size=count)), chance.uniform(size=count)
    shares = np.stack([1 - a, a * (1 - b), a * b], 1)
    places = (corners[chosen] * shares[..., None]).sum(1)
    kept = _apart(places, _count_for(layer, style))
    canonical = (template.neutral[triangles[chosen]] * shares[..., None]).sum(1)[kept]
    return _planned(places[kept], canonical, style, layer, chance)


def _apart(places: Doubles, count: int) -> Ints:
    """``count`` of the places, each as far from those before as can be."""
    kept = [0]
    nearest = np.linalg.norm(places - places[0], axis=1)
    for _ in range(count - 1):
        kept.append(int(nearest.argmax()))
        nearest = np.minimum(nearest, np.linalg.norm(places - places[kept[-1]], axis=1))
    return np.array(kept)


def _planned(places: Doubles, at: Reals, style: Style, layer: Layer, chance: np.random.Generator) -> Roots:
    """Lengths and lifts by where strands grow: on top, at the sides, behind, over the forehead."""
    x, y, z = at.T
    top = np.clip((y - 8.5) / 2.5, 0, 1)
    back = np.clip(-(z + 1) / 4, 0, 1) * (1 - top)
    side = 1 - top - back
    lengths = top * style.top_cm + side * style.side_cm + back * style.back_cm
    lifts = top * style.lift_top_cm + (1 - top) * style.lift_side_cm
    falls = (z > 3.0) & (np.abs(x) < 5.6) & (y > 7.5) if style.fringe_cm > 0 else np.zeros(len(x), bool)
    to_brow = style.fringe_cm + np.maximum(y - 10.5, 0) * 0.9 + np.maximum(8.0 - z, 0) * 0.8
    lengths = np.where(falls, to_brow, lengths)
    if not style.covers_ears and style.tie is None:
        lengths = np.minimum(lengths, y - hairline_height(z) + _OVER_EDGE_CM + 20 * top)
    jitter = 1 + 0.10 * chance.normal(size=len(x)) * (0.4 + style.fluff)
    lengths = np.maximum(lengths * layer.long * np.clip(jitter, 0.7, 1.25), 0.5)
    lifts = np.maximum(lifts * layer.lift * (1 + 0.12 * chance.normal(size=len(x))), 0.08)
    long = lengths >= _LEAST_CARD_CM
    own = chance.normal(size=(len(x), 3)).clip(-2, 2)
    return Roots(places[long], lengths[long], lifts[long], falls[long], own[long])


def _cut(paths: Doubles, style: Style, chance: np.random.Generator) -> Doubles:
    """Paths that end where the scissors went; the points beyond are drawn up along the strand."""
    ends = style.ends_y_cm + chance.normal(size=len(paths)) * (0.15 + 0.8 * style.fluff)
    found = paths.copy()
    share = np.linspace(0, 1, paths.shape[1])
    for number, (path, end) in enumerate(zip(paths, ends, strict=True)):
        below = path[:, 1] < end
        if not below.any() or below[0]:
            continue
        first = int(np.argmax(below))
        inner = (path[first - 1, 1] - end) / max(path[first - 1, 1] - path[first, 1], 1e-6)
        limit = share[first - 1] + inner * (share[first] - share[first - 1])
        for axis in range(3):
            found[number, :, axis] = np.interp(share * limit, share, path[:, axis])
    return found


def _ribbons(paths: Doubles, under: Doubles, layer: Layer, style: Style, chance: np.random.Generator) -> HairMesh:
    """Each path as a band that lies flat over the head, with normals bent outwards at its edges."""
    strands, rows = paths.shape[:2]
    ahead = np.gradient(paths, axis=1)
    ahead /= np.maximum(np.linalg.norm(ahead, axis=2, keepdims=True), 1e-6)
    out = under - (under * ahead).sum(2, keepdims=True) * ahead
    out /= np.maximum(np.linalg.norm(out, axis=2, keepdims=True), 1e-6)
    side = np.cross(ahead, out)
    tilt = chance.normal(0, 0.03 + 0.25 * style.fluff, size=(strands, 1, 1))
    side = side * np.cos(tilt) + out * np.sin(tilt)
    along = np.linspace(0, 1, rows)
    reach = np.linalg.norm(np.diff(paths, axis=1), axis=2).sum(1, keepdims=True)
    slender = _SLENDER_CURLS if style.wave is Wave.CURLY else _SLENDER
    width = (
        np.minimum(layer.wide_cm, slender * reach)
        * (0.75 + 0.5 * chance.uniform(size=(strands, 1)))
        * (0.42 + 0.68 * np.sin(np.pi * along**0.5))
    )
    half = side * width[..., None] / 2
    crown = np.array([0.0, 4.0, -1.0])
    round_ = paths - crown
    round_ /= np.linalg.norm(round_, axis=2, keepdims=True)
    smooth = out + 0.6 * round_
    points = np.stack([paths - half, paths + half], 2)
    normals = np.stack([smooth - 0.2 * side, smooth + 0.2 * side], 2)
    normals /= np.linalg.norm(normals, axis=3, keepdims=True)
    locks = chance.integers(layer.locks[0], min(layer.locks[1], LOCKS - 1) + 1, size=strands)
    edges = np.array([lock_uv(int(lock)) for lock in locks])
    uv = np.empty((strands, rows, 2, 2))
    uv[..., 0] = edges[:, None, :]
    uv[..., 1] = 1 - along[None, :, None] * 0.995
    number = np.arange(strands * rows * 2).reshape(strands, rows, 2)
    a, b, c, d = number[:, :-1, 0], number[:, :-1, 1], number[:, 1:, 0], number[:, 1:, 1]
    triangles = np.concatenate([np.stack([a, c, b], -1).reshape(-1, 3), np.stack([b, c, d], -1).reshape(-1, 3)])
    flat_points, flat_normals = (part.reshape(-1, 3).astype(np.float32) for part in (points, normals))
    return HairMesh(flat_points, flat_normals, uv.reshape(-1, 2).astype(np.float32), triangles)


def _joined(meshes: list[HairMesh]) -> HairMesh:
    starts = np.cumsum([0, *(len(mesh.points) for mesh in meshes)])
    triangles = [mesh.triangles + start for mesh, start in zip(meshes, starts[:-1], strict=True)]
    points = np.concatenate([mesh.points for mesh in meshes])
    normals = np.concatenate([mesh.normals for mesh in meshes])
    uv = np.concatenate([mesh.uv for mesh in meshes])
    return HairMesh(points, normals, uv, np.concatenate(triangles))
