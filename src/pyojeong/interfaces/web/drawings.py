"""Our own line drawings: the mark, one small face an emotion, and the signs on buttons, as one inline SVG sprite.

A drawing is used as ``<svg><use href="#face-joy"/></svg>``; lines take the colour of the text around them.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pyojeong.emotion import Emotion

#: The mark: the letter ㅍ read as a face; its upper bar is the brow, its uprights the eyes, its lower bar smiles.
MARK = (
    '<path d="M6.5 8.2h19"/><path d="M12.2 12.4v5.4M19.8 12.4v5.4"/>'
    '<path d="M5.8 21.2c2.6 3.4 6 5 10.2 5s7.6-1.6 10.2-5"/>'
)

_EYES = '<circle class="dot" cx="8.7" cy="11" r="1.15"/><circle class="dot" cx="15.3" cy="11" r="1.15"/>'
_OPEN_EYES = '<circle cx="8.6" cy="10.8" r="1.7"/><circle cx="15.4" cy="10.8" r="1.7"/>'

#: What tells each emotion apart without colour: brows, eyes and mouth follow the same prototypes as the rig.
FACES: Mapping[Emotion, str] = MappingProxyType(
    {
        Emotion.JOY: '<path d="M7 11q1.6-2 3.2 0M13.8 11q1.6-2 3.2 0"/><path d="M7.6 14h8.8a4.4 4.2 0 0 1-8.8 0z"/>',
        Emotion.SADNESS: '<path d="M6.8 9.3l3-1.7M17.2 9.3l-3-1.7"/>' + _EYES + '<path d="M8.6 17q3.4-3 6.8 0"/>',
        Emotion.ANGER: '<path d="M6.6 7.6l3.4 1.7M17.4 7.6l-3.4 1.7"/>' + _EYES + '<path d="M9 16.4q3-1.6 6 0"/>',
        Emotion.FEAR: '<path d="M6.5 8l2.9-1.5M17.5 8l-2.9-1.5"/>'
        + _OPEN_EYES
        + '<path d="M8 16.2q1-1.6 2 0t2 0 2 0 2 0"/>',
        Emotion.EMBARRASSMENT: '<path d="M7.2 10.6h3M14.2 10.6h3"/><path d="M9.2 15.6q3.6 1.6 5.6-.9"/>'
        '<path d="M5.6 14.4l.9-1.5M7.4 14.4l.9-1.5M15.8 13.4l.9-1.5M17.6 13.4l.9-1.5"/>',
        Emotion.SURPRISE: '<path d="M6.9 7.4q1.7-1.5 3.4 0M13.7 7.4q1.7-1.5 3.4 0"/>'
        + _OPEN_EYES
        + '<ellipse cx="12" cy="16.4" rx="1.9" ry="2.3"/>',
        Emotion.DISGUST: '<path d="M7 9.6l3 1.4-3 1.2M17 9.6l-3 1.4 3 1.2"/>'
        '<path d="M8.2 16.4q1.9-2.2 3.8-.6t3.8-.6"/><path d="M11 7.4l1 .8 1-.8"/>',
        Emotion.NEUTRAL: _EYES + '<path d="M9 16h6"/>',
    }
)

_TRAY = "M4.5 15.5v3A1.5 1.5 0 0 0 6 20h12a1.5 1.5 0 0 0 1.5-1.5v-3"

SIGNS: Mapping[str, str] = MappingProxyType(
    {
        "upload": f'<path d="M12 15V4m0 0L7.5 8.5M12 4l4.5 4.5{_TRAY}"/>',
        "camera": '<path d="M4 8.5h3.2L9 6h6l1.8 2.5H20V19H4z"/><circle cx="12" cy="13.3" r="3.3"/>',
        "paper": '<path d="M6 3.5h8.5L18.5 7.5v13H6z"/><path d="M14.5 3.5v4h4M9 11.5h6.5M9 14.5h6.5M9 17.5h4"/>',
        "portrait": '<circle cx="12" cy="9" r="3.6"/><path d="M5 20c.6-4 3.3-6 7-6s6.4 2 7 6"/>',
        "split": '<path d="M12 3.5v17M8.5 8.5L5 12l3.5 3.5M15.5 8.5L19 12l-3.5 3.5"/>',
        "eye": '<path d="M2.8 12S6.2 6 12 6s9.2 6 9.2 6-3.4 6-9.2 6-9.2-6-9.2-6z"/><circle cx="12" cy="12" r="2.6"/>',
        "undo": '<path d="M8.5 5L4 9.5 8.5 14M4.5 9.5H14a5.5 5.5 0 0 1 0 11h-3"/>',
        "redo": '<path d="M15.5 5L20 9.5 15.5 14M19.5 9.5H10a5.5 5.5 0 0 0 0 11h3"/>',
        "zoom": '<circle cx="10.8" cy="10.8" r="6.3"/><path d="M15.5 15.5L20.5 20.5M8 10.8h5.6M10.8 8v5.6"/>',
        "loupe": '<rect x="3.5" y="5" width="17" height="14" rx="2"/>'
        '<rect x="13" y="8" width="4.6" height="4.6" rx="1"/><circle cx="8.4" cy="13.4" r="2.2"/>',
        "download": f'<path d="M12 4v11m0 0l-4.5-4.5M12 15l4.5-4.5{_TRAY}"/>',
        "mirror": '<path d="M12 4v16M9 8l-5 8h5zM15 8l5 8h-5z"/>',
        "reset": '<path d="M5 6v4.5h4.5M5.4 10.2A7.3 7.3 0 1 1 4.8 14"/>',
        "sun": '<circle cx="12" cy="12" r="3.8"/>'
        '<path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6L7 7M17 17l1.4 1.4M18.4 5.6L17 7M7 17l-1.4 1.4"/>',
        "moon": '<path d="M19.5 14.2A8 8 0 0 1 9.8 4.5a8 8 0 1 0 9.7 9.7z"/>',
        "auto": '<circle cx="12" cy="12" r="8"/><path class="dot" d="M12 4a8 8 0 0 1 0 16z"/>',
        "lock": '<path d="M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3"/>',
        "plus": '<path d="M12 5v14M5 12h14"/>',
        "pencil": '<path d="M5 19l1-4.2L16.2 4.6a1.9 1.9 0 0 1 2.7 0l.5.5a1.9 1.9 0 0 1 0 2.7L9.2 18z"/>',
        "before": '<path d="M14.5 5.5L8 12l6.5 6.5"/>',
        "after": '<path d="M9.5 5.5L16 12l-6.5 6.5"/>',
        "cut": '<path d="M12 3.5v3M12 10.5v3M12 17.5v3M4 7h4v10H4M20 7h-4v10h4"/>',
        "join": '<path d="M4 7h16v10H4zM9.5 12h5M12 9.5v5"/>',
        "close": '<path d="M6 6l12 12M18 6L6 18"/>',
        "check": '<path d="M5 12.5l4.5 4.5L19 7.5"/>',
        "unsure": '<circle cx="12" cy="12" r="9"/><path d="M9.5 9.5a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.1 1-1.1 1.9"/>'
        '<circle class="dot" cx="12" cy="16.8" r=".9"/>',
        "play": '<path d="M8 5.5v13l10.5-6.5z"/>',
        "pause": '<path d="M8.5 6v12M15.5 6v12"/>',
        "stop": '<rect x="6.5" y="6.5" width="11" height="11" rx="1.5"/>',
        "save": '<path d="M6 4h12v16l-6-4-6 4z"/>',
        "open": '<path d="M4 19V6h5l2 2.5h7V11M4 19l3-8h14l-3 8z"/>',
    }
)


def sprite() -> str:
    """Every drawing as a ``<symbol>`` of one hidden SVG; ids are ``mark``, ``face-joy`` …, ``sign-upload`` …."""
    ring = '<circle cx="12" cy="12" r="10"/>'
    symbols = [f'<symbol id="mark" viewBox="0 0 32 32">{MARK}</symbol>']
    symbols += [f'<symbol id="face-{e}" viewBox="0 0 24 24">{ring}{lines}</symbol>' for e, lines in FACES.items()]
    symbols += [f'<symbol id="sign-{name}" viewBox="0 0 24 24">{lines}</symbol>' for name, lines in SIGNS.items()]
    return f'<svg width="0" height="0" style="position:absolute" aria-hidden="true">{"".join(symbols)}</svg>'


def drawing(name: str) -> str:
    """The markup that shows one drawing of the sprite; hidden from screen readers, the label beside it speaks.

    >>> drawing("face-joy")
    '<svg class="drawing" aria-hidden="true"><use href="#face-joy"></use></svg>'
    """
    return f'<svg class="drawing" aria-hidden="true"><use href="#{name}"></use></svg>'


def favicon() -> str:
    """The mark alone, as an SVG document."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        '<rect width="32" height="32" rx="9" fill="#241f1b"/>'
        f'<g fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round">{MARK}</g></svg>'
    )


def mark() -> str:
    """The markup that shows the mark."""
    return '<svg class="mark" aria-hidden="true"><use href="#mark"></use></svg>'
