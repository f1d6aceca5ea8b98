import numpy as np
import pytest

from pyojeong.performing.portrait.mesh.topology import LOWER_LIP, UPPER_LIP
from pyojeong.performing.portrait.muscles.lips import kept_apart, met, sealed, shaped
from pyojeong.performing.portrait.stage import MouthShape

UP, LOW = list(UPPER_LIP[-1]), list(LOWER_LIP[-1])


def raised(shape: np.ndarray, lift: np.ndarray) -> np.ndarray:
    return shape + np.stack([0 * lift, lift, 0 * lift], 1)


@pytest.mark.parametrize("amount", [0.25, 0.5, 1.0])
def test_sealing_takes_its_share_of_the_gap(open_mesh, amount: float) -> None:
    shape = open_mesh.local_cm[:468]
    before, after = shape, raised(shape, sealed(shape, amount))
    gap = before[UP, 1] - before[LOW, 1]
    assert np.allclose((after[UP, 1] - after[LOW, 1])[1:-1], (1 - amount) * gap[1:-1])


def test_sealed_lips_regain_their_thickness(open_mesh) -> None:
    shape = open_mesh.local_cm[:468]
    lift = sealed(shape, 1.0)
    assert 0 > lift[0] > lift[13] and 0 < lift[17] < lift[14]


def test_shape_hangs_an_ellipse_between_the_corners(mesh) -> None:
    shape = mesh.local_cm[:468]
    there = raised(shape, shaped(shape, MouthShape(1.0, 0.5, 1.5, 0.5)))
    line = (there[78, 1] + there[308, 1]) / 2
    assert there[13, 1] - line == pytest.approx(0.5, abs=0.02)
    assert there[14, 1] - line == pytest.approx(-1.5, abs=0.02)
    assert there[82, 1] - line > 0.4 and abs(there[61, 1] - shape[61, 1]) < 1e-9


def test_lips_that_passed_each_other_meet_and_parted_ones_stay(open_mesh) -> None:
    shape = open_mesh.local_cm[:468].copy()
    assert np.abs(kept_apart(shape)).max() == 0
    shape[UP], shape[LOW] = shape[LOW].copy(), shape[UP].copy()
    there = shape + kept_apart(shape)
    assert np.abs(there[UP, 1] - there[LOW, 1])[1:-1].max() < 1e-9
    assert np.abs((shape + met(shape))[UP] - (shape + met(shape))[LOW]).max() < 1e-9
