"""What light left on a face after shading was divided out: one side's tint, burnt spots, hair across the forehead."""

from __future__ import annotations

import cv2
import numpy as np

from pyojeong.performing.avatar.template import Template
from pyojeong.performing.avatar.texture.light import LUMINANCE, Floats
from pyojeong.performing.avatar.texture.regions import smooth
from pyojeong.performing.avatar.texture.unwrapping import Unwrapping

_COARSE = 28
"""Of the picture's side: patches of about a centimetre, wider than pores, moles, wrinkles and narrower than cheeks."""
_SIDES = 0.8
"""How much of the two sides' difference is taken from each: faces are alike on both, light is not."""
_BRIGHTER, _DARKER, _BEARDED, _TINTED = 0.16, 0.32, 0.75, 0.10
"""Logs by which patches of skin differ from the whole's tone at most: more light is a highlight; less is a shadow, and
below the nose perhaps a beard; more tint is a lamp's. Cheeks of 38 portraits in even light stay within .15, .3 and .1
for nine tenths of their skin."""
_BEARD_CM = (2.5, 4.5)
"""Below the middle of the mean head, from where on beards grow."""
_NO_TINT, _NO_LIGHT = (0.22, 0.42), (0.9, 1.5)
"""Logs from which a patch is no skin at all: a white beard, glasses, paint."""
_STRAND = (0.25, 0.55)
"""Logs of colour from the skin around towards the hair's, from which a spot of the forehead is hair."""
_FOREHEAD_CM = (6.6, 7.4)


def evened(
    flat: Unwrapping, own: Floats, own_weight: Floats, other: Floats, other_weight: Floats, bare: Floats, tone: Floats
) -> Floats:
    """N×3: the photo's colours with coarse patches brought to what both sides agree on and skin can be.

    Args:
        flat: The skin laid flat.
        own: N×3 linear colours.
        own_weight: N, how much of them the photo shows.
        other: N×3 colours of the other side.
        other_weight: N.
        bare: N, 1 where there is plain skin: neither lips nor lids nor hair.
        tone: Linear RGB of the skin.
    """
    here, there = (
        np.log(np.maximum(coarse(flat, colours, weight * bare), 1e-3))
        for colours, weight in ((own, own_weight), (other, other_weight))
    )
    both = (np.minimum(own_weight, other_weight) * _SIDES / 2)[:, None]
    wanted = here + (there - here) * both
    apart = wanted - np.log(np.maximum(tone, 1e-3))
    bright = apart @ LUMINANCE
    tint = apart - bright[:, None]
    held = likely(apart, smooth(flat.of(-Template.shipped().neutral[:, 1]), *_BEARD_CM))
    other_than_skin = smooth(np.linalg.norm(tint, axis=1), *_NO_TINT) + smooth(np.abs(bright), *_NO_LIGHT)
    share = (bare * np.clip(1 - other_than_skin, 0, 1))[:, None]
    change = np.clip(apart + (held - apart) * share - (here - np.log(np.maximum(tone, 1e-3))), -1.2, 1.2)
    return np.asarray(own * np.exp(change * smooth(own_weight, 0.02, 0.3)[:, None]), np.float32)


def likely(apart: Floats, bearded: Floats) -> Floats:
    """N×3: logs of colours against the skin's tone brought within what skin in even light can be.

    Args:
        apart: N×3 logs.
        bearded: N, 1 where a beard may be what darkens.
    """
    bright = apart @ LUMINANCE
    tint = apart - bright[:, None]
    most = np.where(bright > 0, _BRIGHTER, _DARKER + (_BEARDED - _DARKER) * bearded)
    return np.asarray((most * np.tanh(bright / most))[:, None] + _TINTED * np.tanh(tint / _TINTED), np.float32)


def coarse(flat: Unwrapping, colours: Floats, weight: Floats) -> Floats:
    """N×3: the colours without what is finer than a patch."""
    small = flat.side_px // 4
    low = cv2.resize(flat.laid(weighed(colours, weight)), (small, small), interpolation=cv2.INTER_AREA)
    soft = cv2.GaussianBlur(low, (0, 0), small / _COARSE) + 1e-4 * cv2.GaussianBlur(low, (0, 0), small / 6)
    whole = cv2.resize(soft, (flat.side_px, flat.side_px), interpolation=cv2.INTER_LINEAR)[flat.rows, flat.columns]
    return np.asarray(whole[:, :3] / np.maximum(whole[:, 3:], 1e-6), np.float32)


def weighed(colours: Floats, weight: Floats) -> Floats:
    """N×4: colours times their weights, and the weights; blurred and divided it is a mean of what counts."""
    return np.asarray(np.column_stack([colours * weight[:, None], weight]), np.float32)


def forehead(at: Floats) -> Floats:
    """N: 1 between brows and hair; ``at`` are places (N×3) on the mean head."""
    x, y, z = at.T
    return np.asarray(smooth(y, *_FOREHEAD_CM) * (z > 4.0) * (np.abs(x) < 7.0), np.float32)


def without_strands(
    flat: Unwrapping, colours: Floats, weight: Floats, at: Floats, below: Floats, hair: Floats | None
) -> Floats:
    """N×3: the colours with the skin around in place of loose hair that lies across the forehead.

    Args:
        flat: The skin laid flat.
        colours: N×3 linear.
        weight: N, where the photo shows them.
        at: N×3, places on the mean head.
        below: N, 1 on plain skin well below the hairline.
        hair: Linear RGB of the hair; nothing is done for a bare head.
    """
    if hair is None:
        return colours
    bare = forehead(at) * below
    skin = np.log(np.maximum(coarse(flat, colours, weight * below * (1 - 0.9 * bare) + 1e-3 * weight), 1e-3))
    away = np.log(np.maximum(colours, 1e-3)) - skin
    way = np.log(np.maximum(hair, 1e-3)) - skin
    towards = (away * way).sum(1) / np.maximum(np.linalg.norm(way, axis=1), 0.3)
    found = flat.laid(smooth(towards, *_STRAND) * bare * (weight > 0.1))
    wide = cv2.GaussianBlur(cv2.dilate(found, np.ones((7, 7), np.uint8)), (0, 0), 2.5)
    share = np.clip(wide[flat.rows, flat.columns], 0, 1)
    around = coarse(flat, colours, weight * below * (1 - share) ** 2 + 1e-4 * weight)
    return np.asarray(colours + (around - colours) * share[:, None], np.float32)
