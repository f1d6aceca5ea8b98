"""The small label that tells a viewer that a photo of a person was edited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np

from pyojeong.media.fonts import FontWeight, font_path
from pyojeong.media.image import Pixels
from pyojeong.performing.portrait.stage import Box, Mask

LABELS = MappingProxyType({"ko": "표정 편집", "en": "edited"})

#: Lengths as multiples of the text size; drawn and judged by eye at 128 to 4000 px, on white, black and photos.
_TEXT_SHARE = 0.026
_MIN_TEXT_PX = 10.0
_MAX_WIDTH_SHARE = 0.5
_PAD_X, _PAD_Y, _ICON, _GAP, _EDGE = 0.55, 0.38, 1.0, 0.36, 0.75
_PLATE_ALPHA = 0.58
_INK_ALPHA = 0.94
_FACE_MARGIN = 0.1


@dataclass(frozen=True, slots=True, eq=False)
class VisibleMark:
    """A label for pictures of one size; made once, laid over any number of frames.

    Attributes:
        box_xyxy: Where it goes, whole pixels.
        patch: uint8 h×w×4 RGBA, straight alpha, greys only, so that grey pictures stay grey.
    """

    box_xyxy: Box
    patch: Pixels

    def over(self, pixels: Pixels) -> Pixels:
        """A copy of H×W×3 or H×W×4 pixels with the label; all others as they are."""
        marked = pixels.copy()
        left, top, right, bottom = self.box_xyxy
        under = marked[top:bottom, left:right]
        under[...] = _over(self.patch, under)
        return marked

    def mask(self, size_wh: tuple[int, int]) -> Mask:
        """The pixels the label may change; bool H×W."""
        width, height = size_wh
        mask = np.zeros((height, width), np.bool_)
        left, top, right, bottom = self.box_xyxy
        mask[top:bottom, left:right] = self.patch[:, :, 3] > 0
        return mask


def visible_mark(
    size_wh: tuple[int, int],
    face_boxes_xyxy: Sequence[tuple[float, float, float, float]] = (),
    *,
    language: str = "ko",
) -> VisibleMark:
    """The label for a picture, in the corner that covers least of the faces; bottom right when none is touched.

    Args:
        size_wh: Of the picture; its shorter side sets the label's size.
        face_boxes_xyxy: Boxes of `Face`.
        language: A key of `LABELS`.
    """
    patch = _drawn(LABELS[language], _text_px(size_wh, LABELS[language]))
    margin = max(2, round(min(size_wh) * _TEXT_SHARE * _EDGE))
    places = _corners(size_wh, (patch.shape[1], patch.shape[0]), margin)
    widened = [_widened(box) for box in face_boxes_xyxy]
    box = min(places, key=lambda place: sum(_shared_area(place, face) for face in widened))
    left, top, right, bottom = box
    return VisibleMark(box, patch[: bottom - top, : right - left])


def _text_px(size_wh: tuple[int, int], label: str) -> float:
    fitting = size_wh[0] * _MAX_WIDTH_SHARE / (len(label) + 2.5)
    return min(max(_MIN_TEXT_PX, min(size_wh) * _TEXT_SHARE), max(4.0, fitting))


def _corners(size_wh: tuple[int, int], patch_wh: tuple[int, int], margin: int) -> list[Box]:
    """Bottom right, bottom left, top right, top left, cut to the picture."""
    (width, height), (wide, high) = size_wh, patch_wh
    right, bottom = max(0, width - margin - wide), max(0, height - margin - high)
    left_top = [(right, bottom), (margin, bottom), (right, margin), (margin, margin)]
    return [(x, y, min(width, x + wide), min(height, y + high)) for x, y in left_top]


def _widened(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    left, top, right, bottom = box
    dx, dy = (right - left) * _FACE_MARGIN, (bottom - top) * _FACE_MARGIN
    return left - dx, top - dy, right + dx, bottom + dy


def _shared_area(a: Sequence[float], b: Sequence[float]) -> float:
    return max(0.0, min(a[2], b[2]) - max(a[0], b[0])) * max(0.0, min(a[3], b[3]) - max(a[1], b[1]))


def _over(patch: Pixels, under: Pixels) -> Pixels:
    """Porter & Duff's *over* (1984), straight alpha, rounded; the channels of ``under``."""
    ink = patch[:, :, 3:].astype(np.float64) / 255
    ground = under[:, :, 3:].astype(np.float64) / 255 if under.shape[2] == 4 else np.ones_like(ink)
    total = ink + ground * (1 - ink)
    colour = patch[:, :, :3] * ink + under[:, :, :3] * (ground * (1 - ink))
    mixed = np.where(total > 0, colour / np.where(total > 0, total, 1), under[:, :, :3])
    layers = [mixed, total * 255] if under.shape[2] == 4 else [mixed]
    laid = np.rint(np.concatenate(layers, axis=2)).astype(np.uint8)
    return np.where(ink > 0, laid, under)


def _drawn(label: str, text_px: float) -> Pixels:
    """h×w×4 RGBA: a dark translucent plate, a small smiling face and the label in white."""
    import skia

    font = skia.Font(_typeface(), text_px)
    font.setSubpixel(True)
    wide = 2 * _PAD_X + _ICON + _GAP + font.measureText(label) / text_px
    high = 2 * _PAD_Y + 1.0
    pixels = np.zeros((int(np.ceil(high * text_px)), int(np.ceil(wide * text_px)), 4), np.uint8)
    surface = skia.Surface(pixels, colorType=skia.kRGBA_8888_ColorType, alphaType=skia.kUnpremul_AlphaType)
    with surface as canvas:
        _paint_plate(canvas, wide * text_px, high * text_px)
        _paint_face(canvas, text_px)
        canvas.drawString(label, (_PAD_X + _ICON + _GAP) * text_px, (_PAD_Y + 0.86) * text_px, font, _ink(text_px))
    return pixels


def _typeface() -> Any:
    import skia

    # An empty manager: the default one reads the system's font configuration and complains about it on stderr.
    return skia.FontMgr.New_Custom_Empty().makeFromFile(str(font_path(FontWeight.BOLD)))


def _ink(text_px: float, *, outline_em: float = 0.0) -> Any:
    import skia

    paint = skia.Paint(AntiAlias=True, Color4f=skia.Color4f(1, 1, 1, _INK_ALPHA))
    if outline_em:
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(outline_em * text_px)
        paint.setStrokeCap(skia.Paint.kRound_Cap)
    return paint


def _paint_plate(canvas: Any, wide_px: float, high_px: float) -> None:
    import skia

    plate = skia.Paint(AntiAlias=True, Color4f=skia.Color4f(0.06, 0.06, 0.06, _PLATE_ALPHA))
    canvas.drawRoundRect(skia.Rect.MakeWH(wide_px, high_px), high_px / 2, high_px / 2, plate)


def _paint_face(canvas: Any, text_px: float) -> None:
    import skia

    x, y = (_PAD_X + _ICON / 2) * text_px, (_PAD_Y + 0.5) * text_px
    line = _ink(text_px, outline_em=0.09)
    canvas.drawCircle(x, y, 0.44 * text_px, line)
    for side in (-1, 1):
        canvas.drawCircle(x + side * 0.15 * text_px, y - 0.11 * text_px, 0.055 * text_px, _ink(text_px))
    mouth = skia.Rect.MakeLTRB(*(v * text_px for v in (-0.21, -0.21, 0.21, 0.21))).makeOffset(x, y + 0.02 * text_px)
    canvas.drawArc(mouth, 25, 130, False, line)
