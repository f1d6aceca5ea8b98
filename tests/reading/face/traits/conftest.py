from __future__ import annotations

import pytest
import skimage.data

from pyojeong.media import Face, Image
from pyojeong.reading.face.finding import FaceFinder
from pyojeong.reading.face.traits.measuring import measure_traits
from pyojeong.reading.face.traits.traits import Traits


@pytest.fixture(scope="session")
def portrait() -> Image:
    """Eileen Collins, NASA (public domain): 512×512, one face of about 92×108 px, nearly frontal."""
    return Image(skimage.data.astronaut())


@pytest.fixture(scope="session")
def known_face(portrait: Image) -> Face:
    return FaceFinder().find(portrait)[0]


@pytest.fixture(scope="session")
def known_traits(portrait: Image, known_face: Face) -> Traits:
    return measure_traits(portrait, known_face)
