"""Who says each quotation of a tale.

First what is told outright: a verb of speaking beside the quotation (`cues`). Then, knowing how each one speaks, the
rest is weighed together (`turns`): who acts before and after, whose turn it is, who is called by name, in whose level.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pyojeong.reading.tale.cues import cues_of
from pyojeong.reading.tale.names import members_of
from pyojeong.reading.tale.quotes import Piece
from pyojeong.reading.tale.telling import telling_of
from pyojeong.reading.tale.turns import turns_of


def speakers_of(text: str, pieces: Sequence[Piece]) -> list[str | None]:
    """For every piece who says it; None for the narrator, and where nobody could be told.

    A line of several who are known one by one (오누이: 오빠, 누이동생) is said by the first of them.
    """
    telling = telling_of(text, pieces)
    speakers = turns_of(telling, cues_of(telling))
    acting = Counter(doer.name for told in telling.told.values() for doer in told.doers)
    said: list[str | None] = [None] * len(pieces)
    for quotation, speaker in zip(telling.quotations, speakers, strict=True):
        one = _one_of(speaker, acting) if speaker else None
        said[quotation.first : quotation.last + 1] = [one] * (quotation.last + 1 - quotation.first)
    return said


def _one_of(speaker: str, acting: Counter[str]) -> str:
    members = members_of(speaker, acting)
    return members[0] if members else speaker
