"""Letters set in lines: each with the place, size and turn it gets from its line, its form and its motion.

Everything here is in heights of a syllable, the middle of the whole near 0, 0. Size comes later, by scaling.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import skia

from pyojeong.media.drawing.nodes import Matrix
from pyojeong.media.drawing.painting import skia_matrix
from pyojeong.stickers.lettering.breaking import Lines, ending_marks
from pyojeong.stickers.lettering.forms import TILT, Form, Spot, arc_span, dice, size_in, stance_in
from pyojeong.stickers.lettering.gloss import gloss
from pyojeong.stickers.lettering.glyphs import HANDS, MARKS, Glyph, glyph
from pyojeong.stickers.lettering.kerning import tuck
from pyojeong.stickers.lettering.style import Style
from pyojeong.stickers.lettering.voices import Voice, cut_of

LEADING = 1.2
"""From line to line: ink rings of two lines touch, they do not cover letters."""
_HANG = 0.5
"""Share of the marks at a line's end that hangs over its edge when lines are centred."""
_COLUMN = 1.22
_BELOW, _WORD_BELOW, _ABREAST = 0.12, 0.24, 0.1
"""In columns: between letters, added between words, and between marks side by side."""
_LYING = frozenset("~…-")
"""Marks turned a quarter in columns."""
_STRAY = {Form.SHAKE: 0.3, Form.BOUNCE: 0.35, Form.GROW: 0.45, Form.SHRINK: 0.6, Form.WAVE: 0.4, Form.WOBBLE: 0.25}
"""How much higher a line is in a form than as set, about: only to choose a breaking by."""
_BEFORE_MARK = 0.09
"""Added before a mark that leans, at full life."""
_SLOPING = (Form.GROW, Form.SHRINK)
"""Forms that run down or up a line; under another line they would run into it, so they do it less."""
_APART = {Form.WAVE: 0.24, Form.SHAKE: 0.1, Form.BOUNCE: 0.12, Form.SHRINK: 0.12, Form.GROW: 0.06, Form.WOBBLE: 0.05}
"""Added between lines whose letters leave their line."""
_ROOM_TO_TURN = {
    Form.SHAKE: 0.035,
    Form.BOUNCE: 0.02,
    Form.SHRINK: 0.02,
    Form.WAVE: 0.02,
    Form.DIP: 0.03,
    Form.ARC: -0.01,
}
"""Added between letters, which meet at the corners when they turn."""


@dataclass(frozen=True, slots=True, eq=False)
class Letter:
    """One letter where it stands: ``matrix`` takes its glyph there; ``is_stressed`` in the emphasised word."""

    glyph: Glyph
    matrix: Matrix
    line: int
    is_stressed: bool


@dataclass(frozen=True, slots=True)
class _Piece:
    """A letter on the way: left edge ``x`` of its ink, ``size`` times as large."""

    glyph: Glyph
    x: float
    size: float
    spot: Spot
    is_stressed: bool

    @property
    def width(self) -> float:
        return self.glyph.box.width * self.size


def set_letters(lines: Lines, voice: Voice, style: Style, stressed: str = "") -> tuple[Letter, ...]:
    """Every letter of ``lines`` as it stands in ``style``; the word ``stressed`` a little larger."""
    if len(lines) > 1 and style.form in _SLOPING:
        style = replace(style, strength=style.strength * 0.55)
    rows, first = [], 0
    for line in lines:
        rows.append(_row(line, voice, style, stressed, first))
        first += len(line)
    if style.form is Form.VERTICAL:
        return _columns(rows, style)
    widest = max(_width(row) for row in rows)
    letters = []
    for number, row in enumerate(rows):
        down = (number - (len(rows) - 1) / 2) * (
            LEADING * _stretch(rows) + _APART.get(style.form, 0.0) * style.strength
        )
        letters.extend(_on_line(row, lines[number], number, down, widest, style))
    return tuple(letters)


def merged(letters: Sequence[Letter]) -> skia.Path:
    """One path of all letters."""
    whole = skia.Path()
    for letter in letters:
        whole.addPath(letter.glyph.path, skia_matrix(letter.matrix))
    return whole


def glossed(letters: Sequence[Letter], voice: Voice) -> skia.Path:
    """One path of the light on all letters."""
    whole = skia.Path()
    for letter in letters:
        drawn = letter.glyph
        whole.addPath(gloss(voice, drawn.character, drawn.hand, drawn.unsteadiness), skia_matrix(letter.matrix))
    return whole


def estimated_size(lines: Lines, voice: Voice, style: Style, width: float, height: float) -> float:
    """How high a syllable may be for ``lines`` to fit, by their widths alone: quick, to choose a breaking by."""
    widths = [_plain_width(line, voice) for line in lines]
    if style.form is Form.VERTICAL:
        long, across = max(len(line) * 0.98 for line in lines), len(lines) * _COLUMN - 0.22
    else:
        long, across = max(widths), len(lines) * LEADING - 0.2
        if style.form in (Form.ARC, Form.DIP):
            across += long * math.tan(arc_span(max(map(len, lines)), style.strength) / 4) / 2
    across += _STRAY.get(style.form, 0.1) * style.strength
    rings = 2 * style.around
    wide, high = (across, long) if style.form is Form.VERTICAL else (long, across)
    return min(width / (wide + rings), height / (high + rings), style.most)


@lru_cache(maxsize=2048)
def _plain_width(line: str, voice: Voice) -> float:
    cut = cut_of(voice)
    return sum(cut.space if c == " " else glyph(voice, c).box.width + cut.gap for c in line)


def _row(line: str, voice: Voice, style: Style, stressed: str, first: int) -> list[_Piece]:
    cut, x = cut_of(voice), 0.0
    start = line.find(stressed) if stressed else -1
    bare = sum(c != " " and c not in MARKS for c in line) - 1
    gap = cut.gap + _ROOM_TO_TURN.get(style.form, 0.0) * style.strength
    pieces: list[_Piece] = []
    for n, character in enumerate(line):
        if character == " ":
            x += cut.space - gap
            continue
        is_stressed = 0 <= start <= n < start + len(stressed)
        spot = Spot(first + n, min(1.0, len(pieces) / bare) if bare > 0 else 0.5, style.strength, style.seed)
        drawn = glyph(voice, character, 1 + (first + n + style.seed) % HANDS, style.unsteadiness)
        size = _size(spot, style, is_stressed=is_stressed, is_mark=drawn.is_mark)
        if n and line[n - 1] != " ":
            x += _BEFORE_MARK * drawn.is_mark * style.life - tuck(voice, line[n - 1], character)
        pieces.append(_Piece(drawn, x, size, spot, is_stressed))
        x += drawn.box.width * size + gap
    return pieces


def _size(spot: Spot, style: Style, *, is_stressed: bool, is_mark: bool) -> float:
    lively = 1 + 0.045 * style.life * dice(style.seed, spot.number, 5)
    formed = size_in(style.form, spot)
    return lively * (min(formed, 1.05) if is_mark else formed) * (1.14 if is_stressed else 1.0)


def _width(row: Sequence[_Piece]) -> float:
    return row[-1].x + row[-1].width


def _stretch(rows: Sequence[Sequence[_Piece]]) -> float:
    """Lines stand further apart where their letters are larger or stray."""
    return max(1.0, sum(max(piece.size for piece in row) for row in rows) / len(rows))


def _on_line(row: Sequence[_Piece], line: str, number: int, down: float, widest: float, style: Style) -> list[Letter]:
    marks = len(ending_marks(line))
    hanging = _HANG * (_width(row) - row[-1 - marks].x - row[-1 - marks].width) if marks else 0.0
    middle = (_width(row) - hanging) / 2
    letters = []
    for piece in row:
        matrix = _stood(piece, style)
        x = piece.x + piece.width / 2 - middle
        matrix = _along(style, x, down, widest, len(line)) @ matrix
        letters.append(Letter(piece.glyph, matrix, number, piece.is_stressed))
    return letters


def _stood(piece: _Piece, style: Style) -> Matrix:
    """The letter around its own middle: sized from its foot, turned, moved down by form and by life."""
    spot, box = piece.spot, piece.glyph.box
    stance = stance_in(style.form, spot)
    down = stance.down + 0.025 * style.life * dice(style.seed, spot.number, 6)
    turn = stance.turn * (0.3 if piece.glyph.is_mark else 1.0) + 2.6 * style.life * dice(style.seed, spot.number, 7)
    turn += _swing(piece, style)
    sized = Matrix.moved(0.0, 0.5 * (1 - piece.size) + down) @ Matrix.scaled(piece.size, piece.size, (0.0, 0.0))
    return sized @ Matrix.turned(turn, (0.0, box.centre[1])) @ Matrix.moved(-box.centre[0], 0.0)


def _swing(piece: _Piece, style: Style) -> float:
    """Exclamation marks lean to the right, every other one more."""
    return 0.0 if piece.glyph.character not in "!?" else 5 * style.life * (1 if piece.spot.number % 2 else 0.2)


def _along(style: Style, x: float, down: float, widest: float, count: int) -> Matrix:
    """Where the line carries the middle of a letter at ``x``."""
    if style.form is Form.TILTED:
        return Matrix.turned(TILT * style.strength, (0.0, 0.0)) @ Matrix.moved(x, down)
    if style.form not in (Form.ARC, Form.DIP):
        return Matrix.moved(x, down)
    span = arc_span(max(count, round(widest)), style.strength)
    if span == 0:
        return Matrix.moved(x, down)
    radius = widest / span
    way = 1 if style.form is Form.ARC else -1
    reach = radius - way * down
    angle = x / reach  # of its own circle, or letters of the inner line would meet
    place = Matrix.moved(reach * math.sin(angle), way * (radius - reach * math.cos(angle)))
    return place @ Matrix.turned(way * math.degrees(angle), (0.0, 0.0))


def _columns(rows: Sequence[Sequence[_Piece]], style: Style) -> tuple[Letter, ...]:
    """Upright letters one under another, later lines to the left, as Korean is written down; !! stand side by side."""
    letters = []
    for number, row in enumerate(rows):
        right, y = ((len(rows) - 1) / 2 - number) * _COLUMN, 0.0
        last = row[0].spot.number - 1
        for cell in _cells(row):
            y += _WORD_BELOW * (cell[0].spot.number - last > 1)
            tall = max(_tall(piece) for piece in cell)
            for piece, x in zip(cell, _beside(cell), strict=True):
                matrix = Matrix.moved(right + x, y + tall / 2) @ _upright(piece, style)
                letters.append(Letter(piece.glyph, matrix, number, piece.is_stressed))
            y, last = y + tall + _BELOW, cell[-1].spot.number
    return tuple(letters)


def _cells(row: Sequence[_Piece]) -> list[list[_Piece]]:
    cells: list[list[_Piece]] = []
    for piece in row:
        if cells and len(cells[-1]) < 3 and {piece.glyph.character, cells[-1][-1].glyph.character} <= set("!?"):
            cells[-1].append(piece)
        else:
            cells.append([piece])
    return cells


def _beside(cell: Sequence[_Piece]) -> list[float]:
    """Middles of the letters of one cell, around 0."""
    widths = [piece.width for piece in cell]
    whole = sum(widths) + _ABREAST * (len(cell) - 1)
    return [sum(widths[:n]) + _ABREAST * n + width / 2 - whole / 2 for n, width in enumerate(widths)]


def _upright(piece: _Piece, style: Style) -> Matrix:
    centre = piece.glyph.box.centre
    turn = 90.0 if piece.glyph.character in _LYING else 2.6 * style.life * dice(style.seed, piece.spot.number, 7)
    stood = Matrix.scaled(piece.size, piece.size, (0.0, 0.0)) @ Matrix.turned(turn, (0.0, 0.0))
    return stood @ Matrix.moved(-centre[0], -centre[1])


def _tall(piece: _Piece) -> float:
    box = piece.glyph.box
    return (box.width if piece.glyph.character in _LYING else box.height) * piece.size
