"""What a person asks of a face becomes an expression, with the reading it came from."""

from __future__ import annotations

from dataclasses import dataclass

from pyojeong.emotion import Emotion, Mood, Score
from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring
from pyojeong.interfaces.emotion_spec import is_emotion_spec, mood_of
from pyojeong.performing.portrait import Undo
from pyojeong.rig import Expression
from pyojeong.rig.compose import compose

What = Emotion | Mood | Score | Expression | str
"""What a face may be asked to show; a `str` is an emotion spec such as ``슬픔:0.7``, or else Korean text to read."""


@dataclass(frozen=True, slots=True)
class Role:
    """What one face shows, and how that was found.

    Attributes:
        face: Number of the face, 0 is the largest; None when nobody said, which means the largest too.
        expression: What the face does.
        mood: What it expresses; None when the expression was set by hand.
        score: The reading of the text; None when there was none.
        note: The person's own words, kept in recipes.
    """

    face: int | None
    expression: Expression
    mood: Mood | None = None
    score: Score | None = None
    note: str = ""


def role_of(what: What, *, face: int | None = None, intensity: float | None = None) -> Role:
    """The role that shows ``what``; ``intensity`` in [0, 1] overrides the mood's own.

    >>> role_of(Emotion.JOY, intensity=0.5).expression["mouthSmileLeft"] > 0.4
    True

    Raises:
        PyojeongError: When text cannot be read or the intensity is out of range.
    """
    if intensity is not None and not 0.0 <= intensity <= 1.0:
        raise PyojeongError(
            f"세기는 0과 1 사이여야 하는데 {intensity:g}입니다.",
            f"Intensity must be from 0 to 1, but got {intensity:g}.",
            kind="intensity",
        )
    if face is not None and face < 0:
        raise PyojeongError(
            f"얼굴 번호는 0부터인데 {face}입니다; 0이 가장 큰 얼굴입니다.",
            f"Face numbers start at 0, the largest face, but got {face}.",
            kind="no-such-face",
        )
    if isinstance(what, Expression):
        return Role(face, what if intensity is None else what.scaled(intensity))
    mood, score = felt(what)
    by_hand = _set_by_hand(score)
    if by_hand is not None:
        return Role(face, by_hand if intensity is None else by_hand.scaled(intensity), mood, score, _note(what))
    return Role(face, compose(mood, intensity), mood, score, _note(what))


def _set_by_hand(score: Score | None) -> Expression | None:
    """What the person set for the only beat; a still picture of several beats shows the mood of the whole."""
    if score is None or len(score.beats) != 1 or score.beats[0].expression is None:
        return None
    return Expression.from_dict(score.beats[0].expression)


def felt(what: Emotion | Mood | Score | str) -> tuple[Mood, Score | None]:
    """The mood ``what`` stands for, and the score when text was read."""
    if isinstance(what, Mood):
        return what, None
    if isinstance(what, Score):
        return what.mood, what
    if isinstance(what, Emotion):
        return Mood.of(what), None
    if is_emotion_spec(what):
        return mood_of(what), None
    score = wiring.text_reader().read(what)
    return score.mood, score


def _note(what: Emotion | Mood | Score | str) -> str:
    if isinstance(what, Mood):
        return what.leading.value
    return what.text if isinstance(what, Score) else str(what)


def goes_first(mood: Mood | None, undo: Undo) -> Undo:
    """How much of the photographed expression goes before ``mood``: nothing contradicts rest, so for neutral all of it.

    >>> goes_first(Mood.of(Emotion.NEUTRAL), Undo.CONFLICTS), goes_first(Mood.of(Emotion.JOY), Undo.CONFLICTS)
    (<Undo.ALL: 'all'>, <Undo.CONFLICTS: 'conflicts'>)
    """
    neutral = mood is not None and mood.leading is Emotion.NEUTRAL
    return Undo.ALL if neutral and undo is Undo.CONFLICTS else undo
