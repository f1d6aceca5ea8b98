"""Small films for the tests: values only, no voice and no reading."""

from __future__ import annotations

from pyojeong.emotion import Emotion, Mood
from pyojeong.performing.character.character import Character
from pyojeong.performing.film.screenplay import (
    Format,
    Framing,
    Opening,
    Place,
    Scene,
    Screenplay,
    Shot,
    Standing,
    Turn,
    Weather,
)
from pyojeong.performing.film.sources import CharacterSource
from pyojeong.rig.speech import Phone, Role, SpokenWord, Stop, Utterance

WORDS = (
    SpokenWord("엄마,", 0, 3, "엄마", Stop.COMMA),
    SpokenWord("밥", 4, 5, "밥"),
    SpokenWord("주세요!", 6, 10, "주세요", Stop.EXCLAMATION),
)
PHONES = (
    Phone("ㅓ", Role.VOWEL, 0, 0, 0.10, 0.22),
    Phone("ㅁ", Role.CODA, 0, 0, 0.22, 0.30),
    Phone("ㅁ", Role.ONSET, 0, 1, 0.30, 0.37),
    Phone("ㅏ", Role.VOWEL, 0, 1, 0.37, 0.55),
    Phone("ㅂ", Role.ONSET, 1, 0, 0.75, 0.82),
    Phone("ㅏ", Role.VOWEL, 1, 0, 0.82, 0.95),
    Phone("ㅂ", Role.CODA, 1, 0, 0.95, 1.03),
    Phone("ㅈ", Role.ONSET, 2, 0, 1.05, 1.12),
    Phone("ㅜ", Role.VOWEL, 2, 0, 1.12, 1.25),
    Phone("ㅅ", Role.ONSET, 2, 1, 1.25, 1.34),
    Phone("ㅔ", Role.VOWEL, 2, 1, 1.34, 1.46),
    Phone("j", Role.GLIDE, 2, 2, 1.46, 1.50),
    Phone("ㅗ", Role.VOWEL, 2, 2, 1.50, 1.70),
)
SAID = Utterance(WORDS, PHONES, 1.9)
TEXT = "엄마, 밥 주세요!"


def turn(beat: int, role: str, start: float, emotion: Emotion = Emotion.JOY) -> Turn:
    """A line of ``role`` at ``start``."""
    return Turn(beat, role, TEXT, start, SAID, Mood.of(emotion, intensity=0.7), feels=role)


def scene(number: int = 0, *, emotion: Emotion = Emotion.JOY, opening: Opening = Opening.PAGE) -> Scene:
    """Two speak to each other, 5.2 seconds long."""
    stage = (Standing("아이", 0.3, 0.4, 0.8), Standing("곰", 0.7, 0.4, -0.8))
    turns = (turn(2 * number, "아이", 0.9, emotion), turn(2 * number + 1, "곰", 3.0, emotion))
    shots = (Shot(0.0, Framing.WIDE, stage), Shot(2.8, Framing.CLOSE, stage[1:]))
    return Scene(Place.VILLAGE, Weather.CLEAR, emotion, 0.5, opening, 5.2, shots, turns, seed=number)


def play(*scenes: Scene, size_wh: tuple[int, int] = (160, 96), rate: int = 10) -> Screenplay:
    """A film of ``scenes``, small and slow so that tests draw it at once."""
    shown = {"아이": "아이", "곰": "곰"}
    return Screenplay("작은 영화", ("시험이 만들었습니다",), scenes or (scene(),), shown, Format(size_wh, rate))


def sources() -> dict[str, CharacterSource]:
    """Who plays the two."""
    return {"아이": CharacterSource(Character("chibi")), "곰": CharacterSource(Character("blocks"))}
