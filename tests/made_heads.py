"""Files of heads that no tool made, in the formats that tools write; the head is our own mean one, in metres."""

from __future__ import annotations

import pickle
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import cv2
import numpy as np

from pyojeong.performing.avatar.parts import Part
from pyojeong.performing.avatar.template import Template

DIRECTIONS = 12
GREY = 178


@dataclass(frozen=True)
class Head:
    """Points in metres, shuffled so that no order is ours; triangles; texture coordinates of their corners."""

    points: np.ndarray
    triangles: np.ndarray
    spots: np.ndarray


def head(seed: int = 0) -> Head:
    """Somebody's skin and eyes as one surface without seams."""
    template = Template.shipped()
    rng = np.random.default_rng(seed)
    coefficients = np.zeros(len(template.identity))
    coefficients[:20] = 0.5 * rng.standard_normal(20) if seed else 0.0
    shaped = template.shaped(coefficients) / 100.0
    parts = (Part.SKIN, Part.EYE_LEFT, Part.EYE_RIGHT)
    corners = template.triangles_of(*parts)
    joined = template.weld[corners]
    used = rng.permutation(np.unique(joined))
    number = np.full(len(shaped), -1)
    number[used] = np.arange(len(used))
    return Head(shaped[used].astype(np.float64), number[joined], template.uv[corners].astype(np.float64))


def portrait_texture(size: int = 256) -> np.ndarray:
    """uint8 size×size×3, RGB, in our own layout: skin with red lips and dark brows, grey where no photo reached."""
    template = Template.shipped()
    spots = np.asarray(template.landmarks.of(template.uv)) * [size, -size] + [0, size]
    picture = np.full((size, size, 3), GREY, np.uint8)
    cv2.fillConvexPoly(picture, cv2.convexHull(spots.astype(np.float32)).astype(np.int32), (212, 168, 142))
    for ids, colour in ((LIPS, (186, 70, 76)), (BROWS[0], (60, 44, 36)), (BROWS[1], (60, 44, 36))):
        cv2.fillPoly(picture, [spots[list(ids)].astype(np.int32)], colour)
    noise = np.random.default_rng(1).normal(0, 4, picture.shape)
    return np.where(picture == GREY, picture, np.clip(picture + noise, 0, 255)).astype(np.uint8)


LIPS = (61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185)
BROWS = ((70, 63, 105, 66, 107, 55, 65, 52, 53, 46), (300, 293, 334, 296, 336, 285, 295, 282, 283, 276))


def write_obj(folder: Path, made: Head, texture: np.ndarray | None, name: str = "deca") -> Path:
    """As DECA writes one: ``mtllib``, points, ``vt``, ``f a/b``; the picture beside it."""
    lines = [f"mtllib {name}.mtl", ""]
    lines += [f"v {x} {y} {z}" for x, y, z in made.points]
    lines += [f"vt {u} {v}" for u, v in made.spots.reshape(-1, 2)]
    lines.append("usemtl FaceTexture")
    spots = np.arange(1, made.spots.size // 2 + 1).reshape(-1, 3)
    for points, corners in zip(made.triangles + 1, spots, strict=True):
        lines.append("f " + " ".join(f"{p}/{c}" for p, c in zip(points, corners, strict=True)))
    (folder / f"{name}.obj").write_text("\n".join(lines))
    if texture is not None:
        (folder / f"{name}.mtl").write_text(f"newmtl FaceTexture\nmap_Kd {name}.png\ndisp {name}_normals.png")
        cv2.imwrite(str(folder / f"{name}.png"), texture[..., ::-1])
    return folder / f"{name}.obj"


def flame_arrays(made: Head) -> dict[str, Any]:
    """What a FLAME file holds, with two directions of shape that stretch the head: higher and wider."""
    count = len(made.points)
    directions = np.zeros((count, 3, DIRECTIONS))
    directions[:, 1, 0] = 0.1 * made.points[:, 1]
    directions[:, 0, 1] = 0.1 * made.points[:, 0]
    weights = np.zeros((count, 5))
    weights[:, 1] = 1.0
    return {
        "v_template": made.points,
        "f": made.triangles.astype(np.uint32),
        "shapedirs": directions,
        "posedirs": np.zeros((count, 3, 36)),
        "weights": weights,
        "kintree_table": np.array([[4294967295, 0, 1, 1, 1], [0, 1, 2, 3, 4]], np.uint32),
        "bs_type": "lrotmin",
    }


@contextmanager
def chumpy() -> Any:
    """A class that pickles by the name of chumpy's arrays, as FLAME's first files do."""
    package, module = ModuleType("chumpy"), ModuleType("chumpy.ch")
    made = type("Ch", (), {"__module__": "chumpy.ch"})
    module.Ch = made  # type: ignore[attr-defined]
    sys.modules |= {"chumpy": package, "chumpy.ch": module}
    try:
        yield made
    finally:
        del sys.modules["chumpy"], sys.modules["chumpy.ch"]


def write_flame_pickle(path: Path, made: Head, *, protocol: int = 2) -> Path:
    """As ``generic_model.pkl``: chumpy's arrays, a sparse regressor."""
    from scipy.sparse import csc_matrix

    arrays = flame_arrays(made)
    regressor = np.zeros((5, len(made.points)))
    regressor[:, :5] = np.eye(5)
    with chumpy() as wrapped:
        for name in ("v_template", "shapedirs", "weights"):
            one = wrapped()
            one.x, one.is_valid = arrays[name], True
            arrays[name] = one
        path.write_bytes(pickle.dumps({**arrays, "J_regressor": csc_matrix(regressor)}, protocol=protocol))
    return path


def write_basel(path: Path, made: Head) -> Path:
    """As ``01_MorphableModel.mat``: micrometres, triangles from 1, colours of the points."""
    from scipy.io import savemat

    count = len(made.points)
    axes = np.zeros((3 * count, 2), np.float32)
    axes[1::3, 0] = 0.1 * made.points[:, 1]
    savemat(
        path,
        {
            "shapeMU": (1e6 * made.points).reshape(-1, 1).astype(np.float32),
            "shapePC": axes,
            "shapeEV": np.full((2, 1), 1e6, np.float32),
            "texMU": np.tile([180.0, 140.0, 120.0], count).reshape(-1, 1),
            "texPC": np.zeros((3 * count, 2), np.float32),
            "texEV": np.ones((2, 1), np.float32),
            "tl": made.triangles.astype(np.uint32) + 1,
        },
    )
    return path
