"""Eyelashes as a picture with alpha: curved hairs, thick at the root."""

from __future__ import annotations

from functools import cache

import cv2
import numpy as np
import numpy.typing as npt

SIDE_PX = 256
_DRAWN = 4
"""Drawn this many times larger and averaged down."""
_COLOUR = (26, 19, 16)
_UPPER, _LOWER = (110, 0.95, 0.055), (60, 0.62, 0.035)
"""Hairs, their length as a share of the strip, width of the line at the root as a share of it."""


@cache
def painted_lashes() -> npt.NDArray[np.uint8]:
    """uint8 side×side×4, straight alpha: the upper lashes in the upper half, tips up; the lower ones below."""
    strips = [_strip(seed, *kind) for seed, kind in ((1, _UPPER), (2, _LOWER))]
    alpha = np.concatenate(strips)
    picture = np.empty((SIDE_PX, SIDE_PX, 4), np.uint8)
    picture[..., :3] = _COLOUR
    picture[..., 3] = alpha
    picture.setflags(write=False)
    return picture


def _strip(seed: int, hairs: int, length: float, line: float) -> npt.NDArray[np.uint8]:
    """uint8 side/2×side: roots along the bottom."""
    high, wide = SIDE_PX // 2 * _DRAWN, SIDE_PX * _DRAWN
    drawn = np.zeros((high, wide), np.uint8)
    chance = np.random.default_rng(seed)
    for number in range(hairs):
        u = (number + chance.uniform(0.1, 0.9)) / hairs
        _hair(drawn, u * wide, length * (0.55 + 0.45 * np.sin(np.pi * u)) * chance.uniform(0.7, 1.0), u, chance)
    bottom = round(high * line)
    fade = np.clip(np.sin(np.pi * (np.arange(wide) + 0.5) / wide) * 6, 0, 1)
    drawn[high - bottom :] = np.maximum(drawn[high - bottom :], (215 * fade).astype(np.uint8))
    return np.asarray(cv2.resize(drawn, (SIDE_PX, SIDE_PX // 2), interpolation=cv2.INTER_AREA), np.uint8)


def _hair(drawn: npt.NDArray[np.uint8], x: float, length: float, u: float, chance: np.random.Generator) -> None:
    """One hair leaning outwards, thinner towards the tip."""
    high = drawn.shape[0]
    lean = (u - 0.42) * 0.9 + chance.uniform(-0.12, 0.12)
    steps = np.linspace(0, 1, 9)
    ups = high * (1 - length * steps)
    across = x + lean * high * length * steps**1.6
    for k in range(len(steps) - 1):
        start, end = (
            (round(float(across[k])), round(float(ups[k]))),
            (round(float(across[k + 1])), round(float(ups[k + 1]))),
        )
        cv2.line(drawn, start, end, 255, max(1, round(3.4 * _DRAWN * (1 - steps[k]) ** 0.8)), cv2.LINE_AA)
