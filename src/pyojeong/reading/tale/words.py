"""Words that tell who speaks, from ``words.txt``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> frozenset[str]:
    """The list called ``name``.

    >>> "속삭이" in words("speaking"), "호랑이" in words("things")
    (True, False)

    Raises:
        KeyError: When there is no such list.
    """
    return _lists()[name]


@cache
def _lists() -> dict[str, frozenset[str]]:
    lists: dict[str, set[str]] = {}
    for line in files(__package__).joinpath("words.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, rest = line.partition(":")
            lists.setdefault(name, set()).update(rest.split())
    return {name: frozenset(found) for name, found in lists.items()}
