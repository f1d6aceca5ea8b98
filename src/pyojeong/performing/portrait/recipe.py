"""Edits of one photo as a stack that can be saved, replayed, undone and redone (`pyojeong.recipe/1`).

The photo is never edited twice: a recipe is flattened into one expression a face, and that is performed on the original
pixels. On one face the later edit has the last word on every movement it names, so a slider moved after an emotion can
also take movement away.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from pyojeong.errors import PyojeongError
from pyojeong.performing.portrait.stage import Undo
from pyojeong.rig import Expression

FORMAT = "pyojeong.recipe/1"


@dataclass(frozen=True, slots=True)
class Edit:
    """One step: what face number ``face`` (0 is the largest) shall do.

    Attributes:
        face: Number of the face, counted from the largest.
        movements: As `Expression.to_dict` writes them; a 0 takes an earlier movement back.
        undo: How much of the photographed expression goes first.
        note: Why, in the person's words: the sentence or the emotion; never parsed.
    """

    face: int
    movements: Mapping[str, float]
    undo: Undo = Undo.CONFLICTS
    note: str = ""

    def __post_init__(self) -> None:
        if self.face < 0:
            raise ValueError(f"face number must be 0 or more, but got {self.face}")
        Expression.from_dict(self.movements)
        object.__setattr__(self, "movements", MappingProxyType(dict(self.movements)))

    @classmethod
    def of(cls, expression: Expression, *, face: int = 0, undo: Undo = Undo.CONFLICTS, note: str = "") -> Edit:
        """The edit that brings ``expression``."""
        return cls(face, expression.to_dict(), undo, note)


@dataclass(frozen=True, slots=True)
class Recipe:
    """Edits in the order they were made, and those taken back, the last first.

    >>> smile = Edit(0, {"mouthSmileLeft": 0.8, "jawOpen": 0.4})
    >>> recipe = Recipe().then(smile).then(Edit(0, {"jawOpen": 0.0}))
    >>> recipe.flattened()[0][0].to_dict(), recipe.undone().flattened()[0][0]["jawOpen"]
    ({'mouthSmileLeft': 0.8}, 0.4)
    >>> recipe.undone().redone() == recipe
    True
    """

    edits: tuple[Edit, ...] = ()
    taken_back: tuple[Edit, ...] = ()

    def then(self, edit: Edit) -> Recipe:
        """The recipe with one more edit; what was taken back is gone."""
        return Recipe((*self.edits, edit))

    def undone(self) -> Recipe:
        """The recipe without its last edit; the same recipe when there is none."""
        if not self.edits:
            return self
        return Recipe(self.edits[:-1], (self.edits[-1], *self.taken_back))

    def redone(self) -> Recipe:
        """The recipe with the edit that was taken back last; the same recipe when there is none."""
        if not self.taken_back:
            return self
        return Recipe((*self.edits, self.taken_back[0]), self.taken_back[1:])

    def flattened(self) -> dict[int, tuple[Expression, Undo]]:
        """Face number → the one expression to perform and how much of the photo's own goes first."""
        movements: dict[int, dict[str, float]] = {}
        undo: dict[int, Undo] = {}
        for edit in self.edits:
            movements.setdefault(edit.face, {}).update(edit.movements)
            undo[edit.face] = edit.undo
        return {face: (Expression.from_dict(values), undo[face]) for face, values in movements.items()}


def dumps(recipe: Recipe) -> str:
    """The recipe as JSON text; taken back edits are not kept."""
    edits = [
        {"face": e.face, "movements": dict(e.movements), "undo": e.undo.value, "note": e.note} for e in recipe.edits
    ]
    return json.dumps({"format": FORMAT, "edits": edits}, ensure_ascii=False, indent=2) + "\n"


def loads(text: str) -> Recipe:
    """The recipe written in ``text``.

    Raises:
        PyojeongError: When it is no JSON, another format or version, or names a movement that does not exist.
    """
    try:
        document = json.loads(text)
        found = document.get("format") if isinstance(document, dict) else type(document).__name__
        if found != FORMAT:
            raise ValueError(f"format must be {FORMAT}, but got {found!r}")
        _only(document, {"format", "edits"}, "recipe")
        return Recipe(tuple(_edit(item) for item in document["edits"]))
    except json.JSONDecodeError as broken:
        raise PyojeongError(
            f"편집 기록({FORMAT})을 읽을 수 없습니다: "
            f"{broken.lineno}번째 줄 {broken.colno}번째 글자부터 JSON이 아닙니다.",
            f"Cannot read the recipe: it is not JSON ({broken}).",
            kind="recipe",
        ) from broken
    except (KeyError, TypeError, ValueError, OverflowError, RecursionError) as broken:
        raise PyojeongError(
            f"편집 기록({FORMAT})을 읽을 수 없습니다: {broken}.", f"Cannot read the recipe: {broken}.", kind="recipe"
        ) from broken


def _edit(item: dict[str, Any]) -> Edit:
    _only(item, {"face", "movements", "undo", "note"}, "edit")
    movements = {str(name): float(value) for name, value in dict(item["movements"]).items()}
    return Edit(int(item["face"]), movements, Undo(item.get("undo", "conflicts")), str(item.get("note", "")))


def _only(fields: Mapping[str, Any], known: set[str], where: str) -> None:
    unknown = set(fields) - known
    if unknown:
        raise ValueError(f"{where} has no field {', '.join(sorted(unknown))}")
