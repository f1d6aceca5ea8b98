"""From the model's numbers to moods: one a sentence, and one for the whole text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from pyojeong.emotion import Beat, Evidence, Mood
from pyojeong.emotion.gathering import gathered_mood
from pyojeong.emotion.mood import PURE_VALENCE_AROUSAL
from pyojeong.reading.text.linear import Floats
from pyojeong.reading.text.model import EMOTIONS, FEELINGS, Naming, Readings

_PURE = np.array([PURE_VALENCE_AROUSAL[e] for e in EMOTIONS], np.float32)
_FELT = np.array([(f.valence, f.arousal) for f in FEELINGS], np.float32)
#: How much shares, feelings and polarity say of valence; authored. Polarity comes from film reviews, where a sad
#: film is a good one, and counts little.
_VALENCE_PARTS = (0.6, 0.3, 0.1)
_CALM = 0.25


def sentence_mood(readings: Readings, row: int, evidence: tuple[Evidence, ...], *, naming: Naming) -> Mood:
    """The mood of sentence ``row``."""
    shares, feelings = readings.shares[row].astype(float), readings.feelings[row].astype(float)
    valence, arousal = _placed(shares, feelings, float(readings.positive[row]), float(readings.intensity[row]))
    certainty = float(readings.certainty[row])
    named = [n for n in np.argsort(-feelings, kind="stable").tolist() if feelings[n] >= naming.thresholds[n]]
    return Mood(
        shares=dict(zip(EMOTIONS, (shares / shares.sum()).tolist(), strict=True)),
        intensity=float(readings.intensity[row]),
        feelings=dict(zip(FEELINGS, feelings.tolist(), strict=True)),
        named=tuple(FEELINGS[n] for n in named),
        valence=valence,
        arousal=arousal,
        certainty=certainty,
        unsure=certainty < naming.unsure_below,
        evidence=evidence,
    )


def whole_mood(beats: Sequence[Beat], *, unsure_below: float) -> Mood:
    """The mood of a text from its beats; evidence spans become the text's; unsure below this certainty."""
    whole = gathered_mood(beats)
    return replace(whole, unsure=whole.certainty < unsure_below)


def _placed(shares: Floats, feelings: Floats, positive: float, intensity: float) -> tuple[float, float]:
    """Valence and arousal in [-1, 1]: shares, feelings and polarity averaged, drawn to the centre when weak."""
    told = feelings / max(float(feelings.sum()), 1e-6)
    by_share, by_feeling = shares @ _PURE, told @ _FELT
    a, b, c = _VALENCE_PARTS
    strength = (_CALM + intensity) / (_CALM + 1)
    valence = a * by_share[0] + b * by_feeling[0] + c * (2 * positive - 1) * (1 - float(shares[-1]))
    arousal = (by_share[1] + by_feeling[1]) / 2
    return float(np.clip(1.25 * valence, -1, 1)), float(np.clip(2 * arousal * strength, -1, 1))
