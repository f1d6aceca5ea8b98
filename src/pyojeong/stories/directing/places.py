"""Where each beat plays, and in which weather, from its words: a place holds until another is spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pyojeong.emotion import Beat
from pyojeong.errors import PyojeongError
from pyojeong.performing.film.screenplay import Hour, Place, Weather
from pyojeong.reading.text.words import WordStem, word_stems
from pyojeong.stories.directing.air import Air, airs_of
from pyojeong.stories.directing.homes import home_in, homes_of
from pyojeong.stories.directing.words import listed

Named = TypeVar("Named", Place, Weather)

#: How much more a new place must be spoken of than the one that holds.
_TO_MOVE = 2.0
#: A tale that has not begun is nowhere yet.
_TO_BEGIN = 0.8
#: What is left of a place's evidence a beat later.
_MEMORY = 0.5
_MARGIN = 0.8
_SAID = 0.2
_START = Place.VILLAGE
_AHEAD = 3
#: After a noun, that something is or goes there; what Kiwi splits (마을길, 숲 한가운데) is there, too.
_THERE = re.compile(
    r"(?:\s?(?:길|속|안|밑|가|한?가운데))?(?:들)?(?:에서|에는|에|으로|로|까지|가에|속에|속으로|위에|위로|안에|안으로)(?![가-힣]*게)"
)
_AT, _MENTIONED = 1.3, 0.6
#: How much who has come home is there: what is only mentioned later leads nobody away.
_AT_HOME = 2.0


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and when a beat plays."""

    place: Place
    weather: Weather
    hour: Hour = Hour.DAY
    moon: bool = False

    def lit_as(self, other: Setting) -> bool:
        """Whether the light of the whole picture is the other's."""
        return (self.weather, self.hour, self.moon) == (other.weather, other.hour, other.moon)


@dataclass(frozen=True, slots=True)
class ChosenSetting:
    """Where a person lets a beat play; what is None is left to the words."""

    place: Place | None = None
    weather: Weather | None = None

    @property
    def made(self) -> bool:
        """Whether anything is chosen."""
        return self.place is not None or self.weather is not None


def has_weather(place: Place) -> bool:
    """Whether a chosen weather is seen at ``place``: nothing falls under the sea."""
    return place is not Place.UNDERSEA


def choice_of(beat: Beat) -> ChosenSetting:
    """What a person chose for ``beat``.

    >>> from pyojeong.emotion import Emotion, Mood
    >>> choice_of(Beat(0, 1, Mood.of(Emotion.JOY), place="sea"))
    ChosenSetting(place=<Place.SEA: 'sea'>, weather=None)

    Raises:
        PyojeongError: When no such place or weather is drawn.
    """
    return ChosenSetting(_drawn(Place, beat.place), _drawn(Weather, beat.weather))


def settings_of(
    beats: Sequence[tuple[str, bool]],
    paragraphs: Sequence[int],
    choices: Sequence[ChosenSetting] = (),
    who: Sequence[Sequence[str]] = (),
) -> list[Setting]:
    """A setting for each beat of (text, whether it is said), given the number of its paragraph and what was chosen.

    A paragraph that does not say at once where it is plays where its next told sentences are. What is said
    moves nobody: people speak of far places. A choice holds for its beat alone. Who comes home is at once where ``who``
    is there was told to live.

    >>> told = ["옛날 깊은 산골에 나무꾼이 살았어요.", "나무꾼은 바닷가로 갔어요. 파도가 쳤어요."]
    >>> [setting.place.value for setting in settings_of([(line, False) for line in told], [0, 1])]
    ['mountain', 'sea']
    """
    weights = [
        {name: count * (_SAID if said else 1.0) for name, count in _told_places(text).items()} for text, said in beats
    ]
    opening = _openings(weights, paragraphs)
    place, placed = _START, False
    kept = dict.fromkeys((p.value for p in Place), 0.0)
    settings: list[Setting] = []
    chosen, names = choices or [ChosenSetting()] * len(beats), who or [()] * len(beats)
    homes = homes_of(beats, names, _told_places)
    for number, (weight, air, choice) in enumerate(zip(weights, airs_of(beats), chosen, strict=True)):
        tells_itself = max(weight.values(), default=0.0) >= _TO_MOVE
        ahead = weight if tells_itself else opening.get(number, weight)
        kept = {name: kept[name] * _MEMORY + ahead.get(name, 0.0) for name in kept}
        best = max(kept, key=lambda name: (kept[name], name == place.value))
        least = _TO_MOVE if settings else _TO_BEGIN
        if best != place.value and kept[best] >= least and kept[best] >= kept[place.value] + _MARGIN:
            place, placed = Place(best), True
        home = None if beats[number][1] else home_in(beats[number][0], names[number], homes)
        if home is not None:
            place, placed = home, True
            kept = {name: _AT_HOME if name == home.value else 0.0 for name in kept}
        told = place if placed or not air.night else Place.NIGHT
        settings.append(_setting(choice.place or told, air, choice.weather))
    return settings


def _told_places(text: str) -> dict[str, float]:
    """Places the words speak of: those somebody is at or goes to (숲에, 강가로) count more than mere mention (숲이)."""
    found: dict[str, float] = {}
    for form, end in _nouns(word_stems(text)):
        for name, words in listed("places").items():
            if form in words:
                there = _THERE.match(text, end) is not None
                found[name] = found.get(name, 0.0) + words[form] * (_AT if there else _MENTIONED)
    return found


def _nouns(stems: Sequence[WordStem]) -> Iterator[tuple[str, int]]:
    """Every stem and where it ends; two written together that the list knows as one (산 + 기슭) are one."""
    known = {word for words in listed("places").values() for word in words}
    rest = list(stems)
    while rest:
        whole = "".join(stem.form for stem in rest[:2])
        two = len(rest) > 1 and rest[0].end == rest[1].start and whole in known
        yield (whole, rest[1].end) if two else (rest[0].form, rest[0].end)
        rest = rest[2 if two else 1 :]


def _openings(weights: Sequence[dict[str, float]], paragraphs: Sequence[int]) -> dict[int, dict[str, float]]:
    """For the first beat of every paragraph, what its first beats speak of together."""
    openings: dict[int, dict[str, float]] = {}
    for number, paragraph in enumerate(paragraphs):
        if number and paragraphs[number - 1] == paragraph:
            continue
        total: dict[str, float] = {}
        for other in range(number, min(number + _AHEAD, len(weights))):
            if paragraphs[other] == paragraph:
                for name, value in weights[other].items():
                    total[name] = total.get(name, 0.0) + value
        openings[number] = total
    return openings


def _setting(place: Place, air: Air, chosen: Weather | None) -> Setting:
    """A place in its air, or in the chosen weather where it has any: a clear night's stars darken any place."""
    usual = {Place.NIGHT: Weather.STARS, Place.SNOW: Weather.SNOW}.get(place, Weather.CLEAR)
    weather = air.weather or usual
    if air.night and weather in (Weather.CLEAR, Weather.PETALS, Weather.LEAVES):
        weather = Weather.STARS
    if not has_weather(place):
        return Setting(place, Weather.CLEAR)
    return Setting(place, chosen or weather, air.hour, air.moon)


def _drawn(kind: type[Named], name: str | None) -> Named | None:
    try:
        return None if name is None else kind(name)
    except ValueError:
        names = ", ".join(member.value for member in kind)
        raise PyojeongError(
            f"장면의 {'곳' if kind is Place else '날씨'}은(는) {names} 가운데 하나인데 {name!r}입니다.",
            f"The {kind.__name__.lower()} of a scene is one of {names}, but got {name!r}.",
            kind="scene",
        ) from None
