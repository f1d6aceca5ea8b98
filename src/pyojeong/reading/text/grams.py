"""Hashed n-grams: the only features of the text model, counted by the same code when it learns and when it reads.

A *word gram* lies inside one word (characters 1-3 with the word's edges, jamo 3-5, and the word itself); a *line gram*
runs over the whole sentence (characters 1-5 with spaces). Both are hashed with wrapping 64-bit arithmetic, all grams of
all words in one product of sliding windows, so that a page costs as many numpy calls as a word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pyojeong.reading.text.spelling import Spelled

WORD_BITS = 17
LINE_BITS = 21
LONGEST_WORD = 10
_CHAR_SIZES = (1, 2, 3)
_JAMO_SIZES = (3, 4, 5)
_LINE_SIZES = (1, 2, 3, 4, 5)
_OPEN, _CLOSE = "\x01", "\x02"
# Odd multipliers of splitmix64 (Steele et al. 2014, OOPSLA): any odd constants with mixed bits would do.
_STEP = 0x9E3779B97F4A7C15
_MIX_A = np.uint64(0xBF58476D1CE4E5B9)
_MIX_B = np.uint64(0x94D049BB133111EB)

_JAMO = "\u3131-\u318e"
_PUNCTUATION = "\x00-\x1f!-/1-9:-`{-\x7f\u2010-\u205e\u3001-\u303f"
_SYMBOLS = "\u2190-\u2bff\U0001f000-\U0010ffff"
_LETTERS = f"^ {_JAMO}{_PUNCTUATION}{_SYMBOLS}"
#: A word is a run of at most ten characters of one kind: letters and digits, bare jamo, punctuation, emoji and symbols.
_WORD = re.compile("|".join(f"[{kind}]{{1,{LONGEST_WORD}}}" for kind in (_LETTERS, _JAMO, _PUNCTUATION, _SYMBOLS)))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of S sentences, in order.

    Attributes:
        texts: Each word (W).
        starts: Index of each sentence's first word (S); a sentence without words starts where the next one does.
        sizes: How many words each sentence has (S).
        span: First and one-past-last index of each word in its sentence's `Spelled` (W).
    """

    texts: list[str]
    starts: NDArray[np.int64]
    sizes: NDArray[np.int64]
    span: list[tuple[int, int]]

    def of(self, sentence: int) -> slice:
        """Where the words of ``sentence`` lie."""
        start = int(self.starts[sentence])
        return slice(start, start + int(self.sizes[sentence]))


@dataclass(frozen=True, slots=True)
class Grams:
    """Buckets of all grams, text after text; where each text's grams start, and how many it has."""

    ids: NDArray[np.int32]
    starts: NDArray[np.int64]
    sizes: NDArray[np.int64]


def words_of(lines: Sequence[Spelled]) -> Words:
    """The words of every sentence; a sentence without characters has none.

    >>> from pyojeong.reading.text.spelling import spell
    >>> words_of([spell("너무 속상해ㅠㅠ")]).texts
    ['너무', '속상해', 'ㅠㅠ']
    """
    sizes: list[int] = []
    texts: list[str] = []
    span: list[tuple[int, int]] = []
    for line in lines:
        before = len(texts)
        for found in _WORD.finditer(str(line)):
            texts.append(found.group())
            span.append(found.span())
        sizes.append(len(texts) - before)
    counts = np.array(sizes, np.int64)
    return Words(texts, counts.cumsum() - counts, counts, span)


def word_grams(words: Sequence[str]) -> Grams:
    """Buckets in [0, 2^17) of each word's grams; every word has some. ``words`` are not empty strings."""
    framed = [f"{_OPEN}{word}{_CLOSE}" for word in words]
    chars, parts = _joined(framed), _joined([word.translate(_APART) for word in framed])
    char_hashes, char_owner = _inside(chars, _CHAR_SIZES, salt=0, edges=False)
    part_hashes, part_owner = _inside(parts, _JAMO_SIZES, salt=8, edges=True)
    owner = np.concatenate([char_owner, part_owner, np.arange(len(words))])
    hashes = np.concatenate([char_hashes, part_hashes, _whole(chars)])
    return _grouped(_bucket(hashes, WORD_BITS), owner, len(words))


def line_grams(lines: Sequence[Spelled]) -> Grams:
    """Buckets in [0, 2^21) of each line's grams, size after size; a line is framed by one edge mark on each side."""
    hashes, owner = _inside(_joined([f"{_OPEN}{line}{_CLOSE}" for line in lines]), _LINE_SIZES, salt=32, edges=True)
    return _grouped(_bucket(hashes, LINE_BITS), owner, len(lines))


def _grouped(ids: NDArray[np.int32], owner: NDArray[np.int64], texts: int) -> Grams:
    """The buckets sorted by the text they belong to; within a text their order stays."""
    if texts == 1:
        return Grams(ids, np.zeros(1, np.int64), np.array([len(ids)]))
    sizes = np.bincount(owner, minlength=texts)
    return Grams(ids[owner.argsort(kind="stable")], sizes.cumsum() - sizes, sizes)


@dataclass(frozen=True, slots=True)
class _Joined:
    """Code points of texts end to end, the text each belongs to, and where each text starts."""

    codes: NDArray[np.uint64]
    owner: NDArray[np.int64]
    starts: NDArray[np.int64]


class _Apart(dict[int, str]):
    """Syllables taken apart into initial, vowel and final (Unicode 3.12), as they are met; the rest stays whole."""

    def __missing__(self, code: int) -> str:
        block = code - 0xAC00
        if not 0 <= block < 11172:
            return chr(code)
        final = chr(0x11A7 + block % 28) if block % 28 else ""
        self[code] = apart = chr(0x1100 + block // 588) + chr(0x1161 + block % 588 // 28) + final
        return apart


_APART = _Apart()


def _joined(texts: Sequence[str]) -> _Joined:
    codes = np.frombuffer("".join(texts).encode("utf-32-le"), "<u4").astype(np.uint64)
    sizes = np.array([len(text) for text in texts])
    return _Joined(codes, np.arange(len(texts)).repeat(sizes), sizes.cumsum() - sizes)


def _inside(
    texts: _Joined, sizes: tuple[int, ...], *, salt: int, edges: bool
) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """Salted hashes of the n-grams that lie inside one text, size after size, and their texts.

    The hash of c₁…cₙ is Σ cᵢ·stepⁿ⁺¹⁻ⁱ. A single edge mark is a gram only with ``edges``.
    """
    longest, count = sizes[-1], len(texts.codes)
    padded, places = np.zeros(count + longest, np.uint64), np.full(count + longest, -1)
    padded[:count], places[:count] = texts.codes, texts.owner
    hashes = _POWERS[sizes] @ _windows(padded, count, longest).T + _salts(salt, sizes)
    inside = texts.owner == _windows(places, count, longest)[:, sizes[0] - 1 :].T
    if not edges:
        inside[0] = texts.codes > ord(_CLOSE)
    return hashes[inside], places[inside.nonzero()[1]]


def _windows(values: NDArray[Any], count: int, width: int) -> NDArray[Any]:
    """``count`` windows over ``values``, one step apart, without a copy (count × width)."""
    return np.ndarray((count, width), values.dtype, values, strides=values.strides * 2)


def _powers(sizes: tuple[int, ...]) -> NDArray[np.uint64]:
    """For each size the powers of the step its characters are multiplied by (sizes × longest)."""
    rows = [[pow(_STEP, size - place, 2**64) if place < size else 0 for place in range(sizes[-1])] for size in sizes]
    return np.array(rows, np.uint64)


_POWERS: dict[tuple[int, ...], NDArray[np.uint64]] = {
    sizes: _powers(sizes) for sizes in (_CHAR_SIZES, _JAMO_SIZES, _LINE_SIZES)
}


@cache
def _salts(first: int, sizes: tuple[int, ...]) -> NDArray[np.uint64]:
    """A salt a size (sizes × 1)."""
    return np.array([[_salt(first + size)] for size in sizes], np.uint64)


def _whole(texts: _Joined) -> NDArray[np.uint64]:
    """One salted hash a text, of all its characters in their places."""
    within = (np.arange(len(texts.codes)) - texts.starts[texts.owner]).astype(np.uint64)
    placed = _mixed(texts.codes + within * _MIX_B + _salt(5))
    return np.asarray(np.add.reduceat(placed, texts.starts) + _salt(6), np.uint64)


@cache
def _salt(number: int) -> np.uint64:
    return np.uint64(number * int(_MIX_A) % 2**64)


def _bucket(hashes: NDArray[np.uint64], bits: int) -> NDArray[np.int32]:
    return (_mixed(hashes) >> np.uint64(64 - bits)).astype(np.int32)


def _mixed(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The splitmix64 finaliser over ``values``; array arithmetic wraps silently."""
    x = (values ^ (values >> np.uint64(30))) * _MIX_A
    x = (x ^ (x >> np.uint64(27))) * _MIX_B
    return x ^ (x >> np.uint64(31))
