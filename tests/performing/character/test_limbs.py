import math
from itertools import pairwise

import pytest

from pyojeong.performing.character.acting import Legs
from pyojeong.performing.character.build import Build, leg_length
from pyojeong.performing.character.figure import GROUND, Frame
from pyojeong.performing.character.legs import legs
from pyojeong.performing.character.limbs import bones

BUILD = Build(head=Frame((180, 160), (112, 96)), body=Frame((180, 269), (57, 50)), leg=32)
ANGLES = [math.radians(degrees) for degrees in range(0, 360, 15)]


@pytest.mark.parametrize("side", (-1, 1))
@pytest.mark.parametrize("angle", ANGLES)
def test_a_hand_reaches_what_its_bones_reach_and_both_bones_keep_their_length(side, angle):
    wanted = 100 + 50 * math.cos(angle), 100 + 50 * math.sin(angle)
    arm = bones((100, 100), wanted, (36, 30), side=side, bend=1.0)
    assert arm.hand == pytest.approx(wanted)
    straightened = math.dist(arm.shoulder, arm.elbow) + math.dist(arm.elbow, arm.hand)
    assert 50 - 1e-6 <= straightened <= 66 + 1e-6


def test_a_hand_out_of_reach_stops_on_the_way_to_its_goal():
    arm = bones((0, 0), (300, 400), (30, 20), side=1, bend=1.0)
    assert arm.hand == pytest.approx((30, 40))
    assert bones((0, 0), (300, 400), (30, 20), side=1, bend=1.0, stretch=2).hand == pytest.approx((60, 80))


@pytest.mark.parametrize("hand", ((110, 160), (110, 40)), ids=("hanging", "raised"))
def test_a_bent_elbow_goes_outward_and_a_negative_bend_goes_inward(hand):
    middle = (100 + hand[0]) / 2
    assert bones((100, 100), hand, (40, 40), side=1, bend=0.8).elbow[0] > middle + 5
    assert bones((100, 100), hand, (40, 40), side=1, bend=-0.8).elbow[0] < middle - 5


def test_right_arms_mirror_left_ones():
    left = bones((20, 0), (60, -30), (40, 40), side=1, bend=0.6)
    right = bones((-20, 0), (-60, -30), (40, 40), side=-1, bend=0.6)
    assert right.elbow == pytest.approx((-left.elbow[0], left.elbow[1]))
    assert right.degrees == pytest.approx(-left.degrees)


def test_an_elbow_never_jumps_while_a_hand_circles_its_shoulder():
    steps = [math.radians(degrees / 2) for degrees in range(720)]
    elbows = [
        bones((0, 0), (50 * math.cos(a), 50 * math.sin(a)), (36, 30), side=1, bend=1.0).elbow
        for a in (*steps, steps[0])
    ]
    assert max(math.dist(a, b) for a, b in pairwise(elbows)) < 3.0


@pytest.mark.parametrize("kind", Legs)
def test_feet_stand_on_the_ground_and_never_under_it(kind):
    for leg in legs(kind, BUILD):
        assert leg.foot.computeTightBounds().bottom() <= GROUND + 4


@pytest.mark.parametrize("kind", (Legs.STAND, Legs.WIDE, Legs.KNOCK, Legs.TIPTOE, Legs.JUMP, Legs.SIT))
def test_legs_that_are_alike_mirror_one_another(kind):
    right, left = (leg.foot.computeTightBounds() for leg in legs(kind, BUILD))
    assert 360 - right.left() == pytest.approx(left.right(), abs=0.1)


def test_every_kind_of_legs_is_another_picture():
    kinds = {kind: tuple(tuple(leg.foot.computeTightBounds()) for leg in legs(kind, BUILD)) for kind in Legs}
    assert len(set(kinds.values())) == len(Legs)


def test_a_leg_reaches_from_the_body_to_the_ground():
    assert leg_length(BUILD) == pytest.approx(GROUND - (269 + 36))
