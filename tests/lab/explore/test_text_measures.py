from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("sklearn", reason="scikit-learn is in the lab extra")
pytestmark = pytest.mark.lab

from pyojeong.errors import PyojeongError  # noqa: E402
from pyojeong.lab.explore.copies import across, copies, quarrels  # noqa: E402
from pyojeong.lab.explore.doubts import doubtful, read_unseen, typical  # noqa: E402
from pyojeong.lab.explore.masking import LONGEST, masked  # noqa: E402
from pyojeong.lab.explore.text_measures import (  # noqa: E402
    CUT_SHARE,
    balance,
    by_part,
    cooccurrence,
    far_out,
    hangul_share,
    lifts,
    spread,
)
from pyojeong.lab.explore.text_set import Manners, TextRow, TextSet  # noqa: E402
from pyojeong.lab.explore.words import keyness  # noqa: E402


def rows(*given: tuple[str, tuple[int, ...], str]) -> tuple[TextRow, ...]:
    return tuple(TextRow(*one) for one in given)


def test_balance_counts_a_label_once_a_row() -> None:
    seen = balance(rows(("가", (0, 0, 1), "a"), ("나", (0,), "a"), ("다", (), "b")), 3)

    assert seen.counts.tolist() == [2, 1, 0]
    assert seen.ratio == 2
    assert (seen.most, seen.unlabelled) == (2, 1)
    assert seen.cardinality == pytest.approx(1.0)


def test_even_labels_are_even_and_uneven_ones_are_not() -> None:
    even = balance(rows(("가", (0,), ""), ("나", (1,), "")), 2)
    uneven = balance(rows(*[("가", (0,), "")] * 99, ("나", (1,), "")), 2)

    assert even.evenness == pytest.approx(1.0)
    assert uneven.evenness < 0.1


def test_cooccurrence_and_lift() -> None:
    given = rows(*[("가", (0, 1), "")] * 20, *[("나", (2,), "")] * 20, *[("다", (0, 2), "")] * 10)

    together = cooccurrence(given, 3)

    assert together.tolist() == [[30, 20, 10], [20, 20, 0], [10, 0, 30]]
    first, second = lifts(together, len(given))
    assert first[:2] == (0, 1)
    assert first[2] == pytest.approx(20 * 50 / (30 * 20))
    assert second[:2] == (0, 2)
    assert second[2] < 1


def test_the_cut_keeps_the_share_it_promises_and_no_shorter_one_does() -> None:
    generator = np.random.default_rng(0)
    values = generator.integers(1, 400, 3000)

    cut = spread(values).cut

    assert (values <= cut).mean() >= CUT_SHARE
    assert (values < cut).mean() < CUT_SHARE


def test_far_out_lengths_are_beyond_all_of_an_ordinary_set() -> None:
    assert (np.arange(100) > far_out(np.arange(100))).sum() == 0


def test_hangul_share_knows_jamo_and_ignores_spaces() -> None:
    assert hangul_share("ㅋㅋ a b") == 0.5


def test_parts_are_counted_apart() -> None:
    texts = TextSet("t", "t", "", "", ("가", "나"), rows(("a", (0,), "학습"), ("b", (1,), "확인"), ("c", (1,), "확인")))

    assert by_part(texts).tolist() == [[1, 0], [0, 2]]


def test_copies_are_found_despite_spaces_and_marks_but_not_despite_another_emoji() -> None:
    given = rows(
        ("오늘은 정말 좋아요!!", (0,), "학습"),
        ("오늘은 정말좋아요", (1,), "확인"),
        ("집에 왔다 😀", (0,), "학습"),
        ("집에 왔다 😢", (1,), "학습"),
    )

    found = copies([row.text for row in given])

    assert found.exact == ((0, 1),)
    assert found.surplus == 1
    assert quarrels(given, found.exact) == [(0, 1)]
    assert across(given, found.exact) == [(0, 1)]


def test_near_copies_are_found_among_many_different_texts() -> None:
    others = [f"{number}번 버스는 {number * 7}번 길로 {number * 13}분 만에 왔다" for number in range(300)]
    one = "어제 저녁에 먹은 김치찌개가 정말 맛있어서 오늘도 먹고 싶다는 생각이 들었다"

    found = copies([*others, one, one + "네"])

    assert (300, 301) in found.near
    assert all(b < 300 or (a, b) == (300, 301) for a, b in found.near)


def test_unrelated_texts_are_no_copies() -> None:
    assert copies(["하늘이 파랗고 바람이 분다", "버스가 늦게 와서 뛰었다", ""]).near == ()


def test_keyness_prefers_marking_words_to_common_ones() -> None:
    bags = [frozenset(("영화", "눈물"))] * 20 + [frozenset(("영화", "웃다"))] * 20
    groups = [frozenset(("슬픔",))] * 20 + [frozenset(("기쁨",))] * 20

    found = keyness(bags, groups)

    assert [word.word for word in found["슬픔"]] == ["눈물"]
    assert [word.word for word in found["기쁨"]] == ["웃다"]
    assert found["기쁨"][0].rows == 20


def test_a_wrong_label_is_the_most_doubtful_one() -> None:
    glad = [(f"정말 기쁘고 즐거운 하루였다 {n}", (0,), "") for n in range(30)]
    sorry = [(f"너무 슬프고 서러워 눈물이 난다 {n}", (1,), "") for n in range(30)]
    given = rows(*glad, *sorry, ("너무 슬프고 서러워 눈물이 난다 했다", (0,), ""))

    reading = read_unseen(given, 2)

    assert doubtful(given, reading, 0, most=1)[0].row == 60
    assert doubtful(given, reading, 0, most=1)[0].instead == 1
    assert typical(given, reading, 0, most=1)[0].row < 30
    assert reading.right > 0.9 > reading.floor


def test_offensive_sets_show_first_syllables_only() -> None:
    shown = masked("나쁜 사람들아 정말", Manners.OFFENSIVE)

    assert shown == "나○ 사○○○ 정○"


def test_rude_words_are_masked_in_plain_sets_and_long_texts_are_cut() -> None:
    assert masked("야 이 병신아 밥 먹자", Manners.PLAIN) == "야 이 병○아 밥 먹자"
    assert len(masked("가" * 500, Manners.PLAIN)) == LONGEST


def test_an_empty_set_is_refused() -> None:
    with pytest.raises(PyojeongError, match="하나도 없습니다"):
        TextSet("t", "t", "", "", ("가",), ())
