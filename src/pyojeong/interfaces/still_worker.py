"""One process that draws single frames: a film or a wish a line of JSON in, a line of JSON and a picture out.

A process, because drawing keeps the interpreter busy and 3D heads were seen to hang.
"""

from __future__ import annotations

import json
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any

from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring
from pyojeong.media import Image
from pyojeong.performing.film.acting import Actor
from pyojeong.performing.film.actors import opened
from pyojeong.performing.film.frames import FilmFrames
from pyojeong.performing.film.screenplay_json import screenplay_from_json, source_from_json
from pyojeong.performing.film.sets import backdrop_of
from pyojeong.processes import answering, refused


def serve() -> None:
    """Answer until there is nothing more to do."""
    drawing = _Drawing()
    with answering() as answer:
        for line in sys.stdin:
            try:
                picture = drawing.done(json.loads(line))
            except PyojeongError as failure:
                answer(refused(failure))
            else:
                answer({"bytes": len(picture)}, picture)


class _Drawing:
    """The film that was named last."""

    def __init__(self) -> None:
        self._frames: FilmFrames | None = None

    def done(self, wish: dict[str, Any]) -> bytes:
        """Nothing for a film; a JPEG for one of its frames."""
        if "screenplay" in wish:
            play = screenplay_from_json(json.loads(Path(wish["screenplay"]).read_text("utf-8")))
            actors = {role: _actor(json.dumps(source, sort_keys=True)) for role, source in wish["actors"].items()}
            self._frames = FilmFrames(play, actors, backdrop_of, subtitled=wish["subtitled"])
            return b""
        if self._frames is None:
            raise ValueError("a frame was asked for before its film")
        number = min(max(int(wish["frame"]), 0), self._frames.count - 1)
        return wiring.drawn_picture_bytes(Image(self._frames.frame(number)[..., :3].copy()), "jpg")


@lru_cache(maxsize=32)
def _actor(source: str) -> Actor:
    """Opened once: a photo or a 3D head takes seconds."""
    return opened(source_from_json(json.loads(source)))
