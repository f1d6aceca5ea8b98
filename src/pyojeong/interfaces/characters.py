"""Characters as the doors handle them: made, written, read, listed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.documents import read_document, write_document
from pyojeong.performing.character import DESIGNS, Character, Slider, choices_of, design_of
from pyojeong.performing.character.chance import character_by_chance
from pyojeong.performing.character.figure import Design

DESIGNS_FORMAT = "pyojeong.designs/1"
FIRST_DESIGN = "mascot"
"""Drawn when nobody chose a design."""


def new_character(
    design: str = FIRST_DESIGN,
    *,
    name: str = "",
    chosen: Mapping[str, float | str] | None = None,
    seed: int | None = None,
) -> Character:
    """A character of ``design``: at rest, or by chance where a ``seed`` is given; ``chosen`` wins over both.

    >>> new_character("mascot", chosen={"ears": "cat"}).chosen["ears"]
    'cat'

    Raises:
        PyojeongError: When there is no such design, or it does not offer what was chosen.
    """
    found = design_of(Character(design))
    start = Character(design, name) if seed is None else character_by_chance(found, seed, name=name)
    character = start.with_chosen(**(chosen or {}))
    choices_of(character)
    return character


def chosen_of(design: str, settings: Sequence[str]) -> dict[str, float | str]:
    """What ``name=value`` settings choose: numbers for sliders, words and colours for the rest.

    >>> chosen_of("mascot", ["eyes=1.2", "ears=cat"])
    {'eyes': 1.2, 'ears': 'cat'}

    Raises:
        PyojeongError: When a setting is not written so, or the design does not know its name.
    """
    space = design_of(Character(design)).space
    found: dict[str, float | str] = {}
    for setting in settings:
        name, equals, value = (part.strip() for part in setting.partition("="))
        if not equals or name not in space:
            raise PyojeongError(
                f"설정은 이름=값으로 적는데 {setting!r}입니다; {design}의 이름: {', '.join(space.names)}",
                f"A setting is written name=value, but got {setting!r}; names of {design}: {', '.join(space.names)}",
                kind="bad-choice",
            )
        found[name] = _number(name, value) if isinstance(space[name], Slider) else value
    return found


def load_character(path: Path) -> Character:
    """The character in a file.

    Raises:
        PyojeongError: When it is no such file, or its design does not offer what was chosen.
    """
    return character_from_json(read_document(path), path.name)


def character_from_json(text: str, name: str) -> Character:
    """The character in a JSON text that came from ``name``.

    Raises:
        PyojeongError: As `load_character`.
    """
    character = Character.from_dict(document_from(text, name))
    choices_of(character)
    return character


def document_from(text: str, name: str) -> Any:
    """What a JSON text holds.

    Raises:
        PyojeongError: When it is no JSON; with the place.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as broken:
        raise PyojeongError(
            f"{name}: {broken.lineno}번째 줄 {broken.colno}번째 글자부터 JSON이 아닙니다.",
            f"{name}: this is not JSON ({broken}).",
            kind="bad-json",
        ) from broken
    except ValueError as long:  # a number of more digits than Python takes
        raise PyojeongError(
            f"{name}: 너무 긴 수가 있습니다.", f"{name}: a number is too long.", kind="bad-json"
        ) from long
    except RecursionError as deep:
        raise PyojeongError(f"{name}: 너무 깊은 JSON입니다.", f"{name}: too deep a JSON.", kind="bad-json") from deep


def save_character(character: Character, path: Path) -> None:
    """Write the character, whole or not at all.

    Raises:
        PyojeongError: When the place cannot be written.
    """
    write_document(path, json.dumps(character.to_dict(), ensure_ascii=False, indent=2) + "\n")


def designs_json() -> dict[str, Any]:
    """`pyojeong.designs/1`: every design, what can be chosen about it, and its gags."""
    return {"format": DESIGNS_FORMAT, "designs": [_design(design) for design in DESIGNS.values()]}


def _design(design: Design) -> dict[str, Any]:
    space = design.space
    return {
        "name": design.name,
        **_named(design),
        "about": {"ko": design.about[0], "en": design.about[1]},
        "sliders": [
            {"name": one.name, **_named(one), "low": one.low, "high": one.high, "rest": one.rest}
            for one in space.sliders
        ],
        "swatches": [
            {"name": one.name, **_named(one), "rest": one.rest, "others": list(one.others)} for one in space.swatches
        ],
        "choices": [
            {
                "name": one.name,
                **_named(one),
                "options": [{"name": option.name, **_named(option)} for option in one.options],
            }
            for one in space.choices
        ],
        "gags": [{"name": name, "ko": korean, "en": english} for name, (korean, english) in design.gags.items()],
    }


def _named(what: Any) -> dict[str, str]:
    return {"ko": what.korean, "en": what.english}


def _number(name: str, value: str) -> float:
    try:
        return float(value)
    except ValueError as broken:
        raise PyojeongError(
            f"{name}에는 수를 적어야 하는데 {value!r}입니다.",
            f"{name} takes a number, but got {value!r}.",
            kind="bad-choice",
        ) from broken
