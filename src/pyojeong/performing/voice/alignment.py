"""Which of espeak-ng's phonemes is which sound of ours."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pyojeong.performing.voice.sounds import Sounding
from pyojeong.rig.speech import Role

# First letters with which espeak-ng 1.52 writes each Korean sound (seen by asking it every syllable).
_IPA = {
    "ㅏ": "ɐa",
    "ㅓ": "ʌ",
    "ㅗ": "o",
    "ㅜ": "u",
    "ㅡ": "ɯ",
    "ㅣ": "i",
    "ㅔ": "e",
    "ㅐ": "ɛ",
    "j": "j",
    "w": "w",
    "ㄱ": "ɡkq",
    "ㄲ": "qk",
    "ㅋ": "kq",
    "ㄴ": "n",
    "ㄷ": "dt",
    "ㄸ": "t",
    "ㅌ": "t",
    "ㄹ": "ɾlɫ",
    "ㅁ": "m",
    "ㅂ": "bp",
    "ㅃ": "p",
    "ㅍ": "p",
    "ㅅ": "sɕʃ",
    "ㅆ": "sɕʃ",
    "ㅈ": "td",
    "ㅉ": "t",
    "ㅊ": "t",
    "ㅎ": "hɦç",
    "ㅇ": "ŋ",
}
_VOWELS = "ɐaʌouɯieɛ"
_SAME, _KIN, _OTHER = 0.0, 0.7, 3.0
_EXTRA, _EXTRA_BREATH, _MISSING = 1.0, 0.2, 0.9


def aligned(sounds: Sequence[Sounding], phonemes: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    """For every sound the numbers of its phonemes, in order; empty where espeak-ng made none (one l for ㄹㄹ).

    The cheapest way through both; a strong stop may have two phonemes (``t`` and ``h``).

    >>> aligned([Sounding("ㅌ", Role.ONSET, 0, 0), Sounding("ㅏ", Role.VOWEL, 0, 0)], ["t", "h", "ɐ"])
    ((0, 1), (2,))
    """
    rows, columns = len(sounds), len(phonemes)
    costs = np.full((rows + 1, columns + 1), np.inf)
    costs[0] = np.concatenate([[0.0], np.cumsum([_extra(p) for p in phonemes])])
    costs[:, 0] = np.arange(rows + 1) * _MISSING
    for row in range(1, rows + 1):
        for column in range(1, columns + 1):
            costs[row, column] = min(
                costs[row - 1, column - 1] + _difference(sounds[row - 1], phonemes[column - 1]),
                costs[row, column - 1] + _extra(phonemes[column - 1]),
                costs[row - 1, column] + _MISSING,
            )
    return _walked(sounds, phonemes, costs)


def _walked(
    sounds: Sequence[Sounding], phonemes: Sequence[str], costs: np.ndarray[tuple[int, int], np.dtype[np.float64]]
) -> tuple[tuple[int, ...], ...]:
    own: list[list[int]] = [[] for _ in sounds]
    spare: list[int] = []
    row, column = len(sounds), len(phonemes)
    while row and column:
        here = costs[row, column]
        if here == costs[row - 1, column - 1] + _difference(sounds[row - 1], phonemes[column - 1]):
            row, column = row - 1, column - 1
            own[row] = [column, *spare]
            spare = []
        elif here == costs[row, column - 1] + _extra(phonemes[column - 1]):
            column -= 1
            spare.insert(0, column)
        else:
            row -= 1
            spare = []
    return tuple(tuple(numbers) for numbers in own)


def _difference(sound: Sounding, phoneme: str) -> float:
    if phoneme[0] in _IPA[sound.sound]:
        return _SAME
    return _KIN if (phoneme[0] in _VOWELS) == (sound.role is Role.VOWEL) else _OTHER


def _extra(phoneme: str) -> float:
    return _EXTRA_BREATH if phoneme[0] == "h" else _EXTRA
