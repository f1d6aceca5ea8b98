"""What of a drawn character's act a photographed face can do."""

from __future__ import annotations

from dataclasses import replace

from pyojeong.performing.character import Acting, Mark
from pyojeong.performing.character.acts import Act
from pyojeong.rig.expression import Expression
from pyojeong.stickers.photo_stickers.faces import PHOTO_FACES, PHOTO_MARKS

PAINTED = frozenset({Mark.BLUSH, Mark.FLUSH, Mark.GLOOM, Mark.SOUL, Mark.PUDDLE, Mark.CLAP})
"""Marks that colour a flat face, which look like a mask on a photo, or that need a body."""
_BLUSHING = {Mark.BLUSH: 0.5, Mark.FLUSH: 0.9}
"""How far the photo's own skin reddens instead."""
_LEAN = 1.6
"""A bust has no limbs to tell with, so it tilts further than a body leans."""
_MOST_LEAN = 14.0


def photo_act(act: Act) -> Act:
    """The act with the face and the marks that suit a photo; a blush goes into the skin, and the tilt is larger.

    >>> from pyojeong.stickers.composing import act_called
    >>> act = photo_act(act_called("embarrassed"))
    >>> Mark.FLUSH in act.key.marks, act.key.expression.blush > 0.5
    (False, True)
    """
    key, marks = act.key, PHOTO_MARKS.get(act.name)
    if marks is not None:
        key = replace(key, marks=marks)
    return replace(act, key=_photographed(key, PHOTO_FACES.get(act.name, key.expression)))


def _photographed(acting: Acting, expression: Expression) -> Acting:
    marks = {mark: strength for mark, strength in acting.marks.items() if mark not in PAINTED}
    blush = max([expression.blush, *(_BLUSHING[mark] for mark in acting.marks if mark in _BLUSHING)])
    lean = max(-_MOST_LEAN, min(_MOST_LEAN, _LEAN * acting.pose.lean_degrees))
    return replace(
        acting,
        expression=_blushing(expression, blush),
        pose=replace(acting.pose, lean_degrees=lean, prop=""),
        marks=marks,
        eyes=None,
        mouth=None,
    )


def _blushing(expression: Expression, blush: float) -> Expression:
    return Expression.from_dict({**expression.to_dict(), "blush": blush}) if blush else expression
