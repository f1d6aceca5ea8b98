"""A short tale of twenty sentences, written to measure voices: every Korean sound, questions, a shout, a hush."""

from __future__ import annotations

from collections.abc import Iterator

from pyojeong.emotion import Mood
from pyojeong.performing.voice.espeak_speaker import EspeakSpeaker
from pyojeong.performing.voice.speaking import Line, Speech, Voice
from pyojeong.reading.text.pronouncing import spoken_words

SENTENCES = (
    "옛날 어느 마을에 마음씨 고운 소녀가 살고 있었습니다.",
    "소녀는 아침마다 우물가에 나가 물을 길었어요.",
    "그런데 오늘은 웬일인지 물이 한 방울도 나오지 않았어요.",
    "어머나, 우물 속에서 누군가 울고 있네!",
    "거기 누구세요? 왜 그렇게 슬피 울고 있나요?",
    "저는 길을 잃은 아기 도깨비예요. 집에 가고 싶어요.",
    "걱정하지 마. 내가 꼭 데려다줄게.",
    "둘은 손을 꼭 잡고 캄캄한 숲길을 걸었습니다.",
    "부엉이가 부엉부엉, 바람이 쌩쌩 불었지요.",
    "갑자기 커다란 호랑이가 앞을 가로막았어요.",
    "어흥! 맛있는 떡 하나 주면 안 잡아먹지.",
    "떡은 없지만 따뜻한 감자는 있어요.",
    "호랑이는 감자를 먹고 눈물을 글썽였습니다.",
    "이렇게 맛있는 음식은 태어나서 처음이야.",
    "고마워, 얘들아. 내 등에 타렴. 도깨비 마을까지 태워 줄게.",
    "세 친구는 밤새 달려 새벽에 도착했어요.",
    "엄마 도깨비는 너무 기뻐서 춤을 추었답니다.",
    "그날부터 우물에서는 맑고 시원한 물이 펑펑 솟아났어요.",
    "여러분도 어려운 친구를 만나면 도와줄 건가요?",
    "쉿, 조용히 귀를 기울여 보세요. 도깨비 노랫소리가 들릴 거예요.",
)


def said(speaker: EspeakSpeaker, voice: str, mood: Mood, *, count: int = len(SENTENCES)) -> Iterator[Speech]:
    """The first ``count`` sentences in a voice and a mood."""
    for sentence in SENTENCES[:count]:
        yield speaker.say(Line(spoken_words(sentence), mood, Voice(voice)))
