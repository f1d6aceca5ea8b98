"""Everything measured of one face, and its document ``pyojeong.traits/1``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import Enum
from typing import Any

from pyojeong.errors import PyojeongError
from pyojeong.reading.face.traits.parts import (
    Beard,
    BeardKind,
    Brows,
    Eyes,
    Glasses,
    GlassesKind,
    Hair,
    HairLength,
    Lips,
    Parting,
    Shape,
    Skin,
)
from pyojeong.reading.face.traits.remarks import Remark
from pyojeong.rig import Expression

FORMAT = "pyojeong.traits/1"
_DIGITS = 4
_PARTS: Mapping[str, type] = {
    "shape": Shape,
    "skin": Skin,
    "hair": Hair,
    "brows": Brows,
    "eyes": Eyes,
    "glasses": Glasses,
    "beard": Beard,
    "lips": Lips,
}
_ENUMS: Mapping[tuple[str, str], type[Enum]] = {
    ("hair", "length"): HairLength,
    ("hair", "parting"): Parting,
    ("glasses", "kind"): GlassesKind,
    ("beard", "kind"): BeardKind,
}
_TUPLES = frozenset({"outline", "outline_seen", "fringe"})


@dataclass(frozen=True, slots=True)
class Traits:
    """What a character needs of a face. No opinion about who the person is, nor about sex, age or origin.

    Attributes:
        shape: Ratios of the face.
        skin: Colour of the skin.
        hair: Colour, outline and style of the hair.
        brows: The brows at rest.
        eyes: Form of the eyes, colour of the iris.
        glasses: Glasses, or none.
        beard: A beard, or none.
        lips: Fullness and colour.
        expression: What the face does in the photo.
        remarks: What made measuring hard.
    """

    shape: Shape
    skin: Skin
    hair: Hair
    brows: Brows
    eyes: Eyes
    glasses: Glasses
    beard: Beard
    lips: Lips
    expression: Expression
    remarks: tuple[Remark, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The document, ready for `json.dumps`; numbers have four digits."""
        parts = {name: _plain(_as_dict(getattr(self, name))) for name in _PARTS}
        remarks = [{"code": r.value, "korean": r.korean, "english": r.english} for r in self.remarks]
        return {"format": FORMAT, **parts, "expression": self.expression.to_dict(), "remarks": remarks}

    @classmethod
    def from_json(cls, document: Mapping[str, Any]) -> Traits:
        """The traits a document holds.

        Raises:
            PyojeongError: Kind ``traits`` when it is no such document, or does not hold together.
        """
        try:
            if document.get("format") != FORMAT:
                raise ValueError(f"format must be {FORMAT}")
            parts = {name: _part(name, document[name]) for name in _PARTS}
            remarks = tuple(Remark(item["code"]) for item in document["remarks"])
            return cls(**parts, expression=Expression.from_dict(document["expression"]), remarks=remarks)
        except (ValueError, TypeError, KeyError, AttributeError) as broken:
            raise PyojeongError(
                f"얼굴 특징 문서({FORMAT})를 읽을 수 없습니다: {broken}. 사진에서 다시 만들어 주세요.",
                f"Cannot read the traits ({FORMAT}): {broken}; measure them again from the photo.",
                kind="traits",
            ) from broken


def dumps(traits: Traits) -> str:
    """The document as text, two-space indent, Hangul as itself."""
    return json.dumps(traits.to_json(), ensure_ascii=False, indent=2) + "\n"


def loads(text: str) -> Traits:
    """The traits written in ``text``.

    Raises:
        PyojeongError: Kind ``traits`` when it is no JSON, or as `Traits.from_json`.
    """
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as broken:
        raise PyojeongError(
            f"얼굴 특징 문서({FORMAT})가 JSON이 아닙니다: {broken}.",
            f"The traits ({FORMAT}) are no JSON: {broken}.",
            kind="traits",
        ) from broken
    return Traits.from_json(document)


def _as_dict(part: Any) -> dict[str, Any]:
    """Fields of a part."""
    return {f.name: getattr(part, f.name) for f in fields(part)}


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return round(value, _DIGITS) + 0.0 if isinstance(value, float) else value


def _part(name: str, document: Mapping[str, Any]) -> Any:
    given = dict(document)
    for key in given:
        if (name, key) in _ENUMS:
            given[key] = _ENUMS[name, key](given[key])
        elif key in _TUPLES:
            given[key] = tuple(given[key])
    return _PARTS[name](**given)
