"""Somebody to photograph: NASA's portrait of Eileen Collins (public domain), as scikit-image carries it."""

from __future__ import annotations

import pytest
import skimage.data

from pyojeong.media import Face, Image
from pyojeong.reading.face.finding import FaceFinder


@pytest.fixture(scope="session")
def sitter() -> tuple[Image, Face]:
    """512×512 RGB with one face of about 90 px, smiling with closed teeth."""
    image = Image(skimage.data.astronaut())
    return image, FaceFinder().find(image)[0]
