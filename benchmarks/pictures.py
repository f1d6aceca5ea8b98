"""The README picture, eight emotions on the sample portrait: ``python -m benchmarks.pictures OUT.jpg``."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from PIL import Image as Pillow
from PIL import ImageDraw, ImageFont

import pyojeong
from pyojeong.emotion import Emotion
from pyojeong.media.fonts import FontWeight, font_path
from pyojeong.reading.face.finding import FaceFinder

SAMPLE = Path(pyojeong.__file__).parent / "interfaces" / "samples" / "astronaut.jpg"
SIDE_PX, GAP_PX, CAPTION_PX, COLUMNS = 300, 10, 40, 3
PAPER, INK = (250, 249, 245), (34, 32, 28)


def around(pixels: np.ndarray, box_xyxy: tuple[float, float, float, float]) -> Pillow.Image:
    """The head as a square of `SIDE_PX`."""
    left, top, right, bottom = box_xyxy
    reach = 0.95 * max(right - left, bottom - top)
    x, y = (left + right) / 2, (top + bottom) / 2 - 0.12 * (bottom - top)
    corner = (round(x - reach), round(y - reach), round(x + reach), round(y + reach))
    return Pillow.fromarray(pixels).crop(corner).resize((SIDE_PX, SIDE_PX), Pillow.Resampling.LANCZOS)


def main() -> None:
    """Draw the grid and save it where the command line says."""
    photo = pyojeong.open_image(SAMPLE)
    face = FaceFinder().find(photo)[0]
    pictures = [("원본", photo.rgb)]
    for emotion in Emotion:
        done = pyojeong.perform(photo, emotion, mark=False)
        pictures.append((emotion.korean, done.rgb))
    rows = -(-len(pictures) // COLUMNS)
    width = COLUMNS * (SIDE_PX + GAP_PX) + GAP_PX
    sheet = Pillow.new("RGB", (width, rows * (SIDE_PX + CAPTION_PX) + GAP_PX), PAPER)
    pen = ImageDraw.Draw(sheet)
    font = ImageFont.truetype(str(font_path(FontWeight.BOLD)), 22)
    for number, (caption, pixels) in enumerate(pictures):
        x = GAP_PX + number % COLUMNS * (SIDE_PX + GAP_PX)
        y = GAP_PX + number // COLUMNS * (SIDE_PX + CAPTION_PX)
        sheet.paste(around(pixels, face.box_xyxy), (x, y))
        pen.text((x + SIDE_PX / 2, y + SIDE_PX + 4), caption, font=font, fill=INK, anchor="ma")
    sheet.save(sys.argv[1], quality=90)


if __name__ == "__main__":
    main()
