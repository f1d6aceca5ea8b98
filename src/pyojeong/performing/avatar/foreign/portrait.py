"""A head from the front as a picture a face can be found in, and the way back from that picture to its surface."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from pyojeong.media import Image
from pyojeong.media.face import Face
from pyojeong.performing.avatar.camera import rotation_of
from pyojeong.performing.avatar.foreign.head_mesh import Doubles, HeadMesh, Pixels
from pyojeong.performing.avatar.texture.photo import sampled
from pyojeong.performing.avatar.texture.unwrapping import painted_triangles, shares_within

Ints = npt.NDArray[np.int64]
Reals = npt.NDArray[np.floating[Any]]

SIDE_PX = 640
_CLAY = np.array([205, 168, 146], np.float64)
"""sRGB of a head without colours: detectors know skin better than grey."""
_KEY = np.array([0.0, 0.45, 0.86])
"""From the middle: light from one side made one eye seem narrower than the other."""
_AMBIENT = 0.55
_GROUND = 96
_ROOM = 1.9
"""Side of the second, closer picture in heights of the face."""


def turns() -> Iterator[Doubles]:
    """3×3 turns in which a head may have to be seen: as most files have it, then every other axis up or ahead."""
    upright = (np.zeros(3), np.array([-np.pi / 2, 0, 0]), np.array([np.pi / 2, 0, 0]), np.array([0, 0, np.pi]))
    for tip in upright:
        for yaw in (0.0, np.pi, np.pi / 2, -np.pi / 2):
            yield rotation_of(np.array([0, yaw, 0])) @ rotation_of(tip)


@dataclass(frozen=True, slots=True, eq=False)
class HeadPortrait:
    """A head seen from the front, without perspective.

    Attributes:
        image: RGB.
        mesh: The head, turned towards the viewer: x right, y up, z to the viewer.
        owners: int32 H×W, the triangle seen at each pixel, -1 where there is none.
        scale: Pixels a unit of the mesh.
        corner: Mesh x and y at the picture's top left corner.
    """

    image: Image
    mesh: HeadMesh
    owners: npt.NDArray[np.int32]
    scale: float
    corner: tuple[float, float]

    def lifted(self, places: Reals) -> tuple[Doubles, Doubles]:
        """What of the turned mesh is seen at L×2 pixels: points L×3, and how much each faces the viewer, L.

        Where nothing is seen the nearest place is taken.
        """
        seen = (self.owners < 0).astype(np.uint8)
        _, labels = cv2.distanceTransformWithLabels(seen, cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL)
        rows, columns = np.nonzero(self.owners >= 0)
        of_label = np.zeros((int(labels.max()) + 1, 2), np.int64)
        of_label[labels[rows, columns]] = np.stack([columns, rows], 1)
        high, wide = self.owners.shape
        at = np.clip(np.round(places), 0, [wide - 1, high - 1]).astype(int)
        on = self.owners[at[:, 1], at[:, 0]] >= 0
        found = np.where(on[:, None], places, of_label[labels[at[:, 1], at[:, 0]]])
        near = np.clip(np.round(found), 0, [wide - 1, high - 1]).astype(int)
        triangles = self.mesh.triangles[self.owners[near[:, 1], near[:, 0]]]
        corners = self.mesh.points[triangles]
        shares = shares_within(self._pixels(corners), found)[..., None]
        facing = (self.mesh.normals()[triangles] * shares).sum(1)[:, 2]
        return np.asarray((corners * shares).sum(1), np.float64), np.asarray(facing, np.float64)

    def _pixels(self, points: Reals) -> Doubles:
        x, y = (points[..., 0] - self.corner[0]) * self.scale, (self.corner[1] - points[..., 1]) * self.scale
        return np.stack([x, y], -1)

    def closer(self, face: Face) -> HeadPortrait:
        """The same head with a face, that was found in this picture, filling it."""
        left, top, right, bottom = face.box_xyxy
        span = _ROOM * (bottom - top) / self.scale
        x = self.corner[0] + (left + right) / 2 / self.scale - span / 2
        y = self.corner[1] - (top + bottom) / 2 / self.scale + span / 2
        return _painted(self.mesh, span, (x, y))


def portrait_of(mesh: HeadMesh, turn: Doubles) -> HeadPortrait:
    """``mesh`` turned and seen whole."""
    turned = mesh.moved(mesh.points @ turn.T)
    low, high = turned.points.min(0), turned.points.max(0)
    span = 1.2 * float(max(high[0] - low[0], high[1] - low[1]))
    middle = (low + high) / 2
    return _painted(turned, span, (float(middle[0] - span / 2), float(middle[1] + span / 2)))


def _painted(mesh: HeadMesh, span: float, corner: tuple[float, float]) -> HeadPortrait:
    scale = SIDE_PX / span
    x, y = (mesh.points[:, 0] - corner[0]) * scale, (corner[1] - mesh.points[:, 1]) * scale
    places = np.stack([x, y], 1)
    corners = mesh.points[mesh.triangles]
    ahead = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])[:, 2]
    order = np.argsort(corners[..., 2].mean(1) + np.where(ahead > 0, 0.0, -np.ptp(mesh.points[:, 2])))
    inside = ((places[mesh.triangles] > -64).all((1, 2)) & (places[mesh.triangles] < SIDE_PX + 64).all((1, 2)))[order]
    drawn = order[inside]
    owners = painted_triangles(places, mesh.triangles[drawn], (SIDE_PX, SIDE_PX))
    owners = np.where(owners >= 0, drawn[np.maximum(owners, 0)], -1).astype(np.int32)
    pixels = _shaded(mesh, places, owners)
    return HeadPortrait(Image(pixels), mesh, owners, scale, corner)


def _shaded(mesh: HeadMesh, places: Doubles, owners: npt.NDArray[np.int32]) -> Pixels:
    rows, columns = np.nonzero(owners >= 0)
    own = owners[rows, columns].astype(np.int64)
    corners = mesh.triangles[own]
    shares = shares_within(places[corners], np.stack([columns, rows], 1).astype(np.float64))
    normals = (mesh.normals()[corners] * shares[..., None]).sum(1)
    light = _AMBIENT + (1 - _AMBIENT) * np.clip(normals @ (_KEY / np.linalg.norm(_KEY)), 0, 1)
    found = np.full((*owners.shape, 3), _GROUND, np.float64)
    found[rows, columns] = colours_at(mesh, own, shares) * light[:, None]
    return np.clip(np.rint(found), 0, 255).astype(np.uint8)


def colours_at(mesh: HeadMesh, triangles: Ints, shares: Reals) -> Doubles:
    """N×3 sRGB in [0, 255] at ``shares`` (N×3) of N triangles; clay where the head has no colours."""
    if mesh.spots is not None and mesh.picture is not None:
        spots = (mesh.spots[triangles] * shares[..., None]).sum(1)
        high, wide = mesh.picture.shape[:2]
        at = np.stack([spots[:, 0] * wide - 0.5, (1 - spots[:, 1]) * high - 0.5], 1)
        return np.asarray(sampled(mesh.picture.astype(np.float32), at), np.float64)
    if mesh.colours is not None:
        return np.asarray((mesh.colours[mesh.triangles[triangles]] * shares[..., None]).sum(1), np.float64)
    return np.tile(_CLAY, (len(triangles), 1))
