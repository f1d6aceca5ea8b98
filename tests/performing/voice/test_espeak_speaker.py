"""What is heard is what was asked: times, pitch, vowels, closures, moods, characters."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest

from pyojeong.emotion import Emotion, Mood
from pyojeong.errors import PyojeongError
from pyojeong.performing.voice.characters import CHARACTERS
from pyojeong.performing.voice.espeak_speaker import EspeakSpeaker
from pyojeong.performing.voice.speaking import Speech
from pyojeong.performing.voice.tract import Tract
from spoken_lines import TALE, line


@pytest.fixture(scope="module")
def speaker() -> EspeakSpeaker:
    return EspeakSpeaker()


def within(speech: Speech, start: float, end: float) -> np.ndarray:
    return speech.sound.samples[round(start * speech.sound.rate) : round(end * speech.sound.rate)].astype(float)


def level_db(samples: np.ndarray) -> float:
    return float(10 * np.log10((samples**2).mean() + 1e-12))


def pitch_hz(samples: np.ndarray, rate: int = 24_000) -> float:
    """Of the whole stretch, by autocorrelation."""
    size = 1 << (2 * len(samples)).bit_length()
    likeness = np.fft.irfft(np.abs(np.fft.rfft(samples - samples.mean(), size)) ** 2)
    first, last = rate // 520, rate // 62
    lags = np.arange(first, last)
    peaks = lags[(likeness[lags] > likeness[lags - 1]) & (likeness[lags] >= likeness[lags + 1])]
    return rate / float(peaks[np.argmax(likeness[peaks] - 1e-4 * likeness[0] * peaks)])


def vowel_pitch(speech: Speech) -> float:
    vowels = [p for p in speech.utterance.phones if p.role.value == "vowel" and p.end - p.start > 0.06]
    return float(np.median([pitch_hz(within(speech, p.start + 0.01, p.end - 0.01)) for p in vowels]))


def test_the_same_line_always_sounds_the_same(speaker: EspeakSpeaker) -> None:
    first, second = speaker.say(line(TALE)), EspeakSpeaker().say(line(TALE))
    assert np.array_equal(first.sound.samples, second.sound.samples) and first.utterance == second.utterance


@pytest.mark.parametrize("name", CHARACTERS)
def test_every_character_speaks_at_its_pitch_and_never_clips(speaker: EspeakSpeaker, name: str) -> None:
    said = speaker.say(line(TALE, name))
    assert vowel_pitch(said) == pytest.approx(CHARACTERS[name].pitch_hz, rel=0.16)
    assert 0.15 < said.sound.peak < 0.98
    vowels = [level_db(within(said, p.start, p.end)) for p in said.utterance.phones if p.role.value == "vowel"]
    assert np.median(vowels) == pytest.approx(-20.5, abs=2.0)  # all equally loud


def test_silence_is_silent_and_speech_is_not(speaker: EspeakSpeaker) -> None:
    said = speaker.say(line("가요. 나요."))
    gaps = said.utterance.word_seconds
    assert gaps[0] is not None and gaps[1] is not None
    assert level_db(within(said, gaps[0][1] + 0.25, gaps[1][0] - 0.02)) < -60.0
    assert level_db(within(said, *gaps[0])) > -30.0


@pytest.mark.parametrize("sound, syllables", [("ㅂ", "나바나"), ("ㅃ", "나빠나"), ("ㅍ", "나파나"), ("ㅁ", "나마나")])
def test_lips_are_heard_closed_where_the_timing_says(speaker: EspeakSpeaker, sound: str, syllables: str) -> None:
    said = speaker.say(line(f"{syllables}."))
    (closed,) = [p for p in said.utterance.phones if p.sound == sound]
    samples = said.sound.samples.astype(float)
    spectrum = np.fft.rfft(samples)
    spectrum[np.fft.rfftfreq(len(samples), 1 / 24_000) < 600] = 0
    level = np.convolve(np.fft.irfft(spectrum, len(samples)) ** 2, np.ones(120) / 120, "same")
    first, last = round(24_000 * (closed.start - 0.05)), round(24_000 * (closed.end + 0.05))
    lowest = (first + int(np.argmin(level[first:last]))) / 24_000
    assert closed.start - 0.004 <= lowest <= closed.end + 0.004


@pytest.mark.parametrize("name, tolerance", [("jun", 0.12), ("hana", 0.16)])
@pytest.mark.parametrize("vowel, syllable", [("ㅏ", "아"), ("ㅓ", "어"), ("ㅔ", "에"), ("ㅐ", "애")])
def test_vowels_have_the_formants_of_seoul(
    speaker: EspeakSpeaker, name: str, tolerance: float, vowel: str, syllable: str
) -> None:
    """The first formant is where the smoothed spectrum of a long vowel is highest below 1.3 kHz."""
    said = speaker.say(line(f"{syllable}{syllable}.", name, pace=0.5, pitch=-12.0 if name == "hana" else -6.0))
    last = said.utterance.phones[-1]
    samples = within(said, last.start + 0.08, last.start + 0.24)
    spectrum = 20 * np.log10(np.abs(np.fft.rfft(samples * np.hanning(len(samples)), 8192)) + 1e-9)
    hertz = np.fft.rfftfreq(8192, 1 / 24_000)
    cepstrum = np.fft.irfft(spectrum)
    cepstrum[150:-150] = 0.0
    smooth = np.fft.rfft(cepstrum).real + 12 * np.log10(np.maximum(hertz, 1) / 500)  # the slope of the larynx undone
    character = CHARACTERS[name]
    wanted = Tract(character.tract, character.tract_times).vowel(vowel)[0]
    band = (hertz > 300) & (hertz < 1300)
    assert hertz[band][np.argmax(smooth[band])] == pytest.approx(wanted, rel=tolerance)


def test_moods_move_pitch_pace_and_loudness_as_people_do(speaker: EspeakSpeaker) -> None:
    said = {e: speaker.say(line(TALE, "hana", Mood.of(e))) for e in Emotion}
    pitch = {e: vowel_pitch(s) for e, s in said.items()}
    loud = {e: level_db(s.sound.samples.astype(float)) for e, s in said.items()}
    length = {e: s.sound.seconds for e, s in said.items()}
    calm = Emotion.NEUTRAL
    assert pitch[Emotion.SADNESS] < 0.95 * pitch[calm] < pitch[calm] < 0.93 * pitch[Emotion.JOY]
    assert pitch[Emotion.SURPRISE] > pitch[Emotion.JOY]
    assert loud[Emotion.ANGER] > loud[calm] + 2 > loud[calm] - 2 > loud[Emotion.SADNESS]
    assert length[Emotion.SADNESS] > 1.15 * length[calm] > 1.15 * length[Emotion.FEAR]


def test_pitch_and_pace_of_a_voice_are_heard(speaker: EspeakSpeaker) -> None:
    plain, moved = speaker.say(line(TALE, "jun")), speaker.say(line(TALE, "jun", pitch=5.0, pace=1.5))
    assert vowel_pitch(moved) / vowel_pitch(plain) == pytest.approx(2 ** (5 / 12), rel=0.06)
    assert plain.utterance.phones[10].end > 1.3 * moved.utterance.phones[10].end


def test_hissing_is_high_and_stays_inside_its_sound(speaker: EspeakSpeaker) -> None:
    said = speaker.say(line("아싸아."))
    (hiss,) = [p for p in said.utterance.phones if p.sound == "ㅆ"]
    samples = within(said, hiss.start + 0.02, hiss.end - 0.02)
    power = np.abs(np.fft.rfft(samples * np.hanning(len(samples)))) ** 2
    hertz = np.fft.rfftfreq(len(samples), 1 / 24_000)
    assert power[hertz > 3500].sum() > 20 * power[hertz < 2000].sum()
    vowel = within(said, hiss.end + 0.03, hiss.end + 0.09)
    power = np.abs(np.fft.rfft(vowel * np.hanning(len(vowel)))) ** 2
    hertz = np.fft.rfftfreq(len(vowel), 1 / 24_000)
    assert power[hertz > 3500].sum() < 0.1 * power[hertz < 2000].sum()


@pytest.mark.parametrize(
    "text, voice, kind", [("♪ ♪", "narae", "nothing-to-say"), ("가요.", "nobody", "unknown-voice")]
)
def test_what_cannot_be_said_is_told(speaker: EspeakSpeaker, text: str, voice: str, kind: str) -> None:
    with pytest.raises(PyojeongError) as told:
        speaker.say(line(text, voice))
    assert told.value.kind == kind


def test_every_syllable_of_the_alphabet_can_be_said(speaker: EspeakSpeaker) -> None:
    some = "".join(chr(0xAC00 + n) for n in range(0, 11_172, 41))
    text = " ".join(some[n : n + 4] for n in range(0, len(some), 4))
    said = speaker.say(line(text))
    assert np.isfinite(said.sound.samples).all() and len(said.utterance.phones) > 600


def test_any_two_characters_differ_in_pitch_tract_pace_or_breath() -> None:
    for first, second in itertools.combinations(CHARACTERS.values(), 2):
        steps = (
            abs(12 * math.log2(first.pitch_hz / second.pitch_hz)) / 2.0,
            abs(math.log(Tract(first.tract, first.tract_times).longer / Tract(second.tract, second.tract_times).longer))
            / 0.05,
            abs(math.log(first.pace_times / second.pace_times)) / 0.10,
            abs(first.breath_db - second.breath_db) / 5.0,
        )
        assert sum(min(step, 2.0) for step in steps) > 2.0, (first.name, second.name, steps)


def test_a_long_line_takes_time_and_memory_in_proportion(speaker: EspeakSpeaker) -> None:
    long = speaker.say(line(" ".join([TALE] * 5)))
    assert long.sound.seconds > 60
    assert np.isfinite(long.sound.samples).all() and long.utterance.phones[-1].end < long.sound.seconds
    loud = [level_db(within(long, p.start, p.end)) for p in long.utterance.phones if p.role.value == "vowel"]
    assert np.median(loud[-60:]) == pytest.approx(np.median(loud[:60]), abs=1.5)


@pytest.mark.parametrize(
    "name, pitch, pace", [("jwi", 12.0, 2.0), ("jwi", 12.0, 0.5), ("beom", -12.0, 0.5), ("beom", -12.0, 2.0)]
)
def test_the_ends_of_every_scale_can_be_said(speaker: EspeakSpeaker, name: str, pitch: float, pace: float) -> None:
    for emotion in (Emotion.SURPRISE, Emotion.SADNESS):
        said = speaker.say(line(TALE, name, Mood.of(emotion), pitch=pitch, pace=pace))
        assert np.isfinite(said.sound.samples).all() and 0.02 < said.sound.peak < 2.0
