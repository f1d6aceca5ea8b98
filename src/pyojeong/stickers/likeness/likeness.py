"""A character drawn after a photo, and what of it is a guess."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pyojeong.performing.character import Character, design_of
from pyojeong.reading.face.traits.remarks import Remark

ASKED_BELOW = 0.5
"""Certainties under which the person is asked: what is told surely below it is right about half of the time."""


@dataclass(frozen=True, slots=True)
class Guess:
    """One choice a photo gave, or could not give.

    Attributes:
        name: Of the slider, swatch or choice.
        value: What was chosen; when the photo was not sure enough, what is worn until the person says.
        certainty: [0, 1].
        alternatives: Other values to offer, the nearest first.

    >>> Guess("beard", "none", 0.4, ("stubble",)).asked
    True
    """

    name: str
    value: float | str
    certainty: float
    alternatives: tuple[float | str, ...] = ()

    def __post_init__(self) -> None:
        if not 0.0 <= self.certainty <= 1.0:
            raise ValueError(f"certainty must be in [0, 1], but got {self.certainty!r}")
        if self.value in self.alternatives:
            raise ValueError(f"alternatives must be others than {self.value!r}, but got {self.alternatives!r}")

    @property
    def asked(self) -> bool:
        """Whether the person should look at it."""
        return self.certainty < ASKED_BELOW


@dataclass(frozen=True, slots=True)
class Likeness:
    """A character, and what of it came from the photo.

    Attributes:
        character: With ``drawn_from_photo`` set.
        guesses: One for every name the photo said something about.
        remarks: What made the photo hard.
    """

    character: Character
    guesses: tuple[Guess, ...]
    remarks: tuple[Remark, ...] = ()

    def __post_init__(self) -> None:
        chosen = self.character.chosen
        if not self.character.drawn_from_photo:
            raise ValueError("a likeness must say that it was drawn from a photo")
        apart = [guess.name for guess in self.guesses if chosen.get(guess.name) != guess.value]
        if apart:
            raise ValueError(f"the character must wear what was guessed, but differs in {', '.join(apart)}")

    @property
    def asked(self) -> tuple[Guess, ...]:
        """What the person should look at, the least certain first."""
        return tuple(sorted((guess for guess in self.guesses if guess.asked), key=lambda guess: guess.certainty))

    def to_dict(self) -> dict[str, object]:
        """Its JSON values: the character's document, guesses with their Korean names, remarks as sentences."""
        space = design_of(self.character).space
        return {
            "character": self.character.to_dict(),
            "guesses": [_guess(guess, space[guess.name].korean) for guess in self.guesses],
            "remarks": [{"code": r.value, "korean": r.korean, "english": r.english} for r in self.remarks],
        }


def _guess(guess: Guess, korean: str) -> Mapping[str, object]:
    return {
        "name": guess.name,
        "korean": korean,
        "value": guess.value,
        "certainty": round(guess.certainty, 3),
        "asked": guess.asked,
        "alternatives": list(guess.alternatives),
    }
