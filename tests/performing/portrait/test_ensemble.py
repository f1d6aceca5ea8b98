"""Faces performed apart come together, whatever their masks share."""

from __future__ import annotations

import numpy as np

from pyojeong.media import Image
from pyojeong.performing.portrait.ensemble import together
from pyojeong.performing.portrait.performer import Performance
from pyojeong.rig import Expression

PHOTO = Image(np.full((8, 10, 3), 100, np.uint8))


def act(changed: tuple[slice, slice], level: int, box_xyxy: tuple[int, int, int, int]) -> Performance:
    """A performance whose mask is all of its box, although it changes only ``changed``."""
    pixels = PHOTO.pixels.copy()
    pixels[changed] = level
    left, top, right, bottom = box_xyxy
    return Performance(PHOTO.with_pixels(pixels), box_xyxy, np.ones((bottom - top, right - left), bool))


def test_each_gives_what_it_changed_and_the_later_counts_where_both_did() -> None:
    one = act(np.s_[2:5, 1:5], 10, (0, 1, 7, 7))
    other = act(np.s_[4:6, 4:8], 20, (3, 2, 9, 8))
    both = together(PHOTO, [one, other]).pixels[..., 0]
    assert (both[2:4, 1:5] == 10).all() and (both[4, 1:4] == 10).all()
    assert (both[4:6, 4:8] == 20).all()
    assert (both == 100).sum() == 80 - 12 - 8 + 1


def test_nobody_acting_is_the_photo_itself() -> None:
    rest = Performance(PHOTO, (0, 0, 0, 0), np.zeros((0, 0), bool))
    assert together(PHOTO, []) is PHOTO
    assert together(PHOTO, [rest, rest]) is PHOTO


def test_the_performances_are_left_as_they_were() -> None:
    one, other = act(np.s_[0:2, 0:2], 10, (0, 0, 3, 3)), act(np.s_[5:7, 5:7], 20, (4, 4, 8, 8))
    together(PHOTO, [one, other])
    assert one.image.pixels[5, 5, 0] == 100 and PHOTO.pixels.min() == 100


def test_eyes_and_mouth_performed_apart_are_both_there(studio) -> None:
    photo, performer = studio.portrait().image, studio.performer()
    blink, open_mouth = (
        performer.performance(Expression(dict.fromkeys(names, 1.0)))
        for names in (("eyeBlinkLeft", "eyeBlinkRight"), ("jawOpen",))
    )
    both = together(photo, [blink, open_mouth]).pixels
    for alone in (open_mouth, blink):
        changed = (np.abs(alone.image.pixels.astype(int) - photo.pixels) > 40).any(axis=2)
        assert changed.sum() > 100
        assert (both[changed] == alone.image.pixels[changed]).all(axis=1).mean() > 0.99
