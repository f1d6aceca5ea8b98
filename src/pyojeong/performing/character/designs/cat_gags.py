"""The cat's own gags: a liquid with opinions."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pyojeong.performing.character.designs import cat_liquid as liquid
from pyojeong.performing.character.designs import cat_moods as moods
from pyojeong.performing.character.designs.animals import Cast
from pyojeong.performing.character.figure import Figure

GAGS: dict[str, tuple[str, str]] = {
    "bowl": ("어항에 담기기", "Fills a bowl like liquid"),
    "push": ("컵 밀어 떨어뜨리기", "Pushes a cup off the table"),
    "loaf": ("식빵 굽기", "Bakes a loaf"),
    "long": ("길어지기", "Grows long"),
    "back": ("등 돌리고 꼬리로 말하기", "Turns its back, the tail talks"),
    "zoomies": ("우다다", "Zoomies"),
    "box": ("상자 속에 숨기", "Hides in a box"),
    "arch": ("털 곤두세우기", "Bristles"),
    "spill": ("엎질러지기", "Spills over the floor"),
}
_DRAWN: Mapping[str, Callable[[Cast], Figure]] = {
    "bowl": liquid.bowl,
    "push": moods.push,
    "loaf": liquid.loaf,
    "long": liquid.long,
    "back": moods.back,
    "zoomies": moods.zoomies,
    "box": liquid.box,
    "arch": moods.arch,
    "spill": liquid.spill,
}


def gag_figure(cast: Cast) -> Figure:
    """The figure of the cast's gag.

    Raises:
        KeyError: When the design has no gag of that name.
    """
    return _DRAWN[cast.acting.gag](cast)
