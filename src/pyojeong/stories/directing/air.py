"""What is in the air and whether it is night, from words: told once, it holds until another is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pyojeong.performing.film.screenplay import Weather
from pyojeong.stories.directing.words import listed, spoken_of, stems_of

#: Words of a weather count 1 or 2; this much tells one.
_TOLD = 2.0
#: What a new day ends; a season's petals and leaves stay.
_PASSING = frozenset({Weather.RAIN, Weather.FOG, Weather.SNOW})
#: 눈 is an eye unless it falls or lies.
_SNOWS = re.compile(r"눈[이가]?\s*(?:[가-힣]+\s)?(?:내리|내렸|내려|쌓|펑펑|펄펄|오는\s|왔습|왔어|왔다)")
#: "개다" and "그치다" are told of dogs, sobs and what else, so the weather must stand before them.
_ENDED = re.compile(
    r"(?:(?:비|소나기|빗줄기|빗방울|장마|장대비|눈|눈발|눈보라|안개|구름|먹구름|천둥)[이가은는도]?\s*(?:[가-힣]+\s)?"
    r"(?:그치|그쳤|그쳐|그친|멎|멈추|멈췄|멈춰|걷히|걷혔|걷혀|걷힌|개고|개자|개었|갰|개더니|갠)"
    r"|(?:하늘|날|날씨)[이가은는도]?\s*(?:[가-힣]+\s)?(?:맑아|맑게|개고|개자|개었|갰|개더니))"
)
_MOONRISE = re.compile(
    r"(?:달|별)(?:들)?이\s*(?:[가-힣]+\s)?(?:떴|뜨|떠|솟|빛났|빛나)|해가\s*(?:[가-힣]+\s)?(?:졌|지고|져)|(?:날|사방)이\s*(?:저물었|어두워|캄캄)"
    r"|(?<!눈앞이 )(?<!눈앞이)(?:캄캄|깜깜|어둑어둑)해(?:져|졌)"
)
_SUNRISE = re.compile(
    r"해가\s*(?:[가-힣]+\s)?(?:떴|뜨|떠|솟|돋)|(?:날|동)이\s*(?:밝|새자|텄|트)|다음\s날|이튿날"
    r"|(?:며칠|여러 날|몇 (?:날|달|해)|(?:한|두|석) 달|일 년|세월)[가-힣]*\s*(?:뒤|후|지나|지났|흘러|흘렀)"
)


@dataclass(frozen=True, slots=True)
class Air:
    """How the air is at one beat.

    Attributes:
        night: Whether it is night.
        weather: What falls or floats; None where nothing was told.
    """

    night: bool = False
    weather: Weather | None = None


def airs_of(beats: Sequence[tuple[str, bool]]) -> Iterator[Air]:
    """The air of each beat of (text, whether it is said); what is said changes nothing: people speak of any weather.

    >>> lines = ["어느 날 밤이었어요.", "여우가 걸었어요.", "날이 밝았어요.", "비가 내렸어요.", "비가 그쳤어요."]
    >>> [(air.night, air.weather and air.weather.value) for air in airs_of([(line, False) for line in lines])]
    [(True, None), (True, None), (False, None), (False, 'rain'), (False, None)]
    """
    air = Air()
    for text, said in beats:
        air = air if said else _after(air, text)
        yield air


def _after(air: Air, text: str) -> Air:
    """The air when ``text`` was told."""
    night = _is_night(text, stems_of(text))
    *_, after = _ENDED.split(text)
    over = after != text or (air.night and night is False)
    weather = _told(after) or (None if over and air.weather in _PASSING else air.weather)
    return Air(air.night if night is None else night, weather)


def _told(text: str) -> Weather | None:
    """The weather that ``text`` tells of; None where it tells of none."""
    found = spoken_of(stems_of(text), listed("air"))
    if _SNOWS.search(text):
        found[Weather.SNOW.value] += _TOLD
    name = max(found, key=lambda name: found[name])
    return Weather(name) if found[name] >= _TOLD and name != Weather.STARS.value else None


def _is_night(text: str, stems: Sequence[str]) -> bool | None:
    """Whether the words say that it is night; None where they do not say. Of two the later counts."""
    hours = listed("hours").items()
    last = {hour: max((n for n, stem in enumerate(stems) if stem in words), default=-1) for hour, words in hours}
    night, day = last["night"], last["day"]
    if _SUNRISE.search(text):
        day = len(stems)
    if _MOONRISE.search(text):
        night = len(stems)
    return None if night == day else night > day
