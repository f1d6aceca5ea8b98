"""Which kind of eyes and mouth a face has: the topology, chosen before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Eye(str, Enum):
    """Kinds of eyes. The first ones are chosen from the expression, those after `WEARY` only by acting."""

    OPEN = "open"
    LIDDED = "lidded"
    WIDE = "wide"
    ARCH = "arch"
    SHUT = "shut"
    WEEPING = "weeping"
    CLENCHED = "clenched"
    WEARY = "weary"
    SWIRL = "swirl"
    STAR = "star"
    HEART = "heart"
    CROSS = "cross"
    DOT = "dot"
    BLANK = "blank"
    MONEY = "money"


class Mouth(str, Enum):
    """Kinds of mouths. The first ones are chosen from the expression, those after `BILABIAL` only by acting."""

    OMEGA = "omega"
    SMILE = "smile"
    LINE = "line"
    FROWN = "frown"
    SNEER = "sneer"
    POUT = "pout"
    WAVE = "wave"
    LAUGH = "laugh"
    WAIL = "wail"
    ROUND = "round"
    TEETH = "teeth"
    TALK = "talk"
    BILABIAL = "bilabial"
    KISS = "kiss"
    TONGUE = "tongue"
    CHEW = "chew"
    SPIT = "spit"


@dataclass(frozen=True, slots=True)
class Looks:
    """The topology of one moment; the right eye is the character's own, on the left of the picture."""

    right_eye: Eye
    left_eye: Eye
    mouth: Mouth
