"""The eyes behind the moved lids: whole iris where lids open, gaze, the lids' own shade along their new edges."""

from __future__ import annotations

import cv2
import numpy as np

from pyojeong.media.image import Pixels
from pyojeong.performing.portrait.drawing.coverage import polygon_cover
from pyojeong.performing.portrait.drawing.patch import Patch, Rim, patch_holding, rim_of, smooth_number, smooth_step
from pyojeong.performing.portrait.drawing.photo_sampling import plane_to_photo, sample
from pyojeong.performing.portrait.eyes.eye_colours import LIMBUS
from pyojeong.performing.portrait.eyes.eyeball import Eyeball, shut_share
from pyojeong.performing.portrait.mesh.outlines import lid_edges
from pyojeong.performing.portrait.stage import Floats, Map, Pair
from pyojeong.performing.portrait.take import Take

SHUT_AREA_CM2 = 0.03
LAST_SLIT = (0.80, 0.94)
"""Share of closing at which the eyeball fades: the last slit of it lay as a pale line over the lashes."""
STILL_CM = 0.06
"""Lids that moved less blend with the photographed eye: the first frames of an animation must not pop."""
LID_EDGE_SOFT_CM = 0.022
UNDER_LID, UNDER_LID_CM = np.array([0.34, 0.40, 0.42], np.float32), 0.24
"""Shadow of a raised lid on what it uncovers (authored): evenly bright white up to the lid looks like a doll's eye."""
LOWER_RIM_CM = 0.22
EYEBALL_RADIUS_CM = 1.27
"""12 mm (Bekerman 2014) at the canonical face's 1.06 times life size."""


def paint_eye(skin: Pixels, take: Take, eye: Eyeball) -> None:
    """``skin`` (uint8 roi H×W×3, changed in place) with one eye between its moved lids."""
    edges = lid_edges(take.deformed.vertices_px, eye.side)
    outline = np.vstack([edges[0], edges[1][-2:0:-1]])
    if abs(cv2.contourArea(outline.astype(np.float32))) < SHUT_AREA_CM2 * take.scale**2:
        return
    patch = _opening_patch(take, eye, edges)
    if patch.empty:
        return
    gaze_cm = (take.movement.gaze_left_cm, take.movement.gaze_right_cm)[eye.side]
    colours = take.palette.toned(_seen(patch, eye, edges, gaze_cm))
    moved = _moved(take, edges, eye.side, gaze_cm)
    if moved < 1:
        photo = sample(take.rgb, *plane_to_photo(take.mesh, eye.plane_z_cm, *patch.grid_cm))
        colours = photo + (colours - photo) * np.float32(moved)
    cover = polygon_cover(patch.local(outline), patch.size_wh, LID_EDGE_SOFT_CM * take.scale)[..., None]
    shut = shut_share(eye, *(rim_of(patch.cm(edge)) for edge in edges))
    cover *= np.float32(1 - smooth_number(*LAST_SLIT, shut))
    under = skin[patch.slices]
    skin[patch.slices] = np.clip(under + (colours - under) * cover + np.float32(0.5), 0, 255).astype(np.uint8)


def _opening_patch(take: Take, eye: Eyeball, edges: tuple[Floats, Floats]) -> Patch:
    return patch_holding(take.deformed.skull, np.vstack(edges), eye.origin_cm, 0.15, take.bounds)


def _moved(take: Take, edges: tuple[Floats, Floats], side: int, gaze_cm: Pair) -> float:
    """0 when lids and gaze are the photo's, 1 once they moved `STILL_CM`."""
    now = np.vstack(edges) + np.array(take.deformed.roi_xyxy[:2])
    before = np.vstack(lid_edges(take.mesh.vertices_px, side))
    lids = float(np.abs(now - before).max()) / take.scale
    return smooth_number(0.0, STILL_CM, max(lids, float(np.hypot(*gaze_cm))))


def _seen(patch: Patch, eye: Eyeball, edges: tuple[Floats, Floats], gaze_cm: Pair) -> Map:
    """float32 H×W×3: the eyeball under the shade of both lids."""
    x, y = patch.grid_cm
    ball = _looking(eye, x, y, gaze_cm) if np.hypot(*gaze_cm) > 1e-4 else _look_up(eye, eye.whole, x, y)
    upper, lower = (rim_of(patch.cm(edge)) for edge in edges)
    below = np.maximum(0, upper.height(x) - y)
    ball = ball * eye.upper_shade.at(x, below)
    uncovered = np.clip((upper.height(x) - eye.upper.height(x)) / np.float32(0.15), 0, 1)
    ball = ball * (1 - UNDER_LID * (uncovered * np.exp(-below / np.float32(UNDER_LID_CM)))[..., None])
    ball = ball * eye.lower_shade.at(x, y - lower.height(x))
    return _with_lower_rim(ball, eye, x, y, lower) if np.hypot(*gaze_cm) < STILL_CM else np.asarray(ball, np.float32)


def _with_lower_rim(ball: Map, eye: Eyeball, x: Map, y: Map, lower: Rim) -> Map:
    """``ball`` with the photographed wet rim along a lower lid that sinks: behind it the iris showed a second edge."""
    sunk = np.maximum(0, eye.lower.height(x) - lower.height(x))
    if sunk.max() < 1e-3:
        return np.asarray(ball, np.float32)
    above = y - lower.height(x)
    stretched = sunk * np.clip(1 - above / np.maximum(0.1, LOWER_RIM_CM * 2), 0, 1)
    rim = _look_up(eye, eye.photo, x, y + stretched)
    share = (1 - smooth_step(0.5 * LOWER_RIM_CM, LOWER_RIM_CM, above)) * smooth_step(0.0, 0.02, sunk)
    return np.asarray(ball + (rim - ball) * share[..., None], np.float32)


def _look_up(eye: Eyeball, picture: Map, x: Map, y: Map) -> Map:
    column, row = eye.patch.locate(x, y)
    seen = cv2.remap(picture, column, row, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(seen, np.float32)


def _looking(eye: Eyeball, x: Map, y: Map, gaze_cm: Pair) -> Map:
    """The white with the iris turned to the new gaze: shifted, and narrower the farther it turns."""
    gx, gy = gaze_cm
    shift = float(np.hypot(gx, gy))
    turn = min(0.95, shift / EYEBALL_RADIUS_CM)
    narrow = np.float32(1 / np.sqrt(1 - turn**2) - 1)
    dx, dy = x - np.float32(eye.iris_cm[0] + gx), y - np.float32(eye.iris_cm[1] + gy)
    along = (dx * gx + dy * gy) / np.float32(shift**2) * narrow
    dx, dy = dx + along * np.float32(gx), dy + along * np.float32(gy)
    away = np.hypot(dx, dy) / np.float32(eye.iris_radius_cm)
    iris = _look_up(eye, eye.whole, dx + np.float32(eye.iris_cm[0]), dy + np.float32(eye.iris_cm[1]))
    white = _look_up(eye, eye.white, x, y)
    edge = (1 - smooth_step(1.0, LIMBUS + 0.06, away))[..., None]
    return np.asarray(white + (iris - white) * edge, np.float32)
