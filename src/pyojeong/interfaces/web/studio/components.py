"""The parts of the studio that live in the browser, as elements: one class a file in ``components/``."""

from __future__ import annotations

from nicegui.element import Element

from pyojeong.interfaces.web.components import FOLDER, SENDING


class Stage(Element, component=FOLDER / "stage.js", dependencies=[SENDING]):
    """The photo and its result.

    Props: before, after (addresses), size [w, h], faces [{box: per cent of the picture, label}], chosen, busy, opening,
    undoable, redoable, address (where photos are posted), limit (megabytes), words.
    Events: choose(number), undo, redo, sample, camera, sharpen, refused(key of a sentence).
    """


class Sentence(Element, component=FOLDER / "sentence.js"):
    """A text box. Props: text, placeholder, label, limit. Events: write(text), a moment after the last key."""


class ScoreStrip(Element, component=FOLDER / "score.js"):
    """The emotion score. Props: beats, whole, chosen, words. Events: choose(number or None)."""


class Dials(Element, component=FOLDER / "dials.js"):
    """Sliders. Props: groups, values, disabled. Events: move({name, value}) while held, settle({name, value})."""


class Camera(Element, component=FOLDER / "camera.js", dependencies=[SENDING]):
    """The webcam dialogue. Props: address, words, facing (user, environment). Methods: open.

    Events: refused(key of a sentence).
    """
