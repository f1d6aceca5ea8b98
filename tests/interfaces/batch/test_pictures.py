"""Folders of pictures: every one is found in a fixed order, every face is a row, every bad one a reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pyojeong import PyojeongError, read_faces
from pyojeong.interfaces.batch import job
from pyojeong.interfaces.batch.columns import FACE_COLUMNS
from pyojeong.interfaces.batch.orders import pictures_job
from pyojeong.interfaces.batch.pictures import open_pictures
from pyojeong.interfaces.batch.pools import ThisProcess

from ..conftest import BAD_PICTURES
from .conftest import read_csv


def names(*places: Path) -> list[object]:
    return [row.cells[0] for row in open_pictures(places).rows()]


def test_pictures_are_found_in_a_fixed_order_whatever_else_lies_there(tmp_path: Path) -> None:
    for name in ("b/2.JPG", "b/1.png", "a.webp", "c.heic", "notes.txt", ".hidden.png", ".git/x.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "b" / "round").symlink_to(tmp_path)
    assert names(tmp_path) == ["a.webp", "b/1.png", "b/2.JPG", "c.heic"]
    assert names(tmp_path / "b", tmp_path / "a.webp") == ["b/1.png", "b/2.JPG", str(tmp_path / "a.webp")]


def test_a_changed_picture_changes_the_digest(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"1")
    before = open_pictures([tmp_path]).digest
    (tmp_path / "a.png").write_bytes(b"22")
    assert open_pictures([tmp_path]).digest != before


@pytest.mark.parametrize("change", ["one more", "one less", "another name"])
def test_pictures_that_change_while_they_are_read_are_not_matched_with_other_readings(
    tmp_path: Path, change: str
) -> None:
    for name in "bc":
        (tmp_path / f"{name}.png").write_bytes(b"1")
    looked_through = open_pictures([tmp_path])
    if change != "one less":
        (tmp_path / "a.png").write_bytes(b"1")
    if change != "one more":
        (tmp_path / "c.png").unlink()
    with pytest.raises(PyojeongError) as refused:
        list(looked_through.rows())
    assert refused.value.kind == "input-changed"


def test_a_folder_without_pictures_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("글", encoding="utf-8")
    with pytest.raises(PyojeongError) as refused:
        pictures_job([tmp_path], tmp_path / "o.csv")
    assert refused.value.kind == "no-pictures"


def test_a_row_a_face_and_a_reason_for_every_bad_picture(pictures: Path, tmp_path: Path) -> None:
    report = job.run(pictures_job([pictures], tmp_path / "o.csv"), ThisProcess(), lambda done, of: None)
    rows = read_csv(tmp_path / "o.csv")
    reasons = {row["image"]: row["reason_kind"] for row in rows if row["reason_kind"]}
    expected = {name: kind for name, kind in BAD_PICTURES.items() if name != "drawing.svg"}
    assert reasons == expected
    six = [row for row in rows if row["image"] == "six.png"]
    assert [row["face"] for row in six] == list("012345")
    assert report.rows == len(rows) == report.read + len(expected)
    assert [row["image"] for row in rows] == sorted(row["image"] for row in rows)


def test_the_cells_are_what_reading_one_picture_says(pictures: Path, tmp_path: Path) -> None:
    job.run(pictures_job([pictures / "portrait.png"], tmp_path / "o.jsonl"), ThisProcess(), lambda done, of: None)
    row = json.loads((tmp_path / "o.jsonl").read_text("utf-8"))
    (reading,) = read_faces(pictures / "portrait.png")
    assert set(row) == {"image", *(column.name for column in FACE_COLUMNS)}
    assert [row["left_px"], row["bottom_px"]] == [round(reading.face.box_xyxy[n], 1) for n in (0, 3)]
    assert row["yaw_degrees"] == round(reading.face.pose.yaw, 1)
    assert json.loads(row["expression"])["mouthSmileLeft"] == round(reading.expression["mouthSmileLeft"], 4)
    mood = reading.mood
    assert row["emotion"] == (None if mood is None or mood.unsure else mood.leading.value)


def test_the_output_may_not_be_a_picture_that_is_read(pictures: Path, tmp_path: Path) -> None:
    link = tmp_path / "o.csv"
    link.symlink_to(pictures / "portrait.png")
    with pytest.raises(PyojeongError) as refused:
        pictures_job([pictures / "portrait.png"], link)
    assert refused.value.kind == "same-file"
