"""The skin's picture: what light fell on the photo, the tone beneath, the photo laid over it, a shirt."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np
import numpy.typing as npt

from pyojeong.performing.avatar.parts import Part
from pyojeong.performing.avatar.template import Template
from pyojeong.performing.avatar.texture.evening import likely
from pyojeong.performing.avatar.texture.hairline import refined
from pyojeong.performing.avatar.texture.layering import LIP_CM, Ground, layered
from pyojeong.performing.avatar.texture.light import LUMINANCE, Floats, Reals, coloured_shade, encoded
from pyojeong.performing.avatar.texture.photo import HeadPhoto, sampled
from pyojeong.performing.avatar.texture.regions import collar_height, regions, smooth
from pyojeong.performing.avatar.texture.spreading import spread
from pyojeong.performing.avatar.texture.unwrapping import Unwrapping, unwrapped

SIDE_PX = 1024
_FRONTAL = 0.5
"""Cosine to the view from which a point tells of the skin's tone; beyond the edge it is in shadow or reddened."""
_REMEMBERED, _MOST_LIFT = 0.7, 1.6
"""Of the lights on a face the one its tone is taken for, and by how much at most; with the median ten renderings were
.82 as light as their photos, one of them half."""
_ODD = 2.6
"""A skin point whose colour is this many spreads from the face's median is no skin: beard, brow, strap."""
_MIDDLE_DEGREES, _MIDDLE_TOP_CM = 25.0, 7.2
_SCALP_LIGHT = 0.62
"""Of the scalp under hair against the hair's own: it is seen between strands, in their shadow."""


@dataclass(frozen=True, slots=True, eq=False)
class SkinPicture:
    """The painted skin.

    Attributes:
        pixels: uint8 side×side×3 sRGB.
        seen: float32 side×side, how much of each texel the photo gave.
        tone: linear RGB, the median of the skin.
        hairy: V, where hair grows.
    """

    pixels: npt.NDArray[np.uint8]
    seen: Floats
    tone: Floats
    hairy: Floats


def painted_skin(photo: HeadPhoto, template: Template, *, hair: Floats | None, shirt: Floats) -> SkinPicture:
    """The skin of a head in a photo.

    Args:
        photo: The photo and where the head is in it.
        template: The mesh.
        hair: Linear RGB under the hair; None for a bare head.
        shirt: Linear RGB of the clothes.
    """
    flat = unwrapped(SIDE_PX)
    soft = cv2.GaussianBlur(photo.light, (0, 0), max(0.8, 0.1 * photo.px_a_cm))
    colours = sampled(soft, photo.places)
    is_skin = _skin_points(photo, template, colours)
    photo = replace(photo, hair=_hair_told(photo, colours[is_skin]))
    is_skin &= sampled(photo.hair, photo.places) < 0.25
    shade = coloured_shade(photo.normals, colours, is_skin)
    shade = shade / _lift(photo, colours, colours / shade, is_skin)
    even = colours / shade
    tone = np.median(even[is_skin], 0).astype(np.float32)
    scalp = _hairy(photo, template)
    base = _base(photo, template, even, is_skin & (photo.facing > _FRONTAL), tone)
    if hair is not None:
        base = base + (_SCALP_LIGHT * hair - base) * scalp[:, None]
    light, seen = layered(flat, photo, Ground(flat.of(base), tone, hair, flat.of(scalp)), shade)
    light = _with_shirt(flat, light, shirt)
    return SkinPicture(encoded(flat.picture(light)), flat.picture(seen), tone, scalp)


def _lift(photo: HeadPhoto, colours: Floats, even: Floats, is_skin: npt.NDArray[np.bool_]) -> float:
    """How much lighter the whole skin is to be: who is half in the dark is remembered by the lit half."""
    frontal = is_skin & (photo.facing > _FRONTAL)
    if not frontal.any():
        return 1.0
    seen = float(np.quantile(colours[frontal] @ LUMINANCE, _REMEMBERED))
    return float(np.clip(seen / max(float(np.median(even[is_skin] @ LUMINANCE)), 1e-4), 1.0, _MOST_LIFT))


def _hair_told(photo: HeadPhoto, skin: Floats) -> Floats:
    """H×W: hair refined by colour outside the face's middle, where brows, lashes and beards have its colour."""
    template = Template.shipped()
    x, y, z = template.neutral.T
    middle = (
        (template.parts == Part.SKIN) & (np.abs(np.arctan2(x, z)) < np.radians(_MIDDLE_DEGREES)) & (y < _MIDDLE_TOP_CM)
    )
    middle &= (photo.facing > 0) & (y > -9)
    hull = cv2.convexHull(photo.places[middle].astype(np.float32))
    face = np.zeros(photo.light.shape[:2], np.float32)
    cv2.fillConvexPoly(face, np.round(hull).astype(np.int32), 1.0)
    face = cv2.GaussianBlur(face, (0, 0), 0.25 * photo.px_a_cm)
    found = refined(photo.light, photo.hair, photo.person, skin, photo.px_a_cm)
    return np.asarray(found * (1 - face) + photo.hair * face, np.float32)


def _skin_points(photo: HeadPhoto, template: Template, colours: Floats) -> npt.NDArray[np.bool_]:
    """V: whether the photo shows plain skin there."""
    places, where = photo.places, regions()
    shown = (photo.visible > 0.5) & (photo.facing > 0.3) & (photo.inside(places) > 0) & (template.parts == Part.SKIN)
    shown &= (sampled(photo.person, places) > 0.8) & (sampled(photo.hair, places) < 0.25)
    shown &= sampled(photo.mouth, places) < 0.1
    shown &= (where.lids < 0.12) & (where.lips < 0.2) & (where.shirt < 0.1) & (template.neutral[:, 1] > -9.0)
    logs = np.log(np.maximum(colours, 1e-3))
    apart = np.stack([logs @ LUMINANCE, logs[:, 0] - logs[:, 1], logs[:, 1] - logs[:, 2]], 1)
    middle = np.median(apart[shown], 0)
    widths = np.median(np.abs(apart[shown] - middle), 0) * 1.48 + np.array([0.12, 0.04, 0.05])
    return np.asarray(shown & ((np.abs(apart - middle) / widths).max(1) < _ODD))


def _base(photo: HeadPhoto, template: Template, even: Floats, is_skin: npt.NDArray[np.bool_], tone: Floats) -> Floats:
    """V×3 linear: the skin's tone everywhere."""
    lips = _lips_seen(photo, template)
    logs = np.log(np.maximum(even, 1e-3) / tone)
    even = np.where(lips[:, None] > 0, even, tone * np.exp(likely(logs, np.zeros(len(logs), np.float32))))
    return spread(even, is_skin * 2.0 + lips * 1.0, prior=tone, prior_weight=2e-3).astype(np.float32)


def _lips_seen(photo: HeadPhoto, template: Template) -> Floats:
    """V: 1 on the lips where the photo shows them: their insides, which it does not show, take their colour."""
    seen = (photo.visible > 0.5) & (photo.facing > 0.3) & (photo.inside(photo.places) > 0)
    seen &= sampled(photo.mouth, photo.places) < 0.1
    return np.asarray(seen & (regions().lips_cm < LIP_CM) & (template.parts == Part.SKIN), np.float32)


def _hairy(photo: HeadPhoto, template: Template) -> Floats:
    """V: 1 where hair grows: as the photo shows it at the front, as usual elsewhere."""
    where = regions()
    high = (template.neutral[:, 1] > 4.5) & (where.ears == 0) & (template.parts == Part.SKIN)
    shown = high & (photo.visible > 0.5) & (photo.facing > 0.35) & (photo.inside(photo.places) > 0)
    told = sampled(photo.hair, photo.places)
    share = spread(told[:, None], shown * 1.0, prior=where.scalp[:, None], prior_weight=0.4)[:, 0]
    near = smooth(where.scalp, 0.02, 0.3)
    return np.asarray(smooth(share, 0.3, 0.7) * near * (1 - where.ears), np.float32)


def _with_shirt(flat: Unwrapping, light: Floats, colour: Floats) -> Floats:
    """N×3: a T-shirt with a rib at the neck, and the shadow of its collar on the skin."""
    neutral = Template.shipped().neutral
    x, y, z = flat.of(neutral).T
    depth = collar_height(z) - y
    shirt = smooth(depth, -0.05, 0.05)
    folds = 1 + 0.05 * np.sin(1.1 * x + 1.5 * np.sin(0.7 * y))
    rib = 1 - 0.25 * np.exp(-(((depth - 0.9) / 0.1) ** 2)) - 0.3 * np.exp(-((depth / 0.12) ** 2))
    cloth = colour * (folds * rib)[:, None]
    shadow = 1 - 0.3 * np.exp(-((np.minimum(depth, 0) / 0.4) ** 2))
    lit: Reals = light * shadow[:, None]
    return np.asarray(lit * (1 - shirt[:, None]) + cloth * shirt[:, None], np.float32)
