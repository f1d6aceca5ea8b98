from __future__ import annotations

from dataclasses import replace

import pytest

from pyojeong.emotion import Emotion, Mood
from pyojeong.reading.face.smoothing import FORGOTTEN_SECONDS, HALF_LIFE_SECONDS, SmoothedMood

JOY, CALM = Mood.of(Emotion.JOY), Mood.of(Emotion.NEUTRAL)


def stream(moods: list[Mood], *, step_seconds: float) -> SmoothedMood:
    smoothed = SmoothedMood.first(moods[0], at_seconds=0.0)
    for number, mood in enumerate(moods[1:], start=1):
        smoothed = smoothed.after(mood, at_seconds=number * step_seconds)
    return smoothed


def test_one_odd_frame_does_not_take_the_lead() -> None:
    assert stream([CALM] * 10 + [JOY], step_seconds=1 / 15).mood.leading is Emotion.NEUTRAL


def test_a_lasting_change_does_within_half_a_second() -> None:
    assert stream([CALM] * 10 + [JOY] * 7, step_seconds=1 / 15).mood.leading is Emotion.JOY


@pytest.mark.parametrize("step", [1 / 60, 1 / 15, 0.25])
def test_what_counts_is_time_not_the_number_of_frames(step: float) -> None:
    frames = round(1.0 / step)
    smoothed = stream([CALM, *[JOY] * frames], step_seconds=step)
    assert smoothed.mood.shares[Emotion.JOY] == pytest.approx(1 - 0.5 ** (1.0 / HALF_LIFE_SECONDS))


def test_after_a_gap_the_face_is_read_afresh() -> None:
    again = SmoothedMood.first(CALM, at_seconds=0.0).after(JOY, at_seconds=FORGOTTEN_SECONDS)
    assert again == SmoothedMood.first(JOY, at_seconds=FORGOTTEN_SECONDS)


def test_one_unsure_frame_does_not_silence_the_reader_but_many_do() -> None:
    unsure = replace(CALM, unsure=True, certainty=0.2)
    assert not stream([CALM] * 5 + [unsure], step_seconds=1 / 15).mood.unsure
    assert stream([CALM] * 5 + [unsure] * 8, step_seconds=1 / 15).mood.unsure


def test_every_number_stays_between_what_was_read() -> None:
    mood = stream([CALM, JOY, CALM, JOY], step_seconds=0.1).mood
    assert sum(mood.shares.values()) == pytest.approx(1)
    assert 0 < mood.valence < JOY.valence
    assert 0 < mood.arousal < JOY.arousal


def test_time_does_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="time must go on"):
        SmoothedMood.first(CALM, at_seconds=1.0).after(JOY, at_seconds=0.5)
