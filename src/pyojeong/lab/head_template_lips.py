"""Lips and lids of the template: what the source's movements leave undone is done here."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from pyojeong.lab.head_template_blocks import Block, mirrored
from pyojeong.performing.avatar.eyelids import fit_movements
from pyojeong.performing.avatar.lips import closed_lips
from pyojeong.performing.avatar.parts import Part
from pyojeong.performing.avatar.template import Template
from pyojeong.rig.names import ARKIT_NAMES, mirrored_name

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

UPPER_LIP_FALLS_CM, UPPER_LIP_CM, UPPER_LIP_STAYS = -0.6, 1.4, 1.15
"""What falls less with the jaw is upper lip; how far from its edge, and how much, it is kept where it is or lifted."""
ROLLS = ("mouthRollUpper", "mouthRollLower")
ROLL_ASIDE_CM, CLEAR_CM, ROLL_SOFT_CM = 2.4, 0.08, 0.3
"""Lips roll in before the teeth up to here aside, this far from them, and are pressed flat over this depth."""


def with_own_lips(block: Block, template: Template) -> Block:
    """The block with lips that meet at rest and over an open jaw and roll before the teeth, and lids that close."""
    still = block.points + closed_lips(template, block.points)
    jaw = ARKIT_NAMES.index("jawOpen")
    shut = ARKIT_NAMES.index("mouthClose")
    moves = block.movements.copy()
    lifted = moves[jaw] * _upper_lip(template)[:, None]
    moves[jaw] -= lifted
    moves[shut] += lifted
    for name in ROLLS:
        roll = ARKIT_NAMES.index(name)
        moves[roll] = _before_teeth(template, still, moves[roll])
        moves[roll, :, 1] += closed_lips(template, still + moves[roll])[:, 1]
    moves = fit_movements(template, still, moves)
    moves[shut] += closed_lips(template, still + moves[jaw] + moves[shut])
    moves = (moves + _swapped(moves, template.mirror)) / 2
    still = (still + mirrored(still[template.mirror])) / 2
    return Block(still, block.triangles, block.uv, block.parts, block.identity, moves, block.marks)


def _upper_lip(template: Template) -> Floats:
    """V shares: how much less the upper lip comes down with the jaw than the source's (.25 cm: it hides the teeth)."""
    edge = template.neutral[template.marks["lip_upper"]].astype(np.float64)
    at = template.neutral.astype(np.float64)
    jaw = template.movements[ARKIT_NAMES.index("jawOpen")]
    lip = np.isin(template.parts, [int(Part.SKIN), int(Part.MOUTH)]) & (jaw[:, 1] > UPPER_LIP_FALLS_CM)
    share = np.zeros(len(at))
    apart = np.linalg.norm(at[lip][:, None] - edge[None], axis=2).min(1)
    near = np.clip(1 - apart / UPPER_LIP_CM, 0, 1)
    inner = np.clip((float(edge[:, 0].max()) - np.abs(at[lip, 0])) / UPPER_LIP_CM, 0, 1)
    share[lip] = UPPER_LIP_STAYS * (near * near * (3 - 2 * near)) * (inner * inner * (3 - 2 * inner))
    return share


def _before_teeth(template: Template, still: Floats, move: Floats) -> Floats:
    """V×3: a movement whose lips stay before the teeth; the source's go through them."""
    teeth = still[template.points_of(Part.TEETH_UPPER, Part.TEETH_LOWER)]
    aside = np.linspace(0, ROLL_ASIDE_CM, 12)
    front = [float(teeth[np.abs(np.abs(teeth[:, 0]) - x) < 0.25, 2].max()) for x in aside]
    lips = template.points_of(Part.SKIN, Part.MOUTH)
    lips = lips[(np.abs(still[lips, 0]) < ROLL_ASIDE_CM) & (still[lips, 1] > -6.0) & (still[lips, 1] < -1.0)]
    there = still[lips] + move[lips]
    floor = np.interp(np.abs(there[:, 0]), aside, front) + CLEAR_CM
    rest = still[lips, 2]
    soft = floor + ROLL_SOFT_CM * np.exp(np.minimum((there[:, 2] - floor) / ROLL_SOFT_CM - 1, 0))
    deep = there[:, 2] < floor + ROLL_SOFT_CM
    found = move.copy()
    found[lips, 2] = np.where(deep, np.maximum(there[:, 2], np.minimum(rest, soft)), there[:, 2]) - rest
    return np.asarray(found[template.weld])


def _swapped(moves: Floats, mirror: Ints) -> Floats:
    """Every movement as the mirror image of its partner on the other side."""
    partner = [ARKIT_NAMES.index(mirrored_name(name)) for name in ARKIT_NAMES]
    return mirrored(moves[partner][:, mirror])
