"""Fresh lashes along a closing lid: the photographed ones point up or are smeared by the lid's way down."""

from __future__ import annotations

import cv2
import numpy as np

from pyojeong.media.image import Pixels
from pyojeong.performing.portrait.drawing.coverage import blurred, fixed_point, line_cover
from pyojeong.performing.portrait.drawing.patch import Patch, patch_holding
from pyojeong.performing.portrait.eyes.eyeball import Eyeball
from pyojeong.performing.portrait.mesh.outlines import lid_edges
from pyojeong.performing.portrait.stage import Floats, Map
from pyojeong.performing.portrait.take import Take

LASHES = 34
SHORTEST_CM, LONGEST_CM = 0.13, 0.36
"""Inner and outer lashes (authored after Na et al. 2006: upper lashes of Koreans and Caucasians, 8–12 mm, seen from the
front and therefore shortened)."""
FAN = (-0.55, 1.15)
"""Outward lean of the innermost and outermost lash, as x per y."""
LINE_CM = 0.034
LINE_DARK = 0.82
LASH_DARK = 0.6
TAKEN = np.array([0.78, 0.86, 0.88], np.float32)
"""Share of R, G, B that hairs take of the skin under them: mixed with one dark colour, fair lashes turned grey."""


def paint_lashes(skin: Pixels, take: Take, eye: Eyeball, strength: float) -> None:
    """``skin`` (uint8 roi H×W×3, in place) with the line of a closed lid and its lashes; ``strength`` 0 is none."""
    if strength <= 0:
        return
    upper, lower = lid_edges(take.deformed.vertices_px, eye.side)
    line, scale = (upper + lower) / 2, take.scale
    patch = patch_holding(take.deformed.skull, line, eye.origin_cm, 0.6, take.bounds)
    if patch.empty:
        return
    dark = lash_darkness(eye)
    size = patch.size_wh
    taper = np.sin(np.pi * np.linspace(0.02, 0.98, len(line))) ** 0.7
    rim = np.clip(line_cover(patch.local(line), taper, size, max(0.6, LINE_CM * scale)), 0, 1)
    hairs = _hair_cover(patch, patch.cm(line), eye.side, scale)
    cover = 1 - (1 - LINE_DARK * dark * rim) * (1 - LASH_DARK * dark * hairs)
    under = skin[patch.slices]
    taken = TAKEN if take.palette.tone is None else np.full(3, TAKEN.mean(), np.float32)
    skin[patch.slices] = cv2.multiply(under, 1 - (np.float32(strength) * cover)[..., None] * taken, dtype=cv2.CV_8U)


def lash_darkness(eye: Eyeball) -> float:
    """How dark this person's lash line is, .45 to 1, read from the shade next to the photographed lid."""
    return float(np.clip(1.25 - 0.9 * eye.upper_shade.ratio[:4].mean(), 0.45, 1.0))


def _hair_cover(patch: Patch, line_cm: Floats, side: int, scale: float) -> Map:
    """float32 H×W: curved hairs from the lid line, down and outwards, longer outside; drawn at twice the size."""
    outward = 1.0 if side == 0 else -1.0
    order = np.argsort(line_cm[:, 0] * outward)
    spread = np.random.default_rng(7)
    t = np.clip(np.linspace(0.08, 0.97, LASHES) + spread.normal(0, 0.011, LASHES), 0, 1)
    along = np.linspace(0, 1, len(order))
    root = np.column_stack([np.interp(t, along, line_cm[order, axis]) for axis in (0, 1)])
    length = (SHORTEST_CM + (LONGEST_CM - SHORTEST_CM) * t**0.8) * (1 + spread.normal(0, 0.12, LASHES))
    lean = FAN[0] + (FAN[1] - FAN[0]) * t + spread.normal(0, 0.08, LASHES)
    bend = np.linspace(0, 1, 6)[None]
    fall = length[:, None] * (bend - 0.28 * bend**2.2)
    aside = outward * length[:, None] * lean[:, None] * bend**1.5 * 0.75
    hairs = np.stack([root[:, :1] + aside, root[:, 1:] - fall], -1)
    return _drawn(patch, hairs, scale)


def _drawn(patch: Patch, hairs_cm: Floats, scale: float) -> Map:
    width, height = patch.size_wh
    flat = hairs_cm.reshape(-1, 2) @ patch.to_px[:, :2].T + patch.to_px[:, 2]
    places = (patch.local(flat) * 2 + 0.5).reshape(hairs_cm.shape)
    canvas = np.zeros((2 * height, 2 * width), np.uint8)
    thick = max(1, round(2 * 0.016 * scale))
    half = places.shape[1] // 2 + 1
    cv2.polylines(canvas, list(fixed_point(places)), False, 105, 1, cv2.LINE_AA, 4)
    cv2.polylines(canvas, list(fixed_point(places[:, :half])), False, 230, thick, cv2.LINE_AA, 4)
    fine = cv2.resize(canvas, (width, height), interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    return blurred(fine, 0.008 * scale) if scale > 50 else fine
