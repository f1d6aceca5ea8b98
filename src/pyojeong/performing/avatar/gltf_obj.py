"""An avatar as OBJ, MTL and pictures in one ZIP: the head at rest for programs that know no glTF."""

from __future__ import annotations

import io
import json
import zipfile

import cv2
import numpy as np

from pyojeong.performing.avatar.avatar import Avatar, Piece

LANDMARKS_FORMAT = "pyojeong.landmarks68/1"

_FIXED_DATE = (2020, 1, 1, 0, 0, 0)
"""The same avatar gives the same bytes."""


_READABLE = 0o644
"""By whoever unpacks it and others: what ZipInfo has by itself is the owner's alone."""


def obj_zip(avatar: Avatar) -> bytes:
    """``avatar.obj`` (cm), ``avatar.mtl``, a PNG for each surface, ``landmarks68.json`` and ``NOTICE.txt``."""
    obj, mtl = [f"# {avatar.notice}", "mtllib avatar.mtl"], [f"# {avatar.notice}"]
    files: dict[str, bytes] = {}
    start = 1
    for piece in avatar.pieces:
        name = piece.surface.value
        obj += _mesh_lines(piece, name, start)
        start += len(piece.points)
        mtl += [f"newmtl {name}", "Kd 1 1 1", "Ks 0.05 0.05 0.05", f"map_Kd {name}.png"]
        mtl += [f"map_d {name}.png"] if piece.surface.is_cut_out else []
        order = cv2.COLOR_RGBA2BGRA if piece.picture.shape[2] == 4 else cv2.COLOR_RGB2BGR
        files[f"{name}.png"] = cv2.imencode(".png", cv2.cvtColor(piece.picture, order))[1].tobytes()
    files["avatar.obj"] = ("\n".join(obj) + "\n").encode()
    files["avatar.mtl"] = ("\n".join(mtl) + "\n").encode()
    files["landmarks68.json"] = _landmarks(avatar)
    files["NOTICE.txt"] = (avatar.notice + "\n").encode()
    return _zipped(files)


def _landmarks(avatar: Avatar) -> bytes:
    points = np.round(avatar.landmarks.astype(float), 4).tolist()
    return json.dumps({"format": LANDMARKS_FORMAT, "order": "iBUG 68", "unit": "cm", "points": points}).encode()


def _mesh_lines(piece: Piece, name: str, start: int) -> list[str]:
    lines = [f"o {name}", f"usemtl {name}"]
    lines += [f"v {x:.4f} {y:.4f} {z:.4f}" for x, y, z in piece.points.tolist()]
    lines += [f"vt {u:.5f} {v:.5f}" for u, v in piece.uv.tolist()]
    lines += [f"vn {x:.4f} {y:.4f} {z:.4f}" for x, y, z in piece.normals.tolist()]
    for corners in (piece.triangles + start).tolist():
        lines.append("f " + " ".join(f"{n}/{n}/{n}" for n in corners))
    return lines


def _zipped(files: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(files.items()):
            entry = zipfile.ZipInfo(name, _FIXED_DATE)
            entry.external_attr = _READABLE << 16
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return held.getvalue()
