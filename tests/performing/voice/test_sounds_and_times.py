"""Sounds of a line, their lengths, the melody over them and what a mood does to all of it."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pyojeong.emotion import Emotion, Mood
from pyojeong.performing.voice.alignment import aligned
from pyojeong.performing.voice.curves import GRID
from pyojeong.performing.voice.intonation import Melody
from pyojeong.performing.voice.larynx import larynx_curves, obstruent
from pyojeong.performing.voice.manner import CALM, FULL, Manner, manner_of
from pyojeong.performing.voice.sounds import breath_groups, soundings
from pyojeong.performing.voice.timing import Breath, breaths_of, phrases_of
from pyojeong.reading.text.pronouncing import spoken_words
from pyojeong.rig.speech import Role, Stop
from spoken_lines import TALE, words

syllables = st.integers(0xAC00, 0xD7A3).map(chr)
lines = st.lists(st.text(syllables, min_size=1, max_size=5), min_size=1, max_size=12).map(" ".join)


def timed(text: str, *, pace: float = 1.0) -> tuple[tuple[Breath, ...], float]:
    spoken = words(text)
    return breaths_of(spoken, soundings(spoken), pace=pace, pause_times=1.0)


@given(lines)
def test_every_syllable_has_one_vowel_and_its_sounds_stand_in_order(text: str) -> None:
    spoken = words(text)
    sounds = soundings(spoken)
    places = [(s.word, s.syllable) for s in sounds]
    assert places == sorted(places)
    assert [p for p, s in zip(places, sounds, strict=True) if s.is_vowel] == [
        (w, n) for w, word in enumerate(spoken) for n in range(len(word.surface))
    ]


@given(lines, st.floats(0.5, 2.0))
def test_sounds_of_a_breath_touch_and_a_faster_pace_is_shorter(text: str, pace: float) -> None:
    breaths, seconds = timed(text, pace=pace)
    for breath in breaths:
        assert all(a == b for a, b in zip(breath.ends, breath.starts[1:], strict=False))
        assert all(0.012 < e - s < 0.9 for s, e in zip(breath.starts, breath.ends, strict=True))
    assert breaths[-1].ends[-1] < seconds
    assert timed(text, pace=pace * 1.2)[1] < seconds


def test_long_lines_are_breathed_and_marks_are_pauses() -> None:
    groups = breath_groups(words("가나다라마바 가나다라마바 가나다라마바 가나다라마바"))
    assert [len(numbers) for numbers, _ in groups] == [3, 1]
    breaths, _ = timed("가요, 가요. 가요")
    comma, period = (later.starts[0] - sooner.ends[-1] for sooner, later in itertools.pairwise(breaths))
    assert 0.2 < comma < period


def test_a_word_of_which_nothing_is_said_gives_its_pause_alone() -> None:
    breaths, _ = timed("가요 ♪. 나요")
    assert [s.sound for b in breaths for s in b.sounds] == ["ㄱ", "ㅏ", "j", "ㅗ", "ㄴ", "ㅏ", "j", "ㅗ"]
    assert breaths[1].starts[0] - breaths[0].ends[-1] > 0.4


def test_the_last_syllable_is_long_and_strong_stops_outlast_plain_ones() -> None:
    (breath,), _ = timed("나라나라.")
    lengths = [e - s for sound, s, e in zip(breath.sounds, breath.starts, breath.ends, strict=True) if sound.is_vowel]
    assert lengths[-1] > 1.6 * lengths[1]
    (plain,), _ = timed("나가나")
    (tense,), _ = timed("나까나")
    assert tense.ends[2] - tense.starts[2] > 1.5 * (plain.ends[2] - plain.starts[2])


def test_short_words_share_a_phrase() -> None:
    assert phrases_of(soundings(words("떡 하나 주면 호랑이가"))) == ((0, 1, 2), (3,))


def ending(text: str, manner: Manner = CALM) -> float:
    """Semitones by which the melody moves through the last vowel."""
    breaths, seconds = timed(text)
    curve = Melody(1.0, manner, (0.0, 0.0, 0.0)).curve(breaths, seconds)
    end = breaths[-1].ends[-1]
    return float(curve[round((end - 0.02) * GRID)] - curve[round((end - 0.22) * GRID)])


def test_questions_rise_and_statements_fall() -> None:
    assert ending("누구세요?") > 2.0 > 0.0 > ending("가써요.")


def test_words_begin_high_after_strong_consonants_and_low_after_others() -> None:
    starts = []
    for text in ("토마토가", "도마도가"):
        breaths, seconds = timed(text)
        curve = Melody(1.0, CALM, (0.0, 0.0, 0.0)).curve(breaths, seconds)
        starts.append(curve[round(breaths[0].starts[1] * GRID) + 30])
    assert starts[0] > starts[1] + 2.0


@given(st.dictionaries(st.sampled_from(Emotion), st.floats(0.05, 1.0), min_size=1), st.floats(0.0, 1.0))
def test_every_mood_lies_between_calm_and_the_full_emotions(parts: dict[Emotion, float], intensity: float) -> None:
    made = manner_of(Mood.blend(parts, intensity=intensity))
    for name in Manner.__slots__:
        ends = [getattr(m, name) for e, m in FULL.items() if e in parts] + [getattr(CALM, name)]
        assert min(ends) - 1e-6 <= getattr(made, name) <= max(ends) + 1e-6


def test_a_little_more_of_an_emotion_is_a_little_more_of_its_manner() -> None:
    pitches = [manner_of(Mood.of(Emotion.JOY, intensity=i)).semitones for i in np.linspace(0, 1, 11)]
    assert np.all(np.diff(pitches) > 0)


@given(lines)
def test_closures_are_silent_and_vowels_are_voiced(text: str) -> None:
    breaths, seconds = timed(text)
    larynx = larynx_curves(breaths, seconds)
    for breath in breaths:
        for number, sound in enumerate(breath.sounds):
            middle = round(500 * (breath.starts[number] + breath.ends[number]))
            made = obstruent(breath, number)
            if sound.is_vowel and number + 1 < len(breath.sounds):
                assert larynx.voice[middle] > 0.9
            if made is not None and not made.voiced:
                closed = round(GRID * (0.3 * breath.starts[number] + 0.7 * breath.ends[number]))
                assert larynx.voice[closed] < 0.25


@given(st.lists(st.text(syllables, min_size=1, max_size=4), min_size=1, max_size=4).map(" ".join), st.data())
def test_alignment_gives_each_phoneme_to_one_sound_in_order(text: str, data: st.DataObject) -> None:
    sounds = soundings(words(text))
    phonemes = data.draw(st.lists(st.sampled_from(["k", "ɐ", "n", "t", "h", "m", "u", "j", "s"]), max_size=20))
    given_away = [number for own in aligned(sounds, phonemes) for number in own]
    assert given_away == sorted(set(given_away)) and all(0 <= n < len(phonemes) for n in given_away)


def test_alignment_finds_its_way_past_what_one_side_lacks() -> None:
    sounds = soundings(words("알라타"))
    assert aligned(sounds, ["ɐ", "l", "ɐ", "t", "h", "ɐ"]) in (
        ((0,), (1,), (), (2,), (3, 4), (5,)),
        ((0,), (), (1,), (2,), (3, 4), (5,)),
    )


def silence_after(marks: str, *, pause_times: float = 1.0, pace: float = 1.0) -> float:
    spoken = spoken_words(f"나무{marks}나무")
    breaths, _ = breaths_of(spoken, soundings(spoken), pace=pace, pause_times=pause_times)
    sooner, later = breaths
    return later.starts[0] - sooner.ends[-1]


@pytest.mark.parametrize(
    ("marks", "seconds"),
    [
        ("… ", 0.68),
        ("... ", 0.68),
        ("…", 0.68),
        (". ", 0.52),
        (".” ", 0.52),
        ("? ", 0.52),
        ("?! ", 0.52),
        ("! ", 0.50),
        ("!” ", 0.50),
        ("!", 0.50),
        (", ", 0.30),
        ("— ", 0.30),
        (" — ", 0.30),
        ("—", 0.30),
        ("~ ", 0.30),
        ("\n", 0.30),
        ("\n\n", 0.52),
        (".\n", 0.52),
        ("…\n\n", 0.68),
        (", … ", 0.68),
    ],
)
def test_marks_are_silences_of_their_length(marks: str, seconds: float) -> None:
    assert silence_after(marks) == pytest.approx(seconds)
    assert silence_after(marks, pause_times=1.4) == pytest.approx(1.4 * seconds)
    assert seconds / 2 < silence_after(marks, pace=2.0) < seconds  # pauses shrink less than sounds


def test_a_calm_word_is_not_followed_by_silence() -> None:
    spoken = spoken_words("나무 ‘나무’ 나무·나무")
    assert len(breaths_of(spoken, soundings(spoken), pace=1.0, pause_times=1.0)[0]) == 1


@pytest.mark.parametrize("stop", list(Stop))
def test_every_stop_ends_a_line(stop: Stop) -> None:
    breaths, seconds = timed(f"가요{stop}")
    assert breaths[0].sounds[-1].role is Role.VOWEL and seconds > breaths[0].ends[-1]
    assert len(timed(TALE)[0]) == 6


def test_no_breath_is_heard_long_before_what_is_breathed() -> None:
    (breath,), seconds = timed("나라나라나라하")
    start = next(s for sound, s in zip(breath.sounds, breath.starts, strict=True) if sound.sound == "ㅎ")
    curve = larynx_curves([breath], seconds).breath
    assert curve[: round((start - 0.03) * GRID)].max() < 1e-3 < curve[round((start + 0.02) * GRID)]
