"""Damage and hostile lengths end in a sentence, never in a traceback or in all of the memory."""

from __future__ import annotations

import io
import json
import pickle
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pyojeong.errors import PyojeongError
from pyojeong.performing.avatar.foreign.array_files import arrays_in
from pyojeong.performing.avatar.foreign.bounded import bytes_of
from pyojeong.performing.avatar.foreign.matlab_files import read_matlab
from pyojeong.performing.avatar.foreign.zipped_arrays import read_npy, read_npz

ARRAYS = {"shape": np.arange(40.0).reshape(5, 8), "f": np.arange(12, dtype=np.uint32)}


def npz(packed: bool) -> bytes:
    held = io.BytesIO()
    (np.savez_compressed if packed else np.savez)(held, **ARRAYS)  # type: ignore[arg-type]
    return held.getvalue()


def mat(packed: bool) -> bytes:
    from scipy.io import savemat

    held = io.BytesIO()
    savemat(held, {**ARRAYS, "model": {"x": np.eye(3)}}, do_compression=packed)
    return held.getvalue()


def npy() -> bytes:
    held = io.BytesIO()
    np.save(held, ARRAYS["shape"])
    return held.getvalue()


MADE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "npz": (".npz", lambda: npz(False)),
    "packed npz": (".npz", lambda: npz(True)),
    "mat": (".mat", lambda: mat(False)),
    "packed mat": (".mat", lambda: mat(True)),
    "npy": (".npy", npy),
    "pickle": (".pkl", lambda: pickle.dumps(ARRAYS, protocol=2)),
    "json": (".json", lambda: json.dumps({name: value.tolist() for name, value in ARRAYS.items()}).encode()),
}


@pytest.mark.parametrize("kind", MADE)
@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(flips=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(1, 255)), min_size=1, max_size=6))
def test_flipped_bytes_are_told_or_harmless(tmp_path: Path, kind: str, flips: list[tuple[float, int]]) -> None:
    suffix, make = MADE[kind]
    data = bytearray(make())
    for place, flip in flips:
        data[int(place * len(data))] ^= flip
    file = tmp_path / f"damaged{suffix}"
    file.write_bytes(data)
    try:
        arrays_in(file)
    except PyojeongError as told:
        assert told.kind == "head-file"


@pytest.mark.parametrize("kind", MADE)
def test_files_cut_short_are_told_or_harmless(tmp_path: Path, kind: str) -> None:
    suffix, make = MADE[kind]
    data = make()
    assert {"shape"} & set(arrays_in_bytes(tmp_path, suffix, data)) or suffix == ".npy"
    for cut in range(0, len(data), 7):
        try:
            arrays_in_bytes(tmp_path, suffix, data[:cut])
        except PyojeongError as told:
            assert told.kind == "head-file"


def arrays_in_bytes(folder: Path, suffix: str, data: bytes) -> dict[str, np.ndarray]:
    (folder / f"x{suffix}").write_bytes(data)
    return arrays_in(folder / f"x{suffix}")


def locked_npz() -> bytes:
    data = bytearray(npz(False))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("suffix", "data"),
    [
        (".npz", b"PK\x03\x04 garbage"),
        (".npz", locked_npz()),
        (".mat", mat(False)[:128] + struct.pack("<II", 15, 8) + b"\x78\x9c\x03\x00\x00\x00\x00\x01"),
        (".h5", b"\x89HDF\r\n\x1a\n" + b"\x01" * 300),
        (".npy", b"\x93NUMPY\x01\x00\x10\x00{'descr': ((((("),
    ],
    ids=["garbage", "locked", "empty element", "hdf", "header"],
)
def test_known_damage_is_told(tmp_path: Path, suffix: str, data: bytes) -> None:
    with pytest.raises(PyojeongError) as told:
        arrays_in_bytes(tmp_path, suffix, data)
    assert told.value.kind == "head-file"


def test_entries_that_are_no_arrays_leave_the_others(tmp_path: Path) -> None:
    np.savez(tmp_path / "x.npz", names=np.array(["a", None], object), word=np.array("me"), **ARRAYS)  # type: ignore[arg-type]
    with zipfile.ZipFile(tmp_path / "x.npz", "a") as whole:
        whole.writestr("notes.txt", "made by me")
    found = arrays_in(tmp_path / "x.npz")
    assert set(found) == set(ARRAYS)
    np.testing.assert_array_equal(found["shape"], ARRAYS["shape"])


def test_a_broken_array_is_damage_and_not_missing(tmp_path: Path) -> None:
    data = pickle.dumps({"shape": np.arange(3.0), "word": "me"}, protocol=4)
    assert set(arrays_in_bytes(tmp_path, ".pkl", data)) == {"shape"}
    broken = data.replace(b"f8", b"f9")
    with pytest.raises(PyojeongError, match="망가졌거나"):
        arrays_in_bytes(tmp_path, ".pkl", broken)


def test_lengths_are_checked_before_anything_is_unpacked(tmp_path: Path) -> None:
    held = io.BytesIO()
    np.savez_compressed(held, x=np.zeros(100_000))
    with pytest.raises(ValueError, match="at most"):
        read_npz(held.getvalue(), 799_999)
    from scipy.io import savemat

    held = io.BytesIO()
    savemat(held, {"x": np.zeros((100, 100)), "y": np.zeros((100, 100))}, do_compression=True)
    assert set(read_matlab(held.getvalue(), 200_000)) == {"x", "y"}
    with pytest.raises(ValueError, match="long"):
        read_matlab(held.getvalue(), 120_000)
    (tmp_path / "long.npy").write_bytes(b"x" * 101)
    with pytest.raises(PyojeongError, match="100"):
        bytes_of(tmp_path / "long.npy", 100)


def test_a_shape_that_no_file_holds_is_refused() -> None:
    held = io.BytesIO()
    np.lib.format.write_array_header_1_0(held, {"descr": "<f8", "fortran_order": False, "shape": (10**12,)})
    with pytest.raises(ValueError, match="buffer"):
        read_npy(held.getvalue())


def test_hdf5_arrays_longer_than_they_are_kept_are_refused(tmp_path: Path) -> None:
    import h5py

    with h5py.File(tmp_path / "x.h5", "w") as file:
        file.create_dataset("x", (10**12,), "f8", chunks=(1000,))
    with pytest.raises(PyojeongError, match="망가졌거나"):
        arrays_in(tmp_path / "x.h5")
