"""Signs of the told sentences right before and after a quotation: who acts there, is spoken to, or stands there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pyojeong.reading.tale.cues import Cue
from pyojeong.reading.tale.lines import Name
from pyojeong.reading.tale.manners import is_answer, is_outcry
from pyojeong.reading.tale.mention import Speaks
from pyojeong.reading.tale.telling import Quotation, Telling
from pyojeong.reading.tale.told import Told, role_of, sounds_of

#: How many pieces ahead somebody is looked for who acts next.
_AHEAD = 6
#: More than this share of the sentences that tell who says a quotation on one side of it: the tale is written so.
_MOSTLY = 0.65
_GAPS = ("line", "next")


class Beside:
    """What stands beside each quotation of a tale."""

    def __init__(self, telling: Telling, cues: Sequence[Cue]) -> None:
        self._telling, self._cues = telling, cues
        after = [
            q.after == c.piece for q, c in zip(telling.quotations, cues, strict=True) if c.speaker and c.piece >= 0
        ]
        self._follows = sum(after) > _MOSTLY * len(after)
        self._leads = len(after) - sum(after) > _MOSTLY * len(after)

    def before(self, number: int, name: str) -> Iterator[str]:
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
        if (gap != "line" and self.doer_after(quotation) not in (None, name)) or self._laughs_after(quotation, name):
            yield "before-outdone"
        if is_answer(quotation.said):
            yield "before-answered"
        if gap == "back":
            return
        if sounds_of(told, name):
            yield "before-sounds"
            if is_outcry(quotation.said):
                yield "before-outcry"
        if self._leads:
            yield f"before-leads-{gap}"
        if gap == "line" and self._gap(quotation.last, quotation.after) != "line":
            yield "before-closes"

    def _laughs_after(self, quotation: Quotation, name: str) -> bool:
        """Whether the quotation is a laugh, and the sentence after it tells that others than ``name`` laugh."""
        told = self._telling.told.get(quotation.after)
        if told is None or not is_outcry(quotation.said) or sounds_of(told, name):
            return False
        return any(doer.speaks is Speaks.SOUNDS for doer in told.doers)

    def _acted_before(self, quotation: Quotation) -> int:
        """Number of the nearest told piece since the last quotation in which somebody acts, else of the nearest."""
        at = quotation.before
        while at in self._telling.told:
            if any(self._may_speak(doer.name) for doer in self._telling.told[at].doers):
                return at
            at -= 1
        return quotation.before

    def after(self, number: int, name: str) -> Iterator[str]:
        """Signs of the sentence right after it, or that it tells who says the next one."""
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
            if is_outcry(quotation.said):
                yield "after-outcry"
        if self._follows:
            yield f"after-follows-{gap}"
        if gap == "line" and self._gap(quotation.before, quotation.first) != "line":
            yield "after-opens"
        if quotation.thought:
            yield "after-thought"
        if cue.elided and cue.piece == quotation.before:
            yield "after-elided"

    def doer_after(self, quotation: Quotation) -> str | None:
        """Who acts first in the rest of its line."""
        told = self._telling.told.get(quotation.after)
        if told is None or self._gap(quotation.last, quotation.after) != "line":
            return None
        return next((doer.name for doer in told.doers if self._may_speak(doer.name)), None)

    def acts_first_after(self, quotation: Quotation) -> str | None:
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

    def _may_speak(self, name: str) -> bool:
        return name in self._telling.people
