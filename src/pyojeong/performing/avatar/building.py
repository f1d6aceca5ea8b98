"""A photo's face becomes an avatar."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from pyojeong.media import Image
from pyojeong.media.face import Face
from pyojeong.performing.avatar.avatar import Avatar, Piece, Surface
from pyojeong.performing.avatar.building_pieces import pieces_of
from pyojeong.performing.avatar.fitting import FittedHead, fit_head
from pyojeong.performing.avatar.hair.look import HairLook
from pyojeong.performing.avatar.hair.strands import painted_hair
from pyojeong.performing.avatar.hair.styles import STYLES
from pyojeong.performing.avatar.hair.wig import hair_mesh
from pyojeong.performing.avatar.texture.eyeballs import iris_of, painted_eyes
from pyojeong.performing.avatar.texture.inside_mouth import painted_mouth
from pyojeong.performing.avatar.texture.lashes import painted_lashes
from pyojeong.performing.avatar.texture.light import Floats, linear
from pyojeong.performing.avatar.texture.photo import HeadPhoto, photo_of, sampled
from pyojeong.performing.avatar.texture.regions import regions
from pyojeong.performing.avatar.texture.relief import skin_relief
from pyojeong.performing.avatar.texture.skin import SkinPicture, painted_skin
from pyojeong.performing.finishing.matte import rough_matte
from pyojeong.rig import Expression

GREY_SHIRT = np.array([0.12, 0.13, 0.15], np.float32)
"""Linear RGB of the shirt where a photo shows no clothes."""
_LEAST_CLOTH = 0.002
"""Share of the picture that has to be clothes for their colour to be believed."""


_TINT_OF_SKIN, _LIGHT_OF_SKIN = 0.30, 1.6
"""Logs by which a bare shoulder's tint, and its mean light, may differ from the cheeks'; cloth differs by more."""
_UNLIKE_HAIR, _OTHER_CLOTH = 0.55, 0.3
"""Distance of log colours from which cloth is told from hair; where less than this share is left, cloth has hair's
colour."""
_BARE_SHARE = 0.35
_CHIN, _CHEEKS = 152, (50, 280, 205, 425)


def build(image: Image, face: Face, expression: Expression, hair: HairLook, *, wears_glasses: bool = False) -> Avatar:
    """The head of ``face`` in ``image``.

    Args:
        image: The photo, sRGB.
        face: One of its faces.
        expression: What the face does, as it was read.
        hair: The hair on it, as it was read or chosen.
        wears_glasses: As it was read.

    Raises:
        PyojeongError: When the face is turned by more than 35 degrees, or nobody can be told from the background.
    """
    head = fit_head(image, face, expression, wears_glasses=wears_glasses)
    photo = photo_of(image.rgb, head, face, rough_matte(image.rgb), hair.mask.astype(np.float32))
    of_hair = None if hair.rgb is None else linear(hair.rgb)
    skin = painted_skin(
        photo, head.template, hair=of_hair, shirt=_shirt_of(photo, face, photo.light.shape[1] / image.rgb.shape[1])
    )
    return assembled(head, skin, iris_of(image.rgb, face), hair, _figures(head))


def assembled(head: FittedHead, skin: SkinPicture, iris: Floats, hair: HairLook, details: Mapping[str, Any]) -> Avatar:
    """The avatar of a head with its skin; ``iris`` is linear RGB, ``details`` goes into its file."""
    pictures = {
        Surface.SKIN: skin.pixels,
        Surface.EYES: painted_eyes(iris, skin.tone),
        Surface.MOUTH: painted_mouth(),
        Surface.LASHES: painted_lashes(),
    }
    pieces = pieces_of(head, pictures, skin_relief(skin.pixels, skin.seen))
    worn = worn_hair(head.neutral, skin.hairy, hair)
    if worn is not None:
        pieces.append(worn)
    landmarks = np.asarray(head.template.ibug68.of(head.neutral), np.float32)
    return Avatar(tuple(pieces), head.closings, landmarks, hair.style, head.cautions, details)


def worn_hair(neutral: Floats, hairy: Floats, hair: HairLook) -> Piece | None:
    """The hair as a piece; None for a bare head."""
    style, colour = STYLES[hair.style].lifted(hair.lift), hair.rgb
    if colour is None:
        return None
    mesh = hair_mesh(neutral, _where_it_grows(hairy), style, parting=hair.parting)
    if mesh is None:
        return None
    picture = painted_hair(colour, wave=style.wave)
    return Piece(Surface.HAIR, mesh.points, mesh.normals, mesh.uv, mesh.triangles, picture)


def _where_it_grows(hairy: Floats) -> Floats:
    """As the photo shows it; as usual where it shows a head that is nearly bare, and hair was chosen for it."""
    usual = regions().scalp
    return hairy if (hairy * usual).sum() > _BARE_SHARE * usual.sum() else usual


def _shirt_of(photo: HeadPhoto, face: Face, scale: float) -> Floats:
    """Linear RGB: the median of what is person, below the chin, neither hair nor skin in any light; grey if nothing."""
    high, wide = photo.light.shape[:2]
    chin = float(face.landmarks[_CHIN, 1]) * scale
    tone = np.median(sampled(photo.light, face.landmarks[list(_CHEEKS), :2] * scale), 0)
    logs = np.log(photo.light + 0.01)
    apart = logs - np.log(tone + 0.01)
    tint = np.linalg.norm(apart - apart.mean(2, keepdims=True), axis=2)
    unlike = (tint > _TINT_OF_SKIN) | (np.abs(apart.mean(2)) > _LIGHT_OF_SKIN)
    rows = np.arange(high)[:, None]
    cloth = (rows > chin + 2.0 * photo.px_a_cm) & (photo.person > 0.8) & (photo.hair < 0.2) & unlike
    strands = photo.light[photo.hair > 0.8]
    least = _LEAST_CLOTH * high * wide
    if len(strands):
        of_hair = np.median(strands, 0)
        beside = cloth & (np.linalg.norm(logs - np.log(of_hair + 0.01), axis=2) > _UNLIKE_HAIR)
        cloth = beside if beside.sum() > max(least, _OTHER_CLOTH * cloth.sum()) else cloth
    colours = photo.light[cloth]
    return GREY_SHIRT if len(colours) < least else np.asarray(np.median(colours, 0), np.float32)


def _figures(head: FittedHead) -> dict[str, float]:
    yaw, pitch = head.camera.yaw_pitch_degrees
    return {
        "fit_error_cm": round(head.error_cm, 4),
        "fit_error_pupils": round(head.error_pupils, 4),
        "photo_yaw_degrees": round(yaw, 1),
        "photo_pitch_degrees": round(pitch, 1),
    }
