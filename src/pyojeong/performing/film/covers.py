"""The first and the last page: title over its first place, and who made it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from pyojeong.media.fonts import DisplayFont, FontWeight, display_font_path, font_path
from pyojeong.media.typefaces import typeface_of
from pyojeong.performing.film.letters import drawable
from pyojeong.rig.timeline import Easing

if TYPE_CHECKING:
    import skia

TITLE_SECONDS, CREDITS_SECONDS = 3.2, 4.5
_INK, _SOFT, _PAPER, _FRAME = 0xFF3B2F2A, 0xFF7A6A5E, 0xFFFBF5E6, 0xFFC9A96A
_TITLE_SHARE, _WIDEST = 0.13, 0.78
_ROWS = 2


def paint_title(canvas: skia.Canvas, title: str, seconds: float, size_wh: tuple[int, int]) -> None:
    """A paper plate with the title, coming up within half a second."""
    import skia

    width, height = size_wh
    shown = Easing.EASE_OUT(min(1.0, seconds / 0.6))
    rows = _title_rows(drawable(title, display_font_path(DisplayFont.JUA)))
    if not rows[0]:
        return
    font = _title_font(tuple(rows), size_wh)
    line = font.getSize() * 1.22
    wide = max(font.measureText(row) for row in rows) + 1.5 * font.getSize()
    high = line * len(rows) + 0.75 * font.getSize()
    left, top = (width - wide) / 2, (height - high) * 0.42 + (1.0 - shown) * height * 0.04
    canvas.saveLayerAlpha(None, round(255 * shown))
    _plate(canvas, skia.Rect.MakeXYWH(left, top, wide, high), font.getSize())
    ink = skia.Paint(Color=_INK, AntiAlias=True)
    for number, row in enumerate(rows):
        y = top + 0.375 * font.getSize() + line * (number + 0.79)
        canvas.drawString(row, (width - font.measureText(row)) / 2, y, font, ink)
    canvas.restore()


def paint_credits(canvas: skia.Canvas, lines: Sequence[str], seconds: float, size_wh: tuple[int, int]) -> None:
    """Lines on paper, coming one after another, gone at the end."""
    import skia

    width, height = size_wh
    canvas.clear(_PAPER)
    unit = min(height, width * 0.62)
    font = skia.Font(typeface_of(font_path(FontWeight.BOLD)), unit * 0.042)
    big = skia.Font(typeface_of(display_font_path(DisplayFont.JUA)), unit * 0.1)
    _centred(canvas, "끝", big, (width / 2, height * 0.3), _INK)
    out = Easing.EASE(max(0.0, (seconds - CREDITS_SECONDS + 0.6) / 0.6))
    rows = [part for line in lines for part in _wrapped(line, font, width * 0.86)]
    for number, row in enumerate(rows):
        shown = Easing.EASE((seconds - 0.25 - 0.12 * number) / 0.5)
        y = height * 0.42 + number * font.getSize() * 1.7
        _centred(canvas, row, font, (width / 2, y), _SOFT, alpha=shown)
    canvas.drawColor(skia.Color(0, 0, 0, round(255 * out)))


def _plate(canvas: skia.Canvas, rect: skia.Rect, unit: float) -> None:
    import skia

    shade = skia.Paint(
        Color=0x55000000, AntiAlias=True, MaskFilter=skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, unit * 0.14)
    )
    canvas.drawRoundRect(rect.makeOffset(0, unit * 0.08), unit * 0.3, unit * 0.3, shade)
    canvas.drawRoundRect(rect, unit * 0.3, unit * 0.3, skia.Paint(Color=_PAPER, AntiAlias=True))
    frame = skia.Paint(Color=_FRAME, AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeWidth=unit * 0.045)
    canvas.drawRoundRect(rect.makeInset(unit * 0.12, unit * 0.12), unit * 0.22, unit * 0.22, frame)


def _centred(
    canvas: skia.Canvas, text: str, font: skia.Font, at: tuple[float, float], colour: int, *, alpha: float = 1.0
) -> None:
    import skia

    paint = skia.Paint(Color=colour, AntiAlias=True)
    paint.setAlphaf(alpha)
    canvas.drawString(text, at[0] - font.measureText(text) / 2, at[1], font, paint)


def _title_rows(title: str) -> list[str]:
    """One row, or two of like length when it is long.

    >>> _title_rows("해와 달이 된 오누이"), _title_rows("숲속 마을의 아주 작은 토끼와 아주 큰 곰 이야기")
    (['해와 달이 된 오누이'], ['숲속 마을의 아주 작은', '토끼와 아주 큰 곰 이야기'])
    """
    words = title.split()
    if len(title) <= 14 or len(words) < _ROWS:
        return [" ".join(words) or title]
    cut = min(range(1, len(words)), key=lambda n: abs(len(" ".join(words[:n])) - len(" ".join(words[n:]))))
    return [" ".join(words[:cut]), " ".join(words[cut:])]


@lru_cache(maxsize=4)
def _title_font(rows: tuple[str, ...], size_wh: tuple[int, int]) -> skia.Font:
    """As large as the picture holds."""
    import skia

    width, height = size_wh
    font = skia.Font(typeface_of(display_font_path(DisplayFont.JUA)), _TITLE_SHARE * min(height, width * 0.75))
    widest = max(font.measureText(row) for row in rows)
    if widest > width * _WIDEST:
        font.setSize(font.getSize() * width * _WIDEST / widest)
    return font


def _wrapped(line: str, font: skia.Font, width: float) -> list[str]:
    rows = [""]
    for word in line.split():
        longer = f"{rows[-1]} {word}".strip()
        if rows[-1] and font.measureText(longer) > width:
            rows.append(word)
        else:
            rows[-1] = longer
    return rows
