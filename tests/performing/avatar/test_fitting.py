from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import skimage.data
from made_people import SIZE, Photo, at, mirrored_face, photo

from pyojeong.errors import PyojeongError
from pyojeong.media import Image
from pyojeong.performing.avatar.cautions import pupils_px
from pyojeong.performing.avatar.fitting import FittedHead, fit_head
from pyojeong.performing.avatar.parts import Part
from pyojeong.reading.face.coefficients import estimated_expression
from pyojeong.reading.face.finding import FaceFinder
from pyojeong.rig import Expression

FLIP = np.array([-1.0, 1.0, 1.0])


def landmark_error(head: FittedHead, shown: Photo) -> float:
    """Mean distance of the photographed head's landmarks, in distances of the pupils."""
    places, _ = head.camera.project(head.template.landmarks.of(head.photographed))
    return float(np.linalg.norm(places - shown.face.landmarks[:468, :2], axis=1).mean() / pupils_px(shown.face))


@pytest.mark.parametrize(("seed", "yaw", "pitch"), [(0, 0, 0), (1, 12, -6), (2, -18, 4), (3, 5, 8)])
def test_a_known_head_is_found_again(seed: int, yaw: float, pitch: float) -> None:
    shown = photo(seed, yaw=yaw, pitch=pitch)
    head = shown.fit()
    assert landmark_error(head, shown) < 0.004
    assert head.camera.yaw_pitch_degrees == pytest.approx(shown.camera.yaw_pitch_degrees, abs=2.0)
    assert head.camera.pixels_per_cm == pytest.approx(24.0, rel=0.06)
    face = head.template.points_of(Part.SKIN)
    face = face[(head.template.neutral[face, 2] > 6) & (head.template.neutral[face, 1] > -8)]
    found, true = head.neutral[face], shown.head[face]
    size = np.linalg.norm(true - true.mean(0)) / np.linalg.norm(found - found.mean(0))
    left = (found - found.mean(0)) * size - (true - true.mean(0))
    assert np.sqrt((left**2).sum(1).mean()) < 0.2


def test_the_photographed_smile_is_taken_away() -> None:
    smile = {"mouthSmileLeft": 0.8, "mouthSmileRight": 0.8, "jawOpen": 0.2}
    calm, smiling = photo(5).fit(), photo(5, **smile).fit()
    corner = calm.template.marks["lip_upper"][[0, -1]]
    shown = np.linalg.norm((smiling.photographed - calm.photographed)[corner], axis=1).mean()
    kept = np.linalg.norm((smiling.neutral - calm.neutral)[corner], axis=1).mean()
    assert smiling.expression["mouthSmileLeft"] > 0.4
    assert shown > 0.4 and kept < 0.4 * shown


def test_colours_are_taken_where_the_photo_has_the_mouth_however_far_it_is_opened() -> None:
    shown = photo(5, jawOpen=1.0)
    landmarks = shown.face.landmarks.copy()
    low = landmarks[:468, 1] > landmarks[14, 1] - 1
    landmarks[:468][low, 1] += 2.0 * 24  # further down than any jaw of ours falls
    screaming = replace(shown, face=replace(shown.face, landmarks=landmarks))
    head = screaming.fit()
    places, _ = head.camera.project(head.template.landmarks.of(head.photographed))
    lower = [14, 17, 87, 317]
    left = np.linalg.norm(places[lower] - landmarks[lower, :2], axis=1) / head.camera.pixels_per_cm
    assert left.max() < 0.25


def test_narrow_eyes_stay_narrow() -> None:
    """Squint is mostly the face's own form: taking all of it away makes people stare."""
    squint = photo(6, eyeSquintLeft=0.6, eyeSquintRight=0.6).fit()
    taken = squint.expression["eyeSquintLeft"] * squint.movements[at("eyeSquintLeft")]
    lid = squint.template.marks["lid_lower_left"]
    moved = (squint.photographed - squint.neutral)[lid, 1].mean()
    assert squint.expression["eyeSquintLeft"] > 0.1
    assert abs(moved) < 0.5 * abs(taken[lid, 1].mean()) + 0.02


@pytest.mark.parametrize(("name", "degrees"), [("eyeLookOutLeft", 0.6), ("eyeLookUpLeft", 0.5)])
def test_the_gaze_is_read_from_the_irises(name: str, degrees: float) -> None:
    both = {name: degrees, name.replace("OutLeft", "InRight").replace("UpLeft", "UpRight"): degrees}
    assert photo(1, **both).fit().expression[name] == pytest.approx(degrees, abs=0.2)
    assert photo(1).fit().expression[name] < 0.2


def test_the_same_photo_gives_the_same_head() -> None:
    first, second = photo(2, yaw=6).fit(), photo(2, yaw=6).fit()
    for name in ("neutral", "movements", "photographed", "identity", "closings"):
        assert np.array_equal(getattr(first, name), getattr(second, name)), name


def test_the_mirrored_photo_gives_the_mirrored_head() -> None:
    shown = photo(4, yaw=9, mouthSmileLeft=0.6)
    head = shown.fit()
    other = fit_head(shown.image, mirrored_face(shown.face, SIZE), shown.expression.mirrored())
    mirror = head.template.mirror
    assert np.abs(other.neutral[mirror] * FLIP - head.neutral).max() < 0.08
    assert other.expression["mouthSmileRight"] == pytest.approx(head.expression["mouthSmileLeft"], abs=0.05)


def test_a_real_photo_is_fitted() -> None:
    image = Image(skimage.data.astronaut())
    face = FaceFinder().find(image)[0]
    head = fit_head(image, face, estimated_expression(face))
    places, _ = head.camera.project(head.template.landmarks.of(head.photographed))
    assert np.linalg.norm(places - face.landmarks[:468, :2], axis=1).mean() < 0.012 * pupils_px(face)
    assert head.error_pupils < 0.035
    assert head.expression["mouthSmileLeft"] > 0.3
    assert np.abs(head.neutral - head.template.neutral).max() < 3.0


def test_a_profile_is_refused_in_both_languages() -> None:
    with pytest.raises(PyojeongError) as refused:
        photo(0, yaw=42).fit()
    assert refused.value.kind == "face-turned"
    assert "35도" in refused.value.korean and "35 degrees" in refused.value.english


def test_posed_adds_nothing_at_rest() -> None:
    head = photo(0).fit()
    assert np.array_equal(head.posed(Expression()), head.neutral)
