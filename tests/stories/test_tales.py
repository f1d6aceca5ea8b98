"""Sample tales and collections."""

from __future__ import annotations

import pytest

from pyojeong.errors import PyojeongError
from pyojeong.reading.tale import TaleReader
from pyojeong.reading.text import TextReader
from pyojeong.stories.tales import sample_tale, sample_tales, tales_from_json

CAST = {
    "sun-and-moon": {"호랑이", "오빠", "누이동생", "어머니"},
    "rabbit-and-turtle": {"토끼", "자라", "용왕님", "문어 의원"},
    "golden-axe": {"산신령", "나무꾼", "욕심쟁이"},
    "red-bean-granny": {"호랑이", "할머니", "알밤", "자라", "지게"},
    "green-frog": {"어머니", "청개구리"},
}


@pytest.mark.parametrize("name", CAST)
def test_everybody_of_a_tale_has_a_role(name: str) -> None:
    tale = sample_tale(name)
    cast = TaleReader(TextReader.shipped()).read(tale.text)
    assert cast.title == tale.title
    assert set(cast.roles.names) == CAST[name]
    assert tale.credits


def test_there_are_five() -> None:
    assert {tale.name for tale in sample_tales()} == set(CAST)


@pytest.mark.parametrize("text", ["{", "{}", '[{"title": "벌"}]', "[1]"])
def test_what_is_no_collection_is_said(text: str) -> None:
    with pytest.raises(PyojeongError) as told:
        tales_from_json(text)
    assert told.value.kind == "bad-tales"


def test_an_unknown_tale_is_said() -> None:
    with pytest.raises(PyojeongError, match="golden-axe"):
        sample_tale("no")


def test_credits_are_kept() -> None:
    found = tales_from_json(
        '[{"title": "벌", "pages": ["가."], "text_by": "갑", "translation_by": "을", "source": "s"}]'
    )
    assert found[0].credits == ("글: 갑", "옮김: 을", "출처: s")
