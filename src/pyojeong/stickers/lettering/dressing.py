"""A caption's layers from its letters' path: rim, lip, ink, fill and gloss, the lowest first."""

from __future__ import annotations

from collections.abc import Iterator

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group, Linear, Matrix, Node, Paint, Shape, Stop, Stroke
from pyojeong.media.drawing.paths import placed
from pyojeong.stickers.lettering.boxes import Box
from pyojeong.stickers.lettering.gloss import PEN
from pyojeong.stickers.lettering.style import WHITE, Style


def dressed(
    plain: skia.Path, stressed: skia.Path, gloss: skia.Path | None, style: Style, *, size: float, fattening: float
) -> Group:
    """The caption drawn at its place; paths in canvas units, ``size`` a syllable's height in the same."""
    both = skia.Path(plain)
    both.addPath(stressed)
    layers = [
        *_rim(both, style, size),
        *_lip(both, style, size),
        *_ink(both, style, size),
        *_fill(plain, style.fill, style.fill_low, size * fattening),
        *_fill(stressed, style.accent, None, size * fattening),
    ]
    if gloss is not None:
        layers.append(Shape(gloss, stroke=Stroke(WHITE, PEN * size, opacity=style.gloss)))
    return Group(tuple(layers), name="caption")


def _rim(path: skia.Path, style: Style, size: float) -> Iterator[Node]:
    if style.rim is None:
        return
    stroke = Stroke(style.rim, 2 * style.around * size)
    if style.lip:
        yield Shape(placed(path, Matrix.moved(0.0, style.lip * size)), fill=style.rim, stroke=stroke)
    yield Shape(path, fill=style.rim, stroke=stroke)


def _lip(path: skia.Path, style: Style, size: float) -> Iterator[Node]:
    if not style.lip:
        return
    colour = mixed(style.ink or style.fill, "#000000", 0.18)
    width = 2 * max(0.02, style.ink_width if style.ink else 0.0) * size
    yield Shape(placed(path, Matrix.moved(0.0, style.lip * size)), fill=colour, stroke=Stroke(colour, width))


def _ink(path: skia.Path, style: Style, size: float) -> Iterator[Node]:
    if style.ink is not None and style.ink_width:
        yield Shape(path, fill=style.ink, stroke=Stroke(style.ink, 2 * style.ink_width * size))


def _fill(path: skia.Path, colour: str, low: str | None, line: float) -> Iterator[Node]:
    if path.isEmpty():
        return
    paint: Paint = colour
    if low is not None:
        box = Box(*_edges(path))
        paint = Linear((0.0, box.top), (0.0, box.bottom), (Stop(0.18, colour), Stop(0.86, low)))
    yield Shape(path, fill=paint, stroke=Stroke(paint, line) if line else None)


def _edges(path: skia.Path) -> tuple[float, float, float, float]:
    box = path.computeTightBounds()
    return box.left(), box.top(), box.right(), box.bottom()
