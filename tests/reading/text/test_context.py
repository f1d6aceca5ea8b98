"""A sentence among its neighbours: what both show counts, as far as it says little by itself."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pyojeong.emotion import Emotion, Mood
from pyojeong.reading.text import TextReader
from pyojeong.reading.text.context import among_neighbours
from pyojeong.reading.text.model import EMOTIONS, softmax
from pyojeong.reading.text.reader import _SENTENCES_AT_ONCE

SAD, ANGRY = EMOTIONS.index(Emotion.SADNESS), EMOTIONS.index(Emotion.ANGER)


def logits(*leading: int | None) -> np.ndarray:
    """One sentence each, sure of its emotion, or open (None)."""
    rows = np.zeros((len(leading), len(EMOTIONS)), np.float32)
    for row, emotion in enumerate(leading):
        if emotion is not None:
            rows[row, emotion] = 6
    return rows


def moved(emotion: np.ndarray) -> np.ndarray:
    return among_neighbours(emotion, softmax(emotion))


@given(st.integers(0, 2))
def test_one_sentence_or_two_stay_as_they_are(count: int) -> None:
    emotion = np.random.default_rng(count).normal(size=(count, 8)).astype(np.float32)
    assert (moved(emotion) == emotion).all()


def test_an_open_sentence_takes_what_both_neighbours_show() -> None:
    assert moved(logits(SAD, None, SAD))[1].argmax() == SAD


def test_neighbours_that_disagree_say_nothing() -> None:
    found = softmax(moved(logits(SAD, None, ANGRY)))[1]
    assert np.abs(found - 1 / 8).max() < 0.01


def test_a_sure_sentence_stays_sure() -> None:
    assert moved(logits(SAD, ANGRY, SAD))[1].argmax() == ANGRY
    assert np.abs(moved(logits(SAD, ANGRY, SAD))[1] - logits(ANGRY)[0]).max() < 0.2


def test_the_first_and_the_last_sentence_stay_as_they_are() -> None:
    emotion = logits(None, SAD, SAD, None)
    assert (moved(emotion)[[0, -1]] == emotion[[0, -1]]).all()


@pytest.mark.parametrize("text", ["오늘 너무 속상했다.", "드디어 합격했다! 정말 기쁘다."])
def test_a_text_without_a_middle_reads_as_its_sentences_do(text: str) -> None:
    reader = TextReader.shipped()
    score = reader.read(text)
    for beat in score.beats:
        alone = reader.read_sentence(score.text_of(beat))
        assert all(beat.mood.shares[e] == pytest.approx(alone.shares[e], abs=1e-5) for e in Emotion)


def test_the_shipped_model_reads_an_open_sentence_by_what_stands_around_it() -> None:
    reader = TextReader.shipped()
    glad = reader.read("드디어 합격해서 정말 기쁘다. 나는 의자에 앉았다. 너무너무 행복한 하루였다.").beats[1].mood
    sad = reader.read("할머니가 돌아가셔서 너무 슬프다. 나는 의자에 앉았다. 보고 싶어서 자꾸 울었다.").beats[1].mood
    assert reader.read_sentence("나는 의자에 앉았다.").leading is Emotion.NEUTRAL
    assert glad.leading is Emotion.JOY and sad.leading is Emotion.SADNESS


class Numbers:
    """A keeper that remembers which sentences it was given together."""

    unsure_below = 0.0

    def __init__(self) -> None:
        self.pages: list[list[str]] = []

    def moods(self, sentences: list[str]) -> list[Mood]:
        self.pages.append(list(sentences))
        return [Mood.of(EMOTIONS[int(sentence.split("번")[0]) % len(EMOTIONS)]) for sentence in sentences]


def test_pages_overlap_so_that_no_sentence_misses_its_neighbours() -> None:
    count = 2 * _SENTENCES_AT_ONCE + 5
    keeper = Numbers()
    score = TextReader(keeper).read("\n".join(f"{n}번째 줄입니다." for n in range(count)))
    assert [beat.mood.leading for beat in score.beats] == [EMOTIONS[n % len(EMOTIONS)] for n in range(count)]
    first, second, third = keeper.pages
    assert first[-2:] == second[:2] and second[-2:] == third[:2]
