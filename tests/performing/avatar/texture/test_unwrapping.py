from __future__ import annotations

import numpy as np

from pyojeong.performing.avatar.template import Template
from pyojeong.performing.avatar.texture.unwrapping import unwrapped

SIDE = 256


def test_each_texel_finds_its_own_place_in_the_texture() -> None:
    flat = unwrapped(SIDE)
    uv = flat.of(Template.shipped().uv)
    rows, columns = (1 - uv[:, 1]) * SIDE - 0.5, uv[:, 0] * SIDE - 0.5
    away = np.hypot(rows - flat.rows, columns - flat.columns)
    assert np.median(away) < 0.01
    assert np.percentile(away, 99) < 1.0  # at borders a texel whose middle lies outside takes the nearest place inside
    assert np.abs(flat.shares.sum(1) - 1).max() < 1e-5


def test_beyond_the_skin_its_border_goes_on() -> None:
    flat = unwrapped(SIDE)
    picture = flat.picture(flat.columns.astype(np.float64))
    assert (picture[flat.rows, flat.columns] == flat.columns).all()
    assert np.isfinite(picture).all()
    assert picture[0, 0] < SIDE / 2 < picture[0, -1]
