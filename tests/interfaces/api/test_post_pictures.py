"""``POST /api/perform`` and ``/api/read/face`` with the real engine, and every bad picture."""

from __future__ import annotations

import base64
import io
from pathlib import Path
from typing import Any

import jsonschema
import PIL.Image
import pytest

from pyojeong.interfaces.schemas import performance_schema

STATUS = {"too-large": 413, "not-an-image": 415, "svg": 415}


@pytest.fixture(autouse=True)
def _reader(word_reader: object) -> None:
    """Text is read by four words; faces and performers are the real ones."""


def post(client: Any, picture: Path, accept: str = "*/*", **fields: Any) -> Any:
    return client.post(
        "/api/perform", files={"image": (picture.name, picture.read_bytes())}, data=fields, headers={"Accept": accept}
    )


def test_a_photo_and_a_sentence_come_back_as_the_photo_performed(client: Any, pictures: Path) -> None:
    answer = post(client, pictures / "portrait.png", text="발표를 망쳐서 속상해")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
    assert answer.headers["X-Pyojeong-Faces-Found"] == "1"
    with PIL.Image.open(io.BytesIO(answer.content)) as picture:
        assert (picture.size, picture.format) == ((384, 384), "PNG")
    assert answer.content != (pictures / "portrait.png").read_bytes()


def test_the_accept_header_chooses_the_format_and_the_form_has_the_last_word(client: Any, pictures: Path) -> None:
    photo = pictures / "portrait.png"
    assert post(client, photo, "image/webp", emotion="joy").headers["content-type"] == "image/webp"
    assert post(client, photo, "image/webp", emotion="joy", format="jpg").headers["content-type"] == "image/jpeg"
    moving = post(client, photo, emotion="joy", format="gif", seconds=0.6, fps=5)
    assert moving.headers["content-type"] == "image/gif"
    with PIL.Image.open(io.BytesIO(moving.content)) as picture:
        assert picture.n_frames > 1


def test_json_holds_the_document_and_the_picture(client: Any, pictures: Path) -> None:
    answer = post(client, pictures / "six.png", "application/json", emotion="기쁨:0.5").json()
    picture = PIL.Image.open(io.BytesIO(base64.b64decode(answer.pop("data_base64"))))
    assert (picture.size, answer.pop("media_type")) == ((960, 800), "image/png")
    jsonschema.validate(answer, performance_schema())
    assert (answer["faces_found"], answer["face"], len(answer["notices"])) == (6, 0, 1)


def test_good_pictures_of_every_kind_are_performed(client: Any, pictures: Path, good_picture: str) -> None:
    answer = post(client, pictures / good_picture, emotion="surprise")
    with PIL.Image.open(io.BytesIO(answer.content)) as picture:
        assert picture.size == (384, 384)


def test_bad_pictures_have_their_kind_and_status(client: Any, pictures: Path, bad_picture: tuple[str, str]) -> None:
    name, kind = bad_picture
    answer = post(client, pictures / name, emotion="joy")
    assert (answer.status_code, answer.json()["error"]["kind"]) == (STATUS.get(kind, 422), kind)


def test_bad_pictures_are_refused_by_the_reader_too(client: Any, pictures: Path, bad_picture: tuple[str, str]) -> None:
    name, kind = bad_picture
    answer = client.post("/api/read/face", files={"image": (name, (pictures / name).read_bytes())})
    assert (answer.status_code, answer.json()["error"]["kind"]) == (STATUS.get(kind, 422), kind)


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({}, "what"),
        ({"emotion": "joy", "text": "기뻐"}, "what"),
        ({"emotion": "happy"}, "emotion"),
        ({"text": "hello"}, "no-korean"),
        ({"expression": "{"}, "expression"),
        ({"recipe": "{}"}, "recipe"),
        ({"emotion": "joy", "intensty": 0.2}, "field"),
        ({"emotion": "joy", "face": 9}, "no-such-face"),
        ({"emotion": "joy", "face": "x"}, "request"),
        ({"emotion": "joy", "intensity": 3}, "intensity"),
        ({"emotion": "joy", "format": "exe"}, "unknown-format"),
        ({"emotion": "joy", "format": "gif", "seconds": 20, "fps": 60}, "tempo"),
    ],
)
def test_orders_that_cannot_be_are_answered_in_the_one_form(
    client: Any, pictures: Path, fields: dict[str, Any], kind: str
) -> None:
    answer = post(client, pictures / "portrait.png", **fields)
    assert 400 <= answer.status_code < 500
    assert answer.json()["error"]["kind"] == kind


@pytest.mark.parametrize(
    ("field", "document"),
    [
        ("expression", '{"jawOpen": 0.5}'),
        ("recipe", '{"format": "pyojeong.recipe/1", "edits": [{"face": 0, "movements": {"jawOpen": 0.5}}]}'),
    ],
)
def test_a_document_comes_as_text_or_as_a_file(client: Any, pictures: Path, field: str, document: str) -> None:
    photo = ("a.png", (pictures / "portrait.png").read_bytes())
    as_text = client.post("/api/perform", files={"image": photo}, data={field: document})
    as_file = client.post("/api/perform", files={"image": photo, field: ("a.json", document.encode("utf-8-sig"))})
    assert (as_text.status_code, as_text.content) == (200, as_file.content)
    broken = client.post("/api/perform", files={"image": photo, field: ("a.json", b"\xff\xfe\xff")})
    assert (broken.status_code, broken.json()["error"]["kind"]) == (422, "encoding")


def test_a_field_nobody_reads_is_named_with_those_there_are(client: Any, pictures: Path) -> None:
    photo = {"image": (pictures / "portrait.png").read_bytes()}
    said = client.post("/api/read/face", files=photo, data={"emotion": "joy"}).json()["error"]["message"]
    assert "emotion" in said
    assert "image" in said


def test_every_field_in_the_description_is_taken(client: Any) -> None:
    description = client.get("/api/openapi.json").json()
    content = description["paths"]["/api/perform"]["post"]["requestBody"]["content"]["multipart/form-data"]
    fields = description["components"]["schemas"][content["schema"]["$ref"].rpartition("/")[2]]["properties"]
    answer = client.post("/api/perform", data=dict.fromkeys(fields, "0"))
    assert len(fields) > 12
    assert answer.json()["error"]["kind"] != "field"


def test_a_request_without_a_picture_is_refused(client: Any) -> None:
    answer = client.post("/api/perform", data={"emotion": "joy"})
    assert (answer.status_code, answer.json()["error"]["kind"]) == (422, "request")


def test_photos_of_faces_never_touch_the_disk(client: Any, pictures: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    noise = io.BytesIO()
    PIL.Image.effect_noise((1600, 1600), 90).save(noise, "PNG")
    assert len(noise.getvalue()) > 1_500_000

    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("a temporary file was opened")

    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    answer = client.post("/api/read/face", files={"image": noise.getvalue()})
    assert answer.json()["error"]["kind"] == "no-face"
