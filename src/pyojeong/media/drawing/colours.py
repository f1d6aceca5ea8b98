"""Colours as ``#rrggbb``: mixing, shading, and how well one is seen on another."""

from __future__ import annotations

from functools import lru_cache

from pyojeong.media.drawing.nodes import checked_colour

RGB = tuple[int, int, int]


@lru_cache(maxsize=4096)
def rgb_of(colour: str) -> RGB:
    """Red, green and blue in [0, 255].

    >>> rgb_of("#ff8000")
    (255, 128, 0)
    """
    value = int(checked_colour(colour)[1:], 16)
    return value >> 16, value >> 8 & 255, value & 255


def hex_of(rgb: tuple[float, float, float]) -> str:
    """``#rrggbb`` of channels in [0, 255], rounded and kept in range."""
    return "#" + "".join(f"{min(255, max(0, round(channel))):02x}" for channel in rgb)


@lru_cache(maxsize=4096)
def mixed(colour: str, other: str, share: float) -> str:
    """``colour`` with ``share`` in [0, 1] of ``other``.

    >>> mixed("#000000", "#ffffff", 0.5)
    '#808080'
    """
    return hex_of(tuple(a + (b - a) * share for a, b in zip(rgb_of(colour), rgb_of(other), strict=True)))  # type: ignore[arg-type]


def luminance(colour: str) -> float:
    """Relative luminance in [0, 1] (WCAG 2.2, definition of relative luminance)."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in rgb_of(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@lru_cache(maxsize=4096)
def contrast(colour: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio).

    >>> round(contrast("#000000", "#ffffff"))
    21
    """
    low, high = sorted((luminance(colour), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def seen_on(colour: str, ground: str, ratio: float = 3.0) -> str:
    """``colour``, darkened or lightened just as far as it takes to stand ``ratio`` off ``ground``.

    >>> contrast(seen_on("#777777", "#808080"), "#808080") >= 3.0
    True
    """
    if contrast(colour, ground) >= ratio:
        return colour
    for end in sorted(("#000000", "#ffffff"), key=lambda far: -contrast(far, ground)):
        for step in range(1, 21):
            tried = mixed(colour, end, step / 20)
            if contrast(tried, ground) >= ratio:
                return tried
    return max(("#000000", "#ffffff"), key=lambda far: contrast(far, ground))
