"""What sounds leave in the voice, how strong consonants are, and cries that are done and not said."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pyojeong.performing.voice.crying import crying
from pyojeong.performing.voice.curves import GRID
from pyojeong.performing.voice.espeak_speaker import EspeakSpeaker
from pyojeong.performing.voice.outcries import Cry, cry_of
from pyojeong.performing.voice.sounds import soundings
from pyojeong.performing.voice.speaking import Speech
from pyojeong.performing.voice.timing import Breath, breaths_of
from pyojeong.performing.voice.traces import fading, pitch_traces, softness
from pyojeong.rig.speech import SpokenWord, Stop
from spoken_lines import TALE, line, words

syllables = st.integers(0xAC00, 0xD7A3).map(chr)
lines = st.lists(st.text(syllables, min_size=1, max_size=5), min_size=1, max_size=8).map(" ".join)


@pytest.fixture(scope="module")
def speaker() -> EspeakSpeaker:
    return EspeakSpeaker()


def timed(text: str) -> tuple[tuple[Breath, ...], float]:
    spoken = words(text)
    return breaths_of(spoken, soundings(spoken), pace=1.0, pause_times=1.0)


def level_db(samples: np.ndarray) -> float:
    return float(10 * np.log10((samples**2).mean() + 1e-12))


def within(speech: Speech, start: float, end: float) -> np.ndarray:
    return speech.sound.samples[round(start * speech.sound.rate) : round(end * speech.sound.rate)].astype(float)


def at_onset(text: str, number: int) -> tuple[float, float]:
    """Semitones and softness 15 ms into sound ``number``."""
    breaths, seconds = timed(text)
    place = round((breaths[0].starts[number] + 0.015) * GRID)
    pitch = pitch_traces(breaths, seconds)
    return float(pitch[place]), float(softness(breaths, seconds, np.zeros(len(pitch)))[place])


def test_after_tense_stops_the_voice_is_high_and_pressed_after_plain_ones_low_and_breathy() -> None:
    tense, plain, strong = at_onset("나나따나", 5), at_onset("나나다나", 5), at_onset("나나타나", 5)
    assert tense[0] > plain[0] + 0.6 and strong[0] > plain[0] + 0.6
    assert tense[1] < -0.3 < 0.0 < plain[1] < strong[1]


def test_high_vowels_are_higher_than_open_ones() -> None:
    assert at_onset("나니나", 3)[0] > at_onset("나나나", 3)[0] + 0.4


@given(lines)
def test_traces_stay_small_and_a_breath_ends_softer_than_it_began(text: str) -> None:
    breaths, seconds = timed(text + ".")
    pitch, strength = pitch_traces(breaths, seconds), fading(breaths, seconds)
    soft = softness(breaths, seconds, np.zeros(len(pitch)))
    assert len(pitch) == len(soft) == len(strength) == round(seconds * GRID) + 1
    assert np.abs(pitch).max() < 1.5 and np.abs(soft).max() < 1.3
    for breath in breaths:
        assert strength[round(breath.ends[-1] * GRID) - 1] < strength[round(breath.starts[0] * GRID)] + 1e-6


@pytest.mark.parametrize("name", ["narae", "jun", "hana", "seonbi"])
def test_murmurs_and_hisses_are_weaker_than_vowels_as_in_speech(speaker: EspeakSpeaker, name: str) -> None:
    speech = speaker.say(line(f"{TALE} 고운 소녀가 산쏘게서 노래를 해써요.", name))
    phones = speech.utterance.phones
    vowel = np.median([level_db(within(speech, p.start, p.end)) for p in phones if p.role.value == "vowel"])
    for sounds, low, high in (("ㅁㄴㅇ", -10.0, -2.0), ("ㅅㅆ", -20.0, -6.0), ("ㅎ", -22.0, -4.0)):
        mine = [level_db(within(speech, p.start + 0.005, p.end - 0.005)) for p in phones if p.sound in sounds]
        assert low < np.median(mine) - vowel < high, sounds


def hiss_hz(speech: Speech) -> float:
    (hiss,) = [p for p in speech.utterance.phones if p.sound == "ㅅ"]
    samples = within(speech, hiss.start + 0.02, hiss.end - 0.03)
    power = np.abs(np.fft.rfft(samples * np.hanning(len(samples)))) ** 2
    hertz = np.fft.rfftfreq(len(samples), 1 / speech.sound.rate)
    return float((power * hertz)[hertz > 1000].sum() / power[hertz > 1000].sum())


def test_s_before_i_is_palatal(speaker: EspeakSpeaker) -> None:
    assert hiss_hz(speaker.say(line("아시아."))) < 0.88 * hiss_hz(speaker.say(line("아사아.")))


@pytest.mark.parametrize(
    "surface, stop, cry",
    [
        ("하하하", Stop.NONE, Cry.LAUGH), ("푸하하", Stop.EXCLAMATION, Cry.LAUGH), ("크크크", Stop.NONE, Cry.LAUGH),
        ("흐큭", Stop.COMMA, Cry.SOB), ("엉엉", Stop.NONE, None), ("으악", Stop.EXCLAMATION, Cry.SHOUT),
        ("으악", Stop.NONE, None), ("쉳", Stop.EXCLAMATION, Cry.HUSH), ("휴", Stop.ELLIPSIS, Cry.SIGH),
        ("호호", Stop.NONE, None), ("호호", Stop.COMMA, Cry.LAUGH), ("하하호호", Stop.NONE, Cry.LAUGH),
        ("하나", Stop.NONE, None), ("히히덕", Stop.NONE, None), ("와서", Stop.EXCLAMATION, None), ("", Stop.NONE, None),
    ],
)  # fmt: skip
def test_cries_are_told_from_words(surface: str, stop: Stop, cry: Cry | None) -> None:
    assert cry_of(SpokenWord("x", 0, 1, surface, stop)) is cry


def swing(speech: Speech, start: float, end: float) -> float:
    """How periodic a stretch is, [0, 1]."""
    samples = within(speech, start, end) * np.hanning(len(within(speech, start, end)))
    size = 1 << (2 * len(samples)).bit_length()
    likeness = np.fft.irfft(np.abs(np.fft.rfft(samples, size)) ** 2)
    return float(likeness[50:220].max() / likeness[0])


def test_laughter_is_calls_with_breath_between_at_the_rate_of_laughter(speaker: EspeakSpeaker) -> None:
    speech = speaker.say(line("하하하!", "hana"))
    phones = speech.utterance.phones
    assert 3.8 < 3 / (phones[-1].end - phones[0].start) < 5.2
    assert all(swing(speech, p.start + 0.01, p.end - 0.01) < 0.5 for p in phones if p.sound == "ㅎ")
    assert all(swing(speech, p.start + 0.02, p.end - 0.01) > 0.6 for p in phones[:-1] if p.sound == "ㅏ")


def test_hushing_has_no_voice_and_shouting_is_long_and_loud(speaker: EspeakSpeaker) -> None:
    hush = speaker.say(line("쉳!"))
    (vowel,) = [p for p in hush.utterance.phones if p.role.value == "vowel"]
    assert swing(hush, vowel.start, vowel.end) < 0.5
    shouted, said = speaker.say(line("으악!")), speaker.say(line("으악."))
    (loud,), (calm,) = ([p for p in s.utterance.phones if p.sound == "ㅏ"] for s in (shouted, said))
    assert loud.end - loud.start > 1.2 * (calm.end - calm.start)
    assert level_db(within(shouted, loud.start, loud.end)) > level_db(within(said, calm.start, calm.end)) + 2.0


def test_a_line_without_cries_is_left_as_it_is() -> None:
    breaths, seconds = timed(TALE)
    made = crying(breaths, seconds)
    assert not made.semitones.any() and not made.soft.any() and not made.breath.any()
    assert np.allclose(made.gain, 1.0) and np.allclose(made.voice, 1.0)
