"""Who says each quotation of a tale.

First what is told outright: a verb of speaking beside the quotation (`cues`). Then, knowing how each one speaks, the
rest is weighed together (`turns`): who acts before and after, whose turn it is, who is called by name, in whose level.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pyojeong.reading.tale.beings import is_many
from pyojeong.reading.tale.cues import Cue, cues_of
from pyojeong.reading.tale.mention import Case
from pyojeong.reading.tale.names import members_of
from pyojeong.reading.tale.quotes import Piece
from pyojeong.reading.tale.telling import Quotation, Telling, telling_of
from pyojeong.reading.tale.told import Told
from pyojeong.reading.tale.turns import turns_of

_HOW_MANY = {"두": 2, "둘": 2, "세": 3, "셋": 3, "네": 4, "넷": 4}
#: Pieces back in which those who are counted were seen: a scene of a tale.
_BACK = 20


@dataclass(frozen=True, slots=True)
class Saying:
    """Who says the pieces of a tale, and how.

    Attributes:
        speakers: For every piece who says it; None for the narrator, and where nobody could be told.
        manners: Number of a said piece → what is told beside it of how it is said.
    """

    speakers: tuple[str | None, ...]
    manners: Mapping[int, str]


def saying_of(text: str, pieces: Sequence[Piece]) -> Saying:
    """Who says what, and how it is told to be said.

    A line of several who are known one by one (오누이: 오빠, 누이동생; 두 친구: who acted last) is said by the first.
    """
    telling = telling_of(text, pieces)
    cues = cues_of(telling)
    acting = Counter(doer.name for told in telling.told.values() for doer in told.doers)
    said: list[str | None] = [None] * len(pieces)
    manners: dict[int, str] = {}
    for quotation, cue, speaker in zip(telling.quotations, cues, turns_of(telling, cues), strict=True):
        own = range(quotation.first, quotation.last + 1)
        said[own.start : own.stop] = [_one_of(speaker, acting, telling, quotation) if speaker else None] * len(own)
        told = _telling_of(telling, quotation, cue) or _done_beside(telling, quotation, speaker)
        beside = [_of_him(telling.told[n], speaker, text[pieces[n].start : pieces[n].end]) for n in told]
        if beside:
            manners |= dict.fromkeys(own, " ".join(beside))
    return Saying(tuple(said), manners)


def _telling_of(telling: Telling, quotation: Quotation, cue: Cue) -> list[int]:
    """Numbers of the told pieces that tell how the quotation is said."""
    found = []
    before, after = telling.told.get(quotation.before), telling.told.get(quotation.after)
    if before is not None and (before.opens or cue.piece == quotation.before):
        found.append(quotation.before)
    if after is not None and (after.goes_on or cue.piece == quotation.after):
        found.append(quotation.after)
    return found


def _of_him(told: Told, speaker: str | None, sentence: str) -> str:
    """What of a sentence tells of the speaker, where others act in it, too: 토끼가 울자 | 여우가 웃으며 말했다."""
    own = [doer.start for doer in told.doers if doer.name == speaker]
    if not own:
        return sentence
    others = [doer.start for doer in told.doers if doer.name != speaker]
    start = own[0] if any(other < own[0] for other in others) else 0
    return sentence[start : min((other for other in others if other > own[-1]), default=len(sentence))]


def _done_beside(telling: Telling, quotation: Quotation, speaker: str | None) -> list[int]:
    """Numbers of the told pieces after or before the quotation in which its speaker does something: he weeps."""
    after, before = telling.told.get(quotation.after), telling.told.get(quotation.before)
    if after is not None and after.doers and after.doers[0].name == speaker:
        return [quotation.after]
    if before is not None and before.doers and before.doers[-1].name == speaker and not before.speaking:
        return [quotation.before]
    return []


def _one_of(speaker: str, acting: Counter[str], telling: Telling, quotation: Quotation) -> str:
    members = members_of(speaker, acting) or _counted(speaker, telling, quotation)
    return members[0] if members else speaker


def _counted(speaker: str, telling: Telling, quotation: Quotation) -> list[str]:
    """Who two or three are (두 친구, 셋) by who acted or was with them last before the quotation; empty for nobody."""
    many = _HOW_MANY.get(speaker.split()[0])
    found: list[str] = []
    for n in range(quotation.first - 1, max(-1, quotation.first - 1 - _BACK), -1):
        told = telling.told.get(n)
        here = [m.name for m in told.mentions if m.case.acts or m.case is Case.WITH] if told is not None else []
        found += [name for name in reversed(here) if name in telling.people and not is_many(name) and name not in found]
        if many is not None and len(found) >= many:
            return found[many - 1 :: -1]
    return []
