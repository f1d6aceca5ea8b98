"""Who writes captions, as the settings say."""

from __future__ import annotations

from dataclasses import dataclass

from pyojeong.emotion import Mood
from pyojeong.errors import PyojeongError
from pyojeong.interfaces.settings import settings
from pyojeong.stickers.captions import CaptionBank, CaptionWriter, Voice, write_captions
from pyojeong.stickers.captions.writing import BankWriter

FORMAT = "pyojeong.captions/1"
MOST = 20


@dataclass(frozen=True, slots=True)
class Captioned:
    """Captions, who wrote them, the language model among those (None for the bank), and what kept one from it."""

    lines: tuple[str, ...]
    by: str
    model: str | None
    instead_of: PyojeongError | None


def caption_writer() -> CaptionWriter:
    """The chat service or the local model of the settings, else the bank.

    Raises:
        PyojeongError: When both are set, or the service has no model named or an address that does not fit.
    """
    chosen, bank = settings(), CaptionBank.shipped()
    if chosen.caption_url and chosen.caption_folder:
        raise _unfit("하나만 적어 주세요", "set one of them only")
    if chosen.caption_folder:
        from pyojeong.stickers.captions.local_model import LocalWriter

        return LocalWriter(chosen.caption_folder, bank)
    if not chosen.caption_url:
        return BankWriter(bank)
    if not chosen.caption_model:
        raise _unfit("PYOJEONG_CAPTION_MODEL에 모델 이름도 적어 주세요", "name the model in PYOJEONG_CAPTION_MODEL")
    from pyojeong.stickers.captions.endpoint import ChatWriter

    return ChatWriter(chosen.caption_url, chosen.caption_model, chosen.caption_key.get_secret_value())


def written(sentence: str, mood: Mood, voice: Voice, *, count: int) -> Captioned:
    """Captions for ``sentence``; where the writer fails the bank writes, and it is told why.

    Raises:
        PyojeongError: As `caption_writer`, or when ``count`` is not 1 to `MOST`.
    """
    if not 1 <= count <= MOST:
        raise PyojeongError(
            f"글귀는 한 번에 1–{MOST}개인데 {count}개입니다.",
            f"Captions come 1–{MOST} at once, not {count}.",
            kind="count",
        )
    writer, bank = caption_writer(), CaptionBank.shipped()
    found = write_captions(writer, bank, sentence, mood, voice=voice, count=count)
    own = isinstance(writer, BankWriter) or found.instead_of is not None
    return Captioned(found.lines, found.by, None if own else writer.name, found.instead_of)


def voice_of(name: str) -> Voice:
    """The voice called ``name``.

    Raises:
        PyojeongError: When there is none, with those there are.
    """
    try:
        return Voice.of(name)
    except ValueError as unknown:
        known = ", ".join(f"{voice.value}({voice.korean})" for voice in Voice)
        raise PyojeongError(
            f"말투는 {known} 가운데 하나인데 {name!r}입니다.",
            f"A voice is one of {known}, not {name!r}.",
            kind="unknown-voice",
        ) from unknown


def captions_json(sentence: str, found: Captioned, voice: Voice) -> dict[str, object]:
    """`pyojeong.captions/1`."""
    return {
        "format": FORMAT,
        "text": sentence,
        "voice": voice.value,
        "captions": list(found.lines),
        "by": found.by,
        "text_model": found.model,
        "notices": [] if found.instead_of is None else [found.instead_of.korean],
    }


def _unfit(korean: str, english: str) -> PyojeongError:
    return PyojeongError(
        f"설정 PYOJEONG_CAPTION_URL과 PYOJEONG_CAPTION_FOLDER가 맞지 않습니다: {korean}.",
        f"PYOJEONG_CAPTION_URL and PYOJEONG_CAPTION_FOLDER do not fit: {english}.",
        kind="settings",
    )
