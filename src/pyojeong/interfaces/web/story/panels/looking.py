"""What is seen: any moment of the film before it is made, and the film once it is."""

from __future__ import annotations

import hashlib
from typing import Any

from pyojeong.interfaces.stills import Staging
from pyojeong.interfaces.web.markup import box, set_attribute, text
from pyojeong.interfaces.web.story.components import Scrubber
from pyojeong.interfaces.web.story.desk import StoryDesk
from pyojeong.interfaces.web.story.panels.places import PlacesPanel
from pyojeong.interfaces.web.words import Words
from pyojeong.stories.production import Made

_WORDS = (
    "story-still-alt",
    "story-still-waiting",
    "story-still-drawing",
    "story-moment",
    "story-scenes",
    "story-scene",
    "story-play",
    "story-pause",
)
_NAME_LETTERS = 24
_TITLED = 1.5
_DARK_SECONDS = 0.7
"""At the end, when the credits fade to black: nobody looks for that."""


class LookingPanel:
    """The panel 미리 보기."""

    def __init__(self, desk: StoryDesk, words: Words, address: str, places: str) -> None:
        self._desk, self._words, self._address = desk, words, address
        self._of: Staging | None = None
        self._made: Made | None = None
        self._at_line = desk.lines.chosen
        self._watching = False
        with box("section", "panel story-looking", aria_labelledby="story-look-title") as self._panel:
            with box("div", "panel-head"):
                text("h2", words("story-look"), id="story-look-title")
                self._how_far = text("p", "", "hint")
                self._which()
            self._scrubber = Scrubber()
            self._scrubber.props.update(
                address=address,
                words=words.several(*_WORDS),
                mark="",
                seconds=0,
                scenes=[],
                lines=[],
                at=-1,
                ratio=16 / 9,
            )
            with box("div") as self._beside:
                scene = PlacesPanel(desk, words, places)
            self._scrubber.on("scene", lambda event: scene.look_at(int(event.args)))
            self._film = box("div", "story-watch")
        desk.watch(self.follow)
        self.follow()

    def _which(self) -> None:
        with box("div", "segments", role="group", aria_label=self._words("story-look-which")) as self._choice:
            self._buttons = [text("button", self._words(key), type="button") for key in ("story-look", "story-watch")]
        for watching, made in enumerate(self._buttons):
            made.on("click", lambda _, chosen=bool(watching): self._watch(chosen), [])

    def _watch(self, watching: bool) -> None:
        self._watching = watching
        self.follow()

    def follow(self) -> None:
        """Show what can be looked at, and go to the line that was chosen."""
        desk, words = self._desk, self._words
        self._panel.set_visibility(desk.story is not None)
        staging = desk.staging if desk.story is not None else None
        far = desk.staged
        self._how_far.set_text("" if far is None else words("story-staging", done=far[0], whole=far[1]))
        if staging is not None and staging is not self._of:
            self._watching = self._watching and self._of is None
            self._of = staging
            self._scrubber.props.update(self._shown(staging))
        if staging is not None and desk.lines.chosen != self._at_line:
            self._at_line, self._watching = desk.lines.chosen, False
            start = staging.beats.get(self._at_line)
            self._scrubber.props["at"] = -1 if start is None else round(start + 0.6, 2)
        self._follow_film()

    def _shown(self, staging: Staging) -> dict[str, Any]:
        width, height = staging.play.format.size_wh
        told = repr((staging.play, staging.actors, staging.subtitled))
        scenes = list(zip(staging.starts, staging.play.scenes, strict=True))
        return {
            "mark": hashlib.sha256(told.encode()).hexdigest()[:16],
            "seconds": round(staging.seconds - _DARK_SECONDS, 2),
            "ratio": width / height,
            "scenes": [
                {"start": start, "name": scene.turns[0].text[:_NAME_LETTERS] if scene.turns else ""}
                for start, scene in scenes
            ],
            "lines": [
                {"number": turn.beat, "start": round(start + turn.start, 3), "end": round(start + turn.end, 3)}
                for start, scene in scenes
                for turn in scene.turns
            ],
        }

    def _follow_film(self) -> None:
        made = self._desk.made
        if made is not self._made:
            self._made, self._watching = made, made is not None
            self._film.clear()
            if made is not None:
                with self._film:
                    self._build(made)
        self._choice.set_visibility(made is not None)
        self._film.set_visibility(self._watching)
        self._scrubber.set_visibility(not self._watching)
        self._beside.set_visibility(not self._watching)
        self._scrubber.props["hushed"] = self._watching
        for watching, button in enumerate(self._buttons):
            set_attribute(button, "aria-pressed", str(self._watching is bool(watching)).lower())

    def _build(self, made: Made) -> None:
        mark = f"{made.path.stat().st_mtime_ns:x}"
        words, (width, height) = self._words, made.screenplay.format.size_wh
        film = f"{self._address}/film.mp4?{mark}"
        with box(
            "video",
            controls="true",
            preload="metadata",
            src=film,
            aria_label=words("story-watch"),
            style=f"--ratio: {width / height:.4f}",
        ) as video:
            track = box("track", kind="captions", src=f"{self._address}/film.vtt?{mark}", srclang="ko", label="한국어")
            set_attribute(track, "default", False if self._desk.order.subtitled else "true")
        if self._desk.fresh:  # with its title, which the first picture has not yet
            set_attribute(video, "poster", f"{self._address}/still.jpg?at={_TITLED}&of={mark}")
