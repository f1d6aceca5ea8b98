from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from pyojeong.reading.text.grams import LINE_BITS, LONGEST_WORD, WORD_BITS, line_grams, word_grams
from pyojeong.reading.text.spelling import spell

WORD_IDS = [12596, 98343, 66854, 68809]
LINE_IDS = [1197532, 717446, 1659873]


def words_of(text: str) -> list[str]:
    line = spell(text)
    return ["".join(map(chr, line.codes[a:b])) for a, b in word_grams([line]).span]


def test_words_end_at_spaces_and_where_the_kind_of_character_changes() -> None:
    assert words_of("너무 속상해ㅠㅠ 진짜...😭") == ["너무", "속상해", "ㅠㅠ", "진짜", "...", "😭"]


def test_text_without_spaces_is_cut_into_words_of_ten() -> None:
    assert [len(w) for w in words_of("가나다라마바사아자차카타파")] == [LONGEST_WORD, 3]


def test_a_word_has_the_same_grams_wherever_it_stands() -> None:
    alone = word_grams([spell("슬퍼")])
    among = word_grams([spell("나는 오늘"), spell("정말 슬퍼 그래")])
    at = among.starts[3]
    assert np.array_equal(alone.ids, among.ids[at : at + len(alone.ids)])
    assert among.sentence.tolist() == [0, 0, 1, 1, 1]


def test_hashes_do_not_drift_between_versions() -> None:
    """The shipped weights are indexed by these numbers: changing them silently would make the model read noise."""
    assert word_grams([spell("슬퍼")]).ids[:4].tolist() == WORD_IDS
    assert line_grams(spell("슬퍼"))[4:7].tolist() == LINE_IDS


def test_sentences_without_words_are_allowed() -> None:
    assert len(word_grams([spell(""), spell("   ")]).starts) == 0
    assert word_grams([]).ids.size == 0


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=4))
def test_every_gram_fits_its_table(texts: list[str]) -> None:
    lines = [spell(text) for text in texts]
    grams = word_grams(lines)
    assert ((grams.ids >= 0) & (grams.ids < 2**WORD_BITS)).all()
    assert (np.diff(np.append(grams.starts, len(grams.ids))) > 0).all()
    for line in lines:
        assert ((line_grams(line) >= 0) & (line_grams(line) < 2**LINE_BITS)).all()
