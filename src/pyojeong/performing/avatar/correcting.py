"""What the shapes cannot say of a face: its landmarks' last distances, spread over the skin and gone at the back."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from pyojeong.performing.avatar.camera import Camera
from pyojeong.performing.avatar.parts import Part
from pyojeong.performing.avatar.solving import EYES, LIPS, POINTS, Solution
from pyojeong.performing.avatar.template import Template

Doubles = npt.NDArray[np.float64]

STRENGTH, LARGEST_CM = 0.9, 0.6
CLOSE, LOOSE = 0.02, 0.15
"""How exactly landmarks of eyes and lips, and others, are followed (added to the kernel's diagonal)."""
STILL_EVERY, STILL_Z = 4, 0.0
"""Every fourth point of the skin behind the ears stays where it is."""


def corrections(template: Template, posed: Doubles, solution: Solution) -> Doubles:
    """V×3 in the head's frame: moves, across the line of sight, that bring ``posed`` (V×3) to the landmarks."""
    moves = _across_sight(template, posed, solution.camera, solution.left_px)
    lengths = np.linalg.norm(moves, axis=1, keepdims=True)
    moves *= STRENGTH * np.minimum(1, LARGEST_CM / np.maximum(lengths, 1e-9))
    return spread_from_landmarks(template, posed, moves, np.ones(POINTS, bool))


def brought_to_photo(template: Template, posed: Doubles, camera: Camera, seen_px: Doubles) -> Doubles:
    """V×3: ``posed`` (V×3) with its landmarks where the photo has them (468×2), however far that is.

    Colours are taken through it: a mouth opened further than any movement goes left its lips painted on the chin.
    """
    left = seen_px - camera.project(np.asarray(template.landmarks.of(posed), np.float64))[0]
    moves = _across_sight(template, posed, camera, left)
    return posed + spread_from_landmarks(template, posed, moves, np.ones(POINTS, bool))


def _across_sight(template: Template, posed: Doubles, camera: Camera, left_px: Doubles) -> Doubles:
    """468×3 cm in the head's frame: moves of the landmarks of ``posed`` that are ``left_px`` (468×2) in the picture."""
    landmarks = np.asarray(template.landmarks.of(posed), np.float64)
    scale = camera.pixels_per_cm * camera.nearness(camera.turned(landmarks))
    flat = left_px / scale[:, None]
    return np.asarray(np.column_stack([flat[:, 0], -flat[:, 1], np.zeros(POINTS)]) @ camera.rotation)


def spread_from_landmarks(template: Template, posed: Doubles, moves: Doubles, told: npt.NDArray[np.bool_]) -> Doubles:
    """V×3: the ``moves`` (468×3) of the landmarks that are ``told``, carried over skin and mouth; none at the back.

    A linear radial basis function (Hardy 1971) through the landmarks; other parts are 0.
    """
    landmarks = np.asarray(template.landmarks.of(posed), np.float64)
    moving, skin = template.points_of(Part.SKIN, Part.MOUTH), template.points_of(Part.SKIN)
    still = skin[template.neutral[skin, 2] < STILL_Z][::STILL_EVERY]
    softness = np.full(POINTS, LOOSE)
    softness[[*EYES, *LIPS]] = CLOSE
    sources = np.vstack([landmarks[told], posed[still]])
    values = np.vstack([moves[told], np.zeros((len(still), 3))])
    softness = np.concatenate([softness[told], np.full(len(still), CLOSE / 2)])
    carried = np.zeros((len(posed), 3))
    carried[moving] = _spread(sources, values, softness, posed[moving])
    return carried


def _spread(sources: Doubles, values: Doubles, softness: Doubles, wanted: Doubles) -> Doubles:
    """N×C: ``values`` (P×C) at ``sources`` (P×3) carried to ``wanted`` (N×3) by the kernel -r and a constant."""
    count = len(sources)
    system = np.ones((count + 1, count + 1))
    system[:count, :count] = -_distances(sources, sources) + np.diag(softness)
    system[count, count] = 0.0
    solution = np.linalg.solve(system, np.vstack([values, np.zeros((1, values.shape[1]))]))
    return np.asarray(-_distances(wanted, sources) @ solution[:count] + solution[count])


def _distances(a: Doubles, b: Doubles) -> Doubles:
    """N×M lengths between points."""
    squares = (a**2).sum(1)[:, None] + (b**2).sum(1)[None] - 2 * a @ b.T
    return np.asarray(np.sqrt(np.maximum(squares, 0)))
