"""Moods in the context of a tale: a line hears how it is told to be said, and what is told plainly is felt plainly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from pyojeong.emotion import Beat, Emotion, Mood
from pyojeong.reading.tale.words import lists_in
from pyojeong.reading.text.morphemes import is_denied, morphemes

#: Share of the mood a told feeling takes; what was read keeps the rest.
_TOLD = 0.75
#: Share a calm way of speaking takes: what is said softly may be felt strongly.
_CALM = 0.45
#: What is left of the feelings of a told sentence in which no word says any. On the 200 sentences of docs/story.md all
#: values from 0.1 to 0.6 are alike (0.92 to 0.93 right, 0.80 at 1); the mildest of them changes readings least.
_PLAIN = 0.6
#: What is left of the feelings of a line of which nothing is told; a reader of single sentences hears anger in a plain
#: question. Below 0.8 lines that are surely felt are lost, on either half of tests/reading/tale/felt_lines.tsv (every
#: other line as the tales are read); chosen on one, the other goes from 38 to 43 of 55, or from 34 to 47.
#: What the reader is unsure of is as plain as what is told.
_SAID = 0.8
_STRONG = 0.6


def told_feeling(sentence: str) -> Emotion | None:
    """The feeling a sentence names, the last one of several; None where it names none, or denies it.

    >>> told_feeling("토끼가 깜짝 놀라 소리쳤습니다."), told_feeling("곰은 껄껄 웃으며 말했다.")
    (<Emotion.SURPRISE: 'surprise'>, <Emotion.JOY: 'joy'>)
    >>> told_feeling("아이는 울지 않았다."), told_feeling("나무꾼은 산에 올라갔다.")
    (None, None)
    """
    tokens = morphemes(sentence)
    found: Counter[Emotion] = Counter()
    for n, token in enumerate(tokens):
        stem = tokens[n - 1].form + token.form if n and token.tag.startswith("XS") else token.form
        emotion = _words().get(stem)
        if emotion is None or is_denied(tokens, n):
            continue
        found[emotion] += 1
    feelings = [emotion for emotion in found if emotion is not Emotion.NEUTRAL]
    if feelings:
        return max(feelings, key=lambda emotion: found[emotion])
    return Emotion.NEUTRAL if found else None


def in_context(beats: Iterable[Beat], text: str, cues: Mapping[int, str]) -> tuple[Beat, ...]:
    """The beats with moods as the tale tells them.

    Args:
        beats: Of the tale, as each was read alone.
        text: The tale.
        cues: Number of a said beat → what is told of how it is said.
    """
    return tuple(
        replace(beat, mood=_felt(beat, text[beat.start : beat.end], cues.get(number)))
        for number, beat in enumerate(beats)
    )


def in_own_words(beats: Iterable[Beat], text: str) -> tuple[Beat, ...]:
    """The beats of somebody who tells of himself, with moods as he names them."""
    named = ((beat, told_feeling(text[beat.start : beat.end])) for beat in beats)
    return tuple(
        beat if told is None or told is Emotion.NEUTRAL else replace(beat, mood=leaning(beat.mood, told))
        for beat, told in named
    )


def _felt(beat: Beat, words: str, cue: str | None) -> Mood:
    said = beat.speaker is not None or cue is not None
    told = None if said and cue is None else told_feeling(cue if cue is not None else words)
    if told is not None:
        return leaning(beat.mood, told)
    if said:
        return plainly(beat.mood, left=_PLAIN if beat.mood.unsure else _SAID)
    return plainly(plainly(beat.mood) if _is_sound(words) else beat.mood)


def _is_sound(sentence: str) -> bool:
    """Whether it tells a sound and nothing more: 풍덩!"""
    return not any(token.tag.startswith(("V", "XSV", "XSA")) for token in morphemes(sentence))


def leaning(mood: Mood, told: Emotion) -> Mood:
    """``mood`` with the feeling that is told outright; evidence stays where it still speaks for what leads.

    >>> leaning(Mood.of(Emotion.JOY, intensity=0.4), Emotion.SURPRISE).leading.value
    'surprise'
    """
    share = _CALM if told is Emotion.NEUTRAL else _TOLD
    shares = {e: (1 - share) * mood.shares[e] + share * (e is told) for e in Emotion}
    calm = told is Emotion.NEUTRAL
    usual = Mood.blend(shares, intensity=mood.intensity * (1 - _CALM) if calm else max(mood.intensity, _STRONG))
    same = mood.leading is usual.leading
    return replace(
        mood,
        shares=usual.shares,
        intensity=usual.intensity,
        valence=mood.valence if same else usual.valence,
        arousal=mood.arousal if same and not calm else usual.arousal,
        certainty=max(mood.certainty, _TOLD) if not calm else mood.certainty,
        unsure=mood.unsure and calm,
        evidence=mood.evidence if same else (),
        named=mood.named if same else (),
    )


def plainly(mood: Mood, *, left: float = _PLAIN) -> Mood:
    """``mood`` where no word of feeling is told: nearer to neutral, ``left`` of every other feeling."""
    shares = {e: mood.shares[e] * (1.0 if e is Emotion.NEUTRAL else left) for e in Emotion}
    shares[Emotion.NEUTRAL] += 1 - sum(shares.values())
    leading = max(Emotion, key=lambda e: shares[e])
    if leading is mood.leading:
        return replace(mood, shares=shares, unsure=mood.unsure and leading is not Emotion.NEUTRAL)
    calm = mood.intensity * left
    return replace(
        mood,
        shares=shares,
        intensity=calm,
        valence=mood.valence * left,
        arousal=mood.arousal * left,
        unsure=False,
        evidence=(),
        named=(),
    )


@cache
def _words() -> dict[str, Emotion]:
    listed = lists_in(__package__, "feelings")
    return {word: Emotion(name) for name, found in listed.items() for word in found}
