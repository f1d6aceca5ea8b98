"""A drawn picture is set into the exact size a file must have; it is made smaller when it must, never larger."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from pyojeong.errors import PyojeongError
from pyojeong.media.animated import Strip, strip_of
from pyojeong.media.animated_encoding import GIF_GRAIN_MS
from pyojeong.media.clip import Clip
from pyojeong.media.image import Image, Pixels
from pyojeong.media.saving import on_white
from pyojeong.stickers.packing.pack import PictureOf
from pyojeong.stickers.stores.specs import FileSpec, Motion, StickerFormat


def still_for(picture_of: PictureOf, spec: FileSpec) -> Pixels:
    """H×W×4 of the file's size; of a moving picture the first frame, its key pose."""
    picture = picture_of(drawn_size(spec))
    pixels = picture.pixels if isinstance(picture, Image) else picture.frame(0)
    return framed(pixels, spec)


def strip_for(picture_of: PictureOf, spec: FileSpec, *, name: str = "") -> Strip:
    """Frames of the file's size, in the number and time it may have.

    A clip with too many frames loses some at even distances; its length stays where the rule allows it.

    Raises:
        PyojeongError: When the picture does not move, or has too few frames.
    """
    motion = spec.motion
    picture = picture_of(drawn_size(spec))
    if motion is None:
        raise ValueError("the file does not move")
    if isinstance(picture, Image):
        raise PyojeongError(
            f"움직이는 그림이 필요한데 멈춘 그림입니다: {name}",
            f"A moving picture is needed, but {name} stands still.",
            kind="still-picture",
        )
    if picture.count < motion.frames[0]:
        raise PyojeongError(
            f"움직이는 그림은 {motion.frames[0]}장 이상이어야 하는데 {picture.count}장입니다: {name}",
            f"A moving picture needs at least {motion.frames[0]} frames, but {name} has {picture.count}.",
            kind="too-few-frames",
        )
    strip = _timed(picture, motion, GIF_GRAIN_MS if spec.format is StickerFormat.GIF else 1)
    return replace(strip, frames=tuple(framed(frame, spec) for frame in strip.frames))


def drawn_size(spec: FileSpec) -> tuple[int, int]:
    """Width and height that are asked of the drawing: the file's without its margins."""
    return spec.draw_wh[0] - 2 * spec.margin_px, spec.draw_wh[1] - 2 * spec.margin_px


def framed(pixels: Pixels, spec: FileSpec) -> Pixels:
    """H×W×4 of the file's size: the picture in the middle, on white where the file has no transparency."""
    inner = _within(_with_alpha(pixels), drawn_size(spec))
    width, height = spec.draw_wh
    canvas = np.zeros((height, width, 4), np.uint8)
    top, left = (height - inner.shape[0]) // 2, (width - inner.shape[1]) // 2
    canvas[top : top + inner.shape[0], left : left + inner.shape[1]] = inner
    return _with_alpha(on_white(canvas)) if spec.background == "white" else canvas


def _timed(clip: Clip, motion: Motion, grain_ms: int) -> Strip:
    longest = motion.seconds_max * 1000 if motion.seconds_max else None
    wanted = clip.seconds * 1000
    if motion.whole_seconds:
        wanted = max(1, round(clip.seconds)) * 1000
    milliseconds = round(min(wanted, longest) if longest else wanted)
    milliseconds -= milliseconds % 1000 if motion.whole_seconds else milliseconds % grain_ms
    count = min(clip.count, motion.frames[1], milliseconds // max(grain_ms, motion.frame_ms_min))
    if motion.frames_per_second_max:
        count = min(count, int(milliseconds * motion.frames_per_second_max / 1000))
    plays = 0
    if motion.plays:
        fitting = int(longest // milliseconds) if longest else motion.plays[1]
        plays = max(motion.plays[0], min(motion.plays[1], fitting))
    return strip_of(clip, count=max(1, count), milliseconds=milliseconds, grain_ms=grain_ms, plays=plays)


def _with_alpha(pixels: Pixels) -> Pixels:
    if pixels.shape[2] == 4:
        return pixels
    return np.dstack([pixels, np.full(pixels.shape[:2], 255, np.uint8)])


def _within(pixels: Pixels, size_wh: tuple[int, int]) -> Pixels:
    height, width = pixels.shape[:2]
    share = min(size_wh[0] / width, size_wh[1] / height)
    if share >= 1:
        return pixels
    size = max(1, round(width * share)), max(1, round(height * share))
    # Premultiplied, or what lies behind transparent pixels colours the rim.
    alpha = pixels[:, :, 3:].astype(np.float32)
    laid = np.dstack([pixels[:, :, :3].astype(np.float32) * alpha / 255, alpha])
    small = cv2.resize(laid, size, interpolation=cv2.INTER_AREA)
    rgb = small[:, :, :3] * 255 / np.maximum(small[:, :, 3:], 1e-3)
    return np.asarray(np.rint(np.clip(np.dstack([rgb, small[:, :, 3:]]), 0, 255)), np.uint8)
