"""What of a pickle's notes stands for arrays: numpy's, sparse matrices, chumpy's wrappers."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import numpy.typing as npt

from pyojeong.performing.avatar.foreign.pickle_notes import Note

Array = npt.NDArray[Any]

_NUMBERS = frozenset("biuf")
_KIND = re.compile(r"b1|[iu][1248]|f[248]|f16")
_RECONSTRUCT = ("numpy.core.multiarray _reconstruct", "numpy._core.multiarray _reconstruct")
_FROM_BUFFER = ("numpy.core.numeric _frombuffer", "numpy._core.numeric _frombuffer")
_SCALAR = ("numpy.core.multiarray scalar", "numpy._core.multiarray scalar")
_ARRAYS = (*_RECONSTRUCT, *_FROM_BUFFER, *_SCALAR)
_SPARSE = ("csc_matrix", "csr_matrix", "csc_array", "csr_array")
_MOST_VALUES = 10_000_000
"""Of a sparse matrix made full: a model's is its joints' regressor, FLAME's 5 × 5,023, SMPL-X's 55 × 10,475."""
_DEEPEST = 12
"""chumpy's wrappers within one another; FLAME's files have one or two."""
_NO_AXES: tuple[int, ...] = ()


def array_of(value: Any, depth: int = 0) -> Array | None:
    """The array a value stands for: numpy's, a sparse matrix made full, what a chumpy wrapper holds; else None.

    Raises:
        ValueError: When it claims to be an array and is none.
    """
    if depth > _DEEPEST:
        raise ValueError("arrays are wrapped too deeply")
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = np.array(value)
        return value if value.dtype.kind in _NUMBERS else None
    if isinstance(value, list):
        made = np.array(value) if all(isinstance(v, int | float) for v in value) else np.zeros(0)
        return made if made.size and made.dtype.kind in _NUMBERS else None
    if not isinstance(value, Note):
        return None
    if value.name in _ARRAYS:
        return _numpy_array(value)
    module, _, word = value.name.partition(" ")
    if module.startswith("scipy.sparse") and word in _SPARSE and isinstance(value.state, dict):
        return _full_matrix(word, value.state)
    if module.startswith("chumpy"):
        return _of_chumpy(value, depth)
    return None


def _of_chumpy(value: Note, depth: int) -> Array | None:
    state = value.state if isinstance(value.state, dict) else {}
    if "idxs" in state and "a" in state:
        whole, places = array_of(state["a"], depth + 1), _plain(state["idxs"]).astype(np.int64)
        if whole is None:
            return None
        if places.size > _MOST_VALUES:
            raise ValueError("too many places of an array are chosen")
        shape = state.get("preferred_shape")
        found = whole.ravel()[places]
        return found.reshape(tuple(int(n) for n in shape)) if isinstance(shape, tuple | list) else found
    return array_of(state["x"], depth + 1) if "x" in state else None


def _plain(value: Any) -> Array:
    """An array of numpy's own; wrappers within wrappers on every side would take for ever."""
    found = _numpy_array(value) if isinstance(value, Note) and value.name in _ARRAYS else None
    if found is None:
        raise ValueError("an array of numbers is expected")
    return found


def _full_matrix(word: str, state: dict[str, Any]) -> Array:
    rows, columns = (int(n) for n in (state["_shape"] if "_shape" in state else state["shape"]))
    data, places, starts = (_plain(state[name]) for name in ("data", "indices", "indptr"))
    if min(rows, columns) < 0 or rows * columns > _MOST_VALUES:
        raise ValueError(f"a sparse matrix of {rows} × {columns} is none of a head's")
    lines, across = (columns, rows) if word.startswith("csc") else (rows, columns)
    if not (data.ndim == places.ndim == starts.ndim == 1 and len(places) == len(data) and len(starts) == lines + 1):
        raise ValueError("a sparse matrix is not whole")
    places, starts = places.astype(np.int64), starts.astype(np.int64)
    if starts[0] != 0 or starts[-1] != len(data) or (np.diff(starts) < 0).any():
        raise ValueError("a sparse matrix's lines must follow one another and take up its numbers")
    if len(places) and not (places.min() >= 0 and places.max() < across):
        raise ValueError("a sparse matrix's numbers must lie within it")
    at = np.repeat(np.arange(lines), np.diff(starts))
    found = np.zeros((rows, columns), np.float64)
    np.add.at(found, (places, at) if word.startswith("csc") else (at, places), data)
    return found


def _numpy_array(value: Note) -> Array | None:
    """An array of numbers; None for one of objects."""
    if value.name in _SCALAR:
        kind, raw = value.arguments
        shape, columns_first = _NO_AXES, False
    elif value.name in _FROM_BUFFER:
        raw, kind, shape, order = value.arguments
        columns_first = order == "F"
    else:
        _, shape, kind, columns_first, raw = value.state
    dtype = _dtype(kind)
    if dtype is None:
        return None
    buffer = np.frombuffer(_bytes(raw), dtype)
    return buffer.reshape(tuple(int(n) for n in shape), order="F" if columns_first else "C")


def _dtype(kind: Any) -> np.dtype[Any] | None:
    if not isinstance(kind, Note) or kind.name != "numpy dtype":
        raise ValueError("an array names the kind of its numbers")
    word = kind.arguments[0]
    if not isinstance(word, str) or word[:1] not in _NUMBERS:
        return None
    if not _KIND.fullmatch(word):
        raise ValueError(f"{word} is no kind of numbers")
    order = kind.state[1] if isinstance(kind.state, tuple) else "="
    if order == ">":
        return np.dtype(word).newbyteorder(">")
    return np.dtype(word).newbyteorder("<" if order == "<" else "=")


def _bytes(raw: Any) -> bytes:
    if isinstance(raw, bytes | bytearray):
        return bytes(raw)
    if isinstance(raw, str):
        return raw.encode("latin-1")
    if isinstance(raw, Note) and raw.name == "_codecs encode":
        return str(raw.arguments[0]).encode("latin-1")
    raise ValueError("an array's numbers are bytes")


def objects_of(value: Any) -> list[Any] | None:
    """What an array of objects holds, as ``numpy.save`` writes a dict; None for anything else."""
    if isinstance(value, Note) and value.name in _RECONSTRUCT and isinstance(value.state, tuple):
        held = value.state[4]
        return held if isinstance(held, list) else None
    return None
