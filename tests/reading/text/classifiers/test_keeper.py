from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from pyojeong.emotion import Emotion, Feeling
from pyojeong.reading.text import TextReader
from pyojeong.reading.text.classifiers.folder import Activation, ClassifierFolder
from pyojeong.reading.text.classifiers.keeper import MOST_WORDS_LEFT_OUT, ClassifierKeeper, Manner
from pyojeong.reading.text.classifiers.labels import match_labels, told_labels
from pyojeong.reading.text.classifiers.network import ClassifierNetwork
from pyojeong.reading.text.classifiers.pieces import cutter_of
from tiny_classifiers import EIGHT, Tiny, knowing_all

KOTE = [str(feeling) for feeling in Feeling]


def _keeper(folder: Path, tiny: Tiny, manner: Manner | None = None) -> ClassifierKeeper:
    opened = ClassifierFolder.opened(tiny.written(folder))
    cutter = cutter_of(opened)
    network = ClassifierNetwork(folder / "model.onnx", labels=len(tiny.labels), padding=cutter.padding)
    return ClassifierKeeper(cutter, network, manner or Manner(match_labels(tiny.labels), Activation.SOFTMAX))


def test_chances_become_shares_of_the_eight(tmp_path: Path) -> None:
    mood = _keeper(tmp_path, Tiny(["행복", "기쁨", "슬픔"], {"좋아": 1, "싫어": 2})).moods(["좋아"])[0]
    assert mood.leading is Emotion.JOY
    assert mood.shares[Emotion.ANGER] == 0  # no label speaks of it
    assert mood.valence > 0.5 and mood.certainty == pytest.approx(mood.shares[Emotion.JOY])
    assert mood.feelings == {} and mood.named == ()


def test_a_sentence_without_a_known_word_is_unsure(tmp_path: Path) -> None:
    mood = _keeper(tmp_path, knowing_all()).moods(["ㅁㅁㅁ ㅂㅂㅂ"])[0]
    assert mood.unsure and mood.certainty == pytest.approx(1 / 8)


def test_labels_of_their_own_chances_are_the_feelings_of_kote(tmp_path: Path) -> None:
    tiny = Tiny(KOTE, {"서러워": KOTE.index("서러움"), "무서워": KOTE.index("공포/무서움")})
    keeper = _keeper(tmp_path, tiny, Manner(match_labels(KOTE), Activation.SIGMOID, 0.3))
    mood = keeper.moods(["너무 서러워"])[0]
    assert mood.leading is Emotion.SADNESS
    assert mood.feelings[Feeling.SORROW] > 0.99 and mood.feelings[Feeling.JOY] == pytest.approx(0.5)
    assert mood.named[0] is Feeling.SORROW and mood.valence < 0
    both = keeper.moods(["서러워 무서워"])[0]
    assert both.shares[Emotion.SADNESS] == pytest.approx(both.shares[Emotion.FEAR])


def test_an_emotion_gains_nothing_by_having_many_labels() -> None:
    manner = Manner(match_labels(KOTE), Activation.SIGMOID)
    shares = manner.shares(manner.told(np.full((1, 44), 0.3, np.float32)))[0]
    assert shares == pytest.approx(np.full(8, 1 / 8))


def test_neutral_words_lower_the_intensity(tmp_path: Path) -> None:
    glad, plain = _keeper(tmp_path, Tiny(EIGHT, {"좋아": 0, "회의": 7})).moods(["좋아", "회의"])
    assert glad.intensity > 0.6 and plain.intensity < 0.05


def test_the_temperature_changes_how_sure_and_not_what() -> None:
    chances = np.array([[0.7, 0.2, 0.1]], np.float32)
    labels = told_labels("기쁨,슬픔,분노", ["a", "b", "c"])
    cold, hot = (Manner(labels, Activation.SOFTMAX, t) for t in (0.5, 3.0))
    sure, unsure = (manner.shares(manner.told(chances))[0] for manner in (cold, hot))
    assert sure.argmax() == unsure.argmax() == 0 and sure[0] > 0.7 > unsure[0]


def test_words_left_out_tell_what_decided(tmp_path: Path) -> None:
    keeper = _keeper(tmp_path, Tiny(EIGHT, {"슬퍼서": 1, "웃음이": 0, "눈물이": 1}))
    text = "오늘은 슬퍼서 웃음이 안 나고 눈물이 난다"
    mood = keeper.moods([text])[0]
    told = {text[e.start : e.end]: e.weight for e in mood.evidence}
    assert mood.leading is Emotion.SADNESS
    assert told["슬퍼서"] > 0.9 and told["눈물이"] > 0.9 and told["웃음이"] < 0
    assert "오늘은" not in told


@pytest.mark.parametrize(
    ("sentence", "words"), [("슬퍼서", 1), ("가 " * MOST_WORDS_LEFT_OUT + "슬퍼서", 0), ("나 다", 0)]
)
def test_one_word_decides_alone_and_very_long_sentences_show_none(tmp_path: Path, sentence: str, words: int) -> None:
    keeper = _keeper(tmp_path, Tiny(EIGHT, {"슬퍼서": 1}))
    assert len(keeper.moods([sentence])[0].evidence) == words


def test_a_page_reads_as_its_sentences_do(tmp_path: Path) -> None:
    keeper = _keeper(tmp_path, Tiny(EIGHT, {"슬퍼": 1, "좋아": 0, "회의": 7}))
    page = ["나는 슬퍼", "좋아", "회의 회의 있음 그리고 또 회의", "!!!"] * 9
    assert keeper.moods(page) == [mood for line in page for mood in keeper.moods([line])]
    assert keeper.moods([]) == []


def test_texts_of_several_sentences_become_scores_without_feelings(tmp_path: Path) -> None:
    score = TextReader(_keeper(tmp_path, Tiny(EIGHT, {"슬퍼": 1, "좋아": 0}))).read("나는 슬퍼.\n그래도 좋아.")
    assert len(score.beats) == 2 and score.mood.feelings == {}


@pytest.mark.parametrize("temperature", [0.0, -1.0, 100.0, float("nan")])
def test_a_temperature_out_of_range_is_refused(temperature: Any) -> None:
    with pytest.raises(ValueError, match="temperature"):
        Manner(match_labels(["기쁨", "슬픔"]), Activation.SOFTMAX, temperature)
