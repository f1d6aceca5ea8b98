"""The faces of a picture as a document: `pyojeong.faces/1`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pyojeong.emotion import Mood
from pyojeong.emotion.score_json import mood_to_json
from pyojeong.interfaces import wiring
from pyojeong.media import Face, Image
from pyojeong.reading.face.neutral import NeutralFace
from pyojeong.rig import Expression

FORMAT = "pyojeong.faces/1"


@dataclass(frozen=True, slots=True, eq=False)
class FaceReading:
    """One face and what was read in it.

    Attributes:
        face: Where it is.
        mood: What it expresses; None where nobody looked.
        expression: What it does, as far as its mesh tells; None where nobody looked.
    """

    face: Face
    mood: Mood | None = None
    expression: Expression | None = None


def read_faces(image: Image, *, neutral: NeutralFace | None = None) -> list[FaceReading]:
    """Every face, largest first.

    Args:
        image: The picture.
        neutral: The own neutral face of the person whose face is the largest; the others are read without.

    Raises:
        PyojeongError: When there is none to work with.
    """
    return readings_of(image, wiring.faces_of(image), neutrals={} if neutral is None else {0: neutral})


def readings_of(image: Image, found: Sequence[Face], *, neutrals: Mapping[int, NeutralFace]) -> list[FaceReading]:
    """What is read in each of the faces ``found``, in their order.

    Args:
        image: The picture.
        found: Where its faces are.
        neutrals: Number of a face → that person's own neutral face.
    """
    moods = wiring.face_mood_reader().read(image, found, neutrals=neutrals)
    expressions = [expression_beyond(face, neutrals.get(number)) for number, face in enumerate(found)]
    return [FaceReading(*parts) for parts in zip(found, moods, expressions, strict=True)]


def expression_beyond(face: Face, rest: NeutralFace | None) -> Expression:
    """What a face does, beyond what it does at rest where that is known."""
    seen = wiring.expression_seen(face)
    return seen if rest is None else rest.taken_from(seen)


def faces_json(image: Image, readings: Sequence[FaceReading]) -> dict[str, Any]:
    """The document; boxes in pixels to a tenth, angles in degrees to a tenth."""
    return {
        "format": FORMAT,
        "image": image.name,
        "size_wh": list(image.size_wh),
        "faces": [_face_json(reading) for reading in readings],
    }


def _face_json(reading: FaceReading) -> dict[str, Any]:
    face, pose = reading.face, reading.face.pose
    return {
        "box_xyxy": [round(value, 1) for value in face.box_xyxy],
        "pose_degrees": {"yaw": round(pose.yaw, 1), "pitch": round(pose.pitch, 1), "roll": round(pose.roll, 1)},
        "confidence": round(face.confidence, 3),
        "mood": None if reading.mood is None else mood_to_json(reading.mood),
        "expression": None if reading.expression is None else expression_json(reading.expression),
    }


def expression_json(expression: Expression) -> dict[str, float]:
    """ARKit names → [0, 1] to four digits, and head turn and blush where they are not 0."""
    return {name: round(value, 4) for name, value in expression.to_dict().items()}
