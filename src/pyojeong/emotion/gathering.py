"""The mood of several beats together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from pyojeong.emotion.emotion import Emotion
from pyojeong.emotion.mood import Mood
from pyojeong.emotion.score import Beat

Key = TypeVar("Key")

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
    parts = [w / total for w in weights]
    moods = [beat.mood for beat in beats]
    shares = _mean_by_key(parts, [mood.shares for mood in moods])
    feelings = _mean_by_key(parts, [mood.feelings for mood in moods])
    least = max(parts) * _HEAVY
    heavy = [mood for mood, part in zip(moods, parts, strict=True) if part >= least]
    leading = max(Emotion, key=lambda emotion: shares[emotion])

    def mean(values: Iterable[float]) -> float:
        return sum(part * value for part, value in zip(parts, values, strict=True))

    return Mood(
        shares=shares,
        intensity=min(mean(m.intensity for m in moods), 1.0),
        feelings=feelings,
        named=tuple(sorted({f for m in heavy for f in m.named}, key=lambda f: -feelings.get(f, 0.0))),
        valence=min(max(mean(m.valence for m in moods), -1.0), 1.0),
        arousal=min(max(mean(m.arousal for m in moods), -1.0), 1.0),
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


def _mean_by_key(parts: Sequence[float], rows: Sequence[Mapping[Key, float]]) -> dict[Key, float]:
    """The weighted mean of each key, at most 1; a key that a row lacks counts as 0 there.

    Rows with the keys of the row before are summed column by column: thousands of beats have the same eight and
    forty-four, and looking each up takes half a second.
    """
    means: dict[Key, float] = {}
    keys, sums = list[Key](), list[float]()
    for part, row in zip(parts, rows, strict=True):
        if list(row) != keys:
            _add(means, keys, sums)
            keys, sums = list(row), [0.0] * len(row)
        sums = [one + part * value for one, value in zip(sums, row.values(), strict=True)]
    _add(means, keys, sums)
    return {key: min(value, 1.0) for key, value in means.items()}


def _add(means: dict[Key, float], keys: Sequence[Key], sums: Sequence[float]) -> None:
    for key, value in zip(keys, sums, strict=True):
        means[key] = means.get(key, 0.0) + value
