import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from pyojeong.performing.portrait.mesh.canonical import canonical_mesh
from pyojeong.performing.portrait.mesh.topology import EYE_RIGHT, eye_left
from pyojeong.performing.portrait.muscles.lids import LidOrder, lid_displacement, lid_travel, widest
from pyojeong.performing.portrait.stage import Movement

SHAPE = canonical_mesh().vertices_cm
UNIT = st.floats(0, 1)


def aperture(moved: np.ndarray, eye=EYE_RIGHT) -> np.ndarray:
    there = SHAPE + moved
    return there[list(eye.upper), 1] - there[list(eye.lower), 1]


def test_a_full_blink_closes_the_eye_exactly(mesh) -> None:
    moved = lid_displacement(mesh.local_cm, mesh.traits, Movement(blink=(0.0, 1.0), wide=(0.0, 1.0), lid_slope=1.0))
    assert np.abs(aperture(moved)).max() < 1e-9
    assert aperture(moved, eye_left())[4] > 0.5


def test_wide_opens_and_squint_narrows(mesh) -> None:
    rest, wide, squint = (
        aperture(lid_displacement(mesh.local_cm, mesh.traits, movement))[4]
        for movement in (Movement(), Movement(wide=(1.0, 1.0)), Movement(squint=(1.0, 1.0)))
    )
    assert wide > 1.25 * rest and squint < 0.65 * rest


def test_eye_corners_never_move(mesh) -> None:
    moved = lid_displacement(mesh.local_cm, mesh.traits, Movement(blink=(0.7, 0.7), squint=(1.0, 1.0), lid_slope=1.0))
    assert np.abs(moved[[33, 133, 263, 362]]).max() < 1e-9


@given(UNIT, st.floats(0, 1.5), st.floats(-0.5, 1.5), st.floats(-1, 1), st.floats(-0.2, 0.2))
def test_lids_never_cross(blink: float, wide: float, squint: float, slope: float, brow: float) -> None:
    upper, lower = lid_travel(SHAPE, EYE_RIGHT, 0.9, LidOrder(blink, wide, squint, slope, brow))
    gap = SHAPE[list(EYE_RIGHT.upper), 1] - SHAPE[list(EYE_RIGHT.lower), 1]
    assert (gap + upper - lower >= -1e-9).all()


def test_eyes_that_are_open_already_widen_less() -> None:
    assert widest(0.7, 2.7) > widest(1.0, 2.7) > widest(1.3, 2.7) == 0.25
