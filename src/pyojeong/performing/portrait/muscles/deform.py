"""A movement on one personal face: where every face point goes, in canonical centimetres."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from pyojeong.performing.portrait.mesh.canonical import POINTS, point_normals
from pyojeong.performing.portrait.mesh.regions import lid_edges, smooth_step
from pyojeong.performing.portrait.muscles import jaw, lids, lips, muscles
from pyojeong.performing.portrait.stage import Floats, Movement, Rims, SourceMesh

FRAME_STIFFNESS = 0.88
"""Share of motion that frames of glasses hold back, so that they stay straight (by eye on 6 wearers)."""
UPPER_RIM_CM, BROW_FREE_CM = 4.3, 5.05
"""Height up to which frames hold, and from which nothing is held; linear between, where the brows are (measured: the
upper rims of 6 wearers end at 3.7 to 4.35, the middle of their brows is at 4.2 to 5.2). Not told from edges in the
photo: brows, lids and reflections have stronger ones than thin rims."""
LOWER_RIM_X_CM, LOWER_RIM_CM, LOWER_RIM_ROUND = 3.4, -1.1, 0.25
"""Lowest place of large round frames, and what they rise away from it: height a squared cm. Farther in, nose and upper
lip are free."""
CHEEK_FREE_CM = 1.1
"""So far below the lower rim the cheek moves freely; the rim itself must not be pushed flat."""
BRIDGE_CM, HINGE_CM, EYE_CM, BRIDGE_TOP_CM = (1.0, 1.8), (4.0, 5.0), (2.6, 3.2), (4.2, 4.8)
"""Where bridge and hinges end, across, and from which height all between and above them is free (by eye)."""
UNSMILED_LIP_CM, UNSMILED_CORNERS_CM = 0.08, 0.24
"""A smile shortens the upper lip (measured: nose to lip 1.4 to 1.65 cm in five smiles, 2.1 in serious faces), and an
open mouth hung up so short bares the teeth: it looks glad, not surprised. What undoing leaves is taken by lip and
corners (by eye on six: more by the lip bulges, more by the corners folds them on turned heads)."""
SEALED = 0.999
FAR_SIDE_KEEPS = 0.45
"""Share of muscle motion left where the face turns out of sight; more makes the far cheek fold over the outline."""


def displacement(mesh: SourceMesh, movement: Movement) -> Floats:
    """468×3 displacement in canonical cm, without the head's turn."""
    shape = resting_shape(mesh)
    total = (muscles.summed(movement.activations) + _unsmiled(movement)) * facing(mesh)[:, None]
    total += jaw.opened(shape, movement.jaw_open) + jaw.slid(movement.jaw_left_cm, movement.jaw_forward_cm)
    total += _lip_contact(shape, total, movement)
    total += lids.lid_displacement(mesh.local_cm, mesh.traits, movement)
    if not mesh.traits.glasses:
        return total
    held = held_by_glasses(shape) if mesh.rims is None else held_behind(shape, mesh.rims)
    return np.asarray(total * held[:, None])


def resting_shape(mesh: SourceMesh) -> Floats:
    """468×3 personal shape; closed lips touch, as their points in ``coarse_px`` do."""
    shape = mesh.local_cm[:POINTS].copy()
    return shape if mesh.traits.mouth_open else shape + lips.met(shape)


def _unsmiled(movement: Movement) -> Floats:
    """468×3 displacement of the corners an open mouth hangs between, by what an undone smile leaves them too high."""
    if movement.mouth_shape is None or movement.undo <= 0:
        return np.zeros((POINTS, 3))
    down = -UNSMILED_CORNERS_CM * movement.undo * movement.mouth_shape.weight
    return muscles.summed({"cornerUp": (down, down)})


def _lip_contact(shape: Floats, so_far: Floats, movement: Movement) -> Floats:
    contact = np.zeros_like(so_far)
    if movement.mouth_close > 0:
        contact[:, 1] += lips.sealed(shape + so_far, movement.mouth_close)
    if movement.upper_cover > 0:
        contact[:, 1] += lips.covered(shape + so_far + contact, shape, movement.upper_cover)
    if movement.mouth_shape is not None and movement.mouth_shape.weight > 0:
        target = movement.mouth_shape
        target = replace(target, up_cm=target.up_cm - UNSMILED_LIP_CM * movement.undo)
        contact[:, 1] += lips.shaped(shape + so_far + contact, target)
    if movement.mouth_close > SEALED:
        return contact + lips.met(shape + so_far + contact)
    return contact + lips.kept_apart(shape + so_far + contact)


def facing(mesh: SourceMesh) -> Floats:
    """468 gains: 1 where the skin looks at the camera, falling to `FAR_SIDE_KEEPS` where it turns away."""
    towards = point_normals(mesh.local_cm[:POINTS]) @ mesh.rotation[2]
    return np.asarray(FAR_SIDE_KEEPS + (1 - FAR_SIDE_KEEPS) * smooth_step(-0.1, 0.35, towards))


def held_by_glasses(shape_cm: Floats) -> Floats:
    """468 gains: small around frames, 1 elsewhere and on the lids behind them, about half on the brows above them."""
    across, up = np.abs(shape_cm[:, 0]), shape_cm[:, 1]
    lower_rim = LOWER_RIM_CM + LOWER_RIM_ROUND * (across - LOWER_RIM_X_CM) ** 2
    above_cheek = smooth_step(-CHEEK_FREE_CM, 0.0, up - lower_rim)
    below_brow = np.clip((BROW_FREE_CM - up) / (BROW_FREE_CM - UPPER_RIM_CM), 0, 1)
    return np.asarray(1 - FRAME_STIFFNESS * above_cheek * below_brow * ~lid_edges())


def held_behind(shape_cm: Floats, rims: Rims) -> Floats:
    """`held_by_glasses` where ``rims`` are a layer of their own: hinges and cheeks are held, and a bridge not found."""
    across, up = np.abs(shape_cm[:, 0]), shape_cm[:, 1]
    between = 1 - smooth_step(*HINGE_CM, across)
    if rims.bridge_cm is None:
        between = between * smooth_step(*BRIDGE_CM, across)
    free = np.maximum(between * smooth_step(*EYE_CM, up), smooth_step(*BRIDGE_TOP_CM, up))
    held = held_by_glasses(shape_cm)
    return np.asarray(held + (1 - held) * free)
