"""Faces of drawn characters: eyes, brows, mouth, nose and cheeks from an expression and its looks."""

from pyojeong.performing.character.face.brows import brow_nodes
from pyojeong.performing.character.face.eyes import eye_nodes
from pyojeong.performing.character.face.features import cheek_nodes, face_nodes, nose_nodes
from pyojeong.performing.character.face.mouth import mouth_nodes
from pyojeong.performing.character.face.style import (
    Brows,
    Cheeks,
    Eyes,
    FacePlaces,
    FaceStyle,
    Nose,
    Teeth,
)

__all__ = [
    "Brows",
    "Cheeks",
    "Eyes",
    "FacePlaces",
    "FaceStyle",
    "Nose",
    "Teeth",
    "brow_nodes",
    "cheek_nodes",
    "eye_nodes",
    "face_nodes",
    "mouth_nodes",
    "nose_nodes",
]
