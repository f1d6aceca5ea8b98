"""The eye behind the lids of one photo: white, whole iris, and the shade each lid casts, taken apart once.

The lids' shade is kept as a ratio that travels with the lid. Inventing bright white up to a raised lid gives an uncanny
rim; moving the photographed strip instead stretches the iris.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from pyojeong.media.image import Pixels
from pyojeong.performing.portrait.drawing.coverage import blurred, brightness
from pyojeong.performing.portrait.drawing.patch import (
    Patch,
    Rim,
    gap_between,
    patch_holding,
    rim_of,
    smooth_number,
    smooth_step,
)
from pyojeong.performing.portrait.drawing.photo_sampling import plane_to_photo, sample
from pyojeong.performing.portrait.eyes.eye_colours import LIMBUS, catchlight, iris_colours, white_colours
from pyojeong.performing.portrait.mesh.outlines import IRIS, lid_edges
from pyojeong.performing.portrait.stage import Floats, Map, Pair, SourceMesh

MARGIN_CM = 0.9
LID_SHADE_CM = 0.10
"""Next to a lid the photo shows lash, wet rim and shadow rather than the eyeball itself."""
STRIP_CM = 0.42
SKIN_EDGE_CM = 0.03
"""Nearer to the mesh's lid edge the photo may still be skin, which would leave coloured specks on the eyeball."""
STRIP_ROWS = 24
BLOOD = np.array([0.8, 1.05, 1.12], np.float32)
"""Share of the shade in R, G, B: light that went through the lids and their vessels is warm."""
NARROWEST_CM = 0.12
"""An eye photographed narrower than this is shut already."""
TOO_NARROW_CM = (0.25, 0.65)
"""A photographed opening below the first shows too little of the eye to keep any of it when the lids open; above the
second all of it is kept. Keeping a slit left the old lids' outline on the eyeball."""


@dataclass(frozen=True, slots=True, eq=False)
class LidShade:
    """How one lid darkens the eyeball near it.

    Attributes:
        ratio: float32 STRIP_ROWS×W×3; row 0 at the lid, the last `STRIP_CM` away; columns along x.
        ends_cm: Canonical x of its first and last column.
    """

    ratio: Map
    ends_cm: Pair

    def at(self, x: Map, distance_cm: Map) -> Map:
        """H×W×3 ratio at canonical ``x`` and so far from the lid."""
        width = self.ratio.shape[1]
        column = (x - np.float32(self.ends_cm[0])) * np.float32((width - 1) / (self.ends_cm[1] - self.ends_cm[0]))
        row = np.clip(distance_cm, 0, STRIP_CM) * np.float32((STRIP_ROWS - 1) / STRIP_CM)
        seen = cv2.remap(self.ratio, column, row, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        return np.asarray(seen, np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Eyeball:
    """One eye of a photo on its own patch (picture pixels), colours float32 0–255.

    Attributes:
        side: 0 the person's left, 1 right.
        patch: Grid of the pictures below.
        plane_z_cm: Depth of that plane.
        photo: As photographed, lids and all.
        whole: White and iris, hidden parts completed.
        white: The same without the iris.
        upper, lower: Photographed lid edges.
        upper_shade, lower_shade: What the lids do to the eyeball.
        iris_cm: Centre of the iris.
        iris_radius_cm: Its radius.
    """

    side: int
    patch: Patch
    plane_z_cm: float
    photo: Map
    whole: Map
    white: Map
    upper: Rim
    lower: Rim
    upper_shade: LidShade
    lower_shade: LidShade
    iris_cm: Pair
    iris_radius_cm: float

    @property
    def origin_cm(self) -> Floats:
        """Canonical x, y, z of the iris: the point patches of this eye are laid through."""
        return np.array([*self.iris_cm, self.plane_z_cm])


def shut_share(eye: Eyeball, upper: Rim, lower: Rim) -> float:
    """0 while the lids are as far apart as in the photo or farther, 1 closed; 0 too when the photo's are closed."""
    before = gap_between(eye.upper, eye.lower)
    return 0.0 if before < NARROWEST_CM else float(np.clip(1 - gap_between(upper, lower) / before, 0, 1))


def eyeball_of(rgb: Pixels, mesh: SourceMesh, side: int, light: Map) -> Eyeball:
    """The eye of ``side`` (0 the person's left, 1 right) taken apart; ``light`` is the palette's."""
    patch, z = _eye_patch(mesh, side)
    x, y = patch.grid_cm
    photo = sample(rgb, *plane_to_photo(mesh, z, x, y))
    upper, lower = (rim_of(patch.cm(edge)) for edge in lid_edges(mesh.vertices_px, side))
    below, above = upper.height(x) - y, y - lower.height(x)
    centre, radius = _iris(mesh, patch, side)
    dx, dy = (x - np.float32(centre[0])) / np.float32(radius), (y - np.float32(centre[1])) / np.float32(radius)
    away = np.hypot(dx, dy)
    core = _core(x, below, above, upper)
    white = white_colours(photo, core, away, patch.px_per_cm, light) * _round(x, y, upper, lower)
    iris = iris_colours(photo, core, dx, dy, light)
    edge = (1 - smooth_step(0.88, 1.04, away))[..., None]
    completed = white + (iris - white) * edge
    lit = core * _unshaded(photo, completed, below, above, away)
    seen = smooth_number(*TOO_NARROW_CM, gap_between(upper, lower))
    completed += (1 - seen) * catchlight(dx, dy) * light
    visible = blurred(lit * np.float32(seen), 0.035 * patch.px_per_cm)[..., None]
    whole = completed + (photo - completed) * visible
    white = whole + (white - whole) * (1 - smooth_step(LIMBUS, 1.35, away))[..., None]
    ratio = _shade_ratio(photo, whole)
    shades = _shade(np.minimum(ratio, 1), patch, upper, lower, -1.0), _shade(ratio, patch, lower, upper, 1.0)
    return Eyeball(side, patch, z, photo, whole, white, upper, lower, *shades, centre, radius)


def _eye_patch(mesh: SourceMesh, side: int) -> tuple[Patch, float]:
    z = float(mesh.local_cm[list(IRIS[side]), 2].mean())
    points = np.vstack(lid_edges(mesh.vertices_px, side))
    return patch_holding(mesh.camera, points, np.array([0, 0, z]), MARGIN_CM, (0, 0, *mesh.picture_wh)), z


def _iris(mesh: SourceMesh, patch: Patch, side: int) -> tuple[Pair, float]:
    points = patch.cm(mesh.landmarks_px[list(IRIS[side]), :2])
    radius = float(np.linalg.norm(points[1:] - points[0], axis=1).mean())
    return (float(points[0, 0]), float(points[0, 1])), max(0.3, radius)


def _core(x: Map, below: Map, above: Map, upper: Rim) -> Map:
    """1 where the photo shows the bare eyeball, away from the lids and their shade."""
    height = np.maximum(below + above, 0)
    margin = np.minimum(np.float32(LID_SHADE_CM), 0.26 * height)
    inside = (np.minimum(below - 1.4 * margin, above - 1.1 * margin) > 0) & (height > 0.06)
    left, right = upper.ends
    return (inside & (x > left + 0.04) & (x < right - 0.04)).astype(np.float32)


def _round(x: Map, y: Map, upper: Rim, lower: Rim) -> Map:
    """H×W×3 gain of a ball among lids: darker and redder towards its corners, darker above, faintly mottled."""
    left, right = upper.ends
    middle = (left + right) / 2
    across = (x - np.float32(middle)) / np.float32(max(0.2, (right - left) / 2))
    level = float(np.interp(middle, upper.x_cm, upper.y_cm) + np.interp(middle, lower.x_cm, lower.y_cm)) / 2
    up = np.clip((y - np.float32(level)) / np.float32(0.9), 0, 1)
    corner = np.clip(across**2, 0, 1.2)
    veins = 0.012 * np.sin(9.0 * y + 2.2 * np.sin(5.3 * x)) * np.sin(4.1 * x + 1.7 * np.sin(7.9 * y))
    taken = (0.16 * corner + 0.08 * up)[..., None] * BLOOD + (veins * corner)[..., None] * (BLOOD - 0.6)
    return np.asarray(1 - taken, np.float32)


def _unshaded(photo: Map, completed: Map, below: Map, above: Map, away: Map) -> Map:
    """0 in the upper white where the lid's shadow reaches in: it must travel with the lid, not stay behind."""
    darker = 1 - brightness(photo) / np.maximum(1, brightness(completed))
    upper = 1 - smooth_step(0.35, 0.65, below / np.maximum(0.05, below + above))
    return 1 - smooth_step(0.10, 0.25, darker) * upper * smooth_step(1.0, 1.2, away)


def _shade_ratio(photo: Map, whole: Map) -> Map:
    """Photo / whole, its colour held near grey: on dark eyes a noisy channel would paint coloured specks."""
    light, full = brightness(photo)[..., None], brightness(whole)[..., None]
    ratio = np.clip((light + 4) / (full + 4), 0.1, 1.2)
    tint = np.clip(((photo + 8) / (light + 8)) / ((whole + 8) / (full + 8)), 0.92, 1.08)
    return np.asarray(ratio * tint, np.float32)


def _shade(ratio: Map, patch: Patch, lid: Rim, other: Rim, into: float) -> LidShade:
    """The lid's strip of ``ratio``, evened out along the lid; ``into`` is the y direction from the lid into the eye."""
    left, right = lid.ends
    columns = max(8, round((right - left) * min(64.0, patch.px_per_cm)))
    x = np.broadcast_to(np.linspace(left, right, columns, dtype=np.float32), (STRIP_ROWS, columns))
    distance = np.linspace(0, STRIP_CM, STRIP_ROWS, dtype=np.float32)[:, None]
    distance = np.maximum(distance, np.float32(SKIN_EDGE_CM))
    y = lid.height(x) + np.float32(into) * distance
    column, row = patch.locate(x, np.ascontiguousarray(y))
    strip = cv2.remap(ratio, column, row, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    half = np.maximum(0.02, 0.5 * np.abs(other.height(x) - lid.height(x)))
    belongs = (1 - smooth_step(0.55, 1.0, distance / half))[..., None]
    strip = 1 + (strip - 1) * belongs
    sigma = max(0.5, 0.10 * columns / (right - left))
    even = cv2.GaussianBlur(strip, (0, 0), sigmaX=sigma, sigmaY=0.3, borderType=cv2.BORDER_REPLICATE)
    return LidShade(np.asarray(0.2 * strip + 0.8 * even, np.float32), (left, right))
