"""A character at a glance: every emotion in both strengths, large, and as small as a chat shows it, day and night."""

from __future__ import annotations

import numpy as np

from pyojeong.emotion import Emotion
from pyojeong.media.drawing.colours import rgb_of
from pyojeong.media.drawing.painting import painted
from pyojeong.media.image import Image, Pixels
from pyojeong.performing.character.acts import Act, act_for
from pyojeong.performing.character.character import Character
from pyojeong.performing.character.designs import design_of
from pyojeong.performing.character.stage import draw

STRENGTHS = (0.5, 1.0)
CHAT_PX = 100
DAY, NIGHT = "#ffffff", "#1e1f24"
_GROUNDS = ("#f4efe8", "#eaf0f6")
"""Under large pictures, by turns, so that the white edge is seen."""


def contact_sheet(character: Character, *, cell_px: int = 240) -> Image:
    """RGB: a row a strength with a column an emotion, then the same at `CHAT_PX` on white and on a dark chat room.

    Args:
        character: Whom to show.
        cell_px: Side of a large picture; at least twice `CHAT_PX`, so that both strengths fit a column.

    Raises:
        ValueError: When the cells are smaller.
        PyojeongError: When the design is unknown or does not offer what was chosen.
    """
    if cell_px < 2 * CHAT_PX:
        raise ValueError(f"cell_px must be {2 * CHAT_PX} or more, but got {cell_px}")
    design = design_of(character)
    acts = [[act_for(emotion, strength, design=design) for emotion in Emotion] for strength in STRENGTHS]
    large = [
        np.hstack([_cell(character, act, cell_px, cell_px, _GROUNDS[(row + n) % 2]) for n, act in enumerate(line)])
        for row, line in enumerate(acts)
    ]
    small = [
        np.hstack(
            [_cell(character, act, CHAT_PX, cell_px // 2, ground) for pair in zip(*acts, strict=True) for act in pair]
        )
        for ground in (DAY, NIGHT)
    ]
    width = large[0].shape[1]
    return Image(np.vstack([*large, *(_padded(row, width) for row in small)]), name=character.name or character.design)


def _cell(character: Character, act: Act, drawn_px: int, width_px: int, ground: str) -> Pixels:
    """The still of an act, in the middle of ``width_px`` columns of ``ground``."""
    picture = painted(draw(character, act.at(0.0)), drawn_px, ground=ground).rgb
    cell = np.empty((drawn_px, width_px, 3), np.uint8)
    cell[:] = rgb_of(ground)
    left = (width_px - drawn_px) // 2
    cell[:, left : left + drawn_px] = picture
    return cell


def _padded(row: Pixels, width: int) -> Pixels:
    return np.pad(row, ((0, 0), (0, width - row.shape[1]), (0, 0)), mode="edge")
