"""What a visitor of the page of faces can do, without a browser or the model."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import cv2
import numpy as np
import PIL.Image
import pytest

from pyojeong.emotion import Emotion, Mood, SetBy
from pyojeong.emotion.taxonomy import FERPLUS
from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring
from pyojeong.interfaces.web.faces.desk import OWN_NAME, FacesDesk
from pyojeong.interfaces.web.faces.live import Turns
from pyojeong.interfaces.web.handoff import handoff, photos
from pyojeong.interfaces.web.shelf import shelf
from pyojeong.media import Face, Image
from pyojeong.reading.face.neutral import NeutralFace


class BrightnessReader:
    """Takes bright faces for joy and dark ones for sadness; a face with its own neutral is always neutral."""

    def read(self, image: Image, faces: Sequence[Face], *, neutrals: dict[int, NeutralFace]) -> list[Mood]:
        return [
            Mood.of(Emotion.NEUTRAL) if number in neutrals else self._mood(image, face)
            for number, face in enumerate(faces)
        ]

    def neutral_face(self, image: Image, face: Face) -> NeutralFace:
        return NeutralFace((0.0,) * len(FERPLUS.labels), {})

    def _mood(self, image: Image, face: Face) -> Mood:
        left, top, right, bottom = (round(side) for side in face.box_xyxy)
        bright = image.rgb[max(0, top) : bottom, max(0, left) : right].mean() > 60
        return Mood.of(Emotion.JOY if bright else Emotion.SADNESS)


@pytest.fixture(autouse=True)
def brightness(fresh_settings: pytest.MonkeyPatch, tmp_path: Path, word_reader: object) -> pytest.MonkeyPatch:
    fresh_settings.setenv("PYOJEONG_HOME", str(tmp_path / "home"))
    reader = BrightnessReader()
    fresh_settings.setattr(wiring, "face_mood_reader", lambda: reader)
    return fresh_settings


Steps = Callable[[FacesDesk], object]


def visited(*steps: Steps, photo: bytes = b"") -> FacesDesk:
    """A desk on which ``photo`` was opened, then each step done to its end."""

    async def run() -> FacesDesk:
        desk = FacesDesk(Turns())
        await desk.recall_neutral()
        if photo:
            await desk.open_picture(photo)
        for step in steps:
            done = step(desk)
            if asyncio.iscoroutine(done):
                await done
        await desk.heard_all()
        return desk

    return asyncio.run(run())


@pytest.fixture(scope="module")
def portrait(pictures: Path) -> bytes:
    return (pictures / "portrait.png").read_bytes()


@pytest.fixture(scope="module")
def two(portrait_pixels: np.ndarray) -> bytes:
    """Two portraits side by side: the left one larger and bright, the right one dark."""
    sheet = np.full((384, 700, 3), 120, np.uint8)
    sheet[:, :384] = portrait_pixels
    sheet[:300, 390:690] = cv2.resize(portrait_pixels, (300, 300)) // 5
    return saved(sheet)


def saved(pixels: np.ndarray, kind: str = "png") -> bytes:
    file = io.BytesIO()
    PIL.Image.fromarray(pixels).save(file, kind)
    return file.getvalue()


@pytest.fixture(scope="module")
def frame(portrait_pixels: np.ndarray) -> bytes:
    return saved(portrait_pixels, "jpeg")


def leading(desk: FacesDesk) -> Emotion | None:
    return None if desk.felt is None else desk.felt.leading


def test_every_face_of_a_picture_is_read_and_can_be_chosen(two: bytes) -> None:
    desk = visited(photo=two)
    assert [r.mood.leading for r in desk.readings if r.mood] == [Emotion.JOY, Emotion.SADNESS]
    assert (desk.chosen, leading(desk)) == (0, Emotion.JOY)
    desk.choose(1)
    assert leading(desk) is Emotion.SADNESS
    desk.choose(7)
    assert desk.chosen == 1


def test_nobody_in_the_picture_is_said_and_the_picture_stays(pictures: Path) -> None:
    desk = visited(photo=(pictures / "nobody.png").read_bytes())
    assert desk.photo is not None
    assert (desk.reading, desk.opening) == (None, False)
    assert isinstance(desk.trouble, PyojeongError)
    assert desk.trouble.kind == "no-face"


def test_a_broken_file_leaves_what_was_there(portrait: bytes, pictures: Path) -> None:
    desk = visited(lambda desk: desk.open_picture((pictures / "letter.jpg").read_bytes()), photo=portrait)
    assert leading(desk) is Emotion.JOY
    assert isinstance(desk.trouble, PyojeongError)


def test_without_the_model_faces_are_found_and_it_is_said(portrait: bytes, brightness: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise PyojeongError("모델이 없습니다.", "There is no model.", kind="no-model")

    brightness.setattr(wiring, "face_mood_reader", missing)
    desk = visited(photo=portrait)
    assert desk.reading is not None
    assert (desk.reading.mood, isinstance(desk.trouble, PyojeongError)) == (None, True)
    assert desk.reading.expression is not None
    assert desk.reading.expression["mouthSmileLeft"] > 0.3


def test_a_neutral_face_is_kept_as_numbers_used_and_erased(portrait: bytes, tmp_path: Path) -> None:
    desk = visited(lambda desk: desk.keep_neutral(), photo=portrait)
    assert (leading(desk), desk.told) == (Emotion.NEUTRAL, "faces-neutral-kept")
    (kept,) = (tmp_path / "home").rglob("*.*")
    assert kept.name == f"{OWN_NAME}.json"
    assert kept.stat().st_size < 4_000
    assert leading(visited(photo=portrait)) is Emotion.NEUTRAL
    erased = visited(lambda desk: desk.forget_neutral(), photo=portrait)
    assert (leading(erased), erased.rest) == (Emotion.JOY, None)
    assert not kept.exists()


def test_among_several_only_the_persons_own_face_is_read_against_it(two: bytes) -> None:
    visited(lambda desk: desk.keep_neutral(), photo=two)
    desk = visited(photo=two)
    assert (desk.mine, leading(desk)) == (None, Emotion.JOY)
    desk = visited(lambda d: d.choose(1), lambda d: d.say_mine(mine=True), photo=two)
    assert [r.mood.leading for r in desk.readings if r.mood] == [Emotion.JOY, Emotion.NEUTRAL]
    desk = visited(lambda d: d.say_mine(mine=True), lambda d: d.say_mine(mine=False), photo=two)
    assert leading(desk) is Emotion.JOY


def test_a_spoilt_neutral_face_is_said_and_not_used(portrait: bytes, tmp_path: Path) -> None:
    folder = tmp_path / "home" / "neutral"
    folder.mkdir(parents=True)
    (folder / f"{OWN_NAME}.json").write_text("{}", encoding="utf-8")
    desk = visited()
    assert desk.rest is None
    assert isinstance(desk.trouble, PyojeongError)


def test_frames_are_read_until_the_webcam_stops(frame: bytes) -> None:
    desk = visited(lambda desk: desk.start_live(), lambda desk: desk.see(frame))
    assert (desk.is_live, leading(desk)) == (True, Emotion.JOY)
    desk.stop_live()
    assert (desk.is_live, desk.frame, desk.reading) == (False, None, None)
    assert asyncio.run(desk.see(frame)) is None


def test_moods_of_the_webcam_go_over_smoothly(portrait_pixels: np.ndarray, frame: bytes) -> None:
    dark = saved(portrait_pixels // 5, "jpeg")
    desk = visited(lambda d: d.start_live(), lambda d: d.see(frame), lambda d: d.see(dark))
    assert desk.felt is not None
    assert all(0 < desk.felt.shares[emotion] < 1 for emotion in (Emotion.JOY, Emotion.SADNESS))


def test_of_frames_that_wait_only_the_newest_is_read(frame: bytes) -> None:
    async def hurried() -> list[bool]:
        desk = FacesDesk(Turns())
        desk.start_live()
        return [one is not None for one in await asyncio.gather(*(desk.see(frame) for _ in range(4)))]

    assert asyncio.run(hurried()) == [True, False, False, True]  # the first had its turn at once


def test_an_empty_room_is_no_trouble() -> None:
    room = saved(np.full((360, 480, 3), 90, np.uint8), "jpeg")
    desk = visited(lambda desk: desk.start_live(), lambda desk: desk.see(room))
    assert desk.frame is not None
    assert (desk.frame.readings, desk.reading, desk.trouble) == ({}, None, None)


def test_a_frame_that_is_no_picture_is_refused() -> None:
    with pytest.raises(PyojeongError):
        visited(lambda desk: desk.start_live(), lambda desk: desk.see(b"not a picture"))


def test_what_is_said_is_read_and_a_later_word_wins() -> None:
    desk = visited(lambda desk: desk.say("화나."), lambda desk: desk.say("너무 속상해."))
    assert desk.heard is not None
    assert desk.heard.leading is Emotion.SADNESS
    desk = visited(lambda desk: desk.say("너무 속상해."), lambda desk: desk.heard_all(), lambda desk: desk.say("hello"))
    assert (desk.heard, desk.trouble) == (None, None)
    assert desk.unheard is not None
    assert visited(lambda desk: desk.say("  ")).unheard is None


def test_the_photo_goes_to_the_studio_with_its_chosen_face(two: bytes) -> None:
    desk = visited(lambda desk: desk.choose(1), photo=two)
    sent = photos.at(word_of(asyncio.run(desk.sent_photo()), "photo"))
    assert sent is not None
    assert sent.face == 1
    assert PIL.Image.open(io.BytesIO(sent.data)).size == (700, 384)


def test_the_expression_goes_to_the_studio_with_what_was_said(portrait: bytes) -> None:
    desk = visited(lambda desk: desk.say("너무 속상해."), photo=portrait)
    score = handoff.at(word_of(desk.sent_expression("얼굴"), "beat"))
    assert score is not None
    (beat,) = score.beats
    assert (score.text, beat.set_by, beat.mood.leading) == ("너무 속상해.", SetBy.PERSON, Emotion.JOY)
    assert beat.read is not None
    assert beat.read.leading is Emotion.SADNESS
    assert beat.expression is not None
    assert beat.expression["mouthSmileLeft"] > 0.3


def test_nothing_is_sent_where_nobody_is() -> None:
    desk = visited()
    assert (asyncio.run(desk.sent_photo()), desk.sent_expression("얼굴")) == (None, None)


def test_a_visitor_who_leaves_leaves_nothing(portrait: bytes) -> None:
    before = len(shelf)
    desk = visited(photo=portrait)
    assert len(shelf) == before + 1
    desk.close()
    assert (len(shelf), desk.photo, desk.readings) == (before, None, ())


def word_of(address: str | None, key: str) -> str:
    assert address is not None
    return parse_qs(urlsplit(address).query)[key][0]
