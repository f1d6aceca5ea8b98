"""Named arrays out of the files that face models and their results come in: NPZ, NPY, PKL, MAT, H5, JSON."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from pyojeong.errors import PyojeongError
from pyojeong.performing.avatar.foreign.array_pickles import array_of, objects_of
from pyojeong.performing.avatar.foreign.bounded import MOST_BYTES, bytes_of
from pyojeong.performing.avatar.foreign.matlab_files import read_matlab
from pyojeong.performing.avatar.foreign.pickle_notes import read_pickle
from pyojeong.performing.avatar.foreign.refusals import damaged
from pyojeong.performing.avatar.foreign.zipped_arrays import NUMBERS, read_npy, read_npz

Array = npt.NDArray[Any]
Arrays = Mapping[str, Array]

SUFFIXES = (".npz", ".npy", ".pkl", ".mat", ".h5", ".json")
_HDF = b"\x89HDF\r\n\x1a\n"
_USER_BLOCK = 512
"""What MATLAB 7.3 writes before the HDF5 file that its own then is."""
_ALONE = "values"
"""Name of an array that came without one."""
_MOST_TEXT = 50_000_000
"""JSON holds a person's numbers, some kilobytes; read, it takes thirty times its length."""


def arrays_in(path: Path) -> dict[str, Array]:
    """The arrays of numbers in a file by name; what is no array is left out. Nothing in the file is ever run.

    Raises:
        PyojeongError: Kind ``head-file`` when it cannot be read, is damaged or too large; kind ``needs-extra`` when an
            HDF5 file needs a library that is not there.
    """
    suffix = path.suffix.lower()
    data = bytes_of(path, _MOST_TEXT if suffix == ".json" else MOST_BYTES)
    try:
        return _read(data, suffix)
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError, MemoryError) as error:
        raise damaged(path) from error


def _read(data: bytes, suffix: str) -> dict[str, Array]:
    if _HDF in (data[:8], data[_USER_BLOCK : _USER_BLOCK + 8]):
        return _hdf(data)
    if suffix == ".mat":
        return read_matlab(data, MOST_BYTES)
    if suffix == ".npz":
        return read_npz(data, MOST_BYTES)
    if suffix == ".npy":
        alone, pickled = read_npy(data)
        return _of_pickle(read_pickle(pickled)) if alone is None else {_ALONE: alone}
    if suffix == ".json":
        return _of_mapping(json.loads(data))
    return _of_pickle(read_pickle(data))


def _of_pickle(value: Any) -> dict[str, Array]:
    objects = objects_of(value)
    if objects is not None and len(objects) == 1:
        value = objects[0]
    if isinstance(value, dict):
        return _of_mapping(value)
    alone = array_of(value)
    if alone is None:
        raise ValueError("no arrays in the pickle")
    return {_ALONE: alone}


def _of_mapping(value: Any) -> dict[str, Array]:
    if not isinstance(value, dict):
        raise ValueError("named arrays are expected")
    found: dict[str, Array] = {}
    total = 0
    for name, held in value.items():
        array = _of_list(held) if isinstance(held, list) else array_of(held)
        if array is None:
            continue
        found[name] = array
        total += array.nbytes
        if total > MOST_BYTES:
            raise ValueError(f"arrays take at most {MOST_BYTES} bytes in all")
    return found


def _of_list(held: list[Any]) -> Array | None:
    """Lists of numbers, as JSON has arrays; a list of anything else is none."""
    try:
        found = np.array(held)
    except ValueError:
        return None
    return found.astype(np.float64) if found.size and found.dtype.kind in NUMBERS else None


def _hdf(data: bytes) -> dict[str, Array]:
    """HDF5 by path; MATLAB 7.3 is HDF5 with its axes the other way round."""
    try:
        import h5py
    except ModuleNotFoundError as error:
        raise _without_h5py() from error
    found: dict[str, Array] = {}
    left = MOST_BYTES

    def kept(name: str, item: Any) -> None:
        nonlocal left
        if not isinstance(item, h5py.Dataset) or item.dtype.kind not in NUMBERS or item.shape is None:
            return
        if item.external or item.is_virtual:
            raise ValueError("an HDF5 file's arrays are in the file")
        left -= int(item.nbytes)
        if left < 0:
            raise ValueError(f"arrays take at most {MOST_BYTES} bytes in all")
        found[name] = np.asarray(item)

    try:
        with h5py.File(io.BytesIO(data), "r") as file:
            file.visititems(kept)
    except (RuntimeError, OSError) as error:
        raise ValueError("an HDF5 file is damaged") from error
    return found


def _without_h5py() -> PyojeongError:
    return PyojeongError(
        "HDF5 파일(h5, MATLAB 7.3)에는 h5py가 있어야 합니다: pip install 'pyojeong[heads]'. NPZ로 바꾸셔도 됩니다.",
        "HDF5 (h5, MATLAB 7.3) needs h5py: pip install 'pyojeong[heads]'; an NPZ of the same arrays will do as well.",
        kind="needs-extra",
    )
