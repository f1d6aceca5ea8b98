"""Options that would do nothing are refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest


@pytest.mark.parametrize(
    "option", [("--wish", "퇴근 많이"), ("--voice", "polite"), ("--count", "4"), ("--title", "팩")]
)
def test_a_plan_has_its_words_and_wishes_already(pyojeong: Any, tmp_path: Path, option: tuple[str, str]) -> None:
    character, plan = tmp_path / "bori.json", tmp_path / "plan.json"
    pyojeong("character", "new", "--design", "mascot", "-o", character)
    pyojeong("sticker", "plan", character, "--for", "whatsapp", "--count", 3, "-o", plan)
    for source in ((plan,), (character, "--plan", plan)):
        said = pyojeong("sticker", "pack", *source, *option, "-o", tmp_path / "pack")
        assert said.code == 2 and option[0] in said.err and not (tmp_path / "pack").exists()
        assert "sticker plan" in said.err  # the way out


def test_a_character_takes_a_number_and_a_title(pyojeong: Any, tmp_path: Path) -> None:
    character = tmp_path / "bori.json"
    pyojeong("character", "new", "--design", "mascot", "-o", character)
    order = ("sticker", "pack", character, "--for", "discord", "--count", 2, "--title", "보리 둘", "--json")
    document = json.loads(pyojeong(*order, "-o", tmp_path / "pack").out)
    assert document["title"] == "보리 둘" and len(document["files"]) == 2
    said = pyojeong("sticker", "pack", character, "--for", "line", "--count", 9, "-o", tmp_path / "other")
    assert said.code == 2 and "8 / 16 / 24 / 32 / 40" in said.err


def test_a_font_that_lacks_a_letter_is_told(pyojeong: Any, tmp_path: Path) -> None:
    character = tmp_path / "bori.json"
    pyojeong("character", "new", "--design", "mascot", "-o", character)
    said = pyojeong("character", "draw", character, "--moment", "scared", "--caption", "뷁!", "-o", tmp_path / "a.png")
    assert said.code == 0 and "뷁" in said.err and "기본 글꼴" in said.err


def test_one_picture_is_no_pack_to_check(pyojeong: Any, tmp_path: Path) -> None:
    photo, notes = tmp_path / "photo.jpg", tmp_path / "notes.txt"
    photo.write_bytes(b"\xff\xd8\xff\xe0 and so on")
    notes.write_text("안녕", encoding="utf-8")
    for path, told in ((photo, "그림 한 장"), (notes, "팩이 아닌 파일")):
        said = pyojeong("sticker", "check", path, "--for", "line")
        assert said.code == 2 and told in said.err and "폴더나 ZIP" in said.err and "압축" not in said.err
