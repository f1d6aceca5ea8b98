"""Captions by a chat service that speaks the OpenAI interface; the sentence leaves this machine unless it runs here.

Interface: POST ``{url}/chat/completions`` with ``model``, ``messages``, ``max_tokens``, ``temperature``; the answer
holds ``choices[0].message.content`` (platform.openai.com, API reference, Chat; the same in vLLM, Ollama and llama.cpp).
"""

from __future__ import annotations

import http.client
import json
import socket
import ssl
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from pyojeong.emotion import Mood
from pyojeong.errors import PyojeongError
from pyojeong.stickers.captions.caption import LONGEST
from pyojeong.stickers.captions.voice import Voice
from pyojeong.stickers.captions.writing import fitting_lines

SECONDS = 20.0
"""A caption is waited for with the picture; longer than this the bank is the better answer."""
MOST_BYTES = 200_000
"""Far above what a few lines need, far below what would hurt."""
LONGEST_SENTENCE = 400
_TOKENS_EACH = 40
_TEMPERATURE = 0.9
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_OK = 200
_SPEAKS: Mapping[Voice, str] = {
    Voice.BANMAL: "친구에게 하는 반말",
    Voice.POLITE: "부드러운 존댓말",
    Voice.DIALECT: "사투리 한 가지",
    Voice.UNCLE: "말장난을 좋아하는 아재 말투",
    Voice.MEME: "인터넷 밈 말투",
}


@dataclass(frozen=True, slots=True)
class ChatWriter:
    """A model behind a chat service.

    Attributes:
        url: The service's address up to ``/v1``; https, or http to this machine.
        model: The model's name there.
        key: Its secret; empty when it asks for none; never shown.
        seconds: How long an answer may take, all in all.
    """

    url: str
    model: str
    key: str = field(default="", repr=False)
    seconds: float = SECONDS

    def __post_init__(self) -> None:
        if not _is_fit(self.url):
            raise PyojeongError(
                "글귀를 쓸 대화 서비스의 주소는 https://여야 합니다(이 컴퓨터면 http://도 됩니다).",
                "The address of the chat service must be https:// (http:// on this machine).",
                kind="settings",
            )

    @property
    def name(self) -> str:
        """The model's name."""
        return self.model

    def write(self, sentence: str, mood: Mood, voice: Voice, count: int) -> tuple[str, ...]:
        """As `CaptionWriter.write`.

        Raises:
            PyojeongError: ``caption-writer`` when the service cannot be reached, refuses, or writes nothing usable.
        """
        body = {
            "model": self.model,
            "messages": [{"role": "user", "content": prompt(sentence, mood, voice, count)}],
            "max_tokens": _TOKENS_EACH * count,
            "temperature": _TEMPERATURE,
        }
        lines = fitting_lines(_content(self._asked(json.dumps(body).encode())), count=count)
        if not lines:
            raise refusal(self.model, "쓸 만한 글귀가 없었습니다", "it wrote no usable caption")
        return lines

    def _asked(self, body: bytes) -> Any:
        parts = urlsplit(self.url)
        connection = _connection(self.url, self.seconds)
        end = time.monotonic() + self.seconds
        late = threading.Timer(self.seconds, lambda: _cut(connection))  # a socket's own limit starts anew each byte
        late.start()
        try:
            headers = {"Content-Type": "application/json"} | (
                {"Authorization": f"Bearer {self.key}"} if self.key else {}
            )
            connection.request("POST", parts.path.rstrip("/") + "/chat/completions", body, headers)
            with connection.getresponse() as response:  # a closing answer holds the socket, not the connection
                data = _body(response, until=end)
        except (OSError, http.client.HTTPException, ValueError, AttributeError) as failure:
            said = type(failure).__name__
            raise refusal(self.model, f"답하지 않았습니다({said})", f"it did not answer ({said})") from failure
        finally:
            late.cancel()
            connection.close()
        if response.status != _OK or len(data) > MOST_BYTES:
            said = f"{response.status}, {len(data):,} bytes"
            raise refusal(
                self.model, f"거절하거나 너무 길게 답했습니다({said})", f"it refused or wrote too much ({said})"
            )
        return _document(data, self.model)


def _is_fit(url: str) -> bool:
    """Whether it is an address to which a sentence and a key may be sent."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:  # a port or brackets that are none
        return False
    near = parts.scheme == "http" and parts.hostname in _LOOPBACK
    return bool(parts.hostname) and port != 0 and (parts.scheme == "https" or near)


def prompt(sentence: str, mood: Mood, voice: Voice, count: int) -> str:
    """What the model is asked: captions only, a line each.

    >>> from pyojeong.emotion import Emotion
    >>> print(prompt("드디어 퇴근!", Mood.of(Emotion.JOY), Voice.POLITE, 3))
    메신저 이모티콘에 넣을 한국어 글귀를 3개 써 주세요.
    감정: 기쁨. 말투: 부드러운 존댓말. 하나에 12음절 안팎, 길어도 18음절.
    한 줄에 하나씩 글귀만 쓰고 번호, 따옴표, 설명은 쓰지 마세요. 욕설, 상표, 유명인, 유행어 인용은 쓰지 마세요.
    상황: 드디어 퇴근!
    """
    felt = ", ".join([mood.leading.korean, *map(str, mood.named[:3])])
    return (
        f"메신저 이모티콘에 넣을 한국어 글귀를 {count}개 써 주세요.\n"
        f"감정: {felt}. 말투: {_SPEAKS[voice]}. 하나에 12음절 안팎, 길어도 {LONGEST}음절.\n"
        "한 줄에 하나씩 글귀만 쓰고 번호, 따옴표, 설명은 쓰지 마세요. 욕설, 상표, 유명인, 유행어 인용은 쓰지 마세요.\n"
        f"상황: {' '.join(sentence.split())[:LONGEST_SENTENCE]}"
    )


def refusal(name: str, korean: str, english: str) -> PyojeongError:
    """The sentence a person reads when the writer ``name`` could not write."""
    return PyojeongError(
        f"글귀를 쓰는 {name}: {korean}. 표정의 글귀에서 골랐습니다.",
        f"The caption writer {name}: {english}; the bank answers instead.",
        kind="caption-writer",
    )


def _connection(url: str, seconds: float) -> http.client.HTTPConnection:
    parts = urlsplit(url)
    if parts.scheme == "http":
        return http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=seconds)
    context = ssl.create_default_context()
    return http.client.HTTPSConnection(parts.hostname or "", parts.port, timeout=seconds, context=context)


def _body(response: http.client.HTTPResponse, *, until: float) -> bytes:
    """What came, to one byte more than `MOST_BYTES`; the connection no longer knows the socket of a closing answer."""
    data = bytearray()
    while len(data) <= MOST_BYTES and (part := response.read1(MOST_BYTES + 1 - len(data))):
        data += part
        if time.monotonic() > until:
            raise TimeoutError
    return bytes(data)


def _cut(connection: http.client.HTTPConnection) -> None:
    if connection.sock is not None:
        with suppress(OSError):  # it closed by itself meanwhile
            connection.sock.shutdown(socket.SHUT_RDWR)


def _document(data: bytes, name: str) -> Any:
    try:
        return json.loads(data)
    except ValueError as broken:
        raise refusal(name, "JSON이 아닌 답을 했습니다", "its answer is no JSON") from broken


def _content(document: Any) -> str:
    try:
        return str(document["choices"][0]["message"]["content"] or "")
    except (KeyError, IndexError, TypeError) as odd:
        raise refusal("chat", "모르는 모양의 답을 했습니다", "its answer has another form") from odd
