"""The skin of the upper lids where a movement stretches it: without streaks, and over the eye when it shuts."""

from __future__ import annotations

import cv2
import numpy as np

from pyojeong.media.image import Pixels
from pyojeong.performing.portrait.drawing.low_grid import splatted
from pyojeong.performing.portrait.drawing.patch import smooth_number, smooth_step
from pyojeong.performing.portrait.eyes.eyeball import Eyeball
from pyojeong.performing.portrait.eyes.lashes import paint_lashes
from pyojeong.performing.portrait.eyes.lid_view import LidView, lid_view
from pyojeong.performing.portrait.eyes.shut_lid import cheek_grain, shut_lid
from pyojeong.performing.portrait.stage import Floats, Map
from pyojeong.performing.portrait.take import Take

EVENED_CM, EVENED_PX_PER_CM = 0.22, 18.0
STREAKS_FROM, STREAKS_FULL = 1.25, 2.0
"""Stretch of the skin between lid and brow at which streaks begin to show and are evened out altogether."""
SHUTTING = 0.5
"""Share of the closing from which the lid's skin is grown in."""


def paint_lid_skin(skin: Pixels, take: Take, eye: Eyeball) -> None:
    """``skin`` (uint8 roi H×W×3, in place) with mended upper lid skin of one eye."""
    view = lid_view(take, eye)
    if view.patch.empty:
        return
    streaks = _stretched(view)
    if streaks is None and view.shut <= SHUTTING:
        return
    colours = skin[view.patch.slices].astype(np.float32)
    if streaks is not None:
        even = _evened_along(colours, view) + 0.7 * cheek_grain(take, view)
        colours += (even - colours) * streaks[..., None]
    if view.shut > SHUTTING:
        colours = shut_lid(colours, take, view)
    skin[view.patch.slices] = np.clip(colours + np.float32(0.5), 0, 255).astype(np.uint8)
    paint_lashes(skin, take, eye, smooth_number(0.7, 0.97, view.shut))


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
