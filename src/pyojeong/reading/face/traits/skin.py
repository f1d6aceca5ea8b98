"""The skin's colour, from where skin usually lies bare, and what of the light can be taken away again."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pyojeong.reading.face.traits.colours import LUMINANCE, Floats, encoded, hexed, linear
from pyojeong.reading.face.traits.frame import FramedFace, Mask, around
from pyojeong.reading.face.traits.parts import Skin
from pyojeong.reading.face.traits.remarks import Remark

CHEEKS = ((50, 205, 117), (280, 425, 346))
"""Landmarks on the picture's left and right cheek."""
FOREHEAD = (151, 9, 108, 337)
_RADIUS_CM = 0.65
_BAND = (0.40, 0.80)
"""Shares of the pixels by brightness taken as lit skin: below lies shadow and beard, above shine."""
_LEAST_PIXELS = 60
_SIDE_LIGHT = 0.8
"""Difference of the cheeks' log brightness (natural) from which light is called one-sided: 2.2 to 1."""
_ONE_SIDED_FROM, _TURNED = 0.4, 0.6
"""Difference from which the brighter cheek begins to count, fully so at `_SIDE_LIGHT`, and how much it counts then: in
136 pictures shaded on one side skin came out 16 L* too dark without it, 10 with it, 6 with the brighter cheek alone,
every tone alike; but shine, which such a shade does not have, makes dark skin in photos too pale."""
_DARK, _BRIGHT = 0.035, 0.80
"""Linear brightness of lit skin below and above which its colour is mostly noise or clipped; dark skin in good light
has .06 and more (ITA below -30° among the portraits)."""


@dataclass(frozen=True, slots=True, eq=False)
class SkinSample:
    """Lit skin as photographed.

    Attributes:
        light: Linear RGB.
        sides: Linear brightness of the left and right cheek (viewer's).
        turned: Linear RGB of the cheek that is turned to the light.
        spread: Standard deviation of the pixels' log brightness.
        pixels: How many there were.
    """

    light: Floats
    sides: tuple[float, float]
    turned: Floats
    spread: float
    pixels: int

    @property
    def one_sided(self) -> float:
        """Difference of the cheeks' log brightness."""
        left, right = (float(np.log(side + 0.005)) for side in self.sides)
        return abs(left - right)


def bare_skin(face: FramedFace, hair: Mask) -> Mask:
    """Where skin is looked for."""
    places = around(face, (*CHEEKS[0], *CHEEKS[1], *FOREHEAD), _RADIUS_CM)
    free = places & ~hair
    return free if free.sum() >= _LEAST_PIXELS else places


def sampled_skin(face: FramedFace, hair: Mask) -> SkinSample:
    """Lit skin of the cheeks and the forehead, hair left out."""
    light = linear(face.rgb)
    pixels = light[bare_skin(face, hair)]
    if len(pixels) == 0:
        pixels = light.reshape(-1, 3)
    cheeks = [light[around(face, cheek, _RADIUS_CM) & ~hair] for cheek in CHEEKS]
    left, right = (float(np.median(cheek @ LUMINANCE)) if len(cheek) else 0.0 for cheek in cheeks)
    turned = cheeks[int(right > left)]
    spread = float(np.log(pixels @ LUMINANCE + 0.005).std())
    lit = _lit(pixels)
    brighter = _lit(turned) if len(turned) else lit
    if brighter @ LUMINANCE < lit @ LUMINANCE:  # a cheek in the shadow of glasses
        brighter = lit
    return SkinSample(lit, (left, right), brighter, spread, len(pixels))


def _lit(pixels: Floats) -> Floats:
    """Mean of those between shadow and shine."""
    order = np.argsort(pixels @ LUMINANCE)
    low, high = (int(len(order) * share) for share in _BAND)
    return np.asarray(pixels[order[low : max(high, low + 1)]].mean(0))


def light_remarks(sample: SkinSample) -> tuple[Remark, ...]:
    """What of the light makes the colour uncertain."""
    found = []
    brightness = float(sample.light @ LUMINANCE)
    if brightness < _DARK:
        found.append(Remark.DARK)
    if brightness > _BRIGHT:
        found.append(Remark.BRIGHT)
    if sample.one_sided > _SIDE_LIGHT:
        found.append(Remark.SIDE_LIGHT)
    return tuple(found)


def measured_skin(sample: SkinSample, gain: Floats, remarks: tuple[Remark, ...]) -> Skin:
    """The skin's colour before and after ``gain`` (linear RGB), and how sure it is."""
    certainty = 0.9
    for remark, left in _TRUSTED.items():
        certainty *= left if remark in remarks else 1.0
    share = _TURNED * np.clip((sample.one_sided - _ONE_SIDED_FROM) / (_SIDE_LIGHT - _ONE_SIDED_FROM), 0, 1)
    light = sample.light ** (1 - share) * np.maximum(sample.turned, 1e-4) ** share
    return Skin(hexed(encoded(light * gain)), hexed(encoded(light)), round(certainty, 4))


_TRUSTED = {
    Remark.DARK: 0.4,
    Remark.BRIGHT: 0.5,
    Remark.SIDE_LIGHT: 0.7,
    Remark.COLOURED_LIGHT: 0.6,
    Remark.NO_COLOUR: 0.2,
    Remark.SMALL: 0.8,
}
