"""The camera a head was photographed with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]
Reals = npt.NDArray[np.floating[Any]]

DISTANCE_CM = 95.0
"""Between the camera and the head, as portraits are taken, and as heads are drawn; the landmarks of one picture do not
settle it."""


@dataclass(frozen=True, slots=True, eq=False)
class Camera:
    """A pinhole before a head; the head's own frame is the template's.

    Attributes:
        rotation: 3×3 that turns the head as it was held: x as seen to the right, y up, z to the viewer.
        pixels_per_cm: At the depth of the head's origin.
        shift_px: Where the head's origin is in the picture, x and y.
        distance_cm: From the viewer to the head's origin.
    """

    rotation: Doubles
    pixels_per_cm: float
    shift_px: tuple[float, float]
    distance_cm: float = DISTANCE_CM

    def __post_init__(self) -> None:
        if self.rotation.shape != (3, 3) or not np.allclose(self.rotation @ self.rotation.T, np.eye(3), atol=1e-6):
            raise ValueError(f"rotation must be a 3×3 rotation, but got {self.rotation!r}")
        if not self.pixels_per_cm > 0:
            raise ValueError(f"pixels_per_cm must be above 0, but got {self.pixels_per_cm!r}")

    def turned(self, points: Reals) -> Doubles:
        """Points (..., 3) as seen: x right, y up, z to the viewer, in cm."""
        return np.asarray(points @ self.rotation.T, np.float64)

    def nearness(self, turned: Doubles) -> Doubles:
        """How much larger than at the origin things look at turned points (..., 3)."""
        return np.asarray(1 / (1 - turned[..., 2] / self.distance_cm))

    def project(self, points: Reals) -> tuple[Doubles, Doubles]:
        """Places (..., 2) in the picture in pixels, y down, and depths (...) in cm towards the viewer.

        >>> import numpy as np
        >>> camera = Camera(np.eye(3), 10.0, (100.0, 100.0))
        >>> camera.project(np.array([[1.0, 2.0, 0.0]]))[0].tolist()
        [[110.0, 80.0]]
        """
        seen = self.turned(points)
        scale = self.pixels_per_cm * self.nearness(seen)
        x = scale * seen[..., 0] + self.shift_px[0]
        y = -scale * seen[..., 1] + self.shift_px[1]
        return np.stack([x, y], -1), seen[..., 2]

    @property
    def yaw_pitch_degrees(self) -> tuple[float, float]:
        """Turn of the nose towards the picture's right edge, and lift of the chin, in degrees."""
        x, y, z = self.rotation @ np.array([0.0, 0.0, 1.0])
        return float(np.degrees(np.arctan2(x, z))), float(np.degrees(np.arcsin(np.clip(y, -1, 1))))


def rotation_of(vector: Doubles) -> Doubles:
    """3×3 rotation by a vector whose length is the angle in radians (Rodrigues)."""
    angle = float(np.linalg.norm(vector))
    if angle < 1e-12:
        return np.eye(3)
    x, y, z = vector / angle
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    return np.asarray(np.eye(3) + np.sin(angle) * cross + (1 - np.cos(angle)) * cross @ cross)
