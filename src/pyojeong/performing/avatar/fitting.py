"""A photo's face as a head: where the camera was, who it is, what the face did, and the same head at rest."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from pyojeong.media import Image
from pyojeong.media.face import Face
from pyojeong.performing.avatar.camera import Camera
from pyojeong.performing.avatar.cautions import Caution, cautions_of, pupils_px, refuse_profile
from pyojeong.performing.avatar.correcting import brought_to_photo, corrections
from pyojeong.performing.avatar.eyelids import closings, fit_movements
from pyojeong.performing.avatar.eyes import gaze_of, with_eyes
from pyojeong.performing.avatar.lips import closed_lips
from pyojeong.performing.avatar.solving import POINTS, Solution, solved
from pyojeong.performing.avatar.stilling import faded, kept_share
from pyojeong.performing.avatar.template import Template, weights_of
from pyojeong.rig import Expression
from pyojeong.rig.names import ARKIT_NAMES

Floats = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class FittedHead:
    """One person's head in the template's frame and mesh.

    Attributes:
        template: Mesh, texture coordinates, parts.
        neutral: float32 V×3 cm: the head at rest, lips closed, eyes straight ahead.
        movements: float32 52×V×3 in the order of `ARKIT_NAMES`, made for this head.
        photographed: float32 V×3: the head as the photo shows it; texture is sampled through it.
        camera: Projects the photographed head into the photo.
        identity: float32 K coefficients.
        expression: What the face did in the photo.
        closings: float32 52×2: the share of the left and right eye's opening that each movement closes.
        error_cm: Mean distance of the 468 landmarks before the last correction, in cm of the face.
        error_pupils: The same in distances of the pupils; 0 where there was no photo.
        cautions: What the photo makes uncertain.
    """

    template: Template
    neutral: Floats
    movements: Floats
    photographed: Floats
    camera: Camera
    identity: Floats
    expression: Expression
    closings: Floats
    error_cm: float
    error_pupils: float = 0.0
    cautions: tuple[Caution, ...] = ()

    def posed(self, expression: Expression) -> Floats:
        """V×3: this head with an expression; lids that movements close together stop where they meet."""
        weights = weights_of(expression, self.closings)
        active = np.flatnonzero(weights)
        return self.neutral + np.tensordot(weights[active], self.movements[active], 1)


def fit_head(image: Image, face: Face, expression: Expression, *, wears_glasses: bool = False) -> FittedHead:
    """The head of ``face`` in ``image``; ``expression`` is what was read of it, and ``wears_glasses`` too.

    Raises:
        PyojeongError: When the face is turned by more than 35 degrees.
    """
    template = Template.shipped()
    solution = solved(template, face, expression)
    refuse_profile(solution.camera.yaw_pitch_degrees[0])
    return fitted(template, face, solution, cautions_of(image, face, template, solution, wears_glasses=wears_glasses))


def fitted(template: Template, face: Face, solution: Solution, cautions: tuple[Caution, ...] = ()) -> FittedHead:
    """The head that a solution stands for."""
    shape = template.shaped(solution.identity).astype(np.float64)
    acted = shape + np.tensordot(solution.expression, template.movements, 1)
    correction = corrections(template, acted, solution)
    gaze = gaze_of(template, with_eyes(template, shape + correction), solution.camera, face)
    found = rested(template, solution, correction, gaze)
    left = float(np.linalg.norm(solution.left_px, axis=1).mean() / pupils_px(face))
    seen = face.landmarks[:POINTS, :2].astype(np.float64)
    photographed = brought_to_photo(template, found.photographed.astype(np.float64), solution.camera, seen)
    return replace(found, photographed=photographed.astype(np.float32), error_pupils=left, cautions=cautions)


def rested(template: Template, solution: Solution, correction: Doubles, gaze: Doubles) -> FittedHead:
    """The head of a solution, its skin moved by ``correction`` (V×3) beyond what the shapes say, and at rest.

    Args:
        template: The mesh.
        solution: Who it is and what the face does.
        correction: V×3 cm, of the head that acts.
        gaze: 52 coefficients of where the eyes look.
    """
    bare = with_eyes(template, template.shaped(solution.identity).astype(np.float64) + correction)
    kept = solution.expression * kept_share(solution.expression)
    still = bare + faded(correction, template, solution.expression) - correction
    still += np.tensordot(kept, template.movements, 1)
    still += closed_lips(template, still)
    movements = _own_movements(template, still)
    photographed = bare + np.tensordot(solution.expression, template.movements, 1)
    eyes = template.eye_points()
    photographed[eyes] = bare[eyes] + np.tensordot(gaze, template.movements[:, eyes], 1)
    done = solution.expression + gaze
    return FittedHead(
        template=template,
        neutral=still.astype(np.float32),
        movements=movements.astype(np.float32),
        photographed=photographed.astype(np.float32),
        camera=solution.camera,
        identity=solution.identity.astype(np.float32),
        expression=Expression.nearest({n: round(float(v), 4) for n, v in zip(ARKIT_NAMES, done, strict=True)}),
        closings=closings(template, still, movements).astype(np.float32),
        error_cm=float(solution.left_cm.mean()),
    )


def _own_movements(template: Template, still: Doubles) -> Doubles:
    """52×V×3: the template's movements made for a head: lids that meet, lips that meet over an open jaw."""
    movements = fit_movements(template, still, template.movements.astype(np.float64))
    shut, open_jaw = ARKIT_NAMES.index("mouthClose"), ARKIT_NAMES.index("jawOpen")
    movements[shut] += closed_lips(template, still + movements[open_jaw] + movements[shut])
    return movements
