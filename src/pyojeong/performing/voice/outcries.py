"""Words that are not said but done: laughing, sobbing, shouting, sighing, hushing, told by how they sound.

하하하 read as three syllables is a list, not a laugh. What a cry does to length, pitch, strength and breath is laid
over the line like the other traces of the voice.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from pyojeong.rig.speech import SpokenWord, Stop


class Cry(Enum):
    """What is done instead of said."""

    LAUGH = "laugh"
    SOB = "sob"
    SHOUT = "shout"
    SIGH = "sigh"
    HUSH = "hush"


@dataclass(frozen=True, slots=True)
class Delivery:
    """How the sounds of a cry differ from the same sounds said.

    Attributes:
        vowel_times: Length of vowels.
        consonant_times: Length of the consonants before them.
        semitones: Added at the first and at the last vowel.
        gain_db: At the first and at the last vowel.
        soft: Added to the softness of the voice.
        tremor_semitones: A shake at 8 Hz.
        breathed: Whether consonants before vowels are breath without voice.
        whispered: Whether vowels are breath without voice.
    """

    vowel_times: float
    consonant_times: float
    semitones: tuple[float, float]
    gain_db: tuple[float, float]
    soft: float
    tremor_semitones: float = 0.0
    breathed: bool = False
    whispered: bool = False


# Laughter: 4.4 calls a second, breath between them, higher than speech (by an octave in Bachorowski, Smoski & Owren
# 2001, doi 10.1121/1.1391244; half of that here, a tale is not a party), falling and dying away. The rest is authored.
DELIVERIES: Mapping[Cry, Delivery] = MappingProxyType(
    {
        Cry.LAUGH: Delivery(1.0, 1.75, (5.5, 1.0), (2.5, -3.0), 0.35, breathed=True),
        Cry.SOB: Delivery(1.45, 1.7, (4.0, 0.5), (-0.5, -4.0), 0.9, tremor_semitones=0.8, breathed=True),
        Cry.SHOUT: Delivery(2.9, 1.2, (5.0, 3.5), (3.0, 3.0), -0.7),
        Cry.SIGH: Delivery(1.7, 2.0, (1.5, -3.0), (-1.5, -6.0), 1.4, breathed=True),
        Cry.HUSH: Delivery(1.3, 2.6, (0.0, 0.0), (0.0, 0.0), 0.0, whispered=True),
    }
)
TREMOR_HZ = 8.0

# Of surfaces. Some are done only before a stop: inside a sentence they tell (엉엉 울었다, 깔깔 웃었다, 호호 불었다).
_LAUGHED = r"[으아우와이에푸크]?(하|허|히|헤|흐|크|캬)\1+|하하호호|히히호호"
_SHOUTED = r"으*아*악|으아+|꺄+|꺄*[꺅악]|와+|우와+|야호+|아야+|아얃|앋|어흥|이?얍|만세|아우+|크앙|으르렁|으랴앋"
_ALWAYS = ((re.compile(_LAUGHED), Cry.LAUGH),)
_BEFORE_A_STOP = (
    (re.compile(r"깔깔(?:깔)*|낄낄(?:낄)*|키킥|킥킥|오?호{2,}|후{2,}"), Cry.LAUGH),
    (re.compile(r"흑|흐큭(?:큭)*|흐흑|흐윽|엉엉|어엉|흐엉|으앙|으아앙|앙앙|잉잉|흐어엉"), Cry.SOB),
    (re.compile(r"휴+|휴우+|후유|에휴+|하아+|후우+"), Cry.SIGH),
    (re.compile(r"쉳|쉬+|쉬잍"), Cry.HUSH),
)
_BEFORE_AN_EXCLAMATION = ((re.compile(_SHOUTED), Cry.SHOUT),)


def cry_of(word: SpokenWord) -> Cry | None:
    """What ``word`` does; None where it is said.

    >>> [cry_of(SpokenWord("x", 0, 1, *said)) for said in (("하하하",), ("엉엉", Stop.PERIOD), ("엉엉",), ("하나",))]
    [<Cry.LAUGH: 'laugh'>, <Cry.SOB: 'sob'>, None, None]
    """
    known = [*_ALWAYS]
    if word.stop is not Stop.NONE:
        known += _BEFORE_A_STOP
    if word.stop is Stop.EXCLAMATION:
        known += _BEFORE_AN_EXCLAMATION
    return next((cry for pattern, cry in known if pattern.fullmatch(word.surface)), None)


def cries_of(words: Sequence[SpokenWord]) -> dict[int, Cry]:
    """The cries of a line by the number of their word."""
    return {number: cry for number, word in enumerate(words) if (cry := cry_of(word)) is not None}
