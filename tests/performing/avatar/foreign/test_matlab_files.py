"""MATLAB's files, written by scipy and read by ours."""

from __future__ import annotations

import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from pyojeong.performing.avatar.foreign.matlab_files import read_matlab

KINDS = st.sampled_from([np.float64, np.float32, np.uint8, np.int16, np.uint32, np.int64])


@settings(deadline=None, max_examples=60)
@given(hnp.arrays(KINDS, hnp.array_shapes(min_dims=2, max_dims=4, max_side=5)), st.booleans())
def test_arrays_come_back(values: np.ndarray, compressed: bool) -> None:
    from scipy.io import savemat

    held = io.BytesIO()
    savemat(held, {"shapeMU": values, "who": "me", "x": np.eye(2)}, do_compression=compressed)
    found = read_matlab(held.getvalue())
    assert sorted(found) == ["shapeMU", "x"]
    assert found["shapeMU"].dtype == values.dtype
    np.testing.assert_array_equal(found["shapeMU"], values)


def test_a_structs_fields_are_the_files_arrays() -> None:
    from scipy.io import savemat

    held = io.BytesIO()
    savemat(held, {"model": {"shapeMU": np.arange(6.0)[:, None], "tri": np.ones((3, 4), np.int32), "name": "BFM"}})
    found = read_matlab(held.getvalue())
    assert sorted(found) == ["shapeMU", "tri"]
    assert found["shapeMU"].ravel().tolist() == [0, 1, 2, 3, 4, 5] and found["tri"].shape == (3, 4)


@settings(deadline=None, max_examples=80)
@given(st.binary(max_size=400), st.integers(0, 600))
def test_damage_is_told_and_never_worse(noise: bytes, cut: int) -> None:
    from scipy.io import savemat

    held = io.BytesIO()
    values = np.arange(40.0).reshape(5, 8)
    savemat(held, {"a": values})
    whole = held.getvalue()
    try:
        found = read_matlab(whole[:cut] + noise)
    except (ValueError, LookupError):
        assert cut < len(whole) or noise  # what is whole is read
        return
    assert all(array.dtype.kind in "biuf" and array.nbytes <= 100 * (cut + len(noise)) for array in found.values())
    if cut >= len(whole):  # what stands before the damage is what it was
        np.testing.assert_array_equal(found["a"], values)


def test_another_file_is_refused() -> None:
    with pytest.raises(ValueError, match="level 5"):
        read_matlab(b"MATLAB 7.3" + b" " * 200)
