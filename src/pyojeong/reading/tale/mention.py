"""Somebody in a told sentence, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Case(str, Enum):
    """What somebody is in a sentence."""

    TOPIC = "topic"
    SUBJECT = "subject"
    TO = "to"
    WITH = "with"
    OBJECT = "object"
    OF = "of"
    ABSENT = "absent"
    """Who is told not to be there, or not to come."""

    @property
    def acts(self) -> bool:
        """Whether it does what the sentence says."""
        return self in (Case.TOPIC, Case.SUBJECT)


class Speaks(int, Enum):
    """How surely a verb is one of speaking."""

    NOT = 0
    SOUNDS = 1
    THINKS = 2
    SAYS = 3


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody in a told sentence.

    Attributes:
        name: As written, with what belongs to it: "문어 의원"; a pronoun as it is.
        case: What it is in the sentence.
        start: First character in the sentence.
        speaks: How surely its own verb is one of speaking.
        proper: Whether it is a name that only one bears.
        trait: The adjective before it, which may tell it from another of its kind: 붉은 수탉.
        owns: Whether it acts only by what it owns: 창남이의 얼굴이.
        lives: Whether it does what only the living do: it sits down, looks, takes.
    """

    name: str
    case: Case
    start: int
    speaks: Speaks = Speaks.NOT
    proper: bool = False
    trait: str = ""
    owns: bool = False
    lives: bool = False
