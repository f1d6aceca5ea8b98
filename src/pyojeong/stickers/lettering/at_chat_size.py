"""How well a caption can be read in a chat window: heights of its letters, and what stands against what."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import skia

from pyojeong.media.drawing.nodes import Drawing, Group, Node, Point, Shape
from pyojeong.media.drawing.painting import painted
from pyojeong.media.image import Pixels
from pyojeong.stickers.lettering.boxes import Box
from pyojeong.stickers.lettering.lettering import Lettered
from pyojeong.stickers.lettering.style import NIGHT, WHITE

CHAT_PX = 100
"""Width of a sticker in a chat window, as drawings here are judged."""
READABLE_PX = 8.0
READABLE_CONTRAST = 1.5
"""Limits chosen by looking at a ladder of sizes and greys in every voice: docs/lettering.md."""
_CORE = 0.4
"""Coverage from which a pixel counts as letter; with those that touch it, it is what an eye sees of one."""

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Legibility:
    """What a chat window leaves of a caption.

    Attributes:
        height_px: Height of 한 in the smallest letter, in pixels.
        on_light: Contrast ratio between letters and what touches them, on white; of the worst letter.
        on_dark: The same on `NIGHT`.
    """

    height_px: float
    on_light: float
    on_dark: float

    @property
    def is_readable(self) -> bool:
        """Whether height and both contrasts reach their limits."""
        return self.height_px >= READABLE_PX and min(self.on_light, self.on_dark) >= READABLE_CONTRAST


def legibility(
    lettered: Lettered, *, canvas: Point = (360.0, 360.0), under: Node | None = None, width_px: int = CHAT_PX
) -> Legibility:
    """How well ``lettered`` reads on a canvas shown ``width_px`` wide, over the drawing ``under`` it."""
    scale = width_px / canvas[0]
    letters = _coverage(lettered.outline, canvas, width_px)
    contrasts = []
    for ground in (WHITE, NIGHT):
        nodes = (lettered.node,) if under is None else (under, lettered.node)
        picture = painted(Drawing(Group(nodes), canvas), width_px, ground=ground).pixels
        light = _luminance(picture)
        contrasts.append(min((_edge(light, letters, one.box, scale) for one in lettered.letters), default=21.0))
    smallest = min((one.height for one in lettered.letters), default=lettered.size)
    return Legibility(smallest * scale, *contrasts)


def _coverage(path: skia.Path, canvas: Point, width_px: int) -> npt.NDArray[np.float32]:
    shape = Shape(path, fill=WHITE)
    pixels = painted(Drawing(Group((shape,)), canvas), width_px).pixels
    return pixels[..., 3].astype(np.float32) / 255


def _luminance(pixels: Pixels) -> npt.NDArray[np.float64]:
    """Relative luminance of every pixel (WCAG 2.2)."""
    share = pixels[..., :3] / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]))


def _edge(light: npt.NDArray[np.float64], letters: npt.NDArray[np.float32], box: Box, scale: float) -> float:
    """Contrast of one letter with what touches it; 1 when it covers no pixel.

    At chat size most pixels are partly letter. A line fitted to their luminance over their coverage gives what wholly
    covered and wholly uncovered ones would show: means of the two sides mix fill, ink and rim, and a legible letter
    with a thin ink then scores as if it had none.
    """
    left, top = (max(0, int(edge * scale) - 2) for edge in (box.left, box.top))
    right, bottom = (int(np.ceil(edge * scale)) + 2 for edge in (box.right, box.bottom))
    part, seen = letters[top:bottom, left:right], light[top:bottom, left:right]
    core: Mask = part >= _CORE
    if not core.any():
        return 1.0
    near = _with_neighbours(core)
    slope, uncovered = _line(part[near].astype(np.float64), seen[near])
    low, high = sorted(min(1.0, max(0.0, shown)) for shown in (uncovered, uncovered + slope))
    return (high + 0.05) / (low + 0.05)


def _with_neighbours(mask: Mask) -> Mask:
    """The mask grown by one pixel in all eight directions."""
    rows, columns = mask.shape
    padded = np.pad(mask, 1)
    shifted = [padded[y : y + rows, x : x + columns] for y in range(3) for x in range(3)]
    return np.asarray(np.logical_or.reduce(shifted))


def _line(x: npt.NDArray[np.float64], y: npt.NDArray[np.float64]) -> tuple[float, float]:
    """Slope and value at 0 of the least-squares line."""
    across = x - x.mean()
    spread = float(across @ across)
    slope = float(across @ (y - y.mean())) / spread if spread > 0 else 0.0
    return slope, float(y.mean() - slope * x.mean())
