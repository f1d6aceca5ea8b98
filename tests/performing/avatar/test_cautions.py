from __future__ import annotations

import dataclasses

import pytest
from made_people import Photo, photo, plain

from pyojeong.performing.avatar.cautions import Caution


def test_an_easy_photo_needs_no_words() -> None:
    assert photo(0).fit().cautions == ()


@pytest.mark.parametrize(
    ("shown", "caution"),
    [
        (photo(0, centre=(400.0, 300.0)), Caution.CROWN_CUT),
        (dataclasses.replace(photo(0), image=plain(0.4)), Caution.SIDE_LIGHT),
        (photo(0, yaw=26), Caution.TURNED),
        (photo(0, pixels_per_cm=9.0), Caution.SMALL),
        (photo(0, jawOpen=0.6), Caution.MOUTH_OPEN),
        (photo(0, mouthUpperUpLeft=1.0, mouthUpperUpRight=1.0, jawOpen=0.1), Caution.MOUTH_OPEN),
    ],
    ids=lambda value: value.value if isinstance(value, Caution) else "",
)
def test_each_difficulty_is_told(shown: Photo, caution: Caution) -> None:
    assert caution in shown.fit().cautions


def test_glasses_are_told_when_they_were_seen() -> None:
    assert photo(0).fit(wears_glasses=True).cautions == (Caution.GLASSES,)


@pytest.mark.parametrize("caution", list(Caution))
def test_every_caution_speaks_korean_and_english(caution: Caution) -> None:
    assert any("가" <= letter <= "힣" for letter in caution.korean)
    assert caution.english.isascii() and caution.english.endswith(".")
