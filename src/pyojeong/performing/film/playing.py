"""What each role does at any second of a scene: feeling in time, looks, blinks, breath, and beats of the head.

A line's feeling comes a little before its first word, peaks, is held alive and fades when others go on. Who listens
turns to who speaks and feels a little of it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pyojeong.emotion import Emotion
from pyojeong.performing.film.acting import Moment
from pyojeong.performing.film.screenplay import Scene, Turn
from pyojeong.rig.compose import compose
from pyojeong.rig.expression import Expression, mix
from pyojeong.rig.mouth import Mouth
from pyojeong.rig.timeline import REST, Easing, Key, Timeline, between, blink_times
from pyojeong.rig.visemes import MouthTrack

#: Seconds. A face is ready before its voice (speech-preceding gestures: 0.1-0.3 s), and lets go more slowly.
BEFORE, ONSET, LETTING_GO = 0.15, 0.45, 1.2
#: What is left of a feeling after its line.
_AFTERGLOW = 0.35
#: How much of another's feeling shows on who listens, and how late.
_SHARED, _LATE = 0.28, 0.5
_UNSURE = 0.5
#: A beat of the head on the first vowel of a word: degrees down, brows up, half width in seconds.
_NOD_DEGREES, _NOD_BROW, _NOD_SECONDS = 1.9, 0.22, 0.10
_TURN_DEGREES = 13.0
_SWAY = ((0.23, 1.1), (0.11, 0.7))
_BREATHS_PER_SECOND = 0.27


@dataclass(frozen=True, slots=True, eq=False)
class _Line:
    """A turn with what its voice does to mouth and head."""

    turn: Turn
    mouth: MouthTrack
    beats: tuple[float, ...]


class Playing:
    """One scene played by everybody in it; `moment` is a pure function.

    Args:
        scene: The scene.
    """

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._lines = tuple(_Line(t, MouthTrack(t.utterance), _beats(t)) for t in scene.turns)
        roles = {s.role for shot in scene.shots for s in shot.standing} | {t.feels for t in scene.turns if t.feels}
        self._faces = {role: _face_line(scene, role, n) for n, role in enumerate(sorted(roles))}

    def moment(self, role: str, seconds: float, *, facing: float = 0.0) -> Moment:
        """What ``role`` does ``seconds`` after the scene's start, turned to ``facing`` in [-1, 1]."""
        line = self._speaking(role, seconds)
        felt = self._felt(role, seconds)
        expression = self._faces[role].at(seconds) if role in self._faces else REST
        expression = _alive(expression, role, seconds, facing, line)
        mouth: Mouth | None = None
        if line is not None:
            mouth = line.mouth.at(seconds - line.turn.start)
        act, share = _body(felt, seconds)
        emotion, strength = (felt.mood.leading, _strength(felt)) if felt else (Emotion.NEUTRAL, 0.2)
        return Moment(expression, mouth, emotion, strength, act, share, seconds)

    def speaks(self, role: str, seconds: float) -> bool:
        """Whether a line of ``role`` is heard."""
        return self._speaking(role, seconds) is not None

    def _speaking(self, role: str, seconds: float) -> _Line | None:
        for line in self._lines:
            if line.turn.role == role and line.turn.start <= seconds < line.turn.end:
                return line
        return None

    def _felt(self, role: str, seconds: float) -> Turn | None:
        """The turn whose feeling ``role`` shows: its latest that has begun, while it glows."""
        own = [t for t in self._scene.turns if t.feels == role and t.start - BEFORE <= seconds < t.end + LETTING_GO]
        return own[-1] if own else None


def expression_of(turn: Turn) -> Expression:
    """The face of a line: set by hand, or composed from its mood; half of it where the reader is unsure."""
    if turn.expression is not None:
        return turn.expression
    face = compose(turn.mood, seed=turn.beat)
    return face.scaled(_UNSURE) if turn.mood.unsure else face


def _strength(turn: Turn) -> float:
    return turn.mood.intensity * (_UNSURE if turn.mood.unsure else 1.0)


def _face_line(scene: Scene, role: str, number: int) -> Timeline:
    """The keys of one face through a scene."""
    keys = [Key(0.0, REST)]
    for n, turn in enumerate(scene.turns):
        following = scene.turns[n + 1].start if n + 1 < len(scene.turns) else scene.seconds
        if turn.feels == role:
            keys += _own_keys(keys[-1], expression_of(turn), turn, following)
        elif turn.feels is not None:
            keys += _listening_keys(keys[-1], expression_of(turn), turn)
    ordered = _in_order(keys)
    blinks = blink_times(scene.seconds, seed=scene.seed * 31 + number)
    return Timeline(ordered, tuple(b for b in blinks if not _arriving(scene, role, b)))


def _own_keys(last: Key, face: Expression, turn: Turn, following: float) -> list[Key]:
    """A breath the other way, up to the peak, held alive, and down to what is left."""
    start = max(last.seconds + 0.02, turn.start - BEFORE)
    peak = start + ONSET
    end = max(peak + 0.1, turn.end)
    keys = [
        Key(start, between(last.expression, face, -0.06)),
        Key(peak, face, Easing.EASE_OUT),
        Key((peak + end) / 2, between(REST, face, 0.88)),
        Key(end, between(REST, face, 0.97)),
    ]
    left = between(REST, face, _AFTERGLOW)
    return [*keys, Key(max(end + LETTING_GO, min(following, end + 2 * LETTING_GO)), left)]


def _listening_keys(last: Key, face: Expression, turn: Turn) -> list[Key]:
    start = max(last.seconds + 0.02, turn.start + _LATE)
    shared = _upper(between(REST, face, _SHARED))
    return [Key(start, last.expression), Key(start + ONSET, shared), Key(max(start + ONSET + 0.05, turn.end), shared)]


def _upper(face: Expression) -> Expression:
    """Brows, eyes and corners: a listener's mouth stays shut."""
    return replace(face, coefficients={n: v for n, v in face.coefficients.items() if not n.startswith("jaw")})


def _in_order(keys: Sequence[Key]) -> tuple[Key, ...]:
    """Keys whose times rise; one that would come before the last it follows is dropped."""
    kept: list[Key] = []
    for key in keys:
        while kept and key.seconds <= kept[-1].seconds and len(kept) > 1:
            kept.pop()
        if not kept or key.seconds > kept[-1].seconds:
            kept.append(key)
    return tuple(kept)


def _arriving(scene: Scene, role: str, seconds: float) -> bool:
    """Whether a blink would hide the moment a feeling arrives."""
    return any(t.feels == role and t.start - BEFORE - 0.1 <= seconds <= t.start + ONSET for t in scene.turns)


def _beats(turn: Turn) -> tuple[float, ...]:
    """When the head beats: on the first vowel of words of two syllables or more, at most one in .6 s."""
    beats: list[float] = []
    met: set[int] = set()
    for phone in turn.utterance.phones:
        if phone.role.value != "vowel" or phone.word in met:
            continue
        met.add(phone.word)
        long = len(turn.utterance.words[phone.word].surface) >= 2
        if long and (not beats or phone.start - beats[-1] > 0.6):
            beats.append((phone.start + phone.end) / 2)
    return tuple(beats)


def _alive(expression: Expression, role: str, seconds: float, facing: float, line: _Line | None) -> Expression:
    """With sway, breath, looks and beats."""
    phase = sum(map(ord, role)) % 97
    sway = [degrees * math.sin(2 * math.pi * rate * seconds + phase + n) for n, (rate, degrees) in enumerate(_SWAY)]
    breath = math.sin(2 * math.pi * _BREATHS_PER_SECOND * seconds + phase)
    beat = 0.0
    if line is not None:
        said = seconds - line.turn.start
        beat = sum(math.exp(-(((said - at) / _NOD_SECONDS) ** 2)) for at in line.beats) * (0.6 + _strength(line.turn))
    looks = _looks(facing)
    moved = {
        **looks,
        "browInnerUp": min(1.0, _NOD_BROW * beat),
        "browOuterUpLeft": min(1.0, 0.6 * _NOD_BROW * beat),
        "browOuterUpRight": min(1.0, 0.6 * _NOD_BROW * beat),
        "headYaw": _TURN_DEGREES * facing + sway[0],
        "headPitch": 0.5 * breath - _NOD_DEGREES * beat,
        "headRoll": sway[1],
    }
    return mix({expression: 1.0, Expression.nearest(moved): 1.0})


def _looks(facing: float) -> dict[str, float]:
    """Eyes a little further than the head; ARKit's left eye is on the picture's right."""
    amount = min(1.0, abs(facing)) * 0.25
    if facing > 0:  # towards the picture's right, the face's own left
        return {"eyeLookOutLeft": amount, "eyeLookInRight": amount}
    return {"eyeLookInLeft": amount, "eyeLookOutRight": amount}


def _body(felt: Turn | None, seconds: float) -> tuple[str, float]:
    """The act and how far into it."""
    if felt is None:
        return "", 0.0
    rise = Easing.EASE((seconds - felt.start + BEFORE) / ONSET)
    fall = Easing.EASE((seconds - felt.end) / LETTING_GO)
    return felt.act, max(0.0, rise - fall)
