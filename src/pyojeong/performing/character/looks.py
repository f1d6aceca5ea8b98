"""Which kind of eyes and mouth a face has: the topology, chosen before anything is drawn.

A kind is a rule with a margin: how far the face is past the point where the kind begins. The first rule past it wins.
The kind a face already has is kept until its margin has fallen `HELD` under that point, so that a coefficient trembling
around a threshold does not make the drawing flicker.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from pyojeong.performing.character.signs import EyeSigns, MouthSigns, eye_signs, mouth_signs
from pyojeong.rig.expression import Expression

HELD = 0.12
"""How far a margin must fall before its kind is left; a tremble of ±.03 in a coefficient weighs .09 at most."""


class Eye(str, Enum):
    """Kinds of eyes. The first ones are chosen from the expression, those after `WEARY` only by acting."""

    OPEN = "open"
    LIDDED = "lidded"
    WIDE = "wide"
    ARCH = "arch"
    SHUT = "shut"
    WEEPING = "weeping"
    CLENCHED = "clenched"
    WEARY = "weary"
    SWIRL = "swirl"
    STAR = "star"
    HEART = "heart"
    CROSS = "cross"
    DOT = "dot"
    BLANK = "blank"
    MONEY = "money"


class Mouth(str, Enum):
    """Kinds of mouths. The first ones are chosen from the expression, those after `TONGUE` only by acting."""

    OMEGA = "omega"
    SMILE = "smile"
    LINE = "line"
    FROWN = "frown"
    SNEER = "sneer"
    POUT = "pout"
    WAVE = "wave"
    LAUGH = "laugh"
    WAIL = "wail"
    ROUND = "round"
    TEETH = "teeth"
    TALK = "talk"
    BILABIAL = "bilabial"
    KISS = "kiss"
    TONGUE = "tongue"
    CHEW = "chew"
    SPIT = "spit"


@dataclass(frozen=True, slots=True)
class Looks:
    """The topology of one moment; the right eye is the character's own, on the left of the picture."""

    right_eye: Eye
    left_eye: Eye
    mouth: Mouth


Kind = TypeVar("Kind", Eye, Mouth)
Signs = TypeVar("Signs", EyeSigns, MouthSigns)

SHUT_FROM = 0.72
"""Blinks above this switch the shape; below it a lid comes down. A dot squeezed flat looks like dirt (by eye)."""

EYE_RULES: tuple[tuple[Eye, Callable[[EyeSigns], float]], ...] = (
    (
        Eye.CLENCHED,
        lambda s: max(
            min(s.blink - SHUT_FROM, s.squint - 0.5, max(s.brow_down, s.sneer) - 0.35),
            min(s.sneer - 0.75, s.squint - 0.36),
        ),
    ),
    (Eye.ARCH, lambda s: max(min(s.blink - SHUT_FROM, max(s.cheek, s.smile) - 0.35), min(s.cheek, s.smile) - 0.68)),
    (Eye.WEEPING, lambda s: min(s.blink - SHUT_FROM, max(s.brow_inner, s.frown) - 0.4)),
    (Eye.SHUT, lambda s: s.blink - SHUT_FROM),
    (Eye.WIDE, lambda s: s.wide - s.blink - 0.52),
    (Eye.WEARY, lambda s: min(s.blink - 0.26, 0.4 - s.brow_down, 0.4 - s.squint)),
    (Eye.LIDDED, lambda s: max(s.brow_down - s.brow_inner - 0.24, s.squint - 0.26, s.blink - 0.26)),
    (Eye.OPEN, lambda s: 1.0),
)

MOUTH_RULES: tuple[tuple[Mouth, Callable[[MouthSigns], float]], ...] = (
    (Mouth.TONGUE, lambda s: s.tongue - 0.3),
    (Mouth.BILABIAL, lambda s: min(max(s.close - 0.3, min(s.press, s.roll) - 0.3), s.calm)),
    (Mouth.TEETH, lambda s: min(s.bared - 0.25, s.brow_down - 0.4, s.stretch - 0.35, 0.3 - s.smile)),
    (Mouth.SNEER, lambda s: min(s.sneer - 0.3, 0.45 - s.jaw, 0.5 - s.smile)),
    (Mouth.ROUND, lambda s: min(max(s.funnel - 0.3, min(s.pucker - 0.2, s.jaw - 0.1), s.startled), 0.3 - s.smile)),
    (Mouth.KISS, lambda s: min(s.pucker - 0.4, 0.3 - s.open)),
    (Mouth.WAVE, lambda s: min(s.stretch - 0.22, 0.5 - s.jaw, 0.35 - s.smile)),
    (Mouth.LAUGH, lambda s: min(s.open - 0.09, s.smile - s.frown - 0.22)),
    (Mouth.WAIL, lambda s: min(s.open - 0.16, max(s.frown, s.stretch, s.brow_inner * 0.7) - s.smile - 0.22)),
    (Mouth.TALK, lambda s: s.open - 0.09),
    (Mouth.POUT, lambda s: min(s.press - 0.2, max(s.brow_down, s.frown) - s.brow_inner - 0.15, 0.3 - s.smile)),
    (Mouth.SMILE, lambda s: s.smile - s.frown - 0.1),
    (Mouth.FROWN, lambda s: s.frown - s.smile - 0.12),
    (Mouth.OMEGA, lambda s: min(0.16 - s.stirred, 0.14 - s.brows)),
    (Mouth.LINE, lambda s: 1.0),
)


def looks_of(
    expression: Expression, *, eyes: str | None = None, mouth: str | None = None, before: Looks | None = None
) -> Looks:
    """The kinds a face with ``expression`` has; ``eyes`` and ``mouth`` name kinds that are wanted whatever it says.

    >>> looks_of(Expression({"eyeBlinkLeft": 1.0, "mouthSmileLeft": 0.9})).left_eye
    <Eye.ARCH: 'arch'>

    Args:
        expression: What the face does.
        eyes: Value of an `Eye` for both eyes.
        mouth: Value of a `Mouth`.
        before: The looks of the moment before, which are kept until clearly left.

    Raises:
        ValueError: When a name is no kind.
    """
    if eyes is not None:
        right = left = named(Eye, "eyes", eyes)
    else:
        right = _chosen(EYE_RULES, eye_signs(expression, "Right"), before.right_eye if before else None)
        left = _chosen(EYE_RULES, eye_signs(expression, "Left"), before.left_eye if before else None)
    if mouth is not None:
        return Looks(right, left, named(Mouth, "mouth", mouth))
    return Looks(right, left, _chosen(MOUTH_RULES, mouth_signs(expression), before.mouth if before else None))


def asleep(expression: Expression) -> Expression:
    """The same face with its eyes shut, whatever strength a mood or a person gave it: nobody snores with open eyes.

    >>> looks_of(asleep(Expression({"eyeBlinkLeft": 0.3, "eyeWideRight": 0.9}))).right_eye
    <Eye.SHUT: 'shut'>
    """
    shut = {"eyeBlink" + side: 1.0 for side in ("Left", "Right")}
    return Expression.nearest({**expression.to_dict(), **shut})


def named(kinds: type[Kind], what: str, name: str) -> Kind:
    """The kind of this name.

    Raises:
        ValueError: With the names there are.
    """
    try:
        return kinds(name)
    except ValueError:
        raise ValueError(f"{what} must be one of {', '.join(k.value for k in kinds)}, but got {name!r}") from None


def _chosen(rules: Sequence[tuple[Kind, Callable[[Signs], float]]], signs: Signs, held: Kind | None) -> Kind:
    return next(kind for kind, margin in rules if margin(signs) > (-HELD if kind is held else 0.0))
