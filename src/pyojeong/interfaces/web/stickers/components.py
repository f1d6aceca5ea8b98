"""The parts of the sticker page that live in the browser, as elements: one class a file in ``components/``."""

from __future__ import annotations

from pathlib import Path

from nicegui.element import Element

_FOLDER = Path(__file__).parents[1] / "components"


class PhotoButton(Element, component=_FOLDER / "photobutton.js"):
    """A button that sends a picture file away; pictures may also be pasted.

    Props: address (where pictures are posted), limit (megabytes), words.
    Events: refused(key of a sentence).
    """
