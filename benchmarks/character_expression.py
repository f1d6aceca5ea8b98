"""Does a drawn character do what its person does in the photo? Measured on what is drawn, against the photo's mesh.

MediaPipe cannot read drawings, so the drawing's own geometry is: how high the mouth's corners are over its middle, how
far the lips part, how high the eyes are, how far the brows stand over them; each less what the same character shows at
rest, in distances of its eyes.

Run: ``python -m benchmarks.character_expression FILE… [--designs=chibi,doodle]`` on files of
`pyojeong.lab.character_photos`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import skia
from numpy.typing import NDArray

from pyojeong.lab.character_photos import people_in
from pyojeong.media.drawing.nodes import Drawing, Group, Matrix, Node, Shape
from pyojeong.media.drawing.painting import painted, skia_matrix
from pyojeong.performing.character import CANVAS, Acting, Character
from pyojeong.performing.character.signs import mean, opening
from pyojeong.performing.character.stage import scene
from pyojeong.reading.face.traits.traits import Traits
from pyojeong.rig import Expression
from pyojeong.stickers.likeness import character_of
from pyojeong.stickers.likeness.expression import expression_of_photo

MOVEMENTS = ("corners up", "lips apart", "eyes open", "brows up", "inner brows up")
_SAMPLES = 60
_SCALE = 2
_FROWN = 5.0
"""The mesh tells .05 where a person sees a clear frown and 1 where one sees a broad smile."""


def of_photo(seen: Expression) -> NDArray[np.float64]:
    """The movements as the photo's mesh tells them; no part of them is taken from the drawing."""
    up = (seen["browInnerUp"] + mean(seen, "browOuterUp")) / 2 - mean(seen, "browDown")
    return np.array(
        [
            mean(seen, "mouthSmile") - _FROWN * mean(seen, "mouthFrown"),
            opening(seen),
            mean(seen, "eyeWide") - mean(seen, "eyeBlink") - 0.5 * mean(seen, "eyeSquint"),
            up,
            seen["browInnerUp"] - mean(seen, "browDown"),
        ]
    )


def of_drawing(character: Character, expression: Expression) -> NDArray[np.float64]:
    """The same movements in the drawing."""
    figure = scene(character, Acting(expression)).figure
    unit = float(np.hypot(*np.subtract(*figure.eyes)))
    parts = {name: group for name, group in _named(figure.node)}
    mouth = _outline(parts["mouth"])
    brows = [_points(parts[f"{side}-brow"]) for side in ("left", "right") if f"{side}-brow" in parts]
    centre = float(np.mean([eye[1] for eye in figure.eyes]))
    lifts = [centre - float(brow[:, 1].mean()) for brow in brows] or [np.nan]
    inner = [centre - _inner(brow, figure.mouth[0]) for brow in brows] or [np.nan]
    sides = zip(("right", "left"), figure.eyes, strict=True)
    heights = [_height(parts[f"{side}-eye"], eye, figure.eye_radius) for side, eye in sides]
    shown = [_corners(mouth), _gap(parts["mouth"]), np.mean(heights), np.mean(lifts), np.mean(inner)]
    return np.array(shown, float) / unit


def _corners(mouth: NDArray[np.float64]) -> float:
    """How high the corner lies over the middle; paths of mouths begin at the corner, and both sides are alike."""
    low, high = mouth[:, 0].min(), mouth[:, 0].max()
    middle = mouth[abs(mouth[:, 0] - (low + high) / 2) < 0.15 * (high - low)]
    return float((middle[:, 1].min() + middle[:, 1].max()) / 2 - mouth[0, 1])


def _height(eye: Group, centre: tuple[float, float], radius: float) -> float:
    """How high the eye is where it is painted, around its middle."""
    pixels = painted(Drawing(eye, (CANVAS, CANVAS)), round(_SCALE * CANVAS)).pixels[..., 3]
    left, right = (round(_SCALE * (centre[0] + side * 0.3 * radius)) for side in (-1, 1))
    rows = (pixels[:, left:right] > 127).mean(1) > 0.5
    return float(rows.sum()) / _SCALE


def _gap(mouth: Group) -> float:
    """Height of what is cut out for the inside of the mouth; 0 for a line."""
    return max(_clips(mouth), default=0.0)


def _clips(node: Node) -> Iterator[float]:
    if isinstance(node, Group):
        if node.clip is not None and not node.clip.isInverseFillType():
            yield node.clip.computeTightBounds().height()
        for child in node.children:
            yield from _clips(child)


def _outline(mouth: Group) -> NDArray[np.float64]:
    """Points of the mouth's widest path; teeth and tongue, cut to the mouth, may be wider and are left out."""
    shapes = _shapes(mouth, Matrix(), cut=False)
    found = [_sampled(shape.path, matrix) for shape, matrix in shapes if shape.stroke or shape.fill]
    return max(found, key=lambda points: float(np.ptp(points[:, 0])) if len(points) else 0.0)


def _points(group: Group) -> NDArray[np.float64]:
    return np.vstack([_sampled(shape.path, matrix) for shape, matrix in _shapes(group, Matrix())])


def _inner(brow: NDArray[np.float64], middle: float) -> float:
    """Height of the third of the brow that is nearest to the nose."""
    order = np.argsort(abs(brow[:, 0] - middle))
    return float(brow[order[: max(1, len(order) // 3)], 1].mean())


def _named(node: Node, around: Matrix | None = None) -> Iterator[tuple[str, Group]]:
    matrix = around or Matrix()
    if isinstance(node, Group):
        inner = matrix if node.matrix is None else matrix @ node.matrix
        if node.name:
            yield node.name, Group((node,), matrix=matrix)
        for child in node.children:
            yield from _named(child, inner)


def _shapes(node: Node, around: Matrix, *, cut: bool = True) -> Iterator[tuple[Shape, Matrix]]:
    """Shapes and where they lie; without what is ``cut`` to another shape where that is not asked for."""
    if isinstance(node, Shape):
        yield node, around
    elif isinstance(node, Group) and (cut or node.clip is None):
        inner = around if node.matrix is None else around @ node.matrix
        for child in node.children:
            yield from _shapes(child, inner, cut=cut)


def _sampled(path: skia.Path, matrix: Matrix) -> NDArray[np.float64]:
    placed = skia.Path()
    path.transform(skia_matrix(matrix), placed)
    points: list[tuple[float, float]] = []
    measure = skia.PathMeasure(placed, False)
    while measure.getLength() > 0:
        for n in range(_SAMPLES):
            place, _ = measure.getPosTan(measure.getLength() * n / (_SAMPLES - 1))
            points.append((place.x(), place.y()))
        if not measure.nextContour():
            break
    return np.array(points, float).reshape(-1, 2)


def measured(photos: list[Traits], design: str) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """N×M movements of the photos, and of their characters beyond their rest."""
    rows = []
    for traits in photos:
        who = character_of(traits, design).character
        rows.append(of_drawing(who, expression_of_photo(traits)) - of_drawing(who, Expression()))
    return np.array([of_photo(traits.expression) for traits in photos]), np.array(rows)


def correlations(photo: NDArray[np.float64], drawn: NDArray[np.float64]) -> Mapping[str, float]:
    """Pearson's r of every movement; photos whose drawing has no such part (resting brows) are left out."""
    found = {}
    for n, name in enumerate(MOVEMENTS):
        there = np.isfinite(drawn[:, n])
        found[name] = round(float(np.corrcoef(photo[there, n], drawn[there, n])[0, 1]), 3) if there.sum() > 9 else None
    return found  # type: ignore[return-value]


def main(arguments: list[str]) -> None:
    """Print r per design and movement."""
    options = dict(a.removeprefix("--").split("=") for a in arguments if a.startswith("--"))
    people = [person for a in arguments if not a.startswith("--") for person in people_in(Path(a))]
    photos = [p.base for p in people] + [p.variants["performed"] for p in people if "performed" in p.variants]
    told = {name: correlations(*measured(photos, name)) for name in options.get("designs", "chibi,doodle").split(",")}
    sys.stdout.write(json.dumps({"photos": len(photos), "r": told}, indent=1) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
