"""Arithmetic of (left, right) values."""

from __future__ import annotations

from pyojeong.performing.portrait.stage import Pair


def plus(a: Pair, b: Pair, share: float = 1.0) -> Pair:
    """``a + share * b``, side by side.

    >>> plus((1.0, 2.0), (2.0, 4.0), 0.5)
    (2.0, 4.0)
    """
    return a[0] + share * b[0], a[1] + share * b[1]


def times(pair: Pair, factor: float) -> Pair:
    """Both sides times ``factor``."""
    return pair[0] * factor, pair[1] * factor


def within(pair: Pair, low: float, high: float) -> Pair:
    """Both sides kept in [``low``, ``high``]."""
    return min(high, max(low, pair[0])), min(high, max(low, pair[1]))


def mean(pair: Pair) -> float:
    """The middle of both sides."""
    return (pair[0] + pair[1]) / 2
