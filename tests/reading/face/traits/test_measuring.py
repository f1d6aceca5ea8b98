from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest

from pyojeong.media import Image
from pyojeong.reading.face.finding import FaceFinder
from pyojeong.reading.face.traits.colours import difference, lab_of_rgb, rgb_of
from pyojeong.reading.face.traits.measuring import measure_traits
from pyojeong.reading.face.traits.parts import BeardKind, GlassesKind, HairLength
from pyojeong.reading.face.traits.remarks import Remark


def far(one: str, other: str) -> float:
    return difference(lab_of_rgb(rgb_of(one)), lab_of_rgb(rgb_of(other)))


def relit(image: Image, gains) -> Image:
    return Image(np.clip(image.rgb * np.asarray(gains), 0, 255).astype(np.uint8))


def test_a_known_portrait(known_traits):
    """Brown hair, no glasses, no beard, a smile, light skin."""
    assert known_traits.hair.present and known_traits.hair.length is not HairLength.NONE
    assert far(known_traits.hair.colour, "#4a3428") < 25
    assert known_traits.glasses.kind is GlassesKind.NONE and known_traits.glasses.certainty > 0.8
    assert known_traits.beard.kind in (BeardKind.NONE, BeardKind.STUBBLE)
    assert known_traits.expression["mouthSmileLeft"] > 0.5
    assert far(known_traits.skin.colour, "#d3a08a") < 18
    assert known_traits.skin.certainty > 0.6
    assert max(abs(z) for z in known_traits.shape.z.values()) < 4


def test_a_smaller_photo_gives_nearly_the_same(portrait, known_face, known_traits):
    small = cv2.resize(portrait.rgb, None, fx=0.6, fy=0.6, interpolation=cv2.INTER_AREA)
    again = measure_traits(Image(small), known_face.scaled(0.6))
    assert far(again.skin.colour, known_traits.skin.colour) < 3
    assert far(again.hair.colour, known_traits.hair.colour) < 5
    assert np.array(again.hair.outline) == pytest.approx(np.array(known_traits.hair.outline), abs=0.35)
    assert np.mean(np.abs(np.subtract(again.hair.outline, known_traits.hair.outline))) < 0.05
    assert dict(again.shape.z) == pytest.approx(dict(known_traits.shape.z), abs=0.2)


def test_a_mirrored_photo_gives_mirrored_hair(portrait, known_traits):
    mirrored = Image(np.ascontiguousarray(portrait.rgb[:, ::-1]))
    again = measure_traits(mirrored, FaceFinder().find(mirrored)[0])
    turned = np.roll(np.array(again.hair.outline)[::-1], 1)
    assert np.mean(np.abs(turned - known_traits.hair.outline)) < 0.12
    assert again.hair.length is known_traits.hair.length


def test_warm_light_is_partly_taken_away(portrait, known_face, known_traits):
    warm = measure_traits(relit(portrait, (1.0, 0.85, 0.62)), known_face)
    assert far(warm.skin.colour, known_traits.skin.colour) < far(
        warm.skin.as_photographed, known_traits.skin.as_photographed
    )


def test_a_dark_photo_says_so_and_is_not_made_light(portrait, known_face, known_traits):
    dark = measure_traits(relit(portrait, 0.25), known_face)
    assert Remark.DARK in dark.remarks and Remark.DARK not in known_traits.remarks
    assert dark.skin.certainty < known_traits.skin.certainty
    assert lab_of_rgb(rgb_of(dark.skin.colour))[0] < 45


def test_a_black_and_white_photo_says_that_colours_are_unknown(portrait, known_face, known_traits):
    grey = cv2.cvtColor(portrait.rgb, cv2.COLOR_RGB2GRAY)
    traits = measure_traits(Image(np.repeat(grey[:, :, None], 3, 2)), known_face)
    assert Remark.NO_COLOUR in traits.remarks
    assert traits.eyes.iris is None
    assert traits.skin.certainty < 0.3 < known_traits.skin.certainty


def shifted(face, down: float):
    left, up, right, low = face.box_xyxy
    return replace(
        face, landmarks=face.landmarks + np.array([0, down, 0]), box_xyxy=(left, up + down, right, low + down)
    )


def test_a_cut_crown_is_told_and_lowers_certainty(portrait, known_face):
    """Her hair reaches the picture's top: with ground above it the crown is whole."""
    top = int(known_face.landmarks[10, 1])
    with_ground = cv2.copyMakeBorder(portrait.rgb, 60, 0, 0, 0, cv2.BORDER_CONSTANT, value=(150, 160, 190))
    whole = measure_traits(Image(with_ground), shifted(known_face, 60))
    cut = measure_traits(Image(np.ascontiguousarray(portrait.rgb[top:])), shifted(known_face, -top))
    assert Remark.CROWN_CUT in cut.remarks and Remark.CROWN_CUT not in whole.remarks
    assert cut.hair.certainty < whole.hair.certainty
    assert not any(cut.hair.outline_seen[k] for k in (35, 0, 1)) and all(whole.hair.outline_seen[k] for k in (35, 0, 1))


def test_one_sided_light_is_told(portrait, known_face):
    middle = known_face.landmarks[4, 0]
    ramp = np.where(np.arange(portrait.size_wh[0]) < middle, 1.0, 0.45)[None, :, None]
    assert Remark.SIDE_LIGHT in measure_traits(relit(portrait, ramp), known_face).remarks


def test_transparent_pictures_are_laid_on_white(portrait, known_face, known_traits):
    opaque = np.dstack([portrait.rgb, np.full(portrait.rgb.shape[:2], 255, np.uint8)])
    assert measure_traits(Image(opaque), known_face).skin == known_traits.skin
