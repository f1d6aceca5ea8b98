"""A line is said once, found again byte for byte, and made again when its file is damaged."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from pyojeong.emotion import Emotion, Evidence, Mood
from pyojeong.media.sound import Sound
from pyojeong.performing.voice.caching import CachedSpeaker, key_of
from pyojeong.performing.voice.speaking import Line, Speech
from pyojeong.rig.speech import Phone, Role, Utterance
from spoken_lines import line


class Counting:
    """Says a tone and counts."""

    name = "counting"
    cache_key = "counting 1"

    def __init__(self) -> None:
        self.said = 0

    def voices(self) -> tuple[str, ...]:
        return ("narae",)

    def say(self, line: Line) -> Speech:
        self.said += 1
        samples = np.sin(np.arange(4800) / 7).astype(np.float32)
        phones = (Phone("ㄱ", Role.ONSET, 0, 0, 0.01, 0.05), Phone("ㅏ", Role.VOWEL, 0, 0, 0.05, 0.19))
        return Speech(Sound(samples, 24_000), Utterance(line.words, phones, 0.2))


def test_the_second_time_comes_from_the_folder(tmp_path: Path) -> None:
    speaker = Counting()
    cached = CachedSpeaker(speaker, tmp_path / "voices")
    first, second = cached.say(line("가")), CachedSpeaker(Counting(), tmp_path / "voices").say(line("가"))
    assert speaker.said == 1 and np.array_equal(first.sound.samples, second.sound.samples)
    assert first.utterance == second.utterance


@pytest.mark.parametrize(
    "harm", [lambda d: d[:-5], lambda d: b"", lambda d: d[:90] + b"x" + d[91:], lambda d: d[:-1] + bytes([d[-1] ^ 1])]
)
def test_a_damaged_entry_is_made_again(tmp_path: Path, harm: object) -> None:
    speaker = Counting()
    cached = CachedSpeaker(speaker, tmp_path)
    whole = cached.say(line("가"))
    (entry,) = tmp_path.iterdir()
    entry.write_bytes(harm(entry.read_bytes()))  # type: ignore[operator]
    assert np.array_equal(cached.say(line("가")).sound.samples, whole.sound.samples) and speaker.said == 2
    cached.say(line("가"))
    assert speaker.said == 2


def test_everything_that_is_heard_is_in_the_key_and_nothing_else() -> None:
    plain = line("가요.", mood=Mood.of(Emotion.JOY, intensity=0.5))
    others = [
        line("가요?", mood=plain.mood), line("나요.", mood=plain.mood), line("가요.", "hana", plain.mood),
        line("가요.", mood=plain.mood, pitch=1.0), line("가요.", mood=plain.mood, pace=1.1),
        line("가요.", mood=Mood.of(Emotion.JOY, intensity=0.6)),
        line("가요.", mood=Mood.of(Emotion.FEAR, intensity=0.5)),
    ]  # fmt: skip
    keys = {key_of("a", one) for one in [plain, *others]} | {key_of("b", plain)}
    assert len(keys) == len(others) + 2
    read = replace(plain, mood=replace(plain.mood, certainty=0.5, evidence=(Evidence(0, 1, 0.5),)))
    assert key_of("a", read) == key_of("a", plain)


def test_the_longest_unused_go_first_when_it_is_full(tmp_path: Path) -> None:
    cached = CachedSpeaker(Counting(), tmp_path, most_bytes=50_000)
    for text in "가나다라마":
        cached.say(line(text))
        cached.say(line("가"))  # used again and again
    sizes = [entry.stat().st_size for entry in tmp_path.iterdir()]
    assert sum(sizes) <= 50_000 and len(sizes) == 2
    assert (tmp_path / (key_of("counting 1", line("가")) + ".speech")).exists()
