"""A photo that moves: from its own expression into another and back, as a `Clip` drawn frame by frame."""

from __future__ import annotations

from collections.abc import Mapping

import cv2

from pyojeong.media import Clip, Face, Image
from pyojeong.media.image import Pixels
from pyojeong.performing.portrait.ensemble import together
from pyojeong.performing.portrait.performer import PortraitPerformer
from pyojeong.performing.portrait.stage import Undo
from pyojeong.rig import Expression
from pyojeong.rig.timeline import arc

LONGEST_SIDE_PX = 720
_MARKER = "jawOpen"
_WHOLLY = Expression({_MARKER: 1.0})
"""Its arc tells how far every expression has come, and so how far the photographed one has to be gone by then."""


def fitted(image: Image, faces: Mapping[int, Face], longest_side_px: int) -> tuple[Image, dict[int, Face]]:
    """The picture no longer than ``longest_side_px`` with even sides, and its faces in it; never enlarged.

    Even sides, because H.264 stores colour at half resolution.
    """
    width, height = image.size_wh
    factor = min(1.0, longest_side_px / max(width, height))
    size_wh = (max(2, round(width * factor) // 2 * 2), max(2, round(height * factor) // 2 * 2))
    if size_wh == (width, height):
        return image, dict(faces)
    pixels = cv2.resize(image.pixels, size_wh, interpolation=cv2.INTER_AREA)
    return image.with_pixels(pixels), {n: face.scaled(size_wh[0] / width) for n, face in faces.items()}


def animate(
    image: Image,
    faces: Mapping[int, Face],
    parts: Mapping[int, tuple[Expression, Undo]],
    *,
    seconds: float,
    frames_per_second: float,
    longest_side_px: int = LONGEST_SIDE_PX,
) -> Clip:
    """Every face in ``parts`` goes from the photo into its expression and back, each with its own blinks.

    Args:
        image: The photo.
        faces: Face number → place, for every number in ``parts``.
        parts: Face number → what it performs, as `Recipe.flattened` gives it.
        seconds: Length, 0.5 or more.
        frames_per_second: Rate.
        longest_side_px: Larger photos are reduced to this.
    """
    small, places = fitted(image, faces, longest_side_px)
    performers = {n: PortraitPerformer(small, places[n]) for n in parts}
    lines = {n: arc(expression, seconds=seconds, seed=n) for n, (expression, _) in parts.items()}
    coming = arc(_WHOLLY, seconds=seconds)

    def frame(number: int) -> Pixels:
        now = number / frames_per_second
        share = coming.at(now)[_MARKER]
        acts = (
            performers[n].performance(lines[n].at(now), undo=undo, neutral_share=share)
            for n, (_, undo) in parts.items()
        )
        return together(small, acts).pixels

    return Clip(frame, max(1, round(seconds * frames_per_second)), frames_per_second, small.size_wh)
