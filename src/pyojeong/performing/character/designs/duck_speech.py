"""A bill that speaks: two mandibles that part and draw together, and a tongue between them."""

from __future__ import annotations

from dataclasses import replace

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group
from pyojeong.media.drawing.paths import oval
from pyojeong.performing.character.designs.duck_bill import Bill, mandibles, moved
from pyojeong.performing.character.face.spokenform import SpokenForm
from pyojeong.performing.character.pens import Nodes


def spoken_bill(bill: Bill, said: SpokenForm) -> Nodes:
    """The bill of a feeling, its mandibles parted and rounded as far as ``said``."""
    calm = bill.form._replace(upper=(0.0, 0.0), lower=(0.0, 0.0), jaw_shift=said.jaw_shift, tongue=0.0)
    still = moved(replace(bill, form=calm))
    parted = min(1.0, said.gap / 0.2)
    spoken = replace(
        still,
        wide=max(0.70, min(still.wide, 0.66 + 0.56 * said.half) * (1.0 - 0.10 * said.round)) + 0.04 * said.square,
        corners=(0.86 * said.corners[0], 0.86 * said.corners[1]),
        gape=0.82 * said.gap,
        lip=max(0.07, still.lip - 0.05 * said.press),
        ripple=still.ripple * (1.0 - 0.6 * parted) + 0.05 * parted * (1.0 - said.square),
    )
    return (Group(mandibles(spoken, extra=_tip(spoken, said)), name="mouth"),)


def _tip(bill: Bill, said: SpokenForm) -> Nodes:
    """The tongue's tip behind the upper mandible, for ㄴ, ㄷ and ㄹ."""
    if said.tongue < 0.2:
        return ()
    low = bill.bend + bill.gape
    y = low + (0.30 * bill.gape - low) * 0.8 * said.tongue + 0.10
    half = 0.34 * bill.wide * bill.size, (0.10 + 0.30 * bill.gape) * bill.size
    return bill.pen.fill(oval(bill.at(0.0, y), half), mixed(bill.tongue, "#ffffff", 0.15), part="tip")
