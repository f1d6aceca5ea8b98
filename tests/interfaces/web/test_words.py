"""Every sentence exists in both languages, says the same places, and is used."""

from __future__ import annotations

import string

import pytest

from pyojeong.emotion import Emotion, Feeling
from pyojeong.interfaces.web.movements import (
    GROUPS,
    MOVEMENTS,
    movement_group,
    movement_name,
    movements_in_order,
    partner,
)
from pyojeong.interfaces.web.preferences import Theme
from pyojeong.interfaces.web.sentences import SENTENCES
from pyojeong.interfaces.web.words import Language, Words
from pyojeong.performing.film.screenplay import Place, Weather
from pyojeong.performing.portrait.stage import Undo
from pyojeong.rig import ARKIT_NAMES

BUILT_KEYS = {
    *(f"theme-{theme.value}" for theme in Theme),
    *(f"undo-{undo.value}" for undo in Undo),
    *(f"background-{name}" for name in ("keep", "none", "colour")),
    *(f"place-{place.value}" for place in Place),
    *(f"weather-{weather.value}" for weather in Weather),
}


def places(sentence: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence)} - {None}


@pytest.mark.parametrize("key", SENTENCES)
def test_both_languages_say_the_same_places(key: str) -> None:
    korean, english = SENTENCES[key]
    assert korean and english
    assert places(korean) == places(english)


@pytest.mark.parametrize("key", SENTENCES)
def test_every_sentence_is_said_somewhere(key: str, source: str) -> None:
    said = source.count(f'"{key}"') + source.count(f"'{key}'") + source.count(f"words.{key}")
    assert key in BUILT_KEYS or said > 1


def test_korean_sentences_are_korean() -> None:
    assert all(any("가" <= c <= "힣" for c in korean) or korean.startswith("{") for korean, _ in SENTENCES.values())


@pytest.mark.parametrize("language", Language)
def test_every_movement_has_one_name_and_one_group(language: Language) -> None:
    names = movements_in_order()
    assert len(names) == len(ARKIT_NAMES) + 4
    assert len({movement_name(name, language) for name in names}) == len(names)
    assert {movement_group(name) for name in names} == {key for key, _, _ in GROUPS}


def test_partners_are_mutual_and_look_the_same_way() -> None:
    pairs = {name: partner(name) for name in ARKIT_NAMES}
    assert all(pairs[other] == name for name, other in pairs.items() if other is not None)
    assert sum(other is not None for other in pairs.values()) == 36


def test_no_movement_is_named_that_does_not_exist() -> None:
    known = " ".join((*ARKIT_NAMES, "headYaw headPitch headRoll blush"))
    assert all(stem in known for stem in MOVEMENTS)


@pytest.mark.parametrize("language", Language)
def test_emotions_and_feelings_are_named(language: Language) -> None:
    words = Words(language)
    assert len({words.emotion(e) for e in Emotion}) == len(Emotion)
    assert all("_" not in words.feeling(f) for f in Feeling)
