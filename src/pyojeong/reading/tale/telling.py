"""A tale looked at whole: what each told sentence says of whom, under the one name everybody has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pyojeong.reading.tale.aliases import aliased
from pyojeong.reading.tale.beings import is_being, is_many, is_thing
from pyojeong.reading.tale.manners import called, introduced
from pyojeong.reading.tale.mention import Case, Mention, Speaks
from pyojeong.reading.tale.names import one_name_each
from pyojeong.reading.tale.naming import ME, PRONOUNS, US
from pyojeong.reading.tale.nouns import noun_words
from pyojeong.reading.tale.quotes import Piece
from pyojeong.reading.tale.told import Told, told_of
from pyojeong.reading.tale.words import words

_LATER = re.compile(
    r"\s*(?:다음\s?날|이튿날|이듬해|그날\s(?:밤|저녁|오후)|그\s?(?:뒤|후)|얼마\s(?:뒤|후|지나)|(?:며칠|몇\s?(?:날|달|해))[이]?\s"
    r"|(?:한|두|세|석)\s(?:달|시간|해)\s|한참\s(?:뒤|후|지나)|어느\s?날)"
)
#: Told sentences back in which a pronoun finds whom it means.
_BACK = 4
#: So often an adjective stands before a name that tells one of its kind from another.
_OFTEN = 2


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation between the told sentences around it.

    Attributes:
        first: Number of its first piece.
        last: Number of its last piece.
        said: Its characters.
        before: Number of the told piece before it; -1 where another quotation is.
        after: Number of the told piece after it; -1 where another quotation is.
        thought: Whether it is only thought.
    """

    first: int
    last: int
    said: str
    before: int
    after: int
    thought: bool


@dataclass(frozen=True, slots=True)
class Telling:
    """A tale in pieces, with everybody under one name.

    Attributes:
        pieces: Of the tale, in order.
        told: Number of a piece → what it tells; pronouns are whom they mean.
        quotations: In order.
        names: Every way somebody is written → the name.
        people: Who may speak.
    """

    pieces: tuple[Piece, ...]
    told: Mapping[int, Told]
    quotations: tuple[Quotation, ...]
    names: Mapping[str, str]
    people: frozenset[str]


def telling_of(text: str, pieces: Sequence[Piece]) -> Telling:
    """The tale ``text`` in its ``pieces``, looked at."""
    sentences = {n: text[p.start : p.end] for n, p in enumerate(pieces) if not p.said}
    known = noun_words(sentences.values())
    told = {n: told_of(sentence, known) for n, sentence in sentences.items()}
    mentions = [m for t in told.values() for m in t.mentions if m.name not in PRONOUNS]
    names = one_name_each((m.name for m in mentions), {m.name for m in mentions if m.proper and " " not in m.name})
    names = aliased(sentences.values(), names, Counter(names[m.name] for m in mentions))
    told = {n: _renamed(t, names) for n, t in told.items()}
    told, traits = _told_apart(told)
    names |= {name: name for name in traits}
    quotations = tuple(_quotations(text, pieces))
    people = people_of(told.values(), (q.said for q in quotations), names)
    return Telling(tuple(pieces), _meant(told, people), quotations, names, people)


def people_of(told: Iterable[Told], said: Iterable[str], names: Mapping[str, str]) -> frozenset[str]:
    """Who may speak: who does, who is spoken to or called, and whose name is of somebody."""
    acts: Counter[str] = Counter()
    proper: Counter[str] = Counter()
    lives: Counter[str] = Counter()
    people = {ME, US}
    for sentence in told:
        for mention in sentence.mentions:
            if mention.name in PRONOUNS:
                continue
            acts[mention.name] += mention.case.acts
            proper[mention.name] += mention.case.acts and mention.proper
            lives[mention.name] += mention.lives
            spoken_to = mention.case is Case.TO and not is_thing(mention.name)
            if mention.speaks is Speaks.SAYS or spoken_to or is_being(mention.name):
                people.add(mention.name)
    people |= {name for name, count in proper.items() if count > 1 and not is_thing(name)}
    people |= {name for name in acts if acts[name] and lives[name] and not is_thing(name)}
    for line in said:
        people |= {name for name in called(line, names) if acts[name]}
        people |= {name for name in (introduced(line, names),) if name is not None}
    return frozenset(name for name in people if not is_many(name) or acts[name] or name == US)


def _told_apart(told: Mapping[int, Told]) -> tuple[dict[int, Told], set[str]]:
    """The tale with those of one kind told apart by an adjective, 붉은 수탉 and 흰 수탉, and their names."""
    traits = Counter((m.name, m.trait) for t in told.values() for m in t.mentions if m.trait)
    often = Counter(name for (name, _), count in traits.items() if count >= _OFTEN)
    apart = {key for key, count in traits.items() if count >= _OFTEN and often[key[0]] > 1}
    named = {
        n: replace(
            t,
            mentions=tuple(
                replace(m, name=f"{m.trait} {m.name}") if (m.name, m.trait) in apart else m for m in t.mentions
            ),
        )
        for n, t in told.items()
    }
    return named, {f"{trait} {name}" for name, trait in apart}


def _renamed(told: Told, names: Mapping[str, str]) -> Told:
    return replace(told, mentions=tuple(replace(m, name=names.get(m.name, m.name)) for m in told.mentions))


def _meant(told: Mapping[int, Told], people: frozenset[str]) -> dict[int, Told]:
    """Told sentences with pronouns replaced by whom they mean: the last who fits, best one meant before."""
    meant: dict[int, Told] = {}
    recent: list[Told] = []
    before: dict[str, Counter[str]] = {pronoun: Counter() for pronoun in PRONOUNS}
    for n, sentence in told.items():
        mentions: list[Mention] = []
        for mention in sentence.mentions:
            if mention.name not in PRONOUNS:
                mentions.append(mention)
                continue
            who = _whom(mention.name, [tuple(mentions), *(t.mentions for t in reversed(recent))], people, before)
            if who is not None:
                before[mention.name][who] += 1
                mentions.append(replace(mention, name=who))
        meant[n] = replace(sentence, mentions=tuple(mentions))
        recent = [*recent[-_BACK + 1 :], meant[n]]
    return meant


def _whom(
    pronoun: str, near: Sequence[Sequence[Mention]], people: frozenset[str], before: Mapping[str, Counter[str]]
) -> str | None:
    """Whom a pronoun means: who acted last, else who was spoken to, of its number and sex."""
    other = {"그": "그녀", "그녀": "그"}.get(pronoun, "")
    second: str | None = None
    for mentions in near:
        by_topic = sorted(mentions, key=lambda m: (not m.case.acts, m.case is not Case.TOPIC))
        for mention in by_topic:
            name = mention.name
            if name not in people or not _fits(pronoun, name) or not (mention.case.acts or mention.case is Case.TO):
                continue
            if other and before[other][name] > before[pronoun][name]:
                second = second or name
                continue
            strange = pronoun in ("그", "그녀") and mention.case is not Case.TOPIC and not before[pronoun][name]
            if strange and before[pronoun] and _close(near, before[pronoun]):
                second = second or name
                continue
            return name
    return second


def _close(near: Sequence[Sequence[Mention]], meant: Counter[str]) -> bool:
    """Whether somebody who was meant before is near."""
    return any(mention.name in meant and mention.case.acts for mentions in near for mention in mentions)


def _fits(pronoun: str, name: str) -> bool:
    if name in (ME, US):
        return False
    if is_many(name) != pronoun.endswith("들"):
        return False
    if pronoun == "그녀":
        return not name.endswith(tuple(words("men")))
    return pronoun != "그" or not name.endswith(tuple(words("women"))) or name.endswith("할머니")


def _quotations(text: str, pieces: Sequence[Piece]) -> list[Quotation]:
    groups: list[list[int]] = []
    for n, piece in enumerate(pieces):
        if piece.said:
            if groups and pieces[groups[-1][-1]].whole == piece.whole:
                groups[-1].append(n)
            else:
                groups.append([n])

    def later(n: int) -> bool:
        """Whether piece ``n``, on a line of its own, tells of another time: who acts there did not just speak."""
        return pieces[n].line != pieces[n - 1].line and bool(_LATER.match(text, pieces[n].start))

    found = []
    for group in groups:
        before, after = group[0] - 1, group[-1] + 1
        found.append(
            Quotation(
                first=group[0],
                last=group[-1],
                said=text[pieces[group[0]].start : pieces[group[-1]].end],
                before=before if before >= 0 and not pieces[before].said else -1,
                after=after if after < len(pieces) and not pieces[after].said and not later(after) else -1,
                thought=pieces[group[0]].thought,
            )
        )
    return found
