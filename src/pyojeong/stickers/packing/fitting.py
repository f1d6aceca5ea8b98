"""The best setting whose file stays under a number of bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fitted:
    """A file that fits: its bytes and the setting it was made with."""

    data: bytes
    setting: int


def best_that_fits(
    encode: Callable[[int], bytes], bytes_max: int, *, worst: int, best: int, tries: int = 4
) -> Fitted | None:
    """The file of the best setting that was found to fit; None when even the worst does not.

    The best is tried first and taken at once, then the worst, then the middle of what is left, ``tries`` times.

    Args:
        encode: Setting → bytes; better settings are taken to be larger files.
        bytes_max: The cap.
        worst: The setting below which it is not tried.
        best: The setting above which it is not tried; may be a smaller number than ``worst``.
        tries: Halvings.

    >>> best_that_fits(lambda colours: b"x" * colours, 100, worst=32, best=256, tries=8).setting
    100
    >>> best_that_fits(lambda crf: b"x" * (99 - crf), 50, worst=60, best=10, tries=8).setting
    49
    """
    first = encode(best)
    if len(first) <= bytes_max:
        return Fitted(first, best)
    last = encode(worst)
    if len(last) > bytes_max:
        return None
    found, over = Fitted(last, worst), best
    for _ in range(tries):
        middle = (found.setting + over) // 2
        if middle in (found.setting, over):
            break
        data = encode(middle)
        if len(data) <= bytes_max:
            found = Fitted(data, middle)
        else:
            over = middle
    return found
