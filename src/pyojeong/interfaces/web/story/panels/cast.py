"""Who plays whom, and in whose voice."""

from __future__ import annotations

import hashlib
from urllib.parse import quote

from nicegui import ui
from nicegui.element import Element
from nicegui.elements.mixins.text_element import TextElement
from nicegui.events import GenericEventArguments

from pyojeong.interfaces.settings import settings
from pyojeong.interfaces.wardrobe import Snapshot
from pyojeong.interfaces.web.handlers import DOCUMENT, JSON_FILES, VALUE, posted
from pyojeong.interfaces.web.markup import box, button, file_button, picture, set_attribute, text
from pyojeong.interfaces.web.refusals import upload_refusal
from pyojeong.interfaces.web.stickers.panels.who import design_button
from pyojeong.interfaces.web.stickers.visit import KEPT
from pyojeong.interfaces.web.story import faces
from pyojeong.interfaces.web.story.cast_desk import ABOUT_CAST, Work
from pyojeong.interfaces.web.story.components import BorrowCharacter, Listen
from pyojeong.interfaces.web.story.desk import StoryDesk
from pyojeong.interfaces.web.words import Language, Words
from pyojeong.performing.character import DESIGNS
from pyojeong.performing.voice.characters import CHARACTERS
from pyojeong.stories.cast import NARRATOR, Looks, Part
from pyojeong.stories.casting import stand_in_note

_PICTURES = "image/*,.heic,.heif,.avif"
_GLB = ".glb,model/gltf-binary"
_DOING = {Work.MEETING: "story-meeting", Work.BUILDING: "story-building"}


class CastPanel:
    """The panel 배역: a card a role, the narrator's first."""

    def __init__(self, desk: StoryDesk, words: Words, address: str) -> None:
        self._desk, self._words, self._address = desk, words, address
        self._roles: tuple[str, ...] = ()
        self._cards: dict[str, RoleCard] = {}
        with box("section", "panel", aria_labelledby="story-cast-title") as self._panel:
            with box("div", "panel-head"):
                text("h2", words("story-cast"), id="story-cast-title")
                with box("div", "row"):
                    undo, redo = words("story-undo-cast"), words("story-redo-cast")
                    self._undo = button("", desk.undo_cast, "tool bare", sign="sign-undo", aria_label=undo, title=undo)
                    self._redo = button("", desk.redo_cast, "tool bare", sign="sign-redo", aria_label=redo, title=redo)
            text("p", words("story-photo-hint"), "hint weak")
            self._doing = text("p", "", "hint", role="status")
            self._list = box("ul", "roles")
            with box("div", "row"):
                button(words("story-cast-save"), self._save, sign="sign-save")
                chosen = file_button(words("story-cast-open"), ".toml")
                chosen.on("change", lambda event: desk.take_cast(str(event.args)), js_handler=DOCUMENT)
        desk.watch(self.follow)
        self.follow()

    def _save(self) -> None:
        ui.download.content(self._desk.cast_toml(), "CAST.toml", "application/toml")

    def follow(self) -> None:
        """Show every role's part."""
        desk, story = self._desk, self._desk.story
        self._panel.set_visibility(story is not None)
        if story is None:
            return
        roles = (NARRATOR, *story.company.parts)
        if roles != self._roles:
            self._roles = roles
            self._list.clear()
            with self._list:
                self._cards = {role: RoleCard(desk, self._words, self._address, role) for role in roles}
        lines = [beat.speaker or NARRATOR for beat in story.score.beats]
        for role, card in self._cards.items():
            part = desk.part_of(role)
            if part is not None:
                card.show(part, lines.index(role) if role in lines else None)
        self._doing.set_text(self._now())
        set_attribute(self._undo, "disabled", False if desk.companies.undoable else "true")
        set_attribute(self._redo, "disabled", False if desk.companies.redoable else "true")

    def _now(self) -> str:
        desk, words = self._desk, self._words
        if desk.work in _DOING:
            return words(_DOING[desk.work])
        return words(desk.told) if desk.told in ABOUT_CAST else ""


class RoleCard:
    """One role."""

    def __init__(self, desk: StoryDesk, words: Words, address: str, role: str) -> None:
        self._desk, self._words, self._address, self._role = desk, words, address, role
        self._shown_as = words("story-narrator") if role == NARRATOR else role
        self._designs: dict[str, Element] = {}
        with box("li", "role", aria_label=self._shown_as):
            with box("div", "role-face"):
                self._picture = box("img", width="120", height="120", alt="")
                with box("span", "role-sign") as self._sign:
                    picture("sign-portrait")
            with box("div", "role-about"):
                with box("h3"):
                    text("span", self._shown_as, lang="ko")
                    self._listen = Listen()
                self._who = text("p", "", "hint")
                self._note = text("p", "", "hint weak role-note")
                label = words("story-which-face", role=self._shown_as)
                self._faces = box("div", "role-faces", role="group", aria_label=label)
                self._snapshot: Snapshot | None = None
                self._voicing()
            if role != NARRATOR:
                self._changing()

    def _voicing(self) -> None:
        words = self._words
        with box("label", "field"):
            text("span", words("story-voice"))
            with box("select", aria_label=f"{self._shown_as}: {words('story-voice')}") as self._voice:
                for voice in CHARACTERS.values():
                    text("option", words.name(voice), value=voice.name)
            self._about = text("span", "", "hint")
        self._voice.on("change", lambda event: self._desk.sound(self._role, name=str(event.args)), js_handler=VALUE)
        with box("div", "role-dials"):
            self._pitch = self._dial("story-pitch", "pitch_semitones", -12, 12, 0.5)
            self._pace = self._dial("story-pace", "pace", 0.5, 2, 0.05)

    def _dial(self, key: str, name: str, least: float, most: float, step: float) -> tuple[Element, TextElement]:
        with box("label", "role-dial"):
            text("span", self._words(key))
            made = box(
                "input",
                type="range",
                min=str(least),
                max=str(most),
                step=str(step),
                aria_label=f"{self._shown_as}: {self._words(key)}",
            )
            said = text("output", "")
        made.on("change", lambda event: self._desk.sound(self._role, **{name: float(event.args)}), js_handler=VALUE)
        return made, said

    def _changing(self) -> None:
        words, role = self._words, self._role
        with box("details", "role-change"):
            with box("summary"):
                text("span", words("story-change"))
            with box("div", "designs", role="group", aria_label=f"{self._shown_as}: {words('story-change')}"):
                for name in DESIGNS:
                    self._designs[name] = design_button(name, words)
                    self._designs[name].on("click", lambda _, chosen=name: self._desk.play(role, chosen), [])
            with box("div", "row"):
                self._file("story-photo", _PICTURES, "brought")
                self._file("story-avatar", f"{_PICTURES},{_GLB}", "heads")
                document = file_button(words("story-character"), JSON_FILES)
                document.on("change", self._load, js_handler=DOCUMENT)
                borrowed = BorrowCharacter()
                borrowed.props.update(label=words("story-borrow"), kept=KEPT)
                borrowed.on("borrow", lambda event: self._desk.bring_character(role, str(event.args), f"{role}.json"))
                self._take_head = button(words("story-head-save"), self._save_head, sign="sign-download")

    def _save_head(self) -> None:
        part = self._desk.part_of(self._role)
        if part is not None:
            ui.download.from_url(f"{self._address}/heads/{quote(self._role, safe='')}.glb", part.source)

    def _file(self, key: str, accept: str, to: str) -> None:
        chosen = file_button(self._words(key), accept)
        address = f"{self._address}/{to}/{quote(self._role, safe='')}"
        chosen.on(
            "change",
            lambda event: self._desk.fail(upload_refusal(str(event.args))),
            js_handler=posted(address, settings().max_upload_megabytes),
        )

    def _load(self, event: GenericEventArguments) -> None:
        self._desk.bring_character(self._role, str(event.args), f"{self._role}.json")

    def show(self, part: Part, line: int | None) -> None:
        """Show a part, and let ``line`` be heard."""
        mark = hashlib.sha256(repr(part).encode()).hexdigest()[:12]
        seen = faces.has_face(self._desk.wardrobe, part)
        self._picture.set_visibility(seen)
        self._sign.set_visibility(not seen)
        if seen:
            set_attribute(self._picture, "src", f"{self._address}/roles/{quote(self._role, safe='')}.png?{mark}")
        self._who.set_text(self._called(part))
        self._note.set_text(self._noted(part))
        self._follow_faces(part)
        self._listen.props.update(
            label=self._words("story-hear", role=self._shown_as),
            address="" if line is None else f"{self._address}/lines/{line}.wav?{mark}",
            disabled=line is None,
        )
        set_attribute(self._voice, "value", part.voice.name)
        voice = CHARACTERS.get(part.voice.name)
        self._about.set_text(voice.about if voice and self._words.language is Language.KOREAN else "")
        if self._role != NARRATOR:
            self._take_head.set_visibility(part.looks is Looks.AVATAR)
        for (made, said), value in ((self._pitch, part.voice.pitch_semitones), (self._pace, part.voice.pace)):
            set_attribute(made, "value", f"{value:g}")
            said.set_text(f"{value:+g}" if made is self._pitch[0] else f"×{value:g}")
        for name, design in self._designs.items():
            set_attribute(design, "aria-pressed", str(part.looks is Looks.CHARACTER and part.source == name).lower())

    def _follow_faces(self, part: Part) -> None:
        """The faces of the photo to choose from, while there are several."""
        held = self._desk.held_of(self._role)
        snapshot = None if held is None else held.snapshot
        if snapshot is not self._snapshot:
            self._snapshot = snapshot
            self._faces.clear()
            with self._faces:
                for number in range(0 if snapshot is None else len(snapshot.faces)):
                    self._face(number, "" if snapshot is None else snapshot.path.stem)
        self._faces.set_visibility(snapshot is not None and len(snapshot.faces) > 1)
        playing = part.face if held is None else held.face or part.face
        for number, made in enumerate(self._faces):
            set_attribute(made, "aria-pressed", str(number == playing).lower())

    def _face(self, number: int, photo: str) -> None:
        source = f"{self._address}/faces/{number}.png?role={quote(self._role, safe='')}&of={photo}"
        with box("button", "role-choice", type="button", aria_label=self._words.face(number)) as made:
            box("img", src=source, alt="", width="52", height="52")
        made.on("click", lambda _: self._desk.turn_to(self._role, number), [])

    def _noted(self, part: Part) -> str:
        """That nothing drawn here is what the role is, or what a photo makes uncertain."""
        held = self._desk.held_of(self._role)
        if held is not None:
            return " ".join(self._words.either(remark) for remark in held.remarks)
        note = stand_in_note(self._role, part.source) if part.looks is Looks.CHARACTER else None
        if note is None:
            return ""
        said = self._words.either(note)
        return self._words("story-stand-in", note=said[0].upper() + said[1:])

    def _called(self, part: Part) -> str:
        if part.looks is Looks.UNSEEN:
            return self._words("story-unseen")
        design = DESIGNS.get(part.source)
        if design is None:
            return part.source
        return self._words.name(design)
