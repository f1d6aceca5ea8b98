"""Somebody's photo on stage: NASA's portrait of Eileen Collins, which the package shows its pages with."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import skia

import pyojeong
from pyojeong.errors import PyojeongError
from pyojeong.media import Face
from pyojeong.media.image import Image
from pyojeong.media.opening import open_image
from pyojeong.performing.film.acting import Moment
from pyojeong.performing.film.actors.bust import bust_of
from pyojeong.performing.film.actors.photo import PhotoActor
from pyojeong.performing.film.sources import PhotoSource
from pyojeong.performing.film.stamping import stamp_for
from pyojeong.reading.face.finding import FaceFinder
from pyojeong.rig.expression import Expression
from pyojeong.rig.mouth import Mouth

SAMPLE = Path(str(pyojeong.__file__)).parent / "interfaces" / "samples" / "astronaut.jpg"
OPEN = Moment(mouth=Mouth(jaw=0.8), voice=1.0)
SHUT = Moment(mouth=Mouth(jaw=0.8, close=1.0), voice=1.0)


@pytest.fixture(scope="module")
def sitter():
    image = open_image(SAMPLE)
    return image, FaceFinder().find(image)[0]


@pytest.fixture(scope="module")
def actor(sitter):
    return PhotoActor.opened(PhotoSource(SAMPLE, sitter[1]))


def shown(actor, moment, height_px=400.0):
    pixels = np.zeros((420, 560, 4), np.uint8)
    surface = skia.Surface(pixels, colorType=skia.kRGBA_8888_ColorType, alphaType=skia.kPremul_AlphaType)
    canvas = surface.getCanvas()
    canvas.translate(40.5, 20.25)
    actor.paint(canvas, moment, height_px=height_px)
    surface.flushAndSubmit()
    return pixels.astype(int)


def test_it_speaks_with_its_mouth_alone(actor):
    changed = np.abs(shown(actor, OPEN) - shown(actor, SHUT)).sum(-1) > 24
    rows, columns = np.flatnonzero(changed.any(1)), np.flatnonzero(changed.any(0))
    middle = actor.build.face_centre[1] * 400 + 20
    assert changed.sum() > 300
    assert rows.min() > middle - 40
    assert rows.max() < middle + actor.build.face_size[1] * 400 + 40
    assert np.ptp(columns) < 2.4 * actor.build.face_size[0] * 400


def test_shut_lips_are_shut_whatever_the_jaw_does(actor):
    calm = Moment(mouth=Mouth(close=1.0), voice=1.0)
    assert np.array_equal(shown(actor, SHUT), shown(actor, calm))


def test_the_order_of_frames_does_not_matter(sitter, actor):
    turned = replace(OPEN, expression=Expression(yaw_degrees=8.0, roll_degrees=3.0))
    before = shown(actor, turned)
    shown(actor, SHUT)
    assert np.array_equal(before, shown(PhotoActor(*sitter), turned))


def test_the_head_turns_and_shoulders_stay(actor):
    still, turned = (shown(actor, replace(SHUT, expression=Expression(roll_degrees=d))) for d in (0.0, 8.0))
    away = np.abs(still - turned).sum(-1) > 24
    assert away[:200].mean() > 5 * away[380:].mean()


def test_around_the_cut_out_person_is_a_white_rim_and_nothing(sitter):
    bust = bust_of(*sitter, 210.0)
    assert bust.whole[2, 2].max() < 40  # a corner: no more than a shadow
    edge = (bust.person == 0) & (bust.whole[..., 3] == 255)
    assert edge.sum() > 500
    assert bust.whole[edge][:, :3].mean() > 235


def test_a_photo_of_nobody_is_told(sitter):
    nobody = Image(np.full((400, 400, 3), 140, np.uint8))
    face = sitter[1]
    placed = Face((150.0, 120.0, 240.0, 230.0), face.landmarks - [30.0, -50.0, 0.0], face.pose)
    with pytest.raises(PyojeongError) as told:
        PhotoActor(nobody, placed)
    assert told.value.kind == "no-person"


def test_the_label_is_in_the_upper_right_corner():
    pixels = np.zeros((360, 640, 4), np.uint8)
    surface = skia.Surface(pixels, colorType=skia.kRGBA_8888_ColorType, alphaType=skia.kPremul_AlphaType)
    stamp_for((640, 360))(surface.getCanvas())
    surface.flushAndSubmit()
    rows, columns = np.nonzero(pixels[..., 3])
    assert rows.max() < 50
    assert columns.min() > 520
    assert columns.max() < 640
