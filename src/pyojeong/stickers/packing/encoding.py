"""One picture becomes one file of a store: as good as its cap allows, or a sentence that says it cannot be.

What was measured (a round character with outline and gradient, 24 frames of 512 px, two cores): lossless WebP of 256
shared colours takes 229 KB in 0.7 s at ΔE 0.8, lossy WebP of quality 90 takes 224 KB at ΔE 2.4, RGBA lossless 2–3 times
the time: colours are reduced before they are made lossy.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from types import MappingProxyType

import numpy as np
import PIL.Image

from pyojeong.errors import PyojeongError
from pyojeong.media.animated import Strip
from pyojeong.media.animated_encoding import decode_webm, encode_gif, encode_webm, encode_webp
from pyojeong.media.animated_palette import SharedPalette, shared_palette
from pyojeong.media.apng import indexed_apng, indexed_png
from pyojeong.media.damage import NONE, Damage, damage_between
from pyojeong.media.image import Pixels
from pyojeong.stickers.packing.fitting import Fitted, best_that_fits
from pyojeong.stickers.packing.framing import drawn_size, still_for, strip_for
from pyojeong.stickers.packing.pack import CaptionDrawn, Captioned, PictureOf
from pyojeong.stickers.stores.specs import FileSpec, StickerFormat

ENCODERS = 2
"""Raised when the same picture would become another file, so that old files are drawn again."""

VISIBLE = Damage(ssim=0.97, delta_e=4.0)
"""What is worse is refused. Looked at, 1:1, a face of 512 px with a gradient, on both grounds: WebP of quality 90
(ΔE 2.8) shows nothing, 128 colours (0.9) faint rings, 32 colours (4.6) bands and WebP of quality 50 (5.7) blocks.
"""

_STEPS = (1, 2, 3)
"""Every frame, every second, every third."""
_FEWEST_COLOURS = 32
_LOOKED_AT = 3
"""Frames of a strip that are compared with their originals."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """A file that fits.

    Attributes:
        data: Its bytes.
        how: What was done: ``colours``, ``quality``, ``crf``, ``every`` (frames kept), ``lossless``.
        damage: How far it can be told from the drawing.
        caption: Where the words are in the drawing; None where there are none, or the picture cannot tell.
    """

    data: bytes
    how: Mapping[str, int | bool]
    damage: Damage
    caption: CaptionDrawn | None = None


def encode_for(picture_of: PictureOf, spec: FileSpec, *, name: str = "") -> Encoded:
    """The file, under its cap and without visible damage.

    Args:
        picture_of: Asked once, for the size the file needs.
        spec: What the file must be.
        name: For sentences.

    Raises:
        PyojeongError: When no setting is small and good enough, or the picture should move and does not.
    """
    if spec.motion is None:
        still = still_for(picture_of, spec)
        attempts = _STILL[spec.format](still, spec.bytes_max)
    else:
        strip = strip_for(picture_of, spec, name=name)
        attempts = _moving(strip, spec)
    for encoded in attempts:
        if not encoded.damage.worse_than(VISIBLE):
            return replace(encoded, caption=_caption(picture_of, spec))
    raise _too_large(spec, name)


def _caption(picture_of: PictureOf, spec: FileSpec) -> CaptionDrawn | None:
    return picture_of.caption_drawn(drawn_size(spec)) if isinstance(picture_of, Captioned) else None


def _png(still: Pixels, bytes_max: int) -> list[Encoded]:
    buffer = io.BytesIO()
    PIL.Image.fromarray(still).save(buffer, "PNG", optimize=True)
    if buffer.tell() <= bytes_max:
        return [Encoded(buffer.getvalue(), _how(lossless=True), NONE)]

    palette = _palettes((still,))
    found = best_that_fits(
        lambda colours: indexed_png(still, palette(colours)), bytes_max, worst=_FEWEST_COLOURS, best=256
    )
    return [_coloured(found, palette, (still,), every=1)] if found else []


def _webp(still: Pixels, bytes_max: int) -> list[Encoded]:
    strip = Strip((still,), (1,))
    lossless = encode_webp(strip, quality=None)
    if len(lossless) <= bytes_max:
        return [Encoded(lossless, _how(lossless=True), NONE)]
    found = best_that_fits(lambda quality: encode_webp(strip, quality=quality), bytes_max, worst=60, best=95)
    return [_lossy(found, strip, "quality", 1)] if found else []


_STILL: Mapping[StickerFormat, Callable[[Pixels, int], list[Encoded]]] = MappingProxyType(
    {StickerFormat.PNG: _png, StickerFormat.WEBP: _webp}
)


def _moving(strip: Strip, spec: FileSpec) -> list[Encoded]:
    """What fits, best first: all frames before fewer, fewer colours before lossy ones."""
    fewest = spec.motion.frames[0] if spec.motion else 1
    found: list[Encoded] = []
    for step in _STEPS:
        thinner = strip.every(step)
        if len(thinner.frames) < fewest:
            break
        found += _MOVING[spec.format](thinner, spec.bytes_max, step)
        if any(not encoded.damage.worse_than(VISIBLE) for encoded in found):
            break
    return found


def _apng_strip(strip: Strip, bytes_max: int, step: int) -> list[Encoded]:
    palette = _palettes(strip.frames)
    found = best_that_fits(
        lambda colours: indexed_apng(strip, palette(colours)), bytes_max, worst=_FEWEST_COLOURS, best=256, tries=3
    )
    return [_coloured(found, palette, strip.frames, every=step)] if found else []


def _gif_strip(strip: Strip, bytes_max: int, step: int) -> list[Encoded]:
    palette = _palettes(strip.frames)
    # 255: Pillow needs a free colour to leave out what did not change.
    found = best_that_fits(
        lambda colours: encode_gif(strip, palette(colours)), bytes_max, worst=_FEWEST_COLOURS, best=255, tries=3
    )
    return [_coloured(found, palette, strip.frames, every=step)] if found else []


def _webp_strip(strip: Strip, bytes_max: int, step: int) -> list[Encoded]:
    palette = _palettes(strip.frames)

    def encode(colours: int) -> bytes:
        shown = tuple(palette(colours).shown(frame) for frame in strip.frames)
        return encode_webp(Strip(shown, strip.durations_ms, strip.plays), quality=None)

    found = best_that_fits(encode, bytes_max, worst=96, best=256, tries=2)
    if found:
        return [_coloured(found, palette, strip.frames, every=step)]
    lossy = best_that_fits(lambda q: encode_webp(strip, quality=q), bytes_max, worst=60, best=90, tries=3)
    return [_lossy(lossy, strip, "quality", step)] if lossy else []


def _webm_strip(strip: Strip, bytes_max: int, step: int) -> list[Encoded]:
    found = best_that_fits(lambda crf: encode_webm(strip, crf=crf), bytes_max, worst=54, best=12, tries=3)
    return [_lossy(found, strip, "crf", step)] if found else []


_MOVING: Mapping[StickerFormat, Callable[[Strip, int, int], list[Encoded]]] = MappingProxyType(
    {
        StickerFormat.APNG: _apng_strip,
        StickerFormat.GIF: _gif_strip,
        StickerFormat.WEBP: _webp_strip,
        StickerFormat.WEBM: _webm_strip,
    }
)


def _palettes(frames: tuple[Pixels, ...]) -> Callable[[int], SharedPalette]:
    """Number of colours → palette of ``frames``; each is fitted once."""
    return cache(partial(shared_palette, frames))


def _coloured(
    found: Fitted, palettes: Callable[[int], SharedPalette], frames: tuple[Pixels, ...], *, every: int
) -> Encoded:
    palette = palettes(found.setting)
    damage = _worst(frames, lambda number: palette.shown(frames[number]))
    how = _how(lossless=True) if palette.exact else _how(colours=found.setting)
    return Encoded(found.data, MappingProxyType({**how, "every": every}), damage)


def _lossy(found: Fitted, strip: Strip, setting: str, every: int) -> Encoded:
    shown = tuple(decode_webm(found.data)) if setting == "crf" else _webp_frames(found.data, strip)
    damage = _worst(strip.frames, lambda number: shown[number])
    return Encoded(found.data, MappingProxyType({setting: found.setting, "every": every}), damage)


def _webp_frames(data: bytes, strip: Strip) -> tuple[Pixels, ...]:
    """What is seen when each frame of ``strip`` begins: the WebP writer joins frames that came out equal."""
    shown: list[Pixels] = []
    ends: list[int] = []
    with PIL.Image.open(io.BytesIO(data)) as picture:
        for number in range(getattr(picture, "n_frames", 1)):
            picture.seek(number)
            shown.append(np.asarray(picture.convert("RGBA")))
            ends.append(round(picture.info.get("duration", 1)))
    starts = np.cumsum((0, *strip.durations_ms[:-1]))
    places = np.searchsorted(np.cumsum(ends), starts, side="right")
    return tuple(shown[min(int(place), len(shown) - 1)] for place in places)


def _worst(frames: tuple[Pixels, ...], shown: Callable[[int], Pixels]) -> Damage:
    numbers = sorted({round(i * (len(frames) - 1) / max(1, _LOOKED_AT - 1)) for i in range(_LOOKED_AT)})
    worst = NONE
    for number in numbers:
        worst = worst.with_worst_of(damage_between(frames[number], shown(number)))
    return worst


def _how(**done: int | bool) -> Mapping[str, int | bool]:
    return MappingProxyType(done)


def _too_large(spec: FileSpec, name: str) -> PyojeongError:
    cap = spec.bytes_max // 1000
    return PyojeongError(
        f"눈에 띄게 나빠지지 않고는 {cap} KB 안에 담을 수 없습니다: {name}. 색과 움직임을 줄이거나 무늬를 빼 주세요.",
        f"{name} does not fit into {cap} KB without visible damage; use fewer colours, less motion or no textures.",
        kind="does-not-fit",
    )
