"""Both eyes: the kind chosen by the looks, drawn in the style's manner."""

from __future__ import annotations

from pyojeong.media.drawing.nodes import Group, Matrix
from pyojeong.performing.character.acting import Acting
from pyojeong.performing.character.face.chibi import chibi_eye
from pyojeong.performing.character.face.eyeballs import OPEN_EYES, wide_eye
from pyojeong.performing.character.face.eyecase import EyeCase
from pyojeong.performing.character.face.eyesigns import CLOSED_EYES
from pyojeong.performing.character.face.forms import SIDE_NAMES, eye_form
from pyojeong.performing.character.face.lids import relaxed, under_lids
from pyojeong.performing.character.face.style import Eyes, FacePlaces, FaceStyle
from pyojeong.performing.character.looks import Eye, Looks
from pyojeong.performing.character.pens import Nodes, Pen


def eye_nodes(pen: Pen, places: FacePlaces, style: FaceStyle, acting: Acting, looks: Looks) -> Nodes:
    """Two groups, the left one of the picture first."""
    groups = []
    for side, centre, kind in ((-1, places.eyes[0], looks.right_eye), (1, places.eyes[1], looks.left_eye)):
        form = eye_form(acting.expression, side)
        case = EyeCase(pen, style, form, centre, places.eye_radius, acting.phase)
        tilt = Matrix.turned(places.tilt_degrees, centre) if places.tilt_degrees else None
        groups.append(Group(_eye(case, kind), matrix=tilt, name=f"{SIDE_NAMES[side].lower()}-eye"))
    return tuple(groups)


def _eye(case: EyeCase, kind: Eye) -> Nodes:
    if kind in CLOSED_EYES:
        return CLOSED_EYES[kind](case.sized(0.84) if case.style.eyes is Eyes.CHIBI else case)
    if kind is Eye.WIDE and case.style.eyes is not Eyes.CHIBI:
        return wide_eye(case)
    if kind is Eye.WEARY:
        case = relaxed(case)
    elif kind is Eye.LIDDED:
        case = case.with_form(cover=max(case.form.cover, 0.2))
    if case.style.eyes is Eyes.CHIBI:
        return chibi_eye(case)
    if case.style.eyes is Eyes.HALF:
        case = case.with_form(cover=max(0.0, 0.44 + 0.36 * case.form.cover - 0.4 * case.form.wide))
    return under_lids(case, OPEN_EYES[case.style.eyes](case), weary=kind is Eye.WEARY)
