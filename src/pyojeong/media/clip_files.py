"""A `Clip` becomes a GIF, an animated WebP, an APNG or an MP4, one frame in memory at a time."""

from __future__ import annotations

import tempfile
from enum import Enum
from pathlib import Path

from pyojeong.media.clip import Clip
from pyojeong.media.clip_encoding import ENCODINGS, Progress, write_clip
from pyojeong.media.provenance import embed_in_gif, embed_in_mp4, embed_in_png, embed_in_webp
from pyojeong.media.writing import format_of, written_beside


class ClipFormat(str, Enum):
    """The kinds of moving picture that are written."""

    GIF = "gif"
    WEBP = "webp"
    APNG = "apng"
    MP4 = "mp4"


_BY_SUFFIX = {
    "gif": ClipFormat.GIF,
    "webp": ClipFormat.WEBP,
    "apng": ClipFormat.APNG,
    "png": ClipFormat.APNG,
    "mp4": ClipFormat.MP4,
}
_EMBED = {
    ClipFormat.GIF: embed_in_gif,
    ClipFormat.WEBP: embed_in_webp,
    ClipFormat.APNG: embed_in_png,
    ClipFormat.MP4: embed_in_mp4,
}


def save_clip(
    clip: Clip, path: str | Path, *, loop: bool = True, xmp: bytes | None = None, progress: Progress | None = None
) -> Path:
    """The path of the moving picture file; its extension chooses the format (.png is an APNG).

    GIF: one palette for all frames, transparency is on or off. WebP and APNG keep alpha, APNG every pixel. MP4: H.264
    4:2:0 on white, odd sides repeat their last pixel.

    Args:
        clip: The frames.
        path: Where to; replaced in one step.
        loop: Whether players start again at the end; MP4 has no such field.
        xmp: Packet to embed, of `pyojeong.media.provenance.xmp_packet`.
        progress: See `Progress`.

    Raises:
        PyojeongError: On an unknown extension or a place that cannot be written.
    """
    chosen = clip_format(path)
    with written_beside(Path(path)) as beside:
        write_clip(clip, beside, ENCODINGS[chosen.value], loop=loop, progress=progress)
        if xmp is not None:
            _EMBED[chosen](beside, xmp)
    return Path(path)


def encode_clip(
    clip: Clip, format: str, *, loop: bool = True, xmp: bytes | None = None, progress: Progress | None = None
) -> bytes:
    """The bytes of the moving picture file; options as `save_clip`."""
    chosen = clip_format(f".{format.removeprefix('.')}")
    with tempfile.TemporaryDirectory(prefix="pyojeong-") as folder:
        path = Path(folder) / f"clip.{chosen.value}"
        save_clip(clip, path, loop=loop, xmp=xmp, progress=progress)
        return path.read_bytes()


def clip_format(path: str | Path) -> ClipFormat:
    """The format the path's extension stands for.

    >>> clip_format("smile.MP4").value
    'mp4'
    """
    name = str(path)
    suffix = name.rpartition(".")[2].lower() if "." in name else ""
    return format_of(suffix, _BY_SUFFIX, korean="움직이는 그림은", english="Moving pictures")
