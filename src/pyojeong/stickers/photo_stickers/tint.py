"""Colour that a feeling takes a face to: the green of nausea, the pallor of fright.

Painted over a photo such colours are a mask. Here they go into the skin alone, most on the forehead and hardly on the
chin, so that lips, eyes and hair stay what they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

import cv2
import numpy as np
from numpy.typing import NDArray

from pyojeong.media.drawing.colours import rgb_of
from pyojeong.media.image import Pixels
from pyojeong.performing.character import Mark
from pyojeong.reading.face.traits.colours import Floats, lab_of_rgb
from pyojeong.reading.face.traits.frame import OVAL

TINTS: Mapping[Mark, str] = MappingProxyType({Mark.GREEN: "#78b45a", Mark.PALE: "#8fa7e0"})
"""Marks that a photo has as a colour of its skin."""
_MOST = 0.72
"""How far the skin goes towards its colour under such a light, at full strength (by eye at 100 pixels, six faces)."""
_LIT = 1.25
"""A filter takes light away; this gives it back."""
_FADE = (1.25, 1.1)
"""Tint at the top of the face before it is cut off at 1, and how much of it is lost down to the chin."""
_SOFT = 0.05
"""Standard deviation of its edge, in heights of the face."""
_OWN_HUE = 14.0
"""Distance in a* and b* from the skin's median over which the tint fades: lips, eyes and dyed hair are further off."""
_GREY = 4.0
"""Chroma under which a photo is black and white, and stays so."""
Shares = NDArray[np.float32]


def tinted(pixels: Pixels, points: Floats, marks: Iterable[tuple[Mark, float]]) -> Pixels:
    """The person (H×W×4 RGBA) with the skin of the face under the ``marks`` among `TINTS`, each with its strength.

    ``points`` are the face's landmarks in pixels.
    """
    wanted = [(rgb_of(TINTS[mark]), strength) for mark, strength in marks if mark in TINTS]
    if not wanted:
        return pixels
    skin = _skin(pixels, points)
    shown = pixels[..., :3].astype(np.float32)
    for colour, strength in wanted:
        share = (_MOST * strength) * skin[..., None]
        under = np.minimum(shown * (np.array(colour, np.float32) * (_LIT / 255)), 255)
        shown = shown + (under - shown) * share
    return np.dstack([np.rint(shown).astype(np.uint8), pixels[..., 3]])


def _skin(pixels: Pixels, points: Floats) -> Shares:
    """How far each pixel is skin of the face that takes a tint, H×W in [0, 1]; nowhere in a grey photo."""
    ring = np.rint(points[list(OVAL)]).astype(np.int32)
    top, tall = ring[:, 1].min(), max(1, np.ptp(ring[:, 1]))
    face = np.zeros(pixels.shape[:2], np.uint8)
    cv2.fillPoly(face, [ring], 255)
    hues = lab_of_rgb(cv2.GaussianBlur(np.ascontiguousarray(pixels[..., :3]), (0, 0), 1.0))[..., 1:]
    own = np.median(hues[face > 0], axis=0)
    if float(np.hypot(*own)) < _GREY:
        return np.zeros(face.shape, np.float32)
    near = np.exp(-0.5 * (np.linalg.norm(hues - own, axis=2) / _OWN_HUE) ** 2)
    heights = (np.arange(len(face))[:, None] - top) / tall
    share = face / 255 * near * np.clip(_FADE[0] - _FADE[1] * heights, 0, 1)
    return np.asarray(cv2.GaussianBlur(share.astype(np.float32), (0, 0), _SOFT * tall), np.float32)
