"""Quotations in a row: what each shows of itself, and what it and the one before say of whose turn it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pyojeong.reading.tale.beings import is_many
from pyojeong.reading.tale.manners import Level

Name = str | None
Signs = Mapping[str, float]


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
