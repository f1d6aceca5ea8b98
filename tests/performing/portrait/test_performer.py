from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from pyojeong.emotion import Emotion
from pyojeong.media import Face, Image
from pyojeong.performing.portrait import PortraitPerformer, Undo, perform
from pyojeong.rig import Expression
from pyojeong.rig.compose import prototype

LOUD = Expression({"jawOpen": 0.7, "browInnerUp": 0.8, "eyeWideLeft": 0.8, "noseSneerRight": 0.6, "eyeLookUpLeft": 0.5})


def outside(done, shape: tuple[int, int]) -> np.ndarray:
    left, top, right, bottom = done.mask_box_xyxy
    free = np.ones(shape, bool)
    free[top:bottom, left:right] = ~done.mask
    return free


def turned(face: Face, size: int, quarter_turns: int) -> Face:
    points = face.landmarks.copy()
    for _ in range(quarter_turns):
        points[:, [0, 1]] = np.column_stack([points[:, 1], size - 1 - points[:, 0]])
    (left, top), (right, bottom) = points[:, :2].min(0), points[:, :2].max(0)
    return Face((float(left), float(top), float(right), float(bottom)), points)


def test_no_expression_is_the_photo_itself(studio):
    shown, performer = studio.portrait(), studio.performer()
    done = performer.performance(Expression())
    assert np.array_equal(done.image.pixels, shown.image.pixels)
    assert not done.mask.any()


@pytest.mark.parametrize("emotion", [e for e in Emotion if e is not Emotion.NEUTRAL])
def test_every_emotion_changes_the_face_and_nothing_outside_the_mask(studio, emotion: Emotion):
    shown = studio.portrait()
    done = studio.performer().performance(prototype(emotion, 1.0))
    free = outside(done, shown.image.pixels.shape[:2])
    assert done.image.size_wh == shown.image.size_wh and free.any()
    assert np.array_equal(done.image.pixels[free], shown.image.pixels[free])
    assert np.abs(done.image.pixels.astype(int) - shown.image.pixels).max() > 60


def test_a_strength_near_nothing_is_near_the_photo(studio):
    shown, performer = studio.portrait(), studio.performer()
    for emotion in (Emotion.JOY, Emotion.SURPRISE, Emotion.ANGER):
        after = performer.perform(prototype(emotion, 0.02)).pixels.astype(int)
        assert np.abs(after - shown.image.pixels).mean() < 0.35


def test_neighbouring_strengths_are_neighbouring_pictures(studio):
    performer = studio.performer(jaw_open=0.4, smile=0.6)
    frames = [performer.perform(prototype(Emotion.SADNESS, k)).pixels.astype(int) for k in np.linspace(0, 1, 11)]
    steps = [np.abs(a - b).mean() for a, b in pairwise(frames)]
    assert max(steps) < 6 * np.median(steps) + 0.3


def test_alpha_and_everything_about_the_file_is_kept(studio):
    shown = studio.portrait()
    alpha = np.tile(np.arange(shown.image.pixels.shape[1]) % 256, (shown.image.pixels.shape[0], 1)).astype(np.uint8)
    photo = Image(np.dstack([shown.image.pixels, alpha]), "cut.png", icc=b"profile", dots_per_inch=(300.0, 300.0))
    after = perform(photo, shown.face, LOUD)
    assert np.array_equal(after.alpha, alpha)
    assert (after.name, after.icc, after.dots_per_inch) == ("cut.png", b"profile", (300.0, 300.0))
    assert np.array_equal(after.rgb, studio.performer().perform(LOUD).pixels)


def test_a_grey_photo_stays_grey(studio):
    shown = studio.portrait()
    grey = np.repeat(shown.image.pixels.mean(2, keepdims=True).astype(np.uint8), 3, 2)
    both = dict.fromkeys(("mouthSmileLeft", "mouthSmileRight"), 1.0)
    expression = Expression({**LOUD.coefficients, **both}, blush=1.0)
    after = PortraitPerformer(Image(grey), shown.face).perform(expression).pixels.astype(int)
    assert np.ptp(after, axis=2).max() <= 3


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_tipped_photo_gives_the_tipped_picture(studio, quarters: int):
    shown = studio.portrait()
    upright = studio.performer().perform(LOUD).pixels
    size = shown.image.pixels.shape[0]
    lying = Image(np.ascontiguousarray(np.rot90(shown.image.pixels, quarters)))
    after = perform(lying, turned(shown.face, size, quarters), LOUD).pixels
    back = np.rot90(after, -quarters).astype(int)
    difference = np.abs(back - upright)
    assert difference.mean() < 0.25 and (difference.max(2) > 30).mean() < 0.002


def test_the_photographed_smile_goes_only_as_far_as_asked(studio):
    shown, performer = studio.portrait(smile=0.9, jaw_open=0.2), studio.performer(smile=0.9, jaw_open=0.2)
    kept = performer.perform(Expression(), undo=Undo.NOTHING).pixels
    half, gone = (performer.perform(Expression(), undo=Undo.ALL, neutral_share=k).pixels for k in (0.3, 1.0))
    assert np.array_equal(kept, shown.image.pixels)
    change = [np.abs(p.astype(int) - shown.image.pixels).mean() for p in (half, gone)]
    assert 0 < change[0] < change[1]


def test_the_photo_is_never_written_to(studio):
    shown = studio.portrait()
    before = shown.image.pixels.copy()
    studio.performer().perform(LOUD)
    assert np.array_equal(shown.image.pixels, before)


def test_a_48_megapixel_photo_keeps_its_size_and_all_but_the_face(studio):
    shown = studio.portrait()
    side = shown.image.pixels.shape[0]
    photo = np.full((6000, 8000, 3), 120, np.uint8)
    photo[3000 : 3000 + side, 5000 : 5000 + side] = shown.image.pixels
    face = Face(shown.face.box_xyxy, np.add(shown.face.landmarks, (5000, 3000, 0)))
    done = PortraitPerformer(Image(photo), face).performance(LOUD)
    assert done.image.size_wh == (8000, 6000)
    left, top, right, bottom = done.mask_box_xyxy
    assert (right - left) * (bottom - top) < side * side
    small = done.image.pixels[3000 : 3000 + side, 5000 : 5000 + side].astype(int)
    assert np.abs(small - studio.performer().perform(LOUD).pixels).max() <= 4
    box = slice(top, bottom), slice(left, right)
    done.image.pixels[box][done.mask] = photo[box][done.mask]
    assert np.array_equal(done.image.pixels, photo)
