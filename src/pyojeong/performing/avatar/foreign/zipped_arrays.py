"""Arrays as numpy writes them: NPY, and NPZ, which is a ZIP of those."""

from __future__ import annotations

import io
import math
import struct
import tokenize
import zipfile
import zlib
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

NUMBERS = "biuf"
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""What ``numpy.savez`` and ``savez_compressed`` use."""


def read_npz(data: bytes, most: int) -> dict[str, Array]:
    """Arrays of numbers by name; other entries are left out.

    Raises:
        ValueError: When it is damaged or its entries are longer than ``most`` bytes in all.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as whole:
            entries = whole.infolist()
            if sum(entry.file_size for entry in entries) > most:
                raise ValueError(f"an NPZ holds at most {most} bytes")
            found = {entry.filename.removesuffix(".npy"): _entry(whole, entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, struct.error, RuntimeError, OSError, EOFError) as error:
        raise ValueError("an NPZ is damaged or locked") from error
    return {name: array for name, array in found.items() if array is not None}


def _entry(whole: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Array | None:
    if not entry.filename.endswith(".npy"):
        return None
    if entry.compress_type not in _PACKED:
        raise ValueError("an NPZ is stored or deflated")
    with whole.open(entry) as file:
        data = file.read(entry.file_size)
    return read_npy(data)[0]


def read_npy(data: bytes) -> tuple[Array | None, bytes]:
    """An array of numbers, or None and the pickle that an array of objects is kept as.

    Raises:
        ValueError: When it is damaged.
    """
    held = io.BytesIO(data)
    header: Any = np.lib.format
    try:
        first = header.read_magic(held) == (1, 0)
        read = header.read_array_header_1_0 if first else header.read_array_header_2_0
        shape, columns_first, dtype = read(held)
    except (SyntaxError, tokenize.TokenError, TypeError, LookupError, RecursionError, MemoryError) as error:
        raise ValueError("an array's header is damaged") from error
    if dtype.hasobject:
        return None, data[held.tell() :]
    if dtype.kind not in NUMBERS:
        return None, b""
    values = np.frombuffer(data, dtype, count=math.prod(shape), offset=held.tell())
    return values.reshape(shape, order="F" if columns_first else "C"), b""
