"""A character's temper: the same act done by somebody livelier, shyer, gruffer or softer is another picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from pyojeong.emotion import Emotion
from pyojeong.performing.character.acting import Acting, Arm, Hand, Layer, Legs, Mark, Part, Pose
from pyojeong.performing.character.acts.faces import face
from pyojeong.performing.character.acts.stances import BELLY, CHEEK, CROSSED, HANGING, at_head
from pyojeong.rig.expression import Expression, mix

PLAIN = 0.35
"""Traits weaker than this do not show: a temper is what can be told at a glance."""
Marks = Mapping[Mark, float]

_GRUFF: Mapping[Mark, Mark | None] = MappingProxyType(
    {
        Mark.HEART: Mark.SWEAT,
        Mark.FLOWER: None,
        Mark.SPARKLE: Mark.PUFF,
        Mark.NOTE: Mark.DOTS,
        Mark.CONFETTI: Mark.CLAP,
        Mark.TEAR: Mark.WELLING,
        Mark.EXCLAIM: Mark.QUESTION,
        Mark.SWEAT: Mark.VEIN,
        Mark.GLOW: Mark.PUFF,
    }
)
_GENTLE: Mapping[Mark, Mark | None] = MappingProxyType(
    {
        Mark.VEIN: Mark.PUFF,
        Mark.FIRE: Mark.SCRIBBLE,
        Mark.STEAM: Mark.SPLASH,
        Mark.SPARKLE: Mark.FLOWER,
        Mark.SHOCK: Mark.GLOW,
        Mark.CONFETTI: Mark.NOTE,
    }
)
_LIVELY: Mapping[Mark, Mark | None] = MappingProxyType(
    {Mark.FLOWER: Mark.SPARKLE, Mark.TEAR: Mark.STREAM, Mark.SWEAT: Mark.SPLASH}
)
_DROWSY: Mapping[Mark, Mark | None] = MappingProxyType(
    {Mark.CONFETTI: None, Mark.SPARKLE: None, Mark.SHOCK: Mark.EXCLAIM, Mark.SPLASH: Mark.SWEAT, Mark.FIRE: Mark.STEAM}
)


_GRUFF_FACE: Mapping[str, float] = MappingProxyType(
    {"mouthSmile": 0.5, "cheekSquint": 0.2, "jawOpen": 0.5, "blush": 0.3}
)
"""Shares of movements that a gruff face lets through; a smile of half the size leaves the eyes open."""
_SHY_FACE: Mapping[str, float] = MappingProxyType({"jawOpen": 0.25, "mouthUpperUp": 0.2, "mouthLowerDown": 0.3})
_LIMP_FACE: Mapping[str, float] = MappingProxyType(
    {"mouthSmile": 0.6, "cheekSquint": 0.2, "jawOpen": 0.5, "eyeWide": 0.4, "eyeBlink": 0.8, "browDown": 0.7}
)


@dataclass(frozen=True, slots=True)
class Temper:
    """Traits in [-1, 1]; 0 is nothing special. `acted` gives an act its owner's manner.

    Attributes:
        energy: Large and springy, or limp and low.
        shyness: Turned aside, hands at the face, knees together; below 0 open and square.
        grumpiness: Brows down, arms crossed, no hearts; below 0 sunny.
        softness: Round and close to the body, milder signs; below 0 harsh.

    >>> Temper(energy=-1).acted(Acting(pose=Pose(legs=Legs.JUMP, lift=0.2))).pose.legs
    <Legs.SIT: 'sit'>
    """

    energy: float = 0.0
    shyness: float = 0.0
    grumpiness: float = 0.0
    softness: float = 0.0

    def __post_init__(self) -> None:
        for name in ("energy", "shyness", "grumpiness", "softness"):
            if not abs(getattr(self, name)) <= 1.0:
                raise ValueError(f"{name} must be in [-1, 1], but got {getattr(self, name)!r}")

    def acted(self, acting: Acting) -> Acting:
        """What this temper makes of ``acting``; gags are left alone, they are somebody's own already."""
        if acting.gag:
            return acting
        marks = self._marks(acting.marks)
        pose = _bolder(acting.pose, self.energy)
        if self.shyness > PLAIN:
            pose = _shy(pose, self.shyness)
        if self.grumpiness > PLAIN:
            pose = _gruff(pose)
        if self.softness > PLAIN:
            pose = _soft(pose, self.softness)
        return replace(acting, expression=self._face(acting.expression), pose=pose, marks=marks)

    def _marks(self, marks: Marks) -> dict[Mark, float]:
        kept = dict(marks)
        for trait, swaps in (
            (self.grumpiness, _GRUFF),
            (self.softness, _GENTLE),
            (self.energy, _LIVELY),
            (-self.energy, _DROWSY),
        ):
            if trait > PLAIN:
                kept = _swapped(kept, swaps)
        if self.shyness > PLAIN and not kept.keys() & {Mark.FLUSH, Mark.PALE, Mark.GREEN, Mark.GLOOM}:
            kept[Mark.BLUSH] = 0.8
        return kept

    def _face(self, expression: Expression) -> Expression:
        """What is felt, as this temper lets it be seen."""
        for trait, factors, added in (
            (self.grumpiness, _GRUFF_FACE, face(Emotion.NEUTRAL, browDown=0.5, eyeSquint=0.35)),
            (self.shyness, _SHY_FACE, face(Emotion.NEUTRAL, browInnerUp=0.5, blush=0.4, headPitch=-5.0)),
            (-self.energy, _LIMP_FACE, face(Emotion.NEUTRAL, eyeBlink=0.36)),
        ):
            if trait > PLAIN:
                expression = mix({_held_back(expression, factors, trait): 1.0, added: trait})
        return mix({expression: 1 + 0.2 * self.energy}) if self.energy > PLAIN else expression


def _held_back(expression: Expression, factors: Mapping[str, float], trait: float) -> Expression:
    """Movements whose names begin with a key of ``factors`` brought towards their share."""
    values = expression.to_dict()
    for start, share in factors.items():
        for name in values:
            if name.startswith(start):
                values[name] *= 1 + (share - 1) * trait
    return Expression.nearest(values)


def _swapped(marks: Marks, swaps: Mapping[Mark, Mark | None]) -> dict[Mark, float]:
    kept: dict[Mark, float] = {}
    for mark, strength in marks.items():
        other = swaps.get(mark, mark)
        if other is not None:
            kept[other] = max(strength, kept.get(other, 0.0))
    return kept


_LEGS_OF_ENERGY: Mapping[tuple[bool, Legs], Legs] = MappingProxyType(
    {
        (True, Legs.STAND): Legs.TIPTOE,
        (True, Legs.TIPTOE): Legs.JUMP,
        (True, Legs.KNOCK): Legs.WALK,
        **{(False, legs): Legs.SIT for legs in (Legs.STAND, Legs.TIPTOE, Legs.JUMP, Legs.WIDE, Legs.KICK, Legs.KNOCK)},
    }
)
"""How a very lively (True) and a very limp (False) character stands instead: the limp one does everything seated."""


def _bolder(pose: Pose, energy: float) -> Pose:
    """Everything larger with more energy; with little, jumps stay on the ground and raised arms come half way."""
    factor = 1 + 0.45 * energy
    limp = energy < -PLAIN
    legs = _LEGS_OF_ENERGY.get((energy > 0, pose.legs), pose.legs) if abs(energy) > 0.6 else pose.legs
    if limp and legs in (Legs.JUMP, Legs.TIPTOE, Legs.KICK):
        legs = Legs.STAND
    arms = (pose.left, pose.right)
    left, right = (_lowered(arm, -energy) for arm in arms) if limp else arms
    return replace(
        pose,
        left=left,
        right=right,
        legs=legs,
        lean_degrees=pose.lean_degrees * factor,
        lift=0.0 if limp else min(1.0, max(pose.lift * factor, 0.05 * (legs is Legs.JUMP))),
        squash=min(1.6, max(0.5, 1 + (pose.squash - 1) * factor - (0.03 if limp else 0.0))),
        ears=min(1.0, max(-1.0, pose.ears * factor - (0.4 if limp else 0.0))),
        head_shift=(pose.head_shift[0], pose.head_shift[1] + (0.05 if limp else 0.0)),
    )


def _lowered(arm: Arm, by: float) -> Arm:
    """A hand raised over the shoulders comes down towards them."""
    if arm.part is Part.HEAD and arm.layer is Layer.BESIDE and arm.at[1] < 0.4:
        return replace(arm, at=(arm.at[0] + 0.12, arm.at[1] + 0.75 * by), bend=min(1.0, arm.bend + 0.3))
    return arm


def _is_free(arm: Arm) -> bool:
    return arm.layer is Layer.BESIDE and arm.hand in (Hand.RELAXED, Hand.OPEN, Hand.FIST)


def _shy(pose: Pose, by: float) -> Pose:
    """Turned a little away, one free hand at the cheek, knees together."""
    legs = Legs.KNOCK if pose.legs in (Legs.STAND, Legs.WIDE, Legs.JUMP) else pose.legs
    left = CHEEK if pose.left == HANGING else pose.left
    right = at_head(0.2, 0.78, Hand.RELAXED) if pose.right == HANGING else pose.right
    turn = max(-1.0, pose.turn[0] - 0.3 * by), min(1.0, pose.turn[1] + 0.15 * by)
    lift = min(pose.lift, 0.02)
    return replace(pose, legs=legs, left=left, right=right if left is not CHEEK else pose.right, turn=turn, lift=lift)


def _gruff(pose: Pose) -> Pose:
    """Free hanging arms crossed, waving ones half as high, head a little aside."""
    left, right = (CROSSED if arm == HANGING else _lowered(arm, 0.7) for arm in (pose.left, pose.right))
    turn = min(1.0, pose.turn[0] + 0.22), pose.turn[1]
    return replace(pose, left=left, right=right, turn=turn, lean_degrees=pose.lean_degrees - 2)


def _soft(pose: Pose, by: float) -> Pose:
    """Hands kept close: wide arms come in, hanging ones rest on the belly."""
    left, right = (
        BELLY if arm == HANGING else replace(arm, at=(arm.at[0] * (1 - 0.18 * by), arm.at[1])) if _is_free(arm) else arm
        for arm in (pose.left, pose.right)
    )
    return replace(pose, left=left, right=right, squash=max(0.5, pose.squash - 0.02 * by))
