"""The parts of the score page that live in the browser, as elements: one class a file in ``components/``."""

from __future__ import annotations

from nicegui.element import Element

from pyojeong.interfaces.web.components import FOLDER, SENDING


class Measures(Element, component=FOLDER / "measures.js"):
    """The text as beats, and the eight feelings to drag onto them.

    Props: beats, tail, first, count (see `shown.page_shown`), chosen, palette [{emotion, name, colour, icon}], busy,
    words.
    Events: choose(number), feel({number, emotion}), split(character of the text), merge, louder(step), reread.
    """


class Staff(Element, component=FOLDER / "staff.js"):
    """The notes of a page and the course of the whole.

    Props: beats, first, count, page, pages, size (beats a page), chosen, course (see `shown.course`), words.
    Events: choose(number).
    """


class Writer(Element, component=FOLDER / "writer.js", dependencies=[SENDING]):
    """The box for a new text. Props: text, address, limit (characters), busy, back (whether there is a score), words.

    Events: refused(key of a sentence), sample, back.
    """


class Keeper(Element, component=FOLDER / "keeper.js", dependencies=[SENDING]):
    """Keeps the score in the tab; takes dropped and pasted files.

    Props: desk (its key), address, arrived, composing, revision, pause (milliseconds after a change), limit
    (megabytes), words.
    Events: arrived(whether somebody was writing), refused(key of a sentence), undo, redo.
    """
