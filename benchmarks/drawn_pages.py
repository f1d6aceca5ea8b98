"""Pages as a phone or a scanner sees them, drawn from the project's own diary sentences.

Letters come from the Nanum fonts (SIL OFL 1.1; Debian ``fonts-nanum`` and ``fonts-nanum-extra``): two imitate
handwriting, one a felt pen, three are print. What happens to a page afterwards is drawn too, from a seed: nothing here
is a real photograph.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import PIL.Image
import PIL.ImageDraw
import PIL.ImageFont

Pixels = npt.NDArray[np.uint8]
FONTS = {
    "pen (hand)": "NanumPen.ttf",
    "brush (hand)": "NanumBrush.ttf",
    "felt pen": "NanumBarunpenR.ttf",
    "gothic": "NanumGothic.ttf",
    "myeongjo": "NanumMyeongjo.ttf",
    "barun gothic": "NanumBarunGothic.ttf",
}
FOLDER = Path("/usr/share/fonts/truetype/nanum")
DIARY = Path(__file__).parents[1] / "corpora" / "authored" / "diary.tsv"
SHEET_WH, LINES, CHARACTERS = (1000, 1300), 12, 22
INK, PAPER = (38, 36, 52), (246, 243, 236)


@dataclass(frozen=True)
class DrawnPage:
    """A page and what stands on it."""

    name: str
    font: str
    condition: str
    pixels: Pixels
    text: str


def sentences(seed: int) -> list[str]:
    """Diary sentences in an order of their own for each seed."""
    texts = [line.split("\t")[-1] for line in DIARY.read_text("utf-8").splitlines()[1:]]
    order = np.random.default_rng(seed).permutation(len(texts))
    return [texts[number] for number in order]


def lines_of(texts: list[str], count: int) -> list[str]:
    """The first ``count`` lines of the texts, wrapped as a hand wraps them."""
    return textwrap.wrap(" ".join(texts), CHARACTERS, break_long_words=False)[:count]


def sheet(lines: list[str], font: str, *, letter_px: int = 40, ruled: bool = False) -> Pixels:
    """A sheet of paper with ``lines`` in ``font``."""
    picture = PIL.Image.new("RGB", SHEET_WH, PAPER)
    draw = PIL.ImageDraw.Draw(picture)
    # The handwriting fonts draw small letters in their square.
    size = round(letter_px * (1.45 if "(hand)" in font else 1.0))
    face = PIL.ImageFont.truetype(str(FOLDER / FONTS[font]), size)
    step = round(letter_px * 2.1)
    for number, line in enumerate(lines):
        bottom = 140 + number * step
        if ruled:
            draw.line((40, bottom + 8, SHEET_WH[0] - 40, bottom + 8), fill=(176, 190, 214), width=2)
        draw.text((80, bottom), line, font=face, fill=INK, anchor="ls")
    return np.asarray(picture, np.uint8)


def turned(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """The sheet laid askew on the scanner, 2–7 degrees."""
    degrees = rng.uniform(2, 7) * rng.choice((-1, 1))
    height, width = pixels.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 0.93)
    return np.asarray(cv2.warpAffine(pixels, matrix, (width, height), borderValue=PAPER), np.uint8)


def on_a_desk(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """The sheet photographed from aside on a dark desk."""
    height, width = pixels.shape[:2]
    desk = np.full((1500, 1300, 3), (92, 70, 54), np.uint8)
    desk = np.clip(desk + rng.normal(0, 6, desk.shape), 0, 255).astype(np.uint8)
    corners = np.array([[150, 120], [1150, 120], [1150, 1390], [150, 1390]], np.float32)
    corners += rng.uniform(-90, 90, corners.shape).astype(np.float32)
    flat = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(flat, corners)
    laid = cv2.warpPerspective(pixels, matrix, (1300, 1500))
    mask = cv2.warpPerspective(np.full((height, width), 255, np.uint8), matrix, (1300, 1500))
    return np.where(mask[:, :, None] > 127, laid, desk)


def shaded(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """The shadow of a hand and a lamp on one side."""
    height, width = pixels.shape[:2]
    x, y = np.meshgrid(np.linspace(0, 1, width), np.linspace(0, 1, height))
    slope = rng.uniform(-1, 1)
    edge = 1 / (1 + np.exp(-(x + slope * y - rng.uniform(0.3, 0.9)) * 18))
    light = (0.95 - 0.35 * y) * (1 - 0.55 * edge)
    return np.clip(pixels * light[:, :, None], 0, 255).astype(np.uint8)


def noisy(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """A phone in a dim room: blur of the hand, noise of the sensor, JPEG."""
    blurred = cv2.GaussianBlur(pixels, (0, 0), rng.uniform(1.0, 1.7)).astype(np.float64)
    grained = np.clip(blurred * 0.8 + rng.normal(0, 16, pixels.shape), 0, 255).astype(np.uint8)
    _, jpeg = cv2.imencode(".jpg", grained, [cv2.IMWRITE_JPEG_QUALITY, 55])
    return np.asarray(cv2.imdecode(jpeg, cv2.IMREAD_COLOR), np.uint8)


def small(pixels: Pixels, _: np.random.Generator) -> Pixels:
    """A picture from a messenger: a third of the size."""
    return np.asarray(cv2.resize(pixels, None, fx=0.4, fy=0.4, interpolation=cv2.INTER_AREA), np.uint8)


def photographed(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """All of it together."""
    return noisy(shaded(on_a_desk(pixels, rng), rng), rng)


def untouched(pixels: Pixels, _: np.random.Generator) -> Pixels:
    """A clean scan."""
    return pixels


#: Condition → (whether the paper is ruled, what happens to it).
CONDITIONS: dict[str, tuple[bool, Callable[[Pixels, np.random.Generator], Pixels]]] = {
    "clean scan": (False, untouched),
    "rotated": (False, turned),
    "perspective": (False, on_a_desk),
    "shadow": (False, shaded),
    "noise, blur": (False, noisy),
    "small": (False, small),
    "ruled": (True, untouched),
    "ruled photo": (True, photographed),
}


def drawn_pages(seed: int) -> list[DrawnPage]:
    """Every font in every condition; other sentences on each page, other pages for each seed."""
    texts = sentences(seed)
    pages = []
    for font_number, font in enumerate(FONTS):
        for number, (condition, (ruled, happens)) in enumerate(CONDITIONS.items()):
            page = font_number * len(CONDITIONS) + number
            rng = np.random.default_rng((seed, page))
            lines = lines_of(texts[page * 16 :], LINES)
            pixels = happens(sheet(lines, font, ruled=ruled), rng)
            pages.append(DrawnPage(f"{font}, {condition}", font, condition, pixels, "\n".join(lines)))
    return pages
