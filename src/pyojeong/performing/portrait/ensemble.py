"""Several faces of one photo: each performed apart, from the same original, and put together."""

from __future__ import annotations

from collections.abc import Iterable

from pyojeong.media.image import Image
from pyojeong.performing.portrait.performer import Performance


def together(photo: Image, performances: Iterable[Performance]) -> Image:
    """``photo`` with the pixels that each performance changed; where two changed one pixel the later counts.

    Nobody performs on another's result: a neighbour's new mouth would be taken for the photographed one.

    Args:
        photo: What every performance was given.
        performances: Taken one at a time, so that few full pictures are in memory.
    """
    result = photo
    for performance in performances:
        if performance.mask.any():
            result = performance.image if result is photo else _with_changes(result, photo, performance)
    return result


def _with_changes(result: Image, photo: Image, performance: Performance) -> Image:
    left, top, right, bottom = performance.mask_box_xyxy
    pixels = result.pixels.copy()
    before, drawn = (image.pixels[top:bottom, left:right] for image in (photo, performance.image))
    changed = (drawn != before).any(axis=2)
    pixels[top:bottom, left:right][changed] = drawn[changed]
    return photo.with_pixels(pixels)
