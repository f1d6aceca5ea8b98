import numpy as np
import pytest

from pyojeong.emotion import Emotion
from pyojeong.media.drawing.colours import contrast, rgb_of
from pyojeong.media.drawing.painting import painted
from pyojeong.performing.character import Acting, Character, Edge, Pose, choices_of, draw
from pyojeong.performing.character.acting import Arm, Part
from pyojeong.performing.character.acts import MOMENTS, act_for
from pyojeong.performing.character.acts.emotions import BANDS
from pyojeong.performing.character.acts.faces import face
from pyojeong.performing.character.designs.blocks import BLOCKS, STEPS
from pyojeong.performing.character.designs.blocks_parts import face_style, hand_colour
from pyojeong.performing.character.designs.blocks_shapes import HEADS, gear, head_path, polygon
from pyojeong.performing.character.designs.person_space import SKINS
from pyojeong.performing.character.figure import Frame
from pyojeong.performing.character.wear.people import HAIR_STYLES
from pyojeong.rig.expression import Expression
from pyojeong.rig.names import ARKIT_NAMES


def picture(acting, **chosen):
    drawn = draw(Character("blocks", chosen=chosen), acting, edge=Edge.NONE)
    return painted(drawn, 120, ground="#ffffff").pixels[..., :3].astype(int)


def differing(one, other):
    return (np.abs(one - other).sum(-1) > 60).mean()


@pytest.mark.parametrize("emotion", Emotion)
def test_it_feels_in_exact_steps(emotion):
    felt = BLOCKS.temper(Acting(expression=face(emotion, 0.83))).expression
    assert all((STEPS * value) % 1 == pytest.approx(0, abs=1e-9) for value in felt.coefficients.values())


def test_blocks_do_not_squash_and_their_head_rises_instead():
    pose = BLOCKS.temper(Acting(pose=Pose(squash=0.8, lean_degrees=7.0))).pose
    assert pose.squash == 1.0 and pose.head_shift[1] > 0.1 and pose.lean_degrees == 6.0
    assert BLOCKS.temper(Acting(pose=Pose(squash=1.2))).pose.head_shift[1] < -0.1


def test_elbows_are_straight_or_fully_bent_and_hands_beside_the_head_clear_its_corners():
    pose = BLOCKS.temper(
        Acting(pose=Pose(left=Arm((0.9, -1.0), Part.HEAD, bend=0.7), right=Arm((1.0, 0.2), bend=0.3)))
    ).pose
    assert pose.left.bend == 1.0 and pose.left.at[0] >= 1.25
    assert pose.right.bend == 0.0
    assert BLOCKS.temper(Acting()).pose.left == Arm()


def test_it_can_be_any_person():
    names = {option.name for option in BLOCKS.space["hair-style"].options}
    assert names >= {option.name for option in HAIR_STYLES}
    assert {"skin", "hair-colour", "beard", "beard-colour", "glasses", "face-width", "eye-size"} <= set(
        BLOCKS.space.names
    )


@pytest.mark.parametrize("skin", SKINS)
def test_brows_eyes_and_hands_are_told_from_every_skin(skin):
    choices = choices_of(Character("blocks", chosen={"skin": skin, "eyes": "dot"}))
    style = face_style(choices)
    assert contrast(style.brow_colour, skin) >= 2.0 and contrast(style.eye_colour, skin) >= 2.0
    apart = np.abs(np.subtract(rgb_of(hand_colour(BLOCKS.pen(choices, 0), choices)), rgb_of(skin))).sum()
    assert apart > 45


def test_own_acts_are_known_names_and_every_gag_is_played():
    assert BLOCKS.own_acts.keys() <= MOMENTS.keys() | {act.name for pair in BANDS.values() for act in pair}
    played = {act if isinstance(act, str) else act.key.gag for act in BLOCKS.own_acts.values()} - {""}
    assert played == set(BLOCKS.gags)


def test_the_statement_it_prints_has_another_total_for_joy_than_for_disgust():
    joy, disgust = (
        picture(Acting(expression=face(emotion, 0.9), gag="receipt")) for emotion in (Emotion.JOY, Emotion.DISGUST)
    )
    assert differing(joy[96:, 48:72], disgust[96:, 48:72]) > 0.05


def test_the_bar_counts_through_the_cycle():
    assert differing(picture(Acting(gag="loading")), picture(Acting(gag="loading", phase=0.9))) > 0.003


@pytest.mark.parametrize("kind", [option.name for option in HEADS])
def test_heads_hold_their_face_and_are_symmetric(kind):
    path = head_path(kind, Frame((100, 100), (50, 40)), 0.4)
    box = path.computeTightBounds()
    assert box.centerX() == pytest.approx(100, abs=0.5)
    assert path.contains(100, 110) and path.contains(75, 110) and path.contains(125, 110)


def test_corners_are_cut_no_farther_than_half_a_side():
    square = [(0, 0), (10, 0), (10, 10), (0, 10)]
    assert polygon(square, 99).contains(5, 5) and not polygon(square, 99).contains(0.5, 0.5)
    assert polygon(square, 0.1).contains(0.5, 0.5)


def test_a_gear_has_a_hole():
    wheel = gear((50, 50), 30, 8, 0)
    assert not wheel.contains(50, 50) and wheel.contains(50 + 18, 50)


@pytest.mark.parametrize("emotion", Emotion)
def test_both_bands_are_other_pictures(emotion):
    soft, strong = (act_for(emotion, share, design=BLOCKS).key for share in (0.4, 1.0))
    assert differing(picture(soft), picture(strong)) > 0.05


def test_a_resting_face_has_no_halftones():
    assert (
        BLOCKS.temper(Acting(expression=Expression({"mouthSmileLeft": 0.4 / STEPS}))).expression["mouthSmileLeft"] == 0
    )


def test_every_movement_of_a_face_shows():
    still = picture(Acting())
    seen = {name: differing(picture(Acting(expression=Expression({name: 1.0}))), still) for name in ARKIT_NAMES}
    assert [name for name, share in seen.items() if not share] == []
