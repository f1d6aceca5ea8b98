"""One visitor's faces: a picture or the webcam, what was read, and what the person says to it.

Knows nothing of the screen.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pyojeong.emotion import Beat, Emotion, Mood, Score, SetBy
from pyojeong.errors import PyojeongError
from pyojeong.interfaces import neutral_faces, wiring
from pyojeong.interfaces.faces import FaceReading, expression_beyond, readings_of
from pyojeong.interfaces.web.faces.live import Frame, LiveReader, Turns
from pyojeong.interfaces.web.handoff import SentPhoto, handoff, photos
from pyojeong.interfaces.web.latest import Latest
from pyojeong.interfaces.web.shelf import shelf
from pyojeong.interfaces.web.studio.easel import SCREEN_SIDE_PX, screen_item
from pyojeong.interfaces.web.watched import Watched
from pyojeong.media import Face, Image
from pyojeong.reading.face.neutral import NeutralFace

OWN_NAME = "me"
"""Under which name the neutral face is kept: ``pyojeong read face --neutral me`` uses the same."""
MODEL_FAILURES = ("no-model", "model-broken")
LIVE_PAUSE_SECONDS = 0.4
"""So often the rest of the page follows the webcam; the gauges follow every frame by themselves."""


@dataclass(frozen=True, slots=True, eq=False)
class Photo:
    """A picture on the desk, and where the browser fetches it."""

    image: Image
    address: str
    faces: tuple[Face, ...]


class FacesDesk(Watched):
    """What one visitor sees and does; `watch` tells the screen after every change.

    Attributes:
        photo: The picture, or None.
        readings: What was read in each of its faces, the largest first.
        chosen: Number of the chosen face: of the picture's, or of those the webcam follows.
        mine: Number of the picture's face that is the visitor's own; None when nobody said so.
        rest: The visitor's own neutral face, or None.
        frame: What the webcam saw last; None while it does not run.
        text: What the person is saying.
        heard: What was read in it, or None.
        unheard: Why nothing could be read in it, or None.
        own: What the person calls their feeling, or None.
        opening: Whether a picture is being opened or read.
    """

    def __init__(self, turns: Turns) -> None:
        super().__init__("the page of faces")
        self.photo: Photo | None = None
        self.readings: tuple[FaceReading, ...] = ()
        self.chosen = 0
        self.mine: int | None = None
        self.rest: NeutralFace | None = None
        self.frame: Frame | None = None
        self.text = ""
        self.heard: Mood | None = None
        self.unheard: PyojeongError | None = None
        self.own: Emotion | None = None
        self.opening = False
        self._turns = turns
        self._live: LiveReader | None = None
        self._told_at = 0.0
        self._hearing = Latest(self._hear)

    def close(self) -> None:
        """Stop all work and forget pictures and words."""
        self.unwatch()
        self._hearing.stop()
        self._put_away()
        self.frame = self._live = self.heard = None
        self.text = ""

    @property
    def reading(self) -> FaceReading | None:
        """What the chosen face shows, in the picture or before the webcam."""
        if self._live is not None:
            return None if self.frame is None else _chosen(self.frame.readings, self.chosen)
        return _chosen(dict(enumerate(self.readings)), self.chosen)

    @property
    def felt(self) -> Mood | None:
        """The mood of the chosen face, or None."""
        return None if self.reading is None else self.reading.mood

    @property
    def is_live(self) -> bool:
        """Whether the webcam runs."""
        return self._live is not None

    # a picture

    async def open_picture(self, data: bytes) -> None:
        """Take a picture file and read its faces."""
        await self._work(lambda: self._opened(wiring.opened_image(data)))

    async def lay(self, image: Image) -> None:
        """Take a picture and read its faces."""
        await self._work(lambda: self._opened(image))

    def choose(self, number: int) -> None:
        """Turn to another face."""
        faces: Mapping[int, object] = dict(enumerate(self.readings))
        if self._live is not None:
            faces = {} if self.frame is None else self.frame.readings
        if number in faces:
            self.chosen = number
            self.tell()

    async def _work(self, job: Callable[[], Photo]) -> None:
        if self.opening:
            return
        self.opening, self.trouble, self.told = True, None, None
        self.tell()
        try:
            photo = await asyncio.to_thread(job)
            self._put_away()
            self.stop_live()
            self.photo, self.chosen = photo, 0
            self.mine = 0 if len(photo.faces) == 1 else None
            if photo.faces:
                await self._read()
            else:
                await asyncio.to_thread(wiring.faces_of, photo.image)  # says why there is none
        except Exception as failure:  # told to the person, whatever it is
            self.fail(failure)
        finally:
            self.opening = False
            self.tell()

    def _opened(self, image: Image) -> Photo:
        try:
            faces = wiring.faces_of(image)
        except PyojeongError as nobody:
            if nobody.kind != "no-face":
                raise
            faces = []
        return Photo(image, shelf.put(screen_item(image, SCREEN_SIDE_PX)), tuple(faces))

    async def _read(self) -> None:
        """Read the picture's faces, anew when they were read before; without a model, what they do alone."""
        photo = self.photo
        if photo is None:
            return
        neutrals = {} if self.rest is None or self.mine is None else {self.mine: self.rest}
        try:
            readings = await asyncio.to_thread(readings_of, photo.image, photo.faces, neutrals=neutrals)
        except PyojeongError as missing:
            if missing.kind not in MODEL_FAILURES:
                raise
            readings = [
                FaceReading(face, None, expression_beyond(face, neutrals.get(number)))
                for number, face in enumerate(photo.faces)
            ]
            self.fail(missing)
        if self.photo is photo:
            self.readings = tuple(readings)
        self.tell()

    def _put_away(self) -> None:
        if self.photo is not None:
            shelf.take_away(self.photo.address)
        self.photo, self.readings = None, ()

    # the webcam

    def start_live(self) -> None:
        """Expect frames from now on."""
        self._live, self.frame, self.chosen = LiveReader(self._turns), None, 0
        self.trouble = self.told = None
        self.tell()

    def stop_live(self) -> None:
        """Expect none any more, and forget the last."""
        self._live = self.frame = None
        if self.chosen >= len(self.readings):
            self.chosen = 0
        self.tell()

    async def see(self, data: bytes) -> Frame | None:
        """What one frame of the webcam shows; None when a newer one came first or the webcam was stopped.

        Raises:
            PyojeongError: When it is no picture, or the model that reads feelings is missing.
        """
        live = self._live
        frame = None if live is None else await live.read(data, self.rest)
        if frame is None or self._live is not live:
            return None
        self.frame = frame
        if time.monotonic() - self._told_at >= LIVE_PAUSE_SECONDS:
            self._told_at = time.monotonic()
            self.tell()
        return frame

    # the person's own neutral face

    async def recall_neutral(self) -> None:
        """Take up the neutral face that was kept on this device, if any."""
        await self._minding(lambda: neutral_faces.kept(OWN_NAME) if OWN_NAME in neutral_faces.names_kept() else None)

    async def keep_neutral(self) -> None:
        """The chosen face is the visitor's own at rest: keep how it is read, as numbers, on this device."""
        image, reading = self._in_view(), self.reading
        if image is None or reading is None:
            return

        def kept() -> NeutralFace:
            rest = wiring.face_mood_reader().neutral_face(image, reading.face)
            neutral_faces.keep(OWN_NAME, rest)
            return rest

        if not self.is_live:
            self.mine = self.chosen
        if await self._minding(kept):
            self.told = "faces-neutral-kept"
            self.tell()

    async def forget_neutral(self) -> None:
        """Erase it from this device."""

        def gone() -> None:
            neutral_faces.forget(OWN_NAME)

        if await self._minding(gone):
            self.told = "faces-neutral-gone"
            self.tell()

    async def say_mine(self, *, mine: bool) -> None:
        """Whether the chosen face of the picture is the visitor's own."""
        self.mine = self.chosen if mine else None
        await self._read()

    async def _minding(self, job: Callable[[], NeutralFace | None]) -> bool:
        """Do ``job`` and read anew with the neutral face it returns; whether that went well."""
        try:
            self.rest = await asyncio.to_thread(job)
            await self._read()
        except Exception as failure:  # told to the person, whatever it is
            self.fail(failure)
            return False
        return True

    # the temperature gap

    def say(self, text: str) -> None:
        """The person is saying ``text``."""
        self.text = text
        self._hearing.ask(text)

    def feel(self, emotion: Emotion | None) -> None:
        """The person calls their feeling ``emotion``, or nothing."""
        self.own = emotion
        self.tell()

    async def heard_all(self) -> None:
        """Returns when everything said was read."""
        await self._hearing.finished()

    async def _hear(self, text: str) -> None:
        self.heard = self.unheard = None
        try:
            if text.strip():
                self.heard = (await asyncio.to_thread(wiring.text_reader().read, text)).mood
        except PyojeongError as refusal:
            self.unheard = refusal
        except Exception as failure:  # told to the person, whatever it is
            self.fail(failure)
        self.tell()

    # onward

    async def sent_photo(self) -> str | None:
        """The address of the studio that begins with this picture and its chosen face; None when there is none."""
        image = self._in_view()
        if image is None or self.reading is None:
            return None
        number = _place(self.frame.readings, self.chosen) if self.frame is not None else self.chosen
        data = await asyncio.to_thread(wiring.picture_bytes, image, "png")
        return f"/?photo={photos.put(SentPhoto(data, image.name or 'face', number))}"

    def sent_expression(self, told: str) -> str | None:
        """The address of the studio that performs the chosen face's expression; None when there is none.

        Args:
            told: Text it is performed with when the person said nothing.
        """
        reading = self.reading
        if reading is None or reading.expression is None:
            return None
        text = self.text.strip() or told
        mood = Mood.of(Emotion.NEUTRAL) if reading.mood is None else reading.mood
        beat = Beat(0, len(text), mood, expression=reading.expression.to_dict(), set_by=SetBy.PERSON, read=self.heard)
        return f"/?beat={handoff.put(Score(text, mood, (beat,)))}"

    def _in_view(self) -> Image | None:
        if self._live is not None:
            return None if self.frame is None else self.frame.image
        return None if self.photo is None else self.photo.image


def _chosen(readings: Mapping[int, FaceReading], number: int) -> FaceReading | None:
    """The face ``number``, else the largest; None when there is none."""
    return readings.get(number, next(iter(readings.values()), None))


def _place(readings: Mapping[int, FaceReading], number: int) -> int:
    """How many larger faces there are than the one called ``number``; 0 when it is gone."""
    order = list(readings)
    return order.index(number) if number in order else 0
