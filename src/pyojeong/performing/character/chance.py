"""Characters by chance: every choice of a design thrown, each throw near what rests."""

from __future__ import annotations

from random import Random

from pyojeong.performing.character.character import Character
from pyojeong.performing.character.figure import Design

_AT_REST = 0.35
"""Share of choices and colours that stay as they are: a character with everything changed has no character."""


def character_by_chance(design: Design, seed: int, *, name: str = "") -> Character:
    """One of the characters of ``design``; the same seed gives the same one.

    >>> from pyojeong.performing.character.designs import DESIGNS
    >>> one, again, other = (character_by_chance(DESIGNS["mascot"], seed) for seed in (7, 7, 8))
    >>> one == again, one == other
    (True, False)
    """
    dice, space = Random(f"{design.name} {seed}"), design.space
    chosen: dict[str, float | str] = {}
    for slider in space.sliders:
        chosen[slider.name] = round(dice.triangular(slider.low, slider.high, slider.rest), 3)
    for swatch in space.swatches:
        if swatch.others and dice.random() > _AT_REST:
            chosen[swatch.name] = dice.choice(swatch.others)
    for choice in space.choices:
        if dice.random() > _AT_REST:
            chosen[choice.name] = dice.choice(choice.options).name
    return Character(design.name, name, chosen, seed)
