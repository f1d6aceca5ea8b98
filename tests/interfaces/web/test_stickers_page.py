"""The sticker page in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

from pyojeong.performing.character import DESIGNS
from visiting import Visitor

pytestmark = pytest.mark.browser


class Visit(Visitor):
    """One visitor at the sticker page; looks wait until what they look for is there."""

    patience_seconds = 60.0

    def __init__(self, driver: Any, url: str) -> None:
        super().__init__(driver)
        driver.get(f"{url}/stickers")
        self.until(lambda: self.painted(".sticker-view img"))

    def painted(self, selector: str) -> bool:
        return bool(self.run("const i = arguments[0]; return i.complete && i.naturalWidth > 0", self.one(selector)))

    @property
    def source(self) -> str:
        return str(self.one(".sticker-view img").get_attribute("src"))

    def named(self, words: str) -> Any:
        return next(one for one in self.all(".stickers button") if one.text.strip() == words)

    def after(self, act: Any) -> str:
        """The stage's picture after ``act`` changed it."""
        before = self.source
        act()
        self.until(lambda: self.source != before and self.painted(".sticker-view img"))
        return self.source

    def choose(self, element: Any, value: str) -> None:
        Select(element).select_by_value(value)


@pytest.fixture
def visit(chromium: Any, studio_url: str) -> Visit:
    return Visit(chromium, studio_url)


def test_the_first_visit_shows_a_sticker_and_every_design(visit: Visit) -> None:
    assert len(visit.all(".design")) == len(DESIGNS) >= 12
    visit.until(lambda: visit.painted(".design img"))
    assert visit.one(".design[aria-pressed=true]").is_displayed()
    assert "안녕" in str(visit.one(".sticker-view img").get_attribute("alt"))


def test_design_feeling_words_and_motion_change_the_stage(visit: Visit) -> None:
    visit.after(visit.all(".design")[0].click)
    visit.after(visit.all(".sticker-emotion")[2].click)
    assert visit.all(".sticker-emotion")[2].get_attribute("aria-pressed") == "true"
    visit.after(visit.named("아주").click)
    box = visit.one(".sticker-words input")
    visit.after(lambda: box.send_keys("부글부글\t"))
    assert "부글부글" in str(visit.one(".sticker-view img").get_attribute("alt"))
    assert ".webp" in visit.after(visit.named("움직여 보기").click)
    visit.after(visit.all(".sticker-gags .chip")[0].click)


def test_colours_parts_and_sizes_are_chosen_and_undone(visit: Visit) -> None:
    start = visit.source
    visit.after(lambda: visit.run("arguments[0].click()", visit.all(".swatch-dot")[3]))
    visit.after(lambda: visit.choose(visit.one(".sticker-parts select"), "afro"))
    visit.after(lambda: visit.run("arguments[0].click()", visit.all(".panel-head .tool.bare")[0]))
    assert visit.after(lambda: visit.run("arguments[0].click()", visit.all(".panel-head .tool.bare")[0])) == start


def test_a_typed_sentence_is_acted(visit: Visit) -> None:
    box = visit.one(".sticker-sentence input")
    visit.after(lambda: box.send_keys("생일 축하해\n"))
    assert Select(visit.one(".sticker-moment")).first_selected_option.get_attribute("value") == "birthday"


def test_a_pack_is_planned_edited_drawn_and_checked(visit: Visit) -> None:
    visit.choose(visit.one(".sticker-wish select"), "line")
    visit.run("arguments[0].click()", visit.one(".sticker-wish .primary"))
    visit.until(lambda: len(visit.all(".plan-item")) == 24)
    drawn = visit.one(".plan-item img").get_attribute("src")
    visit.one(".plan-item > input").send_keys(Keys.CONTROL + "a" + Keys.NULL + "반가워요\t")
    visit.until(lambda: visit.one(".plan-item img").get_attribute("src") != drawn)
    assert visit.one(".plan-item > input").get_attribute("value") == "반가워요"
    second = visit.all(".plan-item")[1].get_attribute("aria-label")
    visit.run("arguments[0].click()", visit.all(".plan-item .plan-tools button")[0 + 3])
    visit.until(lambda: str(second).split(", ")[1] in str(visit.one(".plan-item").get_attribute("aria-label")))
    visit.until(lambda: visit.named("팩 그리기").is_enabled())
    visit.run("arguments[0].click()", visit.named("팩 그리기"))
    visit.until(lambda: visit.one(".sticker-verdict").text)
    assert visit.named("ZIP 내려받기").is_displayed() and visit.named("검진표 열기").is_displayed()


def test_a_photo_becomes_a_character_with_guesses_to_correct(visit: Visit, pictures: Path) -> None:
    chosen = visit.one("input[type=file][accept*=heic]")
    visit.after(lambda: chosen.send_keys(str(pictures / "portrait.png")))
    visit.until(lambda: visit.named("사진 속 표정").get_attribute("aria-pressed") == "true")


def test_a_picture_without_a_face_is_told(visit: Visit, tmp_path: Path) -> None:
    import numpy as np
    import PIL.Image

    PIL.Image.fromarray(np.full((300, 300, 3), 200, np.uint8)).save(tmp_path / "wall.png")
    visit.one("input[type=file][accept*=heic]").send_keys(str(tmp_path / "wall.png"))
    visit.until(lambda: "얼굴" in visit.one(".notice").text)


@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_sticks_out_and_everything_has_a_name(visit: Visit, width: int) -> None:
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
    visit.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        visit.until(lambda: visit.run("return document.documentElement.scrollWidth <= window.innerWidth"))
        nameless = visit.run(
            "return [...document.querySelectorAll('.stickers button, .stickers input, .stickers select')]"
            ".filter(e => e.offsetParent && !(e.innerText || e.ariaLabel || e.labels?.length || e.title)).length"
        )
        assert nameless == 0
    finally:
        visit.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_the_page_speaks_english(visit: Visit) -> None:
    visit.one(".switches [lang=en]").click()
    visit.until(lambda: "Who is it" in visit.one("#sticker-who-title").text)
    assert not [one for one in visit.all(".stickers button") if "그리기" in one.text]
