"""Label sets keep their own order and come back from a round trip."""

from __future__ import annotations

import pytest

from pyojeong.emotion import Emotion
from pyojeong.emotion.taxonomy import FER2013, FERPLUS, GOEMOTIONS, KOTE, LABEL_SETS, LOOSE_FEELINGS, LabelSet

SIZES = {
    "FER-7": 7,
    "FER+-8": 8,
    "AffectNet-8": 8,
    "AI Hub face 4": 4,
    "AI Hub speech 7": 7,
    "AI Hub dialogue 6": 6,
    "Emopic 6": 6,
    "emoticon recommender 6": 6,
    "GoEmotions-28": 28,
    "KOTE-44": 44,
}


def test_every_set_is_there_at_its_size() -> None:
    assert {name: len(s.labels) for name, s in LABEL_SETS.items()} == SIZES


@pytest.mark.parametrize("labels", LABEL_SETS.values(), ids=lambda s: s.name)
def test_round_trip(labels: LabelSet) -> None:
    for emotion in {e for e in labels.emotions.values() if e is not None}:
        label = labels.label_of(emotion)
        assert label is not None and labels.emotion_of(label) is emotion
    assert labels.source


def test_index_orders_are_those_of_the_files() -> None:
    assert FER2013.labels == ("Angry", "Disgust", "Fear", "Happy", "Sad", "Surprise", "Neutral")
    assert FERPLUS.labels[:4] == ("neutral", "happiness", "surprise", "sadness")
    assert (GOEMOTIONS.labels[0], GOEMOTIONS.labels[12], GOEMOTIONS.labels[27]) == (
        "admiration",
        "embarrassment",
        "neutral",
    )


def test_loose_feelings_are_not_scored_as_an_emotion() -> None:
    assert {label for label in KOTE.labels if KOTE.emotion_of(label) is None} == {str(f) for f in LOOSE_FEELINGS}


def test_an_emotion_a_set_lacks_has_no_label() -> None:
    assert FER2013.label_of(Emotion.EMBARRASSMENT) is None


def test_an_unknown_label_lists_those_that_exist() -> None:
    with pytest.raises(ValueError, match="Surprise"):
        FER2013.emotion_of("Contempt")
