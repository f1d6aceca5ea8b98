"""The dog's own gags: all heart, no plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pyojeong.performing.character.designs import dog_deeds as deeds
from pyojeong.performing.character.designs import dog_shapes as shapes
from pyojeong.performing.character.designs.animals import Cast
from pyojeong.performing.character.figure import Figure

GAGS: dict[str, tuple[str, str]] = {
    "rotor": ("꼬리콥터 이륙", "The tail rotor lifts off"),
    "dig": ("땅 파고 숨기", "Digs itself in"),
    "fetch": ("엉뚱한 것 물어 오기", "Brings the wrong thing"),
    "beg": ("촉촉한 눈으로 조르기", "Begs with puddle eyes"),
    "ring": ("꼬리잡기 도넛", "Chases its tail into a ring"),
    "melt": ("쓰다듬으면 녹기", "Melts when petted"),
    "lick": ("화면 핥기", "Licks the screen"),
    "howl": ("아우우 울기", "Howls"),
}
_DRAWN: Mapping[str, Callable[[Cast], Figure]] = {
    "rotor": shapes.rotor,
    "dig": deeds.dig,
    "fetch": deeds.fetch,
    "beg": deeds.beg,
    "ring": shapes.ring,
    "melt": shapes.melt,
    "lick": shapes.lick,
    "howl": deeds.howl,
}


def gag_figure(cast: Cast) -> Figure:
    """The figure of the cast's gag.

    Raises:
        KeyError: When the design has no gag of that name.
    """
    return _DRAWN[cast.acting.gag](cast)
