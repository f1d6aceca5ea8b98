"""Who is told outright to say a quotation, by the sentence beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pyojeong.reading.tale.beings import is_many
from pyojeong.reading.tale.manners import called
from pyojeong.reading.tale.mention import Speaks
from pyojeong.reading.tale.telling import Quotation, Telling
from pyojeong.reading.tale.told import Told


@dataclass(frozen=True, slots=True)
class Cue:
    """What is told of one quotation.

    Attributes:
        speaker: Who is told to say it; None where nobody is.
        piece: Number of the told piece that says so; -1 for none.
        not_by: Who is told to hear it, and so did not say it.
        elided: Whether a sentence says that it was said and leaves out by whom: he who acted before.
    """

    speaker: str | None = None
    piece: int = -1
    elided: bool = False
    not_by: str | None = None


def cues_of(telling: Telling) -> list[Cue]:
    """For every quotation what is told of it; no sentence tells of two with one verb."""
    leads = _sentences_lead(telling)
    cues: list[Cue] = []
    for quotation in telling.quotations:
        cues.append(_cue(telling, cues, quotation, leads))
    return cues


def _cue(telling: Telling, cues: Sequence[Cue], quotation: Quotation, leads: bool) -> Cue:
    number, used = len(cues), cues[-1].piece if cues else -1
    before, after = telling.told.get(quotation.before), telling.told.get(quotation.after)
    after_same = after is not None and _same_line(telling, quotation.last, quotation.after)
    if before is not None and before.dangles and quotation.before != used:
        return _left_open(before, after, quotation)
    if before is not None and before.answered and quotation.before != used:
        asked = _last_speaking(before) or (cues[-1].speaker if cues else None)
        return Cue(not_by=asked)
    if after is not None and after.goes_on and not after.hears:
        who = _first_speaking(after)
        if who is None and after.unnamed < Speaks.THINKS:
            who = _opening(after, after_same)
        if who:
            return Cue(who, quotation.after)
        opened = _last_acting(before) if before is not None and before.opens else None
        return Cue(opened, quotation.after, elided=opened is None and after.unnamed >= Speaks.THINKS)
    if after is not None and after.goes_on and after.hears and not after.speaking:
        return Cue(not_by=_last_acting(before))
    if before is not None and before.opens and quotation.before != used:
        who = _last_speaking(before) or _last_acting(before)
        return Cue(who, quotation.before, elided=who is None)
    behind = _behind(telling, number, quotation, after, leads)
    ahead = _ahead(before, quotation, used)
    if ahead is not None and not after_same and _same_line(telling, quotation.before, quotation.first):
        return ahead
    if ahead is not None and _wanted(telling, number, quotation):
        return ahead
    return behind or ahead or _elided(before, quotation, used)


def _elided(before: Told | None, quotation: Quotation, used: int) -> Cue:
    """Of a sentence that tells of speaking and leaves out who does: 그러고는 조용히 말했습니다."""
    if before is None or before.doers or before.unnamed is not Speaks.SAYS or quotation.before == used:
        return Cue()
    return Cue(None, quotation.before, elided=True)


def _left_open(before: Told, after: Told | None, quotation: Quotation) -> Cue:
    """Of a sentence that leaves its last doer without a verb: he says it, unless he is told to hear it."""
    if after is not None and after.hears and not after.speaking:
        return Cue(not_by=_last_acting(before))
    return Cue(_last_acting(before), quotation.before)


def _wanted(telling: Telling, number: int, quotation: Quotation) -> bool:
    """Whether the next quotation has only the sentence after this one, and this one another before it."""
    before = telling.quotations[number - 1].after if number else -1
    following = telling.quotations[number + 1].before if number + 1 < len(telling.quotations) else -1
    return before != quotation.before and following == quotation.after


def _behind(telling: Telling, number: int, quotation: Quotation, after: Told | None, leads: bool) -> Cue | None:
    """The sentence after the quotation, where it tells of it and not of the next."""
    if after is None or after.opens or (after.hears and not after.speaking):
        return None
    who = _first_speaking(after)
    if who is None and after.doers and quotation.said.rstrip("\"”’'」』»").endswith(","):
        who = after.doers[0].name  # “…,” 마을 사람들이 정했어요.
    if who is None or who in called(quotation.said, telling.names):
        return None
    following = telling.quotations[number + 1] if number + 1 < len(telling.quotations) else None
    ours = _same_line(telling, quotation.last, quotation.after)
    if following is None or following.before != quotation.after:
        return Cue(who, quotation.after) if ours or not leads else None
    theirs = _same_line(telling, quotation.after, following.first)
    two = len({mention.name for mention in after.speaking}) > 1
    if ours and theirs:
        leads = _leads_here(telling, quotation, leads=leads)
    loose = not after.says_last and (ours or not theirs)
    mine = two or (ours and not theirs) or (ours == theirs and not leads) or loose
    return Cue(who, quotation.after) if mine else None


def _ahead(before: Told | None, quotation: Quotation, used: int) -> Cue | None:
    """The sentence before the quotation, where it ends by telling that somebody speaks."""
    if before is None:
        return None
    who = _last_speaking(before) if before.says_last else None
    free = quotation.before != used or len({mention.name for mention in before.speaking}) > 1
    return Cue(who, quotation.before) if who and free else None


def _sentences_lead(telling: Telling) -> bool:
    """Whether sentences of saying stand before what is said in this tale, where it is plain which they belong to."""
    ahead = behind = 0
    for number, quotation in enumerate(telling.quotations):
        before, after = telling.told.get(quotation.before), telling.told.get(quotation.after)
        sooner = telling.quotations[number - 1].after if number else -1
        later = telling.quotations[number + 1].before if number + 1 < len(telling.quotations) else -1
        if before is not None and before.speaking and quotation.before != sooner:
            ahead += 1
        if after is not None and after.speaking and quotation.after != later:
            behind += 1
    return ahead > behind


def _leads_here(telling: Telling, quotation: Quotation, *, leads: bool) -> bool:
    """Whether sentences lead to quotations in this line: it begins with one that does; else ``leads``."""
    own = [n for n in range(quotation.first, -1, -1) if _same_line(telling, n, quotation.first)]
    last = [n for n in range(quotation.last, len(telling.pieces)) if _same_line(telling, n, quotation.first)]
    begins = next((telling.told.get(n - 1) for n in reversed(own) if telling.pieces[n].said and n - 1 in own), None)
    closes = telling.told.get(last[-1])
    if telling.pieces[own[-1]].said or (closes is not None and closes.says_last):
        return leads and closes is None
    return leads or (begins is not None and begins.says_last and telling.pieces[last[-1]].said)


def _same_line(telling: Telling, one: int, other: int) -> bool:
    return telling.pieces[one].line == telling.pieces[other].line


def _first_speaking(told: Told) -> str | None:
    return told.speaking[0].name if told.speaking else None


def _last_speaking(told: Told) -> str | None:
    return told.speaking[-1].name if told.speaking else None


def _last_acting(told: Told | None) -> str | None:
    return told.doers[-1].name if told is not None and told.doers else None


def _opening(told: Told, same_line: bool) -> str | None:
    """Who acts in a piece that goes on from the quotation: 하고 도깨비가 코를 벌름거렸다."""
    doers = [doer.name for doer in told.doers]
    return doers[0] if doers and (same_line or not is_many(doers[0])) else None
