"""The duck's own gags: each redraws the whole bird, and its face still says what it feels."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pyojeong.performing.character.designs import duck_tricks as tricks
from pyojeong.performing.character.designs import duck_troubles as troubles
from pyojeong.performing.character.designs.duck_parts import Scene
from pyojeong.performing.character.figure import Figure

GAGS: dict[str, tuple[str, str]] = {
    "dive": ("물속에 머리 박기", "Head under water"),
    "egg": ("놀라서 알 낳기", "Lays an egg in surprise"),
    "trumpet": ("부리가 나팔이 되기", "Its bill becomes a trumpet"),
    "bald": ("깃털이 다 빠지기", "Loses every feather"),
    "ducklings": ("줄지어 가기", "Leads a row of ducklings"),
    "ice": ("꽁꽁 얼기", "Frozen in a block of ice"),
    "roast": ("오리구이 되기", "On the spit"),
}

DRAWN: Mapping[str, Callable[[Scene], Figure]] = {
    "dive": troubles.dive,
    "egg": tricks.egg,
    "trumpet": tricks.trumpet,
    "bald": troubles.bald,
    "ducklings": tricks.ducklings,
    "ice": troubles.ice,
    "roast": troubles.roast,
}
