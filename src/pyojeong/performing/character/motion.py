"""How a moment moves: keyframe tracks around a key pose, and the film of one act.

A motion tells what is added to the key pose over one cycle. At phase 0 nothing is, so the first frame is the key pose,
which stores show as the still, and the last frame leads back to it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from pyojeong.performing.character.acting import Acting, Arm, Legs, Mark, Pose
from pyojeong.rig.expression import Expression
from pyojeong.rig.timeline import Easing

BLINK_PHASE = 0.07
"""How much of a cycle the lids are down: two frames of 24 at 70 ms, the fewest that read as a blink and not a fault."""


class Channel(str, Enum):
    """What a track moves; see `Pose` and `Expression` for units."""

    SQUASH = "squash"
    LIFT = "lift"
    SHIFT = "shift"
    LEAN = "lean"
    HEAD_X = "head-x"
    HEAD_Y = "head-y"
    TURN_X = "turn-x"
    TURN_Y = "turn-y"
    ROLL = "roll"
    BOW = "bow"
    EARS = "ears"
    TAIL = "tail"
    JAW = "jaw"
    LEFT_OUT = "left-out"
    LEFT_DOWN = "left-down"
    LEFT_TURN = "left-turn"
    RIGHT_OUT = "right-out"
    RIGHT_DOWN = "right-down"
    RIGHT_TURN = "right-turn"
    MARKS = "marks"


POPPING = frozenset(
    {Mark.SPARKLE, Mark.HEART, Mark.FLOWER, Mark.NOTE, Mark.QUESTION, Mark.EXCLAIM, Mark.DOTS, Mark.VEIN, Mark.STEAM}
    | {Mark.LIGHT_BULB, Mark.GLOW, Mark.SPLASH, Mark.SOUL, Mark.SLEEP, Mark.PUFF, Mark.SCRIBBLE, Mark.SWEAT}
)
"""Marks that pop in and out; the others are states of the face or of the air."""
FACTORS = frozenset({Channel.SQUASH, Channel.MARKS})
"""Channels that multiply the key pose; the others are added to it."""


@dataclass(frozen=True, slots=True)
class Track:
    """One channel's keyframes: (phase, value, how it comes there from the key before).

    Values are what is added to the key pose, or what it is multiplied by. A track begins and ends at rest.

    >>> Track(Channel.LIFT, ((0, 0.0, Easing.EASE), (0.5, 0.2, Easing.LINEAR), (1, 0.0, Easing.EASE))).at(0.25)
    0.1
    """

    channel: Channel
    keys: tuple[tuple[float, float, Easing], ...]

    def __post_init__(self) -> None:
        rest = 1.0 if self.channel in FACTORS else 0.0
        phases = [phase for phase, _, _ in self.keys]
        if phases[0] != 0 or phases[-1] != 1 or phases != sorted(set(phases)):
            raise ValueError(f"keys must run from phase 0 to 1, but got {phases}")
        if self.keys[0][1] != rest or self.keys[-1][1] != rest:
            raise ValueError(f"{self.channel.value} must begin and end at rest ({rest}), but got {self.keys!r}")

    def at(self, phase: float) -> float:
        """The value at ``phase`` in [0, 1)."""
        after = bisect_right([key[0] for key in self.keys], phase)
        if after == len(self.keys):
            return self.keys[-1][1]
        (start, low, _), (end, high, easing) = self.keys[after - 1], self.keys[after]
        return low + (high - low) * easing((phase - start) / (end - start))

    def scaled(self, factor: float) -> Track:
        """The same movement, larger or smaller."""
        rest = 1.0 if self.channel in FACTORS else 0.0
        return replace(self, keys=tuple((phase, rest + (v - rest) * factor, e) for phase, v, e in self.keys))


@dataclass(frozen=True, slots=True)
class Switch:
    """What changes in one frame and stays until ``end``: kinds of eyes and mouth, legs, a mirrored pose.

    Attributes:
        start: First phase.
        end: First phase at which it is over.
        eyes: Kind of eyes, or None.
        mouth: Kind of mouth, or None.
        legs: How it stands, or None.
        mirrored: Whether left and right change places.
    """

    start: float
    end: float
    eyes: str | None = None
    mouth: str | None = None
    legs: Legs | None = None
    mirrored: bool = False

    def __post_init__(self) -> None:
        if not 0.0 < self.start < self.end <= 1.0:
            raise ValueError(
                f"switch must lie within (0, 1] so that phase 0 is the key, but got {self.start}–{self.end}"
            )

    def applied(self, acting: Acting) -> Acting:
        """``acting`` with what changes."""
        pose = acting.pose.mirrored() if self.mirrored else acting.pose
        pose = replace(pose, legs=self.legs) if self.legs else pose
        return replace(acting, pose=pose, eyes=self.eyes or acting.eyes, mouth=self.mouth or acting.mouth)


@dataclass(frozen=True, slots=True)
class Motion:
    """All that moves in one cycle.

    Attributes:
        name: Lower-case word.
        tracks: What glides.
        switches: What jumps.
        blinks: Phases at which the lids go down.
    """

    name: str
    tracks: tuple[Track, ...] = ()
    switches: tuple[Switch, ...] = ()
    blinks: tuple[float, ...] = ()

    def at(self, key: Acting, phase: float) -> Acting:
        """The moment at ``phase``, any number: whole cycles are taken off."""
        phase = phase % 1.0
        acting = replace(key, phase=phase)
        for switch in self.switches:
            if switch.start <= phase < switch.end:
                acting = switch.applied(acting)
        acting = _moved(acting, {track.channel: track.at(phase) for track in self.tracks})
        shut = any(0 < phase - blink < BLINK_PHASE for blink in self.blinks)
        return _blinked(acting) if shut else acting

    def scaled(self, factor: float) -> Motion:
        """The same motion with more or less of it."""
        return replace(self, tracks=tuple(track.scaled(factor) for track in self.tracks))

    def with_(self, other: Motion) -> Motion:
        """Both at once; of a channel that both move, this one's track counts."""
        own = {track.channel for track in self.tracks}
        more = tuple(track for track in other.tracks if track.channel not in own)
        blinks = tuple(sorted({*self.blinks, *other.blinks}))
        return Motion(f"{self.name}-{other.name}", self.tracks + more, self.switches + other.switches, blinks)


def _moved(acting: Acting, by: dict[Channel, float]) -> Acting:
    if not by:
        return acting
    pose, face = acting.pose, acting.expression
    if Channel.JAW in by or Channel.ROLL in by:
        face = _moved_face(face, by.get(Channel.JAW, 0.0), by.get(Channel.ROLL, 0.0))
    marks = acting.marks
    if Channel.MARKS in by:
        marks = _grown(marks, by[Channel.MARKS])
    return replace(acting, pose=_moved_pose(pose, by), expression=face, marks=marks)


def _moved_pose(pose: Pose, by: dict[Channel, float]) -> Pose:
    def of(channel: Channel) -> float:
        return by.get(channel, 0.0)

    return replace(
        pose,
        left=_moved_arm(pose.left, of(Channel.LEFT_OUT), of(Channel.LEFT_DOWN), of(Channel.LEFT_TURN)),
        right=_moved_arm(pose.right, of(Channel.RIGHT_OUT), of(Channel.RIGHT_DOWN), of(Channel.RIGHT_TURN)),
        lean_degrees=pose.lean_degrees + of(Channel.LEAN),
        head_shift=(pose.head_shift[0] + of(Channel.HEAD_X), pose.head_shift[1] + of(Channel.HEAD_Y)),
        turn=(_within(pose.turn[0] + of(Channel.TURN_X), 1), _within(pose.turn[1] + of(Channel.TURN_Y), 1)),
        squash=min(1.6, max(0.5, pose.squash * by.get(Channel.SQUASH, 1.0))),
        lift=min(1.0, max(0.0, pose.lift + of(Channel.LIFT))),
        shift=_within(pose.shift + of(Channel.SHIFT), 1),
        bow=min(1.0, max(0.0, pose.bow + of(Channel.BOW))),
        ears=_within(pose.ears + of(Channel.EARS), 1),
        tail=_within(pose.tail + of(Channel.TAIL), 1),
    )


_AT_REST = Arm()
"""Arms that were asked for nothing rest as the design has them rest, and stay there."""


def _moved_arm(arm: Arm, out: float, down: float, turn: float) -> Arm:
    if arm == _AT_REST or not (out or down or turn):
        return arm
    return replace(arm, at=(arm.at[0] + out, arm.at[1] + down), turn_degrees=arm.turn_degrees + turn)


def _moved_face(face: Expression, jaw: float, roll: float) -> Expression:
    values = face.to_dict()
    values["jawOpen"] = max(0.0, values.get("jawOpen", 0.0) + jaw)
    values["headRoll"] = values.get("headRoll", 0.0) + roll
    return Expression.nearest(values)


def _grown(marks: Mapping[Mark, float], factor: float) -> dict[Mark, float]:
    """Marks larger or smaller; too small ones are gone. What colours or lies on the face keeps its strength."""
    grown = {m: min(1.0, s * (factor if m in POPPING else 1.0)) for m, s in marks.items()}
    return {mark: strength for mark, strength in grown.items() if strength > 0.02}


def _blinked(acting: Acting) -> Acting:
    """Lids down, where the eyes are of a kind that has lids."""
    if acting.eyes is not None:
        return acting
    values = {**acting.expression.to_dict(), "eyeBlinkLeft": 1.0, "eyeBlinkRight": 1.0}
    calm = ("eyeWideLeft", "eyeWideRight", "eyeSquintLeft", "eyeSquintRight")
    return replace(acting, expression=Expression.nearest({k: v for k, v in values.items() if k not in calm}))


def _within(value: float, limit: float) -> float:
    return min(limit, max(-limit, value))
