"""A `Strip` becomes a GIF, an animated WebP or a WebM with transparency; APNG is written in `apng`."""

from __future__ import annotations

import io
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
import PIL.Image

from pyojeong.media.animated import Strip
from pyojeong.media.animated_palette import SharedPalette
from pyojeong.media.image import Pixels

GIF_GRAIN_MS = 10
"""A GIF counts time in hundredths of a second (GIF89a §23)."""
_BLEED_SIGMA = 3.0
_TO_YUV = np.array([[65.481, 128.553, 24.966], [-37.797, -74.203, 112.0], [112.0, -93.786, -18.214]], np.float32) / 255
"""RGB in 0–255 to brightness and the two colour differences: ITU-R BT.601-7, limited range."""
_TO_RGB = np.linalg.inv(_TO_YUV).astype(np.float32)
_YUV_ZERO = np.array([16, 128, 128], np.float32)
_PLANAR = ("yuv420p", "yuva420p")
_LAYERED = {"vp9": "libvpx-vp9", "vp8": "libvpx"}


def encode_gif(strip: Strip, palette: SharedPalette) -> bytes:
    """The bytes of a GIF; every frame must be opaque and its time a multiple of 10 ms.

    Raises:
        ValueError: On transparency or times that a GIF does not have.
    """
    if any(milliseconds % GIF_GRAIN_MS for milliseconds in strip.durations_ms):
        raise ValueError(f"times must be multiples of {GIF_GRAIN_MS} ms, but got {strip.durations_ms}")
    if palette.colours[:, 3].min() < 255:
        raise ValueError("the frames must be opaque: lay them on a colour first")
    frames = [_paletted(palette.indices(frame), palette) for frame in strip.frames]
    buffer = io.BytesIO()
    repeats: dict[str, Any] = {} if strip.plays == 1 else {"loop": max(strip.plays - 1, 0)}
    frames[0].save(
        buffer,
        "GIF",
        save_all=True,
        append_images=frames[1:],
        duration=list(strip.durations_ms),
        optimize=False,
        disposal=1,
        **repeats,
    )
    return buffer.getvalue()


def _paletted(indices: Pixels, palette: SharedPalette) -> PIL.Image.Image:
    height, width = indices.shape
    picture = PIL.Image.frombytes("P", (width, height), np.ascontiguousarray(indices).tobytes())
    picture.putpalette(palette.colours[:, :3].tobytes(), "RGB")
    return picture


def encode_webp(strip: Strip, *, quality: int | None) -> bytes:
    """The bytes of a WebP, moving when there are several frames.

    Args:
        strip: The frames.
        quality: 0–100 for lossy colours (alpha stays as it is); None keeps every visible pixel.
    """
    frames = [PIL.Image.fromarray(frame) for frame in strip.frames]
    lossy = {"quality": quality} if quality is not None else {"lossless": True, "quality": 60}
    options: dict[str, Any] = {**lossy, "method": 4, "alpha_quality": 100}
    if len(frames) > 1:
        options |= {"save_all": True, "append_images": frames[1:], "loop": strip.plays, "minimize_size": False}
        options["duration"] = list(strip.durations_ms)
    buffer = io.BytesIO()
    frames[0].save(buffer, "WEBP", **options)
    return buffer.getvalue()


def encode_webm(strip: Strip, *, crf: int) -> bytes:
    """The bytes of a WebM of VP9 with its alpha in a second layer (Matroska BlockAdditional), at an even rate.

    Checked: PyAV 18's libvpx-vp9 writes it and its libvpx decoder gives the alpha back; FFmpeg's own VP9 decoder
    does not read the second layer.

    Args:
        strip: Even sides; frames of nearly one length, as `strip_of` makes them.
        crf: 0 (best) – 63.
    """
    import av

    rate = Fraction(len(strip.frames) * 1000, strip.milliseconds).limit_denominator(1001)
    options = {"crf": str(crf), "b:v": "0", "auto-alt-ref": "0", "deadline": "good", "cpu-used": "4", "row-mt": "1"}
    buffer = io.BytesIO()
    with av.open(buffer, "w", format="webm") as container:
        stream: Any = container.add_stream("libvpx-vp9", rate=rate, options=options)
        stream.width, stream.height = strip.size_wh
        stream.pix_fmt = "yuva420p"
        for number, pixels in enumerate(strip.frames):
            frame = _layered(colours_bled(pixels))
            frame.pts, frame.time_base = number, 1 / rate
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return buffer.getvalue()


def decode_webm(data: bytes) -> Iterator[Pixels]:
    """Every frame of a VP8 or VP9 film, uint8 H×W×4, with the alpha of the second layer; one at a time.

    Raises:
        av.error.FFmpegError: When it cannot be read.
    """
    import av

    with av.open(io.BytesIO(data)) as container:
        source: Any = container.streams.video[0]
        # FFmpeg's own decoders leave the second layer out; for other codecs theirs is the only one.
        decoder: Any = source.codec_context
        if decoder.name in _LAYERED:
            decoder = av.CodecContext.create(_LAYERED[decoder.name], "r")
        for packet in container.demux(source):
            for frame in decoder.decode(packet if packet.size else None):
                yield _unlayered(frame) if frame.format.name in _PLANAR else frame.to_ndarray(format="rgba")


def _layered(pixels: Pixels) -> Any:
    """A frame of brightness, two halved colour planes and alpha.

    FFmpeg's own conversion between RGBA and this leaves garbage in the last columns where the width is no multiple of
    16 (seen at 100 px), and OpenCV's takes one colour of four instead of their mean.
    """
    import av

    height, width = pixels.shape[:2]
    frame = av.VideoFrame(width, height, "yuva420p")
    bright, blue, red = cv2.split(pixels[:, :, :3].astype(np.float32) @ _TO_YUV.T + _YUV_ZERO)
    halves = [cv2.resize(plane, (width // 2, height // 2), interpolation=cv2.INTER_AREA) for plane in (blue, red)]
    for plane, values in zip(frame.planes, (bright, *halves, pixels[:, :, 3]), strict=True):
        rows = np.zeros((plane.height, plane.line_size), np.uint8)
        rows[:, : plane.width] = _eight_bit(values)
        plane.update(rows.tobytes())
    return frame


def _unlayered(frame: Any) -> Pixels:
    """H×W×4 of a frame as `_layered` makes it; opaque without a fourth plane."""
    planes = [
        np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)[: plane.height, : plane.width]
        for plane in frame.planes
    ]
    whole = (frame.width, frame.height)
    colours = [cv2.resize(plane.astype(np.float32), whole, interpolation=cv2.INTER_LINEAR) for plane in planes[1:3]]
    yuv = np.dstack([planes[0].astype(np.float32), *colours])
    rgb = _eight_bit((yuv - _YUV_ZERO) @ _TO_RGB.T)
    alpha = planes[3] if len(planes) > 3 else np.full(rgb.shape[:2], 255, np.uint8)
    return np.dstack([rgb, alpha])


def _eight_bit(values: npt.NDArray[Any]) -> Pixels:
    return np.asarray(np.clip(np.rint(values), 0, 255), np.uint8)


def colours_bled(pixels: Pixels) -> Pixels:
    """The same picture with the colours of the edge carried a few pixels into what is transparent.

    Chroma has half the pixels and the codec rings: black behind alpha 0 would draw a dark rim.
    """
    alpha = pixels[:, :, 3:].astype(np.float32) / 255
    weighted = cv2.GaussianBlur(pixels[:, :, :3].astype(np.float32) * alpha, (0, 0), _BLEED_SIGMA)
    weight = cv2.GaussianBlur(alpha, (0, 0), _BLEED_SIGMA)[:, :, None]
    spread = weighted / np.maximum(weight, 1e-4)
    bled = pixels.copy()
    empty = pixels[:, :, 3] == 0
    bled[empty, :3] = np.clip(spread, 0, 255).astype(np.uint8)[empty]
    return bled
