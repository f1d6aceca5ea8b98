"""What of the photographed expression has to go, and how far it is gone while the new one comes.

A photo is not neutral. What contradicts the wanted expression goes first, faster than the new one comes: otherwise two
thirds of sadness still show teeth.
"""

from __future__ import annotations

from types import MappingProxyType

from pyojeong.performing.portrait.pairs import mean, times
from pyojeong.performing.portrait.stage import FaceTraits, Pair, Undo
from pyojeong.performing.portrait.traits import REST_LIFT_CM, REST_WIDTH_CM
from pyojeong.rig.expression import Expression

CONTRADICTING_MOUTH = MappingProxyType(
    {
        "mouthFrown": 1.0,
        "mouthPress": 1.0,
        "mouthStretch": 0.8,
        "mouthPucker": 1.0,
        "mouthFunnel": 0.8,
        "mouthShrugLower": 0.8,
        "mouthRollLower": 0.8,
        "mouthClose": 1.0,
    }
)
CONTRADICTING_FACE = MappingProxyType(
    {"noseSneer": 0.9, "browDown": 1.0, "browInnerUp": 0.9, "eyeWide": 0.9, "jawOpen": 0.8}
)
"""How strongly each movement speaks against a photographed smile or open mouth; those of the face only as far as no
smile is wanted with them (authored)."""
FULL_AGREEMENT = 0.4
"""Mean mouthSmile from which brows and eyes no longer contradict: one can cry with the brows and smile below."""
UNDONE_AT = 0.62
"""Strength of the new expression at which the photographed one is gone (prototype)."""
WIDTH_DEAD_CM, LIFT_DEAD_CM, SMILE_DEAD = 0.35, 0.12, 0.25
"""Differences from the neutral mouth that are this person's own, not an expression."""
CHEEKS_BACK, SQUINT_BACK = 1.05, 0.75
UNPAIRED = frozenset(
    {"jawOpen", "mouthClose", "mouthPucker", "mouthFunnel", "mouthShrugLower", "mouthRollLower", "browInnerUp"}
)


def gone_by(strength: float) -> float:
    """Share of the photographed expression that is gone at ``strength`` of the new one.

    >>> gone_by(0.0), gone_by(0.62), gone_by(1.0), 0.5 < gone_by(0.31) < 0.62
    (0.0, 1.0, 1.0, True)
    """
    k = min(1.0, max(0.0, strength) / UNDONE_AT)
    return 0.35 * k * (2 - k) + 0.65 * k


def contradiction(expression: Expression) -> float:
    """How strongly ``expression`` speaks against a smile, in [0, 1]; a wink or a glance does not.

    >>> contradiction(Expression({"mouthFrownLeft": 0.5, "mouthFrownRight": 0.3}))
    0.5
    >>> contradiction(Expression({"eyeBlinkLeft": 1.0}))
    0.0
    """
    mouth = max(weight * strongest(expression, stem) for stem, weight in CONTRADICTING_MOUTH.items())
    face = max(weight * strongest(expression, stem) for stem, weight in CONTRADICTING_FACE.items())
    agreement = min(1.0, mean(expression.both("mouthSmile")) / FULL_AGREEMENT)
    return min(1.0, max(mouth, face * (1 - agreement)))


def strongest(expression: Expression, stem: str) -> float:
    """The coefficient of ``stem``, of the stronger side where there are two."""
    return expression[stem] if stem in UNPAIRED else max(expression.both(stem))


def undo_strength(expression: Expression, undo: Undo, neutral_share: float) -> float:
    """How strongly the photographed expression is pushed out, in [0, 1]."""
    if undo is Undo.NOTHING:
        return 0.0
    return neutral_share if undo is Undo.ALL else contradiction(expression)


def smile_taken_back(expression: Expression, traits: FaceTraits, gone: float) -> Pair:
    """(left, right) share of the photographed smile that goes: down to the wanted one, never below."""
    if traits.smile <= 0:
        return gone, gone
    left, right = expression.both("mouthSmile")
    return gone * max(0.0, 1 - left / traits.smile), gone * max(0.0, 1 - right / traits.smile)


def taken_back(traits: FaceTraits, taken: Pair) -> dict[str, Pair]:
    """Negative activations that bring the photographed mouth and cheeks ``taken`` of the way to rest."""
    wide = traits.mouth_width_cm - REST_WIDTH_CM
    wide = max(0.0, wide) if wide > WIDTH_DEAD_CM or traits.mouth_open else 0.0
    left, right = (lift - REST_LIFT_CM for lift in traits.corner_lift_cm)
    own = abs(mean((left, right))) <= LIFT_DEAD_CM
    smile = traits.smile if traits.smile > SMILE_DEAD else 0.0
    return {
        "cornerOut": times(taken, -wide / 2),
        "cornerUp": (0.0, 0.0) if own else (-left * taken[0], -right * taken[1]),
        "cheekLift": times(taken, -CHEEKS_BACK * min(1.2, smile)),
        "cheekSquint": times(taken, -SQUINT_BACK * min(1.0, smile)),
    }
