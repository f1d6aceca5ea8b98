"""Which captions fit a mood and a sentence, and why.

Weights were chosen on the first half of ``corpora/captions/test_sentences.tsv``; ``docs/captions.md`` gives the second.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pyojeong.emotion import Feeling, Mood
from pyojeong.stickers.captions.caption import Caption
from pyojeong.stickers.captions.cues import Occasion
from pyojeong.stickers.captions.likeness import Worded, too_alike
from pyojeong.stickers.captions.situation import Situation

OCCASION = 3.0
"""What being about the same thing is worth: more than all that mood can say."""
SHARE, FEELING, AFFECT, STRENGTH = 2.0, 1.0, 1.0, 0.2
"""What the caption's emotion, its feelings, its place on the valence-arousal plane and its strength are worth."""
SHARED_WORD = 0.4
"""What saying a word of the sentence is worth, however many there are."""
ELSEWHERE = 0.8
"""What a caption loses that belongs to an occasion the sentence does not speak of."""
_FARTHEST = math.dist((-1, -1), (1, 1))


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a caption was suggested, as a person would say it."""

    korean: str
    english: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A caption, how well it fits (only the order means something), and why."""

    caption: Caption
    fit: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class Wish:
    """What a caption shall fit: a mood, the occasions spoken of, and the stems of the sentence's words."""

    mood: Mood
    occasions: Mapping[Situation, Occasion]
    stems: frozenset[str]


def fit(caption: Caption, said: Worded, wish: Wish) -> float:
    """How well a caption fits a wish; larger is better."""
    mood = wish.mood
    told = _occasion(caption, wish)
    worth = OCCASION * wish.occasions[told].weight if told else -ELSEWHERE * bool(caption.situations)
    worth += SHARE * mood.shares[caption.emotion]
    worth += FEELING * _felt(caption.feelings, mood)
    place = [math.fsum(axis) / len(caption.feelings) for axis in zip(*map(_place, caption.feelings), strict=True)]
    worth -= AFFECT * math.dist((mood.valence, mood.arousal), place) / _FARTHEST
    worth -= STRENGTH * abs(mood.intensity - caption.intensity)
    return worth + SHARED_WORD * bool(wish.stems and said.stems & wish.stems)


def chosen(
    candidates: Iterable[tuple[Caption, Worded]], wish: Wish, *, count: int, avoid: Collection[Worded]
) -> list[Suggestion]:
    """The best ``count`` that are not too alike, nor like one to avoid; among equals the bank's order decides."""
    ranked = sorted(((fit(*pair, wish), *pair) for pair in candidates), key=lambda triple: -triple[0])
    taken: list[Worded] = []
    found: list[Suggestion] = []
    for worth, caption, said in ranked:
        if len(found) == count:
            break
        if not any(too_alike(said, other) for other in (*avoid, *taken)):
            taken.append(said)
            found.append(Suggestion(caption, worth, _reason(caption, wish)))
    return found


def _occasion(caption: Caption, wish: Wish) -> Situation | None:
    """The caption's situation that the wish speaks of most."""
    spoken = [situation for situation in caption.situations if situation in wish.occasions]
    return max(spoken, key=lambda situation: wish.occasions[situation].weight) if spoken else None


def _felt(feelings: Sequence[Feeling], mood: Mood) -> float:
    """How far the mood holds the caption's feelings, [0, 1]: against its own strongest feeling, on average."""
    strongest = max(mood.feelings.values(), default=0.0)
    if strongest <= 0:
        return 0.0
    return math.fsum(mood.feelings.get(feeling, 0.0) for feeling in feelings) / strongest / len(feelings)


def _place(feeling: Feeling) -> tuple[float, float]:
    return feeling.valence, feeling.arousal


def _reason(caption: Caption, wish: Wish) -> Reason:
    mood = wish.mood
    told = _occasion(caption, wish)
    if told and (words := wish.occasions[told].words):
        return Reason(f"‘{words[0]}’에서 {told.korean} 이야기로 읽었어요", f"“{words[0]}” speaks of {told.english}")
    if told:
        return Reason(f"{told.korean}에 어울려요", f"It suits {told.english}")
    felt = max(caption.feelings, key=lambda feeling: mood.feelings.get(feeling, 0.0))
    if felt in mood.named:
        return Reason(f"‘{felt}’에 어울려요", f"It suits {felt.english}")
    return Reason(f"{caption.emotion.korean}의 얼굴에 어울려요", f"It suits a face of {caption.emotion}")
