"""Single frames of a film before it is made, drawn by a process beside this one."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyojeong.errors import PyojeongError
from pyojeong.media.writing import write_file
from pyojeong.processes import Worker, granted

if TYPE_CHECKING:
    from pyojeong.performing.film.screenplay import Screenplay
    from pyojeong.performing.film.sources import ActorSource

SILENCE_SECONDS = 40.0
"""After which a process that draws one frame is taken for dead; the slowest start seen took 12."""
_WORKER = "pyojeong.interfaces.still_worker"


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
        self._process: Worker | None = None
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
            process.end()

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
        process = self._process = self._process or Worker(_WORKER)
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


def _answer(process: Worker, wish: Mapping[str, Any]) -> bytes:
    process.tell(wish)
    length = granted(json.loads(process.line()))["bytes"]
    picture = process.data(length)
    if len(picture) < length:
        raise ValueError(f"worker announced {length} bytes, but {len(picture)} came")
    return picture
