"""Drawings painted by Skia."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache

import numpy as np
import skia

from pyojeong.media.drawing.colours import rgb_of
from pyojeong.media.drawing.graining import lay_grain
from pyojeong.media.drawing.nodes import (
    Blend,
    Drawing,
    Grain,
    Group,
    Linear,
    Matrix,
    Node,
    Paint,
    Rimmed,
    Shape,
    Stroke,
)
from pyojeong.media.drawing.rimming import lay_edge_under, lay_under
from pyojeong.media.drawing.surfaces import straight, surface_on
from pyojeong.media.image import Image, Pixels

MAX_SIDE_PX = 4096
_BLENDS = {
    Blend.MULTIPLY: skia.BlendMode.kMultiply,
    Blend.SCREEN: skia.BlendMode.kScreen,
    Blend.SOFT_LIGHT: skia.BlendMode.kSoftLight,
}


def painted(drawing: Drawing, width_px: int, *, ground: str | None = None) -> Image:
    """The drawing ``width_px`` wide, its height in proportion: RGBA, straight alpha; on ``ground`` where one is given.

    Raises:
        ValueError: When a side would be under 1 or over `MAX_SIDE_PX` pixels.
    """
    scale = width_px / drawing.size_wh[0]
    height_px = round(drawing.size_wh[1] * scale)
    if not 1 <= min(width_px, height_px) <= max(width_px, height_px) <= MAX_SIDE_PX:
        raise ValueError(f"sides must be 1 to {MAX_SIDE_PX} px, but got {width_px}×{height_px}")
    pixels: Pixels = np.zeros((height_px, width_px, 4), np.uint8)
    with surface_on(pixels) as canvas:
        if ground is not None:
            canvas.clear(skia.Color(*rgb_of(ground)))
        canvas.scale(scale, scale)
        paint_node(canvas, drawing.root)
    return Image(straight(pixels), name=drawing.title)


def paint_node(canvas: skia.Canvas, node: Node) -> None:
    """Paint one node and all within it."""
    if isinstance(node, Shape):
        _paint_shape(canvas, node)
    elif isinstance(node, Rimmed):
        _paint_rimmed(canvas, node)
    else:
        _paint_group(canvas, node)


def _paint_group(canvas: skia.Canvas, group: Group) -> None:
    count = canvas.save()
    if group.matrix is not None:
        canvas.concat(skia_matrix(group.matrix))
    if group.clip is not None:
        canvas.clipPath(group.clip, doAntiAlias=True)
    if group.grain is not None:
        _paint_grained(canvas, group.children, group.grain)
    elif (alone := _blurred_alone(group)) is not None:
        canvas.drawPath(*alone)
    else:
        if group.opacity < 1 or group.blur or group.blend is not Blend.NORMAL:
            canvas.saveLayer(_extent(group.children), _layer_paint(group))
        for child in group.children:
            paint_node(canvas, child)
    canvas.restoreToCount(count)


def _layer_paint(group: Group) -> skia.Paint:
    """How a group is laid on what is under it."""
    layer = skia.Paint(Alphaf=group.opacity)
    if group.blur:
        layer.setImageFilter(skia.ImageFilters.Blur(group.blur, group.blur))
    if group.blend in _BLENDS:
        layer.setBlendMode(_BLENDS[group.blend])
    return layer


def _blurred_alone(group: Group) -> tuple[skia.Path, skia.Paint] | None:
    """One blurred area or line and its paint: it needs no layer, only a blurred mask, which is a third of the work."""
    if not group.blur or group.blend is not Blend.NORMAL or len(group.children) != 1:
        return None
    (shape,) = group.children
    if not isinstance(shape, Shape) or (shape.fill is None) == (shape.stroke is None):
        return None
    if shape.stroke is not None:
        paint = skia.Paint(_stroke_paint(shape.stroke))
    else:
        assert shape.fill is not None
        paint = skia.Paint(area_paint(shape.fill, shape.opacity))
    paint.setAlphaf(paint.getAlphaf() * group.opacity)
    paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.BlurStyle.kNormal_BlurStyle, group.blur))
    return shape.path, paint


def _extent(nodes: tuple[Node, ...]) -> skia.Rect | None:
    """What ``nodes`` cover at most, so that a layer is no larger: a blur of the whole canvas costs twenty times more.

    None when one of them has no end.
    """
    whole = skia.Rect.MakeEmpty()
    for node in nodes:
        found = _node_extent(node)
        if found is None:
            return None
        whole.join(found)
    return whole


def _node_extent(node: Node) -> skia.Rect | None:
    if isinstance(node, Rimmed):
        found = _node_extent(node.node)
        return None if found is None else found.makeOutset(node.width, node.width)
    return _group_extent(node) if isinstance(node, Group) else _path_extent(node)


def _group_extent(group: Group) -> skia.Rect | None:
    found = _extent(group.children)
    if found is None:
        return None
    if group.blur:
        found = found.makeOutset(3 * group.blur, 3 * group.blur)
    return found if group.matrix is None else skia_matrix(group.matrix).mapRect(found)


def _path_extent(node: Shape) -> skia.Rect | None:
    if node.path.isInverseFillType():
        return None
    half = node.stroke.width / 2 + 1 if node.stroke is not None else 1.0
    box: skia.Rect = node.path.getBounds()
    return box.makeOutset(half, half)


def _paint_shape(canvas: skia.Canvas, shape: Shape) -> None:
    stroke = shape.stroke
    if stroke is not None and stroke.paint == shape.fill and stroke.opacity == shape.opacity == 1:
        canvas.drawPath(shape.path, _grown_paint(stroke))
        return
    if shape.fill is not None:
        canvas.drawPath(shape.path, area_paint(shape.fill, shape.opacity))
    if stroke is not None:
        canvas.drawPath(shape.path, _stroke_paint(stroke))


def _paint_grained(canvas: skia.Canvas, children: tuple[Node, ...], grain: Grain) -> None:
    """The children on a bare canvas, so that nothing else takes the grain."""
    with _bare(canvas) as pixels:
        for child in children:
            paint_node(canvas, child)
        lay_grain(pixels, grain, _scale(canvas))


def _paint_rimmed(canvas: skia.Canvas, rimmed: Rimmed) -> None:
    """The node on a bare canvas, so that its silhouette is known when its edge is laid under."""
    with _bare(canvas) as pixels:
        paint_node(canvas, rimmed.node)
        lay_edge_under(pixels, rimmed.width * _scale(canvas), rgb_of(rimmed.colour))


@contextmanager
def _bare(canvas: skia.Canvas) -> Iterator[Pixels]:
    """The canvas's pixels, all clear; what they showed before is laid under what is painted meanwhile."""
    whole = skia.Pixmap()
    canvas.peekPixels(whole)
    pixels: Pixels = np.array(whole, copy=False)
    before = pixels.copy()
    pixels[:] = 0
    yield pixels
    lay_under(pixels, before)


def _scale(canvas: skia.Canvas) -> float:
    """Pixels of one unit, on the mean."""
    at = canvas.getTotalMatrix()
    return math.sqrt(abs(at.getScaleX() * at.getScaleY() - at.getSkewX() * at.getSkewY()))


@lru_cache(maxsize=512)
def skia_matrix(matrix: Matrix) -> skia.Matrix:
    """The same map for Skia; nobody changes it."""
    return skia.Matrix.MakeAll(matrix.a, matrix.c, matrix.e, matrix.b, matrix.d, matrix.f, 0, 0, 1)


@lru_cache(maxsize=1024)
def _stroke_paint(stroke: Stroke) -> skia.Paint:
    """What a line is painted with; nobody changes it."""
    paint = skia.Paint(area_paint(stroke.paint, stroke.opacity))
    paint.setStyle(skia.Paint.kStroke_Style)
    paint.setStrokeWidth(stroke.width)
    paint.setStrokeCap(skia.Paint.kRound_Cap)
    paint.setStrokeJoin(skia.Paint.kRound_Join)
    return paint


@lru_cache(maxsize=1024)
def _grown_paint(stroke: Stroke) -> skia.Paint:
    """What an area and a line of one colour are painted with at once; nobody changes it."""
    paint = skia.Paint(_stroke_paint(stroke))
    paint.setStyle(skia.Paint.kStrokeAndFill_Style)
    return paint


@lru_cache(maxsize=1024)
def area_paint(paint: Paint, opacity: float) -> skia.Paint:
    """What an area is painted with; nobody changes it."""
    if isinstance(paint, str):
        return skia.Paint(Color=skia_colour(paint, opacity), AntiAlias=True)
    stops = [skia_colour(stop.colour, stop.opacity) for stop in paint.stops]
    places = [stop.at for stop in paint.stops]
    if isinstance(paint, Linear):
        ends = [skia.Point(*paint.start), skia.Point(*paint.end)]
        beyond = skia.TileMode.kRepeat if paint.repeats else skia.TileMode.kClamp
        shader = skia.GradientShader.MakeLinear(ends, stops, places, beyond)
    else:
        shader = skia.GradientShader.MakeRadial(skia.Point(*paint.centre), paint.radius, stops, places)
    return skia.Paint(Shader=shader, Alphaf=opacity, AntiAlias=True, Dither=True)  # undithered costs twice as much


@cache
def skia_colour(colour: str, opacity: float = 1.0) -> int:
    """Skia's 32-bit colour."""
    return int(skia.Color(*rgb_of(colour), round(255 * opacity)))
