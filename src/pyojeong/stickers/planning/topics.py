"""What a wish for much of one thing holds: moments that speak of it, each with its own words."""

from __future__ import annotations

import csv
import re
from collections.abc import Hashable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyojeong.performing.character.figure import Design
from pyojeong.stickers.captions import Voice
from pyojeong.stickers.composing import act_called, known_moments
from pyojeong.stickers.planning.likeness import signature
from pyojeong.stickers.planning.wishes import Much, Wishes

_TABLE = Path(__file__).with_name("topics.tsv")
MUCH = 5
"""How many stickers “많이” is, in packs of ten or more: a sixth of the usual ones. Chosen, not measured."""


@dataclass(frozen=True, slots=True)
class Line:
    """A moment that speaks of a topic, and its words; empty where the moment's own words do."""

    moment: str
    plain: str = ""
    polite: str = ""

    def said(self, voice: Voice) -> str:
        """Its words in ``voice``."""
        return self.polite if voice is Voice.POLITE else self.plain


@dataclass(frozen=True, slots=True)
class Given:
    """What a pack gives of one wish.

    Attributes:
        wish: As it was written.
        asked: How many were wished.
        lines: What is there for it, in order, no two alike.
    """

    wish: str
    asked: int
    lines: tuple[Line, ...]


def given(wishes: Wishes, design: Design, count: int) -> tuple[Given, ...]:
    """What a pack of ``count`` gives of each wish for much of one thing; no moment and no look twice.

    >>> from pyojeong.performing.character.designs import DESIGNS
    >>> from pyojeong.stickers.planning.wishes import heard
    >>> (one,) = given(heard("퇴근 많이"), DESIGNS["mascot"], 32)
    >>> len(one.lines), one.lines[1].plain
    (5, '나 먼저 퇴근!')
    """
    seen: set[Hashable] = set()
    left, found = count, []
    for much in wishes.much:
        asked = min(_asked(much, count), count)
        lines: list[Line] = []
        for line in _lines(much):
            if len(lines) == min(asked, left):
                break
            look = signature(act_called(line.moment, design=design), design)
            if line.moment not in wishes.without and not {look, line.moment} & seen:
                seen |= {look, line.moment}
                lines.append(line)
        left -= len(lines)
        found.append(Given(much.wish, asked if much.number is None else much.number, tuple(lines)))
    return tuple(found)


def _asked(much: Much, count: int) -> int:
    if much.number is not None:
        return much.number
    return count if much.only else min(MUCH, max(1, count // 2))


def _lines(much: Much) -> list[Line]:
    """Those of the table whose topic is named, then the moments that were named."""
    listed = [line for topic, line in _table() if re.search(topic, much.wish)]
    named = [Line(name) for name in known_moments() if name in much.moments]
    if not listed:
        return named
    there = {line.moment for line in listed}
    return listed + [line for line in named if line.moment not in there and much.by_group]


@cache
def _table() -> tuple[tuple[str, Line], ...]:
    with _TABLE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return tuple((row["topic"], Line(row["moment"], row["plain"], row["polite"])) for row in rows)


def shortfalls(wishes: Wishes, design: Design, count: int) -> tuple[tuple[str, str], ...]:
    """Where a pack of ``count`` cannot give as many as were wished, in Korean and English.

    >>> from pyojeong.performing.character.designs import DESIGNS
    >>> from pyojeong.stickers.planning.wishes import heard
    >>> shortfalls(heard("셀카 10개"), DESIGNS["mascot"], 32)[0][0]
    '‘셀카 10개’: 10장을 바라셨지만 서로 다른 것은 1장이라 1장만 넣었습니다.'
    """
    return tuple(
        (
            f"‘{one.wish}’: {one.asked}장을 바라셨지만 서로 다른 것은 {len(one.lines)}장이라 "
            f"{len(one.lines)}장만 넣었습니다.",
            f"“{one.wish}”: {one.asked} were wished, but {len(one.lines)} that differ are there; they are in.",
        )
        for one in given(wishes, design, count)
        if len(one.lines) < one.asked
    )
