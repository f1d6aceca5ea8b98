"""``/api/health`` and ``/api/models``."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from pyojeong import __version__
from pyojeong.interfaces import wiring
from pyojeong.interfaces.models import models_json

router = APIRouter(tags=["status"])


@router.get("/health", summary="살아 있는지 · Whether the server answers")
async def health() -> dict[str, str]:
    """The version, and ``ok``."""
    return {"status": "ok", "version": __version__}


@router.get("/models", summary="쓰는 모델 · The models in use")
async def models() -> dict[str, Any]:
    """Every model file that comes along, `pyojeong.models/1`: source, licence, checksum, measured quality."""
    return models_json(wiring.stored_models())
