"""A plan: which stickers a pack has, in which order, what they say. Plain data, written as ``pyojeong.plan/1``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pyojeong.errors import PyojeongError
from pyojeong.performing.character import Character, choices_of
from pyojeong.performing.character.character import LONGEST_NAME, has_controls
from pyojeong.stickers.captions import Voice
from pyojeong.stickers.composing import act_called
from pyojeong.stickers.lettering.breaking import tidied
from pyojeong.stickers.stores import Store, find_store

FORMAT = "pyojeong.plan/1"
_ITEM = {"moment": str, "caption": str, "voice": str, "stressed": str, "text_model": str}
_PLAN = {"title": str, "author": str, "store": str, "character": dict, "wishes": str, "seed": int, "items": list}
_KINDS = {
    str: ("글자여야", "text"),
    int: ("정수여야", "a whole number"),
    list: ("목록이어야", "a list"),
    dict: ("이름과 값의 묶음이어야", "an object"),
}


@dataclass(frozen=True, slots=True)
class PlanItem:
    """One sticker to be.

    Attributes:
        moment: A moment's or an emotion act's name.
        caption: What it says; empty for a sticker without words.
        voice: How it speaks.
        stressed: The part of the caption that takes the accent; empty for none.
        text_model: The language model that wrote the caption, which has to be declared; None when none did.

    >>> PlanItem("off-work", "퇴근이다!", stressed="퇴근").to_dict()["voice"]
    'banmal'
    """

    moment: str
    caption: str = ""
    voice: Voice = Voice.BANMAL
    stressed: str = ""
    text_model: str | None = None

    def __post_init__(self) -> None:
        for text in (self.moment, self.caption, self.text_model or ""):
            _check_text(text)
        object.__setattr__(self, "text_model", self._writer())
        act_called(self.moment)
        if self.stressed and (not self.caption or tidied(self.stressed) not in tidied(self.caption)):
            raise _wrong(
                f"강조할 말 ‘{self.stressed}’이(가) 글귀 ‘{self.caption}’에 있어야 합니다",
                f"the stressed word {self.stressed!r} must be in the caption {self.caption!r}",
            )

    def _writer(self) -> str | None:
        """None where there are no words that a model could have written."""
        named = (self.text_model or "").strip()
        if has_controls(named) or len(named) > LONGEST_NAME:
            raise _wrong(
                f"text_model은 {LONGEST_NAME}자까지의 한 줄이어야 합니다",
                f"text_model must be one line of up to {LONGEST_NAME} letters",
            )
        return named if named and self.caption else None

    def to_dict(self) -> dict[str, str | None]:
        """Its JSON values."""
        return {
            "moment": self.moment,
            "caption": self.caption,
            "voice": self.voice.value,
            "stressed": self.stressed,
            "text_model": self.text_model,
        }


@dataclass(frozen=True, slots=True)
class PackPlan:
    """A pack to be. Which stickers move is the store's rule and follows from their place.

    Attributes:
        character: Who is in all of them.
        store: The store's name.
        title, author: As the store shows them.
        items: In order; no moment and no caption twice.
        wishes: What the person asked for, in their own words.
        seed: Of the choices that were made.
    """

    character: Character
    store: str
    title: str
    items: tuple[PlanItem, ...]
    author: str = ""
    wishes: str = ""
    seed: int = 0

    def __post_init__(self) -> None:
        choices_of(self.character)
        find_store(self.store)
        for text in (self.title, self.author, self.wishes):
            _check_text(text)
        if has_controls(self.title + self.author) or len(self.author) > LONGEST_NAME:
            raise _wrong(
                f"제목은 한 줄, 만든이는 {LONGEST_NAME}자까지의 한 줄이어야 합니다",
                f"the title must be one line, the author one of up to {LONGEST_NAME} letters",
            )
        if not self.title.strip() or not self.items:
            raise _wrong("제목과 스티커가 하나는 있어야 합니다", "there must be a title and a sticker")
        _refuse_twice("순간", "moment", [item.moment for item in self.items])
        _refuse_twice("글귀", "caption", [item.caption for item in self.items if item.caption])

    @property
    def rules(self) -> Store:
        """The store."""
        return find_store(self.store)

    def moves(self, number: int) -> bool:
        """Whether sticker ``number``, from 1, moves in this store."""
        return self.rules.part_of(number).file.motion is not None

    def to_dict(self) -> dict[str, Any]:
        """The document `from_dict` reads."""
        return {
            "format": FORMAT,
            "title": self.title,
            "author": self.author,
            "store": self.store,
            "character": self.character.to_dict(),
            "wishes": self.wishes,
            "seed": self.seed,
            "items": [item.to_dict() for item in self.items],
        }

    @classmethod
    def from_dict(cls, document: object) -> PackPlan:
        """The plan `to_dict` wrote.

        >>> plan = PackPlan(Character("mascot"), "whatsapp", "밤톨", (PlanItem("hello", "안녕!"),))
        >>> PackPlan.from_dict(plan.to_dict()) == plan
        True

        Raises:
            PyojeongError: When it is no such document, or speaks of what there is not; the sentence says what is.
        """
        if not isinstance(document, Mapping) or document.get("format") != FORMAT:
            found = document.get("format") if isinstance(document, Mapping) else type(document).__name__
            raise _wrong(
                f"format은 {FORMAT!r}이어야 하는데 {found!r}입니다", f"format must be {FORMAT!r}, not {found!r}"
            )
        given = _checked({key: value for key, value in document.items() if key != "format"}, _PLAN)
        given["items"] = tuple(_item(one) for one in given.get("items", ()))
        for name in ("character", "store", "title"):
            if name not in given:
                raise _wrong(f"{name} 항목이 있어야 합니다", f"{name} must be there")
        return cls(**{**given, "character": Character.from_dict(given["character"])})


def dumps(plan: PackPlan) -> str:
    """The plan as JSON, a line a sticker, so that two plans can be compared line by line."""
    document = plan.to_dict()
    items = ",\n".join("  " + json.dumps(item, ensure_ascii=False) for item in document.pop("items"))
    head = json.dumps(document, ensure_ascii=False, indent=1)
    return f'{head[:-2]},\n "items": [\n{items}\n ]\n}}\n'


def loads(text: str) -> PackPlan:
    """The plan in a JSON text.

    >>> plan = PackPlan(Character("mascot"), "whatsapp", "밤톨", (PlanItem("hello", "안녕!"),))
    >>> loads(dumps(plan)) == plan
    True

    Raises:
        PyojeongError: When it is none.
    """
    try:
        document = json.loads(text)
    except ValueError as broken:
        raise _wrong(f"JSON이 아닙니다({broken})", f"it is no JSON ({broken})") from broken
    except RecursionError as deep:
        raise _wrong("너무 깊은 JSON입니다", "the JSON is too deep") from deep
    return PackPlan.from_dict(document)


def _item(entry: object) -> PlanItem:
    if not isinstance(entry, Mapping):
        raise _wrong(f"items에는 묶음이 와야 하는데 {entry!r}입니다", f"items must be objects, but got {entry!r}")
    given = _checked({key: value for key, value in entry.items() if (key, value) != ("text_model", None)}, _ITEM)
    if "moment" not in given:
        raise _wrong("스티커마다 moment가 있어야 합니다", "every sticker must name its moment")
    try:
        voice = Voice.of(given.get("voice", Voice.BANMAL.value))
    except ValueError as unknown:
        known = ", ".join(f"{voice.value}({voice.korean})" for voice in Voice)
        korean = f"voice는 {known} 가운데 하나여야 하는데 {given['voice']!r}입니다"
        raise _wrong(korean, str(unknown)) from unknown
    return PlanItem(**{**given, "voice": voice})


def _checked(entry: Mapping[str, Any], kinds: Mapping[str, type]) -> dict[str, Any]:
    unknown = sorted(entry.keys() - kinds.keys())
    if unknown:
        names = ", ".join(kinds)
        raise _wrong(
            f"쓸 수 있는 항목은 {names}인데 {', '.join(map(repr, unknown))}이(가) 있습니다",
            f"keys must be {names}, but got {unknown}",
        )
    for name, value in entry.items():
        if not isinstance(value, kinds[name]) or isinstance(value, bool):
            korean, english = _KINDS[kinds[name]]
            raise _wrong(
                f"{name}은(는) {korean} 하는데 {value!r}입니다", f"{name} must be {english}, but got {value!r}"
            )
    return dict(entry)


def _check_text(text: str) -> None:
    """Nothing when ``text`` can be written to a file: JSON lets halves of letters (lone surrogates) through."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as half:
        raise _wrong(f"글에 깨진 글자가 있습니다: {text!r}", f"a text has a broken letter: {text!r}") from half


def _refuse_twice(korean: str, english: str, names: list[str]) -> None:
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise _wrong(
            f"같은 {korean}이(가) 두 번 있습니다: {', '.join(twice)}", f"a {english} comes twice: {', '.join(twice)}"
        )


def _wrong(korean: str, english: str) -> PyojeongError:
    return PyojeongError(f"팩 계획이 맞지 않습니다: {korean}.", f"The plan does not fit: {english}.", kind="bad-plan")
