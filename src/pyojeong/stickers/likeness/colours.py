"""A photo's colours brought into a drawing's: clearer and warmer, with the person's own lightness and hue.

Drawings have neither shade nor shine, so a colour measured in a lit photo looks dirty in them. What is measured is led
half way to a drawn colour of the same lightness. Lightness itself hardly moves: nobody becomes paler.
"""

from __future__ import annotations

import numpy as np

from pyojeong.reading.face.traits.colours import Floats, hexed, lab_of_rgb, rgb_of

SKINS = ("#fff0e4", "#ffdfc8", "#f5cba7", "#e6b188", "#cf9468", "#b07449", "#935c3b", "#754832", "#5c3828")
"""Drawn skins from the lightest to the darkest, as person designs offer them."""
HAIRS = ("#2b2426", "#4a342b", "#6f4a33", "#9a6a3f", "#d3a55c", "#b5523a", "#8d8a8f", "#e9e4dc")
IRISES = ("#4a3020", "#8a5a36", "#5f7d4a", "#4f7fa8", "#7a7f8c")
SKIN_LIGHTNESS = (
    *((20.0, 25.0), (36.0, 37.0), (44.0, 46.0), (52.0, 56.0), (58.0, 64.0), (65.0, 72.0), (72.0, 82.0), (82.0, 90.0)),
    (100.0, 95.0),
)
"""CIELAB L* of measured skin → of drawn skin. A photo's light skin measures 65 to 75, a drawing's has 82 to 92, and
one that keeps 70 looks tanned beside white paper; brown and dark skin is drawn about as it measures."""
HAIR_LIGHTNESS = ((0.0, 10.0), (12.0, 15.0), (25.0, 27.0), (40.0, 46.0), (60.0, 68.0), (80.0, 86.0), (100.0, 93.0))
_OWN_HUE = 0.55
"""Share of the measured hue and strength; the rest is the drawn colour's."""
_DARK_IRIS, _PALE_IRIS, _HUED = 27.0, 42.0, 5.0
"""CIELAB: an iris darker than the first is brown in shadow unless it is clearly blue; a grey one is paler than the
second; the third is how far from grey a hue begins."""
_CLEARER = 1.25
"""Hair's strength of colour against the measured one: shadows between strands grey it."""
_GREY = 7.0
"""CIELAB chroma under which hair is grey or black and takes no warmth."""
_TO_RGB = np.array(
    [[3.2404542, -1.5371385, -0.4985314], [-0.9692660, 1.8760108, 0.0415560], [0.0556434, -0.2040259, 1.0572252]]
)
_WHITE = np.array([0.95047, 1.0, 1.08883])
"""IEC 61966-2-1 (sRGB), white D65."""


def drawn_skin(colour: str, *, hue_known: bool = True) -> str:
    """The skin as it is drawn.

    >>> drawn_skin("#c79b73"), drawn_skin("#593b2e")
    ('#e0af86', '#644131')
    """
    measured = lab_of_rgb(rgb_of(colour))
    light = float(np.interp(measured[0], *np.array(SKIN_LIGHTNESS).T))
    return _drawn(measured, light, _at_lightness(SKINS, light), _OWN_HUE if hue_known else 0.0)


def drawn_hair(colour: str, *, hue_known: bool = True) -> str:
    """The hair as it is drawn; black and grey stay so.

    >>> drawn_hair("#0e171b") < drawn_hair("#816039")
    True
    """
    measured = lab_of_rgb(rgb_of(colour))
    light = float(np.interp(measured[0], *np.array(HAIR_LIGHTNESS).T))
    if float(np.hypot(*measured[1:])) < _GREY or not hue_known:
        return _coloured(light, measured[1:] * (0.5 if hue_known else 0.0))
    clear = measured * np.array([1.0, _CLEARER, _CLEARER])
    return _drawn(clear, light, lab_of_rgb(rgb_of(_nearest(HAIRS, clear))), _OWN_HUE + 0.15)


def drawn_iris(colour: str) -> str:
    """The iris as it is drawn: lighter and clearer than an eye in its lid's shadow, of a hue the photo shows.

    >>> drawn_iris("#3b261d") == drawn_iris("#282427")
    True
    """
    light, red, yellow = (float(v) for v in lab_of_rgb(rgb_of(colour)))
    if light < _DARK_IRIS and yellow > -_HUED:
        return IRISES[0]
    if yellow < -_HUED:
        return IRISES[3]
    if red < -_HUED / 2 or (light > _PALE_IRIS and yellow > _HUED and red < _HUED / 2):
        return IRISES[2]
    if yellow < _HUED:
        return IRISES[4] if light > _PALE_IRIS else IRISES[0]
    return IRISES[1] if light > _PALE_IRIS - 8 else IRISES[0]


def drawn_cloth(colour: str) -> str:
    """Clothes as they are drawn: a little lighter and stronger."""
    measured = lab_of_rgb(rgb_of(colour))
    return _coloured(24.0 + 0.72 * float(measured[0]), 1.25 * measured[1:])


def paler(colour: str, lightness: float) -> str:
    """The same hue, its L* moved up to ``lightness`` where it is lower: coats on which a face is still seen.

    Strength grows along, or dark brown would come out grey.
    """
    measured = lab_of_rgb(rgb_of(colour))
    light = max(float(measured[0]), lightness)
    return _coloured(light, measured[1:] * min(2.0, light / max(8.0, float(measured[0]))) ** 0.9)


def lighter(colour: str, by: float) -> str:
    """The same hue ``by`` units of L* lighter, or darker when it is negative."""
    measured = lab_of_rgb(rgb_of(colour))
    return _coloured(float(np.clip(measured[0] + by, 15.0, 96.0)), measured[1:])


def _drawn(measured: Floats, light: float, drawn: Floats, own: float) -> str:
    return _coloured(light, own * measured[1:] + (1 - own) * drawn[1:])


def _at_lightness(palette: tuple[str, ...], light: float) -> Floats:
    """The palette's colour of this lightness, between its neighbours."""
    colours = np.array(sorted(lab_of_rgb(rgb_of(one)).tolist() for one in palette))
    return np.array([np.interp(light, colours[:, 0], colours[:, n]) for n in range(3)])


def _nearest(palette: tuple[str, ...], measured: Floats) -> str:
    """Hue counts more than lightness, which the photo's light makes."""
    return min(
        palette, key=lambda one: float(np.linalg.norm((lab_of_rgb(rgb_of(one)) - measured) * np.array([0.6, 1, 1])))
    )


def _coloured(light: float, hue: Floats) -> str:
    """``#rrggbb`` of CIELAB, paler where the screen cannot show it."""
    for share in (1.0, 0.85, 0.7, 0.5, 0.25, 0.0):
        linear = _linear(light, share * hue)
        if linear.min() >= -1e-3 and linear.max() <= 1.001:
            break
    low = np.clip(linear, 0, 1)
    return hexed(255 * np.where(low <= 0.0031308, 12.92 * low, 1.055 * low ** (1 / 2.4) - 0.055))


def _linear(light: float, hue: Floats) -> Floats:
    y = (light + 16) / 116
    f = np.array([y + hue[0] / 500, y, y - hue[1] / 200])
    xyz = np.where(f > 6 / 29, f**3, 3 * (6 / 29) ** 2 * (f - 4 / 29)) * _WHITE
    return np.asarray(_TO_RGB @ xyz)
