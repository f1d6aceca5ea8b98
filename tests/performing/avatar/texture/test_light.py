from __future__ import annotations

import numpy as np

from pyojeong.performing.avatar.texture.light import LUMINANCE, coloured_shade, encoded, linear, shade_of


def test_every_byte_survives_linear_light() -> None:
    every = np.arange(256, dtype=np.uint8)
    assert (encoded(linear(every)) == every).all()


def _ball() -> np.ndarray:
    chance = np.random.default_rng(1)
    normals = chance.normal(size=(2000, 3))
    normals[:, 2] = np.abs(normals[:, 2])
    return normals / np.linalg.norm(normals, axis=1, keepdims=True)


def test_side_light_on_even_skin_is_divided_out() -> None:
    normals = _ball()
    lit = 0.3 * (1 + 0.5 * normals[:, 0])
    shade = shade_of(normals, lit, np.ones(len(normals), bool))
    assert np.std(np.log(lit / shade)) < 0.3 * np.std(np.log(lit))


def test_dark_brows_are_no_shadow() -> None:
    normals = _ball()
    lit = np.full(len(normals), 0.3)
    lit[:100] = 0.02
    assert np.abs(shade_of(normals, lit, np.ones(len(normals), bool)) - 1).max() < 0.1


def test_a_red_lamp_on_one_side_is_told_from_red_skin() -> None:
    normals = _ball()
    skin = np.array([0.4, 0.25, 0.18])
    lamp = 1 + 0.4 * normals[:, :1] * np.array([1.0, 0.0, 0.0])
    colours = (skin * lamp).astype(np.float32)
    even = colours / coloured_shade(normals, colours, np.ones(len(normals), bool))
    before, after = (np.std(np.log(c[:, 0] / c[:, 1])) for c in (colours, even))
    assert after < 0.75 * before
    assert abs(float(np.median(even @ LUMINANCE)) / float(np.median(colours @ LUMINANCE)) - 1) < 0.1
