"""The photo laid over the skin's tone: broad colour from where it is surely seen, fine detail from wherever it is."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from pyojeong.performing.avatar.template import Template
from pyojeong.performing.avatar.texture.evening import coarse, evened, forehead, weighed, without_strands
from pyojeong.performing.avatar.texture.light import LUMINANCE, Floats
from pyojeong.performing.avatar.texture.photo import HeadPhoto, sampled
from pyojeong.performing.avatar.texture.regions import regions, smooth
from pyojeong.performing.avatar.texture.unwrapping import Unwrapping

_FACING = (0.25, 0.6)
"""Cosines to the view below and above which the photo's detail counts nothing and wholly."""
_BROADLY = (0.45, 0.85)
"""The same for its broad colour: towards the edge of a face light from behind and from the background colours it."""
_INWARDS = 0.016, 0.032
"""Of the picture's side, .5 and 1 cm of the face: how far inside the skin that is shown its detail and its broad colour
count wholly, so that neither a border shows nor the shadows of hair and background beside it."""
_HAIRLINE = (0.02, 0.25)
"""Shares of the usual scalp below which there is none, and above which a photo's hair may be painted."""
LIP_CM = 0.45
"""Points this near the lips' edge are lip."""
_SHADE = 0.17
"""Log to which the cheeks' shadows of some millimetres are darker than the cheek: moles are smaller, the rest is shade
of a lamp, of the nose and below the eyes."""
_GLEAM, _LIP_GLEAM, _FLECK, _CREASE = 0.10, 0.22, 0.12, 0.16
"""Logs to which spots of plain skin, and of lips, are brighter than what is around, and of another tint, and to which
lines of the forehead are darker: what goes beyond is the photo's lamp or a strand's shadow. The head is lit
anew, and with two gleams skin looked like metal."""


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What lies under the photo.

    Attributes:
        base: N×3 linear: the skin's tone, the hair's on the scalp.
        skin: Linear RGB, the median of the skin.
        hair: Linear RGB of the hair; None for a bare head.
        hairy: N, where hair grows.
    """

    base: Floats
    skin: Floats
    hair: Floats | None
    hairy: Floats


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """What the photo shows of a side: N×3 linear colours, N weights of their detail, N of their broad colour."""

    colours: Floats
    weight: Floats
    broad: Floats


def layered(flat: Unwrapping, photo: HeadPhoto, ground: Ground, shade: Floats) -> tuple[Floats, Floats]:
    """N×3 linear and N: the ground with what the photo shows of this side and of the other, and how much that is.

    Args:
        flat: The skin laid flat.
        photo: What is seen of the head.
        ground: What lies under it.
        shade: V×3, the light that fell on each point.
    """
    template = Template.shipped()
    plain = _plain(flat, ground.hairy)
    own = _seen(flat, photo, ground, shade, np.arange(len(template.neutral)), plain)
    other = _seen(flat, photo, ground, shade, template.mirror, plain)
    colours = evened(flat, own.colours, own.weight, other.colours, other.weight, plain, ground.skin)
    broad = coarse(flat, colours, own.weight)
    rest = other.weight * (1 - own.weight)
    light = ground.base + (broad - ground.base) * own.broad[:, None]
    light = light * _share_of(_fine(flat, colours, broad, plain), own.weight)
    light = light * _share_of(_fine(flat, other.colours, _lowered(flat, other), plain), rest)
    light *= 1 + _unseen_grain(flat, ground.hairy, 1 - own.weight - rest)[:, None]
    return light, own.weight + 0.6 * rest


def _fine(flat: Unwrapping, colours: Floats, broad: Floats, plain: Floats) -> Floats:
    """N×3: how much lighter and darker the colours are than their surroundings, without gleams and strands' shadows."""
    logs = np.log(np.clip(colours / np.maximum(broad, 1e-3), 0.02, 8.0))
    light = logs @ LUMINANCE
    tint = logs - light[:, None]
    at = flat.of(Template.shipped().neutral)
    bare = plain * forehead(at)
    wet = flat.of(regions().lips_cm) < LIP_CM
    gleam = np.where(wet, _LIP_GLEAM, _GLEAM)
    lit = np.where(light > 0, (gleam * np.tanh(light / gleam) - light) * np.maximum(plain, wet), 0)
    dark = np.where(light < 0, (_CREASE * np.tanh(light / _CREASE) - light) * bare, 0)
    shaded = np.minimum(cv2.GaussianBlur(flat.picture(light), (0, 0), flat.side_px / 128)[flat.rows, flat.columns], 0)
    dark += (_SHADE * np.tanh(shaded / _SHADE) - shaded) * plain * _cheeks(at)
    held = (_FLECK * np.tanh(tint / _FLECK) - tint) * plain[:, None]
    return np.asarray(np.exp(logs + held + (lit + dark)[:, None]), np.float32)


def _cheeks(at: Floats) -> Floats:
    """N: 1 below the eyes, beside the nose and above where beards grow; ``at`` are places (N×3) on the mean head."""
    x, y, z = at.T
    beside = smooth(np.abs(x), 1.8, 2.6) * (z > 0)
    return np.asarray(beside * smooth(-y, -3.4, -2.6) * smooth(y, -3.5, -1.5), np.float32)


def _share_of(factors: Floats, weight: Floats) -> Floats:
    return np.asarray(1 + (factors - 1) * weight[:, None], np.float32)


def _plain(flat: Unwrapping, scalp: Floats) -> Floats:
    """N: 1 on skin that is neither lips nor lids nor under hair."""
    where = regions()
    return np.asarray((1 - np.maximum(flat.of(where.lips), smooth(flat.of(where.lids), 0.1, 0.4))) * (1 - scalp))


def _seen(
    flat: Unwrapping,
    photo: HeadPhoto,
    ground: Ground,
    shade: Floats,
    source: npt.NDArray[np.int64],
    plain: Floats,
) -> _Side:
    """What the photo shows at the points ``source`` (V) gives for each, evenly lit and without loose strands."""
    scalp, at = flat.of(regions().scalp), flat.of(Template.shipped().neutral)
    facing = flat.of(photo.facing[source])
    places, visible = flat.of(photo.places[source]), flat.of(photo.visible[source])
    colours = sampled(photo.light, places) / flat.of(shade[source])
    skin = _skin(photo, places, np.zeros_like(scalp) if ground.hair is None else smooth(scalp, *_HAIRLINE))
    lips = 1 - smooth(sampled(photo.mouth, places), 0.05, 0.5)
    fine, wide = (_inside(flat, skin, reach) for reach in _INWARDS)
    detail = fine * _feathered(flat, visible * lips * smooth(facing, *_FACING)) * _kept(flat, at)
    broad = wide * smooth(facing, *_BROADLY)
    below = plain * (1 - smooth(scalp, *_HAIRLINE))
    return _Side(without_strands(flat, colours, detail, at, below, ground.hair), detail, broad)


def _skin(photo: HeadPhoto, places: Floats, hairy: Floats) -> Floats:
    """N: whether the photo shows the person there, and no hair but where it is ``hairy`` (N)."""
    seen = photo.inside(places)
    seen *= smooth(sampled(cv2.erode(photo.person, np.ones((5, 5), np.uint8)), places), 0.5, 0.9)
    hair = sampled(cv2.GaussianBlur(photo.hair, (0, 0), max(0.8, 0.08 * photo.px_a_cm)), places)
    return np.asarray(seen * (1 - smooth(hair, 0.15, 0.5) * (1 - hairy)), np.float32)


def _kept(flat: Unwrapping, at: Floats) -> Floats:
    """N: where photos are wanted: not on lids, which would bring lashes and eyeballs; not below the jaw's edge."""
    upper = 1 - 0.97 * smooth(flat.of(regions().lids), 0.12, 0.5)
    _, y, z = at.T
    jaw = smooth(y - (-8.8 + np.clip((9.5 - z) * 0.38, 0, 4.2)), -0.4, 1.2)
    return np.asarray(upper * jaw, np.float32)


def _feathered(flat: Unwrapping, weight: Floats) -> Floats:
    """Weights without islands and hard edges."""
    soft = cv2.GaussianBlur(cv2.erode(flat.laid(weight), np.ones((5, 5), np.uint8)), (0, 0), flat.side_px / 200)
    return smooth(soft[flat.rows, flat.columns], 0.15, 0.9)


def _inside(flat: Unwrapping, skin: Floats, share: float) -> Floats:
    """N: 1 inside of the skin that is shown by a ``share`` of the picture, 0 at its border and beyond, soft between."""
    reach = share * flat.side_px
    edge = cv2.distanceTransform((flat.picture(skin) > 0.5).astype(np.uint8), cv2.DIST_L2, 3)
    soft = cv2.GaussianBlur(np.clip(edge / reach - 0.3, 0, 1), (0, 0), 0.3 * reach)
    return smooth(soft[flat.rows, flat.columns], 0.0, 0.9)


def _lowered(flat: Unwrapping, side: _Side) -> Floats:
    """N×3: a side's colours without detail."""
    whole = flat.laid(weighed(side.colours, side.weight))
    soft = cv2.GaussianBlur(whole, (0, 0), flat.side_px / 80)[flat.rows, flat.columns]
    return np.asarray(soft[:, :3] / np.maximum(soft[:, 3:], 1e-3), np.float32)


def _unseen_grain(flat: Unwrapping, scalp: Floats, unseen: Floats) -> Floats:
    """N: pores on skin and short strands on the ``scalp`` (N) that no photo showed."""
    chance = np.random.default_rng(2)
    noise = chance.normal(size=(flat.side_px, flat.side_px)).astype(np.float32)
    pores = cv2.GaussianBlur(noise, (0, 0), 1.2) * 2.4
    hairs = cv2.GaussianBlur(noise, (0, 0), sigmaX=0.7, sigmaY=5.0) * 4.5
    at = (flat.rows, flat.columns)
    return np.asarray((0.03 * pores[at] * (1 - scalp) + 0.16 * hairs[at] * scalp) * np.clip(unseen, 0, 1), np.float32)
