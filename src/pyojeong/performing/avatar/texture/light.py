"""Linear light, and the light that fell on a photographed head."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]
Reals = npt.NDArray[np.floating[Any]]

LUMINANCE = np.array([0.2126, 0.7152, 0.0722], np.float32)
"""Rec. 709."""
_ROUNDS, _DOUBTED = 6, 0.15
_STIFF = np.array([0.0, 0.5, 0.5, 0.5, 4.0, 4.0, 4.0, 4.0, 4.0]) * 0.02
"""How much the nine terms are held back, per skin point: one photo shows half of a head."""
SHADE_RANGE = (0.45, 1.9)
COLOUR_SHARE = 0.6
DIVIDED_SHARE = 0.8
"""Exponent on the shade that is divided out. All of it makes faces flat; chosen by eye on seven portraits."""


@cache
def _linear_of_byte() -> Floats:
    s = np.arange(256) / 255
    return np.where(s <= 0.04045, s / 12.92, ((s + 0.055) / 1.055) ** 2.4).astype(np.float32)


def linear(pixels: npt.NDArray[np.uint8]) -> Floats:
    """Linear light in [0, 1] of sRGB bytes.

    >>> linear(np.array([0, 255], np.uint8)).tolist()
    [0.0, 1.0]
    """
    return _linear_of_byte()[pixels]


def encoded(light: Reals) -> npt.NDArray[np.uint8]:
    """SRGB bytes of linear light, clipped.

    >>> encoded(linear(np.array([7, 200], np.uint8))).tolist()
    [7, 200]
    """
    v = np.clip(light, 0, 1)
    curve = np.where(v <= 0.0031308, 12.92 * v, 1.055 * np.power(v, 1 / 2.4) - 0.055)
    return np.asarray(np.rint(255 * curve), np.uint8)


def coloured_shade(normals: Reals, colours: Reals, is_skin: npt.NDArray[np.bool_]) -> Floats:
    """V×3: how much redder, greener, bluer and brighter light made each point than the skin's median.

    Light of one colour and shadows of another are told by fitting each channel; but cheeks are red in any light, so
    only `COLOUR_SHARE` of what a channel does beyond luminance is believed.
    """
    common = shade_of(normals, colours @ LUMINANCE, is_skin)
    apart = np.stack([shade_of(normals, colours[:, k], is_skin) for k in range(3)], 1) / common[:, None]
    return np.asarray(common[:, None] ** DIVIDED_SHARE * apart**COLOUR_SHARE, np.float32)


def shade_of(normals: Reals, luminance: Reals, is_skin: npt.NDArray[np.bool_]) -> Doubles:
    """V: light at each normal (V×3) relative to the skin's median, in `SHADE_RANGE`.

    Nine spherical harmonics (Ramamoorthi & Hanrahan 2001) fitted to the luminance of the points that are skin, with
    less and less weight on those that do not follow: brows, moles, make-up.
    """
    terms, seen = _harmonics(normals), is_skin.astype(np.float64)
    middle = float(np.median(luminance[is_skin]))
    hold = np.diag(_STIFF) * is_skin.sum()
    start = np.array([middle, *[0.0] * 8])
    weights, found = seen, start
    for _ in range(_ROUNDS):
        weighed = terms * weights[:, None]
        found = np.linalg.solve(weighed.T @ terms + hold, weighed.T @ luminance + hold @ start)
        weights = seen / (1 + ((luminance - terms @ found) / (_DOUBTED * middle)) ** 2)
    light = terms @ found
    return np.asarray(np.clip(light / np.median(light[is_skin]), *SHADE_RANGE))


def _harmonics(normals: Reals) -> Doubles:
    x, y, z = normals.astype(np.float64).T
    return np.stack([np.ones_like(x), y, z, x, x * y, y * z, 3 * z * z - 1, x * z, x * x - y * y], 1)
