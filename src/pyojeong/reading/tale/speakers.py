"""Who says each quotation of a tale.

First what is told outright: a verb of speaking beside the quotation. Then, knowing how each one speaks, the rest is
weighed: who acts before and after, whose turn it is, who is called by name, who speaks at this level.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from pyojeong.reading.tale.doers import Doer, begins_by_saying, doers_of, with_missed
from pyojeong.reading.tale.manners import Level, called, level_of
from pyojeong.reading.tale.names import is_many, one_name_each
from pyojeong.reading.tale.quotes import Piece

#: Weights of `_Weighing`, set by hand on the project's own tales; measured on tales by other hands (docs/story.md).
_BEFORE, _AFTER, _SOUNDS, _SAME_LINE, _OTHER_PARAGRAPH = 2.0, 2.2, 1.0, 0.8, -1.0
_TURN, _AGAIN_AT_ONCE, _AGAIN, _CALLED, _LEVEL, _NEAR = 1.6, -2.5, -0.3, -6.0, 4.0, 1.0
_ROUNDS = 2  # the second knows how each one speaks from the first, too
_ENOUGH = 0.9
_MEMORY = 8


@dataclass(slots=True)
class _Quotation:
    """A quotation between the told sentences around it (numbers of pieces; -1 where another quotation is next)."""

    first: int
    last: int
    said: str
    before: int
    after: int
    speaker: str | None = None


@dataclass(slots=True)
class _Tale:
    """What is known while speakers are looked for."""

    text: str
    pieces: Sequence[Piece]
    doers: Mapping[int, list[Doer]]
    quotations: list[_Quotation]
    people: set[str] = field(default_factory=set)
    used: set[int] = field(default_factory=set)


def speakers_of(text: str, pieces: Sequence[Piece]) -> list[str | None]:
    """For every piece who says it; None for the narrator, and where nobody could be told."""
    told = {n: doers_of(text[p.start : p.end]) for n, p in enumerate(pieces) if not p.said}
    names = one_name_each(doer.name for doers in told.values() for doer in doers)
    doers = {
        n: with_missed([replace(d, name=names[d.name]) for d in found], text[pieces[n].start : pieces[n].end], names)
        for n, found in told.items()
    }
    tale = _Tale(text, pieces, doers, _quotations(text, pieces))
    tale.people = _people(tale)
    for number in range(len(tale.quotations)):
        _told_outright(tale, number)
    unsaid = [number for number, quotation in enumerate(tale.quotations) if quotation.speaker is None]
    for _ in range(_ROUNDS):
        levels = _levels(tale)
        for number in unsaid:
            tale.quotations[number].speaker = _weighed(tale, number, levels)
    said: list[str | None] = [None] * len(pieces)
    for quotation in tale.quotations:
        said[quotation.first : quotation.last + 1] = [quotation.speaker] * (quotation.last + 1 - quotation.first)
    return said


def _quotations(text: str, pieces: Sequence[Piece]) -> list[_Quotation]:
    found: list[_Quotation] = []
    for n, piece in enumerate(pieces):
        if not piece.said:
            continue
        if found and pieces[found[-1].last].whole == piece.whole:
            found[-1].last = n
        else:
            found.append(_Quotation(n, n, "", n - 1, -1))
    for quotation in found:
        quotation.said = text[pieces[quotation.first].start : pieces[quotation.last].end]
        after = quotation.last + 1
        quotation.after = after if after < len(pieces) and not pieces[after].said else -1
        if quotation.before >= 0 and pieces[quotation.before].said:
            quotation.before = -1
    return found


def _people(tale: _Tale) -> set[str]:
    """Who may speak: who is said to, who is called by name, who acts more than once."""
    counts = Counter(doer.name for doers in tale.doers.values() for doer in doers)
    speaking = {doer.name for doers in tale.doers.values() for doer in doers if doer.speaks == 2}
    spoken_to = set().union(*(called(q.said, counts) for q in tale.quotations)) if tale.quotations else set()
    return speaking | spoken_to | {name for name, count in counts.items() if count > 1 and not is_many(name)}


def _told_outright(tale: _Tale, number: int) -> None:
    """The speaker, where a sentence beside the quotation says so; no sentence says so of two quotations."""
    quotation = tale.quotations[number]
    after = quotation.after
    if after >= 0 and _same_breath(tale, quotation):
        quotation.speaker = _speaking(tale, after) or _speaking(tale, quotation.before, least=0)
        if quotation.speaker:
            tale.used.add(after)
            return
    for told in (quotation.before, after):
        if told >= 0 and told not in tale.used and (speaker := _speaking(tale, told)):
            if speaker in called(quotation.said, (speaker,)):
                continue
            quotation.speaker = speaker
            tale.used.add(told)
            return


def _same_breath(tale: _Tale, quotation: _Quotation) -> bool:
    """Whether what follows goes on from the quotation: “…” 하고 말했다."""
    piece = tale.pieces[quotation.after]
    goes_on = begins_by_saying(tale.text[piece.start : piece.end])
    return goes_on and piece.line == tale.pieces[quotation.last].line


def _speaking(tale: _Tale, told: int, *, least: int = 2) -> str | None:
    """Who speaks in the told sentence; the last who does."""
    found = [doer.name for doer in tale.doers.get(told, ()) if doer.speaks >= least]
    return found[-1] if found else None


def _levels(tale: _Tale) -> dict[str, Counter[Level]]:
    """How often each one speaks at each level, from what is told outright."""
    levels: dict[str, Counter[Level]] = defaultdict(Counter)
    for quotation in tale.quotations:
        level = level_of(quotation.said)
        if quotation.speaker and level:
            levels[quotation.speaker][level] += 1
    return levels


def _weighed(tale: _Tale, number: int, levels: Mapping[str, Counter[Level]]) -> str | None:
    """Who most likely says it; None where nobody is likely."""
    weights = {name: _weight(tale, number, name, levels) for name in tale.people}
    weights = {name: weight for name, weight in weights.items() if weight >= _ENOUGH}
    return max(weights, key=lambda name: (weights[name], name)) if weights else None


def _weight(tale: _Tale, number: int, name: str, levels: Mapping[str, Counter[Level]]) -> float:
    quotation = tale.quotations[number]
    weight = _beside(tale, quotation, quotation.before, name, _BEFORE, last=True)
    weight += _beside(tale, quotation, quotation.after, name, _AFTER, last=False)
    weight += _turn(tale, number, name) + _near(tale, quotation, name)
    if name in called(quotation.said, (name,)):
        weight += _CALLED
    level = level_of(quotation.said)
    if level and levels.get(name):
        counts = levels[name] - Counter({level: 1} if quotation.speaker == name else {})  # its own vote does not count
        share = (counts[level] + 0.5) / (sum(counts.values()) + 0.5 * len(Level))
        weight += _LEVEL * (share - 1 / len(Level))
    return weight


def _beside(tale: _Tale, quotation: _Quotation, told: int, name: str, most: float, *, last: bool) -> float:
    """How much the told sentence beside the quotation speaks for ``name``; half for one who is not its main doer."""
    if told < 0 or told in tale.used:
        return 0.0
    doers = [doer for doer in tale.doers.get(told, ()) if doer.name in tale.people]
    own = [doer for doer in doers if doer.name == name]
    if not own:
        return 0.0
    main = doers[-1] if last else doers[0]
    gap = abs(tale.pieces[told].line - tale.pieces[quotation.first if last else quotation.last].line)
    near = _SAME_LINE if gap == 0 else _OTHER_PARAGRAPH if gap > 1 else 0.0
    return (most if main.name == name else most / 2) + near + _SOUNDS * (own[-1].speaks == 1)


def _turn(tale: _Tale, number: int, name: str) -> float:
    """Whose turn it is after the quotations before."""
    if number == 0:
        return 0.0
    previous = tale.quotations[number - 1]
    adjacent = tale.quotations[number].before < 0
    if previous.speaker == name:
        return _AGAIN_AT_ONCE if adjacent else _AGAIN
    earlier = next((q.speaker for q in reversed(tale.quotations[: number - 1]) if q.speaker != previous.speaker), None)
    return (_TURN if adjacent else _TURN / 2) * (earlier == name)


def _near(tale: _Tale, quotation: _Quotation, name: str) -> float:
    """More for who did or said something just before."""
    for back in range(1, _MEMORY + 1):
        n = quotation.first - back
        if n >= 0 and any(doer.name == name for doer in tale.doers.get(n, ())):
            return _NEAR / back
    return 0.0
