"""One picture in memory."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Image:
    """Upright pixels, in sRGB or in the colours of ``icc``.

    Attributes:
        pixels: uint8, H×W×3 (RGB) or H×W×4 (RGB and straight alpha); rows from the top, read-only by agreement.
        name: Where it came from, for messages; never parsed.
        grey: Whether the file held one luminance channel only: what is drawn into it must stay grey.
        icc: The file's ICC profile, kept so that a saved copy shows the same colours.
        dots_per_inch: The file's resolution, kept for the same reason.
        metadata: Blocks a saved copy carries: ``exif`` and ``xmp``, bytes each.

    >>> import numpy as np
    >>> Image(np.zeros((2, 3, 3), np.uint8)).size_wh
    (3, 2)
    """

    pixels: Pixels
    name: str = ""
    grey: bool = False
    icc: bytes | None = None
    dots_per_inch: tuple[float, float] | None = None
    metadata: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        p = self.pixels
        if p.dtype != np.uint8 or p.ndim != 3 or p.shape[2] not in (3, 4) or 0 in p.shape:
            raise ValueError(f"pixels must be uint8 H×W×3 or H×W×4, but got {p.dtype} {p.shape}")

    @property
    def size_wh(self) -> tuple[int, int]:
        """Width and height in pixels."""
        height, width = self.pixels.shape[:2]
        return int(width), int(height)

    @property
    def rgb(self) -> Pixels:
        """H×W×3 view of the colour channels."""
        return self.pixels[:, :, :3]

    @property
    def alpha(self) -> Pixels | None:
        """H×W view of the alpha channel, or None."""
        return self.pixels[:, :, 3] if self.pixels.shape[2] == 4 else None

    def with_pixels(self, pixels: Pixels) -> Image:
        """The same picture's name, profile and resolution around other pixels."""
        return replace(self, pixels=pixels)
