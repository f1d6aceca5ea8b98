from __future__ import annotations

from pathlib import Path
from typing import Any

from pyojeong.performing.avatar.glb_reading import avatar_of_bytes


def test_a_photo_becomes_a_head(client: Any, pictures: Path) -> None:
    photo = (pictures / "portrait.png").read_bytes()
    answer = client.post("/api/avatar", files={"image": photo}, data={"hair": "bob"})
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "model/gltf-binary"
    assert answer.headers["x-pyojeong-hair"] == "bob"
    found = avatar_of_bytes(answer.content)
    assert ",".join(caution.value for caution in found.cautions) == answer.headers["x-pyojeong-cautions"]


def test_mistakes_are_told(client: Any, pictures: Path) -> None:
    photo = (pictures / "portrait.png").read_bytes()
    for data, kind in (
        ({"format": "fbx"}, "unknown-format"),
        ({"hair": "beehive"}, "no-such-hair"),
        ({"hair": "bob", "hair_colour": "red"}, "no-such-hair"),
        ({"face": 7}, "no-such-face"),
    ):
        answer = client.post("/api/avatar", files={"image": photo}, data=data)
        assert 400 <= answer.status_code < 500
        assert answer.json()["error"]["kind"] == kind
    crowd = client.post("/api/avatar", files={"image": (pictures / "six.png").read_bytes()})
    assert crowd.json()["error"]["kind"] == "which-face"
