from __future__ import annotations

import json

import pytest

from pyojeong.emotion.taxonomy import FERPLUS
from pyojeong.errors import PyojeongError
from pyojeong.reading.face.neutral import NeutralFace, dumps, loads
from pyojeong.rig import Expression

REST = NeutralFace((1.5, -0.5, 0, 0.25, 0, 0, 0, 0), {"browDownLeft": 0.4, "mouthFrownRight": 0.2})


def test_what_is_kept_comes_back() -> None:
    assert loads(dumps(REST)) == REST


def test_the_document_names_its_numbers() -> None:
    document = json.loads(dumps(REST))
    assert list(document["logits"]) == list(FERPLUS.labels)
    assert document["coefficients"] == {"browDownLeft": 0.4, "mouthFrownRight": 0.2}


def test_the_persons_rest_becomes_the_usual_one() -> None:
    usual = [3.0, 0, 0, 0.5, 0, 0, 0, 0]
    assert REST.moved(REST.logits, usual) == usual


def test_rest_is_taken_off_and_never_below_nothing() -> None:
    beyond = REST.taken_from(Expression({"browDownLeft": 0.9, "mouthFrownRight": 0.1, "jawOpen": 0.3}))
    assert beyond.to_dict() == pytest.approx({"browDownLeft": 0.5, "jawOpen": 0.3})


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "[]",
        "{}",
        "[" * 50_000,
        json.dumps({"format": "pyojeong.neutral/2"}),
        dumps(REST).replace("browDownLeft", "browsDown"),
        dumps(REST).replace('"happiness": -0.5', '"happiness": NaN'),
        dumps(REST).replace('"happiness": -0.5', '"happiness": "much"'),
        dumps(REST).replace('"coefficients": {', '"coefficients": 3, "more": {'),
    ],
)
def test_what_is_no_neutral_face_is_refused_in_a_sentence(broken: str) -> None:
    with pytest.raises(PyojeongError, match="무표정"):
        loads(broken)
