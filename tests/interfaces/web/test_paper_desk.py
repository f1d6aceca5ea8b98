"""What a visitor does with a paper: read, correct, choose, send on, stop."""

from __future__ import annotations

import asyncio
import io
from pathlib import Path
from typing import Any

import numpy as np
import PIL.Image
import pytest

from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring
from pyojeong.interfaces.pages import PageEye
from pyojeong.interfaces.web.handoff import photos, texts
from pyojeong.interfaces.web.paper.desk import PaperDesk, Work
from pyojeong.interfaces.web.paper.sample import sample_page
from pyojeong.interfaces.web.shelf import shelf
from pyojeong.interfaces.web.studio import page as studio_page
from pyojeong.interfaces.web.studio.desk import Desk

from ..page_doubles import FakeLooker, FakeReader


def read(desk: PaperDesk, pictures: Path) -> None:
    asyncio.run(desk.open_picture((pictures / "portrait.png").read_bytes()))


def test_an_opened_picture_is_read_and_shown(pictures: Path, page_reader: FakeReader) -> None:
    desk = PaperDesk()
    seen: list[Work | None] = []
    desk.watch(lambda: seen.append(desk.work))
    read(desk, pictures)
    assert desk.trouble is None
    assert desk.written == ["오늘 속상헸다.", "그래도 기뻐."]
    assert {Work.OPENING, Work.READING, None} <= set(seen)
    assert desk.shown is not None and shelf.at(desk.shown.address.rsplit("/", 1)[1]) is not None
    address = desk.shown.address
    desk.close()
    assert shelf.at(address.rsplit("/", 1)[1]) is None


def test_corrected_lines_go_to_the_score_as_running_text(pictures: Path, page_reader: FakeReader) -> None:
    desk = PaperDesk()
    read(desk, pictures)
    desk.write(0, "오늘 속상했다.")
    assert desk.text == "오늘 속상했다.\n그래도 기뻐."
    sent = texts.at(desk.sent_to_score().rpartition("=")[2])
    assert sent == "오늘 속상했다. 그래도 기뻐."
    desk.write(1, "  ")
    assert desk.text == "오늘 속상했다."
    desk.write(9, "no such line")
    desk.restore()
    assert desk.written[0] == "오늘 속상헸다."


def test_a_web_page_offers_its_pictures_and_a_face_goes_to_the_studio(looker: FakeLooker) -> None:
    desk = PaperDesk()

    async def visit() -> str | None:
        await desk.look("https://example.com/")
        assert desk.found is not None and (desk.chosen, len(desk.gallery)) == (1, 2)
        desk.choose(0)
        assert await desk.sent_to_studio() is None  # nobody is in the landscape
        desk.choose(1)
        return await desk.sent_to_studio()

    address = asyncio.run(visit())
    assert address is not None and address.startswith("/?photo=")
    photo = photos.at(address.rpartition("=")[2])
    assert photo is not None and photo.face == 0
    with PIL.Image.open(io.BytesIO(photo.data)) as picture:
        assert picture.size == (384, 384)
    assert isinstance(desk.trouble, PyojeongError) and desk.trouble.kind == "sent-elsewhere"
    desk.close()


@pytest.mark.usefixtures("word_reader")
def test_the_studio_opens_the_photo_it_was_sent(looker: FakeLooker) -> None:
    paper, desk = PaperDesk(), Desk()

    async def visit() -> None:
        await paper.look("https://example.com/")
        address = await paper.sent_to_studio()
        assert address is not None
        await studio_page._first_visit(desk, None, photos.at(address.rpartition("=")[2]))

    asyncio.run(visit())
    assert desk.trouble is None
    assert desk.photo is not None and desk.photo.image.size_wh == (384, 384)
    desk.close()
    paper.close()


def test_bad_pictures_are_told_and_the_desk_goes_on(
    pictures: Path, page_reader: FakeReader, bad_picture: tuple[str, str]
) -> None:
    desk = PaperDesk()
    name, kind = bad_picture
    asyncio.run(desk.open_picture((pictures / name).read_bytes()))
    assert isinstance(desk.trouble, PyojeongError)
    assert desk.trouble.kind == ("no-writing" if kind == "no-face" else kind)
    assert desk.work is None
    desk.close()


def test_what_is_stopped_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = PaperDesk()

    class Endless:
        def look(self, written: str, *, stop: Any, progress: Any) -> None:
            progress(0.1)
            desk.cancel()
            stop()

    monkeypatch.setattr(wiring, "web_looker", Endless)
    asyncio.run(desk.look("https://example.com/"))
    assert (desk.told, desk.trouble, desk.work) == ("paper-stopped", None, None)


def test_what_is_stopped_while_it_opens_is_neither_shown_nor_read(
    monkeypatch: pytest.MonkeyPatch, pictures: Path, page_reader: FakeReader
) -> None:
    desk = PaperDesk()
    opened, shown = wiring.opened_image, len(shelf)

    def leaving(data: Any) -> Any:
        desk.close()
        return opened(data)

    monkeypatch.setattr(wiring, "opened_image", leaving)
    read(desk, pictures)
    assert (desk.told, desk.picture, desk.page, desk.work) == ("paper-stopped", None, None, None)
    assert len(shelf) == shown


def test_clova_reads_only_when_it_is_chosen(
    pictures: Path, page_reader: FakeReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    class Elsewhere(FakeReader):
        def read(self, image: Any, **what: Any) -> Any:
            asked.append(image)
            return super().read(image, **what)

    monkeypatch.setattr(wiring, "clova_reader", Elsewhere)
    desk = PaperDesk()
    read(desk, pictures)
    assert (asked, desk.told) == ([], None)
    desk.read_by(PageEye.CLOVA)
    asyncio.run(desk.read())
    assert (len(asked), desk.told) == (1, "paper-sent")
    desk.close()


def test_the_sample_looks_like_a_photograph() -> None:
    page = sample_page()
    assert page.pixels[4, 4].max() < 140  # the desk around it
    assert np.ptp(page.pixels[:, 300:800]) > 150
