"""A film is made whatever is said in it; what goes wrong is told, and what was drawn stays."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import av
import pytest

from pyojeong.emotion import Beat, Emotion, Mood, Score
from pyojeong.errors import PyojeongError
from pyojeong.media.sound import Sound
from pyojeong.performing.character.character import Character
from pyojeong.performing.film.screenplay import Format
from pyojeong.performing.film.sources import CharacterSource
from pyojeong.performing.voice.speaking import Line, Speech
from pyojeong.rig.speech import silent
from pyojeong.stories.casting import cast_by_name
from pyojeong.stories.production import Film, FilmMaker, Stage

MOOD = Mood.of(Emotion.NEUTRAL, intensity=0.3)


class Quiet:
    """Says everything in silence, half a second a line, but what holds ``못``."""

    name, cache_key = "quiet", "1"

    def voices(self) -> tuple[str, ...]:
        return ()

    def say(self, line: Line) -> Speech:
        if any("못" in word.written for word in line.words):
            raise PyojeongError("말할 수 없습니다.", "Cannot be said.", kind="voice")
        return Speech(Sound.silence(0.5, 24_000), silent(line.words, 0.5))


class StoppedError(Exception):
    """What a person's Ctrl-C is here."""


def film_of(*lines: str) -> Film:
    text = "\n".join(lines)
    starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
    beats = tuple(Beat(at, at + len(line), MOOD, speaker="곰") for at, line in zip(starts, lines, strict=True))
    actors = {"곰": CharacterSource(Character("bear"))}
    format = Format((128, 72), 10)
    return Film(Score(text, MOOD, beats), ("곰",) * len(lines), cast_by_name(["곰"]), actors, "곰", format=format)


def maker(folder: Path) -> FilmMaker:
    return FilmMaker(Quiet(), folder / "films", workers=1)


def test_a_film_whose_folder_goes_while_it_is_drawn_goes_on_where_it_was(tmp_path: Path) -> None:
    film, place = film_of("안녕.", "반가워."), tmp_path / "out"
    place.mkdir()

    def remove(stage: Stage, done: int, whole: int) -> None:
        if stage is Stage.JOINING:
            shutil.rmtree(place, ignore_errors=True)

    with pytest.raises(PyojeongError) as refused:
        maker(tmp_path).make(film, place / "film.mp4", progress=remove)
    assert refused.value.kind == "missing-folder" and str(place) in refused.value.korean
    again = maker(tmp_path).make(film, tmp_path / "film.mp4")
    assert again.drawn == 0
    straight = maker(tmp_path / "elsewhere").make(film, tmp_path / "straight.mp4")
    assert straight.drawn == straight.frames
    assert (tmp_path / "film.mp4").read_bytes() == (tmp_path / "straight.mp4").read_bytes()


def test_a_stopped_film_keeps_its_chunks_and_only_the_damaged_is_drawn_again(tmp_path: Path) -> None:
    film = film_of(*(f"{n}번째 줄." for n in "일이삼사오육칠팔구"))

    def stop(stage: Stage, done: int, whole: int) -> None:
        if stage is Stage.JOINING:
            raise StoppedError

    with pytest.raises(StoppedError):
        maker(tmp_path).make(film, tmp_path / "film.mp4", progress=stop)
    kept = sorted((tmp_path / "films").glob("*.mp4"))
    assert len(kept) >= 3 and not (tmp_path / "film.mp4").exists()
    data = bytearray(kept[0].read_bytes())
    data[len(data) // 2] ^= 0xFF
    kept[0].write_bytes(data)
    made = maker(tmp_path).make(film, tmp_path / "film.mp4")
    assert 0 < made.drawn < made.frames
    with av.open(str(made.path)) as opened:
        assert sum(1 for _ in opened.decode(video=0)) == made.frames


def test_lines_nobody_can_say_are_shown_and_told(tmp_path: Path) -> None:
    made = maker(tmp_path).make(film_of("안녕.", "이 말은 못 해.", "🙂🙂"), tmp_path / "film.mp4")
    assert [beat for beat, _ in made.unsaid] == [1]
    subtitles = made.subtitles[0].read_text("utf-8")
    assert "못 해" in subtitles


def test_a_film_of_one_letter(tmp_path: Path) -> None:
    made = maker(tmp_path).make(film_of("가"), tmp_path / "film.mp4")
    assert made.seconds > 5 and made.path.stat().st_size > 1000


def test_nothing_but_blanks_makes_no_film(tmp_path: Path) -> None:
    empty = replace(film_of("가"), score=Score(" ", MOOD, (Beat(0, 1, MOOD),)))
    with pytest.raises(PyojeongError) as refused:
        maker(tmp_path).make(empty, tmp_path / "film.mp4")
    assert refused.value.kind == "empty-text" and not (tmp_path / "film.mp4").exists()


def test_chunks_that_vanish_before_they_are_joined_are_told(tmp_path: Path) -> None:
    def empty(stage: Stage, done: int, whole: int) -> None:
        if stage is Stage.JOINING:
            shutil.rmtree(tmp_path / "films")

    with pytest.raises(PyojeongError) as refused:
        maker(tmp_path).make(film_of("안녕."), tmp_path / "film.mp4", progress=empty)
    assert refused.value.kind == "lost-chunk" and not (tmp_path / "film.mp4").exists()
    assert maker(tmp_path).make(film_of("안녕."), tmp_path / "film.mp4").drawn > 0
