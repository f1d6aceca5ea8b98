"""Who says what nobody is told to say: all quotations weighed together, so that what comes later counts, too.

Every quotation has a few who may say it: who is near. Each has a weight of his own (who acts beside it, who is called,
in whose level of speech it is), and each after another has one (whose turn it is). The best sequence is found by
dynamic programming over pairs of neighbours, in time that grows with the tale and not with who is in it.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pyojeong.reading.tale.cues import Cue
from pyojeong.reading.tale.manners import Level, called, level_of
from pyojeong.reading.tale.telling import Quotation, Telling
from pyojeong.reading.tale.told import ME, Case, Speaks

#: Weights, set by hand on the dev tales of corpora/tales; what they reach on its test tales is in docs/story.md.
_TOLD, _ELIDED, _BEFORE, _AFTER, _SECOND, _SOUNDS = 12.0, 2.6, 2.6, 2.6, 0.5, 1.0
_SAME_LINE, _FAR_LINE, _NEW_LINE, _THERE, _NEAR = 0.8, -1.0, -1.8, 0.5, 1.0
_CALLED, _ANSWERS, _SPOKE_OF, _LEVEL = -6.0, 1.8, -1.2, 4.0
_TURN, _AGAIN_AT_ONCE, _AGAIN, _GOES_ON = 1.8, -2.8, -0.3, 4.0
_NOBODY = 0.8
_MOSTLY, _FOLLOWS = 0.65, 1.8
_MEMORY, _MOST = 10, 8

Name = str | None


@dataclass(frozen=True, slots=True)
class _Asked:
    """One quotation with who may say it, and how much speaks for each."""

    quotation: Quotation
    weights: Mapping[Name, float]
    adjacent: bool
    goes_on: bool
    calls: frozenset[str]


def turns_of(telling: Telling, cues: Sequence[Cue]) -> list[Name]:
    """The speaker of every quotation; None where nobody is likely."""
    speakers: list[Name] = [cue.speaker for cue in cues]
    follows = _follows(telling, cues)
    for _ in range(2):  # the second time it is known how each one speaks
        levels = _levels(telling, speakers)
        asked = [_asked(telling, n, cues, levels, follows=follows) for n in range(len(cues))]
        speakers = _best(asked)
    return speakers


def _levels(telling: Telling, speakers: Sequence[Name]) -> dict[str, Counter[Level]]:
    levels: dict[str, Counter[Level]] = defaultdict(Counter)
    for quotation, speaker in zip(telling.quotations, speakers, strict=True):
        level = level_of(quotation.said)
        if speaker and level and not quotation.thought:
            levels[speaker][level] += 1
    return levels


def _follows(telling: Telling, cues: Sequence[Cue]) -> bool:
    """Whether this tale mostly tells who spoke in the line after a quotation."""
    after = [q.after == c.piece for q, c in zip(telling.quotations, cues, strict=True) if c.speaker and c.piece >= 0]
    return sum(after) > _MOSTLY * len(after)


def _asked(
    telling: Telling, number: int, cues: Sequence[Cue], levels: Mapping[str, Counter[Level]], *, follows: bool
) -> _Asked:
    quotation, cue = telling.quotations[number], cues[number]
    calls = frozenset(called(quotation.said, telling.names))
    adjacent = number > 0 and quotation.before < 0
    weights: dict[Name, float] = {None: _NOBODY}
    if cue.speaker:
        weights[cue.speaker] = _TOLD
    else:
        taken = {other.piece for other in cues[max(0, number - 1) : number + 2] if other.speaker}
        for name in _who_may(telling, number):
            weights[name] = _weight(telling, quotation, name, taken, calls, levels, elided=cue.elided)
            weights[name] += _FOLLOWS * (follows and _acts_next(telling, quotation, name, taken))
            weights[name] += _CALLED * (name == cue.not_by)
    return _Asked(quotation, weights, adjacent, _split(telling, number, cues), calls)


def _acts_next(telling: Telling, quotation: Quotation, name: str, taken: set[int]) -> bool:
    """Whether the sentence in the next line begins by what ``name`` does."""
    told = telling.told.get(quotation.after)
    if told is None or quotation.after in taken:
        return False
    doers = [doer.name for doer in told.doers if doer.name in telling.people]
    gap = telling.pieces[quotation.after].line - telling.pieces[quotation.last].line
    return gap == 1 and bool(doers) and doers[0] == name


def _split(telling: Telling, number: int, cues: Sequence[Cue]) -> bool:
    """Whether the quotation goes on from the one before, cut by who says it."""
    quotation = telling.quotations[number]
    if number == 0 or quotation.before < 0 or telling.quotations[number - 1].after != quotation.before:
        return False
    same_line = telling.pieces[telling.quotations[number - 1].last].line == telling.pieces[quotation.first].line
    return same_line and cues[number - 1].piece == quotation.before


def _who_may(telling: Telling, number: int) -> list[str]:
    """Who is near: those of the told sentences around, and whoever is called in the lines around; the nearest first."""
    quotation = telling.quotations[number]
    near: list[str] = []
    for step in range(1, _MEMORY + 1):
        for n in (quotation.first - step, quotation.last + step if step <= 3 else -1):
            told = telling.told.get(n)
            near += [mention.name for mention in told.mentions] if told is not None else []
    for other in telling.quotations[max(0, number - 3) : number + 3]:
        near += sorted(called(other.said, telling.names))
    return [name for name in dict.fromkeys(near) if name in telling.people][:_MOST]


def _weight(
    telling: Telling,
    quotation: Quotation,
    name: str,
    taken: set[int],
    calls: frozenset[str],
    levels: Mapping[str, Counter[Level]],
    *,
    elided: bool,
) -> float:
    beside = _beside(telling, quotation, quotation.before, name, last=True) if quotation.before not in taken else 0.0
    if quotation.after not in taken:
        beside += _beside(telling, quotation, quotation.after, name, last=False)
    weight = beside + _near(telling, quotation, name, elided=elided) + _CALLED * (name in calls)
    if name != ME and name in quotation.said and name not in calls:
        weight += _SPOKE_OF
    level = level_of(quotation.said)
    if level and levels.get(name) and not quotation.thought:
        share = (levels[name][level] + 0.5) / (sum(levels[name].values()) + 0.5 * len(Level))
        weight += _LEVEL * (share - 1 / len(Level))
    return weight


def _beside(telling: Telling, quotation: Quotation, piece: int, name: str, *, last: bool) -> float:
    """How much the told sentence beside the quotation speaks for ``name``; half for one who is not its main doer."""
    told = telling.told.get(piece)
    if told is None:
        return 0.0
    own = [mention for mention in told.mentions if mention.name == name]
    if not own:
        return 0.0
    doers = [doer for doer in told.doers if doer.name in telling.people]
    gap = abs(telling.pieces[piece].line - telling.pieces[quotation.first if last else quotation.last].line)
    near = _SAME_LINE if gap == 0 else 0.0 if last and gap == 1 else _FAR_LINE if last else _NEW_LINE
    most = _BEFORE if last else _AFTER
    if not any(mention.case.acts for mention in own):
        return most * _SECOND * _SECOND
    main = doers[-1 if last else 0].name if doers else ""
    sounds = _SOUNDS * any(mention.speaks is Speaks.SOUNDS for mention in own)
    return most * (1.0 if main == name else _SECOND) + near + sounds


def _near(telling: Telling, quotation: Quotation, name: str, *, elided: bool) -> float:
    """More for who acted or was there just before."""
    topic = True
    for back in range(1, _MEMORY + 1):
        told = telling.told.get(quotation.first - back)
        if told is None:
            continue
        for mention in told.mentions:
            if mention.name == name:
                there = 1.0 if mention.case.acts else _THERE if mention.case in (Case.TO, Case.WITH) else _THERE / 2
                return _NEAR * there / math.sqrt(back) + (_ELIDED if elided and topic and mention.case.acts else 0.0)
        topic = topic and not told.doers
    return 0.0


def _best(asked: Sequence[_Asked]) -> list[Name]:
    """The sequence with the most weight, over pairs of the last two speakers."""
    if not asked:
        return []
    paths: dict[tuple[Name, Name], float] = {(None, name): w for name, w in asked[0].weights.items()}
    back: list[dict[tuple[Name, Name], Name]] = []
    for before, here in pairwise(asked):
        reached: dict[tuple[Name, Name], float] = {}
        came: dict[tuple[Name, Name], Name] = {}
        for (older, last), total in paths.items():
            for name, weight in here.weights.items():
                value = total + weight + _after(before, here, older, last, name)
                if (last, name) not in reached or value > reached[last, name]:
                    reached[last, name], came[last, name] = value, older
        paths = reached
        back.append(came)
    state = max(paths, key=lambda pair: (paths[pair], str(pair)))
    speakers = [state[1]]
    for came in reversed(back):
        state = (came[state], state[0])
        speakers.append(state[1])
    return speakers[::-1]


def _after(before: _Asked, here: _Asked, older: Name, last: Name, name: Name) -> float:
    """How much speaks for ``name`` after ``last`` and, before him, ``older``."""
    if name is None or last is None:
        return 0.0
    if here.goes_on:
        return _GOES_ON * (name == last)
    if here.quotation.thought or before.quotation.thought:
        return 0.0
    if name == last:
        return _AGAIN_AT_ONCE if here.adjacent else _AGAIN
    turn = (_TURN if here.adjacent and before.adjacent else _TURN / 2) * (older == name)
    answers = (_ANSWERS if here.adjacent else _ANSWERS / 2) * (name in before.calls)
    return turn + answers
