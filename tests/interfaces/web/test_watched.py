"""What every page's work has: watchers, and notices a person understands."""

from __future__ import annotations

import logging

import pytest

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.web.watched import Watched


def test_every_watcher_is_told_until_all_are_forgotten() -> None:
    work, told = Watched("the work"), []
    work.watch(lambda: told.append(1))
    work.watch(lambda: told.append(2))
    work.tell()
    work.unwatch()
    work.tell()
    assert told == [1, 2]


def test_a_watcher_may_rebuild_the_screen() -> None:
    work, told = Watched("the work"), []

    def rebuild() -> None:
        work.unwatch()
        work.watch(lambda: told.append("new"))

    work.watch(rebuild)
    work.tell()
    work.tell()
    assert told == ["new"]


def test_only_what_nobody_foresaw_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    work, seen = Watched("the work"), []
    work.watch(lambda: seen.append(work.trouble))
    refusal = PyojeongError("안 됩니다.", "No.", kind="no")
    with caplog.at_level(logging.ERROR):
        work.fail(refusal)
        assert caplog.messages == []
        work.fail(ZeroDivisionError("0"))
        assert caplog.messages == ["the work failed"]
    work.fail(None)
    assert seen[0] is refusal and isinstance(seen[1], ZeroDivisionError) and seen[2] is None
