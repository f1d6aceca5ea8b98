"""Somebody to photograph: NASA's portrait of Eileen Collins (public domain, in scikit-image), and painted portraits."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import skimage.data

sys.path.insert(0, str(Path(__file__).parent))

from drawn_portrait import Portrait, drawn_portrait
from posed_face import mesh, open_mesh, posed

from pyojeong.media import Face, Image
from pyojeong.performing.portrait import PortraitPerformer
from pyojeong.performing.portrait.canonical import canonical_mesh
from pyojeong.performing.portrait.fit import source_mesh
from pyojeong.performing.portrait.head import rotation_of
from pyojeong.performing.portrait.stage import HeadTurn, SourceMesh
from pyojeong.performing.portrait.topology import EYE_RIGHT, LOWER_LIP, eye_left
from pyojeong.reading.face.finding import FaceFinder


@pytest.fixture(scope="session")
def sitter() -> tuple[Image, Face]:
    """512×512 RGB with one face of about 90 px, smiling with closed teeth."""
    image = Image(skimage.data.astronaut())
    return image, FaceFinder().find(image)[0]


class Studio:
    """Hands out painted portraits and their performers; the same request gives the same object."""

    @staticmethod
    @cache
    def portrait(**how: float) -> Portrait:
        """What `drawn_portrait` paints."""
        return drawn_portrait(**how)

    @staticmethod
    @cache
    def performer(**how: float) -> PortraitPerformer:
        """Its performer."""
        shown = Studio.portrait(**how)
        return PortraitPerformer(shown.image, shown.face)


@pytest.fixture(scope="session")
def studio() -> Studio:
    """Painted portraits."""
    return Studio()


__all__ = ["mesh", "open_mesh", "posed"]


def posed_face(
    yaw: float = 0.0,
    pitch: float = 0.0,
    roll: float = 0.0,
    *,
    scale: float = 24.0,
    size_px: int = 640,
    gap_cm: float = 0.0,
) -> tuple[Image, Face]:
    """A plain square picture with the mean face in its middle, turned, its lower lip ``gap_cm`` down."""
    shape = canonical_mesh().vertices_cm.copy()
    inner = list(LOWER_LIP[-1][1:-1])
    shape[inner, 1] -= gap_cm
    irises = [shape[[*eye.upper, *eye.lower]].mean(0) for eye in (EYE_RIGHT, eye_left())]
    rim = np.array([(0, 0, 0), (1, 0, 0), (0, 1, 0), (-1, 0, 0), (0, -1, 0)]) * 0.6
    points = np.vstack([shape, *(centre + rim for centre in irises)])
    turned = points @ rotation_of(HeadTurn(yaw, pitch, roll)).T * scale
    landmarks = turned * [1, -1, -1] + [size_px / 2, size_px / 2, 0]
    (left, top), (right, bottom) = landmarks[:, :2].min(0), landmarks[:, :2].max(0)
    box = (float(left), float(top), float(right), float(bottom))
    return Image(np.full((size_px, size_px, 3), 170, np.uint8)), Face(box, landmarks)


@pytest.fixture(scope="session")
def posed() -> Callable[..., tuple[Image, Face]]:
    """`posed_face`."""
    return posed_face


@pytest.fixture(scope="session")
def mesh() -> SourceMesh:
    """The mean face, looking at the camera with closed lips."""
    return source_mesh(*posed_face())


@pytest.fixture(scope="session")
def open_mesh() -> SourceMesh:
    """The mean face with its mouth open."""
    return source_mesh(*posed_face(gap_cm=1.0))
