"""What checks look through: the gate for manners, the readers of letters and of drawn faces."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pyojeong.errors import PyojeongError
from pyojeong.media.image import Pixels
from pyojeong.reading.drawn import DrawnReading
from pyojeong.reading.page.page import Line

Grey = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Instruments:
    """The readers there are; what is None is told in the report as not checked.

    Attributes:
        is_polite: Whether words may stand on a picture for others.
        lines_in: Lines of letters in a grey picture, dark on light.
        read_face: The emotion a drawn figure of 100×100×4 shows.
    """

    is_polite: Callable[[str], bool] | None = None
    lines_in: Callable[[Grey], tuple[Line, ...]] | None = None
    read_face: Callable[[Pixels], DrawnReading] | None = None

    @classmethod
    def found(cls) -> Instruments:
        """The package's own readers, and Tesseract where it is installed with its Korean model."""
        from pyojeong.reading.drawn import DrawnReader
        from pyojeong.reading.page.tesseract import Tesseract
        from pyojeong.reading.text.gate import Gate

        gate = Gate.shipped()
        try:
            lines_in = Tesseract.found().lines
        except PyojeongError:  # not installed: the report says what was not looked at
            lines_in = None
        return cls(lambda words: gate.check(words).polite, lines_in, DrawnReader.shipped().read)
