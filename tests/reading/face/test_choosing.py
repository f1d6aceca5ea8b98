from __future__ import annotations

import numpy as np
import pytest

from pyojeong.errors import PyojeongError
from pyojeong.media import Image
from pyojeong.reading.face.choosing import choose_face, find_faces
from pyojeong.reading.face.finding import Search

BLANK = Image(np.full((64, 64, 3), 90, np.uint8))


class Remembered:
    """A finder that has already looked."""

    def __init__(self, *faces, unmeshed_score: float = 0.0) -> None:
        self._search = Search(faces, unmeshed_score)

    def search(self, image: Image) -> Search:
        assert image is BLANK
        return self._search


def _refusal(finder=None) -> PyojeongError:
    with pytest.raises(PyojeongError, match="얼굴을 찾지 못했습니다") as refusal:
        find_faces(BLANK, finder=finder)
    assert refusal.value.kind == "no-face"
    return refusal.value


def test_a_picture_without_a_face_says_what_would_help():
    assert "정면" in _refusal().korean
    assert "frontal" in _refusal().english


def test_profiles_and_covered_faces_have_sentences_of_their_own(face_of):
    assert "옆으로" in _refusal(Remembered(face_of(yaw=60), face_of(yaw=-50))).korean
    assert "가려" in _refusal(Remembered(unmeshed_score=0.8)).korean
    assert "정면" in _refusal(Remembered(unmeshed_score=0.3)).korean


def test_a_profile_beside_a_frontal_face_is_kept(face_of):
    faces = [face_of(yaw=60), face_of(yaw=5)]
    assert find_faces(BLANK, finder=Remembered(*faces)) == faces


def test_choosing_counts_from_nought(face_of):
    faces = [face_of(), face_of()]
    assert choose_face(faces, 1) is faces[1]
    for number in (2, -1):
        with pytest.raises(PyojeongError, match="0부터 1까지") as refusal:
            choose_face(faces, number)
        assert refusal.value.kind == "no-such-face"


def test_choosing_another_face_than_the_only_one_says_so(face_of):
    with pytest.raises(PyojeongError, match="하나뿐") as refusal:
        choose_face([face_of()], 3)
    assert (refusal.value.kind, "one face" in refusal.value.english) == ("no-such-face", True)


def test_choosing_among_no_faces_says_there_is_none():
    with pytest.raises(PyojeongError) as refusal:
        choose_face([], 0)
    assert refusal.value.kind == "no-such-face"
    assert "-1" not in refusal.value.korean


def test_a_missing_system_library_is_told_with_the_line_that_installs_it(monkeypatch):
    from pyojeong.weights import mediapipe_graphs

    def fail(_: str) -> None:
        raise ImportError("libGL.so.1: cannot open shared object file: No such file or directory")

    monkeypatch.setattr(mediapipe_graphs, "import_module", fail)
    with pytest.raises(PyojeongError, match="apt-get install") as refusal:
        mediapipe_graphs.mediapipe_solution("face_mesh")
    assert refusal.value.kind == "missing-library"
