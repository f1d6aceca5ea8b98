from __future__ import annotations

import numpy as np
import pytest

from pyojeong.media import Image
from pyojeong.performing.portrait import PortraitPerformer
from pyojeong.performing.portrait.stage import MouthShape, Movement
from pyojeong.rig import Expression

SURPRISED = Movement(jaw_open=1.0, mouth_shape=MouthShape(0.8, 0.5, 1.7, 0.6))


def mouth_box(shown, reach: float = 1.0) -> tuple[slice, slice]:
    (x0, y0), (x1, y1) = shown.at(-reach, -3.4), shown.at(reach, -6.4)
    return slice(min(y0, y1), max(y0, y1)), slice(min(x0, x1), max(x0, x1))


def test_an_opened_mouth_is_dark_inside_with_light_teeth_under_the_upper_lip(studio):
    shown = studio.portrait()
    picture = studio.performer().perform(Expression({"jawOpen": 0.5})).pixels.astype(float)
    inside = picture[mouth_box(shown, 0.8)]
    light = inside.mean(2)
    assert (light < 60).mean() > 0.15
    assert ((light > 110) & (np.ptp(inside, axis=2) < 60)).any()
    assert (shown.image.pixels[mouth_box(shown, 0.8)].mean(2) < 45).mean() < 0.05


def test_a_smile_shows_upper_teeth_and_no_second_row(studio):
    shown = studio.portrait()
    both = dict.fromkeys(("mouthSmileLeft", "mouthSmileRight", "mouthUpperUpLeft", "mouthUpperUpRight"), 0.8)
    picture = studio.performer().perform(Expression({**both, "jawOpen": 0.25})).pixels.astype(float)
    left, top = shown.at(0.25, -3.4)
    _, bottom = shown.at(0.25, -5.4)
    column = picture[top:bottom, left]
    pale = (column.mean(1) > 140) & (np.ptp(column, axis=1) < 55)
    starts = np.flatnonzero(np.diff(pale.astype(int)) == 1)
    assert pale.any() and len(starts) <= 1


def test_sealed_lips_leave_nothing_of_the_photographed_inside(studio):
    shown = studio.portrait(jaw_open=0.4)
    closed = studio.performer(jaw_open=0.4).moved(Movement(mouth_close=1.0, jaw_open=-0.3)).image.pixels.astype(float)
    lips = closed[mouth_box(shown, 1.2)]
    teeth = (lips.mean(2) > 200) & (np.ptp(lips, axis=2) < 40)
    assert not teeth.any()
    assert ((shown.image.pixels[mouth_box(shown, 1.2)].mean(2)) > 200).any()


def test_photographed_teeth_stay_while_the_lips_move_over_them(studio):
    shown = studio.portrait(jaw_open=0.5)
    moved = studio.performer(jaw_open=0.5).perform(Expression({"mouthSmileLeft": 0.6, "mouthSmileRight": 0.6}))
    column, row = shown.at(0.0, -4.35)
    before, after = (
        p[row - 2 : row + 3, column - 8 : column + 9].mean((0, 1)) for p in (shown.image.pixels, moved.pixels)
    )
    assert before.min() > 180
    assert np.abs(before.astype(float) - after).max() < 15


def test_a_tongue_put_out_covers_the_lower_lip(studio):
    shown = studio.portrait()
    picture = studio.performer().perform(Expression({"tongueOut": 1.0, "jawOpen": 0.4})).pixels.astype(int)
    column, row = shown.at(0.3, -6.0)
    red = picture[row, column]
    assert red[0] > 1.4 * red[1]


@pytest.mark.parametrize("yaw", [-25, 25])
def test_a_turned_head_keeps_its_teeth_between_its_lips(studio, yaw: int):
    shown = studio.portrait(yaw_degrees=yaw)
    picture = studio.performer(yaw_degrees=yaw).moved(SURPRISED).image.pixels.astype(float)
    (x0, y0), (x1, y1) = shown.at(-4.0, -3.2), shown.at(4.0, -6.5)
    near = slice(y0, y1), slice(min(x0, x1), max(x0, x1))
    dark = (picture[near].mean(2) < 50) & (shown.image.pixels[near].mean(2) > 70)
    columns = np.flatnonzero(dark.any(0)) + min(x0, x1)
    (a, _), (b, _) = shown.at(-2.5, -4.5), shown.at(2.5, -4.5)
    assert dark.sum() > 300
    assert min(a, b) - 10 <= columns.min() and columns.max() <= max(a, b) + 10


def test_teeth_drawn_in_a_face_lit_from_one_side_are_lit_from_there_too(studio):
    shown = studio.portrait()
    width = shown.image.pixels.shape[1]
    lamp = np.clip(0.8 - 0.12 * (np.arange(width) - width / 2) / 26, 0.3, 1.1)[None, :, None]
    photo = (shown.image.pixels * lamp).astype(np.uint8)
    both = dict.fromkeys(("mouthSmileLeft", "mouthSmileRight", "mouthUpperUpLeft", "mouthUpperUpRight"), 0.8)
    performer = PortraitPerformer(Image(photo), shown.face)
    picture = performer.perform(Expression({**both, "jawOpen": 0.25})).pixels.astype(float)
    light = []
    for x in (-1.2, 1.2):
        column, top = shown.at(x, -3.2)
        _, bottom = shown.at(x, -5.2)
        part = picture[top:bottom, column - 3 : column + 4]
        greyness = np.ptp(part, axis=2) / np.maximum(1, part.mean(2))
        light.append(np.percentile(part.mean(2)[greyness < 0.35], 90))
    assert light[0] > 1.15 * light[1]
