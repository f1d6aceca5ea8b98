"""What is found at a web address: the page's own pictures, and the page as a browser shows it."""

from __future__ import annotations

import io
import json
import shutil
import time
from dataclasses import replace

import numpy as np
import PIL.Image
import pytest

from pyojeong.errors import PyojeongError
from pyojeong.media import Image
from pyojeong.media.opening import open_image
from pyojeong.reading.page.stopping import Stop, never
from pyojeong.reading.page.web import looking
from pyojeong.reading.page.web.address import WebAddress
from pyojeong.reading.page.web.browser import NAMES, WINDOW_WH, Browser
from pyojeong.reading.page.web.fetching import Fetcher, Limits
from pyojeong.reading.page.web.looking import MOST_PICTURES, MOST_PIXELS, Looker, Seen
from pyojeong.reading.page.web.pictures import mentioned_pictures
from pyojeong.reading.page.web.screenshotlayer import Screenshotlayer

from .conftest import Site, answer, redirect


def png(width: int, height: int, colour: tuple[int, int, int] = (200, 40, 40)) -> bytes:
    stream = io.BytesIO()
    PIL.Image.new("RGB", (width, height), colour).save(stream, "PNG")
    return stream.getvalue()


@pytest.fixture
def looker(fetcher: Fetcher) -> Looker:
    return Looker(fetcher, open_image)


def test_the_pictures_a_page_names_come_first_and_broken_ones_are_left_out(
    site: Site, inner: Site, looker: Looker
) -> None:
    page = f"""<meta property="og:image" content="/main.png"><img src="/small.png"><img src="/gone.png">
    <img src="/text.png"><img src="{inner.url("/secret", "127.0.0.1")}"><img src="file:///etc/passwd">
    <img src="/wide.png" width="900" height="600" alt="바다">"""
    site.answers["/"] = answer(page.encode())
    site.answers["/main.png"] = answer(png(400, 300), "image/png")
    site.answers["/wide.png"] = answer(png(900, 600), "image/png")
    site.answers["/small.png"] = answer(png(40, 40), "image/png")
    site.answers["/text.png"] = answer(b"not a picture", "image/png")
    found = looker.look(site.url("/"))
    assert [(one.image.size_wh, one.alternative) for one in found.pictures] == [((400, 300), ""), ((900, 600), "바다")]
    assert inner.asked == []


def test_the_address_of_a_picture_is_the_picture(site: Site, looker: Looker) -> None:
    site.answers["/a"] = redirect("/b.png")
    site.answers["/b.png"] = answer(png(120, 130), "image/png")
    found = looker.look(site.url("/a"))
    assert [(one.image.size_wh, one.seen) for one in found.pictures] == [((120, 130), Seen.MAIN)]
    assert found.address.endswith("/b.png")


def test_a_page_without_pictures_is_told(site: Site, looker: Looker) -> None:
    site.answers["/"] = answer("<p>글만 있습니다</p>".encode())
    site.answers["/pdf"] = answer(b"%PDF", "application/pdf")
    for path, kind in (("/", "web-no-picture"), ("/pdf", "web-content")):
        with pytest.raises(PyojeongError) as told:
            looker.look(site.url(path))
        assert told.value.kind == kind


def test_no_more_pictures_than_can_be_chosen_from(site: Site, looker: Looker) -> None:
    site.answers["/"] = answer("".join(f'<img src="/{n}.png">' for n in range(40)).encode())
    for number in range(40):
        site.answers[f"/{number}.png"] = answer(png(110, 110), "image/png")
    assert len(looker.look(site.url("/")).pictures) == MOST_PICTURES


def test_large_pictures_are_reduced_where_several_are_held(
    site: Site, looker: Looker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "MOST_PIXELS", 60_000)
    site.answers["/"] = answer(b'<img src="/large.png"><img src="/little.png">')
    site.answers["/large.png"] = answer(png(1200, 300), "image/png")
    site.answers["/little.png"] = answer(png(200, 200), "image/png")
    shot = replace(looker, photographer=Camera(png(900, 1600)))
    sizes = [one.image.size_wh for one in shot.look(site.url("/")).pictures]
    assert sizes == [(489, 122), (200, 200), (183, 326)]
    assert looker.look(site.url("/large.png")).pictures[0].image.size_wh == (1200, 300), "alone it is whole"


def test_a_reduced_picture_still_shows_the_same() -> None:
    left_red = np.zeros((2500, 4000, 3), np.uint8)
    left_red[:, :2000, 0] = 200
    little = looking.reduced(Image(left_red, name="a")).pixels
    height, width = little.shape[:2]
    assert width * height <= MOST_PIXELS < 1.01 * width * height
    assert little[:, : width // 2 - 1, 0].min() == 200 and little[:, width // 2 + 1 :].max() == 0


class Camera:
    notice = None

    def __init__(self, picture: bytes) -> None:
        self.picture = picture

    def screenshot(self, address: str, *, stop: Stop = never) -> bytes:
        return self.picture


class Broken:
    notice = PyojeongError("보냈습니다.", "Sent.", kind="sent-elsewhere")

    def screenshot(self, address: str, *, stop: Stop = never) -> bytes:
        raise PyojeongError("안 됩니다.", "No.", kind="web-too-slow")


def test_a_failed_screenshot_is_said_and_the_rest_is_shown(site: Site, looker: Looker) -> None:
    site.answers["/"] = answer(b'<img src="/a.png">')
    site.answers["/a.png"] = answer(png(200, 200), "image/png")
    found = replace(looker, photographer=Broken()).look(site.url("/"))
    assert [notice.kind for notice in found.notices] == ["sent-elsewhere", "web-too-slow"]
    assert len(found.pictures) == 1


def test_odd_html_is_read_as_far_as_it_goes() -> None:
    page = WebAddress.parse("https://example.com/a/b")
    odd = '<base href="https://img.example.com/x/"><meta name=twitter:image content="//t.example.com/t.jpg">'
    assert [one.address for one in mentioned_pictures(odd + '<img src="1.png"><img srcset=x><img', page)] == [
        "https://t.example.com/t.jpg",
        "https://img.example.com/x/1.png",
    ]
    assert mentioned_pictures("<" * 10_000, page) == []


@pytest.mark.parametrize(
    "odd",
    [
        '<img src="//[">', '<base href="//[">', '<base href="https://example.com:9/">', "<base href=/><base href=x>",
        f'<img src="c.png" width="{"9" * 5000}">', f"<img alt='&#{'9' * 5000};' src=d.png>", "<img =x>", "<img 'src>",
    ],
)  # fmt: skip
def test_a_link_or_number_that_is_none_spoils_no_other(odd: str) -> None:
    page = WebAddress.parse("https://example.com/")
    assert any(one.address.endswith("/1.png") for one in mentioned_pictures(odd + '<img src="1.png">', page))


def test_pictures_in_comments_and_scripts_are_not_shown() -> None:
    page = WebAddress.parse("https://example.com/")
    hidden = "<!-- <img src='1.png'> --><script>'<img src=\"2.png\">'</script><STYLE><img src=3.png></style>"
    assert [one.address for one in mentioned_pictures(hidden + "<IMG SRC=4.png>", page)] == [
        "https://example.com/4.png"
    ]


@pytest.mark.parametrize("part", ["<!--", "</", "<a ", "<![CDATA[", "<?", "<img a='", '<img src="', "<script>", "&#"])
def test_a_page_of_broken_tags_is_read_in_no_time(part: str) -> None:
    """The standard library's parser needs a minute for some of these."""
    started = time.process_time()
    mentioned_pictures(part * 100_000, WebAddress.parse("https://example.com/"))
    assert time.process_time() - started < 10


def test_a_page_says_its_character_set_and_only_those_of_pages_count(site: Site, looker: Looker) -> None:
    page = '<img src="/a.png" alt="바다">'
    site.answers["/a.png"] = answer(png(200, 200), "image/png")
    for charset, readable in (("EUC-KR", True), ("ks_c_5601-1987", True), ("hex", False), ("punycode", False)):
        site.answers["/"] = answer(page.encode("cp949"), f"text/html; charset={charset}")
        assert (looker.look(site.url("/")).pictures[0].alternative == "바다") is readable


def test_why_there_is_no_screenshot_is_said_and_not_that_it_was_asked_for(site: Site, looker: Looker) -> None:
    site.answers["/"] = answer(b"<p>words</p>")
    with pytest.raises(PyojeongError) as told:
        replace(looker, photographer=Broken()).look(site.url("/"))
    assert told.value.kind == "web-too-slow"


def test_screenshotlayer_is_asked_by_its_documented_words(site: Site, fetcher: Fetcher) -> None:
    site.answers["/api/capture"] = answer(png(1280, 1800), "image/png")
    service = Screenshotlayer("key&1", fetcher, site.url("/api/capture"))
    assert service.screenshot("https://example.com/?a=1&b=2")[:4] == b"\x89PNG"
    asked = site.asked[0][0]
    assert "access_key=key%261" in asked and "url=https%3A%2F%2Fexample.com%2F%3Fa%3D1%26b%3D2" in asked
    assert f"viewport={WINDOW_WH[0]}x{WINDOW_WH[1]}" in asked
    assert "key" not in repr(service).replace("key=", "")


def test_screenshotlayer_says_why_it_refuses(site: Site, fetcher: Fetcher) -> None:
    said = {"success": False, "error": {"code": 104, "type": "usage_limit_reached", "info": "…"}}
    site.answers["/"] = answer(json.dumps(said).encode(), "application/json")
    with pytest.raises(PyojeongError, match="usage_limit_reached"):
        Screenshotlayer("key", fetcher, site.url("/")).screenshot("https://example.com/")


@pytest.fixture
def browser(fetcher: Fetcher) -> Browser:
    found = Browser.found(replace(fetcher, limits=Limits(seconds=40)))
    if found is None:
        pytest.skip(f"Chromium is not installed ({' / '.join(NAMES[:2])})")
    assert shutil.which(found.program)
    return found


@pytest.mark.browser
def test_a_screenshot_shows_the_page_and_cannot_see_this_machine(site: Site, inner: Site, browser: Browser) -> None:
    """The page asks for what is private in every way a page can; the private server never hears of it."""
    hidden = [inner.url("/secret", host) for host in ("127.0.0.1", "localhost", "inner.test", "[::1]")]
    site.answers["/go"] = redirect(hidden[0])
    site.answers["/mine.png"] = answer(png(50, 50, (20, 20, 220)), "image/png")
    site.answers["/"] = answer(
        f"""<body style="margin:0;background:#0a0"><img src="/mine.png" style="width:600px;height:600px">
        {"".join(f'<img src="{one}"><iframe src="{one}"></iframe>' for one in hidden)}
        <iframe src="/go"></iframe><iframe src="file:///etc/passwd"></iframe>
        <script>{"".join(f"fetch('{one}', {{mode: 'no-cors'}}).catch(() => 0);" for one in hidden)}
        new WebSocket("ws://127.0.0.1:{inner.port}/secret");</script>""".encode()
    )
    picture = open_image(browser.screenshot(site.url("/")))
    assert picture.size_wh == WINDOW_WH
    assert np.abs(picture.pixels[300, 300].astype(int) - (20, 20, 220)).max() < 12
    assert np.abs(picture.pixels[5, 1200].astype(int) - (0, 170, 0)).max() < 12
    assert "/mine.png" in {path for path, _ in site.asked}
    assert inner.asked == []
    assert {path for path, _ in site.asked} <= {"/", "/go", "/mine.png", "/favicon.ico"}


@pytest.mark.browser
def test_a_page_that_goes_elsewhere_by_itself_does_not_get_there(site: Site, inner: Site, browser: Browser) -> None:
    site.answers["/"] = answer(f'<script>location = "{inner.url("/secret", "127.0.0.1")}"</script>'.encode())
    browser.screenshot(site.url("/"))
    assert inner.asked == []


@pytest.mark.browser
def test_a_page_that_never_ends_is_ended(site: Site, browser: Browser) -> None:
    site.answers["/"] = answer(b"<script>for (;;) {}</script>")
    with pytest.raises(PyojeongError) as told:
        replace(browser, seconds=3.0).screenshot(site.url("/"))
    assert told.value.kind == "web-too-slow"
