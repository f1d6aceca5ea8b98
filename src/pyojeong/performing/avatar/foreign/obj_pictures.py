"""The pictures of an OBJ: what its MTL names beside it, and where its triangles are in them."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import PIL.Image

from pyojeong.errors import PyojeongError
from pyojeong.performing.avatar.foreign.bounded import bytes_of
from pyojeong.performing.avatar.foreign.head_mesh import Doubles, Pixels
from pyojeong.performing.avatar.foreign.refusals import KIND

_PICTURES = (".png", ".jpg", ".jpeg")
_NO_PICTURE = 178
"""Grey, which is taken for no colour, for triangles without a picture."""
_MOST_MTL, _MOST_CODED, _MOST_BYTES = 1_000_000, 300_000_000, 1_000_000_000
"""An MTL has some lines a material; a head's pictures are at most some of 8,192 pixels a side, 0.2 GB each."""
_MOST_PIXELS = 8192**2
_MOST_NUMBERS = {"-o": 3, "-s": 3, "-t": 3}
_WORDS_AFTER = {"-mm": 2}
"""MTL's options before a picture's name: so many numbers at most, so many words; the others take one word."""


def painted(
    spots: Doubles, shown: npt.NDArray[np.bool_], materials: Sequence[str], pictures: Mapping[str, Pixels]
) -> tuple[Doubles | None, Pixels | None]:
    """Corners' places and the picture they are in: several materials' pictures are laid under one another.

    Args:
        spots: T×3×2, corners' places in their own pictures, v up.
        shown: T, whether a triangle has places at all; the others become grey.
        materials: T names.
        pictures: By material.

    Raises:
        ValueError: When the pictures are too large together.
    """
    used = [name for name in dict.fromkeys(materials) if name in pictures] or list(pictures)[:1]
    if not used:
        return None, None
    if len(used) == 1 and shown.all():
        return spots, pictures[used[0]]
    number = {name: k for k, name in enumerate(used)}
    owners = np.array([number.get(name, -1) for name in materials]) if len(used) > 1 else np.zeros(len(spots), np.int64)
    return _stacked(spots, np.where(shown, owners, -1), [pictures[name] for name in used])


def _stacked(spots: Doubles, owners: npt.NDArray[np.int64], pictures: list[Pixels]) -> tuple[Doubles, Pixels]:
    """Pictures under one another, with a row of grey on top for triangles that none of them owns."""
    wide = max(own.shape[1] for own in pictures)
    high = sum(own.shape[0] for own in pictures) + 1
    if 3 * wide * high > _MOST_BYTES:
        raise ValueError("a head's pictures are too large")
    whole, below = np.full((high, wide, 3), _NO_PICTURE, np.uint8), 0
    placed = np.empty_like(spots)
    placed[owners < 0] = np.array([0.5 / wide, 1 - 0.5 / high])
    for number, own in enumerate(pictures):
        top = high - below - own.shape[0]
        whole[top : top + own.shape[0], : own.shape[1]] = own
        inside = np.clip(spots[owners == number], 0, 1) * np.array([own.shape[1] / wide, own.shape[0] / high])
        placed[owners == number] = inside + np.array([0.0, below / high])
        below += own.shape[0]
    return placed, whole


def pictures_of(library: str, path: Path) -> dict[str, Pixels]:
    """The pictures the MTL names (``map_Kd``) by material; only beside the OBJ, wherever the names point.

    Raises:
        PyojeongError: Kind ``head-file`` when the MTL or a picture is there and cannot be read.
    """
    beside = _beside(path, library) if library else path.with_suffix(".mtl")
    text = bytes_of(beside, _MOST_MTL).decode("utf-8", "replace") if beside is not None and beside.is_file() else ""
    files: dict[str, Path] = {}
    material = ""
    for line in text.splitlines():
        word, _, rest = line.strip().partition(" ")
        if word == "newmtl":
            material = rest.strip()
        elif word == "map_Kd" and (file := _beside(path, _named(rest))) is not None:
            files[material] = file
    if not files:
        alone = next((path.with_suffix(end) for end in _PICTURES if path.with_suffix(end).is_file()), None)
        files = {} if alone is None else {"": alone}
    read = {file: read_picture(file) for file in dict.fromkeys(files.values())}
    return {name: read[file] for name, file in files.items()}


def _beside(path: Path, name: str) -> Path | None:
    """The file of that name in the OBJ's folder, if there is one."""
    last = Path(name.replace("\\", "/")).name
    try:
        return path.with_name(last) if last and path.with_name(last).is_file() else None
    except OSError:
        return None


def _named(rest: str) -> str:
    """The picture's name after its options.

    >>> _named("-s 1 1 1 -clamp on my face.png")
    'my face.png'
    """
    words = rest.split()
    while words and words[0].startswith("-") and len(words) > 1:
        option, most = words.pop(0), 0
        if option in _MOST_NUMBERS:
            while most < _MOST_NUMBERS[option] and len(words) > 1 and _is_number(words[0]):
                words.pop(0)
                most += 1
        else:
            del words[: _WORDS_AFTER.get(option, 1)]
    return " ".join(words)


def _is_number(word: str) -> bool:
    try:
        float(word)
    except ValueError:
        return False
    return True


def read_picture(path: Path) -> Pixels:
    """uint8 H×W×3 sRGB.

    Raises:
        PyojeongError: Kind ``head-file``.
    """
    coded = bytes_of(path, _MOST_CODED)
    try:
        with PIL.Image.open(io.BytesIO(coded)) as header:
            fits = header.width * header.height <= _MOST_PIXELS
        pixels = cv2.imdecode(np.frombuffer(coded, np.uint8), cv2.IMREAD_COLOR) if fits else None
    except (PIL.UnidentifiedImageError, PIL.Image.DecompressionBombError, cv2.error, OSError, ValueError, SyntaxError):
        pixels = None
    if pixels is None:
        raise PyojeongError(
            f"머리의 그림을 읽지 못했습니다: {path}. {_MOST_PIXELS:,}픽셀까지의 PNG나 JPEG여야 합니다.",
            f"The head's picture was not read: {path}; it must be a PNG or JPEG of at most {_MOST_PIXELS:,} pixels.",
            kind=KIND,
        )
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGR2RGB), np.uint8)
