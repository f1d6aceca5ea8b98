"""The text a command was given: written out, in a file, or on stdin."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from pyojeong.errors import PyojeongError
from pyojeong.interfaces import text_files
from pyojeong.interfaces.cli.screen import complain
from pyojeong.interfaces.messages import say
from pyojeong.interfaces.text_files import CP949, MAX_TEXT_BYTES

STDIN = "-"
_TEXT_SUFFIXES = (".txt", ".md", ".text", ".srt", ".csv")


def text_from(argument: str) -> str:
    """The text ``argument`` stands for: ``-`` is stdin, an existing file is read, anything else is the text itself.

    Raises:
        PyojeongError: When it is a folder, or a file is missing, too large or holds no text.
    """
    if argument == STDIN:
        return decoded(sys.stdin.buffer.read(MAX_TEXT_BYTES + 1), "stdin")
    if argument and _holds(Path.is_dir, argument):
        raise PyojeongError(
            f"{argument}은(는) 폴더입니다; 글 파일을 골라 주세요. 그 낱말을 읽으려면 표준 입력(-)으로 주세요.",
            f"{argument} is a folder; choose a text file. To read the word itself, give it on stdin (-).",
            kind="folder",
        )
    if _holds(Path.is_file, argument):
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
    """``data`` as text; that it was CP949 and not UTF-8 is said aloud.

    Raises:
        PyojeongError: When it is too large or no text.
    """
    text, encoding = text_files.decoded(data, name)
    if encoding == CP949:
        complain(
            say(
                f"{name}: UTF-8이 아니어서 CP949(완성형)로 읽었습니다.",
                f"{name}: not UTF-8, so it was read as CP949 (Korean Windows).",
            )
        )
    return text


def _holds(is_such: Callable[[Path], bool], argument: str) -> bool:
    try:
        return is_such(Path(argument))
    except (OSError, ValueError):  # longer than a file name may be, or holding a zero character: it is text
        return False
