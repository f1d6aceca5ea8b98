"""What is usual among generated faces: ratios, their spread, and how expressions and turns move them.

Run: ``python -m pyojeong.lab.traits_population SFHQ_FOLDER… `` writes ``reading/face/traits/population.json``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pyojeong.media.face import Face
from pyojeong.media.opening import open_image
from pyojeong.reading.face.coefficients import estimated_expression
from pyojeong.reading.face.finding import FaceFinder
from pyojeong.reading.face.traits.frame import framed
from pyojeong.reading.face.traits.population import FILE
from pyojeong.reading.face.traits.shape import CONFOUNDERS, confounders, ratios

MOST_YAW, MOST_PITCH = 25.0, 25.0
"""Faces turned further tell more of the mesh than of the person."""
_RIDGE = 2.0
_DIGITS = 6

Floats = NDArray[np.float64]


def faces_of(folders: Iterable[Path]) -> Iterator[tuple[Floats, Face]]:
    """Frontal landmarks and the face of every picture that shows one nearly from the front."""
    finder = FaceFinder()
    for folder in folders:
        for path in sorted(folder.glob("*.jpg")):
            image = open_image(path)
            for face in finder.glance(image)[:1]:
                if abs(face.pose.yaw) <= MOST_YAW and abs(face.pose.pitch) <= MOST_PITCH:
                    yield framed(image.rgb, face).frontal_cm, face


def fitted(measured: Floats, moved: Floats, usual: Floats) -> tuple[Floats, Floats, Floats]:
    """Means, deviations and slopes of N×R ratios over N×C confounders: a ridge, so that rare movements stay tame."""
    centred = moved - moved.mean(0)
    spread = centred.std(0) + 1e-9
    scaled = centred / spread
    solution = np.linalg.solve(
        scaled.T @ scaled + _RIDGE * np.eye(scaled.shape[1]), scaled.T @ (measured - measured.mean(0))
    )
    slopes = (solution / spread[:, None]).T
    resting = measured - (moved - usual) @ slopes.T
    return resting.mean(0), resting.std(0), slopes


def document(folders: list[Path]) -> dict[str, object]:
    """What `population.json` holds."""
    found = list(faces_of(folders))
    rows = [ratios(points) for points, _ in found]
    names = list(rows[0])
    measured = np.array([[row[name] for name in names] for row in rows])
    moved = np.array([confounders(estimated_expression(face), face) for _, face in found])
    usual = np.median(moved, 0)
    means, deviations, slopes = fitted(measured, moved, usual)
    table = {
        name: {
            "mean": round(float(means[k]), _DIGITS),
            "deviation": round(float(deviations[k]), _DIGITS),
            "raw_deviation": round(float(measured[:, k].std()), _DIGITS),
            "slopes": [round(float(v), _DIGITS) for v in slopes[k]],
        }
        for k, name in enumerate(names)
    }
    return {
        "source": "SFHQ and SFHQ-T2I figures (MIT, generated faces)",
        "faces": len(found),
        "confounders": [*CONFOUNDERS, "yaw²/100", "pitch/10", "pitch²/100"],
        "usual": [round(float(v), _DIGITS) for v in usual],
        "ratios": table,
    }


if __name__ == "__main__":
    made = document([Path(folder) for folder in sys.argv[1:]])
    FILE.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", "utf-8")
