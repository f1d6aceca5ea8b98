"""A told sentence: who is its subject, who else is there, and who of them speaks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from pyojeong.reading.tale.mention import Mention, Speaks
from pyojeong.reading.tale.mentioning import mentions_of
from pyojeong.reading.tale.speaking_verbs import HEARD, speaking_verbs, subject_of
from pyojeong.reading.tale.words import words
from pyojeong.reading.text.kiwi import kiwi, readable


@dataclass(frozen=True, slots=True)
class Told:
    """A told sentence that was looked at.

    Attributes:
        mentions: Who is in it, in order.
        unnamed: The surest verb of speaking whose subject is not said: "라고 말했어요."
        goes_on: Whether it goes on from a quotation: 라고, 하고, 하며.
        opens: Whether it breaks off before a quotation, without an end mark.
        hears: Whether it tells of hearing what was said.
        says_last: Whether its last verb is one of speaking, so that it may lead to a quotation.
        dangles: Whether its last doer is left without a verb where it breaks off: 할머니가 “…”.
    """

    mentions: tuple[Mention, ...]
    unnamed: Speaks
    goes_on: bool
    opens: bool
    hears: bool
    says_last: bool = False
    dangles: bool = False

    @property
    def doers(self) -> tuple[Mention, ...]:
        """Who acts, in order."""
        return tuple(mention for mention in self.mentions if mention.case.acts)

    @property
    def speaking(self) -> tuple[Mention, ...]:
        """Who speaks or thinks aloud, in order."""
        return tuple(mention for mention in self.doers if mention.speaks >= Speaks.THINKS)


_GOES_ON = re.compile(
    r"\s*(?:라고|이라고|라며|이라며|라면서|라는|고\s|하고|하며|하면서|하자|하더니|하는|하기에|하니|하시|했다|하였다"
    r"|이?란\s(?:생각|말|질문|대답|소리))"
)
_VERBS = ("VV", "VA", "XSV", "XSA", "VCP")
_ENDED = re.compile(r"[.!?…~][\"”’'」』)]*$")


@lru_cache(maxsize=20_000)
def told_of(sentence: str, known: frozenset[str] = frozenset()) -> Told:
    """What ``sentence`` tells; ``known`` are nouns of the tale that a tokeniser may not know.

    >>> [(m.name, m.speaks.name) for m in told_of("늙은 문어 의원이 조심스럽게 아뢰었습니다.").doers]
    [('문어 의원', 'SAYS')]
    >>> [(m.name, m.speaks.name) for m in told_of("용왕님의 말에 토끼는 온몸이 덜덜 떨렸습니다.").doers]
    [('용왕님', 'SAYS'), ('토끼', 'NOT')]
    >>> [(m.name, m.speaks.name) for m in told_of("할머니는 아이가 도망쳤다고 설명했어요.").doers]
    [('할머니', 'SAYS'), ('아이', 'NOT')]
    >>> told_of("여우는 웃으며").dangles, told_of("할머니가").dangles
    (False, True)
    """
    tokens = kiwi().tokenize(readable(sentence))
    found = mentions_of(tokens, sentence, known)
    doers = [n for n, mention in enumerate(found) if mention.case.acts]
    speaks = {n: found[n].speaks for n in doers}
    unnamed = Speaks.NOT
    verbs = list(speaking_verbs(tokens))
    for at, how in verbs:
        subject = subject_of(found, doers, at, tokens)
        if subject is None:
            unnamed = max(unnamed, how)
        else:
            speaks[subject] = max(speaks[subject], how)
    heard = next((t.start for t in tokens if t.form in HEARD), None)
    source = subject_of(found, doers, heard, tokens) if heard is not None else None
    if source is not None:
        speaks[source] = Speaks.SAYS
    lively = [t.start for t in tokens if t.tag[0] == "V" and t.form in words("living")]
    living = {subject_of(found, doers, at, tokens) for at in lively}
    mentions = tuple(
        replace(m, speaks=speaks.get(n, Speaks.NOT), lives=n in living or speaks.get(n, Speaks.NOT) > Speaks.NOT)
        for n, m in enumerate(found)
    )
    hears = source is None and any(t.tag.startswith("VV") and t.form in words("hearing") for t in tokens)
    opens, last = not _ENDED.search(sentence), found[doers[-1]] if doers else None
    verb = max((t.start for t in tokens if t.tag.startswith(_VERBS)), default=-1)
    says_last = any(at == verb and how >= Speaks.THINKS for at, how in verbs)
    dangles = opens and last is not None and last.start > verb
    return Told(mentions, unnamed, bool(_GOES_ON.match(sentence)), opens, hears, says_last, dangles)
