from __future__ import annotations

import pytest

from pyojeong.media import HeadPose
from pyojeong.reading.face.embarrassment import MOST, embarrassment, wavering
from pyojeong.rig import Expression

TORN = [0.3, 0.3, 0.25, 0.05, 0.03, 0.03, 0.02, 0.02]
SHY = Expression({"eyeLookDownLeft": 0.7, "mouthPressLeft": 0.5, "mouthRollLower": 0.4, "mouthSmileLeft": 0.4})
PLAIN = Expression({"jawOpen": 0.6, "mouthSmileLeft": 0.9, "mouthSmileRight": 0.9})
BOWED = HeadPose(pitch=-26.0)


def test_it_never_gets_more_than_its_most() -> None:
    assert embarrassment([1 / 8] * 8, SHY, BOWED) == pytest.approx(MOST)


def test_a_face_everyone_agrees_on_is_not_embarrassed() -> None:
    assert embarrassment([1.0] + [0.0] * 7, SHY, BOWED) == 0.0


def test_signs_decide_where_votes_waver() -> None:
    assert embarrassment(TORN, SHY, BOWED) > 3 * embarrassment(TORN, PLAIN, HeadPose(pitch=-6.0))


@pytest.mark.parametrize("sign", ["eyeLookDownLeft", "mouthPressLeft"])
def test_every_sign_counts(sign: str) -> None:
    rest = HeadPose(pitch=-6.0)
    assert embarrassment(TORN, Expression({sign: 0.5}), rest) > embarrassment(TORN, Expression(), rest)


def test_wavering_grows_with_the_number_of_answers() -> None:
    assert wavering([1, 0, 0]) < wavering([0.8, 0.2, 0]) < wavering([0.5, 0.5, 0]) < wavering([0.4, 0.3, 0.3])
