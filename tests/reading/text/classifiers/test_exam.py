from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from pyojeong.emotion import Emotion, Feeling
from pyojeong.emotion.taxonomy import EMOPIC_SIX, GOEMOTIONS
from pyojeong.reading.text import TextReader
from pyojeong.reading.text.classifiers.exam import answers_of_labels, fitted, graded, likelier_labels, questions
from pyojeong.reading.text.classifiers.folder import Activation
from pyojeong.reading.text.classifiers.keeper import Manner
from pyojeong.reading.text.classifiers.labels import match_labels, told_labels

EIGHT = [emotion.korean for emotion in Emotion]
CORPORA = Path(__file__).parents[4] / "corpora"
Chances = np.ndarray[tuple[int, int], np.dtype[np.float32]]


def _answering(emotions: list[Emotion | None], *, right: float = 1.0, seed: int = 1) -> Chances:
    """Chances of labels of these meanings by a model that is right this often, and else answers anything."""
    rng = np.random.default_rng(seed)
    chances = rng.uniform(0, 0.1, (len(questions()), len(emotions))).astype(np.float32)
    for row, (asked, _) in enumerate(questions()):
        own = [n for n, meant in enumerate(emotions) if meant is asked]
        place = rng.choice(own) if own and rng.random() < right else rng.integers(len(emotions))
        chances[row, place] += 1
    return chances / chances.sum(axis=1, keepdims=True)


def test_ten_sentences_an_emotion_that_no_training_line_repeats() -> None:
    assert set(Counter(emotion for emotion, _ in questions()).values()) == {10}
    assert {emotion for emotion, _ in questions()} == set(Emotion)
    texts = {text for _, text in questions()}
    taught = {line.split("\t")[-1] for path in CORPORA.rglob("*.tsv") for line in path.read_text("utf-8").splitlines()}
    assert len(texts) == 80 and len(taught) > 1000 and not texts & taught


def test_a_reader_that_is_known_to_be_good_passes_it() -> None:
    """The sentences are clear: the package's own model, which never met them, finds nearly all."""
    reader = TextReader.shipped()
    right = [reader.read_sentence(text).leading is emotion for emotion, text in questions()]
    assert np.mean(right) > 0.85


def test_a_good_model_gets_its_marks_and_a_poor_one_does_not() -> None:
    manner = Manner(match_labels(EIGHT), Activation.SOFTMAX)
    good, poor = (graded(_answering(list(Emotion), right=r), manner) for r in (0.9, 0.0))
    assert good.accuracy > 0.8 and good.above_floor and good.floor == pytest.approx(1 / 8)
    assert poor.accuracy < 0.25 and not poor.above_floor


def test_emotions_without_a_label_are_left_out() -> None:
    labels = match_labels(EMOPIC_SIX.labels)
    result = graded(_answering(list(labels.emotions)), Manner(labels, Activation.SOFTMAX))
    assert result.recall[Emotion.DISGUST] is None and result.recall[Emotion.JOY] == 1
    assert (result.accuracy, result.answered, result.floor) == (1, 60, pytest.approx(1 / 6))


@pytest.mark.parametrize("right", [0.4, 0.6, 0.9])
def test_the_temperature_says_how_often_the_model_is_right(right: float) -> None:
    chances = _answering(list(Emotion), right=right)
    manner = fitted(
        chances**3 / (chances**3).sum(axis=1, keepdims=True), Manner(match_labels(EIGHT), Activation.SOFTMAX)
    )
    shares = manner.shares(manner.told(chances**3))
    assert shares.max(axis=1).mean() == pytest.approx(graded(chances, manner).accuracy, abs=0.1)


def test_a_model_that_knows_the_whole_exam_is_not_trusted_without_limit() -> None:
    chances = _answering(list(Emotion))
    manner = fitted(chances, Manner(match_labels(EIGHT), Activation.SOFTMAX))
    assert 0.95 < manner.shares(manner.told(chances)).max(axis=1).mean() < 0.995


@pytest.mark.parametrize("right", [0.7, 1.0])
def test_a_permuted_order_is_found_out(right: float) -> None:
    claimed = [EIGHT[n] for n in (3, 1, 2, 0, 7, 5, 6, 4)]
    chances = _answering(list(Emotion), right=right)
    likelier = likelier_labels(chances, Manner(match_labels(claimed), Activation.SOFTMAX))
    assert likelier is not None and likelier.emotions == tuple(Emotion)
    assert answers_of_labels(chances) == tuple(Emotion)
    assert told_labels(likelier.words, claimed).emotions == tuple(Emotion)


def test_swapped_polarity_is_found_out() -> None:
    chances = _answering([Emotion.SADNESS, Emotion.JOY])
    manner = Manner(told_labels("부정=기쁨,긍정=슬픔", ["부정", "긍정"]), Activation.SOFTMAX)
    likelier = likelier_labels(chances, manner)
    assert likelier is not None and likelier.words == "슬픔,기쁨"


@pytest.mark.parametrize(
    ("names", "activation"),
    [([str(f) for f in Feeling], Activation.SIGMOID), (list(GOEMOTIONS.labels), Activation.SOFTMAX)],
)
def test_an_alphabetical_list_of_many_labels_is_found_out(names: list[str], activation: Activation) -> None:
    """The model was taught with a label encoder, which sorts; its configuration lists the set's own order."""
    really = match_labels(sorted(names))
    chances = _answering(list(really.emotions))
    claimed = Manner(match_labels(names), activation)
    likelier = likelier_labels(chances, claimed)
    assert likelier is not None and likelier.emotions == really.emotions
    assert likelier_labels(chances, Manner(really, activation)) is None


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("right", [0.0, 0.3, 0.8])
def test_a_right_order_is_never_doubted_for_being_weak(seed: int, right: float) -> None:
    for names in (EIGHT, ["기쁨", "슬픔"], ["기쁨", "당황", "분노", "슬픔"]):
        labels = match_labels(names)
        chances = _answering(list(labels.emotions), right=right, seed=seed)
        assert likelier_labels(chances, Manner(labels, Activation.SOFTMAX)) is None
