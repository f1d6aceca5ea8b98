"""The same faces from frame to frame of a moving picture, each with its mood smoothed over time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pyojeong.emotion import Mood
from pyojeong.media.face import Face
from pyojeong.reading.face.looking import overlap
from pyojeong.reading.face.smoothing import FORGOTTEN_SECONDS, SmoothedMood

SAME_FACE_IOU = 0.2
"""Boxes of one face in two frames overlap at least this much: a head that moves half its width in 1/15 s still does
(intersection 1/2, union 3/2); boxes of neighbours in a picture hardly touch."""


@dataclass(frozen=True, slots=True, eq=False)
class Followed:
    """One face in the newest frame.

    Attributes:
        number: The same as long as the face is followed; counted from 0, never used again.
        face: Where it is.
        smoothed: Its mood up to now.
    """

    number: int
    face: Face
    smoothed: SmoothedMood

    @property
    def mood(self) -> Mood:
        """The smoothed mood."""
        return self.smoothed.mood


class FaceFollower:
    """Faces and moods of frame after frame → the faces with a number and a smoothed mood. No picture is kept."""

    def __init__(self) -> None:
        self._known: dict[int, Followed] = {}
        self._next = 0

    def follow(self, faces: Sequence[Face], moods: Sequence[Mood], *, at_seconds: float) -> list[Followed]:
        """The faces of one more frame, in their order.

        Args:
            faces: Where they are.
            moods: What was read in each.
            at_seconds: When, on a clock that never goes back.
        """
        self._forget_before(at_seconds - FORGOTTEN_SECONDS)
        free, followed = dict(self._known), []
        for face, mood in zip(faces, moods, strict=True):
            before = _most_overlapping(face, free.values())
            if before is None:
                now = Followed(self._next, face, SmoothedMood.first(mood, at_seconds=at_seconds))
                self._next += 1
            else:
                del free[before.number]
                now = Followed(before.number, face, before.smoothed.after(mood, at_seconds=at_seconds))
            self._known[now.number] = now
            followed.append(now)
        return followed

    def _forget_before(self, seconds: float) -> None:
        self._known = {number: one for number, one in self._known.items() if one.smoothed.at_seconds >= seconds}


def _most_overlapping(face: Face, known: Iterable[Followed]) -> Followed | None:
    shared = {one: overlap(face.box_xyxy, one.face.box_xyxy) for one in known}
    best = max(shared, key=lambda one: shared[one], default=None)
    return None if best is None or shared[best] < SAME_FACE_IOU else best
