"""``pyojeong read text``: where the text comes from, what is printed, and every bad text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from pyojeong.emotion import score_json
from pyojeong.interfaces.messages import say

TEXT = "발표를 망쳐서 속상해. 그래도 친구가 와서 기뻐. 그렇다."


@pytest.fixture(autouse=True)
def _reader(word_reader: object) -> None:
    """Every test here reads words."""


def test_json_is_one_score_document_and_nothing_else(pyojeong: Any) -> None:
    said = pyojeong("read", "text", TEXT, "--json")
    document = json.loads(said.out)
    jsonschema.validate(document, score_json.json_schema())
    assert (said.code, said.err, document["text"]) == (0, "", TEXT)


def test_the_score_is_written_to_a_file(pyojeong: Any, tmp_path: Path) -> None:
    said = pyojeong("read", "text", TEXT, "-o", tmp_path / "score.json")
    assert (said.code, said.out, said.err) == (0, f"{tmp_path / 'score.json'}에 저장했습니다 (3문장)\n", "")
    assert score_json.loads((tmp_path / "score.json").read_text(encoding="utf-8")).text == TEXT
    pyojeong("read", "text", TEXT, "-o", tmp_path / "score.csv")
    table = (tmp_path / "score.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(table) == 4 and "발표를 망쳐서 속상해." in table[1]


def test_a_score_is_not_written_as_something_else(pyojeong: Any, tmp_path: Path) -> None:
    said = pyojeong("read", "text", TEXT, "-o", tmp_path / "score.xlsx")
    assert said.code == 2 and ".json, .csv" in said.err
    assert not list(tmp_path.iterdir())


def test_people_see_each_sentence_its_emotion_and_what_is_not_known(pyojeong: Any) -> None:
    said = pyojeong("read", "text", TEXT)
    for word in ("슬픔", "기쁨", "모르겠어요", "발표를 망쳐서 속상해."):
        assert word in said.out
    assert said.err == ""


def test_strength_is_told_without_colour(pyojeong: Any) -> None:
    sad, glad, unknown = pyojeong("read", "text", TEXT).out.splitlines()[:3]
    assert all("━━━━━━·· 0.80" in line for line in (sad, glad))
    assert "━" not in unknown


def test_english_is_spoken_when_asked(pyojeong: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYOJEONG_LANGUAGE", "en")
    assert "sadness" in pyojeong("read", "text", TEXT).out
    assert pyojeong("read", "text", "hello").err == "Korean text is needed.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_is_read_in_any_unicode(pyojeong: Any, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "일기.txt").write_text(TEXT, encoding=encoding)
    said = pyojeong("read", "text", tmp_path / "일기.txt", "--json")
    assert (json.loads(said.out)["text"], said.err) == (TEXT, "")


def test_cp949_is_read_and_said_aloud(pyojeong: Any, tmp_path: Path) -> None:
    (tmp_path / "옛글.txt").write_text(TEXT, encoding="cp949")
    said = pyojeong("read", "text", tmp_path / "옛글.txt", "--json")
    assert json.loads(said.out)["text"] == TEXT
    assert "CP949" in said.err


def test_a_dash_is_stdin(pyojeong: Any) -> None:
    assert json.loads(pyojeong("read", "text", "-", "--json", stdin=TEXT.encode()).out)["text"] == TEXT


def test_an_argument_in_the_terminals_own_encoding_is_read(pyojeong: Any) -> None:
    as_python_gets_it = TEXT.encode("cp949").decode("utf-8", "surrogateescape")
    said = pyojeong("read", "text", as_python_gets_it, "--json")
    assert (json.loads(said.out)["text"], said.code) == (TEXT, 0)


@pytest.mark.parametrize(
    ("text", "words"),
    [("", "한국어"), ("hello there", "한국어"), ("없는글.txt", "없습니다"), ("😀" * 5, "한국어")],
)
def test_bad_text_is_one_line_and_exit_2(pyojeong: Any, text: str, words: str) -> None:
    for option in ([], ["--json"]):
        said = pyojeong("read", "text", text, *option)
        assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
        assert words in said.err


def test_a_picture_is_no_text(pyojeong: Any, pictures: Path) -> None:
    said = pyojeong("read", "text", pictures / "portrait.png")
    assert (said.code, said.out) == (2, "")
    assert "글 파일이 아닙니다" in said.err


def test_a_name_too_long_for_a_file_is_text(pyojeong: Any) -> None:
    assert pyojeong("read", "text", "속상해. " * 500, "--json").code == 0


@pytest.mark.parametrize("arguments", [["read", "text"], ["read", "nose"], ["read", "text", "가", "--jsn"], ["--bad"]])
def test_a_command_that_does_not_exist_is_one_line_with_help(pyojeong: Any, arguments: list[str]) -> None:
    said = pyojeong(*arguments)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert "--help" in said.err


def test_nothing_asked_is_answered_with_help_alone(pyojeong: Any) -> None:
    for arguments in ([], ["read"], ["models"]):
        said = pyojeong(*arguments)
        assert (said.code, said.err) == (2, "")
        assert "--help" in said.out


def test_a_bug_of_ours_is_exit_1_and_says_so(pyojeong: Any, monkeypatch: pytest.MonkeyPatch, word_reader: Any) -> None:
    def broken(text: str) -> None:
        raise RuntimeError("wires crossed")

    monkeypatch.setattr(word_reader, "read", broken)
    said = pyojeong("read", "text", TEXT, "--json")
    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
    assert "wires crossed" in said.err


def test_ctrl_c_is_130(pyojeong: Any, monkeypatch: pytest.MonkeyPatch, word_reader: Any) -> None:
    def interrupted(text: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(word_reader, "read", interrupted)
    said = pyojeong("read", "text", TEXT)
    assert (said.code, said.err) == (130, say("멈췄습니다.\n", "Stopped.\n"))


def test_a_folder_is_not_read_as_a_word(pyojeong: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "사진").mkdir()
    monkeypatch.chdir(tmp_path)
    said = pyojeong("read", "text", "사진")
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert "폴더입니다" in said.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["reed"], "'reed'(이)라는 명령은 없습니다; 'read'인가요"),
        (["read", "zzz"], "'zzz'(이)라는 명령은 없습니다"),
        (["read", "text", "기뻐", "속상"], "쓰이지 않는 말이 있습니다(속상)"),
        (["read", "text", "기뻐", "--workers", "x"], "정수를 적어 주세요"),
    ],
)
def test_what_the_parser_says_is_said_in_korean(pyojeong: Any, arguments: list[str], words: str) -> None:
    said = pyojeong(*arguments)
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert words in said.err
    assert "No such" not in said.err and "Input should" not in said.err
