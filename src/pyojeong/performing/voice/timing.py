"""When every sound of a line is made: lengths of Korean sounds in their places, and the pauses between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pyojeong.performing.voice.outcries import DELIVERIES, Cry
from pyojeong.performing.voice.sounds import RAISING, STRONG, TENSE, VOWELS, Sounding, breath_groups
from pyojeong.rig.speech import Phone, Role, SpokenWord, Stop

LEAD, TAIL = 0.06, 0.14
"""Seconds of silence before the first sound and, for the room to die away, after the last."""

# Seconds of a calm reader, as means in Korean read speech: short high vowels, long ㅏ; plain stops short, tense and
# strong ones long (Cho & Keating 2001, doi 10.1006/jpho.2001.0131; Chung et al. 1999 on vowels), then set so that the
# nPVI of vowels and the syllables a second are those of reading (docs/voice.md).
_VOWEL = {"ㅏ": 0.112, "ㅐ": 0.104, "ㅔ": 0.097, "ㅓ": 0.096, "ㅗ": 0.092, "ㅜ": 0.072, "ㅣ": 0.070, "ㅡ": 0.060}
_ONSET = {
    "ㄱ": 0.056,
    "ㄲ": 0.116,
    "ㅋ": 0.120,
    "ㄴ": 0.056,
    "ㄷ": 0.054,
    "ㄸ": 0.116,
    "ㅌ": 0.120,
    "ㄹ": 0.038,
    "ㅁ": 0.062,
    "ㅂ": 0.058,
    "ㅃ": 0.120,
    "ㅍ": 0.122,
    "ㅅ": 0.092,
    "ㅆ": 0.122,
    "ㅈ": 0.072,
    "ㅉ": 0.112,
    "ㅊ": 0.116,
    "ㅎ": 0.056,
}
_CODA = {"ㄱ": 0.066, "ㄷ": 0.062, "ㅂ": 0.068, "ㄴ": 0.062, "ㅁ": 0.070, "ㅇ": 0.072, "ㄹ": 0.058}
_GLIDE = {"j": 0.046, "w": 0.048, "ㅡ": 0.045}
_PAUSE = {
    Stop.NONE: 0.17,
    Stop.COMMA: 0.30,
    Stop.PERIOD: 0.52,
    Stop.QUESTION: 0.52,
    Stop.EXCLAMATION: 0.50,
    Stop.ELLIPSIS: 0.68,
}
_BREATHY_ONSETS = RAISING | frozenset("ㅆ")
_PAUSE_FOLLOWS_PACE = 0.6


@dataclass(frozen=True, slots=True)
class Breath:
    """Sounds made between two pauses.

    Attributes:
        sounds: What is made.
        starts: Seconds from the start of the line.
        ends: Seconds; where one sound ends the next begins.
        stop: What follows.
    """

    sounds: tuple[Sounding, ...]
    starts: tuple[float, ...]
    ends: tuple[float, ...]
    stop: Stop

    def phones(self) -> tuple[Phone, ...]:
        """The same as the timing everybody reads."""
        return tuple(
            Phone(s.sound, s.role, s.word, s.syllable, start, end)
            for s, start, end in zip(self.sounds, self.starts, self.ends, strict=True)
        )


def breaths_of(
    words: Sequence[SpokenWord], sounds: Sequence[Sounding], *, pace: float, pause_times: float
) -> tuple[tuple[Breath, ...], float]:
    """The breaths of a line with their times, and the length of the whole in seconds."""
    breaths: list[Breath] = []
    by_word: dict[int, list[Sounding]] = {}
    for sound in sounds:
        by_word.setdefault(sound.word, []).append(sound)
    clock, pause = LEAD, 0.0
    for numbers, stop in breath_groups(words):
        mine = tuple(sound for number in numbers for sound in by_word.get(number, ()))
        if mine:
            clock += pause
            lengths = _lengths(mine, stop, pace)
            starts, ends = [], []
            for length in lengths:
                starts.append(clock)
                clock += length
                ends.append(clock)
            breaths.append(Breath(mine, tuple(starts), tuple(ends), stop))
            pause = 0.0
        pause = max(pause, _PAUSE[stop] * pause_times / pace**_PAUSE_FOLLOWS_PACE)
    return tuple(breaths), clock + TAIL


def phrases_of(sounds: Sequence[Sounding]) -> tuple[tuple[int, ...], ...]:
    """Accentual phrases of one breath, as numbers of words: one 어절, or short neighbours together (Jun 1993)."""
    sizes: dict[int, int] = {}
    for sound in sounds:
        sizes[sound.word] = sizes.get(sound.word, 0) + sound.is_vowel
    phrases: list[list[int]] = []
    for word, size in sizes.items():
        held = sum(sizes[w] for w in phrases[-1]) if phrases else 0
        if phrases and held + size <= 5 and (size <= 2 or held <= 2):
            phrases[-1].append(word)
        else:
            phrases.append([word])
    return tuple(tuple(phrase) for phrase in phrases)


def _lengths(sounds: Sequence[Sounding], stop: Stop, pace: float) -> list[float]:
    phrases = phrases_of(sounds)
    last = (sounds[-1].word, sounds[-1].syllable)
    ends_of_phrases = {(p[-1], max(s.syllable for s in sounds if s.word == p[-1])) for p in phrases}
    begins = {(p[0], 0) for p in phrases}
    crowd = {word: _crowding(sum(s.is_vowel for s in sounds if s.word in p)) for p in phrases for word in p}
    lengths = []
    for number, sound in enumerate(sounds):
        place = (sound.word, sound.syllable)
        before = sounds[number - 1].sound if number else ""
        after = sounds[number + 1] if number + 1 < len(sounds) else None
        length = _alone(sound, before, after) * crowd[sound.word]
        if sound.cry is not None:
            length *= _cried(sound, sound.cry)
        elif place == last:
            length *= _FINAL[stop] if sound.role is not Role.ONSET else 1.1
        elif place in ends_of_phrases and sound.role is not Role.ONSET:
            length *= 1.60 if sound.is_vowel else 1.15
        if place in begins:
            length *= 1.12 if sound.role is Role.ONSET else 1.06
        elif sound.is_vowel and place not in ends_of_phrases:
            length *= 0.86
        lengths.append(length / pace)
    return lengths


def _cried(sound: Sounding, cry: Cry) -> float:
    made = DELIVERIES[cry]
    return made.consonant_times if sound.role is Role.ONSET else made.vowel_times


_FINAL = {
    Stop.NONE: 1.6,
    Stop.COMMA: 1.85,
    Stop.PERIOD: 1.95,
    Stop.QUESTION: 1.9,
    Stop.EXCLAMATION: 1.85,
    Stop.ELLIPSIS: 2.4,
}
"""Lengthening of the last syllable before a stop; 1.8 in read Korean (Chung et al. 1999)."""


def _crowding(syllables: int) -> float:
    """Syllables of long phrases are shorter (Menzerath's law)."""
    return max(0.88, 1.10 - 0.03 * syllables)


def _alone(sound: Sounding, before: str, after: Sounding | None) -> float:
    """Seconds of a sound from its neighbours alone."""
    if sound.role is Role.VOWEL:
        length = _VOWEL[sound.sound]
        if after is not None and after.role is Role.CODA:
            length *= 0.80
        elif after is not None and after.sound in TENSE | STRONG:
            length *= 0.88  # vowels are clipped before tense and strong consonants
        if before in _BREATHY_ONSETS and sound.sound in "ㅡㅜㅣ":
            length *= 0.70
        if before in TENSE:
            length *= 1.06
        elif before and before in "ㅋㅌㅍ":
            length *= 0.92  # the longer the stop, the shorter its vowel
        return length * (1.12 if before in VOWELS else 1.0)
    if sound.role is Role.GLIDE:
        return _GLIDE[sound.sound]
    if sound.role is Role.CODA:
        return _CODA[sound.sound] * (0.8 if after is not None and after.sound == sound.sound else 1.0)
    return _ONSET[sound.sound] * (1.25 if before == "ㄹ" and sound.sound == "ㄹ" else 1.0)
