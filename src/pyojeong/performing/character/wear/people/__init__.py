"""What drawn people are and wear: skin in any tone, hair of many styles, beards, clothes with sleeves."""

from pyojeong.performing.character.wear.people.beards import BEARDS, beard
from pyojeong.performing.character.wear.people.cloth import Garment
from pyojeong.performing.character.wear.people.garments import GARMENTS, garment
from pyojeong.performing.character.wear.people.hair import Hair, hair_of, outer_edge
from pyojeong.performing.character.wear.people.hair_cuts import CUTS
from pyojeong.performing.character.wear.people.hair_names import HAIR_STYLES
from pyojeong.performing.character.wear.people.outline import (
    BULGES,
    MOST_BULGE,
    Bulges,
    Outline,
    bulging,
    pushed,
)
from pyojeong.performing.character.wear.people.tones import Tone

__all__ = [
    "BEARDS",
    "BULGES",
    "CUTS",
    "GARMENTS",
    "HAIR_STYLES",
    "MOST_BULGE",
    "Bulges",
    "Garment",
    "Hair",
    "Outline",
    "Tone",
    "beard",
    "bulging",
    "garment",
    "hair_of",
    "outer_edge",
    "pushed",
]
