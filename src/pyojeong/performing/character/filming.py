"""An act filmed: the moments of one cycle, each a pure function of its number."""

from __future__ import annotations

from pyojeong.performing.character.acts import Act
from pyojeong.performing.character.character import Character
from pyojeong.performing.character.designs import design_of
from pyojeong.performing.character.stage import Scene, looks_through, scene

FRAMES = 24
"""Frames of one cycle: what Kakao allows at most and enough for every motion here."""


def scenes_of(character: Character, act: Act, frames: int = FRAMES) -> tuple[Scene, ...]:
    """Every moment of one cycle: each knows the looks before it, and marks keep the places of the first."""
    actings = [act.at(n / frames) for n in range(frames)]
    looks = looks_through([design_of(character).temper(acting) for acting in actings])
    still = scene(character, actings[0], before=looks[0])
    others = zip(actings[1:], looks[1:], strict=True)
    return still, *(scene(character, acting, before=look, seating=still.seating) for acting, look in others)
