"""How much of each pixel an outline covers, with edges as soft as the photo's own."""

from __future__ import annotations

import cv2
import numpy as np

from pyojeong.performing.portrait.stage import Floats, Map

FRACTION_BITS = 4


def polygon_cover(points: Floats, size_wh: tuple[int, int], soft_px: float = 0.0) -> Map:
    """float32 H×W in [0, 1]: the inside of N×2 grid coordinates, blurred by ``soft_px``."""
    canvas = np.zeros(size_wh[::-1], np.uint8)
    cv2.fillPoly(canvas, [fixed_point(points)], 255, cv2.LINE_AA, FRACTION_BITS)
    cover = canvas.astype(np.float32) / np.float32(255)
    return blurred(cover, soft_px) if soft_px > 0.2 else cover


def line_cover(points: Floats, strength: Floats, size_wh: tuple[int, int], sigma_px: float) -> Map:
    """float32 H×W: a line of gaussian profile through N×2 grid coordinates, ``strength`` (N) high on its ridge."""
    canvas = np.zeros(size_wh[::-1], np.float32)
    fixed = fixed_point(points)
    for a, b, level in zip(fixed[:-1], fixed[1:], (strength[:-1] + strength[1:]) / 2, strict=True):
        if level > 0.003:
            cv2.line(canvas, a.tolist(), b.tolist(), float(level), 1, cv2.LINE_8, FRACTION_BITS)
    ridge = np.float32(max(1.0, sigma_px * 2.5066))
    most = np.float32(1.25 * max(1e-6, float(strength.max())))
    return np.minimum(blurred(canvas, sigma_px) * ridge, most)


def fixed_point(points: Floats) -> np.ndarray[tuple[int, ...], np.dtype[np.int32]]:
    """Coordinates in sixteenths of a pixel, as cv2's drawing calls take them with ``shift=4``."""
    return np.asarray(np.round(points * 2**FRACTION_BITS), np.int32)


def blurred(picture: Map, sigma_px: float) -> Map:
    """Gaussian blur; the border repeats."""
    soft = cv2.GaussianBlur(picture, (0, 0), max(0.3, sigma_px), borderType=cv2.BORDER_REPLICATE)
    return np.asarray(soft, np.float32)


def brightness(picture: Map) -> Map:
    """H×W mean of the three colours of float32 H×W×3; five times as fast as ``mean(2)``."""
    return np.asarray(cv2.transform(picture, np.full((1, 3), 1 / 3, np.float32)), np.float32)


def filled_from(colours: Map, weight: Map, sigma_px: float) -> Map:
    """Weighted local mean (normalised convolution): smooth colours everywhere, taken only where ``weight`` > 0."""
    w = weight + np.float32(1e-4)
    total = blurred(colours * w[..., None], sigma_px)
    return np.asarray(total / blurred(w, sigma_px)[..., None], np.float32)


def grown_over(colours: Map, weight: Map) -> Map:
    """``colours`` (H×W×3) where ``weight`` is 1, elsewhere a smooth surface through them (push and pull, Gortler 1996).

    Unlike `filled_from` it needs no radius: near the known colours it equals them, far away it is their mean.
    """
    share = np.clip(weight, 0, 1).astype(np.float32)[..., None]
    rows, columns = share.shape[:2]
    if min(rows, columns) < 3:
        mean = (colours * share).sum((0, 1)) / np.float32(share.sum() + 1e-6)
        return np.asarray(mean + (colours - mean) * share, np.float32)
    size = (-(-columns // 2), -(-rows // 2))
    both = cv2.resize(np.dstack([colours * share, share]), size, interpolation=cv2.INTER_AREA)
    known = both[..., 3:]
    smaller = grown_over(both[..., :3] / np.maximum(known, 1e-4), 2 * known[..., 0])
    grown = cv2.resize(smaller, (columns, rows), interpolation=cv2.INTER_LINEAR)
    return np.asarray(grown + (colours - grown) * share, np.float32)


def nearest_known(known: Map) -> tuple[Map, Map]:
    """Column and row (float32 H×W) of the nearest pixel where ``known`` > 0; the pixel itself where there is none."""
    height, width = known.shape
    columns, rows = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    if not (known > 0).any():
        return columns, rows
    unknown = (known <= 0).astype(np.uint8)
    _, label = cv2.distanceTransformWithLabels(unknown, cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL)
    at = np.zeros((int(label.max()) + 1, 2), np.float32)
    at[label[unknown == 0]] = np.stack([columns, rows], -1)[unknown == 0]
    nearest = at[label]
    return nearest[..., 0], nearest[..., 1]
