"""Speech and a feeling on one face: each keeps its own channels, and neither seals or opens the lips for the other.

The feeling keeps brows, eyes, cheeks, nose and the corners of the mouth; speech keeps jaw, lips and their shape. Lips
are shut by bringing jaw and lips together, not by ``mouthClose``: ARKit's adds to the jaw's opening while drawings and
photographs here read it as a share of it, and a shut mouth must be shut in all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from pyojeong.emotion import Emotion
from pyojeong.rig.expression import Expression
from pyojeong.rig.mouth import Mouth

#: How far the jaw opens in each feeling at full strength, times the calm one; authored.
JAW_GAINS: Mapping[Emotion, float] = MappingProxyType(
    {
        Emotion.JOY: 1.15,
        Emotion.SADNESS: 0.78,
        Emotion.ANGER: 1.15,
        Emotion.FEAR: 0.88,
        Emotion.EMBARRASSMENT: 0.85,
        Emotion.SURPRISE: 1.10,
        Emotion.DISGUST: 0.90,
        Emotion.NEUTRAL: 1.0,
    }
)
#: What of a feeling's mouth is silent while it speaks: it would seal, part or shape the lips.
SPOKEN_CHANNELS = frozenset(
    f"{stem}{side}"
    for stems, sides in (
        ("jawOpen mouthClose mouthPucker mouthFunnel mouthRollUpper mouthRollLower tongueOut", ("",)),
        ("mouthShrugUpper mouthShrugLower cheekPuff", ("",)),
        ("mouthStretch mouthUpperUp mouthLowerDown mouthPress", ("Left", "Right")),
    )
    for stem in stems.split()
    for side in sides
)
#: Share of a feeling's bared teeth and stretched lips that shows in an open mouth.
_BARED, _STRETCHED = 0.5, 0.6
_OPEN_JAW = 0.2
#: Rounding that shut lips give up: drawn mouths that are shut and round kiss (seen on a sheet of 봄바람).
_UNROUNDED = 0.65


def speaking(
    expression: Expression, mouth: Mouth | None, *, emotion: Emotion = Emotion.NEUTRAL, strength: float = 1.0
) -> Expression:
    """The face of ``expression`` while its mouth does what ``mouth`` says; unchanged where there is no speech.

    >>> smile = Expression({"mouthSmileLeft": 0.8, "mouthPressLeft": 0.5, "browInnerUp": 0.3})
    >>> said = speaking(smile, Mouth(jaw=0.5), emotion=Emotion.JOY)
    >>> round(said["jawOpen"], 3), said["mouthPressLeft"], said["browInnerUp"]
    (0.575, 0.0, 0.3)

    Args:
        expression: What the face shows without speaking.
        mouth: What speech does at this moment; None where nothing is said.
        emotion: The feeling it is said with.
        strength: Of that feeling, in [0, 1].

    Raises:
        ValueError: When ``strength`` is out of range.
    """
    if not 0.0 <= strength <= 1.0:
        raise ValueError(f"strength must be in [0, 1], but got {strength!r}")
    if mouth is None:
        return expression
    values = {name: value for name, value in expression.coefficients.items() if name not in SPOKEN_CHANNELS}
    _calm_corners(values, mouth)
    values.update(_spoken(expression, mouth, 1.0 + (JAW_GAINS[emotion] - 1.0) * strength))
    return replace(expression, coefficients={name: min(1.0, max(0.0, value)) for name, value in values.items()})


def _calm_corners(values: dict[str, float], mouth: Mouth) -> None:
    """Corners give way: a smile to rounding and closing, a frown to an open jaw."""
    smile, frown = _spread(mouth), 1.0 - 0.35 * mouth.jaw
    for side in ("Left", "Right"):
        for stem, share in (("mouthSmile", smile), ("mouthDimple", smile), ("mouthFrown", frown)):
            if stem + side in values:
                values[stem + side] *= share


def _spread(mouth: Mouth) -> float:
    """How much of a smile or a stretch stays."""
    return 1.0 - 0.55 * max(mouth.pucker, mouth.funnel) - 0.2 * mouth.close


def _spoken(expression: Expression, mouth: Mouth, jaw_gain: float) -> dict[str, float]:
    open_ = 1.0 - mouth.close
    jaw = min(1.0, mouth.jaw * jaw_gain) * open_
    parted = min(1.0, jaw / _OPEN_JAW)
    values = {
        "jawOpen": jaw,
        "mouthPucker": mouth.pucker * (1.0 - _UNROUNDED * mouth.close),
        "mouthFunnel": mouth.funnel * open_,
    }
    for side in ("Left", "Right"):
        stretch = max(mouth.stretch, _STRETCHED * expression["mouthStretch" + side])
        values["mouthStretch" + side] = stretch * _spread(mouth)
        values["mouthUpperUp" + side] = (mouth.upper + _BARED * parted * expression["mouthUpperUp" + side]) * open_
        values["mouthLowerDown" + side] = (mouth.lower + _BARED * parted * expression["mouthLowerDown" + side]) * open_
        values["mouthPress" + side] = mouth.press * mouth.close
    return values
