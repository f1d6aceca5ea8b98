"""Films of visitors who left: there when they come back, gone when they showed somebody or when their day is over."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path

import pytest

from pyojeong.interfaces.web.story import drafts
from pyojeong.interfaces.web.story.desk import StoryDesk
from pyojeong.interfaces.web.story.folders import visitor_folder
from pyojeong.interfaces.web.story.kept_films import KEPT_SECONDS, MOST, KeptFilms

pytestmark = pytest.mark.usefixtures("home", "word_reader")
TALE = '"떡 하나 주면 안 잡아먹지." 호랑이가 말했어요.\n"싫어요!" 토끼가 소리쳤어요.'


@dataclass(frozen=True, slots=True)
class Files:
    """As much of a made film as is kept."""

    path: Path
    subtitles: tuple[Path, Path]


def made_in(folder: Path) -> Files:
    paths = [folder / f"film.{suffix}" for suffix in ("mp4", "srt", "vtt")]
    for path in paths:
        path.write_bytes(path.suffix.encode())
    return Files(paths[0], (paths[1], paths[2]))


def left_with_a_film(*, private: bool) -> tuple[StoryDesk, drafts.Draft]:
    """A desk that was left after its film was made, and the draft its tab kept."""
    desk = StoryDesk()
    desk._looking.ask = lambda _: None  # type: ignore[method-assign]
    asyncio.run(desk.read(TALE))
    assert desk.story is not None
    desk.made, desk._made_of = made_in(desk.folder), (desk.story, desk.order)  # type: ignore[assignment]
    desk.private, desk._film_name = private, "" if private else "a name nobody guesses"
    (desk.folder / "held").mkdir(exist_ok=True)
    (desk.folder / "held" / "face.png").write_bytes(b"face")
    assert desk.draft is not None
    draft = drafts.opened(drafts.written(desk.draft))
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


def test_who_comes_back_finds_the_film_and_nothing_else_was_kept() -> None:
    left, draft = left_with_a_film(private=False)
    assert sorted(path.name for path in left.folder.iterdir() if path.name != ".in-use") == [
        "film.mp4",
        "film.srt",
        "film.vtt",
    ]
    desk = came_back(draft)
    assert desk.made is not None and desk.made.path.read_bytes() == b".mp4" and desk.fresh
    assert desk.made.path.is_relative_to(desk.folder) and not left.folder.exists()
    assert nothing_kept(draft)  # it is one visitor's
    desk.wish(height=480)
    assert not desk.fresh
    desk.made = None
    desk.close()
    assert not desk.folder.exists()


def test_a_film_with_somebodys_face_goes_with_the_desk() -> None:
    left, draft = left_with_a_film(private=True)
    assert not left.folder.exists() and nothing_kept(draft)


def test_a_film_goes_after_its_day_and_the_oldest_of_too_many_go_first(tmp_path: Path) -> None:
    now = [0.0]
    films = KeptFilms(lambda: now[0])
    folders = [visitor_folder(tmp_path) for _ in range(MOST + 1)]
    for number, folder in enumerate(folders):
        films.keep(str(number), folder, made_in(Path(folder.name)), "")  # type: ignore[arg-type]
    assert films.take("0", tmp_path) is None and not Path(folders[0].name).exists()
    assert films.take("1", tmp_path) is not None
    now[0] = KEPT_SECONDS
    assert films.take("2", tmp_path) is None and not Path(folders[2].name).exists()
