"""Failures of the machine that a person can mend, said as a sentence."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

from pyojeong.errors import PyojeongError

#: errno → (kind, Korean, English); ``{path}`` is the file the system named.
_SENTENCES: Mapping[int, tuple[str, str, str]] = MappingProxyType(
    {
        errno.ENOSPC: (
            "disk-full",
            "디스크에 자리가 없어 {path}을(를) 저장하지 못했습니다; 자리를 비우거나 다른 곳에 저장해 주세요.",
            "The disk is full, so {path} was not saved; free some space or save elsewhere.",
        ),
        errno.EACCES: (
            "no-permission",
            "{path}을(를) 읽거나 쓸 권한이 없습니다; 다른 파일이나 폴더를 골라 주세요.",
            "No permission to read or write {path}; choose another file or folder.",
        ),
        errno.ENOENT: (
            "missing-file",
            "{path} 파일이 없습니다; 이름과 폴더를 확인해 주세요.",
            "There is no {path}; check its name and folder.",
        ),
        errno.EISDIR: (
            "directory",
            "{path}은(는) 폴더입니다; 파일을 골라 주세요.",
            "{path} is a folder; choose a file.",
        ),
        errno.ENOTDIR: (
            "missing-file",
            "{path} 파일이 없습니다; 이름과 폴더를 확인해 주세요.",
            "There is no {path}; check its name and folder.",
        ),
        errno.ELOOP: (
            "missing-file",
            "{path}은(는) 돌고 도는 바로가기입니다; 다른 파일을 골라 주세요.",
            "{path} is a link that leads nowhere; choose another file.",
        ),
        errno.ENAMETOOLONG: (
            "input",
            "파일 이름이 너무 깁니다; 더 짧은 이름을 적어 주세요.",
            "The file name is too long; use a shorter one.",
        ),
    }
)


def person_error(failure: BaseException) -> PyojeongError | None:
    """The sentence for ``failure`` when the person can mend it, else None: then it is a bug of ours.

    >>> person_error(OSError(errno.ENOSPC, "No space left on device", "a.png")).kind
    'disk-full'
    >>> person_error(ValueError("x")) is None
    True
    """
    if isinstance(failure, PyojeongError):
        return failure
    found = _SENTENCES.get(failure.errno or 0) if isinstance(failure, OSError) else None
    if found is None or not isinstance(failure, OSError):
        return None
    kind, korean, english = found
    path = failure.filename or "?"
    return PyojeongError(korean.format(path=path), english.format(path=path), kind=kind)


@contextmanager
def mendable() -> Iterator[None]:
    """Within, what the system refuses is raised as its sentence where the person can mend it.

    Raises:
        PyojeongError: The sentence.
    """
    try:
        yield
    except OSError as failure:
        known = person_error(failure)
        if known is None:
            raise
        raise known from failure


def sentence_of(failure: BaseException) -> PyojeongError:
    """What somebody far away is told: the failure's sentence, or only that the program failed."""
    return person_error(failure) or PyojeongError(
        "프로그램의 잘못으로 하지 못했습니다.", "The program failed.", kind="internal"
    )
