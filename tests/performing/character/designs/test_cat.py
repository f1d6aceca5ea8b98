"""The cat: lazy paws, a talking tail, lines that show on dark fur."""

import pytest

from pyojeong.emotion import Emotion
from pyojeong.media.drawing.colours import contrast
from pyojeong.performing.character.acting import Acting, Arm, Legs, Mark, Pose
from pyojeong.performing.character.acts import act_for, act_of
from pyojeong.performing.character.acts.faces import face
from pyojeong.performing.character.acts.stances import CHEST
from pyojeong.performing.character.build import posture
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.animals import Cast
from pyojeong.performing.character.designs.cat import CAT
from pyojeong.performing.character.designs.cat_face import _seen
from pyojeong.performing.character.designs.cat_moods import _talking_tail
from pyojeong.performing.character.designs.cat_parts import SEATED, build, tail_area
from pyojeong.performing.character.figure import GROUND
from pyojeong.performing.character.looks import looks_of
from pyojeong.performing.character.marks.spots import area_cells

REST = Choices(CAT.space, {})


def cast(acting: Acting, **chosen: str) -> Cast:
    choices = Choices(CAT.space, chosen)
    return Cast(CAT.pen(choices, 0), choices, acting, looks_of(acting.expression))


def test_a_sitting_cat_answers_with_one_paw_and_smiles_on_one_side() -> None:
    acted = CAT.temper(Acting(face(Emotion.JOY, 0.6), Pose(left=CHEST, right=CHEST)))
    assert acted.pose.left == CHEST and acted.pose.right == Arm()
    assert acted.expression["mouthSmileRight"] < 0.7 * acted.expression["mouthSmileLeft"]


def test_ears_lie_back_in_anger_and_the_tail_rises_with_joy() -> None:
    angry, glad, sad = (CAT.temper(Acting(face(e, 1.0))).pose for e in (Emotion.ANGER, Emotion.JOY, Emotion.SADNESS))
    assert angry.ears < -0.5 < glad.ears
    assert glad.tail > 0.5 > 0 > sad.tail


def test_nothing_that_is_beneath_it_is_shown() -> None:
    assert CAT.temper(Acting(marks={Mark.CONFETTI: 0.8})).marks == {Mark.NOTE: 0.8}
    turned = CAT.temper(Acting(marks={Mark.BLUSH: 0.8, Mark.PUFF: 0.5}, gag="back"))
    assert set(turned.marks) == {Mark.PUFF}


@pytest.mark.parametrize("legs", Legs)
@pytest.mark.parametrize("length", (0.78, 1.0, 1.12))
def test_a_seated_cat_sits_on_the_ground(legs: Legs, length: float) -> None:
    choices = Choices(CAT.space, {"length": length})
    stood = posture(build(choices, legs), Acting(pose=Pose(legs=legs)))
    bottom = stood.body.centre[1] + stood.body.half_size[1]
    if legs in SEATED:
        assert GROUND - 12 < bottom <= GROUND
    assert bottom <= GROUND + 2


def test_the_tail_says_something_else_for_every_mood() -> None:
    moods = [Acting()] + [Acting(face(e, 1.0)) for e in (Emotion.JOY, Emotion.SADNESS, Emotion.ANGER, Emotion.FEAR)]
    boxes = [_talking_tail(cast(mood)).computeTightBounds() for mood in moods]
    sizes = {(round(b.width()), round(b.height())) for b in boxes}
    assert len(sizes) == len(moods)


def test_a_fluffed_tail_is_broader() -> None:
    body = build(REST).body
    slim, fluffed = (area_cells(tail_area(REST, body, 1.0, fluffed=is_so)).sum() for is_so in (False, True))
    assert fluffed > 1.5 * slim


@pytest.mark.parametrize("markings", ("cow", "tuxedo", "socks", "solid"))
def test_lines_of_the_face_show_on_every_coat(markings: str) -> None:
    shown = cast(Acting(), markings=markings)
    dark = {"tuxedo": (-1, 1), "socks": (-1, 1), "cow": (1,), "solid": ()}[markings]
    for side in (-1, 1):
        fur = shown.choices.colour("patch" if side in dark else "fur")
        assert contrast(_seen(shown, side).ink, fur) > 2.2


def test_strong_emotions_and_idle_moments_are_gags_of_its_own() -> None:
    played = {act_for(e, 1.0, design=CAT).key.gag for e in Emotion} - {""}
    assert len(played) >= 5 and played <= CAT.gags.keys()
    assert act_of("no", design=CAT).key.gag == "push"
    assert set(CAT.own_acts.values()) <= CAT.gags.keys()
