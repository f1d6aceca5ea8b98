"""Chunks that are whole are kept; damaged ones and what killed processes left are not."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from tests.performing.film.plays import play

from pyojeong.errors import PyojeongError
from pyojeong.performing.film.encoding import write_chunk
from pyojeong.performing.film.sources import AvatarSource
from pyojeong.stories.production.chunk_store import ChunkStore, Keys

FRAMES = 6


@pytest.fixture
def chunk(tmp_path: Path) -> Path:
    path = ChunkStore(tmp_path).path_of("a")
    write_chunk(lambda n: np.full((32, 32, 3), n, np.uint8), range(FRAMES), path, frames_per_second=10)
    return path


def test_a_whole_chunk_is_held(chunk: Path, tmp_path: Path) -> None:
    assert ChunkStore(tmp_path).holds(chunk, FRAMES)


def _zeroed(data: bytes) -> bytes:
    """A stretch in the middle of the pictures that a disk lost; the index behind it is whole."""
    middle = len(data) // 3
    return data[:middle] + bytes(16) + data[middle + 16 :]


@pytest.mark.parametrize(
    "damage",
    [lambda data: b"", lambda data: data[: len(data) // 2], lambda data: bytes(len(data)), _zeroed, lambda d: d[:-40]],
)
def test_a_damaged_chunk_is_removed(damage: Callable[[bytes], bytes], chunk: Path, tmp_path: Path) -> None:
    chunk.write_bytes(damage(chunk.read_bytes()))
    assert not ChunkStore(tmp_path).holds(chunk, FRAMES)
    assert not chunk.exists()


def test_a_chunk_of_another_length_is_removed(chunk: Path, tmp_path: Path) -> None:
    assert not ChunkStore(tmp_path).holds(chunk, FRAMES + 1)


def test_what_a_killed_process_left_goes_after_a_while(chunk: Path, tmp_path: Path) -> None:
    fresh, old = tmp_path / ".0123.mp4", tmp_path / ".4567.mp4"
    for path in (fresh, old):
        path.write_bytes(b"x")
    os.utime(old, (time.time() - 7200,) * 2)
    ChunkStore(tmp_path).trimmed([chunk])
    assert chunk.exists() and fresh.exists() and not old.exists()


def test_an_actor_whose_file_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(PyojeongError) as refused:
        Keys(play(), {"곰": AvatarSource(tmp_path / "곰.glb")}, subtitled=True)
    assert refused.value.kind == "missing-file" and "곰.glb" in refused.value.english
