"""A model card: what a model file is, what it was made from, and how good it measured, in one JSON beside the file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pyojeong.errors import PyojeongError

FORMAT = "pyojeong.card/1"


@dataclass(frozen=True, slots=True)
class Ingredient:
    """Something a model learned from: its name, licence, and what was used of it."""

    name: str
    licence: str
    used: str


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of one model file.

    Attributes:
        name: How the store calls it.
        file: Path of the file below the card's folder, with ``/``.
        sha256: Of the file, in hex.
        parts: SHA-256 of every other file the model is read with, by its path below the card's folder.
        task: One sentence: what goes in and what comes out.
        licence: SPDX identifier the file is distributed under.
        source: Where it comes from, and the command that makes it again.
        ingredients: Everything it learned from.
        labels: Label order of each output.
        measured: Out-of-sample quality by measure; floors and per-class figures beside the totals.
        weak: What it is known to do badly.

    >>> Card("m", "m.npz", "0" * 64, "t", "Apache-2.0", "s").labels
    mappingproxy({})
    """

    name: str
    file: str
    sha256: str
    task: str
    licence: str
    source: str
    ingredients: tuple[Ingredient, ...] = ()
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    measured: Mapping[str, Any] = field(default_factory=dict)
    weak: tuple[str, ...] = ()
    parts: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for file, sha256 in ((self.file, self.sha256), *self.parts.items()):
            _check_file(file, sha256)
        object.__setattr__(self, "parts", MappingProxyType(dict(self.parts)))
        labels = {output: tuple(names) for output, names in self.labels.items()}
        object.__setattr__(self, "labels", MappingProxyType(labels))
        object.__setattr__(self, "measured", MappingProxyType(dict(self.measured)))

    def to_json(self) -> dict[str, Any]:
        """The card as its JSON document."""
        return {
            "format": FORMAT,
            "name": self.name,
            "file": self.file,
            "sha256": self.sha256,
            "task": self.task,
            "licence": self.licence,
            "source": self.source,
            "ingredients": [{"name": i.name, "licence": i.licence, "used": i.used} for i in self.ingredients],
            "labels": {output: list(names) for output, names in self.labels.items()},
            "measured": dict(self.measured),
            "weak": list(self.weak),
            "parts": dict(self.parts),
        }


def _check_file(file: str, sha256: str) -> None:
    """Raises ValueError unless ``file`` stays below the card's folder and ``sha256`` is one."""
    if len(sha256) != 64 or set(sha256) - set("0123456789abcdef"):
        raise ValueError(f"sha256 must be 64 hex digits, but got {sha256!r}")
    if set(file.split("/")) & {"", ".", ".."} or set(file) & set("\\:\0"):
        raise ValueError(f"file must be a path below the card's folder, but got {file!r}")


def load_card(path: Path) -> Card:
    """The card written in ``path``.

    Raises:
        PyojeongError: When it is no card of this format.
    """
    try:
        document = json.loads(path.read_text("utf-8"))
        if document.pop("format", None) != FORMAT:
            raise ValueError(f"format must be {FORMAT}")
        ingredients = tuple(Ingredient(**item) for item in document.pop("ingredients"))
        weak = tuple(document.pop("weak"))
        return Card(ingredients=ingredients, weak=weak, **document)
    except (ValueError, TypeError, KeyError, AttributeError) as broken:
        raise PyojeongError(
            f"모델 카드 {path.name}를 읽을 수 없습니다: {broken}",
            f"Cannot read the model card {path.name}: {broken}",
            kind="model-card",
        ) from broken


def save_card(card: Card, path: Path) -> None:
    """Write the card as JSON, two-space indent, Hangul as itself."""
    path.write_text(json.dumps(card.to_json(), ensure_ascii=False, indent=2) + "\n", "utf-8")
