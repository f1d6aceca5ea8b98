"""``/api/character/from-photo`` and ``/api/stickers/from-photo``."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import jsonschema

from pyojeong.interfaces.schemas import SCHEMAS

LIKENESS = "pyojeong.likeness-1.schema.json"


def _sent(client: Any, address: str, picture: Path, **fields: object) -> Any:
    return client.post(address, files={"image": picture.read_bytes()}, data=fields)


def test_a_photo_becomes_a_character_with_its_guesses(client: Any, pictures: Path) -> None:
    answer = _sent(client, "/api/character/from-photo", pictures / "portrait.png", design="doodle", name="나")
    document = answer.json()
    jsonschema.validate(document, SCHEMAS[LIKENESS]())
    assert document["character"]["design"] == "doodle"
    assert document["character"]["drawn_from_photo"]
    drawn = client.post(
        "/api/character/draw", json={"character": document["character"], "expression": document["expression"]}
    )
    assert drawn.status_code == 200


def test_six_faces_have_to_be_chosen_among(client: Any, pictures: Path) -> None:
    address = "/api/character/from-photo"
    assert _sent(client, address, pictures / "six.png").json()["error"]["kind"] == "which-face"
    assert _sent(client, address, pictures / "six.png", face=2).status_code == 200


def test_mistakes_are_told(client: Any, pictures: Path) -> None:
    address, portrait = "/api/character/from-photo", pictures / "portrait.png"
    assert _sent(client, address, portrait, design="unicorn").json()["error"]["kind"] == "unknown-design"
    assert _sent(client, address, portrait, desing="cat").json()["error"]["kind"] == "field"
    assert _sent(client, address, portrait, face=3).json()["error"]["kind"] == "no-such-face"


def test_a_photo_becomes_a_pack(client: Any, pictures: Path) -> None:
    answer = _sent(client, "/api/stickers/from-photo", pictures / "portrait.png", store="telegram", count=1)
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        names = archive.namelist()
        assert "upload/001.webp" in names
        assert "사진" in archive.read("declaration.md").decode()
