"""Speech and feeling share one face and leave each other's channels alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pyojeong.emotion import Emotion
from pyojeong.performing.character.signs import opening
from pyojeong.rig.compose import prototype
from pyojeong.rig.expression import Expression
from pyojeong.rig.mouth import Mouth
from pyojeong.rig.speaking import SPOKEN_CHANNELS, speaking

PART = st.floats(0.0, 1.0)
MOUTHS = st.builds(Mouth, jaw=PART, pucker=PART, funnel=PART, stretch=PART, upper=PART, lower=PART, press=PART)
FEELINGS = st.sampled_from(list(Emotion))


@given(MOUTHS, FEELINGS, PART)
def test_brows_and_eyes_are_the_feelings_own(mouth: Mouth, emotion: Emotion, strength: float) -> None:
    face = prototype(emotion, strength)
    said = speaking(face, mouth, emotion=emotion, strength=strength)
    for name in face:
        if name.startswith(("brow", "eye", "cheekSquint", "nose")):
            assert said[name] == face[name]
    assert (said.yaw_degrees, said.pitch_degrees, said.blush) == (face.yaw_degrees, face.pitch_degrees, face.blush)


@given(FEELINGS, PART, st.floats(0.0, 1.0), PART)
def test_shut_lips_are_shut_in_every_feeling(emotion: Emotion, strength: float, jaw: float, lip: float) -> None:
    mouth = Mouth(jaw=jaw, upper=lip, lower=lip, funnel=lip, close=1.0, press=0.3)
    said = speaking(prototype(emotion, strength), mouth, emotion=emotion, strength=strength)
    assert opening(said) == 0.0
    assert said["jawOpen"] == said["mouthFunnel"] == said["mouthClose"] == said["mouthLowerDownLeft"] == 0.0


@given(FEELINGS, PART)
def test_no_feeling_seals_an_open_mouth(emotion: Emotion, strength: float) -> None:
    said = speaking(prototype(emotion, strength), Mouth(jaw=0.7), emotion=emotion, strength=strength)
    assert opening(said) >= 0.5
    assert not any(said[name] for name in ("mouthClose", "mouthPressLeft", "mouthRollLower", "mouthShrugLower"))


@given(FEELINGS, PART)
def test_no_feeling_opens_a_resting_mouth(emotion: Emotion, strength: float) -> None:
    said = speaking(prototype(emotion, strength), Mouth(), emotion=emotion, strength=strength)
    assert opening(said) == 0.0


def test_a_smile_gives_way_to_rounding() -> None:
    smile = Expression({"mouthSmileLeft": 1.0, "mouthSmileRight": 1.0})
    assert speaking(smile, Mouth(pucker=1.0))["mouthSmileLeft"] == pytest.approx(0.45)
    assert speaking(smile, Mouth(jaw=0.5))["mouthSmileLeft"] == 1.0


def test_feelings_open_the_jaw_differently() -> None:
    def jaw(emotion: Emotion) -> float:
        return speaking(Expression(), Mouth(jaw=0.5), emotion=emotion)["jawOpen"]

    assert jaw(Emotion.SADNESS) < jaw(Emotion.NEUTRAL) == 0.5 < jaw(Emotion.JOY)


def test_without_speech_the_face_is_untouched() -> None:
    face = prototype(Emotion.SURPRISE)
    assert speaking(face, None, emotion=Emotion.SURPRISE) is face


def test_strength_is_checked_and_channels_are_arkits() -> None:
    with pytest.raises(ValueError, match="strength"):
        speaking(Expression(), Mouth(), strength=2.0)
    assert Expression(dict.fromkeys(SPOKEN_CHANNELS, 0.5))["jawOpen"] == 0.5
