"""The Python API takes pictures of every kind and says what it cannot do."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import PIL.Image
import pytest
import skimage.data

import pyojeong
from pyojeong import Emotion, Expression, Mood, PyojeongError
from pyojeong.interfaces.casting import role_of


@pytest.fixture(autouse=True)
def _reader(word_reader: object) -> None:
    """Text is read by four words; faces and performers are the real ones."""


def test_every_name_of_the_package_can_be_had() -> None:
    assert all(getattr(pyojeong, name) is not None for name in pyojeong.__all__)
    assert set(pyojeong.__all__) < set(dir(pyojeong))
    with pytest.raises(AttributeError, match="read_face_crops"):
        _ = pyojeong.read_face_crops


def test_pictures_come_as_paths_bytes_files_pillow_or_arrays(pictures: Path, portrait_pixels: np.ndarray) -> None:
    path = pictures / "portrait.png"
    with path.open("rb") as stream, PIL.Image.open(path) as pillow:
        kinds = [path, str(path), path.read_bytes(), stream, pillow, portrait_pixels, pyojeong.open_image(path)]
        assert all(np.array_equal(pyojeong.open_image(kind).pixels, portrait_pixels) for kind in kinds)


@pytest.mark.parametrize(
    "what",
    [
        Emotion.JOY,
        Mood.of(Emotion.JOY, intensity=0.5),
        Expression({"jawOpen": 0.6, "eyeBlinkLeft": 1.0}),
        "기쁨:0.7",
        "친구가 와서 기뻐",
        {0: Emotion.JOY},
    ],
    ids=lambda what: type(what).__name__,
)
def test_whatever_is_asked_the_size_stays_and_the_face_moves(portrait_pixels: np.ndarray, what: object) -> None:
    performed = pyojeong.perform(portrait_pixels, what, mark=False)
    assert performed.pixels.shape == portrait_pixels.shape
    assert (performed.pixels != portrait_pixels).any(axis=2).sum() > 500


def test_the_visible_mark_is_on_by_default_and_outside_nothing_else_changes(portrait_pixels: np.ndarray) -> None:
    marked = pyojeong.perform(portrait_pixels, Emotion.NEUTRAL)
    plain = pyojeong.perform(portrait_pixels, Emotion.NEUTRAL, mark=False)
    assert 20 < (marked.pixels != plain.pixels).any(axis=2).sum() < 0.05 * 384 * 384


def test_a_clip_starts_and_ends_at_rest(portrait_pixels: np.ndarray) -> None:
    clip = pyojeong.animate(portrait_pixels, Emotion.SURPRISE, seconds=1.0, frames_per_second=8, mark=False)
    assert (clip.count, clip.size_wh) == (8, (384, 384))
    assert np.array_equal(clip.frame(0), portrait_pixels)
    assert (clip.frame(4) != portrait_pixels).any()


def test_scores_survive_their_files(tmp_path: Path) -> None:
    score = pyojeong.read_text("속상해. 기뻐.")
    pyojeong.save_score(score, tmp_path / "s.json")
    loaded = pyojeong.load_score(tmp_path / "s.json")
    assert (loaded.text, [b.start for b in loaded.beats]) == (score.text, [0, 5])
    assert [b.mood.leading for b in loaded.beats] == [Emotion.SADNESS, Emotion.JOY]
    with pytest.raises(PyojeongError, match="없습니다"):
        pyojeong.load_score(tmp_path / "none.json")
    (tmp_path / "bytes.json").write_bytes(b"\xff\xfe\xfa")
    with pytest.raises(PyojeongError):
        pyojeong.load_score(tmp_path / "bytes.json")


def test_bad_pictures_have_their_kind(pictures: Path, bad_picture: tuple[str, str]) -> None:
    name, kind = bad_picture
    for verb in (pyojeong.read_faces, lambda picture: pyojeong.perform(picture, Emotion.JOY)):
        with pytest.raises(PyojeongError) as refusal:
            verb(pictures / name)
        assert refusal.value.kind == kind


def test_faces_are_listed_largest_first(pictures: Path) -> None:
    readings = pyojeong.read_faces(pictures / "six.png")
    widths = [reading.face.size_wh[0] for reading in readings]
    assert len(widths) == 6
    assert widths[0] == max(widths)


def test_neutral_takes_a_photographed_smile_away() -> None:
    photo = pyojeong.Image(skimage.data.astronaut())
    rested = pyojeong.perform(photo, Emotion.NEUTRAL, mark=False)
    assert np.any(rested.pixels != photo.pixels)
    before, after = (sum(pyojeong.read_faces(image)[0].expression.both("mouthSmile")) for image in (photo, rested))
    assert after < 0.6 * before


def test_what_was_set_by_hand_for_the_only_beat_is_performed() -> None:
    mood = Mood.of(Emotion.JOY)
    score = pyojeong.Score("좋아", mood, (pyojeong.Beat(0, 2, mood, expression={"eyeBlinkLeft": 0.8}),))
    assert role_of(score).expression.to_dict() == {"eyeBlinkLeft": 0.8}
