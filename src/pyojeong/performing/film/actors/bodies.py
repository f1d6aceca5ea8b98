"""What a drawn body does at one moment of a film: it comes out of rest into an act, performs it, and calms down."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from pyojeong.emotion import Emotion
from pyojeong.performing.character.acting import Acting, Arm, Hand, Layer, Legs, Mark, Part, Pose, Speech
from pyojeong.performing.character.acts import MOMENTS, Act, act_for, act_of
from pyojeong.performing.character.acts.stances import from_body
from pyojeong.performing.character.character import Character
from pyojeong.performing.character.designs import design_of
from pyojeong.performing.character.figure import Design
from pyojeong.performing.character.looks import Eye, Looks, Mouth, looks_of
from pyojeong.performing.character.signs import BROWS
from pyojeong.performing.film.acting import Moment, breath
from pyojeong.performing.film.deeds import DEEDS, LASTING
from pyojeong.rig.expression import Expression, mix
from pyojeong.rig.timeline import REST, Easing

_SWITCH = 0.5
"""Share of the way at which legs and props change: what cannot glide jumps in the middle of the movement."""
_GAG_FROM, _EYES_FROM = 0.7, 0.8
"""Strengths from which a silent figure plays its design's gag, and an act its own kind of eyes."""
_SHUT_FROM = 0.72
_CALM = 0.4
"""How much of an act's motion goes on after its first cycle, in seconds `_CALMING` of coming down to it."""
_CALMING = 0.6
_CALMEST_NEUTRAL = 0.5
"""Neutral strengths above are played as this: the strong neutral act is a deadpan, not a calm speaker."""
_SPOKEN = 0.85
"""Of a feeling's strength in its act while it is spoken: sobbing and jumping are for when there are no words."""
_SPOKEN_MOTION = 0.6
_MOUTH = (0.62, 0.30, 1.15)
"""How far across and from where to where down a hand lies before the mouth, in half heads."""
_AT_CHEST = (0.42, 0.16)
_POP_AFTER, _POP_SECONDS = 0.30, 0.26
_TELLING = from_body(1.42, 0.10, Hand.OPEN, bend=0.5, turn=12)
_FACED = 0.15
"""Of a turn to the left, from which on the left side is meant: who faces us gestures to the right."""
_GROUND = (Legs.JUMP, Legs.TIPTOE)
_QUIET_LEGS = frozenset({Legs.STAND, Legs.WIDE, Legs.KNOCK, Legs.SIT})
_FACE_TOP = 0.1
"""Hands higher beside a head are raised; lower ones hold a cheek or a chin."""
_PLAIN_LEGS = frozenset({Legs.STAND, Legs.WIDE, Legs.KNOCK, Legs.TIPTOE, Legs.JUMP})
_CLOSED = frozenset({Eye.ARCH, Eye.SHUT, Eye.WEEPING, Eye.CLENCHED})


class Body:
    """One character's body in a film; everything is a pure function of the moment.

    Args:
        character: Whose.
    """

    def __init__(self, character: Character) -> None:
        self._character, self._design = character, design_of(character)
        self._resting = self._design.temper(Acting())

    def act_key(self, moment: Moment) -> tuple[object, ...]:
        """What the pose of a moment's act depends on."""
        return moment.act, moment.emotion, _band(moment), moment.speaks, _turns_left(moment)

    def looks(self, moment: Moment) -> Looks:
        """Kinds of eyes and mouth: those of the settled face, and plain shut lids in a blink."""
        meant = looks_of(moment.settled, mouth=Mouth.TALK.value)
        own = self._key(moment).eyes
        if own is not None and moment.strength >= _EYES_FROM and moment.share >= _SWITCH:
            return replace(meant, right_eye=Eye(own), left_eye=Eye(own))
        right, left = (
            Eye.SHUT if moment.expression["eyeBlink" + side] > _SHUT_FROM and kind not in _CLOSED else kind
            for side, kind in (("Right", meant.right_eye), ("Left", meant.left_eye))
        )
        return replace(meant, right_eye=right, left_eye=left)

    def posed(self, moment: Moment) -> Acting:
        """The key pose of a moment's act, which marks find their places beside."""
        key = self._key(moment)
        full = self._design.temper(replace(key, expression=moment.settled, eyes=None, mouth=None, gag=""))
        return replace(full, pose=_facing(full.pose, moment), speech=Speech())

    def acting(self, moment: Moment) -> Acting:
        """All of the moment, its temper asked."""
        act, calmed = self._acts(moment)
        done = _performed(act, calmed, max(0.0, moment.since))
        gag = done.gag if self._plays_gag(moment) else ""
        full = self._design.temper(replace(done, expression=moment.settled, eyes=None, mouth=None, gag=gag))
        share = moment.share
        pose = between_poses(self._resting.pose, _facing(full.pose, moment), share)
        hidden = _hidden(full.pose, gag=bool(gag), eyes=bool(act.key.eyes) and moment.strength >= _EYES_FROM)
        roll = (done.expression.roll_degrees - act.key.expression.roll_degrees) * min(1.0, share)
        return Acting(
            expression=self._face(moment, full.expression, roll),
            pose=_alive(pose, moment, hidden=hidden),
            marks=_popped(full.marks, moment),
            speech=Speech(moment.mouth, moment.voice, moment.emotion, moment.strength),
            gag=gag,
            phase=done.phase,
        )

    def _plays_gag(self, moment: Moment) -> bool:
        return not moment.speaks and moment.strength >= _GAG_FROM and moment.share >= _SWITCH

    def _face(self, moment: Moment, tempered: Expression, roll: float) -> Expression:
        """The momentary face with what the temper adds to the settled and to the resting one, by share."""
        share = min(1.0, moment.share)
        values = moment.expression.to_dict()
        for face, from_, weight in (
            (tempered, moment.settled, share),
            (self._resting.expression, REST, 1.0 - share),
        ):
            for name, by in _difference(face, from_).items():
                values[name] = values.get(name, 0.0) + weight * by
        values["headRoll"] = values.get("headRoll", 0.0) + roll
        return _accented(Expression.nearest({n: max(0.0, v) if _is_share(n) else v for n, v in values.items()}), moment)

    def _acts(self, moment: Moment) -> tuple[Act, Act]:
        return _acts(self._character, moment.act, moment.emotion, _band(moment), _gestures(moment), moment.speaks)

    def _key(self, moment: Moment) -> Acting:
        return self._acts(moment)[0].key


def _band(moment: Moment) -> float:
    strength = moment.strength * (_SPOKEN if moment.speaks else 1.0)
    most = _CALMEST_NEUTRAL if moment.emotion is Emotion.NEUTRAL else 1.0
    return max(0.1, math.floor(10 * min(most, strength) + 1e-6) / 10)


def _gestures(moment: Moment) -> int:
    """Which hand a calm speaker shows things with: -1, 1, or 0 for none."""
    if not moment.speaks or moment.emotion is not Emotion.NEUTRAL:
        return 0
    return 1 if moment.begun % 2 else -1


def _act(name: str, emotion: Emotion, strength: float, design: Design) -> Act:
    """A deed, else a moment; for neither what the feeling does."""
    if name in DEEDS:
        return DEEDS[name]
    return act_of(name, design=design) if name in MOMENTS else act_for(emotion, strength, design=design)


@lru_cache(maxsize=128)
def _acts(
    character: Character, name: str, emotion: Emotion, strength: float, gesture: int, speaks: bool
) -> tuple[Act, Act]:
    """The act, and what is left of it once it has been done."""
    design = design_of(character)
    act = _act(name, emotion, strength, design)
    if gesture and act.key.pose.left == act.key.pose.right == Arm():
        posed = act.key.pose
        pose = replace(posed, left=_TELLING) if gesture > 0 else replace(posed, right=_TELLING)
        act = replace(act, key=replace(act.key, pose=pose))
    if not (speaks or name):
        act = replace(act, key=replace(act.key, pose=_quiet_pose(act.key.pose)), motion=act.motion.scaled(_CALM))
    if speaks:
        key = replace(act.key, pose=_speaking_pose(act.key.pose))
        act = replace(act, key=key, motion=act.motion.scaled(_SPOKEN_MOTION))
    if act.key.pose.legs is Legs.LIE:  # a lying speaker has left the picture
        act = replace(act, key=replace(act.key, pose=replace(act.key.pose, legs=Legs.SIT)))
    return act, act if name in LASTING else _calmed(act)


def _speaking_pose(pose: Pose) -> Pose:
    """The pose with hands that would hide the mouth at the chest."""
    return replace(pose, left=_off_mouth(pose.left), right=_off_mouth(pose.right))


def _quiet_pose(pose: Pose) -> Pose:
    """The pose of whom a tale tells something that no act shows: on both feet, no hand raised that nobody told of."""
    legs = pose.legs if pose.legs in _QUIET_LEGS else Legs.STAND
    return replace(pose, left=_lowered(pose.left), right=_lowered(pose.right), legs=legs, lift=0.0)


def _lowered(arm: Arm) -> Arm:
    return Arm() if arm.part is Part.HEAD and arm.at[1] < _FACE_TOP else arm


def _off_mouth(arm: Arm) -> Arm:
    across, low, high = _MOUTH
    before = arm.part is Part.HEAD and arm.layer is Layer.FRONT
    if not before or abs(arm.at[0]) > across or not low < arm.at[1] < high:
        return arm
    return replace(arm, at=_AT_CHEST, part=Part.BODY, bend=0.8)


def _calmed(act: Act) -> Act:
    """What is left of an act once it has been done: the pose on the ground, little of the motion."""
    pose = act.key.pose
    legs = Legs.STAND if pose.legs in _GROUND else pose.legs
    still = replace(act.key, pose=replace(pose, lift=0.0, legs=legs))
    return replace(act, key=still, motion=replace(act.motion.scaled(_CALM), switches=()))


def _performed(act: Act, calmed: Act, since: float) -> Acting:
    """The act ``since`` seconds after it began: one cycle of it, then the calmed one."""
    first = max(1.0, act.seconds)
    loud = 1.0 - Easing.EASE((since - first) / _CALMING)
    phase = since / act.seconds
    if loud <= 0.0:
        return calmed.at(phase)
    done = act.at(phase)
    return done if loud >= 1.0 else replace(done, pose=between_poses(calmed.at(phase).pose, done.pose, loud))


def between_poses(one: Pose, other: Pose, share: float) -> Pose:
    """``one`` at 0, ``other`` at 1, a little beyond past it; what has no between changes half way."""
    near = other if share >= _SWITCH else one

    def glide(a: float, b: float) -> float:
        return a + (b - a) * share

    return replace(
        near,
        left=_between_arms(one.left, other.left, share),
        right=_between_arms(one.right, other.right, share),
        lean_degrees=glide(one.lean_degrees, other.lean_degrees),
        head_shift=(glide(one.head_shift[0], other.head_shift[0]), glide(one.head_shift[1], other.head_shift[1])),
        turn=(_within(glide(one.turn[0], other.turn[0])), _within(glide(one.turn[1], other.turn[1]))),
        squash=min(1.5, max(0.6, glide(one.squash, other.squash))),
        lift=min(1.0, max(0.0, glide(one.lift, other.lift))),
        shift=_within(glide(one.shift, other.shift)),
        bow=min(1.0, max(0.0, glide(one.bow, other.bow))),
        ears=_within(glide(one.ears, other.ears)),
        tail=_within(glide(one.tail, other.tail)),
    )


def _between_arms(one: Arm, other: Arm, share: float) -> Arm:
    """On an arc from the design's resting arm; from one asked-for place to another by way of rest, or straight."""
    if one == other:
        return other
    if one == Arm():
        return replace(other, share=min(1.2, max(0.0, share)))
    if other == Arm():
        return replace(one, share=min(1.0, max(0.0, 1.0 - share)))
    if one.part is other.part and one.hand is other.hand:
        at = (one.at[0] + (other.at[0] - one.at[0]) * share, one.at[1] + (other.at[1] - one.at[1]) * share)
        near = other if share >= _SWITCH else one
        turn = one.turn_degrees + (other.turn_degrees - one.turn_degrees) * share
        return replace(near, at=at, bend=_within(one.bend + (other.bend - one.bend) * share), turn_degrees=turn)
    if share < _SWITCH:
        return replace(one, share=1.0 - 2.0 * max(0.0, share))
    return replace(other, share=min(1.2, 2.0 * share - 1.0))


def _facing(pose: Pose, moment: Moment) -> Pose:
    """Gestures go to the side one speaks to."""
    return pose.mirrored() if _turns_left(moment) else pose


def _turns_left(moment: Moment) -> bool:
    return moment.facing < -_FACED


def _hidden(pose: Pose, *, gag: bool, eyes: bool) -> bool:
    """Whether half way something jumps that a quick squash has to hide."""
    return gag or eyes or bool(pose.prop) or pose.legs not in _PLAIN_LEGS


def _alive(pose: Pose, moment: Moment, *, hidden: bool) -> Pose:
    """With breath, spring, beats of the head and a turn to whom it speaks."""
    squash = pose.squash * (1 + 0.007 * breath(moment.seconds) + 0.055 * moment.spring - 0.012 * moment.accent)
    if hidden:
        near = max(0.0, 1.0 - ((moment.share - _SWITCH) / 0.3) ** 2)
        squash *= 1 - 0.24 * near * near
    return replace(
        pose,
        squash=min(1.5, max(0.6, squash)),
        lean_degrees=pose.lean_degrees + 2.2 * moment.facing,
        head_shift=(pose.head_shift[0] + 0.05 * moment.facing, pose.head_shift[1] + 0.03 * moment.accent),
        turn=(pose.turn[0], _within(pose.turn[1] + 0.09 * moment.accent)),
    )


def _popped(marks: Mapping[Mark, float], moment: Moment) -> dict[Mark, float]:
    """Marks pop in one after another, a quarter too large, and shrink away with the act."""
    leaving = min(1.0, max(0.0, (moment.share - 0.45) / 0.35))
    popped: dict[Mark, float] = {}
    for number, (mark, strength) in enumerate(marks.items()):
        come = Easing.OVERSHOOT((moment.since - _POP_AFTER - 0.09 * number) / _POP_SECONDS)
        size = min(1.0, strength * max(0.0, come) * leaving)
        if size > 0.03:
            popped[mark] = size
    return popped


def _accented(face: Expression, moment: Moment) -> Expression:
    """Brows that are up or down anyway go up with a beat; resting ones stay: they would flash."""
    active = max(moment.settled[name] for name in BROWS)
    lift = 0.22 * moment.accent * min(1.0, max(0.0, (active - 0.2) / 0.2))
    if lift < 1e-3:
        return face
    return mix({face: 1.0, Expression({"browOuterUpLeft": lift, "browOuterUpRight": lift}): 1.0})


def _difference(face: Expression, from_: Expression) -> dict[str, float]:
    here, there = face.to_dict(), from_.to_dict()
    changes = {name: here.get(name, 0.0) - there.get(name, 0.0) for name in {**here, **there}}
    return {name: by for name, by in changes.items() if by}


def _is_share(name: str) -> bool:
    return not name.startswith("head")


def _within(value: float) -> float:
    return min(1.0, max(-1.0, value))
