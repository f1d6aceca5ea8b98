"""Which words are said in one breath: what lies across a space either changes sounds or does not."""

from __future__ import annotations

from enum import Enum

from pyojeong.rig.pronunciation.hangul import TENSE
from pyojeong.rig.pronunciation.syllable import Boundary, Syllable

_COUNTING = ("SN", "NR")
#: Determiners that no reader separates from their noun.
_CLOSE_DETERMINERS = frozenset("몇첫")


class Joining(str, Enum):
    """How far sounds change across spaces.

    ``FULL``: every space is spoken over, as in the standard's 붙임 (옷 한 벌 → 오탄벌). ``SOFT``: what a reader
    of stories joins (할 수 → 할쑤, 못 가 → 몯까, 열 시 → 열씨), and no final consonant wanders into the next word
    otherwise. ``NONE``: words are islands.
    """

    FULL = "full"
    SOFT = "soft"
    NONE = "none"

    def __str__(self) -> str:
        return self.value


def joins(left: Syllable, right: Syllable, joining: Joining) -> bool:
    """Whether ``left`` and ``right`` change each other.

    >>> gap = Syllable.of("약", before=Boundary.SPACE, tag="NNG")
    >>> [joins(Syllable.of("한"), gap, how) for how in Joining]
    [True, False, False]
    """
    if right.before is Boundary.PAUSE:
        return False
    if right.before is not Boundary.SPACE or joining is Joining.FULL:
        return True
    return joining is Joining.SOFT and _said_together(left, right)


def _said_together(left: Syllable, right: Syllable) -> bool:
    added = right.onset == "ㄴ" and right.written >= "아" and right.sound != right.written
    if left.adnominal and (right.onset in TENSE or added):
        return True
    if left.written == "못" and left.tag == "MAG":
        return True
    if left.written in _CLOSE_DETERMINERS and left.tag.startswith(("MM", "XPN")):
        return True
    if left.tag in _COUNTING or (left.tag.startswith("MM") and right.tag == "NNB" and right.onset != "ㅇ"):
        return right.tag in ("NNB", "NNG", "NR")
    return added or (left.written in "것거" and right.written == "같")
