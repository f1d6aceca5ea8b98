"""Who comes home is seen there; who is on the way, or runs about outside, is not."""

from __future__ import annotations

import pytest

from pyojeong.performing.film.screenplay import Place
from pyojeong.stories.directing.homes import HOUSE
from pyojeong.stories.directing.places import settings_of

LIVED = "깊은 산골에 할머니와 달래가 살았습니다."
LOST = "달래는 숲속에서 길을 잃었습니다. 숲은 깊었습니다."


def ends_at(line: str, *, who: tuple[str, ...] = ("달래",), lived: str = LIVED, said: bool = False) -> Place:
    beats = [(lived, False), (LOST, False), (line, said)]
    there = [("할머니", "달래"), ("달래",), who]
    settings = settings_of(beats, [0, 1, 2], (), there)
    assert settings[1].place is Place.FOREST
    return settings[2].place


@pytest.mark.parametrize(
    "line",
    [
        "달래는 집으로 달렸습니다.",
        "달래는 집에 돌아왔어요.",
        "달래는 허겁지겁 집으로 뛰어갔습니다.",
        "달래는 마침내 집에 도착했습니다.",
        "집에 돌아온 달래는 울었습니다.",
        "달래는 고향으로 돌아갔습니다.",
        "달래는 집 앞까지 달려갔습니다.",
        "달래는 할머니의 집에 도착했습니다.",
        "달래는 할머니 집에 도착했습니다.",
        "달래는 그날 밤 집으로 돌아왔어요.",
        "달래는 이튿날 집으로 돌아왔어요.",
        "달래는 오늘 집으로 돌아왔어요.",
        "달래는 다음 날 아침 집으로 돌아왔어요.",
        "달래는 해 질 무렵 집으로 돌아왔어요.",
        "달래는 추석날 집으로 돌아왔어요.",
        "달래는 혼자 집으로 돌아왔어요.",
        "달래는 자기 집으로 돌아왔어요.",
        "달래는 한참 뒤 집에 돌아왔어요.",
    ],
)
def test_home_is_where_they_lived(line: str) -> None:
    assert ends_at(line) is Place.MOUNTAIN


def test_who_carries_somebody_home_comes_to_that_home() -> None:
    assert ends_at("너구리는 달래를 등에 태우고 집으로 달렸습니다.", who=("너구리",)) is Place.MOUNTAIN


def test_home_without_a_place_of_its_own_is_a_house() -> None:
    assert ends_at("여우는 집으로 달렸습니다.", who=("여우",)) is HOUSE
    assert ends_at("달래는 집으로 달렸습니다.", lived="작은 집에 할머니와 달래가 살았습니다.") is HOUSE


@pytest.mark.parametrize("owner", ["부자네", "토끼의", "토끼", "나무꾼의", "나무꾼", "사냥꾼네", "흥부", "순이네"])
def test_the_home_of_another_is_not_ones_own(owner: str) -> None:
    assert ends_at(f"달래는 {owner} 집에 갔습니다.") is HOUSE


def test_whose_home_it_is_may_be_a_name_of_several_syllables() -> None:
    lived = "깊은 산골에 나무꾼이 살았습니다."
    there = [("나무꾼",), ("달래",), ("달래",)]
    for line in ("달래는 나무꾼의 집에 갔습니다.", "달래는 나무꾼 집으로 뛰어갔습니다."):
        settings = settings_of([(lived, False), (LOST, False), (line, False)], [0, 1, 2], (), there)
        assert settings[2].place is Place.MOUNTAIN


@pytest.mark.parametrize(
    "line",
    [
        "호랑이는 달래를 쫓아 달렸습니다.",
        "달래는 집 밖으로 달아났습니다.",
        "달래는 집으로 가던 길에 호랑이를 만났습니다.",
        "달래는 집에 가는 길이었습니다.",
        "달래는 집으로 가다가 넘어졌습니다.",
        "달래는 집으로 돌아오고 있었습니다.",
        "달래는 집에 가고 싶었습니다.",
        "달래는 집으로 가려고 했습니다.",
        "달래는 집에 돌아오지 못했습니다.",
        "달래는 달리고 또 달렸습니다.",
    ],
)
def test_who_is_chased_or_on_the_way_is_still_outside(line: str) -> None:
    assert ends_at(line) is Place.FOREST


def test_who_speaks_of_home_stays() -> None:
    assert ends_at("“이제 집으로 달려가자. 집에 왔어!”", said=True) is Place.FOREST


def test_who_is_home_stays_there_until_another_place_is_told() -> None:
    told = [
        LIVED,
        LOST,
        "달래는 집에 돌아왔습니다.",
        "나무 아래 할머니가 있었습니다.",
        "달래는 바닷가로 갔습니다. 파도가 쳤습니다.",
    ]
    settings = settings_of([(line, False) for line in told], range(5), (), [("달래",)] * 5)
    assert [setting.place for setting in settings[2:]] == [Place.MOUNTAIN, Place.MOUNTAIN, Place.SEA]
