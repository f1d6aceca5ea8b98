"""Where a file cannot be written is told before the work, and looking leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from pyojeong.errors import PyojeongError
from pyojeong.media.writing import check_place


def test_a_good_place_stays_as_it_was(tmp_path: Path) -> None:
    kept = tmp_path / "a.mp4"
    kept.write_bytes(b"old")
    check_place(kept)
    check_place(tmp_path / "b.mp4")
    assert [path.name for path in tmp_path.iterdir()] == ["a.mp4"] and kept.read_bytes() == b"old"


@pytest.mark.parametrize(("name", "kind"), [("none/a.mp4", "missing-folder"), ("folder.mp4", "directory")])
def test_a_bad_place_is_refused(tmp_path: Path, name: str, kind: str) -> None:
    (tmp_path / "folder.mp4").mkdir()
    with pytest.raises(PyojeongError) as refused:
        check_place(tmp_path / name)
    assert refused.value.kind == kind
