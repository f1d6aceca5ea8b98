from __future__ import annotations

import lzma
from collections import Counter
from collections.abc import Callable
from itertools import groupby, pairwise
from pathlib import Path

import numpy as np
import pytest

from pyojeong.emotion import Emotion, Feeling
from pyojeong.emotion.taxonomy import GOEMOTIONS
from pyojeong.errors import PyojeongError
from pyojeong.lab.clear_rows import base_rates, clear_emotion
from pyojeong.lab.datasets import (
    FEELINGS,
    Everyday,
    Felt,
    context_passages,
    everyday_test,
    everyday_training,
    goemotions,
    hard_groups,
    kote,
    nsmc,
    rated_reviews,
    second_everyday_test,
)

CORPORA = Path(__file__).parents[2] / "corpora"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "nsmc").mkdir()
    (tmp_path / "kote").mkdir()
    reviews = "".join(f"{n}\t리뷰 {n} 재밌다\t{n % 2}\n" for n in range(400))
    with lzma.open(tmp_path / "nsmc" / "ratings_train.txt.xz", "wt", encoding="utf-8") as file:
        file.write("id\tdocument\tlabel\n" + reviews)
    raw = "".join(f"7\t{n % 10 + 1}\t리뷰 {n} 재밌다\n" for n in range(500))
    with lzma.open(tmp_path / "nsmc" / "reviews_raw.tsv.xz", "wt", encoding="utf-8") as file:
        file.write("movie_id\trating\treview\n" + raw)
    (tmp_path / "kote" / "val.tsv").write_text("".join(f"{n}\t댓글 {n}\t{n % 44},1\n" for n in range(200)), "utf-8")
    return tmp_path


def test_dev_rows_stay_out_of_everything_that_is_learned(data: Path) -> None:
    learn, dev = nsmc(data)
    assert len(learn) + len(dev) == 400 and 20 < len(dev) < 100
    held = {row.text for row in dev}
    assert not held & {row.text for row in learn}
    assert not held & {row.text for row in rated_reviews(data, without=held)}


def test_kote_is_cut_by_text_and_always_the_same(data: Path) -> None:
    learn, held = kote(data)
    assert len(learn) + len(held) == 200 and 20 < len(held) < 70
    assert [row.text for row in kote(data)[1]] == [row.text for row in held]


def test_a_missing_set_is_named(tmp_path: Path) -> None:
    with pytest.raises(PyojeongError, match="ratings_train"):
        nsmc(tmp_path)


@pytest.mark.parametrize("test_rows", [everyday_test, second_everyday_test])
def test_no_test_sentence_is_a_training_sentence(test_rows: Callable[[Path], list[Everyday]]) -> None:
    learned = {row.text.strip() for row in everyday_training(CORPORA)}
    assert len(learned) > 19_000
    assert not learned & {row.text.strip() for row in test_rows(CORPORA)}


def test_sentences_of_context_and_of_the_hard_groups_are_never_learned() -> None:
    learned = {row.text.strip() for row in everyday_training(CORPORA)}
    hard = hard_groups(CORPORA)
    assert Counter(row.group for row in hard) == dict.fromkeys(
        ("negation", "sarcasm", "intensity", "mixed", "context"), 70
    )
    assert not learned & {row.sentence.text.strip() for row in hard}
    assert not {row.text for row in context_passages(CORPORA)} & {row.sentence.text for row in hard}


def test_passages_stay_together_and_in_order() -> None:
    rows = [row for row in everyday_training(CORPORA) if row.passage]
    assert {row.hand for row in rows} == {"comment_passages", "diary_passages", "tale_passages"}
    starts = [(b.hand, b.passage) for a, b in pairwise(rows) if (a.hand, a.passage) != (b.hand, b.passage)]
    assert len(starts) == len(set(starts))
    assert {len(list(some)) for _, some in groupby(context_passages(CORPORA), key=lambda row: row.passage)} == {3}


def test_the_corpus_is_as_large_as_its_datasheet_says() -> None:
    counted = len([row for row in everyday_training(CORPORA) if row.hand != "human"])
    tests = len(everyday_test(CORPORA)) + len(second_everyday_test(CORPORA)) + len(hard_groups(CORPORA))
    sheet = (CORPORA / "DATASHEET.md").read_text("utf-8")
    assert f"{counted:,}" in sheet and f"{tests:,}" in sheet and counted > 15_000


def test_held_out_translations_are_not_learned(tmp_path: Path) -> None:
    folder = tmp_path / "goemotions_ko"
    folder.mkdir()
    (folder / "label.txt").write_text("\n".join(GOEMOTIONS.labels), "utf-8")
    for part, texts in (("train", ["좋아요", "싫어요"]), ("dev", ["좋아요", "글쎄요"]), ("test", ["놀랐어요"])):
        with lzma.open(folder / f"{part}.tsv.xz", "wt", encoding="utf-8") as file:
            file.writelines(f"{text}\t{n}\tid\n" for n, text in enumerate(texts))
    learn, held = goemotions(tmp_path)
    assert [row.text for row in learn] == ["좋아요", "싫어요"] and [row.text for row in held] == ["글쎄요", "놀랐어요"]


def test_clear_rows_need_a_lead_and_none_only_counts_among_few() -> None:
    place = FEELINGS.index
    sorrow = Felt("a", (place(Feeling.SADNESS), place(Feeling.SORROW), place(Feeling.DESPAIR)))
    mixed = Felt("b", (place(Feeling.SADNESS), place(Feeling.ANGER), place(Feeling.JOY), place(Feeling.WORRY)))
    nothing = Felt("c", (place(Feeling.NONE),))
    rates = np.full(44, 0.2)
    assert clear_emotion(sorrow, rates) is Emotion.SADNESS
    assert clear_emotion(mixed, rates) is None
    assert clear_emotion(nothing, rates) is Emotion.NEUTRAL
    assert base_rates([sorrow, nothing])[place(Feeling.NONE)] == 0.5
