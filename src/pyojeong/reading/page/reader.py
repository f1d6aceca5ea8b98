"""A photograph of a page becomes a `Page`: prepared in two ways, read twice, the surer reading kept."""

from __future__ import annotations

import re
from typing import Protocol

import numpy as np
import numpy.typing as npt

from pyojeong.errors import PyojeongError
from pyojeong.media import Image
from pyojeong.media.image import Pixels
from pyojeong.reading.page.page import Line, Page, Word
from pyojeong.reading.page.preparing import Prepared, prepared
from pyojeong.reading.page.rules import without_rules
from pyojeong.reading.page.stopping import Progress, Stop, never, untold

Grey = npt.NDArray[np.uint8]

SURE_ENOUGH = 0.6
"""Mean confidence below which the page is read once more, standing on its head (authored)."""
LEAST_CERTAINTY, FEW_WORDS = 0.4, 12
"""A page of so few words of two syllables, read less surely than this, is no writing: see `holds_writing`.

Measured: portraits, cats and cups were read at .22–.38, up to 99 "words" of single strokes; drawn pages in the worst
conditions at .81 and above.
"""
_SYLLABLES = re.compile("[가-힣]{2}")
HALF_TURN = 2
READER = "tesseract"


class LineReader(Protocol):
    """Reads the lines of a grey page (uint8 H×W, dark on light)."""

    def lines(self, grey: Grey, *, stop: Stop = never) -> tuple[Line, ...]:
        """The lines in reading order, boxes in pixels of ``grey``."""
        ...


class PageReader:
    """Reads pages by a reader of lines; safe to use from several threads.

    Args:
        reader: Reads one prepared picture.
    """

    def __init__(self, reader: LineReader) -> None:
        self._reader = reader

    def read(self, image: Image, *, stop: Stop = never, progress: Progress = untold) -> Page:
        """The page in ``image``.

        Args:
            image: A photograph or a scan; transparent parts count as white paper.
            stop: Asked between steps.
            progress: See `Progress`.

        Raises:
            PyojeongError: When nothing could be read, or ``stop`` says to end.
        """
        grey = grey_on_white(image)
        page = self._surest(grey, stop, lambda share: progress(share / 2))
        if page.confidence < SURE_ENOUGH:
            turned = np.ascontiguousarray(np.rot90(grey, HALF_TURN))
            other = self._surest(turned, stop, lambda share: progress((1 + share) / 2))
            page = max(page, turned_back(other, HALF_TURN), key=lambda one: one.confidence)
        progress(1.0)
        if not holds_writing(page):
            raise PyojeongError(
                "그림에서 글자를 찾지 못했습니다; 글이 크고 밝게 보이도록 가까이에서 다시 찍어 주세요.",
                "No writing was found in the picture; take it again from nearer, in good light.",
                kind="no-writing",
            )
        return page

    def _surest(self, grey: Grey, stop: Stop, progress: Progress) -> Page:
        """The page as it lies, read after each preparation; the surest of them."""
        pages = []
        ways = prepared(grey)
        for number, (name, page) in enumerate(ways.items()):
            stop()
            progress((number + 0.2) / len(ways))
            lines = without_rules(self._reader.lines(page.grey, stop=stop))
            pages.append(Page(lines_in_photo(lines, page, size_of(grey)), size_of(grey), READER, name.value))
        return max(pages, key=lambda one: one.confidence)


def holds_writing(page: Page) -> bool:
    """Whether what was read is writing and not the strokes of a face or a landscape.

    A long page is given as it was read, however unsure: poor handwriting can be corrected line by line.
    """
    if page.confidence >= LEAST_CERTAINTY:
        return bool(page.lines)
    return sum(bool(_SYLLABLES.search(word.text)) for line in page.lines for word in line.words) > FEW_WORDS


def grey_on_white(image: Image) -> Grey:
    """The picture's luminance, uint8 H×W."""
    import cv2

    from pyojeong.media.saving import on_white

    pixels: Pixels = np.ascontiguousarray(on_white(image.pixels))
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), np.uint8)


def size_of(grey: Grey) -> tuple[int, int]:
    """Width and height."""
    return int(grey.shape[1]), int(grey.shape[0])


def lines_in_photo(lines: tuple[Line, ...], page: Prepared, size_wh: tuple[int, int]) -> tuple[Line, ...]:
    """The same lines with their boxes in the photograph."""
    return tuple(
        Line(tuple(Word(word.text, word.confidence, page.in_photo(word.box_xyxy, size_wh)) for word in line.words))
        for line in lines
    )


def turned_back(page: Page, turns: int) -> Page:
    """A page read after ``turns`` quarter turns anticlockwise, with boxes where they were before.

    >>> word = Word("위", 1.0, (0, 0, 10, 5))
    >>> turned_back(Page((Line((word,)),), (40, 20), "tesseract"), 1).lines[0].box_xyxy
    (15, 0, 20, 10)
    """
    lines, size_wh = page.lines, page.size_wh
    for _ in range(turns % 4):
        lines = tuple(Line(tuple(_clockwise(word, size_wh[1]) for word in line.words)) for line in lines)
        size_wh = size_wh[1], size_wh[0]
    return Page(lines, size_wh, page.reader, page.preparation)


def _clockwise(word: Word, height: int) -> Word:
    left, top, right, bottom = word.box_xyxy
    return Word(word.text, word.confidence, (height - bottom, left, height - top, right))
