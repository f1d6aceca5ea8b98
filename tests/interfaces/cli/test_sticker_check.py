"""``pyojeong sticker check``: codes, document, page, and what cannot be checked."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from pyojeong.stickers.preflight.schema import sticker_check_schema

sys.path.insert(0, str(Path(__file__).parents[2] / "stickers"))

from broken_packs import FAULTS, DrawnPack, sound_pack


@pytest.fixture
def few(tmp_path: Path) -> Path:
    """The sound pack of three for WhatsApp."""
    return sound_pack("whatsapp").write(tmp_path / "few")


def test_a_pack_that_passes_ends_with_0_and_its_page_stands_alone(pyojeong: Any, few: Path, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    said = pyojeong("sticker", "check", few, "--for", "whatsapp", "--report", page)
    assert said.code == 0 and "고쳐야 할 것 0" in said.out
    text = page.read_text("utf-8")
    assert text.startswith("<!doctype html>") and text.count("data:image/png;base64,") >= 8
    assert "<script" not in text and 'src="http' not in text and "@import" not in text


def test_a_pack_that_fails_ends_with_2_and_the_document_is_the_published_one(pyojeong: Any, tmp_path: Path) -> None:
    pack = FAULTS["no-icon"]()
    said = pyojeong("sticker", "check", pack.zipped(tmp_path / "p.zip"), "--for", "line", "--json")
    document = json.loads(said.out)
    jsonschema.validate(document, sticker_check_schema())
    assert said.code == 2 and not document["passed"]
    assert [f["code"] for f in document["findings"] if f["severity"] == "error"] == ["icon"]


def test_an_own_mistake_is_one_sentence(pyojeong: Any, few: Path, tmp_path: Path) -> None:
    for arguments, words in (
        ((tmp_path / "nowhere", "--for", "line"), "팩이 없습니다"),
        ((few, "--for", "kakaotalk"), "상점을 모릅니다"),
        ((few, "--for", "whatsapp", "--report", tmp_path / "a.pdf"), ".html"),
    ):
        said = pyojeong("sticker", "check", *arguments)
        assert said.code == 2 and said.err.count("\n") == 1 and words in said.err


def test_names_of_a_pack_cannot_write_into_the_page(pyojeong: Any, tmp_path: Path) -> None:
    files = dict(sound_pack("whatsapp").files)
    files["<img src=x onerror=alert(1)>.webp"] = files.pop("01.webp")
    place = DrawnPack("", "whatsapp", files).zipped(tmp_path / "p.zip")
    pyojeong("sticker", "check", place, "--for", "whatsapp", "--report", tmp_path / "r.html")
    assert "<img src=x" not in (tmp_path / "r.html").read_text("utf-8")


def test_names_of_a_pack_cannot_steer_the_terminal(pyojeong: Any, tmp_path: Path) -> None:
    files = dict(sound_pack("whatsapp").files)
    files["a\x1b[2J.webp"] = files.pop("01.webp")[:100]
    said = pyojeong(
        "sticker", "check", DrawnPack("", "whatsapp", files).zipped(tmp_path / "p.zip"), "--for", "whatsapp"
    )
    assert said.code == 2 and "\x1b[2J" not in said.out and "\\x1b[2J" in said.out


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_is_no_text_is_told(pyojeong: Any, few: Path, tmp_path: Path) -> None:
    (few / "\udcff.webp").write_bytes(b"x")
    said = pyojeong("sticker", "check", few, "--for", "whatsapp", "--report", tmp_path / "r.html")
    assert said.code == 2 and "udcff.webp" in (tmp_path / "r.html").read_text("utf-8")
