"""An avatar's file opened again."""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from pyojeong.errors import PyojeongError
from pyojeong.performing.avatar.avatar import Avatar, Piece, Surface
from pyojeong.performing.avatar.cautions import Caution
from pyojeong.performing.avatar.glb import BINARY_CHUNK, FORMAT, JSON_CHUNK, MAGIC, METRES_A_CM
from pyojeong.rig.names import ARKIT_NAMES

_DTYPES = {5126: np.float32, 5123: np.uint16, 5125: np.uint32, 5121: np.uint8}
_WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3}
_BROKEN = (
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    MemoryError,
    struct.error,
    cv2.error,
)


def read_avatar(path: str | Path) -> Avatar:
    """The avatar that `glb.glb_bytes` wrote.

    Raises:
        PyojeongError: Kind ``avatar-file`` when it is none of ours or damaged; when it cannot be read.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise PyojeongError(
            f"아바타 파일을 열지 못했습니다: {path}.",
            f"The avatar file could not be opened: {path}.",
            kind="avatar-file",
        ) from error
    return avatar_of_bytes(data, name=str(path))


def avatar_of_bytes(data: bytes, *, name: str = "") -> Avatar:
    """The avatar in ``data``; ``name`` is for messages.

    Raises:
        PyojeongError: Kind ``avatar-file``.
    """
    try:
        return _Reader(data).avatar()
    except _BROKEN as error:
        raise PyojeongError(
            f"표정이 만든 아바타 파일이 아니거나 망가졌습니다: {name}. pyojeong avatar로 다시 만들어 주세요.",
            f"This is no avatar file of Pyojeong's, or it is damaged: {name}; make it again with pyojeong avatar.",
            kind="avatar-file",
        ) from error


class _Reader:
    def __init__(self, data: bytes) -> None:
        magic, _, length = struct.unpack_from("<III", data, 0)
        if magic != MAGIC or length != len(data):
            raise ValueError("no GLB, or not all of one")
        size, kind = struct.unpack_from("<II", data, 12)
        if kind != JSON_CHUNK:
            raise ValueError("a GLB begins with JSON")
        self._json = json.loads(data[20 : 20 + size])
        size_binary, kind = struct.unpack_from("<II", data, 20 + size)
        if kind != BINARY_CHUNK:
            raise ValueError("a GLB's second chunk is binary")
        self._binary = data[28 + size : 28 + size + size_binary]
        self._own = self._json["asset"]["extras"]["pyojeong"]
        if self._own["format"] != FORMAT:
            raise ValueError(f"format must be {FORMAT}, but got {self._own['format']}")

    def avatar(self) -> Avatar:
        """All of it."""
        pieces = tuple(self._piece(mesh) for mesh in self._json["meshes"])
        closings = np.array(self._own["closings"], np.float32)
        landmarks = np.array(self._own["landmarks68"], np.float32) / METRES_A_CM
        cautions = tuple(Caution(word) for word in self._own["cautions"])
        return Avatar(pieces, closings, landmarks, self._own["hair"], cautions, self._own["details"])

    def _piece(self, mesh: dict[str, Any]) -> Piece:
        (primitive,) = mesh["primitives"]
        attributes = primitive["attributes"]
        uv = self._values(attributes["TEXCOORD_0"]) * np.array([1, -1], np.float32) + np.array([0, 1], np.float32)
        material = self._json["materials"][primitive["material"]]
        relief = material.get("normalTexture")
        targets = primitive.get("targets")
        return Piece(
            Surface(mesh["name"]),
            self._values(attributes["POSITION"]) / np.float32(METRES_A_CM),
            self._values(attributes["NORMAL"]),
            uv.astype(np.float32),
            self._values(primitive["indices"]).reshape(-1, 3).astype(np.int64),
            self._picture(material["pbrMetallicRoughness"]["baseColorTexture"]["index"]),
            None if targets is None else self._stack(targets, "POSITION") / np.float32(METRES_A_CM),
            None if targets is None else self._stack(targets, "NORMAL"),
            None if relief is None else self._picture(relief["index"]),
        )

    def _stack(self, targets: list[dict[str, int]], name: str) -> npt.NDArray[np.float32]:
        return np.stack([self._values(target[name]) for target in targets[: len(ARKIT_NAMES)]])

    def _values(self, number: int) -> npt.NDArray[Any]:
        accessor = self._json["accessors"][number]
        wide, dtype = _WIDTHS[accessor["type"]], _DTYPES[accessor["componentType"]]
        if "bufferView" in accessor:
            values = self._raw(accessor["bufferView"], dtype).reshape(accessor["count"], wide).copy()
        else:
            values = np.zeros((accessor["count"], wide), dtype)
        if "sparse" in accessor:
            sparse = accessor["sparse"]
            rows = self._raw(sparse["indices"]["bufferView"], _DTYPES[sparse["indices"]["componentType"]])
            values[rows] = self._raw(sparse["values"]["bufferView"], dtype).reshape(-1, wide)
        return values

    def _raw(self, view_number: int, dtype: Any) -> npt.NDArray[Any]:
        return np.frombuffer(self._bytes(view_number), dtype)

    def _bytes(self, view_number: int) -> bytes:
        view = self._json["bufferViews"][view_number]
        start = view["byteOffset"]
        return self._binary[start : start + view["byteLength"]]

    def _picture(self, texture: int) -> npt.NDArray[np.uint8]:
        image = self._json["images"][self._json["textures"][texture]["source"]]
        coded = np.frombuffer(self._bytes(image["bufferView"]), np.uint8)
        pixels = cv2.imdecode(coded, cv2.IMREAD_UNCHANGED)
        if pixels is None:
            raise ValueError(f"picture {image['name']} cannot be decoded")
        order = cv2.COLOR_BGRA2RGBA if pixels.shape[2] == 4 else cv2.COLOR_BGR2RGB
        return np.asarray(cv2.cvtColor(pixels, order), np.uint8)
