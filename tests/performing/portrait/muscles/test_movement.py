from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from pyojeong.emotion import Emotion
from pyojeong.performing.portrait.muscles.deform import displacement
from pyojeong.performing.portrait.muscles.movement import movement_for
from pyojeong.performing.portrait.stage import FaceTraits, Undo
from pyojeong.rig.compose import prototype
from pyojeong.rig.expression import Expression
from pyojeong.rig.names import ARKIT_NAMES

SERIOUS = FaceTraits(0.02, 4.9, (-0.09, -0.09), 0.0, (0.9, 0.9), (2.7, 2.7), (1.35, 1.35), (1.54, 1.54))
LAUGHING = replace(SERIOUS, mouth_gap_cm=1.2, mouth_width_cm=6.6, corner_lift_cm=(0.7, 0.6), smile=1.1)
SHOWN_BY_LAYERS = {n for n in ARKIT_NAMES if n.startswith("eyeLook")} | {"tongueOut"}
SMILE = Expression({"mouthSmileLeft": 0.9, "mouthSmileRight": 0.9})


@pytest.mark.parametrize("traits", [SERIOUS, LAUGHING])
def test_nothing_wanted_is_nothing_done(traits: FaceTraits) -> None:
    assert movement_for(Expression(), traits).resting
    assert not movement_for(Expression(blush=0.1), traits).resting


@pytest.mark.parametrize("name", sorted(set(ARKIT_NAMES) - SHOWN_BY_LAYERS))
def test_every_coefficient_moves_the_face(mesh, open_mesh, name: str) -> None:
    subject = open_mesh if name == "mouthClose" else mesh
    moved = displacement(subject, movement_for(Expression({name: 1.0}), subject.traits))
    assert np.abs(moved).max() > 0.15


def test_gaze_tongue_blush_and_turn_reach_the_layers() -> None:
    wanted = Expression({"eyeLookOutLeft": 1.0, "eyeLookInRight": 1.0, "tongueOut": 0.5}, roll_degrees=20, blush=0.4)
    movement = movement_for(wanted, SERIOUS)
    assert movement.gaze_left_cm[0] > 0.3 and movement.gaze_right_cm[0] > 0.3
    assert (movement.tongue_out, movement.blush, movement.turn.roll_degrees) == (0.5, 0.4, 8.0)


def test_a_smile_that_is_there_is_not_added_again() -> None:
    new, more = movement_for(SMILE, SERIOUS).pair("mouthSmile"), movement_for(SMILE, LAUGHING).pair("mouthSmile")
    assert new[0] > 0.9 and more == (0.0, 0.0)
    assert movement_for(SMILE, LAUGHING).mouth_close == 0


def test_a_wink_keeps_the_smile_and_a_frown_takes_it() -> None:
    wink = movement_for(Expression({"eyeBlinkLeft": 1.0}), LAUGHING)
    sad = movement_for(prototype(Emotion.SADNESS), LAUGHING)
    assert (wink.undo, wink.mouth_close, wink.smile) == (0.0, 0.0, LAUGHING.smile)
    assert sad.undo == 1.0 and sad.mouth_close == 1.0 and sad.smile == 0.0
    assert sad.pair("cornerOut")[0] == pytest.approx(-(6.6 - 4.9) / 2)


def test_undoing_runs_ahead_of_the_new_expression() -> None:
    shares = [movement_for(prototype(Emotion.SADNESS, k), LAUGHING).undo for k in (0.2, 0.5, 0.7, 1.0)]
    assert shares == sorted(shares) and shares[1] > 0.6 and shares[2] == 1.0


def test_neutral_first_and_nothing_undone() -> None:
    neutral = movement_for(Expression(), LAUGHING, undo=Undo.ALL)
    assert neutral.mouth_close == 1.0 and neutral.pair("cornerUp")[0] < -0.6
    assert movement_for(prototype(Emotion.ANGER), LAUGHING, undo=Undo.NOTHING).undo == 0.0
    half = movement_for(Expression(), LAUGHING, undo=Undo.ALL, neutral_share=0.3)
    assert 0 < half.mouth_close < 1


def test_joy_raises_the_lower_lids_and_surprise_opens_a_round_mouth() -> None:
    assert movement_for(prototype(Emotion.JOY), SERIOUS).squint[0] > 0.5
    surprise = movement_for(prototype(Emotion.SURPRISE), SERIOUS)
    assert surprise.mouth_shape is not None and surprise.mouth_shape.down_cm > 1.2 and surprise.mouth_close == 0


@pytest.mark.parametrize("emotion", list(Emotion))
@pytest.mark.parametrize("traits", [SERIOUS, LAUGHING])
def test_a_hint_of_an_emotion_is_a_hint_of_movement(mesh, emotion: Emotion, traits: FaceTraits) -> None:
    steps = [
        displacement(replace(mesh, traits=traits), movement_for(prototype(emotion, k), traits))
        for k in np.linspace(0, 0.3, 16)
    ]
    assert np.abs(steps[0]).max() < 1e-9
    assert max(np.abs(b - a).max() for a, b in pairwise(steps)) < 0.16


def test_crying_brows_leave_a_smiling_mouth_alone() -> None:
    both = Expression({"browInnerUp": 1.0, "mouthSmileLeft": 0.6, "mouthSmileRight": 0.6})
    assert movement_for(both, LAUGHING).mouth_close == 0.0


def test_little_room_above_the_eye_limits_the_brow() -> None:
    low = replace(SERIOUS, lid_brow_cm=(0.8, 1.35))
    left, right = movement_for(Expression({"browInnerUp": 1.0}), low).pair("browInnerUp")
    assert left < 0.75 * right
