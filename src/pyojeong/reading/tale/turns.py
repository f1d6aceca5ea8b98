"""Who says what nobody is told to say: all quotations weighed together, so that what comes later counts, too.

Every quotation has a few who may have said it, with the signs for each (`evidence`). The sequence with the most weight
is found by dynamic programming over pairs of neighbours, in time that grows with the tale and not with who is in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from pyojeong.reading.tale.cues import Cue
from pyojeong.reading.tale.evidence import lines_of
from pyojeong.reading.tale.lines import Line, Name, Signs, passing
from pyojeong.reading.tale.telling import Telling
from pyojeong.reading.tale.words import lists_in

_ROUNDS = 2
"""The second time it is known how each one speaks."""


def turns_of(telling: Telling, cues: Sequence[Cue], *, by: Mapping[str, float] | None = None) -> list[Name]:
    """The speaker of every quotation, weighed ``by`` what was learned; None where nobody is likely."""
    by = weights() if by is None else by
    speakers: list[Name] = [cue.speaker for cue in cues]
    for _ in range(_ROUNDS):
        speakers = best_of(lines_of(telling, cues, speakers), by)
    return speakers


@cache
def weights() -> Mapping[str, float]:
    """How much each sign counts: learned by `pyojeong.lab.tale_turns` on the labelled tales of corpora/tales."""
    return {name: float(found[0]) for name, found in lists_in(__package__, "turns").items()}


def best_of(lines: Sequence[Line], weights: Mapping[str, float]) -> list[Name]:
    """The sequence with the most weight, over pairs of the last two speakers."""
    if not lines:
        return []
    alone = [{name: weighed(signs, weights) for name, signs in line.signs.items()} for line in lines]
    paths: dict[tuple[Name, Name], float] = {(None, name): weight for name, weight in alone[0].items()}
    back: list[dict[tuple[Name, Name], Name]] = []
    for number, (before, here) in enumerate(pairwise(lines), start=1):
        reached: dict[tuple[Name, Name], float] = {}
        came: dict[tuple[Name, Name], Name] = {}
        for (older, last), total in paths.items():
            for name, weight in alone[number].items():
                value = total + weight + sum(weights.get(s, 0.0) for s in passing(before, here, older, last, name))
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


def weighed(signs: Signs, weights: Mapping[str, float]) -> float:
    """The weight of all signs together."""
    return sum(weights.get(name, 0.0) * value for name, value in signs.items())
