"""Colours of the paint box: written as ``#rrggbb``, mixed like gouache, handed to Skia as one number."""

from __future__ import annotations

from functools import lru_cache

#: Lights are mixed towards warm paper and shadows towards ink-violet: grey shadows look printed, not painted.
_LIGHT, SHADE = "#fff4cf", "#2a2350"


@lru_cache(maxsize=4096)
def parts(ink: str) -> tuple[float, float, float]:
    """Red, green and blue in [0, 1].

    >>> parts("#ff0000")
    (1.0, 0.0, 0.0)
    """
    return int(ink[1:3], 16) / 255, int(ink[3:5], 16) / 255, int(ink[5:7], 16) / 255


@lru_cache(maxsize=8192)
def argb(ink: str, alpha: float = 1.0) -> int:
    """The number Skia takes, unpremultiplied.

    >>> hex(argb("#102030", 0.5))
    '0x80102030'
    """
    return round(255 * min(1.0, max(0.0, alpha))) << 24 | int(ink[1:], 16)


@lru_cache(maxsize=8192)
def mix(ink: str, other: str, share: float) -> str:
    """``share`` of the way from one colour to another.

    >>> mix("#000000", "#ffffff", 0.5)
    '#808080'
    """
    return inked([a + (b - a) * share for a, b in zip(parts(ink), parts(other), strict=True)])


def inked(rgb: list[float]) -> str:
    """The written colour of three shares, clipped to what can be shown."""
    red, green, blue = (round(255 * min(1.0, max(0.0, part))) for part in rgb)
    return f"#{red:02x}{green:02x}{blue:02x}"


def lit(ink: str, by: float) -> str:
    """The colour in light (``by`` above 0) or in shadow (below), [-1, 1].

    >>> lit("#808080", 0.0)
    '#808080'
    """
    return mix(ink, _LIGHT, by) if by >= 0 else mix(ink, SHADE, -by)


def tints(ink: str, *, spread: float = 0.16) -> tuple[str, ...]:
    """Seven neighbours of a colour, darkest first: what one brush leaves when it is dipped again and again."""
    return tuple(lit(ink, spread * step / 3) for step in range(-3, 4))
