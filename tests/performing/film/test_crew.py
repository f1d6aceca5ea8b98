"""Chunks drawn by processes: what was finished stays, what died is drawn again, and the bytes are the same."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from pyojeong.errors import PyojeongError
from pyojeong.performing.film import crew
from pyojeong.performing.film.actors import opened
from pyojeong.performing.film.crew import Job, draw, draw_by
from pyojeong.performing.film.encoding import write_chunk
from pyojeong.performing.film.frames import FilmFrames
from pyojeong.performing.film.screenplay_json import screenplay_to_json, source_to_json
from pyojeong.performing.film.sets import backdrop_of
from pyojeong.performing.film.sources import AvatarSource
from pyojeong.processes import Worker

from .plays import play, scene, sources

LENGTH, PART = 60, 15


class StoppedError(Exception):
    """What a person's Ctrl-C is here."""


@pytest.fixture(scope="module")
def film() -> dict[str, object]:
    actors = {role: source_to_json(source) for role, source in sources().items()}
    return {"screenplay": screenplay_to_json(play(scene(0))), "actors": actors, "subtitled": True}


@pytest.fixture(scope="module")
def straight(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """Every chunk as this process draws it, without stopping."""
    folder = tmp_path_factory.mktemp("straight")
    frames = FilmFrames(play(scene(0)), {r: opened(s) for r, s in sources().items()}, backdrop_of)
    for job in _jobs(folder):
        write_chunk(frames.frame, range(job.first, job.past), job.path, frames_per_second=10)
    return [job.path.read_bytes() for job in _jobs(folder)]


def _jobs(folder: Path) -> list[Job]:
    return [Job(n, n + PART, folder / f"{n:03}.mp4") for n in range(0, LENGTH, PART)]


def test_a_film_stopped_at_two_fifths_goes_on_to_the_same_bytes(
    film: dict[str, object], straight: list[bytes], tmp_path: Path
) -> None:
    def stop(done: int) -> None:
        if done >= 0.4 * LENGTH:
            raise StoppedError

    with pytest.raises(StoppedError):
        draw(film, _jobs(tmp_path), workers=2, progress=stop)
    kept = [job for job in _jobs(tmp_path) if job.path.exists()]
    assert len(kept) < len(straight)
    counts: list[int] = []
    left = [job for job in _jobs(tmp_path) if not job.path.exists()]
    draw(film, left, workers=2, progress=counts.append)
    assert counts[-1] == PART * len(left)
    assert [job.path.read_bytes() for job in _jobs(tmp_path)] == straight
    assert {path.name for path in tmp_path.glob("[!.]*")} == {job.path.name for job in _jobs(tmp_path)}


def test_a_process_that_is_killed_is_replaced(
    film: dict[str, object], straight: list[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[Worker] = []

    def hire(module: str) -> Worker:
        started.append(Worker(module))
        return started[-1]

    monkeypatch.setattr(crew, "Worker", hire)
    killed: list[int] = []

    def kill(done: int) -> None:
        if not killed and done > 5:
            killed.append(started[0].pid)
            os.kill(started[0].pid, signal.SIGKILL)

    draw(film, _jobs(tmp_path), workers=1, progress=kill)
    assert killed and len(started) == 2
    assert [job.path.read_bytes() for job in _jobs(tmp_path)] == straight


def test_a_process_that_always_dies_is_told_and_not_tried_for_ever(tmp_path: Path) -> None:
    with pytest.raises(PyojeongError) as told:
        draw({"screenplay": {}, "actors": {}, "subtitled": True}, _jobs(tmp_path), workers=1)
    assert told.value.kind == "worker-died" and list(tmp_path.iterdir()) == []


def test_a_folder_that_is_gone_is_told_in_the_workers_words(film: dict[str, object], tmp_path: Path) -> None:
    with pytest.raises(PyojeongError) as told:
        draw(film, [Job(0, 3, tmp_path / "gone" / "0.mp4")], workers=1)
    assert told.value.kind == "missing-folder" and str(tmp_path / "gone") in told.value.korean


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of a file's size")
def test_a_full_disk_is_told_in_the_workers_words_and_leaves_nothing(film: dict[str, object], tmp_path: Path) -> None:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, hard))  # workers have their master's
    try:
        with pytest.raises(PyojeongError) as told:
            draw(film, [Job(0, 15, tmp_path / "0.mp4")], workers=1)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert told.value.kind == "disk-full" and list(tmp_path.iterdir()) == []


def test_an_actor_that_cannot_be_opened_is_told_in_its_own_words(film: dict[str, object], tmp_path: Path) -> None:
    damaged = tmp_path / "me.glb"
    damaged.write_bytes(b"glTF and nothing more")
    actors = {"나": source_to_json(AvatarSource(damaged))}
    with pytest.raises(PyojeongError) as refused:
        draw({**film, "actors": actors}, _jobs(tmp_path), workers=1)
    assert refused.value.kind == "avatar-file"


class TiringDrawer:
    """Writes two chunks and ends over the third; or fails as it is told to."""

    def __init__(self, ended: list[TiringDrawer], *, failure: Exception | None = None) -> None:
        self._ended, self._failure, self._strength = ended, failure, 2

    def drawn(self, job: Job, told: Callable[[int], None], stopped: threading.Event) -> bool:
        if self._failure is not None:
            raise self._failure
        told(1)
        self._strength -= 1
        if self._strength < 0:
            return False
        told(job.past - job.first)
        job.path.write_bytes(b"drawn")
        return True

    def end(self) -> None:
        self._ended.append(self)


def test_a_chunk_over_which_a_drawer_ends_is_given_to_another_and_counted_once(tmp_path: Path) -> None:
    ended: list[TiringDrawer] = []
    counts: list[int] = []
    draw_by(lambda: TiringDrawer(ended), _jobs(tmp_path), drawers=1, progress=counts.append)
    assert all(job.path.read_bytes() == b"drawn" for job in _jobs(tmp_path))
    assert counts[-1] == LENGTH and len(ended) == 2


@pytest.mark.parametrize(
    "failure", [PyojeongError("못 그립니다.", "Cannot.", kind="any"), OSError("no more processes")]
)
def test_whatever_a_drawer_fails_by_reaches_who_asked(tmp_path: Path, failure: Exception) -> None:
    ended: list[TiringDrawer] = []
    with pytest.raises(type(failure)) as told:
        draw_by(lambda: TiringDrawer(ended, failure=failure), _jobs(tmp_path), drawers=2)
    assert told.value is failure and 1 <= len(ended) <= 2


class WaitingDrawer(TiringDrawer):
    """Draws nothing until it is stopped."""

    def drawn(self, job: Job, told: Callable[[int], None], stopped: threading.Event) -> bool:
        return not stopped.wait(20)


def test_who_wants_it_no_more_is_heard_before_the_first_frame(tmp_path: Path) -> None:
    def stop(done: int) -> None:
        raise StoppedError

    ended: list[TiringDrawer] = []
    with pytest.raises(StoppedError):
        draw_by(lambda: WaitingDrawer(ended), _jobs(tmp_path), drawers=1, progress=stop)
    assert len(ended) == 1


def test_no_process_to_be_had_reaches_who_asked(tmp_path: Path) -> None:
    def hire() -> TiringDrawer:
        raise OSError("no more processes")

    with pytest.raises(OSError, match="no more"):
        draw_by(hire, _jobs(tmp_path), drawers=1)


def test_a_process_that_dies_before_it_heard_the_film_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "_WORKER", "no.such.module")
    with pytest.raises(PyojeongError) as told:
        draw({"screenplay": "가" * 200_000}, _jobs(tmp_path), workers=1)
    assert told.value.kind == "worker-died"


def test_frames_are_the_same_whoever_draws_them_and_in_whatever_order() -> None:
    def frames() -> FilmFrames:
        return FilmFrames(play(scene(0)), {r: opened(s) for r, s in sources().items()}, backdrop_of)

    straight, back = frames(), frames()
    one = {number: straight.frame(number).copy() for number in range(30, LENGTH)}
    other = {number: back.frame(number).copy() for number in reversed(range(30, LENGTH))}
    assert all(np.array_equal(one[number], other[number]) for number in one)
