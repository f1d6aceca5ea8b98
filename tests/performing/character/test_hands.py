import numpy as np
import pytest
import skia

from pyojeong.performing.character.acting import Hand
from pyojeong.performing.character.hands import UPRIGHT, Family, glyph, hand_at


def cells(path: skia.Path) -> np.ndarray:
    """Which of 80×80 cells over [-2.5, 2.5]² a hand of palm radius 1 covers."""
    pixels = np.zeros((80, 80, 4), np.uint8)
    with skia.Surface(pixels) as canvas:
        canvas.scale(16, 16)
        canvas.translate(2.5, 2.5)
        canvas.drawPath(path, skia.Paint(Color=skia.ColorBLACK))
    return pixels[..., 3] > 127


def whole(hand: Hand, family: Family) -> np.ndarray:
    drawn = glyph(hand, family)
    return np.logical_or.reduce([cells(path) for path in (drawn.outline, *drawn.over)])


@pytest.mark.parametrize("family", Family)
def test_every_hand_is_another_shape(family):
    shapes = {hand: whole(hand, family) for hand in Hand}
    for one in Hand:
        for other in Hand:
            if one is not other:
                same_lines = len(glyph(one, family).lines) == len(glyph(other, family).lines)
                differing = (shapes[one] ^ shapes[other]).sum() / shapes[one].sum()
                assert differing > 0.06 or not same_lines, (one, other)


@pytest.mark.parametrize("family", Family)
@pytest.mark.parametrize("hand", (Hand.THUMB, Hand.POINT))
def test_a_single_raised_finger_stands_at_the_inner_side_with_folded_fingers_marked_beside_it(hand, family):
    raised = np.argwhere(whole(hand, family)[: round(1.35 * 16)])
    assert len(raised)
    middle = raised[:, 1].mean() / 16 - 2.5
    assert middle < -0.25
    assert len(glyph(hand, family).lines) >= 2
    assert all(line.getBounds().centerX() > 0 for line in glyph(hand, family).lines)


@pytest.mark.parametrize("family", Family)
def test_ok_has_a_hole_and_two_fingers_make_a_valley(family):
    ring = whole(Hand.OK, family)
    assert not ring[round((2.5 - 0.72) * 16), round((2.5 - 0.66) * 16)]
    row = whole(Hand.TWO, family)[round((2.5 - 1.45) * 16)]
    assert np.diff(np.flatnonzero(row)).max() > 2


def test_fingers_are_longer_than_paws():
    for hand in (Hand.OPEN, Hand.POINT, Hand.TWO, Hand.STOP):
        paw, fingers = (glyph(hand, family).outline.getBounds().height() for family in (Family.MITTEN, Family.FINGERS))
        assert fingers > 1.1 * paw, hand


@pytest.mark.parametrize("hand", Hand)
def test_the_two_sides_mirror_one_another(hand):
    left = hand_at(hand, Family.FINGERS, (0, 0), 1, side=1, forearm_degrees=20, turn_degrees=15)
    right = hand_at(hand, Family.FINGERS, (0, 0), 1, side=-1, forearm_degrees=-20, turn_degrees=15)
    assert (cells(left.outline) ^ cells(right.outline)[:, ::-1]).mean() < 0.02


def test_hands_follow_the_forearm_unless_they_mean_something_only_upright():
    for hand in Hand:
        still = hand_at(hand, Family.MITTEN, (0, 0), 1, side=1, forearm_degrees=0, turn_degrees=0)
        leaning = hand_at(hand, Family.MITTEN, (0, 0), 1, side=1, forearm_degrees=80, turn_degrees=0)
        moved = still.outline.getBounds() != leaning.outline.getBounds()
        assert moved == (hand not in UPRIGHT), hand


def test_pinched_fingers_hold_a_heart():
    assert glyph(Hand.PINCH_HEART, Family.MITTEN).heart is not None
    assert all(glyph(hand, Family.MITTEN).heart is None for hand in Hand if hand is not Hand.PINCH_HEART)
