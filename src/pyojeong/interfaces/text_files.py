"""Text files as Korean people have them: Unicode, or the CP949 of older Windows."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from pyojeong.errors import PyojeongError

MAX_TEXT_BYTES = 64_000_000
"""A long novel is 3 MB; above this the file is no text anybody wrote."""

CP949 = "cp949"
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Decoded(NamedTuple):
    """A text, and the encoding it was written in."""

    text: str
    encoding: str


def decoded(data: bytes, name: str) -> Decoded:
    """``data`` as text: UTF-8 with or without a mark, UTF-16 with one, else CP949, which the caller should tell.

    >>> decoded("표정".encode("cp949"), "옛글.txt")
    Decoded(text='표정', encoding='cp949')

    Raises:
        PyojeongError: When it is too large, or neither of them; ``name`` is said in the sentence.
    """
    if len(data) > MAX_TEXT_BYTES:
        raise PyojeongError(
            f"글은 {MAX_TEXT_BYTES // 1_000_000}MB까지 읽는데 {name}은(는) 더 큽니다; 나누어 읽어 주세요.",
            f"Texts up to {MAX_TEXT_BYTES // 1_000_000} MB are read, but {name} is larger; split it.",
            kind="too-large",
        )
    for encoding in ("utf-16",) if data.startswith(_UTF16_MARKS) else ("utf-8-sig", CP949):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return Decoded(text, encoding)
        break
    raise PyojeongError(
        f"{name}은(는) 글 파일이 아닙니다; UTF-8로 저장한 글을 주세요.",
        f"{name} is not a text file; save it as UTF-8 text.",
        kind="encoding",
    )
