"""Where a face is in a picture. Not an opinion about it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

LANDMARKS = 478
"""MediaPipe face mesh: 468 points of the face and 5 of each iris."""

Points = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class HeadPose:
    """Rotation of the head in degrees.

    ``yaw`` > 0 turns the nose towards the picture's right edge, ``pitch`` > 0 lifts the chin, ``roll`` > 0 tips the
    head clockwise as the viewer sees it.
    """

    yaw: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """A place in an image.

    Attributes:
        box_xyxy: Left, top, right, bottom of the landmarks, in pixels.
        landmarks: float64 478×3, pixels: x right, y down, z away from the viewer in the same unit.
        pose: Head rotation.
        confidence: The detector's own score in [0, 1].
    """

    box_xyxy: tuple[float, float, float, float]
    landmarks: Points
    pose: HeadPose = HeadPose()
    confidence: float = 1.0

    def __post_init__(self) -> None:
        if self.landmarks.shape != (LANDMARKS, 3):
            raise ValueError(f"landmarks must be {LANDMARKS}×3, but got {self.landmarks.shape}")
        if not np.isfinite(self.landmarks).all():
            raise ValueError("landmarks must be finite, but some are not")
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"confidence must be in [0, 1], but got {self.confidence!r}")

    @property
    def size_wh(self) -> tuple[float, float]:
        """Width and height of the box in pixels."""
        left, top, right, bottom = self.box_xyxy
        return right - left, bottom - top

    def scaled(self, factor: float) -> Face:
        """The same face in the picture resized by ``factor``."""
        left, top, right, bottom = (side * factor for side in self.box_xyxy)
        return Face((left, top, right, bottom), self.landmarks * factor, self.pose, self.confidence)
