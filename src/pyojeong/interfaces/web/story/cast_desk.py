"""The half of the story desk where it is decided who plays whom; what is told stands on the other half."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.actors import is_design
from pyojeong.interfaces.wardrobe import Held, Wardrobe
from pyojeong.interfaces.web.history import History
from pyojeong.interfaces.web.refusals import refusal
from pyojeong.interfaces.web.working import Working
from pyojeong.stories.cast import NARRATOR, Company, Looks, Part
from pyojeong.stories.cast_toml import company_from_toml, company_to_toml

if TYPE_CHECKING:
    from pyojeong.performing.voice.speaking import Voice

STEPS = 100
"""So many casts can be brought back."""


ABOUT_CAST = frozenset({"story-largest", "story-gone"})
"""What the desk tells that belongs to the cast, not to the film."""


class Work(str, Enum):
    """What is being done."""

    READING = "reading"
    MEETING = "meeting"
    BUILDING = "building"
    FILMING = "filming"


class CastDesk(Working[Work]):
    """A desk where roles are given away.

    Args:
        held: Folder for what is brought for the roles.

    Attributes:
        companies: Who plays whom, with its history; None before a tale is read.
        wardrobe: What was brought for the roles.
    """

    def __init__(self, held: Path) -> None:
        super().__init__("the story page", stopped="story-stopped")
        self.companies: History[Company | None] = History(None, longest=STEPS)
        self.wardrobe = Wardrobe(held)

    @abstractmethod
    def _changed(self) -> None:
        """Somebody else plays, or sounds otherwise."""

    def part_of(self, role: str) -> Part | None:
        """The part of a role or of the narrator."""
        company = self.companies.now
        if company is None:
            return None
        return company.narrator if role == NARRATOR else company.parts.get(role)

    def play(self, role: str, design: str) -> None:
        """Let a design play a role."""
        self._recast(role, lambda part: replace(part, looks=Looks.CHARACTER, source=design, chosen={}, face=0))

    def sound(self, role: str, **voice: float | str) -> None:
        """Give a role another voice (``name``), pitch (``pitch_semitones``) or pace (``pace``)."""

        def voiced(part: Part) -> Part:
            new: Voice = replace(part.voice, **voice)  # type: ignore[arg-type]
            return replace(part, voice=new)

        self._recast(role, voiced)

    async def bring(self, role: str, data: bytes, name: str) -> None:
        """Let somebody in a file play a role: a photo, a 3D head, a character."""
        held = await self._taken(Work.MEETING, lambda: self.wardrobe.take(data, name))
        if held is not None:
            self._dress(role, held)

    async def bring_head(self, role: str, data: bytes, name: str) -> None:
        """Let a 3D head play a role: a GLB file, or one built of the face in a photo."""
        held = await self._taken(Work.BUILDING, lambda: self.wardrobe.take_head(data, name))
        if held is not None:
            self._dress(role, held)

    def head_of(self, role: str) -> Path | None:
        """The GLB file of a role that a 3D head plays."""
        held = self.held_of(role)
        return None if held is None or held.looks is not Looks.AVATAR else getattr(held.source, "path", None)

    async def turn_to(self, role: str, face: int) -> None:
        """Let another face of the photo play a role; as a 3D head when one of them does."""
        held = self.held_of(role)
        if held is None or held.snapshot is None or not 0 <= face < len(held.snapshot.faces):
            return
        if held.looks is Looks.PHOTO:
            self._recast(role, lambda part: replace(part, face=face))
            return
        head = await self._taken(Work.BUILDING, lambda: self.wardrobe.another_head(held, face))
        if head is not None:
            self._recast(role, lambda part: replace(part, source=head.name))

    def held_of(self, role: str) -> Held | None:
        """What was brought that plays a role now, or None."""
        part = self.part_of(role)
        held = None if part is None else self.wardrobe.find(part.source)
        return held if held is not None and part is not None and held.looks is part.looks else None

    def bring_character(self, role: str, text: str, name: str) -> None:
        """Let a character document play a role."""
        self._make_room()
        try:
            held = self.wardrobe.take_character(text, name)
        except PyojeongError as broken:
            self.fail(broken)
            return
        self._dress(role, held)

    async def _taken(self, work: Work, take: Callable[[], Held]) -> Held | None:
        """What ``take`` holds now; nothing of it stays where the person stopped that."""
        self._make_room()
        before, come = self.wardrobe.names, []

        def job(*_: object) -> Held:
            come.append(take())
            return come[0]

        held = await self._worked(work, job)
        if held is None:
            self.wardrobe.forget({one.name for one in come} - before)
        return held

    def _make_room(self) -> None:
        """When no more may be brought, what plays no role goes, and the casts of before in which it did."""
        if self.work is not None or not self.wardrobe.full:
            return
        gone = self.wardrobe.names - self._brought_by(self.companies.now)
        self.companies.forget(lambda company: bool(gone & self._brought_by(company)))
        self.wardrobe.forget(gone)

    def _brought_by(self, company: Company | None) -> set[str]:
        """What somebody brought that plays in a cast."""
        parts = () if company is None else (company.narrator, *company.parts.values())
        return {held.name for part in parts if (held := self.wardrobe.find(part.source)) is not None}

    def _dress(self, role: str, held: Held) -> None:
        self._recast(role, lambda part: replace(part, looks=held.looks, source=held.name, chosen={}, face=0))
        if held.snapshot is not None and len(held.snapshot.faces) > 1:
            self.told = "story-largest"
            self.tell()

    def undo_cast(self) -> None:
        """The cast as it was before."""
        self.companies.back()
        self._changed()

    def redo_cast(self) -> None:
        """The cast as it was before the last undo."""
        self.companies.forth()
        self._changed()

    def cast_toml(self) -> str:
        """``CAST.toml``; empty before a tale is read."""
        return "" if self.companies.now is None else company_to_toml(self.companies.now)

    def take_cast(self, text: str) -> None:
        """Take a ``CAST.toml``; parts whose files were not brought stay as they were, and are named."""
        now = self.companies.now
        if now is None:
            return
        try:
            told = company_from_toml(text)
        except PyojeongError as broken:
            self.fail(broken)
            return
        parts, missing = dict(now.parts), []
        for role, part in told.parts.items():
            if not part.source or is_design(part) or self.wardrobe.find(part.source) is not None:
                parts[role] = part
                continue
            missing.append(f"{role}({part.source})")
            if role in now.parts:
                parts[role] = replace(now.parts[role], voice=part.voice, shown=part.shown)
        self._take_company(Company(told.narrator, parts))
        if missing:
            self.fail(refusal("story-cast-files", files=", ".join(missing)))

    def _recast(self, role: str, change: Callable[[Part], Part]) -> None:
        company = self.companies.now
        if company is None:
            return
        part = company.narrator if role == NARRATOR else company.parts.get(role)
        if part is None:
            return
        try:
            new = change(part)
        except ValueError:
            self.fail(refusal("story-range"))
            return
        if role == NARRATOR:
            self._take_company(Company(new, company.parts))
        else:
            self._take_company(Company(company.narrator, {**company.parts, role: new}))

    def _take_company(self, company: Company) -> None:
        if company != self.companies.now:
            self.companies.add(company, key=None)
            self.trouble = None
            self._changed()
