"""TALES: who says what in a story, and how each line is felt."""

from pyojeong.reading.tale.reader import Cast, TaleReader

__all__ = ["Cast", "TaleReader"]
