"""What is painted over clear pixels comes out in its own colour, however little of it shows."""

import numpy as np
import pytest
import skia

from pyojeong.media.drawing.surfaces import straight, surface_on


@pytest.mark.parametrize("opacity", [1, 30, 128, 254, 255])
def test_paint_keeps_its_colour_at_every_opacity(opacity: int) -> None:
    pixels = np.zeros((4, 4, 4), np.uint8)
    with surface_on(pixels) as canvas:
        canvas.drawPaint(skia.Paint(Color=skia.Color(200, 100, 50, opacity)))
    multiplied = pixels[0, 0].astype(int).tolist()
    assert np.abs(np.array(multiplied[:3]) * 255 - np.array([200, 100, 50]) * opacity).max() <= 255
    step = 255 / opacity
    assert np.abs(straight(pixels)[0, 0, :3].astype(int) - [200, 100, 50]).max() <= step
    assert pixels[0, 0, 3] == opacity


def test_paint_over_paint_meets_as_light_does() -> None:
    pixels = np.zeros((1, 1, 4), np.uint8)
    with surface_on(pixels) as canvas:
        for colour in (skia.Color(255, 0, 0, 128), skia.Color(0, 0, 255, 128)):
            canvas.drawPaint(skia.Paint(Color=colour))
    red, green, blue, alpha = straight(pixels)[0, 0].tolist()
    assert alpha == pytest.approx(192, abs=1)
    assert (red, green, blue) == pytest.approx((85, 0, 170), abs=2)  # a quarter of red shows through half of blue


def test_clear_and_opaque_pixels_stay_as_they_are() -> None:
    pixels = np.array([[[9, 8, 7, 0], [9, 8, 7, 255]]], np.uint8)
    assert straight(pixels.copy()).tolist() == pixels.tolist()
