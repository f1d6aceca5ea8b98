from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest

from pyojeong.reading.face.traits.frame import CROP_PX, framed, oval, px_a_cm
from pyojeong.reading.face.traits.hair_mask import hair_mask
from pyojeong.reading.face.traits.hair_shape import (
    below_eyes_cm,
    curl,
    enough_hair,
    fringe,
    length_class,
    measured_hair,
    outline,
    parting,
)
from pyojeong.reading.face.traits.hair_styles import HAIR_STYLES, likeliest_styles, style_features
from pyojeong.reading.face.traits.parts import RAYS, HairLength, Parting


@pytest.fixture
def head(portrait, known_face):
    """The face, everything around it seen."""
    face = framed(portrait.rgb, known_face)
    return replace(face, seen=np.ones_like(face.seen))


def cap(head, radius_cm: float, down_cm: float = 0.0):
    """Hair drawn as a disc around the face's centre down to ``down_cm`` below it, the face left out."""
    drawn = np.zeros((CROP_PX, CROP_PX), np.uint8)
    x, y = head.centre
    cv2.circle(drawn, (round(x), round(y)), round(radius_cm * px_a_cm()), 1, -1)
    drawn[round(y + down_cm * px_a_cm()) :] = 0
    return (drawn > 0) & ~oval(head)


def test_the_outline_is_the_radius_that_was_drawn(head):
    radii, seen = outline(head, cap(head, 13.0, 30.0))
    assert seen.all()
    assert radii * 6.65 == pytest.approx(np.full(RAYS, 13.0), abs=0.3)


def test_the_outline_starts_on_top_and_goes_clockwise(head):
    mask = cap(head, 12.0)
    mask[:, : CROP_PX // 2] = False
    radii, _ = outline(head, mask)
    assert radii[9 - 3] > radii[27 + 3] + 0.3


def test_rays_that_the_border_cuts_are_told_and_bridged(head):
    top = round(head.points[10, 1])
    rows = np.arange(CROP_PX)[:, None] >= top - 4
    cut = replace(head, seen=np.broadcast_to(rows, head.seen.shape).copy())
    mask = cap(head, 12.5, 5.0) & cut.seen
    radii, seen = outline(cut, mask)
    assert not seen[[34, 35, 0, 1, 2]].any() and seen[18]
    assert radii[0] > outline(head, mask)[0][0] + 0.2


@pytest.mark.parametrize(
    ("down_cm", "length"),
    [(1.0, HairLength.SHORT), (4.5, HairLength.CHIN), (7.5, HairLength.SHOULDER), (12.0, HairLength.LONG)],
)
def test_hair_that_comes_further_down_is_longer(head, down_cm, length):
    mask = cap(head, 17.0, down_cm)
    assert length_class(below_eyes_cm(head, mask), present=True) is length


def test_no_hair_is_no_hair(head):
    none = np.zeros((CROP_PX, CROP_PX), bool)
    assert not enough_hair(none)
    assert fringe(head, none) == (0.0, 0.0, 0.0)
    assert length_class(below_eyes_cm(head, none), present=False) is HairLength.NONE
    assert next(iter(styles_of(head, none))) in ("bald", "buzz", "receding")


def test_a_fringe_is_told_on_the_side_it_lies(head):
    top, brow = head.points[10, 1], head.points[105, 1]
    mask = np.zeros((CROP_PX, CROP_PX), bool)
    mask[round(top) : round(brow), : round(head.points[168, 0])] = True
    left, middle, right = fringe(head, mask)
    assert left > 0.9 > middle > 0.1 > right
    assert parting((left, middle, right)) is Parting.RIGHT


def test_strands_of_one_direction_are_straighter_than_a_crowd(head):
    mask = cap(head, 14.0, 30.0)
    stripes = np.repeat((np.arange(CROP_PX) % 6 < 3)[None] * 120, CROP_PX, 0)
    noise = cv2.GaussianBlur(np.random.default_rng(0).normal(60, 90, (CROP_PX, CROP_PX)), (0, 0), 1.2)
    straight, curly = (
        curl(replace(head, rgb=np.repeat(np.clip(m, 0, 255).astype(np.uint8)[:, :, None], 3, 2)), mask)
        for m in (stripes, noise)
    )
    assert straight < 0.1 < 0.4 < curly


def styles_of(head, mask):
    radii, _ = outline(head, mask)
    return likeliest_styles(style_features(measured_hair(head, mask, radii), fringe(head, mask), radii, mask))


LONG = {"bob", "bob-fringe", "medium", "long-straight", "long-fringe", "long-wavy", "long-curly"}


def test_a_cap_of_hair_is_a_short_style_and_hair_to_the_chest_a_long_one(head):
    short, long = styles_of(head, cap(head, 13.0, -4.0)), styles_of(head, cap(head, 13.0, 12.0))
    assert not LONG & {next(iter(short))} and next(iter(long)) in LONG
    for shares in (short, long):
        assert len(shares) == 3 and set(shares) <= set(HAIR_STYLES)
        assert sum(shares.values()) == pytest.approx(1)
        assert list(shares.values()) == sorted(shares.values(), reverse=True)


def test_a_head_and_its_mirror_image_have_the_same_style(head):
    mask = cap(head, 13.0, 2.0)
    mask[:, : CROP_PX // 3] = False
    radii, _ = outline(head, mask)
    features = [
        style_features(measured_hair(head, mask, radii), told, turned, one)
        for told, turned, one in (
            ((0.1, 0.2, 0.6), radii, mask),
            ((0.6, 0.2, 0.1), radii[-np.arange(RAYS) % RAYS], mask[:, ::-1]),
        )
    ]
    assert features[0] == pytest.approx(features[1])


def test_specks_are_dropped():
    share = np.zeros((CROP_PX, CROP_PX), np.float32)
    share[20:120, 60:200] = 1
    share[200:204, 10:14] = 1
    mask = hair_mask(share)
    assert mask[50, 100] and not mask[201, 11]
    assert not hair_mask(np.zeros((CROP_PX, CROP_PX), np.float32)).any()
