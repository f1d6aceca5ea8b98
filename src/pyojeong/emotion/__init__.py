"""THE WORDS: emotions, feelings, moods, scores and how other label sets map to them. Plain Python."""

from pyojeong.emotion.emotion import Emotion
from pyojeong.emotion.feeling import Feeling
from pyojeong.emotion.mood import Evidence, Mood
from pyojeong.emotion.score import Beat, Score, SetBy
from pyojeong.emotion.temperature import TemperatureGap, Told, temperature_gap

__all__ = [
    "Beat",
    "Emotion",
    "Evidence",
    "Feeling",
    "Mood",
    "Score",
    "SetBy",
    "TemperatureGap",
    "Told",
    "temperature_gap",
]
