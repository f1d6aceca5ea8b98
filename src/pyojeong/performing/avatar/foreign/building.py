"""A foreign head becomes an avatar: its form on the template, its colours on our skin, our movements, eyes and hair."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from pyojeong.media.face import Face
from pyojeong.performing.avatar.avatar import Avatar
from pyojeong.performing.avatar.building import GREY_SHIRT, assembled
from pyojeong.performing.avatar.cautions import Caution
from pyojeong.performing.avatar.fitting import rested
from pyojeong.performing.avatar.foreign.portrait import HeadPortrait
from pyojeong.performing.avatar.foreign.refusals import unlike
from pyojeong.performing.avatar.foreign.registering import Marks, laid_on
from pyojeong.performing.avatar.foreign.unwrapped_skin import unwrapped_skin
from pyojeong.performing.avatar.hair.look import HairLook
from pyojeong.performing.avatar.solving import POINTS
from pyojeong.performing.avatar.template import Template
from pyojeong.performing.avatar.texture.eyeballs import BROWN, iris_of
from pyojeong.performing.avatar.texture.light import linear
from pyojeong.performing.avatar.texture.skin import painted_skin
from pyojeong.rig import Expression
from pyojeong.rig.names import ARKIT_NAMES

_MOST_APART_CM = 0.4
"""Median distance of the skin from the head's surface, beyond which it is no human head or was seen wrongly."""


def build_from(portrait: HeadPortrait, face: Face, expression: Expression, hair: HairLook) -> Avatar:
    """The avatar of a head.

    Args:
        portrait: The head from the front.
        face: Where its face is in that picture.
        expression: What the face does, as it was read.
        hair: What is to grow on it; heads come bald.

    Raises:
        PyojeongError: Kind ``head-file`` when the template cannot be laid on it.
    """
    template = Template.shipped()
    marks = Marks.believed(template, *portrait.lifted(face.landmarks[:POINTS, :2]))
    laid = laid_on(template, portrait.mesh, marks, expression)
    if not laid.apart_cm < _MOST_APART_CM:
        raise unlike(laid.apart_cm)
    coloured = laid.mesh.is_coloured
    cautions = (Caution.OTHERS_LICENCE,) if coloured else (Caution.NO_COLOURS, Caution.OTHERS_LICENCE)
    head = replace(rested(template, laid.solution, laid.correction, np.zeros(len(ARKIT_NAMES))), cautions=cautions)
    photo = unwrapped_skin(laid, template, hairy=hair.rgb is not None)
    of_hair = None if hair.rgb is None else linear(hair.rgb)
    skin = painted_skin(photo, template, hair=of_hair, shirt=GREY_SHIRT)
    iris = iris_of(portrait.image.rgb, face) if coloured else BROWN
    details = {
        "made_from": laid.mesh.source.value,
        "points": len(laid.mesh.points),
        "surface_error_cm": round(laid.apart_cm, 4),
        "landmark_error_cm": round(head.error_cm, 4),
    }
    return assembled(head, skin, iris, hair, details)
