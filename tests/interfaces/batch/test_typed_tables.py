"""JSON Lines and Parquet, in and out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest

from pyojeong import PyojeongError
from pyojeong.interfaces.batch.json_lines import open_json_lines
from pyojeong.interfaces.batch.orders import table_job
from pyojeong.interfaces.batch.parquet import open_parquet

from .conftest import Run, read_csv, write_csv


def test_json_lines_have_the_columns_that_occur(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        '{"n": 1, "글": "속상해"}\n\n{"글": null, "tag": [1]}\n7\n{oops\n', encoding="utf-8"
    )
    table = open_json_lines(tmp_path / "a.jsonl", "글")
    rows = list(table.rows())
    assert (table.columns, table.count) == (("n", "글", "tag"), 4)
    assert [row.item for row in rows] == ["속상해", "", "", ""]
    assert rows[1].cells == (None, None, [1])
    assert [row.problem and row.problem.kind for row in rows] == [None, None, "broken-line", "broken-line"]


@pytest.mark.parametrize(
    ("content", "kind"),
    [("", "empty-file"), ("\n", "empty-table"), ("3\n", "not-a-table"), ('{"a": 1}\n', "no-such-column")],
)
def test_what_is_no_json_lines_table_is_refused(tmp_path: Path, content: str, kind: str) -> None:
    (tmp_path / "a.jsonl").write_text(content, encoding="utf-8")
    with pytest.raises(PyojeongError) as refused:
        open_json_lines(tmp_path / "a.jsonl", "글")
    assert refused.value.kind == kind


def test_keys_that_are_data_are_no_columns(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("".join(json.dumps({f"k{n}": n}) + "\n" for n in range(1_001)))
    with pytest.raises(PyojeongError, match="JSONL 표가 아닙니다"):
        open_json_lines(tmp_path / "a.jsonl", "k1")


def parquet(path: Path, texts: list[str | None]) -> Path:
    when = pyarrow.array([0] * len(texts), pyarrow.timestamp("ms"))
    columns = {"id": pyarrow.array(range(len(texts)), pyarrow.int16()), "본문": texts, "when": when}
    pyarrow.parquet.write_table(pyarrow.table(columns), path)
    return path


def test_parquet_keeps_its_types_and_gains_ours(run_table: Run, tmp_path: Path) -> None:
    report = run_table(parquet(tmp_path / "a.parquet", ["속상해", None, "기뻐"]), tmp_path / "o.parquet")
    table = pyarrow.parquet.read_table(tmp_path / "o.parquet")
    types = {field.name: str(field.type) for field in table.schema}
    assert (types["id"], types["when"], types["share_joy"], types["unsure"]) == (
        "int16",
        "timestamp[ms]",
        "double",
        "bool",
    )
    assert table.column("emotion").to_pylist() == ["sadness", None, "joy"]
    assert table.column("reason_kind").to_pylist() == [None, "no-korean", None]
    assert dict(report.refused) == {"no-korean": 1}


def test_every_format_tells_the_same(run_table: Run, table: Path, tmp_path: Path) -> None:
    for suffix in ("csv", "jsonl", "parquet"):
        run_table(table, tmp_path / f"o.{suffix}")
    from_lines = [json.loads(line) for line in (tmp_path / "o.jsonl").read_text("utf-8").splitlines()]
    assert pyarrow.parquet.read_table(tmp_path / "o.parquet").to_pylist() == from_lines
    assert [row["emotion"] or "" for row in from_lines] == [row["emotion"] for row in read_csv(tmp_path / "o.csv")]
    assert from_lines[0]["unsure"] is False and from_lines[0]["intensity"] == 0.8


def test_half_a_character_is_spelled_out(run_table: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"본문": "속상해 \\ud83d", "list": ["\\ud83d"]}\n', encoding="utf-8")
    for suffix in ("csv", "jsonl", "parquet"):
        assert run_table(tmp_path / "a.jsonl", tmp_path / f"o.{suffix}").read == 1
    assert pyarrow.parquet.read_table(tmp_path / "o.parquet").column("본문").to_pylist() == ["속상해 \\ud83d"]


def test_content_and_not_the_name_says_what_is_parquet(tmp_path: Path, word_reader: object) -> None:
    path = parquet(tmp_path / "a.parquet", ["속상해"])
    path = path.rename(tmp_path / "a.csv")
    assert table_job(path, "본문", tmp_path / "o.csv").source.columns == ("id", "본문", "when")


def test_damaged_parquet_is_refused(tmp_path: Path) -> None:
    whole = parquet(tmp_path / "a.parquet", ["속상해"] * 100).read_bytes()
    (tmp_path / "b.parquet").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(PyojeongError, match="온전한 Parquet"):
        open_parquet(tmp_path / "b.parquet", "본문")


def test_without_pyarrow_parquet_says_what_to_install_and_csv_works(
    run_table: Run, table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(PyojeongError, match=r"pip install 'pyojeong\[tables\]'"):
        run_table(table, tmp_path / "o.parquet")
    assert run_table(table, tmp_path / "o.csv").rows == 30
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.csv", "o.csv"]


def test_our_columns_step_aside_for_the_tables_own(run_table: Run, tmp_path: Path) -> None:
    write_csv(tmp_path / "a.csv", [["mine", "속상해"]], ["emotion", "본문"])
    run_table(tmp_path / "a.csv", tmp_path / "o.csv")
    (row,) = read_csv(tmp_path / "o.csv")
    assert (row["emotion"], row["pyojeong_emotion"]) == ("mine", "sadness")


def test_added_words_do_not_run_as_formulas(run_table: Run, word_reader: Any, tmp_path: Path) -> None:
    word_reader.WORDS = {**word_reader.WORDS, "=합": next(iter(word_reader.WORDS.values()))}
    write_csv(tmp_path / "a.csv", [["=1+1", "=합 글"]])
    run_table(tmp_path / "a.csv", tmp_path / "o.csv")
    (row,) = read_csv(tmp_path / "o.csv")
    assert (row["번호"], row["words"]) == ("=1+1", "'=합")


def test_cells_that_were_in_no_spreadsheet_yet_do_not_run_as_formulas(run_table: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"본문": "속상해", "@이름": "=1+1", "수": -3}\n', encoding="utf-8")
    run_table(tmp_path / "a.jsonl", tmp_path / "o.csv")
    (row,) = read_csv(tmp_path / "o.csv")
    assert (row["'@이름"], row["수"]) == ("'=1+1", "-3")
