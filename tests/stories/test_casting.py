"""Who plays whom by name: fitting, different, and the same again."""

from __future__ import annotations

import numpy as np
import pytest
import skia

from pyojeong.performing.character import Character
from pyojeong.performing.film.acting import Moment
from pyojeong.performing.film.actors.character import CharacterActor
from pyojeong.stories.cast import Part
from pyojeong.stories.casting import cast_by_name, stand_in, stand_in_note

FITTING = [
    ("호랑이", "inkbrush", "beom"),
    ("토끼", "rabbit", "kkoma"),
    ("늙은 여우", "fox", "halbae"),
    ("황소", "bear", "dol"),
    ("엄마 지네", "mochi", "hana"),
    ("다람쥐", "mascot", "jwi"),
    ("너구리", "fox", "jun"),
    ("늑대", "fox", "beom"),
    ("손녀", "chibi", "kkoma"),
    ("막내딸", "chibi", "kkoma"),
    ("손자", "chibi", "dol"),
    ("콩쥐", "webtoon", "hana"),
    ("영희", "chibi", "kkoma"),
    ("철수", "chibi", "dol"),
    ("큰 곰", "bear", "jun"),
    ("작은 늑대", "fox", "dol"),
    ("달래", "chibi", "kkoma"),
    ("염소", "dog", "dol"),
    ("당나귀", "dog", "dol"),
    ("갈매기", "duck", "jwi"),
    ("청개구리", "mochi", "dol"),
    ("도깨비", "mochi", "dol"),
    ("용왕님", "webtoon", "seonbi"),
    ("산신령", "webtoon", "seonbi"),
    ("임금님", "webtoon", "seonbi"),
    ("이웃 할머니", "chibi", "halmae"),
    ("할아버지", "chibi", "halbae"),
    ("어머니", "chibi", "hana"),
    ("이모", "chibi", "hana"),
    ("아버지", "chibi", "jun"),
    ("소금 장수", "chibi", "jun"),
    ("나무꾼", "chibi", "jun"),
    ("선녀", "webtoon", "hana"),
    ("왕자", "webtoon", "jun"),
    ("누이동생", "chibi", "kkoma"),
    ("오빠", "chibi", "dol"),
    ("남동생", "chibi", "dol"),
    ("선생님", "webtoon", "hana"),
    ("스님", "webtoon", "seonbi"),
    ("사람들", "chibi", "jun"),
    ("버드나무", "mochi", "dol"),
    ("할머니 부엉이", "duck", "halmae"),
    ("부엉이 할머니", "duck", "halmae"),
    ("거북 할아버지", "mochi", "halbae"),
    ("아기 여우", "fox", "kkoma"),
    ("아기곰", "bear", "kkoma"),
    ("꼬마 생쥐", "mascot", "kkoma"),
    ("엄마 오리", "duck", "hana"),
    ("아빠 곰", "bear", "jun"),
    ("토끼 공주", "rabbit", "hana"),
    ("사자 왕", "inkbrush", "seonbi"),
    ("늙은 나무꾼", "chibi", "halbae"),
    ("늙은 어머니", "chibi", "halmae"),
    ("막내며느리", "chibi", "hana"),
    ("집게 로봇", "blocks", "jun"),
    ("아기", "chibi", "kkoma"),
]


@pytest.mark.parametrize(("role", "design", "voice"), FITTING)
def test_roles_by_name(role: str, design: str, voice: str) -> None:
    part = cast_by_name([role]).parts[role]
    assert (part.source, part.voice.name) == (design, voice)


def test_two_of_a_kind_differ_in_looks_and_voice() -> None:
    parts = cast_by_name(["형", "아우", "첫째 아들", "둘째 아들"]).parts
    looks = {(part.source, tuple(sorted(part.chosen.items()))) for part in parts.values()}
    voices = {(part.voice.name, part.voice.pitch_semitones) for part in parts.values()}
    assert len(looks) == len(voices) == 4


def test_a_cast_is_the_same_again() -> None:
    names = ["호랑이", "어머니", "오빠", "누이동생"]
    assert cast_by_name(names) == cast_by_name(names)


def test_who_is_drawn_as_another_kind_is_told() -> None:
    assert stand_in("할머니 부엉이", "duck") == "오리"
    assert stand_in("두더지", cast_by_name(["두더지"]).parts["두더지"].source) != ""
    assert stand_in("부엉이", "webtoon") == "" == stand_in("오리", "duck")


def test_sixty_roles_are_cast() -> None:
    names = [f"{n}번 손님" for n in range(60)]
    assert len(cast_by_name(names).parts) == 60


TOLD = [
    ("달래", "옛날에 할머니와 손녀 달래가 살았습니다.", "kkoma", "pigtails"),
    ("달래", "산골에 어린 손녀 달래가 살았습니다.", "kkoma", "pigtails"),
    ("가람", "가람은 마을에 사는 일곱 살 여자아이였습니다.", "kkoma", "pigtails"),
    ("가람", "소녀 가람이 뛰어갔어요.", "kkoma", "pigtails"),
    ("한결", "한결이라는 작은 소년이 있었어요.", "dol", "fringe"),
    ("한결", "늙은 나무꾼 한결이 왔어요.", "halbae", "topknot"),
    ("한결", "소년의 이름은 한결이었어요.", "dol", "fringe"),
    ("순이", "순이는 여섯 살 아이였어요.", "kkoma", "pigtails"),
    ("영희", "할머니 영희가 말했어요.", "halmae", "bun"),
    ("한결", "한결이가 본 것은 소녀였어요. 한결은 왕자였습니다.", "jun", "topknot"),
    ("한결", "한결이 소녀와 손녀를 보았어요.", "jun", None),
]


@pytest.mark.parametrize(("role", "text", "voice", "hair"), TOLD)
def test_what_a_tale_says_beside_a_name_decides_looks_and_voice(
    role: str, text: str, voice: str, hair: str | None
) -> None:
    part = cast_by_name([role], text).parts[role]
    assert (part.voice.name, part.chosen.get("hair-style")) == (voice, hair)


def test_a_large_animal_is_lower_and_a_small_one_higher_than_its_kind() -> None:
    large = cast_by_name(["너구리"], "그때 커다란 너구리가 나타났습니다.").parts["너구리"]
    assert (large.source, large.voice.name) == ("fox", "beom")
    small = cast_by_name(["생쥐"], "작은 생쥐가 왔어요.").parts["생쥐"].voice
    assert small.pitch_semitones > cast_by_name(["생쥐"]).parts["생쥐"].voice.pitch_semitones
    bears = cast_by_name(["곰", "작은 곰"], "곰과 작은 곰이 살았어요. 작은 곰이 웃었어요.").parts
    assert (bears["곰"].voice.name, bears["작은 곰"].voice.name) == ("dol", "kkoma")
    assert bears["곰"].voice.pitch_semitones < 0


def test_the_note_on_who_stands_in_is_in_both_languages() -> None:
    assert stand_in_note("너구리", "fox") == (
        "똑같은 그림이 없어 여우로 그립니다",
        "nobody draws exactly this; a fox stands in",
    )
    assert stand_in_note("다람쥐", "mascot") is not None and stand_in_note("여우", "fox") is None


def drawn(part: Part) -> bytes:
    pixels = np.zeros((96, 96, 4), np.uint8)
    surface = skia.Surface(pixels, colorType=skia.kRGBA_8888_ColorType, alphaType=skia.kPremul_AlphaType)
    CharacterActor(Character(part.source, chosen=part.chosen)).paint(surface.getCanvas(), Moment(), height_px=96.0)
    surface.flushAndSubmit()
    return pixels.tobytes()


STRANGERS = ["가람", "누리", "다온", "라온", "마루", "바론", "사론", "아론"]


def test_people_of_whom_nothing_is_known_look_and_sound_different_from_each_other() -> None:
    parts = list(cast_by_name(STRANGERS).parts.values())
    looks = [(part.source, tuple(sorted(part.chosen.items()))) for part in parts]
    assert len(set(looks)) == len({part.voice for part in parts}) == len(STRANGERS)
    assert {part.source for part in parts} == {"chibi"}  # a person is no chestnut and no jelly
    assert len({drawn(part) for part in parts}) == len(STRANGERS)
    assert cast_by_name(STRANGERS) == cast_by_name(STRANGERS)


@pytest.mark.parametrize("name", ["생쥐", "시골 쥐", "들쥐"])
def test_a_mouse_is_no_cat(name: str) -> None:
    parts = cast_by_name([name, "고양이", "서울 쥐"]).parts
    mouse, cat, other = parts[name], parts["고양이"], parts["서울 쥐"]
    assert (mouse.source, mouse.chosen["ears"], mouse.chosen["tail"]) == ("mascot", "mouse", "thin")
    assert cat.source == "cat"
    assert dict(mouse.chosen) != dict(other.chosen)
    assert stand_in(name, mouse.source) == ""
