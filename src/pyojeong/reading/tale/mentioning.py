"""Who is in a told sentence: nouns with particles, names a tokeniser does not know, owners, and whom it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from pyojeong.reading.tale.beings import is_being, is_nobody
from pyojeong.reading.tale.mention import Case, Mention, Speaks
from pyojeong.reading.tale.naming import I_SAYING, PRONOUNS, extended, is_proper, named, trait_of
from pyojeong.reading.tale.nouns import WORD, splits
from pyojeong.reading.tale.speaking_verbs import HEARD, speaking_verbs
from pyojeong.reading.tale.words import words

_TOPIC = ("은", "는", "ᆫ", "도")
_SUBJECT = ("이", "가", "께서")
_TO = ("에게", "한테", "께", "더러", "보고", "에게서", "한테서")
_WITH = ("와", "과", "랑", "이랑", "하고")
_CASES = {**dict.fromkeys((*_TOPIC, "께서는"), Case.TOPIC), **dict.fromkeys(_SUBJECT, Case.SUBJECT)}
_CASES |= {**dict.fromkeys(_TO, Case.TO), **dict.fromkeys(_WITH, Case.WITH), "를": Case.OBJECT, "을": Case.OBJECT}
_MARKING = ("JKS", "JX", "JKB", "JC", "JKO")
#: Where feelings show: 누리의 눈에 눈물이 고였다.
_SHOWING = frozenset({"눈", "얼굴", "가슴", "마음", "볼", "뺨", "눈가", "입가"})


def mentions_of(tokens: Sequence[Any], sentence: str, known: frozenset[str]) -> list[Mention]:
    """Everybody named in the sentence, in order."""
    found = list(_known(tokens, sentence, known))
    covered = {at for mention in found for at in range(mention.start, mention.start + len(mention.name))}
    for n in range(len(tokens)):
        mention = _marked(tokens, n, sentence)
        if mention is not None and not covered & set(range(mention.start, mention.start + len(mention.name))):
            found.append(mention)
    found += _cleft(tokens, sentence)
    found += _introduced(tokens, sentence, found)
    return sorted(found, key=lambda mention: mention.start)


def _mention(tokens: Sequence[Any], n: int, sentence: str, case: Case, *, owns: bool = False) -> Mention | None:
    """Whom the nouns before token ``n`` name."""
    found = named(tokens, n, sentence)
    if found is None:
        return None
    name, start = found
    return Mention(name, case, start, proper=is_proper(tokens, n), trait=trait_of(tokens, start, sentence), owns=owns)


def _marked(tokens: Sequence[Any], n: int, sentence: str) -> Mention | None:
    """Whom the particle at token ``n`` marks; None when it marks nobody."""
    token = tokens[n]
    if token.tag == "JKG":
        return _owner(tokens, n, sentence)
    if token.tag not in _MARKING or token.form not in _CASES:
        return _only(tokens, n, sentence)
    return _mention(tokens, n, sentence, _CASES[token.form])


def _only(tokens: Sequence[Any], n: int, sentence: str) -> Mention | None:
    """Who alone does it: 멧돼지만 중얼거렸다."""
    alone = tokens[n].tag == "JX" and tokens[n].form == "만"
    mention = _mention(tokens, n, sentence, Case.TOPIC) if alone else None
    return mention if mention is not None and is_being(mention.name) else None


def _owner(tokens: Sequence[Any], n: int, sentence: str) -> Mention | None:
    """Who acts by what is his: 용왕님의 말에, 창남이의 얼굴이 빨개졌다, 선비의 목소리가 들렸다."""
    if n + 2 >= len(tokens):
        return None
    what, how = tokens[n + 1].form, tokens[n + 2]
    if what in words("speech") and (how.form == "에" or any(t.form in HEARD for t in tokens[n + 2 : n + 6])):
        found = named(tokens, n, sentence)
        return Mention(found[0], Case.SUBJECT, found[1], Speaks.SAYS) if found else None
    acts = how.tag == "JKS" or (how.tag == "JX" and how.form in _TOPIC)
    if what == "소리" and acts and (mention := _mention(tokens, n, sentence, Case.SUBJECT)) is not None:
        return replace(mention, speaks=Speaks.SAYS) if mention.proper or is_being(mention.name) else None
    if what in words("limbs") and (acts or (how.form == "에" and what in _SHOWING)):
        return _mention(tokens, n, sentence, Case.SUBJECT, owns=True)
    mention = _mention(tokens, n, sentence, Case.OF)
    return mention if mention is not None and (mention.proper or is_being(mention.name)) else None


def _cleft(tokens: Sequence[Any], sentence: str) -> Iterator[Mention]:
    """Who it was: "… 말한 것은 창남이었다"."""
    for n, token in enumerate(tokens):
        if token.tag != "VCP" or n < 4:
            continue
        it = next(
            (m for m in range(n - 2, 1, -1) if tokens[m].form == "은" and tokens[m - 1].form in ("것", "사람")), 0
        )
        how = max((how for at, how in speaking_verbs(tokens[: it or 0])), default=Speaks.NOT)
        found = named(tokens, n, sentence) if it and how else None
        if found:
            yield Mention(found[0], Case.SUBJECT, found[1], how)


def _introduced(tokens: Sequence[Any], sentence: str, found: Sequence[Mention]) -> Iterator[Mention]:
    """Who comes on stage by being told who it is, where nobody else acts: 돌아보니 옆 반 지우였다."""
    if any((mention.case.acts and is_being(mention.name)) or mention.proper for mention in found):
        return
    for n, token in enumerate(tokens):
        if token.tag == "VCP" and n and tokens[n - 1].tag.startswith(("NN", "XSN")):
            mention = _mention(tokens, n, sentence, Case.SUBJECT)
            if mention is not None and (mention.proper or is_being(mention.name)):
                yield mention
                return


def _known(tokens: Sequence[Any], sentence: str, known: frozenset[str]) -> Iterator[Mention]:
    """Words of the sentence that are nouns of the tale, with a particle."""
    for found in WORD.finditer(sentence):
        for stem, particle in splits(found.group()):
            if stem in known and particle in _CASES:
                if not is_nobody(stem) and stem not in I_SAYING and stem not in PRONOUNS:
                    end = found.start() + len(stem)
                    start = extended(tokens, found.start(), end, sentence, sure=True)
                    name = " ".join(sentence[start:end].split())
                    n = next((n for n, token in enumerate(tokens) if token.start >= end), len(tokens))
                    trait = trait_of(tokens, start, sentence)
                    yield Mention(name, _CASES[particle], start, proper=is_proper(tokens, n), trait=trait)
                break
