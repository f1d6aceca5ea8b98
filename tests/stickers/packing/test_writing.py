"""Whole packs: names, papers, going on after a stop, and never somebody else's files."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import PIL.Image
import pytest

from pyojeong.errors import PyojeongError
from pyojeong.stickers.packing import Making, Pack, Sticker, read_pack, write_pack
from pyojeong.stickers.packing.papers import alt_text_csv, no_image_model, statements
from pyojeong.stickers.packing.writing import check_suits
from pyojeong.stickers.stores import find_store

MakeSticker = Callable[..., Sticker]
LINE = find_store("line")


def _pack(make_sticker: MakeSticker, count: int = 8, **making: object) -> Pack:
    return Pack("동글이", "나", tuple(make_sticker(i, **making) for i in range(count)))


def test_a_line_pack_is_whole(make_sticker: MakeSticker, tmp_path: Path) -> None:
    shares: list[float] = []
    written = write_pack(_pack(make_sticker), LINE, tmp_path / "pack", progress=shares.append)
    names = [f"{i:02d}.png" for i in range(1, 9)] + ["main.png", "tab.png"]
    assert [file.name for file in written.files] == names and all(file.drawn for file in written.files)
    assert sorted(path.name for path in (written.folder / "upload").iterdir()) == sorted(names)
    with zipfile.ZipFile(written.archive) as archive:
        assert archive.namelist() == names and archive.testzip() is None
    assert shares == sorted(shares) and shares[-1] == 1.0
    assert not list(tmp_path.glob(".*"))
    beside = {"contact-light.png", "contact-dark.png", "alt-text.csv", "declaration.md", "provenance.json", "line.zip"}
    assert {path.name for path in written.folder.iterdir()} == beside | {"upload"}


def test_every_digest_in_the_log_is_right(make_sticker: MakeSticker, tmp_path: Path) -> None:
    folder = write_pack(_pack(make_sticker), LINE, tmp_path / "pack").folder
    log = json.loads((folder / "provenance.json").read_text(encoding="utf-8"))
    assert log["format"] == "pyojeong.pack/1" and log["store"] == "line" and len(log["files"]) == 10
    for entry in log["files"]:
        data = (folder / "upload" / entry["name"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == entry["sha256"] and len(data) == entry["bytes"]
    assert log["stickers"][3]["making"]["parameters"] == {"moves": False, "number": 3}
    assert log["no_image_model"] is True and "모든 그림은" in log["statement"]["ko"]


def test_equal_packs_become_equal_archives(make_sticker: MakeSticker, tmp_path: Path) -> None:
    first = write_pack(_pack(make_sticker), LINE, tmp_path / "a").archive.read_bytes()
    assert write_pack(_pack(make_sticker), LINE, tmp_path / "b").archive.read_bytes() == first


def test_what_is_right_already_is_not_drawn_again(make_sticker: MakeSticker, tmp_path: Path) -> None:
    write_pack(_pack(make_sticker), LINE, tmp_path / "pack")
    (tmp_path / "pack" / "upload" / "02.png").write_bytes(b"spoilt")
    asked: list[tuple[int, int]] = []
    stickers = [make_sticker(i, asked=asked) for i in range(8)]
    stickers[4] = make_sticker(4, asked=asked, seed=99)
    again = write_pack(Pack("동글이", "나", tuple(stickers)), LINE, tmp_path / "pack")
    assert [file.name for file in again.files if file.drawn] == ["02.png", "05.png"] and len(asked) == 2


def test_stopped_work_goes_on_where_it_was(make_sticker: MakeSticker, tmp_path: Path) -> None:
    def stop(share: float) -> None:
        if share > 0.4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_pack(_pack(make_sticker), LINE, tmp_path / "pack", progress=stop)
    assert not (tmp_path / "pack").exists()
    written = write_pack(_pack(make_sticker), LINE, tmp_path / "pack")
    assert [file.drawn for file in written.files] == [False] * 5 + [True] * 5
    assert not list(tmp_path.glob(".*"))


def test_a_shorter_pack_leaves_nothing_of_the_longer(make_sticker: MakeSticker, tmp_path: Path) -> None:
    whatsapp = find_store("whatsapp")
    write_pack(_pack(make_sticker, 5), whatsapp, tmp_path / "pack")
    folder = write_pack(_pack(make_sticker, 3), whatsapp, tmp_path / "pack").folder
    assert sorted(path.name for path in (folder / "upload").iterdir()) == [
        "01.webp",
        "02.webp",
        "03.webp",
        "contents.json",
        "tray.png",
    ]


def test_a_folder_with_other_things_is_left_alone(make_sticker: MakeSticker, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("소중한 글", encoding="utf-8")
    with pytest.raises(PyojeongError, match=r"thesis\.txt") as caught:
        write_pack(_pack(make_sticker), LINE, tmp_path)
    assert caught.value.kind == "not-empty" and (tmp_path / "thesis.txt").read_text(encoding="utf-8") == "소중한 글"


def test_foreign_files_in_a_finished_pack_stop_it(make_sticker: MakeSticker, tmp_path: Path) -> None:
    folder = write_pack(_pack(make_sticker), LINE, tmp_path / "pack").folder
    (folder / "notes.txt").write_text("메모", encoding="utf-8")
    with pytest.raises(PyojeongError, match=r"notes\.txt"):
        write_pack(_pack(make_sticker), LINE, folder)
    assert (folder / "notes.txt").exists()


@pytest.mark.parametrize("name", ["photos.zip", "contact-list.txt", "upload/mine.png"])
def test_files_that_look_like_ours_are_not_thrown_away(name: str, make_sticker: MakeSticker, tmp_path: Path) -> None:
    folder = write_pack(_pack(make_sticker), LINE, tmp_path / "pack").folder
    (folder / name).write_bytes(b"mine")
    with pytest.raises(PyojeongError, match=name.rpartition("/")[2]):
        write_pack(_pack(make_sticker), LINE, folder)
    assert (folder / name).read_bytes() == b"mine"


def test_what_a_file_browser_leaves_does_not_stop_it(make_sticker: MakeSticker, tmp_path: Path) -> None:
    folder = write_pack(_pack(make_sticker), LINE, tmp_path / "pack").folder
    for place in (folder, folder / "upload"):
        (place / ".DS_Store").write_bytes(b"left")
    assert not any(file.drawn for file in write_pack(_pack(make_sticker), LINE, folder).files)
    assert not (folder / "upload" / ".DS_Store").exists()


@pytest.mark.parametrize("new_is_there", [True, False])
def test_a_crash_while_the_pack_is_put_into_place_is_healed(
    new_is_there: bool, make_sticker: MakeSticker, tmp_path: Path
) -> None:
    folder = write_pack(_pack(make_sticker), LINE, tmp_path / "pack").folder
    left = tmp_path / ".pack.old"
    if new_is_there:
        shutil.copytree(folder, left)
    else:
        folder.rename(left)
    assert not any(file.drawn for file in write_pack(_pack(make_sticker), LINE, folder).files)
    assert folder.is_dir() and not list(tmp_path.glob(".*"))


def test_a_second_writer_is_told_and_the_first_is_not_disturbed(make_sticker: MakeSticker, tmp_path: Path) -> None:
    kinds: list[str] = []

    def another_comes(share: float) -> None:
        if share < 1:
            with pytest.raises(PyojeongError) as caught:
                write_pack(_pack(make_sticker, 16), LINE, tmp_path / "pack")
            kinds.append(caught.value.kind)

    written = write_pack(_pack(make_sticker), LINE, tmp_path / "pack", progress=another_comes)
    assert set(kinds) == {"busy-folder"} and len(written.files) == 10
    assert len(write_pack(_pack(make_sticker, 16), LINE, tmp_path / "pack").files) == 18


@pytest.mark.parametrize("name", [".pack.old", ".pack.making"])
def test_strangers_under_the_names_of_work_are_told_and_kept(
    name: str, make_sticker: MakeSticker, tmp_path: Path
) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("소중한 글", encoding="utf-8")
    for linked in (True, False):
        if linked:
            (tmp_path / name).symlink_to(tmp_path / "mine")
        else:
            (tmp_path / name).write_bytes(b"x")
        with pytest.raises(PyojeongError, match=name):
            write_pack(_pack(make_sticker), LINE, tmp_path / "pack")
        (tmp_path / name).unlink()
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["thesis.txt"]


def test_somebody_elses_old_folder_is_kept(make_sticker: MakeSticker, tmp_path: Path) -> None:
    (tmp_path / ".pack.old").mkdir()
    (tmp_path / ".pack.old" / "thesis.txt").write_text("소중한 글", encoding="utf-8")
    with pytest.raises(PyojeongError, match=r"\.pack\.old"):
        write_pack(_pack(make_sticker), LINE, tmp_path / "pack")
    assert (tmp_path / ".pack.old" / "thesis.txt").exists()


def test_a_link_among_the_files_is_replaced_and_not_followed(make_sticker: MakeSticker, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("소중한 글", encoding="utf-8")
    (tmp_path / ".pack.making" / "upload").mkdir(parents=True)
    (tmp_path / ".pack.making" / "upload" / "01.png").symlink_to(tmp_path / "thesis.txt")
    folder = write_pack(_pack(make_sticker), LINE, tmp_path / "pack").folder
    assert (tmp_path / "thesis.txt").read_text(encoding="utf-8") == "소중한 글"
    assert not (folder / "upload" / "01.png").is_symlink()


def test_work_that_never_began_leaves_nothing(make_sticker: MakeSticker, tmp_path: Path) -> None:
    def fails(size_wh: tuple[int, int]) -> None:
        raise PyojeongError("못 그렸습니다.", "Could not draw.")

    broken = Sticker(fails, "broken", make_sticker(0).emotion, Making("x"))  # type: ignore[arg-type]
    with pytest.raises(PyojeongError, match="못 그렸습니다"):
        write_pack(Pack("동글이", "나", (broken, *[make_sticker(i) for i in range(1, 8)])), LINE, tmp_path / "pack")
    assert not list(tmp_path.iterdir())


def test_the_root_of_all_folders_is_no_pack(make_sticker: MakeSticker) -> None:
    with pytest.raises(PyojeongError, match="이름"):
        write_pack(_pack(make_sticker), LINE, Path("/"))


def test_a_picture_that_cannot_be_drawn_leaves_the_old_pack(make_sticker: MakeSticker, tmp_path: Path) -> None:
    def fails(size_wh: tuple[int, int]) -> None:
        raise PyojeongError("못 그렸습니다.", "Could not draw.")

    old = write_pack(_pack(make_sticker), LINE, tmp_path / "pack").archive.read_bytes()
    broken = Sticker(fails, "broken", make_sticker(0).emotion, Making("x"))  # type: ignore[arg-type]
    stickers = (broken, *[make_sticker(i) for i in range(1, 8)])
    with pytest.raises(PyojeongError, match="못 그렸습니다"):
        write_pack(Pack("동글이", "나", stickers), LINE, tmp_path / "pack")
    assert (tmp_path / "pack" / "line.zip").read_bytes() == old


def test_whatsapps_manifest_names_every_file(make_sticker: MakeSticker, tmp_path: Path) -> None:
    folder = write_pack(_pack(make_sticker, 3), find_store("whatsapp"), tmp_path / "pack").folder
    (pack,) = json.loads((folder / "upload" / "contents.json").read_text(encoding="utf-8"))["sticker_packs"]
    assert [entry["image_file"] for entry in pack["stickers"]] == ["01.webp", "02.webp", "03.webp"]
    assert pack["stickers"][0]["emojis"] == ["😀"] and pack["tray_image_file"] == "tray.png"
    assert pack["animated_sticker_pack"] is False and pack["name"] == "동글이"


def test_alt_texts_are_a_table_spreadsheets_read(make_sticker: MakeSticker, tmp_path: Path) -> None:
    folder = write_pack(_pack(make_sticker), LINE, tmp_path / "pack").folder
    data = (folder / "alt-text.csv").read_bytes()
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert data.startswith(b"\xef\xbb\xbf") and len(rows) == 8
    assert rows[1]["file"] == "02.png" and rows[1]["alt_ko"] == "얼굴 1" and rows[1]["alt_en"] == "face 1"


def test_the_sheets_show_every_picture_on_both_grounds(make_sticker: MakeSticker, tmp_path: Path) -> None:
    folder = write_pack(_pack(make_sticker), LINE, tmp_path / "pack").folder
    light = np.asarray(PIL.Image.open(folder / "contact-light.png"))
    dark = np.asarray(PIL.Image.open(folder / "contact-dark.png"))
    assert light[0, 0].tolist() == [255, 255, 255] and dark[0, 0].tolist() == [30, 31, 36]
    cells = [light[:132, left : left + 132] for left in range(0, light.shape[1], 132)]
    assert len(cells) == 8 and all((cell < 128).any() for cell in cells)


def test_photos_and_models_are_declared(make_sticker: MakeSticker, tmp_path: Path) -> None:
    pack = _pack(make_sticker, photo=True, text_model="some-lm")
    text = (write_pack(pack, LINE, tmp_path / "pack").folder / "declaration.md").read_text(encoding="utf-8")
    assert "Photos: **예 / yes**" in text and "some-lm" in text
    assert "Generative AI in the pictures: **아니요 / no**" in text and "생성형 이미지 모델을 쓰지 않았습니다" in text


def test_no_model_is_only_said_when_it_is_true(make_sticker: MakeSticker, tmp_path: Path) -> None:
    pack = Pack("동글이", "나", (*[make_sticker(i) for i in range(7)], make_sticker(7, image_model="some-diffusion")))
    folder = write_pack(pack, LINE, tmp_path / "pack").folder
    text = (folder / "declaration.md").read_text(encoding="utf-8")
    log = json.loads((folder / "provenance.json").read_text(encoding="utf-8"))
    assert "쓰지 않았습니다" not in text and "some-diffusion" in text
    assert log["no_image_model"] is False and log["statement"] is None and not no_image_model(pack)
    with pytest.raises(ValueError, match="image model"):
        statements(pack)


def test_the_declaration_warns_where_the_store_bars_the_pictures(make_sticker: MakeSticker) -> None:
    from pyojeong.stickers.packing.papers import declaration_markdown

    kakao = find_store("kakao")
    barred = declaration_markdown(_pack(make_sticker, 32, image_model="some-diffusion"), kakao)
    assert "낼 수 없습니다" in barred
    assert "낼 수 없습니다" not in declaration_markdown(_pack(make_sticker, 32), kakao)


@pytest.mark.parametrize(
    ("store", "count", "said"), [("kakao", 31, "32개여야"), ("line", 9, "8 / 16"), ("ogq", 25, "24")]
)
def test_a_wrong_number_is_said_at_once(make_sticker: MakeSticker, store: str, count: int, said: str) -> None:
    asked: list[tuple[int, int]] = []
    with pytest.raises(PyojeongError, match=said):
        check_suits(_pack(make_sticker, count, asked=asked), find_store(store))
    assert not asked


def test_emoji_and_title_are_checked(make_sticker: MakeSticker) -> None:
    bare = Sticker(make_sticker(0).picture_of, "bare", make_sticker(0).emotion, Making("x"))
    with pytest.raises(PyojeongError, match="이모지가 1–20개"):
        check_suits(Pack("a", "b", (bare,)), find_store("telegram"))
    with pytest.raises(PyojeongError, match="40자까지인데 42자"):
        check_suits(Pack("가" * 21, "b", _pack(make_sticker).stickers), LINE)


def test_what_was_written_is_read_back(make_sticker: MakeSticker, tmp_path: Path) -> None:
    telegram = find_store("telegram-video")
    written = write_pack(_pack(make_sticker, 1, moves=True, frames=8, seconds=0.8), telegram, tmp_path / "pack")
    for place in (written.folder, written.archive):
        pack = read_pack(place, telegram)
        assert [file.name for file in pack.stickers] == ["001.webm"] and [file.name for file in pack.icons] == [
            "icon.webm"
        ]
        facts = pack.stickers[0].picture
        assert facts is not None and (facts.size_wh, facts.frames, facts.has_sound) == ((512, 512), 8, False)


def test_values_are_checked_at_birth(make_sticker: MakeSticker) -> None:
    with pytest.raises(ValueError, match="own name"):
        Pack("a", "b", (make_sticker(1), make_sticker(1)))
    with pytest.raises(ValueError, match="letters, digits"):
        Sticker(make_sticker(1).picture_of, "../x", make_sticker(1).emotion, Making("x"))
    with pytest.raises(ValueError, match="title"):
        Pack(" ", "b", (make_sticker(1),))


def test_no_cell_of_the_alt_texts_is_run_by_a_spreadsheet(make_sticker) -> None:  # type: ignore[no-untyped-def]
    pack = Pack("팩", "나", (replace(make_sticker(0), caption="=HYPERLINK(1)", alt_korean="@안녕"),))
    cells = next(csv.reader(alt_text_csv(pack, ["01.png"]).decode("utf-8-sig").splitlines()[1:]))
    assert "'=HYPERLINK(1)" in cells and "'@안녕" in cells
