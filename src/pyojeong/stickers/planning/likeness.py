"""When two acts would be the same picture at the size of a chat."""

from __future__ import annotations

from collections.abc import Hashable

from pyojeong.performing.character import Arm
from pyojeong.performing.character.acts import Act
from pyojeong.performing.character.figure import Design
from pyojeong.performing.character.looks import looks_of

_STEP = 0.35
"""Half sizes of a part: hands nearer than this stand in one place for who looks at 100 pixels."""


def signature(act: Act, design: Design) -> Hashable:
    """What of an act is seen at a glance: a gag, or face, stance, hands, thing and signs.

    >>> from pyojeong.performing.character.designs import DESIGNS
    >>> from pyojeong.stickers.composing import act_called
    >>> mascot = DESIGNS["mascot"]
    >>> signature(act_called("hello"), mascot) == signature(act_called("bye"), mascot)
    False
    """
    acting = design.temper(act.key)
    if acting.gag:
        return acting.gag
    looks = looks_of(acting.expression, eyes=acting.eyes, mouth=acting.mouth)
    pose = acting.pose
    return (
        looks,
        pose.legs,
        pose.prop,
        frozenset((_seen(pose.left), _seen(pose.right))),
        frozenset(acting.marks),
        round(pose.squash, 1),
    )


def _seen(arm: Arm) -> Hashable:
    return arm.part, arm.hand, arm.layer, round(arm.at[0] / _STEP), round(arm.at[1] / _STEP)
