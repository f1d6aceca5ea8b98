from __future__ import annotations

from dataclasses import replace

import pytest

from pyojeong.emotion import Emotion, Mood
from pyojeong.emotion.temperature import temperature_gap

SAD, GLAD = Mood.of(Emotion.SADNESS), Mood.of(Emotion.JOY)


def test_sources_stay_apart() -> None:
    gap = temperature_gap(SAD, GLAD, Emotion.NEUTRAL)
    assert (gap.text.emotion, gap.face.emotion) == (Emotion.SADNESS, Emotion.JOY)
    assert gap.own is not None
    assert gap.own.emotion is Emotion.NEUTRAL
    assert (gap.text.valence, gap.face.valence, gap.own.valence) == (SAD.valence, GLAD.valence, 0.0)


def test_differences_are_of_valence_and_close_the_circle() -> None:
    gap = temperature_gap(SAD, GLAD, Emotion.ANGER)
    assert gap.face_over_text == pytest.approx(GLAD.valence - SAD.valence)
    assert gap.own_over_text is not None and gap.own_over_face is not None
    assert gap.own_over_text == pytest.approx(gap.face_over_text + gap.own_over_face)


def test_without_an_own_word_nothing_is_said_for_the_person() -> None:
    gap = temperature_gap(SAD, SAD)
    assert (gap.own, gap.own_over_text, gap.own_over_face, gap.agreed) == (None, None, None, True)


def test_an_unsure_reader_names_no_emotion_and_does_not_agree() -> None:
    gap = temperature_gap(replace(SAD, unsure=True), SAD)
    assert gap.text.emotion is None
    assert not gap.agreed
    assert temperature_gap(replace(SAD, unsure=True), SAD, Emotion.SADNESS).agreed


def test_one_that_differs_breaks_agreement() -> None:
    assert not temperature_gap(SAD, SAD, Emotion.JOY).agreed
