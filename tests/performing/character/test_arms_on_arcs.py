"""Arms that come up from rest."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import pytest

from pyojeong.performing.character import Acting, Arm, Pose
from pyojeong.performing.character.acts.stances import CHEEK, CHEST, HIGH, HIP, NAPE, OUT
from pyojeong.performing.character.build import Build, posture
from pyojeong.performing.character.figure import Frame

BUILD = Build(Frame((180, 120), (80, 70)), Frame((180, 250), (50, 60)))


def hand(arm, share):
    return posture(BUILD, Acting(pose=Pose(left=replace(arm, share=share)))).arms.left.bones.hand


@pytest.mark.parametrize("arm", [HIGH, CHEEK, CHEST, HIP, NAPE, OUT])
def test_an_arm_leaves_its_rest_and_arrives_without_a_jump(arm):
    places = [hand(arm, n / 50) for n in range(51)]
    resting = posture(BUILD, Acting()).arms.left.bones.hand
    assert math.dist(places[0], resting) < 0.01
    assert math.dist(places[-1], posture(BUILD, Acting(pose=Pose(left=arm))).arms.left.bones.hand) < 0.01
    assert max(math.dist(a, b) for a, b in itertools.pairwise(places)) < 12


def test_a_raised_arm_swings_outside_the_body():
    middle = hand(HIGH, 0.5)
    assert middle[0] > max(hand(HIGH, 0.0)[0], 180 + 50)


def test_the_hand_changes_in_the_middle():
    def glyph(share):
        return posture(BUILD, Acting(pose=Pose(left=replace(HIGH, share=share)))).arms.left.arm.hand

    assert [glyph(share) for share in (0.2, 0.49, 0.51, 1.0)] == [Arm().hand, Arm().hand, HIGH.hand, HIGH.hand]


def test_an_arm_cannot_come_further_than_a_swing_beyond():
    with pytest.raises(ValueError, match="share"):
        Arm(share=1.5)
