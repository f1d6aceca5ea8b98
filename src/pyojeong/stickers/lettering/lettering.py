"""Captions fitted into a box: words in, a drawn group out, with what it measures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

import skia

from pyojeong.media.drawing.nodes import Group, Matrix
from pyojeong.media.drawing.paths import placed
from pyojeong.stickers.lettering.boxes import Box, free_boxes
from pyojeong.stickers.lettering.breaking import MAX_LINES, Lines, best_breaking, breakings, tidied
from pyojeong.stickers.lettering.dressing import dressed
from pyojeong.stickers.lettering.forms import Form
from pyojeong.stickers.lettering.glyphs import missing, voice_for
from pyojeong.stickers.lettering.motion import Motion, moved, reach, swell
from pyojeong.stickers.lettering.setting import Letter, estimated_size, glossed, merged, set_letters
from pyojeong.stickers.lettering.style import NIGHT, WHITE, Style, legible
from pyojeong.stickers.lettering.voices import Voice, cut_of

LEAST = 26.0
"""Units on a canvas of 360 (7.2 px at 100 px): under it a word is broken inside rather than set smaller.
Syllables under 7 px lose their 받침 on both grounds (looked at, all voices)."""

THINNEST = 3.6
"""Units of ink around small letters: one pixel where 360 units are shown as 100. At 8 to 10 px high the measured
contrast of pale letters is 1.1 to 2.5 times that with ink in proportion (`at_chat_size`, five voices, two colours)."""
_WIDEST = 0.14
"""Heights of a syllable; wider ink closes the counters of ㅎ and ㅁ."""


class Sized(NamedTuple):
    """One letter of a caption: the box of its ink, and how high 한 would be in its size."""

    box: Box
    height: float


@dataclass(frozen=True, slots=True, eq=False)
class Lettered:
    """A caption as drawn.

    Attributes:
        node: What to paint.
        lines: The words as broken.
        size: Height of a syllable in canvas units.
        bounds: Everything that shows at rest, rings too, and room for its motion.
        letters: Each letter that is no punctuation, at rest, in canvas units.
        outline: What is filled: the letters' own shapes as drawn at this phase, without rings.
        style: As worn: colours mended to be legible.
        voice: The font it is written in.
        wanted: The font that was asked for; another when that lacks a letter.
    """

    node: Group
    lines: Lines
    size: float
    bounds: Box
    letters: tuple[Sized, ...]
    outline: skia.Path
    style: Style
    voice: Voice
    wanted: Voice

    @property
    def fell_back(self) -> bool:
        """Whether the voice asked for lacks some letter, so that all of it is written in another."""
        return self.voice is not self.wanted

    def moved(self, x: float, y: float) -> Lettered:
        """The same caption elsewhere."""
        matrix = Matrix.moved(x, y)
        return replace(
            self,
            node=Group((self.node,), matrix=matrix, name=self.node.name),
            bounds=self.bounds.moved(x, y),
            letters=tuple(Sized(one.box.moved(x, y), one.height) for one in self.letters),
            outline=placed(self.outline, matrix),
        )


def letter(
    text: str,
    *,
    box: Box,
    style: Style,
    stressed: str = "",
    avoid: Iterable[Box] = (),
    grounds: tuple[str, ...] = (WHITE, NIGHT),
    motion: Motion | None = None,
    phase: float = 0.0,
) -> Lettered:
    """``text`` drawn as large as it fits in the part of ``box`` that ``avoid`` leaves free, in its middle.

    The word ``stressed`` takes the accent. The same arguments draw the same caption; of all phases only the letters
    differ, never size or bounds.

    Raises:
        PyojeongError: When the text is empty, too long, or has characters that no font here draws.
        ValueError: When ``stressed`` is not in the text, or ``avoid`` leaves no room.

    >>> fitted = letter("오늘도 수고했어!", box=Box(8, 8, 352, 120), style=Style())
    >>> fitted.lines, Box(8, 8, 352, 120).holds(fitted.bounds), 40 < fitted.size < 50
    (('오늘도 수고했어!',), True, True)
    """
    text, stressed = tidied(text), tidied(stressed) if stressed else ""
    if stressed not in text:
        raise ValueError(f"stressed must be a part of {text!r}, but got {stressed!r}")
    rooms = free_boxes(box, avoid)
    if not rooms:
        raise ValueError(f"box must have a part that nothing covers, but got {box!r}")
    voice, style = voice_for(text, style.voice), legible(style, grounds)

    def fitted(worn: Style) -> _Fit:
        return max((_fit(text, room, voice, worn, stressed, motion) for room in rooms), key=lambda one: one.size)

    fit = fitted(style)
    if style.ink is not None and fit.size * style.ink_width < THINNEST:
        style = replace(style, ink_width=max(style.ink_width, min(_WIDEST, THINNEST / fit.size)))
        fit = fitted(style)
    return _drawn(fit, voice, style, moving=(motion, phase), wanted=style.voice)


def lacking(text: str, style: Style) -> str:
    """Letters that the font of ``style`` lacks, so that all of ``text`` is written in the plain one; empty for none.

    >>> lacking("뷁이다", Style(Voice.HAND)), lacking("안녕", Style(Voice.HAND))
    ('뷁', '')
    """
    return missing(style.voice, tidied(text))


def expected_size(text: str, *, width: float, height: float, style: Style) -> float:
    """About how high a syllable gets in a box of this size: quick, to compare places by.

    Raises:
        PyojeongError: As `letter` does.
    """
    text = tidied(text)
    voice = voice_for(text, style.voice)
    most = _most_lines(style)
    return max(estimated_size(lines, voice, style, width, height) for lines in breakings(text, most=most))


def _most_lines(style: Style) -> int:
    return 2 if style.form is Form.VERTICAL else MAX_LINES


@dataclass(frozen=True, slots=True, eq=False)
class _Fit:
    """Letters, and the map from heights of a syllable to the canvas that fits them into a room."""

    lines: Lines
    letters: tuple[Letter, ...]
    size: float
    to_canvas: Matrix
    bounds: Box


def _fit(text: str, room: Box, voice: Voice, style: Style, stressed: str, motion: Motion | None) -> _Fit:
    def size_of(lines: Lines) -> float:
        return estimated_size(lines, voice, style, room.width, room.height)

    lines = best_breaking(text, size_of, most=_most_lines(style), least=LEAST)
    letters = set_letters(lines, voice, style, stressed)
    ink = merged(letters).computeTightBounds()
    around = style.around + cut_of(voice).fattening / 2 + reach(motion)
    still = Box(ink.left(), ink.top(), ink.right(), ink.bottom()).grown(around)
    still = still._replace(bottom=still.bottom + style.lip)
    across, down = still.width * swell(motion), still.height * swell(motion)
    size = min(room.width / across, room.height / down, style.most)
    (x, y), (to_x, to_y) = still.centre, room.centre
    to_canvas = Matrix(size, 0.0, 0.0, size, to_x, to_y) @ Matrix.moved(-x, -y)
    half_w, half_h = across * size / 2, down * size / 2
    return _Fit(lines, letters, size, to_canvas, Box(to_x - half_w, to_y - half_h, to_x + half_w, to_y + half_h))


def _drawn(fit: _Fit, voice: Voice, style: Style, *, moving: tuple[Motion | None, float], wanted: Voice) -> Lettered:
    motion, phase = moving
    shown = fit.letters if motion is None else moved(_centred(fit), motion, phase, style, voice)
    to_canvas = fit.to_canvas if motion is None else _uncentred(fit)
    plain = placed(merged([one for one in shown if not one.is_stressed]), to_canvas)
    accent = placed(merged([one for one in shown if one.is_stressed]), to_canvas)
    gloss = placed(glossed(shown, voice), to_canvas) if style.gloss else None
    node = dressed(plain, accent, gloss, style, size=fit.size, fattening=cut_of(voice).fattening)
    inks = tuple(_sized(one, fit.to_canvas) for one in fit.letters if not one.glyph.is_mark)
    outline = skia.Path(plain)
    outline.addPath(accent)
    return Lettered(node, fit.lines, fit.size, fit.bounds, inks, outline, style, voice, wanted)


def _middle(fit: _Fit) -> tuple[float, float]:
    """The middle of the room, in heights of a syllable: what swells does so about it."""
    (x, y), matrix = fit.bounds.centre, fit.to_canvas
    return (x - matrix.e) / matrix.a, (y - matrix.f) / matrix.d


def _centred(fit: _Fit) -> tuple[Letter, ...]:
    x, y = _middle(fit)
    back = Matrix.moved(-x, -y)
    return tuple(Letter(one.glyph, back @ one.matrix, one.line, one.is_stressed) for one in fit.letters)


def _uncentred(fit: _Fit) -> Matrix:
    return fit.to_canvas @ Matrix.moved(*_middle(fit))


def _sized(one: Letter, to_canvas: Matrix) -> Sized:
    """The letter's own height and width around its middle; turning it does not make it taller."""
    whole, box = to_canvas @ one.matrix, one.glyph.box
    scale = abs(whole.a * whole.d - whole.b * whole.c) ** 0.5
    x, y = whole.of(box.centre)
    w, h = box.width * scale / 2, box.height * scale / 2
    return Sized(Box(x - w, y - h, x + w, y + h), scale)
