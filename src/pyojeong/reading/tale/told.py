"""A told sentence: who is its subject, who else is there, and who of them speaks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from pyojeong.reading.tale.mention import Case, Mention, Speaks
from pyojeong.reading.tale.mentioning import mentions_of
from pyojeong.reading.tale.speaking_verbs import HEARD, noun_after, speaking_verbs, subject_of
from pyojeong.reading.tale.words import words
from pyojeong.reading.text.morphemes import is_denied, morphemes


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
        comes: Whether it tells that somebody is heard or about to come: 소리가 났다, 문이 열렸다.
        written: Whether it tells of something written: 쪽지가 붙어 있었다.
        answered: Whether it breaks off at what was said before, which is then answered: 다정히 묻는 소리에, “…”.
        dangles: Whether its last doer is left without a verb where it breaks off: 할머니가 “…”.
    """

    mentions: tuple[Mention, ...]
    unnamed: Speaks
    goes_on: bool
    opens: bool
    hears: bool
    says_last: bool = False
    dangles: bool = False
    comes: bool = False
    written: bool = False
    answered: bool = False

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
_COMES = re.compile(
    r"(?:소리|목소리|기척|대답)[이가은는]? |(?:소리|목소리)(?:였|이었|예|다\b)"
    r"|문[이을] (?:[가-힣]+ )*(?:열|두드)|나타나|나타났|튀어나|누군가|누가 "
)
_WRITTEN = re.compile(
    r"(?:쪽지|편지|글자|글씨|글귀|글|안내판|팻말|간판|표지판|현수막|문자|일기장|벽보|공고|방|종이)"
    r"[이가에은는엔]?[는]? .*(?:붙|쓰|쓴|써|적|새겨|남|보였|들어왔|왔|도착|떴)"
)
_ANSWERED = re.compile(r"(?:말|말씀|소리|물음|질문|부름|호령|대답|외침|호통|명령|재촉)에,?\s*$")
_PARTICLE = re.compile(r"(?:이|가|은|는|도|께서|께서는)\s")
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
    tokens = morphemes(sentence)
    goes_on = bool(_GOES_ON.match(sentence))
    found = _there(mentions_of(tokens, sentence, known), tokens, sentence)
    doers = [n for n, mention in enumerate(found) if mention.case.acts]
    verbs = list(speaking_verbs(tokens))
    speaks, unnamed = _speaking(found, doers, verbs, tokens, goes_on=goes_on)
    heard = next((t.start for n, t in enumerate(tokens) if t.form in HEARD and not _held(tokens, n)), None)
    source = subject_of(found, doers, heard, tokens) if heard is not None else None
    if source is not None:
        speaks[source] = Speaks.SAYS
    living = {subject_of(found, doers, t.start, tokens) for n, t in enumerate(tokens) if _lively(tokens, n)}
    mentions = tuple(
        replace(m, speaks=speaks.get(n, Speaks.NOT), lives=n in living or speaks.get(n, Speaks.NOT) > Speaks.NOT)
        for n, m in enumerate(found)
    )
    hears = source is None and any(t.tag.startswith("VV") and t.form in words("hearing") for t in tokens)
    opens, last = not _ENDED.search(sentence), found[doers[-1]] if doers else None
    verb = _last_verb(tokens)
    says_last = any(at == verb and how >= Speaks.THINKS for at, how in verbs)
    dangles = opens and last is not None and last.start > verb
    comes, written = bool(_COMES.search(sentence)), bool(_WRITTEN.search(sentence))
    answered = bool(_ANSWERED.search(sentence))
    return Told(mentions, unnamed, goes_on, opens, hears, says_last, dangles, comes, written, answered)


def _speaking(
    found: Sequence[Mention],
    doers: Sequence[int],
    verbs: Iterable[tuple[int, Speaks]],
    tokens: Sequence[Any],
    *,
    goes_on: bool,
) -> tuple[dict[int, Speaks], Speaks]:
    """How surely each doer speaks, and the surest verb of which it is not said who does.

    What goes on from a quotation may name its speaker after the verb: 하고 크게 소리친 학생이 있었다.
    """
    speaks = {n: found[n].speaks for n in doers}
    unnamed = Speaks.NOT
    for at, how in verbs:
        subject = subject_of(found, doers, at, tokens)
        if subject is None and goes_on:
            head = noun_after(tokens, at)
            subject = next((n for n in doers if found[n].start <= head < found[n].start + len(found[n].name)), None)
        if subject is None:
            unnamed = max(unnamed, how)
        else:
            speaks[subject] = max(speaks[subject], how)
    return speaks, unnamed


def _there(found: Sequence[Mention], tokens: Sequence[Any], sentence: str) -> list[Mention]:
    """``found`` with those who are told not to be there: 손 드는 학생이 없더니, 창남이는 오지 않았다."""
    doers = [n for n, mention in enumerate(found) if mention.case.acts]
    gone = set()
    for n, token in enumerate(tokens):
        lacks, stays = token.form == "없", token.form in words("coming") and is_denied(tokens, n)
        who = subject_of(found, doers, token.start, tokens) if token.tag.startswith("V") and (lacks or stays) else None
        if who is not None and (
            stays or _PARTICLE.fullmatch(sentence, found[who].start + len(found[who].name), token.start)
        ):
            gone.add(who)
    return [replace(mention, case=Case.ABSENT) if n in gone else mention for n, mention in enumerate(found)]


def _last_verb(tokens: Sequence[Any]) -> int:
    """Where the last verb begins; -1 for none."""
    return max((t.start for t in tokens if t.tag.startswith(_VERBS)), default=-1)


def _held(tokens: Sequence[Any], n: int) -> bool:
    """Whether a verb that looks like being heard is of being held: 손에 꽃이 들려 있었다."""
    return [t.form for t in tokens[n + 1 : n + 3]] == ["어", "있"]


def _lively(tokens: Sequence[Any], n: int) -> bool:
    """Whether it is what only the living do: 앉다, 걷다, or moving a limb: 고개를 돌리다."""
    token = tokens[n]
    if token.tag[0] == "V":
        return token.form in words("living")
    moved = n + 1 < len(tokens) and tokens[n + 1].tag == "JKO"
    own = not n or not tokens[n - 1].tag.startswith(("NN", "JKG", "XSN"))  # not 연우 손을
    return bool(moved and own and token.tag == "NNG" and token.form in words("limbs"))


def role_of(told: Told, name: str, may: Callable[[str], bool], *, last: bool) -> str:
    """What ``name`` is in a told sentence: its nearest doer, another, the owner of what moves, spoken to, or there."""
    own = [mention for mention in told.mentions if mention.name == name and mention.case is not Case.ABSENT]
    if not own:
        return ""
    if any(mention.case.acts and not mention.owns for mention in own):
        doers = [doer for doer in told.doers if not doer.owns and may(doer.name)]
        return "main" if doers and doers[-1 if last else 0].name == name else "doer"
    if any(mention.owns for mention in own):
        return "owner"
    return "to" if any(mention.case is Case.TO for mention in own) else "there"


def sounds_of(told: Told, name: str) -> bool:
    """Whether ``name`` does in it what often goes with a line: laughs, weeps."""
    return any(mention.speaks is Speaks.SOUNDS for mention in told.mentions if mention.name == name)
