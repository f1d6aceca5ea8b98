"""One visitor's sticker desk: a character and what it does, a plan of a pack, and the pack that was drawn.

Knows nothing of the screen. Pictures are drawn when a browser asks for them (`scene`), so a change costs nothing here.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from enum import Enum
from pathlib import Path
from secrets import randbelow

from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring
from pyojeong.interfaces.characters import new_character
from pyojeong.interfaces.photo_characters import PhotoPerson, person_in
from pyojeong.interfaces.web.history import History
from pyojeong.interfaces.web.stickers.hearing import heard
from pyojeong.interfaces.web.stickers.scene import Scene
from pyojeong.interfaces.web.working import Working
from pyojeong.performing.character import Character, choices_of, design_of
from pyojeong.stickers import planning
from pyojeong.stickers.captions import Voice
from pyojeong.stickers.composing import act_called, captions_for, known_moments
from pyojeong.stickers.likeness import Guess
from pyojeong.stickers.packing import WrittenPack
from pyojeong.stickers.planning import (
    PackPlan,
    PlanItem,
    added,
    draw_pack,
    dropped,
    moved,
    plan_pack,
    replaced,
)
from pyojeong.stickers.preflight import Report, check_pack

START = Character("chibi")
SUGGESTED = 5
LONGEST_CAPTION = 40
LONGEST_WISHES = 200
_SEEDS = 1_000_000


class Work(str, Enum):
    """What is being done."""

    MEETING = "meeting"
    READING = "reading"
    PLANNING = "planning"
    DRAWING = "drawing"
    CHECKING = "checking"


class StickerDesk(Working[Work]):
    """What one visitor sees and does; `watch` tells the screen after every change.

    Attributes:
        characters: The character with its history.
        act: What it does on the stage: a moment's or an emotion act's name.
        gag: One of its own gags instead; empty for none.
        wears_face: Whether the stage shows the face the person makes in the photo.
        caption: The words on the stage.
        suggested: Other words for the same.
        voice: How it speaks.
        store: Where the pack goes.
        wishes: What the person wished of the plan.
        unheard: What of it was not understood.
        plan: The pack to be, or None.
        written: The pack that was drawn from `plan`, or None.
        report: What the check found in it, or None.
        person: Whom it was drawn after, or None.
        several: Whether there were other faces in that photo; the largest was taken.
        guesses: What of it is guessed from the photo, the least certain first.
    """

    def __init__(self) -> None:
        super().__init__("the sticker page", stopped="sticker-stopped")
        self.characters: History[Character] = History(START, longest=100)
        self.act, self.gag, self.caption = "hello", "", "안녕!"
        self.wears_face = False
        self.suggested: tuple[str, ...] = ()
        self.voice = Voice.BANMAL
        self.store = "kakao"
        self.wishes, self.unheard = "", tuple[str, ...]()
        self.plan: PackPlan | None = None
        self.written: WrittenPack | None = None
        self.report: Report | None = None
        self.person: PhotoPerson | None = None
        self.several = False
        self.guesses: tuple[Guess, ...] = ()
        self._folder = tempfile.TemporaryDirectory(prefix="pyojeong-pack-", ignore_cleanup_errors=True)

    def close(self) -> None:
        """Stop all work and forget everything."""
        self.cancel()
        self.unwatch()
        self._folder.cleanup()

    @property
    def character(self) -> Character:
        """Who is on the stage."""
        return self.characters.now

    @property
    def scene(self) -> Scene:
        """What the stage shows."""
        worn = self.person.expression if self.person is not None and self.wears_face else None
        return Scene(self.character, self.act, self.caption, self.gag, worn)

    def item_scene(self, number: int) -> Scene:
        """What sticker ``number`` of the plan shows, from 1.

        Raises:
            IndexError: When there is no such sticker.
        """
        items = () if self.plan is None else self.plan.items
        if not 1 <= number <= len(items):
            raise IndexError(number)
        item = items[number - 1]
        return Scene(self.character, item.moment, item.caption, stressed=item.stressed)

    # who

    async def meet_person(self, data: bytes) -> None:
        """Draw the person in a picture file as the design on the stage, with the face they make."""
        person = await self._worked(Work.MEETING, lambda *_: _met(data))
        if person is not None:
            self.person, self.several = person
            self._draw_after(self.person, self.character.design)
            self.wear_face()

    def _draw_after(self, person: PhotoPerson, design: str) -> None:
        likeness = person.as_character(design)
        self.guesses = likeness.asked
        self._become(replace(likeness.character, name=self.character.name), key=None)

    def meet(self, design: str) -> None:
        """Turn to another design: drawn after the person of the photo, else what both let one choose stays."""
        if self.person is not None and self.character.drawn_from_photo:
            self._draw_after(self.person, design)
            return
        space = design_of(Character(design)).space
        kept = {name: value for name, value in self.character.chosen.items() if name in space}
        character = replace(self.character, design=design, chosen=kept)
        try:
            choices_of(character)
        except PyojeongError:  # a name both have, with other options
            character = replace(character, chosen={})
        self.gag = ""
        self._become(character, key=None)

    def shape(self, name: str, value: float | str, *, settled: bool = True) -> None:
        """Choose a slider's, a swatch's or a part's value."""
        self.guesses = tuple(guess for guess in self.guesses if guess.name != name)
        character = self.characters.before(name).with_chosen(**{name: value})
        try:
            choices_of(character)
        except PyojeongError as refusal:
            self.fail(refusal)
            return
        self._become(character, key=name)
        if settled:
            self.characters.close_step()

    def roll(self) -> None:
        """Leave everything to chance but the design."""
        self.person, self.wears_face = None, False
        now = self.character
        self._become(new_character(now.design, name=now.name, seed=randbelow(_SEEDS)), key=None)

    def rest(self) -> None:
        """Choose nothing: the design as it comes."""
        self.person, self.wears_face = None, False
        self._become(replace(self.character, chosen={}, drawn_from_photo=False), key=None)

    def call(self, name: str) -> None:
        """Give it a name."""
        self._become(replace(self.character, name=name.strip()[:LONGEST_CAPTION]), key="name")

    def welcome(self, character: Character) -> None:
        """Take a character that came from a file.

        Raises:
            PyojeongError: When its design or choices are unknown.
        """
        choices_of(character)
        self.person, self.wears_face, self.gag = None, False, ""
        self._become(character, key=None)

    def undo(self) -> None:
        """The character as it was before."""
        self.characters.back()
        self._changed_character()

    def redo(self) -> None:
        """The character as it was before the last undo."""
        self.characters.forth()
        self._changed_character()

    def _become(self, character: Character, *, key: str | None) -> None:
        self.characters.add(character, key=key)
        self._changed_character()

    def _changed_character(self) -> None:
        if not self.character.drawn_from_photo:
            self.guesses = ()
        if self.gag and self.gag not in design_of(self.character).gags:
            self.gag = ""
        if self.plan is not None:
            self._take_plan(replace(self.plan, character=self.character))
        self.tell()

    # what it does

    def play(self, act: str, *, caption: str | None = None) -> None:
        """Do ``act`` on the stage, with its plainest words when none are given."""
        act_called(act)
        self.act, self.gag, self.wears_face = act, "", False
        self.caption = self._first_words(act) if caption is None else caption
        self.suggested = ()
        self.tell()

    def joke(self, gag: str) -> None:
        """Play one of the design's own gags."""
        if gag in design_of(self.character).gags:
            self.gag, self.wears_face, self.caption = gag, False, ""
            self.tell()

    def wear_face(self) -> None:
        """Show the face of the photo."""
        if self.person is not None:
            self.act, self.gag, self.wears_face, self.caption = "neutral", "", True, ""
            self.tell()

    def say(self, caption: str) -> None:
        """Put words on the stage."""
        self.caption = caption.strip()[:LONGEST_CAPTION]
        self.tell()

    def speak(self, voice: Voice) -> None:
        """Speak in another manner."""
        self.voice, self.suggested = voice, ()
        self.tell()

    async def suggest(self) -> None:
        """Find other words for what is on the stage."""
        act, voice, now = act_called(self.act), self.voice, self.caption
        found = await self._worked(
            Work.READING, lambda *_: captions_for(act, voice=voice, avoid=(now,) if now else (), count=SUGGESTED)
        )
        self.suggested = found or ()
        self.tell()

    async def hear(self, sentence: str) -> None:
        """Do and say what fits a typed sentence."""
        if not sentence.strip():
            return
        found = await self._worked(Work.READING, lambda *_: heard(sentence.strip(), self.voice))
        if found is not None:
            act, lines = found
            self.play(act, caption=lines[0] if lines else "")
            self.suggested = lines[1:]
            self.tell()

    def _first_words(self, act: str) -> str:
        meant = known_moments().get(act)
        return "" if meant is None else meant.own_line(self.voice)

    # the pack

    def sell_to(self, store: str) -> None:
        """Aim at another store; a plan for another one is kept until a new one is made."""
        self.store = store
        self.tell()

    async def make_plan(self, *, wishes: str = "", count: int | None = None, seed: int = 0) -> None:
        """Plan a pack for the store."""
        character, store, voice = self.character, self.store, self.voice
        plan = await self._worked(
            Work.PLANNING,
            lambda *_: plan_pack(
                store, character, count=count, voice=voice, wishes=wishes[:LONGEST_WISHES], seed=seed, title=None
            ),
        )
        if plan is not None:
            self.wishes, self.unheard = wishes, planning.heard(wishes).unheard
            self._take_plan(plan)
            self.tell()

    def take_plan(self, plan: PackPlan) -> None:
        """Go on with a plan from a file, and with its character."""
        self.store = plan.store
        self._take_plan(plan)
        self.welcome(plan.character)

    def name_pack(self, title: str, author: str) -> None:
        """Title and author, as the store shows them."""
        if self.plan is not None:
            self._edit(lambda plan: replace(plan, title=title.strip() or plan.title, author=author.strip()))

    def reword(self, number: int, caption: str) -> None:
        """Give sticker ``number`` other words."""
        said = caption.strip()[:LONGEST_CAPTION]
        if self.plan is not None and 1 <= number <= len(self.plan.items):
            item = self.plan.items[number - 1]
            self._edit(lambda plan: replaced(plan, number, replace(item, caption=said, stressed="")))

    def exchange(self, number: int, moment: str) -> None:
        """Let sticker ``number`` do something else, with words for it."""
        self._edit(lambda plan: replaced(plan, number, PlanItem(moment, self._new_words(moment), self.voice)))

    def drop(self, number: int) -> None:
        """Leave sticker ``number`` out."""
        self._edit(lambda plan: dropped(plan, number))

    def shift(self, number: int, by: int) -> None:
        """Move sticker ``number`` by places."""
        if self.plan is not None and 1 <= number + by <= len(self.plan.items):
            self._edit(lambda plan: moved(plan, number, number + by))

    @property
    def addable(self) -> bool:
        """Whether a plan can hold what is on the stage: it names moments, no single gags and no faces of photos."""
        return self.plan is not None and not self.gag and not self.wears_face

    def add_shown(self) -> None:
        """Put what is on the stage at the end of the plan."""
        if self.addable:
            self._edit(lambda plan: added(plan, PlanItem(self.act, self.caption, self.voice)))

    def _new_words(self, moment: str) -> str:
        used = {item.caption for item in self.plan.items} if self.plan is not None else set()
        found = captions_for(act_called(moment), voice=self.voice, avoid=used, count=1)
        return found[0] if found else ""

    def _edit(self, edit: Callable[[PackPlan], PackPlan]) -> None:
        if self.plan is None:
            return
        try:
            self._take_plan(edit(self.plan))
        except PyojeongError as refusal:
            self.fail(refusal)
            return
        self.fail(None)

    def _take_plan(self, plan: PackPlan) -> None:
        if plan != self.plan:
            self.plan, self.written, self.report = plan, None, None

    async def draw(self) -> None:
        """Draw the planned pack as the store wants it, then check it."""
        plan = self.plan
        if plan is None:
            return
        folder = Path(self._folder.name) / plan.store
        written = await self._worked(Work.DRAWING, lambda _, told: draw_pack(plan, folder, progress=told))
        if written is None:
            return
        report = await self._worked(
            Work.CHECKING, lambda _, told: check_pack(written.folder, plan.rules, progress=told)
        )
        if plan != self.plan:
            self.told = "sticker-changed"
        else:
            self.written, self.report = written, report
            self.told = None if report is None else "sticker-done"
        self.tell()


def _met(data: bytes) -> tuple[PhotoPerson, bool]:
    """Whose face is the largest in a picture file, and whether there are others."""
    image = wiring.opened_image(data)
    return person_in(image, face=0), len(wiring.faces_of(image)) > 1
