"""Told deeds as bodies, faces and partners show them."""

from __future__ import annotations

import dataclasses

import pytest

from pyojeong.emotion import Emotion
from pyojeong.performing.character import DESIGNS, Character, Legs
from pyojeong.performing.character.acting import Hand, Layer, Mark, Part, Pose
from pyojeong.performing.character.looks import Eye
from pyojeong.performing.film.acting import Moment
from pyojeong.performing.film.actors.bodies import Body
from pyojeong.performing.film.deeds import DEEDS, MUTUAL, TOUCHING, over
from pyojeong.performing.film.gesturing import Gestures
from pyojeong.performing.film.playing import Playing
from pyojeong.rig.compose import prototype
from pyojeong.rig.expression import Expression

from . import plays

SOME = ("chibi", "rabbit", "fox", "bear", "webtoon", "mochi")
RAISED = 0.1
OFF_THE_GROUND = (Legs.JUMP, Legs.KICK)


def moment(act: str, *, facing: float = 0.5, since: float = 0.8, emotion: Emotion = Emotion.JOY) -> Moment:
    felt = prototype(emotion, 0.5)
    face = over(felt, act, share=1.0, since=since)
    return Moment(
        face, settled=felt, emotion=emotion, strength=0.45, act=act, share=1.0, since=since, facing=facing, seconds=2.0
    )


def posed(act: str, design: str = "chibi", *, facing: float = 0.5) -> Pose:
    return Body(Character(design)).acting(moment(act, facing=facing)).pose


@pytest.mark.parametrize("design", SOME)
@pytest.mark.parametrize("act", ["hug", "offer"])
def test_both_hands_go_to_the_other_before_the_chest(act: str, design: str) -> None:
    right, left = posed(act, design), posed(act, design, facing=-0.5)
    for near, far in ((right.left, right.right), (left.right, left.left)):
        assert near.layer is far.layer is Layer.FRONT
        assert near.part is far.part is Part.BODY
        assert near.at[0] > 1.0  # beyond the body, on the other's side
        assert far.at[0] < -0.5  # across the chest
        assert max(abs(near.at[1]), abs(far.at[1])) < 0.4
    assert right.legs in (Legs.STAND, Legs.KNOCK)
    assert right.lift == 0.0
    assert right.lean_degrees > 0 > left.lean_degrees


@pytest.mark.parametrize("design", SOME)
def test_who_holds_something_has_both_hands_on_the_chest(design: str) -> None:
    for arm in (posed("cradle", design).left, posed("cradle", design).right):
        assert (arm.layer, arm.part) == (Layer.FRONT, Part.BODY)
        assert arm.at[0] < 0


def test_a_pat_a_pointing_finger_and_a_knock_are_on_the_other_s_side() -> None:
    for act, hand in (("pat", Hand.RELAXED), ("point", Hand.POINT), ("knock", Hand.FIST)):
        right, left = posed(act), posed(act, facing=-0.5)
        assert right.left.hand is left.right.hand is hand
        assert right.left.at[0] > 1.3 < left.right.at[0]
        assert right.left.at[1] < 0


def test_who_sleeps_sits_with_shut_eyes() -> None:
    asleep = moment("sleeping", emotion=Emotion.NEUTRAL)
    body = Body(Character("chibi"))
    assert asleep.expression["eyeBlinkLeft"] == 1.0
    assert body.looks(asleep).left_eye is Eye.SHUT
    assert body.acting(dataclasses.replace(asleep, since=2.0)).pose.legs is Legs.SIT
    assert set(body.acting(dataclasses.replace(asleep, since=2.0)).marks) == {Mark.SLEEP}


def test_legs_do_what_is_told() -> None:
    assert posed("run").legs in (Legs.WALK, Legs.STAND)  # it steps
    assert posed("run").lean_degrees > 5 > -5 > posed("run", facing=-0.5).lean_degrees
    body = Body(Character("chibi"))
    high = [body.acting(moment("leap", since=n / 20)).pose.lift for n in range(34)]
    assert max(high) > 0.05
    assert posed("fall").legs is posed("sit").legs is Legs.SIT
    assert posed("begging").legs is posed("kneel").legs is Legs.KNEEL
    assert posed("begging").left.hand is Hand.PRAY
    assert posed("bow").bow > 0.3


def test_who_runs_runs_on_and_who_bows_holds_still() -> None:
    body = Body(Character("chibi"))
    for act, moves in (("run", True), ("bow", False)):
        legs = {body.acting(moment(act, since=5.0 + n / 15)).pose.legs for n in range(16)}
        assert (len(legs) > 1) is moves


@pytest.mark.parametrize("act", ["singing", "sick", "sleeping", "begging", "bite"])
def test_no_microphone_in_a_tale_and_no_bed_on_the_road(act: str) -> None:
    assert not posed(act).prop
    assert not DEEDS[act].key.pose.prop


def test_who_eats_has_hands_at_the_mouth_and_who_shouts_opens_it() -> None:
    for arm in (posed("bite").left, posed("bite").right):
        assert (arm.part, arm.layer) == (Part.HEAD, Layer.FRONT)
        assert arm.at[0] < 0.4 < arm.at[1]
    assert moment("shout").expression["jawOpen"] > 0.5


@pytest.mark.parametrize("emotion", Emotion)
@pytest.mark.parametrize("design", DESIGNS)
def test_who_does_what_no_act_shows_stands_on_both_feet(design: str, emotion: Emotion) -> None:
    pose = Body(Character(design)).acting(moment("", emotion=emotion)).pose
    assert pose.legs not in OFF_THE_GROUND
    assert pose.lift < 0.01
    for arm in (pose.left, pose.right):
        assert arm.part is Part.BODY or arm.at[1] >= RAISED


def test_who_laughs_opens_the_mouth_in_bursts() -> None:
    jaws = [over(Expression(), "laugh", share=1.0, since=n / 60)["jawOpen"] for n in range(60)]
    assert min(jaws) < 0.2 < 0.5 < max(jaws)


def test_a_deed_comes_over_the_face_by_its_share_and_leaves_other_acts_alone() -> None:
    smile = prototype(Emotion.JOY, 0.6)
    half, whole = (over(smile, "sleeping", share=share, since=1.0) for share in (0.5, 1.0))
    assert half["eyeBlinkLeft"] == 0.5 < whole["eyeBlinkLeft"] == 1.0
    assert whole["mouthSmileLeft"] == smile["mouthSmileLeft"]
    assert over(smile, "dancing", share=1.0, since=1.0) == over(smile, "sleeping", share=0.0, since=1.0) == smile


def told(act: str):
    scene = plays.scene()
    line = dataclasses.replace(scene.turns[0], role="", act=act, partner="곰")
    return dataclasses.replace(scene, turns=(line,))


@pytest.mark.parametrize("act", sorted(TOUCHING))
def test_the_other_hugs_back_and_is_patted(act: str) -> None:
    scene = told(act)
    during = scene.turns[0].start + 1.0
    assert Gestures(scene, "아이").at(during).act == act
    assert Gestures(scene, "곰").at(during).act == (act if act in MUTUAL else "")


def test_both_shut_their_eyes_in_a_hug_on_whatever_face() -> None:
    scene = told("hug")
    playing, during = Playing(scene), scene.turns[0].start + 1.0
    for role, facing in (("아이", 0.5), ("곰", -0.5)):
        assert playing.moment(role, during, facing=facing).expression["eyeBlinkLeft"] > 0.9


def test_what_all_do_is_done_and_felt_by_all() -> None:
    scene = plays.scene()
    line = dataclasses.replace(scene.turns[0], role="", feels=None, act="laugh", together=True)
    told = dataclasses.replace(scene, turns=(line,))
    playing, during = Playing(told), line.start + 1.2
    for role in ("아이", "곰"):
        assert Gestures(told, role).at(during).act == "laugh"
        assert playing.moment(role, during).expression["mouthSmileLeft"] > 0.4
