"""Emotions as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pyojeong import Emotion, PyojeongError
from pyojeong.interfaces.emotion_spec import cast_of, is_emotion_spec, mood_of


@pytest.mark.parametrize("emotion", Emotion)
@pytest.mark.parametrize("strength", [0.0, 0.25, 1.0])
def test_english_and_korean_names_mean_the_same(emotion: Emotion, strength: float) -> None:
    for spec in (
        f"{emotion.value}:{strength}",
        f" {emotion.korean} : {strength} ",
        f"{emotion.value.upper()}:{strength}",
    ):
        mood = mood_of(spec)
        assert (mood.leading, mood.intensity) == (emotion, strength)


def test_a_blend_shares_its_strengths() -> None:
    mood = mood_of("joy:0.6+슬픔:0.2")
    assert mood.shares[Emotion.JOY] == pytest.approx(0.75)
    assert mood.intensity == pytest.approx(0.8)
    assert mood_of("joy+sadness").intensity == 1.0


@pytest.mark.parametrize(
    "spec", ["", "happy", "joy:", "joy:2", "joy:-1", "joy:nan", "joy:inf", "joy+", "joy:0.5:1", "오늘 슬픔"]
)
def test_what_is_no_spec_is_refused_with_the_names_or_the_range(spec: str) -> None:
    with pytest.raises(PyojeongError) as refusal:
        mood_of(spec)
    assert refusal.value.kind == "emotion"
    assert "기쁨" in refusal.value.korean or "0과 1" in refusal.value.korean
    assert not is_emotion_spec(spec)


@given(st.text())
def test_no_text_breaks_the_parsers(text: str) -> None:
    for parse in (mood_of, cast_of):
        try:
            parse(text)
        except PyojeongError as refusal:
            assert refusal.korean and refusal.english


def test_several_people_are_cast_by_number() -> None:
    cast = cast_of("0=joy, 2=분노:0.5 ,1=joy+sadness")
    assert [(n, mood.leading) for n, mood in cast.items()] == [(0, Emotion.JOY), (2, Emotion.ANGER), (1, Emotion.JOY)]


@pytest.mark.parametrize("spec", ["joy", "0:joy", "0=joy,0=anger", "-1=joy", "0=joy,", "x=joy"])
def test_a_cast_needs_a_number_and_an_emotion_each(spec: str) -> None:
    with pytest.raises(PyojeongError):
        cast_of(spec)
