"""What a pack's own papers change: captions, emotions, declaration, manners; hostile papers count as none."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import PIL.Image
import PIL.ImageDraw
import pytest
from broken_packs import DrawnPack, face, png, sound_pack

from pyojeong.emotion import Emotion
from pyojeong.media.fonts import FontWeight, font_path
from pyojeong.reading.drawn import DrawnReading
from pyojeong.reading.page.page import Line, Word
from pyojeong.stickers.packing import read_pack
from pyojeong.stickers.preflight import Instruments, Report, Severity, check_pack
from pyojeong.stickers.preflight.papers import Papers, read_papers
from pyojeong.stickers.stores import find_store

Write = Callable[..., Path]


@pytest.fixture
def written(tmp_path: Path) -> Write:
    """A pack of 8 for LINE as it is written here, its log changed by ``sticker`` for the first one."""

    def write(store: str = "line", first: bytes | None = None, **sticker: Any) -> Path:
        files = dict(sound_pack(store).files)
        if first is not None:
            files["01.png"] = first
        folder = tmp_path / "made"
        DrawnPack("", store, files).write(folder / "upload")
        stickers, entries = [], []
        for number, (name, data) in enumerate(files.items()):
            making = {"design": "round-face", "parameters": {}, "photo": False, "image_model": None, "text_model": None}
            entry = {"name": f"m{number}", "emotion": "joy", "caption": "", "emoji": [], "alt": {}, "making": making}
            file = {"name": name, "sticker": f"m{number}", "sha256": hashlib.sha256(data).hexdigest()}
            if number == 0:
                entry |= {key: value for key, value in sticker.items() if key not in ("making", "drawn")}
                making.update(sticker.get("making", {}))
                file["caption"] = sticker.get("drawn")
            stickers.append(entry)
            entries.append(file)
        log = {"format": "pyojeong.pack/1", "title": "동그라미", "stickers": stickers, "files": entries}
        (folder / "provenance.json").write_text(json.dumps(log), encoding="utf-8")
        return folder

    return write


def _codes(report: Report) -> list[str]:
    return [finding.code for finding in report.findings]


def _check(place: Path, **instruments: Any) -> Report:
    return check_pack(place, find_store("line"), instruments=Instruments(**instruments))


def _papers(place: Path) -> Papers:
    return read_papers(read_pack(place, find_store("line")))


def _worded(ink: tuple[int, int, int], size: int, words: str = "고마워요") -> tuple[bytes, list[float]]:
    """A face with words in the drawing of 350×300 that LINE's margins leave, and their box as shares of it."""
    picture = PIL.Image.new("RGBA", (370, 320), (0, 0, 0, 0))
    small = face((250, 216), 1)
    picture.paste(small, (60, 12))
    font = PIL.ImageFont.truetype(str(font_path(FontWeight.BOLD)), size)
    pen = PIL.ImageDraw.Draw(picture)
    pen.text((185, 264), words, (*ink, 255), font=font, anchor="mm")
    left, top, right, bottom = pen.textbbox((185, 264), words, font=font, anchor="mm")
    return png(picture), [(left - 10) / 350, (top - 10) / 300, (right - 10) / 350, (bottom - 10) / 300]


def test_a_caption_that_is_too_small_is_told_with_its_height(written: Write) -> None:
    data, box = _worded((214, 60, 110), 18)
    report = _check(written(first=data, caption="고마워요", drawn={"box": box, "height": 0.3}))
    (found,) = [f for f in report.findings if f.severity is not Severity.NOTE]
    assert (found.code, found.sticker) == ("caption-small", "01.png")
    assert "픽셀 높이라 읽기 어렵습니다" in found.says.korean and "고마워요" in found.says.korean


def test_a_pale_caption_is_told_with_its_ground(written: Write) -> None:
    data, box = _worded((242, 242, 240), 60)
    report = _check(written(first=data, caption="고마워요", drawn={"box": box, "height": 0.3}))
    (found,) = [f for f in report.findings if f.code.startswith("caption")]
    assert found.code == "caption-faint-on-light" and "대비" in found.says.korean


def test_a_caption_that_can_be_read_is_not_spoken_of(written: Write) -> None:
    data, box = _worded((214, 60, 110), 60)
    report = _check(written(first=data, caption="고마워요", drawn={"box": box, "height": 0.3}))
    assert not [code for code in _codes(report) if code.startswith("caption")]


def test_without_a_place_captions_are_looked_for_and_what_is_not_found_is_said(written: Write) -> None:
    data, _ = _worded((120, 20, 60), 18)
    word = Word("고마워요", 0.5, (400.0, 620.0, 480.0, 645.0))
    found = _check(written(first=data, caption="고마워요"), lines_in=lambda grey: (Line((word,)),))
    assert "caption-small" in _codes(found)
    missed = _check(written(first=data, caption="고마워요"), lines_in=lambda grey: ())
    assert "caption-unmeasured" in _codes(missed)
    nobody = _check(written(first=data, caption="고마워요"))
    assert any("글귀" in said.korean for said in nobody.unchecked)


def test_an_emotion_read_as_another_is_a_warning_only_when_the_reader_is_sure(written: Write) -> None:
    def reader(certainty: float) -> Callable[[np.ndarray], DrawnReading]:
        rest = (1 - certainty) / 7
        shares = {emotion: certainty if emotion is Emotion.SADNESS else rest for emotion in Emotion}
        return lambda picture: DrawnReading(shares | {Emotion.DISGUST: rest + 1e-6}, certainty)

    sure = _check(written(), read_face=reader(0.9))
    found = [f for f in sure.findings if f.code == "emotion"]
    assert len(found) == 8 and "우리 판독기에는 슬픔(90%)" in found[0].says.korean
    assert sure.passed
    unsure = _check(written(), read_face=reader(0.4))
    assert "emotion" not in _codes(unsure) and "emotion-unsure" in _codes(unsure)
    (note,) = [f for f in unsure.findings if f.code == "emotion-unsure"]
    assert len(note.others) == 8 and all(name in note.says.korean for name in note.others)
    assert note.says.korean.count("읽은 것은 슬픔 40%") == 8
    right = _check(written(emotion="sadness"), read_face=reader(0.9))
    assert "01.png" not in [f.sticker for f in right.findings]


def test_every_sticker_read_as_another_is_named_the_second_choice_too(written: Write) -> None:
    few = {emotion: 0.0 for emotion in Emotion} | {Emotion.SADNESS: 0.88}
    for share in (0.12, 0.03):  # second, and nearly ruled out
        shares = few | {Emotion.JOY: share, Emotion.FEAR: 0.12 - share}
        report = _check(written(emotion="joy"), read_face=lambda picture, read=shares: DrawnReading(read, 0.88))
        (note,) = [f for f in report.findings if f.code == "emotion-unsure"]
        assert "01.png" in note.others and f"뜻은 기쁨 {share:.0%}, 읽은 것은 슬픔 88%" in note.says.korean


def test_an_image_model_is_barred_at_kakao_and_declared_at_line(written: Write) -> None:
    place = written("kakao", making={"image_model": "some-diffusion"})
    report = check_pack(place, find_store("kakao"), instruments=Instruments())
    (found,) = [f for f in report.findings if f.code == "image-model"]
    assert found.severity is Severity.ERROR and "some-diffusion" in found.says.korean and not report.passed


def test_a_photo_is_declared(written: Write) -> None:
    report = _check(written(making={"photo": True}))
    (found,) = [f for f in report.findings if f.code == "photo"]
    assert found.severity is Severity.NOTE and found.others == ("01.png",)


def test_rude_words_are_told_wherever_they_stand(written: Write) -> None:
    report = _check(written(caption="야 이 병신아"), is_polite=lambda words: "병신" not in words)
    (found,) = [f for f in report.findings if f.code == "rude"]
    assert found.sticker == "01.png" and "글귀" in found.says.korean


def test_a_file_changed_since_is_told(written: Write) -> None:
    place = written()
    (place / "upload" / "02.png").write_bytes(png(face((370, 320), 9)))
    (found,) = [f for f in _check(place).findings if f.code == "changed"]
    assert found.others == ("02.png",)


def test_papers_are_found_from_the_upload_folder_and_beside_the_archive(written: Write) -> None:
    place = written(caption="안녕")
    DrawnPack("", "line", {p.name: p.read_bytes() for p in (place / "upload").iterdir()}).zipped(place / "line.zip")
    for where in (place, place / "upload", place / "line.zip"):
        assert _papers(where).of("01.png").caption == "안녕"


def test_papers_beside_an_archive_count_only_when_they_speak_of_its_files(written: Write, tmp_path: Path) -> None:
    """Packs lie side by side in one folder of downloads."""
    place = written(caption="안녕")
    foreign = {name: png(face((370, 320), 40 + n)) for n, name in enumerate(sound_pack("line").files)}
    DrawnPack("", "line", foreign).zipped(place / "someone.zip")
    papers = _papers(place / "someone.zip")
    assert papers.source == "" and papers.of("01.png").caption == ""
    (place / "alt-text.csv").write_text("file,caption\r\n01.png,안녕\r\n", encoding="utf-8")
    assert _papers(place / "someone.zip").source == ""


def test_a_whole_pack_in_one_archive_is_read_with_its_papers(written: Write, tmp_path: Path) -> None:
    """As the page and the server hand it out: what goes to the store under ``upload/``, sheets beside it."""
    place = written(caption="안녕")
    files = {path.relative_to(place).as_posix(): path.read_bytes() for path in place.rglob("*") if path.is_file()}
    whole = DrawnPack("", "line", {**files, "contact-light.png": files["upload/01.png"]}).zipped(tmp_path / "all.zip")
    report = _check(whole)
    assert [row.name for row in report.rows][:2] == ["01.png", "02.png"] and len(report.rows) == 10
    assert report.rows[0].caption == "안녕" and report.provenance == "provenance.json"


def test_cells_that_spreadsheets_would_run_come_back_as_they_were(tmp_path: Path) -> None:
    DrawnPack("", "line", sound_pack("line").files).write(tmp_path)
    (tmp_path / "alt-text.csv").write_text("file,caption\r\n01.png,'-_- 졸려\r\n", encoding="utf-8")
    assert _papers(tmp_path).of("01.png").caption == "-_- 졸려"


@pytest.mark.parametrize(
    "log",
    [
        "",
        "[]",
        "null",
        '{"format": "pyojeong.pack/1"}',
        '{"format": "pyojeong.pack/1", "stickers": 3, "files": {"name": 1}}',
        '{"format": "pyojeong.pack/1", "stickers": [{"name": "a", "emotion": 7, "making": []}],'
        ' "files": [{"name": "01.png", "sticker": "a", "sha256": 4}, 5]}',
        "[" * 100_000,
    ],
)
def test_odd_papers_say_nothing_and_break_nothing(log: str, tmp_path: Path) -> None:
    (tmp_path / "upload").mkdir()
    (tmp_path / "provenance.json").write_text(log, encoding="utf-8")
    (tmp_path / "upload" / "01.png").write_bytes(png(face((370, 320))))
    paper = _papers(tmp_path).of("01.png")
    assert paper.emotion is None and paper.caption_box is None


@pytest.mark.parametrize("box", [[0, 0, 1], [0.5, 0.5, 0.2, 0.9], [0, 0, 2, 1], ["a", 0, 1, 1], None, [True, 0, 1]])
def test_a_box_that_is_none_is_no_box(box: object, written: Write) -> None:
    assert _papers(written(drawn={"box": box})).of("01.png").caption_box is None


@pytest.mark.parametrize("height", [True, -0.1, 1.5, "0.2", None])
def test_a_height_that_is_none_is_no_height(height: object, written: Write) -> None:
    assert _papers(written(drawn={"box": [0, 0, 1, 1], "height": height})).of("01.png").caption_height is None


def test_of_lines_whose_rims_touch_the_log_knows_the_height(written: Write) -> None:
    """Measured alone, two lines that touch are one high one; what the log says may only make it less."""
    data, box = _worded((214, 60, 110), 60)
    told = _check(written(first=data, caption="고마워요", drawn={"box": box, "height": 0.06}))
    assert "caption-small" in _codes(told)
    boast = _check(written(first=_worded((214, 60, 110), 18)[0], caption="고마워요", drawn={"box": box, "height": 0.9}))
    assert "caption-small" in _codes(boast)


def test_another_font_than_the_dressed_one_is_told_with_its_letters(written: Write) -> None:
    data, box = _worded((214, 60, 110), 60)
    drawn = {"box": box, "height": 0.3, "lacking": "뷁"}
    (found,) = [f for f in _check(written(first=data, caption="뷁", drawn=drawn)).findings if f.code == "caption-font"]
    assert found.severity is Severity.WARNING and "뷁" in found.says.korean and found.measured == "뷁"


def test_numbers_that_are_only_reported_are_told(check, written: Write) -> None:  # type: ignore[no-untyped-def]
    told = [said.korean for said in check(sound_pack("kakao")).unchecked]
    assert any("전해 들은 수치" in words and "용량" in words for words in told)
    assert any("78×78" in words for words in told)  # where reports contradict one another
    assert not any("용량" in said.korean for said in _check(written()).unchecked)  # LINE's own pages were read


def test_icons_are_named_and_not_counted_among_the_stickers(written: Write) -> None:
    place = written(making={"photo": True})
    log = json.loads((place / "provenance.json").read_text("utf-8"))
    log["stickers"][-1]["making"]["photo"] = True  # the tab
    (place / "provenance.json").write_text(json.dumps(log), encoding="utf-8")
    (found,) = [f for f in _check(place).findings if f.code == "photo"]
    assert "스티커가 1개 있습니다(곁그림 tab.png도" in found.says.korean and found.others == ("01.png", "tab.png")
