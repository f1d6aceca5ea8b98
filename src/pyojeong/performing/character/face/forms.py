"""The numbers features are drawn with, once their kind is chosen: read from the coefficients and exaggerated.

Sides are -1 for the left of the picture, the character's own right, and +1 for the other. ``slope`` is positive when
the inner end is low. Gains were chosen by eye on sheets of all emotions at 360 and 100 px; what a photograph shows as
a slight change has to be a large one in a face of ten lines.
"""

from __future__ import annotations

from typing import NamedTuple

from pyojeong.performing.character.signs import mean, opening
from pyojeong.rig.expression import Expression

LOW_MOST = 0.38
"""Most of an eye's height that a lower lid takes."""
SIDE_NAMES = {-1: "Right", 1: "Left"}


class EyeForm(NamedTuple):
    """One eye.

    Attributes:
        side: -1 on the left of the picture, 1 on the right.
        cover: Share of the height under the upper lid.
        slope: Degrees of the upper lid, positive for an inner end that is low.
        low: Share of the height under the lower lid.
        gaze: Right and down, [-1, 1].
        wide: [0, 1].
        watery: [0, 1].
        blink: [0, 1].
        strain: How hard a closed eye is pressed, [0, 1].
    """

    side: int
    cover: float
    slope: float
    low: float
    gaze: tuple[float, float]
    wide: float
    watery: float
    blink: float
    strain: float


class BrowForm(NamedTuple):
    """One brow: how far its ends are lifted, in half lengths of it, and how much it does at all.

    Attributes:
        side: -1 on the left of the picture, 1 on the right.
        inner: Drop of the inner end.
        outer: Drop of the outer end.
        knit: How far the inner end moves to the middle.
        activity: The strongest movement, [0, 1].
        furrow: Down, [0, 1].
    """

    side: int
    inner: float
    outer: float
    knit: float
    activity: float
    furrow: float


class MouthForm(NamedTuple):
    """The mouth, in units of its size. Pairs are left and right in the picture.

    Attributes:
        half: Half width.
        shift: Of the whole, right.
        jaw_shift: Of the lower lip against the upper, right.
        corners: Drop of each corner; a smile's are negative.
        bend: Drop of the middle: positive for a smile.
        open: [0, 1].
        upper: Lift of the upper lip, each side.
        lower: Drop of the lower lip, each side.
        press: [0, 1].
        pucker: [0, 1].
        funnel: [0, 1].
        roll_upper: [0, 1].
        roll_lower: [0, 1].
        shrug: Of the chin, [0, 1].
        dimples: Each side, [0, 1].
        sneer: Each side, [0, 1].
        tongue: [0, 1].
        smile: Smile less frown, [-1, 1].
        tension: Brows down or inner brows up: what makes a closed mouth tremble, [0, 1].
    """

    half: float
    shift: float
    jaw_shift: float
    corners: tuple[float, float]
    bend: float
    open: float
    upper: tuple[float, float]
    lower: tuple[float, float]
    press: float
    pucker: float
    funnel: float
    roll_upper: float
    roll_lower: float
    shrug: float
    dimples: tuple[float, float]
    sneer: tuple[float, float]
    tongue: float
    smile: float
    tension: float


def eye_form(expression: Expression, side: int) -> EyeForm:
    """How the eye on ``side`` is."""
    own = SIDE_NAMES[side]
    down, inner, squint = expression["browDown" + own], expression["browInnerUp"], expression["eyeSquint" + own]
    wide, blink, cheek = expression["eyeWide" + own], expression["eyeBlink" + own], expression["cheekSquint" + own]
    sad = max(0.0, inner - 0.3 - mean(expression, "mouthSmile") - 0.8 * wide)
    across = side * (expression["eyeLookOut" + own] - expression["eyeLookIn" + own])
    sunk = expression["eyeLookDown" + own] - expression["eyeLookUp" + own]
    watery = _within(1.5 * min(inner, 0.4 + expression["mouthFrown" + own]) - 0.6 - wide, 0.0, 1.0)
    return EyeForm(
        side,
        cover=_within((0.40 * squint + 0.62 * blink + 0.20 * down) * (1 - 0.8 * watery) - 0.14 * wide, 0.0, 0.64),
        slope=(26 * max(0.0, down - 0.4 * inner) - 22 * sad) * (1 - 0.6 * wide) * (1 - watery),
        low=_within(0.34 * cheek + 0.10 * squint - 0.16 * wide, 0.0, LOW_MOST),
        gaze=(_within(1.5 * across, -1.0, 1.0), _within(1.3 * sunk, -1.0, 1.0)),
        wide=wide,
        watery=watery,
        blink=blink,
        strain=max(squint, down, expression["noseSneer" + own]),
    )


def brow_form(expression: Expression, side: int) -> BrowForm:
    """How the brow on ``side`` is."""
    own = SIDE_NAMES[side]
    down, inner, outer = expression["browDown" + own], expression["browInnerUp"], expression["browOuterUp" + own]
    return BrowForm(
        side,
        inner=0.66 * down - 0.78 * inner - 0.14 * outer - 0.10,
        outer=-0.62 * outer - 0.20 * down + 0.26 * inner + 0.10,
        knit=0.30 * down + 0.08 * inner,
        activity=max(down, inner, outer),
        furrow=max(0.0, down - 0.5 * inner),
    )


def mouth_form(expression: Expression) -> MouthForm:
    """How the mouth is."""
    smiles, frowns = _pair(expression, "mouthSmile"), _pair(expression, "mouthFrown")
    smile, frown = sum(smiles) / 2, sum(frowns) / 2
    stretch, press, pucker = mean(expression, "mouthStretch"), mean(expression, "mouthPress"), expression["mouthPucker"]
    rolls = expression["mouthRollUpper"], expression["mouthRollLower"]
    drop = tuple(0.30 * f - 0.42 * s for s, f in zip(smiles, frowns, strict=True))
    stretched = _pair(expression, "mouthStretch")
    return MouthForm(
        half=0.56 + 0.42 * smile + 0.30 * stretch + 0.04 * frown - 0.10 * press - 0.30 * pucker - 0.06 * sum(rolls),
        shift=0.34 * (expression["mouthLeft"] - expression["mouthRight"]) + 0.10 * (stretched[1] - stretched[0]),
        jaw_shift=0.30 * (expression["jawLeft"] - expression["jawRight"]),
        corners=(drop[0], drop[1]),
        bend=0.40 * smile - 0.44 * frown - 0.16 * expression["mouthShrugUpper"] - 0.10 * expression["mouthShrugLower"],
        open=opening(expression),
        upper=_pair(expression, "mouthUpperUp"),
        lower=_pair(expression, "mouthLowerDown"),
        press=press,
        pucker=pucker,
        funnel=expression["mouthFunnel"],
        roll_upper=rolls[0],
        roll_lower=rolls[1],
        shrug=max(expression["mouthShrugLower"], expression["jawForward"]),
        dimples=_pair(expression, "mouthDimple"),
        sneer=_pair(expression, "noseSneer"),
        tongue=expression["tongueOut"],
        smile=smile - frown,
        tension=max(mean(expression, "browDown"), expression["browInnerUp"]),
    )


def _pair(expression: Expression, stem: str) -> tuple[float, float]:
    """Both sides as they lie in the picture."""
    left, right = expression.both(stem)
    return right, left


def _within(value: float, low: float, high: float) -> float:
    return max(low, min(high, value))
