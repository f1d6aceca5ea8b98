"""Chunks and the film they become, read back with PyAV."""

from __future__ import annotations

import hashlib
import itertools
import os
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import av
import numpy as np
import pytest

from pyojeong.errors import PyojeongError
from pyojeong.media.sound import Sound
from pyojeong.performing.film.encoding import Chapter, join, write_chunk

RATE, COUNT = 10, 35


def _frame(number: int) -> np.ndarray:  # type: ignore[type-arg]
    pixels = np.full((48, 64, 4), 255, np.uint8)
    pixels[..., :3] = 6 * number
    return pixels


def _tone(seconds: float) -> Iterator[Sound]:
    for block in range(round(seconds / 0.5)):
        time = np.arange(24_000) / 48_000 + 0.5 * block
        wave = 0.3 * np.sin(2 * np.pi * 440 * time) * (np.floor(time) % 2 == 0)
        yield Sound(np.stack([wave, wave], axis=1).astype(np.float32), 48_000)


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("film")
    parts = [range(0, 13), range(13, 20), range(20, COUNT)]
    pieces = [folder / f"{n}.mp4" for n in range(len(parts))]
    for numbers, piece in zip(parts, pieces, strict=True):
        write_chunk(_frame, numbers, piece, frames_per_second=RATE)
    chapters = [Chapter("처음", 0.0, 1.3), Chapter("끝", 1.3, 3.5)]
    join(pieces, _tone(3.5), folder / "film.mp4", title="제목", comment="합성", chapters=chapters)
    return folder / "film.mp4"


def test_every_frame_is_there_once_at_its_time(film: Path) -> None:
    with av.open(str(film)) as opened:
        frames = [(float(f.pts * f.time_base), f.to_ndarray(format="gray").mean()) for f in opened.decode(video=0)]
    assert [round(at * RATE) for at, _ in frames] == list(range(COUNT))
    levels = [level for _, level in frames]
    assert all(later > sooner for sooner, later in itertools.pairwise(levels))


def _moving(number: int) -> np.ndarray:  # type: ignore[type-arg]
    """A picture x264 looks ahead for: noise that moves, brighter with every frame."""
    noise = np.random.default_rng(0).integers(0, 60, (48, 64, 3), dtype=np.uint8)
    return np.ascontiguousarray(np.roll(noise, 2 * number, axis=1) + np.uint8(3 * number))


@pytest.mark.parametrize("lengths", [*itertools.product((1, 2, 20), repeat=3), (1, 1, 2, 3, 20), (1,), (2,)])
def test_chunks_of_any_length_become_one_film(lengths: tuple[int, ...], tmp_path: Path) -> None:
    starts = [0, *itertools.accumulate(lengths)]
    pieces = [tmp_path / f"{number}.mp4" for number in range(len(lengths))]
    for piece, (start, end) in zip(pieces, itertools.pairwise(starts), strict=True):
        write_chunk(_moving, range(start, end), piece, frames_per_second=RATE)
    join(pieces, _tone(1.0), tmp_path / "film.mp4", title="제목")
    with av.open(str(tmp_path / "film.mp4")) as opened:
        frames = [
            (round(f.pts * f.time_base * RATE), f.to_ndarray(format="gray").mean()) for f in opened.decode(video=0)
        ]
    assert [at for at, _ in frames] == list(range(starts[-1]))
    assert all(later > sooner for (_, sooner), (_, later) in itertools.pairwise(frames))


def test_sound_lies_where_it_was_put(film: Path) -> None:
    with av.open(str(film)) as opened:
        heard = np.concatenate([f.to_ndarray()[0] for f in opened.decode(audio=0)])
    level = np.sqrt((heard[: 3 * 48_000].reshape(-1, 4_800) ** 2).mean(axis=1))
    loud = level > 0.1
    assert loud[1:9].all() and not loud[11:19].any() and loud[21:29].all()


def test_title_and_chapters_are_kept(film: Path) -> None:
    with av.open(str(film)) as opened:
        assert opened.metadata["title"] == "제목" and opened.metadata["comment"] == "합성"
        assert [chapter["metadata"]["title"] for chapter in opened.chapters()] == ["처음", "끝"]


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _without_pictures(data: bytes) -> bytes:
    """The index lists no picture track any more."""
    return data.replace(b"trak", b"free")


@pytest.mark.parametrize("damage", [lambda data: b"", _cut, lambda data: bytes(len(data)), _without_pictures])
@pytest.mark.parametrize("which", [0, 1])
def test_a_damaged_chunk_is_told_and_no_film_is_left(
    which: int, damage: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    pieces = [tmp_path / f"{n}.mp4" for n in range(2)]
    for piece in pieces:
        write_chunk(_frame, range(12), piece, frames_per_second=RATE)
    pieces[which].write_bytes(damage(pieces[which].read_bytes()))
    with pytest.raises(PyojeongError) as refused:
        join(pieces, _tone(2.0), tmp_path / "film.mp4", title="제목")
    assert refused.value.kind == "lost-chunk" and str(pieces[which]) in refused.value.english
    assert sorted(tmp_path.iterdir()) == pieces


def test_a_chunk_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def broken(number: int) -> np.ndarray:  # type: ignore[type-arg]
        if number == 5:
            raise RuntimeError("out of paint")
        return _frame(number)

    with pytest.raises(RuntimeError, match="paint"):
        write_chunk(broken, range(12), tmp_path / "chunk.mp4", frames_per_second=RATE)
    assert list(tmp_path.iterdir()) == []


#: A blurred wall that slides by, 27 macroblocks wide: what the macroblock tree's AVX-512 code wrote anew each time.
SLIDING = """
    import sys
    from pathlib import Path
    import cv2
    import numpy as np
    from pyojeong.performing.film.encoding import write_chunk

    coarse = np.random.default_rng(0).integers(0, 255, (30, 108, 3), dtype=np.uint8)
    wall = cv2.resize(coarse, (864, 240), interpolation=cv2.INTER_CUBIC)
    frames = [np.ascontiguousarray(wall[:, 5 * n : 5 * n + 432]) for n in range(30)]
    write_chunk(frames.__getitem__, range(30), Path(sys.argv[1]), frames_per_second=30)
"""


def test_equal_frames_give_equal_bytes_whatever_lay_in_memory_before(tmp_path: Path) -> None:
    digests = set()
    for before in ("1", "85", "255"):
        path = tmp_path / f"{before}.mp4"
        dirty = {"MALLOC_PERTURB_": before, "MALLOC_MMAP_THRESHOLD_": "33554432"}
        command = [sys.executable, "-c", textwrap.dedent(SLIDING), str(path)]
        subprocess.run(command, env={**os.environ, **dirty}, check=True, timeout=120)
        digests.add(hashlib.sha256(path.read_bytes()).hexdigest())
    assert len(digests) == 1


FULL = """
    import resource
    import sys
    from pathlib import Path
    import numpy as np
    from pyojeong.errors import PyojeongError
    from pyojeong.performing.film.encoding import write_chunk

    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
    noise = np.random.default_rng(0).integers(0, 255, (40, 96, 128, 3), dtype=np.uint8)
    try:
        write_chunk(noise.__getitem__, range(40), Path(sys.argv[1]), frames_per_second=10)
    except PyojeongError as told:
        print(told.kind)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of a file's size")
def test_a_disk_that_fills_while_a_chunk_is_written_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    command = [sys.executable, "-c", textwrap.dedent(FULL), str(tmp_path / "chunk.mp4")]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    assert said.stdout.split() == ["disk-full"] and list(tmp_path.iterdir()) == []
