from __future__ import annotations

import unicodedata

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from pyojeong.reading.text.spelling import spell


def written(text: str) -> str:
    return "".join(map(chr, spell(text).codes))


def test_runs_of_any_length_read_alike() -> None:
    assert written("ㅋㅋㅋㅋ") == written("ㅋ" * 500) == "ㅋㅋㅋ"
    assert written("최고!!!!!!!") == "최고!!!"


def test_decomposed_hangul_reads_as_composed_and_points_into_its_own_text() -> None:
    text = "속상해 ㅠㅠ"
    apart = unicodedata.normalize("NFD", text)
    spelled = spell(apart)
    assert written(apart) == text
    assert [apart[i] for i in spelled.origin][:3] == [apart[0], apart[3], apart[6]]


def test_what_is_spelled_stays_as_it_is() -> None:
    for text in ("오늘 너무 속상해ㅠㅠ", "  아 A  9ㅋㅋㅋㅋ\n", "그래\u200b요…", "!!!! ", "가  나"):
        again = spell(written(text))
        assert str(again) == written(text)
        assert again.origin.tolist() == list(range(len(again)))


def test_invisible_characters_leave_no_trace() -> None:
    assert written("슬\u200b퍼\u202e") == "슬퍼"
    assert written("👍🏽") == "👍"


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=80))
def test_any_string_can_be_spelled_with_rising_places(text: str) -> None:
    spelled = spell(text)
    assert len(spelled.codes) == len(spelled.origin)
    assert (np.diff(spelled.origin) >= 0).all()
    assert not len(spelled) or (spelled.origin[0] >= 0 and spelled.origin[-1] < len(text))
