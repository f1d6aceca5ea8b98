"""The skin of the upper lids where a movement stretches it: without streaks, and with a crease and lashes when shut."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from pyojeong.performing.portrait.coverage import blurred, filled_from
from pyojeong.performing.portrait.eyeball import Eyeball
from pyojeong.performing.portrait.lashes import paint_lashes
from pyojeong.performing.portrait.outlines import brow_underside, lid_edges, lid_ring
from pyojeong.performing.portrait.own_teeth import plane_to_photo, sample
from pyojeong.performing.portrait.palette import Palette
from pyojeong.performing.portrait.patch import Patch, Rim, patch_around, rim_of, smooth_number, smooth_step
from pyojeong.performing.portrait.stage import Deformed, Floats, Map, SourceMesh

NARROWEST_CM = 0.12
"""An eye photographed narrower than this is shut already: its lid needs nothing."""
LASH_BAND_CM = 0.14
"""Next to its lashes the photographed lid is too dark to tell the colour of the skin."""
CREASE_CM = 0.72
"""Height of the fold above the lashes of a shut eye (authored; Cartwright 1994 gives 7–10 mm)."""
STREAKS_FROM, STREAKS_FULL = 1.25, 2.0


@dataclass(frozen=True, slots=True, eq=False)
class LidView:
    """The upper lid of one eye after and before the movement, on the plane of the eye.

    Attributes:
        patch: Grid of roi pixels around it.
        lid: Its edge now.
        top: Upper end of its skin now: the ring below the brow.
        brow: Underside of the brow now.
        lid_before, top_before, brow_before: The same in the photo.
        shut: 0 as open as in the photo, 1 closed.
    """

    patch: Patch
    lid: Rim
    top: Rim
    brow: Rim
    lid_before: Rim
    top_before: Rim
    brow_before: Rim
    shut: float

    @property
    def middle_x(self) -> float:
        """Canonical x of the middle of the lid."""
        return sum(self.lid.ends) / 2

    def above_lid(self) -> Map:
        """Centimetres above the lid's edge."""
        x, y = self.patch.grid_cm
        return y - self.lid.height(x)

    def beside(self) -> Map:
        """1 over the lid, fading to 0 past its corners."""
        x, _ = self.patch.grid_cm
        left, right = self.lid.ends
        return smooth_step(left - 0.1, left + 0.35, x) * (1 - smooth_step(right - 0.35, right + 0.1, x))


def paint_lid_skin(
    skin: Map, rgb: Map, mesh: SourceMesh, deformed: Deformed, eye: Eyeball, side: int, palette: Palette
) -> None:
    """``skin`` (uint8 roi H×W×3, in place) with mended upper lid skin of one eye."""
    view = lid_view(mesh, deformed, eye, side)
    if view.patch.empty:
        return
    streaks = _stretched(view)
    closing = smooth_number(0.5, 0.85, view.shut)
    if streaks is None and closing <= 0:
        return
    colours = skin[view.patch.slices].astype(np.float32)
    if streaks is not None:
        colours = _without_streaks(colours, rgb, mesh, view, eye, streaks)
    if closing > 0:
        colours = _shut_lid(colours, rgb, mesh, view, eye, closing)
    skin[view.patch.slices] = np.clip(colours + np.float32(0.5), 0, 255).astype(np.uint8)
    if closing > 0:
        paint_lashes(skin, deformed, eye, side, smooth_number(0.7, 0.97, view.shut), palette, mesh.scale)


def lid_view(mesh: SourceMesh, deformed: Deformed, eye: Eyeball, side: int) -> LidView:
    """The upper lid of ``side`` now and in the photo."""
    upper, lower = lid_edges(deformed.vertices_px, side)
    left, top, right, bottom = deformed.roi_xyxy
    bounds = (0, 0, right - left, bottom - top)
    origin = np.array([*eye.iris_cm, eye.plane_z_cm])
    now = patch_around(deformed.skull, origin, ((-1, 1), (-1, 1)), bounds)
    ring, brow = lid_ring(deformed.coarse_px, side, 1), brow_underside(deformed.coarse_px, side)
    points = now.cm(np.vstack([upper, lower, ring, brow])) - origin[:2]
    low, high = points.min(0) - 0.2, points.max(0) + 0.2
    patch = patch_around(deformed.skull, origin, ((low[0], high[0]), (low[1], high[1])), bounds)
    lids = [rim_of(now.cm(edge)) for edge in (upper, lower)]
    opening, opening_before = _opening(*lids), _opening(eye.upper, eye.lower)
    shut = 0.0 if opening_before < NARROWEST_CM else float(np.clip(1 - opening / opening_before, 0, 1))
    return LidView(
        patch, lids[0], rim_of(now.cm(ring)), rim_of(now.cm(brow)), eye.upper,
        rim_of(eye.patch.cm(lid_ring(mesh.coarse_px, side, 1))),
        rim_of(eye.patch.cm(brow_underside(mesh.coarse_px, side))), shut,
    )  # fmt: skip


def _opening(upper: Rim, lower: Rim) -> float:
    return float(np.max(upper.y_cm - np.interp(upper.x_cm, lower.x_cm, lower.y_cm)))


def _stretched(view: LidView) -> Map | None:
    """[0, 1] where the skin between lid and brow is pulled long enough to show streaks; None when nowhere."""
    x = np.linspace(*view.brow.ends, 9, dtype=np.float32)
    now = np.maximum(0.05, view.brow.height(x) - view.lid.height(x))
    before = np.maximum(0.05, view.brow_before.height(x) - view.lid_before.height(x))
    stretch = now / before
    weight = smooth_step(STREAKS_FROM, STREAKS_FULL, stretch.astype(np.float32))
    if weight.max() <= 0:
        return None
    across, y = view.patch.grid_cm
    along = np.interp(across, x, weight).astype(np.float32)
    above, under = view.above_lid(), view.brow.height(across) - y
    return along * smooth_step(0.05, 0.25, above) * smooth_step(0.0, 0.25, under) * view.beside()


def _without_streaks(colours: Map, rgb: Map, mesh: SourceMesh, view: LidView, eye: Eyeball, where: Map) -> Map:
    """Skin evened along the lid (streaks run across it), with the unstretched grain of the skin below the eye."""
    even = _evened_along(colours, view)
    grain = _grain(rgb, mesh, view, eye)
    return np.asarray(colours + (even + 0.7 * grain - colours) * where[..., None], np.float32)


def _evened_along(colours: Map, view: LidView) -> Map:
    """``colours`` blurred along the face's x axis only, whichever way the head is tipped."""
    axis = view.patch.to_px[:, 0]
    length = 0.22 * float(np.linalg.norm(axis))
    steps = np.linspace(-1.6, 1.6, 9)
    weights = np.exp(-0.5 * steps**2)
    unit = axis / np.linalg.norm(axis)
    reach = int(np.ceil(1.6 * length)) + 1
    kernel = np.zeros((2 * reach + 1, 2 * reach + 1), np.float32)
    for step, weight in zip(steps * length, weights, strict=True):
        column, row = reach + step * unit[0], reach + step * unit[1]
        c, r = int(column), int(row)
        fc, fr = column - c, row - r
        kernel[r, c] += weight * (1 - fc) * (1 - fr)
        kernel[r, c + 1] += weight * fc * (1 - fr)
        kernel[r + 1, c] += weight * (1 - fc) * fr
        kernel[r + 1, c + 1] += weight * fc * fr
    return cv2.filter2D(colours, -1, kernel / kernel.sum(), borderType=cv2.BORDER_REPLICATE)


def _grain(rgb: Map, mesh: SourceMesh, view: LidView, eye: Eyeball) -> Map:
    """Fine skin detail (H×W×1, around 0) from below the eye, mirrored up onto the lid at its natural size."""
    x, y = view.patch.grid_cm
    mirrored = eye.lower.height(x) - 0.45 - 0.8 * np.abs(y - view.lid.height(x))
    seen = sample(rgb, *plane_to_photo(mesh, eye.plane_z_cm, x, mirrored)).mean(2)
    fine = seen - blurred(seen, 0.10 * view.patch.px_per_cm)
    return np.asarray(np.clip(fine, -9, 7)[..., None], np.float32)


def _shut_lid(colours: Map, rgb: Map, mesh: SourceMesh, view: LidView, eye: Eyeball, closing: float) -> Map:
    """The lid drawn down over the eyeball: smooth skin, round shading, a crease; not the stretched photograph."""
    x, y = view.patch.grid_cm
    above = view.above_lid()
    height = np.maximum(0.2, view.top.height(x) - view.lid.height(x))
    up = np.clip(above / height, 0, 1.2)
    base = _lid_colour(rgb, mesh, view, eye, up)
    left, right = view.lid.ends
    across = np.clip((x - left) / (right - left), 0, 1)
    arch = np.sin(np.pi * across).clip(0, 1)
    ball = 1 + 0.055 * arch * np.exp(-(((above - 0.38) / 0.26) ** 2)) - 0.10 * (1 - arch) ** 2
    ball -= 0.20 * np.exp(-np.clip(above, 0, None) / 0.07)
    crease_at = CREASE_CM * (0.45 + 0.55 * arch)
    ball -= 0.11 * arch**0.7 * np.exp(-(((above - crease_at) / 0.055) ** 2))
    ball += 0.035 * arch * np.exp(-(((above - crease_at - 0.14) / 0.09) ** 2))
    lid = base * ball[..., None] + 0.8 * _grain(rgb, mesh, view, eye)
    where = smooth_step(-0.06, -0.01, above) * (1 - smooth_step(0.55, 1.0, up)) * view.beside() * np.float32(closing)
    return np.asarray(colours + (lid - colours) * where[..., None], np.float32)


def _lid_colour(rgb: Map, mesh: SourceMesh, view: LidView, eye: Eyeball, up: Map) -> Map:
    """Smooth colour of the photographed lid skin, spread over the shut lid: ``up`` 0 at its edge, 1 at its top."""
    patch = eye.patch
    x, y = patch.grid_cm
    above = y - view.lid_before.height(x)
    height = np.maximum(0.15, view.top_before.height(x) - view.lid_before.height(x))
    photo = sample(rgb, *plane_to_photo(mesh, eye.plane_z_cm, x, y))
    zone = ((above > np.minimum(LASH_BAND_CM, 0.45 * height)) & (above < 1.15 * height)).astype(np.float32)
    left, right = view.lid_before.ends
    zone *= (x > left) & (x < right)
    bright = photo.mean(2)
    if zone.sum() > 20:
        zone *= bright > np.percentile(bright[zone > 0], 35)
    smooth = filled_from(photo, zone, max(1.2, 0.28 * patch.px_per_cm))
    xx, _ = view.patch.grid_cm
    before = np.maximum(0.15, view.top_before.height(xx) - view.lid_before.height(xx))
    low = np.minimum(LASH_BAND_CM, 0.45 * before)
    yy = view.lid_before.height(xx) + low + np.clip(up, 0, 1) * (before - low)
    column, row = patch.locate(xx, yy)
    return cv2.remap(smooth, column, row, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
