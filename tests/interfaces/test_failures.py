"""Failures of the machine, said so that a person can mend them; and settings that do not fit."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from pyojeong import PyojeongError
from pyojeong.interfaces.failures import mendable, person_error, sentence_of
from pyojeong.interfaces.messages import MOST, error_json, say, sentence
from pyojeong.interfaces.settings import settings


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.ENOENT, errno.EISDIR, errno.ENOTDIR])
def test_a_failure_the_person_can_mend_has_a_sentence(number: int) -> None:
    known = person_error(OSError(number, "system words", "사진.png"))
    assert known is not None
    assert "system words" not in known.korean + known.english and "사진.png" in known.korean


@pytest.mark.parametrize("number", [errno.ENAMETOOLONG, errno.ELOOP])
def test_a_name_that_leads_nowhere_has_a_sentence(number: int) -> None:
    known = person_error(OSError(number, "system words", "사진.png"))
    assert known is not None and "system words" not in known.korean + known.english


def test_a_bug_has_none() -> None:
    assert person_error(RuntimeError("x")) is None
    assert person_error(OSError("no number")) is None


def test_the_language_is_the_persons(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYOJEONG_LANGUAGE", raising=False)
    assert say("가", "a") == "가"
    monkeypatch.setenv("PYOJEONG_LANGUAGE", "EN")
    assert say("가", "a") == "a"
    assert sentence(PyojeongError("가\n나", "a\nb")) == "a b"


def test_what_a_sentence_repeats_neither_floods_nor_steers_a_terminal() -> None:
    told = sentence(PyojeongError("이런 이름은 없습니다: \x1b[2J" + "가" * 100_000 + "; 다른 이름을 주세요.", "x"))
    assert len(told) <= MOST and "\x1b" not in told
    assert told.startswith("이런 이름은") and told.endswith("다른 이름을 주세요.")


def test_a_setting_that_does_not_fit_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYOJEONG_MAX_MEGAPIXELS", "-3")
    settings.cache_clear()
    try:
        with pytest.raises(PyojeongError) as refusal:
            settings()
    finally:
        settings.cache_clear()
    assert "PYOJEONG_MAX_MEGAPIXELS" in refusal.value.korean


def test_what_the_system_refuses_is_raised_as_its_sentence_and_a_bug_as_it_is(tmp_path: Path) -> None:
    with pytest.raises(PyojeongError) as told, mendable():
        (tmp_path / "없음.txt").read_text()
    assert told.value.kind == "missing-file" and isinstance(told.value.__cause__, FileNotFoundError)
    with pytest.raises(OSError, match="no number"), mendable():
        raise OSError("no number")
    assert sentence_of(OSError(errno.EACCES, "x", "가.png")).kind == "no-permission"
    assert sentence_of(RuntimeError("inside")).kind == "internal"


def test_a_program_is_told_an_error_without_what_steers_terminals() -> None:
    told = error_json(PyojeongError("가\x07", "a\x07", kind="any"))
    assert told == {"kind": "any", "message": "가\\x07", "message_en": "a\\x07"}
