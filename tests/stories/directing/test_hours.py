"""What time of the day it is by the words, and whether the moon is up."""

from __future__ import annotations

import pytest

from pyojeong.performing.film.screenplay import Hour, Place, Weather
from pyojeong.stories.directing.air import airs_of
from pyojeong.stories.directing.places import settings_of


def hours(*lines: str) -> list[Hour]:
    return [air.hour for air in airs_of([(line, False) for line in lines])]


def moons(*lines: str) -> list[bool]:
    return [air.moon for air in airs_of([(line, False) for line in lines])]


@pytest.mark.parametrize(
    ("line", "hour"),
    [
        *[
            (line, Hour.DUSK)
            for line in (
                "해 질 녘이 되자 아이는 울었습니다.",
                "해질녘에 나그네가 왔습니다.",
                "저녁노을이 붉게 물들었습니다.",
                "하늘에 노을이 졌습니다.",
                "날이 저물 무렵이었습니다.",
                "어느덧 저녁이 되었습니다.",
                "어느 날 저녁, 어머니는 고개를 넘었습니다.",
                "석양이 비쳤습니다.",
            )
        ],
        *[
            (line, Hour.DAWN)
            for line in (
                "새벽이 되었습니다.",
                "동틀 무렵 나무꾼은 길을 나섰습니다.",
                "동이 틀 무렵이었습니다.",
                "먼동이 텄습니다.",
                "이른 새벽녘에 닭이 울었습니다.",
                "아침 노을이 고왔습니다.",
            )
        ],
        ("밤이 깊었습니다.", Hour.NIGHT),
        ("해가 졌습니다.", Hour.NIGHT),
        ("숲속은 벌써 어둑어둑했습니다.", Hour.NIGHT),
        ("밖은 어느새 캄캄했습니다.", Hour.NIGHT),
        ("굴속은 캄캄했습니다.", Hour.DAY),
        ("아이는 저녁을 먹었습니다.", Hour.DAY),
        ("나무꾼은 새벽부터 밤까지 일했습니다.", Hour.NIGHT),
        ("저녁이 지나고 아침이 밝았습니다.", Hour.DAY),
    ],
)
def test_words_of_the_hours(line: str, hour: Hour) -> None:
    assert hours("여우가 걸었습니다.", line, "여우가 웃었습니다.") == [Hour.DAY, hour, hour]


def test_the_told_hour_holds_whatever_is_felt_or_said_in_it() -> None:
    lines = [
        "숲속은 벌써 어둑어둑했습니다.",
        "곰이 나타났습니다.",
        "“나도 추워서 잠이 안 왔단다.”",
        "생쥐가 웃었습니다.",
    ]
    told = [
        (line, line.startswith("“")) for line in ["노을이 지는 저녁이었습니다.", *lines, "며칠 뒤, 모두 웃었습니다."]
    ]
    assert [air.hour for air in airs_of(told)] == [Hour.DUSK, *[Hour.NIGHT] * 4, Hour.DAY]


def test_one_hour_ends_the_other() -> None:
    told = ["해 질 녘이었습니다.", "밤이 되었습니다.", "새벽이 왔습니다.", "해가 떴습니다."]
    assert hours(*told) == [Hour.DUSK, Hour.NIGHT, Hour.DAWN, Hour.DAY]


def test_what_is_said_brings_no_evening() -> None:
    assert [air.hour for air in airs_of([("“벌써 노을이 지네.”", True)])] == [Hour.DAY]


@pytest.mark.parametrize(
    "line",
    [
        "둥근 달이 떴습니다.",
        "보름달이 환했습니다.",
        "달빛이 비쳤습니다.",
        "셋은 달을 보았습니다.",
        "달님이 웃었습니다.",
        "초승달이 걸려 있었습니다.",
    ],
)
def test_a_moon_told_stands_in_the_whole_night(line: str) -> None:
    assert moons("밤이 되었습니다.", line, "여우가 걸었습니다.", "아침이 되었습니다.") == [True, True, True, False]


@pytest.mark.parametrize(
    "line",
    [
        "한 달이 지났습니다.",
        "석 달 뒤에 왔습니다.",
        "지난 달에 왔습니다.",
        "달래가 달렸습니다.",
        "달도 없는 밤이었습니다.",
        "누이는 달이 되었습니다.",
        "여우가 걸었습니다.",
    ],
)
def test_no_moon_of_months_or_names(line: str) -> None:
    assert moons("밤이 되었습니다.", line)[1] is False


def test_the_moon_goes_behind_clouds_and_no_moon_is_seen_by_day() -> None:
    assert moons("달이 떴습니다.", "달이 구름 뒤로 숨었습니다.") == [True, False]
    assert moons("날이 밝았습니다. 아이는 달을 그렸습니다.") == [False]


def test_a_dusk_in_a_forest_is_dusk_and_its_night_has_stars_and_moon() -> None:
    told = ["숲속에 노을이 졌습니다.", "숲에 밤이 왔습니다.", "둥근 달이 떴습니다."]
    dusk, night, late = settings_of([(line, False) for line in told], [0, 0, 0])
    assert (dusk.place, dusk.hour, dusk.weather, dusk.moon) == (Place.FOREST, Hour.DUSK, Weather.CLEAR, False)
    assert (night.place, night.hour, night.weather, night.moon) == (Place.FOREST, Hour.NIGHT, Weather.STARS, True)
    assert late == night
