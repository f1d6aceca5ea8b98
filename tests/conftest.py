"""What every test shares."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


def pytest_configure(config: pytest.Config) -> None:
    """Every run has a home of its own: nothing of the person's settings, films and voices is seen or left behind."""
    for name in [name for name in os.environ if name.startswith("PYOJEONG_") and name != "PYOJEONG_NO_SKIP"]:
        del os.environ[name]
    home = tempfile.TemporaryDirectory(prefix="pyojeong-tests-", ignore_cleanup_errors=True)
    config.add_cleanup(home.cleanup)
    os.environ["PYOJEONG_HOME"] = home.name


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if skips_are_failures() and terminalreporter.stats.get("skipped"):
        terminalreporter.write_line("PYOJEONG_NO_SKIP is set: the skipped tests above count as failures.", red=True)


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if skips_are_failures() and exitstatus == 0 and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def skips_are_failures() -> bool:
    return os.environ.get("PYOJEONG_NO_SKIP") == "1"
