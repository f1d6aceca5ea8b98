"""Does the face go where it was asked to? Requested against re-detected movement, over people, emotions and strengths.

The request is the rig's own displacement of the mesh; the answer is the mesh found again in the finished picture. Both
are measured in the face's own frame in centimetres, minus the photographed face. MediaPipe finds the mesh and judges
it, so the figures show control, not realism. The judge's input is a crop of 192 px, where a tenth of an eye is less
than a pixel; so each picture, photo and edit alike, is looked at in several crops and the meshes are averaged. Turns of
the head are left out: they are not a movement of the face, and the frame does not follow them to the last degree.
Needs a folder of portraits: ``python -m benchmarks.reach --portraits DIR``.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from pyojeong.emotion import Emotion, Mood
from pyojeong.media import Face, Image
from pyojeong.media.opening import open_image
from pyojeong.performing.portrait.likeness.fit import source_mesh
from pyojeong.performing.portrait.muscles.deform import displacement
from pyojeong.performing.portrait.muscles.movement import movement_for
from pyojeong.performing.portrait.performer import PortraitPerformer
from pyojeong.performing.portrait.stage import Floats, Undo
from pyojeong.reading.face.finding import FaceFinder
from pyojeong.reading.face.looking import square_crop
from pyojeong.rig import Expression
from pyojeong.rig.compose import compose

STRENGTHS = (0.35, 0.7, 1.0)
SINGLE = {
    "mouth corner lift": ("mouthSmileLeft", "mouthSmileRight"),
    "inner brow height": ("browInnerUp",),
    "lid opening": ("eyeBlinkLeft", "eyeBlinkRight"),
    "lip gap": ("jawOpen",),
}


def _height(upper: tuple[int, ...], lower: tuple[int, ...]) -> Callable[[Floats], float]:
    return lambda cm: float(np.mean(cm[list(upper), 1]) - np.mean(cm[list(lower), 1]))


#: Half side of each crop and the shift of its middle right and down, in sides of the face.
LOOKS = ((0.9, 0.0, 0.0), (1.05, 0.06, 0.03), (1.2, -0.06, -0.03), (0.8, 0.03, -0.05), (1.4, 0.0, 0.0))
#: Heights between MediaPipe points; the fixed partner is one no muscle moves far.
MEASURES: dict[str, Callable[[Floats], float]] = {
    "mouth corner lift": _height((61, 291), (2,)),
    "inner brow height": _height((55, 285, 107, 336), (133, 362)),
    "outer brow height": _height((105, 334, 63, 293), (33, 263)),
    "lid opening": _height((158, 159, 160, 385, 386, 387), (144, 145, 153, 373, 374, 380)),
    "lip gap": _height((82, 13, 312), (87, 14, 317)),
}


@dataclass(frozen=True, slots=True)
class Reach:
    """Changes in cm of every measure: what was asked, and what was found in the picture."""

    asked: dict[str, float]
    found: dict[str, float]


def seen(image: Image, face: Face, finder: FaceFinder) -> Floats | None:
    """468×3 personal shape of the face, mean over the crops of `LOOKS`; None when no crop shows one."""
    left, top, right, bottom = face.box_xyxy
    side = max(right - left, bottom - top)
    shapes = []
    for reach, across, down in LOOKS:
        middle = ((left + right) / 2 + across * side, (top + bottom) / 2 + down * side)
        crop = Image(np.ascontiguousarray(square_crop(image.rgb, middle, 2 * reach * side)[0]))
        found = finder.find(crop)
        shapes += [source_mesh(crop, found[0]).local_cm[:468]] if found else []
    return np.asarray(np.mean(shapes, axis=0)) if shapes else None


@dataclass(frozen=True, slots=True, eq=False)
class Sitter:
    """One photographed face, ready to perform and to be measured.

    Attributes:
        image: The photo.
        face: Where its largest face is.
        performer: That face, taken apart.
        before: 468×3 shape found in the photo.
    """

    image: Image
    face: Face
    performer: PortraitPerformer
    before: Floats

    @classmethod
    def of(cls, image: Image, finder: FaceFinder) -> Sitter:
        """The largest face of ``image``."""
        face = finder.find(image)[0]
        before = seen(image, face, finder)
        if before is None:
            raise ValueError(f"a face that fills most of the crop must be found again, but was not in {image.name}")
        return cls(image, face, PortraitPerformer(image, face), before)

    def reach(self, expression: Expression, finder: FaceFinder, undo: Undo) -> Reach | None:
        """Asked and found changes of one edit; None when the finished face is not found again."""
        still = replace(expression, yaw_degrees=0.0, pitch_degrees=0.0, roll_degrees=0.0)
        mesh = self.performer.scene.mesh
        asked = self.before + displacement(mesh, movement_for(still, mesh.traits, undo=undo))
        found = seen(self.performer.perform(still, undo=undo), self.face, finder)
        if found is None:
            return None
        return Reach(*({name: m(shape) - m(self.before) for name, m in MEASURES.items()} for shape in (asked, found)))


def pearson(rows: list[Reach], name: str) -> float:
    """Correlation of asked and found over ``rows``; nan where nothing was asked, as when the smile is there already."""
    asked, found = [r.asked[name] for r in rows], [r.found[name] for r in rows]
    return float(np.corrcoef(asked, found)[0, 1]) if np.std(asked) > 1e-9 else float("nan")


def table(people: list[list[Reach]], names: tuple[str, ...]) -> str:
    """Pearson r over all edits, median and least r of one person, and the slope, for every measure."""
    rows = [row for person in people for row in person]
    lines = [
        "| measure | r, all edits | r a person, median | least | found / asked | edits |",
        "|---|---|---|---|---|---|",
    ]
    for name in names:
        asked, found = (np.array([getattr(r, side)[name] for r in rows]) for side in ("asked", "found"))
        each = [pearson(person, name) for person in people]
        slope = float((asked * found).sum() / (asked**2).sum())
        r = pearson(rows, name)
        lines.append(
            f"| {name} | {r:.3f} | {np.nanmedian(each):.3f} | {np.nanmin(each):.3f} | {slope:.2f} | {len(rows)} |"
        )
    return "\n".join(lines)


def main() -> None:
    """Print both tables for the portraits named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    default = Path(os.environ.get("PYOJEONG_DATA", "data")) / "face" / "portraits"
    parser.add_argument("--portraits", type=Path, default=default)
    parser.add_argument("--people", type=int, default=12)
    options = parser.parse_args()
    files = sorted(options.portraits.glob("*.jpg"))
    if not files:
        print(
            f"left out: no portraits (*.jpg) in {options.portraits}; name their folder by --portraits or PYOJEONG_DATA"
        )
        return
    finder = FaceFinder()
    sheet: list[list[Reach]] = []
    single: dict[str, list[list[Reach]]] = {name: [] for name in SINGLE}
    for path in files[:: max(1, len(files) // options.people)][: options.people]:
        sitter = Sitter.of(open_image(path), finder)
        edits = [compose(Mood.of(emotion), strength) for emotion in Emotion for strength in STRENGTHS]
        sheet.append([r for e in edits if (r := sitter.reach(e, finder, Undo.CONFLICTS))])
        for name, coefficients in SINGLE.items():
            alone = [Expression(dict.fromkeys(coefficients, float(value))) for value in np.linspace(0, 1, 6)]
            single[name].append([r for e in alone if (r := sitter.reach(e, finder, Undo.NOTHING))])
        print(path.stem, flush=True)
    print("\nEmotion sheet (8 emotions × 3 strengths a person):\n" + table(sheet, tuple(MEASURES)))
    for name, people in single.items():
        print(f"\n{' + '.join(SINGLE[name])} alone, 0 to 1 in six steps:\n" + table(people, (name,)))


if __name__ == "__main__":
    main()
