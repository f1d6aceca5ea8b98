"""Reads the emotion of a drawn figure: strokes are compared with a learned dictionary, and what is found is weighed.

The dictionary is learned without labels (k-means of whitened patches: Coates, Lee & Ng 2011, "An Analysis of
Single-Layer Networks in Unsupervised Feature Learning"), the weights with them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pyojeong.emotion.emotion import Emotion
from pyojeong.media.image import Pixels
from pyojeong.reading.drawn.view import GROUNDS, SIDES, Plane, cut_out, patches_of, pooled, seen_on
from pyojeong.weights.store import arrays_of

SHIPPED = "drawn-emotion"


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


@dataclass(frozen=True, slots=True, eq=False)
class Dictionary:
    """Strokes of one size: what makes patches white, and the strokes they are compared with."""

    mean: Plane
    white: Plane
    strokes: Plane

    def answers(self, patches: Plane) -> Plane:
        """n×k: how much nearer each stroke is than strokes are on the whole; 0 for those farther away."""
        whitened = (patches - self.mean) @ self.white
        squares = (whitened**2).sum(1)[:, None] + (self.strokes**2).sum(1) - 2 * whitened @ self.strokes.T
        far = np.sqrt(np.maximum(squares, 0))
        return np.asarray(np.maximum(far.mean(1, keepdims=True) - far, 0), np.float32)


class DrawnReader:
    """Reads drawn figures at chat size."""

    def __init__(self, arrays: Mapping[str, npt.NDArray[np.float32]]) -> None:
        self._dictionaries = tuple(
            Dictionary(arrays[f"mean{side}"], arrays[f"white{side}"], arrays[f"strokes{side}"]) for side in SIDES
        )
        self._centre, self._spread = arrays["centre"], arrays["spread"]
        self._weights, self._bias = arrays["weights"], arrays["bias"]
        self._sharpness = float(arrays["sharpness"])

    @classmethod
    def shipped(cls) -> DrawnReader:
        """The reader that comes with the package.

        Raises:
            PyojeongError: When its file is missing or changed.
        """
        return cls(arrays_of(SHIPPED))

    def read(self, picture: Pixels) -> DrawnReading:
        """What an H×W×4 picture shows, on light and on dark together; best about 100 pixels wide.

        Raises:
            ValueError: When the picture has no alpha channel.
        """
        if picture.ndim != 3 or picture.shape[2] != 4:
            raise ValueError(f"picture must be H×W×4, but got {picture.shape}")
        rows = np.stack(features(picture, self._dictionaries))
        scores = ((rows - self._centre) / self._spread) @ self._weights + self._bias
        shares = softmax(self._sharpness * scores).mean(0)
        return DrawnReading(dict(zip(Emotion, map(float, shares), strict=True)), float(shares.max()))


def features(picture: Pixels, dictionaries: tuple[Dictionary, ...]) -> list[Plane]:
    """One row for each ground."""
    part = cut_out(picture)
    return [
        np.sqrt(
            np.concatenate(
                [
                    pooled(dictionary.answers(patches_of(seen_on(part, ground, side))))
                    for side, dictionary in zip(SIDES, dictionaries, strict=True)
                ]
            )
        )
        for ground in GROUNDS
    ]


def softmax(scores: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Shares that sum to 1 along the last axis.

    >>> softmax(np.array([0.0, 0.0])).tolist()
    [0.5, 0.5]
    """
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True))
