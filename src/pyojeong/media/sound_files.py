"""Sound files become `Sound`, `Sound` becomes a WAV file; anything else becomes a sentence that helps."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from pyojeong.errors import PyojeongError
from pyojeong.media.sound import Samples, Sound
from pyojeong.media.writing import format_of, write_file

if TYPE_CHECKING:
    import av

SoundSource = str | Path | bytes
"""What `open_sound` takes."""

LONGEST_SECONDS = 3 * 3600.0
"""Longer than any tale read aloud; what is longer is refused before it fills the memory."""


def open_sound(
    source: SoundSource,
    *,
    rate: int | None = None,
    channels: Literal[1, 2] | None = None,
    longest_seconds: float = LONGEST_SECONDS,
) -> Sound:
    """The sound of any audio or video file that FFmpeg reads.

    Args:
        source: A path or the file's bytes. The content decides what a file is, never its extension.
        rate: Samples a second it is brought to; its own when left out.
        channels: 1 or 2 it is brought to; as it is when left out (more than two become two).
        longest_seconds: What is longer is refused.

    Raises:
        PyojeongError: When there is no readable sound; ``kind`` tells why.
    """
    import av
    from av.error import FFmpegError

    name = "" if isinstance(source, bytes) else f" ({Path(source).name})"
    data = source if isinstance(source, bytes) else _read(Path(source))
    if not data:
        raise _refusal("empty-file", f"빈 파일입니다{name}.", f"The file is empty{name}.")
    try:
        # Bytes, never a name: FFmpeg would open addresses and play lists it finds in one.
        with av.open(io.BytesIO(data), mode="r") as container:
            return _decoded(container, rate, channels, longest_seconds, name)
    except (FFmpegError, ValueError, OverflowError) as error:
        korean = f"소리 파일이 아니거나 손상되었습니다{name}. WAV, MP3, M4A, FLAC, OGG 파일을 열 수 있습니다."
        english = f"This is no readable sound file{name}; WAV, MP3, M4A, FLAC and OGG can be opened."
        raise _refusal("not-a-sound", korean, english) from error


def resampled(sound: Sound, rate: int) -> Sound:
    """The same sound with ``rate`` samples a second; as long as before to a sample."""
    if rate == sound.rate:
        return sound
    import av

    layout = "mono" if sound.samples.ndim == 1 else "stereo"
    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(np.atleast_2d(sound.samples.T)), "fltp", layout)
    frame.sample_rate = sound.rate
    resampler = av.AudioResampler(format="fltp", layout=layout, rate=rate)
    pieces = [piece.to_ndarray() for made in (frame, None) for piece in resampler.resample(made)]
    length = round(len(sound.samples) * rate / sound.rate)
    joined = np.concatenate([np.zeros((1 if layout == "mono" else 2, 0), np.float32), *pieces], axis=1)[:, :length]
    joined = np.pad(joined, ((0, 0), (0, length - joined.shape[1])))
    return Sound(_rows(joined), rate)


def wav_bytes(sound: Sound) -> bytes:
    """A WAV file, 16 bits a sample; louder than full scale is cut.

    >>> wav_bytes(Sound(np.zeros(2, np.float32), 24_000))[:4], len(wav_bytes(Sound(np.zeros(2, np.float32), 24_000)))
    (b'RIFF', 48)
    """
    channels = sound.samples.ndim
    whole = np.round(np.clip(sound.samples, -1.0, 1.0) * 32767.0).astype("<i2").tobytes()
    bytes_a_frame = 2 * channels
    header = struct.pack("<HHIIHH", 1, channels, sound.rate, sound.rate * bytes_a_frame, bytes_a_frame, 16)
    if len(whole) > 0xFFFFFFFF - 36:
        korean = "WAV 파일은 4 GB를 넘을 수 없습니다. 나누어 저장해 주세요."
        raise _refusal("too-long", korean, "A WAV file cannot pass 4 GB; save it in parts.")
    return b"".join(
        [
            b"RIFF",
            struct.pack("<I", 36 + len(whole)),
            b"WAVEfmt ",
            struct.pack("<I", 16),
            header,
            b"data",
            struct.pack("<I", len(whole)),
            whole,
        ]
    )


def save_sound(sound: Sound, target: str | Path) -> None:
    """Write ``sound`` as ``target``, a ``.wav`` file, whole or not at all.

    Raises:
        PyojeongError: When the suffix is another or the place cannot be written.
    """
    format_of(Path(target).suffix, {"wav": "wav"}, korean="소리는", english="Sounds")
    write_file(Path(target), wav_bytes(sound))


def _decoded(
    container: av.container.InputContainer, rate: int | None, channels: int | None, longest: float, name: str
) -> Sound:
    import av

    if not container.streams.audio:
        korean = f"소리가 들어 있지 않은 파일입니다{name}."
        raise _refusal("no-sound", korean, f"There is no sound in this file{name}.")
    stream = container.streams.audio[0]
    own = stream.codec_context
    wanted = rate or own.sample_rate
    if not wanted or wanted <= 0:
        raise ValueError(f"the stream tells no rate: {wanted!r}")
    layout = "mono" if (channels or min(own.channels, 2)) == 1 else "stereo"
    resampler = av.AudioResampler(format="fltp", layout=layout, rate=wanted)
    pieces, count = [], 0
    for piece in _pieces(container, stream, resampler):
        count += piece.shape[1]
        if count > longest * wanted:
            korean = f"소리가 너무 깁니다{name}. {longest / 60:.0f}분까지 엽니다."
            raise _refusal("too-long", korean, f"The sound is too long{name}; {longest / 60:.0f} minutes are opened.")
        pieces.append(piece)
    if not count:
        raise ValueError("no sample could be decoded")
    return Sound(_rows(np.concatenate(pieces, axis=1)), wanted)


def _pieces(container: Any, stream: Any, resampler: Any) -> Iterator[np.ndarray[Any, np.dtype[np.float32]]]:
    for frame in container.decode(stream):
        frame.pts = None  # joined as they come: gaps of broken stamps would become silence of any length
        for piece in resampler.resample(frame):
            yield piece.to_ndarray()
    for piece in resampler.resample(None):
        yield piece.to_ndarray()


def _rows(planes: np.ndarray[Any, np.dtype[np.float32]]) -> Samples:
    return np.ascontiguousarray(planes[0] if len(planes) == 1 else planes.T, dtype=np.float32)


def _read(path: Path) -> bytes:
    try:
        if path.is_dir():
            korean = f"{path}은(는) 폴더입니다. 소리 파일을 골라 주세요."
            raise _refusal("directory", korean, f"{path} is a folder; choose a file.")
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise _refusal("missing-file", f"파일이 없습니다: {path}", f"There is no such file: {path}") from error
    except PermissionError as error:
        korean = f"파일을 읽을 권한이 없습니다: {path}"
        raise _refusal("no-permission", korean, f"No permission to read {path}") from error
    except OSError as error:
        raise _refusal("file", f"파일을 열 수 없습니다: {path}", f"Cannot open {path}: {error}") from error


def _refusal(kind: str, korean: str, english: str) -> PyojeongError:
    return PyojeongError(korean, english, kind=kind)
