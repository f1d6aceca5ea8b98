"""JSON documents as files: scores, recipes, expressions."""

from __future__ import annotations

from pathlib import Path

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.failures import mendable


def read_document(path: Path) -> str:
    """The UTF-8 text of a file.

    Raises:
        PyojeongError: When it is missing, may not be read or is no text.
    """
    try:
        with mendable():
            return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as broken:
        korean = f"{path}은(는) UTF-8로 쓴 JSON 파일이 아닙니다."
        raise PyojeongError(korean, f"{path} is not a JSON file in UTF-8.", kind="encoding") from broken


def write_document(path: Path, text: str) -> None:
    """Write ``text`` as UTF-8, whole or not at all; bytes of a file name that are no text are written as escapes.

    Raises:
        PyojeongError: When the place cannot be written.
    """
    from pyojeong.media.writing import write_file

    write_file(path, text.encode("utf-8", "backslashreplace"))
