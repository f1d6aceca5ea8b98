"""Pictures of the tales that came along."""

from __future__ import annotations

import io

import numpy as np
import PIL.Image
import pytest

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.web.story.covers import SIZE_WH, cover
from pyojeong.stories.tales.tales import sample_tales


def test_every_tale_has_a_picture_of_its_own() -> None:
    drawn = {tale.name: PIL.Image.open(io.BytesIO(cover(tale.name))) for tale in sample_tales()}
    assert {picture.size for picture in drawn.values()} == {SIZE_WH}
    pixels = [np.asarray(picture, np.float64) for picture in drawn.values()]
    assert all(np.abs(one - other).mean() > 5 for n, one in enumerate(pixels) for other in pixels[:n])


def test_a_tale_that_is_not_there_is_refused() -> None:
    with pytest.raises(PyojeongError):
        cover("no-tale")
