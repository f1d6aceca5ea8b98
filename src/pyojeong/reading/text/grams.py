"""Hashed n-grams: the only features of the text model, counted by the same code when it learns and when it reads.

A *word gram* lies inside one word (characters 1-3 with the word's edges, jamo 3-5, and the word itself); a *line gram*
runs over the whole sentence (characters 1-5 with spaces). Both are hashed with wrapping 64-bit arithmetic, no tables,
no strings, so that a whole page costs a few dozen numpy calls.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pyojeong.reading.text.spelling import SPACE, Spelled

WORD_BITS = 17
LINE_BITS = 21
LONGEST_WORD = 10
_CHAR_SIZES = (1, 2, 3)
_JAMO_SIZES = (3, 4, 5)
_LINE_SIZES = (1, 2, 3, 4, 5)
_OPEN, _CLOSE = 1, 2
# Odd multipliers of splitmix64 (Steele et al. 2014, OOPSLA): any odd constants with mixed bits would do.
_STEP = np.uint64(0x9E3779B97F4A7C15)
_MIX_A = np.uint64(0xBF58476D1CE4E5B9)
_MIX_B = np.uint64(0x94D049BB133111EB)


@dataclass(frozen=True, slots=True)
class WordGrams:
    """Words of some sentences and their grams, flat.

    Attributes:
        ids: Bucket of each gram in [0, 2^17), word after word.
        starts: Index in ``ids`` where each word's grams start (length W).
        sentence: Which sentence each word belongs to (length W, rising).
        span: First and one-past-last index of each word in its sentence's `Spelled` (W × 2).
    """

    ids: NDArray[np.int32]
    starts: NDArray[np.int64]
    sentence: NDArray[np.int64]
    span: NDArray[np.int64]


def word_grams(lines: list[Spelled]) -> WordGrams:
    """The word grams of every sentence; a sentence without characters has no words."""
    codes = np.concatenate([line.codes for line in lines]) if lines else np.zeros(0, np.uint32)
    lengths = np.array([len(line) for line in lines], np.int64)
    owner = np.repeat(np.arange(len(lines)), lengths)
    begins, ends = _words(codes, owner)
    if not len(begins):
        none = np.zeros(0, np.int64)
        return WordGrams(none.astype(np.int32), none, none, none.reshape(0, 2))
    framed, word = _framed(codes, begins, ends)
    chars = _inside(framed, word, _CHAR_SIZES, salt=0)
    parts = _inside(*_jamo(framed, word), _JAMO_SIZES, salt=8)
    ids = _mixed(np.concatenate([chars[0], parts[0], _whole(framed, word)]))
    words = np.concatenate([chars[1], parts[1], np.arange(len(begins))])
    order = np.argsort(words, kind="stable")
    starts = np.searchsorted(words[order], np.arange(len(begins)))
    sentence = owner[begins]
    offset = (np.cumsum(lengths) - lengths)[sentence]
    span = np.stack([begins - offset, ends - offset], axis=1)
    return WordGrams((ids[order] >> np.uint64(64 - WORD_BITS)).astype(np.int32), starts, sentence, span)


def line_grams(line: Spelled) -> NDArray[np.int32]:
    """Buckets in [0, 2^21) of the line's grams, size after size, in the order they begin.

    The line is framed by one edge mark on each side.
    """
    padded = np.empty(len(line) + 2, np.uint64)
    padded[0], padded[-1] = _OPEN, _CLOSE
    padded[1:-1] = line.codes
    rolled = np.zeros(len(padded) + 1, np.uint64)
    grams = []
    for size in _LINE_SIZES[: len(padded)]:
        rolled = (rolled[: len(padded) - size + 1] + padded[size - 1 :]) * _STEP
        grams.append(rolled + _salt(32 + size))
    return (_mixed(np.concatenate(grams)) >> np.uint64(64 - LINE_BITS)).astype(np.int32)


def _kinds(codes: NDArray[np.uint32]) -> NDArray[np.uint8]:
    """0 space, 1 letters and digits, 2 bare jamo (ㅋ, ㅠ), 3 punctuation, 4 emoji and other symbols."""
    kind: NDArray[np.uint8] = _KIND[np.minimum(codes, _HIGH)]
    kind[codes >= 0x1F000] = 4
    return kind


def _kind_table() -> NDArray[np.uint8]:
    """The kind of each character of the basic plane; the last entry stands for all above it."""
    kind = np.ones(_HIGH + 1, np.uint8)
    kind[:0x80] = 3
    kind[0x61:0x7B] = kind[0x30] = 1
    for first, last, value in ((0x2010, 0x205E, 3), (0x3001, 0x303F, 3), (0x3131, 0x318E, 2), (0x2190, 0x2BFF, 4)):
        kind[first : last + 1] = value
    kind[SPACE] = 0
    return kind


_HIGH = 0x10000
_KIND = _kind_table()


def _words(codes: NDArray[np.uint32], owner: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where words begin and end: at spaces, changes of kind, sentence borders, every tenth character of a run."""
    kind = _kinds(codes)
    inked = kind > 0
    fresh = inked.copy()
    if len(codes) > 1:
        fresh[1:] &= (kind[1:] != kind[:-1]) | (owner[1:] != owner[:-1])
    begins = np.flatnonzero(fresh)
    if not len(begins):
        return begins, begins
    place = np.arange(len(codes))
    since = place - begins[np.maximum(np.cumsum(fresh) - 1, 0)]
    fresh |= inked & (since % LONGEST_WORD == 0) & (since > 0)
    begins = np.flatnonzero(fresh)
    last = inked.copy()
    last[:-1] &= fresh[1:] | ~inked[1:]
    return begins, np.flatnonzero(last) + 1


def _framed(
    codes: NDArray[np.uint32], begins: NDArray[np.int64], ends: NDArray[np.int64]
) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """Every word between its edge marks, one after another, and the word each character belongs to."""
    sizes = ends - begins + 2
    word = np.repeat(np.arange(len(begins)), sizes)
    starts = np.cumsum(sizes) - sizes
    within = np.arange(len(word)) - starts[word]
    source = np.clip(begins[word] + within - 1, 0, len(codes) - 1)
    framed = codes[source].astype(np.uint64)
    framed[starts] = _OPEN
    framed[starts + sizes - 1] = _CLOSE
    return framed, word


def _jamo(framed: NDArray[np.uint64], word: NDArray[np.int64]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """Syllables taken apart into initial, vowel and final (Unicode 3.12); other characters stay whole."""
    block = framed.astype(np.int64) - 0xAC00
    hangul = (block >= 0) & (block < 11172)
    parts = np.zeros((len(framed), 3), np.uint64)
    parts[:, 0] = np.where(hangul, 0x1100 + block // 588, framed.astype(np.int64))
    parts[:, 1] = np.where(hangul, 0x1161 + block % 588 // 28, 0)
    final = np.where(hangul, block % 28, 0)
    parts[:, 2] = np.where(final > 0, 0x11A7 + final, 0)
    present = parts > 0
    return parts[present], np.repeat(word, 3).reshape(-1, 3)[present]


def _inside(
    codes: NDArray[np.uint64], word: NDArray[np.int64], sizes: tuple[int, ...], *, salt: int
) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """Salted hashes of the n-grams that lie inside one word, and their words; hashes roll on from size to size."""
    hashes, words = [], []
    rolled = np.zeros(len(codes) + 1, np.uint64)
    for size in range(1, min(sizes[-1], len(codes)) + 1):
        count = len(codes) - size + 1
        rolled = (rolled[:count] + codes[size - 1 :]) * _STEP
        if size in sizes:
            inside = word[:count] == word[size - 1 :] if size > 1 else codes > _CLOSE
            hashes.append(rolled[inside] + _salt(salt + size))
            words.append(word[:count][inside])
    return np.concatenate(hashes), np.concatenate(words)


def _whole(framed: NDArray[np.uint64], word: NDArray[np.int64]) -> NDArray[np.uint64]:
    """One salted hash a word, of all its characters in their places."""
    starts = np.flatnonzero(np.r_[True, word[1:] != word[:-1]])
    within = (np.arange(len(word)) - starts[word]).astype(np.uint64)
    placed = _mixed(framed + within * _MIX_B + _salt(5))
    return np.asarray(np.add.reduceat(placed, starts) + _salt(6), np.uint64)


def _salt(number: int) -> np.uint64:
    return np.uint64(number * int(_MIX_A) % 2**64)


def _mixed(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The splitmix64 finaliser over ``values``; array arithmetic wraps silently."""
    x = (values ^ (values >> np.uint64(30))) * _MIX_A
    x = (x ^ (x >> np.uint64(27))) * _MIX_B
    return x ^ (x >> np.uint64(31))
