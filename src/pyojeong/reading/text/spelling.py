"""Writing as numbers: the characters every feature is counted on, each with its place in the original text.

Capitals, repeated letters and digits carry little feeling and much sparsity: letters are lowered, digits become 0, a
run of more than three equal characters becomes three (``ㅋㅋㅋㅋㅋ`` → ``ㅋㅋㅋ``). Control characters become spaces,
invisible format characters vanish, and a lone surrogate becomes U+FFFD, so that any string can be spelled.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SPACE = 0x20
LONGEST_RUN = 3
_REPLACEMENT = 0xFFFD


#: What keeps a text from being spelled as it stands: a character that may fold, a space too many, a run of four.
_UNSETTLED = re.compile(r"[^ !-/0:-@\[-`a-z{-~…ㄱ-ㅎㅏ-ㅣ가-힣]|  |\A | \Z|(.)\1\1\1")


@dataclass(frozen=True, slots=True)
class Spelled:
    """Normalised code points and the index in the original text each came from (both length N)."""

    codes: NDArray[np.uint32]
    origin: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.codes)

    def __str__(self) -> str:
        """The normalised text; its characters are `codes`, one each."""
        return self.codes.tobytes().decode("utf-32-le")


def spell(text: str) -> Spelled:
    r"""``text`` normalised: NFC, lower case, digits as 0, runs of at most three, single spaces within.

    >>> "".join(map(chr, spell("  ㅋㅋㅋㅋㅋㅋ 2026년 GOOD ").codes))
    'ㅋㅋㅋ 000년 good'
    >>> spell("a\x00b").codes.tolist(), spell("a\x00b").origin.tolist()
    ([97, 32, 98], [0, 1, 2])
    """
    if not _UNSETTLED.search(text):
        return Spelled(_codes(text), np.arange(len(text), dtype=np.int32))
    codes, origin = _composed(text)
    keep = np.ones(len(codes), bool)
    codes = _folded(codes, keep)
    codes, origin = codes[keep], origin[keep]
    keep = _runs_kept(codes)
    codes, origin = codes[keep], origin[keep]
    first = 1 if len(codes) and codes[0] == SPACE else 0
    last = len(codes) - 1 if len(codes) > first and codes[-1] == SPACE else len(codes)
    return Spelled(codes[first:last], origin[first:last])


def _composed(text: str) -> tuple[NDArray[np.uint32], NDArray[np.int32]]:
    """Code points of the lower-case NFC form with the original index of each."""
    lowered = text.lower()
    if len(lowered) == len(text) and unicodedata.is_normalized("NFC", lowered):
        return _codes(lowered), np.arange(len(lowered), dtype=np.int32)
    pieces, places = [], []
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not _joins(text[end]):
            piece = unicodedata.normalize("NFC", text[start:end].lower())
            pieces.append(piece)
            places.extend([start] * len(piece))
            start = end
    return _codes("".join(pieces)), np.asarray(places, dtype=np.int32)


def _codes(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.uint32)


def _joins(character: str) -> bool:
    """Whether ``character`` composes with the one before it: a combining mark, or a conjoining vowel or final."""
    return unicodedata.combining(character) > 0 or "\u1160" <= character <= "\u11ff"


def _folded(codes: NDArray[np.uint32], keep: NDArray[np.bool_]) -> NDArray[np.uint32]:
    """Digits, white space and surrogates folded; invisible characters struck out of ``keep`` (in place)."""
    out: NDArray[np.uint32] = _FOLD[np.minimum(codes, _HIGH)]
    high = codes >= _HIGH
    if high.any():
        out[high] = codes[high]
        keep &= ~((codes >= 0x1F3FB) & (codes <= 0x1F3FF))  # skin tones
    keep &= out != _HIDDEN
    return out


def _fold_table() -> NDArray[np.uint32]:
    """What each character of the basic plane folds to."""
    table = np.arange(_HIGH + 1, dtype=np.uint32)
    table[0x30:0x3A] = 0x30
    for first, last in ((0, SPACE), (0x7F, 0xA0), (0x2000, 0x200A), (0x2028, 0x202F), (0x3000, 0x3000)):
        table[first : last + 1] = SPACE
    for first, last in ((0x200B, 0x200F), (0x2060, 0x206F), (0xFEFF, 0xFEFF), (0xFE00, 0xFE0F)):
        table[first : last + 1] = _HIDDEN
    table[0xD800:0xE000] = _REPLACEMENT
    return table


_HIGH = 0x10000
_HIDDEN = 0xFFFFFFFF
_FOLD = _fold_table()


def _runs_kept(codes: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Which characters stay when runs shrink to three, and runs of spaces to one."""
    keep = np.ones(len(codes), bool)
    if len(codes) > 1:
        same = codes[1:] == codes[:-1]
        keep[1:] &= ~(same & (codes[1:] == SPACE))
    if len(codes) > LONGEST_RUN:
        deep = codes[LONGEST_RUN:] == codes[:-LONGEST_RUN]
        for back in range(1, LONGEST_RUN):
            deep = deep & (codes[LONGEST_RUN:] == codes[LONGEST_RUN - back : -back])
        keep[LONGEST_RUN:] &= ~deep
    return keep
