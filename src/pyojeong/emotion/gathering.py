"""The mood of several beats together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pyojeong.emotion.emotion import Emotion
from pyojeong.emotion.feeling import Feeling
from pyojeong.emotion.mood import Mood
from pyojeong.emotion.score import Beat

#: A neutral beat counts this much beside an emotional one of equal length: a text is remembered by what moved.
NEUTRAL_WEIGHT = 0.15
_HEAVY = 1 / 3
"""Feelings are named by beats that weigh at least this share of the heaviest."""


def gathered_mood(beats: Sequence[Beat]) -> Mood:
    """The mood of a stretch of text from its beats; evidence counts characters as the beats' own spans do.

    A beat weighs by the root of its length, its intensity and its certainty, and little when it is neutral. The whole
    is unsure when the unsure beats outweigh the others. The weights are authored.

    >>> glad = Beat(0, 4, Mood.of(Emotion.JOY, intensity=0.9))
    >>> gathered_mood([glad, Beat(5, 9, Mood.of(Emotion.NEUTRAL))]).leading.korean
    '기쁨'

    Raises:
        ValueError: When there is no beat.
    """
    if not beats:
        raise ValueError("gathered_mood must be given at least one beat, but got none")
    weights = [weight(beat) for beat in beats]
    total = sum(weights)
    moods = [beat.mood for beat in beats]

    def mean(values: Iterable[float]) -> float:
        return sum(w * v for w, v in zip(weights, values, strict=True)) / total

    shares = {e: mean(m.shares[e] for m in moods) for e in Emotion}
    feelings = _feelings(moods, [w / total for w in weights])
    heavy = [m for w, m in zip(weights, moods, strict=True) if w >= max(weights) * _HEAVY]
    leading = max(Emotion, key=lambda e: shares[e])
    return Mood(
        shares=shares,
        intensity=mean(m.intensity for m in moods),
        feelings=feelings,
        named=tuple(sorted({f for m in heavy for f in m.named}, key=lambda f: -feelings.get(f, 0.0))),
        valence=mean(m.valence for m in moods),
        arousal=mean(m.arousal for m in moods),
        certainty=min(mean(m.certainty for m in moods), 1.0),
        unsure=mean(m.unsure for m in moods) > 0.5,
        evidence=tuple(e.shifted(b.start) for b in beats if b.mood.leading is leading for e in b.mood.evidence),
    )


def weight(beat: Beat) -> float:
    """How much ``beat`` counts in the mood of its text; more than 0."""
    mood = beat.mood
    neutral = mood.shares[Emotion.NEUTRAL]
    moved = 1 - neutral + NEUTRAL_WEIGHT * neutral
    return float((beat.end - beat.start) ** 0.5 * (0.2 + mood.intensity) * (0.2 + mood.certainty) * moved)


def _feelings(moods: Sequence[Mood], parts: Sequence[float]) -> dict[Feeling, float]:
    sums: dict[Feeling, float] = {}
    for mood, part in zip(moods, parts, strict=True):
        for feeling, probability in mood.feelings.items():
            sums[feeling] = sums.get(feeling, 0.0) + part * probability
    return {feeling: min(sums[feeling], 1.0) for feeling in Feeling if feeling in sums}
