"""What speaks for one or another having said a quotation: named signs, each weighed by `turns.txt`.

Signs of one quotation: who acts, is spoken to or stands in the sentence before (``before-…``) and after it
(``after-…``), on its own line or another; who acted last; who is called; in whose level of speech it is. A sentence
that tells who said the neighbouring quotation tells who heard it, too (``asked-…``, ``asks-…``).
Signs of two or three in a row (`passing`): whose turn it is, who answers whom, and what one said before and after a
sentence about himself.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyojeong.reading.tale.beings import is_being, is_many, is_thing
from pyojeong.reading.tale.cues import Cue
from pyojeong.reading.tale.manners import POLITE, Level, called, callers_of, calls_out, introduced, level_of
from pyojeong.reading.tale.naming import ME, US
from pyojeong.reading.tale.telling import Quotation, Telling
from pyojeong.reading.tale.told import Told, role_of, sounds_of
from pyojeong.reading.tale.words import words

Name = str | None
Signs = Mapping[str, float]
#: How many told sentences back somebody is remembered, and how many may have said one line at most.
_MEMORY, _AHEAD, _MOST = 10, 6, 8
#: How many pieces back who may have said a line is looked for: a long talk tells little between.
_FAR = 12
_MOSTLY = 0.65
#: So often somebody who tells of himself acts at least.
_TELLS = 3
#: Who is polite to one and plain to another may be either here: this much of the usual doubt is left.
_BOTH = 0.4
#: A line that answers is not of who did something just before: 네, 바로 그것입니다.
_ANSWER = re.compile(r"\W*(?:네|예|그럼요|아닙니다|아니요|아니에요|응|그래요)(?![가-힣])")
_GAPS = ("line", "next")


@dataclass(frozen=True, slots=True)
class Line:
    """One quotation with who may have said it.

    Attributes:
        signs: Who may have said it → what speaks for that; None is nobody.
        calls: Whom it calls.
        level: Its level of speech; None where it shows none.
        asks: Whether it is a question.
        answers: Whether it begins as an answer does: 네, 그럼요.
        calls_out: Whether it calls somebody, by whatever name.
        thought: Whether it is only thought.
        link: What stands between it and the quotation before: nothing (``adj``), something on its own line (``line``),
            a sentence or two (``near``), more (``far``).
        doer: Who acts first in the rest of its line; None for nobody.
        told: Whether the sentence before it is the one that told who said the last one.
        alone: Whether its line begins with the last quotation and holds no third.
        mixed: Whether lines of this tale hold what several say.
    """

    signs: Mapping[Name, Signs]
    calls: frozenset[str]
    level: Level | None
    asks: bool
    answers: bool
    calls_out: bool
    thought: bool
    link: str
    doer: str | None
    told: bool
    alone: bool
    mixed: bool


def lines_of(telling: Telling, cues: Sequence[Cue], speakers: Sequence[Name]) -> list[Line]:
    """Every quotation with its signs, where ``speakers`` are known or were thought to be so far."""
    tale = _Tale(telling, cues, speakers)
    return [tale.line(number) for number in range(len(cues))]


def passing(before: Line, here: Line, older: Name, last: Name, name: Name) -> Iterator[str]:
    """Signs for ``name`` after ``last`` and, before him, ``older``."""
    if name is None or last is None:
        if name is last:
            yield "nobody-again"
        return
    if here.thought or before.thought:
        if name == last:
            yield f"{'said' if here.thought else 'thought'}-same-{here.link}"
        return
    yield from _same(before, here, name) if name == last else _other(before, here, older, last, name)


def _other(before: Line, here: Line, older: Name, last: str, name: str) -> Iterator[str]:
    """Signs for ``name`` after another."""
    if name == older:
        yield f"turn-{before.link}-{here.link}"
    elif older is not None and older != last:
        yield f"third-{here.link}"
    near = "adj" if here.link == "adj" else "else"
    if name in before.calls:
        yield f"answers-{near}"
    if last in here.calls:
        yield f"calls-back-{near}"
    if before.asks:
        yield f"asked-{near}"


def _same(before: Line, here: Line, name: str) -> Iterator[str]:
    yield f"same-{here.link}"
    if is_many(name):
        yield f"same-several-{here.link}"
    if here.level and before.level and here.level is not before.level:
        yield "same-other-level"
    if before.calls or before.calls_out or before.asks:
        yield "same-unanswered"
    if here.answers and before.asks:
        yield "same-answers"
    if here.link == "line":
        yield "split-then-self" if here.doer == name else "split-then-other" if here.doer else "split-then-nothing"
        if here.told:
            yield "split-told"
        if here.alone:
            yield "split-alone"
        if here.mixed:
            yield "split-mixed"


class _Tale:
    """A tale with what all its quotations share."""

    def __init__(self, telling: Telling, cues: Sequence[Cue], speakers: Sequence[Name]) -> None:
        self._telling, self._cues = telling, cues
        self._levels: dict[str, Counter[Level]] = {}
        for quotation, speaker in zip(telling.quotations, speakers, strict=True):
            level = level_of(quotation.said)
            if speaker and level and not quotation.thought:
                self._levels.setdefault(speaker, Counter())[level] += 1
        self._calls = [frozenset(called(q.said, telling.names)) for q in telling.quotations]
        self._spoken = Counter(speaker for speaker in speakers if speaker)
        after = [
            q.after == c.piece for q, c in zip(telling.quotations, cues, strict=True) if c.speaker and c.piece >= 0
        ]
        self._follows = sum(after) > _MOSTLY * len(after)
        self._leads = len(after) - sum(after) > _MOSTLY * len(after)

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
            answers=bool(_ANSWER.match(quotation.said)),
            calls_out=calls_out(quotation.said),
            thought=quotation.thought,
            link=self._link(number),
            doer=self._doer_after(quotation),
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
        for step in range(1, _FAR + 1):
            for n in (quotation.first - step, quotation.last + step if step <= _AHEAD else -1):
                told = self._telling.told.get(n)
                near += [mention.name for mention in told.mentions] if told is not None else []
        for calls in self._calls[max(0, number - 3) : number + 3]:
            near += sorted(calls)
        return [name for name in dict.fromkeys(near) if self._may_speak(name)][:_MOST]

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

    def _doer_after(self, quotation: Quotation) -> str | None:
        told = self._telling.told.get(quotation.after)
        if told is None or self._gap(quotation.last, quotation.after) != "line":
            return None
        return next((doer.name for doer in told.doers if self._may_speak(doer.name)), None)

    def _acts_first_after(self, quotation: Quotation) -> str | None:
        """Who acts first in what is told next, beyond quotations."""
        for at in range(quotation.last + 1, quotation.last + 1 + _AHEAD):
            told = self._telling.told.get(at)
            doers = [doer.name for doer in told.doers if self._may_speak(doer.name)] if told is not None else []
            if doers:
                return doers[0]
        return None

    def _gap(self, one: int, other: int) -> str:
        if one < 0 or other < 0:
            return "none"
        lines = abs(self._telling.pieces[one].line - self._telling.pieces[other].line)
        return _GAPS[lines] if lines < len(_GAPS) else "far"

    def _signs(self, number: int, name: str) -> Iterator[tuple[str, float]]:
        quotation, cue = self._telling.quotations[number], self._cues[number]
        yield from ((sign, 1.0) for sign in self._before(number, name))
        yield from ((sign, 1.0) for sign in self._after(number, name))
        yield from self._near(quotation, cue, name)
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

    def _manner(self, quotation: Quotation, name: str) -> Iterator[tuple[str, float]]:
        level, known = level_of(quotation.said), self._levels.get(name)
        if level is None or quotation.thought:
            return
        if known:
            whole = sum(known.values())
            unlike = sum(count for other, count in known.items() if (other in POLITE) != (level in POLITE))
            yield "other-level", 1 - known[level] / whole
            yield "other-politeness", unlike / whole * (1.0 if unlike == whole else _BOTH)

    def _before(self, number: int, name: str) -> Iterator[str]:
        """Signs of the sentences since the last quotation, or of the one that told who said that."""
        quotation = self._telling.quotations[number]
        last = self._cues[number - 1] if number else Cue()
        told = self._telling.told.get(quotation.before)
        if told is None:
            yield from self._heard(self._telling.told.get(last.piece), last.speaker, name, "adj")
            return
        thought = number > 0 and self._telling.quotations[number - 1].thought
        if last.piece == quotation.before >= 0 and last.speaker and not thought:
            gap = self._gap(quotation.before, quotation.first)
            if name == last.speaker:
                yield f"asked-speaker-{gap}"
            yield from self._heard(told, last.speaker, name, gap)
            return
        at = self._acted_before(quotation)
        role = role_of(self._telling.told[at], name, self._may_speak, last=True)
        gap = self._gap(at, quotation.first) if at == quotation.before else "back"
        if role:
            yield f"before-{role}-{gap}"
        if role == "main":
            yield from self._led(quotation, self._telling.told[at], name, gap)

    def _heard(self, told: Told | None, speaker: Name, name: str, gap: str) -> Iterator[str]:
        """Who else is in the sentence that told who said the last quotation."""
        role = role_of(told, name, self._may_speak, last=True) if told is not None else ""
        if role and name != speaker:
            yield f"asked-{role}-{gap}"

    def _led(self, quotation: Quotation, told: Told, name: str, gap: str) -> Iterator[str]:
        """Signs for and against who acts last before a quotation."""
        if gap != "line" and self._doer_after(quotation) not in (None, name):
            yield "before-outdone"
        if _ANSWER.match(quotation.said):
            yield "before-answered"
        if gap == "back":
            return
        if sounds_of(told, name):
            yield "before-sounds"
        if self._leads:
            yield f"before-leads-{gap}"
        if gap == "line" and self._gap(quotation.last, quotation.after) != "line":
            yield "before-closes"

    def _acted_before(self, quotation: Quotation) -> int:
        """Number of the nearest told piece since the last quotation in which somebody acts, else of the nearest."""
        at = quotation.before
        while at in self._telling.told:
            if any(self._may_speak(doer.name) for doer in self._telling.told[at].doers):
                return at
            at -= 1
        return quotation.before

    def _after(self, number: int, name: str) -> Iterator[str]:
        quotation = self._telling.quotations[number]
        told = self._telling.told.get(quotation.after)
        if told is None:
            return
        following = self._cues[number + 1] if number + 1 < len(self._cues) else Cue()
        role = role_of(told, name, self._may_speak, last=False)
        if following.piece == quotation.after >= 0 and following.speaker:
            if role:
                yield "asks-speaker" if name == following.speaker else f"asks-{role}"
            return
        gap = self._gap(quotation.last, quotation.after)
        if role in ("there", "to") and number and gap == "line" and self._cues[number - 1].speaker == name:
            yield "after-faced"
        if role:
            yield f"after-{role}-{gap}"
            if role == "main":
                yield from self._told_after(number, told, name, gap)

    def _told_after(self, number: int, told: Told, name: str, gap: str) -> Iterator[str]:
        """Signs for and against who acts first after a quotation."""
        quotation, cue = self._telling.quotations[number], self._cues[number]
        if sounds_of(told, name):
            yield f"after-sounds-{gap}"
        if self._follows:
            yield f"after-follows-{gap}"
        if gap == "line" and self._gap(quotation.before, quotation.first) != "line":
            yield "after-opens"
        if quotation.thought:
            yield "after-thought"
        if cue.elided and cue.piece == quotation.before:
            yield "after-elided"

    def _near(self, quotation: Quotation, cue: Cue, name: str) -> Iterator[tuple[str, float]]:
        """More for who acted or was there just before."""
        topic = True
        acted = there = 0
        for back in range(1, _MEMORY + 1):
            told = self._telling.told.get(quotation.first - back)
            if told is None:
                continue
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
            yield "not-yet-next", float(self._acts_first_after(quotation) == name)
            yield (
                "not-yet-comes-next",
                float(before is not None and before.comes and self._acts_first_after(quotation) == name),
            )
            yield "not-yet-here", float(self._doer_after(quotation) == name)
