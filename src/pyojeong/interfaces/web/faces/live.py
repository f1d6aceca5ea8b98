"""One visitor's webcam: frame after frame read in memory on this machine, none kept longer than until the next."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass

from pyojeong.emotion import Mood
from pyojeong.interfaces import wiring
from pyojeong.interfaces.faces import FaceReading, expression_beyond
from pyojeong.media import Image
from pyojeong.reading.face.following import FaceFollower
from pyojeong.reading.face.neutral import NeutralFace

MOST_FRAME_BYTES = 1_000_000
"""A frame of 480 px is some 40 kB; nothing else is meant to come in here."""


class Turns:
    """Whose turn it is: one frame of all visitors is read at a time, in the order of asking."""

    def __init__(self) -> None:
        self.lock = asyncio.Lock()


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """What was read in one frame.

    Attributes:
        image: The frame.
        readings: Number of a face as it is followed → what it shows, smoothed; the largest face first.
        milliseconds: From the turn to the reading, on the wall clock.
    """

    image: Image
    readings: Mapping[int, FaceReading]
    milliseconds: float


class LiveReader:
    """JPEG frames → what their faces show; of frames that wait at the same time only the newest is read.

    Args:
        turns: Shared by all visitors.
    """

    def __init__(self, turns: Turns) -> None:
        self._turns = turns
        self._follower = FaceFollower()
        self._newest = 0

    async def read(self, data: bytes, rest: NeutralFace | None) -> Frame | None:
        """What the frame shows; None when a newer one came before its turn.

        Args:
            data: A picture file.
            rest: The own neutral face of the person whose face is the largest.

        Raises:
            PyojeongError: When it is no picture, or the model that reads feelings is missing.
        """
        self._newest += 1
        mine = self._newest
        async with self._turns.lock:
            if mine != self._newest:
                return None
            return await asyncio.to_thread(self._read, data, rest)

    def _read(self, data: bytes, rest: NeutralFace | None) -> Frame:
        begun = time.monotonic()
        image = wiring.opened_image(data)
        faces = wiring.faces_at_a_glance(image)
        neutrals = {} if rest is None else {0: rest}
        moods: list[Mood] = wiring.face_mood_reader().read(image, faces, neutrals=neutrals)
        followed = self._follower.follow(faces, moods, at_seconds=begun)
        readings = {
            one.number: FaceReading(one.face, one.mood, expression_beyond(one.face, neutrals.get(place)))
            for place, one in enumerate(followed)
        }
        return Frame(image, readings, 1000 * (time.monotonic() - begun))
