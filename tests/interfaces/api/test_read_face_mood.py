"""``POST /api/read/face`` tells what a face shows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema

from pyojeong.interfaces.schemas import faces_schema


def test_a_smiling_face_is_joy(client: Any, pictures: Path) -> None:
    photo = pictures / "portrait.png"
    document = client.post("/api/read/face", files={"image": (photo.name, photo.read_bytes())}).json()
    jsonschema.validate(document, faces_schema())
    (face,) = document["faces"]
    shares = face["mood"]["shares"]
    assert max(shares, key=shares.get) == "joy"
    assert face["mood"]["valence"] > 0.3


def test_every_face_of_a_group_has_a_mood(client: Any, pictures: Path) -> None:
    photo = pictures / "six.png"
    document = client.post("/api/read/face", files={"image": (photo.name, photo.read_bytes())}).json()
    assert len(document["faces"]) == 6
    assert all(face["mood"]["certainty"] > 0 for face in document["faces"])
