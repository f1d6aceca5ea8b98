from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
import pytest

from pyojeong.interfaces.avatars import avatar_of
from pyojeong.interfaces.python import sample_portrait
from pyojeong.media.opening import open_image
from pyojeong.performing.avatar.avatar import Avatar
from pyojeong.performing.avatar.renderer import AvatarRenderer, Painter, best_painter
from pyojeong.performing.avatar.rendering import Framing, View, face_in, neck_share
from pyojeong.performing.avatar.rendering_skia import SkiaPainter
from pyojeong.performing.avatar.turntable import SECONDS, turntable
from pyojeong.rig import Expression

SIZE = (180, 210)


@pytest.fixture(scope="module", params=[best_painter, SkiaPainter], ids=["best", "skia"])
def renderer(request: pytest.FixtureRequest, astronaut: Avatar) -> AvatarRenderer:
    make: Callable[[Avatar], Painter] = request.param
    return AvatarRenderer(astronaut, make(astronaut))


def _changed(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    return np.abs(one.astype(int) - other.astype(int)).max(2) > 12


def test_the_bust_stands_on_the_lower_edge_with_nothing_around(renderer: AvatarRenderer) -> None:
    drawn = renderer.render(Expression(), size_wh=SIZE)
    assert drawn.shape == (SIZE[1], SIZE[0], 4) and drawn.dtype == np.uint8
    assert (drawn[..., :3].max(2) <= drawn[..., 3].astype(int) + 1).all()
    alpha = drawn[..., 3]
    assert alpha[0].max() == 0 and alpha[:, 0].max() == 0 and alpha[:, -1].max() == 0
    assert (alpha[-1] == 255).mean() > 0.5


def test_the_face_is_where_it_is_said_to_be(renderer: AvatarRenderer) -> None:
    (x, y), (wide, high) = face_in(renderer.framing, SIZE)
    still = renderer.render(Expression(), size_wh=SIZE)
    moved = renderer.render(Expression({"jawOpen": 1.0, "browInnerUp": 1.0}), size_wh=SIZE)
    rows, columns = np.nonzero(_changed(still, moved))
    assert len(rows) > 100
    inside = (np.abs(columns / SIZE[0] - x) < wide) & (np.abs(rows / SIZE[1] - y) < high * 1.5)
    assert inside.mean() > 0.97


def test_a_blink_changes_the_eyes_and_a_jaw_the_mouth(renderer: AvatarRenderer) -> None:
    still = renderer.render(Expression(), size_wh=SIZE)
    (_, middle), (_, high) = face_in(renderer.framing, SIZE)
    for expression, above in (({"eyeBlinkLeft": 1.0, "eyeBlinkRight": 1.0}, True), ({"jawOpen": 0.8}, False)):
        rows, _ = np.nonzero(_changed(still, renderer.render(Expression(expression), size_wh=SIZE)))
        assert len(rows) > 15
        assert (np.median(rows) / SIZE[1] < middle + 0.1 * high) == above


@pytest.mark.parametrize("make", [best_painter, SkiaPainter], ids=["best", "skia"])
@pytest.mark.parametrize("style", ["ponytail", "bun"])
def test_tied_hair_hangs_on_the_head_from_every_side(style: str, make: Callable[[Avatar], Painter]) -> None:
    avatar = avatar_of(open_image(sample_portrait()), hair=style)
    renderer = AvatarRenderer(avatar, make(avatar))
    for yaw in (60.0, 90.0, -90.0, 130.0):
        alpha = renderer.render(Expression(), size_wh=SIZE, view=View(yaw))[..., 3]
        count, _, sizes, _ = cv2.connectedComponentsWithStats((alpha > 100).astype(np.uint8))
        assert sizes[1:, cv2.CC_STAT_AREA].max() > 0.99 * sizes[1:, cv2.CC_STAT_AREA].sum(), (style, yaw, count)


def test_the_head_turns_and_the_shoulders_stay(renderer: AvatarRenderer) -> None:
    still = renderer.render(Expression(), size_wh=SIZE)
    turned = renderer.render(Expression(yaw_degrees=30.0), size_wh=SIZE)
    changed = _changed(still, turned)
    assert changed[: SIZE[1] * 2 // 3].mean() > 0.1
    assert changed[-5:].mean() < 0.1


def test_yaw_goes_to_the_pictures_right(renderer: AvatarRenderer) -> None:
    def middle_of_teeth(view: View) -> float:
        opened = renderer.render(Expression({"jawOpen": 1.0}), size_wh=SIZE, view=view)
        shut = renderer.render(Expression(), size_wh=SIZE, view=view)
        return float(np.nonzero(_changed(opened, shut))[1].mean())

    assert middle_of_teeth(View(yaw_degrees=25)) > SIZE[0] / 2 + 5 > SIZE[0] / 2 - 5 > middle_of_teeth(View(-25))


def test_a_blush_reddens(renderer: AvatarRenderer) -> None:
    pale, red = (renderer.render(Expression(blush=b), size_wh=SIZE).astype(int) for b in (0.0, 1.0))
    assert (pale[..., 1] - red[..., 1]).max() > 10
    assert np.abs(pale[..., 0] - red[..., 0]).max() < 8


def test_an_empty_size_is_refused(renderer: AvatarRenderer) -> None:
    with pytest.raises(ValueError, match="size_wh"):
        renderer.render(Expression(), size_wh=(0, 10))


def test_the_neck_bends_between_chin_and_shoulders() -> None:
    chin, crown, shoulder = (neck_share(np.array([p])) for p in ((0, -8.6, 9.0), (0, 14, 0), (10, -17, 0)))
    assert (float(chin[0]), float(crown[0]), float(shoulder[0])) == (1.0, 1.0, 0.0)


def test_framing_must_have_height() -> None:
    with pytest.raises(ValueError, match="top_cm"):
        Framing(3.0, 3.0)


def test_the_turntable_goes_once_around(astronaut: Avatar) -> None:
    clip = turntable(astronaut, size_wh=(60, 70))
    front, back = clip.frame(0), clip.frame(clip.count // 2)
    assert clip.seconds == SECONDS and front.shape == (70, 60, 3)
    assert _changed(front, back)[20:40, 20:40].mean() > 0.3
