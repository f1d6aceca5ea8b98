import numpy as np
import pytest

from pyojeong.performing.portrait.mesh.canonical import canonical_mesh
from pyojeong.performing.portrait.mesh.topology import OVAL
from pyojeong.performing.portrait.muscles.muscles import fields, summed

LIFTS = {"mouthSmile": 291, "mouthShrugLower": 17, "mouthUpperUp": 267, "browInnerUp": 285, "browOuterUp": 334,
         "cheekSquint": 280, "noseSneer": 327, "mouthFunnel": 267}  # fmt: skip
LOWERS = {"mouthFrown": 291, "mouthLowerDown": 314, "browDown": 285, "mouthFunnel": 314, "mouthRollUpper": 267}
OUTWARDS = {"mouthStretch": 291, "mouthDimple": 291, "cheekPuff": 427, "nostril": 358}


@pytest.mark.parametrize("name", sorted(set(fields()) - {"mouthSideways"}))
def test_a_muscle_on_both_sides_is_symmetric(name: str) -> None:
    field = fields()[name]
    assert np.abs(field[canonical_mesh().mirror] * np.array([-1, 1, 1]) - field).max() < 1e-6


@pytest.mark.parametrize("name", sorted(fields()))
def test_a_muscle_moves_something_moderately_and_never_the_top_of_the_outline(name: str) -> None:
    size = np.linalg.norm(fields()[name], axis=1)
    assert 0.1 < size.max() < 1.35
    assert size[[10, 109, 338]].max() < 0.02
    assert np.isfinite(size).all()


@pytest.mark.parametrize(("table", "axis", "sign"), [(LIFTS, 1, 1), (LOWERS, 1, -1), (OUTWARDS, 0, 1)])
def test_a_muscle_pulls_its_own_way(table: dict[str, int], axis: int, sign: int) -> None:
    for name, point in table.items():
        assert sign * fields()[name][point, axis] > 0.1, name


def test_the_left_side_alone_leaves_the_right_one_still() -> None:
    moved = summed({"mouthSmile": (1.0, 0.0)})
    assert np.linalg.norm(moved[291]) > 0.9
    assert np.linalg.norm(moved[61]) < 1e-9


def test_the_outline_of_the_forehead_rests_when_brows_rise() -> None:
    moved = summed({"browInnerUp": (1.0, 1.0), "browOuterUp": (1.0, 1.0)})
    assert np.abs(moved[[i for i in OVAL if canonical_mesh().vertices_cm[i, 1] > 7]]).max() < 0.1


def test_an_unknown_muscle_is_refused() -> None:
    with pytest.raises(KeyError):
        summed({"mouthWhistle": (1.0, 1.0)})
