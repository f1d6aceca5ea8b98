"""Pages of writing as documents: `pyojeong.page/1`; and who reads them."""

from __future__ import annotations

from enum import Enum
from typing import Any

from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring
from pyojeong.media import Image
from pyojeong.reading.page import Line, Page, Word
from pyojeong.reading.page.stopping import Progress, Stop, never, untold

FORMAT = "pyojeong.page/1"
DOUBTFUL_BELOW = 0.8
"""Words less sure than this are marked (authored; `benchmarks.pages` prints how many of which certainty are right)."""


class PageEye(str, Enum):
    """Who reads a page."""

    HERE = "here"
    CLOVA = "clova"


def read_page(image: Image, eye: PageEye = PageEye.HERE, *, stop: Stop = never, progress: Progress = untold) -> Page:
    """The page in ``image``, read on this machine or, when the person says so, by their CLOVA OCR.

    Raises:
        PyojeongError: When nothing could be read, or who should read is not there.
    """
    if eye is PageEye.HERE:
        return wiring.page_reader().read(image, stop=stop, progress=progress)
    reader = wiring.clova_reader()
    if reader is None:
        raise PyojeongError(
            "CLOVA OCR이 설정되지 않았습니다; PYOJEONG_CLOVA_URL과 PYOJEONG_CLOVA_KEY를 적어 주세요.",
            "CLOVA OCR is not set up; set PYOJEONG_CLOVA_URL and PYOJEONG_CLOVA_KEY.",
            kind="no-clova",
        )
    return reader.read(image, stop=stop, progress=progress)


def is_doubtful(word: Word) -> bool:
    """Whether a person should look at the word."""
    return word.confidence < DOUBTFUL_BELOW


def page_json(page: Page, name: str = "") -> dict[str, Any]:
    """The document; boxes in pixels to a tenth, confidences to three digits."""
    return {
        "format": FORMAT,
        "image": name,
        "size_wh": list(page.size_wh),
        "reader": page.reader,
        "preparation": page.preparation,
        "confidence": round(page.confidence, 3),
        "text": page.text,
        "lines": [_line_json(line) for line in page.lines],
    }


def _line_json(line: Line) -> dict[str, Any]:
    return {**_stretch(line), "words": [_stretch(word) for word in line.words]}


def _stretch(one: Line | Word) -> dict[str, Any]:
    box = [round(side, 1) for side in one.box_xyxy]
    return {"text": one.text, "confidence": round(one.confidence, 3), "box_xyxy": box}
