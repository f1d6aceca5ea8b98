"""Small things the sections of a report share: a sample, a share."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

Thing = TypeVar("Thing")
_SEED = 11


def some(things: Sequence[Thing], most: int) -> list[Thing]:
    """At most ``most`` of the things, the same ones each time, in their order.

    >>> some("abc", 5), len(some(range(100), 5))
    (['a', 'b', 'c'], 5)
    """
    if len(things) <= most:
        return list(things)
    return [things[n] for n in sorted(random.Random(_SEED).sample(range(len(things)), most))]


def share(part: int, whole: int) -> str:
    """A part in per cent.

    >>> share(1, 8)
    '12.5 %'
    """
    return f"{100 * part / whole:.1f} %"
