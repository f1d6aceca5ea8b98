"""Fifty-four everyday occasions on which a sticker is sent.

Chosen for this project from what people write to each other: greetings and manners, work and school, weather, food,
body, free time. Usual feelings and intensities are authored; the first feeling is the likeliest.
"""

from __future__ import annotations

from enum import Enum

from pyojeong.emotion import Emotion, Feeling

_F = Feeling


class Situation(str, Enum):
    """One occasion.

    >>> Situation.PAYDAY.korean, Situation.PAYDAY.emotions[0].korean
    ('월급날', '기쁨')
    >>> Situation.of("퇴근") is Situation.LEAVING_WORK
    True
    """

    korean: str
    english: str
    feelings: tuple[Feeling, ...]
    intensity: float

    def __new__(
        cls, value: str, korean: str, english: str, feelings: tuple[Feeling, ...], intensity: float
    ) -> Situation:
        """A member; ``feelings`` are its usual ones, likeliest first, ``intensity`` their strength in [0, 1]."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.korean = korean
        member.english = english
        member.feelings = feelings
        member.intensity = intensity
        return member

    def __str__(self) -> str:
        return str(self.value)

    @property
    def emotions(self) -> tuple[Emotion, ...]:
        """The emotions of its usual feelings, likeliest first."""
        return tuple(dict.fromkeys(feeling.emotion for feeling in self.feelings))

    @classmethod
    def of(cls, name: str) -> Situation:
        """The situation called ``name``: its value in any case, or its Korean name.

        Raises:
            ValueError: When no situation has that name; the message lists those that exist.
        """
        wanted = name.strip().casefold()
        for situation in cls:
            if wanted in (situation.value, situation.korean):
                return situation
        names = ", ".join(f"{s.value}({s.korean})" for s in cls)
        raise ValueError(f"situation must be one of {names}, but got {name!r}")

    MORNING = "morning", "아침 인사", "good morning", (_F.WELCOME, _F.WEARINESS), 0.4
    NIGHT = "night", "밤 인사", "good night", (_F.COMFORT, _F.CARING), 0.3
    HELLO = "hello", "반가움", "hello", (_F.WELCOME, _F.JOY), 0.5
    BYE = "bye", "작별", "goodbye", (_F.COMFORT, _F.CARING, _F.REGRET), 0.3
    THANKS = "thanks", "고마움", "thanks", (_F.GRATITUDE, _F.ADMIRATION), 0.6
    SORRY = "sorry", "사과", "sorry", (_F.GUILT, _F.SHAME), 0.6
    CHEERING_UP = "cheering_up", "위로", "cheering someone up", (_F.CARING, _F.COMPASSION), 0.5
    CONGRATULATIONS = "congratulations", "축하", "congratulations", (_F.JOY, _F.ADMIRATION), 0.8
    GOOD_LUCK = "good_luck", "응원", "good luck", (_F.CARING, _F.ANTICIPATION), 0.6
    PRAISE = "praise", "칭찬", "praise", (_F.ADMIRATION, _F.RESPECT), 0.7
    PROUD = "proud", "자랑", "being proud", (_F.PRIDE, _F.ARROGANCE), 0.7
    PROMISE = "promise", "약속", "promise", (_F.RESOLVE, _F.RELIEF), 0.5
    OK = "ok", "알겠어", "okay", (_F.NONE, _F.WELCOME), 0.2
    NO = "no", "거절", "no", (_F.BURDEN, _F.BOTHERED), 0.4
    AGREE = "agree", "맞장구", "agreeing", (_F.REALIZATION, _F.JOY), 0.4
    SURPRISED = "surprised", "깜짝", "surprised", (_F.SURPRISE, _F.SHOCK), 0.8
    LAUGHING = "laughing", "웃김", "laughing", (_F.FUN,), 0.8
    MISSING_YOU = "missing_you", "보고 싶음", "missing you", (_F.SADNESS, _F.FONDNESS), 0.6
    LOVE = "love", "사랑", "love", (_F.FONDNESS, _F.HAPPINESS), 0.7
    JEALOUS = "jealous", "부러움", "jealous", (_F.COMPLAINT, _F.REGRET), 0.5
    BORED = "bored", "심심함", "bored", (_F.BOREDOM,), 0.4
    SULKY = "sulky", "삐짐", "sulking", (_F.COMPLAINT, _F.SORROW), 0.6
    WAITING_REPLY = "waiting_reply", "답장 기다림", "waiting for a reply", (_F.WORRY, _F.COMPLAINT), 0.5
    GOING_TO_WORK = "going_to_work", "출근", "going to work", (_F.WEARINESS, _F.RESOLVE), 0.5
    LEAVING_WORK = "leaving_work", "퇴근", "leaving work", (_F.JOY, _F.RELIEF), 0.7
    OVERTIME = "overtime", "야근", "working overtime", (_F.FED_UP, _F.WEARINESS), 0.7
    MEETING = "meeting", "회의", "meeting", (_F.BOREDOM, _F.BURDEN), 0.4
    PAYDAY = "payday", "월급날", "payday", (_F.HAPPINESS, _F.JOY), 0.8
    BROKE = "broke", "돈 없음", "out of money", (_F.DESPAIR, _F.WORRY), 0.6
    EXAM = "exam", "시험", "exam", (_F.WORRY, _F.DESPAIR), 0.6
    HOMEWORK = "homework", "과제", "homework", (_F.BOTHERED, _F.WEARINESS), 0.5
    LATE = "late", "지각", "being late", (_F.FLUSTER, _F.GUILT), 0.6
    MONDAY = "monday", "월요일", "Monday", (_F.FED_UP, _F.WEARINESS), 0.5
    WEEKEND = "weekend", "주말", "weekend", (_F.HAPPINESS, _F.COMFORT), 0.6
    SUBWAY = "subway", "지하철·버스", "subway and bus", (_F.WEARINESS, _F.ANNOYANCE), 0.5
    RAIN = "rain", "비", "rain", (_F.SADNESS, _F.COMFORT), 0.4
    HOT = "hot", "더위", "heat", (_F.ANNOYANCE, _F.WEARINESS), 0.6
    COLD = "cold", "추위", "cold", (_F.WEARINESS, _F.COMFORT), 0.5
    HUNGRY = "hungry", "배고픔", "hungry", (_F.COMPLAINT, _F.ANTICIPATION), 0.6
    EATING = "eating", "맛있는 것", "good food", (_F.HAPPINESS, _F.JOY), 0.7
    COFFEE = "coffee", "커피", "coffee", (_F.COMFORT, _F.WEARINESS), 0.4
    DIET = "diet", "다이어트", "diet", (_F.RESOLVE, _F.GUILT), 0.5
    EXERCISE = "exercise", "운동", "exercise", (_F.RESOLVE, _F.PRIDE), 0.6
    SLEEPY = "sleepy", "졸림", "sleepy", (_F.WEARINESS,), 0.5
    TIRED = "tired", "피곤", "tired", (_F.WEARINESS, _F.BOTHERED), 0.6
    SICK = "sick", "아픔", "sick", (_F.SADNESS, _F.CARING), 0.6
    BIRTHDAY = "birthday", "생일", "birthday", (_F.JOY, _F.ANTICIPATION), 0.8
    NEW_YEAR = "new_year", "새해·명절", "new year and holidays", (_F.ANTICIPATION, _F.WELCOME), 0.6
    SHOPPING = "shopping", "쇼핑", "shopping", (_F.ANTICIPATION, _F.FUN), 0.6
    TRAVEL = "travel", "여행", "travel", (_F.ANTICIPATION, _F.FUN), 0.7
    PETS = "pets", "반려동물", "pets", (_F.FONDNESS, _F.HAPPINESS), 0.7
    MESSED_UP = "messed_up", "망했다", "messed up", (_F.DESPAIR, _F.FLUSTER), 0.7
    ASKING = "asking", "되묻기", "asking back", (_F.CURIOSITY, _F.DOUBT), 0.4
    BUSY = "busy", "바쁨", "busy", (_F.WEARINESS, _F.FLUSTER), 0.6
