"""From a wanted expression to what this photographed face has to do for it.

An expression is absolute, a photo is not neutral: what it shows already is not added again, and what contradicts the
wanted expression goes first, faster than the new one comes (otherwise two thirds of sadness still show teeth).
"""

from __future__ import annotations

from types import MappingProxyType

import numpy as np

from pyojeong.performing.portrait.lids import widest
from pyojeong.performing.portrait.stage import FaceTraits, HeadTurn, MouthShape, Movement, Pair, Undo
from pyojeong.performing.portrait.traits import REST_LIFT_CM, REST_WIDTH_CM
from pyojeong.rig.expression import Expression

GAINS = MappingProxyType(
    {
        "mouthSmile": 1.1,
        "mouthFrown": 1.0,
        "mouthStretch": 1.0,
        "mouthDimple": 1.0,
        "mouthPress": 1.0,
        "mouthUpperUp": 1.2,
        "mouthLowerDown": 1.1,
        "cheekSquint": 1.1,
        "noseSneer": 1.1,
        "browOuterUp": 1.15,
        "browDown": 1.2,
    }
)
"""Field strength at coefficient 1 for movements with a left and a right (prototype, by eye on 8 photos)."""
SINGLE_GAINS = MappingProxyType(
    {
        "mouthPucker": 1.0,
        "mouthFunnel": 1.0,
        "mouthRollUpper": 1.0,
        "mouthRollLower": 1.0,
        "mouthShrugUpper": 1.0,
        "mouthShrugLower": 1.0,
        "cheekPuff": 1.0,
        "browInnerUp": 1.1,
    }
)
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
UNDONE_AT = 0.62
"""Strength of the new expression at which the photographed one is gone (prototype)."""
WIDTH_DEAD_CM, LIFT_DEAD_CM = 0.35, 0.12
"""Differences from the neutral mouth that are this person's own, not an expression."""
CHEEKS_BACK, SQUINT_BACK, LIDS_BACK = 1.05, 0.75, 0.30
GAZE_ACROSS_CM, GAZE_UP_CM = 0.42, 0.30
CORNERS_HELD_CM = 0.75
"""A smiling mouth opens without its corners following the jaw down."""
MAX_TURN_DEGREES, MAX_ROLL_DEGREES = 6.0, 8.0
BROW_STRETCH = 0.80
"""The skin between lid and brow takes at most this share of its height more, or it streaks."""
USUAL_INNER_BROW_CM = 1.54
"""Median of 285 neutral faces."""
GAP_OF_FULL_JAW_CM = 2.2
ARC_POWER = 0.5
"""An ellipse. Larger powers look like a beak, smaller ones like a slot."""


def movement_for(
    expression: Expression, traits: FaceTraits, *, undo: Undo = Undo.CONFLICTS, neutral_share: float = 1.0
) -> Movement:
    """What the face with ``traits`` has to do to show ``expression``.

    Args:
        expression: The wanted face, absolute.
        traits: Of the photographed face.
        undo: How much of the photographed expression goes first.
        neutral_share: With `Undo.ALL`, how far the photographed expression goes, in [0, 1]; for easing into it.
    """
    strength = _undo_strength(expression, undo, neutral_share)
    taken = _smile_taken_back(expression, traits, gone_by(strength))
    left = traits.smile * (1 - np.array(taken))
    opening = _opening(expression)
    close = _closing(expression, traits, opening, gone_by(strength))
    squint = _pair(expression, "cheekSquint")
    return Movement(
        activations=_activations(expression, traits, taken, (float(left[0]), float(left[1]))),
        blink=_clipped(_sum(_pair(expression, "eyeBlink"), _pair(expression, "eyeLookDown"), 0.35), 0.0, 1.0),
        wide=_wide(expression, traits),
        squint=_sum(_sum(_pair(expression, "eyeSquint"), squint, 0.5), taken, -LIDS_BACK * min(1.0, traits.smile)),
        lid_slope=_lid_slope(expression),
        jaw_open=_jaw(expression, traits, close, float(left.mean())),
        jaw_left_cm=0.55 * (expression["jawLeft"] - expression["jawRight"]),
        jaw_forward_cm=0.5 * expression["jawForward"],
        mouth_close=close,
        upper_cover=0.5 * gone_by(strength) * _shape_weight(expression) if traits.smile > 0.25 else 0.0,
        mouth_shape=_mouth_shape(expression, traits, gone_by(strength)),
        gaze_left_cm=_gaze(expression, "Left", 1.0),
        gaze_right_cm=_gaze(expression, "Right", -1.0),
        undo=float(np.mean(taken)) * min(1.0, traits.smile),
        smile=_final_smile(expression, left),
        blush=expression.blush,
        tongue_out=expression["tongueOut"],
        turn=_turn(expression),
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
    mouth = max(weight * _most(expression, stem) for stem, weight in CONTRADICTING_MOUTH.items())
    face = max(weight * _most(expression, stem) for stem, weight in CONTRADICTING_FACE.items())
    smiling = min(1.0, sum(_pair(expression, "mouthSmile")) / 0.8)
    return min(1.0, max(mouth, face * (1 - smiling)))


def _undo_strength(expression: Expression, undo: Undo, neutral_share: float) -> float:
    if undo is Undo.NOTHING:
        return 0.0
    return neutral_share if undo is Undo.ALL else contradiction(expression)


def _pair(expression: Expression, stem: str) -> Pair:
    return expression.both(stem)


def _most(expression: Expression, stem: str) -> float:
    return expression[stem] if stem in SINGLE or stem in SINGLE_GAINS else max(expression.both(stem))


SINGLE = frozenset({"jawOpen", "mouthClose"})


def _sum(a: Pair, b: Pair, share: float) -> Pair:
    return a[0] + share * b[0], a[1] + share * b[1]


def _scaled(pair: Pair, factor: float) -> Pair:
    return pair[0] * factor, pair[1] * factor


def _clipped(pair: Pair, low: float, high: float) -> Pair:
    return min(high, max(low, pair[0])), min(high, max(low, pair[1]))


def _smile_taken_back(expression: Expression, traits: FaceTraits, gone: float) -> Pair:
    """(left, right) share of the photographed smile that goes: down to the wanted one, never below."""
    wanted = _pair(expression, "mouthSmile")
    if traits.smile <= 0:
        return gone, gone
    return gone * max(0.0, 1 - wanted[0] / traits.smile), gone * max(0.0, 1 - wanted[1] / traits.smile)


def _activations(expression: Expression, traits: FaceTraits, taken: Pair, left: Pair) -> dict[str, Pair]:
    moves = {stem: _scaled(_pair(expression, stem), gain) for stem, gain in GAINS.items()}
    moves.update({stem: _scaled((expression[stem],) * 2, gain) for stem, gain in SINGLE_GAINS.items()})
    moves["mouthSmile"] = (_still_to_come(moves["mouthSmile"][0], left[0]), _still_to_come(moves["mouthSmile"][1], left[1]))
    rest = 1 - 0.75 * min(1.0, sum(left) / 2) if traits.mouth_open else 1.0
    for stem in ("mouthUpperUp", "mouthLowerDown"):
        moves[stem] = _scaled(moves[stem], rest)
    moves["cheekSquint"] = _scaled(moves["cheekSquint"], 1 - 0.5 * min(1.0, sum(left) / 2))
    moves.update(_limited_brows(moves, traits))
    moves["nostril"] = _nostril(moves)
    moves["cornerUp"] = _scaled(_clipped(_pair(expression, "mouthSmile"), 0.0, 1.0), CORNERS_HELD_CM * expression["jawOpen"])
    aside = expression["mouthLeft"] - expression["mouthRight"]
    moves["mouthSideways"] = (aside, aside)
    for stem, back in _photographed_taken_back(traits, taken).items():
        moves[stem] = _sum(moves.get(stem, (0.0, 0.0)), back, 1.0)
    return {stem: pair for stem, pair in moves.items() if any(pair)}


def _still_to_come(wanted: float, there: float) -> float:
    return max(0.0, wanted - there)


def _limited_brows(moves: dict[str, Pair], traits: FaceTraits) -> dict[str, Pair]:
    """Brow movements as far as this person's brows and lids leave room."""
    raised = [min(1.0, max(0.45, BROW_STRETCH * height)) for height in traits.lid_brow_cm]
    lowered = [min(1.1, max(0.55, height / USUAL_INNER_BROW_CM)) for height in traits.inner_brow_cm]
    limits = {"browInnerUp": raised, "browOuterUp": raised, "browDown": lowered}
    return {stem: (moves[stem][0] * gain[0], moves[stem][1] * gain[1]) for stem, gain in limits.items()}


def _nostril(moves: dict[str, Pair]) -> Pair:
    """Sneering and scowling with pressed lips flare the nostrils."""
    flare = [
        min(1.0, 0.6 * sneer + 0.9 * min(max(0.0, down), press))
        for sneer, down, press in zip(moves["noseSneer"], moves["browDown"], moves["mouthPress"], strict=True)
    ]
    return flare[0], flare[1]


def _photographed_taken_back(traits: FaceTraits, taken: Pair) -> dict[str, Pair]:
    """Negative activations that bring the photographed mouth and cheeks to rest."""
    wide = traits.mouth_width_cm - REST_WIDTH_CM
    wide = max(0.0, wide) if wide > WIDTH_DEAD_CM or traits.mouth_open else 0.0
    high = [lift - REST_LIFT_CM for lift in traits.corner_lift_cm]
    high = high if abs(sum(high) / 2) > LIFT_DEAD_CM else [0.0, 0.0]
    smile = traits.smile if traits.smile > 0.25 else 0.0
    return {
        "cornerOut": _scaled(taken, -wide / 2),
        "cornerUp": (-high[0] * taken[0], -high[1] * taken[1]),
        "cheekLift": _scaled(taken, -CHEEKS_BACK * min(1.2, smile)),
        "cheekSquint": _scaled(taken, -SQUINT_BACK * min(1.0, smile)),
    }


def _opening(expression: Expression) -> float:
    """How open a mouth is wanted, about [0, 1]."""
    lips = sum(_pair(expression, "mouthUpperUp")) + sum(_pair(expression, "mouthLowerDown"))
    shut = 0.3 * expression["mouthShrugLower"] + 0.2 * _most(expression, "mouthPress")
    jaw = expression["jawOpen"] * (1 - expression["mouthClose"])
    return max(0.0, jaw + 0.17 * lips + 0.4 * expression["mouthFunnel"] - shut)


def _closing(expression: Expression, traits: FaceTraits, opening: float, gone: float) -> float:
    """Share of the lip gap to seal: all of it in a shut mouth that shall stay shut, as undoing goes in an open one."""
    wanted_shut = 1 - _ease(opening, 0.08, 0.25)
    explicit = expression["mouthClose"]
    if traits.mouth_open:
        return max(explicit, gone * wanted_shut)
    awake = min(1.0, 5 * max(gone, max((abs(v) for v in expression.coefficients.values()), default=0.0)))
    return max(explicit, awake * wanted_shut)


def _ease(x: float, start: float, end: float) -> float:
    t = min(1.0, max(0.0, (x - start) / (end - start)))
    return t * t * (3 - 2 * t)


def _jaw(expression: Expression, traits: FaceTraits, close: float, smile: float) -> float:
    """Turn still to come: what a photographed smile has opened is not opened again; closing lifts the chin too."""
    photographed = min(1.0, max(0.0, traits.mouth_gap_cm - 0.3) / GAP_OF_FULL_JAW_CM)
    counted = photographed * (0.5 + 0.5 * min(1.0, smile))
    return max(0.0, expression["jawOpen"] - counted) - 0.7 * close * photographed


def _shape_weight(expression: Expression) -> float:
    """How much the mouth is an open ring or slot rather than a smile."""
    smiling = min(1.0, sum(_pair(expression, "mouthSmile")) / 0.5)
    return _ease(_opening(expression), 0.15, 0.45) * (1 - smiling)


def _mouth_shape(expression: Expression, traits: FaceTraits, gone: float) -> MouthShape | None:
    weight = _shape_weight(expression)
    if weight <= 0:
        return None
    strength = min(1.0, 0.5 + 0.5 * traits.smile) * gone if traits.mouth_open else 0.6
    jaw = expression["jawOpen"] * (1 - expression["mouthClose"])
    down = 1.75 * jaw + 0.2 * sum(_pair(expression, "mouthLowerDown")) / 2
    return MouthShape(weight * strength, 0.2 + 0.35 * jaw, down, ARC_POWER)


def _wide(expression: Expression, traits: FaceTraits) -> Pair:
    wanted = _sum(_scaled(_pair(expression, "eyeWide"), 1.1), _pair(expression, "eyeLookUp"), 0.15)
    most = [widest(h, w) for h, w in zip(traits.eye_height_cm, traits.eye_width_cm, strict=True)]
    return min(wanted[0], most[0]), min(wanted[1], most[1])


def _lid_slope(expression: Expression) -> float:
    """Raised inner brows pull the inner lid up, a scowl pushes it down."""
    outer, wide = sum(_pair(expression, "browOuterUp")) / 2, sum(_pair(expression, "eyeWide")) / 2
    sad = 0.8 * max(0.0, expression["browInnerUp"] - outer) * (1 - 0.5 * wide)
    return sad - 0.5 * sum(_pair(expression, "browDown")) / 2 * (1 - expression["browInnerUp"])


def _gaze(expression: Expression, side: str, outwards: float) -> Pair:
    across = expression[f"eyeLookOut{side}"] - expression[f"eyeLookIn{side}"]
    up = expression[f"eyeLookUp{side}"] - expression[f"eyeLookDown{side}"]
    return GAZE_ACROSS_CM * outwards * across, GAZE_UP_CM * up


def _final_smile(expression: Expression, left: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> float:
    wanted = np.array(_pair(expression, "mouthSmile"))
    return float(np.clip(np.maximum(left, wanted).mean(), 0.0, 1.3))


def _turn(expression: Expression) -> HeadTurn:
    yaw, pitch = (
        float(np.clip(angle, -MAX_TURN_DEGREES, MAX_TURN_DEGREES))
        for angle in (expression.yaw_degrees, expression.pitch_degrees)
    )
    return HeadTurn(yaw, pitch, float(np.clip(expression.roll_degrees, -MAX_ROLL_DEGREES, MAX_ROLL_DEGREES)))
