"""Files that are either whole or not there: written beside the target, then renamed into place."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from pyojeong.errors import PyojeongError

Format = TypeVar("Format")

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_NOT_ALLOWED = (errno.EACCES, errno.EPERM, errno.EROFS)


def format_of(word: str, by_suffix: Mapping[str, Format], *, korean: str, english: str) -> Format:
    """The format ``word``, a suffix in any case with or without its dot, stands for.

    Args:
        word: What was asked for; empty when there was no suffix.
        by_suffix: Every suffix there is, without dots.
        korean: What is saved with its particle, as the Korean sentence begins.
        english: The same for the English one.

    Raises:
        PyojeongError: When no format has that suffix; the message lists those there are.
    """
    found = by_suffix.get(word.lower().removeprefix("."))
    if found is None:
        names = ", ".join(f".{known}" for known in by_suffix)
        raise PyojeongError(
            f"{korean} {names} 로 저장할 수 있는데 {word or '확장자 없음'}입니다.",
            f"{english} are saved as {names}, but got {word or 'no extension'}.",
            kind="unknown-format",
        )
    return found


@contextmanager
def written_beside(target: Path) -> Iterator[Path]:
    """A path in the target's folder to write to; on leaving it is flushed to disk and takes the target's place.

    When the block raises, the new file is removed and the target is as it was.

    Raises:
        PyojeongError: When the place cannot be written or the disk is full.
    """
    target = target.resolve()
    with _new_name(target) as beside:
        yield beside
        flush(beside)
        beside.replace(target)


def check_place(target: Path) -> None:
    """Returns when a file can be written there, as far as can be told without writing its bytes.

    Raises:
        PyojeongError: When the folder is missing or closed, or the name is a folder's or too long.
    """
    with _new_name(target.resolve()) as beside:
        beside.touch(exist_ok=False)


@contextmanager
def _new_name(target: Path) -> Iterator[Path]:
    """A free name in the target's folder, free again on leaving; what goes wrong meanwhile is told of the target."""
    # The suffix stays last: film writers choose their container by it.
    beside = target.with_name(f".{secrets.token_hex(6)}{target.suffix}")
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a folder", str(target))
        if target.exists() and not target.is_file():
            raise _no_plain_file(target)
        yield beside
    except OSError as error:
        raise refusal(error, target) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def write_file(target: Path, data: bytes) -> None:
    """Write ``data`` to ``target``, whole or not at all.

    Raises:
        PyojeongError: When the place cannot be written or the disk is full.
    """
    with written_beside(target) as beside:
        beside.write_bytes(data)


def flush(path: Path) -> None:
    """Wait until the file is on the disk."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def _no_plain_file(target: Path) -> PyojeongError:
    """A device or a pipe: renaming over it would take it from every program of the machine."""
    return PyojeongError(
        f"{target}은(는) 파일이 아니라 장치입니다. 다른 이름으로 저장해 주세요.",
        f"{target} is a device, no file; save under another name.",
        kind="not-a-file",
    )


def refusal(error: OSError, target: Path) -> PyojeongError:
    """The sentence for a file that could not be written."""
    if error.errno in _NO_ROOM:
        korean = f"저장 공간이 모자라 저장하지 못했습니다: {target}. 자리를 비우고 다시 저장해 주세요."
        return PyojeongError(korean, f"No room left to save {target}; free some space and try again.", kind="disk-full")
    if error.errno in _NOT_ALLOWED:
        korean = f"여기에 저장할 권한이 없습니다: {target}. 다른 폴더를 골라 주세요."
        return PyojeongError(korean, f"No permission to save {target}; choose another folder.", kind="no-permission")
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        korean = f"저장할 폴더가 없습니다: {target.parent}"
        return PyojeongError(korean, f"There is no such folder: {target.parent}", kind="missing-folder")
    if error.errno == errno.EISDIR:
        korean = f"{target}은(는) 폴더입니다. 파일 이름까지 적어 주세요."
        return PyojeongError(korean, f"{target} is a folder; give a file name.", kind="directory")
    if error.errno == errno.ENAMETOOLONG:
        korean = "파일 이름이 너무 깁니다. 더 짧은 이름을 적어 주세요."
        return PyojeongError(korean, "The file name is too long; use a shorter one.", kind="long-name")
    return PyojeongError(f"저장하지 못했습니다: {target}", f"Cannot save {target}: {error}", kind="save")
