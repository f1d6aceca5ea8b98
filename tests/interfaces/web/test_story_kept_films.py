"""Films of visitors who left: there when they come back, gone when they showed somebody or when their day is over."""

from __future__ import annotations

import asyncio
import json
import os
import time
from dataclasses import replace
from pathlib import Path

import pytest
from serving import free_port, serving

from pyojeong.emotion import Emotion
from pyojeong.errors import PyojeongError
from pyojeong.interfaces.web.story import drafts, kept_films
from pyojeong.interfaces.web.story.desk import StoryDesk
from pyojeong.interfaces.web.story.kept_films import KEPT_SECONDS, MOST, KeptFilms
from pyojeong.performing.film.screenplay import Framing, Opening, Place, Scene, Screenplay, Shot, Weather
from pyojeong.stories.production import Made

pytestmark = pytest.mark.usefixtures("home", "word_reader")
TALE = '"떡 하나 주면 안 잡아먹지." 호랑이가 말했어요.\n"싫어요!" 토끼가 소리쳤어요.'
SHOT = Shot(0.0, Framing.WIDE, ())
PLAY = Screenplay(
    "호랑이",
    ("글: 아무",),
    (Scene(Place.SEA, Weather.RAIN, Emotion.JOY, 0.3, Opening.PAGE, 9.0, (SHOT,), ()),),
    {"토끼": "토끼"},
)
FILES = ["film.mp4", "film.srt", "film.vtt"]


def made_in(folder: Path) -> Made:
    paths = [folder / name for name in FILES]
    for path in paths:
        path.write_bytes(path.suffix.encode())
    unsaid = ((2, PyojeongError("없습니다.", "None.", kind="voice")),)
    return Made(paths[0], (paths[1], paths[2]), 9.5, 40, 285, (0,), unsaid, PLAY)


def left_with_a_film(*, private: bool, killed: bool = False) -> tuple[StoryDesk, drafts.Draft]:
    """A desk that was left after its film was made, and the draft its tab kept."""

    async def run() -> StoryDesk:
        desk = StoryDesk()
        desk._looking.ask = lambda _: None  # type: ignore[method-assign]
        await desk.read(TALE)
        assert desk.story is not None
        desk.private = private
        await desk._finish(made_in(desk.folder), desk.story, desk.order)
        return desk

    desk = asyncio.run(run())
    (desk.folder / "held").mkdir(exist_ok=True)
    (desk.folder / "held" / "face.png").write_bytes(b"face")
    assert desk.draft is not None
    draft = drafts.opened(drafts.written(desk.draft))
    if not killed:
        desk.close()
    return desk, draft


def came_back(draft: drafts.Draft) -> StoryDesk:
    desk = StoryDesk()
    desk._looking.ask = lambda _: None  # type: ignore[method-assign]
    desk.go_on(draft)
    return desk


def nothing_kept(draft: drafts.Draft) -> bool:
    desk = came_back(draft)
    desk.close()
    return desk.made is None


def on_disk(home: Path) -> list[str]:
    return sorted(path.name for path in (home / "stories").rglob("*") if path.is_file() and path.name != ".in-use")


def test_who_comes_back_finds_the_film_and_nothing_else_was_kept(home: Path) -> None:
    left, draft = left_with_a_film(private=False)
    assert on_disk(home) == sorted([*FILES, kept_films._NOTE]) and not left.folder.exists()
    desk = came_back(draft)
    assert desk.made is not None and desk.made.path.read_bytes() == b".mp4" and desk.fresh
    assert desk.made.path.is_relative_to(desk.folder)
    assert desk.made.screenplay == PLAY and (desk.made.seconds, desk.made.drawn_scenes) == (9.5, (0,))
    assert [(beat, told.korean) for beat, told in desk.made.unsaid] == [(2, "없습니다.")]
    assert nothing_kept(draft)  # it is one visitor's
    desk.wish(height=480)
    assert not desk.fresh
    again = desk.draft
    desk.close()
    assert not desk.folder.exists() and again is not None
    assert not nothing_kept(again)  # under its new name it waits for another day


def test_a_film_outlives_its_server(home: Path) -> None:
    left, draft = left_with_a_film(private=False, killed=True)
    desk = came_back(draft)
    assert desk.made is not None and desk.fresh
    desk.close()
    left.close()


def test_a_film_with_somebodys_face_goes_with_the_desk(home: Path) -> None:
    left, draft = left_with_a_film(private=True)
    assert not left.folder.exists() and nothing_kept(draft) and on_disk(home) == []


def test_who_begins_another_tale_keeps_no_film_of_the_one_before(home: Path) -> None:
    _, draft = left_with_a_film(private=False)
    desk = came_back(draft)
    asyncio.run(desk.read("다른 이야기예요."))
    desk.close()
    assert on_disk(home) == []


def test_nobody_else_may_look_and_no_name_is_told(home: Path) -> None:
    _, draft = left_with_a_film(private=False)
    (kept,) = (home / "stories" / "films").iterdir()
    assert kept.stat().st_mode & 0o077 == 0 and draft.film not in str(kept)
    assert draft.film not in (kept / kept_films._NOTE).read_text("utf-8")


def test_a_film_goes_after_its_day_and_the_oldest_of_too_many_go_first(tmp_path: Path) -> None:
    now = [1000.0]
    films, made = KeptFilms(tmp_path / "films", lambda: now[0]), made_in(tmp_path)
    for number in range(MOST + 1):
        now[0] += 1
        films.keep(str(number), made, "")
    into = tmp_path / "into"
    into.mkdir()
    assert films.take("0", "a", into) is None
    assert films.take("1", "b", into) is not None
    now[0] += KEPT_SECONDS
    assert films.take("b", "c", into) is None and not list((tmp_path / "films").iterdir())
    films.keep("late", made, "")
    now[0] += KEPT_SECONDS - 1
    films.hold("late")
    now[0] += KEPT_SECONDS - 1
    films.sweep()
    assert list((tmp_path / "films").iterdir())


@pytest.mark.parametrize("damage", [{"format": 2}, {"files": []}, {"screenplay": {}}, {"files": ["gone"] * 3}])
def test_a_damaged_film_is_none(damage: dict[str, object], tmp_path: Path) -> None:
    films = KeptFilms(tmp_path / "films")
    films.keep("one", made_in(tmp_path), "")
    (place,) = (tmp_path / "films").iterdir()
    note = json.loads((place / kept_films._NOTE).read_text("utf-8"))
    (place / kept_films._NOTE).write_text(json.dumps(note | damage), "utf-8")
    into = tmp_path / "into"
    into.mkdir()
    assert films.take("one", "two", into) is None
    assert not list((tmp_path / "films").iterdir()), "a film under a name nobody knows"


def test_a_server_nobody_visits_removes_what_was_kept_long_enough(home: Path, tmp_path: Path) -> None:
    now = time.time()
    stories = home / "stories"
    films = KeptFilms(stories / "films")
    for name in ("old", "new"):
        films.keep(name, made_in(tmp_path), "a tale")
    old, new = films._place("old"), films._place("new")
    os.utime(old, (now - KEPT_SECONDS - 1,) * 2)
    left = stories / "visit-left" / "held"
    left.mkdir(parents=True)
    (left / "held-0.png").write_bytes(b"face")
    with serving(free_port(), tmp_path / "log.txt", {"PYOJEONG_HOME": str(home)}):
        for _ in range(240):
            if not left.exists() and not old.exists():
                break
            time.sleep(0.25)
    assert not left.parent.exists() and not old.exists() and new.exists()


def test_where_no_file_can_be_in_two_places_it_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refused)
    films = KeptFilms(tmp_path / "films")
    films.keep("one", replace(made_in(tmp_path), unsaid=()), "")
    into = tmp_path / "into"
    into.mkdir()
    assert films.take("one", "two", into) is not None and (into / "film.mp4").read_bytes() == b".mp4"
