"""Outlines of heads and bodies that designs share: symmetric, in half sizes, from the top down the right side.

A baby's head is widest below its middle; that is what makes all of these look young.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import skia

from pyojeong.media.drawing.nodes import Point
from pyojeong.media.drawing.paths import mirrored_smooth
from pyojeong.performing.character.figure import Frame

HEADS: Mapping[str, tuple[Point, ...]] = MappingProxyType(
    {
        "animal": ((0.0, -1.0), (0.52, -0.90), (0.88, -0.50), (1.0, 0.08), (0.97, 0.50), (0.70, 0.86), (0.28, 0.99)),
        "round": ((0.0, -1.0), (0.50, -0.88), (0.87, -0.50), (1.0, 0.04), (0.88, 0.52), (0.54, 0.87), (0.20, 0.99)),
        "dumpling": ((0.0, -1.0), (0.46, -0.86), (0.82, -0.42), (1.0, 0.20), (0.98, 0.64), (0.74, 0.92), (0.32, 1.0)),
        "egg": ((0.0, -1.0), (0.44, -0.90), (0.78, -0.52), (0.96, 0.06), (0.96, 0.50), (0.70, 0.86), (0.26, 1.0)),
        "person": ((0.0, -0.98), (0.55, -0.86), (0.92, -0.44), (0.99, 0.10), (0.89, 0.52), (0.61, 0.82), (0.26, 0.98)),
        "square": ((0.0, -0.96), (0.66, -0.94), (0.96, -0.62), (1.0, 0.10), (0.97, 0.62), (0.70, 0.94), (0.24, 0.98)),
        "broad": ((0.0, -1.0), (0.46, -0.92), (0.78, -0.56), (0.94, -0.06), (1.06, 0.42), (0.86, 0.82), (0.34, 0.99)),
    }
)
"""Heads by name."""
BODIES: Mapping[str, tuple[Point, ...]] = MappingProxyType(
    {
        "pear": ((0.0, -1.0), (0.66, -0.70), (0.98, 0.10), (0.84, 0.70), (0.32, 0.95)),
        "barrel": ((0.0, -1.0), (0.72, -0.86), (1.0, 0.0), (0.82, 0.80), (0.30, 0.97)),
        "bean": ((0.0, -1.0), (0.78, -0.74), (0.98, 0.14), (0.90, 0.74), (0.30, 0.92)),
        "shirt": ((0.62, -0.95), (0.86, -0.30), (0.92, 0.60), (0.50, 0.80)),
        "slim": ((0.50, -0.96), (0.68, -0.40), (0.74, 0.40), (0.62, 0.84), (0.22, 0.90)),
    }
)
"""Bodies by name; a shirt's and a slim one's shoulders are hidden under the chin."""


def head_outline(kind: str, head: Frame, *, cheeks: float = 0.0) -> skia.Path:
    """A head's outline, upright; ``cheeks`` puffs its lower half, about [0, 1].

    Raises:
        KeyError: When there is no head of that name.
    """
    half = [(x * (1 + 0.07 * cheeks) if y > 0 else x, y) for x, y in HEADS[kind]]
    return mirrored_smooth(half, head.centre, head.half_size)


def body_outline(kind: str, body: Frame) -> skia.Path:
    """A body's outline.

    Raises:
        KeyError: When there is no body of that name.
    """
    return mirrored_smooth(BODIES[kind], body.centre, body.half_size)
