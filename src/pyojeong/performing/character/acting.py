"""What a character does at one moment: face, body, hands and comic marks. Values only; designs draw them.

Left and right are the character's own, as in ARKit: its left hand is on the right side of the picture. ``x`` in a
part's own units points outward, away from the character's middle, so that the same numbers serve both sides.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from types import MappingProxyType

from pyojeong.emotion import Emotion
from pyojeong.rig.expression import Expression
from pyojeong.rig.mouth import CLOSED, Mouth
from pyojeong.rig.speaking import speaking
from pyojeong.rig.timeline import between


class Part(str, Enum):
    """What a place is measured from, in half sizes of it around its centre."""

    HEAD = "head"
    BODY = "body"


class Hand(str, Enum):
    """A drawn hand."""

    RELAXED = "relaxed"
    OPEN = "open"
    FIST = "fist"
    THUMB = "thumb"
    POINT = "point"
    TWO = "two"
    PINCH_HEART = "pinch-heart"
    OK = "ok"
    PRAY = "pray"
    STOP = "stop"


class Layer(str, Enum):
    """Where an arm passes the head and body."""

    BEHIND = "behind"
    BESIDE = "beside"
    FRONT = "front"


class Legs(str, Enum):
    """How it stands, or does not."""

    STAND = "stand"
    WIDE = "wide"
    KNOCK = "knock"
    TIPTOE = "tiptoe"
    JUMP = "jump"
    SIT = "sit"
    KNEEL = "kneel"
    KICK = "kick"
    WALK = "walk"
    LIE = "lie"


@dataclass(frozen=True, slots=True)
class Arm:
    """Two bones and a hand.

    Attributes:
        at: Where the hand is: outward and down, in half sizes of ``part`` around its centre.
        part: What ``at`` is measured from; a hand at the head moves and tilts with it.
        bend: Where the elbow goes, [-1, 1]: 1 outward, -1 inward, 0 along the line as far as the bones allow.
        hand: What the hand shows.
        turn_degrees: Turn of the hand against the forearm, outward positive.
        layer: In front of the head and body, beside them, or behind.
        share: How far it has come from the design's resting arm, on an arc around the shoulder; 1 is there, a little
            more swings beyond.
    """

    at: tuple[float, float] = (1.05, 0.75)
    part: Part = Part.BODY
    bend: float = 0.3
    hand: Hand = Hand.RELAXED
    turn_degrees: float = 0.0
    layer: Layer = Layer.BESIDE
    share: float = 1.0

    def __post_init__(self) -> None:
        _check_within("bend", self.bend, 1.0)
        if not 0.0 <= self.share <= 1.2:
            raise ValueError(f"share must be in [0, 1.2], but got {self.share!r}")
        if max(map(abs, self.at)) > 4:
            raise ValueError(f"at must be within 4 half sizes, but got {self.at!r}")


@dataclass(frozen=True, slots=True)
class Pose:
    """The body.

    Attributes:
        left: The character's left arm, on the right side of the picture.
        right: The other.
        legs: How it stands.
        lean_degrees: The whole figure around its feet, clockwise.
        head_shift: Of the head against the body, in half sizes of the head, right and down.
        turn: Of the face inside the head, [-1, 1] right and down: reads as a turn of a ball.
        squash: Height by which the figure is scaled around its feet; width answers with 1/√squash.
        lift: Off the ground, in canvas heights.
        shift: Sideways, in canvas widths.
        bow: Of head and body to the front, [0, 1].
        prop: Name of a drawn thing held or beside it, or empty; see `props`.
        ears: Of ears, tuft, leaf or whatever a design has on top: -1 hangs, 0 rests, 1 stands up.
        tail: The same for a tail; designs without one do nothing.
    """

    left: Arm = field(default_factory=Arm)
    right: Arm = field(default_factory=Arm)
    legs: Legs = Legs.STAND
    lean_degrees: float = 0.0
    head_shift: tuple[float, float] = (0.0, 0.0)
    turn: tuple[float, float] = (0.0, 0.0)
    squash: float = 1.0
    lift: float = 0.0
    shift: float = 0.0
    bow: float = 0.0
    prop: str = ""
    ears: float = 0.0
    tail: float = 0.0

    def __post_init__(self) -> None:
        if not 0.5 <= self.squash <= 1.6:
            raise ValueError(f"squash must be in [0.5, 1.6], but got {self.squash!r}")
        for name in ("lift", "bow"):
            if not 0.0 <= getattr(self, name) <= 1.0:
                raise ValueError(f"{name} must be in [0, 1], but got {getattr(self, name)!r}")
        for name in ("ears", "tail", "shift"):
            _check_within(name, getattr(self, name), 1.0)

    def mirrored(self) -> Pose:
        """Left and right exchanged."""
        return replace(
            self,
            left=self.right,
            right=self.left,
            lean_degrees=-self.lean_degrees,
            head_shift=(-self.head_shift[0], self.head_shift[1]),
            turn=(-self.turn[0], self.turn[1]),
            shift=-self.shift,
        )


class Mark(str, Enum):
    """A sign of comics beside or on the figure; ARKit has no words for them."""

    SWEAT = "sweat"
    SPLASH = "splash"
    TEAR = "tear"
    STREAM = "stream"
    WELLING = "welling"
    VEIN = "vein"
    STEAM = "steam"
    BLUSH = "blush"
    FLUSH = "flush"
    PALE = "pale"
    GREEN = "green"
    GLOOM = "gloom"
    SPARKLE = "sparkle"
    HEART = "heart"
    FLOWER = "flower"
    NOTE = "note"
    QUESTION = "question"
    EXCLAIM = "exclaim"
    DOTS = "dots"
    SLEEP = "sleep"
    DIZZY = "dizzy"
    SHIVER = "shiver"
    SHOCK = "shock"
    SOUL = "soul"
    PUDDLE = "puddle"
    PUFF = "puff"
    LIGHT_BULB = "light-bulb"
    SPEED = "speed"
    CONFETTI = "confetti"
    DROOL = "drool"
    FIRE = "fire"
    CLAP = "clap"
    SCRIBBLE = "scribble"
    GLOW = "glow"
    RAIN = "rain"
    SNOW = "snow"


@dataclass(frozen=True, slots=True)
class Speech:
    """A mouth that speaks, or might at any moment.

    Attributes:
        mouth: What it says.
        voice: How far speech has taken the mouth over from the expression, [0, 1].
        emotion: The feeling it is said with.
        strength: Of that feeling, [0, 1].
    """

    mouth: Mouth = CLOSED
    voice: float = 1.0
    emotion: Emotion = Emotion.NEUTRAL
    strength: float = 1.0

    def __post_init__(self) -> None:
        for name in ("voice", "strength"):
            if not 0.0 <= getattr(self, name) <= 1.0:
                raise ValueError(f"{name} must be in [0, 1], but got {getattr(self, name)!r}")

    def joined(self, expression: Expression) -> Expression:
        """Speech and ``expression`` on one face."""
        if self.voice == 0.0:
            return expression
        said = speaking(expression, self.mouth, emotion=self.emotion, strength=self.strength)
        return said if self.voice == 1.0 else between(expression, said, self.voice)


@dataclass(frozen=True, slots=True)
class Acting:
    """All of one moment.

    Attributes:
        expression: The face, as the photo would perform it.
        pose: The body.
        marks: Mark → how strong, (0, 1].
        eyes: A kind of eyes the expression has no word for (see `looks`), or None: chosen from the expression.
        mouth: The same for the mouth.
        speech: What speech does to the mouth, or None. Where it is given the mouth is one shape that glides from shut
            to wide open, whatever ``mouth`` names; all else of the face is the expression's alone.
        gag: Name of one of the design's own gags, which may redraw the whole figure; empty for none.
        phase: Where in its cycle the moment is, [0, 1): what trembles, steams and drips reads it.
    """

    expression: Expression = field(default_factory=Expression)
    pose: Pose = field(default_factory=Pose)
    marks: Mapping[Mark, float] = field(default_factory=dict)
    eyes: str | None = None
    mouth: str | None = None
    speech: Speech | None = None
    gag: str = ""
    phase: float = 0.0

    def __post_init__(self) -> None:
        for mark, strength in self.marks.items():
            if not 0.0 < strength <= 1.0:
                raise ValueError(f"strength of {mark.value} must be in (0, 1], but got {strength!r}")
        if not 0.0 <= self.phase < 1.0:
            raise ValueError(f"phase must be in [0, 1), but got {self.phase!r}")
        object.__setattr__(self, "marks", MappingProxyType(dict(self.marks)))


def _check_within(name: str, value: float, limit: float) -> None:
    if not abs(value) <= limit:
        raise ValueError(f"{name} must be within ±{limit}, but got {value!r}")
