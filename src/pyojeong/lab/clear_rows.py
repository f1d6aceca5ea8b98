"""Which KOTE comments speak clearly of one of the eight emotions, and which.

KOTE rows carry eight labels on average. The labels are grouped by `taxonomy.KOTE`; a label counts by its rarity,
-log(base rate); a group's score is the sum over the row's labels in it, divided by the root of the group's whole
rarity, so that wide groups gain nothing by being wide. A row is clear when the best group scores 1.5 times the second.
없음 counts only in rows of at most three labels. Base rates are those of the training part alone.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pyojeong.emotion import Emotion, Feeling
from pyojeong.emotion.taxonomy import KOTE
from pyojeong.lab.datasets import EMOTIONS, FEELINGS, Felt

CLEAR_BY = 1.5
_NONE_AMONG = 3


def base_rates(rows: Sequence[Felt]) -> NDArray[np.float64]:
    """Share of ``rows`` that carry each feeling (44)."""
    counts = np.zeros(len(FEELINGS))
    for row in rows:
        counts[list(row.labels)] += 1
    return counts / len(rows)


def clear_emotion(row: Felt, rates: NDArray[np.float64]) -> Emotion | None:
    """The emotion the row speaks of clearly, or None."""
    rarity = -np.log(np.maximum(rates, 1e-6))
    weight, whole = np.zeros(len(EMOTIONS)), np.zeros(len(EMOTIONS))
    for index, feeling in enumerate(FEELINGS):
        emotion = KOTE.emotion_of(str(feeling))
        if emotion is None:
            continue
        whole[EMOTIONS.index(emotion)] += rarity[index]
        told = index in row.labels and (feeling is not Feeling.NONE or len(row.labels) <= _NONE_AMONG)
        weight[EMOTIONS.index(emotion)] += rarity[index] * told
    scores = weight / np.sqrt(whole)
    second, best = np.sort(scores)[-2:]
    return EMOTIONS[int(np.argmax(scores))] if best > 0 and best >= CLEAR_BY * second else None
