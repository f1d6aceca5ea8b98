"""A line no voice can say is shown and told; the film goes on."""

from __future__ import annotations

import pytest

from pyojeong.emotion import Beat, Emotion, Mood, Score
from pyojeong.errors import PyojeongError
from pyojeong.media.sound import Sound
from pyojeong.performing.voice.speaking import Line, Speech
from pyojeong.rig.speech import silent
from pyojeong.stories.casting import cast_by_name
from pyojeong.stories.production.lines import said_beats

MOOD = Mood.of(Emotion.NEUTRAL, intensity=0.3)


class Failing:
    """Says everything but what holds a word."""

    name, cache_key = "failing", "1"

    def voices(self) -> tuple[str, ...]:
        return ()

    def say(self, line: Line) -> Speech:
        if any("둘" in word.written for word in line.words):
            raise PyojeongError("말할 수 없습니다.", "Cannot be said.", kind="voice")
        sound = Sound.silence(1.0, 24_000)
        return Speech(sound, silent(line.words, sound.seconds))


def score_of(*lines: str) -> Score:
    beats, at = [], 0
    for line in lines:
        beats.append(Beat(at, at + len(line), MOOD))
        at += len(line) + 1
    return Score("\n".join(lines), MOOD, tuple(beats))


def test_one_failing_line_is_silent_and_told(caplog: pytest.LogCaptureFixture) -> None:
    said = list(said_beats(score_of("하나입니다.", "둘입니다.", "셋입니다."), cast_by_name([]), Failing()))
    assert [s.failure is None for s in said] == [True, False, True]
    assert said[1].speech.utterance.seconds >= 1.2
    assert "1" in caplog.text


def test_an_emoji_line_does_not_reach_the_voice() -> None:
    said = list(said_beats(score_of("하나입니다.", "🙂🙂", "셋입니다."), cast_by_name([]), Failing()))
    assert all(s.failure is None for s in said)
    assert {0, 2} <= {s.beat for s in said}


class Strange(Failing):
    """Knows nobody."""

    def say(self, line: Line) -> Speech:
        raise PyojeongError("없는 목소리", "No such voice", kind="unknown-voice")


def test_a_cast_that_names_no_voice_there_is_makes_no_silent_film() -> None:
    with pytest.raises(PyojeongError, match="없는 목소리"):
        list(said_beats(score_of("하나입니다."), cast_by_name([]), Strange()))
