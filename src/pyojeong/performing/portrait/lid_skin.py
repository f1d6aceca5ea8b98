"""The skin of the upper lids where a movement stretches it: without streaks, and with a crease and lashes when shut."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from pyojeong.media.image import Pixels
from pyojeong.performing.portrait.coverage import blurred, filled_from
from pyojeong.performing.portrait.eyeball import Eyeball, shut_share
from pyojeong.performing.portrait.lashes import paint_lashes
from pyojeong.performing.portrait.low_grid import splatted
from pyojeong.performing.portrait.outlines import brow_underside, lid_edges, lid_ring
from pyojeong.performing.portrait.patch import (
    Patch,
    Rim,
    patch_holding,
    rim_of,
    smooth_number,
    smooth_step,
)
from pyojeong.performing.portrait.photo_sampling import plane_to_photo, sample, sample_light
from pyojeong.performing.portrait.stage import Floats, Map
from pyojeong.performing.portrait.take import Take

LASH_BAND_CM = 0.14
"""Next to its lashes the photographed lid is too dark to tell the colour of the skin."""
CREASE_CM = 0.72
"""Height of the fold above the lashes of a shut eye (authored; Cartwright 1994 gives 7–10 mm)."""
GRAIN_CM = 0.045
"""Coarser detail below the eye is its wrinkles, which drew swirls on the lid."""
BELOW_EYE, BRIGHTEST = 0.5, 1.7
"""Share of the colour below the eye, and how much lighter that may make the lid: shut, it leaves the brow's shadow."""
EVENED_CM, EVENED_PX_PER_CM = 0.22, 18.0
STREAKS_FROM, STREAKS_FULL = 1.25, 2.0
"""Stretch of the skin between lid and brow at which streaks begin to show and are evened out altogether."""


@dataclass(frozen=True, slots=True, eq=False)
class LidView:
    """The upper lid of one eye after and before the movement, on the plane of the eye.

    Attributes:
        patch: Grid of roi pixels around it.
        lid: Its edge now.
        top: Upper end of its skin now: the ring below the brow.
        brow: Underside of the brow now.
        top_before, brow_before: The same in the photo.
        eye: The photographed eye, with the lid's edge in the photo.
        shut: 0 as open as in the photo, 1 closed.
    """

    patch: Patch
    lid: Rim
    top: Rim
    brow: Rim
    top_before: Rim
    brow_before: Rim
    eye: Eyeball
    shut: float

    def above_lid(self) -> Map:
        """Centimetres above the lid's edge."""
        x, y = self.patch.grid_cm
        return y - self.lid.height(x)

    def beside(self) -> Map:
        """1 over the lid, fading to 0 past its corners."""
        x, _ = self.patch.grid_cm
        left, right = self.lid.ends
        return smooth_step(left - 0.1, left + 0.35, x) * (1 - smooth_step(right - 0.35, right + 0.1, x))


def paint_lid_skin(skin: Pixels, take: Take, eye: Eyeball) -> None:
    """``skin`` (uint8 roi H×W×3, in place) with mended upper lid skin of one eye."""
    view = lid_view(take, eye)
    if view.patch.empty:
        return
    streaks = _stretched(view)
    closing = smooth_number(0.5, 0.85, view.shut)
    if streaks is None and closing <= 0:
        return
    colours = skin[view.patch.slices].astype(np.float32)
    grain = _grain(take, view)
    if streaks is not None:
        colours += (_evened_along(colours, view) + 0.7 * grain - colours) * streaks[..., None]
    if closing > 0:
        cover = _lid_cover(view) * np.float32(closing)
        colours += (_lid_colour(take, view) * _lid_shading(view) + 0.8 * grain - colours) * cover[..., None]
    skin[view.patch.slices] = np.clip(colours + np.float32(0.5), 0, 255).astype(np.uint8)
    paint_lashes(skin, take, eye, smooth_number(0.7, 0.97, view.shut))


def lid_view(take: Take, eye: Eyeball) -> LidView:
    """The upper lid of one eye now and in the photo."""
    upper, lower = lid_edges(take.deformed.vertices_px, eye.side)
    ring = lid_ring(take.deformed.coarse_px, eye.side, 1)
    brow = brow_underside(take.deformed.coarse_px, eye.side)
    points = np.vstack([upper, lower, ring, brow])
    patch = patch_holding(take.deformed.skull, points, eye.origin_cm, 0.2, take.bounds)
    lid, top, under = (rim_of(patch.cm(edge)) for edge in (upper, ring, brow))
    shut = shut_share(eye, lid, rim_of(patch.cm(lower)))
    top_before = rim_of(eye.patch.cm(lid_ring(take.mesh.coarse_px, eye.side, 1)))
    brow_before = rim_of(eye.patch.cm(brow_underside(take.mesh.coarse_px, eye.side)))
    return LidView(patch, lid, top, under, top_before, brow_before, eye, shut)


def _stretched(view: LidView) -> Map | None:
    """[0, 1] where the skin between lid and brow is pulled long enough to show streaks; None when nowhere."""
    x = np.linspace(*view.brow.ends, 9, dtype=np.float32)
    now = np.maximum(0.05, view.brow.height(x) - view.lid.height(x))
    before = np.maximum(0.05, view.brow_before.height(x) - view.eye.upper.height(x))
    weight = smooth_step(STREAKS_FROM, STREAKS_FULL, now / before)
    if weight.max() <= 0:
        return None
    across, y = view.patch.grid_cm
    along = np.interp(across, x, weight).astype(np.float32)
    under = view.brow.height(across) - y
    return along * smooth_step(0.05, 0.25, view.above_lid()) * smooth_step(0.0, 0.25, under) * view.beside()


def _evened_along(colours: Map, view: LidView) -> Map:
    """``colours`` blurred along the face's x axis only (streaks run across it), whichever way the head is tipped."""
    height, width = colours.shape[:2]
    shrink = max(1.0, view.patch.px_per_cm / EVENED_PX_PER_CM)
    size = (max(4, round(width / shrink)), max(4, round(height / shrink)))
    small = cv2.resize(colours, size, interpolation=cv2.INTER_AREA)
    kernel = _line_kernel(view.patch.to_px[:, 0] / shrink)
    even = cv2.filter2D(small, -1, kernel, borderType=cv2.BORDER_REPLICATE)
    return np.asarray(cv2.resize(even, (width, height), interpolation=cv2.INTER_LINEAR), np.float32)


def _line_kernel(axis_px: Floats) -> Map:
    """A gaussian of `EVENED_CM` along ``axis_px`` (pixels a centimetre) and one pixel wide across it."""
    offsets = np.linspace(-1.6, 1.6, 13)
    places = offsets[:, None] * EVENED_CM * axis_px
    reach = int(np.ceil(np.abs(places).max())) + 1
    kernel = splatted(places + reach, np.exp(-0.5 * offsets**2), (2 * reach + 1, 2 * reach + 1))
    return np.asarray(kernel / kernel.sum(), np.float32)


def _grain(take: Take, view: LidView) -> Map:
    """Fine skin detail (H×W×1, around 0) from below the eye, mirrored up onto the lid at its natural size."""
    x, y = view.patch.grid_cm
    mirrored = view.eye.lower.height(x) - 0.45 - 0.8 * np.abs(y - view.lid.height(x))
    seen = sample_light(take.rgb, *plane_to_photo(take.mesh, view.eye.plane_z_cm, x, mirrored))
    fine = seen - blurred(seen, GRAIN_CM * view.patch.px_per_cm)
    return np.asarray(np.clip(fine, -5, 4)[..., None], np.float32)


def _share_up(view: LidView) -> Map:
    """0 at the lid's edge, 1 at the top of its skin."""
    x, _ = view.patch.grid_cm
    height = np.maximum(0.2, view.top.height(x) - view.lid.height(x))
    return np.asarray(np.clip(view.above_lid() / height, 0, 1.3), np.float32)


def _arch(view: LidView) -> Map:
    """0 at the corners of the lid, 1 in its middle."""
    x, _ = view.patch.grid_cm
    left, right = view.lid.ends
    return np.asarray(np.sin(np.pi * np.clip((x - left) / (right - left), 0, 1)).clip(0, 1), np.float32)


def _lid_cover(view: LidView) -> Map:
    """A dome over the lid: a straight upper end showed as a rectangle."""
    reach = 0.25 + 0.85 * _arch(view) ** 0.7
    fading = 1 - smooth_step(0.55, 1.0, _share_up(view) / reach)
    return smooth_step(-0.06, -0.01, view.above_lid()) * fading * view.beside()


def _lid_shading(view: LidView) -> Map:
    """H×W×1 gain of a lid lying over a ball: light in the middle, dark at its edge and corners, a fold above."""
    above, arch = view.above_lid(), _arch(view)
    gain = 1 + 0.055 * arch * np.exp(-(((above - 0.38) / 0.26) ** 2)) - 0.10 * (1 - arch) ** 2
    gain -= 0.20 * np.exp(-np.clip(above, 0, None) / 0.07)
    fold = above - CREASE_CM * (0.45 + 0.55 * arch)
    gain -= 0.085 * arch**0.7 * np.exp(-((fold / 0.075) ** 2))
    gain += 0.035 * arch * np.exp(-(((fold - 0.14) / 0.09) ** 2))
    return np.asarray(gain[..., None], np.float32)


def _lid_colour(take: Take, view: LidView) -> Map:
    """Smooth colour of the photographed lid's skin, spread over the shut lid."""
    smooth = _photographed_lid_colour(take, view)
    x, _ = view.patch.grid_cm
    edge = view.eye.upper.height(x)
    before = np.maximum(0.15, view.top_before.height(x) - edge)
    low = np.minimum(LASH_BAND_CM, 0.45 * before)
    y = edge + low + np.clip(_share_up(view), 0, 1) * (before - low)
    column, row = view.eye.patch.locate(x, y)
    return np.asarray(cv2.remap(smooth, column, row, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), np.float32)


def _photographed_lid_colour(take: Take, view: LidView) -> Map:
    """Colours on the eye's own patch: the lid's lighter skin without lashes and fold, half way to the skin below."""
    patch, (left, right) = view.eye.patch, view.eye.upper.ends
    x, y = patch.grid_cm
    photo = sample(take.rgb, *plane_to_photo(take.mesh, view.eye.plane_z_cm, x, y))
    above, below = y - view.eye.upper.height(x), view.eye.lower.height(x) - y
    height = np.maximum(0.15, view.top_before.height(x) - view.eye.upper.height(x))
    beside = (x > left) & (x < right)
    zone = (above > np.minimum(LASH_BAND_CM, 0.45 * height)) & (above < 1.15 * height) & beside
    under = (below > 0.3) & (below < 0.8) & beside
    light = photo.mean(2)
    if zone.sum() > 20:
        zone &= light > np.percentile(light[zone], 35)
    smooth = filled_from(photo, zone.astype(np.float32), max(1.2, 0.28 * patch.px_per_cm))
    if not under.any():
        return smooth
    beneath = photo[under].mean(0)
    most = BRIGHTEST * smooth.mean(2, keepdims=True) / max(1.0, float(beneath.mean()))
    return np.asarray(smooth + BELOW_EYE * (beneath * np.minimum(1, most) - smooth), np.float32)
