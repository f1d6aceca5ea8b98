"""Every voice keeps the promise of `Speaker`: one channel, the times of every sound of the line, the same each time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from pyojeong.errors import PyojeongError
from pyojeong.performing.voice.caching import CachedSpeaker
from pyojeong.performing.voice.espeak_speaker import EspeakSpeaker
from pyojeong.performing.voice.recorded_speech import RecordedSpeaker
from pyojeong.performing.voice.sounds import soundings
from pyojeong.performing.voice.speaking import Speaker
from spoken_lines import line, two_bursts, wav_of

TEXT = "가나 다라, 마바."


def recorded(folder: Path) -> RecordedSpeaker:
    (folder / "1.wav").write_bytes(wav_of(two_bursts()))
    return RecordedSpeaker(folder, {TEXT: 1, "♪": 1})


KEEPERS: dict[str, Callable[[Path], Speaker]] = {
    "espeak": lambda _: EspeakSpeaker(),
    "recorded": recorded,
    "cached": lambda folder: CachedSpeaker(EspeakSpeaker(), folder / "kept"),
}


@pytest.fixture(params=KEEPERS)
def speaker(request: pytest.FixtureRequest, tmp_path: Path) -> Speaker:
    return KEEPERS[request.param](tmp_path)


def test_every_sound_of_the_line_has_its_time(speaker: Speaker) -> None:
    asked = line(TEXT, speaker.voices()[0])
    said = speaker.say(asked)
    wanted = [(s.sound, s.role, s.word, s.syllable) for s in soundings(asked.words)]
    assert [(p.sound, p.role, p.word, p.syllable) for p in said.utterance.phones] == wanted
    assert said.utterance.words == asked.words and said.sound.samples.ndim == 1
    assert said.utterance.phones[0].start > 0.0 and said.utterance.phones[-1].end < said.sound.seconds


def test_the_same_line_is_the_same_sound(speaker: Speaker) -> None:
    asked = line(TEXT, speaker.voices()[0])
    assert np.array_equal(speaker.say(asked).sound.samples, speaker.say(asked).sound.samples)
    assert speaker.cache_key == speaker.cache_key and speaker.name


def test_unknown_voices_and_empty_lines_are_told(speaker: Speaker) -> None:
    for asked, kind in ((line(TEXT, "nobody"), "unknown-voice"), (line("♪", speaker.voices()[0]), "nothing-to-say")):
        with pytest.raises(PyojeongError) as told:
            speaker.say(asked)
        assert told.value.kind == kind and told.value.english
