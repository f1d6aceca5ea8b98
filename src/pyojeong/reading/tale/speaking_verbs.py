"""Verbs of a told sentence that may be of speaking, and whose they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pyojeong.reading.tale.mention import Mention, Speaks
from pyojeong.reading.tale.words import words
from pyojeong.reading.text.morphemes import is_denied

_REPORTED = ("다고", "라고", "자고", "냐고", "ᆫ다고", "는다고", "느냐고", "으라고", "달라고", "으냐고")
#: Verbs that make a noun of speech one of speaking: 소리를 질렀다, 고함을 쳤다, 호령을 계속했다, 인사를 건넸다.
_UTTERING = frozenset(
    ("하", "치", "지르", "내지르", "꺼내", "건네", "잇", "높이", "내", "계속하", "내리", "던지", "뱉", "터뜨리", "질러")
)
_SURENESS = (("speaking", Speaks.SAYS), ("thinking", Speaks.THINKS), ("sounding", Speaks.SOUNDS))
#: What is heard is spoken by its subject: 에코가 들렸다.
HEARD = frozenset({"들리", "들려오"})


def speaking_verbs(tokens: Sequence[Any]) -> Iterator[tuple[int, Speaks]]:
    """Where each verb is that may be one of speaking, and how surely."""
    for n, token in enumerate(tokens):
        if token.tag.startswith(("NNG", "MAG")):
            continue
        stem = tokens[n - 1].form + token.form if token.tag.startswith("XS") and n else token.form
        noun = _object_of(tokens, n)
        if noun in words("speech") and (token.form in _UTTERING or stem in _UTTERING):
            stem = "말하"
        elif noun == "생각" and token.form in ("하", "들"):
            stem = "생각하"
        how = next((how for name, how in _SURENESS if stem in words(name)), None)
        if how is not None and not is_denied(tokens, n):
            yield token.start, how


def _object_of(tokens: Sequence[Any], n: int) -> str:
    """The noun before a verb, with its particle or without: 소리를 질렀다, 호령을 계속했다."""
    at = n - 1
    if tokens[n].tag.startswith("XS"):
        at -= 1  # 계속+하
    if at >= 0 and tokens[at].tag in ("JKO", "JKS", "JX"):
        at -= 1
    if not at >= 0:
        return ""
    return str(tokens[at].form)


def subject_of(found: Sequence[Mention], doers: Sequence[int], at: int, tokens: Sequence[Any]) -> int | None:
    """Which mention is the subject of the verb at ``at``: the nearest before it, not one of what is reported."""
    before = [n for n in doers if found[n].start < at]
    while len(before) > 1 and _reported(tokens, found[before[-1]].start, at):
        before.pop()
    return before[-1] if before else None


def noun_after(tokens: Sequence[Any], at: int) -> int:
    """Where the noun begins that the verb at ``at`` stands before: 크게 소리친 학생; -1 for none."""
    n = next(n for n, token in enumerate(tokens) if token.start == at) + 1
    while n < len(tokens) and tokens[n].tag in ("EC", "EP", "VX", "XSV"):
        n += 1
    modifies = n + 1 < len(tokens) and tokens[n].tag == "ETM" and tokens[n + 1].tag.startswith(("NN", "XPN"))
    return int(tokens[n + 1].start) if modifies else -1


def _reported(tokens: Sequence[Any], start: int, end: int) -> bool:
    return any(t.tag == "EC" and t.form in _REPORTED for t in tokens if start < t.start < end)
