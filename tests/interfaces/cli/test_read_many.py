"""``pyojeong read text TABLE --column`` and ``read face DIR -o``: what is printed, refused and kept."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from pyojeong.interfaces.batch import job
from pyojeong.interfaces.batch.pools import ThisProcess
from pyojeong.interfaces.schemas import batch_schema


@pytest.fixture
def table(tmp_path: Path, word_reader: object) -> Path:
    with (tmp_path / "일기.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([["날", "본문"], [1, "속상해."], [2, ""], [3, "기뻐."]])
    return tmp_path / "일기.csv"


def test_json_is_one_summary_and_nothing_else(pyojeong: Any, table: Path, tmp_path: Path) -> None:
    said = pyojeong("read", "text", table, "--column", "본문", "-o", tmp_path / "o.csv", "--json")
    document = json.loads(said.out)
    jsonschema.validate(document, batch_schema())
    assert (said.code, said.err) == (0, "")
    assert (document["rows"], document["read"], document["refused"]) == (3, 2, {"no-korean": 1})


def test_people_see_where_it_is_and_what_was_not_read(pyojeong: Any, table: Path, tmp_path: Path) -> None:
    said = pyojeong("read", "text", table, "--column", "본문", "-o", tmp_path / "o.csv")
    assert said.code == 0 and said.err == ""
    assert "3행을 저장했습니다" in said.out.replace("\n", "") and "no-korean 1" in said.out


def test_cp949_is_said_aloud(pyojeong: Any, tmp_path: Path, word_reader: object) -> None:
    (tmp_path / "a.csv").write_text("본문\n속상해\n", encoding="cp949")
    said = pyojeong("read", "text", tmp_path / "a.csv", "--column", "본문", "-o", tmp_path / "o.csv")
    assert said.code == 0 and "CP949" in said.err and said.err.count("\n") == 1


def test_every_refusal_is_one_line_and_leaves_nothing(pyojeong: Any, table: Path, tmp_path: Path) -> None:
    ordered = [
        ([table, "--column", "글", "-o", tmp_path / "o.csv"], "있는 칸: 날, 본문"),
        ([table, "--column", "본문"], "-o 결과.csv"),
        ([table], "--column 본문"),
        ([tmp_path / "none.csv", "--column", "본문", "-o", tmp_path / "o.csv"], "없습니다"),
        ([tmp_path, "--column", "본문", "-o", tmp_path / "o.csv"], "폴더입니다"),
        ([table, "--column", "본문", "-o", table], "덮어쓰지 않으니"),
        ([table, "--column", "본문", "-o", tmp_path], "저장할 수 있는데"),
        ([table, "--column", "본문", "-o", tmp_path / "none" / "o.csv"], "폴더가 없습니다"),
        ([table, "--column", "본문", "-o", tmp_path / "o.xlsx"], ".csv, .jsonl, .parquet"),
        ([table, "--column", "본문", "-o", tmp_path / "o.csv", "--workers", "0"], "--workers"),
    ]
    for arguments, words in ordered:
        said = pyojeong("read", "text", *arguments)
        assert (said.code, said.out, said.err.count("\n")) == (2, "", 1), arguments
        assert words in said.err
    assert [path.name for path in tmp_path.iterdir()] == ["일기.csv"]


def test_ctrl_c_says_what_is_kept_and_the_same_command_goes_on(
    pyojeong: Any, table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = ("read", "text", table, "--column", "본문", "-o", tmp_path / "o.csv", "--json")
    results = ThisProcess.results

    def interrupted(self: Any, task: Any, chunks: Any) -> Any:
        yield next(results(self, task, chunks))
        raise KeyboardInterrupt

    monkeypatch.setattr(job, "ROWS_IN_CHUNK", 2)
    monkeypatch.setattr(ThisProcess, "results", interrupted)
    said = pyojeong(*order, "--workers", 1)
    assert (said.code, said.out) == (130, "")
    assert "3개 가운데 2개까지" in said.err
    monkeypatch.setattr(ThisProcess, "results", results)
    assert json.loads(pyojeong(*order, "--workers", 1).out)["resumed_items"] == 2


def test_a_folder_of_pictures_is_a_table(pyojeong: Any, pictures: Path, tmp_path: Path) -> None:
    folder = tmp_path / "사진"
    folder.mkdir()
    for name in ("portrait.png", "nobody.png"):
        shutil.copy(pictures / name, folder)
    said = pyojeong("read", "face", folder, "-o", tmp_path / "o.csv", "--json")
    document = json.loads(said.out)
    jsonschema.validate(document, batch_schema())
    assert (said.code, document["rows"], document["refused"]) == (0, 2, {"no-face": 1})
    said = pyojeong("read", "face", folder)
    assert (said.code, said.err.count("\n")) == (2, 1) and "-o 결과.csv" in said.err
