"""Lines written by hand for the tests of voices."""

from __future__ import annotations

import io
import wave

import numpy as np

from pyojeong.emotion import Emotion, Mood
from pyojeong.performing.voice.speaking import Line, Voice
from pyojeong.rig.speech import SpokenWord, Stop

CALM = Mood.of(Emotion.NEUTRAL)
TALE = (
    "옌날 옌저게, 기푼 산쏘게 호랑이가 사라써요. 배고픈 호랑이는 마으를 차자 내려왈쑵니다. 떡 하나 주면 안 자바먹찌! "
    "할머니는 깜짝 놀라 뒤도라보아써요. 누구세요?"
)


def words(text: str) -> tuple[SpokenWord, ...]:
    """Words of ``text``, which is written as it sounds."""
    made, place = [], 0
    for piece in text.split():
        bare = "".join(c for c in piece if "가" <= c <= "힣")
        mark = piece[-1]
        stop = Stop(mark) if mark in set(Stop) else Stop.NONE
        made.append(SpokenWord(piece, place, place + len(piece), bare, stop))
        place += len(piece) + 1
    return tuple(made)


def line(text: str, voice: str = "narae", mood: Mood = CALM, *, pitch: float = 0.0, pace: float = 1.0) -> Line:
    """A line to say."""
    return Line(words(text), mood, Voice(voice, pitch, pace))


def wav_of(samples: np.ndarray, rate: int = 24_000) -> bytes:
    """A WAV file written by the standard library."""
    held = io.BytesIO()
    with wave.open(held, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes((np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())
    return held.getvalue()


def two_bursts(rate: int = 24_000) -> np.ndarray:
    """Half a second of buzz, a pause of 0.4 s, half a second of buzz, with 0.1 s of silence around."""
    buzz = 0.3 * np.sign(np.sin(2 * np.pi * 150 * np.arange(rate // 2) / rate))
    quiet = np.zeros(rate // 10)
    return np.concatenate([quiet, buzz, np.zeros(round(0.4 * rate)), buzz, quiet])
