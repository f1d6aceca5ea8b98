"""A told sentence: who is its subject, who else is there, and who of them speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from typing import Any

from pyojeong.reading.tale.beings import is_nobody, singular
from pyojeong.reading.tale.nouns import splits
from pyojeong.reading.tale.words import words
from pyojeong.reading.text.kiwi import kiwi, readable


class Case(str, Enum):
    """What somebody is in a sentence."""

    TOPIC = "topic"
    SUBJECT = "subject"
    TO = "to"
    WITH = "with"
    OBJECT = "object"

    @property
    def acts(self) -> bool:
        """Whether it does what the sentence says."""
        return self in (Case.TOPIC, Case.SUBJECT)


class Speaks(int, Enum):
    """How surely a verb is one of speaking."""

    NOT = 0
    SOUNDS = 1
    THINKS = 2
    SAYS = 3


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody in a told sentence.

    Attributes:
        name: As written, with what belongs to it: "문어 의원"; a pronoun as it is.
        case: What it is in the sentence.
        start: First character in the sentence.
        speaks: How surely its own verb is one of speaking.
        proper: Whether it is a name that only one bears.
    """

    name: str
    case: Case
    start: int
    speaks: Speaks = Speaks.NOT
    proper: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """A told sentence that was looked at.

    Attributes:
        mentions: Who is in it, in order.
        unnamed: The surest verb of speaking whose subject is not said: "라고 말했어요."
        goes_on: Whether it goes on from a quotation: 라고, 하고, 하며.
        opens: Whether it breaks off before a quotation, without an end mark.
        hears: Whether it tells of hearing what was said.
    """

    mentions: tuple[Mention, ...]
    unnamed: Speaks
    goes_on: bool
    opens: bool
    hears: bool

    @property
    def doers(self) -> tuple[Mention, ...]:
        """Who acts, in order."""
        return tuple(mention for mention in self.mentions if mention.case.acts)

    @property
    def speaking(self) -> tuple[Mention, ...]:
        """Who speaks or thinks aloud, in order."""
        return tuple(mention for mention in self.doers if mention.speaks >= Speaks.THINKS)


ME, US = "나", "우리"
PRONOUNS = frozenset({"그", "그녀", "그이", "그들", "그녀들", "이들", "그것"})
_I = {"나": ME, "내": ME, "저": ME, "제": ME, "우리": US, "저희": US, "우리들": US}
_GOES_ON = re.compile(
    r"\s*(?:라고|이라고|라며|이라며|라면서|라는|고\s|하고|하며|하면서|하자|하더니|하는|하기에|하니|하시|했다|하였다)"
)
_ENDED = re.compile(r"[.!?…~][\"”’'」』)]*$")
_TOPIC = ("은", "는", "ᆫ", "도")
_SUBJECT = ("이", "가", "께서")
_TO = ("에게", "한테", "께", "더러", "보고", "에게서", "한테서")
_WITH = ("와", "과", "랑", "이랑", "하고")
_CASES = {**dict.fromkeys((*_TOPIC, "께서는"), Case.TOPIC), **dict.fromkeys(_SUBJECT, Case.SUBJECT)}
_CASES |= {**dict.fromkeys(_TO, Case.TO), **dict.fromkeys(_WITH, Case.WITH), "를": Case.OBJECT, "을": Case.OBJECT}
_REPORTED = ("다고", "라고", "자고", "냐고", "ᆫ다고", "는다고", "느냐고", "으라고", "달라고", "으냐고")
_ORDINAL = re.compile(r"(?:^|\s)((?:첫|두|둘|세|셋|네|넷|다섯|여섯|일곱)\s?(?:번째|째)\s)$")
_UTTERING = ("하", "치", "지르", "내지르", "꺼내", "건네", "잇", "높이")
_WORDS_A_NAME = 3


@lru_cache(maxsize=20_000)
def told_of(sentence: str, known: frozenset[str] = frozenset()) -> Told:
    """What ``sentence`` tells; ``known`` are nouns of the tale that a tokeniser may not know.

    >>> [(m.name, m.speaks.name) for m in told_of("늙은 문어 의원이 조심스럽게 아뢰었습니다.").doers]
    [('문어 의원', 'SAYS')]
    >>> [(m.name, m.speaks.name) for m in told_of("용왕님의 말에 토끼는 온몸이 덜덜 떨렸습니다.").doers]
    [('용왕님', 'SAYS'), ('토끼', 'NOT')]
    >>> [(m.name, m.speaks.name) for m in told_of("할머니는 아이가 도망쳤다고 설명했어요.").doers]
    [('할머니', 'SAYS'), ('아이', 'NOT')]
    """
    tokens = kiwi().tokenize(readable(sentence))
    found = sorted(_mentions(tokens, sentence, known), key=lambda mention: mention.start)
    doers = [n for n, mention in enumerate(found) if mention.case.acts]
    speaks = {n: found[n].speaks for n in doers}
    unnamed = Speaks.NOT
    for at, how in _verbs(tokens):
        subject = _subject_of(found, doers, at, tokens)
        if subject is None:
            unnamed = max(unnamed, how)
        else:
            speaks[subject] = max(speaks[subject], how)
    mentions = tuple(replace(m, speaks=speaks.get(n, Speaks.NOT)) for n, m in enumerate(found))
    hears = any(t.tag.startswith("VV") and t.form in words("hearing") for t in tokens)
    return Told(mentions, unnamed, bool(_GOES_ON.match(sentence)), not _ENDED.search(sentence), hears)


def _verbs(tokens: Sequence[Any]) -> Iterator[tuple[int, Speaks]]:
    """Where each verb is that may be one of speaking, and how surely."""
    for n, token in enumerate(tokens):
        stem = token.form
        if token.tag.startswith("XS") and n:
            stem = tokens[n - 1].form + stem
        noun = tokens[n - 1 - (n > 1 and tokens[n - 1].tag == "JKO")].form if n else ""
        if stem in _UTTERING and token.tag.startswith("VV") and noun in words("speech"):
            stem = "말하"  # 소리를 질렀다, 고함을 쳤다, 말을 했다
        for name, how in (("speaking", Speaks.SAYS), ("thinking", Speaks.THINKS), ("sounding", Speaks.SOUNDS)):
            if stem in words(name) and not token.tag.startswith(("NNG", "MAG")):
                yield token.start, how
                break


def _subject_of(found: Sequence[Mention], doers: Sequence[int], at: int, tokens: Sequence[Any]) -> int | None:
    """Which mention is the subject of the verb at ``at``: the nearest before it, not one of what is reported."""
    before = [n for n in doers if found[n].start < at]
    while len(before) > 1 and _reported(tokens, found[before[-1]].start, at):
        before.pop()
    return before[-1] if before else None


def _reported(tokens: Sequence[Any], start: int, end: int) -> bool:
    return any(t.tag == "EC" and t.form in _REPORTED for t in tokens if start < t.start < end)


def _mentions(tokens: Sequence[Any], sentence: str, known: frozenset[str]) -> Iterator[Mention]:
    """Everybody named in the sentence."""
    sure = list(_known(tokens, sentence, known))
    covered = {at for mention in sure for at in range(mention.start, mention.start + len(mention.name))}
    yield from sure
    for n in range(len(tokens)):
        mention = _marked(tokens, n, sentence)
        if mention is not None and not covered & set(range(mention.start, mention.start + len(mention.name))):
            yield mention
    yield from _cleft(tokens, sentence)


def _cleft(tokens: Sequence[Any], sentence: str) -> Iterator[Mention]:
    """Who it was: "… 말한 것은 창남이었다"."""
    for n, token in enumerate(tokens):
        if token.tag != "VCP" or n < 4:
            continue
        it = next(
            (m for m in range(n - 2, 1, -1) if tokens[m].form == "은" and tokens[m - 1].form in ("것", "사람")), 0
        )
        how = max((how for at, how in _verbs(tokens[: it or 0])), default=Speaks.NOT)
        named = _named(tokens, n, sentence) if it and how else None
        if named:
            yield Mention(named[0], Case.SUBJECT, named[1], how)


def _known(tokens: Sequence[Any], sentence: str, known: frozenset[str]) -> Iterator[Mention]:
    """Words of the sentence that are nouns of the tale, with a particle."""
    for found in re.finditer(r"[가-힣]+(?:[-·][가-힣]+)*", sentence):
        for stem, particle in splits(found.group()):
            if stem in known and particle in _CASES:
                if not is_nobody(stem) and stem not in _I and stem not in PRONOUNS:
                    start = _extended(tokens, found.start(), found.start() + len(stem), sentence, sure=True)
                    yield Mention(
                        " ".join(sentence[start : found.start() + len(stem)].split()), _CASES[particle], start
                    )
                break


def _marked(tokens: Sequence[Any], n: int, sentence: str) -> Mention | None:
    """Whom the particle at token ``n`` marks; None when it marks nobody."""
    token = tokens[n]
    if token.tag == "JKG":
        owns = n + 2 < len(tokens) and tokens[n + 1].form in words("speech") and tokens[n + 2].form == "에"
        named = _named(tokens, n, sentence) if owns else None
        return Mention(named[0], Case.SUBJECT, named[1], Speaks.SAYS) if named else None
    if token.tag not in ("JKS", "JX", "JKB", "JC", "JKO") or token.form not in _CASES:
        return None
    named = _named(tokens, n, sentence)
    proper = n > 0 and tokens[n - 1].tag == "NNP"
    return Mention(named[0], _CASES[token.form], named[1], proper=proper) if named else None


def _named(tokens: Sequence[Any], n: int, sentence: str) -> tuple[str, int] | None:
    """Who the nouns before token ``n`` name, as written, and where; None when they name nobody."""
    past = n
    counted = n >= 2 and tokens[n - 1].form in words("counters") and tokens[n - 2].tag in ("MM", "SN", "NR")
    if counted:
        past = n - 2
    if past == 0:
        return None
    end = tokens[past - 1].start + tokens[past - 1].len
    word_start = max(sentence.rfind(" ", 0, end), sentence.rfind("\n", 0, end)) + 1
    pronoun = _pronoun(sentence[word_start:end])
    if pronoun:
        return pronoun, word_start
    start = _extended(tokens, word_start, end, sentence)
    name = " ".join(sentence[start:end].split())
    proper = len(name) == 1 and tokens[past - 1].tag == "NNP"
    return None if not name or (is_nobody(name) and not proper) else (name, start)


def _extended(tokens: Sequence[Any], word_start: int, end: int, sentence: str, *, sure: bool = False) -> int:
    """Where the name begins whose last word is at ``word_start:end``; ``end`` when that word holds no noun.

    A ``sure`` word is a noun whatever the tokeniser says.
    """
    past = next((n for n, token in enumerate(tokens) if token.start >= end), len(tokens))
    first = past
    while first > 0 and tokens[first - 1].start >= word_start and (sure or _names(tokens[first - 1])):
        first -= 1
    while first < past - 1 and tokens[first].tag == "XSN":
        first += 1  # of 첫번째
    if first == past:
        return end
    odd = [token for token in tokens[:first] if token.start >= word_start]
    if odd and all(t.tag in ("IC", "MM", "MAG", "NNB", "XPN", "NP") and t.len <= 1 for t in odd):
        first -= len(odd)  # the tokeniser cut it: 아+난시, 암+표상
    last_word = first
    while first > 0 and tokens[first - 1].start < word_start and _names(tokens[first - 1]):
        if not _joined(tokens, first, last_word, sentence):
            break
        first -= 1
    while first < last_word and tokens[first].tag == "XSN":
        first += 1
    start = int(tokens[first].start)
    found = _ORDINAL.search(sentence[:start])
    return found.start(1) if found else start


def _names(token: Any) -> bool:
    return bool(token.tag.startswith(("NNG", "NNP", "XSN", "XPN", "SL", "SN", "NR")) or token.tag == "SO")


def _joined(tokens: Sequence[Any], first: int, last_word: int, sentence: str) -> bool:
    """Whether the noun before ``first`` belongs to the name: in the same word, or a word of its own that may."""
    token = tokens[first - 1]
    between = sentence[token.start + token.len : tokens[first].start]
    if not between:
        return True
    words_so_far = sentence[tokens[first].start : tokens[last_word].start].count(" ") + 1
    if between != " " or words_so_far >= _WORDS_A_NAME:
        return False
    return not (token.form in words("when") or token.tag in ("SN", "NR", "SO") or token.form in words("counters"))


def _pronoun(word: str) -> str:
    """Who a pronoun is in this sentence; empty for what is none."""
    if word in PRONOUNS:
        return word
    return _I.get(word) or _I.get(singular(word), "")
