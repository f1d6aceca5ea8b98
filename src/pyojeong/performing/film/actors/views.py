"""The part of the picture an actor is seen in, in whole pixels, so that what was painted once is laid down as it is."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import skia


class View(NamedTuple):
    """A rectangle of the picture, and where the actor's box is in it.

    Attributes:
        left: First column in the picture.
        top: First row.
        width: In whole pixels.
        height: In whole pixels.
        x: Left edge of the box in the rectangle.
        y: Its top edge.
        height_px: Height of the box.
    """

    left: int
    top: int
    width: int
    height: int
    x: float
    y: float
    height_px: float

    def surface(self) -> skia.Surface:
        """An empty picture of this size."""
        import skia

        return skia.Surface(self.width, self.height)


def view_of(
    canvas: skia.Canvas, height_px: float, around: tuple[float, float, float, float], *, width: float = 1.0
) -> View | None:
    """What of an actor's box and of ``around`` it is on ``canvas``, which was only moved; None when nothing is.

    Args:
        canvas: At whose origin the box's top left is.
        height_px: Of the box.
        around: What may lie outside at the left, top, right and bottom, in heights.
        width: Of the box in heights.
    """
    at, seen = canvas.getTotalMatrix(), canvas.getDeviceClipBounds()
    x, y = float(at.getTranslateX()), float(at.getTranslateY())
    before, above, after, below = (share * height_px for share in around)
    left, top = max(seen.left(), math.floor(x - before)), max(seen.top(), math.floor(y - above))
    right = min(seen.right(), math.ceil(x + width * height_px + after))
    bottom = min(seen.bottom(), math.ceil(y + height_px + below))
    if right <= left or bottom <= top:
        return None
    return View(left, top, right - left, bottom - top, x - left, y - top, height_px)
