"""One visitor's sticker desk: a character and what it does, a plan of a pack, and the pack that was drawn.

Knows nothing of the screen. Pictures are drawn when a browser asks for them (`scene`), so a change costs nothing here.
"""

from __future__ import annotations

from dataclasses import replace
from secrets import randbelow

from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring
from pyojeong.interfaces.characters import new_character
from pyojeong.interfaces.photo_characters import PhotoPerson, person_in
from pyojeong.interfaces.web.history import History
from pyojeong.interfaces.web.stickers.drafts import Draft
from pyojeong.interfaces.web.stickers.hearing import heard
from pyojeong.interfaces.web.stickers.pack_desk import LONGEST_CAPTION, STEPS, PackDesk, Work
from pyojeong.interfaces.web.stickers.scene import Scene
from pyojeong.performing.character import Character, choices_of, design_of
from pyojeong.stickers.captions import Voice
from pyojeong.stickers.composing import act_called, captions_for, known_moments
from pyojeong.stickers.likeness import Guess
from pyojeong.stickers.planning import (
    PackPlan,
    PlanItem,
    added,
)

START = Character("chibi")
SUGGESTED = 5
_SEEDS = 1_000_000


class StickerDesk(PackDesk):
    """What one visitor sees and does; `watch` tells the screen after every change.

    Attributes:
        characters: The character with its history.
        act: What it does on the stage: a moment's or an emotion act's name.
        gag: One of its own gags instead; empty for none.
        wears_face: Whether the stage shows the face the person makes in the photo.
        caption: The words on the stage.
        suggested: Other words for the same.
        models: Captions that a language model wrote → its name, which has to be declared.
        person: Whom it was drawn after, or None.
        faces: How many there were in that photo; the largest was taken.
        guesses: What of it is guessed from the photo, the least certain first.
    """

    def __init__(self) -> None:
        super().__init__()
        self.characters: History[Character] = History(START, longest=STEPS)
        self.act, self.gag, self.caption = "hello", "", "안녕!"
        self.wears_face = False
        self.suggested: tuple[str, ...] = ()
        self.models: dict[str, str] = {}
        self.person: PhotoPerson | None = None
        self.faces = 0
        self.guesses: tuple[Guess, ...] = ()

    @property
    def draft(self) -> Draft:
        """What is kept of this over a reload."""
        return Draft(
            self.character,
            act=self.act,
            gag=self.gag,
            caption=self.caption,
            text_model=self.models.get(self.caption),
            voice=self.voice,
            store=self.store,
            count=self.count,
            wishes=self.wishes,
            plan=self.plan,
        )

    def go_on(self, draft: Draft) -> None:
        """Begin where a draft was left; there is nothing before it."""
        self.characters = History(draft.character, longest=STEPS)
        self.plans = History(draft.plan, longest=STEPS)
        self.act, self.gag, self.caption, self.voice = draft.act, draft.gag, draft.caption, draft.voice
        self.store, self.count, self.wishes = draft.store, draft.count, draft.wishes
        self.models = {} if draft.text_model is None else {draft.caption: draft.text_model}
        self._changed_character()

    @property
    def character(self) -> Character:
        """Who is on the stage."""
        return self.characters.now

    @property
    def scene(self) -> Scene:
        """What the stage shows."""
        worn = self.person.expression if self.person is not None and self.wears_face else None
        return Scene(self.character, self.act, self.caption, self.gag, worn)

    # who

    async def meet_person(self, data: bytes) -> None:
        """Draw the person in a picture file as the design on the stage, with the face they make."""
        person = await self._worked(Work.MEETING, lambda *_: _met(data))
        if person is not None:
            self.person, self.faces = person
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
        self._cast()
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
            act, first, lines = found
            if lines.model is not None:
                self.models |= dict.fromkeys(lines, lines.model)
            self.play(act, caption=first)
            self.suggested = tuple(line for line in lines if line != first)
            self.fail(lines.instead_of)

    def _first_words(self, act: str) -> str:
        meant = known_moments().get(act)
        return "" if meant is None else meant.own_line(self.voice)

    # what of it goes into the pack

    @property
    def addable(self) -> bool:
        """Whether a plan can hold what is on the stage: it names moments, no single gags and no faces of photos."""
        return self.plan is not None and not self.gag and not self.wears_face

    def add_shown(self) -> None:
        """Put what is on the stage at the end of the plan."""
        if self.addable:
            model = self.models.get(self.caption)
            self._edit(lambda plan: added(plan, PlanItem(self.act, self.caption, self.voice, text_model=model)))

    def take_plan(self, plan: PackPlan) -> None:
        """Go on with a plan from a file, and with its character."""
        self._open_plan(plan)
        self.welcome(plan.character)


def _met(data: bytes) -> tuple[PhotoPerson, int]:
    """Whose face is the largest in a picture file, and of how many."""
    image = wiring.opened_image(data)
    return person_in(image, face=0), len(wiring.faces_of(image))
