"""Designs: ways of drawing a character, each in a file of its own."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pyojeong.errors import PyojeongError
from pyojeong.performing.character.character import Character, Choices, UnofferedError
from pyojeong.performing.character.designs.bear import BEAR
from pyojeong.performing.character.designs.blocks import BLOCKS
from pyojeong.performing.character.designs.cat import CAT
from pyojeong.performing.character.designs.chibi import CHIBI
from pyojeong.performing.character.designs.dog import DOG
from pyojeong.performing.character.designs.doodle import DOODLE
from pyojeong.performing.character.designs.duck import DUCK
from pyojeong.performing.character.designs.fox import FOX
from pyojeong.performing.character.designs.inkbrush import INKBRUSH
from pyojeong.performing.character.designs.mascot import MASCOT
from pyojeong.performing.character.designs.mochi import MOCHI
from pyojeong.performing.character.designs.pixel import PIXEL
from pyojeong.performing.character.designs.rabbit import RABBIT
from pyojeong.performing.character.designs.webtoon import WEBTOON
from pyojeong.performing.character.figure import Design

DESIGNS: Mapping[str, Design] = MappingProxyType(
    {
        design.name: design
        for design in (
            MASCOT,
            CAT,
            DOG,
            RABBIT,
            BEAR,
            CHIBI,
            WEBTOON,
            DOODLE,
            MOCHI,
            INKBRUSH,
            DUCK,
            BLOCKS,
            PIXEL,
            FOX,
        )
    }
)
"""Every design by name."""


def design_of(character: Character) -> Design:
    """The character's design.

    Raises:
        PyojeongError: When there is none of that name, with the names there are.
    """
    if character.design not in DESIGNS:
        known = ", ".join(DESIGNS)
        raise PyojeongError(
            f"캐릭터 디자인 ‘{character.design}’은(는) 없습니다. 쓸 수 있는 디자인: {known}",
            f"There is no character design {character.design!r}. Designs: {known}",
            kind="unknown-design",
        )
    return DESIGNS[character.design]


def choices_of(character: Character) -> Choices:
    """What was chosen, beside what rests.

    Raises:
        PyojeongError: When something was chosen that the design does not offer.
    """
    try:
        return Choices(design_of(character).space, character.chosen)
    except UnofferedError as error:
        raise PyojeongError(
            f"캐릭터 설정이 맞지 않습니다: {error.korean}.",
            f"The character's choices do not fit: {error}.",
            kind="bad-choice",
        ) from error
