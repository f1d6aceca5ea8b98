"""Moods become the faces EMFACS describes; blends keep what tells each emotion."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pyojeong.emotion import Emotion, Feeling, Mood
from pyojeong.rig.action_units import KNOWN_UNITS, coefficients_of, from_action_units, parse_unit, to_action_units
from pyojeong.rig.compose import VARIATION, compose, prototype
from pyojeong.rig.prototypes import Part

#: What must move, and what must not, by the EMFACS tables cited in `pyojeong.rig.prototypes`.
SIGNATURES = {
    Emotion.JOY: ({"mouthSmileLeft", "cheekSquintLeft"}, {"mouthFrownLeft", "browDownLeft"}),
    Emotion.SADNESS: ({"browInnerUp", "mouthFrownLeft"}, {"mouthSmileLeft", "eyeWideLeft"}),
    Emotion.ANGER: ({"browDownLeft", "eyeSquintLeft", "eyeWideLeft", "mouthPressLeft"}, {"browInnerUp"}),
    Emotion.FEAR: ({"browInnerUp", "eyeWideLeft", "mouthStretchLeft"}, {"mouthSmileLeft"}),
    Emotion.SURPRISE: ({"browInnerUp", "browOuterUpLeft", "eyeWideLeft", "jawOpen"}, {"browDownLeft"}),
    Emotion.DISGUST: ({"noseSneerLeft", "mouthUpperUpLeft"}, {"eyeWideLeft"}),
    Emotion.EMBARRASSMENT: ({"mouthPressLeft", "eyeLookDownLeft", "mouthSmileLeft"}, {"eyeWideLeft"}),
}


@pytest.mark.parametrize("emotion", SIGNATURES)
def test_each_emotion_shows_its_signature(emotion: Emotion) -> None:
    moving, still = SIGNATURES[emotion]
    face = compose(Mood.of(emotion))
    assert all(face[name] > 0.1 for name in moving)
    assert all(face[name] == 0 for name in still)


def test_neutral_is_rest() -> None:
    assert compose(Mood.of(Emotion.NEUTRAL)).to_dict() == {}


def test_embarrassment_blushes_looks_away_and_is_lopsided() -> None:
    face = compose(Mood.of(Emotion.EMBARRASSMENT))
    assert face.blush > 0.5 and face["eyeLookOutLeft"] > 0.3
    assert face["mouthSmileLeft"] > 2 * face["mouthSmileRight"]


def test_sadness_tilts_the_head() -> None:
    face = compose(Mood.of(Emotion.SADNESS))
    assert face.roll_degrees != 0 and face.pitch_degrees < 0


@given(st.sampled_from(list(Emotion)), st.floats(0, 1), st.floats(0, 1))
def test_more_intensity_never_moves_less(emotion: Emotion, a: float, b: float) -> None:
    low, high = (prototype(emotion, i) for i in sorted((a, b)))
    assert all(high[name] >= low[name] - 1e-9 for name in low)


def test_teeth_come_late_in_a_smile() -> None:
    assert prototype(Emotion.JOY, 0.5)["jawOpen"] == 0 < prototype(Emotion.JOY, 0.9)["jawOpen"]


def test_crying_while_smiling_keeps_both() -> None:
    face = compose(Mood.blend({Emotion.JOY: 1, Emotion.SADNESS: 1}))
    assert face["browInnerUp"] > 0.7 and face["mouthSmileLeft"] > 0.5
    assert face["mouthFrownLeft"] == 0


@given(st.dictionaries(st.sampled_from(list(Emotion)), st.floats(0.01, 1), min_size=1), st.floats(0, 1))
def test_any_mood_makes_a_face(parts: dict[Emotion, float], intensity: float) -> None:
    assert compose(Mood.blend(parts), intensity) == compose(Mood.blend(parts), intensity)


def test_variation_is_small_and_can_be_switched_off() -> None:
    mood = Mood.of(Emotion.JOY)
    plain = compose(mood, seed=-1)
    assert plain == prototype(Emotion.JOY)
    faces = {compose(mood, seed=s) for s in range(5)}
    assert len(faces) == 5
    assert all(abs(f["mouthSmileLeft"] - plain["mouthSmileLeft"]) <= 2 * VARIATION for f in faces)


def test_an_unsure_mood_is_shown_at_half_strength() -> None:
    sure = Mood({Emotion.ANGER: 1.0}, intensity=0.8)
    unsure = Mood({Emotion.ANGER: 1.0}, intensity=0.8, unsure=True)
    assert compose(unsure)["browDownLeft"] == pytest.approx(compose(sure)["browDownLeft"] / 2)


def test_named_feelings_colour_their_emotion() -> None:
    plain = Mood({Emotion.DISGUST: 1.0}, intensity=1.0)
    contempt = Mood({Emotion.DISGUST: 1.0}, intensity=1.0, feelings={Feeling.PATHETIC: 0.9}, named=(Feeling.PATHETIC,))
    assert compose(plain)["mouthDimpleLeft"] == 0
    assert compose(contempt)["mouthDimpleLeft"] > 0.5 > compose(contempt)["mouthDimpleRight"]


@pytest.mark.parametrize(("peak", "onset"), [(1.2, 0.0), (-0.1, 0.0), (0.5, 1.0), (float("nan"), 0.0)])
def test_parts_out_of_range_are_refused(peak: float, onset: float) -> None:
    with pytest.raises(ValueError, match="must be in"):
        Part("12", peak, onset)


def test_intensity_out_of_range_is_refused() -> None:
    with pytest.raises(ValueError, match="intensity"):
        compose(Mood.of(Emotion.JOY), 1.5)


@pytest.mark.parametrize("unit", [u for u in KNOWN_UNITS if u not in (23, 25, 26, 27, 28, 30, 61, 62) and u < 50])
def test_one_to_one_units_round_trip(unit: int) -> None:
    assert to_action_units(from_action_units(f"{unit}D")) == {str(unit): 0.75}


def test_one_sided_units() -> None:
    face = from_action_units("L14D")
    assert face["mouthDimpleLeft"] == 0.75 and face["mouthDimpleRight"] == 0
    assert to_action_units(face) == {"L14": 0.75}


@pytest.mark.parametrize("wrong", ["", "12F", "X12", "smile"])
def test_what_is_no_unit_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="must look like"):
        parse_unit(wrong)


def test_units_no_blendshape_shows_are_refused() -> None:
    with pytest.raises(ValueError, match="must be one of"):
        coefficients_of(99, 1.0)
    with pytest.raises(ValueError, match="no side"):
        coefficients_of(26, 1.0, "L")
