"""Every face of a picture, largest first, however big the picture, small the faces, or turned the camera."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from pyojeong.media.face import Face, Points
from pyojeong.media.image import Image, Pixels
from pyojeong.media.saving import on_white
from pyojeong.reading.face.looking import moved, one_each, overlap, reduced, square_crop, tiles, turned_back
from pyojeong.reading.face.mediapipe_models import Detection, MediapipeModels
from pyojeong.reading.face.pose import head_pose

MIN_SCORE = 0.5
WHOLE_PX = 640
"""Longer side of the copy for the first look. The detector shrinks it to 192 px by itself, but without averaging."""
CLOSE_PX = 1920
"""Longer side of the copy that is looked at in tiles: 48-megapixel photos cost what 2-megapixel ones do."""
TILE_SHARES = (0.5, 0.25)
"""Sides of the tiles as shares of the longer side; the second only when the first finds nothing."""
MIN_TILE_PX = 96
SMALL_SHARE = 1 / 6
"""Faces below this share of the longer side mean that smaller ones may have been missed."""
CROP_TIMES_BOX = 2.2
MESH_PX = (320, 1024)
"""Crops are meshed at their own size within these: smaller ones are enlarged, larger ones only cost time."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """Rectangles in picture pixels, and by how many anticlockwise quarter turns the picture had to be turned."""

    detections: tuple[Detection, ...]
    turns: int = 0


@dataclass(frozen=True, slots=True)
class Search:
    """What came of looking: the faces, largest first, and the best score of a rectangle without a mesh, [0, 1]."""

    faces: tuple[Face, ...]
    unmeshed_score: float


class FaceFinder:
    """Photo → faces. One instance may serve many threads; the models answer them in turn."""

    def __init__(self) -> None:
        self._models = MediapipeModels(min_score=MIN_SCORE)

    def find(self, image: Image) -> list[Face]:
        """Every face, largest first; empty when there is none."""
        return list(self.search(image).faces)

    def search(self, image: Image) -> Search:
        """Every face, and how sure the detector was where no mesh could be laid."""
        score = 0.0
        for sighting in self.sightings(image):
            if faces := self.mesh(image, sighting):
                return Search(tuple(faces), score)
            score = max(score, *(d.score for d in sighting.detections), 0.0)
        return Search((), score)

    def sightings(self, image: Image) -> Iterator[Sighting]:
        """Where faces seem to be, look after look: each is tried only when the mesh found nothing in the ones before."""
        close, scale = reduced(on_white(image.pixels), CLOSE_PX)
        found = self._whole(close)
        if found and max(d.side_px for d in found) < SMALL_SHARE * max(close.shape[:2]):
            found += self._from_nearer(close, TILE_SHARES[0])
        yield _sighting(found, scale)
        yield _sighting(self._from_further_off(close), scale)
        for turns in (1, 3, 2):
            yield self._turned(close, scale, turns)
        for share in TILE_SHARES:
            yield _sighting(self._from_nearer(close, share), scale)

    def mesh(self, image: Image, sighting: Sighting) -> list[Face]:
        """The faces among the rectangles: those in which the mesh agrees that there is one; largest first."""
        rgb = on_white(image.pixels)
        faces: list[Face] = []
        for detection in sighting.detections:
            face = self._face(rgb, detection, sighting.turns)
            if face is not None and all(overlap(face.box_xyxy, f.box_xyxy) < 0.5 for f in faces):
                faces.append(face)
        return sorted(faces, key=lambda f: -f.size_wh[0] * f.size_wh[1])

    def _whole(self, rgb: Pixels) -> list[Detection]:
        small, scale = reduced(rgb, WHOLE_PX)
        return [moved(d, scale, (0, 0)) for d in self._models.detect(small)]

    def _from_further_off(self, rgb: Pixels) -> list[Detection]:
        # A face that fills the picture, such as a 48 px crop, is only seen with something around it.
        small, scale = reduced(rgb, WHOLE_PX)
        margin = max(small.shape[:2]) // 2
        framed = cv2.copyMakeBorder(small, margin, margin, margin, margin, cv2.BORDER_CONSTANT, value=(128, 128, 128))
        return [moved(d, scale, (-margin * scale, -margin * scale)) for d in self._models.detect(framed)]

    def _from_nearer(self, rgb: Pixels, share: float) -> list[Detection]:
        height, width = rgb.shape[:2]
        found: list[Detection] = []
        for left, top, right, bottom in tiles((width, height), max(MIN_TILE_PX, round(share * max(width, height)))):
            found += [moved(d, 1, (left, top)) for d in self._models.detect(rgb[top:bottom, left:right])]
        return found

    def _turned(self, rgb: Pixels, scale: float, turns: int) -> Sighting:
        size_wh = (rgb.shape[1], rgb.shape[0])
        found = self._whole(np.rot90(rgb, turns))
        return _sighting([_turned_back(d, turns, size_wh) for d in found], scale, turns)

    def _face(self, rgb: Pixels, detection: Detection, turns: int) -> Face | None:
        side = detection.side_px * CROP_TIMES_BOX
        crop, corner_xy = square_crop(rgb, detection.centre_xy, side)
        mesh_px = int(np.clip(crop.shape[0], *MESH_PX))
        way = cv2.INTER_AREA if mesh_px < crop.shape[0] else cv2.INTER_CUBIC
        sized = np.asarray(cv2.resize(crop, (mesh_px, mesh_px), interpolation=way), np.uint8)
        zoom = crop.shape[0] / mesh_px
        for points in self._models.meshes(np.rot90(sized, turns)):
            upright = np.column_stack([turned_back(points[:, :2], turns, (mesh_px, mesh_px)), points[:, 2]]) * zoom
            landmarks = upright + np.array([*corner_xy, 0.0])
            if _belongs(landmarks, detection):
                return Face(_bounds(landmarks), landmarks, head_pose(landmarks), min(1.0, detection.score))
        return None


def _sighting(found: list[Detection], scale: float, turns: int = 0) -> Sighting:
    return Sighting(tuple(moved(d, scale, (0, 0)) for d in one_each(found)), turns)


def _turned_back(detection: Detection, turns: int, size_wh: tuple[int, int]) -> Detection:
    corners = turned_back(np.array(detection.box_xyxy, np.float64).reshape(2, 2), turns, size_wh)
    (left, top), (right, bottom) = corners.min(0).tolist(), corners.max(0).tolist()
    return Detection((left, top, right, bottom), detection.score)


def _belongs(landmarks: Points, detection: Detection) -> bool:
    """Whether the mesh lies on the rectangle it was looked for in, not on a neighbour in the same crop."""
    return overlap(_bounds(landmarks), detection.box_xyxy) > 0.25


def _bounds(landmarks: Points) -> tuple[float, float, float, float]:
    left, top = landmarks[:, :2].min(0).tolist()
    right, bottom = landmarks[:, :2].max(0).tolist()
    return left, top, right, bottom
