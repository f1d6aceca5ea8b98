"""The parts of the sticker page that live in the browser, as elements: one class a file in ``components/``."""

from __future__ import annotations

from nicegui.element import Element

from pyojeong.interfaces.web.components import FOLDER, SENDING


class PhotoButton(Element, component=FOLDER / "photobutton.js", dependencies=[SENDING]):
    """A button that sends a picture file away; pictures may also be pasted.

    Props: address (where pictures are posted), limit (megabytes), words.
    Events: refused(key of a sentence).
    """
