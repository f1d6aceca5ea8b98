import numpy as np

from pyojeong.media.face import Points
from pyojeong.media.image import Pixels
from pyojeong.reading.face.gaping import CHIN, EYES, LOWER_LIP, SHORTENED, TOP, UPPER_LIP, gaping, with_whole_mouth

CROP = np.full((200, 200, 3), 90, np.uint8)


def _mesh(lower_lip_y: float, chin_y: float, eyes_x: tuple[float, float] = (70, 130)) -> Points:
    points = np.full((478, 3), 100.0)
    points[[TOP, UPPER_LIP, LOWER_LIP, CHIN], 1] = 40, 110, lower_lip_y, chin_y
    points[list(EYES), 0], points[list(EYES), 1] = eyes_x, 80
    return points


def _pressed(points: Points) -> Points:
    flat = points.copy()
    flat[:, 1] = flat[:, 1] * SHORTENED + (200 - round(200 * SHORTENED)) // 2
    return flat


def test_a_gaping_mouth_is_looked_at_again_in_a_flatter_picture() -> None:
    seen: list[Pixels] = []
    first, whole = _mesh(140, 150), _mesh(138, 185)

    def meshes(rgb: Pixels) -> list[Points]:
        seen.append(rgb)
        return [_pressed(whole)]

    found = with_whole_mouth(CROP, first, meshes)
    assert np.abs(found - whole)[[UPPER_LIP, LOWER_LIP, CHIN]].max() < 0.5
    assert seen[0].shape == CROP.shape and (seen[0][0] == 128).all() and (seen[0][100] == 90).all()


def test_a_shut_mouth_is_left_alone() -> None:
    def never(_: Pixels) -> list[Points]:
        raise AssertionError("no second look is needed")

    shut = _mesh(112, 165)
    assert gaping(shut) < 0.02
    assert with_whole_mouth(CROP, shut, never) is shut


def test_above_the_mouth_the_first_look_counts() -> None:
    first, lower_brow = _mesh(140, 150), _mesh(160, 185)
    first[66, 1], lower_brow[66, 1] = 70, 78
    assert with_whole_mouth(CROP, first, lambda _: [_pressed(lower_brow)])[66, 1] == 70


def test_the_widest_lower_lips_are_pushed_off_the_teeth() -> None:
    first, whole = _mesh(140, 150), _mesh(160, 185)
    first[17, 1], whole[17, 1] = 150, 170
    found = with_whole_mouth(CROP, first, lambda _: [_pressed(whole)])
    assert 161 < found[LOWER_LIP, 1] < 168 and abs(found[17, 1] - 170) < 0.5


def test_a_neighbour_found_in_the_second_look_is_not_taken() -> None:
    first, neighbour = _mesh(140, 150), _mesh(160, 185, eyes_x=(10, 40))
    assert with_whole_mouth(CROP, first, lambda _: [_pressed(neighbour)]) is first
