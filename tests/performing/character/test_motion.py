"""Motions: loops around a key pose, with anticipation, squash and landing."""

from __future__ import annotations

from itertools import pairwise

import pytest

from pyojeong.performing.character.acting import Acting, Arm, Hand, Legs, Mark, Part, Pose
from pyojeong.performing.character.acts import motions
from pyojeong.performing.character.motion import Channel, Motion, Switch, Track
from pyojeong.rig import Expression
from pyojeong.rig.timeline import Easing

EVERY = [value for value in vars(motions).values() if isinstance(value, Motion)]
UP = Arm((1.0, -0.8), Part.HEAD, hand=Hand.OPEN)
KEY = Acting(Expression({"jawOpen": 0.5}), Pose(UP, UP, legs=Legs.JUMP, lift=0.2, bow=0.8), {Mark.HEART: 0.8})


@pytest.mark.parametrize("motion", EVERY, ids=lambda motion: motion.name)
def test_a_motion_begins_at_the_key_and_returns_to_it(motion: Motion) -> None:
    assert motion.at(KEY, 0.0) == KEY
    assert motion.at(KEY, 1.0) == KEY
    near = motion.at(KEY, 0.999).pose
    assert near.squash == pytest.approx(KEY.pose.squash, abs=0.02)
    assert near.left.at == pytest.approx(UP.at, abs=0.06)


@pytest.mark.parametrize("motion", EVERY, ids=lambda motion: motion.name)
def test_a_motion_moves_something_without_a_leap(motion: Motion) -> None:
    poses = [motion.at(KEY, n / 48).pose for n in range(49)]
    assert len({(p.squash, p.lean_degrees, p.shift, p.turn, p.left.at, p.right.at, p.lift, p.bow) for p in poses}) > 4
    for before, after in pairwise(poses):
        assert abs(after.squash - before.squash) < 0.12
        assert abs(after.lift - before.lift) < 0.12


def test_a_jump_crouches_stretches_flies_and_lands() -> None:
    squash = {n: motions.JUMP.at(KEY, n / 100).pose for n in range(100)}
    land = min(range(15, 35), key=lambda n: squash[n].squash)
    crouch = min(range(50, 70), key=lambda n: squash[n].squash)
    launch = max(range(66, 85), key=lambda n: squash[n].squash)
    assert squash[land].squash < 0.85 and squash[land].lift == 0
    assert squash[crouch].squash < 0.85
    assert squash[launch].squash > 1.1
    assert land < crouch < launch
    assert squash[40].legs is Legs.STAND and squash[90].legs is Legs.JUMP


def test_the_face_lags_behind_the_body_in_a_jump() -> None:
    assert motions.JUMP.at(KEY, 0.22).pose.turn[1] > 0.2
    assert motions.JUMP.at(KEY, 0.74).pose.turn[1] < -0.2


def test_marks_pop_in_a_quarter_too_large() -> None:
    strengths = [motions.WAVE.at(KEY, n / 100).marks.get(Mark.HEART, 0.0) for n in range(100)]
    assert 0.0 in strengths
    assert max(strengths) == pytest.approx(1.0)
    assert strengths[0] == pytest.approx(0.8)


def test_states_of_the_face_do_not_pop() -> None:
    key = Acting(marks={Mark.FLUSH: 0.8, Mark.STREAM: 0.8})
    assert all(motions.WAVE.at(key, n / 20).marks == key.marks for n in range(20))


def test_a_blink_shuts_the_eyes_for_a_moment_in_one_frame() -> None:
    motion = Motion("blink", blinks=(0.5,))
    assert motion.at(KEY, 0.5).expression["eyeBlinkLeft"] == 0
    assert motion.at(KEY, 0.53).expression["eyeBlinkLeft"] == 1
    assert motion.at(KEY, 0.58).expression["eyeBlinkLeft"] == 0
    acted = Acting(eyes="star")
    assert motion.at(acted, 0.53).expression == acted.expression


def test_resting_arms_stay_at_rest() -> None:
    key = Acting()
    assert all(motions.STOMP.at(key, n / 10).pose.left == Arm() for n in range(10))


def test_a_switch_changes_kinds_at_once_and_never_the_first_frame() -> None:
    motion = Motion("switch", switches=(Switch(0.5, 0.75, eyes="star", legs=Legs.SIT, mirrored=True),))
    key = Acting(pose=Pose(left=UP))
    changed = motion.at(key, 0.5)
    assert (changed.eyes, changed.pose.legs, changed.pose.right) == ("star", Legs.SIT, UP)
    assert motion.at(key, 0.75).eyes is None
    with pytest.raises(ValueError, match="phase 0"):
        Switch(0.0, 0.5)


def test_two_motions_at_once() -> None:
    both = motions.NOD.with_(motions.SWAY)
    acting = both.at(KEY, 0.25)
    assert acting.pose.lean_degrees == pytest.approx(motions.SWAY.at(KEY, 0.25).pose.lean_degrees)
    assert acting.pose.head_shift == motions.NOD.at(KEY, 0.25).pose.head_shift


def test_more_of_a_motion_is_larger_and_still_a_loop() -> None:
    more = motions.SWAY.scaled(2.0)
    assert more.at(KEY, 0.25).pose.lean_degrees == pytest.approx(2 * motions.SWAY.at(KEY, 0.25).pose.lean_degrees)
    assert more.at(KEY, 0.0) == KEY


@pytest.mark.parametrize(
    "keys",
    [
        ((0, 0.0, Easing.EASE), (0.5, 1.0, Easing.EASE)),
        ((0, 0.0, Easing.EASE), (1, 1.0, Easing.EASE)),
        ((0, 0.0, Easing.EASE), (0.7, 1.0, Easing.EASE), (0.4, 1.0, Easing.EASE), (1, 0.0, Easing.EASE)),
    ],
)
def test_a_track_that_is_no_loop_is_refused(keys: tuple[tuple[float, float, Easing], ...]) -> None:
    with pytest.raises(ValueError, match=r"keys|begin and end"):
        Track(Channel.LIFT, keys)
