"""The page of faces in a real browser, with a portrait before its camera."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from selenium.common.exceptions import WebDriverException

from pyojeong.emotion import Emotion
from visiting import Visitor

pytestmark = pytest.mark.browser
REFUSED = "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', '{name}'))"
OFF_SCREEN = "return document.documentElement.scrollWidth > document.documentElement.clientWidth"


class Visit(Visitor):
    """One visitor at the page of faces; looks wait until what they look for is there."""

    patience_seconds = 60.0
    pause_seconds = 0.1
    passing = (WebDriverException, IndexError)

    def __init__(self, driver: Any, url: str) -> None:
        super().__init__(driver)
        driver.get(f"{url}/faces")
        self.until(lambda: self.shares)

    def press(self, selector: str, place: int = 0) -> None:
        self.run("arguments[0].click()", self.all(selector)[place])

    @property
    def shares(self) -> list[str]:
        return [one.text for one in self.all(".gauges-shares li")]

    @property
    def notice(self) -> str:
        return str(self.one(".notice p").text)

    def upload(self, path: Path) -> None:
        self.one(".viewer input[type=file]").send_keys(str(path))

    def start_camera(self) -> None:
        self.press(".viewer-camera")
        self.until(lambda: self.run("return document.querySelector('.gauges-course .line')?.getAttribute('d')"))

    def complaints(self) -> list[str]:
        return [line["message"] for line in self.driver.get_log("browser") if line["level"] in ("SEVERE", "WARNING")]


@pytest.fixture
def visit(portrait_camera: Any, studio_url: str) -> Visit:
    return Visit(portrait_camera, studio_url)


def test_a_first_visit_shows_a_read_face_and_starts_no_camera(visit: Visit) -> None:
    assert len(visit.shares) == len(Emotion)
    assert "기쁨" in visit.one(".gauges-lead").text
    assert "입꼬리 올리기" in visit.one(".gauges-moves").text
    assert visit.all("video") == []
    assert visit.complaints() == []


def test_faces_are_chosen_by_keyboard(visit: Visit, pictures: Path) -> None:
    from selenium.webdriver.common.keys import Keys

    visit.upload(pictures / "six.png")
    faces = visit.until(lambda: len(visit.all(".viewer-face")) == 6 and visit.all(".viewer-face"))
    faces[3].send_keys(Keys.ENTER)
    visit.until(lambda: visit.all(".viewer-face")[3].get_attribute("aria-pressed") == "true")
    assert visit.until(lambda: "얼굴 3" in visit.one("#faces-reading-title").text)


def test_a_pasted_photo_is_read_and_a_bad_file_is_said_kindly(visit: Visit, pictures: Path) -> None:
    pasted = """
        const canvas = Object.assign(document.createElement('canvas'), { width: 90, height: 60 });
        canvas.getContext('2d').fillRect(0, 0, 90, 60);
        canvas.toBlob((blob) => {
          const data = new DataTransfer();
          data.items.add(new File([blob], 'a.png', { type: 'image/png' }));
          document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
        });"""
    visit.run(pasted)
    visit.until(lambda: "얼굴을 찾지 못했습니다" in visit.notice)
    assert visit.all(".viewer-face") == []
    visit.upload(pictures / "letter.jpg")
    visit.until(lambda: visit.notice and "얼굴을 찾지" not in visit.notice)


def test_the_webcam_is_read_live_and_escape_stops_it(visit: Visit) -> None:
    from selenium.webdriver.common.keys import Keys

    visit.start_camera()
    visit.until(lambda: "초당" in visit.one(".viewer-rate").text)
    assert "기쁨" in visit.one(".gauges-lead").text
    assert len(visit.all(".viewer-face")) == 1
    assert "이 컴퓨터의 메모리" in visit.one(".viewer-here").text
    visit.until(lambda: "기쁨" in visit.all(".gap-column")[2].text)
    visit.one("body").send_keys(Keys.ESCAPE)
    visit.until(lambda: not visit.all("video") and visit.all(".viewer-sheet img"))
    assert visit.all(".gauges-course") == []
    assert visit.complaints() == []


def test_a_moment_of_the_webcam_becomes_a_photo(visit: Visit) -> None:
    before = visit.one(".viewer-sheet img").get_attribute("src")
    visit.start_camera()
    visit.until(lambda: visit.one(".viewer-snap").is_enabled())
    visit.press(".viewer-snap")
    visit.until(lambda: visit.one(".viewer-sheet img").get_attribute("src") != before and visit.all(".viewer-face"))
    assert visit.run("return document.querySelector('.viewer-sheet img').naturalWidth") == 640


@pytest.mark.parametrize(
    ("name", "said"), [("NotAllowedError", "허락되지 않았습니다"), ("NotFoundError", "카메라를 찾지 못했습니다")]
)
def test_a_camera_that_will_not_is_said_kindly(visit: Visit, name: str, said: str) -> None:
    visit.run(REFUSED.replace("{name}", name))
    visit.press(".viewer-camera")
    visit.until(lambda: said in visit.one(".viewer .camera-problem").text)
    assert visit.all("video") == []


def test_the_temperature_gap_stands_in_three_equal_columns(visit: Visit) -> None:
    visit.one(".gap textarea").send_keys("정말 괜찮아. 그런데 너무 속상해.")
    visit.press(".gap-word", list(Emotion).index(Emotion.SADNESS))
    visit.until(lambda: len(visit.all(".gap-differences dd")) == 3)
    columns = visit.all(".gap-column")
    assert [one.text.split("\n")[0] for one in columns] == ["내 느낌은", "말", "얼굴"]
    assert len({round(one.size["width"]) for one in columns}) == 1
    assert "슬픔" in columns[0].text
    assert "기쁨" in columns[2].text
    visit.press(".gap-word", len(Emotion))
    visit.until(lambda: len(visit.all(".gap-differences dd")) == 1)


def test_a_neutral_face_is_kept_shown_and_erased(visit: Visit) -> None:
    visit.press(".faces-neutral .tool")
    visit.until(lambda: "중립" in visit.one(".gauges-lead").text)
    assert "내 무표정을 기준으로" in visit.one(".faces-active").text
    visit.press(".faces-neutral .tool", 1)
    visit.until(lambda: "기쁨" in visit.one(".gauges-lead").text)
    assert not visit.one(".faces-active").is_displayed()


def test_the_expression_is_performed_in_the_studio(visit: Visit) -> None:
    visit.press(".faces-onward .tool", 1)
    visit.until(lambda: visit.all(".stage-after") and "beat=" in visit.driver.current_url)
    assert visit.until(lambda: "얼굴에서 가져온 표정" in visit.one("textarea").get_attribute("value"))


@pytest.mark.parametrize("width", [390, 1440])
def test_both_languages_fit_any_width_and_everything_has_a_name(visit: Visit, width: int) -> None:
    visit.resize(width)
    nameless = """
        return [...document.querySelectorAll('main button, main input, main textarea')].filter((one) =>
          !(one.getAttribute('aria-label') || (one.closest('label') ?? one).textContent.trim())).length"""
    for language, title in (("en", "Temperature gap"), ("ko", "마음의 온도차")):
        visit.press(f".switches [lang={language}]")
        visit.until(lambda title=title: visit.one("#gap-title").text == title)
        assert visit.run(OFF_SCREEN) is False
        assert visit.run(nameless) == 0
