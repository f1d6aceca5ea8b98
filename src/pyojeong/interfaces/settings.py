"""What the person configured: environment variables and where files are kept."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from pyojeong.errors import PyojeongError


class Settings(BaseSettings):
    """Values of ``PYOJEONG_*`` environment variables, checked.

    Two are read where they are needed before settings may be loaded: ``PYOJEONG_LANGUAGE`` in `messages`, and
    ``PYOJEONG_DEBUG`` by the command line when it fails.

    Attributes:
        home: Everything the program keeps: models the person added, uploads in progress.
        visible_mark: Whether photos of people get the small visible mark.
        max_megapixels: Pictures above this many megapixels are refused.
        max_upload_megabytes: Uploads above this size are refused by the server.
        text_model: Name of the model that reads text; the package's own when None.
        host_names: Names, separated by commas, the server answers to besides IP addresses and ``localhost``.
        clova_url: Invoke URL of the person's CLOVA OCR; pages are sent there only when asked for each time.
        clova_key: Its secret.
        caption_url: A chat service of the OpenAI kind that writes captions, up to ``/v1``; sentences are sent there.
        caption_model: The model's name there.
        caption_key: Its secret; empty where it asks for none.
        caption_folder: A causal model in ONNX that writes captions on this machine; not beside ``caption_url``.
        screenshotlayer_key: Takes pictures of web pages where there is no Chromium.
        voice: Who says the lines of tales: ``espeak``, ``supertonic``, ``openai``, ``edge-tts``, ``gtts``, ``macos`` or
            ``windows``; lines are sent away by openai, edge-tts and gtts.
        voice_folder: Of Supertonic's files.
        voice_url: A speech service of the OpenAI kind, up to and with ``/v1``.
        voice_model: Its model.
        voice_key: Its secret; empty where it asks for none.
        voice_names: Whose voice of that engine speaks for which of ours, as ``narae=nova,jun=onyx``; the first one for
            all that are not named.
    """

    model_config = SettingsConfigDict(env_prefix="PYOJEONG_", extra="ignore")

    home: Path = Field(default_factory=lambda: user_data_path("pyojeong", appauthor=False))
    visible_mark: bool = True
    max_megapixels: float = Field(default=64.0, gt=0)
    max_upload_megabytes: float = Field(default=80.0, gt=0)
    text_model: str | None = None
    host_names: str = ""
    clova_url: str = ""
    clova_key: SecretStr = SecretStr("")
    caption_url: str = ""
    caption_model: str = ""
    caption_key: SecretStr = SecretStr("")
    caption_folder: Path | None = None
    screenshotlayer_key: SecretStr = SecretStr("")
    voice: str = "espeak"
    voice_folder: Path | None = None
    voice_url: str = ""
    voice_model: str = ""
    voice_key: SecretStr = SecretStr("")
    voice_names: str = ""


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process, read once.

    Raises:
        PyojeongError: When an environment variable does not fit.
    """
    try:
        return Settings()
    except ValidationError as broken:
        first = broken.errors()[0]
        name = "PYOJEONG_" + "_".join(str(part) for part in first["loc"]).upper()
        raise PyojeongError(
            f"설정 {name} 값이 맞지 않습니다: {first['input']!r} ({first['msg']}).",
            f"The setting {name} does not fit: {first['input']!r} ({first['msg']}).",
            kind="settings",
        ) from broken
