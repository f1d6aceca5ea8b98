"""The emotion a drawn figure shows at the size of a chat window."""

from pyojeong.reading.drawn.reader import DrawnReader, DrawnReading

__all__ = ["DrawnReader", "DrawnReading"]
