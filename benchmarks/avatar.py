"""How near avatars come to their photos, and what they cost.

For each photo: the head is built, written, opened again and rendered in the photo's pose with what the photo's face
does; MediaPipe's landmarks of the rendering are laid over the photo's by a similarity, and what is left is the error.

Run: ``python -m benchmarks.avatar PHOTO… [--sheet SHEET.jpg] [--glb FOLDER]``
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring
from pyojeong.interfaces.avatars import avatar_of
from pyojeong.media import Image
from pyojeong.performing.avatar.avatar import Avatar
from pyojeong.performing.avatar.glb import glb_bytes
from pyojeong.performing.avatar.glb_reading import avatar_of_bytes
from pyojeong.performing.avatar.renderer import AvatarRenderer
from pyojeong.performing.avatar.rendering import Framing, View
from pyojeong.reading.face.coefficients import estimated_expression
from pyojeong.rig import Expression

FACE = Framing(-12.5, 14.5)
GROUND = 222
SMILE = {"mouthSmileLeft": 0.8, "mouthSmileRight": 0.8, "cheekSquintLeft": 0.5, "cheekSquintRight": 0.5, "jawOpen": 0.1}
ACTS = (
    SMILE | {"mouthUpperUpLeft": 0.3, "mouthUpperUpRight": 0.3},
    {"jawOpen": 0.6},
    {"eyeBlinkLeft": 1.0, "eyeBlinkRight": 1.0},
    {"jawOpen": 0.12, "mouthPucker": 0.85, "mouthFunnel": 0.25},
)
YAWS = (0, -30, 30, 60, 180)
CELL = (150, 172)


def shown(drawn: Any) -> Any:
    """RGB on grey."""
    alpha = drawn[..., 3:].astype(np.float32)
    return np.clip(drawn[..., :3] + GROUND * (1 - alpha / 255), 0, 255).astype(np.uint8)


def likeness_error(photo: Any, avatar: Avatar, renderer: AvatarRenderer) -> float:
    """Mean distance of 468 landmarks in shares of the pupils' distance."""
    details = avatar.details or {}
    view = View(details["photo_yaw_degrees"], details["photo_pitch_degrees"])
    drawn = renderer.render(estimated_expression(photo), size_wh=(640, 700), view=view, framing=FACE)
    found = wiring.faces_of(Image(shown(drawn)))[0]
    there, here = photo.landmarks[:468, :2], found.landmarks[:468, :2]
    one, other = here - here.mean(0), there - there.mean(0)
    u, scales, v = np.linalg.svd(one.T @ other)
    laid = one @ (u @ v) * scales.sum() / (one**2).sum()
    pupils = np.linalg.norm(photo.landmarks[468, :2] - photo.landmarks[473, :2])
    return float(np.linalg.norm(laid - other, axis=1).mean() / pupils)


def row_of(image: Image, face: Any, renderer: AvatarRenderer) -> Any:
    """The photo, the turns, the acts."""
    left, top, right, bottom = face.box_xyxy
    scale = CELL[1] / (1.75 * (bottom - top))
    way = np.array(
        [[scale, 0, CELL[0] / 2 - (left + right) / 2 * scale], [0, scale, CELL[1] * 0.54 - (top + bottom) / 2 * scale]]
    )
    small = cv2.resize(image.rgb, None, fx=min(1, scale * 1.5), fy=min(1, scale * 1.5), interpolation=cv2.INTER_AREA)
    way[:, :2] /= min(1, scale * 1.5)
    cells = [cv2.warpAffine(small, way, CELL, borderValue=(GROUND,) * 3)]
    cells += [shown(renderer.render(Expression(), size_wh=CELL, view=View(yaw))) for yaw in YAWS]
    cells += [shown(renderer.render(Expression(act), size_wh=CELL, framing=FACE)) for act in ACTS]
    return np.hstack(cells)


def measured(path: Path, glb_folder: Path | None) -> tuple[Any, float]:
    """A row of the sheet and the likeness error of one photo; prints a line."""
    image = wiring.opened_image(path)
    face = wiring.faces_of(image)[0]
    start = time.process_time()
    avatar = avatar_of(image, face=0)
    seconds = time.process_time() - start
    data = glb_bytes(avatar)
    if glb_folder is not None:
        (glb_folder / f"{path.stem}.glb").write_bytes(data)
    renderer = AvatarRenderer(avatar_of_bytes(data))
    error = likeness_error(face, avatar, renderer)
    spent = []
    for _ in range(8):
        start = time.process_time()
        renderer.render(Expression(ACTS[0]), size_wh=(600, 700))
        spent.append(time.process_time() - start)
    words = [caution.value for caution in avatar.cautions]
    print(
        f"{path.stem:32} {avatar.hair:15} likeness {100 * error:.2f} %  build {seconds:.2f} s CPU  "
        f"frame {1000 * min(spent):.0f} ms CPU  {len(data) / 1e6:.1f} MB  {words}",
        flush=True,
    )
    return row_of(image, face, renderer), error


def main() -> None:
    """Measure the photos named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("photos", nargs="+", type=Path)
    parser.add_argument("--sheet", type=Path)
    parser.add_argument("--glb", type=Path)
    asked = parser.parse_args()
    rows, errors = [], []
    for path in asked.photos:
        try:
            row, error = measured(path, asked.glb)
        except PyojeongError as refused:
            print(f"{path.stem:32} refused: {refused.english}", flush=True)
            continue
        rows.append(row)
        errors.append(error)
    mean, worst = 100 * float(np.mean(errors)), 100 * max(errors)
    print(f"likeness error of {len(errors)}: mean {mean:.2f} %, worst {worst:.2f} % of the pupils' distance")
    if asked.sheet is not None:
        cv2.imwrite(str(asked.sheet), np.vstack(rows)[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, 82])


if __name__ == "__main__":
    main()
