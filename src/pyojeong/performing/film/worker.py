"""One process that draws chunks of a film: a job a line of JSON in, its progress and its end lines out.

The first line names the film: the screenplay's document, the actors' and whether lines are written into the picture.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from pyojeong.errors import PyojeongError
from pyojeong.performing.film.actors import opened
from pyojeong.performing.film.encoding import write_chunk
from pyojeong.performing.film.frames import FilmFrames
from pyojeong.performing.film.screenplay_json import screenplay_from_json, source_from_json
from pyojeong.performing.film.sets import backdrop_of
from pyojeong.performing.film.stamping import stamp_for
from pyojeong.processes import Answer, answering, refused


def serve() -> None:
    """Answer until there is nothing more to do."""
    film = json.loads(sys.stdin.readline())
    with answering() as answer:
        try:
            frames = prepared(film)
        except PyojeongError as failure:
            for _ in sys.stdin:
                answer(refused(failure))
            return
        for line in sys.stdin:
            _draw(frames, json.loads(line), answer)


def prepared(film: dict[str, Any]) -> FilmFrames:
    """The film the first line names, ready to be drawn."""
    play = screenplay_from_json(film["screenplay"])
    actors = {role: opened(source_from_json(source)) for role, source in film["actors"].items()}
    stamp = stamp_for(play.format.size_wh)
    return FilmFrames(play, actors, backdrop_of, subtitled=film["subtitled"], stamp=stamp)


def _draw(frames: FilmFrames, job: dict[str, Any], answer: Answer) -> None:
    first, past = job["frames"]
    rate = frames.screenplay.format.frames_per_second
    try:
        write_chunk(
            frames.frame,
            range(first, past),
            Path(job["path"]),
            frames_per_second=rate,
            progress=lambda done: answer({"done": done}),
        )
    except PyojeongError as failure:
        answer(refused(failure))
    else:
        answer({"finished": True})
