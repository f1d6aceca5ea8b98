"""Every face of a picture, largest first, however big the picture, small the faces, or turned the camera."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import cv2
import numpy as np

from pyojeong.media.face import Face, Points
from pyojeong.media.image import Image, Pixels
from pyojeong.media.saving import on_white
from pyojeong.reading.face.gaping import with_whole_mouth
from pyojeong.reading.face.looking import covered, moved, one_each, overlap, reduced, square_crop, tiles, turned_back
from pyojeong.reading.face.mediapipe_models import LEAST_SCORE, Detection, MediapipeModels
from pyojeong.reading.face.pose import head_pose

MIN_SCORE = 0.65
"""Of a first look. Measured (docs/reading-face.md): 2 of 1,327 synthetic portraits missed; at .7 one in 300."""
SMALL_MIN_SCORE = 0.77
"""Of the second look at small faces, for which there are many places to be wrong. Measured on 72 faces pasted into
scenes: true ones .78 and more, false ones .76 at most."""
WHOLE_PX = 640
"""Longer side of the copy for the first look. The detector shrinks it to 192 px by itself, but without averaging."""
CLOSE_PX = 2560
"""Longer side of the copy that is looked at in tiles: 48-megapixel photos cost what 5-megapixel ones do."""
TILE_SHARES = (1 / 2, 1 / 4, 1 / 8)
"""Sides of the tiles as shares of the longer side."""
MIN_TILE_PX = 192
"""The detector's own input: nearer than that there is nothing more to see."""
MIN_FACE_PX = 20
"""Smaller ones cannot be read or edited, and in noise some are found (16 px, in a picture of galaxies)."""
SAME_PLACE_IOU = 0.25
"""A mesh and a rectangle that overlap this much speak of one face, not of neighbours."""
UPRIGHT_SCORES = 1.6
"""Sum of both detectors' scores from which a crop is taken to be upright unseen from the other sides. Measured on ten
portraits at eight angles: upright 1.56 to 1.85, upside down at most 1.53."""
SAME_FACE_COVER = 0.6
"""Of two meshes of which one covers this part of the smaller, only the surer one is kept."""
SMALL_SHARE = 1 / 6
"""Faces below this share of the longer side mean that smaller ones may have been missed."""
ENOUGH_SHARE = 1 / 4
"""Faces of at least this share of a tile were seen well: no need to go nearer."""
GROUP = 2
"""Where so many faces are, each half of the picture is looked at by itself: between large faces the first look misses
smaller ones (measured: docs/reading-face.md)."""
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
    """What came of looking: the faces, largest first, and the best score of a rectangle without a mesh."""

    faces: tuple[Face, ...]
    unmeshed_score: float


class FaceFinder:
    """Photo → faces. One instance may serve many threads; the models answer them in turn."""

    def __init__(self) -> None:
        self._models = MediapipeModels()

    def find(self, image: Image) -> list[Face]:
        """Every face, largest first; empty when there is none."""
        return list(self.search(image).faces)

    def glance(self, image: Image) -> list[Face]:
        """The faces of the first look alone, largest first: for moving pictures, where the next one comes soon."""
        rgb = on_white(image.pixels)
        faces = _together([], self._meshed(rgb, next(self._sightings(*reduced(rgb, CLOSE_PX)))))
        return sorted(faces, key=_area_px, reverse=True)

    def search(self, image: Image) -> Search:
        """Every face, and how sure the first look was where no mesh could be laid."""
        rgb = on_white(image.pixels)
        close, scale = reduced(rgb, CLOSE_PX)
        enough_px = SMALL_SHARE * max(image.size_wh)
        faces: list[Face] = []
        score = 0.0
        for number, sighting in enumerate(self._sightings(close, scale)):
            faces = _together(faces, self._meshed(rgb, sighting))
            if any(max(face.size_wh) >= enough_px for face in faces):
                if len(faces) >= GROUP:
                    halves = self._in_tiles(close, round(TILE_SHARES[0] * max(close.shape[:2])))
                    faces = _together(faces, self._meshed(rgb, _sighting(halves, scale)))
                break
            if number == 0 and not faces:
                score = max((d.score for d in sighting.detections), default=0.0)
        return Search(tuple(sorted(faces, key=_area_px, reverse=True)), score)

    def _sightings(self, close: Pixels, scale: float) -> Iterator[Sighting]:
        """Look after look at a copy, each for when the ones before it found no large face."""
        yield _sighting(self._whole(close), scale)
        yield _sighting(self._from_further_off(close), scale)
        for turns in (1, 3, 2):
            yield self._turned(close, scale, turns)
        yield _sighting(self._from_nearer(close), scale)

    def _meshed(self, rgb: Pixels, sighting: Sighting) -> list[Face]:
        """The faces among the rectangles: those in which the mesh agrees that there is one."""
        return [f for d in sighting.detections if (f := self._face(rgb, d, sighting.turns)) is not None]

    def _detect(self, rgb: Pixels) -> list[Detection]:
        return [d for d in self._models.detect(rgb) if d.score >= MIN_SCORE]

    def _whole(self, rgb: Pixels) -> list[Detection]:
        small, scale = reduced(rgb, WHOLE_PX)
        return [moved(d, scale, (0, 0)) for d in self._detect(small)]

    def _from_further_off(self, rgb: Pixels) -> list[Detection]:
        # A face that fills the picture, such as a 48 px crop, is only seen with something around it.
        small, scale = reduced(rgb, WHOLE_PX)
        margin = max(small.shape[:2]) // 2
        framed = cv2.copyMakeBorder(small, margin, margin, margin, margin, cv2.BORDER_CONSTANT, value=(128, 128, 128))
        return [moved(d, scale, (-margin * scale, -margin * scale)) for d in self._detect(framed)]

    def _from_nearer(self, rgb: Pixels) -> list[Detection]:
        """Tile by tile, each time nearer, until nothing smaller is to be expected."""
        height, width = rgb.shape[:2]
        found: list[Detection] = []
        for side in (round(share * max(width, height)) for share in TILE_SHARES):
            found += self._in_tiles(rgb, side)
            if side <= MIN_TILE_PX or (found and _smallest(found) >= ENOUGH_SHARE * side):
                break
        return found

    def _in_tiles(self, rgb: Pixels, side_px: int) -> list[Detection]:
        """What is seen tile by tile."""
        return [
            moved(detection, 1, (left, top))
            for left, top, right, bottom in tiles((rgb.shape[1], rgb.shape[0]), max(MIN_TILE_PX, side_px))
            for detection in self._detect(rgb[top:bottom, left:right])
        ]

    def _turned(self, rgb: Pixels, scale: float, turns: int) -> Sighting:
        size_wh = (rgb.shape[1], rgb.shape[0])
        found = self._whole(np.rot90(rgb, turns))
        return _sighting([_turned_back(d, turns, size_wh) for d in found], scale, turns)

    def _face(self, rgb: Pixels, detection: Detection, turns: int) -> Face | None:
        crop, corner_xy = square_crop(rgb, detection.centre_xy, detection.side_px * CROP_TIMES_BOX)
        mesh_px = int(np.clip(crop.shape[0], *MESH_PX))
        way = cv2.INTER_AREA if mesh_px < crop.shape[0] else cv2.INTER_CUBIC
        sized = np.asarray(cv2.resize(crop, (mesh_px, mesh_px), interpolation=way), np.uint8)
        turns, score = self._upright(sized, turns)
        small = detection.side_px < SMALL_SHARE * max(rgb.shape[:2])
        points = (
            self._central_mesh(np.rot90(sized, turns)) if score >= (SMALL_MIN_SCORE if small else LEAST_SCORE) else None
        )
        if points is None:
            return None
        points[:, :2] = turned_back(points[:, :2], turns, (mesh_px, mesh_px))
        landmarks = points * (crop.shape[0] / mesh_px) + np.array([*corner_xy, 0.0])
        face = Face(_bounds(landmarks), landmarks, head_pose(landmarks), max(score, detection.score))
        return face if min(face.size_wh) >= MIN_FACE_PX else None

    def _upright(self, crop: Pixels, turns: int) -> tuple[int, float]:
        """The quarter turns after which the face in the middle looks most like one, and the best score there.

        Upside-down faces are detected too, with lower scores, and get a mesh that stands the wrong way up.
        """
        scores = {turns: self._central_scores(np.rot90(crop, turns))}
        if sum(scores[turns]) < UPRIGHT_SCORES:
            for other in (turns + 2, turns + 1, turns + 3):
                scores[other % 4] = self._central_scores(np.rot90(crop, other))
        best = max(scores, key=lambda k: sum(scores[k]))
        return best, max(scores[best])

    def _central_scores(self, crop: Pixels) -> tuple[float, float]:
        """Of each detector, the score of what it sees in the middle of the crop; 0 when nothing."""
        expected = _middle(crop.shape[0])
        seen = [d for d in self._models.detect(crop) if overlap(d.box_xyxy, expected) > SAME_PLACE_IOU]
        first, second = (max((d.score for d in seen if d.detector == number), default=0.0) for number in (0, 1))
        return first, second

    def _central_mesh(self, crop: Pixels) -> Points | None:
        """The mesh on the face in the middle of the crop, not on a neighbour's."""
        expected = _middle(crop.shape[0])
        central = (p for p in self._models.meshes(crop) if overlap(_bounds(p), expected) > SAME_PLACE_IOU)
        points = next(central, None)
        return None if points is None else with_whole_mouth(crop, points, self._models.meshes)


def _middle(side_px: int) -> tuple[float, float, float, float]:
    """Where in a crop the rectangle lies that it was cut around."""
    near, far = side_px / 2 * (1 - 1 / CROP_TIMES_BOX), side_px / 2 * (1 + 1 / CROP_TIMES_BOX)
    return near, near, far, far


def _together(faces: list[Face], more: list[Face]) -> list[Face]:
    """The faces of both, the surest of those that lie on each other."""
    kept: list[Face] = []
    for face in sorted([*faces, *more], key=lambda f: -f.confidence):
        if all(covered(face.box_xyxy, k.box_xyxy) < SAME_FACE_COVER for k in kept):
            kept.append(face)
    return kept


def _area_px(face: Face) -> float:
    return face.size_wh[0] * face.size_wh[1]


def _smallest(found: list[Detection]) -> float:
    return min(d.side_px for d in found)


def _sighting(found: list[Detection], scale: float, turns: int = 0) -> Sighting:
    return Sighting(tuple(moved(d, scale, (0, 0)) for d in one_each(found)), turns)


def _turned_back(detection: Detection, turns: int, size_wh: tuple[int, int]) -> Detection:
    corners = turned_back(np.array(detection.box_xyxy, np.float64).reshape(2, 2), turns, size_wh)
    (left, top), (right, bottom) = corners.min(0).tolist(), corners.max(0).tolist()
    return replace(detection, box_xyxy=(left, top, right, bottom))


def _bounds(landmarks: Points) -> tuple[float, float, float, float]:
    left, top = landmarks[:, :2].min(0).tolist()
    right, bottom = landmarks[:, :2].max(0).tolist()
    return left, top, right, bottom
