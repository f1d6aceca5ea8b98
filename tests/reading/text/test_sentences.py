from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pyojeong.reading.text.sentences import LONGEST_SENTENCE, sentence_spans


def pieces(text: str) -> list[str]:
    return [text[a:b] for a, b in sentence_spans(text)]


def test_ends_are_found_without_punctuation() -> None:
    assert pieces("오늘 너무 좋았어 근데 집에 오니까 슬퍼ㅠㅠ") == ["오늘 너무 좋았어", "근데 집에 오니까 슬퍼ㅠㅠ"]


def test_quotations_stay_whole() -> None:
    said = '"할머니, 나 드디어 앞니 빠졌어! 지붕에 던져도 돼?" 하고 아이가 말했다.'
    assert pieces(said + " 할머니는 웃었다.") == [said, "할머니는 웃었다."]
    thought = "‘어떡하지? 큰일 났다.’"
    assert pieces(thought + " 철수는 생각했다.")[0].startswith(thought)


def test_lines_of_a_diary_stay_apart() -> None:
    assert pieces("오늘은 슬펐다\n내일은 좋겠지\n\n끝") == ["오늘은 슬펐다", "내일은 좋겠지", "끝"]


def test_hard_wrapped_paragraphs_are_read_on() -> None:
    first = "나는 어제 저녁에 오랜만에 만난 친구와 함께 강가를 걸으면서 아주 오래 전에"
    second = "헤어진 사람의 이야기를 했다."
    assert pieces(first + "\n" + second) == [first + "\n" + second]


def test_an_unclosed_quotation_does_not_swallow_the_text() -> None:
    assert len(pieces('그가 "잠깐만. ' + "비가 왔다. " * 60)) > 20


def test_long_text_without_an_end_is_cut() -> None:
    spans = sentence_spans("가나다라마바사아자차" * 300)
    assert max(b - a for a, b in spans) <= LONGEST_SENTENCE


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from('가나 \n.!?"“”‘’\x00\ud800😭ㅋa'), max_size=60))
def test_spans_rise_and_lose_nothing_but_space(text: str) -> None:
    spans = sentence_spans(text)
    reached = 0
    for start, end in spans:
        assert not text[reached:start].strip(" \n\x00\ud800")
        assert reached <= start < end <= len(text)
        reached = end
    assert not text[reached:].strip(" \n\x00\ud800")
