"""The parts of the sticker page that live in the browser, as elements: one class a file in ``components/``."""

from __future__ import annotations

from collections.abc import Callable

from nicegui.element import Element
from nicegui.events import GenericEventArguments

from pyojeong.interfaces.web.components import FOLDER, SENDING
from pyojeong.interfaces.web.handlers import VALUE

FIELD = FOLDER / "field.js"


class PhotoButton(Element, component=FOLDER / "photobutton.js", dependencies=[SENDING]):
    """A button that sends a picture file away; pictures may also be pasted.

    Props: address (where pictures are posted), limit (megabytes), words.
    Events: refused(key of a sentence).
    """


class Field(Element, component=FIELD):
    """An ``<input>`` whose words are the person's own while they write: what the server says waits until they sent it.

    A plain one is overwritten by every change anywhere on the page.

    Args:
        take: Does with the words what they are for.
        attributes: Of the element; underscores for dashes.
    """

    def __init__(self, take: Callable[[str], object], css: str = "", **attributes: str) -> None:
        super().__init__()
        self._take, self._answers = take, 0
        self.classes(css)
        self.props.update({name.replace("_", "-"): value for name, value in attributes.items()})
        self.on("change", self._taken, js_handler=VALUE)

    def show(self, words: str) -> None:
        """Let it hold ``words``, unless somebody is writing in it."""
        if self.props.get("value") != words:
            self.props["value"] = words

    def _taken(self, event: GenericEventArguments) -> None:
        self._take(str(event.args))
        self._answers += 1
        self.props["answers"] = self._answers


class Cards(Element, component=FOLDER / "cards.js", dependencies=[FIELD]):
    """The stickers of a plan, to be reworded, exchanged, moved (buttons, number, dragging) and left out.

    Props: items [{label, name, picture, moment, caption, moves}], groups [{name, moments: [{value, name}]}], answers
    (how many events were answered), longest (letters of a caption), words.
    Events, with numbers from 1: show(number), reword({number, caption}), exchange({number, moment}),
    move({number, to}), drop(number).
    """
