"""Who writes captions, as the settings say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

from pyojeong.emotion import Mood
from pyojeong.errors import PyojeongError
from pyojeong.interfaces.settings import settings
from pyojeong.stickers.captions import CaptionBank, CaptionWriter, Voice, write_captions
from pyojeong.stickers.captions.writing import BankWriter

FORMAT = "pyojeong.captions/1"
MOST = 20


@dataclass(frozen=True, slots=True)
class Captions(Sequence[str]):
    """Captions, the best first, that know who wrote them.

    Attributes:
        lines: The captions themselves.
        by: Who wrote them, as shown to people.
        model: The language model that did, which has to be declared; None for the bank.
        instead_of: What kept the writer of the settings from it; None when it wrote itself.

    >>> found = Captions(("퇴근이다!", "집에 가자"), "표정의 글귀", None, None)
    >>> found[0], found[1:], len(found)
    ('퇴근이다!', ('집에 가자',), 2)
    """

    lines: tuple[str, ...]
    by: str
    model: str | None
    instead_of: PyojeongError | None

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[str, ...]: ...
    def __getitem__(self, place: int | slice) -> str | tuple[str, ...]:
        """The caption at a place, or several."""
        return self.lines[place]

    def __len__(self) -> int:
        return len(self.lines)

    @property
    def notices(self) -> tuple[tuple[str, str], ...]:
        """What people should be told, in Korean and English."""
        failure = self.instead_of
        return () if failure is None else ((failure.korean, failure.english),)


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


def written(sentence: str, mood: Mood, voice: Voice, *, count: int) -> Captions:
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
    return Captions(found.lines, found.by, None if own else writer.name, found.instead_of)


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


def captions_json(sentence: str, found: Captions, voice: Voice) -> dict[str, object]:
    """`pyojeong.captions/1`."""
    return {
        "format": FORMAT,
        "text": sentence,
        "voice": voice.value,
        "captions": list(found.lines),
        "by": found.by,
        "text_model": found.model,
        "notices": [korean for korean, _ in found.notices],
    }


def _unfit(korean: str, english: str) -> PyojeongError:
    return PyojeongError(
        f"설정 PYOJEONG_CAPTION_URL과 PYOJEONG_CAPTION_FOLDER가 맞지 않습니다: {korean}.",
        f"PYOJEONG_CAPTION_URL and PYOJEONG_CAPTION_FOLDER do not fit: {english}.",
        kind="settings",
    )
