"""Colour arithmetic for traits: sRGB to linear light, to CIELAB, and to ``#rrggbb``."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

_TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.119192, 0.9503041]]
)
_WHITE = _TO_XYZ.sum(1)
"""IEC 61966-2-1 (sRGB), white D65."""
LUMINANCE = _TO_XYZ[1]
_SMALL = (6 / 29) ** 3


def linear(rgb: npt.NDArray[np.generic]) -> Floats:
    """Linear light in [0, 1] of sRGB 0–255, any shape.

    >>> linear(np.array([0, 255])).tolist()
    [0.0, 1.0]
    """
    if rgb.dtype == np.uint8:
        return np.asarray(_table()[rgb])
    return _decoded(np.asarray(rgb, np.float64) / 255)


def _decoded(s: Floats) -> Floats:
    return np.where(s <= 0.04045, s / 12.92, ((s + 0.055) / 1.055) ** 2.4)


@cache
def _table() -> Floats:
    """Linear light of the 256 numbers a pixel can have: a power for each pixel took half of all the time."""
    return _decoded(np.arange(256) / 255)


def encoded(light: Floats) -> Floats:
    """Numbers 0–255 in sRGB of linear light, clipped to what can be shown.

    >>> encoded(np.array([0.0, 1.0, 7.0])).round(6).tolist()
    [0.0, 255.0, 255.0]
    """
    v = np.clip(light, 0, 1)
    return np.asarray(255 * np.where(v <= 0.0031308, 12.92 * v, 1.055 * v ** (1 / 2.4) - 0.055))


def lab(light: Floats) -> Floats:
    """CIELAB (D65) of linear light, ...×3 in and out.

    >>> lab(np.ones(3)).round(3).tolist()
    [100.0, 0.0, 0.0]
    """
    xyz = light @ _TO_XYZ.T / _WHITE
    f = np.where(xyz > _SMALL, np.cbrt(xyz), xyz / (3 * (6 / 29) ** 2) + 4 / 29)
    out = [116 * f[..., 1] - 16, 500 * (f[..., 0] - f[..., 1]), 200 * (f[..., 1] - f[..., 2])]
    return np.asarray(np.stack(out, -1) + 0.0)


def lab_of_rgb(rgb: npt.NDArray[np.generic]) -> Floats:
    """CIELAB of sRGB 0–255."""
    return lab(linear(rgb))


def hexed(rgb: npt.NDArray[np.generic]) -> str:
    """``#rrggbb`` of one sRGB colour 0–255.

    >>> hexed(np.array([255.0, 0.4, 16.0]))
    '#ff0010'
    """
    red, green, blue = (int(v) for v in np.clip(np.rint(rgb), 0, 255))
    return f"#{red:02x}{green:02x}{blue:02x}"


def rgb_of(colour: str) -> Floats:
    """The sRGB 0–255 of ``#rrggbb``.

    >>> rgb_of("#ff0010").tolist()
    [255.0, 0.0, 16.0]
    """
    return np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)], np.float64)


def difference(one: Floats, other: Floats) -> float:
    """ΔE*ab (CIE 1976) of two CIELAB colours: 2.3 is just noticeable.

    >>> difference(np.zeros(3), np.array([3.0, 0.0, 4.0]))
    5.0
    """
    return float(np.linalg.norm(one - other))


def tone_angle(colour_lab: Floats) -> float:
    """Individual typology angle in degrees, high for light skin; Chardon et al. 1991, Int. J. Cosmet. Sci. 13(4).

    >>> round(tone_angle(np.array([70.0, 10.0, 20.0])))
    45
    """
    return float(np.degrees(np.arctan2(colour_lab[0] - 50, colour_lab[2])))
