"""Whoever writes, a fitting caption comes, and it is said who wrote it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from pyojeong.emotion import Emotion, Mood
from pyojeong.errors import PyojeongError
from pyojeong.stickers.captions import CaptionBank, Voice, write_captions
from pyojeong.stickers.captions.caption import LONGEST, syllables
from pyojeong.stickers.captions.writing import BankWriter, fitting_lines

BANK = CaptionBank.shipped()
GLAD = Mood.of(Emotion.JOY)


@dataclass(frozen=True)
class Failing:
    name: str = "고장 난 모델"

    def write(self, sentence: str, mood: Mood, voice: Voice, count: int) -> tuple[str, ...]:
        raise PyojeongError("쓰지 못했습니다.", "It could not write.", kind="caption-writer")


def test_the_bank_writes_what_it_suggests() -> None:
    written = write_captions(BankWriter(BANK), BANK, "드디어 퇴근이다", GLAD, voice=Voice.MEME, count=3)
    assert len(written.lines) == 3 and written.instead_of is None
    assert set(written.lines) <= {c.text for c in BANK.captions if c.voice is Voice.MEME}


def test_a_writer_that_fails_is_answered_for_visibly() -> None:
    written = write_captions(Failing(), BANK, "드디어 퇴근이다", GLAD, voice=Voice.POLITE, count=2)
    assert len(written.lines) == 2 and written.by == BankWriter(BANK).name
    assert written.instead_of is not None and written.instead_of.kind == "caption-writer"


def test_a_mistake_of_ours_is_not_covered_up() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        write_captions(Failing(), BANK, "퇴근", GLAD, voice=Voice.POLITE, count=0)


def test_only_captions_are_taken_from_an_answer() -> None:
    answer = """물론이죠! 아래에 메신저 이모티콘에 어울리는 글귀를 정리해 드렸어요:
1. "퇴근이다!"
2) **집이 부른다~**
- 퇴근이다!
Leaving work!
아 진짜 병신 같네
캡션: 5분만 더
"""
    assert fitting_lines(answer, count=9) == ("퇴근이다!", "집이 부른다~", "5분만 더")
    assert fitting_lines(answer, count=1) == ("퇴근이다!",)
    assert all(syllables(line) <= LONGEST for line in fitting_lines(answer, count=9))


@pytest.mark.parametrize("line", ["5분만 더", "3kg 빠졌다!", "1도 안 웃겨"])
def test_a_caption_that_begins_with_a_number_stays_whole(line: str) -> None:
    assert fitting_lines(line, count=1) == (line,)
