"""The page 동화 in a real browser."""

from __future__ import annotations

import base64
import json
import re
import zlib
from pathlib import Path
from typing import Any

import audits
import pytest
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select
from story_visit import StoryVisit

pytestmark = pytest.mark.browser


@pytest.fixture
def visit(chromium: Any, studio_url: str) -> StoryVisit:
    opened = StoryVisit(chromium, studio_url)
    opened.read()
    return opened


def test_a_tale_is_cast_seen_heard_and_edited(visit: StoryVisit) -> None:
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
    visit.write("3")
    visit.until(lambda: "분노" in str(visit.all(".tale-words")[1].get_attribute("aria-label")))
    Select(visit.all(".tale-line select")[1]).select_by_value("토끼")
    visit.until(lambda: "토끼: " in str(visit.all(".tale-words")[1].get_attribute("aria-label")))


def test_a_role_changes_hands_and_a_reload_keeps_it(visit: StoryVisit, pictures: Path) -> None:
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


def test_of_six_faces_one_is_chosen_by_the_keyboard(visit: StoryVisit, pictures: Path) -> None:
    tiger = visit.role("호랑이")
    assert not [one for one in visit.all(".role-choice") if one.is_displayed()]
    visit.bring("호랑이", pictures / "six.png")
    choices = visit.until(lambda: (found := tiger.find_elements("css selector", ".role-choice"))[5:] and found)
    assert [one.get_attribute("aria-pressed") for one in choices] == ["true", *["false"] * 5]
    assert "다른 얼굴을 고를 수 있습니다" in visit.cast_told
    painted = (
        "return [...arguments[0].querySelectorAll('.role-faces img')].every((i) => i.complete && i.naturalWidth > 20)"
    )
    visit.until(lambda: visit.run(painted, tiger))
    face = tiger.find_element("css selector", ".role-face img")
    before, still = face.get_attribute("src"), visit.looked_at()
    visit.run("arguments[0].focus()", choices[4])
    visit.write(Keys.ENTER)
    visit.until(lambda: choices[4].get_attribute("aria-pressed") == "true" and face.get_attribute("src") != before)
    assert choices[4].get_attribute("aria-label") == "얼굴 4"
    assert visit.run("return document.activeElement") == choices[4]
    visit.until(lambda: visit.looked_at() != still)  # the scene is drawn with that face
    visit.press(visit.one("[aria-label='배역 되돌리기']"))
    visit.until(lambda: choices[0].get_attribute("aria-pressed") == "true")
    visit.bring("호랑이", pictures / "nobody.png")
    visit.until(lambda: "얼굴을 찾지 못했습니다" in visit.one(".notice").text)
    assert len(tiger.find_elements("css selector", ".role-choice")) == 6  # nothing is lost


def test_a_film_is_begun_and_stopped(visit: StoryVisit) -> None:
    visit.press(visit.one(".story-film .primary"))
    visit.until(lambda: visit.one(".story-film .making").is_displayed() and visit.one(".story-film .making span").text)
    visit.press(visit.one(".story-film .making .quiet"))
    visit.until(lambda: "멈췄습니다" in visit.one(".story-film").text)
    assert visit.one(".story-film .primary").is_enabled()


def test_the_focus_goes_on_when_what_has_it_goes(visit: StoryVisit) -> None:
    focused = "const e = document.activeElement; return e.getAttribute('aria-label') || e.innerText.trim()"
    visit.run("arguments[0].focus()", visit.one(".story-film .primary"))
    visit.write(Keys.ENTER)
    visit.until(lambda: visit.filming and visit.run(focused) == "그만두기")
    visit.write(Keys.ENTER)
    visit.until(lambda: not visit.filming and visit.run(focused) == "영화 만들기")
    tiger = visit.role("호랑이").find_element("css selector", "input[type=range]")
    visit.run("arguments[0].value = 99; arguments[0].max = 99; arguments[0].value = 99", tiger)
    visit.run("arguments[0].dispatchEvent(new Event('change'))", tiger)  # beyond what voices can
    visit.until(lambda: visit.one(".notice-close").is_displayed())
    visit.run("arguments[0].focus()", visit.one(".notice-close"))
    visit.write(Keys.ENTER)
    visit.until(lambda: not visit.one(".notice").is_displayed())
    visit.until(lambda: visit.run("return document.activeElement.id") == "studio")  # not the top of the page


def test_the_lines_are_heard_one_after_another_with_their_pictures(visit: StoryVisit) -> None:
    visit.looked_at()
    visit.until(lambda: visit.one(".scrubber-play").is_enabled())
    sounds = "return performance.getEntriesByType('resource').map((one) => one.name).filter((n) => n.includes('.wav'))"
    visit.one(".scrubber-play").click()
    visit.until(lambda: len(visit.run(sounds)) >= 2)
    assert [re.search(r"lines/(\d+)", str(name))[1] for name in visit.run(sounds)][:2] == ["0", "1"]  # type: ignore[index]
    assert visit.one(".scrubber-play").get_attribute("aria-label") == "멈추기"
    place = "return Number(document.querySelector('.scrubber-bar input').value)"
    visit.one(".scrubber-play").click()
    visit.until(lambda: visit.one(".scrubber-play").get_attribute("aria-label") != "멈추기")
    assert visit.run(place) > 3.2  # beyond the title


def test_a_scene_plays_where_the_keyboard_puts_it_until_undone(visit: StoryVisit) -> None:
    summary = visit.one(".story-places summary")
    visit.until(lambda: "(글대로)" in summary.text)
    told, before = summary.text, visit.looked_at()
    visit.run("arguments[0].focus()", summary)
    visit.write(Keys.ENTER)
    sky = visit.until(lambda: next(one for one in visit.all(".place") if one.is_displayed() and one.text == "하늘"))
    visit.run("arguments[0].focus()", sky)
    visit.write(Keys.ENTER)
    visit.until(lambda: "하늘" in summary.text and visit.looked_at() != before)
    assert sky.get_attribute("aria-pressed") == "true" and visit.run("return document.activeElement") == sky
    Select(visit.one(".story-places select")).select_by_value("rain")
    visit.until(lambda: "하늘 · 비" in summary.text and '"sky"' in kept_score(visit))
    visit.driver.refresh()
    visit.arrive()
    visit.until(lambda: "하늘 · 비" in visit.one(".story-places summary").text)
    undersea = next(one for one in visit.all(".place") if one.get_attribute("textContent") == "바닷속")
    reason = visit.one(".story-places p")
    assert visit.one(".story-places select").is_enabled() and not reason.is_displayed()
    visit.run("arguments[0].closest('details').open = true", undersea)
    visit.press(undersea)
    visit.until(lambda: "바닷속 · 날씨 없음" in visit.one(".story-places summary").text)
    assert not visit.one(".story-places select").is_enabled() and "바닷속에는 날씨가 없습니다" in reason.text
    undo = visit.one(".story-places .tool")
    for _ in range(3):
        visit.press(undo)
    visit.until(lambda: visit.one(".story-places summary").text == told)


def kept_score(visit: StoryVisit) -> str:
    """The score in the draft the tab keeps."""
    draft = json.loads(json.loads(visit.run("return sessionStorage['pyojeong-story']"))["draft"])
    return zlib.decompress(base64.b64decode(draft["score"])).decode("utf-8")


def test_the_end_of_the_preview_is_no_black_picture(visit: StoryVisit) -> None:
    first = visit.looked_at()
    visit.one(".scrubber-bar input").send_keys(Keys.END)
    visit.until(lambda: visit.looked_at() != first)
    light = (
        "const c = new OffscreenCanvas(8, 8).getContext('2d');"
        "c.drawImage(document.querySelector('.scrubber-view img'), 0, 0, 8, 8);"
        "return Math.max(...c.getImageData(0, 0, 8, 8).data.filter((_, i) => i % 4 < 3))"
    )
    assert visit.until(lambda: visit.run(light)) > 150


def test_tales_that_came_along_are_shown_and_begin_with_a_click(chromium: Any, studio_url: str) -> None:
    visit = StoryVisit(chromium, studio_url)
    painted = (
        "return [...document.querySelectorAll('.story-cover img')].filter((i) => i.complete && i.naturalWidth).length"
    )
    visit.until(lambda: visit.run(painted) == 5)
    assert not visit.one(".story-stage .panel").is_displayed()
    visit.press(visit.all(".story-cover")[4])
    visit.until(lambda: "청개구리" in visit.roles)
    assert visit.one(".story-chosen").text == "청개구리 이야기"
    visit.until(lambda: not visit.one(".story-covers").is_displayed())


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_everything_can_be_read_named_and_reached(visit: StoryVisit, width: int, language: str) -> None:
    visit.press(visit.one(f".switches [lang={language}]"))
    visit.until(lambda: visit.one("#story-cast-title").text == {"en": "Cast", "ko": "배역"}[language])
    visit.run("for (const d of document.querySelectorAll('.story details')) d.open = true")
    visit.resize(width)
    audits.look_over(visit)
    here = "const a = document.querySelector('.pages [aria-current]').getBoundingClientRect(); return a.right"
    assert visit.run(here) <= width + 1
