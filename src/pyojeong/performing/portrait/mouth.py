"""What shows between the lips: the dark, the tongue, drawn teeth or the person's own, and the wet inside of the lips."""

from __future__ import annotations

import cv2
import numpy as np

from pyojeong.performing.portrait.coverage import blurred, polygon_cover
from pyojeong.performing.portrait.mouth_view import DRAWN_PX_PER_CM, LOWER_LIP, UPPER_LIP, MouthView, mouth_view
from pyojeong.performing.portrait.own_teeth import OwnMouth, photographed_interior
from pyojeong.performing.portrait.palette import Palette
from pyojeong.performing.portrait.patch import smooth_number, smooth_step
from pyojeong.performing.portrait.stage import Deformed, Map, Movement, SourceMesh
from pyojeong.performing.portrait.teeth import LOWER, UPPER, Arch, paint_teeth
from pyojeong.performing.portrait.tongue import paint_resting_tongue, tongue_out

THROAT = np.array([26, 11, 12], np.float32)
FLOOR = np.array([74, 32, 36], np.float32)
"""Authored RGB of the dark at the top and at the floor of the mouth, full exposure."""
SHOWN_AT_REST_CM = 0.20
"""Upper incisors end this far below the resting upper lip (tuned by eye on closed mouths; Vig & Brundo 1978 give 2-3 mm)."""
BEHIND_LIP_CM = 0.35
JAW_DEGREES = 15.5
JAW_HINGE_YZ = (-0.2, -1.5)
LIP_EDGE_SOFT_CM = 0.025


def paint_mouth(
    skin: Map, rgb: Map, mesh: SourceMesh, deformed: Deformed, movement: Movement, palette: Palette
) -> None:
    """``skin`` (uint8 roi H×W×3, changed in place) with the inside of the mouth where the lips are apart.

    Args:
        skin: The moved and shaded skin.
        rgb: The photo, uint8.
        mesh: The photographed face.
        deformed: The face after the movement.
        movement: Which one.
        palette: Of the photo.
    """
    view = mouth_view(mesh, deformed)
    if view is not None and not view.patch.empty:
        colours = _interior(skin, rgb, mesh, view, deformed, movement, palette)
        cover = polygon_cover(view.patch.local(view.outline_px), view.patch.size_wh, LIP_EDGE_SOFT_CM * mesh.scale)
        lay(skin, view, colours, cover)
        if movement.tongue_out > 0:
            _put_out_tongue(skin, mesh, view, movement, palette)


def lay(skin: Map, view: MouthView, colours: Map, cover: Map) -> None:
    """``colours`` over ``skin`` (uint8, in place) within the view's box."""
    under = skin[view.patch.slices]
    mixed = under + (colours - under) * cover[..., None]
    skin[view.patch.slices] = np.clip(mixed + np.float32(0.5), 0, 255).astype(np.uint8)


def _interior(
    skin: Map, rgb: Map, mesh: SourceMesh, view: MouthView, deformed: Deformed, movement: Movement, palette: Palette
) -> Map:
    own = photographed_interior(rgb, mesh, view, deformed, movement) if mesh.traits.mouth_open else None
    if own is not None and float(own.kept.min()) > 0.999:
        return own.colours
    coarse = view.coarser(DRAWN_PX_PER_CM)
    drawn = palette.toned(_drawn_interior(mesh, coarse, deformed, movement, palette, own))
    lips = cv2.resize(skin[view.patch.slices], coarse.patch.size_wh, interpolation=cv2.INTER_AREA)
    drawn = _wet_lips(drawn, coarse, lips.astype(np.float32))
    size = view.patch.size_wh
    drawn = drawn if coarse.patch.size_wh == size else cv2.resize(drawn, size, interpolation=cv2.INTER_CUBIC)
    return drawn if own is None else _joined(own, drawn)


def _joined(own: OwnMouth, drawn: Map) -> Map:
    """The photographed inside, its teeth carried on a little where the lips uncover more, the drawn inside beyond."""
    extended = own.extended + (drawn - own.extended) * (1 - own.reach[..., None])
    return np.asarray(extended + (own.colours - extended) * own.kept[..., None], np.float32)


def _drawn_interior(
    mesh: SourceMesh, view: MouthView, deformed: Deformed, movement: Movement, palette: Palette, own: OwnMouth | None
) -> Map:
    canvas = _cavity(view, palette)
    lip_y = float(mesh.local_cm[UPPER_LIP, 1])
    edge_y = lip_y - SHOWN_AT_REST_CM * (1.0 if own is None else 0.4)
    middle_x = float(mesh.local_cm[[UPPER_LIP, LOWER_LIP], 0].mean())
    if movement.jaw_open > 0.1:
        floor = float(view.lower.y_cm.min())
        crest = (middle_x, floor + 0.42 * view.opening_cm)
        canvas = paint_resting_tongue(canvas, view.patch, crest, 0.45 * view.opening_cm, palette.light)
    canvas = _lower_teeth(canvas, mesh, view, deformed, movement, palette, (middle_x, edge_y))
    if own is None:
        neck = (middle_x, edge_y + UPPER.heights_cm[0], view.plane_z_cm - BEHIND_LIP_CM)
        arch = Arch(UPPER, neck, False, view.plane_z_cm)
        canvas = paint_teeth(canvas, view.patch, deformed.skull, arch, palette.light * np.float32(1.03))
    return canvas * _occlusion(view, movement)[..., None]


def _cavity(view: MouthView, palette: Palette) -> Map:
    depth = np.clip(view.below_upper / np.float32(max(0.3, view.opening_cm)), 0, 1)[..., None] ** 1.6
    return np.asarray((THROAT + (FLOOR - THROAT) * depth) * palette.light, np.float32)


def _jaw_drop(mesh: SourceMesh, movement: Movement) -> tuple[float, float]:
    """(y, z) shift in cm of the lower incisors, which turn about the hinge of the jaw."""
    angle = np.deg2rad(JAW_DEGREES * movement.jaw_open)
    y, z = float(mesh.local_cm[UPPER_LIP, 1]), float(mesh.local_cm[UPPER_LIP, 2]) - BEHIND_LIP_CM
    dy, dz = y - JAW_HINGE_YZ[0], z - JAW_HINGE_YZ[1]
    turned = dy * np.cos(angle) - dz * np.sin(angle), dy * np.sin(angle) + dz * np.cos(angle)
    return float(turned[0] - dy), float(turned[1] - dz) + movement.jaw_forward_cm


def _lower_teeth(
    canvas: Map, mesh: SourceMesh, view: MouthView, deformed: Deformed, movement: Movement, palette: Palette,
    edge_xy: tuple[float, float],
) -> Map:
    """Lower teeth where a jaw or lower lip drops; in a smile they stay hidden: two rows in sight look like dentures."""
    pulled = max(movement.pair("mouthLowerDown"))
    hidden = smooth_number(0.25, 0.6, movement.smile) * (1 - 0.7 * smooth_number(0.45, 0.9, movement.jaw_open))
    shown = max(smooth_number(0.08, 0.3, movement.jaw_open), smooth_number(0.2, 0.6, pulled)) * (1 - hidden)
    if shown <= 0:
        return canvas
    dy, dz = _jaw_drop(mesh, movement)
    neck_y = edge_xy[1] + dy - 0.30 - LOWER.heights_cm[0]
    neck = (edge_xy[0] + movement.jaw_left_cm, neck_y, view.plane_z_cm - BEHIND_LIP_CM - 0.2 + dz)
    arch = Arch(LOWER, neck, True, view.plane_z_cm)
    painted = paint_teeth(canvas, view.patch, deformed.skull, arch, palette.light * np.float32(0.86))
    return np.asarray(canvas + (painted - canvas) * np.float32(shown), np.float32)


def _occlusion(view: MouthView, movement: Movement) -> Map:
    """Darkening by the lips around, the shadow of the upper lip, and the corners."""
    below, above, side = view.below_upper, view.above_lower, view.sideways
    smiling = smooth_number(0.1, 0.6, movement.smile)
    near = np.exp(-np.maximum(0, np.minimum(below, above)) / np.float32(0.10 + 0.06 * view.opening_cm))
    shadow = np.exp(-np.maximum(0, below) / np.float32(0.16))
    light = (1 - (0.5 - 0.14 * smiling) * near) * (1 - (0.42 - 0.14 * smiling) * shadow)
    return np.asarray(light * (1 - 0.78 * smooth_step(0.45, 1.0, side)), np.float32)


def _wet_lips(canvas: Map, view: MouthView, lips: Map) -> Map:
    """The red of the lips rolls inwards before the dark begins: without it lips look cut out of paper.

    ``lips`` is the moved skin, which goes on past the lips' edges: an average red left an orange line on dark lips.
    """
    lips = blurred(lips, 0.04 * view.patch.px_per_cm)
    for distance, thick in ((view.above_lower, 0.17), (view.below_upper, 0.09)):
        roll = np.float32(thick * smooth_number(0.05, 0.9, view.opening_cm) + 0.015)
        depth = np.clip(distance / roll, 0, 1)
        red = lips * (0.92 - 0.62 * depth)[..., None]
        canvas = canvas + (red - canvas) * ((1 - depth) ** 0.8 * (1 - smooth_step(0.86, 1.02, view.sideways)))[..., None]
    return np.asarray(canvas, np.float32)


def _put_out_tongue(skin: Map, mesh: SourceMesh, view: MouthView, movement: Movement, palette: Palette) -> None:
    dy, _ = _jaw_drop(mesh, movement)
    low = float(view.lower.y_cm.min())
    root = (float(mesh.local_cm[LOWER_LIP, 0]), max(low + 0.25, float(mesh.local_cm[LOWER_LIP, 1]) + 0.5 * dy))
    colours, cover = tongue_out(view.patch, root, movement.tongue_out, palette.light)
    lay(skin, view, palette.toned(colours), cover)
