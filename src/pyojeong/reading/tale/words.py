"""Word lists beside the code, a line ``name: words``: the one reader of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


def words(name: str) -> frozenset[str]:
    """The list called ``name`` of `words.txt`: words that tell who speaks.

    >>> "속삭이" in words("speaking"), "호랑이" in words("things")
    (True, False)

    Raises:
        KeyError: When there is no such list.
    """
    return _sets()[name]


@cache
def lists_in(package: str | None, file: str) -> Mapping[str, tuple[str, ...]]:
    """Name → words of the lists in ``file``.txt of ``package``, in order; lines of one name belong together.

    >>> lists_in("pyojeong.reading.tale", "words")["counters"][:2]
    ('마리', '명')

    Raises:
        ValueError: When a line is none of ``name: words``.
    """
    lists: dict[str, tuple[str, ...]] = {}
    for line in files(package or "").joinpath(f"{file}.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, colon, rest = line.partition(":")
            if not colon:
                raise ValueError(f"{file}.txt must have lines of name: words, but got {line!r}")
            lists[name] = (*lists.get(name, ()), *rest.split())
    return MappingProxyType(lists)


@cache
def _sets() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(found) for name, found in lists_in(__package__, "words").items()}
