"""Photographs of nobody: landmarks of heads whose form, act and camera are known."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pyojeong.media import Image
from pyojeong.media.face import Face
from pyojeong.performing.avatar.camera import Camera, rotation_of
from pyojeong.performing.avatar.fitting import FittedHead, fit_head
from pyojeong.performing.avatar.template import Template
from pyojeong.performing.portrait.mesh.canonical import canonical_mesh
from pyojeong.rig import Expression
from pyojeong.rig.names import ARKIT_NAMES

SIZE = 800
SKIN = (196, 158, 132)


@dataclass(frozen=True)
class Photo:
    """A photo with what is true of it."""

    image: Image
    face: Face
    expression: Expression
    head: np.ndarray
    camera: Camera

    def fit(self, **how: bool) -> FittedHead:
        return fit_head(self.image, self.face, self.expression, **how)


def photo(
    seed: int = 0,
    *,
    yaw: float = 0.0,
    pitch: float = 0.0,
    pixels_per_cm: float = 24.0,
    centre: tuple[float, float] = (400.0, 420.0),
    **coefficients: float,
) -> Photo:
    """Somebody of ``seed``, evenly lit, who does what the coefficients say."""
    template = Template.shipped()
    rng = np.random.default_rng(seed)
    identity = np.zeros(len(template.identity))
    identity[:25] = 0.6 * rng.standard_normal(25)
    expression = Expression(coefficients)
    head = template.shaped(identity) + moves_of(template.movements, expression)
    turn = rotation_of(np.array([0.0, np.radians(yaw), 0.0])) @ rotation_of(np.array([-np.radians(pitch), 0.0, 0.0]))
    camera = Camera(turn, pixels_per_cm, centre)
    return Photo(plain(), face_of(template, head, camera), expression, head, camera)


def moves_of(movements: np.ndarray, expression: Expression) -> np.ndarray:
    """V×3: the sum of ``movements`` (52×V×3) as much as ``expression`` makes them, added plainly."""
    weights = np.array([expression[name] for name in ARKIT_NAMES], np.float32)
    return np.tensordot(weights, movements, 1)


def face_of(template: Template, head: np.ndarray, camera: Camera) -> Face:
    """The landmarks of a head before a camera."""
    poles = [template.marks[f"eye_pole_{side}"][0] for side in ("right", "left")]
    rim = np.array([[0, 0, 0], [0.55, 0, 0], [0, 0.55, 0], [-0.55, 0, 0], [0, -0.55, 0]])
    points = np.concatenate([template.landmarks.of(head), *(head[pole] + rim for pole in poles)])
    places, depth = camera.project(points)
    landmarks = np.column_stack([places, -depth * camera.pixels_per_cm])
    left, top = landmarks[:, :2].min(0)
    right, bottom = landmarks[:, :2].max(0)
    return Face((float(left), float(top), float(right), float(bottom)), landmarks)


def mirrored_face(face: Face, width: int = SIZE) -> Face:
    """The face of the mirrored picture."""
    partner = np.concatenate([canonical_mesh().mirror.astype(int), [473, 475, 474, 477, 476, 468, 470, 469, 472, 471]])
    landmarks = face.landmarks[partner] * [-1, 1, 1] + [width, 0, 0]
    left, top, right, bottom = face.box_xyxy
    return Face((width - right, top, width - left, bottom), landmarks)


def plain(right_share: float = 1.0) -> Image:
    """Skin all over; the picture's right half has this share of the left one's light."""
    pixels = np.tile(np.array(SKIN, np.uint8), (SIZE, SIZE, 1))
    pixels[:, SIZE // 2 :] = (np.array(SKIN) * right_share ** (1 / 2.2)).astype(np.uint8)
    return Image(pixels)


def at(name: str) -> int:
    """The place of a movement among the 52."""
    return ARKIT_NAMES.index(name)
