from dataclasses import replace

import pytest

from pyojeong.emotion import Emotion
from pyojeong.performing.portrait.muscles.movement import movement_for
from pyojeong.performing.portrait.muscles.undoing import brow_contradictions, brows_taken_back
from pyojeong.performing.portrait.stage import BrowPose, FaceTraits, Undo
from pyojeong.rig.compose import prototype
from pyojeong.rig.expression import Expression

RESTING = FaceTraits(0.02, 4.9, (-0.09, -0.09), 0.0, (0.9, 0.9), (2.7, 2.7), (1.35, 1.35), (1.54, 1.54))
WORRIED = replace(RESTING, brows=BrowPose(worry_cm=(0.3, 0.2)))
KNIT = replace(RESTING, eye_height_cm=(0.6, 0.9), brows=BrowPose(knit_cm=(0.4, 0.4)))
RAISED = replace(RESTING, eye_height_cm=(1.4, 0.9), brows=BrowPose(raised_cm=(0.4, 0.4)))
SHOUTING = replace(RESTING, mouth_gap_cm=4.0, mouth_width_cm=6.2, smile=0.4)


def test_a_smile_takes_worry_and_frown_out_of_the_brows() -> None:
    joy = prototype(Emotion.JOY)
    plain, sad = movement_for(joy, RESTING), movement_for(joy, WORRIED)
    assert sad.pair("browInnerUp")[0] < plain.pair("browInnerUp")[0] - 0.3
    assert sad.pair("browOuterUp")[0] > plain.pair("browOuterUp")[0]
    assert movement_for(joy, KNIT).pair("browDown")[0] < -0.4


def test_sadness_leaves_worried_brows_and_anger_knit_ones() -> None:
    assert brow_contradictions(prototype(Emotion.SADNESS), Undo.CONFLICTS, 1.0)[0] < 0.05
    assert brow_contradictions(prototype(Emotion.ANGER), Undo.CONFLICTS, 1.0)[1] < 0.05
    assert brow_contradictions(prototype(Emotion.SURPRISE), Undo.CONFLICTS, 1.0)[1] > 0.8


def test_raised_inner_brows_undo_a_scowl_and_its_lines() -> None:
    sad, angry = (movement_for(prototype(e), KNIT) for e in (Emotion.SADNESS, Emotion.ANGER))
    smooth = movement_for(prototype(Emotion.SADNESS), RESTING)
    assert sad.pair("browDown")[0] < smooth.pair("browDown")[0] - 0.2
    assert sad.unknit > 0.6 and angry.unknit == 0.0 and smooth.unknit == 0.0


@pytest.mark.parametrize("traits", [WORRIED, KNIT, RAISED])
def test_neutral_takes_every_brow_pose_back_in_part_and_nothing_none(traits: FaceTraits) -> None:
    neutral = movement_for(Expression(), traits, undo=Undo.ALL)
    assert sum(abs(v) for pair in neutral.activations.values() for v in pair) > 0.4
    assert movement_for(Expression(), traits, undo=Undo.NOTHING).resting
    half = brows_taken_back(traits.brows, (0.5, 0.5, 0.5))
    whole = brows_taken_back(traits.brows, (1.0, 1.0, 1.0))
    assert all(whole[stem][0] == pytest.approx(2 * half[stem][0]) for stem in whole)


def test_neutral_eyes_neither_stare_nor_scowl() -> None:
    staring, scowling = (movement_for(Expression(), traits, undo=Undo.ALL) for traits in (RAISED, KNIT))
    assert staring.blink[0] > 0.1 and staring.blink[1] == 0.0
    assert scowling.wide[0] > 0.1 and scowling.wide[1] == 0.0


def test_narrow_eyes_without_a_scowl_stay_narrow() -> None:
    narrow = replace(RESTING, eye_height_cm=(0.5, 0.5))
    assert movement_for(Expression(), narrow, undo=Undo.ALL).wide == (0.0, 0.0)


def test_a_shout_stays_open_in_surprise_and_closes_jaw_first_in_sadness() -> None:
    surprise, sadness = (movement_for(prototype(e), SHOUTING) for e in (Emotion.SURPRISE, Emotion.SADNESS))
    assert surprise.jaw_open == 0.0 and surprise.upper_cover == 0.0
    assert surprise.mouth_shape is None and "cornerOut" not in surprise.activations
    assert sadness.mouth_close == 1.0 and sadness.jaw_open < -0.9
    half = movement_for(prototype(Emotion.SADNESS, 0.4), SHOUTING)
    assert half.jaw_open / sadness.jaw_open > half.mouth_close


def test_a_shout_becomes_a_laugh_not_a_yell() -> None:
    joy = movement_for(prototype(Emotion.JOY), SHOUTING)
    assert 0.4 < joy.mouth_close < 0.8 and joy.jaw_open < -0.5
