"""The parts of the studio that live in the browser, as elements: one class a file in ``components/``."""

from __future__ import annotations

from pathlib import Path

from nicegui.element import Element

_FOLDER = Path(__file__).parents[1] / "components"


class Stage(Element, component=_FOLDER / "stage.js"):
    """The photo and its result.

    Props: before, after (addresses), size [w, h], faces [{box: per cent of the picture, label}], chosen, busy, opening,
    undoable, redoable, address (where photos are posted), limit (megabytes), words.
    Events: choose(number), undo, redo, sample, camera, sharpen, refused(key of a sentence).
    """


class Sentence(Element, component=_FOLDER / "sentence.js"):
    """A text box. Props: text, placeholder, label, limit. Events: write(text), a moment after the last key."""


class ScoreStrip(Element, component=_FOLDER / "score.js"):
    """The emotion score. Props: beats, whole, chosen, words. Events: choose(number or None)."""


class Dials(Element, component=_FOLDER / "dials.js"):
    """Sliders. Props: groups, values, disabled. Events: move({name, value}) while held, settle({name, value})."""


class Camera(Element, component=_FOLDER / "camera.js"):
    """The webcam dialogue. Props: address, words, facing (user, environment). Methods: open.

    Events: refused(key of a sentence).
    """
