"""The score page in a real browser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pyojeong.emotion import Emotion, score_json
from visiting import Visitor

pytestmark = pytest.mark.browser
PAGE_NAMES = {"ko": "감정 악보", "en": "Emotion score"}


class Visit(Visitor):
    """One visitor at the score page; looks wait until what they look for is there."""

    patience_seconds = 40.0

    def __init__(self, driver: Any, url: str) -> None:
        super().__init__(driver)
        self.url = f"{url}/score"
        self.come()

    def come(self) -> None:
        self.driver.get(self.url)
        self.until(lambda: self.measures)

    @property
    def measures(self) -> list[str]:
        return [str(one.get_attribute("aria-label")) for one in self.all(".measure")]

    def keys(self, *keys: str) -> None:
        self.one(".measures-sheet").send_keys(*keys)

    def write(self, text: str) -> None:
        """Reads ``text`` by hand, so to speak."""
        self.one(".score-tools .tool").click()
        box = self.until(lambda: self.one(".writer textarea"))
        self.run("arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input'))", box, text)
        self.until(lambda: self.one(".writer .primary").is_enabled())
        self.one(".writer .primary").click()
        self.until(lambda: self.measures and not self.all(".writer"))


@pytest.fixture
def visit(chromium: Any, studio_url: str) -> Visit:
    return Visit(chromium, studio_url)


def test_the_first_visit_shows_a_score_without_a_click(visit: Visit) -> None:
    assert len(visit.measures) == len(visit.all(".note")) > 8
    assert visit.all(".measure mark") and visit.all(".measure.own") and visit.all(".measure-speaker")
    assert visit.one(".measure[aria-selected=true]").get_attribute("class") == "measure own"


def test_a_feeling_is_dragged_onto_a_beat_and_onto_a_note(visit: Visit) -> None:
    from selenium.webdriver.common.action_chains import ActionChains

    surprise, anger = visit.one("[data-emotion=surprise]"), visit.one("[data-emotion=anger]")
    ActionChains(visit.driver).drag_and_drop(surprise, visit.all(".measure")[1]).perform()
    visit.until(lambda: visit.measures[1].startswith("놀람") and "직접 정함" in visit.measures[1])
    visit.run("arguments[0].scrollIntoView({block: 'center'})", visit.one(".staff"))
    ActionChains(visit.driver).click_and_hold(anger).move_to_element(visit.all(".note circle")[2]).release().perform()
    visit.until(lambda: visit.measures[2].startswith("분노"))
    assert visit.until(lambda: visit.one(".measure[aria-selected=true]").get_attribute("data-number") == "2")


def test_everything_by_keyboard(visit: Visit) -> None:
    from selenium.webdriver.common.keys import Keys

    count = len(visit.measures)
    visit.keys(Keys.HOME, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT)
    visit.until(lambda: visit.one("#beat-title span").text == "마디 3")
    visit.keys("3")
    visit.until(lambda: visit.measures[2].startswith("분노"))
    strength = visit.one("input[data-name=intensity]")
    before = float(strength.get_attribute("value"))
    visit.keys("-")
    visit.until(lambda: float(strength.get_attribute("value")) == pytest.approx(before - 0.05))
    visit.keys(Keys.SHIFT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT)
    visit.until(lambda: visit.all(".caret"))
    visit.keys(Keys.NULL, Keys.ENTER)
    visit.until(lambda: len(visit.measures) == count + 1)
    visit.keys("m")
    visit.until(lambda: len(visit.measures) == count)
    visit.keys("r")
    visit.until(lambda: "직접 정함" not in visit.measures[2])
    visit.keys(Keys.CONTROL, "z")
    visit.until(lambda: "직접 정함" in visit.measures[2])
    visit.keys(Keys.CONTROL, Keys.SHIFT, "z")
    visit.until(lambda: "직접 정함" not in visit.measures[2])


def test_a_beat_is_split_where_it_was_clicked_even_among_emoji(visit: Visit) -> None:
    visit.write("😀😀 정말 좋아서 또 울었다.")
    place = visit.run(
        """const range = document.createRange();
        const walker = document.createTreeWalker(document.querySelector('.measure'), NodeFilter.SHOW_TEXT);
        for (let node; (node = walker.nextNode());) {
          const at = node.data.indexOf('또');
          if (at >= 0) { range.setStart(node, at); range.setEnd(node, at + 1); }
        }
        const { left, top, height } = range.getBoundingClientRect();
        return [left + 1, top + height / 2];"""
    )
    visit.driver.execute_cdp_cmd(
        "Input.dispatchMouseEvent",
        {"type": "mousePressed", "x": place[0], "y": place[1], "button": "left", "clickCount": 1},
    )
    visit.driver.execute_cdp_cmd(
        "Input.dispatchMouseEvent",
        {"type": "mouseReleased", "x": place[0], "y": place[1], "button": "left", "clickCount": 1},
    )
    visit.until(lambda: visit.all(".caret"))
    visit.one(".beat-actions button").click()
    visit.until(lambda: len(visit.measures) == 2)
    assert [one.text.strip() for one in visit.all(".measure")] == ["😀😀 정말 좋아서", "또 울었다."]


def test_a_beat_nobody_could_read_is_filled_and_shown_as_the_persons(visit: Visit) -> None:
    score = json.loads(score_json.dumps(score_json.loads(unsure_score())))
    drop(visit, json.dumps(score, ensure_ascii=False), "악보.json")
    visit.until(lambda: visit.all(".measure.unsure"))
    assert visit.all(".note.unsure") and visit.one(".score-beat .reading-unsure").is_displayed()
    visit.one("[data-emotion=fear]").click()
    visit.until(lambda: not visit.all(".measure.unsure") and visit.all(".measure.own"))
    voices = [voice.text for voice in visit.all(".score-beat .voice")]
    assert "모르겠어요" in voices[0] and "불안" in voices[1]


def unsure_score() -> str:
    from pyojeong.emotion import Beat, Mood, Score

    mood = Mood({Emotion.NEUTRAL: 1.0}, intensity=0.2, certainty=0.2, unsure=True)
    return score_json.dumps(Score("글쎄, 뭐랄까.", mood, (Beat(0, 8, mood),)))


def drop(visit: Visit, content: str, name: str) -> None:
    visit.run(
        """const files = new DataTransfer();
        files.items.add(new File([arguments[0]], arguments[1]));
        document.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));""",
        content,
        name,
    )


def test_named_feelings_speaker_and_face_are_set(visit: Visit) -> None:
    from selenium.webdriver.common.keys import Keys

    visit.one(".feelings-all summary").click()
    sorrow = next(word for word in visit.all(".feeling-word") if word.text == "서러움")
    sorrow.click()
    visit.until(lambda: sorrow.get_attribute("aria-pressed") == "true")
    assert any("서러움" in chip.text for chip in visit.all(".named-chips li"))
    visit.one(".speaker").send_keys("늙은 여우", Keys.ENTER)
    visit.until(lambda: any(s.get_attribute("data-name") == "늙은 여우" for s in visit.all(".measure-speaker")))
    next(b for b in visit.all(".score-beat .tool") if b.text == "지금 표정 고정").click()
    visit.until(lambda: "고정됨" in visit.one(".score-beat").text)


def test_a_reload_loses_nothing(visit: Visit) -> None:
    visit.one("[data-emotion=disgust]").click()
    visit.until(lambda: any(label.startswith("혐오") for label in visit.measures))
    visit.until(lambda: visit.run("return sessionStorage.getItem('pyojeong-score')"))
    visit.come()
    visit.until(lambda: any(label.startswith("혐오") for label in visit.measures))
    undo = visit.one("[aria-label=되돌리기]")
    visit.until(undo.is_enabled)
    undo.click()
    visit.until(lambda: not any(label.startswith("혐오") for label in visit.measures))


def test_what_is_being_written_survives_a_reload_and_another_language(visit: Visit) -> None:
    visit.one(".score-tools .tool").click()
    visit.until(lambda: visit.all(".writer textarea"))
    visit.one(".writer textarea").send_keys("아직 다 쓰지 못한 글")
    visit.until(lambda: visit.run("return sessionStorage.getItem('pyojeong-score-writing')"))
    visit.driver.refresh()
    visit.until(lambda: visit.one(".writer textarea").get_attribute("value") == "아직 다 쓰지 못한 글")
    visit.one(".switches [lang=en]").click()
    visit.until(lambda: visit.one("#writing-title").text == "Write or paste a text")
    assert visit.one(".writer textarea").get_attribute("value") == "아직 다 쓰지 못한 글"


def test_a_long_text_has_pages_and_a_course(visit: Visit, tmp_path: Path) -> None:
    (tmp_path / "장편.txt").write_text("오늘은 너무 속상해.\n그래도 기뻤다.\n" * 120, encoding="utf-8")
    visit.one(".score-tools input[type=file]").send_keys(str(tmp_path / "장편.txt"))
    visit.until(lambda: len(visit.all(".course-bars i")) == 160)
    assert len(visit.all(".measure")) == len(visit.all(".note")) == 24
    visit.one("[aria-label='다음 쪽']").click()
    visit.until(lambda: visit.one("#beat-title span").text == "마디 25")
    visit.until(lambda: visit.one(".measure[aria-selected=true]").get_attribute("data-number") == "24")
    visit.one(".course-page input").clear()
    visit.one(".course-page input").send_keys("10\n")
    visit.until(lambda: visit.one("#beat-title span").text == "마디 217")


def test_score_and_table_are_saved_and_the_score_opens_again(visit: Visit, tmp_path: Path) -> None:
    visit.write("정말 속상해. 그래도 기뻐!")
    for label in ("악보 저장", "표 저장 (CSV)"):
        next(b for b in visit.all(".score-tools .tool") if b.text == label).click()
        visit.until(lambda: list(tmp_path.glob("감정-악보.*")) and not list(tmp_path.glob("*.crdownload")))
    saved = visit.until(lambda: (tmp_path / "감정-악보.json").exists() and tmp_path / "감정-악보.json")
    assert score_json.loads(saved.read_text(encoding="utf-8")).text == "정말 속상해. 그래도 기뻐!"
    table = visit.until(lambda: (tmp_path / "감정-악보.csv").exists() and (tmp_path / "감정-악보.csv").read_bytes())
    assert table.startswith(b"\xef\xbb\xbf") and len(table.splitlines()) == 3
    visit.write("다른 글이다.")
    visit.one(".score-tools input[type=file]").send_keys(str(saved))
    visit.until(lambda: len(visit.measures) == 2)


def test_a_file_nobody_can_read_is_told(visit: Visit) -> None:
    before = visit.measures
    drop(visit, '{"format": "pyojeong.score/2"}', "새.json")
    visit.until(lambda: "pyojeong.score/1" in visit.one(".notice").text)
    assert visit.measures == before
    visit.one(".notice-close").click()
    visit.until(lambda: not visit.one(".notice").is_displayed())


def test_a_beat_is_performed_in_the_studio(visit: Visit) -> None:
    text = visit.one(".measure[aria-selected=true]").text.strip()
    visit.one(".score-beat .primary").click()
    visit.until(lambda: visit.all(".stage-after") and visit.one("textarea").get_attribute("value") == text)
    visit.until(lambda: "당황" in visit.all(".voice")[1].text)
    visit.driver.back()
    visit.until(lambda: visit.all(".measure.own"))


OVERLAP = """
  const panels = [...document.querySelectorAll('.score-page .panel')].filter((e) => e.offsetParent);
  const boxes = panels.map((e) => e.getBoundingClientRect());
  return boxes.some((a, n) => boxes.slice(n + 1).some((b) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom))"""


@pytest.mark.parametrize("width", [390, 1024, 1440])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_nothing_is_cut_off_at_any_width(visit: Visit, width: int, language: str) -> None:
    visit.resize(width)
    if language == "en":
        visit.one(".switches [lang=en]").click()
    visit.until(lambda: visit.one(".pages [href='/score']").text == PAGE_NAMES[language] and visit.measures)
    assert visit.run("return document.documentElement.scrollWidth") <= width
    too_wide = """return [...document.querySelectorAll('.feeling-chip, .score-page .tool, .voice')]
      .filter((e) => e.offsetParent && e.scrollWidth > e.clientWidth + 1).map((e) => e.textContent)"""
    assert visit.run(too_wide) == []
    assert visit.one(".pages [aria-current=page]").is_displayed()
    assert not visit.run(OVERLAP)


def test_nothing_goes_elsewhere_and_nothing_is_complained_of(visit: Visit) -> None:
    visit.one("[data-emotion=joy]").click()
    visit.until(lambda: visit.run("return sessionStorage.getItem('pyojeong-score')"))
    events = [json.loads(entry["message"])["message"] for entry in visit.driver.get_log("performance")]
    asked = [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]
    origin = visit.url.removesuffix("/score")
    assert any(url.startswith(origin) for url in asked)
    assert [url for url in asked if not url.startswith((origin, "data:", "blob:", "chrome:"))] == []
    assert [entry for entry in visit.driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")] == []
