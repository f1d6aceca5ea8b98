"""A visitor at the page 동화, for its tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from selenium.webdriver.support.ui import Select

from visiting import Visitor

TALE = '"떡 하나 주면 안 잡아먹지." 호랑이가 마을에서 말했어요.\n"싫어요!" 토끼가 소리쳤어요.'


class StoryVisit(Visitor):
    """One visitor at the page; looks wait until what they look for is there."""

    patience_seconds = 90.0

    def __init__(self, driver: Any, url: str) -> None:
        super().__init__(driver)
        self.come(f"{url}/story")
        self.arrive()

    def arrive(self) -> None:
        """Returns when the page listens and what was there before a reload is there again."""
        self.until(lambda: self.run("return window.did_handshake"))
        self.until(lambda: self.one(".story-page").is_displayed())

    def read(self, tale: str = TALE, lines: int = 4) -> None:
        self.one(".story-writer textarea").send_keys(tale)
        self.press(self.one(".story-writer .primary"))
        self.until(lambda: len(self.all(".tale-line")) == lines)

    @property
    def roles(self) -> list[str]:
        return [str(one.get_attribute("aria-label")) for one in self.all(".role")]

    def role(self, name: str) -> Any:
        return self.one(f".role[aria-label='{name}']")

    @property
    def cast_told(self) -> str:
        """What is said of the cast."""
        return " ".join(one.text for one in self.all(".story-panels [role=status]"))

    def bring(self, role: str, file: Path, *, head: bool = False) -> None:
        """Let a file play a role; as a 3D head, or as what it is."""
        where = "input[accept*=glb]" if head else "input[accept*=heic]:not([accept*=glb])"
        self.role(role).find_element("css selector", where).send_keys(str(file))

    def looked_at(self) -> str:
        """The address of the still, once it is painted."""
        script = "const i = document.querySelector('.scrubber-view img'); return i.complete && i.naturalWidth && i.src"
        return str(self.until(lambda: self.run(script)))

    # the film

    def want_small(self) -> None:
        """The smallest film there is."""
        self.run("document.querySelector('.story-settings').open = true")
        shape, height, rate = self.all(".story-options select")
        for chosen, value in ((shape, "1:1"), (height, "480"), (rate, "24")):
            Select(chosen).select_by_value(value)
        self.until(lambda: "1:1 · 480p · 초당 24장" in self.one(".story-settings summary").text)

    @property
    def filming(self) -> bool:
        return bool(self.one(".story-film .making").is_displayed())

    def begin(self) -> None:
        self.press(self.one(".story-film .primary"))
        self.until(lambda: self.filming)

    @property
    def drawn(self) -> tuple[int, int]:
        """How many frames are drawn, and of how many; zeros before and after."""
        said = str(self.one(".story-film .making span").text)
        if "그리는" not in said:
            return 0, 0
        done, whole = said.split()[-1].split("/")
        return int(done), int(whole)

    def watch(self) -> dict[str, Any]:
        """What the browser knows of the film, once it is made."""
        self.until(lambda: not self.filming and self.one(".story-watch video").is_displayed())
        self.until(lambda: self.run("return document.querySelector('.story-watch video').readyState >= 2"))
        return dict(
            self.run(
                "const v = document.querySelector('.story-watch video');"
                "return { seconds: v.duration, size: [v.videoWidth, v.videoHeight], source: v.src }"
            )
        )
