"""A coarse reading of what a face does: some ARKit coefficients, from distances between its landmarks.

Linear on purpose: a ridge regression (Hoerl & Kennard 1970) over distances, fitted and measured by
`pyojeong.lab.face_coefficients`. Coefficients it cannot tell (r < .5 on faces it had not seen) are left out, not
guessed.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations, product
from typing import Any

import numpy as np
import numpy.typing as npt

from pyojeong.media.face import Face, Points
from pyojeong.rig import Expression
from pyojeong.weights.store import arrays_of, find

MODEL = "face-coefficients"

#: Landmark numbers of MediaPipe's face mesh, by what they lie on; Right and Left are the person's own.
_LIPS = (61, 40, 37, 0, 267, 270, 291, 321, 314, 17, 84, 91, 78, 81, 13, 311, 308, 402, 14, 178)
_AROUND_MOUTH = (2, 98, 327, 168, 152, 33, 263, 205, 425, 50, 280)
_EYES = ((33, 160, 159, 158, 133, 153, 145, 144, 468), (263, 387, 386, 385, 362, 380, 374, 373, 473))
_BROWS = ((70, 63, 105, 66, 107, 46, 53, 52, 65, 55), (300, 293, 334, 296, 336, 276, 283, 282, 295, 285))
_ABOVE_EYES = ((33, 133, 159, 168, 10), (263, 362, 386, 168, 10))
_SINGLE = (
    *((107, 336), (66, 296), (98, 327), (129, 358), (50, 145), (280, 374), (117, 145), (346, 374)),
    *((129, 133), (358, 362), (205, 133), (425, 362), (152, 168), (172, 168), (397, 168), (152, 2)),
)
_STEADY = (10, 168, 6, 33, 263, 133, 362, 127, 356, 234, 454)
"""Landmarks whose spread stands for the size of the face: they hardly move with the expression."""


def _pairs() -> npt.NDArray[np.int32]:
    pairs = list(combinations(_LIPS, 2)) + list(product(_LIPS, _AROUND_MOUTH)) + list(_SINGLE)
    for eye, brow, above in zip(_EYES, _BROWS, _ABOVE_EYES, strict=True):
        pairs += [*combinations(eye, 2), *product(brow, above)]
    return np.array(pairs, np.int32)


PAIRS = _pairs()
"""N×2 landmark numbers whose distance is a feature."""


def distances(landmarks: Points) -> npt.NDArray[np.float64]:
    """N distances in sizes of the face, so that neither its place, its size nor the turn of the head counts.

    Args:
        landmarks: 478×3 pixels, as in `Face`.
    """
    steady = landmarks[list(_STEADY)]
    size = np.sqrt(((steady - steady.mean(0)) ** 2).sum(1).mean())
    ends = landmarks[PAIRS]
    return np.asarray(np.linalg.norm(ends[:, 0] - ends[:, 1], axis=1) / size, np.float64)


def estimated_expression(face: Face) -> Expression:
    """What the face does, as far as its mesh shows it; see the model's card for how well each coefficient is told."""
    weights, offsets, names = _model()
    values = np.clip(distances(face.landmarks) @ weights + offsets, 0, 1)
    return Expression({name: round(float(value), 4) for name, value in zip(names, values, strict=True)})


@cache
def _model() -> tuple[npt.NDArray[Any], npt.NDArray[Any], tuple[str, ...]]:
    """Weights N×C, offsets C, and the names of the C coefficients."""
    arrays = arrays_of(MODEL)
    return (
        arrays["weights"].astype(np.float64),
        arrays["offsets"].astype(np.float64),
        find(MODEL).card.labels["expression"],
    )
