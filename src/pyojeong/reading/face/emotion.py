"""What a face expresses: the votes that people would give, as a `Mood`."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from pyojeong.emotion import Emotion, Mood
from pyojeong.emotion.mood import PURE_VALENCE_AROUSAL
from pyojeong.emotion.taxonomy import FERPLUS
from pyojeong.media.face import Face, HeadPose
from pyojeong.media.image import Image, Pixels
from pyojeong.reading.face.aligning import level_crop, levelling, square_crop_48
from pyojeong.reading.face.coefficients import estimated_expression
from pyojeong.reading.face.embarrassment import embarrassment
from pyojeong.reading.face.emotion_model import EmotionModel
from pyojeong.reading.face.mediapipe_models import MediapipeModels
from pyojeong.reading.face.neutral import NeutralFace
from pyojeong.reading.face.tight_crops import levelled_or_same
from pyojeong.rig import Expression


@dataclass(frozen=True, slots=True)
class Geometry:
    """What the mesh tells beside the picture."""

    expression: Expression
    pose: HeadPose


class FaceMoodReader:
    """Faces and crops → moods; all of a call run through the model together."""

    def __init__(self, model: EmotionModel) -> None:
        self._model = model

    @classmethod
    def shipped(cls) -> FaceMoodReader:
        """With the model that comes with the package."""
        return cls(EmotionModel.shipped())

    def read(
        self, image: Image, faces: Sequence[Face], *, neutrals: Mapping[int, NeutralFace] | None = None
    ) -> list[Mood]:
        """The mood of each face of ``image``, in their order.

        Args:
            image: The picture.
            faces: Where its faces are.
            neutrals: Number of a face → that person's own neutral face.
        """
        if not faces:
            return []
        answers = self._model.answers([level_crop(image.pixels, levelling(face.landmarks)) for face in faces])
        known = neutrals or {}
        moods = []
        for number, (face, said) in enumerate(zip(faces, answers.voted.tolist(), strict=True)):
            rest = known.get(number)
            seen = Geometry(estimated_expression(face), face.pose)
            if rest is not None:
                said = rest.moved(said, self._model.settings.neutral_logits)
                seen = Geometry(rest.taken_from(seen.expression), face.pose)
            moods.append(self._mood(said, seen))
        return moods

    def read_crops(self, crops: Sequence[Pixels]) -> list[Mood]:
        """The mood of each picture that shows nothing but a face, seen as it is and levelled; there is no 당황.

        Args:
            crops: H×W brightness, H×W×3 RGB or H×W×4, each of any size.
        """
        if not crops:
            return []
        squares = [square_crop_48(crop) for crop in crops]
        level = [levelled_or_same(crop_models(), square) for square in squares]
        voted = self._model.answers([*squares, *level]).voted.reshape(2, len(squares), -1).mean(0)
        return [self._mood(said, None) for said in voted.tolist()]

    def neutral_face(self, image: Image, face: Face) -> NeutralFace:
        """How this resting face is read, to be set against later readings of the same person."""
        (logits,) = self._model.answers([level_crop(image.pixels, levelling(face.landmarks))]).voted.tolist()
        return NeutralFace(tuple(logits), estimated_expression(face).coefficients)

    def _mood(self, logits: Sequence[float], seen: Geometry | None) -> Mood:
        settings = self._model.settings
        votes = votes_of(logits, settings.temperature)
        shares = emotions_of(votes)
        if seen is not None:
            flustered = embarrassment(list(shares.values()), seen.expression, seen.pose)
            shares = {emotion: share * (1 - flustered) for emotion, share in shares.items()}
            shares[Emotion.EMBARRASSMENT] = flustered
        certainty = max(shares.values())
        valence, arousal = (math.fsum(PURE_VALENCE_AROUSAL[e][axis] * s for e, s in shares.items()) for axis in (0, 1))
        return Mood(
            shares,
            intensity=intensity_of(shares),
            valence=valence,
            arousal=arousal,
            certainty=certainty,
            unsure=certainty < settings.unsure_below,
        )


@cache
def crop_models() -> MediapipeModels:
    """What lays meshes on tight crops, made once a process."""
    return MediapipeModels()


def votes_of(logits: Sequence[float], temperature: float) -> list[float]:
    """Calibrated shares of FER+'s eight votes.

    >>> [round(vote, 2) for vote in votes_of([2.0, 0.0], 2.0)]
    [0.73, 0.27]
    """
    scaled = np.array(logits, np.float64) / temperature
    weights = np.exp(scaled - scaled.max())
    return [float(value) for value in weights / weights.sum()]


def emotions_of(votes: Sequence[float]) -> dict[Emotion, float]:
    """The eight emotions' shares of FER+'s eight votes; contempt goes to disgust as in `taxonomy`, 당황 gets none.

    >>> shares = emotions_of([0.1, 0.5, 0.1, 0, 0, 0.1, 0, 0.2])
    >>> round(shares[Emotion.DISGUST], 1), shares[Emotion.EMBARRASSMENT]
    (0.3, 0.0)
    """
    shares = dict.fromkeys(Emotion, 0.0)
    for label, vote in zip(FERPLUS.labels, votes, strict=True):
        emotion = FERPLUS.emotion_of(label)
        if emotion is None:
            raise ValueError(f"every label of {FERPLUS.name} must have an emotion, but {label} has none")
        shares[emotion] += vote
    return shares


def intensity_of(shares: Mapping[Emotion, float]) -> float:
    """How strong the leading emotion is: its share against neutral's; for a neutral face how neutral it is.

    >>> intensity_of({Emotion.JOY: 0.5, Emotion.SADNESS: 0.25, Emotion.NEUTRAL: 0.25})
    0.6666666666666666
    """
    leading = max(shares, key=lambda emotion: shares[emotion])
    neutral = shares.get(Emotion.NEUTRAL, 0.0)
    if leading is Emotion.NEUTRAL:
        return neutral
    return shares[leading] / (shares[leading] + neutral)
