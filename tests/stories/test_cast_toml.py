"""A cast somebody edited wrongly is refused, and it is told which role is wrong."""

from __future__ import annotations

import pytest

from pyojeong.errors import PyojeongError
from pyojeong.performing.voice.speaking import Voice
from pyojeong.stories.cast import Company, Looks, Part
from pyojeong.stories.cast_toml import company_from_toml, company_to_toml


@pytest.mark.parametrize(
    "line",
    [
        "pitch = 99",
        "pitch = nan",
        f"pitch = {'9' * 400}",
        'pitch = "높게"',
        "pace = true",
        "pace = 0",
        "voice = 3",
        "design = 1",
        'photo = "나\\u0000.jpg"',
        'shown = ["a"]',
        f'shown = "{"가" * 1001}"',
        "chosen = 3",
        "face = 1",
        'photo = "나.jpg"\nface = -1',
        'photo = "나.jpg"\nface = true',
        'photo = "나.jpg"\nface = 1.0',
    ],
)
def test_a_wrong_value_is_refused_with_its_role(line: str) -> None:
    looks = "" if "photo" in line else 'character = "bear"\n'
    with pytest.raises(PyojeongError) as refused:
        company_from_toml(f'format = "pyojeong.cast/1"\n[role."호랑이"]\n{looks}{line}\n')
    assert refused.value.kind == "bad-cast"
    assert "호랑이" in refused.value.korean
    assert "must" not in refused.value.korean


def test_whose_face_of_a_photo_plays_comes_back() -> None:
    part = Part(Looks.PHOTO, "소풍.jpg", Voice("jun"), face=2)
    again = company_from_toml(company_to_toml(Company(Part(Looks.UNSEEN, "", Voice("narae")), {"나": part})))
    assert again.parts["나"] == part
    with pytest.raises(ValueError, match="photo"):
        Part(Looks.CHARACTER, "bear", Voice("jun"), face=1)


@pytest.mark.parametrize("text", ["format = [", 'format = "pyojeong.cast/1"\na = ' + "[" * 5000])
def test_what_is_no_toml_is_told_in_korean(text: str) -> None:
    with pytest.raises(PyojeongError) as refused:
        company_from_toml(text)
    assert refused.value.kind == "bad-cast" and "Invalid" not in refused.value.korean
