"""Films made on the page 동화 in a real browser: watched, taken home, stopped, gone on with, made anew."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from serving import free_port, serving
from story_visit import StoryVisit

pytestmark = pytest.mark.browser

MOST_LEFT = 0.85
"""Share of a film that is left when more than half of it was drawn: two processes had finished two chunks at least."""
SHORT = '"싫어요!" 토끼가 숲에서 소리쳤어요.'
TWO_PLACES = (
    "사자와 아이\n\n옛날 깊은 산속에 사자가 살았어요. 사자는 날마다 산길을 걸어 산꼭대기에 올라갔어요. "
    "산에는 나무가 아주 많았어요.\n\n어느 날 아이는 바닷가로 갔어요. 넓은 바다에는 파도가 쳤어요. "
    '바닷가에는 조개가 아주 많았어요.\n"바다는 참 넓구나." 아이가 바닷가에서 말했어요.'
)
LINES = 8


@pytest.fixture
def visit(chromium: Any, studio_url: str) -> StoryVisit:
    opened = StoryVisit(chromium, studio_url)
    opened.patience_seconds = 300.0
    return opened


def test_a_photo_and_a_3d_head_act_and_the_film_is_taken_home(
    visit: StoryVisit, pictures: Path, tmp_path: Path
) -> None:
    visit.read('"누구니?" 사자가 물었어요.\n"나야." 아이가 말했어요.', lines=4)
    visit.bring("아이", pictures / "portrait.png")
    visit.until(lambda: "portrait.png" in visit.role("아이").text)
    visit.bring("사자", pictures / "portrait.png", head=True)
    visit.until(lambda: "portrait.glb" in visit.role("사자").text)
    visit.want_small()
    visit.begin()
    visit.until(lambda: visit.drawn[0] > 0)
    visit.until(lambda: "남음" in visit.one(".story-film > .hint").text)
    visit.driver.refresh()  # the film goes on being made
    visit.arrive()
    visit.until(lambda: visit.drawn[0] > 0 or visit.all(".story-watch video"))
    seen = visit.watch()
    assert seen["size"] == [480, 480] and seen["seconds"] > 8
    visit.run("const v = document.querySelector('.story-watch video'); v.muted = true; v.play()")
    visit.until(lambda: visit.run("return document.querySelector('.story-watch video').currentTime > 1"))
    visit.run("for (const change of document.querySelectorAll('.role-change')) change.open = true")
    named(visit.role("사자"), "3D 머리 저장").click()
    kept = {"glb": fetched(visit, tmp_path, "glb")}
    for suffix in ("mp4", "srt", "vtt"):
        named(visit.one(".story-made"), suffix.upper()).click()
        kept[suffix] = fetched(visit, tmp_path, suffix)
    assert kept["mp4"][4:8] == b"ftyp" and kept["glb"].startswith(b"glTF") and kept["vtt"].startswith(b"WEBVTT")
    assert "누구니?" in kept["srt"].decode("utf-8")


def test_a_stopped_film_goes_on_and_an_edit_leaves_other_scenes_as_they_are(visit: StoryVisit) -> None:
    visit.read(TWO_PLACES, lines=LINES)
    visit.want_small()
    visit.begin()
    _, whole = visit.until(lambda: 0 < visit.drawn[1] < 2 * visit.drawn[0] and visit.drawn)  # some chunks are whole
    visit.press(visit.one(".story-film .making .quiet"))
    visit.until(lambda: "멈췄습니다" in visit.one(".story-film").text)
    visit.begin()
    assert left_to_draw(visit) < MOST_LEFT * whole
    first = visit.watch()
    assert "영화가 다 되었습니다" in visit.one(".story-film").text
    visit.press(visit.all(".tale-words")[-2])
    visit.until(lambda: visit.one(".tale-line.chosen").get_attribute("data-number") == str(LINES - 2))
    assert visit.one(".scrubber").is_displayed()  # who edits looks at the scene
    visit.press(visit.all(".tale-feelings .chip")[2])
    visit.until(lambda: "고친 것이 있습니다" in visit.one(".story-film").text)
    visit.begin()
    visit.until(lambda: not visit.filming)
    assert visit.watch()["source"] != first["source"]
    said = str(visit.one(".story-made .facts").text)
    drawn = re.search(r"새로 그린 것: ([\d, ]+)번", said)
    assert drawn and "1" not in drawn[1].split(", "), said


def test_two_tabs_make_their_own_films(visit: StoryVisit, studio_url: str) -> None:
    visit.read(SHORT, lines=2)
    visit.want_small()
    visit.begin()
    first = visit.driver.current_window_handle
    visit.driver.switch_to.new_window("tab")
    other = StoryVisit(visit.driver, studio_url)
    other.patience_seconds = visit.patience_seconds
    assert not other.all(".tale-line")  # the other tab's tale is the other tab's
    other.read('"좋아요!" 곰이 바다에서 웃었어요.', lines=2)
    other.want_small()
    other.begin()
    assert "곰" in other.roles and "토끼" not in other.roles
    theirs = other.watch()
    visit.driver.switch_to.window(first)
    mine = visit.watch()
    assert "토끼" in visit.roles and "곰" not in visit.roles
    assert mine["source"].split("?")[0] != theirs["source"].split("?")[0]


def test_after_a_restart_of_the_server_a_tale_and_what_was_drawn_are_there(chromium: Any, tmp_path: Path) -> None:
    port, log, home = free_port(), tmp_path / "log.txt", tmp_path / "home"
    with serving(port, log, {"PYOJEONG_HOME": str(home)}) as server:
        visit = StoryVisit(chromium, f"http://127.0.0.1:{port}")
        visit.patience_seconds = 300.0
        visit.read(TWO_PLACES, lines=LINES)
        visit.want_small()
        visit.until(lambda: "480" in visit.run("return JSON.parse(sessionStorage['pyojeong-story']).draft"))
        visit.begin()
        _, whole = visit.until(lambda: 0 < visit.drawn[1] < 2 * visit.drawn[0] and visit.drawn)
        server.kill()
        server.wait()
    killed = set((home / "stories").iterdir())
    with serving(port, log, {"PYOJEONG_HOME": str(home)}):
        visit.driver.refresh()
        visit.arrive()
        visit.until(lambda: len(visit.all(".tale-line")) == LINES)
        assert "1:1 · 480p" in visit.one(".story-settings summary").text
        assert killed and not killed & set((home / "stories").iterdir())  # nothing stays of who was there before
        visit.begin()
        assert left_to_draw(visit) < MOST_LEFT * whole
        visit.press(visit.one(".story-film .making .quiet"))
        visit.until(lambda: not visit.filming)


def left_to_draw(visit: StoryVisit) -> int:
    """Frames that are missing when the drawing begins."""
    done, whole = visit.until(lambda: visit.drawn[1] and visit.drawn)
    return int(whole - done)


def named(inside: Any, words: str) -> Any:
    return next(one for one in inside.find_elements("css selector", "button") if one.text.strip() == words)


def fetched(visit: StoryVisit, folder: Path, suffix: str) -> bytes:
    """The download with that ending, once it is whole."""

    def found() -> list[Path]:
        return [path for path in folder.glob(f"*.{suffix}") if path.stat().st_size]

    visit.until(lambda: found() and not list(folder.glob("*.crdownload")))
    return found()[0].read_bytes()
