"""An avatar seen: how it is framed, posed and lit, whatever draws it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from pyojeong.performing.avatar.avatar import Avatar, Piece
from pyojeong.performing.avatar.camera import rotation_of
from pyojeong.performing.avatar.template import weights_of
from pyojeong.rig import Expression

Floats = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]

BOTTOM_CM = -17.2
"""Above the bust's lower edge, so that no cut is seen."""
OVER_HAIR_CM = 1.5
NECK_CM, NECK_AXIS = (-13.0, -6.0), np.array([0.0, -6.0, -1.5])
"""Heights, along a line that falls towards the chin, between which the neck bends; and where it turns."""
_FACE_TOP_CM, _CHIN_CM, _FACE_HALF_CM = 9.5, -9.0, 7.4


@dataclass(frozen=True, slots=True)
class Framing:
    """What of the bust a picture shows: the heights of its edges in cm; in width as much as the picture's form gives.

    >>> Framing(-17.0, 15.0).span_cm
    32.0
    """

    bottom_cm: float
    top_cm: float

    def __post_init__(self) -> None:
        if not self.top_cm > self.bottom_cm:
            raise ValueError(f"top_cm must be above bottom_cm, but got {self.top_cm!r} and {self.bottom_cm!r}")

    @property
    def span_cm(self) -> float:
        """Height of the picture in cm at the head's middle."""
        return self.top_cm - self.bottom_cm


def bust_of(avatar: Avatar) -> Framing:
    """The whole bust with its hair."""
    return Framing(BOTTOM_CM, avatar.top_cm + OVER_HAIR_CM)


def face_in(framing: Framing, size_wh: tuple[int, int]) -> tuple[tuple[float, float], tuple[float, float]]:
    """Middle (x, y) of the face and half its width and height, as shares of a picture's width and height.

    >>> face_in(Framing(-17.0, 15.0), (320, 320))[0]
    (0.5, 0.4609375)
    """
    wide = framing.span_cm * size_wh[0] / size_wh[1]
    middle = (_FACE_TOP_CM + _CHIN_CM) / 2
    half = (_FACE_TOP_CM - _CHIN_CM) / 2
    return (0.5, (framing.top_cm - middle) / framing.span_cm), (_FACE_HALF_CM / wide, half / framing.span_cm)


@dataclass(frozen=True, slots=True)
class View:
    """From where the whole bust is seen, in degrees: yaw > 0 turns it to the picture's right, pitch > 0 upwards."""

    yaw_degrees: float = 0.0
    pitch_degrees: float = 0.0


def head_turn(expression: Expression) -> Doubles:
    """3×3 rotation of the head against the shoulders."""
    yaw, pitch, roll = np.radians([expression.yaw_degrees, expression.pitch_degrees, expression.roll_degrees])
    turned = rotation_of(np.array([0, yaw, 0])) @ rotation_of(np.array([-pitch, 0, 0]))
    return np.asarray(rotation_of(np.array([0, 0, -roll])) @ turned)


def view_turn(view: View) -> Doubles:
    """3×3 rotation of the bust."""
    yaw, pitch = np.radians([view.yaw_degrees, view.pitch_degrees])
    return np.asarray(rotation_of(np.array([-pitch, 0, 0])) @ rotation_of(np.array([0, yaw, 0])))


def neck_share(points: npt.NDArray[np.floating[Any]]) -> Floats:
    """V: how far each point goes with the head's turn: 1 the head, 0 the shoulders."""
    height = points[:, 1] + 0.35 * points[:, 2]
    t = np.clip((height - NECK_CM[0]) / (NECK_CM[1] - NECK_CM[0]), 0, 1)
    return np.asarray(t * t * (3 - 2 * t), np.float32)


def posed(avatar: Avatar, piece: Piece, expression: Expression) -> tuple[Floats, Floats]:
    """Points and normals (V×3 each; the latter not quite unit) of a piece with an expression, the head straight."""
    if piece.moves is None or piece.turns is None:
        return piece.points, piece.normals
    weights = weights_of(expression, avatar.closings)
    active = np.flatnonzero(weights)
    flat = weights[active].astype(np.float32)
    shape = piece.points.shape
    moved = flat @ piece.moves[active].reshape(len(active), shape[0] * 3)
    turned = flat @ piece.turns[active].reshape(len(active), shape[0] * 3)
    return piece.points + moved.reshape(shape), piece.normals + turned.reshape(shape)
