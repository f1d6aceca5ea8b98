"""``pyojeong character`` and ``pyojeong sticker``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import PIL.Image
import pytest

from pyojeong.interfaces.cli import sticker as sticker_cli
from pyojeong.stickers.planning import loads


@pytest.fixture
def bori(pyojeong: Any, tmp_path: Path) -> Path:
    """A character's file."""
    path = tmp_path / "bori.json"
    assert pyojeong("character", "new", "--name", "보리", "--set", "ears=cat", "-o", path).code == 0
    return path


def test_new_is_told_as_json(pyojeong: Any, tmp_path: Path) -> None:
    said = pyojeong("character", "new", "--seed", 5, "--set", "eyes=1.2", "-o", tmp_path / "c.json", "--json")
    document = json.loads(said.out)
    assert (said.code, said.err) == (0, "") and document["chosen"]["eyes"] == 1.2
    assert json.loads((tmp_path / "c.json").read_text("utf-8")) == document


def test_random_ones_differ(pyojeong: Any, tmp_path: Path) -> None:
    made = [json.loads(pyojeong("character", "new", "--random", "-o", tmp_path / "c.json", "--json").out) for _ in "ab"]
    assert made[0]["chosen"] != made[1]["chosen"]
    assert pyojeong("character", "new", "--random", "--seed", 1, "-o", tmp_path / "c.json").code == 2


def test_who_was_made_and_where_is_told(pyojeong: Any, tmp_path: Path) -> None:
    target = tmp_path / f"{'긴 이름 ' * 20}[b].json"
    said = pyojeong("character", "new", "--name", "[보리]", "-o", target)
    assert (said.code, said.err) == (0, "")
    assert said.out == f"{target}에 저장했습니다 (밤톨, [보리])\n"  # on one line, whatever its length


@pytest.mark.parametrize("suffix", ["svg", "png", "webp", "gif", "apng", "mp4"])
def test_every_format_is_drawn(pyojeong: Any, bori: Path, tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"a.{suffix}"
    said = pyojeong("character", "draw", bori, "--moment", "hello", "--caption", "안녕!", "--size", 60, "-o", out)
    size = out.stat().st_size
    assert (said.code, said.err) == (0, "") and size > 500
    assert said.out == f"{out}에 저장했습니다 ({size / 1000:.0f} KB)\n"
    if suffix not in ("svg", "mp4"):
        with PIL.Image.open(out) as picture:
            assert picture.size == (60, 60)
            assert getattr(picture, "n_frames", 1) > 1 or suffix in ("png", "webp")


def test_webp_moves_when_asked(pyojeong: Any, bori: Path, tmp_path: Path) -> None:
    pyojeong("character", "draw", bori, "--emotion", "joy", "--moving", "--size", 60, "-o", tmp_path / "a.webp")
    with PIL.Image.open(tmp_path / "a.webp") as picture:
        assert picture.n_frames > 1


def test_json_tells_what_is_shown(pyojeong: Any, bori: Path, tmp_path: Path, word_reader: object) -> None:
    order = ("--text", "퇴근이라 기뻐.", "--caption", "auto", "--voice", "존댓말")
    said = pyojeong("character", "draw", bori, *order, "-o", tmp_path / "a.png", "--json")
    document = json.loads(said.out)
    assert said.err == "" and document["emotion"] == "joy" and document["caption"] in document["alt"]["ko"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--moment", "moonwalk"), "off-work"),
        (("--emotion", "hunger"), "기쁨"),
        (("--emotion", "joy", "--moment", "hello"), "하나"),
        ((), "하나"),
        (("--emotion", "joy", "--voice", "opera"), "반말"),
        (("--emotion", "joy", "--size", "9"), "16"),
        (("--emotion", "joy", "--caption", "😀"), "😀"),
        (("--emotion", "joy", "--caption", "안녕\x1b[31m"), "U+001B"),
    ],
)
def test_mistakes_are_one_line(
    pyojeong: Any, bori: Path, tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    said = pyojeong("character", "draw", bori, *arguments, "-o", tmp_path / "a.png")
    assert said.code == 2 and told in said.err and said.err.count("\n") == 1
    assert not (tmp_path / "a.png").exists()


def test_broken_files_and_formats_are_refused(pyojeong: Any, bori: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text('{"format": "pyojeong.character/1",', "utf-8")
    said = pyojeong("character", "draw", tmp_path / "broken.json", "--emotion", "joy", "-o", tmp_path / "a.png")
    assert said.code == 2 and "JSON" in said.err
    assert pyojeong("character", "draw", bori, "--emotion", "joy", "-o", tmp_path / "a.bmp").code == 2
    assert pyojeong("character", "draw", tmp_path / "none.json", "--emotion", "joy", "-o", tmp_path / "a.png").code == 2


def test_notices_do_not_repeat_everything(pyojeong: Any, bori: Path, tmp_path: Path) -> None:
    wish = "가나" * 20_000 + "\x1b[2J"
    said = pyojeong(
        "sticker", "plan", bori, "--for", "discord", "--count", 2, "--wish", wish, "-o", tmp_path / "p.json"
    )
    assert said.code == 0 and len(said.err) < 5000 and "\x1b" not in said.err


@pytest.mark.parametrize("side", [0, -1, 15, 4097])
def test_a_size_that_is_not_drawn_is_refused_for_svg_too(pyojeong: Any, bori: Path, tmp_path: Path, side: int) -> None:
    said = pyojeong("character", "draw", bori, "--emotion", "joy", "--size", side, "-o", tmp_path / "a.svg")
    assert said.code == 2 and "16–4096" in said.err and not (tmp_path / "a.svg").exists()


@pytest.mark.parametrize("document", ["1" * 5000, '{"seed": ' + "1" * 5000 + "}", "[" * 100_000])
def test_json_that_python_cannot_hold_is_refused(pyojeong: Any, tmp_path: Path, document: str) -> None:
    (tmp_path / "odd.json").write_text(document, "utf-8")
    said = pyojeong("character", "draw", tmp_path / "odd.json", "--emotion", "joy", "-o", tmp_path / "a.png")
    assert said.code == 2 and said.err.startswith("odd.json: 너무")


def test_a_source_that_is_missing_is_told(pyojeong: Any, tmp_path: Path) -> None:
    said = pyojeong("sticker", "pack", tmp_path / "none.json", "--for", "line", "-o", tmp_path / "pack")
    assert said.code == 2 and "none.json 파일이 없습니다" in said.err


def test_a_folder_for_a_file_is_told(pyojeong: Any, bori: Path, tmp_path: Path) -> None:
    for place in (tmp_path, bori / "inside.json"):
        said = pyojeong("character", "draw", place, "--emotion", "joy", "-o", tmp_path / "a.png")
        assert said.code == 2 and str(place) in said.err


def test_designs_are_listed(pyojeong: Any) -> None:
    document = json.loads(pyojeong("character", "designs", "--json").out)
    assert "mascot" in [design["name"] for design in document["designs"]]
    assert "밤톨" in pyojeong("character", "designs").out


def test_a_plan_is_written_shown_and_drawn(pyojeong: Any, bori: Path, tmp_path: Path) -> None:
    made = ("--for", "whatsapp", "--count", 3, "--title", "보리", "-o", tmp_path / "plan.json")
    said = pyojeong("sticker", "plan", bori, *made)
    assert said.out.splitlines()[-1] == f"{tmp_path / 'plan.json'}에 저장했습니다 (3개)"
    plan = loads((tmp_path / "plan.json").read_text("utf-8"))
    assert said.code == 0 and all(item.caption in said.out for item in plan.items)
    drawn = pyojeong("sticker", "pack", tmp_path / "plan.json", "--for", "whatsapp", "-o", tmp_path / "pack", "--json")
    document = json.loads(drawn.out)
    assert (drawn.code, drawn.err) == (0, "") and [file["drawn"] for file in document["files"]] == [True] * 4
    other = pyojeong("character", "new", "--name", "다른", "-o", tmp_path / "other.json")
    assert other.code == 0
    again = pyojeong(
        "sticker", "pack", tmp_path / "other.json", "--plan", tmp_path / "plan.json", "-o", tmp_path / "p2"
    )
    assert again.code == 0 and (tmp_path / "p2/upload/01.webp").exists()


def test_wishes_that_were_not_understood_are_told(pyojeong: Any, bori: Path, tmp_path: Path) -> None:
    said = pyojeong(
        "sticker", "plan", bori, "--for", "line", "--wish", "퇴근, 양자역학", "-o", tmp_path / "p.json", "--json"
    )
    assert "양자역학" in said.err and json.loads(said.out)["wishes"] == "퇴근, 양자역학"


def test_packs_refuse_what_does_not_fit(pyojeong: Any, bori: Path, tmp_path: Path) -> None:
    assert "kakao" in pyojeong("sticker", "pack", bori, "-o", tmp_path / "pack").err
    assert pyojeong("sticker", "pack", bori, "--for", "moon", "-o", tmp_path / "pack").code == 2
    full = tmp_path / "full"
    full.mkdir()
    (full / "thesis.txt").write_text("mine")
    pyojeong("sticker", "plan", bori, "--for", "whatsapp", "--count", 3, "-o", tmp_path / "plan.json")
    said = pyojeong("sticker", "pack", tmp_path / "plan.json", "-o", full)
    assert said.code == 2 and "thesis.txt" in said.err and (full / "thesis.txt").read_text() == "mine"
    plans = ("sticker", "pack", tmp_path / "plan.json", "--plan", tmp_path / "plan.json", "-o", tmp_path / "pack")
    assert pyojeong(*plans).code == 2


def test_a_place_that_cannot_be_written_is_told(pyojeong: Any, bori: Path, tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("mine")
    said = pyojeong("sticker", "pack", bori, "--for", "whatsapp", "-o", tmp_path / "letter" / "pack")
    assert said.code == 2 and said.err.count("\n") == 1
    assert (tmp_path / "letter").read_text() == "mine"


def test_stopping_says_what_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(KeyboardInterrupt), sticker_cli._progress(8) as advance:
        advance(3 / 9)
        raise KeyboardInterrupt
    assert "8개 가운데 3개" in capsys.readouterr().err


def test_captions_are_suggested(pyojeong: Any, word_reader: object) -> None:
    said = pyojeong("sticker", "caption", "퇴근이라 기뻐.", "--count", 3, "--json")
    document = json.loads(said.out)
    assert len(document["captions"]) == 3 and document["text_model"] is None
    assert pyojeong("sticker", "caption", "퇴근이라 기뻐.", "--count", 3).out.split("\n")[:3] == document["captions"]
    assert pyojeong("sticker", "caption", "퇴근이라 기뻐.", "--count", 99).code == 2


def test_a_sheet_shows_every_emotion(pyojeong: Any, bori: Path, tmp_path: Path) -> None:
    said = pyojeong("character", "sheet", bori, "--size", 200, "-o", tmp_path / "sheet.png")
    assert (said.code, said.err) == (0, "") and said.out.startswith(f"{tmp_path / 'sheet.png'}에 저장했습니다 (")
    with PIL.Image.open(tmp_path / "sheet.png") as picture:
        assert picture.size == (1600, 600)
    assert pyojeong("character", "sheet", bori, "--size", 9, "-o", tmp_path / "small.png").code == 2
    assert pyojeong("character", "sheet", bori, "-o", tmp_path / "sheet.txt").code == 2
