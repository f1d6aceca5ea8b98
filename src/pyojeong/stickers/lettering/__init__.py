"""Captions drawn as shapes: fitted, broken at 어절, dressed by feeling, placed beside a figure, measured."""

from pyojeong.stickers.lettering.at_chat_size import Legibility, legibility
from pyojeong.stickers.lettering.boxes import Box
from pyojeong.stickers.lettering.forms import Form
from pyojeong.stickers.lettering.lettering import Lettered, lacking, letter
from pyojeong.stickers.lettering.moods import motion_for, style_for
from pyojeong.stickers.lettering.motion import Motion
from pyojeong.stickers.lettering.placing import Place, Placed, Room, place_caption
from pyojeong.stickers.lettering.style import NIGHT, WHITE, Style
from pyojeong.stickers.lettering.voices import Voice

__all__ = [
    "NIGHT",
    "WHITE",
    "Box",
    "Form",
    "Legibility",
    "Lettered",
    "Motion",
    "Place",
    "Placed",
    "Room",
    "Style",
    "Voice",
    "lacking",
    "legibility",
    "letter",
    "motion_for",
    "place_caption",
    "style_for",
]
