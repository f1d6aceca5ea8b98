"""What shows between the lips: the dark, the tongue, drawn teeth or the person's own, the wet inside of the lips."""

from __future__ import annotations

import cv2
import numpy as np

from pyojeong.media.image import Pixels
from pyojeong.performing.portrait.drawing.coverage import blurred, polygon_cover
from pyojeong.performing.portrait.drawing.patch import Patch, patch_around, smooth_number, smooth_step
from pyojeong.performing.portrait.mouth.mouth_view import DRAWN_PX_PER_CM, LOWER_LIP, UPPER_LIP, MouthView, mouth_view
from pyojeong.performing.portrait.mouth.own_teeth import OwnMouth, photographed_interior
from pyojeong.performing.portrait.mouth.teeth import LOWER, UPPER, Arch, paint_teeth
from pyojeong.performing.portrait.mouth.tongue import OUT_LENGTH_CM, OUT_WIDTH_CM, paint_resting_tongue, tongue_out
from pyojeong.performing.portrait.muscles.jaw import FULL_DEGREES, HINGE_CM
from pyojeong.performing.portrait.stage import Map
from pyojeong.performing.portrait.take import Take

THROAT = np.array([26, 11, 12], np.float32)
FLOOR = np.array([74, 32, 36], np.float32)
"""Authored RGB of the dark at the top and at the floor of the mouth, full exposure."""
SHOWN_AT_REST_CM = 0.20
"""Upper incisors end this far below the resting upper lip (Vig & Brundo 1978: 1.9 mm in men, 3.4 in women). More hides
their edges behind the lower lip of a smile, and teeth without edges are a plate."""
TEETH_TAKE = 0.65
"""Share of the light's colour that shows on teeth: much of what tints the cheeks is skin."""
BEHIND_LIP_CM = 0.35
OVERBITE_CM, SUNK_CM = 0.30, 0.7
"""Lower incisors end this far below the upper ones when the jaw is shut, and this much deeper when they stay hidden."""
UNDER_LIP_DARK, UNDER_LIP_CM, ASIDE_DARK = 0.5, 0.22, 0.75
"""How lips that hang again shade the teeth of an undone smile (by eye on five): evenly light from corner to corner,
they went on laughing in a surprised face."""
LIP_EDGE_SOFT_CM = 0.025
WET_LOWER_CM, WET_UPPER_CM = 0.17, 0.09
CORNER_WET_CM = 0.10
"""Added roll of the lips at the corners: without it they end in black triangles."""
LIT_CM, LIT_LIMITS = 0.8, (0.5, 1.25)
LIPS_TO_CHEEKS, LEVEL_LIMITS = 0.64, (0.86, 1.1)
"""Usual brightness of the lips and the skin around them against the cheeks (median of 22 portraits, .58–.75 in eight of
ten), and how far it may count: a lipstick says nothing about the lamp."""


def paint_mouth(skin: Pixels, take: Take) -> None:
    """``skin`` (moved and shaded uint8 roi, changed in place) with the inside of the mouth where the lips are apart."""
    view = mouth_view(take)
    if view is None or view.patch.empty:
        return
    cover = polygon_cover(view.patch.local(view.outline_px), view.patch.size_wh, LIP_EDGE_SOFT_CM * take.scale)
    _lay(skin, view.patch, _interior(skin, take, view), cover)
    if take.movement.tongue_out > 0:
        _put_out_tongue(skin, take, view)


def _lay(skin: Pixels, patch: Patch, colours: Map, cover: Map) -> None:
    under = skin[patch.slices]
    mixed = under + (colours - under) * cover[..., None]
    skin[patch.slices] = np.clip(mixed + np.float32(0.5), 0, 255).astype(np.uint8)


def _interior(skin: Pixels, take: Take, view: MouthView) -> Map:
    own = photographed_interior(take, view) if take.mesh.traits.mouth_open else None
    if own is not None and float(own.kept.min()) > 0.999:
        return own.colours
    coarse = view.coarser(DRAWN_PX_PER_CM)
    toothed = own is not None and own.toothed
    drawn = take.palette.toned(_drawn_interior(take, coarse, teeth=not toothed))
    lips = cv2.resize(skin[view.patch.slices], coarse.patch.size_wh, interpolation=cv2.INTER_AREA).astype(np.float32)
    drawn = _wet_lips(drawn * _local_light(lips, coarse.patch, take.palette.skin)[..., None], coarse, lips)
    size = view.patch.size_wh
    drawn = drawn if coarse.patch.size_wh == size else cv2.resize(drawn, size, interpolation=cv2.INTER_CUBIC)
    return drawn if own is None else _joined(own, drawn, _fallen_shadow(take, view))


def _joined(own: OwnMouth, drawn: Map, shadow: Map) -> Map:
    """The photographed inside, its teeth carried on a little where the lips uncover more, the drawn inside beyond."""
    extended = drawn + (own.extended * shadow - drawn) * own.reach[..., None]
    return np.asarray(extended + (own.colours * shadow - extended) * own.kept[..., None], np.float32)


def _fallen_shadow(take: Take, view: MouthView) -> Map:
    """H×W×1 gain on photographed teeth once their smile is undone: lips no longer drawn aside shade them."""
    undone = np.float32(take.movement.undo * (1 - min(1.0, take.movement.smile)))
    lip = UNDER_LIP_DARK * np.exp(-np.maximum(0, view.below_upper) / np.float32(UNDER_LIP_CM))
    corners = ASIDE_DARK * smooth_step(0.35, 0.95, view.sideways)
    return np.asarray((1 - undone * (1 - (1 - lip) * (1 - corners)))[..., None], np.float32)


def _drawn_interior(take: Take, view: MouthView, *, teeth: bool) -> Map:
    """The inside without anything photographed; ``teeth`` only where the photo shows none of its own."""
    light = take.palette.light
    canvas = _cavity(view, light)
    lips = take.mesh.local_cm[[UPPER_LIP, LOWER_LIP]]
    middle_x, edge_y = float(lips[:, 0].mean()), float(lips[0, 1]) - SHOWN_AT_REST_CM
    if take.movement.jaw_open > 0.1:
        crest = (middle_x, float(view.lower.y_cm.min()) + 0.42 * view.opening_cm)
        canvas = paint_resting_tongue(canvas, view.patch, crest, 0.45 * view.opening_cm, light)
    if teeth:
        enamel = take.palette.exposure * (1 + TEETH_TAKE * (take.palette.tint - 1))
        canvas = _lower_teeth(canvas, take, view, (middle_x, edge_y), enamel)
        neck = (middle_x, edge_y + UPPER.heights_cm[0], view.plane_z_cm - BEHIND_LIP_CM)
        arch = Arch(UPPER, neck, False, view.plane_z_cm)
        canvas = paint_teeth(canvas, view.patch, take.deformed.skull, arch, enamel * np.float32(0.93))
    return np.asarray(canvas * _occlusion(view, take.movement.smile)[..., None], np.float32)


def _cavity(view: MouthView, light: Map) -> Map:
    depth = np.clip(view.below_upper / np.float32(max(0.3, view.opening_cm)), 0, 1)[..., None] ** 1.6
    return np.asarray((THROAT + (FLOOR - THROAT) * depth) * light, np.float32)


def _jaw_drop(take: Take) -> tuple[float, float]:
    """(y, z) shift in cm of the lower incisors, which turn about the hinge of the jaw."""
    angle = np.deg2rad(FULL_DEGREES * take.movement.jaw_open)
    y, z = take.mesh.local_cm[UPPER_LIP, 1:]
    dy, dz = y - HINGE_CM[1], z - BEHIND_LIP_CM - HINGE_CM[2]
    turned = dy * np.cos(angle) - dz * np.sin(angle), dy * np.sin(angle) + dz * np.cos(angle)
    return float(turned[0] - dy), float(turned[1] - dz) + take.movement.jaw_forward_cm


def _lower_teeth(canvas: Map, take: Take, view: MouthView, edge_xy: tuple[float, float], light: Map) -> Map:
    """Lower teeth where a jaw or lower lip drops; in a smile they stay hidden: two rows in sight look like dentures."""
    shown = _lower_row_shown(take)
    if shown <= 0:
        return canvas
    dy, dz = _jaw_drop(take)
    neck_y = edge_xy[1] + dy - OVERBITE_CM - SUNK_CM * (1 - shown) - LOWER.heights_cm[0]
    neck = (edge_xy[0] + take.movement.jaw_left_cm, neck_y, view.plane_z_cm - BEHIND_LIP_CM - 0.2 + dz)
    arch = Arch(LOWER, neck, True, view.plane_z_cm)
    return paint_teeth(canvas, view.patch, take.deformed.skull, arch, light * np.float32(0.86))


def _lower_row_shown(take: Take) -> float:
    """1 lower teeth at their place, 0 sunk behind the lip."""
    traits, movement = take.mesh.traits, take.movement
    smiling = max(movement.smile, traits.smile if traits.mouth_open else 0.0)
    pulled = smooth_number(0.2, 0.6, max(movement.pair("mouthLowerDown")))
    return max(smooth_number(0.08, 0.3, movement.jaw_open), pulled) * (1 - smooth_number(0.25, 0.6, smiling))


def _occlusion(view: MouthView, smile: float) -> Map:
    """Darkening by the lips around, the shadow of the upper lip, and the corners."""
    below, above, side = view.below_upper, view.above_lower, view.sideways
    smiling = smooth_number(0.1, 0.6, smile)
    near = np.exp(-np.maximum(0, np.minimum(below, above)) / np.float32(0.10 + 0.06 * view.opening_cm))
    shadow = np.exp(-np.maximum(0, below) / np.float32(0.16))
    slit = 0.68 + 0.32 * smooth_number(0.1, 0.75, view.opening_cm)
    light = slit * (1 - (0.5 - 0.14 * smiling) * near) * (1 - (0.36 - 0.08 * smiling) * shadow)
    return np.asarray(light * (1 - 0.7 * smooth_step(0.5, 1.05, side)), np.float32)


def _local_light(lips: Map, patch: Patch, skin: Map) -> Map:
    """Gain around 1: how brightly the mouth is lit here against the cheeks; teeth in a lamp from the side are not even.

    ``lips`` is the moved skin of the patch, float32 H×W×3, and ``skin`` the colour of the cheeks.
    """
    small = cv2.resize(lips.mean(2), (24, 12), interpolation=cv2.INTER_AREA)
    broad = blurred(small, 24 * LIT_CM * patch.px_per_cm / patch.size_wh[0])
    mean = max(4.0, float(small.mean()))
    level = np.clip(mean / (LIPS_TO_CHEEKS * max(4.0, float(skin.mean()))), *LEVEL_LIMITS)
    gain = np.clip(np.float32(level / mean) * broad, *LIT_LIMITS)
    return np.asarray(cv2.resize(gain, patch.size_wh, interpolation=cv2.INTER_LINEAR), np.float32)


def _wet_lips(canvas: Map, view: MouthView, lips: Map) -> Map:
    """The red of the lips rolls inwards before the dark begins: without it lips look cut out of paper.

    ``lips`` is the moved skin, which goes on past the lips' edges: an average red left an orange line on dark lips.
    """
    lips = blurred(lips, 0.04 * view.patch.px_per_cm)
    ends = 1 - smooth_step(0.98, 1.06, view.sideways)
    corner = CORNER_WET_CM * smooth_step(0.55, 0.95, view.sideways)
    for distance, thick in ((view.above_lower, WET_LOWER_CM), (view.below_upper, WET_UPPER_CM)):
        roll = np.float32(thick * smooth_number(0.05, 0.9, view.opening_cm) + 0.015) + corner
        depth = np.clip(distance / roll, 0, 1)
        red = lips * (0.92 - 0.62 * depth)[..., None]
        canvas = canvas + (red - canvas) * ((1 - depth) ** 0.8 * ends)[..., None]
    return np.asarray(canvas, np.float32)


def _put_out_tongue(skin: Pixels, take: Take, view: MouthView) -> None:
    root = _tongue_root(take, view)
    reach = ((-OUT_WIDTH_CM - 0.2, OUT_WIDTH_CM + 0.2), (-OUT_LENGTH_CM - 0.2, 0.2))
    patch = patch_around(take.deformed.skull, np.array([*root, view.plane_z_cm]), reach, take.bounds)
    if not patch.empty:
        colours, cover = tongue_out(patch, root, take.movement.tongue_out, take.palette.light)
        _lay(skin, patch, take.palette.toned(colours), cover)


def _tongue_root(take: Take, view: MouthView) -> tuple[float, float]:
    """Canonical (x, y) from which the tongue comes out: over the lower lip, wherever the jaw has taken it."""
    x, y = take.mesh.local_cm[LOWER_LIP, :2]
    return float(x), max(float(view.lower.y_cm.min()) + 0.25, float(y) + 0.5 * _jaw_drop(take)[0])
