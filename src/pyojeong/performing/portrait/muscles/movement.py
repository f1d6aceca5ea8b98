"""From a wanted expression to what this photographed face has to do for it.

An expression is absolute, a photo is not neutral: what it shows already is not added again; see also `undoing`.
"""

from __future__ import annotations

from types import MappingProxyType

from pyojeong.performing.portrait.muscles.lids import WIDE_UPPER, widest
from pyojeong.performing.portrait.muscles.pairs import mean, plus, times, within
from pyojeong.performing.portrait.muscles.undoing import (
    brow_contradictions,
    brows_taken_back,
    gone_by,
    lined,
    smile_taken_back,
    squint_taken_back,
    stare_taken_back,
    strongest,
    taken_back,
    undo_strength,
)
from pyojeong.performing.portrait.stage import NONE, FaceTraits, HeadTurn, MouthShape, Movement, Pair, Undo
from pyojeong.rig.expression import Expression

PAIRED_GAINS = MappingProxyType(
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
"""Field strength at coefficient 1 (by eye on 8 photos)."""
ALREADY_OPEN, ALREADY_RAISED = 0.75, 0.50
"""Shares of lip parting and cheek raising that a photographed smile has done already."""
LIDS_BACK = 0.30
CHEEK_TO_LID = 0.60
"""Raised cheeks push the lower lids up: without it, joy on a serious face has no smiling eyes."""
LOOK_DOWN_TO_LID, LOOK_UP_TO_LID = 0.35, 0.15
WIDE_GAIN = 1.1
GAZE_ACROSS_CM, GAZE_UP_CM = 0.42, 0.30
JAW_ASIDE_CM, JAW_FORWARD_CM = 0.55, 0.50
CORNERS_HELD_CM = 0.75
"""A smiling mouth opens without its corners following the jaw down."""
MAX_TURN_DEGREES, MAX_ROLL_DEGREES = 6.0, 8.0
BROW_STRETCH = 0.80
"""The skin between lid and brow takes at most this share of its height more, or it streaks."""
USUAL_INNER_BROW_CM, USUAL_LIPS_CM = 1.54, 1.7
"""Of the mean face; thin lips cannot be pressed as much before they fold over."""
PARTED_SMILE = 1.6
"""Lips are as thin as they get at a full smile with the upper lip raised by 10C."""
GAP_OF_FULL_JAW_CM, GAP_OF_SHUT_JAW_CM = 2.2, 0.3
MOST_JAW_CLOSED = 1.8
"""Of a jaw at 1: a shout takes the jaw further down than any expression here asks for."""
JAW_CLOSES, JAW_COMES_FIRST = 0.7, 1.5
"""Share of a gap the jaw closes, and how far it is ahead of the lips."""
GAPING_CM, SHOUTING_CM = 1.5, 2.5
"""Lip gap from which an open mouth stays as it is when an open one is wanted; laughter ends below (measured)."""
WIDEST_LAUGH_CM = 1.4
WORRIED_LID = 0.9
"""Slope of the upper lids taken back a centimetre of worry in the brows."""
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
    gone = gone_by(undo_strength(expression, undo, neutral_share))
    rested = gone_by(neutral_share) if undo is Undo.ALL else 0.0
    in_the_way = brow_contradictions(expression, undo, neutral_share)
    kept_open = _kept_open(expression, traits)
    taken = times(smile_taken_back(expression, traits, gone), 1 - kept_open)
    smile = (traits.smile * (1 - taken[0]), traits.smile * (1 - taken[1]))
    close = _closing(expression, traits, gone)
    activations = _added(_activations(expression, traits, taken, smile), brows_taken_back(traits.brows, in_the_way))
    return Movement(
        activations={stem: pair for stem, pair in activations.items() if any(pair)},
        blink=within(plus(_blink(expression), stare_taken_back(traits, rested)), 0.0, 1.0),
        wide=plus(_wide(expression, traits), squint_taken_back(traits, rested), 1 / WIDE_UPPER),
        squint=_squint(expression, times(taken, min(1.0, traits.smile))),
        lid_slope=_lid_slope(expression) - WORRIED_LID * in_the_way[0] * mean(traits.brows.worry_cm),
        jaw_open=_jaw(expression, traits, close, max(kept_open, 0.5 + 0.5 * min(1.0, mean(smile)))),
        jaw_left_cm=JAW_ASIDE_CM * (expression["jawLeft"] - expression["jawRight"]),
        jaw_forward_cm=JAW_FORWARD_CM * expression["jawForward"],
        mouth_close=close,
        upper_cover=0.5 * gone * _roundness(expression) * (1 - kept_open) if traits.smile > 0.25 else 0.0,
        mouth_shape=_mouth_shape(expression, traits, gone * (1 - kept_open)),
        gaze_left_cm=_gaze(expression, "Left", 1.0),
        gaze_right_cm=_gaze(expression, "Right", -1.0),
        undo=mean(taken) * min(1.0, traits.smile),
        unknit=in_the_way[1] * lined(traits.brows),
        smile=_final_smile(expression, smile),
        blush=expression.blush,
        tongue_out=expression["tongueOut"],
        turn=_turn(expression),
    )


def _activations(expression: Expression, traits: FaceTraits, taken: Pair, smile: Pair) -> dict[str, Pair]:
    """Every muscle's (left, right); ``smile`` is what is left of the photographed one."""
    moves = {stem: times(expression.both(stem), gain) for stem, gain in PAIRED_GAINS.items()}
    moves.update({stem: times((expression[stem], expression[stem]), gain) for stem, gain in SINGLE_GAINS.items()})
    moves["mouthSmile"] = within(plus(moves["mouthSmile"], smile, -1.0), 0.0, 2.0)
    parted = 1 - ALREADY_OPEN * min(1.0, mean(smile)) if traits.mouth_open else 1.0
    for stem in ("mouthUpperUp", "mouthLowerDown"):
        moves[stem] = times(moves[stem], parted)
    moves["cheekSquint"] = times(moves["cheekSquint"], 1 - ALREADY_RAISED * min(1.0, mean(smile)))
    thickness = min(1.1, max(0.45, traits.lip_height_cm / USUAL_LIPS_CM))
    for stem in ("mouthPress", "mouthRollUpper", "mouthRollLower"):
        moves[stem] = times(moves[stem], thickness)
    moves["smileParts"] = _smile_parts(expression, times(moves["mouthUpperUp"], thickness))
    moves.update(_limited_brows(moves, traits))
    moves["nostril"] = _nostril(moves)
    moves["cornerUp"] = times(expression.both("mouthSmile"), CORNERS_HELD_CM * expression["jawOpen"])
    aside = expression["mouthLeft"] - expression["mouthRight"]
    moves["mouthSideways"] = (aside, aside)
    return _added(moves, taken_back(traits, taken))


def _added(moves: dict[str, Pair], more: dict[str, Pair]) -> dict[str, Pair]:
    """Both activations of every muscle, added up."""
    return {**moves, **{stem: plus(moves.get(stem, NONE), pair) for stem, pair in more.items()}}


def _smile_parts(expression: Expression, raised: Pair) -> Pair:
    """How far smiling lips are stretched over the teeth: as far as the upper one is ``raised``."""
    left, right = expression.both("mouthSmile")
    return PARTED_SMILE * left * raised[0], PARTED_SMILE * right * raised[1]


def _limited_brows(moves: dict[str, Pair], traits: FaceTraits) -> dict[str, Pair]:
    """Brow movements as far as this person's brows and lids leave room."""
    raised = within(times(traits.lid_brow_cm, BROW_STRETCH), 0.45, 1.0)
    lowered = within(times(traits.inner_brow_cm, 1 / USUAL_INNER_BROW_CM), 0.55, 1.1)
    limits = {"browInnerUp": raised, "browOuterUp": raised, "browDown": lowered}
    return {stem: (moves[stem][0] * gain[0], moves[stem][1] * gain[1]) for stem, gain in limits.items()}


def _nostril(moves: dict[str, Pair]) -> Pair:
    """Sneering, and scowling with pressed lips, flare the nostrils."""
    left, right = (
        min(1.0, 0.6 * sneer + 0.9 * min(down, press))
        for sneer, down, press in zip(moves["noseSneer"], moves["browDown"], moves["mouthPress"], strict=True)
    )
    return left, right


def _opening(expression: Expression) -> float:
    """How open a mouth is wanted, about [0, 1]."""
    parted = mean(expression.both("mouthUpperUp")) + mean(expression.both("mouthLowerDown"))
    shut = 0.3 * expression["mouthShrugLower"] + 0.2 * strongest(expression, "mouthPress")
    return max(0.0, _jaw_wanted(expression) + 0.34 * parted + 0.4 * expression["mouthFunnel"] - shut)


def _jaw_wanted(expression: Expression) -> float:
    return expression["jawOpen"] * (1 - expression["mouthClose"])


def _closing(expression: Expression, traits: FaceTraits, gone: float) -> float:
    """Share of the lip gap to seal: all of it in a shut mouth that stays shut, as undoing goes in an open one."""
    wanted_shut = 1 - _ease(_opening(expression), 0.08, 0.25)
    awake = min(1.0, 5 * max(gone, max(expression.coefficients.values(), default=0.0)))
    shut = (gone if traits.mouth_open else awake) * wanted_shut
    return max(expression["mouthClose"], shut, _laughing_share(expression, traits))


def _laughing_share(expression: Expression, traits: FaceTraits) -> float:
    """How far a gaping mouth closes to laugh."""
    smile = min(1.0, mean(expression.both("mouthSmile")))
    return smile * max(0.0, 1 - WIDEST_LAUGH_CM / max(WIDEST_LAUGH_CM, traits.mouth_gap_cm))


def _kept_open(expression: Expression, traits: FaceTraits) -> float:
    """How much of a gaping mouth stays as it is because an open one is wanted, in [0, 1]."""
    if _roundness(expression) <= 0:
        return 0.0
    wanted = sum(_arcs_cm(expression))
    return _ease(traits.mouth_gap_cm, GAPING_CM, SHOUTING_CM) * _ease(traits.mouth_gap_cm / wanted, 0.8, 1.2)


def _ease(x: float, start: float, end: float) -> float:
    t = min(1.0, max(0.0, (x - start) / (end - start)))
    return t * t * (3 - 2 * t)


def _jaw(expression: Expression, traits: FaceTraits, close: float, counts: float) -> float:
    """Turn still to come: what the photo has opened ``counts`` in part; closing lifts the jaw ahead of the lips."""
    photographed = max(0.0, traits.mouth_gap_cm - GAP_OF_SHUT_JAW_CM) / GAP_OF_FULL_JAW_CM
    lift = JAW_CLOSES * min(MOST_JAW_CLOSED, photographed) * min(1.0, JAW_COMES_FIRST * close)
    return max(0.0, expression["jawOpen"] - min(1.0, photographed) * counts) - lift


def _roundness(expression: Expression) -> float:
    """How much the mouth is an open ring or slot rather than a smile, in [0, 1]."""
    smiling = min(1.0, mean(expression.both("mouthSmile")) / 0.25)
    return _ease(_opening(expression), 0.15, 0.45) * (1 - smiling)


def _mouth_shape(expression: Expression, traits: FaceTraits, gone: float) -> MouthShape | None:
    """The arcs an open mouth that does not smile is drawn towards; a turned jaw alone gives a bowl."""
    weight = _roundness(expression)
    weight *= min(1.0, 0.5 + 0.5 * traits.smile) * gone if traits.mouth_open else 0.6
    return MouthShape(weight, *_arcs_cm(expression), ARC_POWER) if weight > 0 else None


def _arcs_cm(expression: Expression) -> Pair:
    """Height and depth of the arcs of an open mouth above and below the line of its corners."""
    jaw = _jaw_wanted(expression)
    return 0.2 + 0.35 * jaw, 1.75 * jaw + 0.2 * mean(expression.both("mouthLowerDown"))


def _blink(expression: Expression) -> Pair:
    return plus(expression.both("eyeBlink"), expression.both("eyeLookDown"), LOOK_DOWN_TO_LID)


def _squint(expression: Expression, relaxed: Pair) -> Pair:
    wanted = plus(expression.both("eyeSquint"), expression.both("cheekSquint"), CHEEK_TO_LID)
    return plus(wanted, relaxed, -LIDS_BACK)


def _wide(expression: Expression, traits: FaceTraits) -> Pair:
    wanted = plus(times(expression.both("eyeWide"), WIDE_GAIN), expression.both("eyeLookUp"), LOOK_UP_TO_LID)
    left, right = (widest(h, w) for h, w in zip(traits.eye_height_cm, traits.eye_width_cm, strict=True))
    return min(wanted[0], left), min(wanted[1], right)


def _lid_slope(expression: Expression) -> float:
    """Raised inner brows pull the inner lid up, a scowl pushes it down."""
    outer, wide = mean(expression.both("browOuterUp")), mean(expression.both("eyeWide"))
    sad = 0.8 * max(0.0, expression["browInnerUp"] - outer) * (1 - 0.5 * wide)
    return sad - 0.5 * mean(expression.both("browDown")) * (1 - expression["browInnerUp"])


def _gaze(expression: Expression, side: str, outwards: float) -> Pair:
    """(x, y) canonical cm; ``outwards`` is +1 where out is the person's left."""
    across = expression[f"eyeLookOut{side}"] - expression[f"eyeLookIn{side}"]
    up = expression[f"eyeLookUp{side}"] - expression[f"eyeLookDown{side}"]
    return GAZE_ACROSS_CM * outwards * across, GAZE_UP_CM * up


def _final_smile(expression: Expression, kept: Pair) -> float:
    wanted = expression.both("mouthSmile")
    return mean(within((max(kept[0], wanted[0]), max(kept[1], wanted[1])), 0.0, 1.3))


def _turn(expression: Expression) -> HeadTurn:
    yaw, pitch = within((expression.yaw_degrees, expression.pitch_degrees), -MAX_TURN_DEGREES, MAX_TURN_DEGREES)
    return HeadTurn(yaw, pitch, max(-MAX_ROLL_DEGREES, min(MAX_ROLL_DEGREES, expression.roll_degrees)))
