"""The text a command was given: written out, in a file, or on stdin."""

from __future__ import annotations

import codecs
import contextlib
import os
import sys
from pathlib import Path

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.cli.screen import complain
from pyojeong.interfaces.messages import say

STDIN = "-"
MAX_TEXT_BYTES = 64_000_000
"""A long novel is 3 MB; above this the file is no text anybody wrote."""

_TEXT_SUFFIXES = (".txt", ".md", ".text", ".srt", ".csv")
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def text_from(argument: str) -> str:
    """The text ``argument`` stands for: ``-`` is stdin, an existing file is read, anything else is the text itself.

    Raises:
        PyojeongError: When a file is missing, too large or holds no text.
    """
    if argument == STDIN:
        return decoded(sys.stdin.buffer.read(MAX_TEXT_BYTES + 1), "stdin")
    if _is_file(argument):
        with Path(argument).open("rb") as stream:
            return decoded(stream.read(MAX_TEXT_BYTES + 1), argument)
    if argument.lower().endswith(_TEXT_SUFFIXES) and not any(c.isspace() for c in argument):
        raise PyojeongError(
            f"{argument} 파일이 없습니다; 이름과 폴더를 확인해 주세요.",
            f"There is no file {argument}; check its name and folder.",
            kind="missing-file",
        )
    return decoded(os.fsencode(argument), "argument")  # a terminal in another locale hands us its own bytes


def decoded(data: bytes, name: str) -> str:
    """``data`` as text: UTF-8 with or without a mark, UTF-16 with one, else CP949, which is said aloud.

    Raises:
        PyojeongError: When it is too large, or neither of them.
    """
    if len(data) > MAX_TEXT_BYTES:
        raise PyojeongError(
            f"글은 {MAX_TEXT_BYTES // 1_000_000}MB까지 읽는데 {name}은(는) 더 큽니다; 나누어 읽어 주세요.",
            f"Texts up to {MAX_TEXT_BYTES // 1_000_000} MB are read, but {name} is larger; split it.",
            kind="too-large",
        )
    if data.startswith(_UTF16_MARKS):
        return _strictly(data, "utf-16", name)
    with contextlib.suppress(UnicodeDecodeError):
        data.decode("utf-8-sig")
        return _strictly(data, "utf-8-sig", name)
    text = _strictly(data, "cp949", name)
    complain(
        say(
            f"{name}: UTF-8이 아니어서 CP949(완성형)로 읽었습니다.",
            f"{name}: not UTF-8, so it was read as CP949 (Korean Windows).",
        )
    )
    return text


def _is_file(argument: str) -> bool:
    try:
        return Path(argument).is_file()
    except (OSError, ValueError):  # longer than a file name may be, or holding a zero character: it is text
        return False


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise PyojeongError(
            f"{name}은(는) 글 파일이 아닙니다; UTF-8로 저장한 글을 주세요.",
            f"{name} is not a text file; save it as UTF-8 text.",
            kind="encoding",
        )
    return text
