"""How a lesson is shown: laid on some ground, near or far, coloured, blurred, lettered over, redrawn in lines.

None of it changes what a person reads. Chances were set by looking at sheets of what comes out.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
import numpy.typing as npt
import PIL.Image
import PIL.ImageDraw
import PIL.ImageFont

from pyojeong.media.damage import DARK
from pyojeong.media.fonts import DisplayFont, FontWeight, display_font_path, font_path
from pyojeong.media.image import Pixels

SYLLABLES = "가나다라마바사아자차카타파하고노도로모보소오조구누두루무부수우주기니디리미비시이지"
_LETTERINGS = 240
_FIELDS = 48
_YIQ = np.array([[0.299, 0.587, 0.114], [0.596, -0.274, -0.322], [0.211, -0.523, 0.312]], np.float32)

Chance = np.random.Generator
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Place:
    """What of a picture is looked at, in pixels of it: centre and half side; NaN where nobody knows."""

    x: float
    y: float
    half: float


def box_of(picture: Pixels) -> tuple[float, float, float]:
    """Centre and half side of the square around what is drawn, in pixels."""
    solid = picture[:, :, 3] > 60
    rows, columns = np.flatnonzero(solid.any(1)), np.flatnonzero(solid.any(0))
    if not len(rows):
        return picture.shape[1] / 2, picture.shape[0] / 2, picture.shape[0] / 2
    half = max(rows[-1] - rows[0], columns[-1] - columns[0]) / 2 + 0.5
    return float(columns[0] + columns[-1]) / 2, float(rows[0] + rows[-1]) / 2, float(half)


def shown(picture: Pixels, box: Place, head: Place, side: int, chance: Chance, *, plain_share: float) -> Pixels:
    """``side``×``side``×3: an H×W×4 lesson as some chat, shop or screen might show it.

    ``plain_share`` of them are left as drawn, on white or dark, though a caption may stand beside the figure.
    """
    lettered, plain = chance.random() < 0.3, chance.random() < plain_share
    near = not lettered and not plain and np.isfinite(head.half) and chance.random() < 0.45
    place = _near(head, chance) if near else _whole(box, chance, lettered=lettered)
    small = side if plain or chance.random() < 0.6 else int(chance.integers(round(side * 0.55), side))
    seen = _warped(picture, place, small, chance)
    laid = _laid(seen, _ground(small, chance, plain=plain))
    if small != side:
        laid = cv2.resize(laid, (side, side), interpolation=cv2.INTER_LINEAR)
    if lettered:
        laid = _with_lettering(laid, chance)
    return laid if plain else _worn(_coloured(laid, chance), chance)


def _near(head: Place, chance: Chance) -> Place:
    """The head with what is around it."""
    half = head.half * chance.uniform(1.15, 2.2)
    return Place(head.x + chance.normal(0, 0.12) * half, head.y + chance.normal(0, 0.12) * half, half)


def _whole(box: Place, chance: Chance, *, lettered: bool) -> Place:
    """The whole figure, with room for words where there are any."""
    half = box.half * (chance.uniform(1.2, 1.6) if lettered else chance.uniform(0.92, 1.25))
    free = max(half - box.half, 0.06 * half)
    return Place(box.x + chance.uniform(-free, free), box.y + chance.uniform(-free, free), half)


def _warped(picture: Pixels, place: Place, side: int, chance: Chance) -> Pixels:
    """Turned, mirrored, stretched and bent, in one sampling."""
    turn, skew = chance.normal(0, 0.12), chance.normal(0, 0.06)
    stretch = np.exp(chance.normal(0, 0.08))
    mirror = -1.0 if chance.random() < 0.5 else 1.0
    unit = 2 * place.half / side
    shape = np.array([[np.cos(turn), -np.sin(turn) + skew], [np.sin(turn), np.cos(turn)]]) @ np.diag(
        [stretch, 1 / stretch]
    )
    across, down = _grid(side)
    if chance.random() < 0.35:
        fields = _fields()
        bent = cv2.resize(fields[chance.integers(len(fields))], (side, side)) * (side * chance.uniform(0.01, 0.035))
        across, down = across + bent[..., 0], down + bent[..., 1]
    x = (unit * (shape[0, 0] * mirror * across + shape[0, 1] * down) + place.x).astype(np.float32)
    y = (unit * (shape[1, 0] * mirror * across + shape[1, 1] * down) + place.y).astype(np.float32)
    return np.asarray(cv2.remap(picture, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT))


@cache
def _grid(side: int) -> tuple[Floats, Floats]:
    line = np.arange(side, dtype=np.float32) - (side - 1) / 2
    across, down = np.meshgrid(line, line)
    return across, down


@cache
def _fields() -> list[Floats]:
    """Smooth displacements of about unit size."""
    chance = np.random.default_rng(6)
    coarse = [chance.normal(0, 1, (n % 3 + 3, n % 3 + 3, 2)).astype(np.float32) for n in range(_FIELDS)]
    return [np.asarray(cv2.resize(one, (64, 64), interpolation=cv2.INTER_CUBIC), np.float32) for one in coarse]


def _ground(side: int, chance: Chance, *, plain: bool) -> Pixels:
    """White, dark, any colour, a gradient, or something restless; one of the first two where it is to be plain."""
    kind = chance.random() * (0.55 if plain else 1.0)
    if kind < 0.35:
        return np.full((side, side, 3), 255, np.uint8)
    if kind < 0.55:
        return np.full((side, side, 3), DARK, np.uint8)
    if kind < 0.8:
        return np.full((side, side, 3), chance.integers(0, 256, 3), np.uint8)
    cells = 2 if kind < 0.9 else int(chance.integers(4, 12))
    coarse = chance.integers(0, 256, (cells, cells, 3)).astype(np.uint8)
    way = cv2.INTER_LINEAR if chance.random() < 0.7 else cv2.INTER_NEAREST
    return np.asarray(cv2.resize(coarse, (side, side), interpolation=way))


def _laid(seen: Pixels, ground: Pixels) -> Pixels:
    alpha = seen[:, :, 3:].astype(np.uint16)
    return ((seen[:, :, :3] * alpha + ground * (255 - alpha)) // 255).astype(np.uint8)


@cache
def letterings() -> list[Pixels]:
    """Syllables that mean nothing, in caption faces and colours, on transparent ground."""
    chance = np.random.default_rng(8)
    faces = [font_path(FontWeight.BOLD), *(display_font_path(font) for font in DisplayFont)]
    found = []
    for _ in range(_LETTERINGS):
        words = "".join(chance.choice(list(SYLLABLES), int(chance.integers(1, 7)))) + str(
            chance.choice(["", "!", "?", "~", "…"])
        )
        font = PIL.ImageFont.truetype(str(faces[int(chance.integers(len(faces)))]), 28)
        edge = int(chance.integers(0, 4))
        left, top, right, bottom = font.getbbox(words, stroke_width=edge)
        canvas = PIL.Image.new("RGBA", (int(right - left) + 2, int(bottom - top) + 2), (0, 0, 0, 0))
        ink, rim = (tuple(int(level) for level in chance.integers(0, 256, 3)) for _ in range(2))
        rim = (255, 255, 255) if chance.random() < 0.6 else rim
        pen = PIL.ImageDraw.Draw(canvas)
        pen.text((1 - left, 1 - top), words, fill=(*ink, 255), font=font, stroke_width=edge, stroke_fill=(*rim, 255))
        found.append(np.asarray(canvas))
    return found


def _with_lettering(laid: Pixels, chance: Chance) -> Pixels:
    """Words above or below, at times over the figure."""
    side, bank = laid.shape[0], letterings()
    words = bank[int(chance.integers(len(bank)))]
    scale = min(side * chance.uniform(0.1, 0.28) / words.shape[0], side * 0.98 / words.shape[1])
    words = cv2.resize(words, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    high, wide = words.shape[:2]
    kind = chance.random()
    top = 0.02 * side if kind < 0.42 else side * 0.98 - high if kind < 0.84 else chance.uniform(0, side - high)
    top, left = int(max(0, top)), int(chance.integers(0, max(1, side - wide)))
    out = laid.copy()
    part = out[top : top + high, left : left + wide]
    out[top : top + high, left : left + wide] = _laid(words[: part.shape[0], : part.shape[1]], part)
    return out


def _coloured(laid: Pixels, chance: Chance) -> Pixels:
    """Another hue, grey, brighter, or redrawn in lines."""
    kind = chance.random()
    if kind < 0.1:
        return _in_lines(laid, chance)
    levels = laid.astype(np.float32)
    if kind < 0.24:
        levels = np.repeat(cv2.cvtColor(levels, cv2.COLOR_RGB2GRAY)[..., None], 3, axis=2)
    elif kind < 0.6:
        turn = chance.uniform(-np.pi, np.pi) if chance.random() < 0.5 else chance.normal(0, 0.3)
        spin = np.array([[1, 0, 0], [0, np.cos(turn), -np.sin(turn)], [0, np.sin(turn), np.cos(turn)]])
        spin[1:] *= chance.uniform(0.4, 1.3)
        levels = cv2.transform(levels, (np.linalg.inv(_YIQ) @ spin @ _YIQ).astype(np.float32))
    if chance.random() < 0.5:
        levels = (levels - 128) * chance.uniform(0.6, 1.25) + 128 + chance.normal(0, 18)
    return np.clip(levels, 0, 255).astype(np.uint8)


def _in_lines(laid: Pixels, chance: Chance) -> Pixels:
    """What a pen would leave of it: dark where it is darker than around."""
    grey = cv2.cvtColor(laid, cv2.COLOR_RGB2GRAY)
    around = cv2.GaussianBlur(grey, (0, 0), chance.uniform(1.5, 4.0)).astype(np.float32)
    ink = np.clip((around - grey) * chance.uniform(3, 9), 0, 235)
    lines = np.repeat((255 - ink)[..., None], 3, axis=2).astype(np.uint8)
    return np.asarray(255 - lines if chance.random() < 0.2 else lines, np.uint8)


def _worn(laid: Pixels, chance: Chance) -> Pixels:
    """Blurred, noisy, compressed, partly covered."""
    if chance.random() < 0.15:
        laid = cv2.GaussianBlur(laid, (0, 0), chance.uniform(0.4, 1.1))
    if chance.random() < 0.12:
        noise = chance.integers(-18, 19, laid.shape, dtype=np.int16)
        laid = np.clip(laid + noise, 0, 255).astype(np.uint8)
    if chance.random() < 0.12:
        quality = int(chance.integers(25, 80))
        _, packed = cv2.imencode(".jpg", laid, [cv2.IMWRITE_JPEG_QUALITY, quality])
        laid = cv2.imdecode(packed, cv2.IMREAD_COLOR)
    if chance.random() < 0.12:
        side = laid.shape[0]
        wide, high = chance.integers(side // 10, side // 4, 2)
        x, y = chance.integers(0, side - wide), chance.integers(0, side - high)
        laid = laid.copy()
        laid[y : y + high, x : x + wide] = chance.integers(0, 256, 3)
    return np.asarray(laid, np.uint8)
