from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pyojeong.errors import PyojeongError
from pyojeong.reading.face.traits.parts import Beard, BeardKind, Glasses, GlassesKind, Skin
from pyojeong.reading.face.traits.remarks import Remark
from pyojeong.reading.face.traits.traits import FORMAT, dumps, loads

_COLOURS = st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06x}")
_SHARES = st.integers(0, 10_000).map(lambda n: n / 10_000)


def test_a_measured_face_survives_its_document(known_traits):
    assert dumps(loads(dumps(known_traits))) == dumps(known_traits)
    assert loads(dumps(known_traits)).remarks == known_traits.remarks


@given(colour=_COLOURS, before=_COLOURS, certainty=_SHARES, kind=st.sampled_from(BeardKind))
def test_parts_survive_the_document(known_traits, colour, before, certainty, kind):
    beard = Beard(kind, None if kind is BeardKind.NONE else colour, certainty)
    changed = replace(known_traits, skin=Skin(colour, before, certainty), beard=beard, remarks=tuple(Remark))
    again = loads(dumps(changed))
    assert (again.skin, again.beard, again.remarks) == (changed.skin, changed.beard, changed.remarks)


def test_nothing_in_the_document_names_or_classes_a_person(known_traits):
    text = dumps(known_traits).lower()
    assert not any(word in text for word in ("gender", "sex", 'age"', "ethnic", "race", "identity", "embedding"))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda d: d.update(format="pyojeong.traits/0"),
        lambda d: d.pop("hair"),
        lambda d: d["hair"].update(outline=[1.0]),
        lambda d: d["skin"].update(colour="red"),
        lambda d: d["glasses"].update(kind="monocle"),
        lambda d: d["beard"].update(certainty=1.5),
        lambda d: d["remarks"].append({"code": "nonsense"}),
    ],
)
def test_what_does_not_hold_together_is_refused(known_traits, spoil):
    document = known_traits.to_json()
    spoil(document)
    with pytest.raises(PyojeongError) as refusal:
        loads(json.dumps(document))
    assert refusal.value.kind == "traits" and FORMAT in refusal.value.english


def test_text_that_is_no_json_is_refused():
    with pytest.raises(PyojeongError):
        loads("{")


def test_a_colour_belongs_to_glasses_that_are_there():
    with pytest.raises(ValueError):
        Glasses(GlassesKind.NONE, "#000000", tinted=False, certainty=1.0)
    with pytest.raises(ValueError):
        Glasses(GlassesKind.ROUND, None, tinted=False, certainty=1.0)


def test_every_remark_speaks_both_languages():
    for remark in Remark:
        assert any("가" <= letter <= "힣" for letter in remark.korean) and remark.korean.endswith(".")
        assert remark.english.isascii() and remark.english.endswith(".")
