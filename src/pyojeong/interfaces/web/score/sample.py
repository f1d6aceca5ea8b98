"""The example a first visitor sees: a short diary as it was read, with two beats that a person put right."""

from __future__ import annotations

from functools import lru_cache

from pyojeong.emotion import Emotion, Feeling, Mood
from pyojeong.emotion.score_editing import beat_at, with_mood, with_speaker
from pyojeong.interfaces import wiring
from pyojeong.interfaces.web.score.drafts import Draft

TEXT = """비 오는 금요일

버스를 놓쳐서 학교까지 뛰어갔다. 발표 차례가 다가오자 심장이 쿵쾅거리고 손이 덜덜 떨렸다. \
그런데 첫 장부터 글자가 깨져 나왔다! 얼굴이 화끈거려서 어디로든 숨고 싶었다.

“천천히 해도 돼.” 지우가 작은 소리로 말해 줬다. 그 한마디가 얼마나 고마웠는지 모른다.

집에 오는 길에 누가 내 우산을 가져가 버렸다. 진짜 너무 화가 났다. 흠뻑 젖은 채로 걷는데 괜히 눈물이 났다.

대문을 열자 강아지가 꼬리를 흔들며 뛰어나왔다. 세상에, 나를 이렇게 반겨 주다니! \
오늘 하루가 그 꼬리 하나로 다 괜찮아졌다."""
_BROKEN, _QUOTE = "그런데 첫 장부터", "“천천히"


@lru_cache(maxsize=1)
def sample() -> Draft:
    """The example, read when first asked for; one of the beats that a person put right is chosen."""
    score = wiring.text_reader().read(TEXT)
    broken, quote = (beat_at(score, TEXT.index(words)) for words in (_BROKEN, _QUOTE))
    score = with_mood(score, broken, Mood.told(Emotion.EMBARRASSMENT, intensity=0.8, named=[Feeling.FLUSTER]))
    score = with_mood(score, quote, Mood.told(Emotion.JOY, intensity=0.4, named=[Feeling.CARING]))
    return Draft(with_speaker(score, quote, "지우"), broken)
