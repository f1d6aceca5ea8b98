"""The fox's head: a kite with its ears in one sheet, a ruff, markings and a face."""

from __future__ import annotations

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Point
from pyojeong.media.drawing.paths import circle, common, lines, united
from pyojeong.performing.character.build import Posture
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.fox_stand import Scene, mirrored, style, where
from pyojeong.performing.character.face import (
    FacePlaces,
    brow_nodes,
    eye_nodes,
    mouth_nodes,
)
from pyojeong.performing.character.face.features import cheek_nodes
from pyojeong.performing.character.figure import Frame
from pyojeong.performing.character.layout import on_head
from pyojeong.performing.character.pens import Nodes
from pyojeong.performing.character.wear import glasses, hat

_KITE = (
    (0.0, -0.66),
    (0.34, -0.72),
    (0.90, -0.56),
    (1.0, -0.06),
    (1.24, 0.36),
    (0.80, 0.52),
    (0.44, 0.84),
    (0.0, 1.02),
)
_RUFF = (
    (0.0, 0.16),
    (0.26, 0.30),
    (0.56, 0.10),
    (0.90, 0.16),
    (1.22, 0.36),
    (0.92, 0.44),
    (0.86, 0.62),
    (0.62, 0.64),
    (0.44, 0.86),
    (0.0, 1.0),
)


def ear_points(choices: Choices, head: Frame, side: int, stand: float, *, inner: bool = False) -> list[Point]:
    """Foot, tip and foot of an ear: out to the side at -1, up at 0, high at 1."""
    low, rest, high = (1.42, -0.74), (0.70, -1.56), (0.60, -1.78)
    a, b, share = (low, rest, stand + 1) if stand < 0 else (rest, high, stand)
    size = choices.number("ears")
    x, y = a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
    points = [(0.24, -0.60), (0.72 + (x - 0.72) * size, -0.5 + (y + 0.5) * size), (0.98, -0.26)]
    if inner:
        cx, cy = (sum(p[n] for p in points) / 3 for n in (0, 1))
        points = [(cx + 0.56 * (x - cx), cy + 0.56 * (y - cy) - 0.02) for x, y in points]
    return [head.at(side * x, y) for x, y in points]


def head_sheet(choices: Choices, head: Frame, stand: float) -> skia.Path:
    """Head and ears as one sheet."""
    ears = [lines(ear_points(choices, head, side, stand), closed=True) for side in (-1, 1)]
    return united(mirrored(_KITE, head), *ears)


def head_nodes(scene: Scene, stood: Posture, *, sheet: skia.Path | None = None) -> tuple[Nodes, skia.Path]:
    """The head, upright, and its sheet; ``sheet`` is another one than its own."""
    pen, choices, head = scene.pen, scene.choices, stood.upright_head
    stand = scene.acting.pose.ears
    whole, spots, manner = sheet or head_sheet(choices, head, stand), where(choices, stood), style(choices)
    inner = (
        [lines(ear_points(choices, head, side, stand, inner=True), closed=True) for side in (-1, 1)]
        if sheet is None
        else []
    )
    ruff = _turned(_RUFF, stood)
    fold = pen.folded(whole, (on_head(stood, 0.0, -0.70), on_head(stood, 0.0, 1.04)))
    worn = hat(pen, choices.option("hat"), head.at(0.0, -0.64), 0.8 * head.half_size[0], scene.colour("neck-colour"))
    nodes = (
        *pen.shape(whole, scene.colour("coat"), part="head"),
        *(n for k, ear in enumerate(inner) for n in pen.shape(ear, scene.colour("dark"), part=f"ear{k}")),
        *_markings(scene, stood, whole),
        *fold,
        *(
            pen.shape(ruff, scene.colour("white"), part="ruff")
            if sheet is None
            else pen.shape(common(ruff, whole), scene.colour("white"), part="ruff")
        ),
        *worn.nodes,
        *cheek_nodes(pen, spots, manner, scene.acting, scene.looks),
        *_nose(scene, spots),
        *mouth_nodes(pen, spots, manner, scene.acting, scene.looks),
        *eye_nodes(pen, spots, manner, scene.acting, scene.looks),
        *brow_nodes(pen, spots, manner, scene.acting, scene.looks),
        *glasses(pen, choices.option("glasses"), spots, choices.colour("ink")),
    )
    return nodes, whole


def _turned(half: tuple[Point, ...], stood: Posture) -> skia.Path:
    """A sheet on the face, carried by its turn but for its outer edge."""
    head = stood.upright_head
    points = [*half, *((-x, y) for x, y in reversed(half) if x)]
    return lines([on_head(stood, x, y) if abs(x) < 0.7 and y < 0.6 else head.at(x, y) for x, y in points], closed=True)


def _nose(scene: Scene, spots: FacePlaces) -> Nodes:
    """A small sheet, wrinkled by a sneer."""
    assert spots.nose is not None
    (x, y), k = spots.nose, 0.62 * spots.eye_radius
    sneer = scene.acting.expression.both("noseSneer")
    y -= 0.35 * k * sum(sneer)
    nose = lines(
        [
            (x - k, y - 0.5 * k),
            (x, y - 0.75 * k),
            (x + k, y - 0.5 * k),
            (x + 0.2 * k, y + 0.7 * k),
            (x - 0.2 * k, y + 0.7 * k),
        ],
        closed=True,
    )
    nodes = scene.pen.shape(nose, "#3a2228", part="nose")
    for side, strength in zip((-1, 1), sneer[::-1], strict=True):
        if strength > 0.25:
            fold = lines([(x + side * 1.5 * k, y - 0.4 * k), (x + side * 2.3 * k, y - 1.6 * k)])
            nodes += scene.pen.line(fold, width=0.5 * scene.pen.width, part=f"fold{side}")
    return nodes


def _markings(scene: Scene, stood: Posture, whole: skia.Path) -> Nodes:
    """A blaze, dark brows or spots, cut from other sheets."""
    kind, pen = scene.choices.option("markings"), scene.pen
    if kind == "blaze":
        shape = lines(
            [
                on_head(stood, x, y)
                for x, y in ((0.0, -0.70), (0.13, -0.36), (0.10, 0.16), (-0.10, 0.16), (-0.13, -0.36))
            ],
            closed=True,
        )
        return pen.shape(shape, scene.colour("white"), part="blaze")
    if kind == "mask":
        sides = [
            lines(
                [
                    on_head(stood, s * x, y)
                    for x, y in ((0.10, 0.0), (0.34, -0.34), (0.90, -0.30), (0.94, 0.10), (0.46, 0.22))
                ],
                closed=True,
            )
            for s in (-1, 1)
        ]
        return tuple(
            n
            for k, side in enumerate(sides)
            for n in pen.shape(
                common(side, whole), mixed(scene.colour("coat"), scene.colour("dark"), 0.35), part=f"mask{k}"
            )
        )
    if kind == "stars":
        spots = [circle(on_head(stood, x, y), 4.5) for x, y in ((-0.16, -0.46), (0.0, -0.54), (0.16, -0.46))]
        return tuple(n for k, spot in enumerate(spots) for n in pen.shape(spot, scene.colour("white"), part=f"star{k}"))
    return ()
