"""What a face feels through a scene: it comes, peaks, is held alive, is shared by who listens, and fades."""

from __future__ import annotations

import random
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from pyojeong.emotion import Emotion, Mood
from pyojeong.performing.film.gesturing import UNSURE
from pyojeong.performing.film.screenplay import Scene, Turn
from pyojeong.rig.compose import compose
from pyojeong.rig.expression import Expression
from pyojeong.rig.timeline import (
    BLINK_DOWN_SECONDS,
    BLINK_SECONDS,
    BLINK_SHUT_SECONDS,
    REST,
    Easing,
    Key,
    Timeline,
    between,
    blink_times,
)

#: Seconds. A face is ready before its voice (speech-preceding gestures: 0.1-0.3 s), and lets go more slowly.
BEFORE, ONSET, LETTING_GO = 0.18, 0.42, 1.2
#: What is left of a feeling after its line.
_AFTERGLOW = 0.35
#: How much of another's feeling shows on who listens, and how late; what startles one startles all.
_SHARED, _STARTLED, _LATE = 0.30, 0.8, 0.45
#: Who hears anger or disgust is uneasy: brows that share it would scowl at whoever speaks.
_UNEASY = frozenset({Emotion.ANGER, Emotion.DISGUST})
_ANTICIPATED, _PEAK = -0.10, 1.05
#: Seconds between the waves of a feeling that is held, and how low they go.
_WAVE, _EBB = 0.85, 0.86
_NEXT = 0.7
"""A line that follows within this many seconds takes over before the last one fades."""


class Feelings:
    """All that one face feels in a scene; pure functions of time.

    A change of feeling comes with a blink: what cannot glide, such as a drawn eye's kind, changes under shut lids.

    Args:
        scene: The scene.
        role: Whose face.
        seed: Of its blinks.
    """

    def __init__(self, scene: Scene, role: str, seed: int) -> None:
        own = [turn for turn in scene.turns if turn.is_of(role)]
        self._settled = _settled(scene, own)
        changes = [at for at, _ in self._settled[1:]]
        natural = blink_times(scene.seconds, seed=seed)
        blinks = [at - BLINK_DOWN_SECONDS - BLINK_SHUT_SECONDS / 2 for at in changes]
        blinks += [b for b in natural if all(not -0.8 < b - at < 0.9 for at in changes)]
        self._line = Timeline(_keys(scene, own, role, seed), tuple(sorted(b for b in blinks if b > -BLINK_SECONDS)))

    def at(self, seconds: float) -> Expression:
        """The face ``seconds`` after the scene's start."""
        return self._line.at(seconds)

    def settled_at(self, seconds: float) -> Expression:
        """The face it belongs to at its fullest, without blinks."""
        return self._settled[bisect_right(self._settled, seconds, key=lambda change: change[0]) - 1][1]


def expression_of(turn: Turn) -> Expression:
    """The face of a line: set by hand, or composed from its mood; half of it where the reader is unsure."""
    if turn.expression is not None:
        return turn.expression
    face = compose(turn.mood, seed=turn.beat)
    return face.scaled(UNSURE) if turn.mood.unsure else face


def _start_of(turn: Turn) -> float:
    """When a line's feeling begins to come."""
    return max(0.04, turn.start - BEFORE)


def _fades(scene: Scene, own: Sequence[Turn], number: int) -> bool:
    """Whether a feeling has time to fade before the next of its own comes."""
    following = own[number + 1].start if number + 1 < len(own) else scene.seconds + LETTING_GO
    return following - own[number].end > _NEXT + 0.3


def _settled(scene: Scene, own: Sequence[Turn]) -> list[tuple[float, Expression]]:
    """From when on which face is meant; nothing is said where two lines mean the same."""
    found: list[tuple[float, Expression]] = [(-1.0, REST)]
    for number, turn in enumerate(own):
        face = expression_of(turn)
        if face != found[-1][1]:
            found.append((_start_of(turn), face))
        if _fades(scene, own, number):
            found.append((turn.end + 0.6 * LETTING_GO, between(REST, face, _AFTERGLOW)))
    return found


def _keys(scene: Scene, own: Sequence[Turn], role: str, seed: int) -> tuple[Key, ...]:
    """The keys of one face through a scene."""
    keys = [Key(0.0, REST)]
    for turn in scene.turns:
        if turn.is_of(role):
            _feel(keys, turn, seed, fades=_fades(scene, own, own.index(turn)))
        elif turn.feels is not None or turn.mood.leading is not Emotion.NEUTRAL:
            _share(keys, turn)
    return tuple(keys)


def _add(keys: list[Key], key: Key) -> None:
    """The key at its time or a moment after the last, so that times rise."""
    keys.append(key if key.seconds > keys[-1].seconds else replace(key, seconds=keys[-1].seconds + 0.01))


def _cut(keys: list[Key], seconds: float) -> None:
    """The line as far as ``seconds``, where it is held."""
    held = Timeline(tuple(keys)).at(seconds)
    while len(keys) > 1 and keys[-1].seconds >= seconds:
        keys.pop()
    _add(keys, Key(seconds, held))


def _feel(keys: list[Key], turn: Turn, seed: int, *, fades: bool) -> None:
    """A breath the other way, up to the peak, held in waves, and down to what is left."""
    face, start = expression_of(turn), _start_of(turn)
    _cut(keys, max(0.01, start - 0.22))
    _add(keys, Key(start - 0.04, between(keys[-1].expression, face, _ANTICIPATED)))
    peak = start + ONSET
    _add(keys, Key(peak, between(REST, face, _PEAK), Easing.EASE_OUT))
    dice, at, low = random.Random(f"{seed} {turn.beat}"), peak, False
    end = max(peak + 0.3, turn.end)
    while at + 1.4 * _WAVE < end:
        at += _WAVE * dice.uniform(0.8, 1.3)
        low = not low
        _add(keys, Key(at, between(REST, face, dice.uniform(_EBB, 0.92) if low else dice.uniform(0.96, 1.0))))
    _add(keys, Key(end, between(REST, face, 0.95)))
    if fades:
        _add(keys, Key(end + LETTING_GO, between(REST, face, _AFTERGLOW)))


def _share(keys: list[Key], turn: Turn) -> None:
    """Who listens feels a little of it, later: of what is told of nobody, too."""
    leading = turn.mood.leading
    uneasy = leading in _UNEASY
    face = compose(Mood.of(Emotion.FEAR, intensity=turn.mood.intensity), seed=turn.beat) if uneasy else None
    startled = leading is Emotion.SURPRISE
    whole = between(REST, face or expression_of(turn), _STARTLED if startled else _SHARED)
    shared = whole if startled and turn.feels is None else _upper(whole)
    start = turn.start + _LATE
    _cut(keys, start)
    _add(keys, Key(start + ONSET, shared))
    _add(keys, Key(max(start + ONSET + 0.05, turn.end), shared))


def _upper(face: Expression) -> Expression:
    """Brows, eyes and corners: a listener's mouth stays shut."""
    shut = ("jaw", "mouthUpperUp", "mouthLowerDown", "mouthFunnel", "mouthPucker", "tongue")
    return replace(face, coefficients={n: v for n, v in face.coefficients.items() if not n.startswith(shut)})
