"""Photo and face in, traits out. The photo is looked at and let go; nothing of it but numbers is kept."""

from __future__ import annotations

import numpy as np

from pyojeong.media.colour import to_srgb
from pyojeong.media.face import Face
from pyojeong.media.image import Image
from pyojeong.media.saving import on_white
from pyojeong.reading.face.coefficients import estimated_expression
from pyojeong.reading.face.traits.colours import LUMINANCE, Floats, encoded, hexed, lab, linear
from pyojeong.reading.face.traits.exposure import exposure_gain
from pyojeong.reading.face.traits.eyes_and_brows import measured_brows, measured_eyes, measured_lips
from pyojeong.reading.face.traits.face_marks import measured_beard, measured_glasses
from pyojeong.reading.face.traits.frame import HALF_WIDTH_CM, FramedFace, Mask, framed
from pyojeong.reading.face.traits.hair_mask import Share, hair_mask, hair_share, with_fringe, without_bare_skull
from pyojeong.reading.face.traits.hair_shape import (
    HairMeasures,
    enough_hair,
    fringe,
    length_class,
    measured_hair,
    outline,
    parting,
)
from pyojeong.reading.face.traits.hair_styles import likeliest_styles, style_features
from pyojeong.reading.face.traits.parts import Hair, HairLength, Parting
from pyojeong.reading.face.traits.remarks import Remark
from pyojeong.reading.face.traits.shape import measured_shape, resting_ratios, standard_scores
from pyojeong.reading.face.traits.skin import SkinSample, light_remarks, measured_skin, sampled_skin
from pyojeong.reading.face.traits.traits import Traits
from pyojeong.reading.face.traits.white_balance import COLOURED, estimated_cast, gain_against
from pyojeong.rig import Expression

_SMALL_PX_A_CM = 5.0
"""Below it the face is under 70 pixels wide: rims of glasses and brows are a pixel or less."""
_TURNED, _TILTED = 20.0, 20.0
_STRONG = 0.45
_GREY = 6.0
"""Mean difference of the channels (0–255) below which a picture is taken to be black and white."""
_TOP_RAYS, _SIDE_RAYS = (34, 35, 0, 1, 2), (6, 7, 8, 9, 10, 26, 27, 28, 29, 30)
_HATLIKE = 0.25
"""Share of the bare skull covered by neither hair nor skin-coloured pixels from which a hat is suspected."""
_SKULL_DIFFERENCE = 22.0
_HAIR_BAND = (0.35, 0.90)
"""Shares of the hair's pixels by brightness that its colour is taken from: people name hair by its lit strands."""


def measure_traits(image: Image, face: Face) -> Traits:
    """What a character needs of ``face`` in ``image``, every guess with how sure it is.

    Args:
        image: The photo; RGBA is laid on white.
        face: One of its faces, with 478 landmarks.
    """
    crop = framed(on_white(to_srgb(image).pixels), face)
    expression = estimated_expression(face)
    share = hair_share(crop)
    mask = with_fringe(crop, without_bare_skull(crop, hair_mask(share)))
    sample = sampled_skin(crop, mask)
    grey = _is_grey(crop)
    cast = np.zeros(2) if grey else estimated_cast(crop, sample)
    gain = gain_against(cast) * exposure_gain(crop, mask, sample)
    remarks = _remarks(crop, face, expression, sample, cast, grey=grey)
    hair, of_hair = _hair(crop, mask, share, gain, sample)
    glasses = measured_glasses(crop, gain)
    if glasses.tinted:
        remarks += (Remark.DARK_GLASSES,)
    resting = resting_ratios(crop, face, expression)
    scores = standard_scores(resting)
    return Traits(
        measured_shape(crop, face, resting, scores, expression),
        measured_skin(sample, gain, remarks),
        hair,
        measured_brows(crop, scores, resting, gain),
        measured_eyes(crop, scores, resting, gain, hidden=glasses.tinted or grey),
        glasses,
        measured_beard(crop, gain),
        measured_lips(crop, scores, gain),
        expression,
        remarks + of_hair,
    )


def _remarks(
    crop: FramedFace, face: Face, expression: Expression, sample: SkinSample, cast: Floats, *, grey: bool
) -> tuple[Remark, ...]:
    strong = max(expression["jawOpen"], *expression.both("browDown"), expression["mouthPucker"])
    told = {
        Remark.TURNED: abs(face.pose.yaw) > _TURNED,
        Remark.TILTED: abs(face.pose.pitch) > _TILTED,
        Remark.SMALL: crop.pixels_a_cm < _SMALL_PX_A_CM,
        Remark.NO_COLOUR: grey,
        Remark.COLOURED_LIGHT: float(np.abs(cast).max()) > COLOURED,
        Remark.STRONG_EXPRESSION: strong > _STRONG,
    }
    return (*(remark for remark, holds in told.items() if holds), *light_remarks(sample))


def _hair(
    crop: FramedFace, mask: Mask, share: Share, gain: Floats, sample: SkinSample
) -> tuple[Hair, tuple[Remark, ...]]:
    radii, seen = outline(crop, mask)
    measures = measured_hair(crop, mask, radii)
    present = enough_hair(mask)
    shares = fringe(crop, mask)
    parted = parting(shares) if present else Parting.NONE
    remarks = _hair_remarks(crop, mask, seen, sample, present=present)
    length = length_class(measures.below_eyes_cm, present=present)
    hair = Hair(
        present=present,
        colour=_hair_colour(crop, mask, share, gain) if present else None,
        length=length,
        volume=max(0.0, (max(0.0, measures.top_cm) + max(0.0, measures.side_cm)) / 2 / HALF_WIDTH_CM),
        outline=tuple(float(r) for r in radii),
        outline_seen=tuple(bool(s) for s in seen),
        fringe=shares,
        parting=parted,
        curl=measures.curl if present else 0.0,
        styles=likeliest_styles(style_features(measures, shares, radii, mask)) if present else {"bald": 1.0},
        certainty=_hair_certainty(share, mask, remarks, length, measures),
    )
    return hair, remarks


def _hair_remarks(crop: FramedFace, mask: Mask, seen: Mask, sample: SkinSample, *, present: bool) -> tuple[Remark, ...]:
    top, sides = float(seen[list(_TOP_RAYS)].mean()), float(seen[list(_SIDE_RAYS)].mean())
    told = {
        Remark.NO_HAIR_SEEN: not present,
        Remark.CROWN_CUT: top < 0.6,
        Remark.SIDES_CUT: sides < 0.8,
        Remark.MAYBE_HAT: _covered_otherwise(crop, mask, sample) > _HATLIKE,
    }
    return tuple(remark for remark, holds in told.items() if holds)


def _covered_otherwise(crop: FramedFace, mask: Mask, sample: SkinSample) -> float:
    """Share of the place right above the face that is neither hair nor of the skin's colour: a hat or a scarf."""
    top, chin = crop.points[10], crop.points[152]
    height = float(chin[1] - top[1])
    rows = slice(max(0, round(top[1] - 0.14 * height)), max(1, round(top[1] - 0.03 * height)))
    left, right = round(float(crop.points[103, 0])), round(float(crop.points[332, 0]))
    columns = slice(max(0, left), max(1, right))
    seen, hair = crop.seen[rows, columns], mask[rows, columns]
    if not seen.any():
        return 0.0
    apart = np.linalg.norm((lab(linear(crop.rgb[rows, columns])) - lab(sample.light)) * (0.5, 1, 1), axis=2)
    return float(((apart > _SKULL_DIFFERENCE) & ~hair & seen).sum() / seen.sum())


def _hair_certainty(
    share: Share, mask: Mask, remarks: tuple[Remark, ...], length: HairLength, measures: HairMeasures
) -> float:
    sure = float(np.abs(share[share > 0.05] - 0.5).mean() * 2) if (share > 0.05).any() else 0.7
    certainty = min(0.95, 1.3 * sure)
    for remark, left in _TRUSTED.items():
        certainty *= left if remark in remarks else 1.0
    if length is HairLength.NONE and measures.cover > 0.05:
        certainty *= 0.7
    return float(np.clip(certainty, 0, 1))


_TRUSTED = {Remark.NO_HAIR_SEEN: 0.8, Remark.CROWN_CUT: 0.6, Remark.SIDES_CUT: 0.75, Remark.MAYBE_HAT: 0.3}


def _hair_colour(crop: FramedFace, mask: Mask, share: Share, gain: Floats) -> str:
    sure = mask & (share > 0.8)
    pixels = linear(crop.rgb)[sure if sure.sum() > 100 else mask] * gain
    order = np.argsort(pixels @ LUMINANCE)
    low, high = (int(len(order) * part) for part in _HAIR_BAND)
    return hexed(encoded(np.median(pixels[order[low : max(high, low + 1)]], 0)))


def _is_grey(crop: FramedFace) -> bool:
    shown = crop.rgb[crop.seen].astype(np.float64)
    return bool(len(shown)) and float((shown.max(1) - shown.min(1)).mean()) < _GREY
