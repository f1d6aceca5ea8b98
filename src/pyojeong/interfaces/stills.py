"""Single frames of a film before it is made, drawn by a process beside this one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyojeong.errors import PyojeongError
from pyojeong.media.writing import write_file

if TYPE_CHECKING:
    from pyojeong.performing.film.screenplay import Screenplay
    from pyojeong.performing.film.sources import ActorSource

SILENCE_SECONDS = 40.0
"""After which a process that draws one frame is taken for dead; the slowest start seen took 12."""
_WORKER = (
    "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN); "
    "from pyojeong.interfaces.still_worker import serve; serve()"
)


@dataclass(frozen=True, slots=True, eq=False)
class Staging:
    """A film on paper, ready to be looked at.

    Attributes:
        play: At the size it is looked at.
        actors: Role → where its actor comes from.
        subtitled: Whether lines are written into the picture.
        seconds: Of the whole film, with title and credits.
        starts: Second at which each scene begins.
        beats: Beat → second at which it is said.
    """

    play: Screenplay
    actors: Mapping[str, ActorSource]
    subtitled: bool
    seconds: float
    starts: tuple[float, ...]
    beats: Mapping[int, float]


def staging_of(play: Screenplay, actors: Mapping[str, ActorSource], *, subtitled: bool) -> Staging:
    """The staging of a screenplay."""
    from pyojeong.performing.film.plan import scene_starts, stretches

    last = stretches(play)[-1]
    starts = scene_starts(play)
    said = {
        turn.beat: start + turn.start for start, scene in zip(starts, play.scenes, strict=True) for turn in scene.turns
    }
    seconds = (last.first + last.count) / play.format.frames_per_second
    return Staging(play, actors, subtitled, seconds, starts, said)


class Stills:
    """Draws frames of the staging that was shown last; one at a time.

    Args:
        folder: For the screenplay while the process reads it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._shown: Staging | None = None

    def picture(self, staging: Staging, seconds: float) -> bytes:
        """A JPEG of the frame ``seconds`` after the film's start.

        Raises:
            PyojeongError: When an actor cannot be opened, or the process does not answer.
        """
        with self._lock:
            if staging is not self._shown or self._process is None:
                self._show(staging)
            return self._asked({"frame": round(seconds * staging.play.format.frames_per_second)})

    def close(self) -> None:
        """End the process."""
        process, self._process, self._shown = self._process, None, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with suppress(OSError):
                        pipe.close()

    def _show(self, staging: Staging) -> None:
        from pyojeong.performing.film.screenplay_json import screenplay_to_json, source_to_json

        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        document = self._folder / "screenplay.json"
        write_file(document, json.dumps(screenplay_to_json(staging.play)).encode("utf-8"))
        self._shown = None
        self._asked(
            {
                "screenplay": str(document),
                "actors": {role: source_to_json(source) for role, source in staging.actors.items()},
                "subtitled": staging.subtitled,
            }
        )
        self._shown = staging

    def _asked(self, wish: Mapping[str, Any]) -> bytes:
        process = self._process = self._process or _started()
        timer = threading.Timer(SILENCE_SECONDS, process.kill)
        timer.start()
        try:
            return _answer(process, wish)
        except (OSError, ValueError) as died:
            self.close()
            raise PyojeongError(
                "장면을 그리던 프로그램이 멈췄습니다; 다시 움직여 보세요.",
                "The program that draws the scene stopped; move again.",
                kind="drawing-died",
            ) from died
        finally:
            timer.cancel()


def _started() -> subprocess.Popen[bytes]:
    one_thread = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "LP_NUM_THREADS"), "1")
    return subprocess.Popen(
        [sys.executable, "-c", _WORKER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**one_thread, **os.environ},
    )


def _answer(process: subprocess.Popen[bytes], wish: Mapping[str, Any]) -> bytes:
    if process.stdin is None or process.stdout is None:
        raise ValueError("worker must have been started with pipes, but has none")
    process.stdin.write(json.dumps(wish).encode("ascii") + b"\n")
    process.stdin.flush()
    told = json.loads(process.stdout.readline())
    picture = process.stdout.read(told["bytes"])
    if len(picture) < told["bytes"]:
        raise ValueError(f"worker announced {told['bytes']} bytes, but {len(picture)} came")
    if "error" in told:
        raise PyojeongError(**told["error"])
    return picture
