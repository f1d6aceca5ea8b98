"""A board for a figure to hold, with the caption on it."""

from __future__ import annotations

from pyojeong.media.drawing.nodes import Group, Shape, Stroke
from pyojeong.media.drawing.paths import rounded
from pyojeong.stickers.lettering.boxes import Box
from pyojeong.stickers.lettering.style import WHITE

EDGE = 13.0
"""Units from the board's outer edge to where letters may begin: rim, frame and a little air."""
BOARD = "#fff8e6"
"""Paper colour of the board: letters on it are mended to stand off this."""
_FRAME = "#6b4a2f"
_RIM, _LINE = 3.5, 4.0


def signboard(box: Box) -> Group:
    """A board that fills ``box``, its light rim included."""
    inner = box.grown(-_RIM - _LINE / 2)
    radius = min(16.0, inner.height / 3)
    plate = rounded(inner.left, inner.top, inner.width, inner.height, radius)
    shade = rounded(inner.left + 4, inner.bottom - 9, inner.width - 8, 5.0, 2.5)
    return Group(
        (
            Shape(plate, fill=WHITE, stroke=Stroke(WHITE, _LINE + 2 * _RIM)),
            Shape(plate, fill=BOARD, stroke=Stroke(_FRAME, _LINE)),
            Shape(shade, fill="#efdcb4"),
        ),
        name="signboard",
    )
