"""What every test shares."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if skips_are_failures() and terminalreporter.stats.get("skipped"):
        terminalreporter.write_line("PYOJEONG_NO_SKIP is set: the skipped tests above count as failures.", red=True)


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if skips_are_failures() and exitstatus == 0 and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def skips_are_failures() -> bool:
    return os.environ.get("PYOJEONG_NO_SKIP") == "1"
