"""Shapes and strokes: things stand where they are placed, clips hold and end, the canvas is as before."""

from __future__ import annotations

import numpy as np
import skia

from pyojeong.performing.film.sets.brushes import fading, flat, within, without
from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.shapes import band, box, placed, whole

SIDE = 40


def painted(how: str) -> np.ndarray:
    """Alpha of a black square over all, drawn ``how``; then one of red in the corner that nothing clips any more."""
    pixels = np.zeros((SIDE, SIDE, 4), np.uint8)
    surface = skia.Surface(pixels, colorType=skia.kRGBA_8888_ColorType)
    canvas = surface.getCanvas()
    with (within if how == "within" else without)(canvas, box(10, 10, 30, 30)):
        flat(canvas, box(0, 0, SIDE, SIDE), "#000000")
    flat(canvas, box(0, 0, 4, 4), "#ff0000")
    surface.flushAndSubmit()
    return pixels


def test_within_keeps_inside_and_without_outside() -> None:
    inner, outer = painted("within"), painted("without")
    assert inner[20, 20, 3] == 255 and inner[35, 20, 3] == 0
    assert outer[20, 20, 3] == 0 and outer[35, 20, 3] == 255
    assert inner[2, 2, 0] == 255 and outer[2, 2, 0] == 255


def test_fading_goes_from_one_alpha_to_the_other() -> None:
    pixels = np.zeros((SIDE, SIDE, 4), np.uint8)
    surface = skia.Surface(pixels, colorType=skia.kRGBA_8888_ColorType)
    fading(surface.getCanvas(), box(0, 0, SIDE, SIDE), "#000000", 0.8, 0.2)
    surface.flushAndSubmit()
    column = pixels[:, 20, 3].astype(float) / 255
    assert abs(column[0] - 0.8) < 0.03 and abs(column[-1] - 0.2) < 0.03
    assert (np.diff(column) <= 0.01).all()


def test_a_negative_width_mirrors() -> None:
    right, left = (placed(5, 5, wide, 10, ((0, 0), (1, 0.5))) for wide in (4, -4))
    assert right == [(5, 5), (9, 0)] and left == [(5, 5), (1, 0)]


def test_bands_reach_beyond_both_sides() -> None:
    layout = Layout.of((1280, 720))
    for path in (band(layout, 10, 20), whole(layout)):
        bounds = path.getBounds()
        assert bounds.left() < layout.left and bounds.right() > layout.right
    assert whole(layout).getBounds().top() < layout.top
