"""A sample page, drawn: four lines on ruled paper, lying a little askew under a lamp."""

from __future__ import annotations

import numpy as np

from pyojeong.interfaces.web.sentences import SAMPLE_TEXTS
from pyojeong.media import Image
from pyojeong.media.fonts import font_path

SHEET_WH = (1100, 900)
LETTER_PX, STEP_PX = 42, 92
CHARACTERS = 24
INK, PAPER, RULE, DESK = (44, 52, 92), (250, 246, 236), (196, 206, 222), (122, 98, 80)
ASKEW_DEGREES = 2.5


def sample_page() -> Image:
    """The studio's sample sentence as a photograph of paper."""
    import textwrap

    import cv2
    import PIL.Image
    import PIL.ImageDraw
    import PIL.ImageFont

    sheet = PIL.Image.new("RGB", SHEET_WH, PAPER)
    draw = PIL.ImageDraw.Draw(sheet)
    font = PIL.ImageFont.truetype(str(font_path()), LETTER_PX)
    for row in range(1, SHEET_WH[1] // STEP_PX):
        draw.line((0, row * STEP_PX + 14, SHEET_WH[0], row * STEP_PX + 14), fill=RULE, width=2)
    for row, line in enumerate(textwrap.wrap(SAMPLE_TEXTS[0], CHARACTERS), 2):
        draw.text((90, row * STEP_PX), line, font=font, fill=INK, anchor="ls")
    width, height = SHEET_WH
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), ASKEW_DEGREES, 0.9)
    laid = cv2.warpAffine(np.asarray(sheet, np.uint8), turn, SHEET_WH, flags=cv2.INTER_AREA, borderValue=DESK)
    light = np.linspace(1.0, 0.62, width)[None, :, None] * np.linspace(1.0, 0.85, height)[:, None, None]
    return Image((laid * light).astype(np.uint8), "sample")
