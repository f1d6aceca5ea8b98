"""``pyojeong character new --photo`` and ``pyojeong sticker pack IMAGE``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import PIL.Image

from pyojeong.interfaces.schemas import SCHEMAS


def test_new_from_a_photo_says_what_to_look_at(pyojeong: Any, pictures: Path, tmp_path: Path) -> None:
    out = tmp_path / "me.json"
    with PIL.Image.open(pictures / "portrait.png") as portrait:
        portrait.convert("RGB").point(lambda value: value * 0.22).save(tmp_path / "dark.png")
    said = pyojeong("character", "new", "--photo", tmp_path / "dark.png", "--name", "나", "-o", out)
    document = json.loads(out.read_text("utf-8"))
    assert said.code == 0
    assert document["design"] == "chibi"
    assert document["drawn_from_photo"] is True
    assert "어두워" in said.err
    assert pyojeong("character", "draw", out, "--emotion", "joy", "-o", tmp_path / "me.png").code == 0


def test_json_and_set(pyojeong: Any, pictures: Path, tmp_path: Path) -> None:
    order = ("--photo", pictures / "portrait.png", "--design", "cat", "--set", "fur=#ffffff", "--json")
    document = json.loads(pyojeong("character", "new", *order, "-o", tmp_path / "me.json").out)
    jsonschema.validate(document, SCHEMAS["pyojeong.likeness-1.schema.json"]())
    assert document["character"]["chosen"]["fur"] == "#ffffff"


def test_six_faces_ask_which(pyojeong: Any, pictures: Path, tmp_path: Path) -> None:
    order = ("character", "new", "--photo", pictures / "six.png", "-o", tmp_path / "me.json")
    said = pyojeong(*order)
    assert said.code == 2
    assert "--face" in said.err
    assert pyojeong(*order, "--face", 1).code == 0


def test_photo_and_random_do_not_go_together(pyojeong: Any, pictures: Path, tmp_path: Path) -> None:
    order = ("--photo", pictures / "portrait.png", "--random", "-o", tmp_path / "me.json")
    assert pyojeong("character", "new", *order).code == 2


def test_a_pack_of_a_photo(pyojeong: Any, pictures: Path, tmp_path: Path) -> None:
    order = ("sticker", "pack", pictures / "portrait.png", "--for", "telegram", "--count", 1, "-o", tmp_path / "pack")
    said = pyojeong(*order, "--json")
    document = json.loads(said.out)
    assert said.code == 0
    assert "사진 스티커를 받는지 확인되지 않았습니다" in said.err
    assert document["files"][0]["name"] == "001.webp"
    assert (tmp_path / "pack" / "upload" / "001.webp").stat().st_size > 5000


def test_options_that_do_nothing_are_refused(pyojeong: Any, pictures: Path, tmp_path: Path) -> None:
    photo = ("sticker", "pack", pictures / "portrait.png", "--for", "telegram", "-o", tmp_path / "pack")
    assert pyojeong(*photo, "--wish", "회사원용").code == 2
    pyojeong("character", "new", "-o", tmp_path / "c.json")
    drawn = ("sticker", "pack", tmp_path / "c.json", "--for", "telegram", "-o", tmp_path / "pack")
    assert pyojeong(*drawn, "--face", 1).code == 2
