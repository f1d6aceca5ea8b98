"""The dog: ears that fly, a tongue that is out, a tail in three places."""

import pytest

from pyojeong.emotion import Emotion
from pyojeong.performing.character.acting import Acting, Arm, Hand, Legs, Mark, Pose
from pyojeong.performing.character.acts import act_for, act_of
from pyojeong.performing.character.acts.faces import face, rest
from pyojeong.performing.character.build import posture
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.animals import Cast
from pyojeong.performing.character.designs.dog import DOG
from pyojeong.performing.character.designs.dog_face import _tongue, ear_paths, layout, style
from pyojeong.performing.character.designs.dog_parts import build, tail_nodes
from pyojeong.performing.character.layout import places
from pyojeong.performing.character.looks import looks_of


def cast(acting: Acting, **chosen: str | float) -> Cast:
    choices = Choices(DOG.space, chosen)
    return Cast(DOG.pen(choices, 0), choices, acting, looks_of(acting.expression))


@pytest.mark.parametrize("ears", ("floppy", "spaniel", "button", "prick"))
def test_ears_rise_from_hanging_to_flying(ears: str) -> None:
    shown = cast(Acting(), ears=ears)
    head = build(shown.choices).head
    tops = [ear_paths(shown, head, stand=stand)[1].computeTightBounds() for stand in (-1.0, 0.0, 1.0)]
    lows = [box.bottom() for box in tops]
    assert lows[0] > lows[2] or tops[2].top() < tops[0].top() - 5
    left, right = (path.computeTightBounds() for path in ear_paths(shown, head, stand=0.5))
    assert left.centerX() + right.centerX() == pytest.approx(2 * head.centre[0], abs=1.0)


def test_the_tongue_is_out_at_rest_and_in_joy_but_not_in_sorrow() -> None:
    def drawn(acting: Acting) -> int:
        shown = cast(acting)
        where = places(posture(build(shown.choices), acting), layout(shown.choices))
        return sum(len(_tongue(shown, where, style(shown.choices), under=under)) for under in (True, False))

    assert drawn(Acting(rest())) > 0 and drawn(Acting(face(Emotion.JOY, 1.0, jawOpen=0.6))) > 0
    assert drawn(Acting(face(Emotion.SADNESS, 1.0))) == 0 == drawn(Acting(face(Emotion.FEAR, 1.0)))


def test_joy_wags_the_tail_into_three_places() -> None:
    body = build(Choices(DOG.space, {})).body
    still, wagging = (tail_nodes(cast(acting), body, 0.5)[0] for acting in (Acting(), Acting(face(Emotion.JOY, 1.0))))
    assert len(wagging) > len(still) + 2


def test_it_throws_itself_into_what_others_lean_to() -> None:
    leaning = Acting(pose=Pose(lean_degrees=5.0, lift=0.1, left=Arm((1.0, 0.2), hand=Hand.POINT)))
    acted = DOG.temper(leaning).pose
    assert acted.lean_degrees > 7 and acted.lift > 0.1
    assert acted.left.hand is Hand.OPEN
    assert DOG.temper(Acting(face(Emotion.JOY, 1.0))).pose.legs is Legs.WIDE
    assert DOG.temper(Acting(marks={Mark.VEIN: 0.5})).marks == {Mark.PUFF: 0.5}


def test_bowing_it_keeps_its_paws_off_its_eyes() -> None:
    bowed = DOG.temper(Acting(pose=Pose(bow=0.8))).pose
    assert bowed.left == bowed.right != Arm()
    assert abs(bowed.left.at[0]) > 1


def test_strong_emotions_and_moments_of_love_are_gags_of_its_own() -> None:
    played = {act_for(e, 1.0, design=DOG).key.gag for e in Emotion} - {""}
    assert len(played) >= 4 and played <= DOG.gags.keys()
    assert act_of("gift", design=DOG).key.gag == "fetch"
    assert set(DOG.own_acts.values()) == set(DOG.gags)
