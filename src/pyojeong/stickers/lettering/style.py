"""How a caption is dressed: voice, form, colours and rings."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pyojeong.media.drawing.colours import contrast, seen_on
from pyojeong.media.drawing.nodes import checked_colour
from pyojeong.stickers.lettering.forms import Form
from pyojeong.stickers.lettering.voices import Voice

WHITE = "#ffffff"
NIGHT = "#1e1f24"
"""The dark ground of chat windows that drawings here are judged on."""


@dataclass(frozen=True, slots=True)
class Style:
    """Everything about a caption but its words; lengths in heights of a syllable.

    Attributes:
        voice: Which font.
        form: How the letters stand.
        strength: How much of the form, in [0, 1].
        fill: Colour of the letters, of their upper edge where ``fill_low`` differs.
        fill_low: Colour at their lower edge.
        ink: The dark line around the letters; None for none.
        ink_width: Its width.
        rim: The light line around all; None for none.
        rim_width: Its width.
        lip: How far down a second copy of the ink lies, as a hard shadow.
        gloss: How strongly light shows on the letters, in [0, 1].
        accent: Fill of the emphasised word.
        unsteadiness: How far the pen strays.
        life: How much each letter differs in size, height and turn, in [0, 1]; 0 is typesetting.
        most: The greatest height of a syllable, in units of the canvas.
        seed: Which unsteadiness.
    """

    voice: Voice = Voice.ROUND
    form: Form = Form.PLAIN
    strength: float = 1.0
    fill: str = "#ffd84d"
    fill_low: str | None = None
    ink: str | None = "#3a2a20"
    ink_width: float = 0.09
    rim: str | None = WHITE
    rim_width: float = 0.075
    lip: float = 0.0
    gloss: float = 0.0
    accent: str = "#ff5a5f"
    unsteadiness: float = 0.008
    life: float = 0.6
    most: float = 76.0
    seed: int = 1

    def __post_init__(self) -> None:
        for colour in (self.fill, self.fill_low, self.ink, self.rim, self.accent):
            if colour is not None:
                checked_colour(colour)
        for name in ("strength", "gloss", "life"):
            if not 0.0 <= getattr(self, name) <= 1.0:
                raise ValueError(f"{name} must be in [0, 1], but got {getattr(self, name)!r}")
        for name in ("ink_width", "rim_width", "lip", "unsteadiness"):
            if not 0.0 <= getattr(self, name) <= 0.5:
                raise ValueError(f"{name} must be in [0, 0.5], but got {getattr(self, name)!r}")
        if not self.most > 0:
            raise ValueError(f"most must be > 0, but got {self.most!r}")

    @property
    def around(self) -> float:
        """How far ink and rim reach beyond the letters."""
        return (self.ink_width if self.ink else 0.0) + (self.rim_width if self.rim else 0.0)


_EDGE = 3.0
"""WCAG 2.2 success criterion 1.4.11: what must be told apart stands 3 : 1 off what is beside it."""

_PLATE = 0.15
"""Width from which the rims of neighbouring letters meet: letters without ink then lie on one plate. With thinner ones
dark letters on a dark ground are seen as hollow outlines (looked at, at 100 px)."""


def legible(style: Style, grounds: tuple[str, ...] = (WHITE, NIGHT)) -> Style:
    """``style`` with colours mended until it can be read on every one of ``grounds``.

    A rim comes where the outermost colour would vanish on some ground; ink stands off the rim, the fill off the ink.

    >>> legible(Style(ink="#222222", rim=None)).rim
    '#ffffff'
    >>> legible(Style(fill="#111111", ink=None, rim=None), ("#ffffff",)).rim is None
    True
    """
    letters = style.ink or style.fill
    if style.rim is None and any(contrast(letters, ground) < _EDGE for ground in grounds):
        paler = max((WHITE, NIGHT), key=lambda rim: contrast(rim, letters))
        style = replace(style, rim=paler, rim_width=max(0.06, style.rim_width))
    if style.ink is None:
        return (
            style if style.rim is None else _filled(replace(style, rim_width=max(_PLATE, style.rim_width)), style.rim)
        )
    if style.rim is not None:
        style = replace(style, ink=seen_on(style.ink, style.rim, _EDGE))
    return _filled(style, style.ink or WHITE)


def _filled(style: Style, beside: str) -> Style:
    low = None if style.fill_low is None else seen_on(style.fill_low, beside, _EDGE)
    return replace(
        style, fill=seen_on(style.fill, beside, _EDGE), fill_low=low, accent=seen_on(style.accent, beside, _EDGE)
    )
