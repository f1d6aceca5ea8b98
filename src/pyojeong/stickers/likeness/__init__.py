"""Photo → character: what was measured of a face becomes choices of a design, every guess with how sure it is."""

from pyojeong.stickers.likeness.likeness import Guess, Likeness
from pyojeong.stickers.likeness.mapping import character_of

__all__ = ["Guess", "Likeness", "character_of"]
