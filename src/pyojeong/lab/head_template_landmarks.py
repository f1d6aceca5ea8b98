"""Where the 468 points of MediaPipe's face mesh lie on the head template.

First by warping the mean face onto the template through iBUG's 68 points, then by what fits of portraits leave over:
the usual lists of which point is which are up to a centimetre off at the jaw and the brows.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from pyojeong.lab.head_template_blocks import mirrored
from pyojeong.lab.head_template_surface import Places, closest, point_normals
from pyojeong.media.face import Face
from pyojeong.performing.avatar.parts import Part
from pyojeong.performing.avatar.solving import POINTS, solved
from pyojeong.performing.avatar.template import Anchors, Template
from pyojeong.performing.portrait.mesh.canonical import canonical_mesh
from pyojeong.performing.portrait.mesh.topology import LOWER_LIP, UPPER_LIP
from pyojeong.rig import Expression
from pyojeong.rig.names import ARKIT_NAMES

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

log = logging.getLogger(__name__)

OF_IBUG = (
    *(162, 234, 93, 58, 172, 136, 149, 148, 152, 377, 378, 365, 397, 288, 323, 454, 389),
    *(71, 63, 105, 66, 107, 336, 296, 334, 293, 301, 168, 197, 5, 4, 75, 97, 2, 326, 305),
    *(33, 160, 158, 133, 153, 144, 362, 385, 387, 263, 373, 380),
    *(61, 39, 37, 0, 267, 269, 291, 405, 314, 17, 84, 181, 78, 82, 13, 312, 308, 317, 14, 87),
)
"""The face mesh's point nearest to each of iBUG's 68, as commonly listed; the first 17 (jaw) only roughly."""
JAW = 17
JAW_SOFTNESS, SOFTNESS = 3.0, 0.01
ROUNDS, FIRST_SOFTNESS, SOFTNESS_STEP = 4, 0.6, 0.1
UPPER_FALLS, LOWER_FALLS = 0.35, 0.35
"""An upper lip's points may lie only where jawOpen moves less than this share of its most, a lower lip's where more:
otherwise the lips change places and the mouth tears."""
PORTRAIT_ROUNDS, PORTRAIT_STEP = 5, 0.7


def first_landmarks(template: Template) -> Places:
    """468 places from the mean face alone."""
    from scipy.interpolate import RBFInterpolator

    mean = canonical_mesh().vertices_cm.astype(np.float64)
    fixed = np.asarray(template.ibug68.of(template.neutral), np.float64)
    softness = np.concatenate([np.full(JAW, JAW_SOFTNESS), np.full(len(OF_IBUG) - JAW, SOFTNESS)])
    warped = RBFInterpolator(mean[list(OF_IBUG)], fixed, smoothing=softness, degree=1)(mean)
    for number in range(ROUNDS):
        target = projected(template, warped).of(template.neutral.astype(np.float64))
        target[list(OF_IBUG[JAW:])] = fixed[JAW:]
        soft = np.full(POINTS, FIRST_SOFTNESS - SOFTNESS_STEP * number)
        soft[list(OF_IBUG)] = np.minimum(softness, FIRST_SOFTNESS)
        warped = RBFInterpolator(mean, target, smoothing=soft, degree=1)(mean)
    return _evened(template, warped)


def projected(template: Template, wanted: Floats) -> Places:
    """The nearest places on the skin, each lip's points on their own lip."""
    points = template.neutral.astype(np.float64)
    triangles = template.triangles_of(Part.SKIN)
    falls = -template.movements[ARKIT_NAMES.index("jawOpen"), :, 1].astype(np.float64)
    most = float(falls[template.parts == int(Part.SKIN)].max())
    mean = falls[triangles].mean(1)
    at = points[triangles].mean(1)
    near_mouth = (np.abs(at[:, 0]) < 3.2) & (at[:, 1] > -6.0) & (at[:, 1] < -1.0) & (at[:, 2] > 7.0)
    lips = [sorted({p for row in rows for p in row[1:-1]}) for rows in (UPPER_LIP, LOWER_LIP)]
    others = [p for p in range(POINTS) if p not in {*lips[0], *lips[1]}]
    corners, shares = np.zeros((POINTS, 3), np.int64), np.zeros((POINTS, 3))
    for members, allowed in (
        (others, np.ones(len(triangles), bool)),
        (lips[0], near_mouth & (mean < UPPER_FALLS * most)),
        (lips[1], near_mouth & (mean > LOWER_FALLS * most)),
    ):
        found, _ = closest(wanted[members], points, triangles[allowed])
        corners[members], shares[members] = found.corners, found.shares
    return Places(corners, shares)


def _evened(template: Template, wanted: Floats) -> Places:
    """The nearest places to the mean of ``wanted`` and its mirror image."""
    partner = canonical_mesh().mirror.astype(np.int64)
    return projected(template, (wanted + mirrored(wanted[partner])) / 2)


def by_portraits(template: Template, faces: Sequence[tuple[Face, Expression]]) -> tuple[Template, list[float]]:
    """The template with landmarks moved by the median of what fits leave over, and the mean errors in cm."""
    errors = []
    partner = canonical_mesh().mirror.astype(np.int64)
    for _ in range(PORTRAIT_ROUNDS):
        left, lengths = zip(*(_left(template, face, expression) for face, expression in faces), strict=True)
        errors.append(float(np.mean(lengths)))
        median = np.median(left, 0)
        median = (median + mirrored(median[partner])) / 2
        places = _evened(template, template.landmarks.of(template.neutral) + PORTRAIT_STEP * median)
        template = replace(template, landmarks=Anchors(places.corners, places.shares.astype(np.float32)))
        log.info("landmarks: mean error %.3f cm", errors[-1])
    errors.append(float(np.mean([_left(template, face, expression)[1] for face, expression in faces])))
    return template, errors


def _left(template: Template, face: Face, expression: Expression) -> tuple[Floats, float]:
    """What a fit leaves of each landmark in the head's frame, 468×3 cm, and the mean length of it."""
    fit = solved(template, face, expression)
    posed = template.shaped(fit.identity) + np.tensordot(fit.expression, template.movements, 1)
    near = fit.camera.nearness(fit.camera.turned(np.asarray(template.landmarks.of(posed), np.float64)))
    flat = fit.left_px / (fit.camera.pixels_per_cm * near)[:, None]
    moves = np.column_stack([flat[:, 0], -flat[:, 1], np.zeros(POINTS)]) @ fit.camera.rotation
    return moves, float(fit.left_cm.mean())


def portraits(folder: Path) -> list[tuple[Face, Expression]]:
    """The largest face of every picture in ``folder`` and what it does; pictures without one are left out."""
    from pyojeong.media.opening import open_image
    from pyojeong.reading.face.coefficients import estimated_expression
    from pyojeong.reading.face.finding import FaceFinder

    finder = FaceFinder()
    found = []
    for path in sorted(folder.glob("*.jpg")):
        faces = finder.find(open_image(path))
        if faces:
            found.append((faces[0], estimated_expression(faces[0])))
    return found


def ibug_places(points: Floats, triangles: Ints, wanted: Floats, normals: Floats) -> Places:
    """Places of iBUG's 68 points from the source's (68×3, with normals)."""
    return closest(wanted, points, triangles, normals=normals)[0]


def surface_normals(points: Floats, triangles: Ints, chosen: Ints) -> Floats:
    """Unit normals at ``chosen`` points."""
    return np.asarray(point_normals(points, triangles)[chosen])
