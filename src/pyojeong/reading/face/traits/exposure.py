"""How much brighter a dim photo has to be taken for its skin to come out in its own tone.

Skin alone cannot tell dark skin from dim light; the whites of the eyes, teeth, hair and the scene's lights together
can, mostly. A regression over generated portraits made darker by known amounts, every tone weighing alike
(`pyojeong.lab.traits_exposure`); what is small against its error is left, so that most pictures stay as they are.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import cv2
import numpy as np

from pyojeong.reading.face.traits.colours import LUMINANCE, Floats, linear
from pyojeong.reading.face.traits.frame import FramedFace, Mask, oval, polygon
from pyojeong.reading.face.traits.skin import SkinSample

FILE = Path(__file__).with_name("exposure.json")
MARGIN, MOST = 0.25, 0.9
"""Log gains: less is within the regression's error (.24) and left, more is never given."""
_EYES = (
    (33, 246, 161, 160, 159, 158, 157, 173, 133, 155, 154, 153, 145, 144, 163, 7),
    (263, 466, 388, 387, 386, 385, 384, 398, 362, 382, 381, 380, 374, 373, 390, 249),
)
_LIPS = (78, 81, 13, 311, 308, 402, 14, 178)
_WIDE_PX = 60
"""Around the face's oval, not counted as ground: hair and neck."""
_DARKEST = 0.002


def exposure_gain(face: FramedFace, hair: Mask, sample: SkinSample) -> float:
    """What linear light is to be multiplied with, at least 1."""
    told = _model()
    wanted = (brightness_features(face, hair, sample) - told["mean"]) / told["scale"] @ told["weights"]
    return float(np.exp(np.clip(float(wanted) - MARGIN, 0.0, MOST)))


def brightness_features(face: FramedFace, hair: Mask, sample: SkinSample) -> Floats:
    """Log brightness of eyes, scene, hair, face, teeth and ground against the skin's and of themselves; squares; 1."""
    light = linear(face.rgb) @ LUMINANCE
    skin = float(np.log(sample.light @ LUMINANCE + _DARKEST))
    eyes = polygon(face.points[list(_EYES[0])]) | polygon(face.points[list(_EYES[1])])
    mouth = polygon(face.points[list(_LIPS)])
    within, scene = oval(face) & face.seen, light[face.seen]
    ground = face.seen & (cv2.dilate(oval(face).astype(np.uint8), np.ones((_WIDE_PX, _WIDE_PX), np.uint8)) == 0)
    white, dark = _percentiles(light[eyes], (92, 8), skin, least=9)
    shades = _percentiles(scene, (2, 25, 50, 75, 98), skin)
    (strands,) = _percentiles(light[hair], (50,), shades[0], least=101)
    low, middle, high = _percentiles(light[within], (5, 50, 97), skin)
    (teeth,) = _percentiles(light[mouth], (95,), high, least=13)
    (lit,) = _percentiles(light[ground], (90,), shades[3], least=101)
    others = np.array([white, dark, *shades, strands, low, middle, high, teeth, lit])
    themselves = np.array([skin, white, strands, high, lit])
    apart = others - skin
    return np.concatenate([apart, themselves, themselves**2, apart[0] * themselves, [1.0]])


def _percentiles(light: Floats, shares: tuple[int, ...], otherwise: float, least: int = 1) -> list[float]:
    if len(light) < least:
        return [otherwise] * len(shares)
    return [float(value) for value in np.log(np.percentile(light, shares) + _DARKEST)]


@cache
def _model() -> dict[str, Floats]:
    written = json.loads(FILE.read_text("utf-8"))
    return {name: np.array(written[name], np.float64) for name in ("mean", "scale", "weights")}
