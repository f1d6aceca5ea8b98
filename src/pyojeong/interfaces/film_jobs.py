"""Films that are made for clients of the server: one at a time, a few waiting, the finished kept for an hour."""

from __future__ import annotations

import logging
import secrets
import shutil
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring
from pyojeong.interfaces.actors import actors_of
from pyojeong.interfaces.failures import person_error, sentence_of
from pyojeong.interfaces.messages import error_json
from pyojeong.interfaces.stories import FilmOrder, Story, film_json, film_of
from pyojeong.interfaces.visitor_folders import VisitorFolder, visitor_folder
from pyojeong.interfaces.wardrobe import Wardrobe

if TYPE_CHECKING:
    from pyojeong.stories.production import Made, Stage

_LOG = logging.getLogger(__name__)
FORMAT = "pyojeong.film-job/1"
MOST_JOBS = 4
"""Films that are made, wait, or are kept: each may have hundreds of megabytes."""
KEPT_SECONDS = 3600.0


class State(str, Enum):
    """Of a job."""

    WAITING = "waiting"
    WORKING = "working"
    DONE = "done"
    FAILED = "failed"


@dataclass(slots=True, eq=False)
class FilmJob:
    """One film.

    Attributes:
        name: By which it is asked for; nobody can guess it.
        story: What is told and who plays whom.
        order: How.
        folder: Where everything of it lies.
        wardrobe: What was sent with it.
        state: Of the making.
        stage: What is being done, how much, and of how much; None before.
        made: The film, once it is done.
        failure: Why there is none.
        ended: When it was done or failed, on the monotonic clock.
        stopped: Set when nobody wants it any more: the making ends at its next word, and erases what it wrote.
    """

    name: str
    story: Story
    order: FilmOrder
    folder: Path
    wardrobe: Wardrobe
    state: State = State.WAITING
    stage: tuple[Stage, int, int] | None = None
    made: Made | None = None
    failure: PyojeongError | None = None
    ended: float | None = None
    stopped: threading.Event = field(default_factory=threading.Event)


class FilmJobs:
    """The jobs of one server.

    Args:
        home: Folder in which they have theirs; what a server that was killed left there goes with the first job.
    """

    def __init__(self, home: Path) -> None:
        self._home = home
        self._folder: VisitorFolder | None = None
        self._jobs: dict[str, FilmJob] = {}
        self._coming: set[str] = set()
        self._lock, self._placing = threading.Lock(), threading.Lock()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="pyojeong-film")

    def begin(self, prepared: Callable[[Wardrobe], tuple[Story, FilmOrder]]) -> FilmJob | None:
        """A job that waits for its turn; None when there are too many.

        Args:
            prepared: Puts what was sent into the wardrobe, and tells what is wanted.

        Raises:
            PyojeongError: When a part cannot be played.
        """
        name = secrets.token_urlsafe(18)
        if not self._make_room(name):
            return None
        folder: Path | None = None
        try:
            folder = self._place() / f"job-{name}"
            folder.mkdir(mode=0o700)
            wardrobe = Wardrobe(folder / "held")
            story, order = prepared(wardrobe)
            actors_of(story.company, wardrobe.brought)
            job = FilmJob(name, story, order, folder, wardrobe)
            with self._lock:
                self._jobs[name] = job
        except Exception:
            if folder is not None:
                shutil.rmtree(folder, ignore_errors=True)
            raise
        finally:
            with self._lock:
                self._coming.discard(name)
        self._pool.submit(_make, job)
        return job

    def find(self, name: str) -> FilmJob | None:
        """The job called ``name``, or None."""
        self.forget_old()
        with self._lock:
            return self._jobs.get(name)

    def drop(self, name: str) -> bool:
        """Stop a job and erase everything of it; False when there is none."""
        with self._lock:
            job = self._jobs.pop(name, None)
        if job is None:
            return False
        _erase(job)
        return True

    def close(self) -> None:
        """Stop and erase all."""
        with self._lock:
            names = list(self._jobs)
        for name in names:
            self.drop(name)
        self._pool.shutdown(wait=False, cancel_futures=True)
        if self._folder is not None:
            self._folder.cleanup()

    def _place(self) -> Path:
        """Where the jobs lie: locked while this server lives."""
        with self._placing:
            self._folder = self._folder or visitor_folder(self._home)
            return Path(self._folder.name)

    def _make_room(self, name: str) -> bool:
        """Let a job come, for which the oldest that failed goes; False when there is none and they are too many."""
        self.forget_old()
        failed: FilmJob | None = None
        with self._lock:
            if len(self._jobs) + len(self._coming) >= MOST_JOBS:
                failed = next((job for job in self._jobs.values() if job.state is State.FAILED), None)
                if failed is None:
                    return False
                del self._jobs[failed.name]
            self._coming.add(name)
        if failed is not None:
            _erase(failed)
        return True

    def forget_old(self) -> None:
        """Erase the jobs whose hour is over."""
        now = time.monotonic()
        with self._lock:
            old = [job for job in self._jobs.values() if job.ended is not None and now - job.ended > KEPT_SECONDS]
            for job in old:
                del self._jobs[job.name]
        for job in old:
            _erase(job)


def job_json(job: FilmJob) -> dict[str, Any]:
    """`pyojeong.film-job/1`: how far it is, and what came of it."""
    stage = None
    if job.stage is not None and job.state is State.WORKING:
        stage = {"name": job.stage[0].value, "done": job.stage[1], "of": job.stage[2]}
    error = None if job.failure is None else error_json(job.failure)
    film = None if job.made is None else film_json(job.made, "film.mp4", ["film.srt", "film.vtt"])
    return {"format": FORMAT, "id": job.name, "state": job.state.value, "stage": stage, "film": film, "error": error}


def _make(job: FilmJob) -> None:
    def progress(stage: Stage, done: int, whole: int) -> None:
        job.stage = (stage, done, whole)
        if job.stopped.is_set():
            raise PyojeongError("그만두었습니다.", "Cancelled.", kind="cancelled")

    if job.stopped.is_set():
        return
    job.state = State.WORKING
    try:
        actors = actors_of(job.story.company, job.wardrobe.brought)
        film = film_of(job.story, job.order, actors, untitled="동화")
        # Scenes that show somebody's face go with the rest of the job.
        folder = job.folder / "chunks" if job.wardrobe.private else None
        maker = wiring.film_maker(music=job.order.music, folder=folder)
        job.made = maker.make(film, job.folder / "film.mp4", progress=progress)
        job.state = State.DONE
    except Exception as failure:  # told to the client, whatever it is
        if person_error(failure) is None:
            _LOG.exception("a film failed")
        job.failure, job.state = sentence_of(failure), State.FAILED
    finally:
        job.ended = time.monotonic()
        if job.stopped.is_set():
            shutil.rmtree(job.folder, ignore_errors=True)


def _erase(job: FilmJob) -> None:
    job.stopped.set()
    shutil.rmtree(job.folder, ignore_errors=True)
