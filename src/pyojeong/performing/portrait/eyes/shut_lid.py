"""The skin of a shut upper lid: grown in from the skin above, below and beside it, and shaded as it lies over the ball.

A lid painted in one smooth colour of its own showed as an almond pasted on. Grown in from its surroundings it has no
outline, takes their make-up and their shadow, and is lighter or darker where they are.
"""

from __future__ import annotations

import cv2
import numpy as np

from pyojeong.performing.portrait.drawing.coverage import blurred, brightness, grown_over
from pyojeong.performing.portrait.drawing.patch import smooth_number, smooth_step
from pyojeong.performing.portrait.drawing.photo_sampling import plane_to_photo, sample_light
from pyojeong.performing.portrait.eyes.lid_view import LidView
from pyojeong.performing.portrait.stage import Map
from pyojeong.performing.portrait.take import Take

GROWN_PX_PER_CM = 16.0
BELOW_LINE_CM = (0.10, 0.30)
"""How far below the shut line the wet rim and the roots of the lower lashes are grown over: fully, and not at all."""
BROW_CM = 0.10
"""So near to its measured underside there may be hairs of the brow."""
TYPICAL = (10.0, 35.0, 80.0, 98.0)
"""Percentiles of brightness: skin below the first (lashes, hairs, folds) and above the last (glare) says nothing."""
TYPICAL_OF_WING = (35.0, 65.0, 98.0, 100.0)
"""The same where most of what is seen may be lashes."""
GRAIN_CM = 0.07
"""Coarser detail of the cheek is its folds and freckles, which drew swirls on the lid."""
FRAME_CONTRAST = (0.22, 0.40)
WING_CM, WING_RADII_CM, BESIDE_CM = (0.10, 0.18), (0.85, 0.75), 0.9
"""Middle (out and up from the outer corner) and half axes of where lashes wing out, and how far beside the lid its skin
is looked for (by eye on nine made-up eyes)."""
HAIR_CONTRAST = (0.08, 0.22)
CREASE_CM = 0.72
"""Height of the fold above the lashes of a shut eye (authored; Cartwright 1994 gives 7–10 mm)."""


def shut_lid(colours: Map, take: Take, view: LidView) -> Map:
    """``colours`` (float32 H×W×3, moved skin on the view's patch) with the lid over the eye; shut fully or not yet."""
    closing = smooth_number(0.5, 0.85, view.shut)
    grown = grown_skin(colours, view)
    skin = grown * _shading(view) + cheek_grain(take, view)
    cover = np.maximum(_cover(view), _old_lashes(colours, grown, view)) * np.float32(closing)
    if take.mesh.traits.glasses:
        cover *= 1 - _frames(colours, grown, view)
    return np.asarray(colours + (skin - colours) * cover[..., None], np.float32)


def grown_skin(colours: Map, view: LidView) -> Map:
    """Smooth float32 H×W×3 under and around the lid, equal to ``colours`` blurred where these are bare skin."""
    coarse = view.coarser(GROWN_PX_PER_CM)
    small = cv2.resize(colours, coarse.patch.size_wh, interpolation=cv2.INTER_AREA)
    grown = grown_over(small, _bare(small, coarse))
    soft = blurred(grown, 0.10 * coarse.patch.px_per_cm)
    return np.asarray(cv2.resize(soft, view.patch.size_wh, interpolation=cv2.INTER_CUBIC), np.float32)


def _bare(small: Map, view: LidView) -> Map:
    """[0, 1] where the moved picture stays as it is and shows skin: neither lashes nor hairs nor the nose's light."""
    x, y = view.patch.grid_cm
    above, dome = view.above_lid(), _dome(view)
    left, right = view.lid.ends
    open_ground = 1 - smooth_step(0.0, 0.1, dome)
    upper = open_ground * smooth_step(0.0, 0.1, above) * smooth_step(BROW_CM, 2.5 * BROW_CM, view.brow.height(x) - y)
    lower = smooth_step(BELOW_LINE_CM[1], BELOW_LINE_CM[1] + 0.1, -above)
    near = smooth_step(left - BESIDE_CM, left, x) * (1 - smooth_step(right, right + BESIDE_CM, x))
    wing = smooth_step(0.0, 0.2, _wing(view)) * open_ground
    light, near = brightness(small), near * (1 - wing)
    skin = _typical(upper * near, light, TYPICAL) + _typical(lower * near, light, TYPICAL)
    return np.asarray(skin + _typical(wing, light, TYPICAL_OF_WING), np.float32)


def _typical(zone: Map, light: Map, percentiles: tuple[float, ...]) -> Map:
    """``zone`` without its darkest and its lightest pixels."""
    seen = light[zone > 0.5]
    if seen.size < 8:
        return zone
    dark, fair, bright, glare = (float(level) for level in np.percentile(seen, percentiles))
    return zone * smooth_step(dark, fair + 1.0, light) * (1.02 - smooth_step(bright, glare + 1.0, light))


def cheek_grain(take: Take, view: LidView) -> Map:
    """Fine skin detail (H×W×1, around 0) of the cheek, mirrored up onto the lid at its natural size."""
    x, y = view.patch.grid_cm
    mirrored = view.eye.lower.height(x) - 0.6 - 0.9 * np.abs(y - view.lid.height(x))
    seen = sample_light(take.rgb, *plane_to_photo(take.mesh, view.eye.plane_z_cm, x, mirrored))
    fine = seen - blurred(seen, GRAIN_CM * view.patch.px_per_cm)
    return np.asarray(np.clip(fine, -7, 5)[..., None], np.float32)


def _wing(view: LidView) -> Map:
    """1 where the lashes and the liner of the open eye wing out from its outer corner, fading to 0 beside them."""
    x, y = view.patch.grid_cm
    end, outward = (view.lid.ends[1], 1.0) if view.eye.side == 0 else (view.lid.ends[0], -1.0)
    corner_y = float(view.lid.height(np.full((1, 1), end, np.float32))[0, 0])
    out, up = (x - np.float32(end)) * np.float32(outward) - WING_CM[0], y - np.float32(corner_y + WING_CM[1])
    return 1 - smooth_step(0.45, 1.0, np.hypot(out / np.float32(WING_RADII_CM[0]), up / np.float32(WING_RADII_CM[1])))


def _old_lashes(colours: Map, grown: Map, view: LidView) -> Map:
    """[0, 1] what is darker than skin beside the outer corner: there the photographed lashes stayed up as a tuft."""
    darker = 1 - brightness(colours) / np.maximum(20, brightness(grown))
    hairs = blurred(smooth_step(*HAIR_CONTRAST, darker), 0.02 * view.patch.px_per_cm)
    return np.asarray(np.clip(1.3 * hairs, 0, 1) * _wing(view), np.float32)


def _share_up(view: LidView) -> Map:
    """0 at the lid's edge, 1 at the top of its skin."""
    x, _ = view.patch.grid_cm
    height = np.maximum(0.2, view.top.height(x) - view.lid.height(x))
    return np.asarray(np.clip(view.above_lid() / height, -2, 2), np.float32)


def _arch(view: LidView) -> Map:
    """0 at the corners of the lid, 1 in its middle."""
    x, _ = view.patch.grid_cm
    left, right = view.lid.ends
    return np.asarray(np.sin(np.pi * np.clip((x - left) / (right - left), 0, 1)).clip(0, 1), np.float32)


def _dome(view: LidView) -> Map:
    """1 over the lid, 0 above it and past its corners, whatever lies below its edge."""
    reach = 0.6 + 0.5 * _arch(view) ** 0.7
    return (1 - smooth_step(0.55, 1.0, _share_up(view) / reach)) * view.beside()


def _cover(view: LidView) -> Map:
    """How much of the grown skin is shown; below the shut line only once no eye shows there."""
    full, none = BELOW_LINE_CM
    rim = np.float32(smooth_number(0.8, 0.97, view.shut))
    lower = smooth_step(-0.06, -0.01, view.above_lid())
    return (lower + (smooth_step(-none, -full, view.above_lid()) - lower) * rim) * _dome(view)


def _frames(colours: Map, grown: Map, view: LidView) -> Map:
    """[0, 1] where something in the upper half of the lid stands out from the skin: the frame of glasses."""
    contrast = np.abs(brightness(colours) - brightness(grown)) / np.maximum(20, brightness(grown))
    frame = blurred(smooth_step(*FRAME_CONTRAST, contrast), 0.03 * view.patch.px_per_cm)
    return np.asarray(np.clip(1.5 * frame, 0, 1) * smooth_step(0.45, 0.7, _share_up(view)), np.float32)


def _shading(view: LidView) -> Map:
    """H×W×1 gain of a lid lying over a ball: light in the middle, dark at its edge and corners, a soft fold above."""
    above, arch = view.above_lid(), _arch(view)
    gain = 1 + 0.07 * arch * np.exp(-(((above - 0.36) / 0.30) ** 2)) - 0.06 * (1 - arch) ** 2
    gain -= 0.22 * np.exp(-np.abs(above) / 0.08) * smooth_step(-0.3, 0.0, above)
    fold = above - CREASE_CM * (0.45 + 0.55 * arch)
    gain -= 0.055 * arch * np.exp(-((fold / 0.11) ** 2))
    return np.asarray(gain[..., None], np.float32)
