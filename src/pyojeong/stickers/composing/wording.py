"""Captions for an act: its own line, then what the bank has for its occasion and mood; short ones first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from pyojeong.emotion import Feeling, Mood
from pyojeong.performing.character.acts import Act
from pyojeong.stickers.captions import Caption, CaptionBank, Situation, Voice
from pyojeong.stickers.captions.caption import syllables
from pyojeong.stickers.captions.cues import Occasion
from pyojeong.stickers.captions.likeness import MOST_PAIRS, Worded
from pyojeong.stickers.captions.suggesting import Wish, fit
from pyojeong.stickers.composing.moments import known_moments

HANDY = 8
"""Syllables that are read at a glance on a sticker: one line, or two of four."""
SPOKEN = (Voice.BANMAL, Voice.POLITE)
"""Voices whose own lines come first: plain words are what people look for. Dialects and jokes live from the bank."""
_LOOKED_AT = 12
_F = Feeling
_FELT: Mapping[str, tuple[Feeling, ...]] = MappingProxyType(
    {
        "cry": (_F.SADNESS, _F.SORROW),
        "sob": (_F.SADNESS, _F.SORROW, _F.DESPAIR),
        "heartbroken": (_F.SADNESS, _F.DESPAIR),
        "lonely": (_F.SORROW,),
        "angry": (_F.ANGER, _F.COMPLAINT),
        "furious": (_F.ANGER,),
        "annoyed": (_F.ANNOYANCE, _F.FED_UP),
        "scolding": (_F.FED_UP,),
        "shy": (_F.SHAME,),
        "embarrassed": (_F.FLUSTER, _F.SHAME),
        "awkward": (_F.FLUSTER,),
        "disgusted": (_F.REVULSION,),
        "speechless": (_F.DUMBFOUNDED,),
        "facepalm": (_F.PATHETIC,),
    }
)
"""Moments that are a feeling and nothing else, and the main feelings of lines that may stand on them. Authored."""


_TO_ANOTHER = re.compile(
    "병원 갔|아프지 마|나으세|좀 어떠|드세요|드실래|조심|하셨어요|하실래|챙기|수고하|밥 먹었|식사하|많이 바쁘|"
    "(?:가|오|쉬|하|입)(?:으)?세요|잠들었어|또 늦어|천천히 오|막히기 전에|우산 있어|입고 와"
)
"""Lines that care for another. Authored from the bank's lines."""
_OF_ONESELF = frozenset(
    {"tired", "exhausted", "sick", "headache", "hungry", "sleepy", "hurry", "busy", "broke"}
    | {"cold", "hot", "rainy", "to-work", "off-work", "working"}
)
"""Moments in which somebody tells of themselves: who is ill does not ask whether the other is. Authored."""
_UNLIKE: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "sick": re.compile("다 나았|건강이"),
        "headache": re.compile("다 나았|건강이|배탈|감기|열이|콜록"),
        "off-work": re.compile("내일 뵐|수고"),
        "hurry": re.compile("차가 너무 막|신호등|알람|먼저 시작"),
        "exercise": re.compile("등록만|쉬는 날|숨쉬기 운동|내일은"),
        "delicious": re.compile("맛이 왜|입맛이 없"),
        "eating": re.compile("맛이 왜|입맛이 없"),
        "rainy": re.compile("빗소리 좋"),
    }
)
"""Lines of an occasion that contradict what the moment shows. Authored."""


def captions_for(
    act: Act, *, voice: Voice, bank: CaptionBank | None = None, avoid: Iterable[str] = (), count: int = 5
) -> tuple[str, ...]:
    """What a sticker of ``act`` may say in ``voice``, the best first; fewer when there is no more that fits.

    A moment without an occasion has lines of its feeling when it is nothing else, and else its own line only.

    Args:
        act: What is done.
        voice: How it speaks.
        bank: Where lines come from; the shipped one when None.
        avoid: Captions that are there already: they and their likes are not given.
        count: How many are wanted.

    >>> from pyojeong.stickers.composing.moments import act_called
    >>> captions_for(act_called("selfie"), voice=Voice.BANMAL)
    ('찰칵!',)
    """
    avoid = tuple(avoid)
    moment = known_moments().get(act.name)
    own = moment.own_line(voice) if moment else ""
    mine = (own,) if own and own not in avoid else ()
    found = _from_bank(act, voice, bank or CaptionBank.shipped(), (*avoid, *mine), max(_LOOKED_AT, count))
    lines = (*mine, *found) if voice in SPOKEN else (*found, *mine)
    return lines[:count]


def _from_bank(act: Act, voice: Voice, bank: CaptionBank, avoid: tuple[str, ...], count: int) -> tuple[str, ...]:
    """Lines of the act's occasion, or of its feeling where it has none.

    Likeness is told by letters alone: an analyser of words would take longer to open than a whole pack to plan.
    """
    moment = known_moments().get(act.name)
    situation = moment.situation if moment else None
    felt = _FELT.get(act.name, ())
    if situation is None and not felt:
        return ()
    mood = Mood.of(act.emotion, intensity=act.intensity)
    wish = Wish(mood, {situation: Occasion(1.0)} if situation else {}, frozenset())
    ranked = _ranked(bank, voice, situation or felt, wish)
    fitting = [Worded(one.text) for one in ranked if _belongs(one.text, act.name)]
    taken: list[Worded] = []
    for line in fitting:
        if len(taken) < count and not any(_alike(line, other) for other in (*map(Worded, avoid), *taken)):
            taken.append(line)
    return tuple(sorted((line.text for line in taken), key=_length))


def _belongs(line: str, moment: str) -> bool:
    """Whether who does this may say the line.

    >>> _belongs("많이 아파? 병원 갔어?", "sick"), _belongs("감기 걸렸어 ㅠㅠ", "sick")
    (False, True)
    """
    if moment in _OF_ONESELF and _TO_ANOTHER.search(line):
        return False
    return moment not in _UNLIKE or not _UNLIKE[moment].search(line)


def _ranked(bank: CaptionBank, voice: Voice, about: Situation | tuple[Feeling, ...], wish: Wish) -> list[Caption]:
    """Lines about an occasion, or about nothing but one of some feelings, the most fitting first."""

    def suits(caption: Caption) -> bool:
        if isinstance(about, Situation):
            return about in caption.situations
        return not caption.situations and caption.feelings[0] in about

    lines = [caption for caption in bank.captions if caption.voice is voice and suits(caption)]
    return sorted(lines, key=lambda caption: -fit(caption, Worded(caption.text), wish))


def _alike(one: Worded, other: Worded) -> bool:
    """Whether they begin alike or have half of their letters in common."""
    if one.text == other.text or (one.head and one.head == other.head):
        return True
    total = len(one.pairs) + len(other.pairs)
    return bool(total) and 2 * len(one.pairs & other.pairs) / total > MOST_PAIRS


def _length(line: str) -> int:
    """0 for captions read at a glance, then by length; the bank's order decides among equals."""
    return max(0, syllables(line) - HANDY)
