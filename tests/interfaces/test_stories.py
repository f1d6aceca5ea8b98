"""What a film may be ordered as, and what is refused before anything is drawn."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.performing.film.plays import play, scene

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.python_stories import cast_story
from pyojeong.interfaces.stories import FilmOrder, cast_notices, cast_tale, film_json, film_of, text_of
from pyojeong.interfaces.story_schemas import film_schema
from pyojeong.stories.cast import Company, Looks, Part
from pyojeong.stories.production import Made
from pyojeong.stories.tales import tales_from_json


@pytest.mark.parametrize(
    "wish",
    [
        {"workers": 0},
        {"workers": -3},
        {"workers": 10_000},
        {"title": "가" * 81},
        {"title": "해와\n달"},
        {"title": "해와 \x1b[31m달"},
        {"title": "\ud800"},
        {"height": 10**9},
        {"frames_per_second": 0},
        {"shape": "0:0"},
    ],
)
def test_an_order_nobody_can_fill_is_refused_in_words(wish: dict[str, Any]) -> None:
    with pytest.raises(PyojeongError) as refused:
        FilmOrder(**wish)
    assert refused.value.kind == "option" and any("가" <= letter <= "힣" for letter in refused.value.korean)


def test_whom_a_tale_is_owed_to_stands_in_its_film(word_reader: object) -> None:
    owed = {"text_by": "아무개", "translation_by": "누구", "license": "CC BY 4.0"}
    (tale,) = tales_from_json(json.dumps([{"title": "벌", "pages": ["벌이 웃었어요."], **owed}]))
    story = cast_story(tale)
    film = film_of(story, FilmOrder(credits=("우리 반",)), {}, untitled="이름 없음")
    assert film.title == "벌"
    assert film.credits[:4] == ("글: 아무개", "옮김: 누구", "라이선스: CC BY 4.0", "우리 반")


@pytest.mark.parametrize("name", ["동화.pdf", "동화.PDF", "동화.docx"])
@pytest.mark.parametrize("data", [b"", b"this is not a pdf", "옛날에 토끼가 살았어요.".encode()])
def test_what_is_only_named_like_a_document_is_no_text(data: bytes, name: str) -> None:
    with pytest.raises(PyojeongError) as refused:
        text_of(data, name)
    assert refused.value.kind == "bad-document" and name in refused.value.korean


@pytest.mark.parametrize("name", ["tale.mp4", "tale.srt", "tale.vtt"])
def test_a_film_never_overwrites_the_tale_it_is_made_of(name: str, tmp_path: Path) -> None:
    from pyojeong.interfaces.cli.app import run

    tale = tmp_path / name
    tale.write_text("토끼가 웃었어요.", "utf-8")
    assert run(["story", "film", str(tale), "-o", str(tmp_path / "tale.mp4")]) == 2
    assert tale.read_text("utf-8") == "토끼가 웃었어요." and [tale] == list(tmp_path.iterdir())


def test_a_film_that_was_made_is_told_as_its_schema_says() -> None:
    files = Path("film.srt"), Path("film.vtt")
    unsaid = ((1, PyojeongError("읽을 수 없습니다.", "It cannot be said.", kind="voice")),)
    made = Made(Path("film.mp4"), files, 12.5, 40, 125, (1,), unsaid, play(scene(0), scene(1)))
    told = film_json(made, "film.mp4", [str(file) for file in files])
    jsonschema.validate(told, film_schema())
    assert (told["scenes"], told["drawn_scene_count"]) == (2, 1)


@pytest.mark.parametrize(
    ("told", "named", "shown"),
    [("곰의\x07 노래 \ud800", "영화", "곰의 노래"), ("\x1b", "영\x00화", "영화"), ("", "곰\n여우", "곰여우")],
)
def test_a_films_title_has_only_letters_that_are_shown(told: str, named: str, shown: str, word_reader: object) -> None:
    story = replace(cast_tale("곰이 웃었어요."), title=told)
    assert film_of(story, FilmOrder(), {}, untitled=named).title == shown


def test_who_is_cast_in_vain_and_who_is_left_to_the_narrator_is_told(word_reader: object) -> None:
    story = cast_tale('"안녕." 곰이 말했어요. "반가워!" 여우가 소리쳤어요.')
    assert set(story.company.parts) == {"곰", "여우"} and cast_notices(story) == ()
    narrator = story.company.narrator
    parts = {"곰": Part(Looks.UNSEEN, "", narrator.voice), "여오": Part(Looks.CHARACTER, "fox", narrator.voice)}
    other = replace(story, company=Company(narrator, parts))
    vain, left = (korean for korean, _ in cast_notices(other))
    assert "여오" in vain and "곰" not in vain and "여우" in left and "곰" not in left
