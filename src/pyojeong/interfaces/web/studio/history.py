"""What undo and redo walk through: everything one step of a visitor's work may change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pyojeong.emotion import Score
from pyojeong.errors import PyojeongError
from pyojeong.interfaces.web.studio.look import Look
from pyojeong.performing.portrait.recipe import Recipe


@dataclass(frozen=True, slots=True)
class Writing:
    """What is written and how it was read.

    Attributes:
        text: What the person wrote.
        score: Its reading, or None.
        unreadable: Why it has no reading, or None.
        beat: Number of the beat that is performed, None for the whole text.
    """

    text: str = ""
    score: Score | None = None
    unreadable: PyojeongError | None = None
    beat: int | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """The work at one moment.

    Attributes:
        recipe: Every edit so far.
        looks: Face number → how that face is set; faces nobody touched are absent.
        writing: What was written by then.
        face: Whose step led here.
    """

    recipe: Recipe = field(default_factory=Recipe)
    looks: Mapping[int, Look] = field(default_factory=dict)
    writing: Writing = field(default_factory=Writing)
    face: int = 0
