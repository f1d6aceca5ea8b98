"""Korean text becomes a score."""

from pyojeong.reading.text.reader import TextReader

__all__ = ["TextReader"]
