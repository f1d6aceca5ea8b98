"""The studio in a real browser."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pyojeong.emotion import Emotion
from visiting import Visitor

pytestmark = pytest.mark.browser


class Visit(Visitor):
    """One visitor at the studio; looks wait until what they look for is there."""

    def __init__(self, driver: Any, url: str) -> None:
        super().__init__(driver)
        driver.get(url)
        self.until(lambda: self.all(".stage-after"))

    @property
    def result(self) -> str:
        return str(self.one(".stage-after").get_attribute("src"))

    @property
    def beats(self) -> list[str]:
        return [beat.text for beat in self.all(".beat:not(.all)")]

    def new_result(self, action: Callable[[], object]) -> None:
        """Does ``action`` and waits for a full result other than the one before."""
        before = self.result
        action()
        self.until(lambda: self.result != before and "ms" in self.one(".facts").text)

    def upload(self, path: Path) -> None:
        self.one(".stage input[type=file]").send_keys(str(path))

    def write(self, text: str) -> None:
        box = self.one("textarea")
        box.clear()
        box.send_keys(text)


@pytest.fixture
def visit(chromium: Any, studio_url: str) -> Visit:
    return Visit(chromium, studio_url)


def test_the_first_visit_shows_a_result_without_a_click(visit: Visit) -> None:
    assert visit.beats
    assert visit.all(".reading mark")
    visit.until(lambda: "512 × 512" in visit.one(".facts").text and "ms" in visit.one(".facts").text)
    differs = """
      const pixels = [...document.querySelectorAll('.stage-before, .stage-after')].map((image) => {
        const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
        const context = canvas.getContext('2d');
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, canvas.width, canvas.height).data;
      });
      return pixels[0].reduce((count, value, i) => count + (Math.abs(value - pixels[1][i]) > 20), 0);"""
    assert visit.until(lambda: visit.run(differs)) > 500


def test_writing_changes_the_beats_and_the_picture(visit: Visit) -> None:
    before = visit.beats
    visit.new_result(lambda: visit.write("드디어 합격했어! 너무 행복하고 기뻐!"))
    visit.until(lambda: visit.beats != before)
    visit.until(lambda: "기쁨" in visit.one(".voice").text)


def test_a_beat_is_performed_by_keyboard(visit: Visit) -> None:
    from selenium.webdriver.common.keys import Keys

    visit.until(lambda: len(visit.beats) > 1)
    last = visit.all(".beat")[-1]
    visit.new_result(lambda: last.send_keys(Keys.ENTER))
    assert last.get_attribute("aria-pressed") == "true"
    assert visit.driver.switch_to.active_element == last


def test_an_emotion_and_its_strength_by_keyboard(visit: Visit) -> None:
    from selenium.webdriver.common.keys import Keys

    anger = visit.all(".emotion")[2]
    visit.new_result(lambda: anger.send_keys(Keys.SPACE))
    assert anger.get_attribute("aria-pressed") == "true"
    slider = visit.one("input[data-name=intensity]")
    visit.new_result(lambda: slider.send_keys(Keys.END))
    assert slider.get_attribute("value") == "1"
    visit.new_result(lambda: visit.one("[aria-label=되돌리기]").click())
    visit.until(lambda: slider.get_attribute("value") != "1")


def test_an_emptied_text_gives_the_photo_back(visit: Visit) -> None:
    from selenium.webdriver.common.keys import Keys

    visit.one("textarea").send_keys(Keys.CONTROL, "a", Keys.NULL, Keys.DELETE)
    visit.until(lambda: "사진 그대로" in visit.all(".voice")[1].text)
    visit.until(lambda: "바뀐 곳 없음" in visit.one(".facts").text)


def test_undo_starts_at_the_start_look_and_has_keys(visit: Visit) -> None:
    from selenium.webdriver.common.keys import Keys

    undo = visit.one("[aria-label=되돌리기]")
    assert not undo.is_enabled()
    followed = visit.all(".voice")[1].text
    anger = visit.all(".emotion")[2]
    visit.new_result(lambda: anger.send_keys(Keys.SPACE))
    visit.new_result(lambda: anger.send_keys(Keys.CONTROL, "z"))
    visit.until(lambda: visit.all(".voice")[1].text == followed and not undo.is_enabled())
    visit.new_result(lambda: anger.send_keys(Keys.CONTROL, Keys.SHIFT, "z"))
    visit.until(lambda: anger.get_attribute("aria-pressed") == "true")
    visit.one("textarea").send_keys(Keys.CONTROL, "z")
    assert anger.get_attribute("aria-pressed") == "true"


OVERLAP = """
  const boxes = (selector) => [...document.querySelectorAll(selector)].map((e) => e.getBoundingClientRect());
  return boxes('.stage-loupe').some((a) => boxes('.stage-face').some((b) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom))"""


def test_close_ups_cover_no_face_and_are_put_away(visit: Visit, pictures: Path, studio_url: str) -> None:
    visit.new_result(lambda: visit.upload(pictures / "six.png"))
    visit.until(lambda: len(visit.all(".stage-face")) == 6 and len(visit.all(".stage-loupe")) == 2)
    assert not visit.run(OVERLAP)
    visit.one(".magnify").click()
    visit.until(lambda: not visit.all(".stage-loupe"))
    visit.driver.get(studio_url)
    visit.new_result(lambda: visit.upload(pictures / "six.png"))
    visit.until(lambda: len(visit.all(".stage-face")) == 6 and visit.all(".magnify"))
    assert not visit.all(".stage-loupe")


def test_every_movement_is_a_slider_that_works_by_keyboard(visit: Visit) -> None:
    from selenium.webdriver.common.keys import Keys

    visit.one(".details summary").click()
    assert len(visit.all(".details input[type=range]")) == 56
    smile = visit.one("[data-name=mouthSmileLeft]")
    visit.new_result(lambda: smile.send_keys(Keys.PAGE_UP))
    other = visit.one("[data-name=mouthSmileRight]")
    visit.until(lambda: float(other.get_attribute("value")) == float(smile.get_attribute("value")) > 0)
    assert "직접" in visit.all(".voice")[1].text


def test_the_border_between_before_and_after_moves_by_keyboard(visit: Visit) -> None:
    from selenium.webdriver.common.keys import Keys

    visit.one(".compare").click()
    border = visit.one("[role=slider].stage-split")
    border.send_keys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT)
    assert border.get_attribute("aria-valuenow") == "54"
    border.send_keys(Keys.HOME)
    assert visit.one(".stage-before").value_of_css_property("clip-path") == "inset(0px 100% 0px 0px)"


def test_a_broken_file_is_told_in_a_sentence(visit: Visit, pictures: Path, bad_picture: tuple[str, str]) -> None:
    before = visit.result
    visit.upload(pictures / bad_picture[0])
    notice = visit.one(".notice")
    visit.until(lambda: notice.is_displayed() and notice.text)
    assert any("가" <= letter <= "힣" for letter in notice.text)
    assert visit.result == before
    visit.one(".notice-close").click()
    visit.until(lambda: not notice.is_displayed())


def test_a_recipe_nobody_can_read_is_told_and_forgotten(visit: Visit, tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text('{"format": "pyojeong.recipe/1", "edits": [{"face": "first"}]}', encoding="utf-8")
    visit.one(".edits summary").click()
    visit.one(".edits input[type=file]").send_keys(str(broken))
    notice = visit.one(".notice")
    visit.until(lambda: "기록 저장" in notice.text)
    assert "movements" not in notice.text
    visit.new_result(lambda: visit.all(".emotion")[2].click())
    visit.until(lambda: not notice.is_displayed())
    visit.until(lambda: visit.all(".edit-list li")[0].text == "얼굴 0 (가장 큰) · 분노")


PHOTO_OF_THE_PAGE = """
  const done = arguments[arguments.length - 1];
  const image = document.querySelector('.stage-before');
  const canvas = Object.assign(document.createElement('canvas'), { width: 480, height: 480 });
  canvas.getContext('2d').drawImage(image, 0, 0, 480, 480);
  canvas.toBlob((blob) => {
    const files = new DataTransfer();
    files.items.add(new File([blob], 'mine.png', { type: 'image/png' }));
    HOW
    done();
  });"""


@pytest.mark.parametrize(
    "how",
    [
        "document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: files }));",
        "document.querySelector('.stage').dispatchEvent(new DragEvent('drop', { dataTransfer: files }));",
    ],
    ids=["paste", "drop"],
)
def test_a_photo_is_pasted_or_dropped(visit: Visit, how: str) -> None:
    visit.until(lambda: "512 × 512" in visit.one(".facts").text)
    visit.driver.execute_async_script(PHOTO_OF_THE_PAGE.replace("HOW", how))
    visit.until(lambda: "480 × 480" in visit.one(".facts").text)


def test_the_original_shows_while_the_photo_is_pressed(visit: Visit) -> None:
    from selenium.webdriver.common.action_chains import ActionChains

    photo = visit.one(".stage-view")
    ActionChains(visit.driver).click_and_hold(photo).perform()
    visit.until(lambda: visit.all(".stage-before.whole"))
    ActionChains(visit.driver).release().perform()
    visit.until(lambda: not visit.all(".stage-before.whole"))


def test_two_faces_feel_two_things(visit: Visit, pictures: Path) -> None:
    visit.new_result(lambda: visit.upload(pictures / "six.png"))
    faces = visit.until(lambda: len(visit.all(".stage-face")) == 6 and visit.all(".stage-face"))
    faces[0].click()
    visit.until(lambda: faces[0].get_attribute("aria-pressed") == "true")
    visit.new_result(lambda: visit.all(".emotion")[5].click())
    visit.until(lambda: "놀람" in faces[0].get_attribute("aria-label"))
    assert "놀람" not in faces[1].get_attribute("aria-label")


def test_language_and_theme_switch_and_are_remembered(visit: Visit, studio_url: str) -> None:
    visit.new_result(lambda: visit.all(".emotion")[0].click())
    visit.one(".switches [lang=en]").click()
    visit.until(lambda: visit.one("#writing-title").text == "Write how you feel")
    assert visit.all(".emotion")[0].get_attribute("aria-pressed") == "true"
    paper = "return getComputedStyle(document.body).backgroundColor"
    light = visit.run(paper)
    visit.one("[data-theme=dark]").click()
    dark = visit.until(lambda: visit.run(paper) != light and visit.run(paper))
    visit.driver.get(studio_url)
    visit.until(lambda: visit.one("#writing-title").text == "Write how you feel")
    assert visit.run(paper) == dark
    visit.until(lambda: visit.run("return document.documentElement.lang") == "en")


def test_a_file_is_downloaded(visit: Visit, tmp_path: Path) -> None:
    visit.until(lambda: "ms" in visit.one(".facts").text)
    visit.one(".finishing .primary").click()
    saved = visit.until(lambda: list(tmp_path.glob("astronaut-*.png")))[0]
    assert any(emotion.korean in saved.name for emotion in Emotion)
    assert saved.read_bytes().startswith(b"\x89PNG")


def test_the_camera_takes_a_picture(visit: Visit) -> None:
    visit.one("[aria-label=카메라]").click()
    take = visit.until(lambda: [b for b in visit.all("dialog .primary") if b.is_enabled()])[0]
    visit.until(lambda: visit.run("return document.querySelector('dialog video').videoWidth"))
    take.click()
    visit.until(lambda: visit.one(".notice").is_displayed())  # the test picture of Chromium has no face


def test_without_a_camera_the_person_is_told(visit: Visit) -> None:
    visit.run("navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'))")
    visit.one("[aria-label=카메라]").click()
    assert "허락" in visit.until(lambda: visit.one(".camera-problem").text)


@pytest.mark.parametrize("width", [390, 768, 1440])
def test_nothing_sticks_out_and_everything_has_a_name(visit: Visit, width: int) -> None:
    visit.resize(width)
    visit.run("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    assert visit.run("return document.documentElement.scrollWidth") <= width
    nameless = """
      return [...document.querySelectorAll('button, input, select, textarea, [role=slider], a')].filter((e) =>
        !(e.getAttribute('aria-label') || e.textContent.trim() || e.closest('label')?.textContent.trim())
      ).map((e) => e.outerHTML)"""
    assert visit.run(nameless) == []


def test_all_is_reached_by_tab_and_focus_is_seen(visit: Visit) -> None:
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.keys import Keys

    reached: set[str] = set()
    for _ in range(200):
        if "body" in reached:  # once around the page
            break
        ActionChains(visit.driver).send_keys(Keys.TAB).perform()
        focused = visit.driver.switch_to.active_element
        reached.add("body" if focused.tag_name == "body" else focused.get_attribute("class") or focused.tag_name)
        around = (
            "const e = arguments[0]; return [e, e.closest('label') ?? e].map((x) => getComputedStyle(x).outlineStyle)"
        )
        thumb = (
            focused.get_attribute("type") == "range"
        )  # its ring is drawn around the thumb, which has no style to ask
        assert thumb or "solid" in visit.run(around, focused) or focused.tag_name in ("body", "html")
    assert {"skip", "emotion", "textarea", "select", "tool primary", "summary", "unseen", "body"} <= reached


def test_no_errors_and_nothing_leaves_this_computer(visit: Visit, studio_url: str) -> None:
    visit.new_result(lambda: visit.all(".emotion")[0].click())
    assert [line for line in visit.driver.get_log("browser") if line["level"] in ("SEVERE", "WARNING")] == []
    messages = [json.loads(line["message"])["message"] for line in visit.driver.get_log("performance")]
    asked = [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]
    sockets = [m["params"]["url"] for m in messages if m["method"] == "Network.webSocketCreated"]
    ours = (studio_url, studio_url.replace("http", "ws"), "data:", "blob:", "chrome:")
    assert [url for url in (*asked, *sockets) if not url.startswith(ours)] == []
    assert any(url.startswith(studio_url) for url in asked)


def test_the_browser_itself_refuses_to_call_elsewhere(visit: Visit) -> None:
    refused = visit.driver.execute_async_script("""
      const done = arguments[arguments.length - 1];
      document.addEventListener('securitypolicyviolation', (event) => done(event.blockedURI));
      fetch('http://localhost:9/').catch(() => {});""")
    assert refused.startswith("http://localhost:9")
