"""Moods and scores are checked at birth."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pyojeong.emotion import Beat, Emotion, Evidence, Feeling, Mood, Score
from pyojeong.emotion.mood import PURE_VALENCE_AROUSAL


def test_forty_four_feelings_in_kote_order() -> None:
    labels = [str(f) for f in Feeling]
    assert len(labels) == len(set(labels)) == 44
    assert (labels[0], labels[24], labels[43]) == ("불평/불만", "없음", "안심/신뢰")


@pytest.mark.parametrize("feeling", list(Feeling), ids=lambda f: f.english)
def test_every_feeling_is_placed(feeling: Feeling) -> None:
    assert isinstance(feeling.emotion, Emotion)
    assert -1 <= feeling.valence <= 1 and -1 <= feeling.arousal <= 1
    assert Feeling.of(str(feeling)) is feeling


def test_feelings_agree_with_their_emotion_about_pleasantness() -> None:
    bad = {Emotion.SADNESS, Emotion.ANGER, Emotion.FEAR, Emotion.DISGUST, Emotion.EMBARRASSMENT}
    assert all(f.valence < 0 for f in Feeling if f.emotion in bad)
    assert all(f.valence > 0 for f in Feeling if f.emotion is Emotion.JOY)


def test_every_emotion_has_a_feeling() -> None:
    assert {f.emotion for f in Feeling} == set(Emotion)


@pytest.mark.parametrize("emotion", list(Emotion))
def test_pure_moods_lead_with_their_emotion(emotion: Emotion) -> None:
    mood = Mood.of(emotion, intensity=0.5)
    assert mood.leading is emotion
    assert (mood.valence, mood.arousal) == tuple(0.5 * v for v in PURE_VALENCE_AROUSAL[emotion])


@given(st.dictionaries(st.sampled_from(list(Emotion)), st.floats(0.01, 10), min_size=1))
def test_blends_share_out_to_one(parts: dict[Emotion, float]) -> None:
    mood = Mood.blend(parts)
    assert math.isclose(sum(mood.shares.values()), 1.0, abs_tol=1e-9)
    assert mood.shares[mood.leading] >= mood.shares[mood.second]


@pytest.mark.parametrize(
    "wrong",
    [
        {"shares": {Emotion.JOY: 0.5}},
        {"shares": {Emotion.JOY: 1.5, Emotion.FEAR: -0.5}},
        {"shares": {Emotion.JOY: math.nan}},
        {"shares": {Emotion.JOY: 1.0}, "intensity": 1.2},
        {"shares": {Emotion.JOY: 1.0}, "valence": -1.2},
        {"shares": {Emotion.JOY: 1.0}, "certainty": math.nan},
    ],
)
def test_moods_out_of_range_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="must"):
        Mood(**wrong)  # type: ignore[arg-type]


def test_moods_cannot_be_changed() -> None:
    mood = Mood.of(Emotion.JOY)
    with pytest.raises(TypeError):
        mood.shares[Emotion.JOY] = 0.0  # type: ignore[index]


def test_beats_keep_their_order_and_stay_inside() -> None:
    glad = Mood.of(Emotion.JOY)
    with pytest.raises(ValueError, match="overlap"):
        Score("가나다라", glad, (Beat(0, 3, glad), Beat(2, 4, glad)))
    with pytest.raises(ValueError, match="inside the text"):
        Score("가나", glad, (Beat(0, 3, glad),))
    with pytest.raises(ValueError, match="span"):
        Beat(3, 3, glad)
    with pytest.raises(ValueError, match="seconds"):
        Beat(0, 1, glad, seconds=(2.0, 1.0))


def test_evidence_moves_with_its_sentence() -> None:
    assert Evidence(1, 3, 0.5).shifted(10) == Evidence(11, 13, 0.5)


@pytest.mark.parametrize("name", ["기쁨", "JOY", " joy "])
def test_emotions_are_found_by_any_of_their_names(name: str) -> None:
    assert Emotion.of(name) is Emotion.JOY


def test_an_unknown_emotion_lists_those_that_exist() -> None:
    with pytest.raises(ValueError, match="embarrassment"):
        Emotion.of("hunger")
