"""The emotion score (감정 악보): beats of one text, each with its mood. This is what people edit."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from pyojeong.emotion.mood import Mood


class SetBy(str, Enum):
    """Whose word a beat's mood is; a person's wins over a reader's."""

    READER = "read"
    PERSON = "person"

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class Beat:
    """One stretch of text that is felt and performed as one.

    Attributes:
        start: First character in the score's text.
        end: One past the last character.
        mood: What was read, or what the person set. Its evidence counts characters from the beat's own start, so that
            a beat keeps its evidence when text before it changes.
        speaker: Who says it; None for the narrator or the writer.
        expression: ARKit coefficients set by hand; None lets the performer compose them from the mood.
        seconds: Start and end on the stage clock; None until something is timed.
        set_by: Whose word the mood is.
        read: What had been read where a person set the mood, kept to be shown beside it; None where the mood itself
            was read, or nothing was.
        place: Where a person lets it play, by the name of a place that is drawn; None leaves that to the words.
        weather: What a person lets fall or float there, by its name; None leaves that to the words.
    """

    start: int
    end: int
    mood: Mood
    speaker: str | None = None
    expression: Mapping[str, float] | None = None
    seconds: tuple[float, float] | None = None
    set_by: SetBy = SetBy.READER
    read: Mood | None = None
    place: str | None = None
    weather: str | None = None

    def __post_init__(self) -> None:
        if self.read is not None and self.set_by is not SetBy.PERSON:
            raise ValueError("beat may keep what was read beside its mood only where a person set the mood")
        if not 0 <= self.start < self.end:
            raise ValueError(f"beat span must satisfy 0 <= start < end, but got {self.start}:{self.end}")
        if self.expression is not None:
            frozen = MappingProxyType({str(k): float(v) for k, v in self.expression.items()})
            if not all(math.isfinite(value) for value in frozen.values()):
                raise ValueError(f"beat expression must hold finite numbers, but got {dict(frozen)!r}")
            object.__setattr__(self, "expression", frozen)
        if self.seconds is not None:
            begin, stop = self.seconds
            if not 0.0 <= begin <= stop < math.inf:
                raise ValueError(f"beat seconds must satisfy 0 <= start <= end, but got {self.seconds!r}")


@dataclass(frozen=True, slots=True)
class Score:
    """A text, the mood of the whole, and its beats in order without overlap.

    >>> from pyojeong.emotion import Emotion
    >>> glad, cross = Mood.of(Emotion.JOY), Mood.of(Emotion.ANGER)
    >>> score = Score("좋아. 아니야.", glad, (Beat(0, 3, glad), Beat(4, 8, cross)))
    >>> [score.text_of(beat) for beat in score.beats]
    ['좋아.', '아니야.']
    """

    text: str
    mood: Mood
    beats: tuple[Beat, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "beats", tuple(self.beats))
        reached = 0
        for beat in self.beats:
            if beat.start < reached:
                raise ValueError(f"beats must be in order without overlap, but one starts at {beat.start} < {reached}")
            reached = beat.end
        if reached > len(self.text):
            raise ValueError(
                f"beats must lie inside the text of {len(self.text)} characters, but one ends at {reached}"
            )

    def text_of(self, beat: Beat) -> str:
        """The characters of ``beat``."""
        return self.text[beat.start : beat.end]
