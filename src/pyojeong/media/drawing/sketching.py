"""Drawings painted for a glance: where which colour lies, in a tenth of the time."""

from __future__ import annotations

import numpy as np
import skia

from pyojeong.media.drawing.nodes import Drawing, Group, Node, Rimmed, Shape
from pyojeong.media.drawing.painting import area_paint, skia_matrix
from pyojeong.media.drawing.surfaces import surface_on
from pyojeong.media.image import Pixels

_FAINT = 0.2
"""Areas that show less are left out: shadows of sheets."""


def sketched(drawing: Drawing, width_px: int) -> Pixels:
    """Areas alone, without lines, blurs, edges and grain: RGBA, ``width_px`` wide, multiplied alpha."""
    scale = width_px / drawing.size_wh[0]
    pixels: Pixels = np.zeros((round(drawing.size_wh[1] * scale), width_px, 4), np.uint8)
    with surface_on(pixels) as canvas:
        canvas.scale(scale, scale)
        _sketch(canvas, drawing.root, 1.0)
    return pixels


def _sketch(canvas: skia.Canvas, node: Node, shown: float) -> None:
    if isinstance(node, Shape):
        if node.fill is not None and node.opacity * shown >= _FAINT:
            canvas.drawPath(node.path, area_paint(node.fill, node.opacity * shown))
    elif isinstance(node, Rimmed):
        _sketch(canvas, node.node, shown)
    elif isinstance(node, Group) and not node.blur:
        count = canvas.save()
        if node.matrix is not None:
            canvas.concat(skia_matrix(node.matrix))
        if node.clip is not None:
            canvas.clipPath(node.clip)
        for child in node.children:
            _sketch(canvas, child, shown * node.opacity)
        canvas.restoreToCount(count)
