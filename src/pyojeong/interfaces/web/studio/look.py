"""How one face is set: by the text, by the person, or movement by movement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from pyojeong.emotion import Beat, Emotion, Mood, Score
from pyojeong.interfaces.casting import goes_first
from pyojeong.performing.portrait.recipe import Edit, Recipe
from pyojeong.performing.portrait.stage import Undo
from pyojeong.rig import Expression
from pyojeong.rig.compose import compose


class Origin(str, Enum):
    """Whose word the expression follows."""

    PHOTO = "photo"
    TEXT = "text"
    OWN = "own"
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class Look:
    """The choices behind one face's expression.

    Attributes:
        origin: Whose word it is.
        mood: What is felt; None for the photo itself and for expressions made by hand.
        intensity: [0, 1].
        undo: How much of the photographed expression goes first.
        pair: The emotion the person chose and the one blended in, if any; None where nobody chose.
    """

    origin: Origin = Origin.PHOTO
    mood: Mood | None = None
    intensity: float = 0.7
    undo: Undo = Undo.CONFLICTS
    pair: tuple[Emotion, Emotion | None] | None = None

    @property
    def emotion(self) -> Emotion | None:
        """The emotion chosen, or the leading one of the text; None without a mood."""
        if self.pair is not None:
            return self.pair[0]
        return None if self.mood is None else self.mood.leading

    @property
    def second(self) -> Emotion | None:
        """The emotion blended in, or None."""
        return None if self.pair is None else self.pair[1]

    @property
    def share(self) -> float:
        """How much of the mood is the blended emotion, in [0, 1]."""
        return 0.0 if self.mood is None or self.second is None else self.mood.shares[self.second]

    @property
    def goes_first(self) -> Undo:
        """What is removed from the photo, by the same rule as at every door."""
        return goes_first(self.mood, self.undo)

    @property
    def expression(self) -> Expression:
        """The face of the mood at the intensity; at rest without a mood."""
        return Expression() if self.mood is None else compose(self.mood, self.intensity)


def mood_read(score: Score, beat: int | None) -> tuple[Mood, Beat | None]:
    """The mood of one beat, or of the whole text for None."""
    if beat is None:
        return score.mood, score.beats[0] if len(score.beats) == 1 else None
    return score.beats[beat].mood, score.beats[beat]


def blended(first: Emotion, second: Emotion | None, share: float, intensity: float) -> Mood:
    """The mood of two emotions, ``share`` in [0, 1] of the second.

    >>> blended(Emotion.JOY, Emotion.SADNESS, 0.25, 0.8).shares[Emotion.SADNESS]
    0.25
    """
    if second is None or second is first or share <= 0:
        return Mood.of(first, intensity=intensity)
    return Mood.blend({first: 1.0 - share, second: share}, intensity=intensity)


def whole_face(before: Recipe, face: int, expression: Expression, undo: Undo, note: str) -> Edit:
    """The edit after which ``face`` shows ``expression`` and nothing of what it did before."""
    return Edit(face, {**dict.fromkeys(shown_by(before, face).to_dict(), 0.0), **expression.to_dict()}, undo, note)


def shown_by(recipe: Recipe, face: int) -> Expression:
    """What ``face`` does after every edit."""
    parts: Mapping[int, tuple[Expression, Undo]] = recipe.flattened()
    return parts[face][0] if face in parts else Expression()
