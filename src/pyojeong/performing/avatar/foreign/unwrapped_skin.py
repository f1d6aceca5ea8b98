"""A foreign head's colours laid out as our skin is, so that they are painted as a photo would be."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from pyojeong.performing.avatar.foreign.head_mesh import Doubles, Source
from pyojeong.performing.avatar.foreign.nearest import Surface
from pyojeong.performing.avatar.foreign.portrait import colours_at
from pyojeong.performing.avatar.foreign.registering import Laid
from pyojeong.performing.avatar.solving import LIPS
from pyojeong.performing.avatar.template import Template
from pyojeong.performing.avatar.texture.light import Floats, linear
from pyojeong.performing.avatar.texture.photo import HeadPhoto
from pyojeong.performing.avatar.texture.regions import regions, smooth
from pyojeong.performing.avatar.texture.unwrapping import Unwrapping, unwrapped

Pixels = npt.NDArray[np.uint8]

SIDE_PX, _PX_A_CM = 512, 17.0
"""Heads' pictures are 256 to 512 pixels wide (DECA's, FLAME's)."""
_NEAR_CM, _FACING = 0.6, 0.3
"""How near a place must lie, and face the same way, to give its colour; set by eye."""
_FLAT = 2.5
"""Grey that is even to this many levels is no skin: DECA fills with it what its photo did not show."""
_TONE = np.array([0.52, 0.315, 0.225], np.float32)
_LIP = np.array([0.38, 0.135, 0.115], np.float32)
_BROW = np.array([0.035, 0.022, 0.016], np.float32)
"""Linear RGB of a head that says none; set by eye."""
_BROWS = ((70, 63, 105, 66, 107, 55, 65, 52, 53, 46), (300, 293, 334, 296, 336, 285, 295, 282, 283, 276))
_OUTER_LIPS = LIPS[:20]


def unwrapped_skin(laid: Laid, template: Template, *, hairy: bool) -> HeadPhoto:
    """The head's colours as a photo of our skin laid flat.

    Args:
        laid: The head on the template.
        template: The mesh.
        hairy: Whether hair will grow on it: a painted scalp is then not wanted.
    """
    flat = unwrapped(SIDE_PX)
    if laid.mesh.is_coloured:
        colours, weight, unlike = _taken(flat, laid, template)
    else:
        colours, weight = _painted(flat, template), np.ones(len(flat.rows), np.float32)
        unlike = 1 - weight
    hair = np.zeros((SIDE_PX, SIDE_PX), np.float32)
    if hairy:
        scalp = flat.of(regions().scalp)
        hair = flat.laid(smooth(scalp, 0.35, 0.65))
        weight = weight * (1 - smooth(scalp, 0.3, 0.6))
    places = template.uv * np.array([SIDE_PX, -SIDE_PX]) + np.array([0, SIDE_PX]) - 0.5
    count = len(template.neutral)
    return HeadPhoto(
        light=flat.picture(colours),
        person=flat.picture(weight),
        hair=hair,
        mouth=flat.picture(unlike),
        places=places.astype(np.float32),
        facing=np.ones(count, np.float32),
        visible=np.ones(count, np.float32),
        normals=_lit_normals(laid, template),
        px_a_cm=_PX_A_CM,
    )


def _lit_normals(laid: Laid, template: Template) -> Floats:
    """V×3: a model's colours are without light; those of a reconstruction come from a photo, with its light in them."""
    if laid.mesh.source is Source.OBJ and laid.mesh.is_coloured:
        return template.normals(laid.points)
    return np.tile(np.array([0, 0, 1], np.float32), (len(template.neutral), 1))


def _taken(flat: Unwrapping, laid: Laid, template: Template) -> tuple[Floats, Floats, Floats]:
    """N×3 linear RGB at the texels; N, where the head's picture shows skin; N, where its surface is another one."""
    surface = Surface(laid.mesh)
    found = surface.nearest(flat.of(laid.points).astype(np.float64))
    bytes_ = np.clip(np.rint(colours_at(laid.mesh, found.triangles, found.shares)), 0, 255).astype(np.uint8)
    facing = (found.normals * flat.of(template.normals(laid.points))).sum(1)
    like = smooth(facing, _FACING, 2 * _FACING) * (1 - smooth(found.apart, _NEAR_CM, 2 * _NEAR_CM))
    like *= ~surface.edge[found.triangles]
    return linear(bytes_), _painted_share(flat, bytes_), np.asarray(1 - like, np.float32)


def _painted_share(flat: Unwrapping, bytes_: Pixels) -> Floats:
    """N: 0 where the head's picture is filled with even grey, and near it."""
    grey = np.ptp(bytes_.astype(np.float32), axis=1) < _FLAT
    even = cv2.blur(flat.laid(grey), (5, 5)) > 0.9
    near = cv2.GaussianBlur(cv2.dilate(even.astype(np.float32), np.ones((9, 9), np.uint8)), (0, 0), 2.0)
    return np.asarray(1 - near[flat.rows, flat.columns], np.float32)


def _painted(flat: Unwrapping, template: Template) -> Floats:
    """N×3 linear RGB of a likely face: skin, lips and brows in their places, cheeks a little redder."""
    spots = np.asarray(template.landmarks.of(template.uv), np.float64)
    lips = _filled(spots[list(_OUTER_LIPS)], 2.2)
    brows = np.maximum(*(_filled(spots[list(brow)], 1.6) for brow in _BROWS))
    strands = np.random.default_rng(4).normal(size=lips.shape).astype(np.float32)
    brows = brows * np.clip(0.72 + 0.9 * cv2.GaussianBlur(strands, (0, 0), sigmaX=2.6, sigmaY=0.8), 0, 1)
    x, y, z = flat.of(template.neutral).T
    cheek = np.exp(-(((np.abs(x) - 4.4) / 2.2) ** 2) - ((y + 0.8) / 2.0) ** 2) * (z > 0)
    found = _TONE * (1 - cheek[:, None] * np.array([0.0, 0.14, 0.12], np.float32))
    for picture, colour, most in ((lips, _LIP, 0.75), (brows, _BROW, 0.95)):
        share = most * picture[flat.rows, flat.columns, None]
        found = found * (1 - share) + colour * share
    return np.asarray(found, np.float32)


def _filled(spots: Doubles, soft_px: float) -> Floats:
    """side×side: 1 within a polygon of texture coordinates, soft at its edge."""
    places = spots * np.array([SIDE_PX, -SIDE_PX]) + np.array([0, SIDE_PX]) - 0.5
    picture = np.zeros((SIDE_PX, SIDE_PX), np.float32)
    cv2.fillPoly(picture, [np.round(places * 16).astype(np.int32)], 1.0, cv2.LINE_AA, 4)
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), soft_px), np.float32)
