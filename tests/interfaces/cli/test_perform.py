"""``pyojeong perform`` with the real engine: what is written, what is said, and every bad input."""

from __future__ import annotations

import errno
import json
from pathlib import Path
from typing import Any

import av
import jsonschema
import numpy as np
import PIL.Image
import PIL.ImageSequence
import pytest

from pyojeong.interfaces import wiring
from pyojeong.interfaces.schemas import performance_schema

FACE_ROWS = slice(0, 230)
"""Rows of the 384 px portrait that hold the face and its surroundings."""


@pytest.fixture(autouse=True)
def _reader(word_reader: object) -> None:
    """Text is read by four words; faces and performers are the real ones."""


def pixels_of(path: Path) -> np.ndarray:
    with PIL.Image.open(path) as picture:
        return np.asarray(picture.convert("RGB"))


def frames_of(path: Path) -> list[np.ndarray]:
    if path.suffix == ".mp4":
        with av.open(str(path)) as container:
            return [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]
    with PIL.Image.open(path) as picture:
        return [np.asarray(frame.convert("RGB")) for frame in PIL.ImageSequence.Iterator(picture)]


def test_a_sentence_changes_the_face_and_nothing_far_from_it(pyojeong: Any, pictures: Path, tmp_path: Path) -> None:
    out = tmp_path / "sad.png"
    said = pyojeong(
        "perform", pictures / "portrait.png", "--text", "발표를 망쳐서 속상해", "-o", out, "--no-mark", "--json"
    )
    told = json.loads(said.out)
    jsonschema.validate(told, performance_schema())
    assert (said.code, said.err, told["output"], told["size_wh"]) == (0, "", str(out), [384, 384])
    assert (told["face"], told["faces_found"], told["mood"]["shares"]["sadness"]) == (0, 1, 1.0)
    left, top, right, bottom = told["mask_box_xyxy"]
    changed = (pixels_of(out) != pixels_of(pictures / "portrait.png")).any(axis=2)
    assert changed[top:bottom, left:right].sum() > 1000
    changed[top:bottom, left:right] = False
    assert not changed.any()


def test_people_are_told_where_it_is(pyojeong: Any, pictures: Path, tmp_path: Path) -> None:
    said = pyojeong("perform", pictures / "portrait.png", "--emotion", "기쁨:0.5", "-o", tmp_path / "glad.jpg")
    assert said.code == 0
    assert "glad.jpg" in said.out.replace("\n", "")
    assert "기쁨  ━━━━···· 0.50" in " ".join(said.out.split("\n"))


@pytest.mark.parametrize(
    ("order", "told"),
    [
        (["--emotion", "joy+sadness"], "기쁨 + 슬픔  ━━━━━━━━ 1.00"),
        (["--emotion", "기쁨:0.2+슬픔:0.6"], "슬픔 + 기쁨  ━━━━━━·· 0.80"),
        (["--emotion", "joy", "--intensity", "0.25"], "기쁨  ━━······ 0.25"),
        (["--text", "발표를 망쳐서 속상해"], "슬픔  ━━━━━━·· 0.80"),
    ],
)
def test_people_are_told_every_emotion_asked_for_and_its_strength(
    pyojeong: Any, pictures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, order: list[str], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert told in pyojeong("perform", pictures / "portrait.png", *order, "-o", "a.png").out


@pytest.mark.parametrize("suffix", ["png", "jpg", "webp", "tiff"])
def test_every_still_format_has_the_photos_size_and_says_it_was_edited(
    pyojeong: Any, pictures: Path, tmp_path: Path, suffix: str
) -> None:
    out = tmp_path / f"a.{suffix}"
    assert pyojeong("perform", pictures / "portrait.png", "--emotion", "joy", "-o", out).code == 0
    with PIL.Image.open(out) as picture:
        assert picture.size == (384, 384)
    assert b"DigitalSourceType" in out.read_bytes()


@pytest.mark.parametrize("suffix", ["gif", "webp", "apng", "png", "mp4"])
def test_every_moving_format_moves(pyojeong: Any, pictures: Path, tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"a.{suffix}"
    said = pyojeong(
        "perform", pictures / "portrait.png", "--emotion", "joy", "--seconds", 0.6, "--fps", 5, "-o", out, "--json"
    )
    told = json.loads(said.out)
    jsonschema.validate(told, performance_schema())
    assert (said.code, said.err, told["mask_box_xyxy"]) == (0, "", None)
    frames = frames_of(out)
    assert [frame.shape for frame in frames] == [(384, 384, 3)] * 3
    assert np.abs(frames[1].astype(int) - frames[0]).max() > 60


def test_good_pictures_of_every_kind_are_performed(
    pyojeong: Any, pictures: Path, tmp_path: Path, good_picture: str
) -> None:
    out = tmp_path / "out.png"
    said = pyojeong("perform", pictures / good_picture, "--emotion", "surprise", "-o", out)
    assert (said.code, said.err) == (0, "")
    assert wiring.opened_image(out).size_wh == (384, 384)


def test_bad_pictures_are_one_line_and_leave_nothing(
    pyojeong: Any, pictures: Path, tmp_path: Path, bad_picture: tuple[str, str]
) -> None:
    name, _ = bad_picture
    said = pyojeong("perform", pictures / name, "--emotion", "joy", "-o", tmp_path / "out.png", "--json")
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert not list(tmp_path.iterdir())


def test_of_six_faces_the_largest_is_taken_and_said_aloud(pyojeong: Any, pictures: Path, tmp_path: Path) -> None:
    said = pyojeong("perform", pictures / "six.png", "--emotion", "joy", "-o", tmp_path / "a.png", "--json")
    told = json.loads(said.out)
    left, top, right, bottom = told["mask_box_xyxy"]
    assert (told["faces_found"], told["face"]) == (6, 0)
    assert 320 <= left < right <= 660 and 400 <= top < bottom
    assert "6개" in said.err and told["notices"]
    told_which = pyojeong("perform", pictures / "six.png", "--emotion", "joy", "--face", 3, "-o", tmp_path / "b.png")
    assert (told_which.code, told_which.err) == (0, "")


def test_several_people_feel_differently_at_once(pyojeong: Any, pictures: Path, tmp_path: Path) -> None:
    said = pyojeong(
        "perform",
        pictures / "six.png",
        "--several",
        "0=joy,5=슬픔:0.6",
        "--no-mark",
        "-o",
        tmp_path / "a.png",
        "--json",
    )
    told = json.loads(said.out)
    jsonschema.validate(told, performance_schema())
    assert (said.err, [act["face"] for act in told["acts"]]) == ("", [0, 5])
    changed = (pixels_of(tmp_path / "a.png") != pixels_of(pictures / "six.png")).any(axis=2)
    for act in told["acts"]:
        left, top, right, bottom = act["mask_box_xyxy"]
        assert changed[top:bottom, left:right].any()


def test_edits_are_saved_and_replayed_to_the_same_picture(pyojeong: Any, pictures: Path, tmp_path: Path) -> None:
    photo, recipe = pictures / "portrait.png", tmp_path / "r.json"
    pyojeong(
        "perform", photo, "--emotion", "anger:0.7", "--neutral-first", "-o", tmp_path / "a.png", "--save-recipe", recipe
    )
    assert pyojeong("perform", photo, "--recipe", recipe, "-o", tmp_path / "b.png").code == 0
    assert np.array_equal(pixels_of(tmp_path / "a.png"), pixels_of(tmp_path / "b.png"))


def test_an_expression_set_by_hand_has_no_mood(pyojeong: Any, pictures: Path, tmp_path: Path) -> None:
    (tmp_path / "wink.json").write_text('{"eyeBlinkLeft": 1}', encoding="utf-8")
    said = pyojeong(
        "perform", pictures / "portrait.png", "--expression", tmp_path / "wink.json", "-o", tmp_path / "a.png", "--json"
    )
    told = json.loads(said.out)
    assert (told["expression"], told["mood"], told["score"]) == ({"eyeBlinkLeft": 1.0}, None, None)


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["--emotion", "joy", "--text", "기뻐"],
        ["--emotion", "happy"],
        ["--emotion", "joy:2"],
        ["--text", ""],
        ["--text", "hello"],
        ["--expression", "missing.json"],
        ["--expression", "bad.json"],
        ["--recipe", "bad.json"],
        ["--several", "0:joy"],
        ["--several", "0=joy", "--face", "0"],
        ["--emotion", "joy", "--face", "3"],
        ["--emotion", "joy", "--face", "-1"],
        ["--emotion", "joy", "--face", "x"],
        ["--emotion", "joy", "--intensity", "1.5"],
        ["--emotion", "joy", "--background", "no-such-colour"],
        ["--emotion", "joy", "--seconds", "0"],
        ["--emotion", "joy", "--fps", "1000", "--seconds", "1"],
    ],
    ids=" ".join,
)
def test_orders_that_cannot_be_are_one_line(
    pyojeong: Any, pictures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bad.json").write_text('{"mouthSmile": "wide"}', encoding="utf-8")
    said = pyojeong("perform", pictures / "portrait.png", *options, "-o", "out.png", "--json")
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert not Path("out.png").exists()


@pytest.mark.parametrize("option", ["--expression", "--recipe"])
def test_broken_json_is_told_with_its_place(pyojeong: Any, pictures: Path, tmp_path: Path, option: str) -> None:
    (tmp_path / "cut.json").write_text('{\n  "jawOpen": }', encoding="utf-8")
    said = pyojeong("perform", pictures / "portrait.png", option, tmp_path / "cut.json", "-o", tmp_path / "a.png")
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert "2번째 줄 14번째 글자부터 JSON이 아닙니다" in said.err and "Expecting" not in said.err


@pytest.mark.parametrize("output", ["no/such/folder/a.png", ".", "a.bmp", "a", "a.jpg.exe", "x" * 300 + ".png"])
def test_places_that_cannot_be_written_are_one_line(
    pyojeong: Any, pictures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: str
) -> None:
    monkeypatch.chdir(tmp_path)
    said = pyojeong("perform", pictures / "portrait.png", "--emotion", "joy", "-o", output)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)


def test_the_photo_itself_is_never_overwritten(pyojeong: Any, pictures: Path, tmp_path: Path) -> None:
    photo = tmp_path / "photo.png"
    photo.write_bytes((pictures / "portrait.png").read_bytes())
    (tmp_path / "link.png").symlink_to(photo)
    for output in (photo, tmp_path / "link.png"):
        said = pyojeong("perform", photo, "--emotion", "joy", "-o", output)
        assert (said.code, said.err.count("\n")) == (2, 1)
    assert photo.read_bytes() == (pictures / "portrait.png").read_bytes()


def test_a_missing_photo_is_one_line(pyojeong: Any, tmp_path: Path) -> None:
    said = pyojeong("perform", tmp_path / "없음.png", "--emotion", "joy", "-o", tmp_path / "a.png")
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert "없음.png" in said.err


def test_a_full_disk_is_one_line_and_leaves_nothing(
    pyojeong: Any, pictures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, data: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(self))

    monkeypatch.setattr(Path, "write_bytes", full)
    said = pyojeong("perform", pictures / "portrait.png", "--emotion", "joy", "-o", tmp_path / "a.png")
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert not list(tmp_path.iterdir())


def test_ctrl_c_while_drawing_leaves_no_half_file(
    pyojeong: Any, pictures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    staged_clip = wiring.staged_clip

    def interrupted_at_the_third(clip: Any, **how: Any) -> Any:
        def frame(number: int) -> Any:
            if number == 2:
                raise KeyboardInterrupt
            return clip.frame(number)

        from dataclasses import replace

        return replace(staged_clip(clip, **how), frame=frame)

    monkeypatch.setattr(wiring, "staged_clip", interrupted_at_the_third)
    for suffix in ("gif", "mp4", "apng"):
        said = pyojeong(
            "perform", pictures / "portrait.png", "--emotion", "joy", "--seconds", 1, "-o", tmp_path / f"a.{suffix}"
        )
        assert said.code == 130
    assert not list(tmp_path.iterdir())
