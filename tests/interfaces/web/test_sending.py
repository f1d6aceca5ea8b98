"""What a person gives a page arrives or is refused in words, the same way on every page, in a real browser."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pyojeong.interfaces.settings import settings
from pyojeong.interfaces.web.refusals import upload_refusal
from visiting import Visitor

from .conftest import opened_chromium

pytestmark = pytest.mark.browser
FIELDS = {
    "/": "textarea",
    "/faces": ".gap textarea, textarea",
    "/paper": ".paper-address input",
    "/stickers": ".sticker-sentence input",
}
PASTE = """
const [selector, bytes, type, text] = arguments;
const clipboardData = new DataTransfer();
clipboardData.items.add(new File([new Uint8Array(bytes)], 'pasted.png', { type }));
if (text) clipboardData.setData('text/plain', text);
const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
document.querySelector(selector).dispatchEvent(event);
return event.defaultPrevented;
"""
DROP = """
const [selector, type] = arguments;
const dataTransfer = new DataTransfer();
dataTransfer.items.add(new File([new Uint8Array(12)], 'dropped.png'));
const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
document.querySelector(selector).dispatchEvent(event);
return event.defaultPrevented;
"""
COUNTING = """
if (window.files !== undefined) return;
const send = window.fetch;
window.files = 0;
window.fetch = (where, how) => { window.files += how?.body instanceof File; return send(where, how); };
"""


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with opened_chromium(tmp_path_factory.mktemp("sending")) as opened:
        yield opened


class Visit(Visitor):
    """A visitor who pastes; the page answers once it is alive."""

    patience_seconds = 60.0

    def __init__(self, driver: Any, address: str) -> None:
        super().__init__(driver)
        self.come(address)
        self.until(lambda: self.run("return document.querySelector('input[type=file]')"))

    def paste(self, into: str, *, size: int = 12, kind: str = "image/png", text: str = "") -> bool:
        """Whether the page took it, instead of the field."""
        return bool(self.run(PASTE, into, size, kind, text))

    @property
    def notice(self) -> str:
        return str(self.one(".notice p").text)


@pytest.fixture(params=["/", "/faces", "/paper", "/stickers"])
def page(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_a_text_is_pasted_where_somebody_writes_even_with_its_likeness(driver: Any, studio_url: str, page: str) -> None:
    visit = Visit(driver, studio_url + page)
    visit.until(lambda: visit.all(FIELDS[page]))
    assert not visit.paste(FIELDS[page], text="복사한 글")
    assert not visit.paste(FIELDS[page], kind="application/pdf")
    assert visit.paste(FIELDS[page])
    assert visit.paste("main", text="복사한 글")


def test_what_is_no_picture_arrives_and_is_said(driver: Any, studio_url: str, page: str) -> None:
    visit = Visit(driver, studio_url + page)

    def answered() -> str:
        """What the page says a second after one more paste: a page that reconnects meanwhile forgets the one before."""
        visit.paste("main")
        time.sleep(1)
        return visit.notice

    assert visit.until(answered) not in (told("lost"), told("too-heavy"))


@pytest.mark.parametrize("place", [".stage", ".viewer", ".paper"])
def test_what_is_dragged_over_a_place_is_invited_and_dropped_there(driver: Any, studio_url: str, place: str) -> None:
    visit = Visit(driver, studio_url + {".stage": "/", ".viewer": "/faces", ".paper": "/paper"}[place])
    visit.until(lambda: visit.all(place))

    def drag(kind: str) -> bool:
        return bool(visit.run(DROP, place, kind))

    assert drag("dragenter") and drag("dragover")
    visit.until(lambda: visit.all(f"{place} .stage-veil"))
    drag("dragleave")
    visit.until(lambda: not visit.all(f"{place} .stage-veil"))
    visit.run(COUNTING)
    assert drag("dragenter") and drag("drop")  # else the browser would leave the page for the file
    visit.until(lambda: visit.run("return window.files") == 1)


@pytest.mark.parametrize("page", ["/", "/faces", "/paper", "/stickers", "/score"], indirect=True)
def test_what_is_too_heavy_is_said_without_sending_it(driver: Any, studio_url: str, page: str) -> None:
    visit = Visit(driver, studio_url + page)
    size = int(settings().max_upload_megabytes * 1e6) + 1

    def refused() -> bool:
        """Whether the page said so; pasted anew each time, as a page that reconnects meanwhile forgets."""
        visit.run(COUNTING)
        visit.paste("main", size=size)
        time.sleep(1)
        return visit.notice == told("too-heavy")

    visit.until(refused)
    assert visit.run("return window.files") == 0


def test_a_picture_is_chosen_on_the_paper_page(driver: Any, studio_url: str, pictures: Path) -> None:
    visit = Visit(driver, f"{studio_url}/paper")
    visit.one(".paper input[type=file]").send_keys(str(pictures / "nobody.png"))
    visit.until(lambda: visit.all(".paper-sheet img"))


def test_a_page_whose_desk_is_gone_says_so(driver: Any, studio_url: str) -> None:
    visit = Visit(driver, f"{studio_url}/paper")
    visit.run("const send = window.fetch; window.fetch = (where, how) => send(where.replace('papers', 'gone'), how)")
    visit.paste("main")
    visit.until(lambda: visit.notice == told("lost"))


def told(key: str) -> str:
    return upload_refusal(key).korean
