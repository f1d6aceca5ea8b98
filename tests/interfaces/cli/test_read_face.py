"""``pyojeong read face`` with the real finder: documents, several pictures, and every bad one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from pyojeong.interfaces.schemas import faces_schema


def test_one_picture_is_one_document(pyojeong: Any, pictures: Path) -> None:
    said = pyojeong("read", "face", pictures / "six.png", "--json")
    document = json.loads(said.out)
    jsonschema.validate(document, faces_schema())
    widths = [face["box_xyxy"][2] - face["box_xyxy"][0] for face in document["faces"]]
    assert (said.code, said.err, len(widths), document["size_wh"]) == (0, "", 6, [960, 800])
    assert widths[0] == max(widths)


def test_several_pictures_are_a_list_and_a_bad_one_does_not_stop_the_rest(pyojeong: Any, pictures: Path) -> None:
    names = ["portrait.png", "letter.jpg", "rotated.jpg"]
    said = pyojeong("read", "face", *(pictures / name for name in names), "--json")
    documents = json.loads(said.out)
    assert [Path(document["image"]).name for document in documents] == ["portrait.png", "rotated.jpg"]
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert "letter.jpg" in said.err


def test_a_bad_picture_is_named_once(pyojeong: Any, pictures: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(pictures)
    for names in (["nope.jpg"], ["nope.jpg", "letter.jpg", "nobody.png"]):
        said = pyojeong("read", "face", *names)
        assert [line.count(name) for line, name in zip(said.err.splitlines(), names, strict=True)] == [1] * len(names)


def test_people_see_where_each_face_is(pyojeong: Any, pictures: Path) -> None:
    said = pyojeong("read", "face", pictures / "portrait.png")
    assert said.code == 0
    assert "°" in said.out


def test_bad_pictures_are_one_line(pyojeong: Any, pictures: Path, bad_picture: tuple[str, str]) -> None:
    name, _ = bad_picture
    said = pyojeong("read", "face", pictures / name, "--json")
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
