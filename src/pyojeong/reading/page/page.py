"""What stands on a page: lines of words, each with its place and how sure the reader is."""

from __future__ import annotations

from dataclasses import dataclass

BoxXyxy = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Word:
    """One word as it was read.

    Attributes:
        text: Its characters, without white space.
        confidence: The reader's own certainty in [0, 1].
        box_xyxy: Left, top, right, bottom in pixels of the picture that was given.
    """

    text: str
    confidence: float
    box_xyxy: BoxXyxy

    def __post_init__(self) -> None:
        if not self.text or any(character.isspace() for character in self.text):
            raise ValueError(f"text must be one word without white space, but got {self.text!r}")
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"confidence must be in [0, 1], but got {self.confidence!r}")
        left, top, right, bottom = self.box_xyxy
        if right < left or bottom < top:
            raise ValueError(f"box_xyxy must run left to right and top to bottom, but got {self.box_xyxy!r}")


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one line, from left to right; at least one.

    >>> line = Line((Word("오늘은", 0.9, (10, 10, 60, 30)), Word("비", 0.5, (70, 12, 90, 30))))
    >>> line.text, round(line.confidence, 2), line.box_xyxy
    ('오늘은 비', 0.8, (10, 10, 90, 30))
    """

    words: tuple[Word, ...]

    def __post_init__(self) -> None:
        if not self.words:
            raise ValueError("a line must hold at least one word, but got none")

    @property
    def text(self) -> str:
        """The words with a space between each two."""
        return " ".join(word.text for word in self.words)

    @property
    def confidence(self) -> float:
        """Mean confidence of its characters in [0, 1]."""
        characters = sum(len(word.text) for word in self.words)
        return sum(word.confidence * len(word.text) for word in self.words) / characters

    @property
    def box_xyxy(self) -> BoxXyxy:
        """The box around its words."""
        lefts, tops, rights, bottoms = zip(*(word.box_xyxy for word in self.words), strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page in reading order; none when nothing was found.

    Attributes:
        lines: From the first to the last.
        size_wh: Size of the picture in pixels; the boxes lie in it.
        reader: Who read it, e.g. ``"tesseract"``; said to the person.
        preparation: How the picture was prepared for the reader, e.g. ``"ink"``.

    >>> Page((), (640, 480), "tesseract").text
    ''
    """

    lines: tuple[Line, ...]
    size_wh: tuple[int, int]
    reader: str
    preparation: str = ""

    @property
    def text(self) -> str:
        """The lines, one under the other."""
        return "\n".join(line.text for line in self.lines)

    @property
    def confidence(self) -> float:
        """Mean confidence of its characters in [0, 1]; 0 for an empty page."""
        characters = sum(len(word.text) for line in self.lines for word in line.words)
        total = sum(len(word.text) * word.confidence for line in self.lines for word in line.words)
        return total / characters if characters else 0.0
