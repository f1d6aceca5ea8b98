"""The rabbit: its ears do what its arms cannot, and its temper turns."""

import math

import pytest

from pyojeong.emotion import Emotion
from pyojeong.media.drawing.colours import contrast
from pyojeong.media.drawing.paths import along
from pyojeong.performing.character.acting import Acting, Arm, Hand, Mark, Pose
from pyojeong.performing.character.acts import act_for
from pyojeong.performing.character.acts.faces import face, rest
from pyojeong.performing.character.acts.stances import BELLY, CHEEK, HELLO, HIGH, MOUTH, OUT, THUMB_UP
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.animals import Cast
from pyojeong.performing.character.designs.rabbit import RABBIT
from pyojeong.performing.character.designs.rabbit_parts import build, ear_nodes, ears_of, left_to_arms, resting
from pyojeong.performing.character.looks import looks_of


def cast(pose: Pose, **chosen: str | float) -> Cast:
    choices = Choices(RABBIT.space, chosen)
    acting = Acting(pose=pose)
    return Cast(RABBIT.pen(choices, 0), choices, acting, looks_of(acting.expression))


@pytest.mark.parametrize("arm", (CHEEK, MOUTH, HELLO, THUMB_UP))
def test_an_ear_reaches_what_an_arm_was_asked_for_at_the_head(arm: Arm) -> None:
    shown = cast(Pose(left=arm))
    head = build(shown.choices).head
    right, left = ears_of(shown, head)
    assert math.dist(left.tip, head.at(*arm.at)) < 1.0
    assert left.hand is arm.hand and right.hand is Hand.RELAXED
    assert left_to_arms(shown.acting.pose) == (Arm(), Arm())


def test_raised_ears_rise_over_the_head_and_far_gestures_are_theirs_too() -> None:
    head = build(Choices(RABBIT.space, {})).head
    _, high = ears_of(cast(Pose(left=HIGH)), head)
    assert high.tip[1] < head.at(0, -1.4)[1]
    _, out = ears_of(cast(Pose(left=OUT)), head)
    assert out.tip[0] > head.at(1.4, 0)[0]


def test_arms_keep_what_is_near_the_body_and_what_they_hold() -> None:
    assert left_to_arms(Pose(left=BELLY)) == (Arm(), BELLY)
    assert left_to_arms(Pose(left=HELLO, prop="phone"))[1] == HELLO


def test_an_ear_at_the_face_keeps_off_the_eyes() -> None:
    shown = cast(Pose(left=MOUTH, right=MOUTH))
    head = build(shown.choices).head
    for ear in ears_of(shown, head):
        for (x, y), _ in along(ear.line, 30):
            assert math.dist((x, y), head.at(0.46 * ear.side, 0.2)) > 0.2 * head.half_size[0]


def test_ears_hang_rest_and_stand() -> None:
    head = build(Choices(RABBIT.space, {})).head
    tips = [along(resting(cast(Pose(ears=stand)), head, 1), 1)[-1][0][1] for stand in (-1.0, 0.0, 1.0)]
    assert tips[0] > tips[1] + 80 and tips[1] > tips[2] + 20


def test_a_hand_makes_the_ears_tip_larger() -> None:
    head = build(Choices(RABBIT.space, {})).head
    plain, thumb = (
        ear_nodes(shown, ears_of(shown, head)[1])[1].computeTightBounds()
        for shown in (cast(Pose(left=Arm((1.3, 0.5), CHEEK.part))), cast(Pose(left=THUMB_UP)))
    )
    assert thumb.height() != pytest.approx(plain.height(), abs=2.0)


def test_it_is_shy_until_it_is_angry() -> None:
    shy = RABBIT.temper(Acting(face(Emotion.JOY, 0.6)))
    assert Mark.BLUSH in shy.marks and shy.pose.turn[0] < 0
    angry = RABBIT.temper(Acting(face(Emotion.ANGER, 1.0)))
    assert Mark.BLUSH not in angry.marks
    calm = Acting(rest())
    assert RABBIT.temper(calm).expression == calm.expression


def test_strong_emotions_are_done_with_the_ears() -> None:
    played = {e: act_for(e, 1.0, design=RABBIT).key.gag for e in Emotion}
    assert played[Emotion.ANGER] == "rage" and played[Emotion.SADNESS] == "wring"
    assert set(RABBIT.own_acts.values()) == set(RABBIT.gags)


@pytest.mark.parametrize("fur", ("#101010", "#6b2f4c", "#ffffff"))
def test_its_lines_show_on_every_fur(fur: str) -> None:
    pen = RABBIT.pen(Choices(RABBIT.space, {"fur": fur}), 0)
    assert contrast(pen.ink, fur) > 2.1
