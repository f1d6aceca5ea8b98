"""The parts of the paper page that live in the browser, as elements: one class a file in ``components/``."""

from __future__ import annotations

from nicegui.element import Element

from pyojeong.interfaces.web.components import FOLDER, SENDING


class Paper(Element, component=FOLDER / "paper.js", dependencies=[SENDING]):
    """The picture, its lines or its faces.

    Props: source (address of the picture), size [w, h], lines [box in per cent], chosen (line), faces [{number, box,
    label}], face, busy, address (where pictures are posted), limit (megabytes), words.
    Events: line(number), face(number), camera, sample, refused(key of a sentence).
    """


class Lines(Element, component=FOLDER / "lines.js"):
    """The lines to correct.

    Props: lines [{text, confidence, doubtful [words], label}], chosen, disabled.
    Events: write({line, text}), choose(number).
    """
