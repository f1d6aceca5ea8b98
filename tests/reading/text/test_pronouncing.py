"""Lines become words that can be said, each where it stands in the text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pyojeong.reading.text.marking import LONGEST_STRETCH, stretches
from pyojeong.reading.text.pronouncing import spoken_words
from pyojeong.reading.text.stops import stop_after
from pyojeong.rig.pronunciation import Joining
from pyojeong.rig.speech import Stop


def said(text: str) -> list[str]:
    return [word.surface for word in spoken_words(text)]


def test_words_keep_their_place_in_the_text() -> None:
    text = "  국물이,\n3시에  ㅋㅋ ♪ (끝)."
    assert (
        [text[w.start : w.end] for w in spoken_words(text)] == [w.written for w in spoken_words(text)] == text.split()
    )


def test_a_date_with_spaces_stays_three_words() -> None:
    assert said("2026. 11. 20. 금요일") == ["이처니심늉년", "시비뤌", "이시빌", "그묘일"]


def test_a_reader_of_stories_joins_softly() -> None:
    assert said("심사위원님들 앞에 할 수 있는 못 가는 옷 입은") == [
        *("심사위원님들", "아페", "할", "쑤", "인는", "몯", "까는", "온", "니븐"),
    ]
    assert [w.surface for w in spoken_words("옷 한 벌", joining=Joining.FULL)] == ["오", "탄", "벌"]
    assert [w.surface for w in spoken_words("할 수", joining=Joining.NONE)] == ["할", "수"]


def test_what_cannot_be_said_is_empty() -> None:
    assert said("😀 ^^ ㅠㅠ — ♪") == [""] * 5
    assert spoken_words("") == () == spoken_words(" \n ")


@pytest.mark.parametrize("torn", ["\ud800", "\x00", "\u200b"])
def test_letters_no_analyser_knows_stop_nobody(torn: str) -> None:
    assert said(f"국물이{torn} 맛있다") == ["궁무리", "마싣따"]


def test_decomposed_hangul_sounds_the_same_and_keeps_its_places() -> None:
    text = unicodedata.normalize("NFD", "국물이 맛있다")
    words = spoken_words(text)
    assert [w.surface for w in words] == ["궁무리", "마싣따"]
    assert [text[w.start : w.end] for w in words] == text.split()


@pytest.mark.parametrize(
    ("word", "stop"),
    [
        ("갔어?!", Stop.QUESTION),
        ("음…", Stop.ELLIPSIS),
        ("음...", Stop.ELLIPSIS),
        ("네~", Stop.COMMA),
        ("가자!”", Stop.EXCLAMATION),
        ("그리고,", Stop.COMMA),
        ("끝.", Stop.PERIOD),
        ("집에", Stop.NONE),
        ("11.", Stop.NONE),
    ],
)
def test_stops(word: str, stop: Stop) -> None:
    assert stop_after(word) is stop


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        ("가자… 집에", "…"),
        ("가자⋯⋯ 집에", "…"),
        ("가자......! 집에", "!"),
        ("가자! 집에", "!"),
        ("가자‼ 집에", "!"),
        ("가자⁉ 집에", "?"),
        ("가자?! 집에", "?"),
        ("가자, 집에", ","),
        ("가자— 집에", ","),
        ("가자― 집에", ","),
        ("가자─ 집에", ","),
        ("가자~ 집에", ","),
        ("가자; 집에", ","),
        ("가자、 집에", ","),
        ("가자。 집에", "."),
        ("“가자.” 집에", "."),
        ("“가자!”\n집에", "!"),
        ("(가자…) 집에", "…"),
        ("‘가자’ 집에", ""),
        ("가자·집에 가자", ""),
        ("가자-집에 가자", ""),
        # without a space
        ("가자...집에", "…"),
        ("아!맞다", "!"),
        ("진짜?그래", "?"),
        ("집,학교", ","),
        ("그때—누군가", ","),
        ("갔어요.그리고", "."),
        ("서울.부산 가자", ""),
        ("좋아요~영화는", ","),
        ("서울~부산 가자", ""),
        ("멋있당!!ㅋㅋ", "!"),
        # where a line ends
        ("달아 달아\n밝은", " ,"),
        ("가자\n\n집에", "."),
        ("가자.\n집에", "."),
        ("가나다라마바사 아자차카타파하 가나다라마바사 아자차카타파하\n집에", "   "),
    ],
)
def test_where_a_reader_stops(text: str, stops: str) -> None:
    found = [word.stop.value for word in spoken_words(text)]
    assert "".join(stop or " " for stop in found[:-1]).rstrip() == stops.rstrip() and found[-1] == ""
    assert len(found) > 1


def test_what_is_written_without_a_space_sounds_as_after_a_stop() -> None:
    assert said("음...글쎄") == ["음", "글쎄"]
    assert said("집,학교,문") == ["집", "학꾜", "문"]
    assert [len(spoken_words(number)) for number in ("3,000원", "36.5도", "7:30", "2026.11.20.")] == [1] * 4


def test_the_last_number_of_a_line_may_end_it() -> None:
    assert [w.stop for w in spoken_words("2026. 11. 20.")] == [Stop.NONE, Stop.NONE, Stop.PERIOD]


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("가값닭않밟 의꽃잎3.1:/-%aZ,?!…~ㅋㅠ😀\n'\"()10월시개"), max_size=40))
def test_any_line_is_said_word_for_word(text: str) -> None:
    words = spoken_words(text)
    assert [text[w.start : w.end] for w in words] == [w.written for w in words]
    apart = [" "] * len(text)
    for word in words:
        apart[word.start : word.end] = word.written
    assert "".join(apart).split() == text.split()  # every character once, in its place, none across white space
    assert all(not any(c.isspace() for c in w.written) for w in words)


def test_a_long_line_is_analysed_in_pieces_of_bounded_length() -> None:
    line = "옛날 옛적 깊은 산속에 할머니와 손녀가 살았습니다. 꽃잎이 3개 떨어졌어요. " * 300
    pieces = list(stretches(line))
    assert len(line) > 10_000
    assert "".join(piece for _, piece in pieces) == line
    assert all(line.startswith(piece, start) and len(piece) <= LONGEST_STRETCH for start, piece in pieces)
    assert [len(piece) for _, piece in stretches("가" * 1000)] == [400, 400, 200]


def test_a_long_line_sounds_as_its_parts_do() -> None:
    line = "꽃잎이 3개 떨어졌어요. 밥물이 끓는다. "
    assert said(line * 40) == said(line) * 40
