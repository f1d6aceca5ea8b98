"""What a sticker shows, for those who do not see it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pyojeong.emotion import Emotion
from pyojeong.performing.character import Character, design_of
from pyojeong.performing.character.acts import Act

_FACES: Mapping[Emotion, tuple[str, str]] = MappingProxyType(
    {
        Emotion.JOY: ("기쁜", "a joyful"),
        Emotion.SADNESS: ("슬픈", "a sad"),
        Emotion.ANGER: ("화난", "an angry"),
        Emotion.FEAR: ("불안한", "a fearful"),
        Emotion.EMBARRASSMENT: ("당황한", "an embarrassed"),
        Emotion.SURPRISE: ("놀란", "a surprised"),
        Emotion.DISGUST: ("질색하는", "a disgusted"),
        Emotion.NEUTRAL: ("덤덤한", "a calm"),
    }
)
_STRONG = 0.8
"""From here on the face is told as very much so."""


def alt_texts(character: Character, act: Act, caption: str) -> tuple[str, str]:
    """In Korean and in English: who, what it does, how it looks, what it says.

    >>> from pyojeong.stickers.composing.moments import act_called
    >>> alt_texts(Character("mascot"), act_called("hello"), "안녕!")[0]
    '밤톨, ‘안녕’ 하는 모습. 기쁜 얼굴. 글귀: “안녕!”'
    """
    design = design_of(character)
    (korean_face, english_face), strong = _FACES[act.emotion], act.intensity >= _STRONG
    gag = design.gags.get(act.key.gag)
    korean = [f"{character.name or design.korean}, ‘{act.korean}’ 하는 모습"]
    english = [f"{character.name or design.english}, “{act.english}”"]
    if gag:
        korean.append(gag[0])
        english.append(gag[1])
    korean.append(f"{'아주 ' if strong else ''}{korean_face} 얼굴")
    english.append(f"{english_face.replace(' ', ' very ', 1).replace('an ', 'a ') if strong else english_face} face")
    if caption:
        korean.append(f"글귀: “{caption}”")
        english.append(f"caption: “{caption}”")
        return ". ".join(korean), ". ".join(english)
    return ". ".join(korean) + ".", ". ".join(english) + "."
