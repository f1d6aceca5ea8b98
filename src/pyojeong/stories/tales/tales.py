"""Tales to begin with, and collections of tales in JSON with whom they are owed to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from pyojeong.errors import PyojeongError

_OWN = "전래동화 · 표정(Pyojeong)이 다시 씀 (Apache-2.0)"
_NAMES = ("sun-and-moon", "rabbit-and-turtle", "golden-axe", "red-bean-granny", "green-frog")
_ROLES = (("text_by", "글"), ("translation_by", "옮김"), ("illustration_by", "원작 그림"))


@dataclass(frozen=True, slots=True)
class Tale:
    """A tale with whom it is owed to.

    Attributes:
        name: Unique among its like.
        title: As shown; the text begins with it and a blank line.
        text: What is read.
        credits: Lines for the film's last page.
    """

    name: str
    title: str
    text: str
    credits: tuple[str, ...]

    @property
    def length(self) -> int:
        """Characters."""
        return len(self.text)


@cache
def sample_tales() -> tuple[Tale, ...]:
    """The tales of the package.

    >>> [tale.title for tale in sample_tales()][:2], sample_tales()[0].credits[0][:4]
    (['해와 달이 된 오누이', '토끼의 간'], '전래동화')
    """
    return tuple(_sample(name) for name in _NAMES)


def sample_tale(name: str) -> Tale:
    """The tale called ``name``.

    Raises:
        PyojeongError: ``unknown-tale``, with the names there are.
    """
    found = next((tale for tale in sample_tales() if tale.name == name), None)
    if found is None:
        names = ", ".join(_NAMES)
        raise PyojeongError(
            f"동화 {name}은(는) 없습니다; 있는 동화: {names}.",
            f"There is no tale {name}; tales: {names}.",
            kind="unknown-tale",
        )
    return found


def tales_from_json(text: str, name: str = "JSON") -> tuple[Tale, ...]:
    """The tales of a list of objects with ``title`` and ``pages``, and ``credits`` from who made them and the licence.

    >>> found = tales_from_json('[{"title": "벌", "pages": ["가.", "나."], "text_by": "아무", "license": "CC-BY"}]')
    >>> found[0].text.split(), found[0].credits
    (['벌', '가.', '나.'], ('글: 아무', '라이선스: CC-BY'))

    Raises:
        PyojeongError: ``bad-tales`` when it is no such list.
    """
    try:
        items = json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        raise _bad(name, "JSON으로 읽히지 않습니다", "is no JSON") from None
    if not isinstance(items, list):
        raise _bad(name, "동화의 목록이 아닙니다", "is no list of tales")
    return tuple(_imported(item, number, name) for number, item in enumerate(items, start=1))


def _sample(name: str) -> Tale:
    text = files(__package__).joinpath(f"{name}.txt").read_text("utf-8").strip()
    return Tale(name, text.partition("\n")[0].strip(), text, (_OWN,))


def _imported(item: Any, number: int, name: str) -> Tale:
    pages = item.get("pages") if isinstance(item, dict) else None
    title = item.get("title") if isinstance(item, dict) else None
    if not isinstance(title, str) or not isinstance(pages, list) or not all(isinstance(page, str) for page in pages):
        raise _bad(name, f"{number}번째 동화에 title과 pages가 없습니다", f"tale {number} lacks title and pages")
    body = "\n\n".join(page.strip() for page in pages if page.strip())
    return Tale(str(item.get("id", number)), title, f"{title}\n\n{body}", _credits(item))


def _credits(item: Mapping[str, Any]) -> tuple[str, ...]:
    lines = [f"{korean}: {item[key]}" for key, korean in _ROLES if item.get(key)]
    lines += [f"라이선스: {item['license']}"] if item.get("license") else []
    lines += [f"출처: {item['source']}"] if item.get("source") else []
    return tuple(lines)


def _bad(name: str, korean: str, english: str) -> PyojeongError:
    return PyojeongError(f"동화 모음 {name}: {korean}.", f"Tale collection {name} {english}.", kind="bad-tales")
