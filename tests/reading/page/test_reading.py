"""Writing is read by the real Tesseract; what cannot be read is said in one sentence."""

from __future__ import annotations

import shutil
import threading
import time
from difflib import SequenceMatcher
from pathlib import Path

import cv2
import numpy as np
import PIL.Image
import pytest

import pyojeong
from pyojeong.errors import PyojeongError
from pyojeong.media import Image
from pyojeong.reading.page import Line, Page, Word, tesseract
from pyojeong.reading.page.reader import FEW_WORDS, PageReader, holds_writing, turned_back
from pyojeong.reading.page.stopping import Stop, never, when_set
from pyojeong.reading.page.tesseract import INSTALL, Tesseract, languages, lines_of_tsv

from .conftest import SENTENCES, written
from .test_preparing import LYING, on_desk

TEXT = "\n".join(SENTENCES)
SAMPLE = Path(str(pyojeong.__file__)).parent / "interfaces" / "samples" / "astronaut.jpg"


def alike(one: str, other: str) -> float:
    """Share of the letters that agree, white space aside."""
    return SequenceMatcher(None, "".join(one.split()), "".join(other.split()), autojunk=False).ratio()


@pytest.fixture
def reader(tesseract_is_here: None) -> PageReader:
    return PageReader(Tesseract.found())


def test_print_is_read_line_by_line(reader: PageReader) -> None:
    page = reader.read(Image(written()))
    assert alike(page.text, TEXT) > 0.95
    assert len(page.lines) == len(SENTENCES)
    tops = [line.box_xyxy[1] for line in page.lines]
    assert tops == sorted(tops)
    assert all(0.5 < line.confidence <= 1 for line in page.lines)


def test_a_photograph_is_read_and_boxes_lie_in_it(reader: PageReader) -> None:
    lines = (*SENTENCES, "밤에는 비가 왔고 창문을 열어 두었다.")
    page = cv2.cvtColor(written(lines), cv2.COLOR_RGB2GRAY)
    grey = on_desk(np.asarray(page, np.uint8), LYING).astype(float)
    grey[:, 500:] *= 0.5
    photo = Image(np.repeat(grey.astype(np.uint8)[:, :, None], 3, axis=2))
    page = reader.read(photo)
    assert alike(page.text, "\n".join(lines)) > 0.9
    for line in page.lines:
        left, top, right, bottom = (round(side) for side in line.box_xyxy)
        assert grey[top:bottom, left:right].min() < 90


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_page_on_its_side_is_read_all_the_same(reader: PageReader, turns: int) -> None:
    picture = np.ascontiguousarray(np.rot90(written(), turns))
    page = reader.read(Image(picture))
    assert alike(page.text, TEXT) > 0.9
    assert page.size_wh == (picture.shape[1], picture.shape[0])
    left, top, right, bottom = (round(side) for side in page.lines[0].box_xyxy)
    assert picture[top:bottom, left:right].min() < 90


def test_transparent_paper_is_white(reader: PageReader) -> None:
    rgb = written()
    alpha = np.where(rgb[:, :, :1] < 128, 255, 0).astype(np.uint8)
    assert alike(reader.read(Image(np.dstack([rgb * 0, alpha]))).text, TEXT) > 0.9


def test_a_picture_without_writing_is_told(reader: PageReader) -> None:
    with pytest.raises(PyojeongError) as told:
        reader.read(Image(np.full((200, 300, 3), 255, np.uint8)))
    assert told.value.kind == "no-writing"


def test_a_portrait_without_writing_is_told(reader: PageReader) -> None:
    portrait = Image(np.ascontiguousarray(PIL.Image.open(SAMPLE).convert("RGB")))
    with pytest.raises(PyojeongError) as told:
        reader.read(portrait)
    assert told.value.kind == "no-writing"


def page_of(count: int, confidence: float) -> Page:
    words = tuple(Word("글자", confidence, (0.0, 0.0, 9.0, 9.0)) for _ in range(count))
    return Page((Line(words),) if words else (), (99, 99), "tesseract")


@pytest.mark.parametrize(
    ("count", "confidence", "expected"),
    [(0, 0.0, False), (3, 0.28, False), (3, 0.6, True), (FEW_WORDS, 0.39, False), (FEW_WORDS + 1, 0.3, True)],
)
def test_few_unsure_words_are_no_writing_and_many_are(count: int, confidence: float, expected: bool) -> None:
    assert holds_writing(page_of(count, confidence)) is expected


class Rimmed:
    """Reads the grey rim of a page as letters."""

    def lines(self, grey: np.ndarray, *, stop: Stop = never) -> tuple[Line, ...]:
        rim = Word("ㅣ", 0.1, (0.0, 0.0, 2.0, 9.0))
        return Line((rim,)), Line((rim, Word("오늘은", 0.9, (20.0, 0.0, 50.0, 9.0))))


def test_rims_are_left_out_and_do_not_count() -> None:
    page = PageReader(Rimmed()).read(Image(written()))
    assert (page.text, page.confidence) == ("오늘은", 0.9)


def test_a_person_can_stop(reader: PageReader) -> None:
    event = threading.Event()
    threading.Timer(0.15, event.set).start()
    large = np.tile(written(), (3, 3, 1))
    with pytest.raises(PyojeongError) as told:
        reader.read(Image(large), stop=when_set(event))
    assert told.value.kind == "cancelled"


def test_progress_grows_to_one(reader: PageReader) -> None:
    told: list[float] = []
    reader.read(Image(written()), progress=told.append)
    assert told == sorted(told) and told[-1] == 1.0


def test_without_tesseract_the_sentence_says_what_installs_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PyojeongError, match=INSTALL):
        Tesseract.found()
    fake = tmp_path / "tesseract"
    fake.write_text("#!/bin/sh\necho eng\n")
    fake.chmod(0o755)
    with pytest.raises(PyojeongError, match=INSTALL):  # the program without its Korean model
        Tesseract.found()


def program(folder: Path, script: str) -> Tesseract:
    fake = folder / "tesseract"
    fake.write_text(f"#!/bin/sh\n{script}\n")
    fake.chmod(0o755)
    return Tesseract(str(fake), time_limit_seconds=0.5)


def test_a_program_that_hangs_is_ended(tmp_path: Path) -> None:
    started = time.monotonic()
    with pytest.raises(PyojeongError) as told:
        program(tmp_path, "exec sleep 60").lines(np.zeros((9, 9), np.uint8))
    assert told.value.kind == "too-slow"
    assert time.monotonic() - started < 30, "the program itself goes on for a minute"


def test_a_program_that_says_nothing_of_its_models_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tesseract, "ANSWER_SECONDS", 0.5)
    monkeypatch.setattr(shutil, "which", lambda name: program(tmp_path, "exec sleep 60").program)
    with pytest.raises(PyojeongError, match="TimeoutExpired") as told:
        Tesseract.found()
    assert told.value.kind == "tesseract-failed"


def test_a_program_that_cannot_be_started_is_told(tmp_path: Path) -> None:
    with pytest.raises(PyojeongError, match="FileNotFoundError") as told:
        languages(str(tmp_path / "gone"))
    assert told.value.kind == "tesseract-failed"


def test_models_are_asked_for_once_and_one_installed_meanwhile_is_found(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked, models = tmp_path / "asked", tmp_path / "models"
    found = program(tmp_path, f"echo once >> {asked}\ncat {models}")
    monkeypatch.setattr(shutil, "which", lambda name: found.program)
    models.write_text("eng\n")
    with pytest.raises(PyojeongError, match=INSTALL):
        Tesseract.found()
    models.write_text("eng\nkor\n")
    assert {Tesseract.found().program for _ in range(3)} == {found.program}
    assert asked.read_text().split() == ["once", "once"]


def test_a_program_that_fails_is_told(tmp_path: Path) -> None:
    with pytest.raises(PyojeongError) as told:
        program(tmp_path, "exit 3").lines(np.zeros((9, 9), np.uint8))
    assert told.value.kind == "tesseract-failed"
    assert "3" in told.value.korean


def test_rows_without_words_are_left_out() -> None:
    head = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
    rows = (
        '1\t1\t0\t0\t0\t0\t0\t0\t9\t9\t-1\t\n5\t1\t1\t1\t1\t1\t0\t0\t9\t9\t96\t \n5\t1\t1\t1\t2\t1\t0\t0\t9\t9\t-1\t"\n'
    )
    (line,) = lines_of_tsv(head + rows)
    assert (line.text, line.confidence) == ('"', 0.0)


class OnItsHead:
    """Sure only of pages whose lower half is dark."""

    def lines(self, grey: np.ndarray, *, stop: Stop = never) -> tuple[Line, ...]:
        upper, lower = np.array_split(grey.astype(float), 2)
        return (Line((Word("가", 0.9 if lower.mean() < upper.mean() else 0.1, (0.0, 0.0, 10.0, 10.0)),)),)


def test_only_unsure_pages_are_turned_on_their_head() -> None:
    page = written().copy()
    page[: len(page) // 2] = np.where(page[: len(page) // 2] < 128, 255, page[: len(page) // 2])
    for picture in (page, np.ascontiguousarray(page[::-1, ::-1])):
        assert PageReader(OnItsHead()).read(Image(picture)).confidence == 0.9


def test_turning_back_is_a_whole_turn() -> None:
    page = Page((Line((Word("가", 1.0, (1.0, 2.0, 5.0, 4.0)),)),), (40, 20), "tesseract")
    turned = page
    for _ in range(4):
        turned = turned_back(turned, 1)
    assert turned == page


@pytest.mark.parametrize(
    "broken",
    [
        lambda: Word("", 0.5, (0, 0, 1, 1)),
        lambda: Word("두 말", 0.5, (0, 0, 1, 1)),
        lambda: Word("말", 1.5, (0, 0, 1, 1)),
        lambda: Word("말", 0.5, (2, 0, 1, 1)),
        lambda: Line(()),
    ],
)
def test_values_are_checked_at_birth(broken: object) -> None:
    with pytest.raises(ValueError):
        broken()  # type: ignore[operator]
