"""What the person configured: environment variables and where files are kept."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Values of ``PYOJEONG_*`` environment variables, checked.

    Attributes:
        home: Everything the program keeps: models the person added, uploads in progress.
        language: ``ko`` or ``en`` for messages.
        visible_mark: Whether photos of people get the small visible mark.
        max_megapixels: Pictures above this many megapixels are refused.
        max_upload_megabytes: Uploads above this size are refused by the server.
        threads: CPU threads for models and drawing; 0 lets the libraries choose.
    """

    model_config = SettingsConfigDict(env_prefix="PYOJEONG_", extra="ignore")

    home: Path = Field(default_factory=lambda: user_data_path("pyojeong", appauthor=False))
    language: str = Field(default="ko", pattern="^(ko|en)$")
    visible_mark: bool = True
    max_megapixels: float = Field(default=64.0, gt=0)
    max_upload_megabytes: float = Field(default=80.0, gt=0)
    threads: int = Field(default=0, ge=0)


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process, read once."""
    return Settings()
