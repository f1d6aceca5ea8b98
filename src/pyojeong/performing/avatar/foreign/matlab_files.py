"""Arrays of numbers out of MATLAB's MAT files of level 5 (versions 5 to 7.2).

Laid out as MathWorks' "MAT-File Format" has it: a header of 128 bytes, then elements, each a tag of type and length and
what it holds, padded to 8 bytes; an element may be compressed, and one of four bytes or less sits within its tag.
"""

from __future__ import annotations

import itertools
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from pyojeong.performing.avatar.foreign.bounded import MOST_BYTES

Array = npt.NDArray[Any]

_HEADER = 128
_MATRIX, _COMPRESSED = 14, 15
_KINDS = {1: "i1", 2: "u1", 3: "i2", 4: "u2", 5: "i4", 6: "u4", 7: "f4", 9: "f8", 12: "i8", 13: "u8"}
_STRUCT = 2
_NUMBERS = {6: "f8", 7: "f4", 8: "i1", 9: "u1", 10: "i2", 11: "u2", 12: "i4", 13: "u4", 14: "i8", 15: "u8"}
"""Classes of arrays of numbers; the numbers may be kept in a smaller type than their class."""
_MOST_PARTS = 1000
"""A matrix has four parts, a struct one more for each field; a model's file has some twenty arrays."""


@dataclass(frozen=True)
class _Element:
    kind: int
    data: memoryview


def read_matlab(data: bytes, most: int = MOST_BYTES) -> dict[str, Array]:
    """Arrays by name; the fields of a struct that stands alone count as arrays of the file.

    Raises:
        ValueError: When it is no MAT file of level 5, is damaged or its arrays take more than ``most`` bytes in all.
    """
    if len(data) < _HEADER or data[126:128] not in (b"IM", b"MI"):
        raise ValueError("a MAT file of level 5 is expected")
    order = "<" if data[126:128] == b"IM" else ">"
    found: dict[str, Array] = {}
    for element in itertools.islice(_elements(memoryview(data)[_HEADER:], order), _MOST_PARTS):
        whole = _unpacked(element, order, most) if element.kind == _COMPRESSED else element
        if whole.kind == _MATRIX:
            arrays = _matrix(whole.data, order, most)
            most -= sum(array.nbytes for array in arrays.values())
            found |= arrays
    return found


def _unpacked(element: _Element, order: str, most: int) -> _Element:
    """The element that a compressed one holds."""
    unpacking = zlib.decompressobj()
    try:
        data = unpacking.decompress(element.data, most + 8)
    except zlib.error as error:
        raise ValueError("a compressed element is damaged") from error
    inner = next(_elements(memoryview(data), order), None)
    if unpacking.unconsumed_tail or inner is None:
        raise ValueError("a compressed element is empty or too long")
    return inner


def _elements(data: memoryview, order: str) -> Iterator[_Element]:
    at = 0
    while at + 8 <= len(data):
        first, length = struct.unpack_from(f"{order}II", data, at)
        if first >> 16:
            yield _Element(first & 0xFFFF, data[at + 4 : at + 4 + (first >> 16)])
            at += 8
            continue
        if at + 8 + length > len(data):
            raise ValueError("an element is longer than its file")
        yield _Element(first, data[at + 8 : at + 8 + length])
        at += 8 + length
        if first != _COMPRESSED:
            at += -at % 8


def _matrix(data: memoryview, order: str, most: int, name: str = "") -> dict[str, Array]:
    """The array of a matrix element by its name; a struct's arrays by their fields' names; nothing for others."""
    parts = list(itertools.islice(_elements(data, order), _MOST_PARTS))
    if len(parts) < 3:
        return {}
    what = int(np.frombuffer(parts[0].data, f"{order}u4")[0]) & 0xFF
    shape = tuple(int(n) for n in np.frombuffer(parts[1].data, f"{order}i4"))
    own = bytes(parts[2].data).decode("latin-1") or name
    if what == _STRUCT and int(np.prod(shape)) == 1:
        return _fields(parts, order, most)
    if what not in _NUMBERS or len(parts) < 4:
        return {}
    values = np.frombuffer(parts[3].data, f"{order}{_KINDS[parts[3].kind]}")
    if values.size * np.dtype(_NUMBERS[what]).itemsize > most:
        raise ValueError("an array is too long")
    return {own: values.astype(_NUMBERS[what]).reshape(shape, order="F")}


def _fields(parts: list[_Element], order: str, most: int) -> dict[str, Array]:
    wide = int(np.frombuffer(parts[3].data, f"{order}i4")[0])
    words = bytes(parts[4].data)
    if wide < 1 or len(words) > wide * _MOST_PARTS:
        raise ValueError("a struct's fields have names")
    names = [words[k : k + wide].split(b"\0")[0].decode("latin-1") for k in range(0, len(words), wide)]
    found: dict[str, Array] = {}
    for name, part in zip(names, parts[5:], strict=True):
        arrays = _matrix(part.data, order, most, name)
        most -= sum(array.nbytes for array in arrays.values())
        found |= arrays
    return found
