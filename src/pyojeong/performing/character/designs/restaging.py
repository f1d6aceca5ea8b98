"""Acts of emotions done by a design in its own way, named and tagged as everybody's."""

from __future__ import annotations

from dataclasses import replace

from pyojeong.performing.character.acting import Acting
from pyojeong.performing.character.acts import Act
from pyojeong.performing.character.acts.emotions import EMOTION_ACTS
from pyojeong.performing.character.motion import Motion

_BY_NAME = {act.name: act for act in EMOTION_ACTS}


def restaged(name: str, key: Acting | None = None, *, motion: Motion | None = None, gag: str = "") -> Act:
    """The act of this name with another key moment, another motion, or as one of a design's gags.

    >>> restaged("joy", gag="parade").key.gag
    'parade'

    Raises:
        KeyError: When there is no such act of an emotion.
    """
    act = _BY_NAME[name]
    staged = replace(act, key=key or act.key, motion=motion or act.motion)
    return staged.played(gag) if gag else staged
