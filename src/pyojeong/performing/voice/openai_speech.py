"""Voices of any service that speaks OpenAI's ``/audio/speech``: OpenAI, or a server of one's own."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from dataclasses import dataclass
from urllib.parse import urlsplit

from pyojeong.emotion import Emotion
from pyojeong.performing.voice.asking import checked, pace_of, received
from pyojeong.performing.voice.failures import voice_failed
from pyojeong.performing.voice.fitting import fitted
from pyojeong.performing.voice.speaking import Line, Speech

_MOST_BYTES = 64 << 20
_ASKED = {
    Emotion.JOY: "밝고 신나게",
    Emotion.SADNESS: "슬프고 힘없이",
    Emotion.ANGER: "화난 목소리로",
    Emotion.FEAR: "겁먹은 목소리로",
    Emotion.EMBARRASSMENT: "당황해서 머뭇거리며",
    Emotion.SURPRISE: "깜짝 놀라서",
    Emotion.DISGUST: "싫은 기색으로",
    Emotion.NEUTRAL: "차분하게",
}


@dataclass(frozen=True, slots=True)
class OpenAISpeaker:
    """Sends the written line away and fits the timing to what comes back.

    `Voice.pitch_semitones` cannot be asked of such a service and is left out; `pace` and the mood are asked.

    Attributes:
        base_url: Up to and with ``/v1``.
        model: Of the service.
        names: Of its voices.
        key: Sent as a bearer token; none when empty.
        instructed: Whether the model follows ``instructions`` (gpt-4o-mini-tts does, tts-1 refuses them).
        seconds: Given up after.
    """

    base_url: str
    model: str
    names: tuple[str, ...]
    key: str = ""
    instructed: bool = False
    seconds: float = 60.0
    name: str = "openai"

    def __post_init__(self) -> None:
        if urlsplit(self.base_url).scheme not in ("http", "https"):
            raise ValueError(f"base_url must be an http or https address, but got {self.base_url!r}")

    def __repr__(self) -> str:
        """Without the key."""
        return f"OpenAISpeaker({self.base_url!r}, {self.model!r}, {self.names!r})"

    @property
    def cache_key(self) -> str:
        """Address, model and whether moods are told."""
        return f"openai {self.base_url} {self.model} {self.instructed}"

    def voices(self) -> tuple[str, ...]:
        """Those it was told of."""
        return self.names

    def say(self, line: Line) -> Speech:
        """``line`` as the service says it."""
        text = checked(line, self.names)
        _, pace = pace_of(line)
        asked: dict[str, object] = {
            "model": self.model,
            "voice": line.voice.name,
            "input": text,
            "response_format": "wav",
            "speed": round(pace, 3),
        }
        if self.instructed:
            asked["instructions"] = f"동화를 읽어 주듯 {_ASKED[line.mood.leading]} 한국어로 읽으세요."
        return fitted(line.words, received(self.name, self._sent(asked)), name=self.name)

    def _sent(self, asked: dict[str, object]) -> bytes:
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {self.key}"} if self.key else {})
        address = self.base_url.rstrip("/") + "/audio/speech"
        request = urllib.request.Request(address, json.dumps(asked).encode(), headers, method="POST")
        try:
            with urllib.request.urlopen(request, timeout=self.seconds) as answer:
                audio: bytes = answer.read(_MOST_BYTES + 1)
        except urllib.error.HTTPError as error:
            with error:
                raise voice_failed(
                    self.name,
                    _REASONS.get(error.code, f"서비스가 거절했습니다({error.code})."),
                    f"the service answered {error.code}",
                ) from error
        except (OSError, ValueError) as error:
            korean = f"{urlsplit(self.base_url).netloc}에 닿지 않습니다. 주소와 연결을 확인해 주세요."
            raise voice_failed(self.name, korean, f"cannot reach it: {error}") from error
        if len(audio) > _MOST_BYTES:
            raise voice_failed(self.name, "받은 소리가 너무 큽니다.", "it sent more than 64 MB")
        return audio


_REASONS = {
    400: "이 문장이나 목소리를 받아들이지 않습니다(400). 모델과 목소리 이름을 확인해 주세요.",
    401: "열쇠(API key)가 맞지 않습니다(401).",
    403: "이 열쇠로는 쓸 수 없습니다(403).",
    404: "그런 주소나 모델이 없습니다(404).",
    429: "너무 자주 물었거나 한도를 넘었습니다(429). 잠시 뒤에 다시 해 주세요.",
}
