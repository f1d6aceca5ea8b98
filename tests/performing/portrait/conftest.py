"""Somebody to photograph: NASA's portrait of Eileen Collins (public domain, in scikit-image), and painted portraits."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import pytest
import skimage.data

sys.path.insert(0, str(Path(__file__).parent))

from drawn_portrait import Portrait, drawn_portrait
from posed_face import mesh, open_mesh, posed

from pyojeong.media import Face, Image
from pyojeong.performing.portrait import PortraitPerformer
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
