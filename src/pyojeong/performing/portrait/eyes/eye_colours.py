"""Colours of the parts of an eyeball that the photo hides: read from the parts it shows."""

from __future__ import annotations

import cv2
import numpy as np

from pyojeong.performing.portrait.drawing.coverage import blurred, brightness, filled_from
from pyojeong.performing.portrait.drawing.patch import smooth_step
from pyojeong.performing.portrait.stage import Map

DARK_IRIS = np.array([52, 38, 32], np.float32)
PLAIN_WHITE = np.array([205, 200, 194], np.float32)
"""Authored RGB, used only when the photographed eye is too narrow to show its own."""
LAMP_CM, LAMP_LIMITS = 0.5, (0.45, 1.05)
SMOOTH_PX_PER_CM = 20.0
RINGS = 14
LIMBUS = 1.12
LIMBAL_RING = (0.94, 0.10, 0.30)
"""Radius and width of the dark rim, in iris radii, and how dark it is (Peshek 2011 describes it; values by eye)."""
FIBRES = 0.07


def white_colours(photo: Map, core: Map, away: Map, px_per_cm: float, light: Map) -> Map:
    """float32 H×W×3 white everywhere: local where the photo shows it, its typical clean colour elsewhere."""
    known = core * (away > 1.22)
    typical = PLAIN_WHITE * light
    if known.sum() > 8:
        pixels = photo[known > 0]
        bright = pixels.mean(1)
        greyness = (pixels.max(1) - pixels.min(1)) / np.maximum(1, bright)
        clean = (greyness <= np.percentile(greyness, 60)) & (bright >= np.percentile(bright, 75))
        typical = np.median(pixels[clean] if clean.sum() > 3 else pixels, axis=0).astype(np.float32)
    typical = 0.6 * typical + 0.4 * typical.mean() * light / light.mean()
    if known.sum() <= 8:
        return np.broadcast_to(typical, photo.shape).astype(np.float32)
    lit = np.clip(brightness(photo) / max(1.0, float(typical.mean())), 0, 1.2) ** 4
    shrink = max(1.0, px_per_cm / SMOOTH_PX_PER_CM)
    size = (max(4, round(known.shape[1] / shrink)), max(4, round(known.shape[0] / shrink)))
    small, weight, seen = (cv2.resize(p, size, interpolation=cv2.INTER_AREA) for p in (photo, known * lit, known))
    near = filled_from(small, weight, max(1.5, 0.35 * px_per_cm / shrink))
    trust = np.clip(blurred(seen, 0.5 * px_per_cm / shrink) * 6, 0, 0.75)[..., None]
    hidden = typical * _lamp(brightness(small), seen, LAMP_CM * px_per_cm / shrink)[..., None]
    smooth = hidden + (near - hidden) * trust
    return np.asarray(cv2.resize(smooth, known.shape[::-1], interpolation=cv2.INTER_LINEAR), np.float32)


def _lamp(light: Map, seen: Map, sigma_px: float) -> Map:
    """Gain: how brightly the surroundings are lit, against where the white is ``seen``; a shaded corner stays dark."""
    broad = blurred(light, sigma_px)
    known = float((broad * seen).sum()) / max(1e-3, float(seen.sum()))
    return np.clip(broad / np.float32(max(8.0, known)), *LAMP_LIMITS)


def iris_colours(photo: Map, core: Map, dx: Map, dy: Map, light: Map) -> Map:
    """float32 H×W×3 of an iris seen whole: the visible part's radial profile, fibres, and a ring at its rim.

    Args:
        photo: float32 H×W×3.
        core: 1 where the photo shows the bare eyeball.
        dx: Iris radii right of its centre.
        dy: Iris radii above its centre.
        light: 3 numbers.
    """
    away = np.hypot(dx, dy)
    return np.asarray(_profile(photo, core, away, light) * _fibres(dx, dy, away)[..., None], np.float32)


def _fibres(dx: Map, dy: Map, away: Map) -> Map:
    """Gain: fibres that run outwards, the dark ring at the rim, and the upper half in the shadow of the lid."""
    angle = np.arctan2(dy, dx)
    wave = np.sin(23 * angle + 2.0 * np.sin(5 * angle)) + 0.7 * np.sin(41 * angle + 3.1 * np.sin(3 * angle))
    between = smooth_step(0.3, 0.5, away) * (1 - smooth_step(0.8, 0.98, away))
    ring = np.exp(-(((away - LIMBAL_RING[0]) / LIMBAL_RING[1]) ** 2))
    gain = (1 + FIBRES * wave * between) * (1 - LIMBAL_RING[2] * ring) * (1 - 0.14 * np.clip(dy, -0.6, 1))
    return np.asarray(gain, np.float32)


def catchlight(dx: Map, dy: Map) -> Map:
    """H×W×1 brightness of a window mirrored in an eye the photo shows too little of; authored."""
    spot = np.exp(-(((dx + 0.24) / 0.13) ** 2) - ((dy - 0.30) / 0.15) ** 2)
    glow = np.exp(-((dx / 0.5) ** 2) - ((dy + 0.45) / 0.3) ** 2)
    return np.asarray((150 * spot + 9 * glow)[..., None], np.float32)


def _profile(photo: Map, core: Map, away: Map, light: Map) -> Map:
    """Colours by distance from the centre (30th percentile: highlights and lash glints must not be smeared round)."""
    edges = np.linspace(0, LIMBUS, RINGS)
    seen = core > 0
    profile = np.full((RINGS - 1, 3), np.nan)
    for ring in range(RINGS - 1):
        members = seen & (away >= edges[ring]) & (away < edges[ring + 1])
        if members.sum() > 1:
            profile[ring] = np.percentile(photo[members], 30, axis=0)
    known = ~np.isnan(profile[:, 0])
    middle = (edges[:-1] + edges[1:]) / 2
    if known.sum() < 3:
        return np.broadcast_to(DARK_IRIS * light, photo.shape).astype(np.float32)
    channels = [np.interp(away, middle[known], profile[known, c]) for c in range(3)]
    return np.stack(channels, -1).astype(np.float32)
