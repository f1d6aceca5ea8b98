"""What is heard: lines at their times, one loudness for the film, music softer than speech."""

from __future__ import annotations

import numpy as np
import pytest

from pyojeong.emotion import Emotion, Mood
from pyojeong.media.loudness import TARGET_LUFS, loudness_of
from pyojeong.media.sound import Sound
from pyojeong.performing.film.music import bed
from pyojeong.performing.film.plan import stretches
from pyojeong.performing.film.screenplay import Format, Framing, Opening, Place, Scene, Screenplay, Shot, Turn, Weather
from pyojeong.performing.voice.speaking import Speech
from pyojeong.rig.speech import SpokenWord, silent
from pyojeong.stories.production.soundtrack import RATE, soundtrack

WORDS = (SpokenWord("아", 0, 1, "아"),)


def _speech(seconds: float, loud: float) -> Speech:
    time = np.arange(round(seconds * 24_000)) / 24_000
    wave = loud * np.sin(2 * np.pi * 500 * time) * (0.6 + 0.4 * np.sin(2 * np.pi * 4 * time))
    return Speech(Sound(wave.astype(np.float32), 24_000), silent(WORDS, len(time) / 24_000))


def _film(*lines: tuple[float, Speech]) -> tuple[Screenplay, dict[int, Speech]]:
    mood = Mood.of(Emotion.NEUTRAL)
    turns = tuple(Turn(n, "", "아", start, said.utterance, mood) for n, (start, said) in enumerate(lines))
    seconds = turns[-1].end + 1.0
    shots = (Shot(0.0, Framing.WIDE, ()),)
    scene = Scene(Place.ROOM, Weather.CLEAR, Emotion.NEUTRAL, 0.3, Opening.CUT, seconds, shots, turns)
    return Screenplay("소리", (), (scene,), format=Format((64, 36), 30)), {n: s for n, (_, s) in enumerate(lines)}


def _whole(play: Screenplay, said: dict[int, Speech], music: object) -> np.ndarray:  # type: ignore[type-arg]
    return np.concatenate([block.samples for block in soundtrack(play, said, music)])  # type: ignore[arg-type]


def test_it_is_as_long_as_the_pictures_to_a_sample() -> None:
    play, said = _film((0.9, _speech(2.0, 0.1)))
    last = stretches(play)[-1]
    assert len(_whole(play, said, None)) == round((last.first + last.count) * RATE / 30)


def test_a_line_is_heard_at_its_time_and_nowhere_else() -> None:
    play, said = _film((0.9, _speech(2.0, 0.1)), (4.0, _speech(1.0, 0.1)))
    heard = np.abs(_whole(play, said, None)).max(axis=1)
    first = stretches(play)[1].first / 30
    at = np.flatnonzero(heard > 0.01) / RATE - first
    assert at[0] == pytest.approx(0.9, abs=0.01) and at[-1] == pytest.approx(5.0, abs=0.02)
    assert not ((at > 2.95) & (at < 3.95)).any()


def test_speech_comes_to_the_loudness_of_the_web_whoever_spoke_it() -> None:
    for loud in (0.01, 0.3):
        play, said = _film((0.5, _speech(6.0, loud)), (7.0, _speech(6.0, loud)))
        assert loudness_of(Sound(_whole(play, said, None), RATE)).lufs == pytest.approx(TARGET_LUFS, abs=0.7)


def test_a_whisper_stays_softer_than_a_shout() -> None:
    play, said = _film((0.5, _speech(3.0, 0.05)), (4.0, _speech(3.0, 0.2)))
    heard = _whole(play, said, None)
    first = round(stretches(play)[1].first / 30 * RATE)
    soft, loud = (
        np.abs(heard[first + RATE : first + 3 * RATE]).max(),
        np.abs(heard[first + 5 * RATE : first + 7 * RATE]).max(),
    )
    assert loud > 3 * soft


def test_music_lies_under_speech_and_fills_the_rest() -> None:
    play, said = _film((2.0, _speech(4.0, 0.2)))
    alone, with_music = _whole(play, said, None), _whole(play, said, bed)
    added = with_music - alone
    first = round(stretches(play)[1].first / 30 * RATE)
    under = np.sqrt((added[first + 3 * RATE : first + 5 * RATE] ** 2).mean())
    speech = np.sqrt((alone[first + 3 * RATE : first + 5 * RATE] ** 2).mean())
    title = np.sqrt((with_music[RATE : 2 * RATE] ** 2).mean())
    assert 0 < under < 0.25 * speech and title > 0.005


def test_nothing_clips() -> None:
    play, said = _film((0.5, _speech(3.0, 1.4)))
    assert np.abs(_whole(play, said, bed)).max() <= 1.0
