"""Hair that is tied: the tail that hangs from the knot, the bun that sits on it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from pyojeong.performing.avatar.hair.growing import Body, Doubles, Roots, grown_freely
from pyojeong.performing.avatar.hair.styles import Tie

TAIL_RIBBONS, BUN_RIBBONS = 46, 40
_OFF_CM = 0.8
"""How far a knot is off the skull."""
_ROOTED_CM = 1.6
"""How far in front of the knot, inside the head, a tail begins: its hairs thin out towards their roots."""
_TAIL_STEPS, _BUN_STEPS = 11, 8


def on_head(tie: Tie, body: Body) -> Tie:
    """The tie on this head's own skull: one at a usual depth hung in the air behind a short head."""
    x, y, z = body.points.T
    near = z[(np.abs(x) < 2.0) & (np.abs(y - tie.y_cm) < 1.5)]
    return replace(tie, z_cm=float(near.min()) - _OFF_CM) if len(near) else tie


def tail_paths(body: Body, tie: Tie, chance: np.random.Generator) -> tuple[Doubles, Doubles]:
    """Paths and the normals under them: back from the knot, then down, spreading a little."""
    turn = chance.uniform(0, 2 * np.pi, TAIL_RIBBONS)
    ring = np.stack([np.cos(turn), np.sin(turn), np.zeros(TAIL_RIBBONS)], 1)
    own = chance.normal(size=(TAIL_RIBBONS, 3)).clip(-2, 2)
    places = np.array([0.0, tie.y_cm, tie.z_cm + _ROOTED_CM]) + ring * chance.uniform(0.3, 1.0, (TAIL_RIBBONS, 1))
    lengths = tie.tail_cm * (1 + 0.08 * own[:, 0])
    roots = Roots(places, lengths, np.full(TAIL_RIBBONS, 0.4), np.zeros(TAIL_RIBBONS, bool), own)
    ahead = ring * np.array([0.5, 0.35, 0.0]) + np.array([0.0, 0.25, -1.0])
    paths = grown_freely(body, roots, ahead, steps=_TAIL_STEPS)
    out = np.repeat((ring + np.array([0.0, 0.0, -0.6]))[:, None], _TAIL_STEPS + 1, 1)
    return paths, out / np.linalg.norm(out, axis=2, keepdims=True)


def bun_paths(tie: Tie, chance: np.random.Generator) -> tuple[Doubles, Doubles]:
    """Paths around a ball: great circles and coils, one over the other."""
    centre = np.array([0.0, tie.y_cm + 0.55 * tie.bun_cm, tie.z_cm - 0.35 * tie.bun_cm])
    axis = np.array([0.0, 0.75, -0.65]) + 0.45 * chance.normal(size=(BUN_RIBBONS, 3))
    axis /= np.linalg.norm(axis, axis=1, keepdims=True)
    one = np.cross(axis, chance.normal(size=(BUN_RIBBONS, 3)))
    one /= np.linalg.norm(one, axis=1, keepdims=True)
    other = np.cross(axis, one)
    along = np.linspace(0, 1.1 * np.pi, _BUN_STEPS + 1)[None, :, None]
    height = chance.uniform(-0.75, 0.75, (BUN_RIBBONS, 1, 1))
    flat = np.sqrt(1 - height**2)
    out = flat * (np.cos(along) * one[:, None] + np.sin(along) * other[:, None]) + height * axis[:, None]
    far = tie.bun_cm * chance.uniform(0.88, 1.03, (BUN_RIBBONS, 1, 1))
    return centre + out * far * np.array([1.0, 0.85, 1.0]), out
