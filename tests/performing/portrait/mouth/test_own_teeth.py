from __future__ import annotations

import numpy as np
import pytest

from pyojeong.performing.portrait.mouth.mouth import paint_mouth
from pyojeong.performing.portrait.mouth.mouth_view import mouth_view
from pyojeong.performing.portrait.mouth.own_teeth import photographed_interior
from pyojeong.performing.portrait.scene import moved_skin
from pyojeong.performing.portrait.stage import Movement
from pyojeong.performing.portrait.take import Take
from pyojeong.performing.portrait.warp.warp import performed

WIDER = Movement({"mouthSmile": (0.8, 0.8)})


def taken(studio, movement: Movement, jaw_open: float) -> Take:
    scene = studio.performer(jaw_open=jaw_open).scene
    return Take(scene.image.rgb, scene.mesh, scene.palette, performed(scene.mesh, movement), movement)


def test_unmoved_lips_keep_the_whole_photographed_inside(studio):
    take = taken(studio, Movement(blush=0.5), 0.5)
    view = mouth_view(take)
    own = photographed_interior(take, view)
    inside = (view.below_upper > 0.05) & (view.above_lower > 0.05) & (view.sideways < 0.9)
    assert own.kept[inside].min() > 0.99
    assert np.abs(own.colours - take.rgb[take.mesh.roi_xyxy[1] :, take.mesh.roi_xyxy[0] :][view.patch.slices]).max() < 2


def test_teeth_are_told_from_a_dark_slit(studio):
    toothed, slit = taken(studio, WIDER, 0.5), taken(studio, WIDER, 0.18)
    assert photographed_interior(toothed, mouth_view(toothed)).toothed
    assert not photographed_interior(slit, mouth_view(slit)).toothed


def test_teeth_are_carried_on_sideways_farther_than_down(studio):
    take = taken(studio, WIDER, 0.5)
    view = mouth_view(take)
    own = photographed_interior(take, view)
    rows, columns = np.nonzero(own.kept > 0.5)
    middle, low = round(columns.mean()), rows.max()
    right = own.reach[round(rows.mean()), columns.max() + 6]
    below = own.reach[min(low + 6, own.reach.shape[0] - 1), middle]
    assert right > below


def test_a_closed_mouth_has_no_view(studio):
    take = taken(studio, Movement(mouth_close=1.0), 0.5)
    assert mouth_view(take) is None
    opened = mouth_view(taken(studio, Movement(jaw_open=0.5), 0.5))
    assert opened is not None and opened.opening_cm > 1.0
    assert opened.coarser(10.0).patch.px_per_cm == pytest.approx(10.0, rel=0.01)


def test_lips_that_stopped_smiling_shade_the_teeth_below_and_beside_them(studio):
    smiling, undone = (Movement({"mouthStretch": (0.3, 0.3)}, undo=undo, smile=1 - undo) for undo in (0.0, 1.0))
    pictures = []
    for movement in (smiling, undone):
        take = taken(studio, movement, 0.5)
        picture = moved_skin(take.rgb, take.deformed)
        paint_mouth(picture, take)
        pictures.append(picture)
    view = mouth_view(take)
    before, after = (picture[view.patch.slices].mean(2) for picture in pictures)
    inside = (view.below_upper > 0.1) & (view.above_lower > 0.1) & (view.sideways < 0.9)
    teeth = (before > 170) & inside
    kept = after[teeth] / before[teeth]
    aside, deep = view.sideways[teeth], view.below_upper[teeth]
    assert kept[(aside < 0.2) & (deep > np.median(deep))].mean() > kept[(aside < 0.2) & (deep < 0.16)].mean() + 0.05
    assert kept[aside < 0.2].mean() > kept[aside > np.quantile(aside, 0.9)].mean() + 0.05
