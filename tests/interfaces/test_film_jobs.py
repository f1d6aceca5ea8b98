"""Films for clients of the server: one after another, stopped at a word, failures told and bugs kept in the log."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from pyojeong import PyojeongError
from pyojeong.interfaces import film_jobs, wiring
from pyojeong.interfaces.film_jobs import FilmJob, FilmJobs, State, job_json
from pyojeong.interfaces.stories import FilmOrder, Story, cast_tale
from pyojeong.interfaces.visitor_folders import VisitorFolder
from pyojeong.interfaces.wardrobe import Wardrobe
from pyojeong.stories.production import Stage

TALE = '"떡 하나 주면 안 잡아먹지." 호랑이가 말했어요.'
Make = Callable[[Path, Any], None]
pytestmark = pytest.mark.usefixtures("home", "word_reader")


class Maker:
    """Makes no film, but what a test wants to happen while one is made."""

    def __init__(self, make: Make) -> None:
        self._make = make

    def make(self, film: object, path: Path, *, progress: Any) -> None:
        self._make(path, progress)


@pytest.fixture
def jobs(tmp_path: Path) -> Iterator[FilmJobs]:
    found = FilmJobs(tmp_path / "jobs")
    yield found
    found.close()


def begun(jobs: FilmJobs) -> FilmJob:
    def prepared(_: Wardrobe) -> tuple[Story, FilmOrder]:
        return cast_tale(TALE), FilmOrder()

    job = jobs.begin(prepared)
    assert job is not None
    return job


def making(monkeypatch: pytest.MonkeyPatch, make: Make) -> None:
    monkeypatch.setattr(wiring, "film_maker", lambda **_: Maker(make))


def finished(jobs: FilmJobs) -> None:
    jobs._pool.shutdown(wait=True)


def test_a_bug_is_told_without_its_inside_and_kept_in_the_log(
    jobs: FilmJobs, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(path: Path, progress: Any) -> None:
        raise RuntimeError("a secret of the inside")

    making(monkeypatch, broken)
    job = begun(jobs)
    finished(jobs)
    told = job_json(job)
    assert told["state"] == "failed" and told["error"]["kind"] == "internal" and "secret" not in str(told)
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    assert "a secret of the inside" in caplog.text


def test_what_a_person_can_mend_is_told_and_is_no_news_for_the_log(
    jobs: FilmJobs, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refused(path: Path, progress: Any) -> None:
        raise PyojeongError("목소리가 없습니다\x1b[2J.", "No voice.", kind="unknown-voice")

    making(monkeypatch, refused)
    job = begun(jobs)
    finished(jobs)
    told = job_json(job)["error"]
    assert told == {"kind": "unknown-voice", "message": "목소리가 없습니다\\x1b[2J.", "message_en": "No voice."}
    assert not caplog.records


def test_films_are_made_one_after_another(jobs: FilmJobs, monkeypatch: pytest.MonkeyPatch) -> None:
    working, on = threading.Event(), threading.Event()

    def slow(path: Path, progress: Any) -> None:
        progress(Stage.DRAWING, 3, 10)
        working.set()
        assert on.wait(30)

    making(monkeypatch, slow)
    first, second = begun(jobs), begun(jobs)
    assert working.wait(30)
    assert job_json(first)["stage"] == {"name": "drawing", "done": 3, "of": 10}
    assert (first.state, second.state) == (State.WORKING, State.WAITING)
    on.set()
    finished(jobs)
    assert (first.state, second.state) == (State.DONE, State.DONE)


def test_a_dropped_film_stops_at_its_next_word_and_leaves_nothing(
    jobs: FilmJobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    working, on = threading.Event(), threading.Event()
    made: list[str] = []

    def slow(path: Path, progress: Any) -> None:
        working.set()
        assert on.wait(30)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"half a film")
        progress(Stage.DRAWING, 1, 10)
        made.append(path.name)

    making(monkeypatch, slow)
    first, second = begun(jobs), begun(jobs)
    assert working.wait(30)
    assert jobs.drop(first.name) and jobs.drop(second.name) and not jobs.drop(first.name)
    on.set()
    finished(jobs)
    assert not made and not first.folder.exists() and not second.folder.exists()
    assert second.state is State.WAITING and jobs.find(first.name) is None


def test_what_a_killed_server_left_goes_with_the_next_job(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = (
        "import os, sys; from pathlib import Path; from pyojeong.interfaces.film_jobs import FilmJobs\n"
        "def prepared(wardrobe):\n"
        "    wardrobe._folder.mkdir(); (wardrobe._folder / 'face.png').write_bytes(b'x'); os._exit(9)\n"
        "FilmJobs(Path(sys.argv[1])).begin(prepared)"
    )
    subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=False)
    assert len(list(tmp_path.rglob("face.png"))) == 1
    making(monkeypatch, lambda path, progress: None)
    jobs = FilmJobs(tmp_path)
    job = begun(jobs)
    assert not list(tmp_path.rglob("face.png")) and job.folder.is_dir()
    finished(jobs)
    jobs.close()
    assert not list(tmp_path.iterdir())


def test_one_that_failed_makes_room_and_one_that_is_done_does_not(
    jobs: FilmJobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    def second_fails(path: Path, progress: Any) -> None:
        asked.append(path)
        if len(asked) == 2:
            raise PyojeongError("못 합니다.", "Cannot.", kind="any")

    asked: list[Path] = []
    making(monkeypatch, second_fails)
    films = [begun(jobs) for _ in range(film_jobs.MOST_JOBS)]
    jobs._pool.submit(lambda: None).result(30)  # the films before it are through
    assert [film.state for film in films] == [State.DONE, State.FAILED, State.DONE, State.DONE]
    begun(jobs)
    assert jobs.find(films[1].name) is None and not films[1].folder.exists()
    assert jobs.find(films[0].name) is films[0]
    assert jobs.begin(lambda _: pytest.fail("nothing is prepared where there is no room")) is None


@pytest.mark.parametrize("why", ["failed", "old"])
def test_others_are_found_while_a_film_is_erased(jobs: FilmJobs, monkeypatch: pytest.MonkeyPatch, why: str) -> None:
    def fails(path: Path, progress: Any) -> None:
        raise PyojeongError("못 합니다.", "Cannot.", kind="any")

    making(monkeypatch, fails)
    films = [begun(jobs) for _ in range(film_jobs.MOST_JOBS)]
    jobs._pool.submit(lambda: None).result(30)
    if why == "old":
        films[0].ended = -film_jobs.KEPT_SECONDS * 10
    free: list[bool] = []

    def erased(job: FilmJob) -> None:
        free.append(not jobs._lock.locked())

    monkeypatch.setattr(film_jobs, "_erase", erased)
    begun(jobs)
    assert free == [True] and jobs.find(films[0].name) is None and jobs.find(films[1].name) is films[1]


def test_others_are_found_while_what_a_killed_server_left_is_removed(
    jobs: FilmJobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    free: list[bool] = []
    made = film_jobs.visitor_folder

    def slow(home: Path) -> VisitorFolder:
        free.append(not jobs._lock.locked())
        return made(home)

    monkeypatch.setattr(film_jobs, "visitor_folder", slow)
    making(monkeypatch, lambda path, progress: None)
    begun(jobs)
    assert free == [True]


def test_what_was_made_goes_after_an_hour(jobs: FilmJobs, monkeypatch: pytest.MonkeyPatch) -> None:
    making(monkeypatch, lambda path, progress: None)
    job = begun(jobs)
    finished(jobs)
    assert jobs.find(job.name) is job and job.ended is not None
    ended = job.ended
    monkeypatch.setattr(film_jobs.time, "monotonic", lambda: ended + film_jobs.KEPT_SECONDS + 1)
    assert jobs.find(job.name) is None and not job.folder.exists()
