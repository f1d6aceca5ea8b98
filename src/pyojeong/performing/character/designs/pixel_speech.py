"""A speaking mouth of squares: as many wide and high as the lips are apart, a square more or less at a time."""

from __future__ import annotations

from pyojeong.performing.character.designs.pixel_sheet import Glyph
from pyojeong.performing.character.face.spokenform import SpokenForm

_COLUMNS, _ROWS = 4.7, 4.3
"""Squares of half a mouth size across, and of one down."""
_CURVED = 0.25
"""Smile or frown from which the ends of a shut mouth are a square higher or lower."""


def spoken_glyph(form: SpokenForm) -> Glyph:
    """The squares: an even number across, so that the mouth stays in the middle."""
    wide, tall = max(4, 2 * round(_COLUMNS * form.half)), min(4, round(_ROWS * form.gap))
    if tall < 1:
        return _shut(form, wide)
    rows = [_row("d", wide) for _ in range(tall)]
    _fill(rows, form, wide, tall)
    above, below = ("." + "k" * (wide - 2) + ".",) * 2
    if (form.smile > _CURVED and wide > 4) or form.square > 0.5:
        above = "k" * wide
    if (form.smile < -_CURVED and wide > 4) or form.square > 0.5:
        below = "k" * wide
    if form.smile > _CURVED and tall > 1 and wide > 6:
        below = ".." + "k" * (wide - 4) + ".."
        rows[-1] = ".k" + rows[-1][2:-2] + "k."
    return [above, *rows, below]


def _row(letter: str, wide: int) -> str:
    return "k" + letter * (wide - 2) + "k"


def _fill(rows: list[str], form: SpokenForm, wide: int, tall: int) -> None:
    """Teeth above, the tongue below or, for ㄴ, ㄷ and ㄹ, up behind them."""
    if form.clenched > 0.5:
        rows[:] = [_row("o", wide)] * min(tall, 2)
        return
    if tall > 1 and form.teeth > 0.5 and wide > 4:
        rows[0] = _row("o", wide)
    tip = wide // 2 - 1
    tongue = "k" + "d" * (tip - tip // 2) + "t" * (wide - 2 - 2 * (tip - tip // 2)) + "d" * (tip - tip // 2) + "k"
    if form.tongue > 0.5:
        rows[-1] = _row("t", wide) if tall == 1 and wide <= 4 else tongue
        if tall > 1:
            rows[-2] = tongue
    elif tall > 1:
        rows[-1] = tongue


def _shut(form: SpokenForm, wide: int) -> Glyph:
    if form.smile > _CURVED:
        return ["k" + "." * (wide - 2) + "k", "." + "k" * (wide - 2) + "."]
    if form.smile < -_CURVED:
        return ["." + "k" * (wide - 2) + ".", "k" + "." * (wide - 2) + "k"]
    return ["k" * (wide - 2 if form.press > 0.3 and wide > 4 else wide)]
