"""Contact sheets to look at: people × eight emotions × three intensities, and one sheet a single movement.

    python -m benchmarks.contact_sheets PHOTOS_FOLDER OUT_FOLDER [--people 8] [--side 320] [--coefficients]

Each person gets one PNG (the photo, then a row an intensity); with ``--coefficients`` each movement gets one, everybody
at full strength. Nothing here judges: a person does, one face at a time.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np

from pyojeong.emotion import Emotion
from pyojeong.media import Face, Image
from pyojeong.media.opening import open_image
from pyojeong.performing.portrait import PortraitPerformer
from pyojeong.reading.face.finding import FaceFinder
from pyojeong.rig import Expression
from pyojeong.rig.compose import prototype
from pyojeong.rig.names import ARKIT_NAMES

INTENSITIES = (0.4, 0.7, 1.0)
PHOTO_SUFFIXES = {".jpg", ".jpeg", ".png", ".webp"}
MARGIN = 0.28
ONE_WAY = {"jaw", "mouth"}
"""Their left and right are directions, not sides: together they cancel out."""


def people(folder: Path, most: int) -> Iterator[tuple[str, Image, Face]]:
    """(name, photo, largest face) of up to ``most`` photos in which a face is found."""
    finder, found = FaceFinder(), 0
    for path in sorted(p for p in folder.iterdir() if p.suffix.lower() in PHOTO_SUFFIXES):
        image = open_image(path)
        faces = finder.find(image)
        if faces:
            found += 1
            yield path.stem, image, faces[0]
        if found == most:
            return


def head(image: Image, face: Face, side: int) -> np.ndarray:
    """The head as a square of ``side`` pixels, grey where the photo ends."""
    left, top, right, bottom = face.box_xyxy
    reach = (0.5 + MARGIN) * max(right - left, bottom - top)
    centre = (left + right) / 2, (top + bottom) / 2 - 0.05 * (bottom - top)
    matrix = np.array([[2 * reach / side, 0, centre[0] - reach], [0, 2 * reach / side, centre[1] - reach]])
    flags = cv2.INTER_AREA | cv2.WARP_INVERSE_MAP
    return cv2.warpAffine(image.rgb, matrix, (side, side), flags=flags, borderValue=(90, 90, 90))


def labelled(picture: np.ndarray, text: str) -> np.ndarray:
    """The picture with a small caption."""
    picture = picture.copy()
    cv2.putText(picture, text, (6, 18), cv2.FONT_HERSHEY_SIMPLEX, 0.5, (0, 0, 0), 3, cv2.LINE_AA)
    cv2.putText(picture, text, (6, 18), cv2.FONT_HERSHEY_SIMPLEX, 0.5, (255, 255, 255), 1, cv2.LINE_AA)
    return picture


def emotion_sheet(image: Image, face: Face, side: int) -> np.ndarray:
    """Rows: intensities; columns: the photo and eight emotions."""
    performer = PortraitPerformer(image, face)
    rows = []
    for intensity in INTENSITIES:
        cells = [labelled(head(image, face, side), "photo")]
        for emotion in Emotion:
            shown = performer.perform(prototype(emotion, intensity))
            cells.append(labelled(head(shown, face, side), f"{emotion.value} {intensity:.1f}"))
        rows.append(np.hstack(cells))
    return np.vstack(rows)


def movements() -> dict[str, Expression]:
    """Each ARKit movement on its own; left and right together where there are two."""
    sheets: dict[str, Expression] = {}
    for name in ARKIT_NAMES:
        stem = name.removesuffix("Left").removesuffix("Right")
        pair = set() if stem in ONE_WAY else {stem + "Left", stem + "Right"} & set(ARKIT_NAMES)
        sheets[stem if pair else name] = Expression(dict.fromkeys(pair or {name}, 1.0))
    return sheets


def save(path: Path, rgb: np.ndarray) -> None:
    """Writes a PNG."""
    cv2.imwrite(str(path), cv2.cvtColor(rgb, cv2.COLOR_RGB2BGR))
    print(path, flush=True)


def main() -> None:
    """Writes the sheets."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("photos", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--people", type=int, default=8)
    parser.add_argument("--side", type=int, default=320)
    parser.add_argument("--coefficients", action="store_true")
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    everybody = list(people(chosen.photos, chosen.people))
    if not chosen.coefficients:
        for name, image, face in everybody:
            save(chosen.out / f"{name}.png", emotion_sheet(image, face, chosen.side))
        return
    performers = [(PortraitPerformer(image, face), face) for _, image, face in everybody]
    for name, expression in movements().items():
        cells = [labelled(head(p.perform(expression), face, chosen.side), name) for p, face in performers]
        save(chosen.out / f"{name}.png", np.hstack(cells))


if __name__ == "__main__":
    main()
