"""The photo on the skin: its lamp, its border and its open mouth are not painted; moles and creases are."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pyojeong.performing.avatar.template import Template
from pyojeong.performing.avatar.texture.layering import Ground, layered
from pyojeong.performing.avatar.texture.photo import HeadPhoto
from pyojeong.performing.avatar.texture.unwrapping import Unwrapping, unwrapped

SIDE = 512
TONE = np.array([0.4, 0.24, 0.17], np.float32)
WHITE = np.ones((len(Template.shipped().neutral), 3), np.float32)


@pytest.fixture(scope="module")
def flat() -> Unwrapping:
    return unwrapped(SIDE)


def shown(flat: Unwrapping, colours: np.ndarray) -> HeadPhoto:
    """A photo that shows the skin laid flat, with N×3 colours."""
    template = Template.shipped()
    count = len(template.neutral)
    places = template.uv * np.array([SIDE, -SIDE]) + np.array([0, SIDE]) - 0.5
    ones, nothing = np.ones(count, np.float32), np.zeros((SIDE, SIDE), np.float32)
    light = flat.picture(colours)
    return HeadPhoto(
        light,
        nothing + 1,
        nothing,
        nothing,
        places.astype(np.float32),
        ones,
        ones,
        template.normals(template.neutral),
        17,
    )


def painted(flat: Unwrapping, photo: HeadPhoto, base: np.ndarray = TONE) -> np.ndarray:
    count = len(flat.rows)
    ground = Ground(np.tile(base, (count, 1)), TONE, None, np.zeros(count, np.float32))
    return layered(flat, photo, ground, WHITE)[0]


def around(flat: Unwrapping, place: tuple[float, float, float], radius: float) -> np.ndarray:
    at = flat.of(Template.shipped().neutral)
    spot = at[np.linalg.norm(at - place, axis=1).argmin()]
    return np.asarray(np.linalg.norm(at - spot, axis=1) < radius)


def test_a_gleam_on_the_cheek_goes_and_a_mole_stays(flat: Unwrapping) -> None:
    gleam, mole = around(flat, (4.0, 0.5, 9.0), 0.25), around(flat, (-4.0, 0.5, 9.0), 0.25)
    colours = np.tile(TONE, (len(flat.rows), 1))
    colours[gleam] *= 2.0
    colours[mole] *= 0.4
    found = np.log(painted(flat, shown(flat, colours)) / TONE).mean(1)
    core = around(flat, (4.0, 0.5, 9.0), 0.12), around(flat, (-4.0, 0.5, 9.0), 0.12)
    assert found[core[0]].mean() < 0.3
    assert found[core[1]].mean() < -0.6


def test_a_shadow_on_the_cheek_fades_and_one_on_the_chin_may_be_a_beard(flat: Unwrapping) -> None:
    cheek, chin = (4.2, 0.0, 8.5), (0.0, -7.0, 9.5)
    colours = np.tile(TONE, (len(flat.rows), 1))
    for place in (cheek, chin):
        colours[around(flat, place, 0.5)] *= 0.5
    found = np.log(painted(flat, shown(flat, colours)) / TONE).mean(1)
    light = [found[around(flat, place, 0.2)].mean() for place in (cheek, chin)]
    assert light[0] > -0.35 and light[1] < -0.5


def test_where_the_photo_ends_no_border_is_seen(flat: Unwrapping) -> None:
    at = flat.of(Template.shipped().neutral)
    photo = shown(flat, np.tile(1.4 * TONE, (len(flat.rows), 1)))
    seen = flat.laid((at[:, 1] < 7.5).astype(np.float32))
    found = painted(flat, replace(photo, person=seen))
    middle = (np.abs(at[:, 0]) < 2.5) & (at[:, 2] > 7)
    light = [
        np.log(found[middle & (np.abs(at[:, 1] - height) < 0.1)] / TONE).mean() for height in np.arange(5.2, 8.4, 0.2)
    ]
    assert light[0] > 0.12 and abs(light[-1]) < 0.03
    assert np.abs(np.diff(light)).max() < 0.06


def test_teeth_of_an_open_mouth_are_not_painted_on_the_lips(flat: Unwrapping) -> None:
    lips = Template.shipped().marks["lip_lower"]
    place = tuple(Template.shipped().neutral[lips[len(lips) // 2]].tolist())
    teeth = around(flat, place, 0.3)
    colours = np.tile(TONE, (len(flat.rows), 1))
    colours[teeth] = [0.8, 0.78, 0.7]
    photo = shown(flat, colours)
    hidden = replace(photo, mouth=flat.laid(around(flat, place, 0.45).astype(np.float32)))
    core = around(flat, place, 0.3)
    assert painted(flat, photo)[core, 2].mean() > 1.25 * TONE[2]
    np.testing.assert_allclose(painted(flat, hidden)[core], np.tile(TONE, (core.sum(), 1)), rtol=0.15)
