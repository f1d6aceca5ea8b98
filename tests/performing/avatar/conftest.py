"""Lets the tests of avatars import the people made for them, and makes one avatar for all of them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from pyojeong.interfaces.avatars import avatar_of
from pyojeong.interfaces.python import sample_portrait
from pyojeong.media.opening import open_image
from pyojeong.performing.avatar.avatar import Avatar

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def astronaut() -> Avatar:
    """The avatar of the portrait that comes along."""
    return avatar_of(open_image(sample_portrait()), hair="bob")
