"""A 3D head on stage: laid down to parts of a pixel, the same for the same moment."""

from __future__ import annotations

import numpy as np
import pytest
import skia

from pyojeong.interfaces.avatars import avatar_of
from pyojeong.interfaces.python import sample_portrait
from pyojeong.media.opening import open_image
from pyojeong.performing.film.acting import Moment
from pyojeong.performing.film.actors.avatar import AvatarActor
from pyojeong.performing.film.actors.kept import KEPT, KeptPictures
from pyojeong.rig import Expression

SIZE = (400, 300)


@pytest.fixture(scope="module")
def actor() -> AvatarActor:
    return AvatarActor(avatar_of(open_image(sample_portrait()), hair="bald"))


def shown(actor: AvatarActor, moment: Moment, height: float, at: tuple[float, float] = (60.0, 20.0)) -> np.ndarray:
    surface = skia.Surface(*SIZE)
    canvas = surface.getCanvas()
    canvas.translate(*at)
    actor.paint(canvas, moment, height_px=height)
    return np.asarray(surface.toarray(colorType=skia.kRGBA_8888_ColorType)).astype(float)


def middle(picture: np.ndarray) -> np.ndarray:
    """Centre of what is covered, in pixels."""
    alpha = picture[..., 3]
    rows, columns = np.mgrid[0 : alpha.shape[0], 0 : alpha.shape[1]]
    return np.array([(alpha * columns).sum(), (alpha * rows).sum()]) / alpha.sum()


def test_the_same_moment_is_the_same_picture(actor: AvatarActor) -> None:
    moment = Moment(expression=Expression({"mouthSmileLeft": 0.5}), seconds=1.0)
    first = shown(actor, moment, 250.0)
    for second in (2.0, 3.0, 4.0):
        shown(actor, Moment(seconds=second), 250.0)
    np.testing.assert_array_equal(shown(actor, moment, 250.0), first)


def test_a_camera_that_creeps_moves_by_parts_of_a_pixel(actor: AvatarActor) -> None:
    still = Moment()
    start = middle(shown(actor, still, 230.0))
    moved = middle(shown(actor, still, 230.0, (60.4, 20.0)))
    np.testing.assert_allclose(moved - start, [0.4, 0.0], atol=0.05)
    areas = [shown(actor, still, height)[..., 3].sum() for height in (230.0, 230.3, 230.6, 230.9)]
    steps = np.diff(areas)
    assert (steps > 0).all() and steps.max() < 2.0 * steps.min()


def test_the_bust_reaches_below_the_pictures_edge_with_every_breath(actor: AvatarActor) -> None:
    for seconds in (0.0, 0.9, 1.85, 2.8):
        picture = shown(actor, Moment(seconds=seconds), 250.0, (60.0, 50.0))
        assert picture[-1, :, 3].max() == 255


def test_outside_the_picture_nothing_is_drawn(actor: AvatarActor) -> None:
    assert shown(actor, Moment(), 200.0, (900.0, 0.0)).max() == 0


def test_pictures_are_kept_by_moment_and_place() -> None:
    made: list[int] = []
    image = skia.Surface(2, 2).makeImageSnapshot()

    def draw() -> skia.Image:
        made.append(1)
        return image

    kept = KeptPictures()
    kept.of(Moment(), "here", draw)
    kept.of(Moment(), "here", draw)
    assert len(made) == 1
    kept.of(Moment(), "there", draw)
    kept.of(Moment(seconds=1.0), "here", draw)
    assert len(made) == 3
    kept.of(Moment(), "here", draw)
    assert len(made) == KEPT + 2
