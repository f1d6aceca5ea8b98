"""Subtitles: a line in rows broken between words, shown a page at a time, each word lit as it is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import category

from pyojeong.media.fonts import FontWeight, font_path
from pyojeong.media.typefaces import typeface_of
from pyojeong.performing.film.letters import drawable_page
from pyojeong.performing.film.screenplay import Turn

if TYPE_CHECKING:
    import skia

#: Letters a row: 16 Korean letters a row of 16:9 are what Netflix's Korean timed text guide allows; 22 fit small pages.
ROW_LETTERS, ROWS = 22, 2
#: Height of a letter in picture heights, and of the picture's smaller side on tall pictures.
_LETTER = 0.048
_BOTTOM = 0.055
#: Of a row, and of the plate around all rows, in letters.
_LINE, _PAD = 1.36, 0.45
_ALREADY, _NOT_YET, _NAME = 0xFFFFD54A, 0xFFFFFFFF, 0xFFBFE3FF
_PLATE = 0xB2141018
_QUOTES = '“”"「」『』«»'
#: Categories of Unicode no screen should meet: controls and halves of letters. What joins an emoji (Cf) stays.
_NO_LETTERS = frozenset({"Cc", "Cs"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a subtitle.

    Attributes:
        text: As it is shown.
        start: Second of the scene at which it is said.
        end: Second at which it has been said.
    """

    text: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Page:
    """What stands in the picture at once.

    Attributes:
        rows: Words in rows, at most `ROWS`.
        start: Second of the scene from which it is shown.
        end: Second until which.
        name: Who speaks; empty for nobody's.
    """

    rows: tuple[tuple[Word, ...], ...]
    start: float
    end: float
    name: str = ""

    @property
    def text(self) -> str:
        """Rows under each other."""
        return "\n".join(" ".join(word.text for word in row) for row in self.rows)

    def later(self, seconds: float) -> Page:
        """The same page, ``seconds`` later."""
        rows = tuple(tuple(Word(w.text, w.start + seconds, w.end + seconds) for w in row) for row in self.rows)
        return Page(rows, self.start + seconds, self.end + seconds, self.name)


def pages_of(turn: Turn, *, name: str = "", letters: int = ROW_LETTERS) -> tuple[Page, ...]:
    """The pages of one line: every word shown, none longer than its row unless a word is.

    A page stands from its first word's sound (the line's start, for the first) until the next page's.
    """
    words = _words(turn)
    if not words:
        return ()
    rows = _rows(words, letters)
    groups = [rows[n : n + ROWS] for n in range(0, len(rows), ROWS)]
    starts = [turn.start, *(group[0][0].start for group in groups[1:])]
    ends = [*starts[1:], turn.end]
    shown = _letters(name)
    return tuple(Page(tuple(group), a, b, shown) for group, a, b in zip(groups, starts, ends, strict=True))


def _words(turn: Turn) -> list[Word]:
    """Every word with its times; one that is not said shares the moment of its neighbour before."""
    said = turn.utterance.word_seconds
    words: list[Word] = []
    at = turn.start
    for word, span in zip(turn.utterance.words, said, strict=True):
        text = _letters(word.written).strip(_QUOTES)
        start, end = (turn.start + span[0], turn.start + span[1]) if span else (at, at)
        at = end
        if text:
            words.append(Word(text, start, end))
    return words


def _letters(text: str) -> str:
    return "".join(letter for letter in text if category(letter) not in _NO_LETTERS)


def _rows(words: Sequence[Word], letters: int) -> list[tuple[Word, ...]]:
    """Words in rows of like length: as few rows as hold them, then broken where the longest row is shortest."""
    lengths = [len(word.text) + 1 for word in words]
    fewest = len(_filled(lengths, letters))
    narrowest = next(width for width in range(1, letters + 1) if len(_filled(lengths, width)) == fewest)
    return [tuple(words[a:b]) for a, b in _filled(lengths, narrowest)]


def _filled(lengths: Sequence[int], width: int) -> list[tuple[int, int]]:
    """Spans of words that fit rows of ``width`` letters, filled one after another."""
    spans: list[tuple[int, int]] = []
    start, used = 0, 0
    for number, length in enumerate(lengths):
        if used and used + length - 1 > width:
            spans.append((start, number))
            start, used = number, 0
        used += length
    spans.append((start, len(lengths)))
    return spans


def paint_page(canvas: skia.Canvas, page: Page, seconds: float, size_wh: tuple[int, int]) -> None:
    """The page over the lower edge of the picture, ``seconds`` after the scene's start."""
    import skia

    page = drawable_page(page, font_path(FontWeight.BOLD))
    if not page.rows:
        return
    width, height = size_wh
    letter = letter_px(size_wh)
    font, small = _font(letter), _font(letter * 0.72)
    line = letter * _LINE
    widths = [font.measureText(" ".join(word.text for word in row)) for row in page.rows]
    plate_width = max(widths) + 2 * _PAD * letter
    plate_height = _plate_height(len(page.rows), letter)
    top = height * (1 - _BOTTOM) - plate_height
    left = (width - plate_width) / 2
    plate = skia.Paint(Color=_PLATE, AntiAlias=True)
    canvas.drawRoundRect(skia.Rect.MakeXYWH(left, top, plate_width, plate_height), letter * 0.4, letter * 0.4, plate)
    if page.name:
        _name_tag(canvas, page.name, small, (left, top), letter)
    for number, (row, row_width) in enumerate(zip(page.rows, widths, strict=True)):
        x, y = (width - row_width) / 2, top + _PAD * letter / 2 + line * (number + 0.76)
        for word in row:
            _paint_word(canvas, word, font, (x, y), seconds)
            x += font.measureText(word.text + " ")


def band_top(size_wh: tuple[int, int]) -> float:
    """The row at which a full page begins; only the small plate with a name is above it.

    >>> round(band_top((1280, 720)) / 720, 3), round(band_top((720, 1280)) / 1280, 3)
    (0.793, 0.855)
    """
    return size_wh[1] * (1 - _BOTTOM) - _plate_height(ROWS, letter_px(size_wh))


def _plate_height(rows: int, letter: float) -> float:
    return letter * (_LINE * rows + _PAD)


def letter_px(size_wh: tuple[int, int]) -> float:
    """Height of a subtitle's letter."""
    width, height = size_wh
    return max(9.0, min(_LETTER * height, _LETTER * 1.05 * width))


def letters_of(size_wh: tuple[int, int]) -> int:
    """How many letters a row of this picture holds."""
    return max(8, min(ROW_LETTERS, int(size_wh[0] * 0.88 / letter_px(size_wh))))


def _paint_word(canvas: skia.Canvas, word: Word, font: skia.Font, at: tuple[float, float], seconds: float) -> None:
    """The word white; what of it has been said lies over it in the colour of light."""
    import skia

    x, y = at
    canvas.drawString(word.text, x, y, font, skia.Paint(Color=_NOT_YET, AntiAlias=True))
    share = 1.0 if word.end <= word.start else (seconds - word.start) / (word.end - word.start)
    if share <= 0:
        return
    wide = font.measureText(word.text)
    canvas.save()
    canvas.clipRect(skia.Rect.MakeLTRB(x - 2, y - 3 * font.getSize(), x + wide * min(1.0, share), y + font.getSize()))
    canvas.drawString(word.text, x, y, font, skia.Paint(Color=_ALREADY, AntiAlias=True))
    canvas.restore()


def _name_tag(canvas: skia.Canvas, name: str, font: skia.Font, corner: tuple[float, float], letter: float) -> None:
    """Who speaks, on a small plate of its own over the left end."""
    import skia

    left, top = corner
    wide, high = font.measureText(name) + 0.7 * letter, 1.05 * letter
    plate = skia.Paint(Color=_PLATE, AntiAlias=True)
    canvas.drawRoundRect(skia.Rect.MakeXYWH(left, top - high - 0.1 * letter, wide, high), high / 2, high / 2, plate)
    ink = skia.Paint(Color=_NAME, AntiAlias=True)
    canvas.drawString(name, left + 0.35 * letter, top - 0.36 * letter, font, ink)


@lru_cache(maxsize=8)
def _font(size: float) -> skia.Font:
    import skia

    font = skia.Font(typeface_of(font_path(FontWeight.BOLD)), size)
    font.setEdging(skia.Font.Edging.kAntiAlias)
    return font
