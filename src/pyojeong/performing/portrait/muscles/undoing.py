"""What of the photographed expression has to go, and how far it is gone while the new one comes.

A photo is not neutral. What contradicts the wanted expression goes first, faster than the new one comes: otherwise two
thirds of sadness still show teeth.
"""

from __future__ import annotations

from types import MappingProxyType

from pyojeong.performing.portrait.likeness.traits import REST_LIFT_CM, REST_WIDTH_CM
from pyojeong.performing.portrait.muscles.pairs import mean, plus, times
from pyojeong.performing.portrait.stage import NONE, BrowPose, FaceTraits, Pair, Undo
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
"""Strength of the new expression at which the photographed one is gone (by eye on 8 photos)."""
WIDTH_DEAD_CM, LIFT_DEAD_CM, SMILE_DEAD = 0.35, 0.12, 0.25
"""Differences from the neutral mouth that are this person's own, not an expression."""
CHEEKS_BACK, SQUINT_BACK = 1.05, 0.75
BROWS_BACK, EYES_BACK = 0.70, 0.60
"""Share of a photographed brow pose or stare that is taken back: all of it would take the person's own away."""
BROW_BELIES_SMILE = 0.5
"""Mean mouthSmile with which worried or knit brows are a contradiction in full."""
INNER_CM, OUTER_CM, DOWN_CM = 0.58, 0.83, 0.60
"""What browInnerUp, browOuterUp and browDown at 1 move the brow's ends by (measured on `muscles.fields`)."""
TILTED_BACK = 0.35
"""A worried brow also slopes: its outer end rises by this share of what its inner end sinks."""
STARING, SQUINTING = 0.37, 0.25
"""Lid opening as a share of the eye's width beyond which eyes stare, and below which a scowl has narrowed them
(measured: 285 neutral faces .33 with a deviation of .04 on the mesh as found; `lower_lids` takes .02 off it)."""
KNIT_NARROWS_CM = LINING_KNIT_CM = 0.3
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


def brow_contradictions(expression: Expression, undo: Undo, neutral_share: float) -> tuple[float, float, float]:
    """How strongly worried, knit and raised brows of a photo are in the way, each in [0, 1].

    Raised inner ends take a scowl's lowering back as a smile does; only what is knit on purpose stays.

    >>> brow_contradictions(Expression({"mouthSmileLeft": 0.8, "mouthSmileRight": 0.8}), Undo.CONFLICTS, 1.0)
    (1.0, 1.0, 0.0)
    >>> brow_contradictions(Expression({"browInnerUp": 0.8}), Undo.CONFLICTS, 1.0)[1]
    0.8
    """
    if undo is not Undo.CONFLICTS:
        share = gone_by(neutral_share) if undo is Undo.ALL else 0.0
        return share, share, share
    smile = min(1.0, mean(expression.both("mouthSmile")) / BROW_BELIES_SMILE)
    down, outer = min(1.0, mean(expression.both("browDown"))), min(1.0, mean(expression.both("browOuterUp")))
    inner = min(1.0, expression["browInnerUp"])
    worry, knit = max(smile, down) * (1 - inner), max(smile, max(outer, inner) * (1 - down))
    return worry, knit, down * (1 - max(inner, outer))


def brows_taken_back(brows: BrowPose, in_the_way: tuple[float, float, float]) -> dict[str, Pair]:
    """Activations that bring photographed brows towards rest, as far as they are ``in_the_way``."""
    worry, knit, raised = (
        times(pose, BROWS_BACK * share)
        for pose, share in zip((brows.worry_cm, brows.knit_cm, brows.raised_cm), in_the_way, strict=True)
    )
    return {
        "browInnerUp": times(plus(worry, raised), -1 / INNER_CM),
        "browOuterUp": times(plus(raised, worry, -TILTED_BACK), -1 / OUTER_CM),
        "browDown": times(knit, -1 / DOWN_CM),
    }


def lined(brows: BrowPose) -> float:
    """How far knit brows have lined the skin between them, in [0, 1].

    >>> lined(BrowPose(knit_cm=(0.15, 0.15))), lined(BrowPose(knit_cm=(0.5, 0.4)))
    (0.5, 1.0)
    """
    return min(1.0, mean(brows.knit_cm) / LINING_KNIT_CM)


def stare_taken_back(traits: FaceTraits, gone: float) -> Pair:
    """(left, right) share of the lid opening to close of eyes that stare."""
    left, right = (
        EYES_BACK * gone * max(0.0, 1 - STARING * width / height)
        for height, width in zip(traits.eye_height_cm, traits.eye_width_cm, strict=True)
    )
    return left, right


def squint_taken_back(traits: FaceTraits, gone: float) -> Pair:
    """(left, right) share of the lid opening to add to eyes that a scowl has narrowed; narrow eyes stay narrow."""
    if gone <= 0:
        return NONE
    left, right = (
        EYES_BACK * gone * min(1.0, knit / KNIT_NARROWS_CM) * min(0.5, max(0.0, SQUINTING * width / height - 1))
        for knit, height, width in zip(traits.brows.knit_cm, traits.eye_height_cm, traits.eye_width_cm, strict=True)
    )
    return left, right
