"""Where a person lets a scene play: it wins over the words, for those beats alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pyojeong.emotion import Beat, Emotion, Mood, Score
from pyojeong.emotion.score_editing import with_setting
from pyojeong.errors import PyojeongError
from pyojeong.performing.film.screenplay import Opening, Place, Screenplay, Weather
from pyojeong.reading.text.pronouncing import spoken_words
from pyojeong.rig.speech import silent
from pyojeong.stories.casting import cast_by_name
from pyojeong.stories.directing import Spoken, directed
from pyojeong.stories.directing.places import ChosenSetting, settings_of

MOOD = Mood.of(Emotion.NEUTRAL, intensity=0.3)
LINES = (
    "나무꾼이 깊은 숲속으로 들어갔습니다. 숲속에서 나무를 베었습니다.",
    "나무꾼은 숲길에서 쉬었습니다.",
    "나무꾼은 바닷가로 갔습니다. 바다에 파도가 쳤습니다.",
    "나무꾼은 바닷가에 앉았습니다.",
)


def score(*lines: str) -> Score:
    text, beats = "", []
    for line in lines:
        beats.append(Beat(len(text), len(text) + len(line), MOOD))
        text += f"{line}\n"
    return Score(text, MOOD, tuple(beats))


def played(told: Score, *, seconds: float = 10.0) -> Screenplay:
    spoken = [Spoken(n, silent(spoken_words(told.text_of(b)), seconds), "나무꾼") for n, b in enumerate(told.beats)]
    return directed(told, spoken, cast_by_name(["나무꾼"]), title="나무꾼")


def seen(play: Screenplay) -> list[tuple[list[int], Place, Weather]]:
    return [([turn.beat for turn in scene.turns], scene.place, scene.weather) for scene in play.scenes]


def test_a_chosen_place_and_weather_win_over_the_words_and_hold_nowhere_else() -> None:
    told = score(*LINES)
    before = seen(played(told))
    assert [place for _, place, _ in before] == [Place.FOREST, Place.SEA]
    chosen = with_setting(told, (2, 3), place="palace", weather="snow")
    assert seen(played(chosen)) == [before[0], ([2, 3], Place.PALACE, Weather.SNOW)]
    assert seen(played(with_setting(chosen, (2, 3), place=None, weather=None))) == before


def test_a_scene_stays_a_scene_where_its_neighbour_is_chosen_to_be() -> None:
    told = with_setting(score(*LINES), (2, 3), place="forest", weather=None)
    play = played(told)
    assert [(turns, place) for turns, place, _ in seen(play)] == [([0, 1], Place.FOREST), ([2, 3], Place.FOREST)]
    assert play.scenes[1].opening is Opening.FADE


@pytest.mark.parametrize("number", range(4))
def test_what_is_chosen_is_seen_however_short_it_is(number: int) -> None:
    play = played(with_setting(score(*LINES), (number,), place="market", weather=None), seconds=2.0)
    assert ([number], Place.MARKET) in [(turns, place) for turns, place, _ in seen(play)]


def test_the_air_that_was_told_is_that_of_a_chosen_place_too() -> None:
    beats = [("밤이 되었습니다. 달이 떴습니다.", False), ("비가 주룩주룩 내렸습니다. 빗줄기가 굵어졌습니다.", False)]
    there = settings_of(beats, [0, 0], [ChosenSetting(Place.SEA), ChosenSetting(Place.SEA)])
    assert [(one.place, one.weather) for one in there] == [(Place.SEA, Weather.STARS), (Place.SEA, Weather.RAIN)]
    chosen = [ChosenSetting(weather=Weather.CLEAR), ChosenSetting(Place.UNDERSEA, Weather.RAIN)]
    bright = settings_of(beats, [0, 0], chosen)
    assert [one.weather for one in bright] == [Weather.CLEAR, Weather.CLEAR]  # no rain falls under the sea


@pytest.mark.parametrize(("name", "value"), [("place", "moon"), ("weather", "hail"), ("place", "")])
def test_what_is_not_drawn_is_refused_with_what_is(name: str, value: str) -> None:
    told = score(*LINES)
    beats = (replace(told.beats[0], **{name: value}), *told.beats[1:])
    with pytest.raises(PyojeongError) as refused:
        played(replace(told, beats=beats))
    assert refused.value.kind == "scene" and ("forest" if name == "place" else "rain") in refused.value.korean


def test_a_place_looks_the_same_wherever_another_scene_is_moved_to() -> None:
    told = score(*LINES, "나무꾼은 마을로 돌아왔습니다. 마을에는 사람이 많았습니다.", "나무꾼은 마을에서 살았습니다.")
    before = {scene.place: scene.seed for scene in played(told).scenes}
    for beats, place in (((0, 1), "sea"), ((2, 3), "palace"), ((2,), "village")):
        after = played(with_setting(told, beats, place=place, weather=None))
        assert all(before[scene.place] == scene.seed for scene in after.scenes if scene.place in before)
    assert len(set(before.values())) == len(before) == 3
