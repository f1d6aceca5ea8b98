"""What was said comes back as it was, from a file nobody has to clear away."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from pyojeong.errors import PyojeongError
from pyojeong.media.sound import Sound
from pyojeong.performing.voice.speaking import Speech
from pyojeong.rig.speech import SpokenWord, silent
from pyojeong.stories.production.speeches import KeptSpeeches


def speech(seconds: float, seed: int, rate: int = 24_000) -> Speech:
    samples = np.random.default_rng(seed).uniform(-1, 1, round(seconds * rate)).astype(np.float32)
    return Speech(Sound(samples, rate), silent((SpokenWord("아", 0, 1, "아"),), len(samples) / rate))


def test_every_speech_comes_back_in_any_order(tmp_path: Path) -> None:
    said = {beat: speech(0.1 + beat / 50, beat, 22_050 if beat % 2 else 24_000) for beat in (4, 0, 7, 2)}
    with KeptSpeeches(tmp_path / "films") as kept:
        for beat, one in said.items():
            kept.keep(beat, one)
        for beat in (2, 7, 4, 0, 2):
            back = kept[beat]
            assert np.array_equal(back.sound.samples, said[beat].sound.samples)
            assert back.sound.rate == said[beat].sound.rate and back.utterance is said[beat].utterance
        assert list(kept) == [4, 0, 7, 2]


def test_nothing_is_left_in_the_folder(tmp_path: Path) -> None:
    with KeptSpeeches(tmp_path) as kept:
        kept.keep(0, speech(1.0, 0))
        assert not list(tmp_path.iterdir()) or os.name == "nt"
    assert not list(tmp_path.iterdir())


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(PyojeongError) as refused:
        KeptSpeeches(tmp_path / "file" / "films")
    assert refused.value.kind in ("missing-folder", "save")
