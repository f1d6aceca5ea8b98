"""From the model's numbers to moods: one a sentence, and one for the whole text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from pyojeong.emotion import Emotion, Evidence, Mood
from pyojeong.emotion.mood import PURE_VALENCE_AROUSAL
from pyojeong.reading.text.linear import Floats
from pyojeong.reading.text.model import EMOTIONS, FEELINGS, Naming, Readings

_PURE = np.array([PURE_VALENCE_AROUSAL[e] for e in EMOTIONS], np.float32)
_FELT = np.array([(f.valence, f.arousal) for f in FEELINGS], np.float32)
#: How much shares, feelings and polarity say of valence; authored. Polarity comes from film reviews, where a sad
#: film is a good one, and counts little.
_VALENCE_PARTS = (0.6, 0.3, 0.1)
#: A neutral beat counts this much beside an emotional one of equal length: a text is remembered by what moved.
_NEUTRAL_WEIGHT = 0.15
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


def whole_mood(parts: Sequence[tuple[Mood, int, int]], *, unsure_below: float) -> Mood:
    """The mood of a text from its beats: (mood, start, length) each; evidence spans become the text's.

    A beat weighs by the root of its length, its intensity and its certainty, and little when it is neutral.
    """
    if len(parts) == 1:
        mood, start, _ = parts[0]
        return replace(mood, evidence=tuple(e.shifted(start) for e in mood.evidence))
    weights = [_weight(mood, length) for mood, _, length in parts]
    total = sum(weights)
    shares = {e: sum(w * m.shares[e] for w, (m, _, _) in zip(weights, parts, strict=True)) / total for e in EMOTIONS}

    def mean(values: Iterable[float]) -> float:
        return sum(w * v for w, v in zip(weights, values, strict=True)) / total

    moods = [mood for mood, _, _ in parts]
    told = [f for f in FEELINGS if all(f in m.feelings for m in moods)]  # some keepers tell none
    feelings = {f: mean(m.feelings[f] for m in moods) for f in told}
    heavy = [m for w, m in zip(weights, moods, strict=True) if w >= max(weights) / 3]
    named = sorted({f for m in heavy for f in m.named}, key=lambda f: -feelings[f])
    certainty = mean(m.certainty for m in moods)
    leading = max(EMOTIONS, key=lambda e: shares[e])
    return Mood(
        shares=shares,
        intensity=mean(m.intensity for m in moods),
        feelings=feelings,
        named=tuple(named),
        valence=mean(m.valence for m in moods),
        arousal=mean(m.arousal for m in moods),
        certainty=certainty,
        unsure=certainty < unsure_below,
        evidence=tuple(e.shifted(at) for mood, at, _ in parts if mood.leading is leading for e in mood.evidence),
    )


def _weight(mood: Mood, length: int) -> float:
    neutral = mood.shares[Emotion.NEUTRAL]
    moved = 1 - neutral + _NEUTRAL_WEIGHT * neutral
    return float(length**0.5) * (0.2 + mood.intensity) * (0.2 + mood.certainty) * moved


def _placed(shares: Floats, feelings: Floats, positive: float, intensity: float) -> tuple[float, float]:
    """Valence and arousal in [-1, 1]: shares, feelings and polarity averaged, drawn to the centre when weak."""
    told = feelings / max(float(feelings.sum()), 1e-6)
    by_share, by_feeling = shares @ _PURE, told @ _FELT
    a, b, c = _VALENCE_PARTS
    strength = (_CALM + intensity) / (_CALM + 1)
    valence = a * by_share[0] + b * by_feeling[0] + c * (2 * positive - 1) * (1 - float(shares[-1]))
    arousal = (by_share[1] + by_feeling[1]) / 2
    return float(np.clip(1.25 * valence, -1, 1)), float(np.clip(2 * arousal * strength, -1, 1))
