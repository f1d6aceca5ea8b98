"""What is inside a picture file of any origin; damaged and oversized ones become a `Problem`, never a crash."""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Iterator
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Any

import numpy as np
import PIL.Image

from pyojeong.errors import PyojeongError
from pyojeong.media.animated_encoding import decode_webm
from pyojeong.media.image import Pixels
from pyojeong.stickers.packing.on_disk import FileOnDisk, PictureFacts, Problem, Transparency

PICTURE_SUFFIXES = frozenset({".png", ".apng", ".gif", ".webp", ".webm", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff"})
MAX_SIDE_PX = 4096
MAX_FRAMES = 600
MAX_FRAME_PIXELS = 400_000_000
"""Of all frames together: 600 frames of 740×640 are 284 million."""
_FORMATS = ("PNG", "GIF", "WEBP", "JPEG", "BMP", "TIFF")
"""Pillow's names of what is read. Closed on purpose: its EPS reader would start Ghostscript."""
_EBML = b"\x1aE\xdf\xa3"
_ENDLESS_FORMATS = ("PNG", "GIF", "WEBP")


def look_at(name: str, data: bytes) -> FileOnDisk:
    """The file's facts; every frame is decoded once, so what is cut off shows."""
    sha256 = hashlib.sha256(data).hexdigest()
    if PurePosixPath(name).suffix.lower() not in PICTURE_SUFFIXES:
        return FileOnDisk(name, len(data), sha256)
    try:
        facts = _film(data) if data.startswith(_EBML) else _picture(data)
    except _RefusedError as refused:
        return FileOnDisk(name, len(data), sha256, problem=refused.problem)
    return FileOnDisk(name, len(data), sha256, picture=facts)


def frames_of(data: bytes) -> Iterator[Pixels]:
    """Every frame, uint8 H×W×4, one at a time.

    Raises:
        PyojeongError: When the file cannot be read to its end.
    """
    try:
        if data.startswith(_EBML):
            yield from _film_frames(data)
            return
        with _opened(data) as picture:
            count = _count(picture)
            _check_size(picture.size, count)
            for number in range(count):
                yield _rgba(picture, number)
    except _RefusedError as refused:
        raise PyojeongError(refused.problem.korean, refused.problem.english, kind=refused.problem.kind) from refused


class _RefusedError(Exception):
    def __init__(self, kind: str, korean: str, english: str) -> None:
        super().__init__(english)
        self.problem = Problem(kind, korean, english)


def _picture(data: bytes) -> PictureFacts:
    with _opened(data) as picture:
        count = _count(picture)
        _check_size(picture.size, count)
        seen = _Transparency()
        durations = []
        margins = None
        for number in range(count):
            frame = _rgba(picture, number)
            seen.add(frame)
            durations.append(round(picture.info.get("duration", 0)) if count > 1 else 0)
            margins = _margins(frame) if number == 0 else margins
        kind = (picture.format or "").lower()
        return PictureFacts(
            format="apng" if kind == "png" and count > 1 else kind,
            size_wh=picture.size,
            durations_ms=tuple(durations),
            plays=_plays(picture) if count > 1 else None,
            mode=picture.mode,
            transparency=seen.result(_has_alpha(picture)),
            margins=margins,
            dots_per_inch=_dpi(picture),
        )


def _film(data: bytes) -> PictureFacts:
    import av

    try:
        with av.open(io.BytesIO(data)) as container:
            if not container.streams.video:
                raise _RefusedError(
                    "not-a-picture", "그림이 들어 있지 않은 영상 파일입니다.", "The film has no pictures."
                )
            stream: Any = container.streams.video[0]
            size, codec = (int(stream.width), int(stream.height)), str(stream.codec_context.name)
            length = float(container.duration or 0) / 1e6
            sound, layered = bool(container.streams.audio), stream.metadata.get("alpha_mode") == "1"
            shown = [_when(packet) for packet in container.demux(stream) if packet.size and packet.pts is not None]
    except _RefusedError:
        raise
    except Exception as error:  # damaged films also raise AttributeError (a stream without a codec), MemoryError …
        raise _damaged(error) from error
    _check_size(size, 1)
    seen = _Transparency()
    frames = 0
    margins = None
    for frame in _film_frames(data):
        if frame.shape[1::-1] != size:
            raise _uneven(size, (frame.shape[1], frame.shape[0]))
        seen.add(frame)
        margins = _margins(frame) if frames == 0 else margins
        frames += 1
    if not frames:
        raise _RefusedError("truncated", "영상에 장면이 하나도 없습니다.", "The film has no frame.")
    times = _film_times(shown, length) if len(shown) == frames else _even_times(length, frames)
    return PictureFacts("webm", size, times, None, codec, seen.result(layered), margins, has_sound=sound)


def _film_frames(data: bytes) -> Iterator[Pixels]:
    try:
        for number, frame in enumerate(decode_webm(data)):
            if number >= MAX_FRAMES:
                raise _too_many(number + 1)
            yield frame
    except _RefusedError:
        raise
    except Exception as error:  # damaged films also raise AttributeError (a stream without a codec), MemoryError …
        raise _damaged(error) from error


def _when(packet: Any) -> tuple[float, float]:
    """From when to when a packet says that its frame is shown, in seconds."""
    base = float(packet.time_base)
    return packet.pts * base, (packet.pts + (packet.duration or 0)) * base


def _film_times(shown: list[tuple[float, float]], length: float) -> tuple[int, ...]:
    """Each frame is shown until the next one; the last as long as the film, or it itself, says."""
    starts = sorted(start for start, _ in shown)
    end = max(length, *(until for _, until in shown))
    edges = [round(1000 * edge) for edge in (*starts, end)]
    return tuple(after - before for before, after in pairwise(edges))


def _even_times(seconds: float, frames: int) -> tuple[int, ...]:
    """Where packets are no frames: as if all were shown equally long."""
    edges = [round(seconds * 1000 * i / frames) for i in range(frames + 1)]
    return tuple(after - before for before, after in pairwise(edges))


def _opened(data: bytes) -> PIL.Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return PIL.Image.open(io.BytesIO(data), formats=_FORMATS)
    except PIL.UnidentifiedImageError as error:
        raise _RefusedError("not-a-picture", "그림 파일이 아닙니다.", "This is not a picture.") from error
    except PIL.Image.DecompressionBombError as error:
        raise _too_wide((0, 0)) from error
    except Exception as error:  # mutated headers raise SyntaxError, struct.error, KeyError … (fuzzed in `media`)
        raise _damaged(error) from error


def _count(picture: PIL.Image.Image) -> int:
    try:
        return int(getattr(picture, "n_frames", 1))
    except Exception as error:  # a GIF is walked to its end to be counted, and a cut one raises struct.error
        raise _damaged(error) from error


def _rgba(picture: PIL.Image.Image, number: int) -> Pixels:
    try:
        picture.seek(number)
        picture.load()
        return np.asarray(picture.convert("RGBA"))
    except Exception as error:  # the decoders promise no type for damaged data
        raise _damaged(error) from error


def _plays(picture: PIL.Image.Image) -> int | None:
    """GIF counts repeats after the first play (Netscape extension); without it a GIF plays once."""
    loop = picture.info.get("loop")
    if picture.format == "GIF":
        return 1 if loop is None else (0 if loop == 0 else int(loop) + 1)
    return int(loop) if loop is not None and picture.format in _ENDLESS_FORMATS else None


def _dpi(picture: PIL.Image.Image) -> float | None:
    dpi = picture.info.get("dpi")
    return float(dpi[0]) if isinstance(dpi, tuple) and dpi else None


def _has_alpha(picture: PIL.Image.Image) -> bool:
    return "A" in picture.mode or "transparency" in picture.info


class _Transparency:
    def __init__(self) -> None:
        self._used = False

    def add(self, frame: Pixels) -> None:
        self._used = self._used or bool((frame[:, :, 3] < 255).any())

    def result(self, has_alpha: bool) -> Transparency:
        if self._used:
            return Transparency.USED
        return Transparency.UNUSED if has_alpha else Transparency.NONE


def _margins(frame: Pixels) -> tuple[int, int, int, int] | None:
    solid = frame[:, :, 3] > 0
    rows, columns = np.flatnonzero(solid.any(1)), np.flatnonzero(solid.any(0))
    if not len(rows):
        return None
    height, width = solid.shape
    return int(columns[0]), int(rows[0]), int(width - 1 - columns[-1]), int(height - 1 - rows[-1])


def _check_size(size_wh: tuple[int, int], count: int) -> None:
    if max(size_wh) > MAX_SIDE_PX:
        raise _too_wide(size_wh)
    if count > MAX_FRAMES or size_wh[0] * size_wh[1] * count > MAX_FRAME_PIXELS:
        raise _too_many(count)


def _too_wide(size_wh: tuple[int, int]) -> _RefusedError:
    size = f"{size_wh[0]}×{size_wh[1]}" if size_wh[0] else "?"
    return _RefusedError(
        "too-large",
        f"그림이 너무 큽니다: {size}픽셀인데 한 변 {MAX_SIDE_PX}픽셀까지 읽습니다.",
        f"The picture is too large: {size} px, but sides up to {MAX_SIDE_PX} px are read.",
    )


def _too_many(count: int) -> _RefusedError:
    return _RefusedError(
        "too-many-frames",
        f"장면이 너무 많습니다: {count}장인데 {MAX_FRAMES}장까지 읽습니다.",
        f"There are too many frames: {count}, but up to {MAX_FRAMES} are read.",
    )


def _uneven(size_wh: tuple[int, int], other_wh: tuple[int, int]) -> _RefusedError:
    (width, height), (other_width, other_height) = size_wh, other_wh
    return _RefusedError(
        "uneven-frames",
        f"장면의 크기가 서로 다릅니다: {width}×{height}픽셀이라는데 {other_width}×{other_height}픽셀도 있습니다.",
        f"Frames differ in size: {width}×{height} px is said, but one has {other_width}×{other_height} px.",
    )


def _damaged(error: Exception) -> _RefusedError:
    cut = any(
        word in str(error).lower()
        for word in ("truncated", "end of file", "eof", "not enough", "cut off", "requires a buffer")
    )
    if cut:
        return _RefusedError(
            "truncated", "파일이 중간에 잘려 있습니다. 다시 저장해 주세요.", "The file is cut off; save it again."
        )
    return _RefusedError("damaged", "파일이 손상되었습니다. 다시 저장해 주세요.", "The file is damaged; save it again.")
