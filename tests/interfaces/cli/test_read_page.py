"""``pyojeong read page``: pictures and web addresses, files, documents, and every bad input."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import PIL.Image
import pytest

from pyojeong.interfaces.schemas import page_schema, webpage_schema

from ..page_doubles import FakeLooker, FakeReader

URL = "https://example.com/a"


def test_the_text_alone_goes_on_to_a_program(pyojeong: Any, pictures: Path, page_reader: FakeReader) -> None:
    said = pyojeong("read", "page", pictures / "portrait.png")
    assert (said.code, said.out, said.err) == (0, page_reader.page.text + "\n", "")


def test_the_document_is_the_published_one(pyojeong: Any, pictures: Path, page_reader: FakeReader) -> None:
    document = json.loads(pyojeong("read", "page", pictures / "portrait.png", "--json").out)
    jsonschema.validate(document, page_schema())
    assert document["lines"][0]["words"][1] == {
        "text": "속상헸다.",
        "confidence": 0.41,
        "box_xyxy": [80.0, 10.0, 140.0, 30.0],
    }


@pytest.mark.parametrize("suffix", ["txt", "md", "json"])
def test_text_is_saved_whole(
    pyojeong: Any, pictures: Path, page_reader: FakeReader, tmp_path: Path, suffix: str
) -> None:
    target = tmp_path / f"out.{suffix}"
    said = pyojeong("read", "page", pictures / "portrait.png", "-o", target)
    saved = target.read_text("utf-8")
    assert (said.code, said.out) == (0, f"{target}에 저장했습니다 ({len(page_reader.page.lines)}줄)\n")
    assert (json.loads(saved)["text"] if suffix == "json" else saved.strip()) == page_reader.page.text
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


def test_a_web_page_is_a_table_for_people_and_a_document_for_programs(pyojeong: Any, looker: FakeLooker) -> None:
    said = pyojeong("read", "page", URL)
    assert (said.code, said.err, looker.asked) == (0, "주소를 보냈습니다.\n", [URL])
    assert "200×120" in said.out and "1 *" in said.out
    document = json.loads(pyojeong("read", "page", URL, "--json").out)
    jsonschema.validate(document, webpage_schema())
    assert document["pictures"][1]["faces"][0]["box_xyxy"][0] > 0


def test_the_picture_with_a_face_is_saved_unless_another_is_named(
    pyojeong: Any, looker: FakeLooker, tmp_path: Path
) -> None:
    for number, size in ((None, (384, 384)), (0, (200, 120))):
        target = tmp_path / f"{number}.png"
        extra = [] if number is None else ["--picture", number]
        assert pyojeong("read", "page", URL, "-o", target, *extra).code == 0
        with PIL.Image.open(target) as picture:
            assert picture.size == size


def test_writing_in_a_web_picture_is_read(
    pyojeong: Any, looker: FakeLooker, page_reader: FakeReader, tmp_path: Path
) -> None:
    target = tmp_path / "text.txt"
    assert pyojeong("read", "page", URL, "-o", target).code == 0
    assert target.read_text("utf-8").strip() == page_reader.page.text


@pytest.mark.parametrize(
    "arguments",
    [
        ("portrait.png", "-o", "text.png"),
        ("portrait.png", "--picture", "1"),
        ("portrait.png", "--clova"),
        ("nope.png",),
        (URL, "--picture", "7"),
        (URL, "-o", "picture.xyz"),
        ("http://127.0.0.1/",),
        ("http://[::1]:8080/",),
    ],
)
def test_mistakes_are_one_line(
    pyojeong: Any, pictures: Path, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, request: Any
) -> None:
    if arguments[0] == URL:
        request.getfixturevalue("looker")
    monkeypatch.chdir(pictures)
    before = sorted(pictures.iterdir())
    said = pyojeong("read", "page", *arguments)
    lines = [one for one in said.err.splitlines() if one != "주소를 보냈습니다."]
    assert (said.code, said.out, len(lines)) == (2, "", 1)
    assert sorted(pictures.iterdir()) == before


def test_bad_pictures_are_one_line(
    pyojeong: Any, pictures: Path, page_reader: FakeReader, bad_picture: tuple[str, str]
) -> None:
    name, kind = bad_picture
    if kind == "no-face":  # a picture of one colour: nothing is written on it
        assert "글자" in pyojeong("read", "page", pictures / name).err
    said = pyojeong("read", "page", pictures / name, "--json")
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
