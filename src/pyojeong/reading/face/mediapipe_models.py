"""The one place that speaks to MediaPipe: a face detector and a face mesh, behind one lock.

MediaPipe 0.10.21 is the last release whose wheel carries these models. Licence Apache-2.0; Bazarevsky et al. 2019
(BlazeFace, arXiv 1907.05047), Grishchenko et al. 2020 (Attention Mesh, arXiv 2006.10962).
"""

from __future__ import annotations

import threading
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

import numpy as np

from pyojeong.media.face import LANDMARKS, Points
from pyojeong.media.image import Pixels
from pyojeong.weights.mediapipe_graphs import mediapipe_solution, native_noise_hushed

LEAST_SCORE = 0.5
"""This release answers with everything above .5, whatever higher score it is asked for."""
_WARM_UP_PX = 192
_SHORT_RANGE, _FULL_RANGE = 0, 1  # MediaPipe's model_selection


@dataclass(frozen=True, slots=True)
class Detection:
    """A rectangle that probably holds a face, brow to chin and ear to ear.

    Attributes:
        box_xyxy: Left, top, right, bottom in pixels; may reach over the picture's edge.
        score: The detector's own, [0, 1].
        detector: Which of the two saw it, 0 or 1; their scores are not of one scale.
    """

    box_xyxy: tuple[float, float, float, float]
    score: float
    detector: int = 0

    @property
    def side_px(self) -> float:
        """The longer side."""
        left, top, right, bottom = self.box_xyxy
        return max(right - left, bottom - top)

    @property
    def centre_xy(self) -> tuple[float, float]:
        """The middle."""
        left, top, right, bottom = self.box_xyxy
        return (left + right) / 2, (top + bottom) / 2


class MediapipeModels:
    """Two face detectors and the refined 478-point mesh.

    Both detectors are asked everywhere: the full-range one sees small faces (to about 5 % of the picture) but missed
    11 of 422 synthetic portraits, nearly all deeply wrinkled; the short-range one found those 11.

    The native graphs are not safe to share between threads, so every call holds one lock.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._meshed_before = False
        with native_noise_hushed():
            face_detection, face_mesh = mediapipe_solution("face_detection"), mediapipe_solution("face_mesh")
            self._detectors: tuple[Any, ...] = tuple(
                face_detection.FaceDetection(model_selection=model, min_detection_confidence=LEAST_SCORE)
                for model in (_FULL_RANGE, _SHORT_RANGE)
            )
            self._mesher: Any = face_mesh.FaceMesh(
                static_image_mode=True, max_num_faces=2, refine_landmarks=True, min_detection_confidence=0.3
            )
            # The models are loaded, and say so on stderr, at the first picture.
            blank = np.zeros((_WARM_UP_PX, _WARM_UP_PX, 3), np.uint8)
            for model in (*self._detectors, self._mesher):
                model.process(blank)

    def detect(self, rgb: Pixels) -> list[Detection]:
        """Every rectangle found in H×W×3 RGB, several a face; the models look at it shrunk to 192 and 128 px."""
        picture = np.ascontiguousarray(rgb)
        with self._lock:
            answers = [detector.process(picture).detections or () for detector in self._detectors]
        height, width = rgb.shape[:2]
        return [_detection(d, width, height, number) for number, found in enumerate(answers) for d in found]

    def meshes(self, rgb: Pixels) -> list[Points]:
        """The meshes (478×3 pixels) of at most two faces in a *square* H×W×3 RGB crop; other shapes distort depth."""
        # The first mesh laid on a face says once on stderr that crops must be square; these are.
        quiet = nullcontext() if self._meshed_before else native_noise_hushed()
        with self._lock, quiet:
            found = self._mesher.process(np.ascontiguousarray(rgb)).multi_face_landmarks or ()
        self._meshed_before |= bool(found)
        height, width = rgb.shape[:2]
        return [_points(f.landmark, width, height) for f in found]


def _detection(found: Any, width: int, height: int, detector: int) -> Detection:
    box = found.location_data.relative_bounding_box
    left, top = box.xmin * width, box.ymin * height
    return Detection((left, top, left + box.width * width, top + box.height * height), float(found.score[0]), detector)


def _points(landmarks: Any, width: int, height: int) -> Points:
    # z is given in widths of the picture, like x.
    values = [(p.x * width, p.y * height, p.z * width) for p in landmarks]
    return np.array(values, np.float64).reshape(LANDMARKS, 3)
