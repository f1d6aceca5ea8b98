"""Processes of ours say what they were asked to, hide what libraries print, and leave nothing behind."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from pyojeong.errors import PyojeongError
from pyojeong.processes import Worker, cores, granted, refused

SERVER = """
import json, os, signal, sys
from pyojeong.processes import answering

def serve():
    with answering() as answer:
        for line in sys.stdin:
            os.write(1, b"what a library prints\\n")
            asked = json.loads(line)
            told = {"said": asked, "threads": os.environ["OMP_NUM_THREADS"]}
            told["deaf"] = signal.getsignal(signal.SIGINT) is signal.SIG_IGN
            answer(told, asked.encode("utf-8"))
"""


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A module of the test's own, found by every process started from here."""
    (tmp_path / "a_worker_of_the_tests.py").write_text(SERVER, "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return "a_worker_of_the_tests"


def test_it_answers_each_request_and_what_libraries_print_is_not_among_it(
    module: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    worker = Worker(module)
    try:
        for asked in ("안녕", "또"):
            worker.tell(asked)
            assert json.loads(worker.line()) == {"said": asked, "threads": "1", "deaf": True}
            assert worker.data(len(asked.encode("utf-8"))).decode("utf-8") == asked
    finally:
        worker.end()
    assert capfd.readouterr().err.count("what a library prints") == 2


def test_one_that_is_killed_says_no_more_and_ends_quietly_with_a_request_unsent(module: str) -> None:
    worker = Worker(module)
    worker.kill()
    with pytest.raises(BrokenPipeError):
        worker.tell("가" * 200_000)
    assert worker.line() == b""
    worker.end()
    with pytest.raises(ProcessLookupError):
        os.kill(worker.pid, 0)
    with pytest.raises(ValueError, match="closed"):
        worker.tell("누구 없어요?")


def test_one_whose_master_was_killed_ends_without_a_word(module: str, capfd: pytest.CaptureFixture[str]) -> None:
    worker = Worker(module)
    worker.tell("안녕")
    assert worker.line()
    worker._answers.close()
    worker.tell("거기 있어요?")
    assert worker._process.wait(30) == 0
    worker.end()
    assert "Error" not in capfd.readouterr().err


def test_a_failure_arrives_as_it_was_told() -> None:
    with pytest.raises(PyojeongError) as told:
        granted(json.loads(json.dumps(refused(PyojeongError("없습니다.", "It is gone.", kind="missing-file")))))
    assert (told.value.korean, told.value.english, told.value.kind) == ("없습니다.", "It is gone.", "missing-file")
    assert granted({"done": 3}) == {"done": 3}


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="this system lends no cores to single processes")
def test_cores_are_those_this_process_may_use() -> None:
    mine = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(mine)})
    try:
        assert cores() == 1
    finally:
        os.sched_setaffinity(0, mine)
    assert cores() == len(mine)
