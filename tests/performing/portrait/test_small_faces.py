from __future__ import annotations

import numpy as np

from pyojeong.performing.portrait.small_faces import brought_back, enlarged, enlargement


def test_large_faces_are_left_alone():
    assert enlargement(12.5) == 1 and enlargement(12.1) == 1 and enlargement(11.9) == 3 and enlargement(7.9) == 4


def test_an_enlarged_face_has_its_landmarks_on_the_same_spots(studio):
    shown = studio.portrait(scale=11.0)
    box = (10, 20, 300, 310)
    large, face = enlarged(shown.image, shown.face, box, 3)
    assert large.size_wh == (870, 870)
    nose = shown.face.landmarks[4, :2]
    assert np.allclose((face.landmarks[4, :2] + 0.5) / 3 - 0.5 + box[:2], nose)


def test_only_the_difference_comes_back():
    small = np.random.default_rng(0).integers(0, 255, (20, 30, 3)).astype(np.uint8)
    large = np.repeat(np.repeat(small, 2, 0), 2, 1)
    performed, changed = large.copy(), np.zeros((40, 60), bool)
    performed[10:14, 20:24], changed[10:14, 20:24] = 7, True
    result, mask = brought_back(small, large, performed, changed)
    assert mask.sum() == 4 and np.array_equal(result[~mask], small[~mask])
    assert np.abs(result[5:7, 10:12].astype(int) - 7).max() <= 1


def test_a_small_face_performs_without_touching_anything_else(studio):
    shown, performer = studio.portrait(scale=9.0), studio.performer(scale=9.0)
    from pyojeong.rig import Expression

    done = performer.performance(Expression({"jawOpen": 0.8, "browInnerUp": 0.7}))
    outside = np.ones(shown.image.pixels.shape[:2], bool)
    left, top, right, bottom = done.mask_box_xyxy
    outside[top:bottom, left:right] = ~done.mask
    assert np.array_equal(done.image.pixels[outside], shown.image.pixels[outside])
    assert np.abs(done.image.pixels.astype(int) - shown.image.pixels).max() > 60
