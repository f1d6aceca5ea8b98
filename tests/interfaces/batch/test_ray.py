"""The same reading on a Ray of two workers, started for the test and ended with it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from .conftest import write_csv

ROWS = 700
TEXTS = ("오늘 발표를 망쳐서 너무 속상해.", "드디어 합격했다!", "", "hello", "밤길이 무서웠다.")
#: A process of its own: Ray leaves threads, sockets and warnings behind that no other test should meet.
PROGRAM = """
    import sys
    import ray
    from pyojeong.interfaces.cli.app import run

    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
    code = run(["read", "text", sys.argv[1], "--column", "본문", "-o", sys.argv[2], "--ray", "--json"])
    ray.shutdown()
    sys.exit(code)
"""


@pytest.mark.slow
def test_a_cluster_of_two_reads_what_this_process_reads(tmp_path: Path) -> None:
    pytest.importorskip("ray", reason="ray is in the scale extra")
    from pyojeong.interfaces.batch import job
    from pyojeong.interfaces.batch.orders import table_job
    from pyojeong.interfaces.batch.pools import ThisProcess

    table = write_csv(tmp_path / "a.csv", [[n, f"{TEXTS[n % 5]}"] for n in range(ROWS)])
    command = [sys.executable, "-c", textwrap.dedent(PROGRAM), str(table), str(tmp_path / "ray.csv")]
    environment = {**os.environ, "RAY_USAGE_STATS_ENABLED": "0", "OMP_NUM_THREADS": "1"}
    said = subprocess.run(command, capture_output=True, text=True, timeout=240, env=environment, check=False)
    assert said.returncode == 0, said.stderr
    document = json.loads(said.stdout)
    job.run(table_job(table, "본문", tmp_path / "here.csv"), ThisProcess(), lambda done, of: None)
    assert (document["where"], document["workers"], document["rows"]) == ("ray", 2, ROWS)
    assert (tmp_path / "ray.csv").read_bytes() == (tmp_path / "here.csv").read_bytes()


def test_without_ray_one_sentence_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, word_reader: object
) -> None:
    from pyojeong import PyojeongError
    from pyojeong.interfaces.batch.orders import pool_for, table_job

    asked = table_job(write_csv(tmp_path / "a.csv", [[1, "가"]]), "본문", tmp_path / "o.csv")
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(PyojeongError, match=r"pip install 'pyojeong\[scale\]'"):
        pool_for(asked, None, on_ray=True)
    monkeypatch.setenv("RAY_ADDRESS", "somewhere:6379")
    with pytest.raises(PyojeongError, match=r"RAY_ADDRESS"):
        pool_for(asked, None, on_ray=False)


def test_an_address_where_nobody_answers_is_a_sentence_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, word_reader: object
) -> None:
    pytest.importorskip("ray", reason="ray is in the scale extra")
    from pyojeong import PyojeongError
    from pyojeong.interfaces.batch.orders import pool_for, table_job

    asked = table_job(write_csv(tmp_path / "a.csv", [[1, "가"]]), "본문", tmp_path / "o.csv")
    monkeypatch.setenv("RAY_ADDRESS", "127.0.0.1:1")
    with pytest.raises(PyojeongError, match=r"127\.0\.0\.1:1") as refused:
        pool_for(asked, None, on_ray=False)
    assert refused.value.kind == "no-cluster"
