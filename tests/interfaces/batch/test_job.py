"""A batch from table to table: rows kept, reasons given, stopped and taken up again."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path
from typing import Any

import pytest

from pyojeong import PyojeongError
from pyojeong.interfaces.batch import job, spool
from pyojeong.interfaces.batch.pools import ThisProcess
from pyojeong.interfaces.batch.spool import opened_spool, spool_path

from .conftest import HEADING, Run, read_csv, write_csv


@pytest.fixture(autouse=True)
def _small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A chunk a few rows, so that thirty rows are many chunks."""
    monkeypatch.setattr(job, "ROWS_IN_CHUNK", 4)


def test_one_row_in_is_one_row_out(run_table: Run, table: Path, tmp_path: Path) -> None:
    report = run_table(table, tmp_path / "o.csv")
    rows, before = read_csv(tmp_path / "o.csv"), read_csv(table)
    assert [{name: row[name] for name in HEADING} for row in rows] == before
    assert [row["emotion"] for row in rows[:6]] == ["sadness", "joy", "", "", "anger", "fear"]
    assert [row["emotion_ko"] for row in rows[:2]] == ["슬픔", "기쁨"]
    assert [row["words"] for row in rows[:2]] == ["속상", "기뻐"]
    assert [row["reason_kind"] for row in rows[:4]] == ["", "", "no-korean", "no-korean"]
    assert rows[2]["reason"] == "한국어 글이 필요합니다."
    assert (report.rows, report.read, report.items, dict(report.refused)) == (30, 20, 30, {"no-korean": 10})


def test_what_is_not_known_is_not_guessed(run_table: Run, tmp_path: Path) -> None:
    run_table(write_csv(tmp_path / "a.csv", [[1, "그렇다."]]), tmp_path / "o.csv")
    (row,) = read_csv(tmp_path / "o.csv")
    assert (row["emotion"], row["emotion_ko"], row["unsure"], row["reason"]) == ("", "모르겠어요", "true", "")


def test_a_reader_that_fails_over_one_row_fails_that_row_alone(
    run_table: Run, table: Path, tmp_path: Path, word_reader: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = type(word_reader).read

    def sometimes(text: str) -> Any:
        if "화나" in text:
            raise RuntimeError("wires crossed")
        return read(word_reader, text)

    monkeypatch.setattr(word_reader, "read", sometimes)
    report = run_table(table, tmp_path / "o.csv")
    assert (report.refused["bug"], report.rows) == (5, 30)
    assert "wires crossed" in read_csv(tmp_path / "o.csv")[4]["reason"]


class StoppedError(Exception):
    """Stands for whatever ends a process."""


class StopsAfter(ThisProcess):
    """Ends after some chunks; counts the items it is given."""

    def __init__(self, chunks: int = 10**9) -> None:
        self.chunks = chunks
        self.items = 0

    def results(self, task: Any, chunks: Any) -> Any:
        for number, chunk in enumerate(chunks):
            if number == self.chunks:
                raise StoppedError
            self.items += len(chunk)
            yield task.done(chunk)


@pytest.mark.parametrize("damage", ["none", "torn", "garbage"])
def test_a_stopped_run_goes_on_where_it_was(run_table: Run, table: Path, tmp_path: Path, damage: str) -> None:
    run_table(table, tmp_path / "whole.csv")
    with pytest.raises(StoppedError):
        run_table(table, tmp_path / "o.csv", pool=StopsAfter(3))
    assert not (tmp_path / "o.csv").exists()
    unfinished = spool_path(tmp_path / "o.csv")
    if damage != "none":
        with unfinished.open("ab") as stream:
            stream.write(b'[[["half a ro' if damage == "torn" else b"\xff\xfe\n[]\n")
    rest = StopsAfter()
    report = run_table(table, tmp_path / "o.csv", pool=rest)
    assert (report.resumed, rest.items) == (12, 18)
    assert (tmp_path / "o.csv").read_bytes() == (tmp_path / "whole.csv").read_bytes()
    assert not unfinished.exists()


def test_progress_starts_where_the_earlier_run_ended(run_table: Run, table: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    with pytest.raises(StoppedError):
        run_table(table, tmp_path / "o.csv", pool=StopsAfter(5))
    run_table(table, tmp_path / "o.csv", watch=lambda done, of: told.append((done, of)))
    assert told == [(20, 30), (24, 30), (28, 30), (30, 30)]


def test_another_input_begins_anew_and_says_so(run_table: Run, table: Path, tmp_path: Path) -> None:
    with pytest.raises(StoppedError):
        run_table(table, tmp_path / "o.csv", pool=StopsAfter(3))
    write_csv(table, [[1, "기뻐"]])
    report = run_table(table, tmp_path / "o.csv")
    assert (report.resumed, report.rows) == (0, 1)
    assert "처음부터" in report.notices[0][0]


def test_another_model_or_language_begins_anew(
    run_table: Run, table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for change in (
        lambda: monkeypatch.setattr(job, "_models_digest", lambda: "other"),
        lambda: monkeypatch.setenv("PYOJEONG_LANGUAGE", "en"),
    ):
        with pytest.raises(StoppedError):
            run_table(table, tmp_path / "o.csv", pool=StopsAfter(3))
        change()
        assert run_table(table, tmp_path / "o.csv").resumed == 0


def test_two_runs_into_one_output_do_not_mix(tmp_path: Path) -> None:
    pytest.importorskip("fcntl", reason="locks of POSIX")
    with opened_spool(tmp_path / "o.csv", {"input": "a"}) as first:
        first.append([[["kept"]]])
        with pytest.raises(PyojeongError) as busy, opened_spool(tmp_path / "o.csv", {"input": "a"}):
            pass
        assert busy.value.kind == "busy"
    with opened_spool(tmp_path / "o.csv", {"input": "a"}) as again:
        assert (again.done, list(again.items())) == (1, [[["kept"]]])


def test_a_full_disk_is_a_sentence_and_keeps_what_was_read(
    run_table: Run, table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = os.fsync
    calls = iter(range(100))

    def full(descriptor: int) -> None:
        if next(calls) == 2:
            raise OSError(28, "No space left on device")
        kept(descriptor)

    monkeypatch.setattr(spool.os, "fsync", full)
    with pytest.raises(PyojeongError) as refused:
        run_table(table, tmp_path / "o.csv")
    assert refused.value.kind == "disk-full"
    assert run_table(table, tmp_path / "o.csv").resumed >= 8


def test_a_table_that_cannot_be_written_leaves_nothing_half(
    run_table: Run, table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pyojeong.interfaces.batch import writers

    whole = writers.CsvWriter.write

    def full(self: Any, cells: Any) -> None:
        if cells[0] == "9":
            raise OSError(28, "No space left on device")
        whole(self, cells)

    monkeypatch.setattr(writers.CsvWriter, "write", full)
    with pytest.raises(PyojeongError) as refused:
        run_table(table, tmp_path / "o.csv")
    assert refused.value.kind == "disk-full"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.csv", "o.csv.unfinished"]


def test_memory_holds_a_few_chunks_however_long_the_table(tmp_path: Path, word_reader: object) -> None:
    """Rows are made on demand and never more than a window ahead of what is kept."""
    from pyojeong.interfaces.batch.job import Job
    from pyojeong.interfaces.batch.pools import AHEAD, Processes
    from pyojeong.interfaces.batch.source import Row
    from pyojeong.interfaces.batch.tasks import Task

    made: list[int] = []
    ahead: list[int] = []

    class Endless:
        columns, count, digest, notice = ("n",), 400, "x", None

        def rows(self) -> Any:
            for n in range(self.count):
                made.append(n)
                yield Row((n,), "")

    def watch(done: int, of: int) -> None:
        ahead.append(len(made) - done)

    job.run(Job(Endless(), Task("text"), tmp_path / "o.jsonl"), Processes(1), watch)
    assert max(ahead) <= (AHEAD + 1) * job.ROWS_IN_CHUNK
    lines = (tmp_path / "o.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["n"] for line in lines] == list(range(400))
    assert threading.active_count() < 20
