"""What is said while something is prepared: to a person who waits, and to nobody else."""

from __future__ import annotations

import os
import pty
import sys
import time

import pytest

from pyojeong.interfaces.cli import screen


def said_on_a_terminal(monkeypatch: pytest.MonkeyPatch, seconds: float) -> str:
    """What a terminal shows while `patience` waits ``seconds``."""
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "w", encoding="utf-8") as terminal:
        monkeypatch.setattr(sys, "stderr", terminal)
        with screen.patience():
            time.sleep(seconds)
        terminal.write("END")
        terminal.flush()
        said = os.read(ours, 1000).decode("utf-8")
    os.close(ours)
    return said


def test_a_person_who_waits_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen, "PATIENCE_SECONDS", 0.01)
    assert said_on_a_terminal(monkeypatch, 0.3).count("준비하는 중…") == 1


def test_a_quick_job_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen, "PATIENCE_SECONDS", 60.0)
    assert said_on_a_terminal(monkeypatch, 0.0) == "END"


def test_nobody_is_told_where_nobody_watches(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(screen, "PATIENCE_SECONDS", 0.0)
    with screen.patience():
        time.sleep(0.05)
    assert capfd.readouterr().err == ""
