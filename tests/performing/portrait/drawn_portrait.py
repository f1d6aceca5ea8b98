"""A portrait painted from the canonical mesh: every landmark is known, no person and no detector is needed."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from pyojeong.media import Face, Image
from pyojeong.performing.portrait.mesh.canonical import canonical_mesh
from pyojeong.performing.portrait.mesh.topology import EYE_RIGHT, LOWER_LIP, OVAL, UPPER_LIP, eye_left
from pyojeong.performing.portrait.muscles import jaw, muscles

IRIS_CM = 0.6
SKIN, LIP, WHITE, IRIS, TOOTH = (205, 165, 140), (170, 80, 80), (228, 224, 218), (70, 50, 38), (236, 228, 210)


@dataclass(frozen=True)
class Portrait:
    """A painted photo, its face, and where canonical points are in it."""

    image: Image
    face: Face
    affine: np.ndarray

    def at(self, x_cm: float, y_cm: float, z_cm: float = 5.0) -> tuple[int, int]:
        """(column, row) of a canonical point."""
        column, row = self.affine @ [x_cm, y_cm, z_cm, 1.0]
        return round(float(column)), round(float(row))


def drawn_portrait(
    *,
    scale: float = 26.0,
    roll_degrees: float = 0.0,
    yaw_degrees: float = 0.0,
    jaw_open: float = 0.0,
    smile: float = 0.0,
    skin: tuple[int, int, int] = SKIN,
) -> Portrait:
    """The mean face, ``scale`` pixels a centimetre, on a patterned background."""
    shape = canonical_mesh().vertices_cm.copy()
    shape += jaw.opened(shape, jaw_open)
    shape += muscles.summed({"mouthSmile": (smile, smile), "cheekLift": (smile, smile)})
    points = np.vstack([shape, *(_iris(shape, eye) for eye in (EYE_RIGHT, eye_left()))])
    side = round(27 * scale)
    affine = _camera(scale, side, roll_degrees, yaw_degrees)
    depth = _rotation(roll_degrees, yaw_degrees)[2] * scale
    px = points @ affine[:, :3].T + affine[:, 3]
    landmarks = np.column_stack([px, -(points @ depth)])
    left, top = px.min(0)
    right, bottom = px.max(0)
    face = Face((float(left), float(top), float(right), float(bottom)), landmarks)
    return Portrait(Image(_painted(px, points, side, skin, scale), "drawn"), face, affine)


def _iris(shape: np.ndarray, eye: object) -> np.ndarray:
    rows = [*eye.upper[2:7], *eye.lower[2:7]]  # type: ignore[attr-defined]
    centre = shape[rows].mean(0)
    rim = np.array([(1, 0, 0), (0, 1, 0), (-1, 0, 0), (0, -1, 0)]) * IRIS_CM
    return np.vstack([centre, centre + rim])


def _rotation(roll_degrees: float, yaw_degrees: float) -> np.ndarray:
    roll, yaw = -np.deg2rad(roll_degrees), np.deg2rad(yaw_degrees)
    turn = np.array([[np.cos(yaw), 0, np.sin(yaw)], [0, 1, 0], [-np.sin(yaw), 0, np.cos(yaw)]])
    tip = np.array([[np.cos(roll), -np.sin(roll), 0], [np.sin(roll), np.cos(roll), 0], [0, 0, 1]])
    return tip @ turn


def _camera(scale: float, side: int, roll_degrees: float, yaw_degrees: float) -> np.ndarray:
    linear = _rotation(roll_degrees, yaw_degrees)[:2] * scale * np.array([[1.0], [-1.0]])
    return np.column_stack([linear, np.array([side / 2, side / 2]) - linear @ [0.0, -0.5, 3.0]])


def _painted(px: np.ndarray, points: np.ndarray, side: int, skin: tuple[int, int, int], scale: float) -> np.ndarray:
    y, x = np.mgrid[0:side, 0:side]
    picture = np.stack([90 + 40 * np.sin(x / 17), 100 + 40 * np.sin(y / 23), 120 + 0 * x], -1).astype(np.uint8)
    _fill(picture, px[list(OVAL)], skin)
    shade = cv2.GaussianBlur(np.random.default_rng(1).normal(0, 1, picture.shape[:2]), (0, 0), 0.08 * scale)
    picture = np.clip(picture + (shade / shade.std() * 3)[..., None], 0, 255).astype(np.uint8)
    for eye, iris in ((EYE_RIGHT, 468), (eye_left(), 473)):
        _eye(picture, px, eye, iris, scale)
    _fill(picture, px[[*UPPER_LIP[0], *LOWER_LIP[0][::-1]]], LIP)
    inner = px[[*UPPER_LIP[-1], *LOWER_LIP[-1][::-1]]]
    _mouth(picture, inner, px, points, scale)
    return picture


def _eye(picture: np.ndarray, px: np.ndarray, eye: object, iris: int, scale: float) -> None:
    outline = px[[*eye.upper, *eye.lower[::-1]]]  # type: ignore[attr-defined]
    inside = np.zeros(picture.shape[:2], np.uint8)
    cv2.fillPoly(inside, [np.round(outline * 16).astype(np.int32)], 255, cv2.LINE_AA, 4)
    ball = np.full_like(picture, WHITE)
    centre = tuple(int(v) for v in np.round(px[iris] * 16))
    cv2.circle(ball, centre, round(IRIS_CM * scale * 16), IRIS, -1, cv2.LINE_AA, 4)
    cv2.circle(ball, centre, round(0.25 * scale * 16), (12, 10, 10), -1, cv2.LINE_AA, 4)
    alpha = inside[..., None] / 255
    picture[:] = (picture * (1 - alpha) + ball * alpha).astype(np.uint8)
    upper = np.round(px[list(eye.upper)] * 16).astype(np.int32)  # type: ignore[attr-defined]
    cv2.polylines(picture, [upper], False, (60, 40, 35), max(1, round(0.08 * scale)), cv2.LINE_AA, 4)


def _mouth(picture: np.ndarray, inner: np.ndarray, px: np.ndarray, points: np.ndarray, scale: float) -> None:
    gap = points[13, 1] - points[14, 1]
    if gap < 0.12:
        seam = np.round(px[list(UPPER_LIP[-1])] * 16).astype(np.int32)
        cv2.polylines(picture, [seam], False, (70, 30, 30), max(1, round(0.06 * scale)), cv2.LINE_AA, 4)
        return
    _fill(picture, inner, (30, 14, 14))
    down = px[14] - px[13]
    upper = px[list(UPPER_LIP[-1])]
    _fill(picture, np.vstack([upper[2:-2], (upper[2:-2] + 0.5 * down)[::-1]]), TOOTH)


def _fill(picture: np.ndarray, outline: np.ndarray, colour: tuple[int, int, int]) -> None:
    cv2.fillPoly(picture, [np.round(outline * 16).astype(np.int32)], colour, cv2.LINE_AA, 4)
