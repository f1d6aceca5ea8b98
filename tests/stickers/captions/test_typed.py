"""What was typed is said as it was typed; a line of the bank stands for it only where it says the same."""

from __future__ import annotations

import pytest

from pyojeong.stickers.captions import CaptionBank
from pyojeong.stickers.captions.typed import as_caption, says_the_same, standing_for

SEVEN = {
    "라면 먹고 갈래?": "치킨 두 마리 가자",
    "시험 망했어 ㅠㅠ": "이걸 왜 눌렀지",
    "고양이가 아파": "나 아파…",
    "밥 먹었어?": "방금 먹었는데 또 고파",
    "오늘 회식 있대": "두근두근 떨린다",
    "늦어서 미안": "버스 눈앞에서 놓쳤어",
    "엄마 사랑해요": "사랑해, 많이",
}


@pytest.mark.parametrize("sentence", SEVEN)
def test_a_short_sentence_is_its_own_caption(sentence: str) -> None:
    lines = [caption.text for caption in CaptionBank.shipped().captions]
    assert standing_for(sentence, lines) == sentence


@pytest.mark.parametrize("sentence", [sentence for sentence in SEVEN if sentence != "엄마 사랑해요"])
def test_a_line_that_says_something_else_does_not_stand_for_it(sentence: str) -> None:
    assert not says_the_same(SEVEN[sentence], sentence)


def test_a_long_sentence_has_a_line_that_says_the_same_or_none() -> None:
    cat = "우리 집 고양이가 어제부터 계속 많이 아파서 걱정이야"
    assert standing_for(cat, ["나 아파…", "많이 아파? 병원 갔어?", "사랑해"]) is None
    late = "오늘은 드디어 회사에서 일찍 퇴근하고 집으로 가는 날이야"
    assert standing_for(late, ["퇴근했어?", "퇴근이다!"]) == "퇴근이다!"


def test_rude_or_foreign_words_are_not_put_on_a_sticker_by_themselves() -> None:
    assert as_caption("아 씨발 퇴근") is None and as_caption("hello there") is None and as_caption(" ") is None
