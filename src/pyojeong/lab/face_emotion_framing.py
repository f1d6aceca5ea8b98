"""Whether faces of photos are framed as the network knows them: smiles and resting faces of generated portraits.

Run: ``python -m pyojeong.lab.face_emotion_framing DATA``; the folder holds ``sfhq_figs`` and ``sfhq_t2i_figs`` (MIT),
whose ``mediapipe.csv`` says how much each face smiles. Every framing is judged by how many smiles are read as joy and
how many faces at rest as neutral; strength beside, by how the read intensity of joy follows the smile.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from pyojeong.emotion import Emotion
from pyojeong.lab.face_coefficients import rows_of
from pyojeong.media.face import Points
from pyojeong.media.image import Pixels
from pyojeong.media.opening import open_image
from pyojeong.reading.face.aligning import EYES_PX, NOSE_XY, level_crop, levelling, square_crop_48
from pyojeong.reading.face.emotion import emotions_of, intensity_of, votes_of
from pyojeong.reading.face.emotion_model import EmotionModel
from pyojeong.reading.face.finding import FaceFinder

EACH = 130
"""Smiles, and faces at rest: as many as there are of the clearer ones."""
SMILING = 0.6
AT_REST = {"mouthSmile": 0.08, "mouthFrown": 0.15, "browDown": 0.3}
"""Coefficients of which both sides lie below this in a face at rest; others: `_STILL`."""
_STILL = {"jawOpen": 0.06, "browInnerUp": 0.3}
FRAMINGS: Mapping[str, tuple[float, tuple[float, float]]] = {
    "as trained": (EYES_PX, NOSE_XY),
    "closer": (EYES_PX * 1.12, NOSE_XY),
    "from further off": (EYES_PX / 1.12, NOSE_XY),
    "higher": (EYES_PX, (NOSE_XY[0], NOSE_XY[1] - 2)),
    "lower": (EYES_PX, (NOSE_XY[0], NOSE_XY[1] + 2)),
}


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """A portrait's face and how much it smiles, [0, 1]."""

    pixels: Pixels
    landmarks: Points
    smile: float


def portraits(data: Path) -> Iterator[Seen]:
    """Smiling and resting faces in turn, of a fixed draw."""
    rows = list(rows_of(data))
    order = np.random.default_rng(0).permutation(len(rows))
    drawn = [rows[number] for number in order]
    finder = FaceFinder()
    smiling = [row for row in drawn if min(_both(row[1], "mouthSmile")) > SMILING][:EACH]
    resting = [row for row in drawn if _rests(row[1])][:EACH]
    for path, row in (*smiling, *resting):
        image = open_image(path)
        for face in finder.find(image)[:1]:
            yield Seen(image.rgb, face.landmarks, float(np.mean(_both(row, "mouthSmile"))))


def table(model: EmotionModel, seen: Sequence[Seen]) -> dict[str, dict[str, float]]:
    """What each framing comes to; the detector's box without levelling last."""
    crops = {
        name: [level_crop(one.pixels, levelling(one.landmarks, eyes_px=eyes, nose_xy=nose)) for one in seen]
        for name, (eyes, nose) in FRAMINGS.items()
    }
    crops["box of the mesh, not levelled"] = [square_crop_48(_boxed(one)) for one in seen]
    return {name: _judged(model, those, seen) for name, those in crops.items()}


def _judged(model: EmotionModel, crops: list[Pixels], seen: Sequence[Seen]) -> dict[str, float]:
    temperature = model.settings.temperature
    shares = [emotions_of(votes_of(said, temperature)) for said in model.answers(crops).voted.tolist()]
    leading = np.array([max(one, key=lambda emotion: one[emotion]) for one in shares])
    smile = np.array([one.smile for one in seen])
    smiling = smile > SMILING / 2
    glad = leading == Emotion.JOY
    strength = np.array([intensity_of(one) if joyful else 0.0 for one, joyful in zip(shares, glad, strict=True)])
    right = (glad[smiling].mean(), (leading[~smiling] == Emotion.NEUTRAL).mean())
    return {
        "smiles read as joy": round(float(right[0]), 3),
        "faces at rest read as neutral": round(float(right[1]), 3),
        "mean": round(float(np.mean(right)), 3),
        "r of smile and strength of joy": round(float(np.corrcoef(smile, strength)[0, 1]), 3),
    }


def _boxed(one: Seen) -> Pixels:
    left, top = np.maximum(0, one.landmarks[:, :2].min(0)).astype(int)
    right, bottom = one.landmarks[:, :2].max(0).astype(int) + 1
    return one.pixels[top:bottom, left:right]


def _both(row: Mapping[str, str], stem: str) -> tuple[float, float]:
    return float(row[f"{stem}Left"]), float(row[f"{stem}Right"])


def _rests(row: Mapping[str, str]) -> bool:
    paired = all(max(_both(row, stem)) < most for stem, most in AT_REST.items())
    return paired and all(float(row[name]) < most for name, most in _STILL.items())


def main(arguments: Sequence[str]) -> None:
    """Print the table."""
    data = Path(arguments[0] if arguments else os.environ["PYOJEONG_FACE_DATA"])
    seen = list(portraits(data))
    for name, row in table(EmotionModel.shipped(), seen).items():
        sys.stdout.write(f"{name}: " + ", ".join(f"{key} {value}" for key, value in row.items()) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
