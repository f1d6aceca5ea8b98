from __future__ import annotations

import cv2
import numpy as np
import pytest

from pyojeong.performing.portrait.drawing.palette import LUMA, palette_of


def test_the_palette_reads_skin_and_lips(studio):
    shown, mesh = studio.portrait(), studio.performer().scene.mesh
    palette = palette_of(shown.image.rgb, mesh, grey=False)
    assert np.allclose(palette.skin, (205, 165, 140), atol=8)
    assert palette.lips[0] - palette.lips[1] > 50
    assert palette.tone is None and np.array_equal(palette.toned(palette.skin), palette.skin)


def test_dark_photos_are_drawn_into_darkly(studio):
    shown, mesh = studio.portrait(), studio.performer().scene.mesh
    night = (shown.image.rgb * 0.3).astype(np.uint8)
    bright, dark = (palette_of(p, mesh, grey=False).exposure for p in (shown.image.rgb, night))
    assert dark < 0.5 * bright


@pytest.mark.parametrize("tint", [(1.0, 1.0, 1.0), (1.0, 0.88, 0.7)])
def test_what_is_drawn_into_a_one_toned_photo_takes_its_tone(studio, tint: tuple[float, float, float]):
    shown, mesh = studio.portrait(), studio.performer().scene.mesh
    grey = cv2.cvtColor(shown.image.rgb, cv2.COLOR_RGB2GRAY)[..., None]
    palette = palette_of((grey * np.array(tint)).astype(np.uint8), mesh, grey=False)
    red = palette.toned(np.array([[200.0, 60.0, 60.0]], np.float32))[0]
    expected = np.array(tint) / (np.array(tint) @ LUMA)
    assert np.allclose(red / (red @ LUMA), expected, atol=0.04)


def test_a_photo_said_to_be_grey_gets_grey(studio):
    palette = palette_of(studio.portrait().image.rgb, studio.performer().scene.mesh, grey=True)
    assert np.ptp(palette.toned(np.array([[200.0, 60.0, 60.0]], np.float32))) < 1e-3
