"""Reads the emotion of a drawn figure: a small convolutional network, looked through by ONNX Runtime."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from pyojeong.emotion.emotion import Emotion
from pyojeong.media.image import Pixels
from pyojeong.reading.drawn.view import views_of
from pyojeong.weights.session import open_session
from pyojeong.weights.store import verify

SHIPPED = "drawn-emotion"
INPUT, OUTPUT = "pictures", "scores"
"""Of the ONNX file: N×3×S×S levels in [0, 255], N×8 logits, already divided by the temperature."""


@dataclass(frozen=True, slots=True)
class DrawnReading:
    """What the reader sees in one picture.

    Attributes:
        shares: How much of each of the eight emotions; they sum to 1.
        certainty: The chance that the leading one is what is meant, as measured on designs it had not seen.
    """

    shares: Mapping[Emotion, float]
    certainty: float

    @property
    def ranked(self) -> tuple[tuple[Emotion, float], ...]:
        """Emotions with their shares, the likeliest first."""
        return tuple(sorted(self.shares.items(), key=lambda pair: -pair[1]))

    @property
    def leading(self) -> Emotion:
        """The likeliest."""
        return self.ranked[0][0]


class DrawnReader:
    """Reads drawn figures at chat size."""

    def __init__(self, session: Any) -> None:
        self._session = session

    @classmethod
    def shipped(cls) -> DrawnReader:
        """The reader that comes with the package.

        Raises:
            PyojeongError: When its file is missing or changed.
        """
        return cls(open_session(verify(SHIPPED).path, threads=1))

    def read(self, picture: Pixels) -> DrawnReading:
        """What an H×W×4 picture shows, on light and on dark together; best about 100 pixels wide.

        Raises:
            ValueError: When the picture has no alpha channel.
        """
        if picture.ndim != 3 or picture.shape[2] != 4:
            raise ValueError(f"picture must be H×W×4, but got {picture.shape}")
        logits = self._session.run([OUTPUT], {INPUT: views_of(picture)})[0]
        shares = softmax(np.asarray(logits, np.float64).mean(0))
        return DrawnReading(dict(zip(Emotion, map(float, shares), strict=True)), float(shares.max()))


def softmax(scores: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Shares that sum to 1 along the last axis.

    >>> softmax(np.array([0.0, 0.0])).tolist()
    [0.5, 0.5]
    """
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True))
