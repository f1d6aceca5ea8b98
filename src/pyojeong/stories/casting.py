"""Who plays whom when nobody said: by their names and what is told beside them, each one different from the others."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import cycle
from typing import Any

from pyojeong.performing.character import DESIGNS
from pyojeong.performing.character.space import Swatch
from pyojeong.performing.voice.characters import NARRATOR
from pyojeong.performing.voice.speaking import Voice
from pyojeong.rig.pronunciation.hangul import split
from pyojeong.stories.cast import Company, Looks, Part
from pyojeong.stories.casting_told import told_beside

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

#: Of a given name without 이.
_GIVEN_LETTERS = 2
#: Semitones a second speaker with the same voice is moved, a third, and so on.
_MOVED = (0.0, 2.0, -2.0, 3.5, -3.5)
#: Swatches that make a second one of a design somebody else, in this order.
_TOLD_BY = ("clothes-colour", "hair-colour", "coat", "body", "fur", "skin-colour")


def cast_by_name(speakers: Sequence[str], text: str = "") -> Company:
    """A part for every speaker: what somebody is decides the looks, how old and who in the family decides the voice.

    Args:
        speakers: Names of the roles.
        text: The tale; what it says beside a name ("손녀 달래", "커다란 너구리") counts as if it were in the name.

    >>> company = cast_by_name(["호랑이", "어머니", "오빠", "누이동생"])
    >>> [part.source for part in company.parts.values()], company.parts["호랑이"].voice.name
    (['inkbrush', 'chibi', 'chibi', 'chibi'], 'beom')
    >>> owl = cast_by_name(["할머니 부엉이"]).parts["할머니 부엉이"]
    >>> owl.source, owl.voice.name
    ('duck', 'halmae')
    >>> cast_by_name(["달래"], "달래는 일곱 살 여자아이였습니다.").parts["달래"].voice.name
    'kkoma'
    """
    designs: Counter[str] = Counter()
    voices: Counter[str] = Counter()
    parts: dict[str, Part] = {}
    strangers = cycle(_entries()[-1]["anybody"])
    for speaker in speakers:
        described = _described(speaker, text, speakers)
        entry, age = _entry(described), _age(described)
        if entry is _entries()[-1]:
            entry = {**entry, **next(strangers)}
        design = min(entry["designs"], key=lambda name: designs[name])
        voice, pitch = _sounding(entry, age, described)
        pitch += _MOVED[voices[voice] % len(_MOVED)]
        wished = {**entry.get("chosen", {}), **(age or {}).get("chosen", {})}
        chosen = _chosen(design, wished, parts.values(), designs[design])
        parts[speaker] = Part(Looks.CHARACTER, design, Voice(voice, pitch), speaker, chosen)
        designs[design] += 1
        voices[voice] += 1
    return Company(Part(Looks.UNSEEN, "", Voice(NARRATOR)), parts)


def stand_in(speaker: str, design: str) -> str:
    """What a speaker is drawn as whose kind no design draws, in Korean; empty where it is drawn as what it is.

    >>> stand_in("할머니 부엉이", "duck"), stand_in("아기 여우", "fox"), stand_in("나무꾼", "chibi")
    ('오리', '', '')
    """
    entry = _entry(speaker)
    if "called" not in entry or design not in entry["designs"]:
        return ""
    return "" if _held(speaker, entry["drawn"]) else str(entry["called"])


def stand_in_note(speaker: str, design: str) -> tuple[str, str] | None:
    """That a speaker is drawn as something else, in Korean and English; None where it is drawn as what it is.

    >>> stand_in_note("너구리", "fox")
    ('똑같은 그림이 없어 여우로 그립니다', 'nobody draws exactly this; a fox stands in')
    """
    called = stand_in(speaker, design)
    if not called:
        return None
    by = "로" if split(called[-1])[2] in ("", "ㄹ") else "으로"
    return (
        f"똑같은 그림이 없어 {called}{by} 그립니다",
        f"nobody draws exactly this; {_entry(speaker)['called-in-english']} stands in",
    )


def _described(speaker: str, text: str, speakers: Sequence[str]) -> str:
    """The name with what the tale tells of it before it; a plain given name is told to be a girl's or a boy's."""
    entry = _entry(speaker)
    if "called" in entry:
        told = told_beside(speaker, text, [*_sizes(), *_ages_of_anybody()], others=speakers)
        return f"{told[0]} {speaker}" if told else speaker
    if entry is not _entries()[-1]:
        return speaker
    beings = [word for one in _entries()[:-1] if "called" not in one for word in one["words"]]
    told = told_beside(speaker, text, beings, others=speakers)
    told = told or told_beside(speaker, text, _ages_of_anybody(), others=speakers)
    either: Sequence[str] = _document()["given"]["either"]
    certain = next((word for word in told if word not in either), None)
    hint = certain or _given(speaker) or next(iter(told), None)
    young = next(iter(told_beside(f"{hint} {speaker}", text, _ages_of_anybody(), others=speakers)), "")
    return " ".join(filter(None, (young, hint, speaker)))


def _given(name: str) -> str | None:
    """소녀 or 소년 by a given name that is mostly a girl's or a boy's; None for any other."""
    given: Mapping[str, Sequence[str]] = _document()["given"]
    bare = name.removesuffix("이") if len(name) == _GIVEN_LETTERS + 1 else name
    if name in given["boys"] or bare in given["boys"]:
        return "소년"
    if name in given["girls"] or bare in given["girls"]:
        return "소녀"
    ends = len(bare) == _GIVEN_LETTERS and bare.endswith(tuple(given["girls-end"])) and bare not in given["no-names"]
    return "소녀" if ends else None


def _ages_of_anybody() -> list[str]:
    """늙은, 어린 …: said of people and of animals."""
    return [word for age in _document()["age"] if age.get("people") for word in age["words"]]


def _sizes() -> list[str]:
    return [word for size in _document()["size"] for word in size["words"]]


def _sounding(entry: Mapping[str, Any], age: Mapping[str, Any] | None, described: str) -> tuple[str, float]:
    """The voice, and how many semitones it is moved: what is large sounds lower than its kind, what is small higher."""
    if age is not None:
        voice = str(age.get("woman", age["voice"]) if entry.get("woman") else age["voice"])
        return voice, float(age.get("pitch", 0.0))
    voice, pitch = str(entry["voice"]), float(entry.get("pitch", 0.0))
    if "called" not in entry:
        return voice, pitch
    for size in _document()["size"]:
        if described.startswith(tuple(f"{word} " for word in size["words"])):
            other = size["voices"].get(voice)
            return (str(other), 0.0) if other else (voice, pitch + float(size["pitch"]))
    return voice, pitch


def _entry(speaker: str) -> Mapping[str, Any]:
    """Of an animal or a thing whose word the name holds; else whose longest word it ends with, or holds."""
    best: tuple[bool, int, int] = (False, -1, 0)
    chosen = _entries()[-1]
    for entry in _entries()[:-1]:
        held = _held(speaker, entry["words"])
        if held is not None and (rank := ("called" in entry and held[0] != _INSIDE, *held)) > best:
            best, chosen = rank, entry
    return chosen


def _age(speaker: str) -> Mapping[str, Any] | None:
    """How old, or who in a family, an animal is by its name; of people only where a word before the name says so."""
    entry = _entry(speaker)
    animal = "called" in entry
    ages: Sequence[Mapping[str, Any]] = _document()["age"]
    for age in ages:
        for word in age["words"]:
            before = speaker.startswith(word) and len(speaker) > len(word)
            after = speaker.removesuffix("님").endswith(" " + word) or f" {word} " in speaker
            if (animal and (before or after)) or (before and age.get("people")):
                return age
    return None


_INSIDE, _ENDS, _WORD = 0, 1, 2


def _held(speaker: str, words: Sequence[str]) -> tuple[int, int] | None:
    """How surely a name is of one of the words, and the length of that: a word of it, its end, or inside."""
    joined = "".join(speaker.split()).removesuffix("님")
    apart = {part.removesuffix("님") for part in speaker.split()} | {speaker.split()[-1] if speaker.split() else ""}
    found = []
    for word in words:
        bare = word.removesuffix("님")
        how = _WORD if bare in apart or bare == joined else _ENDS if joined.endswith(bare) else _INSIDE
        if bare in joined and (len(bare) > 1 or how is _WORD or _young(joined, bare)):
            found.append((how, len(bare)))
    return max(found, default=None)


def _young(name: str, animal: str) -> bool:
    """Whether a name is a short animal with an age before it in one word: 아기곰, 새끼양."""
    return any(name == word + animal for age in _document()["age"] for word in age["words"])


def _chosen(design: str, wished: Mapping[str, Any], parts: Any, used: int) -> dict[str, float | str]:
    """What the design offers of the wishes; another colour for one that would look like somebody before."""
    space = DESIGNS[design].space
    chosen = {name: value for name, value in wished.items() if name in space}
    if not used or not any(part.source == design and dict(part.chosen) == chosen for part in parts):
        return chosen
    for name in _TOLD_BY:
        if name not in space:
            continue
        swatch = space[name]
        if isinstance(swatch, Swatch):
            worn = [dict(part.chosen).get(name, swatch.rest) for part in parts if part.source == design]
            colours = [colour for colour in (swatch.rest, *swatch.others) if colour != chosen.get(name, swatch.rest)]
            chosen[name] = min((*colours[used % len(colours) :], *colours), key=worn.count)
            break
    return chosen


def _entries() -> Sequence[Mapping[str, Any]]:
    entries: Sequence[Mapping[str, Any]] = _document()["entry"]
    return entries


@cache
def _document() -> Mapping[str, Any]:
    found: Mapping[str, Any] = tomllib.loads(files(__package__).joinpath("casting.toml").read_text("utf-8"))
    return found
