"""Letters as paths, once for all: outline and ink box of each, by voice and by hand.

Lengths are in heights of the syllable 한 in the same font, so that a size means the same in every voice; y 0 is the
middle of 한, x 0 the left edge of the ink. A *hand* is a number: 0 is the font's own outline, others are that outline
drawn again with an unsteady pen, each a little differently.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache, lru_cache

import skia

from pyojeong.errors import PyojeongError
from pyojeong.media.drawing.nodes import Matrix
from pyojeong.media.drawing.paths import placed
from pyojeong.stickers.lettering.boxes import Box
from pyojeong.stickers.lettering.symbols import DRAWN, symbol
from pyojeong.stickers.lettering.voices import Voice, typeface

HANDS = 4
"""Unsteady variants kept of each letter: enough that ㅋㅋㅋ and !!! are never the same letter twice in a row."""
MARKS = frozenset("!?.,…~·'\"-♥♡★☆♪)」』”’")
"""Signs that may hang over the end of a line and are no letters when heights are measured."""
_DRAW_SIZE = 1000.0
_PEN_WAVES = 6.5
"""Radians of the pen's unsteadiness across one syllable: under 4 letters lean, over 10 they shiver."""


@dataclass(frozen=True, slots=True, eq=False)
class Glyph:
    """One letter as drawn.

    Attributes:
        character: Which.
        path: Its outline.
        hand: Which of its drawings.
        unsteadiness: How far the pen strayed.
        box: Bounds of the ink.
    """

    character: str
    path: skia.Path
    hand: int
    unsteadiness: float
    box: Box

    @property
    def is_mark(self) -> bool:
        """Whether it is punctuation or a sign."""
        return self.character in MARKS


@lru_cache(maxsize=4096)
def glyph(voice: Voice, character: str, hand: int = 0, unsteadiness: float = 0.0) -> Glyph:
    """The letter in one voice and hand; ``unsteadiness`` in heights, 0 for none.

    Raises:
        KeyError: When neither the font nor `symbols` has it; ask `missing` first.
    """
    path = symbol(character) if character in DRAWN else _from_font(voice, character)
    if hand and unsteadiness:
        path = unsteady(path, 1000 * (ord(character) % 997) + hand, unsteadiness)
    box = Box(*_edges(path))
    return Glyph(character, path, hand, unsteadiness, box)


@lru_cache(maxsize=512)
def missing(voice: Voice, text: str) -> str:
    """Characters of ``text`` that a voice cannot write, each once, in order; spaces are never missing."""
    unknown = [c for c in text if not c.isspace() and c not in DRAWN and not _writes(voice, c)]
    return "".join(dict.fromkeys(unknown))


@lru_cache(maxsize=4096)
def _writes(voice: Voice, character: str) -> bool:
    """Whether the font has a letter with ink: it maps control characters and fillers to letters of none."""
    return bool(typeface(voice).unicharToGlyph(ord(character))) and not _raw(voice, character).isEmpty()


def _named(unknown: str) -> str:
    """Characters for a sentence: what cannot be seen, or even written, by its number."""
    return "".join(c if c.isprintable() else f" U+{ord(c):04X}" for c in unknown).strip()


def voice_for(text: str, wanted: Voice) -> Voice:
    """``wanted`` when it can write all of ``text``, else `Voice.PLAIN` for the whole of it.

    Raises:
        PyojeongError: When no font has some character, as with emoji.

    >>> voice_for("안녕", Voice.HAND).value, voice_for("뷁", Voice.HAND).value
    ('hand', 'plain')
    """
    if not missing(wanted, text):
        return wanted
    unknown = _named(missing(Voice.PLAIN, text))
    if unknown:
        raise PyojeongError(
            f"글귀에 쓸 수 없는 글자가 있습니다: {unknown} — 한글, 영문, 숫자, 문장 부호와 ♥★♪를 쓸 수 있습니다.",
            f"The caption has characters no font here draws: {unknown}. "
            "Hangul, Latin letters, digits, punctuation and ♥★♪ can be used.",
            kind="unknown-letters",
        )
    return Voice.PLAIN


def _from_font(voice: Voice, character: str) -> skia.Path:
    height, middle = _measure(voice)
    path = _raw(voice, character)
    left = path.computeTightBounds().left()
    return placed(path, Matrix(1 / height, 0.0, 0.0, 1 / height, -left / height, -middle / height))


@cache
def _measure(voice: Voice) -> tuple[float, float]:
    box = _raw(voice, "한").computeTightBounds()
    return box.height(), (box.top() + box.bottom()) / 2


def _raw(voice: Voice, character: str) -> skia.Path:
    face = typeface(voice)
    number = face.unicharToGlyph(ord(character))
    if not number:
        raise KeyError(character)
    font = skia.Font(face, _DRAW_SIZE)
    font.setHinting(skia.FontHinting.kNone)
    return font.getPath(number)


def _edges(path: skia.Path) -> tuple[float, float, float, float]:
    box = path.computeTightBounds()
    return box.left(), box.top(), box.right(), box.bottom()


def unsteady(path: skia.Path, seed: int, amount: float) -> skia.Path:
    """``path`` drawn again by a hand that strays up to ``amount``; straight lines bend."""

    def strayed(x: float, y: float) -> tuple[float, float]:
        across = math.sin(_PEN_WAVES * y + seed) + 0.6 * math.sin(1.7 * _PEN_WAVES * x + 2.1 * seed)
        down = math.sin(_PEN_WAVES * x + 1.3 * seed) + 0.6 * math.sin(1.7 * _PEN_WAVES * y + 0.7 * seed)
        return x + amount * across / 1.6, y + amount * down / 1.6

    drawn, walk = skia.Path(), skia.Path.Iter(path, False)
    while True:
        verb, points = walk.next()
        if verb == skia.Path.kDone_Verb:
            return drawn
        moved = [strayed(p.x(), p.y()) for p in points]
        if verb == skia.Path.kMove_Verb:
            drawn.moveTo(*moved[0])
        elif verb == skia.Path.kLine_Verb:
            (ax, ay), (bx, by) = ((p.x(), p.y()) for p in points)
            drawn.quadTo(*strayed((ax + bx) / 2, (ay + by) / 2), *moved[1])
        elif verb in (skia.Path.kQuad_Verb, skia.Path.kConic_Verb):
            drawn.quadTo(*moved[1], *moved[2])
        elif verb == skia.Path.kCubic_Verb:
            drawn.cubicTo(*moved[1], *moved[2], *moved[3])
        else:
            drawn.close()
