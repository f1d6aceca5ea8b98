"""Moves the inner lip contours of a wide open mouth outwards to where the photo shows the lips begin.

The face mesh rounds a shout off: teeth and the dark corners come to lie on its lips, and close with them.
"""

from __future__ import annotations

import numpy as np

from pyojeong.media.image import Image
from pyojeong.performing.portrait.drawing.sampling import padded_box
from pyojeong.performing.portrait.mesh.canonical import POINTS, canonical_mesh
from pyojeong.performing.portrait.mesh.topology import LOWER_LIP, UPPER_LIP
from pyojeong.performing.portrait.stage import Floats

GAPING_CM = 1.2
"""Lip gap from which the mesh is mended; laughter ends below, and there it is right (12 open mouths looked at)."""
STEPS = 25
SPOKE = np.linspace(1.25, 0.0, STEPS)
"""Places looked at, in lip widths inwards from the outer contour; the inner one is at 1."""
FARTHEST_MIDDLE, FARTHEST_CORNER = 0.35, 0.85
"""At most this share of the mesh's lip is taken for inside, in the middle, where the mesh errs least, and at the
corners: a lip without any red has nothing to close with."""
MIDDLE = slice(3, 8)
"""Columns of a lip row where the mesh is right: what lies between its rows there is lip."""
REFERENCE = (0.3, 0.8)
"""Shares of the way from the outer to the inner contour at which the lip's own colour is read."""
JAW_LINE = (136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365)
"""Face mesh points along the lower edge of the face."""
CHIN_HALF_CM, KEPT_OF_CHIN = 2.3, 0.8
"""Half the width of the skin that is unfolded, and the share of its place on a shut mouth it keeps at least."""
LIGHT_SPREAD, TINT_SPREAD = 0.50, 0.15
"""Deviation of the logarithm of the brightness, and of the share of red less green, within a pair of lips (by eye)."""
STAY = 0.25
"""Cost of a step away from the mesh: without an edge it stays."""


def with_lips_on_edges(points: Floats, image: Image, scale: float) -> Floats:
    """N×3 ``points`` with the rows of both lips moved outwards along their spokes; depth goes along."""
    moved = points.copy()
    for lip in (UPPER_LIP, LOWER_LIP):
        rows = [np.array(row) for row in lip]
        taken = _inside_shares(points[rows[0], :2], points[rows[-1], :2], image, scale)
        for row in rows[1:]:
            outer = points[rows[0]]
            moved[row] = outer + (points[row] - outer) * (1 - taken)[:, None]
    return moved


def chin_below_lips(local_cm: Floats) -> Floats:
    """N×3 ``local_cm`` with the skin under a gaping lower lip unfolded, so that it lies between lip and jaw.

    The mesh of a shout knows where its lips are better than where its chin is, and lets them overlap.
    """
    rest = canonical_mesh().vertices_cm
    share = _share_to_chin(rest, rest[:, :2])
    skin = np.flatnonzero((share > 0) & (share < 1) & (np.abs(rest[:, 0]) < CHIN_HALF_CM))
    lip, jaw = _lip_and_jaw(local_cm[:POINTS], local_cm[skin, 0])
    unfolded = local_cm.copy()
    unfolded[skin, 1] = np.minimum(local_cm[skin, 1], lip - KEPT_OF_CHIN * share[skin] * (lip - jaw))
    return unfolded


def _share_to_chin(shape_cm: Floats, places_cm: Floats) -> Floats:
    """0 on the lower edge of the lower lip, 1 on the jaw line, linear between."""
    lip, jaw = _lip_and_jaw(shape_cm, places_cm[:, 0])
    return np.asarray((lip - places_cm[:, 1]) / np.maximum(0.1, lip - jaw))


def _lip_and_jaw(shape_cm: Floats, x_cm: Floats) -> tuple[Floats, Floats]:
    edges = shape_cm[list(LOWER_LIP[0])], shape_cm[list(JAW_LINE)]
    lip, jaw = (np.interp(x_cm, *edge[np.argsort(edge[:, 0]), :2].T) for edge in edges)
    return lip, jaw


def _inside_shares(outer: Floats, inner: Floats, image: Image, scale: float) -> Floats:
    """Share of each spoke from inner to outer contour that shows the inside of the mouth, smooth along the lip."""
    taken = _first_lip(_redness(outer, inner, image, scale))
    padded = np.pad(taken, 1, mode="edge")
    steady = np.median(np.stack([padded[k : k + len(taken)] for k in range(3)]), axis=0)
    return np.convolve(np.pad(steady, 1, mode="edge"), [0.2, 0.6, 0.2], "valid")


def _redness(outer: Floats, inner: Floats, image: Image, scale: float) -> Floats:
    """Columns×`STEPS`, [0, 1]: how much each place of the spokes, from inside outwards, looks like the lip's middle."""
    spokes = outer[:, None] + SPOKE[None, :, None] * (inner - outer)[:, None]
    own = outer[MIDDLE, None] + np.linspace(*REFERENCE, 7)[None, :, None] * (inner - outer)[MIDDLE, None]
    blur = max(0.5, 0.04 * scale)
    light, tint = _light_and_tint(image, spokes, blur)
    own_light, own_tint = (np.median(values) for values in _light_and_tint(image, own, blur))
    away = ((light - own_light) / LIGHT_SPREAD) ** 2 + ((tint - own_tint) / TINT_SPREAD) ** 2
    return np.asarray(np.exp(-0.5 * away))


def _first_lip(red: Floats) -> Floats:
    """Share of each spoke taken off: the cut with least red inside and most outside, of those not too far out."""
    nothing = np.zeros((len(red), 1))
    lip_inside = np.hstack([nothing, np.cumsum(red, 1)])
    mouth_outside = np.hstack([np.cumsum((1 - red)[:, ::-1], 1)[:, ::-1], nothing])
    cut = 1 - np.append(SPOKE, 0.0)
    cost = (lip_inside + mouth_outside) / STEPS + STAY * np.abs(cut)
    aside = np.abs(np.linspace(-1, 1, len(red)))[:, None]
    cost[cut > FARTHEST_MIDDLE + (FARTHEST_CORNER - FARTHEST_MIDDLE) * aside] = np.inf
    return np.asarray(np.maximum(0, cut[cost.argmin(1)]))


def _light_and_tint(image: Image, places: Floats, blur_px: float) -> tuple[Floats, Floats]:
    """Logarithm of the brightness and (red − green) / brightness at …×2 picture points."""
    import cv2

    left, top, right, bottom = padded_box(places.reshape(-1, 2), image.size_wh, margin=int(3 * blur_px) + 2)
    crop = np.ascontiguousarray(image.rgb[top:bottom, left:right], np.float32)
    soft = cv2.GaussianBlur(crop, (0, 0), blur_px)
    at = (places - (left, top)).astype(np.float32)
    seen = cv2.remap(soft, at[..., 0], at[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE).astype(float)
    mean = np.maximum(6.0, seen.mean(-1))
    return np.log(mean), (seen[..., 0] - seen[..., 1]) / mean
