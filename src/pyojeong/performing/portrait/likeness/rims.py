"""Where the rims of glasses run, when they stand out all the way round: then skin may slide under them.

Thick rims with light skin around them are found (9 of about 50 wearers); thin metal, half and rimless ones are not,
nor dark ones in the shade: nothing is said then.
"""

from __future__ import annotations

import numpy as np

from pyojeong.media.image import Image
from pyojeong.performing.portrait.drawing.sampling import luminance_at
from pyojeong.performing.portrait.stage import Floats, Ids, Rims, project

PLANE_CM = 4.5
"""Depth of the plane the frame is taken to lie in."""
LENS_CM = (3.3, 2.1)
ANGLES, NEAREST_CM, FARTHEST_CM, STEP_CM = 96, 1.5, 4.8, 0.06
LINE_STEPS = (4, 6)
"""Half widths of the lines looked for, in steps of `STEP_CM`: rims are .2 to .6 cm thick."""
MARGIN = 8
DARKEST, BLUR_CM = 12.0, 0.05
MOST_CONTRAST = 0.5
"""Logarithms of brightness beyond which a line is no surer: brows would outweigh all else."""
BEND, MOST_BEND = 0.012, 3
"""Price of a change of radius by one step from one angle to the next, squared, and the most there may be."""
FAINTEST = 0.14
"""Contrast that nine tenths of either rim must have (looked at on about 50 wearers: the 9 pairs found all run along
their rims)."""
ROUNDS, ASKEW_STEPS = 3, 7
"""How often shared ring and places of the two lenses are found in turn, and how far a lens may lie beside the usual."""
SMOOTH_ANGLES = 7
HALF_WIDTH_STEPS = (2, 7)
SPARE_CM = 0.07
BRIDGE_X_CM, BRIDGE_Y_CM = np.linspace(-1.6, 1.6, 24), (1.0, 5.2)
"""Where the bar between the lenses is looked for; it reaches under the rims on both sides."""
RADII_CM = np.arange(NEAREST_CM - MARGIN * STEP_CM, FARTHEST_CM + (MARGIN + 0.5) * STEP_CM, STEP_CM)


def rims_of(image: Image, camera: Floats) -> Rims | None:
    """The rims around both eyes of a wearer whose rims stand out; None where they do not."""
    light = [_around(image, camera, side) for side in (1.0, -1.0)]
    contrasts = [_lines(seen) for seen in light]
    shifts = np.zeros((2, ANGLES), np.int32)
    for _ in range(ROUNDS):
        both = [_shifted(contrast, shift) for contrast, shift in zip(contrasts, shifts, strict=True)]
        common = _closed_path(np.mean(both, axis=0))
        shifts = np.array([_best_shift(contrast, common) for contrast in contrasts])
    rings = [np.clip(common + shift, 0, contrasts[0].shape[1] - 1) for shift in shifts]
    if min(np.percentile(c[np.arange(ANGLES), ring], 10) for c, ring in zip(contrasts, rings, strict=True)) < FAINTEST:
        return None
    left, right = (_rim(*found) for found in zip(light, rings, (1.0, -1.0), strict=True))
    return Rims(PLANE_CM, left, right, _bridge(image, camera))


def _bridge(image: Image, camera: Floats) -> Floats | None:
    """Outline of the bar between the lenses, or None where none stands out."""
    x, y = np.meshgrid(BRIDGE_X_CM, np.arange(*BRIDGE_Y_CM, STEP_CM), indexing="ij")
    light = _seen(image, camera, np.stack([x, y], -1))
    contrast = _lines(light)
    bar = _path(contrast)
    if np.percentile(contrast[np.arange(len(bar)), bar], 10) < FAINTEST:
        return None
    below, above = np.median(_reaches(light, bar), axis=1) + SPARE_CM
    middle = y[0, bar + MARGIN]
    lower, upper = (np.column_stack([BRIDGE_X_CM, middle + away]) for away in (-below, above))
    return np.vstack([lower, upper[::-1]])


def _best_shift(contrast: Floats, ring: Ids) -> Ids:
    """Steps an angle by which the ring around this eye lies beside the one both share: frames sit askew."""
    rows, steps = np.arange(ANGLES), np.arange(-ASKEW_STEPS, ASKEW_STEPS + 1)
    angle = np.linspace(0, 2 * np.pi, ANGLES, endpoint=False)
    across, up = np.meshgrid(steps, steps)
    moves = np.round(across.reshape(-1, 1) * np.cos(angle) + up.reshape(-1, 1) * np.sin(angle)).astype(np.int32)
    there = contrast[rows, np.clip(ring + moves, 0, contrast.shape[1] - 1)].mean(1)
    return np.asarray(moves[there.argmax()], np.int32)


def _shifted(contrast: Floats, shift: Ids) -> Floats:
    """``contrast`` of one eye where the shared ring looks for it."""
    columns = np.clip(np.arange(contrast.shape[1]) + shift[:, None], 0, contrast.shape[1] - 1)
    return np.asarray(np.take_along_axis(contrast, columns, axis=1))


def _rim(light: Floats, ring: Ids, side: float) -> tuple[Floats, Floats]:
    """Inner and outer edge around the middle ``ring``."""
    middle = _evened(RADII_CM[ring + MARGIN])
    inwards, outwards = (_evened(reach) + SPARE_CM for reach in _reaches(light, ring))
    return _placed(middle - inwards, side), _placed(middle + outwards, side)


def _placed(radii_cm: Floats, side: float) -> Floats:
    """…×2 canonical points at one radius an angle around the lens of ``side``; angles run outwards, then up."""
    angle = np.linspace(0, 2 * np.pi, ANGLES, endpoint=False).reshape(-1, *[1] * (radii_cm.ndim - 1))
    x, y = side * (LENS_CM[0] + radii_cm * np.cos(angle)), LENS_CM[1] + radii_cm * np.sin(angle)
    return np.stack([x, y], -1)


def _around(image: Image, camera: Floats, side: float) -> Floats:
    """Angles×radii logarithm of the brightness around one lens."""
    return _seen(image, camera, _placed(np.broadcast_to(RADII_CM, (ANGLES, RADII_CM.size)), side))


def _seen(image: Image, camera: Floats, flat_cm: Floats) -> Floats:
    """Logarithm of the brightness at …×2 points of the frame's plane."""
    points = np.concatenate([flat_cm, np.full_like(flat_cm[..., :1], PLANE_CM)], -1).reshape(-1, 3)
    blur = max(0.5, BLUR_CM * float(np.linalg.norm(camera[:, 1])))
    light = luminance_at(image, project(camera, points), blur_px=blur).reshape(flat_cm.shape[:2])
    return np.asarray(np.log(np.maximum(DARKEST, light)))


def _lines(light: Floats) -> Floats:
    """Angles×radii, how much darker or lighter than both its sides each place is; without the margins."""
    middle, steps = light[:, MARGIN:-MARGIN], light.shape[1] - 2 * MARGIN
    best = np.zeros_like(middle)
    for half in LINE_STEPS:
        inside, outside = light[:, MARGIN - half :][:, :steps], light[:, MARGIN + half :][:, :steps]
        dark, bright = np.minimum(inside, outside) - middle, middle - np.maximum(inside, outside)
        best = np.maximum(best, np.maximum(dark, bright))
    return np.minimum(best, MOST_CONTRAST)


def _closed_path(contrast: Floats) -> Ids:
    """One radius number an angle: the smooth ring with most contrast, the middle of three rounds."""
    return _path(np.concatenate([contrast, contrast, contrast]))[len(contrast) : 2 * len(contrast)]


def _path(contrast: Floats) -> Ids:
    """One column number a row: the smooth line with most contrast (dynamic programming)."""
    shifts = np.arange(-MOST_BEND, MOST_BEND + 1)
    price, steps = BEND * shifts[:, None] ** 2, contrast.shape[1]
    best, came = -contrast[0], []
    for gain in contrast[1:]:
        padded = np.pad(best, MOST_BEND, constant_values=np.inf)
        options = np.stack([padded[k : k + steps] for k in range(len(shifts))]) + price
        came.append(shifts[options.argmin(0)])
        best = options.min(0) - gain
    path = [int(best.argmin())]
    for shift in reversed(came):
        path.append(path[-1] + int(shift[path[-1]]))
    return np.array(path[::-1], np.int32)


def _reaches(light: Floats, path: Ids) -> Floats:
    """2×rows: centimetres from the path to where half its contrast is gone, towards the first and the last column."""
    rows, at = np.arange(len(path)), path + MARGIN
    nearest, farthest = HALF_WIDTH_STEPS
    both = []
    for way in (-1, 1):
        beside = light[rows, np.clip(at + way * (farthest + 1), 0, light.shape[1] - 1)]
        half = (light[rows, at] + beside) / 2
        reached = [
            np.sign(light[rows, at] - half) != np.sign(light[rows, at + way * k] - half) for k in range(farthest)
        ]
        steps = np.where(np.any(reached, 0), np.argmax(reached, 0), nearest)
        both.append(np.maximum(nearest, steps) * STEP_CM)
    return np.stack(both)


def _evened(values: Floats) -> Floats:
    """Running median, then mean, around the ring."""
    half = SMOOTH_ANGLES // 2
    shifted = np.stack([np.roll(values, k) for k in range(-half, half + 1)])
    steady = np.median(shifted, axis=0)
    return np.asarray(np.mean([np.roll(steady, k) for k in (-1, 0, 1)], axis=0))
