"""CSV and TSV in the shapes people have them."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pyojeong import PyojeongError
from pyojeong.interfaces.batch import decoding, delimited
from pyojeong.interfaces.batch.delimited import open_delimited
from pyojeong.interfaces.batch.source import MOST_COLUMNS

from .conftest import HEADING, write_csv

ROWS = '번호,본문\n1,속상해\n2,"기뻐, 정말"\n'


def items(path: Path, column: str = "본문") -> list[str]:
    return [row.item for row in open_delimited(path, column).rows()]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
def test_every_encoding_of_korean_tables_is_told_apart(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.csv").write_text(ROWS, encoding=encoding)
    table = open_delimited(tmp_path / "a.csv", "본문")
    assert [row.item for row in table.rows()] == ["속상해", "기뻐, 정말"]
    assert (table.count, table.columns) == (2, ("번호", "본문"))
    assert (table.notice is not None) == (encoding == "cp949")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends_are_found(tmp_path: Path, delimiter: str, ends: str) -> None:
    text = f'번호{delimiter}본문{ends}1{delimiter}"a{delimiter}b"{ends}{ends}2{delimiter}글'
    (tmp_path / "a.csv").write_text(text, encoding="utf-8", newline="")
    assert items(tmp_path / "a.csv") == [f"a{delimiter}b", "글"]


def test_a_tab_separated_corpus_with_plain_quotes_loses_no_row(tmp_path: Path) -> None:
    lines = ["id\tdocument\tlabel", '1\t"울면서 봤다\t1', "2\t별로\t0", '3\t끝"\t1', '4\t그는 "왜"\t0']
    (tmp_path / "nsmc.txt").write_text("\n".join(lines), encoding="utf-8")
    assert items(tmp_path / "nsmc.txt", "document") == ['"울면서 봤다', "별로", '끝"', '그는 "왜"']


def test_a_spreadsheets_tsv_keeps_its_quoted_line_breaks(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text('번호\t본문\n1\t"첫 줄\n둘째 줄"\n2\t"그는 ""응"""\n', encoding="utf-8")
    assert items(tmp_path / "a.tsv") == ["첫 줄\n둘째 줄", '그는 "응"']


def test_a_field_of_a_million_characters_is_one_field(tmp_path: Path) -> None:
    write_csv(tmp_path / "a.csv", [[1, "가" * 1_000_000], [2, "나"]])
    assert [len(item) for item in items(tmp_path / "a.csv")] == [1_000_000, 1]


def test_a_row_cut_by_a_comma_says_so_and_a_short_one_is_filled(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("번호,본문,점수\n1,속상해, 정말,3\n2\n", encoding="utf-8")
    wide, short = open_delimited(tmp_path / "a.csv", "본문").rows()
    assert wide.problem is not None and (wide.problem.kind, wide.item) == ("ragged-row", "")
    assert (short.cells, short.item, short.problem) == (("2", "", ""), "", None)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "empty-file"),
        (b"\n\n", "empty-file"),
        ("번호,본문\n".encode(), "empty-table"),
        (b"PK\x03\x04" + bytes(60), "not-a-table"),
        (b"\x89PNG\r\n" + bytes(range(256)) * 4, "not-a-table"),
        ("번호,본문\n1,가\0나".encode(), "not-a-table"),
        ("번호,글\n1,가\n".encode(), "no-such-column"),
        ('번호,본문\n1,"열고 닫지 않음\n2,가\n'.encode(), "open-quote"),
    ],
)
def test_what_is_no_table_is_refused_before_anything_is_read(tmp_path: Path, content: bytes, kind: str) -> None:
    (tmp_path / "a.csv").write_bytes(content)
    with pytest.raises(PyojeongError) as refused:
        open_delimited(tmp_path / "a.csv", "본문")
    assert refused.value.kind == kind


def test_a_missing_column_is_answered_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(PyojeongError, match="있는 칸: 번호, 본문"):
        open_delimited(write_csv(tmp_path / "a.csv", [[1, "가"]]), "글")


def test_a_heading_as_wide_as_a_line_is_refused_at_once(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [["가"]], ["본문"] * MOST_COLUMNS)
    assert open_delimited(path, f"본문_{MOST_COLUMNS}").column == MOST_COLUMNS - 1
    write_csv(path, [["가"]], ["본문"] * 200_000)
    with pytest.raises(PyojeongError, match="200,000개") as refused:
        open_delimited(path, "본문")
    assert refused.value.kind == "not-a-table"


def test_names_that_look_like_numbered_ones_stay_apart(tmp_path: Path) -> None:
    heading = ["글_2", "글", "글", "글", "글_2", "", "column_6"]
    table = open_delimited(write_csv(tmp_path / "a.csv", [["가"] * 7], heading), "글")
    assert table.columns == ("글_2", "글", "글_3", "글_4", "글_2_2", "column_6", "column_6_2")


def test_many_equal_names_are_numbered_in_time_that_grows_with_them() -> None:
    started = time.process_time()
    assert len(set(delimited._named(["글"] * 100_000))) == 100_000
    assert time.process_time() - started < 10, "trying every number anew takes minutes"


def test_the_line_of_an_open_quotation_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('번호,본문\n1,"두\n줄"\n2,"열림\n3,가\n', encoding="utf-8")
    with pytest.raises(PyojeongError, match="4번째 줄"):
        open_delimited(tmp_path / "a.csv", "본문")


def test_an_endless_line_is_refused_without_being_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "LONGEST_LINE", 1_000)
    (tmp_path / "bytes.csv").write_text("번호,본문\n1," + "가" * 5_000, encoding="utf-8")
    with pytest.raises(PyojeongError, match="2번째 줄") as refused:
        open_delimited(tmp_path / "bytes.csv", "본문")
    assert refused.value.kind == "line-too-long"


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path) -> None:
    table = open_delimited(write_csv(tmp_path / "a.csv", [[1, "가"]]), "본문")
    with (tmp_path / "a.csv").open("a", encoding="utf-8") as stream:
        stream.write("2,나\n")
    with pytest.raises(PyojeongError) as refused:
        list(table.rows())
    assert refused.value.kind == "input-changed"


CELLS = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=30)


@given(st.lists(CELLS, min_size=1, max_size=8))
def test_whatever_a_csv_writer_wrote_is_read_back(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    path = write_csv(tmp_path_factory.mktemp("any") / "a.csv", [[n, text] for n, text in enumerate(texts)], HEADING)
    assert items(path) == texts
