"""Pickles are read, never run."""

from __future__ import annotations

import os
import pickle
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from made_heads import chumpy
from pyojeong.errors import PyojeongError
from pyojeong.performing.avatar.foreign.array_files import arrays_in
from pyojeong.performing.avatar.foreign.array_pickles import array_of
from pyojeong.performing.avatar.foreign.pickle_notes import read_pickle


class Hostile:
    """What unpickling would let loose."""

    def __init__(self, command: str) -> None:
        self.command = command

    def __reduce__(self) -> Any:
        return os.system, (self.command,)


@pytest.mark.parametrize("protocol", range(6))
def test_a_hostile_pickle_runs_nothing_and_is_refused(tmp_path: Path, protocol: int) -> None:
    trace = tmp_path / "trace"
    hostile = tmp_path / "flame.pkl"
    hostile.write_bytes(pickle.dumps(Hostile(f"touch {trace}"), protocol=protocol))
    with pytest.raises(PyojeongError) as refused:
        arrays_in(hostile)
    assert refused.value.kind == "head-file"
    hostile.write_bytes(pickle.dumps({"v_template": Hostile(f"touch {trace}"), "f": np.eye(3)}, protocol=protocol))
    assert list(arrays_in(hostile)) == ["f"]
    hostile.write_bytes(pickle.dumps([Hostile(f"touch {trace}")] * 2, protocol=protocol))
    with pytest.raises(PyojeongError):
        arrays_in(hostile)
    assert not trace.exists()


@settings(deadline=None)
@given(
    hnp.arrays(st.sampled_from([np.float64, np.float32, np.int64, np.uint32]), hnp.array_shapes(max_dims=3)),
    st.sampled_from([0, 1, 2, 3, 4, 5]),
    st.booleans(),
)
def test_arrays_come_back_as_they_were(values: np.ndarray, protocol: int, columns_first: bool) -> None:
    wanted = np.asfortranarray(values) if columns_first else values
    found = read_pickle(pickle.dumps({"x": wanted, "n": 3, "who": "누구"}, protocol=protocol))
    assert found["n"] == 3 and found["who"] == "누구"
    np.testing.assert_array_equal(array_of(found["x"]), values)
    assert array_of(found["x"]).dtype == values.dtype  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", ["csc_matrix", "csr_matrix"])
def test_sparse_matrices_are_made_full(kind: str) -> None:
    import scipy.sparse

    full = np.array([[0.0, 2.0, 0.0], [1.0, 0.0, 3.0]])
    found = array_of(read_pickle(pickle.dumps(getattr(scipy.sparse, kind)(full), protocol=2)))
    np.testing.assert_array_equal(found, full)


def test_chumpys_wrappers_give_what_they_hold() -> None:
    with chumpy() as wrapped:
        inner, outer = wrapped(), wrapped()
        inner.x = np.arange(6.0)
        outer.a, outer.idxs, outer.preferred_shape = inner, np.array([5, 0]), (2, 1)
        data = pickle.dumps([inner, outer], protocol=2)
    plain, chosen = read_pickle(data)
    np.testing.assert_array_equal(array_of(plain), np.arange(6.0))
    np.testing.assert_array_equal(array_of(chosen), [[5.0], [0.0]])


def test_a_dict_that_numpy_saved_is_read_without_running_it(tmp_path: Path) -> None:
    np.save(tmp_path / "codes.npy", {"shape": np.arange(4.0), "name": "me"}, allow_pickle=True)  # type: ignore[arg-type]
    found = arrays_in(tmp_path / "codes.npy")
    assert list(found) == ["shape"] and found["shape"].tolist() == [0.0, 1.0, 2.0, 3.0]


@pytest.mark.parametrize("data", [b"", b"\x80", b"garbage", b"\x80\x04K\x01", pickle.dumps("word"), b"\x80\x04(((("])
def test_what_is_no_pickle_of_arrays_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.pkl").write_bytes(data)
    with pytest.raises(PyojeongError) as refused:
        arrays_in(tmp_path / "x.pkl")
    assert refused.value.kind == "head-file"
