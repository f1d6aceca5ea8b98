"""What the model that reads faces does badly, as its card says."""

from __future__ import annotations

from collections.abc import Mapping

from pyojeong.emotion import Emotion
from pyojeong.emotion.taxonomy import FERPLUS
from pyojeong.interfaces import wiring
from pyojeong.weights.card import Card

MODEL = "face-emotion"
OFTEN_MISSED = 0.7
"""Below this recall three of ten such faces are taken for another."""
_TESTS = ("public_test", "dev")


def weak_emotions(card: Card) -> tuple[Emotion, ...]:
    """The emotions whose recall on faces with clear votes is low, out of sample; 당황 always, which no votes name.

    >>> classes = {"anger": {"recall": 0.8}, "fear": {"recall": 0.4}}
    >>> measured = {"dev": {"votes_clear": {"classes": classes}}}
    >>> card = Card("face-emotion", "m.onnx", "0" * 64, "t", "Apache-2.0", "s", measured=measured)
    >>> [emotion.korean for emotion in weak_emotions(card)]
    ['불안', '당황']
    """
    missed = {FERPLUS.emotion_of(label) for label, recall in _recalls(card).items() if recall < OFTEN_MISSED}
    return tuple(emotion for emotion in Emotion if emotion in missed or emotion is Emotion.EMBARRASSMENT)


def card_of_model() -> Card:
    """The card of the model that reads faces.

    Raises:
        PyojeongError: When the model is not there.
    """
    return wiring.stored_model(MODEL).card


def _recalls(card: Card) -> Mapping[str, float]:
    for test in _TESTS:
        classes = card.measured.get(test, {}).get("votes_clear", {}).get("classes", {})
        if classes:
            return {label: figures["recall"] for label, figures in classes.items()}
    return {}
