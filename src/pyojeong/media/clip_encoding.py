"""How PyAV writes each kind of moving picture: one frame in memory at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np

from pyojeong.media.clip import Clip
from pyojeong.media.image import Pixels
from pyojeong.media.saving import on_white

Progress = Callable[[float], None]
"""Told the finished share [0, 1] after every frame; what it raises stops the writing and reaches the caller."""

Painter = Callable[[Pixels], Any]
"""RGB or RGBA pixels → an `av.VideoFrame` in the codec's own pixel format."""

_BT709 = 1
"""ITU-T H.273: 1 is BT.709 in all three tables. Without the tags players guess by height, and colours shift."""
_LIMITED_RANGE = 1


@dataclass(frozen=True, slots=True)
class Encoding:
    """What PyAV has to be told for one format.

    Attributes:
        container, codec, pixel_format: FFmpeg's names.
        options: Of the codec.
        endless, once: Container options that repeat the clip for ever, and play it one time.
        painter: Makes the painter for a clip; called once.
        even_sides: Whether the codec needs even sides.
    """

    container: str
    codec: str
    pixel_format: str
    options: Mapping[str, str]
    endless: Mapping[str, str]
    once: Mapping[str, str]
    painter: Callable[[Clip], Painter]
    even_sides: bool = False


def write_clip(clip: Clip, path: Path, encoding: Encoding, *, loop: bool, progress: Progress | None) -> None:
    """Write every frame of ``clip`` to ``path``."""
    import av

    rate = Fraction(clip.frames_per_second).limit_denominator(1001)
    paint = encoding.painter(clip)
    options = dict(encoding.endless if loop else encoding.once)
    with av.open(str(path), "w", format=encoding.container, options=options) as container:
        stream: Any = container.add_stream(encoding.codec, rate=rate, options=dict(encoding.options))
        stream.width, stream.height = _even(clip.size_wh) if encoding.even_sides else clip.size_wh
        stream.pix_fmt = encoding.pixel_format
        if encoding.pixel_format == "yuv420p":
            _tag_colours(stream.codec_context)
        for number in range(clip.count):
            frame = paint(clip.frame(number))
            frame.pts, frame.time_base = number, 1 / rate
            container.mux(stream.encode(frame))
            if progress is not None:
                progress((number + 1) / clip.count)
        container.mux(stream.encode())


def _even(size_wh: tuple[int, int]) -> tuple[int, int]:
    return size_wh[0] + size_wh[0] % 2, size_wh[1] + size_wh[1] % 2


def _tag_colours(context: Any) -> None:
    context.colorspace = context.color_primaries = context.color_trc = _BT709
    context.color_range = _LIMITED_RANGE


def _alpha_painter(pixel_format: str) -> Callable[[Clip], Painter]:
    def painter(_: Clip) -> Painter:
        def paint(pixels: Pixels) -> Any:
            import av

            kind = "rgba" if pixels.shape[2] == 4 else "rgb24"
            frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(pixels), format=kind)
            return frame.reformat(format=pixel_format)

        return paint

    return painter


def _gif_painter(clip: Clip) -> Painter:
    from pyojeong.media.gif_palette import TRANSPARENT, palette_of

    palette = palette_of(clip)
    # PyAV takes palette entries as A, R, G, B bytes, whatever the machine's byte order.
    opaque = np.full((256, 1), 255, np.uint8)
    opaque[TRANSPARENT] = 0
    entries = np.ascontiguousarray(np.hstack([opaque, palette.colours]))

    def paint(pixels: Pixels) -> Any:
        import av

        return av.VideoFrame.from_ndarray((palette.indices(pixels), entries), format="pal8")

    return paint


def _film_painter(_: Clip) -> Painter:
    def paint(pixels: Pixels) -> Any:
        import av
        from av.video.reformatter import ColorRange, Colorspace

        height, width = pixels.shape[:2]
        even = np.pad(on_white(pixels), ((0, height % 2), (0, width % 2), (0, 0)), mode="edge")
        frame = av.VideoFrame.from_ndarray(even, format="rgb24")
        return frame.reformat(
            format="yuv420p",
            dst_colorspace=Colorspace.ITU709,
            src_color_range=ColorRange.JPEG,
            dst_color_range=ColorRange.MPEG,
        )

    return paint


ENCODINGS: Mapping[str, Encoding] = MappingProxyType(
    {
        "gif": Encoding("gif", "gif", "pal8", {}, {"loop": "0"}, {"loop": "-1"}, _gif_painter),
        "webp": Encoding(
            "webp", "libwebp_anim", "bgra", {"quality": "90"}, {"loop": "0"}, {"loop": "1"}, _alpha_painter("bgra")
        ),
        "apng": Encoding("apng", "apng", "rgba", {}, {"plays": "0"}, {"plays": "1"}, _alpha_painter("rgba")),
        "mp4": Encoding(
            "mp4",
            "libx264",
            "yuv420p",
            {"crf": "18", "preset": "medium"},
            {"movflags": "+faststart"},
            {"movflags": "+faststart"},
            _film_painter,
            even_sides=True,
        ),
    }
)
