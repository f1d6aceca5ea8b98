"""The colour of what somebody wears in a photo: what is under the chin, is a person, and neither skin nor hair."""

from __future__ import annotations

import cv2
import numpy as np

from pyojeong.media.colour import to_srgb
from pyojeong.media.face import Face
from pyojeong.media.image import Image
from pyojeong.media.saving import on_white
from pyojeong.reading.face.traits.colours import Floats, encoded, hexed, lab, lab_of_rgb, linear, rgb_of
from pyojeong.reading.face.traits.frame import FramedFace, Mask, framed, px_a_cm
from pyojeong.reading.face.traits.person import person_share
from pyojeong.reading.face.traits.traits import Traits

_UNDER_CHIN_CM = 2.5
"""The neck is skin, and its shadow looks like dark cloth."""
_WIDE_CM = 11.0
_SKIN, _HAIR = 17.0, 12.0
"""ΔE*ab with lightness at half weight; nearer is skin or hair."""
_LEAST_PX = 150
"""Of cloth in the crop, which has 8 pixels a centimetre: a collar."""
_CLUSTERS = 3


def worn_colour(image: Image, face: Face, traits: Traits) -> str | None:
    """``#rrggbb`` of the clothes' largest area; None where the photo shows too little of them."""
    crop = framed(on_white(to_srgb(image).pixels), face)
    colours = lab(linear(crop.rgb))
    place = _under_chin(crop) & (person_share(crop.rgb) > 0.6)
    cloth = place & _apart(colours, traits.skin.as_photographed, _SKIN)
    if traits.hair.colour is not None:
        cloth &= _apart(colours, traits.hair.colour, _HAIR)
    if cloth.sum() < _LEAST_PX:
        return None
    return _largest(crop, cloth)


def _under_chin(crop: FramedFace) -> Mask:
    chin, middle = crop.points[152], crop.centre[0]
    rows, columns = np.mgrid[: crop.rgb.shape[0], : crop.rgb.shape[1]]
    low = rows > chin[1] + _UNDER_CHIN_CM * px_a_cm()
    return np.asarray(low & (abs(columns - middle) < _WIDE_CM * px_a_cm()) & crop.seen)


def _apart(colours: Floats, colour: str, far: float) -> Mask:
    weights = np.array([0.5, 1.0, 1.0])
    return np.asarray(np.linalg.norm((colours - lab_of_rgb(rgb_of(colour))) * weights, axis=2) > far)


def _largest(crop: FramedFace, cloth: Mask) -> str:
    """The middle of the largest of three clusters of colour."""
    pixels = linear(crop.rgb[cloth])
    samples = lab(pixels).astype(np.float32)
    stop = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 20, 0.5)
    cv2.setRNGSeed(0)
    _, labels, _ = cv2.kmeans(samples, min(_CLUSTERS, len(samples)), np.empty(0), stop, 2, cv2.KMEANS_PP_CENTERS)
    largest = np.bincount(labels.ravel()).argmax()
    return hexed(encoded(np.median(pixels[labels.ravel() == largest], 0)))
