"""A face without a photo: the mean face before a known camera, on smooth noise that looks like skin to a warp."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
import pytest

from pyojeong.media.face import Face
from pyojeong.media.image import Image
from pyojeong.performing.portrait.likeness.fit import source_mesh
from pyojeong.performing.portrait.mesh.canonical import canonical_mesh
from pyojeong.performing.portrait.mesh.topology import EYE_RIGHT, LOWER_LIP, UPPER_LIP, eye_left
from pyojeong.performing.portrait.muscles.head import rotation_of
from pyojeong.performing.portrait.stage import HeadTurn, SourceMesh

Posed = Callable[..., tuple[Image, Face]]


def shape_478(gap_cm: float = 0.0) -> np.ndarray:
    """The mean face with lips ``gap_cm`` apart (touching at 0) and irises in the middle of the eyes."""
    points = canonical_mesh().vertices_cm.copy()
    upper, lower = list(UPPER_LIP[-1]), list(LOWER_LIP[-1])
    middle = (points[upper] + points[lower]) / 2
    profile = np.sin(np.pi * np.linspace(0, 1, len(upper))) ** 0.5
    points[upper], points[lower] = middle, middle
    points[upper, 1] += gap_cm / 2 * profile
    points[lower, 1] -= gap_cm / 2 * profile
    irises = []
    for eye in (EYE_RIGHT, eye_left()):
        centre = points[[*eye.upper[3:6], *eye.lower[3:6]]].mean(0)
        irises += [centre, *(centre + 0.55 * np.array(d) for d in ((1, 0, 0), (0, 1, 0), (-1, 0, 0), (0, -1, 0)))]
    return np.concatenate([points, irises])


def noise_image(size_px: int, seed: int = 0) -> Image:
    grey = np.random.default_rng(seed).uniform(90, 190, (size_px, size_px, 3)).astype(np.float32)
    smooth = cv2.GaussianBlur(grey, (0, 0), size_px / 60)
    return Image(np.clip((smooth - 140) * 6 + 140, 0, 255).astype(np.uint8))


def posed_face(
    yaw: float = 0.0,
    pitch: float = 0.0,
    roll: float = 0.0,
    scale: float = 20.0,
    gap_cm: float = 0.0,
    size_px: int = 640,
) -> tuple[Image, Face]:
    """The mean face turned by so many degrees, ``scale`` pixels a centimetre, in the middle of a square picture."""
    seen = shape_478(gap_cm) @ rotation_of(HeadTurn(yaw, pitch, roll)).T * scale
    landmarks = seen * np.array([1.0, -1.0, -1.0]) + np.array([size_px / 2, size_px / 2, 0.0])
    (left, top), (right, bottom) = landmarks[:, :2].min(0), landmarks[:, :2].max(0)
    return noise_image(size_px), Face((left, top, right, bottom), landmarks)


@pytest.fixture
def posed() -> Posed:
    """`posed_face`, to be called."""
    return posed_face


@pytest.fixture
def mesh() -> SourceMesh:
    """A frontal face with closed lips, 20 pixels a centimetre."""
    return source_mesh(*posed_face())


@pytest.fixture
def open_mesh() -> SourceMesh:
    """A frontal face with lips 1 cm apart."""
    return source_mesh(*posed_face(gap_cm=1.0))
