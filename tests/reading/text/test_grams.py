from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from pyojeong.reading.text.grams import LINE_BITS, LONGEST_WORD, WORD_BITS, line_grams, word_grams, words_of
from pyojeong.reading.text.spelling import spell

WORD_IDS = [12596, 98343, 66854, 68809]
LINE_IDS = [1197532, 717446, 1659873]


def texts_of(text: str) -> list[str]:
    return words_of([spell(text)]).texts


def test_words_end_at_spaces_and_where_the_kind_of_character_changes() -> None:
    assert texts_of("너무 속상해ㅠㅠ 진짜...😭") == ["너무", "속상해", "ㅠㅠ", "진짜", "...", "😭"]


def test_text_without_spaces_is_cut_into_words_of_ten() -> None:
    assert [len(w) for w in texts_of("가나다라마바사아자차카타파")] == [LONGEST_WORD, 3]


def test_words_lie_where_they_say() -> None:
    lines = [spell("나는 오늘"), spell("..."), spell("정말 슬퍼")]
    words = words_of(lines)
    assert [words.texts[words.of(n)] for n in range(3)] == [["나는", "오늘"], ["..."], ["정말", "슬퍼"]]
    assert words.sizes.tolist() == [2, 1, 2]
    assert [str(lines[2])[slice(*span)] for span in words.span[words.of(2)]] == ["정말", "슬퍼"]


def test_a_word_has_the_same_grams_wherever_it_stands() -> None:
    alone = word_grams(["슬퍼"])
    among = word_grams(["나는", "정말", "슬퍼", "그래"])
    assert np.array_equal(alone.ids, among.ids[among.starts[2] : among.starts[3]])


def test_a_line_has_the_same_grams_wherever_it_stands() -> None:
    alone = line_grams([spell("슬퍼")])
    among = line_grams([spell("나는 오늘"), spell("슬퍼"), spell("그래")])
    assert np.array_equal(alone.ids, among.ids[among.starts[1] : among.starts[2]])


def test_hashes_do_not_drift_between_versions() -> None:
    """The shipped weights are indexed by these numbers: changing them silently would make the model read noise."""
    assert word_grams(["슬퍼"]).ids[:4].tolist() == WORD_IDS
    assert line_grams([spell("슬퍼")]).ids[4:7].tolist() == LINE_IDS


def test_sentences_without_words_are_allowed() -> None:
    words = words_of([spell(""), spell("그래"), spell("   ")])
    assert (words.texts, words.sizes.tolist()) == (["그래"], [0, 1, 0])
    assert words_of([]).texts == []


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(max_size=40).filter(str.strip), min_size=1, max_size=4))
def test_every_gram_fits_its_table(texts: list[str]) -> None:
    lines = [spell(text) for text in texts]
    words = words_of(lines)
    pages = [(line_grams(lines), LINE_BITS)] + ([(word_grams(words.texts), WORD_BITS)] if words.texts else [])
    for grams, bits in pages:
        assert ((grams.ids >= 0) & (grams.ids < 2**bits)).all()
        assert (grams.sizes > 0).all()
