"""A foreign head laid on the template: what is known of it is found again."""

from __future__ import annotations

import numpy as np
import pytest

from made_heads import Head, head
from pyojeong.errors import PyojeongError
from pyojeong.performing.avatar.camera import rotation_of
from pyojeong.performing.avatar.foreign.head_mesh import HeadMesh, Source
from pyojeong.performing.avatar.foreign.nearest import Surface, nearest_shares
from pyojeong.performing.avatar.foreign.portrait import portrait_of
from pyojeong.performing.avatar.foreign.registering import Laid, Marks, laid_on
from pyojeong.performing.avatar.parts import Part
from pyojeong.performing.avatar.template import Template
from pyojeong.rig import Expression


def mesh_of(made: Head, *, scale: float = 1.0) -> HeadMesh:
    return HeadMesh(scale * made.points, made.triangles, Source.FLAME, at_rest=True).outward()


def true_marks(seed: int, scale: float = 1.0) -> Marks:
    """Where the template says its landmarks are on the head of a seed."""
    template = Template.shipped()
    coefficients = np.zeros(len(template.identity))
    coefficients[:20] = 0.5 * np.random.default_rng(seed).standard_normal(20) if seed else 0.0
    places = np.asarray(template.landmarks.of(template.shaped(coefficients)), np.float64)
    return Marks.believed(template, scale * places / 100.0, np.ones(468))


def laid(seed: int) -> Laid:
    return laid_on(Template.shipped(), mesh_of(head(seed), scale=3.0), true_marks(seed, 3.0), Expression())


@pytest.mark.parametrize("seed", [0, 3])
def test_the_skin_lies_on_the_surface(seed: int) -> None:
    found, template = laid(seed), Template.shipped()
    skin = template.points_of(Part.SKIN)
    apart = Surface(found.mesh).nearest(found.points[skin]).apart
    assert found.apart_cm < 0.02
    assert float(np.percentile(apart, 90)) < 0.1
    landmarks = np.asarray(template.landmarks.of(found.points))
    wanted = true_marks(seed, 3.0).brought_to(landmarks, 3.0 * _places(seed))
    assert float(np.linalg.norm(landmarks - wanted, axis=1).mean()) < 0.05


def _places(seed: int) -> np.ndarray:
    return true_marks(seed).places


def test_marks_seen_through_a_gap_are_not_believed() -> None:
    template, marks = Template.shipped(), true_marks(2)
    places = marks.places.copy()
    places[[82, 178, 81]] -= [0.0, 0.0, 0.14]
    facing = np.ones(468)
    facing[[234, 454]] = 0.1
    found = Marks.believed(template, places, facing)
    assert (found.weights[[82, 178, 81, 234, 454]] == 0).all()
    assert (found.weights > 0).sum() > 450


def test_what_is_lifted_from_a_picture_is_on_the_surface() -> None:
    mesh = mesh_of(head())
    turn = rotation_of(np.array([0.0, 0.3, 0.0]))
    portrait = portrait_of(mesh, turn)
    template = Template.shipped()
    nose = template.ibug68.of(template.neutral)[30] / 100.0 @ turn.T
    pixel = np.array([[nose[0] - portrait.corner[0], portrait.corner[1] - nose[1]]]) * portrait.scale
    points, facing = portrait.lifted(np.concatenate([pixel, [[0.0, 0.0]]]))
    assert np.linalg.norm(points[0] - nose) < 0.002
    assert facing[0] > 0.7
    assert Surface(portrait.mesh).nearest(points).apart.max() < 1e-3


def test_nearest_places_are_no_further_than_any_other() -> None:
    rng = np.random.default_rng(0)
    corners, places = rng.normal(size=(40, 3, 3)), rng.normal(size=(40, 3)) * 2
    shares = nearest_shares(corners, places)
    assert np.allclose(shares.sum(1), 1) and (shares >= -1e-9).all()
    least = np.linalg.norm((corners * shares[..., None]).sum(1) - places, axis=1)
    others = rng.dirichlet(np.ones(3), size=(300, 40))
    apart = np.linalg.norm((corners * others[..., None]).sum(2) - places, axis=2)
    assert (apart.min(0) >= least - 1e-9).all()


def test_triangles_are_turned_outwards() -> None:
    made = head()
    flipped = HeadMesh(made.points, made.triangles[:, ::-1].copy(), Source.OBJ).outward()
    normals, away = flipped.normals(), flipped.points - flipped.points.mean(0)
    assert ((normals * away).sum(1) > 0).mean() > 0.8


def test_marks_that_all_face_away_are_refused() -> None:
    template, marks = Template.shipped(), true_marks(2)
    with pytest.raises(PyojeongError) as refused:
        Marks.believed(template, marks.places, np.full(468, -1.0))
    assert refused.value.kind == "head-file"
