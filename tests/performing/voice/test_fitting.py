"""Times guessed from loudness alone lie near those the voice was made with."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pyojeong.errors import PyojeongError
from pyojeong.media.sound import Sound
from pyojeong.performing.voice.espeak_speaker import EspeakSpeaker
from pyojeong.performing.voice.fitting import fitted, fitted_to_words, sounding_stretches
from pyojeong.rig.speech import Role
from spoken_lines import TALE, line, two_bursts, words


@pytest.mark.parametrize("voice, pace", [("narae", 1.0), ("jun", 1.4), ("beom", 0.8), ("jwi", 1.0)])
def test_guessed_times_lie_near_the_made_ones(voice: str, pace: float) -> None:
    made = EspeakSpeaker().say(line(TALE, voice, pace=pace))
    guessed = fitted(words(TALE), made.sound)
    pairs = list(zip(made.utterance.phones, guessed.utterance.phones, strict=True))
    assert all((a.sound, a.word, a.syllable) == (b.sound, b.word, b.syllable) for a, b in pairs)
    errors = np.abs([a.start - b.start for a, b in pairs if a.role is Role.VOWEL])
    assert np.median(errors) < 0.05 and np.percentile(errors, 95) < 0.16


def test_a_pause_falls_between_words_at_the_stop() -> None:
    sound = Sound(two_bursts().astype(np.float32), 24_000)
    assert sounding_stretches(sound) == (pytest.approx((0.1, 0.6), abs=0.02), pytest.approx((1.0, 1.5), abs=0.02))
    spans = fitted(words("가나 다라, 마바 사아"), sound).utterance.word_seconds
    assert spans[1] is not None and spans[2] is not None
    assert spans[1][1] == pytest.approx(0.6, abs=0.03) and spans[2][0] == pytest.approx(1.0, abs=0.03)


@settings(max_examples=25, deadline=None)
@given(
    st.integers(0, 9), st.lists(st.sampled_from(["가", "나라", "토끼가,", "업써요.", "그"]), min_size=1, max_size=12)
)
def test_whatever_is_heard_every_sound_gets_a_place_in_order(seed: int, text: list[str]) -> None:
    random = np.random.default_rng(seed)
    loud = np.repeat(random.uniform(0, 1, 12) > 0.4, 4800)
    sound = Sound((random.standard_normal(len(loud)) * 0.1 * loud).astype(np.float32), 24_000)
    if not loud.any():
        return
    phones = fitted(words(" ".join(text)), sound).utterance.phones
    assert all(p.end <= sound.seconds for p in phones) and phones[-1].end > phones[0].start


def test_told_words_are_kept_and_untold_ones_share_what_is_left() -> None:
    sound = Sound(two_bursts().astype(np.float32), 24_000)
    spans = fitted_to_words(words("가나 다라 마바 사아"), sound, {0: (0.1, 0.3), 3: (1.2, 1.5)}).utterance.word_seconds
    assert spans[0] == pytest.approx((0.1, 0.3)) and spans[3] == pytest.approx((1.2, 1.5))
    assert spans[1] is not None and spans[2] is not None
    assert 0.3 <= spans[1][0] < spans[1][1] <= spans[2][0] < spans[2][1] <= 1.2 + 1e-9


def test_silence_is_no_speech() -> None:
    with pytest.raises(PyojeongError) as told:
        fitted(words("가나"), Sound.silence(1.0, 24_000))
    assert told.value.kind == "voice"
