"""What of an expression tells kinds of eyes and mouths apart: a few numbers, each in about [0, 1]."""

from __future__ import annotations

from typing import NamedTuple

from pyojeong.rig.expression import Expression

BROWS = ("browDownLeft", "browDownRight", "browInnerUp", "browOuterUpLeft", "browOuterUpRight")


class EyeSigns(NamedTuple):
    """One side of the upper face."""

    blink: float
    wide: float
    squint: float
    cheek: float
    smile: float
    frown: float
    brow_down: float
    brow_inner: float
    sneer: float


class MouthSigns(NamedTuple):
    """The mouth, and what of the rest gives it its meaning.

    Attributes:
        open: How far the lips part; 0 when they are closed over an open jaw.
        bared: How far the lips leave the teeth.
        roll: Lips rolled in.
        brows: The strongest movement of the brows.
        calm: Margin of a mouth that only speaks: neither brows down nor a smile nor a frown.
        startled: Margin of a startled mouth: dropped jaw, wide eyes and raised brows, not stretched.
        stirred: The strongest movement of the mouth.
    """

    jaw: float
    open: float
    bared: float
    close: float
    press: float
    roll: float
    smile: float
    frown: float
    stretch: float
    pucker: float
    funnel: float
    sneer: float
    tongue: float
    brow_down: float
    brow_inner: float
    brows: float
    calm: float
    startled: float
    stirred: float


def eye_signs(expression: Expression, side: str) -> EyeSigns:
    """The signs of the character's own ``side``, "Left" or "Right"."""
    return EyeSigns(
        expression["eyeBlink" + side],
        expression["eyeWide" + side],
        expression["eyeSquint" + side],
        expression["cheekSquint" + side],
        expression["mouthSmile" + side],
        expression["mouthFrown" + side],
        expression["browDown" + side],
        expression["browInnerUp"],
        expression["noseSneer" + side],
    )


def mouth_signs(expression: Expression) -> MouthSigns:
    """The signs of the mouth."""
    jaw, close = expression["jawOpen"], expression["mouthClose"]
    upper, lower = mean(expression, "mouthUpperUp"), mean(expression, "mouthLowerDown")
    smile, frown = mean(expression, "mouthSmile"), mean(expression, "mouthFrown")
    stretch, brow_down = mean(expression, "mouthStretch"), mean(expression, "browDown")
    wide, raised = mean(expression, "eyeWide"), mean(expression, "browOuterUp")
    return MouthSigns(
        jaw=jaw,
        open=opening(expression),
        bared=0.5 * jaw + 0.5 * (upper + lower),
        close=close,
        press=mean(expression, "mouthPress"),
        roll=(expression["mouthRollLower"] + expression["mouthRollUpper"]) / 2,
        smile=smile,
        frown=frown,
        stretch=stretch,
        pucker=expression["mouthPucker"],
        funnel=expression["mouthFunnel"],
        sneer=mean(expression, "noseSneer"),
        tongue=expression["tongueOut"],
        brow_down=brow_down,
        brow_inner=expression["browInnerUp"],
        brows=max(expression[name] for name in BROWS),
        calm=0.3 - max(brow_down, smile, frown),
        startled=min(jaw - 0.08, wide - 0.2, raised - 0.25, 0.3 - stretch),
        stirred=max((v for n, v in expression.coefficients.items() if n.startswith(("mouth", "jaw"))), default=0.0),
    )


def opening(expression: Expression) -> float:
    """How far the lips part, in [0, 1]: jaw and lips together, none of it where they are closed over an open jaw."""
    lips = 0.5 * mean(expression, "mouthUpperUp") + 0.4 * mean(expression, "mouthLowerDown")
    return min(1.0, (expression["jawOpen"] + lips) * (1.0 - expression["mouthClose"]))


def mean(expression: Expression, stem: str) -> float:
    """Mean of both sides of ``stem``."""
    left, right = expression.both(stem)
    return (left + right) / 2
