from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pyojeong.reading.text.memory import WordMemory


class Asked:
    """Rows that tell a word's length; counts what it was asked."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def __call__(self, words: Sequence[str]) -> np.ndarray:
        self.words += words
        return np.array([[len(word), 1] for word in words], np.float32)


def test_a_word_is_worked_out_once() -> None:
    asked = Asked()
    memory = WordMemory(asked)
    assert memory.rows(["가", "나다", "가"]).tolist() == [[1, 1], [2, 1], [1, 1]]
    assert memory.rows(["나다", "라마바", "라마바"])[:, 0].tolist() == [2, 3, 3]
    assert asked.words == ["가", "나다", "라마바"]


def test_what_was_met_lately_is_kept_and_no_more_than_the_most() -> None:
    asked = Asked()
    memory = WordMemory(asked, most=20)
    for number in range(200):
        assert memory.rows(["가", str(number)])[:, 0].tolist() == [1, len(str(number))]
        assert len(memory) <= 20
    assert asked.words.count("가") == 1


def test_a_page_of_more_words_than_are_kept_is_read() -> None:
    memory = WordMemory(Asked(), most=4)
    words = ["가" * length for length in range(1, 40)]
    assert memory.rows(words)[:, 0].tolist() == list(range(1, 40))
    assert len(memory) <= 4
