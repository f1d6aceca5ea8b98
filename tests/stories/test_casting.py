"""Who plays whom by name: fitting, different, and the same again."""

from __future__ import annotations

import pytest

from pyojeong.stories.casting import cast_by_name

FITTING = [
    ("호랑이", "inkbrush", "beom"),
    ("토끼", "rabbit", "kkoma"),
    ("늙은 여우", "fox", "jun"),
    ("황소", "bear", "dol"),
    ("엄마 지네", "mochi", "dol"),
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
]


@pytest.mark.parametrize(("role", "design", "voice"), FITTING)
def test_thirty_roles(role: str, design: str, voice: str) -> None:
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
