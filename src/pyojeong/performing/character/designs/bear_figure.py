"""The bear on its feet."""

from __future__ import annotations

from dataclasses import replace

from pyojeong.performing.character.acting import Legs
from pyojeong.performing.character.assembling import assembled
from pyojeong.performing.character.build import posture
from pyojeong.performing.character.designs.animals import Cast, dressed
from pyojeong.performing.character.designs.bear_parts import (
    body_coat,
    body_path,
    build,
    head_drawn,
    shade,
    tail_nodes,
    worn,
)
from pyojeong.performing.character.figure import Figure


def standing(cast: Cast) -> Figure:
    """The bear as its pose asks, in sheets pinned to one another; bowing or lying it hides its chest."""
    choices = cast.choices
    pose = cast.acting.pose
    stood = posture(build(choices, bow=pose.bow), cast.acting)
    is_seen = pose.bow < 0.3 and pose.legs is not Legs.LIE
    head = head_drawn(cast, stood)
    dress = dressed(
        head,
        body_path(stood.body),
        torso=choices.colour("fur"),
        limbs=shade(choices, 0.08),
        sole=choices.colour("light"),
        behind=tail_nodes(cast, stood.body),
        over_body=(*body_coat(cast, stood.body), *worn(cast, stood.body)) if is_seen else (),
    )
    sheets = replace(dress, sleeve=choices.colour("fur"), trousers=shade(choices, 0.06), shoe=shade(choices))
    return assembled(cast.pen, stood, sheets)
