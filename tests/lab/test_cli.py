"""The laboratory's command line: what it says when the extra is not installed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from pyojeong.lab import cli


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> None:
    monkeypatch.setattr(sys, "argv", ["pyojeong-lab", *map(str, arguments)])
    cli.main()


def test_without_the_extra_one_sentence_says_what_installs_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    from pyojeong.lab.explore import exploring

    def explore(*_: object, **__: object) -> None:
        raise ModuleNotFoundError("No module named 'sklearn'", name="sklearn.metrics")

    monkeypatch.setattr(exploring, "explore", explore)
    with pytest.raises(SystemExit) as ended:
        run(monkeypatch, "explore", "everyday", "-o", tmp_path / "report.html")
    said = capsys.readouterr().err
    assert ended.value.code == 2
    assert said.count("\n") == 1 and "pip install 'pyojeong[lab]'" in said and "sklearn" in said


def test_a_module_of_our_own_that_is_missing_is_a_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise ModuleNotFoundError("No module named 'pyojeong.lab.gone'", name="pyojeong.lab.gone")

    monkeypatch.setattr(cli, "app", broken)
    with pytest.raises(ModuleNotFoundError):
        run(monkeypatch)
