"""How coloured the light is, told with care: from edges of the whole scene and from where skin colours lie.

A regression over generated portraits under known casts, fitted with every skin tone weighing alike, in
`pyojeong.lab.traits_colour`. It knows only the casts' colour, never how bright the picture is; that is `exposure`'s.
The whites of the eyes are not used: they lightened dark skin.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import cv2
import numpy as np

from pyojeong.reading.face.traits.colours import LUMINANCE, Floats, linear
from pyojeong.reading.face.traits.frame import FramedFace, Mask, oval
from pyojeong.reading.face.traits.skin import SkinSample

FILE = Path(__file__).with_name("white_balance.json")
MOST = 0.40
"""Largest log gain of red or blue against green that is taken away: an incandescent lamp under daylight balance."""
COLOURED = 0.16
"""Log gain from which the light is called coloured."""
_TINY = 1e-4
_SIDE_PX = 128


def estimated_cast(face: FramedFace, sample: SkinSample) -> Floats:
    """Log gains of red and of blue against green that the light is guessed to have put on the picture."""
    return np.clip(cast_features(face, sample) @ _weights(), -MOST, MOST)


def gain_against(cast: Floats) -> Floats:
    """Linear RGB gains that take a cast away and keep grey as bright as it was.

    >>> gain_against(np.zeros(2)).round(6).tolist()
    [1.0, 1.0, 1.0]
    """
    gain = np.exp(-np.array([cast[0], 0.0, cast[1]]))
    return np.asarray(gain / (gain @ LUMINANCE))


def cast_features(face: FramedFace, sample: SkinSample) -> Floats:
    """Log red/green and blue/green of skin, edges, the scene and its lights; the skin's brightness; 1."""
    side = (_SIDE_PX, _SIDE_PX)
    light = linear(cv2.resize(face.rgb, side, interpolation=cv2.INTER_AREA))
    seen = _small(face.seen)
    inner = cv2.erode(seen.astype(np.uint8), np.ones((7, 7), np.uint8)) > 0
    inner = inner if inner.any() else seen
    outside = seen & ~_small(oval(face))
    edges = _edges(light)
    brightness = light @ LUMINANCE
    high = inner & (brightness >= np.percentile(brightness[inner], 98.5))
    within = inner & _small(oval(face))
    grey_edge = _mean(edges[inner], 6)
    parts = [
        sample.light,
        grey_edge,
        _mean(light[outside], 4) if outside.sum() > 200 else grey_edge,
        light[high].mean(0),
        _mean(edges[within], 6) if within.any() else grey_edge,
    ]
    dark = float(np.log(sample.light @ LUMINANCE + 0.002))
    return np.concatenate([*(_ratios(part) for part in parts), [dark, dark**2, 1.0]])


def _mean(values: Floats, power: int) -> Floats:
    """Minkowski mean of N×3; van de Weijer et al. 2007, IEEE TIP 16(9)."""
    return np.asarray((values**power).mean(0) ** (1 / power))


def _edges(light: Floats) -> Floats:
    smooth = cv2.GaussianBlur(light, (0, 0), 1.0)
    return np.asarray(np.hypot(cv2.Sobel(smooth, cv2.CV_64F, 1, 0), cv2.Sobel(smooth, cv2.CV_64F, 0, 1)))


def _ratios(light: Floats) -> Floats:
    red, green, blue = light + _TINY
    return np.array([np.log(red / green), np.log(blue / green)])


def _small(mask: Mask) -> Mask:
    return np.asarray(cv2.resize(mask.astype(np.uint8), (_SIDE_PX, _SIDE_PX), interpolation=cv2.INTER_NEAREST) > 0)


@cache
def _weights() -> Floats:
    """13×2."""
    return np.array(json.loads(FILE.read_text("utf-8"))["weights"], np.float64)
