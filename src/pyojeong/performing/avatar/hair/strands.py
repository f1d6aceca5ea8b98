"""The picture of hair: eight locks side by side, from dense and dark to a few loose strands, with alpha."""

from __future__ import annotations

from enum import Enum

import cv2
import numpy as np
import numpy.typing as npt

from pyojeong.performing.avatar.texture.light import encoded, linear


class Wave(str, Enum):
    """How the hairs of a lock run."""

    STRAIGHT = "straight"
    WAVY = "wavy"
    CURLY = "curly"


Bytes = npt.NDArray[np.uint8]

LOCKS = 8
LOCK_WIDE_PX, HIGH_PX = 128, 512
_DRAWN = 2
_HAIRS = (340, 320, 270, 230, 190, 130, 64, 22)
_LIGHTER = 1.4
"""Strands against the colour that was read, which is hair's middle tone with the shadows between strands in it."""
_DARK = (0.50, 0.60, 0.80, 0.90, 0.97, 1.02, 1.08, 1.08)
"""Light of each lock against the hair's colour: the first lie underneath."""


def painted_hair(rgb: Bytes, *, wave: Wave) -> Bytes:
    """uint8 HIGH_PX×(LOCKS·LOCK_WIDE_PX)×4, straight alpha: roots at the top, tips at the bottom."""
    chance = np.random.default_rng(11)
    locks = [_lock(_LIGHTER * linear(rgb), lock, chance, wave=wave) for lock in range(LOCKS)]
    return np.ascontiguousarray(np.concatenate(locks, 1))


def lock_uv(lock: int) -> tuple[float, float]:
    """Left and right edge of a lock in the picture, u."""
    return (lock + 0.02) / LOCKS, (lock + 0.98) / LOCKS


def _lock(light: npt.NDArray[np.float32], lock: int, chance: np.random.Generator, *, wave: Wave) -> Bytes:
    wide, high = LOCK_WIDE_PX * _DRAWN, HIGH_PX * _DRAWN
    canvas = np.zeros((high, wide, 4), np.uint8)
    hairs, turn = _HAIRS[lock], chance.uniform()
    for number in range(hairs):
        shade = _DARK[lock] * (0.70 + 0.36 * number / hairs) * float(np.exp(chance.normal(0, 0.34)))
        line, bands = _line(wide, high, lock, turn, chance, wave=wave)
        thick = int(chance.integers(1, 5 if lock < 3 else 4))
        for points, band in _runs(line, bands):
            colour = (*(int(v) for v in encoded(light * shade * band)), 255)
            cv2.polylines(canvas, [points], False, colour, thick, cv2.LINE_AA, 4)
    return _averaged(canvas, light * _DARK[lock])


def _runs(
    line: npt.NDArray[np.int32], bands: npt.NDArray[np.float64] | None
) -> list[tuple[npt.NDArray[np.int32], float]]:
    """A hair in runs of one brightness: all of it, or where a curl catches light and where it does not."""
    if bands is None:
        return [(line, 1.0)]
    return [(line[k : k + 2], float(bands[k])) for k in range(len(line) - 1)]


def _line(
    wide: int, high: int, lock: int, turn: float, chance: np.random.Generator, *, wave: Wave
) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.float64] | None]:
    """One hair from its root down in 1/16 pixel, and for curls its brightness along the way."""
    t = np.linspace(0, 1, 48)
    middle = _within(chance)
    start = chance.uniform(0.0, 0.06 if lock < 3 else 0.12)
    reach = 1 - abs(middle - 0.5) * chance.uniform(0.0, 0.8) - min(chance.exponential(0.11), 0.5)
    gather = 0.5 + (middle - 0.5) * (1 - 0.30 * t**2)
    sway = 0.035 * np.sin(2 * np.pi * (t * chance.uniform(0.4, 1.2) + chance.uniform()))
    bands = None
    if wave is Wave.WAVY:
        sway = sway + 0.085 * np.sin(2 * np.pi * (3.0 * t + 0.06 * chance.normal())) * np.minimum(1, 3 * t)
    elif wave is Wave.CURLY:
        phase = 2 * np.pi * (5.0 * t + turn + 0.07 * chance.normal() + 0.35 * round(4 * middle))
        sway = 0.11 * np.sin(phase) * np.minimum(1, 4 * t)
        bands = 0.80 + 0.42 * np.cos(phase + 0.6)
    x = np.clip(gather + sway + (0.05 * chance.normal() * t if lock > 4 else 0), 0.01, 0.99) * wide
    y = (start + (max(reach, 0.3) - start) * t) * high
    return np.asarray(np.round(np.stack([x, y], 1) * 16)[:, None], np.int32), bands


def _within(chance: np.random.Generator) -> float:
    """Where a hair grows across its lock: densest in the middle, never piled up at the edge."""
    while True:
        middle = float(chance.normal(0.5, 0.20))
        if 0.05 < middle < 0.95:
            return middle


def _averaged(canvas: Bytes, fill: npt.NDArray[np.float32]) -> Bytes:
    """The lock at its size; colour goes on beyond the hairs, so that edges bring no black."""
    size = (LOCK_WIDE_PX, HIGH_PX)
    alpha = canvas[..., 3:].astype(np.float32) / 255
    rgb = cv2.resize(canvas[..., :3].astype(np.float32) * alpha, size, interpolation=cv2.INTER_AREA)
    share = cv2.resize(alpha, size, interpolation=cv2.INTER_AREA)
    wide_rgb, wide_share = (cv2.GaussianBlur(m, (0, 0), 5.0) for m in (rgb, share))
    around = np.where(wide_share[..., None] > 1e-3, wide_rgb / np.maximum(wide_share, 1e-3)[..., None], encoded(fill))
    inside = rgb / np.maximum(share, 1e-3)[..., None]
    colour = np.where(share[..., None] > 0.05, inside, around)
    return np.asarray(np.rint(np.dstack([np.clip(colour, 0, 255), share * 255])), np.uint8)
