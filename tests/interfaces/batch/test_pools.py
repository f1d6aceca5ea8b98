"""Processes do what this process does, in order; they may die and may be stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from typing import Any

import pytest

from pyojeong import PyojeongError, processes
from pyojeong.interfaces.batch import orders, pools
from pyojeong.interfaces.batch.orders import pool_for, table_job
from pyojeong.interfaces.batch.pools import Processes, ThisProcess
from pyojeong.interfaces.batch.spool import spool_path
from pyojeong.interfaces.batch.tasks import Task

from .conftest import write_csv

CHUNKS = [["속상해.", "기뻐"], [""], ["화가 난다", "속상해.", "hello"], ["무서워"]]
REFUSED = [["hello", ""], ["?"], ["abc"]]
"""Nothing to read: workers answer these without loading what splits sentences, in a tenth of the time."""
TEXT = Task("text")


def test_processes_say_what_this_process_says_in_order() -> None:
    here = list(ThisProcess().results(TEXT, CHUNKS))
    assert list(Processes(2).results(TEXT, CHUNKS)) == here
    assert [len(rows) for rows in here] == [2, 1, 3, 1]


def test_a_worker_that_dies_is_replaced_and_nothing_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    killed: list[int] = []
    hire = pools._Crew._hire

    def mortal(crew: Any) -> Any:
        worker = hire(crew)
        if not killed:
            killed.append(worker.pid)
            worker.kill()
        return worker

    monkeypatch.setattr(pools._Crew, "_hire", mortal)
    assert list(Processes(1).results(TEXT, REFUSED)) == list(ThisProcess().results(TEXT, REFUSED))
    assert killed


def test_workers_that_keep_dying_are_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes.sys, "executable", "/bin/false")
    with pytest.raises(PyojeongError) as refused:
        list(Processes(1).results(TEXT, REFUSED))
    assert refused.value.kind == "worker-died"


def test_no_process_outlives_its_pool() -> None:
    others = _children()
    results = Processes(2).results(TEXT, iter(REFUSED))
    next(results)
    hired = _children() - others
    results.close()
    assert len(hired) == 2 and not hired & _children()


def _children() -> set[str]:
    """Processes of ours, except zombies."""
    found = set()
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            lines = dict(line.split(":\t", 1) for line in status.read_text().splitlines() if ":\t" in line)
        except (OSError, ValueError):
            continue
        if lines.get("PPid", "").strip() == str(os.getpid()) and not lines["State"].startswith("Z"):
            found.add(lines["Pid"])
    return found


def test_who_does_the_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, word_reader: object) -> None:
    monkeypatch.delenv("RAY_ADDRESS", raising=False)
    small = table_job(write_csv(tmp_path / "a.csv", [[1, "가"]]), "본문", tmp_path / "o.csv")
    large = table_job(write_csv(tmp_path / "b.csv", [[1, "가"]] * 300), "본문", tmp_path / "o.csv")
    assert pool_for(small, 8, on_ray=False).where == "process"
    assert (pool_for(large, 8, on_ray=False).where, pool_for(large, 8, on_ray=False).workers) == ("processes", 3)
    assert pool_for(large, 1, on_ray=False).where == "process"
    for workers in (0, -1, orders.MOST_WORKERS + 1):
        with pytest.raises(PyojeongError, match="--workers"):
            pool_for(large, workers, on_ray=False)


SCRIPT = """
    import sys, pyojeong
    pyojeong.read_table(sys.argv[1], "본문", sys.argv[2], workers=2)
"""


def test_a_script_without_a_main_guard_works_and_a_killed_one_goes_on(tmp_path: Path) -> None:
    texts = ["오늘 발표를 망쳐서 너무 속상해.", "드디어 합격했다! 기쁘다.", "밤길이 무서웠다."]
    table = write_csv(tmp_path / "a.csv", [[n, f"{texts[n % 3]} {n}번째."] for n in range(700)])
    script = tmp_path / "script.py"
    script.write_text(textwrap.dedent(SCRIPT), encoding="utf-8")
    out = tmp_path / "o.csv"
    command = [sys.executable, str(script), str(table), str(out)]
    with subprocess.Popen(command) as process:
        deadline = time.monotonic() + 120
        while _lines(spool_path(out)) < 2 and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.02)
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=10)
    kept = _lines(spool_path(out))
    assert kept >= 2 and not out.exists()
    assert subprocess.run(command, check=True, timeout=240, capture_output=True).stderr == b""
    rows = out.read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) == 701
    assert [row.split(",", 1)[0] for row in rows[1:]] == [str(n) for n in range(700)]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "o.csv", "script.py"]


def _lines(path: Path) -> int:
    return path.read_bytes().count(b"\n") if path.exists() else 0
