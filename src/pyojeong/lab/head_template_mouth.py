"""Teeth, gums and tongue: our own geometry, carried by the movements of the source's teeth."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pyojeong.lab.head_template_blocks import Block, affine, grid, moved, rigid
from pyojeong.lab.head_template_source import RANGES, Source
from pyojeong.performing.avatar.parts import Part
from pyojeong.rig.names import ARKIT_NAMES

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

TOOTH_WIDTHS_CM = (0.86, 0.68, 0.78, 0.72, 0.7, 1.0, 0.95)
LOWER_WIDTHS_CM = (0.56, 0.6, 0.7, 0.72, 0.75, 1.05, 1.0)
"""From the middle incisor to the second molar (Wheeler's dental anatomy, crown widths)."""
COLUMNS = 4
"""Points across a tooth; neighbours share the one in the groove."""


ARCH_CM = np.array(
    [[0, 0], [0.5, 0.05], [1.0, 0.26], [1.45, 0.66], [1.82, 1.3], [2.1, 2.1], [2.32, 3.0], [2.5, 4.0], [2.62, 5.0]]
)
"""Half an arch of upper teeth seen from below: aside, and back from the middle incisors' faces."""


@dataclass(frozen=True, slots=True)
class Arch:
    """A row of teeth.

    Attributes:
        widths: Of half the teeth, from the middle.
        edge_y: Height of the cutting edge in front.
        gum_y: Height of the gum line in front.
        front_z: Where the middle incisors' faces are.
        breadth: Of the upper arch's.
        up: 1 for teeth that grow down from above, -1 for those that grow up.
    """

    widths: tuple[float, ...]
    edge_y: float
    gum_y: float
    front_z: float
    breadth: float
    up: float


UPPER = Arch(TOOTH_WIDTHS_CM, -3.68, -2.64, 10.5, 1.0, 1.0)
LOWER = Arch(LOWER_WIDTHS_CM, -3.42, -4.3, 10.16, 0.93, -1.0)
"""The upper cutting edge is .33 cm below the line of the lips, as it is at rest (Vig & Brundo 1978: 1.9 mm in men,
3.4 mm in women), so that a falling jaw shows it; the faces are .3 cm behind the lips' inner side."""
TONGUE_ROWS, TONGUE_COLUMNS = 12, 12
TONGUE_PARTS_LIPS = 0.36
"""Share of jawOpen within tongueOut: the lips and teeth must let it through even when nothing else opens them."""


def mouth_parts(source: Source) -> list[Block]:
    """Both rows of teeth, both gums, the tongue."""
    upper, lower = _carriers(source)
    blocks = []
    for arch, carrier, teeth, gums in (
        (UPPER, upper, Part.TEETH_UPPER, Part.GUMS_UPPER),
        (LOWER, lower, Part.TEETH_LOWER, Part.GUMS_LOWER),
    ):
        blocks.append(_carried(_teeth(arch), carrier, teeth))
        blocks.append(_carried(_gums(arch), carrier, gums))
    return [*blocks, _tongue(lower)]


@dataclass(frozen=True, slots=True, eq=False)
class _Carrier:
    """Affine maps by which identities (100×4×3) and movements (52×4×3) carry what is fixed to a jaw."""

    identity: Floats
    movements: Floats


def _carriers(source: Source) -> tuple[_Carrier, _Carrier]:
    """Of the upper and of the lower jaw, from how the source's teeth move; the upper teeth stay with the skull."""
    teeth = np.arange(*RANGES["teeth"])
    at = source.neutral[teeth]
    falls = source.movements["jawOpen"][teeth, 1] < -0.5
    identity = affine(at, source.identity[:, teeth].astype(np.float64))
    still = np.zeros((len(ARKIT_NAMES), 4, 3))
    moving = still.copy()
    for k, name in enumerate(ARKIT_NAMES):
        if name in source.movements:
            moving[k] = rigid(at[falls], source.movements[name][None, teeth[falls]].astype(np.float64))[0]
    return _Carrier(identity, still), _Carrier(identity, moving)


def _arc(arch: Arch, distance: Floats) -> tuple[Floats, Floats]:
    """Places (N×2: x, z) and outward directions at signed distances along the row from its middle."""
    knots = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(ARCH_CM, axis=0), axis=1))])
    away, side = np.abs(distance), np.where(distance < 0, -1.0, 1.0)

    def at(length: Floats) -> Floats:
        place = np.stack([_smooth(np.abs(length), knots, ARCH_CM[:, k]) for k in range(2)], 1)
        flip = np.stack([np.where(length < 0, -1.0, 1.0) * arch.breadth, np.full(len(length), -1.0)], 1)
        return np.asarray(place * flip)

    along = at(away + 0.12) - at(away - 0.12)
    outward = np.stack([-along[:, 1], along[:, 0]], 1)
    outward /= np.linalg.norm(outward, axis=1, keepdims=True)
    flip = np.stack([side, np.ones_like(side)], 1)
    return (at(away) + np.array([0.0, arch.front_z])) * flip, outward * flip


@dataclass(frozen=True, slots=True, eq=False)
class _Shape:
    points: Floats
    triangles: Ints
    uv: Floats


def _columns(arch: Arch) -> tuple[Floats, Floats, Floats]:
    """Signed distances along the row, how far from a groove each lies (0 to 1), and the tooth's number from 0."""
    edges = np.concatenate([[0.0], np.cumsum(arch.widths)])
    half, bulge, tooth = [0.0], [0.0], [0.0]
    for number, (start, width) in enumerate(zip(edges, arch.widths, strict=False)):
        for k in range(1, COLUMNS + 1):
            share = k / COLUMNS
            half.append(start + width * share)
            bulge.append(np.sin(np.pi * share) ** 0.6 if k < COLUMNS else 0.0)
            tooth.append(number + share)
    distance = np.array([*[-d for d in half[:0:-1]], *half])
    return distance, np.array([*bulge[:0:-1], *bulge]), np.array([*tooth[:0:-1], *tooth])


def _teeth(arch: Arch) -> _Shape:
    distance, bulge, tooth = _columns(arch)
    place, outward = _arc(arch, distance)
    back = np.clip(tooth / len(arch.widths), 0, 1)
    thick = 0.24 + 0.75 * np.clip((back - 0.35) / 0.4, 0, 1)
    edge = arch.edge_y + arch.up * (0.16 * (1 - bulge) + 0.05 * back + 0.10 * np.exp(-(((tooth - 1.5) / 0.45) ** 2)))
    gum = arch.gum_y + arch.up * (0.12 * bulge - 0.02) - arch.up * 0.25 * back
    rows = []
    levels = (
        (0.0, 0.0, -0.02),
        (0.35, 0.09, 0.0),
        (0.8, 0.06, 0.0),
        (1.0, 0.0, 0.05),
        (1.0, -1.0, 0.05),
        (0.0, -1.15, 0.0),
    )
    for share, out, drop in levels:
        height = gum + (edge - gum) * share + arch.up * drop * (1 if share == 1.0 else 0)
        depth = out if out >= 0 else out * thick
        swell = bulge * (0.07 if out >= 0 else -0.03) - 0.03 * (1 - bulge) * (out >= 0)
        at = place + outward * (depth + swell)[:, None]
        rows.append(np.stack([at[:, 0], height, at[:, 1]], 1))
    points = np.concatenate(rows)
    u = np.linspace(0.02, 0.98, len(distance))
    v = np.linspace(0.02, 0.98, len(levels))
    uv = np.stack(np.meshgrid(u, v), -1).reshape(-1, 2)
    corner = np.array([0.5, 0.75]) if arch.up > 0 else np.array([0.5, 0.5])
    triangles = grid(len(levels), len(distance))
    return _Shape(points, triangles if arch.up > 0 else triangles[:, ::-1], corner + uv * [0.5, 0.25])


def _gums(arch: Arch) -> _Shape:
    distance, bulge, tooth = _columns(arch)
    keep = np.arange(0, len(distance), 2)
    distance, bulge, tooth = distance[keep], bulge[keep], tooth[keep]
    place, outward = _arc(arch, distance)
    back = np.clip(tooth / len(arch.widths), 0, 1)
    thick = 0.24 + 0.75 * np.clip((back - 0.35) / 0.4, 0, 1)
    gum = arch.gum_y - arch.up * 0.25 * back - arch.up * (0.14 * (1 - bulge) - 0.06)
    rows = []
    for out, height in ((-0.1, 1.3), (0.08, 0.75), (0.12, 0.2), (0.02, -0.05), (-1.0, -0.1), (-1.5, 0.5), (-1.9, 1.1)):
        depth = out if out > -0.5 else out * thick
        at = place + outward * np.broadcast_to(depth, distance.shape)[:, None]
        rows.append(np.stack([at[:, 0], gum + arch.up * height, at[:, 1]], 1))
    points = np.concatenate(rows)
    uv = np.stack(np.meshgrid(np.linspace(0.02, 0.98, len(distance)), np.linspace(0.02, 0.98, len(rows))), -1).reshape(
        -1, 2
    )
    corner = np.array([0.0, 0.75]) if arch.up > 0 else np.array([0.0, 0.5])
    triangles = grid(len(rows), len(distance))
    return _Shape(points, triangles if arch.up > 0 else triangles[:, ::-1], corner + uv * [0.5, 0.25])


def _carried(shape: _Shape, carrier: _Carrier, part: Part) -> Block:
    return Block(
        shape.points,
        shape.triangles,
        shape.uv,
        np.full(len(shape.points), int(part)),
        moved(carrier.identity, shape.points),
        moved(carrier.movements, shape.points),
        {"upper_incisors": _cutting_edge(shape.points)} if part is Part.TEETH_UPPER else {},
    )


def _cutting_edge(points: Floats) -> Ints:
    """Points of the four upper incisors' cutting edge."""
    front = (np.abs(points[:, 0]) < 1.4) & (points[:, 1] < points[:, 1].min() + 0.3)
    return np.flatnonzero(front)


TONGUE_REST = np.array(
    [[0, -6.4, 3.6], [0, -5.0, 4.2], [0, -4.1, 5.6], [0, -3.95, 7.4], [0, -4.15, 8.7], [0, -4.3, 9.35]]
)
TONGUE_OUT = np.array(
    [[0, -6.4, 3.9], [0, -5.0, 5.2], [0, -3.9, 7.2], [0, -3.1, 9.3], [0, -2.98, 11.2], [0, -4.3, 12.8]]
)
"""Middle line from root to tip while the lower jaw is at rest: behind the lower teeth, and put out over them."""
TONGUE_HALF_WIDTH = (1.2, 1.55, 1.6, 1.5, 1.25, 0.65)
TONGUE_HALF_HEIGHT = (0.8, 0.7, 0.52, 0.42, 0.3, 0.14)
TONGUE_OUT_WIDTH = (1.2, 1.5, 1.5, 1.35, 1.3, 0.75)
TONGUE_OUT_HEIGHT = (0.7, 0.6, 0.45, 0.27, 0.25, 0.14)


def _tongue(carrier: _Carrier) -> Block:
    rest = _tube(TONGUE_REST, TONGUE_HALF_WIDTH, TONGUE_HALF_HEIGHT)
    out = _tube(TONGUE_OUT, TONGUE_OUT_WIDTH, TONGUE_OUT_HEIGHT)
    # the root hangs on the throat: it follows the jaw half as far as the tip does
    follows = np.clip((rest[:, 2] - 3.0) / 5.0, 0.35, 1.0)[:, None]
    moves = moved(carrier.movements, rest) * follows
    jaw = moved(carrier.movements[[ARKIT_NAMES.index("jawOpen")]], rest)[0]
    moves[ARKIT_NAMES.index("tongueOut")] = out - rest + TONGUE_PARTS_LIPS * jaw * follows
    u = np.arange(TONGUE_COLUMNS) / TONGUE_COLUMNS
    u = 0.5 + 0.48 * np.sin(2 * np.pi * u) * np.where(np.cos(2 * np.pi * u) >= 0, 0.75, 1.0)
    v = np.linspace(0.02, 0.96, TONGUE_ROWS)
    uv = np.stack([np.tile(u, TONGUE_ROWS), np.repeat(v, TONGUE_COLUMNS)], 1)
    uv = np.vstack([uv, [[0.5, 0.99]]])
    tip = TONGUE_ROWS * TONGUE_COLUMNS
    last = tip - TONGUE_COLUMNS
    cap = np.array([[last + k, tip, last + (k + 1) % TONGUE_COLUMNS] for k in range(TONGUE_COLUMNS)])
    triangles = np.concatenate([grid(TONGUE_ROWS, TONGUE_COLUMNS, closed=True), cap])
    identity = moved(carrier.identity, rest)
    parts = np.full(len(rest), int(Part.TONGUE))
    marks = {"tongue_tip": np.array([tip])}
    return Block(rest, triangles, np.array([0.5, 0.0]) + uv * 0.5, parts, identity, moves, marks)


def _tube(line: Floats, widths: tuple[float, ...], heights: tuple[float, ...]) -> Floats:
    """Points around a bent middle line, with a groove on top, row by row; the tip is the last."""
    knots, at = np.linspace(0, 1, len(line)), np.linspace(0, 1, TONGUE_ROWS)
    middle = np.stack([_smooth(at, knots, line[:, k]) for k in range(3)], 1)
    width, height = _smooth(at, knots, np.array(widths)), _smooth(at, knots, np.array(heights))
    along = np.gradient(middle, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    up = np.stack([np.zeros(TONGUE_ROWS), along[:, 2], -along[:, 1]], 1)
    around = np.arange(TONGUE_COLUMNS) * 2 * np.pi / TONGUE_COLUMNS
    x = np.sin(around)[None] * width[:, None]
    lift = np.cos(around)
    lift = np.sign(lift) * np.abs(lift) ** 0.8 * (1 - 0.32 * np.exp(-((np.sin(around) / 0.35) ** 2)) * (lift > 0))
    body = middle[:, None] + up[:, None] * (lift[None] * height[:, None])[..., None]
    body[..., 0] += x
    tip = middle[-1] + along[-1] * heights[-1] * 1.6
    return np.concatenate([body.reshape(-1, 3), tip[None]])


def _smooth(at: Floats, knots: Floats, values: Floats) -> Floats:
    """Monotone cubic interpolation."""
    from scipy.interpolate import PchipInterpolator

    return np.asarray(PchipInterpolator(knots, values)(at))
