"""All stickers of a pack side by side, as small as a chat shows them, on light and on dark."""

from __future__ import annotations

import io
from collections.abc import Sequence

import numpy as np
import PIL.Image
import PIL.ImageDraw
import PIL.ImageFont

from pyojeong.media.damage import DARK
from pyojeong.media.fonts import font_path
from pyojeong.media.image import Pixels

LIGHT = (255, 255, 255)
_CELL_PX = 132
_PICTURE_PX = 112
_LABEL_PX = 12
_COLUMNS = 8
_INK = {LIGHT: (110, 110, 110), DARK: (170, 170, 176)}


def contact_sheet(pictures: Sequence[Pixels], labels: Sequence[str], *, ground: tuple[int, int, int] = LIGHT) -> bytes:
    """A PNG of all pictures with their names.

    Args:
        pictures: uint8 H×W×4 each, of any size.
        labels: Under each.
        ground: `LIGHT` or `DARK`.
    """
    columns = min(_COLUMNS, len(pictures))
    rows = -(-len(pictures) // columns)
    sheet = PIL.Image.new("RGB", (columns * _CELL_PX, rows * (_CELL_PX + _LABEL_PX)), ground)
    pen = PIL.ImageDraw.Draw(sheet)
    font = PIL.ImageFont.truetype(str(font_path()), _LABEL_PX - 1)
    for number, (pixels, label) in enumerate(zip(pictures, labels, strict=True)):
        left, top = number % columns * _CELL_PX, number // columns * (_CELL_PX + _LABEL_PX)
        small = _small(pixels)
        place = left + (_CELL_PX - small.width) // 2, top + (_CELL_PX - small.height) // 2
        sheet.paste(small, place, small)
        pen.text((left + _CELL_PX / 2, top + _CELL_PX), label, fill=_INK[ground], font=font, anchor="mm")
    buffer = io.BytesIO()
    sheet.save(buffer, "PNG")
    return buffer.getvalue()


def _small(pixels: Pixels) -> PIL.Image.Image:
    picture = PIL.Image.fromarray(np.ascontiguousarray(pixels))  # Pillow resizes RGBA premultiplied
    picture.thumbnail((_PICTURE_PX, _PICTURE_PX), PIL.Image.Resampling.LANCZOS)
    return picture
