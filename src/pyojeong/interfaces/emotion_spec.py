"""Emotions as people type them: ``sadness``, ``슬픔:0.7``, ``joy:0.6+sadness:0.4``; several people at once."""

from __future__ import annotations

from pyojeong.emotion import Emotion, Mood
from pyojeong.errors import PyojeongError

_NAMES_KOREAN = ", ".join(f"{emotion.korean}({emotion})" for emotion in Emotion)
_NAMES_ENGLISH = ", ".join(emotion.value for emotion in Emotion)


def mood_of(spec: str) -> Mood:
    """The mood ``spec`` asks for: emotion names, each with an optional strength in [0, 1], joined by ``+``.

    Strengths are shares of the blend and their sum, at most 1, is its intensity; a missing strength is 1.

    >>> mood_of("슬픔:0.7").intensity, mood_of("joy+sadness").shares[Emotion.JOY]
    (0.7, 0.5)

    Raises:
        PyojeongError: On an unknown name or a strength outside [0, 1].
    """
    parts: dict[Emotion, float] = {}
    for piece in spec.split("+"):
        name, colon, number = piece.partition(":")
        emotion = _emotion(name, spec)
        parts[emotion] = parts.get(emotion, 0.0) + (_strength(number, spec) if colon else 1.0)
    total = sum(parts.values())
    if total <= 0:
        return Mood.of(next(iter(parts)), intensity=0.0)
    if len(parts) == 1:
        return Mood.of(next(iter(parts)), intensity=min(1.0, total))
    return Mood.blend(parts, intensity=min(1.0, total))


def is_emotion_spec(text: str) -> bool:
    """Whether ``text`` as a whole is an emotion spec and not a sentence.

    >>> is_emotion_spec("joy:0.5"), is_emotion_spec("오늘은 슬픔이 컸다.")
    (True, False)
    """
    try:
        mood_of(text)
    except PyojeongError:
        return False
    return True


def cast_of(spec: str) -> dict[int, Mood]:
    """Face number → mood, from ``0=joy,1=sadness:0.5``.

    >>> {face: mood.leading.value for face, mood in cast_of("0=joy,1=슬픔:0.5").items()}
    {0: 'joy', 1: 'sadness'}

    Raises:
        PyojeongError: When a part is not ``NUMBER=EMOTION`` or a number comes twice.
    """
    cast: dict[int, Mood] = {}
    for piece in spec.split(","):
        number, equals, emotion = piece.strip().partition("=")
        if not equals or not number.strip().isdecimal():
            raise PyojeongError(
                f"여러 사람은 0=joy,1=sadness:0.5처럼 적는데 {piece.strip()!r}는 얼굴번호=감정이 아닙니다.",
                f"Several people are written like 0=joy,1=sadness:0.5, but {piece.strip()!r} is not NUMBER=EMOTION.",
                kind="emotion",
            )
        if int(number) in cast:
            raise PyojeongError(
                f"얼굴 {int(number)}번이 두 번 나옵니다; 한 얼굴에는 감정을 하나만 적어 주세요(섞으려면 joy+sadness).",
                f"Face {int(number)} comes twice; give each face one emotion (blend with joy+sadness).",
                kind="emotion",
            )
        cast[int(number)] = mood_of(emotion)
    return cast


def _emotion(name: str, spec: str) -> Emotion:
    try:
        return Emotion.of(name)
    except ValueError as unknown:
        raise PyojeongError(
            f"감정은 {_NAMES_KOREAN} 가운데 하나여야 하는데 {spec!r}에 {name.strip()!r}가 있습니다.",
            f"An emotion must be one of {_NAMES_ENGLISH}, but {spec!r} has {name.strip()!r}.",
            kind="emotion",
        ) from unknown


def _strength(number: str, spec: str) -> float:
    try:
        strength = float(number)
    except ValueError:
        strength = -1.0
    if not 0.0 <= strength <= 1.0:
        raise PyojeongError(
            f"감정의 세기는 0과 1 사이의 수여야 하는데 {spec!r}에 {number!r}가 있습니다; 예: 슬픔:0.7.",
            f"The strength of an emotion must be a number from 0 to 1, but {spec!r} has {number!r}; e.g. sadness:0.7.",
            kind="emotion",
        )
    return strength
