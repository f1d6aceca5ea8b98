"""Where things go in a picture: units in which actors of every format are alike, the ground, and the edges beyond."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from pyojeong.performing.film.camera import sized_by

_UNITS = 720.0
#: Layers reach this share of the width beyond both sides, and this share of the height beyond top and bottom.
SIDE, ABOVE = 0.06, 0.03
#: Where the ground begins, in picture heights: feet stand at 0.79 to 0.88 in wide pictures, near 0.8 in tall ones.
_GROUND, _GROUND_TALL = 0.635, 0.60


@dataclass(frozen=True, slots=True)
class Layout:
    """A picture in units of 1/720 of the height at which actors are sized.

    Attributes:
        width: Of the picture in units; 1280 for 16:9.
        height: Of the picture; 720 for pictures wider than high.
        seed: Of everything that is a matter of chance.
    """

    width: float
    height: float
    seed: int = 0

    @staticmethod
    def of(size_wh: tuple[int, int], seed: int = 0) -> Layout:
        """For a picture of pixels.

        >>> Layout.of((1920, 1080)).width, Layout.of((1920, 1080)).height
        (1280.0, 720.0)
        """
        width, height = size_wh
        unit = sized_by(size_wh) / _UNITS
        return Layout(width / unit, height / unit, seed)

    @property
    def left(self) -> float:
        """Where layers begin, beyond the picture."""
        return -SIDE * self.width

    @property
    def right(self) -> float:
        """Where layers end."""
        return (1 + SIDE) * self.width

    @property
    def top(self) -> float:
        """Where layers begin above."""
        return -ABOVE * self.height

    @property
    def bottom(self) -> float:
        """Where layers end below."""
        return (1 + ABOVE) * self.height

    @property
    def tall(self) -> bool:
        """Whether the picture is higher than wide."""
        return self.height > self.width

    @property
    def ground(self) -> float:
        """Where the ground begins."""
        return self.height * (_GROUND_TALL if self.tall else _GROUND)

    @property
    def middle(self) -> float:
        """Of the width."""
        return self.width / 2

    def x(self, share: float) -> float:
        """``share`` of the width."""
        return share * self.width

    def up(self, units: float) -> float:
        """So far above the ground's beginning."""
        return self.ground - units

    @property
    def edges(self) -> tuple[tuple[float, int], tuple[float, int]]:
        """Where layers begin and end, each with the way into the picture: 1 to the right, -1 to the left."""
        return (self.left, 1), (self.right, -1)

    def across(self, top: float, bottom: float) -> tuple[float, float, float, float]:
        """The box between two heights from where layers begin to where they end: left, top, right, bottom."""
        return self.left, top, self.right, bottom

    def margins(self, share: float) -> tuple[tuple[float, float], tuple[float, float]]:
        """From where layers begin to ``share`` of the width, and as much on the right: where nobody stands."""
        return (self.left, self.x(share)), (self.x(1 - share), self.right)

    def dice(self, name: str) -> Random:
        """Chance of one thing in the picture: the same for the same seed and name."""
        return Random(f"{self.seed} {name}")

    def side(self, name: str = "side") -> int:
        """On which side of the picture one thing stands: 1 right, -1 left; the same for the same seed and name.

        >>> Layout(1280, 720, seed=1).side() in (-1, 1)
        True
        """
        return self.dice(name).choice((-1, 1))
