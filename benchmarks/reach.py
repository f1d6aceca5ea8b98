"""Does the face go where it was asked to? Requested against found movement, over people, emotions and strengths.

The request is the rig's own displacement of the mesh, undoing of the photographed expression included; the answer is
what `benchmarks.judges` find in the finished picture. Both are measured in the face's own frame in centimetres, minus
the photographed face. The figures show control, not realism. Turns of the head are left out: they are not a movement of
the face, and the frame does not follow them to the last degree. Needs a folder of portraits:
``python -m benchmarks.reach --portraits DIR``; every n-th file is taken, whoever it shows, so that there are as many
people as asked for.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from benchmarks.judges import PixelTracker, Reader, Shapes, face_landmarker, own_finder, shapes_seen
from pyojeong.emotion import Emotion, Mood
from pyojeong.media import Face, Image
from pyojeong.media.opening import open_image
from pyojeong.performing.portrait.muscles.deform import displacement
from pyojeong.performing.portrait.muscles.movement import movement_for
from pyojeong.performing.portrait.performer import PortraitPerformer
from pyojeong.performing.portrait.stage import Floats, Undo
from pyojeong.reading.face.finding import FaceFinder
from pyojeong.rig import Expression
from pyojeong.rig.compose import compose

STRENGTHS = (0.35, 0.7, 1.0)
SINGLE = {
    "mouth corner lift": ("mouthSmileLeft", "mouthSmileRight"),
    "brow height": ("browInnerUp", "browOuterUpLeft", "browOuterUpRight"),
    "inner brow height": ("browInnerUp",),
    "lid opening": ("eyeBlinkLeft", "eyeBlinkRight"),
    "lip gap": ("jawOpen",),
}
BROWS = (70, 63, 105, 66, 107, 46, 53, 52, 65, 55, 300, 293, 334, 296, 336, 276, 283, 282, 295, 285)
JUDGES = ("mesh", "network", "newer", "pixels")


def _height(upper: tuple[int, ...], lower: tuple[int, ...]) -> Callable[[Floats], float]:
    return lambda cm: float(np.mean(cm[list(upper), 1]) - np.mean(cm[list(lower), 1]))


#: Heights between MediaPipe points; the fixed partner is one no muscle moves far.
MEASURES: dict[str, Callable[[Floats], float]] = {
    "mouth corner lift": _height((61, 291), (2,)),
    "brow height": _height(BROWS, (33, 133, 263, 362)),
    "inner brow height": _height((55, 285, 107, 336), (133, 362)),
    "outer brow height": _height((105, 334, 63, 293), (33, 263)),
    "lid opening": _height((158, 159, 160, 385, 386, 387), (144, 145, 153, 373, 374, 380)),
    "lip gap": _height((82, 13, 312), (87, 14, 317)),
}


@dataclass(frozen=True, slots=True)
class Reach:
    """468×3 displacements in cm: what was asked, and what each judge found in the picture."""

    asked: Floats
    found: Shapes


@dataclass(frozen=True, slots=True, eq=False)
class Sitter:
    """One photographed face, ready to perform and to be measured.

    Attributes:
        face: Where its largest face is.
        performer: That face, taken apart.
        before: The shapes found in the photo.
        tracker: Of the photo's pixels.
    """

    face: Face
    performer: PortraitPerformer
    before: Shapes
    tracker: PixelTracker

    @classmethod
    def of(cls, image: Image, finder: FaceFinder, readers: list[Reader]) -> Sitter:
        """The largest face of ``image``."""
        face = finder.find(image)[0]
        before = shapes_seen(image, face, readers)
        if not before:
            raise ValueError(f"a face that fills most of the crop must be found again, but was not in {image.name}")
        return cls(face, PortraitPerformer(image, face), before, PixelTracker.of(image, face))

    def reach(self, expression: Expression, readers: list[Reader], undo: Undo) -> Reach:
        """Asked and found displacements of one edit; a judge that no longer finds the face is left out of it."""
        still = replace(expression, yaw_degrees=0.0, pitch_degrees=0.0, roll_degrees=0.0)
        mesh = self.performer.scene.mesh
        asked = displacement(mesh, movement_for(still, mesh.traits, undo=undo))
        edit = self.performer.perform(still, undo=undo)
        after = shapes_seen(edit, self.face, readers)
        found = {judge: shape - self.before[judge] for judge, shape in after.items() if judge in self.before}
        return Reach(asked, {**found, "pixels": self.tracker.moved(edit)})


def changes(rows: list[Reach], name: str, judge: str) -> tuple[Floats, Floats]:
    """Asked and found change of one measure in every edit the judge saw."""
    measure, seen = MEASURES[name], [r for r in rows if judge in r.found]
    return np.array([measure(r.asked) for r in seen]), np.array([measure(r.found[judge]) for r in seen])


def pearson(rows: list[Reach], name: str, judge: str) -> float:
    """Correlation of asked and found over ``rows``; nan where nothing was asked, as when the smile is there already."""
    asked, found = changes(rows, name, judge)
    return float(np.corrcoef(asked, found)[0, 1]) if len(asked) > 1 and np.std(asked) > 1e-9 else float("nan")


def table(people: list[list[Reach]], names: tuple[str, ...]) -> str:
    """Pearson r over all edits, median and least r of one person, and the slope, for every measure and judge."""
    rows = [row for person in people for row in person]
    lines = [
        "| measure | judge | r, all edits | r a person, median | least | found / asked | edits |",
        "|---|---|---|---|---|---|---|",
    ]
    for name in names:
        for judge in (j for j in JUDGES if any(j in row.found for row in rows)):
            asked, found = changes(rows, name, judge)
            each = [pearson(person, name, judge) for person in people]
            slope = float((asked * found).sum() / (asked**2).sum())
            figures = f"{pearson(rows, name, judge):.3f} | {np.nanmedian(each):.3f} | {np.nanmin(each):.3f}"
            lines.append(f"| {name} | {judge} | {figures} | {slope:.2f} | {len(asked)} |")
    return "\n".join(lines)


def by_person(people: dict[str, list[Reach]]) -> str:
    """Pearson r of every measure and judge, a line for each person."""
    lines = []
    for who, rows in people.items():
        each = (f"{name} " + "/".join(f"{pearson(rows, name, j):.2f}" for j in JUDGES) for name in MEASURES)
        lines.append(f"{who}: " + "; ".join(each))
    return "\n".join(lines)


def main() -> None:
    """Print the tables for the portraits named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    default = Path(os.environ.get("PYOJEONG_DATA", "data")) / "face" / "portraits"
    parser.add_argument("--portraits", type=Path, default=default)
    parser.add_argument("--people", type=int, default=12)
    parser.add_argument("--landmarker", type=Path, help="face_landmarker.task of MediaPipe, for the judge 'newer'")
    options = parser.parse_args()
    files = sorted(options.portraits.glob("*.jpg"))
    if not files:
        print(
            f"left out: no portraits (*.jpg) in {options.portraits}; name their folder by --portraits or PYOJEONG_DATA"
        )
        return
    finder = FaceFinder()
    readers = [own_finder(finder)] + ([face_landmarker(options.landmarker)] if options.landmarker else [])
    if options.landmarker is None:
        print("left out: the judge 'newer'; name the file of MediaPipe's Face Landmarker by --landmarker")
    sheet: dict[str, list[Reach]] = {}
    single: dict[str, list[list[Reach]]] = {name: [] for name in SINGLE}
    for path in files[:: max(1, len(files) // options.people)][: options.people]:
        sitter = Sitter.of(open_image(path), finder, readers)
        edits = [compose(Mood.of(emotion), strength) for emotion in Emotion for strength in STRENGTHS]
        sheet[path.stem] = [sitter.reach(e, readers, Undo.CONFLICTS) for e in edits]
        for name, coefficients in SINGLE.items():
            alone = [Expression(dict.fromkeys(coefficients, float(value))) for value in np.linspace(0, 1, 6)]
            single[name].append([sitter.reach(e, readers, Undo.NOTHING) for e in alone])
        print(path.stem, flush=True)
    print("\nEmotion sheet (8 emotions × 3 strengths a person):\n" + table(list(sheet.values()), tuple(MEASURES)))
    print("\nr of each person, " + "/".join(JUDGES) + ":\n" + by_person(sheet))
    for name, people in single.items():
        print(f"\n{' + '.join(SINGLE[name])} alone, 0 to 1 in six steps:\n" + table(people, (name,)))


if __name__ == "__main__":
    main()
