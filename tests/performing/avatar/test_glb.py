from __future__ import annotations

import io
import json
import struct
import zipfile
from pathlib import Path

import numpy as np
import pytest

from pyojeong.errors import PyojeongError
from pyojeong.performing.avatar.avatar import CREDIT, Avatar, Surface
from pyojeong.performing.avatar.glb import glb_bytes, tangents
from pyojeong.performing.avatar.glb_reading import avatar_of_bytes, read_avatar
from pyojeong.performing.avatar.glb_visemes import viseme_weights
from pyojeong.performing.avatar.gltf_obj import obj_zip
from pyojeong.rig.names import ARKIT_NAMES


@pytest.fixture(scope="module")
def data(astronaut: Avatar) -> bytes:
    return glb_bytes(astronaut)


@pytest.fixture(scope="module")
def document(data: bytes) -> dict:
    (size,) = struct.unpack_from("<I", data, 12)
    return json.loads(data[20 : 20 + size])


def test_it_comes_back_as_it_was(astronaut: Avatar, data: bytes) -> None:
    again = avatar_of_bytes(data)
    assert [p.surface for p in again.pieces] == [p.surface for p in astronaut.pieces]
    for before, after in zip(astronaut.pieces, again.pieces, strict=True):
        assert np.abs(before.points - after.points).max() < 1e-4
        assert (before.triangles == after.triangles).all()
        assert np.abs(before.uv - after.uv).max() < 1e-6
        if before.moves is not None:
            assert np.abs(before.moves - after.moves).max() < 2e-4
        error = np.abs(before.picture.astype(int) - after.picture.astype(int)).mean()
        assert error < (0.01 if before.surface.is_cut_out else 3)
    assert np.abs(again.closings - astronaut.closings).max() < 1e-4
    assert np.abs(again.landmarks - astronaut.landmarks).max() < 1e-3
    assert (again.hair, again.cautions) == (astronaut.hair, astronaut.cautions)


def test_targets_are_named_and_weigh_nothing_at_rest(document: dict) -> None:
    moving = [mesh for mesh in document["meshes"] if "weights" in mesh]
    assert [mesh["name"] for mesh in moving] == ["skin", "eyes", "mouth", "lashes"]
    for mesh in moving:
        names = mesh["extras"]["targetNames"]
        assert tuple(names[:52]) == ARKIT_NAMES and "viseme_aa" in names[52:]
        assert len(mesh["primitives"][0]["targets"]) == len(mesh["weights"]) == len(names)
        assert set(mesh["weights"]) == {0}


def test_sparse_indices_rise_and_bounds_hold(document: dict, data: bytes) -> None:
    (size,) = struct.unpack_from("<I", data, 12)
    binary = data[28 + size :]
    for accessor in document["accessors"]:
        if "sparse" in accessor:
            view = document["bufferViews"][accessor["sparse"]["indices"]["bufferView"]]
            rows = np.frombuffer(binary, np.uint16, accessor["sparse"]["count"], view["byteOffset"])
            assert (np.diff(rows.astype(int)) > 0).all() and rows[-1] < accessor["count"]
        if "min" in accessor:
            assert np.less_equal(accessor["min"], accessor["max"]).all()


def test_credit_and_landmarks_travel_with_the_file(document: dict) -> None:
    assert document["asset"]["copyright"] == CREDIT
    assert "ICT-FaceKit" in CREDIT and "MIT" in CREDIT
    landmarks = np.array(document["asset"]["extras"]["pyojeong"]["landmarks68"])
    assert landmarks.shape == (68, 3)
    assert landmarks[36, 0] < landmarks[45, 0]  # iBUG counts from the viewer's left, the subject's right


def test_what_is_cut_out_says_so(document: dict) -> None:
    modes = {m["name"]: (m.get("alphaMode"), m.get("doubleSided")) for m in document["materials"]}
    assert modes["hair"] == ("MASK", True)
    assert modes["lashes"] == ("BLEND", True)
    assert modes["skin"] == (None, None)


def test_tangents_are_unit_and_square_to_the_normals(astronaut: Avatar) -> None:
    skin = astronaut.piece(Surface.SKIN)
    assert skin is not None
    along = tangents(skin)[:, :3]
    assert np.abs(np.linalg.norm(along, axis=1) - 1).max() < 1e-4
    assert np.abs((along * skin.normals).sum(1)).max() < 1e-3
    assert np.median(along[:, 0]) > 0.5


def test_visemes_shut_the_lips_for_m_and_open_the_jaw_for_a() -> None:
    weights = viseme_weights(np.zeros((52, 2), np.float32))
    jaw, shut = ARKIT_NAMES.index("jawOpen"), ARKIT_NAMES.index("mouthClose")
    assert weights["viseme_aa"][jaw] > 0.5 > weights["viseme_I"][jaw]
    assert weights["viseme_PP"][jaw] <= weights["viseme_PP"][shut] + 0.05
    assert not weights["viseme_sil"].any()


@pytest.mark.parametrize("damage", [b"", b"glTF", b"no file of ours" * 9])
def test_other_files_are_refused(damage: bytes, tmp_path: Path) -> None:
    path = tmp_path / "other.glb"
    path.write_bytes(damage)
    with pytest.raises(PyojeongError) as refused:
        read_avatar(path)
    assert refused.value.kind == "avatar-file"


def test_half_a_file_is_refused(data: bytes) -> None:
    with pytest.raises(PyojeongError):
        avatar_of_bytes(data[: len(data) // 2])


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PyojeongError):
        read_avatar(tmp_path / "none.glb")


def test_the_zip_holds_the_same_mesh(astronaut: Avatar) -> None:
    with zipfile.ZipFile(io.BytesIO(obj_zip(astronaut))) as archive:
        assert all(entry.external_attr >> 16 & 0o444 == 0o444 for entry in archive.infolist())
        landmarks = json.loads(archive.read("landmarks68.json"))
        assert landmarks.pop("format") == "pyojeong.landmarks68/1"
        assert np.allclose(landmarks.pop("points"), astronaut.landmarks, atol=1e-4) and len(astronaut.landmarks) == 68
        assert landmarks == {"order": "iBUG 68", "unit": "cm"}
        lines = archive.read("avatar.obj").decode().splitlines()
        names = set(archive.namelist())
    points = sum(len(piece.points) for piece in astronaut.pieces)
    faces = [line for line in lines if line.startswith("f ")]
    assert sum(line.startswith("v ") for line in lines) == points
    assert len(faces) == sum(len(piece.triangles) for piece in astronaut.pieces)
    assert max(int(corner.split("/")[0]) for line in faces for corner in line.split()[1:]) <= points
    assert {"avatar.mtl", "skin.png", "hair.png", "landmarks68.json", "NOTICE.txt"} <= names
