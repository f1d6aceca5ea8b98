"""How near the template comes to heads of another mesh: random people of ICT-FaceKit, without colours.

Run: ``python -m benchmarks.avatar_heads ICT_FACEKIT_LIGHT.npz`` (neutral V×3, identity 100×V×3, faces_v T×4, -1 where
a face is a triangle).
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import Any

import numpy as np

from pyojeong.interfaces.avatars_from_heads import seen_from_the_front
from pyojeong.performing.avatar.foreign.head_mesh import HeadMesh, Source
from pyojeong.performing.avatar.foreign.nearest import Surface
from pyojeong.performing.avatar.foreign.registering import Marks, laid_on
from pyojeong.performing.avatar.parts import Part
from pyojeong.performing.avatar.template import Template
from pyojeong.reading.face.coefficients import estimated_expression

PEOPLE = 4
SKIN, EYES = (0, 11248), (21451, 24591)
"""Points of the face, head and neck, and of the eyeballs."""
SHAPES, SPREAD = 30, 0.8


def person(arrays: Any, seed: int) -> HeadMesh:
    """Somebody's head in metres."""
    coefficients = np.zeros(len(arrays["identity"]))
    coefficients[:SHAPES] = SPREAD * np.random.default_rng(seed).standard_normal(SHAPES)
    points = arrays["neutral"].astype(float) + np.tensordot(coefficients, arrays["identity"].astype(float), 1)
    faces = arrays["faces_v"]
    quads, single = faces[faces[:, 3] >= 0], faces[faces[:, 3] < 0][:, :3]
    triangles = np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]], single]).astype(np.int64)
    kept = [((triangles >= low) & (triangles < high)).all(1) for low, high in (SKIN, EYES)]
    triangles = triangles[kept[0] | kept[1]]
    used = np.unique(triangles)
    number = np.full(len(points), -1)
    number[used] = np.arange(len(used))
    return HeadMesh(points[used] * 0.01, number[triangles], Source.OBJ).outward()


def main() -> None:
    """Print distances in millimetres and seconds of processor time."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    template = Template.shipped()
    skin = template.points_of(Part.SKIN)
    x, y, z = template.neutral[skin].T
    face = (z > 2) & (np.abs(x) < 7) & (y > -9)
    model = parser.parse_args().model
    with np.load(model, allow_pickle=False) as kept:
        arrays = {name: kept[name] for name in ("neutral", "identity", "faces_v")}
    for seed in range(PEOPLE):
        mesh = person(arrays, seed)
        start = time.process_time()
        portrait, found = seen_from_the_front(mesh, model)
        between = time.process_time()
        marks = Marks.believed(template, *portrait.lifted(found.landmarks[:468, :2]))
        laid = laid_on(template, portrait.mesh, marks, estimated_expression(found))
        end = time.process_time()
        apart = 10 * Surface(laid.mesh).nearest(laid.points[skin]).apart
        near = f"face mean {apart[face].mean():.2f}, 95 % {np.percentile(apart[face], 95):.2f} mm"
        spent = f"found in {between - start:.2f}, laid in {end - between:.2f} s"
        print(f"{seed}: {near}; whole skin median {np.median(apart):.2f} mm; {spent}")


if __name__ == "__main__":
    main()
