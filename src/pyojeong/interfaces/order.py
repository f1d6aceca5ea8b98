"""What the doors were asked to perform, in the words of forms and command lines."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyojeong.emotion import Mood, Score
from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring
from pyojeong.interfaces.casting import Role, role_of
from pyojeong.interfaces.documents import read_document
from pyojeong.interfaces.emotion_spec import cast_of, mood_of
from pyojeong.interfaces.performance import Rehearsal, rehearse
from pyojeong.media import Image
from pyojeong.performing.portrait.recipe import Recipe, loads
from pyojeong.performing.portrait.stage import Undo
from pyojeong.rig import Expression


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for; exactly one of the first four, or none where a recipe is replayed.

    Attributes:
        emotion: An emotion spec.
        text: Korean text to read.
        expression: Set by hand.
        several: Face numbers with emotion specs, as `cast_of` reads them.
        face: Which face; None is the largest.
        intensity: [0, 1], instead of the mood's own.
        undo: How much of the photographed expression goes first.
        recipe: Earlier edits.

    >>> [role.face for role in Order(several="0=joy,1=sadness:0.5").roles()]
    [0, 1]
    """

    emotion: str | None = None
    text: str | None = None
    expression: Expression | None = None
    several: str | None = None
    face: int | None = None
    intensity: float | None = None
    undo: Undo = Undo.CONFLICTS
    recipe: Recipe | None = None

    def __post_init__(self) -> None:
        given = [what for what in (self.emotion, self.text, self.expression, self.several) if what is not None]
        if len(given) > 1 or not (given or (self.recipe and self.recipe.edits)):
            raise PyojeongError(
                f"emotion, text, expression, several 가운데 하나를 주세요; 지금은 {len(given)}개입니다.",
                f"Give one of emotion, text, expression or several; there are {len(given)}.",
                kind="what",
            )
        if self.several is not None and self.face is not None:
            raise PyojeongError(
                "여러 사람(several)에는 얼굴 번호가 들어 있으므로 face를 함께 쓰지 않습니다.",
                "Several people name their faces themselves; leave face out.",
                kind="what",
            )

    def roles(self) -> tuple[Role, ...]:
        """Who shows what; empty when only a recipe is replayed.

        Raises:
            PyojeongError: When a spec is wrong or the text cannot be read.
        """
        if self.several is not None:
            cast = cast_of(self.several)
            return tuple(role_of(mood, face=n, intensity=self.intensity) for n, mood in cast.items())
        what = self._what()
        return () if what is None else (role_of(what, face=self.face, intensity=self.intensity),)

    def rehearsed(self, image: Image) -> Rehearsal:
        """The order on the faces of ``image``.

        Raises:
            PyojeongError: As `roles`, or when the faces asked for are not there.
        """
        return rehearse(image, self.roles(), recipe=self.recipe, undo=self.undo)

    def _what(self) -> Mood | Score | Expression | None:
        if self.emotion is not None:
            return mood_of(self.emotion)
        return self.expression if self.text is None else wiring.text_reader().read(self.text)


def expression_from_json(document: str | bytes, name: str) -> Expression:
    """The expression written as ``{"mouthSmileLeft": 0.8, …}``; ``name`` is where it came from, for the message.

    >>> expression_from_json('{"jawOpen": 0.2}', "a.json")["jawOpen"]
    0.2

    Raises:
        PyojeongError: When it is not such a document.
    """
    try:
        values = json.loads(document)
        if not isinstance(values, Mapping):
            raise ValueError(f"it must be an object of ARKit names, but got {type(values).__name__}")
        return Expression.from_dict({key: _number(key, value) for key, value in values.items()})
    except json.JSONDecodeError as broken:
        raise PyojeongError(
            f"{name}: {broken.lineno}번째 줄 {broken.colno}번째 글자부터 JSON이 아닙니다; "
            '표정은 {"mouthSmileLeft": 0.8}처럼 적어 주세요.',
            f'{name}: this is not JSON ({broken}); write an expression like {{"mouthSmileLeft": 0.8}}.',
            kind="expression",
        ) from broken
    except (ValueError, RecursionError) as broken:
        raise PyojeongError(
            f'{name}: 표정은 {{"mouthSmileLeft": 0.8}}처럼 ARKit 이름과 0–1의 수를 적은 JSON이어야 합니다({broken}).',
            f'{name}: an expression must be JSON of ARKit names and numbers like {{"mouthSmileLeft": 0.8}} ({broken}).',
            kind="expression",
        ) from broken


def expression_from(path: Path) -> Expression:
    """The expression in a JSON file."""
    return expression_from_json(read_document(path), path.name)


def recipe_from(path: Path) -> Recipe:
    """The recipe in a JSON file."""
    return loads(read_document(path))


def undo_of(*, neutral_first: bool) -> Undo:
    """All of the photographed expression, or what stands in the way of the new one."""
    return Undo.ALL if neutral_first else Undo.CONFLICTS


def _number(key: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"{key} must be a number, but got {value!r}")
    return float(value)
