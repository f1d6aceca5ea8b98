"""Does the face go where it was asked to? Requested against re-detected movement, over people, emotions and strengths.

The request is the rig's own displacement of the mesh; the answer is the mesh found again in the finished picture. Both
are measured in the face's own frame in centimetres, minus the photographed face. MediaPipe finds the mesh and judges
it, so the figures show control, not realism. Needs a folder of portraits:
``python -m benchmarks.reach --portraits DIR``.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from pyojeong.emotion import Emotion, Mood
from pyojeong.media import Face, Image
from pyojeong.media.opening import open_image
from pyojeong.performing.portrait.deform import displacement
from pyojeong.performing.portrait.fit import source_mesh
from pyojeong.performing.portrait.movement import movement_for
from pyojeong.performing.portrait.performer import PortraitPerformer
from pyojeong.performing.portrait.stage import Floats, Undo
from pyojeong.reading.face.finding import FaceFinder
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


def reach(image: Image, face: Face, expression: Expression, finder: FaceFinder, undo: Undo) -> Reach | None:
    """Asked and found changes of one edit; None when the finished face is not found again."""
    performer = PortraitPerformer(image, face)
    result = performer.perform(expression, undo=undo)
    again = finder.find(result)
    if not again:
        return None
    nearest = min(again, key=lambda f: abs(f.landmarks[:, :2].mean(axis=0) - face.landmarks[:, :2].mean(axis=0)).sum())
    before = source_mesh(image, face).local_cm[:468]
    after = source_mesh(result, nearest).local_cm[:468]
    mesh = performer.scene.mesh
    wanted = before + displacement(mesh, movement_for(expression, mesh.traits, undo=undo))
    start = {name: measure(before) for name, measure in MEASURES.items()}
    return Reach(
        {name: measure(wanted) - start[name] for name, measure in MEASURES.items()},
        {name: measure(after) - start[name] for name, measure in MEASURES.items()},
    )


def table(rows: list[Reach], names: tuple[str, ...]) -> str:
    """Pearson r and slope a measure over all rows."""
    lines = ["| measure | Pearson r | found / asked (slope) | edits |", "|---|---|---|---|"]
    for name in names:
        asked, found = (np.array([getattr(r, side)[name] for r in rows]) for side in ("asked", "found"))
        r = float(np.corrcoef(asked, found)[0, 1])
        slope = float((asked * found).sum() / (asked**2).sum())
        lines.append(f"| {name} | {r:.3f} | {slope:.2f} | {len(rows)} |")
    return "\n".join(lines)


def main() -> None:
    """Print both tables for the portraits named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    default = Path(os.environ.get("PYOJEONG_DATA", "data")) / "face" / "portraits"
    parser.add_argument("--portraits", type=Path, default=default)
    parser.add_argument("--people", type=int, default=12)
    options = parser.parse_args()
    finder = FaceFinder()
    files = sorted(options.portraits.glob("*.jpg"))
    sheet: list[Reach] = []
    single: dict[str, list[Reach]] = {name: [] for name in SINGLE}
    for path in files[:: max(1, len(files) // options.people)][: options.people]:
        image = open_image(path)
        face = finder.find(image)[0]
        for emotion in Emotion:
            for strength in STRENGTHS:
                row = reach(image, face, compose(Mood.of(emotion), strength), finder, Undo.CONFLICTS)
                sheet += [row] if row else []
        for name, coefficients in SINGLE.items():
            for value in np.linspace(0, 1, 6):
                only = Expression({c: float(value) for c in coefficients})
                row = reach(image, face, only, finder, Undo.NOTHING)
                single[name] += [row] if row else []
        print(path.stem, flush=True)
    print("\nEmotion sheet (8 emotions × 3 strengths a person):\n" + table(sheet, tuple(MEASURES)))
    for name, rows in single.items():
        print(f"\n{' + '.join(SINGLE[name])} alone, 0 to 1 in six steps:\n" + table(rows, (name,)))


if __name__ == "__main__":
    main()
