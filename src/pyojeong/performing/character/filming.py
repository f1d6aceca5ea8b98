"""An act filmed: frames of one character, each a pure function of its number."""

from __future__ import annotations

from pyojeong.media import Clip
from pyojeong.media.drawing.painting import painted
from pyojeong.media.image import Pixels
from pyojeong.performing.character.acts import Act
from pyojeong.performing.character.character import Character
from pyojeong.performing.character.designs import design_of
from pyojeong.performing.character.stage import Edge, Scene, fit_of, looks_through, scene

FRAMES = 24
"""Frames of one cycle: what Kakao allows at most and enough for every motion here."""
FRAMES_PER_SECOND = 1000 / 70
"""The prototype's 70 ms a frame."""


def clip_of(
    character: Character,
    act: Act,
    *,
    size_px: int = 360,
    frames: int = FRAMES,
    frames_per_second: float = FRAMES_PER_SECOND,
    edge: Edge = Edge.WHITE,
) -> Clip:
    """One cycle of ``act``: RGBA frames, straight alpha; frame 0 is the still.

    Marks keep the places they have in frame 0, and one scale and shift keeps every frame on the canvas, so that
    nothing but the act moves.

    Args:
        character: Who acts.
        act: What it does.
        size_px: Side of the square.
        frames: How many; the last leads back to the first.
        frames_per_second: Rate.
        edge: What surrounds the figure.
    """
    scenes = scenes_of(character, act, frames)
    fit = fit_of(scenes, edge)

    def frame(number: int) -> Pixels:
        return painted(scenes[number].drawing(edge, fit), size_px).pixels

    return Clip(frame, frames, frames_per_second, (size_px, size_px))


def scenes_of(character: Character, act: Act, frames: int = FRAMES) -> tuple[Scene, ...]:
    """Every moment of one cycle: each knows the looks before it, and marks keep the places of the first."""
    actings = [act.at(n / frames) for n in range(frames)]
    looks = looks_through([design_of(character).temper(acting) for acting in actings])
    still = scene(character, actings[0], before=looks[0])
    others = zip(actings[1:], looks[1:], strict=True)
    return still, *(scene(character, acting, before=look, seating=still.seating) for acting, look in others)
