"""The models that come along as documents: `pyojeong.models/1`, and `pyojeong.verification/1` of their files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pyojeong.weights.store import Stored

FORMAT = "pyojeong.models/1"
VERIFICATION_FORMAT = "pyojeong.verification/1"


def models_json(models: Sequence[Stored]) -> dict[str, Any]:
    """Every model's card."""
    return {"format": FORMAT, "models": [model.card.to_json() for model in models]}


def verification_json(whole: Mapping[str, bool]) -> dict[str, Any]:
    """Name of each model, and whether its file is the one its card describes.

    >>> verification_json({"text-ko": True})["models"]
    [{'name': 'text-ko', 'whole': True}]
    """
    models = [{"name": name, "whole": good} for name, good in whole.items()]
    return {"format": VERIFICATION_FORMAT, "models": models}
