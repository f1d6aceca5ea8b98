"""Pickles made to kill or stop whoever reads them."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from pyojeong.performing.avatar.foreign.array_pickles import array_of
from pyojeong.performing.avatar.foreign.pickle_notes import Note, read_pickle

NESTED = b"\x80\x02})" + b"\x85" * 300_000 + b"K\x01s."
"""A tuple in a tuple, 300,000 deep, as a key: its hash overruns the stack."""
DOUBLED = b"\x80\x02})" + b"2\x86" * 45 + b"K\x01s."
"""The same tuple twice in each next one: 2 to the 45th steps of its hash."""


def shared_list(depth: int) -> bytes:
    """A list that holds the one before twice, as a key: its words double with each."""
    one = b"]q\x00" + b"".join(b"0]q%c(h%ch%ce" % (k + 1, k, k) for k in range(depth))
    return b"\x80\x02}" + one + b"K\x01s."


def alike(count: int) -> bytes:
    """Numbers that all hash to 0: each further one is compared with all before."""
    prime = 2**61 - 1
    keys = b"".join(pickle.dumps(prime * k, 2)[2:-1] + b"K\x01" for k in range(1, count))
    return b"\x80\x02}(" + keys + b"u."


@pytest.mark.parametrize(
    "data", [NESTED, DOUBLED, shared_list(45), alike(100_000)], ids=["nested", "doubled", "shared", "alike"]
)
def test_hostile_keys_neither_kill_nor_stop(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "hostile.pkl").write_bytes(data)
    read = (
        "from pathlib import Path;"
        "from pyojeong.performing.avatar.foreign.pickle_notes import read_pickle;"
        f"print(read_pickle(Path({str(tmp_path / 'hostile.pkl')!r}).read_bytes()))"
    )
    ended = subprocess.run([sys.executable, "-c", read], capture_output=True, text=True, timeout=60, check=False)
    assert (ended.returncode, ended.stdout.strip()) == (0, "{}")


def test_what_is_no_array_beside_arrays_is_left_out() -> None:
    import collections

    kept = collections.OrderedDict(x=np.arange(3.0))
    others = {"many": {1, 2}, "fixed": frozenset({3}), "ends": collections.deque([1]), ("a", 1): 2, b"raw": 5}
    for protocol in range(6):
        found = read_pickle(pickle.dumps({**kept, "inner": kept, **others}, protocol=protocol))
        np.testing.assert_array_equal(array_of(found["x"]), [0, 1, 2])
        np.testing.assert_array_equal(array_of(found["inner"]["x"]), [0, 1, 2])
        assert array_of(found["many"]) is None and array_of(found["ends"]) is None
        assert all(isinstance(name, str) for name in found)


def sparse(shape: tuple[int, int], data: Any, places: Any, starts: Any) -> Note:
    """A CSR matrix as its pickle would be read."""
    arrays = {"data": np.asarray(data, float), "indices": np.asarray(places), "indptr": np.asarray(starts)}
    state = {name: read_pickle(pickle.dumps(array)) for name, array in arrays.items()}
    return Note("scipy.sparse._csr csr_matrix", state={"_shape": shape, **state})


def test_a_whole_sparse_matrix_is_made_full() -> None:
    np.testing.assert_array_equal(array_of(sparse((2, 3), [5, 6], [2, 0], [0, 1, 2])), [[0, 0, 5], [6, 0, 0]])


@pytest.mark.parametrize(
    "note",
    [
        sparse((1, 3), [1], [0], [0, 10**12]),
        sparse((2, 3), [1], [0], [0, 10**12, 1]),
        sparse((2, 3), [1, 2], [0, -1], [0, 1, 2]),
        sparse((2, 3), [1, 2], [0, 3], [0, 1, 2]),
        sparse((2, 3), [1, 2], [0, 1], [1, 1, 2]),
        sparse((2, 3), [1, 2], [0], [0, 1, 2]),
        sparse((10**6, 10**6), [1], [0], [0, 1]),
        sparse((-1, -1), [1], [0], [0, 1]),
    ],
)
def test_a_sparse_matrix_that_is_not_whole_is_refused(note: Note) -> None:
    with pytest.raises(ValueError, match="sparse"):
        array_of(note)
