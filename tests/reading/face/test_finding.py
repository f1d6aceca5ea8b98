from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import cv2
import numpy as np
import pytest
import skimage.data

from pyojeong.media import Image
from pyojeong.reading.face.looking import turned_back

NOSE = 4


def _apart(a, b) -> float:
    """Mean distance of two meshes in widths of the first."""
    return float(np.linalg.norm(a.landmarks[:, :2] - b.landmarks[:, :2], axis=1).mean() / a.size_wh[0])


def test_the_mesh_lies_on_the_face(known_face):
    # Read off the picture by eye: pupils, tip of the nose, chin.
    right, left, nose, chin = (known_face.landmarks[i, :2] for i in (468, 473, 1, 152))
    for point, wanted in ((right, (204, 101)), (left, (247, 103)), (nose, (225, 127)), (chin, (222, 178))):
        assert np.hypot(*(point - np.array(wanted))) < 5
    assert known_face.confidence > 0.8


def test_pose_of_a_nearly_frontal_face(known_face):
    pose = known_face.pose
    assert abs(pose.yaw) < 8
    assert abs(pose.pitch) < 15
    assert abs(pose.roll) < 8


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_turned_pictures_give_the_same_mesh_turned(finder, portrait, known_face, turns):
    turned = Image(np.ascontiguousarray(np.rot90(portrait.pixels, turns)))
    (face,) = finder.find(turned)
    back = turned_back(face.landmarks[:, :2], turns, portrait.size_wh)
    assert np.linalg.norm(back - known_face.landmarks[:, :2], axis=1).mean() < 0.05 * known_face.size_wh[0]
    rolled = (face.pose.roll + 90 * turns - known_face.pose.roll + 180) % 360 - 180
    assert abs(rolled) < 10


@pytest.mark.parametrize("degrees", [-150, -60, 30, 120])
def test_any_roll_is_measured(finder, portrait, known_face, degrees):
    turn = cv2.getRotationMatrix2D((256, 180), -degrees, 1)  # OpenCV turns anticlockwise
    (face,) = finder.find(Image(cv2.warpAffine(portrait.pixels, turn, (512, 512))))
    assert abs((face.pose.roll - known_face.pose.roll - degrees + 180) % 360 - 180) < 8


def test_mirroring_changes_the_sign_of_yaw_and_roll(finder, portrait, known_face):
    (face,) = finder.find(Image(np.ascontiguousarray(portrait.pixels[:, ::-1])))
    assert face.pose.yaw == pytest.approx(-known_face.pose.yaw, abs=4)
    assert face.pose.roll == pytest.approx(-known_face.pose.roll, abs=4)


def test_grey_and_transparent_pictures_are_no_different(finder, portrait, known_face):
    grey = cv2.cvtColor(portrait.pixels, cv2.COLOR_RGB2GRAY)
    (of_grey,) = finder.find(Image(np.dstack([grey] * 3), grey=True))
    assert _apart(known_face, of_grey) < 0.04
    alpha = np.full((512, 512), 255, np.uint8)
    (of_clear,) = finder.find(Image(np.dstack([portrait.pixels, alpha])))
    assert _apart(known_face, of_clear) < 0.01


def test_a_big_photo_gives_the_same_mesh_enlarged(finder, portrait, known_face):
    big = Image(cv2.resize(portrait.pixels, (4000, 4000), interpolation=cv2.INTER_CUBIC))
    (face,) = finder.find(big)
    shrunk = face.landmarks[:, :2] * 512 / 4000
    assert np.linalg.norm(shrunk - known_face.landmarks[:, :2], axis=1).mean() < 0.04 * known_face.size_wh[0]


def test_small_faces_in_a_big_picture_are_found_and_sorted(finder, portrait):
    scene = np.full((1500, 2000, 3), 150, np.uint8)
    places = {(100, 80): 260, (1500, 200): 180, (900, 1150): 320}
    for (left, top), side in places.items():
        # The 230 px around the head; the face is two fifths of that.
        head = cv2.resize(portrait.pixels[20:250, 110:340], (side, side), interpolation=cv2.INTER_AREA)
        scene[top : top + side, left : left + side] = head
    faces = finder.find(Image(scene))
    assert len(faces) == 3
    widths = [face.size_wh[0] for face in faces]
    assert widths == sorted(widths, reverse=True)
    assert widths[-1] < 90
    for face, ((left, top), side) in zip(faces, sorted(places.items(), key=lambda item: -item[1]), strict=True):
        x, y = face.landmarks[NOSE, :2]
        assert left < x < left + side
        assert top < y < top + side


def test_small_faces_beside_large_ones_are_found(finder, portrait):
    head = portrait.pixels[20:250, 110:340]
    group = np.full((1300, 2400, 3), 255, np.uint8)
    places = [(0, 0, 900), (900, 0, 900), (1800, 0, 600), (0, 900, 300), (300, 900, 300), (600, 900, 300)]
    for left, top, side in places:
        group[top : top + side, left : left + side] = cv2.resize(head, (side, side), interpolation=cv2.INTER_CUBIC)
    assert len(finder.find(Image(group))) == 6


def test_two_neighbours_are_two_faces(finder, portrait):
    head = portrait.pixels[40:220, 150:310]
    faces = finder.find(Image(np.ascontiguousarray(np.hstack([head, head]))))
    assert len(faces) == 2
    assert abs(abs(faces[0].landmarks[NOSE, 0] - faces[1].landmarks[NOSE, 0]) - 160) < 8


def test_a_tight_crop_of_48_pixels_is_enough(finder, portrait, known_face):
    left, top, right, bottom = (round(v) for v in known_face.box_xyxy)
    crop = cv2.resize(
        portrait.pixels[top - 10 : bottom + 6, left - 8 : right + 8], (48, 48), interpolation=cv2.INTER_AREA
    )
    assert len(finder.find(Image(crop))) == 1


@pytest.mark.parametrize("name", ["coffee", "brick", "grass", "coins", "page", "clock", "chelsea", "rocket"])
def test_pictures_without_people_have_no_face(finder, name):
    picture = getattr(skimage.data, name)()
    assert finder.find(Image(picture if picture.ndim == 3 else np.dstack([picture] * 3))) == []


def test_flat_and_noisy_pictures_have_no_face(finder):
    assert finder.find(Image(np.full((64, 300, 3), 90, np.uint8))) == []
    noise = np.random.default_rng(0).integers(0, 255, (200, 200, 3), np.uint8)
    assert finder.find(Image(noise)) == []


def test_threads_may_share_a_finder(finder, portrait, known_face):
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda _: finder.find(portrait), range(8)))
    assert all(_apart(known_face, faces[0]) < 1e-6 for faces in results)


def test_nothing_is_said_on_stderr():
    program = (
        "from skimage.data import astronaut; from pyojeong.media import Image;"
        "from pyojeong.reading.face.finding import FaceFinder; assert FaceFinder().find(Image(astronaut()))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr == ""


def test_a_glance_sees_what_the_first_look_shows(finder, portrait, known_face):
    (face,) = finder.glance(portrait)
    assert _apart(face, known_face) < 0.02
    assert finder.glance(Image(np.full((480, 640, 3), 90, np.uint8))) == []
