from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
import skimage.data

from pyojeong.media import Face, Image
from pyojeong.media.face import LANDMARKS, HeadPose
from pyojeong.reading.face.finding import FaceFinder


@pytest.fixture(scope="session")
def finder() -> FaceFinder:
    return FaceFinder()


@pytest.fixture(scope="session")
def portrait() -> Image:
    """Eileen Collins, NASA (public domain): 512×512, one face of about 92×108 px, nearly frontal."""
    return Image(skimage.data.astronaut())


@pytest.fixture(scope="session")
def known_face(finder: FaceFinder, portrait: Image) -> Face:
    return finder.find(portrait)[0]


@pytest.fixture
def face_of() -> Callable[..., Face]:
    """A face of no particular look, with a pose."""

    def make(yaw: float = 0.0) -> Face:
        return Face((0, 0, 10, 10), np.zeros((LANDMARKS, 3)), HeadPose(yaw=yaw), 0.9)

    return make
