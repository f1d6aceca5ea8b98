import numpy as np

from pyojeong.media.image import Image
from pyojeong.performing.portrait.likeness.brows import INNER_ENDS, brow_pose, furrow_contrast
from pyojeong.performing.portrait.likeness.fit import source_mesh
from pyojeong.performing.portrait.muscles.muscles import summed


def _pose(mesh, **muscles: float):
    moved = mesh.local_cm.copy()
    moved[:468] += summed({muscle: (amount, amount) for muscle, amount in muscles.items()})
    return brow_pose(moved, mesh.camera)


def test_the_mean_face_shows_nothing(mesh) -> None:
    pose = _pose(mesh)
    assert max(*pose.worry_cm, *pose.knit_cm, *pose.raised_cm) < 0.1


def test_each_brow_muscle_is_told_apart(mesh) -> None:
    worry, knit = _pose(mesh, browInnerUp=0.8), _pose(mesh, browDown=1.0)
    raised = _pose(mesh, browInnerUp=0.8, browOuterUp=1.0)
    assert min(worry.worry_cm) > 0.15 and max(worry.knit_cm) == 0
    assert min(knit.knit_cm) > 0.2 and max(knit.worry_cm) == 0
    assert min(raised.raised_cm) > 0.2 and max(raised.knit_cm) == 0


def test_a_face_that_looks_far_away_is_not_judged(posed) -> None:
    aside = source_mesh(*posed(yaw=40))
    moved = aside.local_cm.copy()
    moved[:468] += summed({"browDown": (1.0, 1.0)})
    assert max(brow_pose(moved, aside.camera).knit_cm) == 0.0


def test_lines_between_the_brows_count_as_knit(posed) -> None:
    _, face = posed(scale=30.0, size_px=900)
    bare = Image(np.full((900, 900, 3), 170, np.uint8))
    mesh = source_mesh(bare, face)
    middle = mesh.to_px(mesh.local_cm[list(INNER_ENDS)]).mean(0)
    lined = bare.pixels.copy()
    for across in (-0.45, 0.45):
        column = int(middle[0] + across * mesh.scale)
        lined[int(middle[1] - 30) : int(middle[1] + 40), column - 3 : column + 4] = 60
    smooth, furrowed = (furrow_contrast(Image(rgb), mesh.local_cm, mesh.camera) for rgb in (bare.pixels, lined))
    assert smooth < 0.01 and furrowed > 0.09
    assert min(brow_pose(mesh.local_cm, mesh.camera, 0.25).knit_cm) > 0.3
