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
from pyojeong.performing.avatar.foreign.matlab_files import read_matlab
from pyojeong.performing.avatar.foreign.pickle_notes import read_pickle
from pyojeong.performing.avatar.foreign.refusals import damaged, unopened

Array = npt.NDArray[Any]
Arrays = Mapping[str, Array]

SUFFIXES = (".npz", ".npy", ".pkl", ".mat", ".h5", ".json")
_HDF = b"\x89HDF\r\n\x1a\n"
_USER_BLOCK = 512
"""What MATLAB 7.3 writes before the HDF5 file that its own then is."""
_ALONE = "values"
"""Name of an array that came without one."""


def arrays_in(path: Path) -> dict[str, Array]:
    """The arrays of numbers in a file by name; what is no array is left out. Nothing in the file is ever run.

    Raises:
        PyojeongError: Kind ``head-file`` when it cannot be read or is damaged; kind ``missing-library`` when an
            HDF5 file needs a library that is not there.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise unopened(path) from error
    try:
        return _read(data, path.suffix.lower())
    except (
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        EOFError,
        OSError,
        ArithmeticError,
        RecursionError,
        MemoryError,
    ) as error:
        raise damaged(path) from error


def _read(data: bytes, suffix: str) -> dict[str, Array]:
    if _HDF in (data[:8], data[_USER_BLOCK : _USER_BLOCK + 8]):
        return _hdf(data)
    if suffix == ".mat":
        return read_matlab(data)
    if suffix == ".npz":
        with np.load(io.BytesIO(data), allow_pickle=False) as kept:
            return {name: kept[name] for name in kept.files if kept[name].dtype.kind in "biuf"}
    if suffix == ".npy":
        return _numpy(data)
    if suffix == ".json":
        return _of_mapping(json.loads(data))
    return _of_pickle(read_pickle(data))


def _numpy(data: bytes) -> dict[str, Array]:
    """One array, or the dict that ``numpy.save`` pickles."""
    held = io.BytesIO(data)
    header: Any = np.lib.format
    first = header.read_magic(held) == (1, 0)
    _, _, dtype = (header.read_array_header_1_0 if first else header.read_array_header_2_0)(held)
    if dtype.hasobject:
        return _of_pickle(read_pickle(data[held.tell() :]))
    return {_ALONE: np.load(io.BytesIO(data), allow_pickle=False)}


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
    for name, held in value.items():
        try:
            array = np.array(held, np.float64) if isinstance(held, list) else array_of(held)
        except (ValueError, TypeError):
            continue
        if array is not None:
            found[str(name)] = array
    return found


def _hdf(data: bytes) -> dict[str, Array]:
    """HDF5 by path; MATLAB 7.3 is HDF5 with its axes the other way round."""
    try:
        import h5py
    except ModuleNotFoundError as error:
        raise _without_h5py() from error
    found: dict[str, Array] = {}

    def kept(name: str, item: Any) -> None:
        if isinstance(item, h5py.Dataset) and item.dtype.kind in "biuf":
            found[name] = np.asarray(item)

    with h5py.File(io.BytesIO(data), "r") as file:
        file.visititems(kept)
    return found


def _without_h5py() -> PyojeongError:
    return PyojeongError(
        "HDF5 파일(h5, MATLAB 7.3)을 읽으려면 h5py가 있어야 합니다: pip install h5py. NPZ로 바꾸어 주셔도 됩니다.",
        "Reading HDF5 (h5, MATLAB 7.3) needs h5py: pip install h5py; an NPZ of the same arrays will do as well.",
        kind="missing-library",
    )
