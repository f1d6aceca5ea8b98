"""The photographed inside of the mouth: it stays with the skull while the lips slide over it."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from pyojeong.performing.portrait.drawing.coverage import blurred, nearest_known
from pyojeong.performing.portrait.drawing.patch import Rim, patch_around, rim_of, smooth_number, smooth_step
from pyojeong.performing.portrait.drawing.photo_sampling import plane_to_photo, sample
from pyojeong.performing.portrait.mesh.outlines import lip_edges
from pyojeong.performing.portrait.mouth.mouth_view import MouthView
from pyojeong.performing.portrait.stage import Deformed, Map, SourceMesh
from pyojeong.performing.portrait.take import Take

EDGE_CM = 0.06
"""The photographed rim next to the lips is lip, not mouth, and is left out."""
LIP_SHADOW_CM, WET_LIP_CM = 0.10, 0.07
SIDEWAYS_CM, DOWNWARDS_CM = 0.34, 0.05
"""How far uncovered teeth are carried on: a row of teeth goes on sideways, but has an end below."""
WIDE_OPEN_CM, TORN_CM = 1.3, 0.6
SLIT_CM, LIGHT = 0.45, 0.6
"""A gap narrower than the first, or whose lightest tenth stays under that share of the lips' light, shows no teeth
(measured on 14 open mouths: .58 and less without, .66 and more with; colour does not tell, warm light tints teeth)."""
STILL_CM = 0.18
"""Lips that moved less than this keep the photo's own rim: the first frames of an animation must not pop."""


@dataclass(frozen=True, slots=True, eq=False)
class OwnMouth:
    """The photographed inside on the grid of a view.

    Attributes:
        colours: float32 H×W×3.
        kept: [0, 1] how much of it is shown.
        extended: Its nearest colours beyond its rim.
        reach: [0, 1] how much of those is shown.
        toothed: Whether the photo shows teeth; a dark slit says nothing about a mouth that opens further.
    """

    colours: Map
    kept: Map
    extended: Map
    reach: Map
    toothed: bool


def photographed_interior(take: Take, view: MouthView) -> OwnMouth:
    """What the photo shows between its lips, where the skull (and in a wide open mouth, the jaw) has it now."""
    mesh = take.mesh
    shift, torn = _follow_jaw(mesh, view)
    x, y = view.patch.grid_cm
    colours = sample(take.rgb, *plane_to_photo(mesh, view.plane_z_cm, x, y - shift))
    lips = _photographed_cover(mesh, view, shift)
    step_px = view.patch.px_per_cm
    rim = max(1, round(EDGE_CM * step_px))
    core = cv2.erode(lips, np.ones((3, 3), np.uint8), iterations=rim)
    core = np.minimum(core, np.minimum(_below(core, view, LIP_SHADOW_CM), _below(core, view, -WET_LIP_CM)))
    still = _stillness(mesh, take.deformed)
    grown = cv2.dilate(lips, np.ones((3, 3), np.uint8), iterations=1 + rim)
    kept = grown * np.float32(still)
    toothed = _shows_teeth(colours, core, mesh)
    if not toothed:
        return OwnMouth(colours, kept, colours, np.zeros_like(kept), toothed)
    kept = np.maximum(blurred(core, 0.05 * step_px) * (1 - torn), kept)
    extended, reach = _carried_on(colours, core, view)
    return OwnMouth(colours, np.asarray(np.clip(kept, 0, 1), np.float32), extended, reach * (1 - torn), toothed)


def _shows_teeth(colours: Map, core: Map, mesh: SourceMesh) -> bool:
    inside = colours[core > 0.5].mean(1)
    if mesh.traits.mouth_gap_cm < SLIT_CM or len(inside) < 12:
        return False
    return bool(np.percentile(inside, 90) > LIGHT * np.percentile(colours.mean(2), 90))


def _follow_jaw(mesh: SourceMesh, view: MouthView) -> tuple[Map, Map]:
    """How the lower half of a wide open, unsmiling mouth travels with the jaw.

    Returns:
        Centimetres up (H×W), and [0, 1] how far the inside is torn apart there: stretched teeth show as streaks.
    """
    below = view.below_upper
    if mesh.traits.mouth_gap_cm < WIDE_OPEN_CM or mesh.traits.smile > 0.75:
        return np.zeros_like(below), np.zeros_like(below)
    drop = float(view.lower.y_cm.min()) - float(lip_rims(mesh, view)[1].y_cm.min())
    share = smooth_step(0.25, 0.75, below / np.float32(max(0.15, view.opening_cm)))
    torn = 4 * share * (1 - share) * smooth_number(0.05, TORN_CM, -drop)
    return np.asarray(drop * share, np.float32), np.asarray(torn, np.float32)


def lip_rims(mesh: SourceMesh, view: MouthView) -> tuple[Rim, Rim]:
    """(upper, lower) photographed inner lip edges on the plane of the view."""
    centre = np.array([0.0, 0.0, view.plane_z_cm])
    plane = patch_around(mesh.camera, centre, ((-1, 1), (-1, 1)), (0, 0, 8, 8))
    upper, lower = lip_edges(mesh.vertices_px)
    return rim_of(plane.cm(upper)), rim_of(plane.cm(lower))


def _photographed_cover(mesh: SourceMesh, view: MouthView, shift: Map) -> Map:
    upper, lower = lip_rims(mesh, view)
    x, y = view.patch.grid_cm
    y = y - shift
    soft = np.float32(view.patch.px_per_cm)
    inside = np.minimum(upper.height(x) - y, y - lower.height(x)) * soft
    ends = np.minimum(x - upper.ends[0], upper.ends[1] - x) * soft
    return np.asarray(np.clip(np.minimum(inside, ends) + 0.5, 0, 1), np.float32)


def _below(cover: Map, view: MouthView, distance_cm: float) -> Map:
    """``cover`` pushed ``distance_cm`` down the face: shadow and wet rim next to the lips are not carried on."""
    x, y = view.patch.grid_cm
    column, row = view.patch.locate(x, y + np.float32(distance_cm))
    return np.asarray(cv2.remap(cover, column, row, cv2.INTER_LINEAR), np.float32)


def _stillness(mesh: SourceMesh, deformed: Deformed) -> float:
    """1 while the lips are where the photo has them, 0 once they moved `STILL_CM`."""
    now = np.vstack(lip_edges(deformed.vertices_px)) + np.array(deformed.roi_xyxy[:2])
    before = np.vstack(lip_edges(mesh.vertices_px))
    moved = float(np.linalg.norm(now - before, axis=1).mean()) / mesh.scale
    return max(0.0, 1.0 - moved / STILL_CM)


def _carried_on(colours: Map, core: Map, view: MouthView) -> tuple[Map, Map]:
    """Nearest photographed colours and how far they may be trusted (falls faster below than beside)."""
    known = (core > 0.5).astype(np.float32)
    column, row = nearest_known(known)
    height, width = core.shape
    step = np.float32(view.patch.px_per_cm)
    dx = (column - np.arange(width, dtype=np.float32)) / step
    dy = (row - np.arange(height, dtype=np.float32)[:, None]) / step
    away = np.hypot(dx, dy)
    to_cm = view.patch.to_cm.astype(np.float32) * np.float32(view.patch.step)
    downward = np.clip((to_cm[1, 0] * dx + to_cm[1, 1] * dy) * step / np.maximum(away, 1e-3), 0, 1)
    downward = blurred(downward.astype(np.float32), 0.06 * float(step))
    trust = np.exp(-((away / (SIDEWAYS_CM - (SIDEWAYS_CM - DOWNWARDS_CM) * downward)) ** 1.5))
    carried = cv2.remap(colours, column, row, cv2.INTER_NEAREST)
    carried = blurred(carried, 0.08 * float(step))
    dim = 1 - 0.25 * np.clip(away / 0.3, 0, 1)
    return carried * dim[..., None], np.asarray(0.92 * trust, np.float32)
