"""Large text files line by line: which encoding they are in, and lines no longer than a table's can be."""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.batch.source import changed
from pyojeong.interfaces.text_files import CP949

LONGEST_LINE = 16_000_000
"""Characters; the longest text that is read has 300,000. Above this a file is no table, and holding it costs memory."""
_BLOCK = 1 << 20
_BYTES_A_CHARACTER = 4
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ZIP, _OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file known to be text from its first to its last byte.

    Attributes:
        path: Where it is.
        encoding: As Python names it; ``utf-8-sig`` reads UTF-8 with and without a mark.
        digest: Hex SHA-256 of its bytes.
        state: Its size and time of change when it was looked at.
    """

    path: Path
    encoding: str
    digest: str
    state: tuple[int, int]

    def lines(self) -> Iterator[str]:
        r"""Its lines with their ends, ``\r\n`` as it stands.

        Raises:
            PyojeongError: When one is longer than `LONGEST_LINE`, before it is held whole; after the last, when the
                file is no longer the one that was looked at.
        """
        with self.path.open(encoding=self.encoding, newline="") as stream:
            number = 0
            while line := stream.readline(LONGEST_LINE):
                number += 1
                if len(line) >= LONGEST_LINE:
                    raise _long_line(self.path, number)
                yield line
        if file_state(self.path) != self.state:
            raise changed(str(self.path))

    @property
    def notice(self) -> tuple[str, str] | None:
        """That it was read as CP949, where it was."""
        if self.encoding != CP949:
            return None
        name = self.path.name
        return (
            f"{name}: UTF-8이 아니어서 CP949(완성형)로 읽었습니다.",
            f"{name}: not UTF-8, so it was read as CP949 (Korean Windows).",
        )


@dataclass(frozen=True, slots=True)
class TextTable:
    """What every table in a text file is: the file, and what is known of it before a row is read.

    Attributes:
        text: The file.
    """

    text: TextFile

    @property
    def digest(self) -> str:
        """Of the file's bytes."""
        return self.text.digest

    @property
    def notice(self) -> tuple[str, str] | None:
        """Which encoding, where that is unusual."""
        return self.text.notice


def text_file(path: Path) -> TextFile:
    """The file, once every byte of it has been looked at: UTF-8, UTF-16 with a mark, else CP949.

    Raises:
        PyojeongError: When it is empty, a spreadsheet's own format, or no text.
    """
    state = file_state(path)
    with path.open("rb") as stream:
        head = stream.read(4)
    _refuse_binary(head, path)
    encodings = ("utf-16",) if head.startswith(_UTF16_MARKS) else ("utf-8-sig", CP949)
    digest, length = hashlib.sha256(), _LineLength(path)
    fitting = {name: codecs.getincrementaldecoder(name)() for name in encodings}
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
            length.watch(block)
            fitting = {name: decoder for name, decoder in fitting.items() if _fits(decoder, block)}
            if not fitting:
                raise _no_text(path)
    kept = [name for name, decoder in fitting.items() if _fits(decoder, b"", final=True)]
    if not kept:
        raise _no_text(path)
    return TextFile(path, kept[0], digest.hexdigest(), state)


def file_state(path: Path) -> tuple[int, int]:
    """Size and time of change."""
    found = path.stat()
    return found.st_size, found.st_mtime_ns


class _LineLength:
    """Refuses a line that goes on and on as soon as it does, not at the end of a file of gigabytes."""

    def __init__(self, path: Path) -> None:
        self._path, self._number, self._bytes = path, 1, 0

    def watch(self, block: bytes) -> None:
        end = max(block.rfind(b"\n"), block.rfind(b"\r"))
        self._number += block.count(b"\n")
        self._bytes = len(block) - end - 1 if end >= 0 else self._bytes + len(block)
        if self._bytes > _BYTES_A_CHARACTER * LONGEST_LINE:
            raise _long_line(self._path, self._number)


def _fits(decoder: codecs.IncrementalDecoder, block: bytes, *, final: bool = False) -> bool:
    try:
        return "\0" not in decoder.decode(block, final)
    except UnicodeDecodeError:
        return False


def _refuse_binary(head: bytes, path: Path) -> None:
    if not head:
        raise PyojeongError(f"{path}은(는) 빈 파일입니다.", f"{path} is an empty file.", kind="empty-file")
    if head in (_ZIP, _OLD_EXCEL):
        raise PyojeongError(
            f"{path}은(는) 엑셀이나 압축 파일인 듯합니다; 엑셀에서 'CSV UTF-8'로 저장해 주세요.",
            f"{path} seems to be a spreadsheet or an archive; save it as 'CSV UTF-8'.",
            kind="not-a-table",
        )


def _no_text(path: Path) -> PyojeongError:
    return PyojeongError(
        f"{path}은(는) 표가 아닙니다; UTF-8이나 CP949로 쓴 CSV·TSV·JSONL, 또는 Parquet 파일을 주세요.",
        f"{path} is not a table; give a CSV, TSV or JSONL file in UTF-8 or CP949, or a Parquet file.",
        kind="not-a-table",
    )


def _long_line(path: Path, number: int) -> PyojeongError:
    return PyojeongError(
        f"{path}의 {number:,}번째 줄이 {LONGEST_LINE:,}자를 넘습니다; 줄마다 한 행인 표를 주세요.",
        f"Line {number:,} of {path} is longer than {LONGEST_LINE:,} characters; give a table of one row a line.",
        kind="line-too-long",
    )
