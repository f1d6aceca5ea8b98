"""Where model files lie: folders of cards (``NAME.json``), each with its file beside it.

The first folder that has a name wins, so a person's own model can take the place of a shipped one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyojeong.errors import PyojeongError
from pyojeong.weights.card import Card, load_card

if TYPE_CHECKING:
    from numpy.typing import NDArray

SHIPPED = Path(__file__).parent / "files"
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Stored:
    """A card and the folder its file lies in."""

    card: Card
    folder: Path

    @property
    def path(self) -> Path:
        """The model file."""
        return self.folder / self.card.file


def stored(folders: Sequence[Path] = (SHIPPED,)) -> list[Stored]:
    """Every model in ``folders``, by name; folders that do not exist are empty."""
    found: dict[str, Stored] = {}
    for folder in folders:
        for path in sorted(folder.glob("*.json")):
            card = load_card(path)
            found.setdefault(card.name, Stored(card, folder))
    return [found[name] for name in sorted(found)]


def find(
    name: str, folders: Sequence[Path] = (SHIPPED,), *, suits: Callable[[Stored], bool] = lambda model: True
) -> Stored:
    """The model called ``name``.

    Raises:
        PyojeongError: When there is none; the message lists those there are that ``suits`` holds fit for the purpose.
    """
    models = stored(folders)
    for model in models:
        if model.card.name == name:
            return model
    names = ", ".join(model.card.name for model in models if suits(model)) or "-"
    raise PyojeongError(
        f"모델 {name!r}이 없습니다. 있는 모델: {names}.",
        f"There is no model {name!r}; there are: {names}.",
        kind="no-model",
    )


def is_whole(model: Stored) -> bool:
    """Whether the file and its parts are there and have the card's SHA-256."""
    files = {**model.card.parts, model.card.file: model.card.sha256}
    return all(_is_whole(model.folder / name, sha256) for name, sha256 in files.items())


def _is_whole(path: Path, sha256: str) -> bool:
    return path.is_file() and sha256_of(path) == sha256


def verify(name: str, folders: Sequence[Path] = (SHIPPED,)) -> Stored:
    """The model, once its file is known to be whole.

    Raises:
        PyojeongError: When there is no such model, or its file is missing or changed.
    """
    model = find(name, folders)
    if not is_whole(model):
        raise PyojeongError(
            f"모델 파일 {model.card.file}이 없거나 바뀌었습니다. 패키지를 다시 설치해 주세요.",
            f"The model file {model.card.file} is missing or changed; install the package again.",
            kind="model-broken",
        )
    return model


def arrays_of(name: str, folders: Sequence[Path] = (SHIPPED,)) -> dict[str, NDArray[Any]]:
    """The arrays of an ``.npz`` model, checked against the card first; objects are refused.

    Raises:
        PyojeongError: As `verify`.
    """
    import numpy as np

    with np.load(verify(name, folders).path, allow_pickle=False) as kept:
        return {key: kept[key] for key in kept.files}


def sha256_of(path: Path) -> str:
    """SHA-256 of a file in hex."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()
