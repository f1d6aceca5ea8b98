"""What drawn people are and wear: skin in any tone, hair of many styles, beards, clothes with sleeves."""

from pyojeong.performing.character.wear.people.beards import BEARDS, beard
from pyojeong.performing.character.wear.people.garments import GARMENTS, Garment, garment
from pyojeong.performing.character.wear.people.hair import Hair, hair_of
from pyojeong.performing.character.wear.people.hair_cuts import CUTS
from pyojeong.performing.character.wear.people.hair_names import HAIR_STYLES
from pyojeong.performing.character.wear.people.outline import Outline, fitted, pushed
from pyojeong.performing.character.wear.people.tones import Tone

__all__ = [
    "BEARDS",
    "CUTS",
    "GARMENTS",
    "HAIR_STYLES",
    "Garment",
    "Hair",
    "Outline",
    "Tone",
    "beard",
    "fitted",
    "garment",
    "hair_of",
    "pushed",
]
