"""What speaks for one or another having said a quotation: named signs, each weighed by `turns.txt`.

Who acts, is spoken to or stands in the sentence before (``before-…``) and after it (``after-…``), on its own line or
another (`beside`); who acted last; who is called; in whose level of speech it is. A sentence that tells who said the
neighbouring quotation tells who heard it, too (``asked-…``, ``asks-…``). Signs of two or three in a row are in `lines`.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from pyojeong.reading.tale.beings import is_being, is_many, is_thing
from pyojeong.reading.tale.beside import Beside
from pyojeong.reading.tale.cues import Cue
from pyojeong.reading.tale.lines import Line, Name, Signs
from pyojeong.reading.tale.manners import POLITE, Level, called, callers_of, calls_out, introduced, is_answer, level_of
from pyojeong.reading.tale.naming import ME, US
from pyojeong.reading.tale.telling import Quotation, Telling
from pyojeong.reading.tale.words import words

#: How many may have said one line at most.
_MOST = 8
#: How many pieces back and ahead who may have said a line is looked for. In a longer talk nothing is told between:
#: there the sentence before the talk counts, with so many pieces before it.
_FAR, _AHEAD, _NEAR = 12, 6, 2
#: So often somebody who tells of himself acts at least.
_TELLS = 3
#: Who is polite to one and plain to another may be either here: this much of the usual doubt is left.
_BOTH = 0.4


def lines_of(telling: Telling, cues: Sequence[Cue], speakers: Sequence[Name]) -> list[Line]:
    """Every quotation with its signs, where ``speakers`` are known or were thought to be so far."""
    tale = _Tale(telling, cues, speakers)
    return [tale.line(number) for number in range(len(cues))]


class _Tale:
    """A tale with what all its quotations share."""

    def __init__(self, telling: Telling, cues: Sequence[Cue], speakers: Sequence[Name]) -> None:
        self._telling, self._cues = telling, cues
        self._told = sorted(telling.told)
        self._speakers = speakers
        self._levels: dict[str, Counter[Level]] = {}
        for quotation, speaker in zip(telling.quotations, speakers, strict=True):
            level = level_of(quotation.said)
            if speaker and level and not quotation.thought:
                self._levels.setdefault(speaker, Counter())[level] += 1
        self._calls = [frozenset(called(q.said, telling.names)) for q in telling.quotations]
        self._callers: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for calls, speaker in zip(self._calls, speakers, strict=True):
            if speaker:
                for one in calls:
                    self._callers[one][speaker] += 1
        self._spoken = Counter(speaker for speaker in speakers if speaker)
        self._beside = Beside(telling, cues)
        acting = Counter(doer.name for told in telling.told.values() for doer in told.doers)
        self._mine = float(acting[ME] >= _TELLS)
        sayers: dict[int, set[str]] = {}
        for quotation, cue in zip(telling.quotations, cues, strict=True):
            if cue.speaker and not quotation.thought:
                sayers.setdefault(telling.pieces[quotation.first].line, set()).add(cue.speaker)
        self._mixed = any(len(names) > 1 for names in sayers.values())

    def line(self, number: int) -> Line:
        quotation, cue = self._telling.quotations[number], self._cues[number]
        signs: dict[Name, Signs] = {None: dict(self._nobody(number))}
        if cue.speaker:
            signs = {cue.speaker: {}}
        else:
            signs |= {name: dict(self._signs(number, name)) for name in self._who_may(number)}
        return Line(
            signs=signs,
            calls=self._calls[number],
            level=level_of(quotation.said),
            asks="?" in quotation.said[-3:],
            answers=is_answer(quotation.said),
            calls_out=calls_out(quotation.said),
            thought=quotation.thought,
            link=self._link(number),
            doer=self._beside.doer_after(quotation),
            told=number > 0 and self._cues[number - 1].piece == quotation.before >= 0,
            alone=self._alone(number),
            mixed=self._mixed,
        )

    def _nobody(self, number: int) -> Iterator[tuple[str, float]]:
        """Signs that the tale does not say whose it is."""
        quotation = self._telling.quotations[number]
        yield "nobody", 1.0
        yield "nobody-thought", float(quotation.thought)
        yield "nobody-between", float(quotation.before < 0 and quotation.after < 0)
        told = self._telling.told.get(quotation.before)
        yield "nobody-before", float(told is not None and not any(self._may_speak(d.name) for d in told.doers))
        yield "nobody-written", float(told is not None and told.written)
        yield f"nobody-{self._link(number)}", 1.0

    def _who_may(self, number: int) -> list[str]:
        """Who is near: those of the told sentences around, and whoever is called around; the nearest first."""
        quotation = self._telling.quotations[number]
        near: list[str] = []
        after = range(quotation.last + 1, quotation.last + 1 + _AHEAD)
        for back, ahead in zip_longest(self._told_before(quotation), after, fillvalue=-1):
            for n in (back, ahead):
                told = self._telling.told.get(n)
                near += [mention.name for mention in told.mentions] if told is not None else []
        for calls in self._calls[max(0, number - 3) : number + 3]:
            near += sorted(calls)
        return [name for name in dict.fromkeys(near) if self._may_speak(name)][:_MOST]

    def _told_before(self, quotation: Quotation) -> Iterator[int]:
        """Numbers of the told pieces before it, the nearest first."""
        at = bisect_left(self._told, quotation.first)
        least = min(quotation.first - _FAR, self._told[at - 1] - _NEAR) if at else 0
        while at and self._told[at - 1] >= least:
            at -= 1
            yield self._told[at]

    def _may_speak(self, name: str) -> bool:
        return name in self._telling.people

    def _link(self, number: int) -> str:
        if number == 0:
            return "far"
        quotation, before = self._telling.quotations[number], self._telling.quotations[number - 1]
        between = quotation.first - before.last - 1
        if between == 0:
            return "adj"
        pieces = self._telling.pieces
        if pieces[before.last].line == pieces[quotation.first].line:
            return "line"
        return "near" if between <= 2 else "far"

    def _alone(self, number: int) -> bool:
        quotations, pieces = self._telling.quotations, self._telling.pieces
        here = pieces[quotations[number].first].line
        others = [n for n in range(number - 2, number + 2) if 0 <= n < len(quotations)]
        same = [n for n in others if pieces[quotations[n].first].line == here]
        before = quotations[number].first - 1
        while before >= 0 and pieces[before].line == here:
            before -= 1
        return same == [number - 1, number] and pieces[before + 1].said

    def _signs(self, number: int, name: str) -> Iterator[tuple[str, float]]:
        quotation, cue = self._telling.quotations[number], self._cues[number]
        yield from ((sign, 1.0) for sign in self._beside.before(number, name))
        yield from ((sign, 1.0) for sign in self._beside.after(number, name))
        yield from self._near(quotation, cue, name)
        yield "calls-again", self._called_before(number, name)
        if name in self._calls[number]:
            yield "calls-himself", 1.0
        elif name not in (ME, US) and name in quotation.said:
            yield "names-himself", 1.0
        if any(name.endswith(tuple(words(kin))) for kin in callers_of(quotation.said)):
            yield "calls-kin", 1.0
        if name == cue.not_by:
            yield "hears", 1.0
        yield from self._manner(quotation, name)
        yield "spoken", self._spoken[name] / (sum(self._spoken.values()) + 2.0)
        kinds = {"me": name == ME, "us": name == US, "several": is_many(name), "thing": is_thing(name)}
        kinds["being"] = is_being(name)
        yield from ((kind, 1.0) for kind, holds in kinds.items() if holds)
        if name == ME:
            yield "me-tells", self._mine
            yield "me-thinks", float(quotation.thought) * self._mine
        if name == introduced(quotation.said, self._telling.names):
            yield "introduces-himself", 1.0

    def _called_before(self, number: int, name: str) -> float:
        """Share of the other calls of those whom this one calls that are of ``name``."""
        known = sum((self._callers[called] for called in self._calls[number]), Counter[str]())
        known[self._speakers[number] or ""] -= len(self._calls[number])
        whole = sum(count for caller, count in known.items() if caller)
        return known[name] / whole if whole else 0.0

    def _manner(self, quotation: Quotation, name: str) -> Iterator[tuple[str, float]]:
        level, known = level_of(quotation.said), self._levels.get(name)
        if level is None or quotation.thought:
            return
        if known:
            whole = sum(known.values())
            unlike = sum(count for other, count in known.items() if (other in POLITE) != (level in POLITE))
            yield "other-level", 1 - known[level] / whole
            yield "other-politeness", unlike / whole * (1.0 if unlike == whole else _BOTH)

    def _near(self, quotation: Quotation, cue: Cue, name: str) -> Iterator[tuple[str, float]]:
        """More for who acted or was there just before."""
        topic = True
        acted = there = 0
        for back, at in enumerate(self._told_before(quotation), start=1):
            told = self._telling.told[at]
            own = [mention for mention in told.mentions if mention.name == name]
            doers = [doer for doer in told.doers if self._may_speak(doer.name)]
            if doers and topic:
                topic = False
                if doers[-1].name == name:
                    yield "topic", 1.0
                    yield "topic-elided", float(cue.elided)
                    yield "topic-thought", float(quotation.thought)
            if not acted and any(mention.case.acts for mention in own):
                acted = back
            if not there and own:
                there = back
        yield "acted", 1.0 / math.sqrt(acted) if acted else 0.0
        yield "there", 1.0 / math.sqrt(there) if there else 0.0
        if not there:
            before = self._telling.told.get(quotation.before)
            yield "not-yet", 1.0
            yield "not-yet-comes", float(before is not None and before.comes)
            yield "not-yet-next", float(self._beside.acts_first_after(quotation) == name)
            yield (
                "not-yet-comes-next",
                float(before is not None and before.comes and self._beside.acts_first_after(quotation) == name),
            )
            yield "not-yet-here", float(self._beside.doer_after(quotation) == name)
