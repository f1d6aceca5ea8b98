"""A film's file: frames in chunks that any process may write, then one file with sound, chapters and title.

Chunks are H.264 written by one thread each; joining copies their packets. Equal frames give equal bytes, whichever
process writes them and whatever lay in its memory before.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np

from pyojeong.errors import PyojeongError
from pyojeong.media.image import Pixels
from pyojeong.media.sound import Sound
from pyojeong.media.writing import written_beside

Frame = Callable[[int], Pixels]
Progress = Callable[[int], None]
"""Told how many frames are done after each; what it raises stops the writing."""

#: 20 keeps flat drawn colours clean; veryfast costs a third of the default's time (docs/benchmarks.md).
#: cpu-independent: the AVX-512 code of x264's macroblock tree (core 165) reads memory it never wrote where a picture is
#: not a multiple of 128 pixels wide (854, 320): one chunk in twelve came out otherwise. Without it: none, as fast.
_VIDEO = {
    "preset": "veryfast",
    "crf": "20",
    "threads": "1",
    "x264-params": "keyint=60:min-keyint=1:open-gop=0:cpu-independent=1",
}
_DECODED_AHEAD = 2
"""Frames a picture is decoded before it is shown at most: x264's B-frames that others refer to (b-pyramid)."""
_AUDIO_BITS = 160_000
_SEAL = b"\x00\x00\x00\x28free"
"""Head of an MP4 box every player skips: 40 bytes, of which the last 32 are the SHA-256 of all before the box."""
_BT709, _LIMITED_RANGE = 1, 1
_EXACTLY = 0x2 | 0x40000 | 0x80000
"""SWS_BILINEAR, SWS_ACCURATE_RND, SWS_BITEXACT (libswscale/swscale.h): PyAV names the last two from 18 on, which leaves
Python 3.10 out."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A named stretch of the film.

    Attributes:
        title: Its name.
        start: Second of the film.
        end: Second of the film.
    """

    title: str
    start: float
    end: float


def write_chunk(
    frame: Frame, numbers: range, path: Path, *, frames_per_second: int, progress: Progress | None = None
) -> None:
    """Frames ``numbers`` (RGB or RGBA, even sides) as H.264 in an MP4 of their own, written beside and renamed."""
    import av
    from av.video.reformatter import VideoReformatter

    rate, into_video = Fraction(frames_per_second), VideoReformatter()
    with written_beside(path) as part:
        with av.open(str(part), "w", format="mp4") as container:
            stream: Any = container.add_stream("libx264", rate=rate, options=dict(_VIDEO))
            for done, number in enumerate(numbers):
                pixels = frame(number)
                if done == 0:
                    stream.height, stream.width = pixels.shape[:2]
                    stream.pix_fmt = "yuv420p"
                    _tag_colours(stream.codec_context)
                picture = _picture(pixels, into_video)
                picture.pts, picture.time_base = done, 1 / rate
                container.mux(stream.encode(picture))
                if progress is not None:
                    progress(done + 1)
            container.mux(stream.encode())
        _seal(part)


def frames_in(path: Path) -> int:
    """How many frames a chunk holds; 0 where the file is not, to the byte, what `write_chunk` wrote."""
    import av

    try:
        if not _is_sealed(path):
            return 0
        with av.open(str(path)) as container:
            return int(container.streams.video[0].frames) if container.streams.video else 0
    except (av.FFmpegError, OSError):
        return 0


def _seal(path: Path) -> None:
    digest = hashlib.sha256(path.read_bytes()).digest()
    with path.open("ab") as stream:
        stream.write(_SEAL + digest)


def _is_sealed(path: Path) -> bool:
    data = path.read_bytes()
    body, head, digest = data[:-40], data[-40:-32], data[-32:]
    return head == _SEAL and hashlib.sha256(body).digest() == digest


def join(
    chunks: Sequence[Path],
    sound: Iterable[Sound],
    path: Path,
    *,
    title: str,
    comment: str = "",
    chapters: Sequence[Chapter] = (),
) -> None:
    """One MP4 of the chunks' pictures in order and ``sound`` under them, written beside and renamed.

    Args:
        chunks: As `write_chunk` wrote them, of one size and rate.
        sound: Blocks of one rate and number of channels, from the film's start on; taken one at a time.
        path: Of the film.
        title: Kept in the file.
        comment: Kept in the file: who made it, that it is synthetic.
        chapters: In order.

    Raises:
        PyojeongError: When the place cannot be written, or a chunk is gone or damaged.
    """
    import av

    options = {"movflags": "+faststart"}
    with written_beside(path) as part, av.open(str(part), "w", format="mp4", options=options) as container:
        container.metadata.update({"title": title, "comment": comment})
        if chapters:
            container.set_chapters([_chapter(number, chapter) for number, chapter in enumerate(chapters)])
        blocks = iter(sound)
        first = next(blocks, None)
        with _opened(chunks[0]) as stream:
            video: Any = container.add_stream_from_template(stream)
        voice = _voice_stream(container, first) if first is not None else None
        _copy(chunks, container, video, _Voice(voice, first, blocks) if voice is not None else None)


def _chapter(number: int, chapter: Chapter) -> Any:
    base = Fraction(1, 1000)
    return {
        "id": number,
        "start": round(chapter.start * 1000),
        "end": round(chapter.end * 1000),
        "time_base": base,
        "metadata": {"title": chapter.title},
    }


def _voice_stream(container: Any, block: Sound) -> Any:
    stream = container.add_stream("aac", rate=block.rate)
    stream.bit_rate = _AUDIO_BITS
    stream.layout = "stereo" if block.samples.ndim == 2 else "mono"
    return stream


class _Voice:
    """Blocks of sound encoded as far as the pictures have come, so that neither waits long for the other."""

    def __init__(self, stream: Any, first: Sound | None, rest: Iterable[Sound]) -> None:
        self._stream, self._block, self._rest = stream, first, iter(rest)
        self._samples = 0

    def packets_until(self, seconds: float) -> Iterable[Any]:
        """Packets of every block that begins before ``seconds``."""
        import av

        while self._block is not None and self._samples / self._block.rate <= seconds:
            planes = np.atleast_2d(self._block.samples.T.clip(-1.0, 1.0))
            layout = "stereo" if len(planes) == 2 else "mono"
            frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(planes), format="fltp", layout=layout)
            frame.sample_rate, frame.pts = self._block.rate, self._samples
            frame.time_base = Fraction(1, self._block.rate)
            self._samples += planes.shape[1]
            yield from self._stream.encode(frame)
            self._block = next(self._rest, None)

    def last(self) -> Iterable[Any]:
        """What is left, and the encoder's end."""
        yield from self.packets_until(float("inf"))
        yield from self._stream.encode()


@contextmanager
def _opened(chunk: Path) -> Iterator[Any]:
    """The chunk's pictures.

    Raises:
        PyojeongError: Kind ``lost-chunk`` when they are not there any more, or cannot be opened.
    """
    import av

    try:
        opened = av.open(str(chunk))
    except (av.FFmpegError, OSError) as failure:  # somebody emptied the folder, or a disk lost it, while others drew
        raise _lost(chunk) from failure
    with opened:
        if not opened.streams.video:
            raise _lost(chunk)
        yield opened.streams.video[0]


def _lost(chunk: Path) -> PyojeongError:
    return PyojeongError(
        f"그려 둔 조각이 지워졌거나 상했습니다: {chunk}. 다시 하면 없는 조각만 다시 그립니다.",
        f"A chunk that was drawn is gone or damaged: {chunk}; doing the same again draws only what is missing.",
        kind="lost-chunk",
    )


def _packets(chunk: Path, stream: Any) -> Iterator[Any]:
    """The packets of a chunk's pictures.

    Raises:
        PyojeongError: As `_opened`.
    """
    import av

    try:
        yield from (packet for packet in stream.container.demux(stream) if packet.dts is not None)
    except (av.FFmpegError, OSError) as failure:
        raise _lost(chunk) from failure


def _copy(chunks: Sequence[Path], container: Any, video: Any, voice: _Voice | None) -> None:
    """Every packet of the pictures, moved to its time, with the sound beside it.

    Packets are decoded one a frame's time from the film's start on, `_DECODED_AHEAD`: chunks of one or two frames say
    later times of their own, which would run into the next chunk's.
    """
    copied = 0
    for chunk in chunks:
        with _opened(chunk) as stream:
            start = copied
            for packet in _packets(chunk, stream):
                tick = 1 / (stream.average_rate * packet.time_base)
                packet.pts += round(start * tick)
                packet.dts, packet.stream = round((copied - _DECODED_AHEAD) * tick), video
                copied += 1
                now = float(packet.dts * packet.time_base)
                container.mux(packet)
                for heard in voice.packets_until(now) if voice is not None else ():
                    container.mux(heard)
    for heard in voice.last() if voice is not None else ():
        container.mux(heard)


def _picture(pixels: Pixels, into_video: Any) -> Any:
    import av
    from av.video.reformatter import ColorRange, Colorspace

    kind = "rgba" if pixels.shape[2] == 4 else "rgb24"
    return into_video.reformat(
        # Not from_ndarray: its copy took 1.3 of 28 ms a drawn 720p frame takes, and gave the same bytes.
        av.VideoFrame.from_numpy_buffer(np.ascontiguousarray(pixels), format=kind),
        format="yuv420p",
        dst_colorspace=Colorspace.ITU709,
        interpolation=_EXACTLY,
        src_color_range=ColorRange.JPEG,
        dst_color_range=ColorRange.MPEG,
        threads=1,
    )


def _tag_colours(context: Any) -> None:
    context.colorspace = context.color_primaries = context.color_trc = _BT709
    context.color_range = _LIMITED_RANGE
