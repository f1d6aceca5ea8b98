"""The parts of the page 얼굴 읽기 that live in the browser, as elements: one class a file in ``components/``."""

from __future__ import annotations

from nicegui.element import Element

from pyojeong.interfaces.web.components import FOLDER, SENDING


class Viewer(Element, component=FOLDER / "viewer.js", dependencies=[SENDING]):
    """The picture with its faces, or the webcam.

    While the camera runs, every answer of the server goes to the page as the event ``pyojeong-live``, and nothing else.

    Props: source (address of the picture), size [w, h], faces [{number, box: per cent, label}], chosen, busy, address
    (where pictures and frames are posted), limit (megabytes), words.
    Events: choose(number), live(whether the camera runs), sample, refused(key of a sentence).
    """


class Gauges(Element, component=FOLDER / "gauges.js"):
    """What one face shows: shares, certainty, valence and arousal, movements; live while the camera runs.

    Props: reading (see `shown.reading_shown`) or None, emotions [{emotion, name}] in the order of the shares, words.
    """
