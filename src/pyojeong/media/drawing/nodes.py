"""What a drawing is made of: shapes, groups and paints. Values only; painters read them.

Points are in the drawing's own units, x right, y down. Angles are clockwise as seen. Nobody changes a `skia.Path` that
stands in a node. Colours are ``#rrggbb``; how much of one shows is a separate opacity in [0, 1].
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import skia

Point = tuple[float, float]
_HEX = re.compile(r"#[0-9a-f]{6}\Z")


class Blend(str, Enum):
    """How a group meets what lies under it; values are CSS names."""

    NORMAL = "normal"
    MULTIPLY = "multiply"
    SCREEN = "screen"
    SOFT_LIGHT = "soft-light"


class Matrix(NamedTuple):
    """An affine map in SVG's order: x' = a·x + c·y + e, y' = b·x + d·y + f.

    >>> Matrix.moved(3, 4).of((1, 1)), Matrix.turned(90, (0, 0)).of((1, 0))
    ((4.0, 5.0), (0.0, 1.0))
    >>> (Matrix.moved(1, 0) @ Matrix.scaled(2, 2, (0, 0))).of((3, 0))
    (7.0, 0.0)
    """

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    @classmethod
    def moved(cls, x: float, y: float) -> Matrix:
        """A shift."""
        return cls(e=x, f=y)

    @classmethod
    def scaled(cls, x: float, y: float, about: Point) -> Matrix:
        """A scaling that leaves ``about`` where it is."""
        return cls(x, 0.0, 0.0, y, about[0] * (1 - x), about[1] * (1 - y))

    @classmethod
    @lru_cache(maxsize=512)
    def turned(cls, degrees: float, about: Point) -> Matrix:
        """A clockwise turn around ``about``."""
        s, c = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
        s, c = round(s, 12), round(c, 12)
        x, y = about
        return cls(c, s, -s, c, x - c * x + s * y, y - s * x - c * y)

    def __matmul__(self, inner: Matrix) -> Matrix:
        """The map that does ``inner`` first."""
        (a, b, c, d, e, f), (p, q, r, s, t, u) = self, inner
        return Matrix(a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f)

    def of(self, point: Point) -> Point:
        """Where ``point`` goes."""
        x, y = point
        return float(self.a * x + self.c * y + self.e), float(self.b * x + self.d * y + self.f)


@dataclass(frozen=True, slots=True)
class Stop:
    """A colour at a place, in [0, 1], along a gradient."""

    at: float
    colour: str
    opacity: float = 1.0

    def __post_init__(self) -> None:
        checked_colour(self.colour)
        _check_share("at", self.at)
        _check_share("opacity", self.opacity)


@dataclass(frozen=True, slots=True)
class Linear:
    """A gradient from ``start`` to ``end``; beyond them its ends, or the same again where it ``repeats``."""

    start: Point
    end: Point
    stops: tuple[Stop, ...]
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Radial:
    """A gradient from ``centre`` outwards."""

    centre: Point
    radius: float
    stops: tuple[Stop, ...]


Paint = str | Linear | Radial


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line along a path, with round ends and corners."""

    paint: Paint
    width: float
    opacity: float = 1.0

    def __post_init__(self) -> None:
        _check_paint(self.paint)
        _check_share("opacity", self.opacity)
        if not self.width > 0:
            raise ValueError(f"width must be > 0, but got {self.width!r}")


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """One path, filled, stroked or both; ``opacity`` is the fill's."""

    path: skia.Path
    fill: Paint | None = None
    stroke: Stroke | None = None
    opacity: float = 1.0

    def __post_init__(self) -> None:
        if self.fill is None and self.stroke is None:
            raise ValueError("shape must have a fill or a stroke, but got neither")
        if self.fill is not None:
            _check_paint(self.fill)
        _check_share("opacity", self.opacity)


@dataclass(frozen=True, slots=True)
class Grain:
    """Fine noise, as paper has it: grey, blended as soft light, so that black and white stay clean.

    Attributes:
        scale: Size of the grain in the drawing's units.
        strength: In [0, 1].
        seed: Which noise.
    """

    scale: float = 1.5
    strength: float = 0.34
    seed: int = 1

    def __post_init__(self) -> None:
        _check_share("strength", self.strength)
        if not self.scale > 0:
            raise ValueError(f"scale must be > 0, but got {self.scale!r}")


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Nodes painted in order, then moved, clipped, blurred and blended as one.

    Attributes:
        children: The lowest first.
        matrix: Applied to everything within, ``clip`` too.
        clip: Only what lies inside shows; inside means outside when the path's fill type is inverse.
        opacity: Of the whole, in [0, 1].
        blur: Standard deviation of a Gaussian blur, in the drawing's units.
        blend: How the whole meets what is under it.
        grain: Lies on all that shows; it stays where it is on the canvas while the group moves.
        name: What an editor shows as the layer's name; lower-case words with hyphens.
    """

    children: tuple[Node, ...]
    matrix: Matrix | None = None
    clip: skia.Path | None = None
    opacity: float = 1.0
    blur: float = 0.0
    blend: Blend = Blend.NORMAL
    grain: Grain | None = None
    name: str = ""

    def __post_init__(self) -> None:
        _check_share("opacity", self.opacity)
        if not self.blur >= 0:
            raise ValueError(f"blur must be >= 0, but got {self.blur!r}")
        shown_as_is = self.opacity == 1 and not self.blur and self.clip is None and self.blend is Blend.NORMAL
        if not shown_as_is and any(isinstance(child, Rimmed) for child in self.children):
            raise ValueError("rimmed child must only be moved, but its group clips, fades, blurs or blends it")
        if self.grain is not None and not shown_as_is:
            raise ValueError("grained group must only be moved, but it clips, fades, blurs or blends")


@dataclass(frozen=True, slots=True, eq=False)
class Rimmed:
    """A node on its own silhouette grown by ``width`` in one colour: a sticker with its die-cut edge.

    The groups it stands in may only move it.

    Attributes:
        node: What has the edge.
        width: How far the edge reaches, in the drawing's units.
        colour: Of the edge.
    """

    node: Node
    width: float
    colour: str = "#ffffff"

    def __post_init__(self) -> None:
        checked_colour(self.colour)
        if not self.width > 0:
            raise ValueError(f"width must be > 0, but got {self.width!r}")


Node = Shape | Group | Rimmed


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """A whole drawing on a transparent canvas.

    Attributes:
        root: Everything there is to paint.
        size_wh: The canvas in the drawing's units; what lies outside is cut off.
        title: What a screen reader says.
    """

    root: Group
    size_wh: Point
    title: str = ""

    def __post_init__(self) -> None:
        if not min(self.size_wh) > 0:
            raise ValueError(f"size_wh must be > 0, but got {self.size_wh!r}")


@lru_cache(maxsize=4096)
def checked_colour(colour: str) -> str:
    """``colour`` itself.

    Raises:
        ValueError: When it is not ``#rrggbb`` in small letters.
    """
    if not _HEX.match(colour):
        raise ValueError(f"colour must be #rrggbb in small letters, but got {colour!r}")
    return colour


def _check_paint(paint: Paint) -> None:
    if isinstance(paint, str):
        checked_colour(paint)
    elif len(paint.stops) < 2:
        raise ValueError(f"gradient must have two stops or more, but got {len(paint.stops)}")


def _check_share(name: str, value: float) -> None:
    if not 0.0 <= value <= 1.0:
        raise ValueError(f"{name} must be in [0, 1], but got {value!r}")
