"""The speaking mouth as numbers: two arcs hung between two corners, which lie on each other when it is shut.

Speech moves the arcs, the feeling keeps the corners. Every number glides with the coefficients, so that nothing about
the mouth changes from one drawing to the next but by as much as the lips have moved. Units are mouth sizes, right and
down, as in `MouthForm`; gains were chosen by eye on strips of all sounds in seven feelings.
"""

from __future__ import annotations

from typing import NamedTuple

from pyojeong.performing.character.acting import Speech
from pyojeong.performing.character.face.forms import MouthForm, mouth_form
from pyojeong.performing.character.signs import mean
from pyojeong.rig.expression import Expression

NARROWEST, WIDEST = 0.20, 1.18
_GRIM_FROM, _GRIM_WHOLLY = 0.30, 0.75
"""Drop of the brows between which an open mouth turns square and shows both rows of teeth."""

_LINE_ROOM = 0.15
"""What a small opening is drawn wider by: the lines around it would cover it."""


class SpokenForm(NamedTuple):
    """A speaking mouth.

    Attributes:
        half: Half width between the corners.
        shift: Of the whole, right.
        jaw_shift: Of the lower arc against the upper, right.
        corners: Drop of the left and the right corner.
        upper: Drop of the upper arc's middle.
        lower: Drop of the lower arc's middle, never above ``upper``.
        round: [0, 1]: 0 is a slit with pointed ends, 1 a ring.
        square: [0, 1]: how boxy the arcs are.
        teeth: How much of the upper row shows, [0, 1].
        clenched: How far both rows meet and fill the opening, [0, 1].
        tongue: How far its tip is up behind the teeth, [0, 1].
        press: How hard closed lips press, [0, 1].
        smile: Smile less frown, [-1, 1].
    """

    half: float
    shift: float
    jaw_shift: float
    corners: tuple[float, float]
    upper: float
    lower: float
    round: float
    square: float
    teeth: float
    clenched: float
    tongue: float
    press: float
    smile: float

    @property
    def gap(self) -> float:
        """Between the arcs in the middle."""
        return self.lower - self.upper

    @property
    def area(self) -> float:
        """About how much of the picture the opening takes, in square mouth sizes."""
        return 2 * self.half * self.gap * (0.66 + 0.12 * self.round)


def spoken_form(expression: Expression, speech: Speech) -> SpokenForm:
    """The mouth of a face that feels ``expression`` and speaks, or might.

    >>> from pyojeong.rig.mouth import Mouth
    >>> spoken_form(Expression(), Speech(Mouth(jaw=0.7))).gap > 0.8
    True
    >>> spoken_form(Expression({"jawOpen": 0.7}), Speech(Mouth(jaw=0.7, close=1.0))).gap
    0.0
    """
    said, face = speech.mouth, speech.joined(expression)
    form = mouth_form(face)
    jaw = face["jawOpen"] * (1.35 - 0.35 * face["jawOpen"])
    seen, pressed = said.teeth * speech.voice, said.press * said.close * speech.voice
    parted = _share(jaw, 0.0, 0.10)
    rounded = min(1.0, 0.9 * form.pucker + 0.5 * form.funnel)
    grim = _share(mean(face, "browDown"), _GRIM_FROM, _GRIM_WHOLLY) * (1.0 - max(0.0, form.smile))
    square = grim * (1.0 - rounded)
    up, down = _opened(form, jaw, parted, square)
    middle = (0.25 * sum(form.corners) / 2 + 0.75 * form.bend) * (1.0 - 0.55 * rounded)
    upper = middle * (1.0 - 0.4 * _share(up + down, 0.0, 0.5)) - up
    lower = max(upper, middle * (1.0 - 0.4 * _share(up + down, 0.0, 0.5)) + down)
    lift = 0.9 * rounded * _share(lower - upper, 0.0, 0.2)
    dropped = 0.10 * square * parted + 0.10 * (1.0 - rounded) * jaw
    corners = [(c + dropped) * (1.0 - 0.5 * rounded) * (1.0 - lift) + lift * (upper + lower) / 2 for c in form.corners]
    return SpokenForm(
        half=_half(form, jaw, rounded, square) - 0.06 * pressed,
        shift=form.shift,
        jaw_shift=form.jaw_shift,
        corners=(corners[0], corners[1]),
        upper=upper,
        lower=lower,
        round=rounded,
        square=square,
        teeth=_teeth(form, seen, jaw, rounded, square),
        clenched=_clenched(seen, jaw, rounded),
        tongue=said.tongue * speech.voice * (1.0 - said.close),
        press=max(form.press * (1.0 - parted), pressed),
        smile=form.smile,
    )


def _opened(form: MouthForm, jaw: float, parted: float, square: float) -> tuple[float, float]:
    """How far the upper arc is up and the lower one down."""
    raised, drawn = (sum(pair) / 2 for pair in (form.upper, form.lower))
    funnel, pucker = form.funnel * parted, form.pucker * parted
    up = 0.10 * jaw + 0.22 * raised + 0.18 * funnel + 0.05 * pucker + 0.12 * square * parted
    down = 1.02 * jaw + 0.34 * drawn + 0.24 * funnel + 0.10 * pucker + 0.06 * square * parted
    return up, down + _LINE_ROOM * _share(up + down, 0.0, 0.24)


def _half(form: MouthForm, jaw: float, rounded: float, square: float) -> float:
    """Half the width: what the feeling and ㅣ spread, ㅜ and ㅗ draw together."""
    spread = form.half + 0.30 * form.pucker + 0.08 + 0.06 * jaw + 0.12 * square
    ring = 0.22 + 0.13 * jaw + 0.07 * max(0.0, form.smile)
    return min(WIDEST, max(NARROWEST, spread + (ring - spread) * 0.88 * rounded))


def _teeth(form: MouthForm, seen: float, jaw: float, rounded: float, square: float) -> float:
    """The upper row shows behind ㅅ, ㅈ and ㅣ, under raised lips, and in a jaw that is well down."""
    wide = 0.8 * _share(jaw, 0.22, 0.5) * (1.0 - rounded)
    return min(1.0, max(_share(seen, 0.15, 0.6), wide, 1.4 * sum(form.upper) / 2, square))


def _clenched(seen: float, jaw: float, rounded: float) -> float:
    return _share(seen, 0.55, 0.9) * (1.0 - _share(jaw, 0.22, 0.42)) * (1.0 - 0.5 * rounded)


def _share(value: float, low: float, high: float) -> float:
    """How far ``value`` has come from ``low`` to ``high``, eased, in [0, 1]."""
    x = min(1.0, max(0.0, (value - low) / (high - low)))
    return x * x * (3.0 - 2.0 * x)
