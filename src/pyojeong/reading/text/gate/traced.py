"""Text whose every character remembers where it came from, so that a word found in a cleared-up form can be shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

Span = tuple[int, int]
Rewrite = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Traced:
    """A text and, for each of its characters, the span of the original it stands for.

    >>> Traced.of("가나").replaced(re.compile("나"), lambda found: "다라")
    Traced(text='가다라', spans=((0, 1), (1, 2), (1, 2)))
    """

    text: str
    spans: tuple[Span, ...]

    @classmethod
    def of(cls, text: str) -> Traced:
        """The text as it stands."""
        return cls(text, tuple((at, at + 1) for at in range(len(text))))

    def replaced(self, pattern: re.Pattern[str], rewrite: Rewrite) -> Traced:
        """With every match rewritten; the new characters stand for the whole match, or one each where lengths agree."""
        pieces: list[str] = []
        spans: list[Span] = []
        last = 0
        for found in pattern.finditer(self.text):
            start, end = found.span()
            new = rewrite(found.group())
            pieces += self.text[last:start], new
            spans += self.spans[last:start]
            spans += self.spans[start:end] if len(new) == end - start else [self.original(start, end)] * len(new)
            last = end
        return Traced("".join([*pieces, self.text[last:]]), (*spans, *self.spans[last:]))

    def original(self, start: int, end: int) -> Span:
        """The stretch of the original that characters ``start`` to ``end`` stand for."""
        return self.spans[start][0], self.spans[end - 1][1]


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch or overlap made one.

    >>> merged([(4, 6), (0, 2), (1, 3)])
    ((0, 3), (4, 6))
    """
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = out[-1][0], max(end, out[-1][1])
        else:
            out.append((start, end))
    return tuple(out)
