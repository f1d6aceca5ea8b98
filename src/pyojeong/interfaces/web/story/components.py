"""The parts of the page 동화 that live in the browser, as elements: one class a file in ``components/``."""

from __future__ import annotations

from nicegui.element import Element

from pyojeong.interfaces.web.components import FOLDER

LISTENING = FOLDER / "listening.js"
"""Sounds, one at a time; a part that imports it names it among its ``dependencies``."""


class Listen(Element, component=FOLDER / "listen.js", dependencies=[LISTENING]):
    """A button that lets a sound be heard. Props: address, label, disabled."""


class TaleLines(Element, component=FOLDER / "talelines.js", dependencies=[LISTENING]):
    """A page of a tale's lines.

    Props: beats, first, count, page, pages (see `score.shown.page_shown`), marks (a word a line that changes with its
    sound), chosen, roles, palette [{emotion, name, colour, icon}], address, words.
    Events: choose(number), feel({number, emotion}), speak({number, name}), merge.
    """


class Scrubber(Element, component=FOLDER / "scrubber.js", dependencies=[LISTENING]):
    """The film before it is made.

    Props: address, mark (changes with what is seen; empty while nothing can be), seconds, scenes [{start, name}], lines
    [{number, start, end}] in order, at (go there; -1 stays), ratio, hushed (something else is looked at), words.
    Events: scene(its number; -1 before the first), when another is looked at.
    """


class BorrowCharacter(Element, component=FOLDER / "borrowcharacter.js"):
    """A button that fetches the character of the page 이모티콘.

    Props: label, kept (the name that page keeps its desk under, see `tabs`). Events: borrow(its document).
    """
