"""A chat service is asked in the common words, by a small server that answers as one does, or does not."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from chat_service import Service

from pyojeong.emotion import Emotion, Feeling, Mood
from pyojeong.errors import PyojeongError
from pyojeong.stickers.captions import CaptionBank, Voice, write_captions
from pyojeong.stickers.captions.endpoint import MOST_BYTES, ChatWriter

TIRED = Mood.told(Emotion.SADNESS, intensity=0.7, named=[Feeling.WEARINESS])


@pytest.fixture
def service() -> Iterator[Service]:
    one = Service()
    yield one
    one.server.shutdown()
    one.server.server_close()


def ask(writer: ChatWriter, count: int = 2) -> tuple[str, ...]:
    return writer.write("야근이 사흘째", TIRED, Voice.POLITE, count)


def test_it_is_asked_for_captions_only_and_its_lines_are_cleaned(service: Service) -> None:
    service.says('1. "오늘은 집에 보내 주세요"\n2. 달이 제 동료예요\n3. 하나 더요')
    assert ask(ChatWriter(service.url, "little", "비밀".encode().hex())) == (
        "오늘은 집에 보내 주세요",
        "달이 제 동료예요",
    )
    (message,) = service.asked["messages"]
    assert service.path == "/v1/chat/completions" and service.asked["model"] == "little"
    assert all(word in message["content"] for word in ("야근이 사흘째", "존댓말", "슬픔", "힘듦/지침", "2개"))
    assert service.headers["Authorization"] == "Bearer " + "비밀".encode().hex()


def test_no_key_is_no_header_and_never_shown(service: Service) -> None:
    service.says("달이 동료예요")
    assert ask(ChatWriter(service.url, "little")) == ("달이 동료예요",)
    assert "Authorization" not in service.headers
    assert "secret" not in repr(ChatWriter(service.url, "little", "secret"))


@pytest.mark.parametrize("content", ["", None, "I cannot do that.", "아 이 병신아", "가" * 40])
def test_an_answer_without_a_caption_is_told_and_the_bank_answers(service: Service, content: str | None) -> None:
    service.says(content)
    written = write_captions(
        ChatWriter(service.url, "little"), CaptionBank.shipped(), "야근이 사흘째", TIRED, voice=Voice.POLITE, count=2
    )
    assert written.instead_of is not None and written.instead_of.kind == "caption-writer"
    assert "little" in written.instead_of.korean and written.by != "little" and len(written.lines) == 2


@pytest.mark.parametrize("body", [b"<html>", b"[]", b'{"choices": []}', b"x" * (MOST_BYTES + 10)])
def test_an_answer_of_another_form_is_told(service: Service, body: bytes) -> None:
    service.body = body
    with pytest.raises(PyojeongError, match="표정의 글귀"):
        ask(ChatWriter(service.url, "little"))


def test_a_refusal_is_told_with_its_number(service: Service) -> None:
    service.says("달이 동료예요")
    service.status = 401
    with pytest.raises(PyojeongError, match="401"):
        ask(ChatWriter(service.url, "little"))


def test_a_trickling_answer_is_not_waited_for(service: Service) -> None:
    service.says("달이 동료예요")
    service.pause = 0.05  # each byte in time for a socket's own limit, the whole far too late
    with pytest.raises(PyojeongError, match="답하지 않았습니다"):
        ask(ChatWriter(service.url, "little", seconds=0.3))


def test_nobody_there_is_told() -> None:
    with pytest.raises(PyojeongError, match="답하지 않았습니다"):
        ask(ChatWriter("http://127.0.0.1:9/v1", "little", seconds=2))


@pytest.mark.parametrize("url", ["http://example.org/v1", "ftp://example.org", "", "example.org"])
def test_a_sentence_never_travels_in_the_clear(url: str) -> None:
    with pytest.raises(PyojeongError) as refused:
        ChatWriter(url, "little")
    assert refused.value.kind == "settings"


@pytest.mark.parametrize("url", ["https://example.org:99999/v1", "https://example.org:port/v1", "https://[::1/v1"])
def test_an_address_that_is_none_is_told_before_anything_is_asked(url: str) -> None:
    with pytest.raises(PyojeongError) as refused:
        ChatWriter(url, "little")
    assert refused.value.kind == "settings"
