"""Colours keep their order and their person: nobody becomes paler, black hair stays black."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from pyojeong.reading.face.traits.colours import Floats, difference, lab_of_rgb, rgb_of
from pyojeong.stickers.likeness.colours import drawn_cloth, drawn_hair, drawn_iris, drawn_skin, lighter

SKINS = ["#3b241b", "#593b2e", "#754832", "#8f624b", "#a77b64", "#c79b73", "#d4b19a", "#f5c9bf"]


def _lab(colour: str) -> Floats:
    return lab_of_rgb(rgb_of(colour))


def test_skins_keep_their_order() -> None:
    lightness = [_lab(drawn_skin(colour))[0] for colour in SKINS]
    assert lightness == sorted(lightness)


def test_dark_skin_is_not_lightened() -> None:
    for colour in SKINS[1:4]:
        assert abs(_lab(drawn_skin(colour))[0] - _lab(colour)[0]) < 5, colour


@given(st.integers(0, 0xFFFFFF))
def test_any_colour_is_drawn(value: int) -> None:
    colour = f"#{value:06x}"
    for drawn in (drawn_skin(colour), drawn_hair(colour), drawn_iris(colour), drawn_cloth(colour), lighter(colour, 9)):
        assert len(drawn) == 7
        int(drawn[1:], 16)


def test_two_skins_stay_apart() -> None:
    drawn = [_lab(drawn_skin(colour)) for colour in SKINS]
    assert min(difference(a, b) for a, b in pairwise(drawn)) > 3


def test_black_grey_and_fair_hair_stay_what_they_are() -> None:
    black, grey, fair = (_lab(drawn_hair(colour)) for colour in ("#0e0f10", "#8a8886", "#b99a62"))
    assert black[0] < 20
    assert np.hypot(*grey[1:]) < 6
    assert fair[2] > 20


def test_without_colour_skin_takes_the_palettes_hue() -> None:
    assert drawn_skin("#999999", hue_known=False) != "#999999"
    assert _lab(drawn_skin("#999999", hue_known=False))[2] > 8
