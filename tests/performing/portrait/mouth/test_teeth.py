from __future__ import annotations

from itertools import pairwise

import numpy as np

from pyojeong.performing.portrait.drawing.patch import patch_around
from pyojeong.performing.portrait.mouth.teeth import GUM_CM, LOWER, UPPER, Arch, paint_teeth, strip

WHITE = np.ones(3, np.float32)


def painted(row: object = UPPER, *, upwards: bool = False, yaw_degrees: float = 0.0) -> tuple[np.ndarray, object]:
    yaw, scale = np.deg2rad(yaw_degrees), 30.0
    camera = np.array([[scale * np.cos(yaw), 0, scale * np.sin(yaw), 150.0], [0, -scale, 0, 60.0]])
    patch = patch_around(camera, np.array([0.0, 0.0, 0.0]), ((-3.4, 3.4), (-1.6, 1.6)), (0, 0, 300, 120))
    canvas = np.zeros((*patch.size_wh[::-1], 3), np.float32)
    return paint_teeth(canvas, patch, camera, Arch(row, (0.0, 0.5, 0.0), upwards, 0.0), WHITE), patch


def test_enamel_is_ivory_and_gum_is_redder_above_it():
    colour, cover = strip(UPPER, 32)
    middle = colour.shape[1] // 2
    enamel = colour[round((GUM_CM + 0.5) * 32), middle + 12]
    gum = colour[2, middle + 12]
    assert enamel.min() > 150 and enamel[0] > enamel[2]
    assert gum[0] - gum[1] > 40 and enamel.mean() > gum.mean() + 40
    assert cover[-1].max() < 0.05


def test_both_halves_of_a_row_have_the_same_outline():
    _, cover = strip(LOWER, 32)
    assert np.abs(cover - cover[:, ::-1]).mean() < 0.01


def test_the_upper_row_hangs_from_its_gum_and_the_lower_one_stands():
    upper, patch = painted()
    lower, _ = painted(LOWER, upwards=True)
    _, y = patch.grid_cm
    light_upper, light_lower = upper.mean(2), lower.mean(2)
    assert light_upper[np.abs(y) < 0.1].max() > 150
    assert light_upper[y < -0.75].max() < 20
    assert light_lower[y > 1.6 - 0.1].max() < 20


def test_teeth_darken_towards_the_sides():
    row, _ = painted()
    light = row.mean(2)
    middle = light.shape[1] // 2
    assert light[:, middle - 30 : middle + 30].max() > 1.25 * light[:, :25].max()


def test_a_turned_head_shows_more_of_one_side():
    front, _ = painted()
    turned, _ = painted(yaw_degrees=20)
    lean = [(p.mean(2) * np.linspace(-1, 1, p.shape[1])).sum() / p.mean(2).sum() for p in (front, turned)]
    assert abs(lean[0]) < 0.03 and abs(lean[1]) > 0.05


def test_each_crown_is_round_by_itself_and_parted_from_its_neighbours():
    colour, _ = strip(UPPER, 64)
    light = colour[round((GUM_CM + 0.6) * 64)].mean(1)
    middle = light.size // 2
    edges = np.cumsum((0.0, *UPPER.widths_cm))
    brightest = []
    for left, right in pairwise(edges[:5]):
        crown = light[middle + round(left * 64) : middle + round(right * 64)]
        inner, quarter = crown[len(crown) // 3 : 2 * len(crown) // 3].max(), crown[len(crown) // 8]
        assert crown[[0, -1]].max() < 0.75 * inner and quarter < 0.96 * inner
        brightest.append(inner)
    assert np.ptp(brightest) > 8


def test_no_two_neighbours_end_alike():
    _, cover = strip(UPPER, 64)
    middle = cover.shape[1] // 2
    ends = [cover[:, middle + side * 27].sum() for side in (-1, 1)]
    assert abs(ends[0] - ends[1]) > 0.5
