"""What each muscle does to the mean face, as displacement in centimetres at full strength.

Numbers: tuned by eye on photographs, checked against the re-detected mesh; the units follow Ekman & Friesen's Facial
Action Coding System through Apple's ARKit names. Jaw, lids and lip contact are not fields: `jaw`, `lids`, `lips`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import numpy as np

from pyojeong.performing.portrait.mesh.canonical import POINTS
from pyojeong.performing.portrait.mesh.regions import (
    CORNER_X,
    CORNER_Y,
    along_lips,
    bump,
    field,
    folded,
    from_corner,
    left_share,
    lid_to_brow,
    lips,
    mid_mouth,
    off_lids,
    smooth_step,
    upper_share,
)
from pyojeong.performing.portrait.mesh.topology import LOWER_LIP, UPPER_LIP
from pyojeong.performing.portrait.stage import Floats, Pair


def _skin() -> Floats:
    return (~lips()).astype(np.float64)


def _upper() -> Floats:
    return (upper_share() > 0.5).astype(np.float64)


def _lower() -> Floats:
    return (upper_share() < 0.5).astype(np.float64)


def _cheek_apple() -> Floats:
    return off_lids(field(bump(3.9, -0.8, 1.7, 1.75) * _skin(), out=0.16, up=0.42, forward=0.22))


def smile() -> Floats:
    """Zygomaticus major (AU 12): corners out, up and back around the teeth, cheeks up, upper lip thinner."""
    wide = field(from_corner(1.2, width_cm=1.9, height_cm=1.75), out=0.76, forward=-0.42)
    high = field(from_corner(2.1, width_cm=1.9, height_cm=1.75), up=0.80)
    thin = field(lips() * mid_mouth() * upper_share(), up=0.06, forward=-0.05)
    return wide + high + thin + _cheek_apple()


def smile_parts() -> Floats:
    """What parting lips do while they smile: stretched over the teeth they get thin, the upper one from below."""
    upper, lower = _rolled((0.0, 0.10, 0.21, 0.28), UPPER_LIP), _rolled((0.16, 0.11, 0.05, 0.0), LOWER_LIP)
    near = _skin() * _lower() * bump(0.0, -5.6, 1.9, 0.7) * 0.10
    return field((upper + lower) * mid_mouth(4) + near, up=1.0, forward=-0.10)


def frown() -> Floats:
    """Depressor anguli oris (AU 15): corners down, middle of the lips a little up."""
    x, y = folded()
    corners = field(from_corner(2.4, width_cm=1.35, height_cm=1.5, drop_cm=0.2), out=0.10, up=-0.62, forward=-0.05)
    below = (x < CORNER_X) * np.exp(-(((y + 5.3) / 1.3) ** 2))
    return corners + field(np.where(lips(), 1.0, below) * mid_mouth(), up=0.10, forward=0.05)


def stretch() -> Floats:
    """Risorius (AU 20): corners straight back and slightly down."""
    pull = from_corner(1.1, width_cm=1.7, height_cm=1.6)
    return field(pull, out=0.62, forward=-0.35) + field(pull**1.5, up=-0.22)


def dimple() -> Floats:
    """Buccinator (AU 14): corners tucked in, little else moves."""
    return field(from_corner(2.2, width_cm=1.0, height_cm=1.0), out=0.30, up=0.04, forward=-0.30)


def press() -> Floats:
    """Orbicularis oris (AU 24): lips thinner, pressed on one another."""
    x, y = folded()
    thin = field(_rolled((0.26, 0.21, 0.09, 0.0), UPPER_LIP) * mid_mouth(4), up=-1.0)
    thin += field(_rolled((0.30, 0.245, 0.11, 0.0), LOWER_LIP) * mid_mouth(4), up=1.0)
    near = _skin() * (x < CORNER_X + 0.15) * mid_mouth(4)
    above, below = np.exp(-(((y + 3.05) / 0.7) ** 2)), np.exp(-(((y + 5.2) / 0.8) ** 2))
    skin = field(near * _upper() * above, up=-0.24) + field(near * _lower() * below, up=0.27)
    corners = np.where(lips(), along_lips(), bump(CORNER_X + 0.3, CORNER_Y, 0.8))
    return thin + skin + field(corners, out=-0.07, forward=-0.10)


def _rolled(shares: tuple[float, ...], lip: tuple[tuple[int, ...], ...]) -> Floats:
    """``shares`` of the four lip rows; the ends, common to both lips, stay 0."""
    weight = np.zeros(POINTS)
    for share, row in zip(shares, lip, strict=True):
        weight[list(row[1:-1])] = share
    return weight


def pucker() -> Floats:
    """Orbicularis oris as in a kiss (AU 18): corners in, lips forward and fuller."""
    pull = field(from_corner(1.0, width_cm=1.5, height_cm=1.6), out=-0.85, forward=0.5)
    full = _rolled((1.0, 1.0, 1.0, 0.2), UPPER_LIP) * 0.16 - _rolled((1.0, 1.0, 1.0, 0.2), LOWER_LIP) * 0.2
    return pull + field(full * mid_mouth(), up=1.0)


def funnel() -> Floats:
    """Lips pushed forward into an open ring (AU 22)."""
    pull = field(from_corner(1.0, width_cm=1.5, height_cm=1.6), out=-0.55, forward=0.7)
    ring = _rolled((0.75, 0.85, 0.95, 1.0), UPPER_LIP) * 0.24 - _rolled((0.75, 0.85, 0.95, 1.0), LOWER_LIP) * 0.30
    return pull + field(ring * mid_mouth(), up=1.0, forward=0.1)


def roll_upper() -> Floats:
    """The upper lip turned in over the teeth (AU 28)."""
    return field(_rolled((0.32, 0.24, 0.10, 0.0), UPPER_LIP) * mid_mouth(4), up=-1.0, forward=-0.6)


def roll_lower() -> Floats:
    """The lower lip turned in over the teeth (AU 28)."""
    return field(_rolled((0.40, 0.30, 0.12, 0.0), LOWER_LIP) * mid_mouth(4), up=1.0, forward=-0.6)


def shrug_lower() -> Floats:
    """Mentalis (AU 17): the chin's pad and the lower lip go up."""
    lip = lips() * _lower() * mid_mouth() * 0.8
    return field(np.maximum(bump(0.0, -6.4, 2.0, 1.4) * _lower() * 0.9, lip), up=0.34, forward=0.12)


def shrug_upper() -> Floats:
    """The upper lip carried up by the lower one."""
    lip = np.where(lips(), mid_mouth(), bump(0.0, -3.0, 1.5, 0.9))
    return field(lip * _upper(), up=0.22, forward=0.10)


def upper_up() -> Floats:
    """Levator labii superioris (AU 10)."""
    return field(bump(1.1, -3.2, 1.25, 1.2) * _upper() * np.where(lips(), 1.0, 0.9), out=0.04, up=0.42, forward=0.05)


def lower_down() -> Floats:
    """Depressor labii inferioris (AU 16)."""
    return field(bump(0.9, -4.85, 1.5, 1.3) * _lower(), out=0.05, up=-0.45)


def sideways() -> Floats:
    """The whole mouth towards the person's left (negative: right)."""
    x, y = folded()
    weight = np.exp(-((np.maximum(0, x - CORNER_X) / 1.5) ** 2) - ((y - CORNER_Y) / 1.9) ** 2)
    weight = np.where(lips(), 1.0, weight) * (1 - smooth_step(-2.6, -1.4, y))
    return np.stack([0.55 * weight, 0.05 * weight, -0.10 * weight], 1)


def cheek_puff() -> Floats:
    """Cheeks blown out (AU 34)."""
    return field(bump(4.1, -3.6, 1.8, 1.9) * _skin(), out=0.50, forward=0.45)


def cheek_squint() -> Floats:
    """Orbicularis oculi, outer part (AU 6): cheeks rise to the eyes; a felt smile needs it."""
    cheek = field(bump(3.5, 0.35, 1.9, 1.3) * _skin(), out=0.02, up=0.44, forward=0.14)
    crow = field(bump(5.2, 2.2, 1.0, 1.2), out=-0.10, up=0.05)
    return off_lids(cheek + crow)


def cheek_lift() -> Floats:
    """The cheeks of `smile` alone, for taking a photographed smile back."""
    return _cheek_apple()


def nose_sneer() -> Floats:
    """Levator labii superioris alaeque nasi (AU 9)."""
    wing = field(bump(1.5, -1.0, 1.0, 1.25), out=0.10, up=0.42)
    lip = field(bump(1.3, -3.1, 1.1, 1.0) * _upper(), up=0.22)
    bridge = off_lids(field(bump(1.2, 1.2, 0.9, 1.2), out=-0.03, up=0.14, forward=0.05))
    return wing + lip + bridge + off_lids(field(bump(1.2, 4.0, 1.4, 1.2), out=-0.12, up=-0.22))


def nostril() -> Floats:
    """Flared wings of the nose (AU 38)."""
    return field(bump(1.65, -1.0, 0.7, 0.8), out=0.16, up=0.05, forward=0.05)


def _brow_up() -> Floats:
    """From the lid to the brow, then fading towards the hairline."""
    return lid_to_brow() * (1 - smooth_step(5.4, 7.7, folded()[1]))


def brow_inner_up() -> Floats:
    """Frontalis, inner part (AU 1)."""
    x, _ = folded()
    lift = field(np.exp(-((x / 2.6) ** 2)) * _brow_up(), up=0.92)
    return off_lids(lift + field(bump(1.3, 4.3, 1.3, 1.0), out=-0.10))


def brow_outer_up() -> Floats:
    """Frontalis, outer part (AU 2)."""
    x, _ = folded()
    return off_lids(field(np.exp(-(((x - 4.6) / 2.3) ** 2)) * _brow_up(), out=0.02, up=0.86, forward=-0.10))


def brow_down() -> Floats:
    """Corrugator and depressor supercilii (AU 4): down and together."""
    x, y = folded()
    start = 2.75 - 1.5 * (1 - smooth_step(1.0, 2.0, x))
    ramp = np.clip((y - start) / (3.95 - start), 0, 1)
    ramp = ramp * ramp * (3 - 2 * ramp) * (1 - smooth_step(5.4, 7.2, y))
    down = np.exp(-(((x - 1.2) / 2.2) ** 2)) * 0.62 + np.exp(-(((x - 3.8) / 2.0) ** 2)) * 0.14
    together = np.exp(-(((x - 1.5) / 1.5) ** 2))
    return off_lids(field(down * ramp, up=-1.0) + field(together * ramp, out=-0.30, forward=0.06))


def corner_out() -> Floats:
    """Mouth corners 1 cm out, for undoing a photographed width."""
    return field(from_corner(1.2, width_cm=1.9, height_cm=1.75), out=1.0, forward=-0.5)


def corner_up() -> Floats:
    """Mouth corners 1 cm up, for undoing a photographed lift."""
    return field(from_corner(2.1, width_cm=1.9, height_cm=1.75), up=1.0)


@cache
def fields() -> Mapping[str, Floats]:
    """Muscle → 468×3 displacement in canonical cm at activation 1."""
    written = {
        "mouthSmile": smile,
        "smileParts": smile_parts,
        "mouthFrown": frown,
        "mouthStretch": stretch,
        "mouthDimple": dimple,
        "mouthPress": press,
        "mouthPucker": pucker,
        "mouthFunnel": funnel,
        "mouthRollUpper": roll_upper,
        "mouthRollLower": roll_lower,
        "mouthShrugLower": shrug_lower,
        "mouthShrugUpper": shrug_upper,
        "mouthUpperUp": upper_up,
        "mouthLowerDown": lower_down,
        "mouthSideways": sideways,
        "cheekPuff": cheek_puff,
        "cheekSquint": cheek_squint,
        "cheekLift": cheek_lift,
        "noseSneer": nose_sneer,
        "nostril": nostril,
        "browInnerUp": brow_inner_up,
        "browOuterUp": brow_outer_up,
        "browDown": brow_down,
        "cornerOut": corner_out,
        "cornerUp": corner_up,
    }
    return MappingProxyType({name: write() for name, write in written.items()})


def summed(activations: Mapping[str, Pair]) -> Floats:
    """468×3 displacement of all ``activations`` (muscle → (left, right)) together.

    Raises:
        KeyError: On a muscle that is not in `fields`.
    """
    share = left_share()[:, None]
    total = np.zeros((POINTS, 3))
    for muscle, (left, right) in activations.items():
        if left or right:
            total += fields()[muscle] * (right + (left - right) * share)
    return total
