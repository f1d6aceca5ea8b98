"""A small turn of the whole head: hair goes along, and the motion dies out before the background shows it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pyojeong.performing.portrait.drawing.sampling import padded_box
from pyojeong.performing.portrait.mesh.canonical import POINTS, canonical_mesh
from pyojeong.performing.portrait.mesh.regions import smooth_step
from pyojeong.performing.portrait.mesh.topology import OVAL, displaced_with_rings
from pyojeong.performing.portrait.stage import Box, Floats, HeadTurn, SourceMesh, project

PIVOT_CM = np.array([0.0, -3.0, -3.0])
"""About where the skull sits on the neck; lower, the crown would travel too far for the falloff."""
HEAD_CENTRE_CM = (0.0, 0.5, 0.0)
HEAD_RADII_CM = (6.0, 7.2)
"""Half axes of the ellipse that moves as one: the face within its outline (authored). Hair, ears and neck bend a little
instead: an ellipse around all of them carries the background along, for nobody knows where hair ends."""
FALLOFF = 1.9
"""The motion ends at this multiple of the ellipse: .4 face heights beyond the outline of the face, .3 at the sides,
where other faces are. The steepest stretch is .6 at the largest turn, so it stays invertible; .13 at 2 degrees."""
BORDER_CM = 5.0
"""The motion also dies out this near to the picture's border, beyond which there is nothing to show. With less room
around the outline of the face the head turns less: at 5 cm the field's slope is at most .63, so it can be inverted."""
INVERSE_ROUNDS = 10


@dataclass(frozen=True, slots=True, eq=False)
class HeadField:
    """Forward motion of picture points: ``p + weight(p) * ((matrix - 1) (p - pivot) + shift)``."""

    matrix: Floats
    pivot_px: Floats
    shift_px: Floats
    centre_px: Floats
    to_head: Floats
    border_px: float
    picture_wh: tuple[int, int]

    def weight(self, points: Floats) -> Floats:
        """1 on the head, 0 from the end of the falloff on and at the picture's border; over …×2 picture points."""
        near = np.minimum(points, np.array(self.picture_wh) - 1.0 - points)
        inside = smooth_step(0.0, self.border_px, np.minimum(near[..., 0], near[..., 1]))
        return np.asarray((1 - smooth_step(1.0, FALLOFF, self.reach(points))) * inside)

    def reach(self, points: Floats) -> Floats:
        """Distance from the head's centre, 1 on the ellipse."""
        across, up = np.moveaxis((points - self.centre_px) @ self.to_head.T, -1, 0)
        return np.asarray(np.hypot(across, up))

    def offset(self, points: Floats) -> Floats:
        """…×2 pixels that …×2 picture points travel."""
        whole = (points - self.pivot_px) @ (self.matrix - np.eye(2)).T + self.shift_px
        return np.asarray(whole * self.weight(points)[..., None])

    def origin(self, points: Floats) -> Floats:
        """…×2 picture points that travel to ``points``, by fixed-point iteration (the field is a contraction)."""
        found = points
        for _ in range(INVERSE_ROUNDS):
            found = points - self.offset(found)
        return found

    def rim(self) -> Floats:
        """96×2 picture points around all that may move."""
        angles = np.linspace(0, 2 * np.pi, 96, endpoint=False)
        circle = np.stack([np.cos(angles), np.sin(angles)], 1) * FALLOFF
        return np.asarray(self.centre_px + circle @ (self.to_head / (self.to_head**2).sum(1, keepdims=True)))

    def box_xyxy(self) -> Box:
        """Whole pixels the motion may reach."""
        return padded_box(self.rim(), self.picture_wh, margin=2)


def rotation_of(turn: HeadTurn) -> Floats:
    """3×3 rotation in camera axes (x right, y up, z towards the viewer).

    >>> (rotation_of(HeadTurn(yaw_degrees=90.0)) @ np.array([0.0, 0.0, 1.0])).round(6).tolist()
    [1.0, 0.0, 0.0]
    """
    yaw, pitch, roll = np.radians([turn.yaw_degrees, turn.pitch_degrees, turn.roll_degrees])
    about_y = np.array([[np.cos(yaw), 0, np.sin(yaw)], [0, 1, 0], [-np.sin(yaw), 0, np.cos(yaw)]])
    about_x = np.array([[1, 0, 0], [0, np.cos(pitch), np.sin(pitch)], [0, -np.sin(pitch), np.cos(pitch)]])
    about_z = np.array([[np.cos(roll), np.sin(roll), 0], [-np.sin(roll), np.cos(roll), 0], [0, 0, 1]])
    return np.asarray(about_z @ about_y @ about_x)


def room_px(mesh: SourceMesh) -> float:
    """Pixels between the outline of the face and the picture's border, at least one."""
    outline = mesh.coarse_px[list(OVAL)]
    return max(1.0, float(np.minimum(outline, np.array(mesh.picture_wh) - 1.0 - outline).min()))


def possible_turn(mesh: SourceMesh, turn: HeadTurn) -> HeadTurn:
    """``turn``, less where the picture is cropped close to the face."""
    share = min(1.0, room_px(mesh) / (BORDER_CM * mesh.scale))
    return HeadTurn(turn.yaw_degrees * share, turn.pitch_degrees * share, turn.roll_degrees * share)


def turned_camera(mesh: SourceMesh, turn: HeadTurn) -> Floats:
    """2×4 affine, canonical cm → picture pixels, after the head turned about `PIVOT_CM`."""
    linear = mesh.scale * (rotation_of(turn) @ mesh.rotation)[:2] * np.array([[1.0], [-1.0]])
    fixed = mesh.to_px(PIVOT_CM[None])[0]
    return np.column_stack([linear, fixed - linear @ PIVOT_CM])


def head_field(mesh: SourceMesh, turn: HeadTurn) -> HeadField:
    """The planar part of the turn: the roll, and the way the outline of the face goes with yaw and pitch."""
    roll = rotation_of(HeadTurn(roll_degrees=turn.roll_degrees))[:2, :2]
    matrix = roll * np.array([[1, -1], [-1, 1]])
    pivot = mesh.to_px(PIVOT_CM[None])[0]
    outline = canonical_mesh().vertices_cm[list(OVAL)]
    before, after = mesh.to_px(outline), project(turned_camera(mesh, turn), outline)
    shift = (after - before - (before - pivot) @ (matrix - np.eye(2)).T).mean(0)
    centre = mesh.to_px(np.array([HEAD_CENTRE_CM]))[0]
    x, y = mesh.direction_px((0, 1, 0)) / np.linalg.norm(mesh.direction_px((0, 1, 0)))
    to_head = np.array([[-y, x], [x, y]]) / (np.array(HEAD_RADII_CM)[:, None] * mesh.scale)
    border = min(BORDER_CM * mesh.scale, room_px(mesh))
    return HeadField(matrix, pivot, shift, centre, to_head, border, mesh.picture_wh)


def parallax_px(mesh: SourceMesh, turn: HeadTurn, shape_cm: Floats, field: HeadField) -> Floats:
    """576×2 pixels the points of ``shape_cm`` move beyond the planar field: near ones more, the outermost ring none."""
    flat = mesh.to_px(shape_cm[:POINTS])
    planar = (flat - field.pivot_px) @ (field.matrix - np.eye(2)).T + field.shift_px
    return displaced_with_rings(project(turned_camera(mesh, turn), shape_cm[:POINTS]) - flat - planar)
