"""The small label over every picture of a film in which a person's photo speaks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from pyojeong.media.fonts import FontWeight, font_path
from pyojeong.media.typefaces import typeface_of

if TYPE_CHECKING:
    import skia

LABEL = "표정 합성"
_LETTER, _LEAST_PX, _EDGE = 0.026, 11.0, 0.026
"""Height of a letter and distance from the corner, in the picture's smaller side; as the label of edited photos."""
_PLATE, _INK = 0x94000000, 0xF0FFFFFF


def stamp_for(size_wh: tuple[int, int]) -> Callable[[skia.Canvas], None]:
    """What paints the label in the upper right corner of pictures of this size, where no subtitle comes."""
    import skia

    side = min(size_wh)
    letter = max(_LEAST_PX, _LETTER * side)
    font = skia.Font(typeface_of(font_path(FontWeight.BOLD)), letter)
    font.setEdging(skia.Font.Edging.kAntiAlias)
    wide, high, edge = font.measureText(LABEL) + 1.1 * letter, 1.7 * letter, _EDGE * side
    plate = skia.Rect.MakeXYWH(size_wh[0] - edge - wide, edge, wide, high)

    def stamp(canvas: skia.Canvas) -> None:
        canvas.drawRoundRect(plate, high / 2, high / 2, skia.Paint(Color=_PLATE, AntiAlias=True))
        ink = skia.Paint(Color=_INK, AntiAlias=True)
        canvas.drawString(LABEL, plate.left() + 0.55 * letter, plate.top() + 1.2 * letter, font, ink)

    return stamp
