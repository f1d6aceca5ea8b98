"""Rims of glasses as a layer of their own: brows and lids slide under them, and they stay where the skull has them.

Only the upper half of the rims: below, cheeks are held back by `deform` all the same.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from pyojeong.media.image import Pixels
from pyojeong.performing.portrait.drawing.coverage import blurred, grown_over, polygon_cover
from pyojeong.performing.portrait.drawing.patch import Patch, patch_around, smooth_step
from pyojeong.performing.portrait.drawing.photo_sampling import plane_to_photo, sample
from pyojeong.performing.portrait.stage import Box, Floats, Map, Rims, SourceMesh
from pyojeong.performing.portrait.take import Take

BARE_PX_PER_CM = 20.0
FROM_CM, FULL_CM = 2.3, 2.7
"""Heights between which the layer begins: the rims' lower halves are left to the skin they lie on."""
OFF_SPARE_CM, ON_SPARE_CM = 0.09, 0.16
"""Skin around the rim that is taken off with its shadow, and that is put on with it: more, so that taking off and
putting on changes nothing where nothing moves."""
SOFT_CM = 0.02
Piece = tuple[Floats, Floats | None]
"""Outline and hole, in the plane of the frame."""


@dataclass(frozen=True, slots=True, eq=False)
class BareSkin:
    """The skin under one piece of the frame, guessed from what is seen beside it.

    Attributes:
        patch: Coarse grid of picture pixels around the rim.
        colours: float32 H×W×3.
        cover: [0, 1] H×W where the rim hides the skin.
    """

    patch: Patch
    colours: Map
    cover: Map


def bare_skin(rgb: Pixels, mesh: SourceMesh) -> tuple[BareSkin, ...]:
    """The skin under each piece of the upper frame; nothing where no rims were found."""
    if mesh.rims is None:
        return ()
    bounds = (0, 0, *mesh.picture_wh)
    return tuple(_bare(rgb, mesh, piece, mesh.rims, bounds) for piece in mesh.rims.pieces)


def _bare(rgb: Pixels, mesh: SourceMesh, piece: Piece, rims: Rims, bounds: Box) -> BareSkin:
    patch = _patch(mesh.camera, piece, rims.plane_z_cm, bounds, BARE_PX_PER_CM)
    colours = sample(rgb, *plane_to_photo(mesh, rims.plane_z_cm, *patch.grid_cm))
    hidden = np.max([_cover(patch, each, OFF_SPARE_CM) for each in rims.pieces], axis=0)
    hidden = cv2.dilate(hidden, np.ones((3, 3), np.uint8))
    bare = grown_over(colours, 1 - np.asarray(hidden, np.float32))
    return BareSkin(patch, bare, _cover(patch, piece, OFF_SPARE_CM))


def _patch(affine: Floats, piece: Piece, z_cm: float, bounds: Box, finest: float | None) -> Patch:
    low, high = piece[0].min(0) - 0.4, piece[0].max(0) + 0.4
    bottom = max(float(low[1]), FROM_CM - 0.2)
    centre = np.array([(low[0] + high[0]) / 2, (bottom + high[1]) / 2, z_cm])
    wide, tall = float(high[0] - low[0]) / 2, max(0.1, float(high[1]) - bottom) / 2
    return patch_around(affine, centre, ((-wide, wide), (-tall, tall)), bounds, max_px_per_cm=finest)


def _cover(patch: Patch, piece: Piece, spare_cm: float) -> Map:
    """[0, 1] between outline and hole and ``spare_cm`` around, in the frame's upper half."""
    outline, hole = piece
    cover = polygon_cover(_on_grid(patch, outline), patch.size_wh)
    if hole is not None:
        cover = cover - polygon_cover(_on_grid(patch, hole), patch.size_wh)
    side = 2 * max(1, round(spare_cm * patch.px_per_cm)) + 1
    grown = cv2.dilate(np.clip(cover, 0, 1), np.ones((side, side), np.uint8))
    grown = blurred(np.asarray(grown, np.float32), SOFT_CM * patch.px_per_cm)
    return np.asarray(grown * smooth_step(FROM_CM, FULL_CM, patch.grid_cm[1]), np.float32)


def _on_grid(patch: Patch, points_cm: Floats) -> Floats:
    return patch.local(points_cm @ patch.to_px[:, :2].T + patch.to_px[:, 2])


def take_rims_off(skin: Pixels, take: Take, bare: tuple[BareSkin, ...]) -> None:
    """``skin`` (moved, uint8 roi H×W×3, in place) with bare skin where it dragged a rim along."""
    for under in bare:
        left, top, right, bottom = _moved_box(take, under.patch)
        if right - left < 2 or bottom - top < 2:
            continue
        box = slice(top, bottom), slice(left, right)
        column, row = (
            (plane[box] - np.float32(start) + np.float32(0.5)) / np.float32(under.patch.step) - np.float32(0.5)
            for plane, start in zip((take.deformed.map_x, take.deformed.map_y), under.patch.box_xyxy[:2], strict=True)
        )
        cover = cv2.remap(under.cover, column, row, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)[..., None]
        colours = cv2.remap(under.colours, column, row, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        skin[box] = np.clip(skin[box] + (colours - skin[box]) * cover + np.float32(0.5), 0, 255).astype(np.uint8)


def _moved_box(take: Take, patch: Patch) -> Box:
    """Roi pixels that may show what the patch holds: it and as much around it as brows and head travel."""
    x0, y0, x1, y1 = take.deformed.roi_xyxy
    reach = round(1.5 * take.scale)
    left, top, right, bottom = patch.box_xyxy
    return (
        max(0, left - x0 - reach),
        max(0, top - y0 - reach),
        min(x1 - x0, right - x0 + reach),
        min(y1 - y0, bottom - y0 + reach),
    )


def put_rims_on(skin: Pixels, take: Take) -> None:
    """``skin`` (uint8 roi H×W×3, in place) with the photographed upper rims over all that moved behind them."""
    rims: Rims | None = take.mesh.rims
    if rims is None:
        return
    for piece in rims.pieces:
        patch = _patch(take.deformed.skull, piece, rims.plane_z_cm, take.bounds, None)
        if patch.empty:
            continue
        cover = _cover(patch, piece, ON_SPARE_CM)[..., None]
        photo = sample(take.rgb, *plane_to_photo(take.mesh, rims.plane_z_cm, *patch.grid_cm))
        under = skin[patch.slices]
        skin[patch.slices] = np.clip(under + (photo - under) * cover + np.float32(0.5), 0, 255).astype(np.uint8)
