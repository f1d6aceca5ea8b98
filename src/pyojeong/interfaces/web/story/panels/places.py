"""Where the scene that is looked at plays, and in which weather."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nicegui.element import Element

from pyojeong.interfaces.web.handlers import VALUE
from pyojeong.interfaces.web.markup import box, button, set_attribute, text
from pyojeong.interfaces.web.story.desk import StoryDesk
from pyojeong.interfaces.web.words import Words
from pyojeong.performing.film.screenplay import Place, Weather

if TYPE_CHECKING:
    from pyojeong.stories.directing.places import ChosenSetting

_PICTURE_WH = ("240", "135")


class PlacesPanel:
    """The part 이 장면의 곳: a button a place, the first leaves it to the words."""

    def __init__(self, desk: StoryDesk, words: Words, places: str) -> None:
        self._desk, self._words, self._number = desk, words, 0
        with box("details", "story-places") as self._box:
            with box("summary"):
                self._summary = text("span", "")
            with box("div", "story-inside"):
                with box("div", "places", role="group", aria_label=words("story-place")):
                    self._told = self._place(None, "")
                    self._places = {place: self._place(place, f"{places}/{place.value}.jpg") for place in Place}
                with box("div", "row"):
                    self._weather()
                    self._undo = button(words("undo"), desk.lines.undo, "tool", sign="sign-undo")
                self._airless = text("p", words("story-weather-nowhere"), "hint", role="status")
        desk.watch(self.follow)
        self.follow()

    def _place(self, place: Place | None, picture: str) -> Element:
        with box("button", "place", type="button") as made:
            if picture:
                width, height = _PICTURE_WH
                box("img", src=picture, alt="", loading="lazy", width=width, height=height)
            text("span", self._words("story-as-told" if place is None else f"place-{place.value}"))
        return made.on("click", lambda _: self._choose(place=place), [])

    def _weather(self) -> None:
        with box("label", "field"):
            text("span", self._words("story-weather"))
            with box("select") as self._air:
                text("option", self._words("story-as-told"), value="")
                for weather in Weather:
                    text("option", self._words(f"weather-{weather.value}"), value=weather.value)
        self._air.on(
            "change",
            lambda event: self._choose(weather=Weather(event.args) if event.args else None),
            js_handler=VALUE,
        )

    def look_at(self, number: int) -> None:
        """Turn to another scene."""
        self._number = max(0, number)
        self.follow()

    def _choose(self, **wish: Place | Weather | None) -> None:
        scenes = self._desk.scenes
        scenes.choose(self._number, replace(scenes.choice(self._number), **wish))  # type: ignore[arg-type]

    def follow(self) -> None:
        """Show where the scene plays."""
        scene = self._desk.scenes.scene(self._number)
        self._box.set_visibility(scene is not None)
        if scene is None:
            return
        choice, weather = self._desk.scenes.choice(self._number), self._desk.scenes.weather(self._number)
        self._summary.set_text(self._said(choice, scene.place, weather))
        set_attribute(self._told, "aria-pressed", str(choice.place is None).lower())
        for place, made in self._places.items():
            set_attribute(made, "aria-pressed", str(choice.place is place).lower())
        set_attribute(self._air, "value", "" if choice.weather is None else choice.weather.value)
        set_attribute(self._air, "disabled", False if weather else "true")
        self._airless.set_visibility(weather is None)
        set_attribute(self._undo, "disabled", False if self._desk.lines.history.undoable else "true")

    def _said(self, choice: ChosenSetting, place: Place, weather: Weather | None) -> str:
        """The scene's number, place and weather; what is chosen is known before the scene is found anew."""
        words = self._words
        where = words(f"place-{(choice.place or place).value}")
        air = words("story-weather-none" if weather is None else f"weather-{weather.value}")
        told = "" if choice.made else f" ({words('story-as-told')})"
        return words("story-place-now", number=self._number + 1, place=where, weather=air) + told
