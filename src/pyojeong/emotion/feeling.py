"""Forty-four feelings: the KOTE labels, each under one emotion, placed on the valence-arousal plane.

Names and order: KOTE (Jeon et al., LREC-COLING 2024; arXiv 2205.05300; MIT).
Emotion of each: authored for this project; 재미없음 and 귀찮음 follow Plutchik (1980), whose cone puts boredom under
disgust and annoyance under anger; 비장함 has no counterpart among the eight and is kept neutral.
Valence and arousal: authored for this project by placing each word on Russell's circumplex (1980, J. Pers. Soc.
Psychol. 39, 1161-1178). ``docs/reading-text.md`` prints how they agree with the polarity of the comments
people gave each label.
"""

from __future__ import annotations

from enum import Enum

from pyojeong.emotion.emotion import Emotion

_J, _S, _A, _F = Emotion.JOY, Emotion.SADNESS, Emotion.ANGER, Emotion.FEAR
_E, _U, _D, _N = Emotion.EMBARRASSMENT, Emotion.SURPRISE, Emotion.DISGUST, Emotion.NEUTRAL


class Feeling(str, Enum):
    """One KOTE label; members stand in KOTE's own order.

    >>> sorrow = Feeling("서러움")
    >>> sorrow.emotion.korean, sorrow.valence < 0, sorrow.english
    ('슬픔', True, 'sorrow')
    """

    emotion: Emotion
    valence: float
    arousal: float
    english: str

    def __new__(cls, korean: str, emotion: Emotion, valence: float, arousal: float, english: str) -> Feeling:
        """A member whose value is the KOTE label; valence and arousal lie in [-1, 1]."""
        member = str.__new__(cls, korean)
        member._value_ = korean
        member.emotion = emotion
        member.valence = valence
        member.arousal = arousal
        member.english = english
        return member

    def __str__(self) -> str:
        return str(self.value)

    @classmethod
    def of(cls, label: str) -> Feeling:
        """The feeling with that KOTE label.

        Raises:
            ValueError: When KOTE has no such label.
        """
        found = _BY_LABEL.get(label)
        if found is None:
            raise ValueError(f"feeling must be one of the 44 KOTE labels, but got {label!r}")
        return found

    COMPLAINT = "불평/불만", _A, -0.55, 0.35, "complaint"
    WELCOME = "환영/호의", _J, 0.70, 0.30, "welcome"
    ADMIRATION = "감동/감탄", _J, 0.80, 0.50, "admiration"
    FED_UP = "지긋지긋", _A, -0.65, 0.20, "fed up"
    GRATITUDE = "고마움", _J, 0.80, 0.20, "gratitude"
    SADNESS = "슬픔", _S, -0.70, -0.30, "sadness"
    ANGER = "화남/분노", _A, -0.75, 0.75, "anger"
    RESPECT = "존경", _J, 0.70, 0.15, "respect"
    ANTICIPATION = "기대감", _J, 0.60, 0.50, "anticipation"
    ARROGANCE = "우쭐댐/무시함", _A, -0.25, 0.30, "scorn"
    REGRET = "안타까움/실망", _S, -0.55, -0.15, "disappointment"
    RESOLVE = "비장함", _N, 0.05, 0.45, "resolve"
    DOUBT = "의심/불신", _F, -0.45, 0.25, "distrust"
    PRIDE = "뿌듯함", _J, 0.75, 0.35, "pride"
    COMFORT = "편안/쾌적", _J, 0.65, -0.50, "comfort"
    CURIOSITY = "신기함/관심", _U, 0.40, 0.45, "curiosity"
    CARING = "아껴주는", _J, 0.70, 0.05, "caring"
    SHAME = "부끄러움", _E, -0.35, 0.35, "shyness"
    DREAD = "공포/무서움", _F, -0.75, 0.80, "dread"
    DESPAIR = "절망", _S, -0.90, -0.10, "despair"
    PATHETIC = "한심함", _D, -0.60, 0.10, "contempt"
    REVULSION = "역겨움/징그러움", _D, -0.80, 0.45, "revulsion"
    ANNOYANCE = "짜증", _A, -0.65, 0.55, "annoyance"
    DUMBFOUNDED = "어이없음", _A, -0.50, 0.45, "disbelief"
    NONE = "없음", _N, 0.0, -0.20, "none"
    DEFEAT = "패배/자기혐오", _S, -0.80, -0.15, "self-loathing"
    BOTHERED = "귀찮음", _A, -0.40, -0.45, "reluctance"
    WEARINESS = "힘듦/지침", _S, -0.60, -0.55, "weariness"
    FUN = "즐거움/신남", _J, 0.85, 0.70, "fun"
    REALIZATION = "깨달음", _U, 0.25, 0.30, "realization"
    GUILT = "죄책감", _S, -0.65, 0.10, "guilt"
    HATRED = "증오/혐오", _D, -0.90, 0.65, "hatred"
    FONDNESS = "흐뭇함(귀여움/예쁨)", _J, 0.80, 0.15, "fondness"
    FLUSTER = "당황/난처", _E, -0.40, 0.55, "fluster"
    SHOCK = "경악", _U, -0.45, 0.85, "shock"
    BURDEN = "부담/안_내킴", _F, -0.40, 0.10, "burden"
    SORROW = "서러움", _S, -0.75, 0.10, "sorrow"
    BOREDOM = "재미없음", _D, -0.45, -0.60, "boredom"
    COMPASSION = "불쌍함/연민", _S, -0.40, -0.10, "compassion"
    SURPRISE = "놀람", _U, 0.10, 0.80, "surprise"
    HAPPINESS = "행복", _J, 0.90, 0.40, "happiness"
    WORRY = "불안/걱정", _F, -0.55, 0.50, "worry"
    JOY = "기쁨", _J, 0.85, 0.50, "joy"
    RELIEF = "안심/신뢰", _J, 0.60, -0.35, "relief"


_BY_LABEL = {str(feeling): feeling for feeling in Feeling}
