"""What ``pyojeong story cast`` shows of a cast."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from pyojeong.emotion import Beat, Emotion, Mood, Score
from pyojeong.interfaces.cli.story import _stand_ins
from pyojeong.interfaces.stories import story_of


def test_who_is_drawn_as_another_kind_is_told_below_the_table() -> None:
    mood = Mood.of(Emotion.JOY)
    speakers = ("너구리", "여우", "[부엉이]")
    score = Score("가. 나. 다.", mood, tuple(Beat(3 * n, 3 * n + 2, mood, speaker=s) for n, s in enumerate(speakers)))
    out = io.StringIO()
    Console(file=out, width=100).print(_stand_ins(story_of(score)))
    told = [line.strip() for line in out.getvalue().splitlines() if "그립니다" in line or "stands in" in line]
    assert [line.split(":")[0] for line in told] == ["너구리", "[부엉이]"]
    alone = Score("가.", mood, (Beat(0, 2, mood, speaker="여우"),))
    assert not _stand_ins(story_of(alone))


@pytest.mark.usefixtures("home", "word_reader")
def test_a_tale_is_shown_as_it_is_written_and_what_was_saved_is_told(pyojeong: Any, tmp_path: Path) -> None:
    tale = tmp_path / "곰.txt"
    tale.write_text('곰의 노래 [/b]\n\n"안녕 [/b] :cat: [end] \x1b[2J친구야." 곰이 말했어요.\n', "utf-8")
    said = pyojeong("story", "cast", tale, "-o", tmp_path / "곰.json", "--cast", tmp_path / "곰.toml")
    assert (said.code, said.err) == (0, "")
    for written in ("곰의 노래 [/b]", "안녕 [/b] :cat: [end] ␛[2J친구야."):
        assert written in " ".join(said.out.split())
    assert "\x1b" not in said.out
    *_, score, cast = said.out.splitlines()
    assert score.startswith(f"{tmp_path / '곰.json'}에 저장했습니다 (")
    assert cast == f"{tmp_path / '곰.toml'}에 저장했습니다 (배역 1)"


@pytest.mark.usefixtures("home", "word_reader")
def test_no_score_is_written_where_the_cast_cannot_be(pyojeong: Any, tmp_path: Path) -> None:
    tale = tmp_path / "곰.txt"
    tale.write_text("곰이 웃었어요.", "utf-8")
    said = pyojeong("story", "cast", tale, "-o", tmp_path / "곰.json", "--cast", tmp_path / "없음" / "곰.toml")
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1) and "없음" in said.err
    assert list(tmp_path.glob("곰.json")) == []


def test_what_a_score_is_saved_as_is_said_in_korean_that_fits(pyojeong: Any, tmp_path: Path) -> None:
    said = pyojeong("story", "cast", tmp_path / "곰.txt", "-o", tmp_path / "곰.txt")
    assert said.code == 2 and said.err.startswith("감정 악보는 .json, .csv 로 저장할 수 있는데 .txt입니다.")
