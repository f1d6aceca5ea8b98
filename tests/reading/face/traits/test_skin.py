"""Skin under light from one side."""

from dataclasses import replace

import numpy as np
import pytest

from pyojeong.media.image import Image
from pyojeong.reading.face.choosing import find_faces
from pyojeong.reading.face.traits.colours import encoded, lab_of_rgb, linear, rgb_of
from pyojeong.reading.face.traits.frame import CROP_PX, FramedFace, framed
from pyojeong.reading.face.traits.remarks import Remark
from pyojeong.reading.face.traits.skin import light_remarks, measured_skin, sampled_skin

HAIR = np.zeros((CROP_PX, CROP_PX), bool)


@pytest.fixture(scope="module")
def crop(portrait: Image) -> FramedFace:
    return framed(portrait.rgb, find_faces(portrait)[0])


def shaded(face: FramedFace, depth: float) -> FramedFace:
    """Dark on the viewer's right by e^-depth, as it was on the left."""
    across = np.linspace(-1, 1, CROP_PX)[None, :, None]
    light = linear(face.rgb) * np.exp(-depth / (1 + np.exp(-8 * across)))
    return replace(face, rgb=np.uint8(np.clip(encoded(light), 0, 255)))


def lightness(face: FramedFace) -> float:
    skin = measured_skin(sampled_skin(face, HAIR), np.ones(3), ())
    return float(lab_of_rgb(rgb_of(skin.colour))[0])


def test_shade_on_one_side_hardly_darkens_the_skin(crop: FramedFace) -> None:
    sample = sampled_skin(shaded(crop, 1.8), HAIR)
    assert Remark.SIDE_LIGHT in light_remarks(sample)
    averaged = float(lab_of_rgb(np.asarray(encoded(sample.light)))[0])
    own, seen = lightness(crop), lightness(shaded(crop, 1.8))
    assert own - seen < 0.75 * (own - averaged)


def test_the_cheek_turned_to_the_light_is_never_the_darker_one(crop: FramedFace) -> None:
    for face in (crop, shaded(crop, 1.0), shaded(crop, 2.0)):
        sample = sampled_skin(face, HAIR)
        assert sample.turned.sum() >= 0.98 * sample.light.sum()


def test_colours_move_evenly_as_the_shade_deepens(crop: FramedFace) -> None:
    seen = [lightness(shaded(crop, depth)) for depth in np.arange(0.0, 2.2, 0.2)]
    assert max(abs(np.diff(seen))) < 4.0
