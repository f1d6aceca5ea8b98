"""How a film's frames are shared out: title, scenes and credits, each a whole number of frames.

A scene's pictures depend on the time since its own start alone, so an edit of one scene leaves those of all others as
they were, wherever they come to lie in the film.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from pyojeong.performing.film.covers import CREDITS_SECONDS, TITLE_SECONDS
from pyojeong.performing.film.screenplay import Screenplay


class Kind(str, Enum):
    """What a stretch shows."""

    TITLE = "title"
    SCENE = "scene"
    CREDITS = "credits"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Frames of one kind.

    Attributes:
        kind: What they show.
        scene: Number of the scene; -1 for covers.
        first: Number of its first frame in the film.
        count: How many.
    """

    kind: Kind
    scene: int
    first: int
    count: int


def stretches(screenplay: Screenplay) -> tuple[Stretch, ...]:
    """The whole film in order."""
    rate = screenplay.format.frames_per_second
    lengths = [(Kind.TITLE, -1, TITLE_SECONDS)]
    lengths += [(Kind.SCENE, number, scene.seconds) for number, scene in enumerate(screenplay.scenes)]
    lengths += [(Kind.CREDITS, -1, CREDITS_SECONDS)]
    found: list[Stretch] = []
    for kind, scene, seconds in lengths:
        first = found[-1].first + found[-1].count if found else 0
        found.append(Stretch(kind, scene, first, max(1, math.ceil(seconds * rate - 1e-6))))
    return tuple(found)


def scene_starts(screenplay: Screenplay) -> tuple[float, ...]:
    """Second of the film at which each scene begins."""
    rate = screenplay.format.frames_per_second
    return tuple(stretch.first / rate for stretch in stretches(screenplay) if stretch.kind is Kind.SCENE)


def chunks(screenplay: Screenplay, longest: int) -> Iterator[tuple[Stretch, range]]:
    """Ranges of frames of at most ``longest``, each within one stretch, counted from the stretch's first."""
    for stretch in stretches(screenplay):
        for start in range(0, stretch.count, longest):
            yield stretch, range(start, min(start + longest, stretch.count))
