"""What is in the air, what time of the day it is and whether the moon is up, from words: told once, it holds on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from pyojeong.performing.film.screenplay import Hour, Weather
from pyojeong.reading.text.words import word_stems
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
#: Of hours told by the same word the later here: 아침노을 is none of the evening.
_RANKS = (Hour.DAY, Hour.NIGHT, Hour.DUSK, Hour.DAWN)
#: What tells an hour beside the words of hours.txt.
_TELLING = {
    Hour.NIGHT: re.compile(
        r"(?:달|별)(?:들)?이\s*(?:[가-힣]+\s)?(?:떴|뜨|떠|솟|빛났|빛나)|해가\s*(?:[가-힣]+\s)?(?:졌|지고|져)"
        r"|(?:날|사방)이\s*(?:저물었|어두워|캄캄)|(?<!눈앞이 )(?<!눈앞이)(?:캄캄|깜깜|어둑어둑)해(?:져|졌)"
        r"|(?:벌써|이미|어느새|어느덧)\s(?:캄캄|깜깜|어둑어둑|어두컴컴)(?:했|하)"
    ),
    Hour.DAY: re.compile(
        r"해가\s*(?:[가-힣]+\s)?(?:떴|뜨|떠|솟|돋)|날이\s*(?:밝|새자)|다음\s날|이튿날"
        r"|(?:며칠|여러 날|몇 (?:날|달|해)|(?:한|두|석) 달|일 년|세월)[가-힣]*\s*(?:뒤|후|지나|지났|흘러|흘렀)"
    ),
    Hour.DUSK: re.compile(
        r"해\s?질\s?(?:녘|무렵|때)|(?:날|해)[이가]\s?저물\s?(?:녘|무렵)|저녁\s?(?:무렵|때|나절|녘|햇살)"
        r"|저녁이\s*(?:[가-힣]+\s)?(?:되|오|왔|찾아)|(?:그날|이날|어느 날|다음 날)\s저녁"
    ),
    Hour.DAWN: re.compile(
        r"해\s?뜰\s?(?:녘|무렵)|동\s?틀\s?(?:녘|무렵)|동이\s*(?:[가-힣]+\s)?(?:틀|트|텄)|아침\s?노을"
    ),
}
#: 한 달, 지난달 and 달마다 are months.
_MOON = re.compile(
    r"(?<![가-힣])(?<!한 )(?<!두 )(?<!석 )(?<!세 )(?<!네 )(?<!몇 )(?<!여러 )(?<!지난 )(?<!다음 )(?<!이번 )"
    r"(?:(?:보름|초승|그믐|반|조각)달|달님|달(?=[이을은도과]\s|빛|밤|\s아래))(?!이 되)"
)
_MOONLESS = re.compile(r"달[이은도]?\s*(?:[가-힣]+\s){0,2}(?:졌|지고|져|숨|가려|사라|없)")


@dataclass(frozen=True, slots=True)
class Air:
    """How the air is at one beat.

    Attributes:
        hour: Of the day.
        weather: What falls or floats; None where nothing was told.
        moon: Whether a moon is told in this night or twilight.
    """

    hour: Hour = Hour.DAY
    weather: Weather | None = None
    moon: bool = False

    @property
    def night(self) -> bool:
        """Whether it is night."""
        return self.hour is Hour.NIGHT


def airs_of(beats: Sequence[tuple[str, bool]]) -> list[Air]:
    """The air of each beat of (text, whether it is said); what is said changes nothing: people speak of any weather.

    A moon told in a night stands in all of it.

    >>> lines = ["어느 날 밤이었어요.", "여우가 걸었어요.", "날이 밝았어요.", "비가 내렸어요.", "비가 그쳤어요."]
    >>> [(air.night, air.weather and air.weather.value) for air in airs_of([(line, False) for line in lines])]
    [(True, None), (True, None), (False, None), (False, 'rain'), (False, None)]
    """
    air = Air()
    airs: list[Air] = []
    for text, said in beats:
        air = air if said else _after(air, text)
        airs.append(air)
    return [found for _, same in groupby(airs, key=lambda air: air.hour) for found in _moonlit(list(same))]


def _moonlit(airs: Sequence[Air]) -> Iterator[Air]:
    """Airs of one hour; a night is under the moon from its beginning where one is told in it."""
    told = next((number for number, air in enumerate(airs) if air.moon), 0)
    for number, air in enumerate(airs):
        yield replace(air, moon=True) if number < told and air.night else air


def _after(air: Air, text: str) -> Air:
    """The air when ``text`` was told."""
    hour = _told_hour(text) or air.hour
    *_, after = _ENDED.split(text)
    over = after != text or (air.night and hour is not Hour.NIGHT)
    weather = _told(after) or (None if over and air.weather in _PASSING else air.weather)
    return Air(hour, weather, _has_moon(air, hour, text))


def _has_moon(air: Air, hour: Hour, text: str) -> bool:
    if hour is Hour.DAY or _MOONLESS.search(text):
        return False
    return (air.moon and air.hour is hour) or _MOON.search(text) is not None


def _told(text: str) -> Weather | None:
    """The weather that ``text`` tells of; None where it tells of none."""
    found = spoken_of(stems_of(text), listed("air"))
    if _SNOWS.search(text):
        found[Weather.SNOW.value] += _TOLD
    name = max(found, key=lambda name: found[name])
    return Weather(name) if found[name] >= _TOLD and name != Weather.STARS.value else None


def _told_hour(text: str) -> Hour | None:
    """The hour the words tell; None where they tell none. Of several the last counts."""
    told = [(match.end(), hour) for hour, pattern in _TELLING.items() for match in pattern.finditer(text)]
    for stem in word_stems(text):
        told += [(stem.end, Hour(name)) for name, words in listed("hours").items() if stem.form in words]
    return max(told, key=lambda found: (found[0], _RANKS.index(found[1])), default=(0, None))[1]
