"""The words of a sticker over its frames: they stand in one place, whole in the first frame, and only letters move."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pyojeong.media.drawing.nodes import Point
from pyojeong.media.drawing.outline import bounds
from pyojeong.stickers.lettering import Box, Motion, Place, Placed, Style, lacking, place_caption
from pyojeong.stickers.packing import CaptionDrawn

_ARRIVED: Mapping[Motion, float] = MappingProxyType({Motion.POP: 0.3, Motion.TYPE: 0.7})
"""Where in its loop a caption that arrives is whole: the film begins there, since its first frame is the still."""


@dataclass(frozen=True, slots=True, eq=False)
class Speech:
    """A caption beside a figure.

    Attributes:
        caption: The words.
        style: How they are dressed.
        figure, face: Of all frames, in units of the canvas; the words never lie on the face.
        canvas: Width and height in the designs' units.
        place: Where they stand; None where letters and figure stay largest.
        stressed: The word that takes the accent; empty for none.
        motion: How the letters move; None for a still.
        frames: How many there are.
    """

    caption: str
    style: Style
    figure: Box
    face: Box
    canvas: Point
    place: Place | None = None
    stressed: str = ""
    motion: Motion | None = None
    frames: int = 1

    def placed(self, number: int = 0, place: Place | None = None) -> Placed:
        """The words of one frame, at ``place`` where it is given."""
        start = _ARRIVED.get(self.motion, 0.0) if self.motion else 0.0
        return place_caption(
            self.caption,
            figure=self.figure,
            face=self.face,
            style=self.style,
            canvas=self.canvas,
            place=place or self.place,
            stressed=self.stressed,
            motion=self.motion,
            phase=(number / self.frames + start) % 1.0,
        )

    def told(self, placed: Placed) -> CaptionDrawn:
        """What the log says of the words in the frame they were placed for."""
        width, height = self.canvas
        left, top, right, bottom = bounds(placed.node)
        smallest = min((one.height for one in placed.lettered.letters), default=placed.lettered.size)
        box = (_share(left, width), _share(top, height), _share(right, width), _share(bottom, height))
        lost = lacking(self.caption, self.style) if placed.lettered.fell_back else ""
        return CaptionDrawn(box, round(smallest / height, 4), lost)


def _share(edge: float, side: float) -> float:
    return round(min(1.0, max(0.0, edge / side)), 4)
