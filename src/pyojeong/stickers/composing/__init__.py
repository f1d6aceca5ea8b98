"""Stickers composed: a character does something and says something, drawn at any size."""

from pyojeong.stickers.composing.moments import Moment, MomentGroup, act_called, known_moments
from pyojeong.stickers.composing.picture import Composition
from pyojeong.stickers.composing.sticker import compose_sticker
from pyojeong.stickers.composing.wording import captions_for

__all__ = [
    "Composition",
    "Moment",
    "MomentGroup",
    "act_called",
    "captions_for",
    "compose_sticker",
    "known_moments",
]
