"""Faces drawn on a plain ground, as pixels."""

import numpy as np

from pyojeong.media.drawing import Drawing, Group
from pyojeong.media.drawing.painting import painted
from pyojeong.performing.character.acting import Acting
from pyojeong.performing.character.face import FacePlaces, FaceStyle, face_nodes
from pyojeong.performing.character.looks import looks_of
from pyojeong.performing.character.pens import InkPen, Nodes
from pyojeong.rig import Expression

PEN = InkPen("#402a24", 6.0)


def pixels(nodes: Nodes) -> np.ndarray:
    return painted(Drawing(Group(nodes), (240, 240)), 240, ground="#ffd9a8").pixels[..., :3].astype(int)


def face(style: FaceStyle, places: FacePlaces, acting: Acting) -> Nodes:
    looks = looks_of(acting.expression, eyes=acting.eyes, mouth=acting.mouth)
    return face_nodes(PEN, places, style, acting, looks)


def face_pixels(style: FaceStyle, places: FacePlaces, expression: Expression) -> np.ndarray:
    return pixels(face(style, places, Acting(expression)))


def changed(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Where two pictures differ visibly, 240×240."""
    return np.abs(one - other).max(-1) > 32
