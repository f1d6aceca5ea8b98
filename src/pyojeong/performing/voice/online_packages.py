"""Voices through packages a person may have installed: gTTS (Google Translate) and edge-tts (Microsoft Edge).

Both send the text to a service on the internet. Neither package is part of this one.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import Any

from pyojeong.performing.voice.asking import checked, pace_of, received
from pyojeong.performing.voice.failures import voice_failed, voice_missing
from pyojeong.performing.voice.fitting import Span, fitted, fitted_to_words
from pyojeong.performing.voice.speaking import Line, Speech

_TICKS = 1e7
_UNSPOKEN = re.compile(r"[^0-9A-Za-z가-힣]")


@dataclass(frozen=True, slots=True)
class GoogleSpeaker:
    """gTTS: one Korean voice at one pitch and speed, whatever the mood; the timing is fitted to the audio."""

    name: str = "gtts"
    cache_key: str = "gtts ko"

    def voices(self) -> tuple[str, ...]:
        """One."""
        return ("ko",)

    def say(self, line: Line) -> Speech:
        """``line`` as Google Translate reads it."""
        text = checked(line, self.voices())
        try:
            from gtts import gTTS  # type: ignore[import-not-found, unused-ignore]
            from gtts.tts import gTTSError  # type: ignore[import-not-found, unused-ignore]
        except ImportError as error:
            raise _not_installed("gTTS", "gTTS") from error
        held = io.BytesIO()
        try:
            gTTS(text, lang="ko").write_to_fp(held)
        except (gTTSError, OSError, ValueError, AssertionError) as error:
            raise _away("gTTS", error) from error
        return fitted(line.words, received("gTTS", held.getvalue()), name="gTTS")


@dataclass(frozen=True, slots=True)
class EdgeSpeaker:
    """edge-tts: Microsoft's Korean voices, with the times of words they tell.

    Attributes:
        names: Of the service, e.g. ``ko-KR-SunHiNeural``.
    """

    names: tuple[str, ...] = ("ko-KR-SunHiNeural", "ko-KR-InJoonNeural", "ko-KR-HyunsuMultilingualNeural")
    name: str = "edge-tts"
    cache_key: str = "edge-tts ko-KR"

    def voices(self) -> tuple[str, ...]:
        """Those it was told of."""
        return self.names

    def say(self, line: Line) -> Speech:
        """``line`` as the service says it."""
        text = checked(line, self.names)
        try:
            import edge_tts  # type: ignore[import-not-found, unused-ignore]
            from edge_tts.exceptions import EdgeTTSException  # type: ignore[import-not-found, unused-ignore]
        except ImportError as error:
            raise _not_installed("edge-tts", "edge-tts") from error
        try:
            audio, told = _streamed(edge_tts.Communicate, text, line)
        except (EdgeTTSException, OSError, ValueError) as error:
            raise _away("edge-tts", error) from error
        sound = received("edge-tts", audio)
        spans = spans_of(line, told)
        if len(spans) < 0.5 * sum(bool(word.surface) for word in line.words):
            return fitted(line.words, sound, name="edge-tts")  # it told too little to build on
        return fitted_to_words(line.words, sound, spans)


def spans_of(line: Line, told: list[tuple[str, float, float]]) -> dict[int, Span]:
    """Seconds of the words of ``line`` from what a service tells, which splits and drops words as it likes.

    Args:
        line: What was asked.
        told: Text, first and last second of each event.
    """
    spans: dict[int, Span] = {}
    letters = [(number, c) for number, word in enumerate(line.words) for c in _UNSPOKEN.sub("", word.written)]
    place = 0
    for text, first, last in told:
        wanted = _UNSPOKEN.sub("", text)
        found = _found(wanted, letters, place)
        if found is None:
            continue
        for number in {number for number, _ in letters[found : found + len(wanted)]}:
            known = spans.get(number)
            spans[number] = (known[0], last) if known else (first, last)
        place = found + len(wanted)
    return spans


def _found(wanted: str, letters: list[tuple[int, str]], place: int) -> int | None:
    rest = "".join(letter for _, letter in letters[place:])
    at = rest.find(wanted) if wanted else -1
    return place + at if at >= 0 else None


def _streamed(communicate: Any, text: str, line: Line) -> tuple[bytes, list[tuple[str, float, float]]]:
    import inspect

    manner, pace = pace_of(line)
    hertz = round(200 * (2 ** ((manner.semitones + line.voice.pitch_semitones) / 12) - 1))
    options: dict[str, str] = {"rate": f"{round(100 * (pace - 1)):+d}%", "pitch": f"{hertz:+d}Hz"}
    if "boundary" in inspect.signature(communicate).parameters:  # since 7.2 words are told only when asked for
        options["boundary"] = "WordBoundary"
    audio, told = bytearray(), []
    for event in communicate(text, line.voice.name, **options).stream_sync():
        if event["type"] == "audio":
            audio += event["data"]
        elif event["type"] == "WordBoundary":
            first = event["offset"] / _TICKS
            told.append((str(event["text"]), first, first + event["duration"] / _TICKS))
    return bytes(audio), told


def _not_installed(name: str, package: str) -> Exception:
    return voice_missing(name, f"`pip install {package}`로 설치해 주세요.", f"install it with `pip install {package}`")


def _away(name: str, error: Exception) -> Exception:
    return voice_failed(name, "서비스에 닿지 않습니다. 인터넷 연결을 확인해 주세요.", f"the service failed: {error}")
