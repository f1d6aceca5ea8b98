"""Drawn teeth: a strip of enamel and gum, bent round a dental arch and seen through the mouth.

Crown proportions follow Wheeler's Dental Anatomy (central incisor 8.5 mm wide and 10.5 mm long, lateral 6.5 × 9,
canine 7.5 × 10, premolars 7 × 8.5); the canonical face is 1.06 times life size. Colours are authored: Vita A1–A2 ivory.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np

from pyojeong.performing.portrait.drawing.patch import Patch, smooth_step
from pyojeong.performing.portrait.stage import Floats, Map

STRIP_HALF_CM = 3.2
STRIP_HIGH_CM = 1.5
GUM_CM = 0.22
"""Height of gum above the necks of the teeth in the strip."""
FINEST = 64
SMILE_ARC = 0.035
"""Biting edges rise by this times the square of the distance from the middle (Sarver 2001: edges follow the lip)."""
ENAMEL = np.array([238, 229, 212], np.float32)
ROUND_DARK, CONTACT_DARK, CONTACT_CM = 0.19, 0.30, 0.021
"""How much darker a crown is at its sides, and the line where two touch, and half the width of that line (by eye)."""
WET, MOTTLE = 0.09, 0.014
GUM = np.array([172, 104, 104], np.float32)


@dataclass(frozen=True, slots=True)
class ToothRow:
    """One row of teeth, from the middle outwards.

    Attributes:
        widths_cm: Of each crown.
        heights_cm: Of each crown.
        corner_cm: How far the biting edge is rounded off at its corners.
        radius_cm: Of the arch.
        shade: Brightness of the row; the lower one lies behind.
    """

    widths_cm: tuple[float, ...]
    heights_cm: tuple[float, ...]
    corner_cm: float
    radius_cm: float
    shade: float


UPPER = ToothRow((0.84, 0.66, 0.74, 0.68, 0.66, 0.9), (1.02, 0.93, 0.98, 0.90, 0.87, 0.82), 0.13, 3.0, 0.97)
LOWER = ToothRow((0.52, 0.56, 0.64, 0.66, 0.68, 0.9), (0.86, 0.87, 0.9, 0.86, 0.82, 0.78), 0.07, 2.45, 0.84)
CANINE = 2


@lru_cache(maxsize=16)
def strip(row: ToothRow, px_per_cm: int) -> tuple[Map, Map]:
    """Colour (float32 H×W×3, 0–255) and cover (float32 H×W) of a flattened row; row 0 is gum, columns run ±3.2 cm."""
    size = (round(2 * STRIP_HALF_CM * px_per_cm), round(STRIP_HIGH_CM * px_per_cm))
    colour, cover = _draw_strip(row)
    return (
        cv2.resize(colour, size, interpolation=cv2.INTER_AREA),
        cv2.resize(cover, size, interpolation=cv2.INTER_AREA),
    )


def _draw_strip(row: ToothRow) -> tuple[Map, Map]:
    xs = (np.arange(round(2 * STRIP_HALF_CM * FINEST)) + 0.5) / FINEST - STRIP_HALF_CM
    ys = (np.arange(round(STRIP_HIGH_CM * FINEST)) + 0.5) / FINEST - GUM_CM
    x, y = np.meshgrid(xs.astype(np.float32), ys.astype(np.float32))
    edges = np.cumsum((0.0, *row.widths_cm))
    tooth = np.clip(np.searchsorted(edges, np.abs(x), side="right") - 1, 0, len(row.widths_cm) - 1)
    width = np.array(row.widths_cm, np.float32)[tooth]
    place = 2 * tooth + (x > 0)
    across = (np.abs(x) - edges.astype(np.float32)[tooth]) / width
    biting = _biting_edge(row, tooth, across) + _uneven(place, 0.022) + _uneven(place + 5, 0.05) * (across - 0.5)
    neck = 0.02 + 0.16 * np.abs(2 * across - 1) ** 2.2
    cover = np.clip((biting - y) * FINEST * 0.5 + 0.5, 0, 1) * np.clip((edges[-1] - np.abs(x)) * FINEST, 0, 1)
    enamel = _enamel(tooth, across, y, biting, width) * (1 + _uneven(place + 9, 0.045))[..., None]
    gum = GUM * (0.92 + 0.1 * np.sin(np.pi * np.clip(across, 0, 1)))[..., None]
    is_gum = np.clip((neck - y) / 0.05 + 0.5, 0, 1)[..., None]
    colour = (enamel * (1 - is_gum) + gum * is_gum) * np.float32(row.shade)
    return colour.astype(np.float32), cover.astype(np.float32)


def _uneven(place: Map, most: float) -> Map:
    """A number of up to ±``most`` for each tooth, always the same: no two teeth are alike."""
    return np.asarray(most * np.sin(12.9898 * (place + 1.0)), np.float32)


def _biting_edge(row: ToothRow, tooth: Map, across: Map) -> Map:
    """Crown length at each point: flat incisors with rounded corners, a pointed canine, the outer corner rounder."""
    height = np.array(row.heights_cm, np.float32)[tooth]
    out = np.clip(2 * across - 1, 0, 1)
    inward = np.clip(1 - 2 * across, 0, 1)
    flat = row.corner_cm * (1.3 * out**3 + 0.9 * inward**5)
    point = np.where(tooth == CANINE, 0.13, 0.08) * np.abs(2 * across - 0.94) ** 1.6
    return np.asarray(height - np.where(tooth >= CANINE, point, flat), np.float32)


def _enamel(tooth: Map, across: Map, y: Map, biting: Map, width: Map) -> Map:
    """Ivory that turns away at both sides of each crown, with contact lines, wet lights, a grey edge and a warm neck.

    Flat crowns with even lines between them look like tiles: what parts real ones is that each is round by itself.
    """
    aside, place = 2 * across - 1, 2.0 * tooth
    to_edge = np.clip(biting - y, 0, None)
    contact = np.exp(-((np.minimum(across, 1 - across) * width / CONTACT_CM) ** 2))
    shade = 1 - ROUND_DARK * np.abs(aside) ** 2.4 - 0.08 * np.exp(-to_edge / 0.10)
    shade *= 1 - CONTACT_DARK * contact * (0.65 + 0.35 * np.exp(-((to_edge / 0.30) ** 2)))
    shade *= 1 - 0.035 * tooth - 0.05 * (tooth == CANINE)
    shade *= 1 + _mottled(y.shape)
    light = across - 0.40 - _uneven(place + 3, 0.07)
    shade *= 1 + 0.10 * np.exp(-((light / 0.20) ** 2) - ((y - 0.50) / 0.36) ** 2)
    shade += WET * np.exp(-((light / 0.055) ** 2) - ((y - 0.46 - _uneven(place + 7, 0.08)) / 0.13) ** 2)
    warm = np.clip((0.55 - y) / 0.55, 0, 1) * 0.08 + 0.05 * (tooth == CANINE) + 0.02 * (tooth > CANINE)
    grey = np.clip(1 - to_edge / 0.2, 0, 1)
    tint = 1 - warm[..., None] * np.array([0.4, 1.0, 2.0], np.float32)
    tint = tint - grey[..., None] * np.array([0.10, 0.065, 0.03], np.float32)
    tint = tint - contact[..., None] * np.array([0.0, 0.05, 0.08], np.float32)
    return np.asarray(ENAMEL * shade[..., None] * tint, np.float32)


def _mottled(shape: tuple[int, ...]) -> Map:
    """Faint lengthwise clouds in the enamel, the same for everybody."""
    clouds = np.random.default_rng(3).normal(0, 1, shape).astype(np.float32)
    soft = cv2.GaussianBlur(clouds, (0, 0), sigmaX=0.045 * FINEST, sigmaY=0.16 * FINEST)
    return np.asarray(MOTTLE * soft / soft.std(), np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Arch:
    """Where a row of teeth stands in the head.

    Attributes:
        row: Its teeth.
        neck_cm: Canonical (x, y, z) of the middle of the gum line, foremost point.
        upwards: Whether the crowns grow up from the gum (lower teeth).
        plane_z_cm: Depth of the patch it is drawn on.
    """

    row: ToothRow
    neck_cm: tuple[float, float, float]
    upwards: bool
    plane_z_cm: float


def paint_teeth(canvas: Map, patch: Patch, affine: Floats, arch: Arch, light: Map) -> Map:
    """``canvas`` (float32 H×W×3) with the row in front of it; ``light`` (3 numbers) multiplies its colours."""
    x, y = patch.grid_cm
    along, turn, depth = _on_arch(x, patch, affine, arch)
    lift = affine_lean(patch, affine)[1]
    down = arch.neck_cm[1] - (y - np.float32(lift) * depth)
    if arch.upwards:
        down = -down
    down = down + np.float32(SMILE_ARC) * along**2
    finest = _texture_resolution(patch.px_per_cm)
    colour, cover = strip(arch.row, finest)
    column = (along + np.float32(STRIP_HALF_CM)) * finest - 0.5
    line = (down + np.float32(GUM_CM)) * finest - 0.5
    seen = cv2.remap(colour, column, line, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    alpha = cv2.remap(cover, column, line, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)[..., None]
    alpha = np.maximum(alpha, (line < 0)[..., None] * (np.abs(along) < STRIP_HALF_CM - 0.2)[..., None])
    falloff = 1 - 0.66 * smooth_step(0.22, 0.95, turn)
    seen = seen * (falloff[..., None] * light)
    return np.asarray(canvas + (seen - canvas) * alpha, np.float32)


def affine_lean(patch: Patch, affine: Floats) -> tuple[float, float]:
    """How far (x, y) a point one centimetre in front of the patch's plane appears to shift on it."""
    lean = patch.to_cm[:, :2] @ affine[:, 2]
    return float(lean[0]), float(lean[1])


def _on_arch(x: Map, patch: Patch, affine: Floats, arch: Arch) -> tuple[Map, Map, Map]:
    """Arc length along the row, |turn| of the surface away from the front in [0, 1], and depth before the plane."""
    radius = arch.row.radius_cm
    angle = np.linspace(-1.25, 1.25, 161)
    depth = arch.neck_cm[2] - arch.plane_z_cm - 0.9 * radius * (1 - np.cos(angle))
    seen_x = np.maximum.accumulate(arch.neck_cm[0] + radius * np.sin(angle) + affine_lean(patch, affine)[0] * depth)
    seen_x = seen_x + np.arange(angle.size) * 1e-6
    flat = np.interp(x, seen_x, angle).astype(np.float32)
    deep = np.interp(flat, angle, depth).astype(np.float32)
    return flat * np.float32(radius), np.abs(flat) / np.float32(1.25), deep


def _texture_resolution(px_per_cm: float) -> int:
    """Powers of the square root of two: few strips to keep, none more than 1.4 times too fine or coarse."""
    steps = round(2 * np.log2(max(6.0, min(FINEST, px_per_cm))))
    return round(float(2 ** (steps / 2)))
