"""The sticker page in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import audits
import pytest
from selenium.webdriver.common.action_chains import ActionChains
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
        self.address = f"{url}/stickers"
        driver.get(self.address)
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

    @property
    def captions(self) -> list[str]:
        return [str(one.get_attribute("value")) for one in self.all(".plan-item > input")]

    @property
    def focused(self) -> str:
        return str(self.run("return document.activeElement.getAttribute('aria-label')"))

    def plan(self, store: str, count: int) -> None:
        self.choose(self.one(".sticker-wish select"), store)
        self.until(lambda: self.one(f".sticker-how-many option[value='{count}']"))
        self.choose(self.one(".sticker-how-many select"), str(count))
        self.press(self.one(".sticker-wish .primary"))
        self.until(lambda: len(self.captions) == count)


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
    visit.after(lambda: visit.press(visit.all(".swatch-dot")[3]))
    visit.after(lambda: visit.choose(visit.one(".sticker-parts select"), "afro"))
    visit.after(lambda: visit.press(visit.all(".panel-head .tool.bare")[0]))
    assert visit.after(lambda: visit.press(visit.all(".panel-head .tool.bare")[0])) == start


def test_a_typed_sentence_is_acted(visit: Visit) -> None:
    box = visit.one(".sticker-sentence input")
    visit.after(lambda: box.send_keys("생일 축하해\n"))
    assert Select(visit.one(".sticker-moment")).first_selected_option.get_attribute("value") == "birthday"


def test_a_pack_is_planned_edited_drawn_and_checked(visit: Visit) -> None:
    visit.choose(visit.one(".sticker-wish select"), "line")
    visit.press(visit.one(".sticker-wish .primary"))
    visit.until(lambda: len(visit.all(".plan-item")) == 24)
    drawn = visit.one(".plan-item img").get_attribute("src")
    visit.one(".plan-item > input").send_keys(Keys.CONTROL + "a" + Keys.NULL + "반가워요\t")
    visit.until(lambda: visit.one(".plan-item img").get_attribute("src") != drawn)
    assert visit.one(".plan-item > input").get_attribute("value") == "반가워요"
    second = visit.all(".plan-item")[1].get_attribute("aria-label")
    visit.press(visit.all(".plan-item .plan-tools button")[0 + 3])
    visit.until(lambda: str(second).split(", ")[1] in str(visit.one(".plan-item").get_attribute("aria-label")))
    visit.until(lambda: visit.named("팩 그리기").is_enabled())
    visit.press(visit.named("팩 그리기"))
    visit.until(lambda: visit.one(".sticker-verdict").text)
    assert visit.named("ZIP 내려받기").is_displayed() and visit.named("검진표 열기").is_displayed()


def test_what_is_written_stays_and_the_focus_goes_with_the_sticker(visit: Visit) -> None:
    visit.one(".sticker-kind input").send_keys("회사원용")
    visit.plan("line", 8)
    assert visit.one(".sticker-kind input").get_attribute("value") == "회사원용"  # whatever else was chosen meanwhile
    before = visit.captions
    visit.run("arguments[0].focus()", visit.all(".plan-later")[0])
    visit.write(Keys.ENTER)
    visit.until(lambda: visit.focused.startswith("2: 뒤로"))
    visit.write(Keys.ENTER)
    visit.until(lambda: visit.focused.startswith("3: 뒤로"))
    assert visit.captions == [before[1], before[2], before[0], *before[3:]]
    drawn = visit.one(".plan-item img").get_attribute("src")
    visit.run("arguments[0].focus()", visit.one(".plan-item > input"))
    visit.write(Keys.CONTROL + "a" + Keys.NULL + "하나" + Keys.ENTER)
    visit.write(" 둘")  # before the server answered
    visit.until(lambda: visit.one(".plan-item img").get_attribute("src") != drawn)
    assert visit.captions[0] == "하나 둘" and visit.focused.startswith("1: 글귀")
    visit.run("arguments[0].focus()", visit.all(".plan-drop")[-1])
    visit.write(Keys.ENTER)
    visit.until(lambda: visit.focused.startswith("7: 빼기") and visit.all(".sticker-counted.wrong"))
    visit.press(visit.one("[aria-label='계획 되돌리기']"))
    visit.until(lambda: len(visit.captions) == 8)
    visit.run("arguments[0].focus()", visit.all(".plan-item > input")[1])
    visit.write(Keys.CONTROL + "a" + Keys.NULL + visit.captions[0] + Keys.TAB)
    visit.until(
        lambda: "두 번" in visit.one(".notice").text and visit.captions[1] == before[2]
    )  # refused, and shown so


def test_a_reload_loses_nothing_and_a_copied_tab_goes_its_own_way(visit: Visit) -> None:
    visit.after(visit.all(".design")[0].click)
    visit.plan("discord", 3)
    visit.press(visit.all(".plan-drop")[0])
    visit.until(lambda: len(visit.captions) == 2)
    before = visit.captions
    visit.until(lambda: before[0] in visit.run("return JSON.parse(sessionStorage['pyojeong-stickers']).draft"))
    kept = visit.run("return sessionStorage['pyojeong-stickers']")
    visit.driver.refresh()
    visit.until(lambda: visit.captions == before and visit.one(".sticker-page").is_displayed())
    assert visit.one(".design[aria-pressed=true]").text == "밤톨"
    assert visit.one("[aria-label='계획 되돌리기']").is_enabled()  # the desk itself, with its history
    visit.until(lambda: visit.run("return sessionStorage['pyojeong-stickers']") != kept)
    mine = visit.run("return sessionStorage['pyojeong-stickers']")
    visit.driver.switch_to.new_window("tab")
    visit.driver.get(visit.address)
    visit.run("sessionStorage['pyojeong-stickers'] = arguments[0]", mine)  # what a copied tab starts with
    visit.driver.refresh()
    visit.until(lambda: visit.captions == before)
    visit.press(visit.all(".plan-drop")[0])
    visit.until(lambda: len(visit.captions) == 1)
    visit.driver.switch_to.window(visit.driver.window_handles[0])
    assert visit.captions == before


def test_a_photo_becomes_a_character_with_guesses_to_correct(visit: Visit, pictures: Path) -> None:
    chosen = visit.one("input[type=file][accept*=heic]")
    visit.after(lambda: chosen.send_keys(str(pictures / "portrait.png")))
    visit.until(lambda: visit.named("사진 속 표정").get_attribute("aria-pressed") == "true")


def test_of_how_many_faces_the_largest_was_drawn_is_told(visit: Visit, pictures: Path) -> None:
    visit.one("input[type=file][accept*=heic]").send_keys(str(pictures / "six.png"))
    visit.until(lambda: "얼굴 6개 가운데 가장 큰 얼굴" in visit.one(".stickers").text)


def test_a_picture_without_a_face_is_told(visit: Visit, tmp_path: Path) -> None:
    import numpy as np
    import PIL.Image

    PIL.Image.fromarray(np.full((300, 300, 3), 200, np.uint8)).save(tmp_path / "wall.png")
    visit.one("input[type=file][accept*=heic]").send_keys(str(tmp_path / "wall.png"))
    visit.until(lambda: "얼굴" in visit.one(".notice").text)


@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_sticks_out_and_everything_has_a_name(visit: Visit, width: int) -> None:
    visit.one(".switches [lang=en]").click()  # the longer words
    visit.until(lambda: "Who is it" in visit.one("#sticker-who-title").text)
    visit.resize(width)
    visit.until(lambda: visit.run("return document.documentElement.scrollWidth <= window.innerWidth"))
    nameless = visit.run(
        "return [...document.querySelectorAll('.stickers button, .stickers input, .stickers select')]"
        ".filter(e => e.offsetParent && !(e.innerText || e.ariaLabel || e.labels?.length || e.title)).length"
    )
    assert nameless == 0
    broken = visit.run(  # a word that needs two lines
        "return [...document.querySelectorAll('.sticker-emotion span:last-child')]"
        ".filter(e => e.getClientRects().length > 1 || e.offsetWidth > e.parentElement.clientWidth).length"
    )
    assert broken == 0


def test_the_page_speaks_english(visit: Visit) -> None:
    visit.one(".switches [lang=en]").click()
    visit.until(lambda: "Who is it" in visit.one("#sticker-who-title").text)
    assert not [one for one in visit.all(".stickers button") if "그리기" in one.text]


def test_a_sticker_is_dragged_to_another_place(visit: Visit) -> None:
    visit.plan("discord", 4)
    before = visit.captions
    pictures = visit.all(".plan-picture")
    visit.run("arguments[0].scrollIntoView({ block: 'center' })", pictures[1])
    (
        ActionChains(visit.driver)
        .click_and_hold(pictures[0])
        .move_by_offset(12, 6)  # a drag begins
        .move_to_element(pictures[2])
        .move_by_offset(2, 2)
        .release()
        .perform()
    )
    visit.until(lambda: visit.captions == [before[1], before[2], before[0], before[3]])
    assert not visit.all(".plan-item.over")
    visit.press(visit.one("[aria-label='계획 되돌리기']"))
    visit.until(lambda: visit.captions == before)


def test_what_is_dragged_from_elsewhere_moves_nothing(visit: Visit) -> None:
    visit.plan("discord", 3)
    before = visit.captions
    dropped = (
        "const data = new DataTransfer(); data.setData('text/plain', '0');"
        "const event = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });"
        "arguments[0].dispatchEvent(event); return event.defaultPrevented"
    )
    assert visit.run(dropped, visit.all(".plan-item")[2]) is False
    assert visit.captions == before


def test_the_keyboard_alone_makes_a_pack(visit: Visit) -> None:
    """Every control is reached with the tabulator; what is pressed with keys does what a click does."""
    visit.plan("discord", 3)
    visit.run("for (const d of document.querySelectorAll('.stickers details')) d.open = true")
    controls = (
        "return [...document.querySelectorAll('.stickers :is(button, input, select, summary)')]"
        ".filter((e) => !e.disabled && e.checkVisibility()).length"
    )
    visit.run("window.reached = new Set(); document.querySelector('#studio').focus()")
    visit.run("document.addEventListener('focusin', (event) => window.reached.add(event.target))")
    count = visit.run(controls)
    for _ in range(count // 20 + 2):
        ActionChains(visit.driver).send_keys(Keys.TAB * 20).perform()
    missed = visit.run(
        "return [...document.querySelectorAll('.stickers :is(button, input, select, summary)')]"
        ".filter((e) => !e.disabled && e.checkVisibility() && !window.reached.has(e)).map((e) => e.outerHTML)"
    )
    assert missed == []
    for selector, key in ((".design", Keys.ENTER), (".sticker-emotion", Keys.SPACE), (".swatch-dot", Keys.ENTER)):
        visit.run("arguments[0].focus()", visit.all(selector)[1])
        visit.after(lambda key=key: visit.write(key))
    visit.run("arguments[0].focus()", visit.one(".sticker-moment"))
    visit.after(lambda: visit.write(Keys.DOWN))
    visit.until(lambda: visit.named("팩 그리기").is_enabled())
    visit.run("arguments[0].focus()", visit.named("팩 그리기"))
    visit.write(Keys.ENTER)
    visit.until(lambda: visit.one(".sticker-verdict").text)


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_everything_can_be_read_named_and_reached(visit: Visit, width: int, language: str) -> None:
    visit.plan("discord", 3)
    visit.press(visit.one(f".switches [lang={language}]"))
    visit.until(lambda: visit.run("return document.documentElement.lang") == language)
    visit.until(lambda: len(visit.captions) == 3)
    visit.run("for (const d of document.querySelectorAll('.stickers details')) d.open = true")
    visit.resize(width)
    audits.look_over(visit, cut_anyway=lambda: _moments(visit))


def _moments(visit: Visit) -> list[str]:
    """A card is as wide as its picture; a moment's name that is longer is read in the list."""
    return [f"SELECT: {one.first_selected_option.text}" for one in map(Select, visit.all(".plan-item > select"))]
