"""The page 동화 in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

from visiting import Visitor

pytestmark = pytest.mark.browser
TALE = '"떡 하나 주면 안 잡아먹지." 호랑이가 마을에서 말했어요.\n"싫어요!" 토끼가 소리쳤어요.'


class Visit(Visitor):
    """One visitor at the page; looks wait until what they look for is there."""

    patience_seconds = 60.0

    def __init__(self, driver: Any, url: str) -> None:
        super().__init__(driver)
        driver.get(f"{url}/story")
        self.until(lambda: self.one(".story-writer textarea").is_displayed())

    def press(self, element: Any) -> None:
        self.run("arguments[0].click()", element)

    def read(self) -> None:
        self.one(".story-writer textarea").send_keys(TALE)
        self.press(self.one(".story-writer .primary"))
        self.until(lambda: len(self.all(".tale-line")) == 4)

    @property
    def roles(self) -> list[str]:
        return [str(one.get_attribute("aria-label")) for one in self.all(".role")]

    def looked_at(self) -> str:
        """The address of the still, once it is painted."""
        script = "const i = document.querySelector('.scrubber-view img'); return i.complete && i.naturalWidth && i.src"
        return str(self.until(lambda: self.run(script)))


@pytest.fixture
def visit(chromium: Any, studio_url: str) -> Visit:
    opened = Visit(chromium, studio_url)
    opened.read()
    return opened


def test_a_tale_is_cast_seen_heard_and_edited(visit: Visit) -> None:
    assert set(visit.roles) == {"해설", "호랑이", "토끼"} and visit.roles[0] == "해설"
    first = visit.looked_at()
    heard = visit.driver.execute_async_script(
        "const done = arguments[arguments.length - 1];"
        "fetch(arguments[0]).then(async (answer) =>"
        "  done([answer.status, answer.headers.get('content-type'), (await answer.arrayBuffer()).byteLength]))",
        first.split("/still")[0] + "/lines/0.wav",
    )
    assert heard[0] == 200 and heard[1] == "audio/wav" and heard[2] > 20_000
    bar = visit.one(".scrubber-bar input")
    bar.send_keys(Keys.END)
    visit.until(lambda: visit.looked_at() != first)
    visit.press(visit.all(".tale-words")[1])
    visit.until(lambda: visit.one(".tale-line.chosen").get_attribute("data-number") == "1")
    visit.run("arguments[0].focus()", visit.one(".tale-line.chosen .tale-words"))
    visit.driver.switch_to.active_element.send_keys("3")
    visit.until(lambda: "분노" in str(visit.all(".tale-words")[1].get_attribute("aria-label")))
    Select(visit.all(".tale-line select")[1]).select_by_value("토끼")
    visit.until(lambda: "토끼: " in str(visit.all(".tale-words")[1].get_attribute("aria-label")))


def test_a_role_changes_hands_and_a_reload_keeps_it(visit: Visit, pictures: Path) -> None:
    card = visit.all(".role")[1]
    face = card.find_element("css selector", ".role-face img").get_attribute("src")
    visit.run("arguments[0].open = true", card.find_element("css selector", ".role-change"))
    visit.press(card.find_elements("css selector", ".design")[0])
    visit.until(
        lambda: visit.all(".role")[1].find_element("css selector", ".role-face img").get_attribute("src") != face
    )
    visit.all(".role")[1].find_element("css selector", "input[accept*=heic]").send_keys(str(pictures / "portrait.png"))
    visit.until(lambda: "portrait.png" in visit.all(".role")[1].text)
    Select(visit.all(".role select")[0]).select_by_value("jun")
    visit.until(lambda: "jun" in visit.run("return sessionStorage['pyojeong-story'] || ''"))
    visit.driver.refresh()
    visit.until(lambda: visit.one(".story-page").is_displayed() and "portrait.png" in visit.all(".role")[1].text)
    assert Select(visit.all(".role select")[0]).first_selected_option.get_attribute("value") == "jun"
    assert visit.one("[aria-label='배역 되돌리기']").is_enabled()


def test_a_film_is_begun_and_stopped(visit: Visit) -> None:
    visit.press(visit.one(".story-film .primary"))
    visit.until(lambda: visit.one(".story-film .making").is_displayed() and visit.one(".story-film .making span").text)
    visit.press(visit.one(".story-film .making .quiet"))
    visit.until(lambda: "멈췄습니다" in visit.one(".story-film").text)
    assert visit.one(".story-film .primary").is_enabled()


@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_sticks_out_and_everything_has_a_name(visit: Visit, width: int) -> None:
    visit.one(".switches [lang=en]").click()
    visit.until(lambda: visit.one("#story-cast-title").text == "Cast")
    visit.run("for (const d of document.querySelectorAll('.story details')) d.open = true")
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
    visit.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        visit.until(lambda: visit.run("return document.documentElement.scrollWidth <= window.innerWidth"))
        outside = visit.run(
            "return [...document.querySelectorAll('.story .panel *')]"
            ".filter(e => e.offsetParent && !e.closest('.unseen')"
            " && e.getBoundingClientRect().right > e.closest('.panel').getBoundingClientRect().right + 1)"
            ".map(e => e.className)"
        )
        assert outside == []
        nameless = visit.run(
            "return [...document.querySelectorAll('.story button, .story input, .story select, .story textarea')]"
            ".filter(e => e.offsetParent && !(e.innerText || e.ariaLabel || e.labels?.length || e.title)).length"
        )
        assert nameless == 0
    finally:
        visit.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
