"""The sentences of voices that cannot speak."""

from __future__ import annotations

from collections.abc import Iterable

from pyojeong.errors import PyojeongError


def unknown_voice(name: str, known: Iterable[str]) -> PyojeongError:
    """Nobody of that name."""
    names = ", ".join(known) or "-"
    return PyojeongError(
        f"{name!r}라는 목소리가 없습니다. 있는 목소리: {names}",
        f"There is no voice {name!r}; there are: {names}",
        kind="unknown-voice",
    )


def nothing_to_say() -> PyojeongError:
    """A line without a sound."""
    return PyojeongError(
        "소리 내어 읽을 글자가 없습니다. 한글이나 숫자가 든 문장을 적어 주세요.",
        "There is nothing to say in this line; write one with Hangul or numbers.",
        kind="nothing-to-say",
    )


def voice_failed(name: str, korean: str, english: str) -> PyojeongError:
    """A keeper of voices that could not do it this time."""
    return PyojeongError(
        f"{name} 목소리를 만들지 못했습니다: {korean}", f"{name} could not speak: {english}", kind="voice"
    )


def voice_missing(name: str, korean: str, english: str) -> PyojeongError:
    """A keeper of voices that is not installed or not set up here."""
    return PyojeongError(
        f"{name} 목소리를 쓸 수 없습니다: {korean}", f"{name} is not available: {english}", kind="voice-missing"
    )
