"""An avatar as a binary glTF 2.0: its own file, and what three.js, Blender and Unity open."""

from __future__ import annotations

import json
import struct
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from pyojeong.performing.avatar.avatar import Avatar, Piece, Surface
from pyojeong.performing.avatar.glb_visemes import viseme_weights
from pyojeong.rig.names import ARKIT_NAMES

Reals = npt.NDArray[np.floating[Any]]

FORMAT = "pyojeong.avatar/1"
MAGIC, VERSION, JSON_CHUNK, BINARY_CHUNK = 0x46546C67, 2, 0x4E4F534A, 0x004E4942
METRES_A_CM = 0.01
FLOAT, SHORT, INT = 5126, 5123, 5125
_ARRAY, _ELEMENTS = 34962, 34963
_ROUGHNESS = {
    Surface.SKIN: 0.55,
    Surface.EYES: 0.12,
    Surface.MOUTH: 0.4,
    Surface.LASHES: 0.9,
    Surface.HAIR: 0.5,
}
_JPEG_QUALITY = 92
_STILL = 1e-6
"""Metres, and parts of a unit normal, below which a target keeps a point."""
_STILL_NORMAL = 2e-3


def glb_bytes(avatar: Avatar) -> bytes:
    """The file's bytes: 52 ARKit targets by name, then visemes; metres, y up, facing +z."""
    writer = _Writer()
    for piece in avatar.pieces:
        writer.add_piece(piece, avatar)
    document = writer.document(avatar)
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)
    binary = bytes(writer.binary) + b"\0" * (-len(writer.binary) % 4)
    length = 12 + 8 + len(text) + 8 + len(binary)
    return b"".join(
        [
            struct.pack("<III", MAGIC, VERSION, length),
            struct.pack("<II", len(text), JSON_CHUNK),
            text,
            struct.pack("<II", len(binary), BINARY_CHUNK),
            binary,
        ]
    )


class _Writer:
    """Collects buffers, accessors, meshes, pictures."""

    def __init__(self) -> None:
        self.binary = bytearray()
        self._views: list[dict[str, Any]] = []
        self._accessors: list[dict[str, Any]] = []
        self._meshes: list[dict[str, Any]] = []
        self._materials: list[dict[str, Any]] = []
        self._images: list[dict[str, Any]] = []

    def add_piece(self, piece: Piece, avatar: Avatar) -> None:
        """The piece as a mesh with its material."""
        wide = SHORT if len(piece.points) < 65535 else INT
        indices = piece.triangles.ravel().astype(np.uint16 if wide == SHORT else np.uint32)
        primitive: dict[str, Any] = {
            "attributes": {
                "POSITION": self._array(piece.points * METRES_A_CM, bounds=True),
                "NORMAL": self._array(_unit(piece.normals)),
                "TEXCOORD_0": self._array(piece.uv * np.array([1, -1], np.float32) + np.array([0, 1], np.float32)),
            },
            "indices": self._indices(indices, wide),
            "material": self._material(piece),
        }
        if piece.relief is not None:
            primitive["attributes"]["TANGENT"] = self._array(tangents(piece))
        mesh: dict[str, Any] = {"name": piece.surface.value, "primitives": [primitive]}
        if piece.moves is not None and piece.turns is not None:
            names, primitive["targets"] = self._targets(piece.moves, piece.turns, avatar)
            mesh |= {"weights": [0] * len(names), "extras": {"targetNames": names}}
        self._meshes.append(mesh)

    def _targets(self, moves: Reals, turns: Reals, avatar: Avatar) -> tuple[list[str], list[dict[str, int]]]:
        targets = [self._target(move, turn) for move, turn in zip(moves, turns, strict=True)]
        visemes = viseme_weights(avatar.closings)
        for weights in visemes.values():
            targets.append(self._target(np.tensordot(weights, moves, 1), np.tensordot(weights, turns, 1)))
        return [*ARKIT_NAMES, *visemes], targets

    def _target(self, move: Reals, turn: Reals) -> dict[str, int]:
        metres = move * METRES_A_CM
        return {
            "POSITION": self._sparse(metres, np.abs(metres).max(1) > _STILL, bounds=True),
            "NORMAL": self._sparse(turn, np.abs(turn).max(1) > _STILL_NORMAL),
        }

    def document(self, avatar: Avatar) -> dict[str, Any]:
        """The JSON chunk."""
        children = list(range(1, len(self._meshes) + 1))
        nodes: list[dict[str, Any]] = [{"name": "avatar", "children": children}]
        nodes += [{"name": mesh["name"], "mesh": number} for number, mesh in enumerate(self._meshes)]
        return {
            "asset": {
                "version": "2.0",
                "generator": "pyojeong",
                "copyright": avatar.notice,
                "extras": {"pyojeong": _own(avatar)},
            },
            "scene": 0,
            "scenes": [{"nodes": [0]}],
            "nodes": nodes,
            "meshes": self._meshes,
            "materials": self._materials,
            "textures": [{"source": number, "sampler": 0} for number in range(len(self._images))],
            "samplers": [{"magFilter": 9729, "minFilter": 9987, "wrapS": 33071, "wrapT": 33071}],
            "images": self._images,
            "accessors": self._accessors,
            "bufferViews": self._views,
            "buffers": [{"byteLength": len(self.binary) + -len(self.binary) % 4}],
        }

    def _view(self, data: bytes, target: int | None = None) -> int:
        self.binary += b"\0" * (-len(self.binary) % 4)
        view: dict[str, Any] = {"buffer": 0, "byteOffset": len(self.binary), "byteLength": len(data)}
        if target is not None:
            view["target"] = target
        self.binary += data
        self._views.append(view)
        return len(self._views) - 1

    def _array(self, values: Reals, *, bounds: bool = False) -> int:
        kept = np.ascontiguousarray(values, np.float32)
        accessor: dict[str, Any] = {"bufferView": self._view(kept.tobytes(), _ARRAY)}
        return self._accessor(accessor, kept, bounds=bounds)

    def _indices(self, indices: npt.NDArray[Any], kind: int) -> int:
        view = self._view(indices.tobytes(), _ELEMENTS)
        self._accessors.append({"bufferView": view, "componentType": kind, "count": len(indices), "type": "SCALAR"})
        return len(self._accessors) - 1

    def _sparse(self, values: Reals, moved: npt.NDArray[np.bool_], *, bounds: bool = False) -> int:
        """An accessor that names only the points that move; all zeros where none does."""
        kept = np.where(moved[:, None], values, 0).astype(np.float32)
        accessor: dict[str, Any] = {}
        rows = np.flatnonzero(moved)
        if len(rows):
            wide = SHORT if len(kept) < 65535 else INT
            numbers = rows.astype(np.uint16 if wide == SHORT else np.uint32)
            accessor["sparse"] = {
                "count": len(rows),
                "indices": {"bufferView": self._view(numbers.tobytes()), "componentType": wide},
                "values": {"bufferView": self._view(kept[rows].tobytes())},
            }
        return self._accessor(accessor, kept, bounds=bounds)

    def _accessor(self, accessor: dict[str, Any], values: npt.NDArray[np.float32], *, bounds: bool) -> int:
        accessor |= {"componentType": FLOAT, "count": len(values), "type": f"VEC{values.shape[1]}"}
        if bounds:
            accessor |= {"min": values.min(0).tolist(), "max": values.max(0).tolist()}
        self._accessors.append(accessor)
        return len(self._accessors) - 1

    def _material(self, piece: Piece) -> int:
        surface = piece.surface
        material: dict[str, Any] = {
            "name": surface.value,
            "pbrMetallicRoughness": {
                "baseColorTexture": {"index": self._image(surface.value, piece.picture)},
                "metallicFactor": 0,
                "roughnessFactor": _ROUGHNESS[surface],
            },
        }
        if piece.relief is not None:
            material["normalTexture"] = {"index": self._image(f"{surface.value}-relief", piece.relief), "scale": 0.6}
        if surface is Surface.HAIR:
            material |= {"alphaMode": "MASK", "alphaCutoff": 0.45, "doubleSided": True}
        elif surface is Surface.LASHES:
            material |= {"alphaMode": "BLEND", "doubleSided": True}
        self._materials.append(material)
        return len(self._materials) - 1

    def _image(self, name: str, pixels: npt.NDArray[np.uint8]) -> int:
        has_alpha = pixels.shape[2] == 4
        order = cv2.COLOR_RGBA2BGRA if has_alpha else cv2.COLOR_RGB2BGR
        options = [] if has_alpha else [cv2.IMWRITE_JPEG_QUALITY, _JPEG_QUALITY]
        _, coded = cv2.imencode(".png" if has_alpha else ".jpg", cv2.cvtColor(pixels, order), options)
        kind = "image/png" if has_alpha else "image/jpeg"
        self._images.append({"name": name, "mimeType": kind, "bufferView": self._view(coded.tobytes())})
        return len(self._images) - 1


def tangents(piece: Piece) -> npt.NDArray[np.float32]:
    """V×4: unit tangents along u at right angles to the normals, and the side of the third axis."""
    corners, uv = piece.points[piece.triangles], piece.uv[piece.triangles]
    one, other = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    du, dv = uv[:, 1] - uv[:, 0], uv[:, 2] - uv[:, 0]
    area = du[:, 0] * dv[:, 1] - du[:, 1] * dv[:, 0]
    along = (one * dv[:, 1:] - other * du[:, 1:]) * np.sign(area)[:, None]
    total = np.zeros_like(piece.points)
    for k in range(3):
        np.add.at(total, piece.triangles[:, k], along)
    normals = _unit(piece.normals)
    total -= (total * normals).sum(1, keepdims=True) * normals
    lengths = np.linalg.norm(total, axis=1, keepdims=True)
    side = np.cross(normals, np.roll(normals, 1, axis=1))
    side /= np.maximum(np.linalg.norm(side, axis=1, keepdims=True), 1e-6)
    found = np.where(lengths > 1e-6, total / np.maximum(lengths, 1e-6), side)
    return np.asarray(np.concatenate([found, np.ones((len(found), 1))], 1), np.float32)


def _own(avatar: Avatar) -> dict[str, Any]:
    """What glTF has no word for."""
    return {
        "format": FORMAT,
        "hair": avatar.hair,
        "cautions": [caution.value for caution in avatar.cautions],
        "closings": np.round(avatar.closings.astype(float), 5).tolist(),
        "landmarks68": np.round(avatar.landmarks.astype(float) * METRES_A_CM, 6).tolist(),
        "details": dict(avatar.details or {}),
    }


def _unit(normals: Reals) -> Reals:
    lengths = np.linalg.norm(normals, axis=1, keepdims=True)
    up = np.array([0, 0, 1], np.float32)
    return np.where(lengths > 1e-6, normals / np.maximum(lengths, 1e-6), up)
