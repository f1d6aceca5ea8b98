"""What is to be known of a person's hair to grow it; measured elsewhere and handed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from pyojeong.media.drawing.colours import rgb_of
from pyojeong.media.drawing.nodes import checked_colour

PARTS_CM = {"none": 2.6, "left": -3.0, "middle": 0.0, "right": 3.0}
"""Where hair is parted, x in the head's frame: the viewer's left is the subject's right."""


@dataclass(frozen=True, slots=True, eq=False)
class HairLook:
    """Hair as a photo shows it.

    Attributes:
        style: A name of `styles.STYLES`.
        colour: sRGB ``#rrggbb``; None for a bare head.
        mask: float32 H×W in [0, 1] over the photo, how surely a pixel is hair; of any size.
        parting: Where it falls apart, as the viewer sees it: a key of `PARTS_CM`.
        lift: How far it stands off the skull against what is usual for the style.
    """

    style: str
    colour: str | None
    mask: npt.NDArray[np.floating[Any]]
    parting: str = "none"
    lift: float = 1.0

    def __post_init__(self) -> None:
        if self.colour is not None:
            checked_colour(self.colour)
        if self.parting not in PARTS_CM:
            raise ValueError(f"parting must be one of {tuple(PARTS_CM)}, but got {self.parting!r}")
        if self.mask.ndim != 2:
            raise ValueError(f"mask must be H×W, but got {self.mask.shape}")

        if not 0.3 <= self.lift <= 2:
            raise ValueError(f"lift must be in [.3, 2], but got {self.lift!r}")

    @property
    def rgb(self) -> npt.NDArray[np.uint8] | None:
        """The colour as three bytes."""
        return None if self.colour is None else np.array(rgb_of(self.colour), np.uint8)
