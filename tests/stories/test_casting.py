"""Who plays whom by name: fitting, different, and the same again."""

from __future__ import annotations

import pytest

from pyojeong.stories.casting import cast_by_name, stand_in

FITTING = [
    ("호랑이", "inkbrush", "beom"),
    ("토끼", "rabbit", "kkoma"),
    ("늙은 여우", "fox", "halbae"),
    ("황소", "bear", "dol"),
    ("엄마 지네", "mochi", "hana"),
    ("다람쥐", "cat", "jwi"),
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
    ("꼬마 생쥐", "cat", "kkoma"),
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
