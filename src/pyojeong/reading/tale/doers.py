"""Who does what in a told sentence: its subjects, and whether the verb is one of speaking."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from pyojeong.reading.tale.words import words
from pyojeong.reading.text.kiwi import kiwi, readable

_SUBJECT_MARKS = frozenset({"이", "가", "께서", "은", "는", "도"})
_NAME_TAGS = ("NNG", "NNP", "XSN", "XPN", "SL", "SN")


@dataclass(frozen=True, slots=True)
class Doer:
    """A subject of a told sentence.

    Attributes:
        name: As written, with what belongs to it: "문어 의원".
        speaks: 2 when its verb is one of speaking, 1 of sounding, 0 of anything else.
        start: First character in the sentence.
    """

    name: str
    speaks: int
    start: int


def doers_of(sentence: str) -> list[Doer]:
    """Subjects that may be somebody, in order; one whose words are spoken of ("용왕님의 말에") counts as speaking.

    >>> [(d.name, d.speaks) for d in doers_of("늙은 문어 의원이 조심스럽게 아뢰었습니다.")]
    [('문어 의원', 2)]
    >>> [(d.name, d.speaks) for d in doers_of("용왕님의 말에 토끼는 온몸이 덜덜 떨렸습니다.")]
    [('용왕님', 2), ('토끼', 0)]
    """
    tokens = kiwi().tokenize(readable(sentence))
    verbs = [(token.start, said) for n, token in enumerate(tokens) if (said := _speaking(tokens, n))]
    found = [_named(tokens, n, sentence) for n in range(len(tokens)) if _marks_doer(tokens, n)]
    doers = [doer for doer in found if doer is not None]
    before = [max((d.start for d in doers if d.start < at and not d.speaks), default=-1) for at, _ in verbs]
    nearest = {start: 0 for start in before}
    for start, (_, said) in zip(before, verbs, strict=True):
        nearest[start] = max(nearest[start], said)
    return [replace(doer, speaks=max(doer.speaks, nearest.get(doer.start, 0))) for doer in doers]


def speech_of(sentence: str) -> int:
    """2 when a verb of the sentence is one of speaking, 1 of sounding, 0 otherwise."""
    tokens = kiwi().tokenize(readable(sentence))
    return max((_speaking(tokens, n) for n in range(len(tokens))), default=0)


def with_missed(doers: list[Doer], sentence: str, names: Mapping[str, str]) -> list[Doer]:
    """``doers`` and whoever of ``names`` the sentence has as a subject that was taken for a verb (자라가)."""
    known = {doer.name for doer in doers}
    for written, name in names.items():
        found = re.search(rf"(?<![가-힣]){re.escape(written)}(?:은|는|이|가|께서|도)(?=[\s,])", sentence)
        if found and name not in known:
            speaks = 0 if any(doer.speaks for doer in doers) else speech_of(sentence)
            doers.append(Doer(name, speaks, found.start()))
            known.add(name)
    return sorted(doers, key=lambda doer: doer.start)


def named_in(sentence: str, doers: list[Doer], names: Mapping[str, str]) -> list[str]:
    """The names by which the subjects of a sentence are known, in order."""
    return [doer.name for doer in with_missed([replace(d, name=names[d.name]) for d in doers], sentence, names)]


def begins_by_saying(sentence: str) -> bool:
    """Whether a told piece goes on from a quotation: 라고, 하고, 하며."""
    return sentence.lstrip().startswith(("라고", "이라고", "하고 ", "하며", "하면서", "라며", "고 말", "고 했", "라는"))


def _marks_doer(tokens: list[Any], n: int) -> bool:
    token = tokens[n]
    if token.tag in ("JKS", "JX") and token.form in _SUBJECT_MARKS:
        return True
    return token.tag == "JKG" and n + 1 < len(tokens) and tokens[n + 1].form in words("speech")


def _named(tokens: list[Any], n: int, sentence: str) -> Doer | None:
    """Who the nouns before token ``n`` name, as written; None when they name nobody.

    Who is marked as an owner owns a word of speech ("용왕님의 말"), so it speaks.
    """
    past = (
        n - 2 if n >= 3 and tokens[n - 1].form in words("counters") and tokens[n - 2].tag in ("MM", "SN", "NR") else n
    )
    first = past
    while first > 0 and tokens[first - 1].tag.startswith(_NAME_TAGS):
        first -= 1
    if first == past:
        return None
    start, end = tokens[first].start, tokens[past - 1].start + tokens[past - 1].len
    name = sentence[start:end]
    if name.split()[-1] in words("things"):
        return None
    return Doer(name, 2 if tokens[n].tag == "JKG" else 0, start)


def _speaking(tokens: list[Any], n: int) -> int:
    stem = tokens[n].form
    if tokens[n].tag.startswith("XS") and n:
        stem = tokens[n - 1].form + stem
    return 2 if stem in words("speaking") else 1 if stem in words("sounding") else 0
