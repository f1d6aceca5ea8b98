"""Files of heads in the formats that tools write."""

from __future__ import annotations

import json
from pathlib import Path

import cv2
import numpy as np
import pytest

from made_heads import flame_arrays, head, portrait_texture, write_basel, write_flame_pickle, write_obj
from pyojeong.errors import PyojeongError
from pyojeong.performing.avatar.foreign.head_mesh import Source
from pyojeong.performing.avatar.foreign.opening import open_head


def as_npz(path: Path) -> Path:
    np.savez(path, **{name: value for name, value in flame_arrays(head()).items() if name != "bs_type"})
    return path


def test_decas_obj_comes_with_its_picture(tmp_path: Path) -> None:
    made = head()
    mesh = open_head(write_obj(tmp_path, made, portrait_texture()))
    assert mesh.source is Source.OBJ and mesh.picture is not None and mesh.spots is not None
    np.testing.assert_allclose(mesh.points, made.points)
    np.testing.assert_allclose(mesh.spots, made.spots)
    assert not mesh.at_rest


def test_points_colours_are_read_in_both_scales(tmp_path: Path) -> None:
    made = head()
    for top in (1.0, 255.0):
        lines = [f"v {x} {y} {z} {0.8 * top} {0.4 * top} {0.2 * top}" for x, y, z in made.points]
        lines += [f"f {a} {b} {c}" for a, b, c in made.triangles + 1]
        (tmp_path / "detail.obj").write_text("\n".join(lines))
        mesh = open_head(tmp_path / "detail.obj")
        assert mesh.colours is not None and mesh.colours[0].tolist() == [204, 102, 51]


def test_polygons_numbers_from_behind_and_several_materials(tmp_path: Path) -> None:
    rows, columns = np.mgrid[0:21, 0:21]
    lines = [f"v {x} {y} {(x - 10) ** 2 / 20}" for x, y in zip(columns.ravel(), rows.ravel(), strict=True)]
    lines += ["vt 0 0", "vt 1 0", "vt 1 1", "vt 0 1", "mtllib two.mtl"]
    for row in range(20):
        lines.append("usemtl red" if row < 10 else "usemtl blue")
        for column in range(20):
            a = 21 * row + column + 1
            corners = (a - 442, a - 441, a - 420, a - 421)
            lines.append("f " + " ".join(f"{c}/{k - 4}" for k, c in enumerate(corners)))
    (tmp_path / "two.obj").write_text("\n".join(lines))
    (tmp_path / "two.mtl").write_text("newmtl red\nmap_Kd red.png\nnewmtl blue\nmap_Kd ../elsewhere/blue.png\n")
    for name, colour in (("red", (0, 0, 200)), ("blue", (200, 0, 0))):
        cv2.imwrite(str(tmp_path / f"{name}.png"), np.full((8, 8, 3), colour, np.uint8))
    mesh = open_head(tmp_path / "two.obj")
    assert len(mesh.triangles) == 800 and mesh.spots is not None and mesh.picture is not None
    middles = mesh.spots.mean(1) * [mesh.picture.shape[1], mesh.picture.shape[0]]
    shown = mesh.picture[(mesh.picture.shape[0] - middles[:, 1]).astype(int), middles[:, 0].astype(int)]
    low = mesh.points[mesh.triangles].mean(1)[:, 1] < 10
    assert (shown[low] == [200, 0, 0]).all() and (shown[~low] == [0, 0, 200]).all()


@pytest.mark.parametrize("kind", ["npz", "pkl-2", "pkl-4"])
def test_flames_mean_head_is_at_rest(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"flame.{kind[:3]}"
    mesh = open_head(as_npz(path) if kind == "npz" else write_flame_pickle(path, head(), protocol=int(kind[-1])))
    assert (mesh.source, mesh.at_rest, mesh.is_coloured) == (Source.FLAME, True, False)
    np.testing.assert_allclose(mesh.points, head().points)


@pytest.mark.parametrize("kind", ["npy-dict", "npy", "npz", "json", "mat"])
def test_a_persons_numbers_shape_flames_head(tmp_path: Path, kind: str) -> None:
    from scipy.io import savemat

    numbers = np.array([[1.0, -2.0, 0.0]])
    codes = tmp_path / f"codes.{kind[:4].split('-')[0]}"
    if kind == "npy-dict":
        np.save(codes, {"shape": numbers, "exp": np.ones((1, 50)), "pose": np.zeros((1, 6))}, allow_pickle=True)  # type: ignore[arg-type]
    elif kind == "npy":
        np.save(codes, numbers[0])
    elif kind == "npz":
        np.savez(codes, shape=numbers, cam=np.ones((1, 3)))
    elif kind == "json":
        codes.write_text(json.dumps({"shape_params": numbers[0].tolist(), "name": "me"}))
    else:
        savemat(codes, {"shape": numbers})
    mesh = open_head(as_npz(tmp_path / "flame.npz"), codes=codes)
    np.testing.assert_allclose(mesh.points, head().points * [0.8, 1.1, 1.0], atol=1e-9)
    assert mesh.at_rest


def test_decas_posed_points_are_taken_as_they_are(tmp_path: Path) -> None:
    from scipy.io import savemat

    savemat(tmp_path / "deca.mat", {"verts": head(1).points[None], "landmarks2d": np.zeros((1, 68, 2))})
    mesh = open_head(as_npz(tmp_path / "flame.npz"), codes=tmp_path / "deca.mat")
    np.testing.assert_allclose(mesh.points, head(1).points)
    assert not mesh.at_rest


def test_flames_texture_is_kept_blue_first(tmp_path: Path) -> None:
    made = head()
    corners = np.arange(made.spots.size // 2).reshape(-1, 3)
    np.savez(tmp_path / "skin.npz", mean=portrait_texture()[..., ::-1], vt=made.spots.reshape(-1, 2), ft=corners)
    mesh = open_head(as_npz(tmp_path / "flame.npz"), skin=tmp_path / "skin.npz")
    np.testing.assert_array_equal(mesh.picture, portrait_texture())
    np.testing.assert_allclose(mesh.spots, made.spots)


def test_a_basel_model_counts_from_one_and_has_colours(tmp_path: Path) -> None:
    mesh = open_head(write_basel(tmp_path / "01_MorphableModel.mat", head()))
    assert (mesh.source, mesh.at_rest) == (Source.MORPHABLE, True)
    np.testing.assert_array_equal(np.sort(mesh.triangles, 1), np.sort(head().triangles, 1))
    assert mesh.colours is not None and mesh.colours[7].tolist() == [180, 140, 120]
    np.savez(tmp_path / "codes.npz", alpha=np.array([2.0, 0.0]))
    higher = open_head(tmp_path / "01_MorphableModel.mat", codes=tmp_path / "codes.npz")
    np.testing.assert_allclose(higher.points, 1e6 * head().points * [1, 1.2, 1], rtol=1e-4, atol=1)


def test_a_basel_model_of_2017_keeps_variances(tmp_path: Path) -> None:
    import h5py

    made = head()
    axes = np.zeros((3 * len(made.points), 2))
    axes[1::3, 0] = made.points[:, 1]
    with h5py.File(tmp_path / "bfm.h5", "w") as file:
        file["shape/model/mean"], file["shape/model/pcaBasis"] = 1000 * made.points.ravel(), axes
        file["shape/model/pcaVariance"] = np.array([100.0**2, 1.0])
        file["shape/representer/cells"] = made.triangles.T
        file["color/model/mean"] = np.tile([0.7, 0.5, 0.4], len(made.points))
    np.savez(tmp_path / "codes.npz", alpha=np.array([1.0]))
    mesh = open_head(tmp_path / "bfm.h5", codes=tmp_path / "codes.npz")
    np.testing.assert_allclose(mesh.points, 1000 * made.points * [1, 1.1, 1], atol=1e-6)
    assert mesh.colours is not None and mesh.colours[0].tolist() == [178, 128, 102]


@pytest.mark.parametrize(
    ("name", "content", "korean"),
    [
        ("gone.obj", None, "열지 못했습니다"),
        ("bad.obj", "v 1 2\nf 1 2 3\n", "읽지 못했습니다"),
        ("flat.obj", "\n".join(["v 0 0 0"] * 400) + "\nf 1 2 3" * 200, "한 평면"),
        ("bad.npz", "nothing", "읽지 못했습니다"),
        ("other.json", '{"a": [1, 2]}', "v_template"),
        ("bad.mat", "MATLAB" * 40, "읽지 못했습니다"),
        ("head.ply", "ply", ".obj"),
    ],
)
def test_what_is_no_head_is_refused(tmp_path: Path, name: str, content: str | None, korean: str) -> None:
    if content is not None:
        (tmp_path / name).write_text(content)
    with pytest.raises(PyojeongError) as refused:
        open_head(tmp_path / name)
    assert refused.value.kind == "head-file" and korean in refused.value.korean


def test_numbers_that_do_not_fit_are_refused(tmp_path: Path) -> None:
    model = as_npz(tmp_path / "flame.npz")
    np.save(tmp_path / "codes.npy", np.zeros(400))
    with pytest.raises(PyojeongError, match="12"):
        open_head(model, codes=tmp_path / "codes.npy")
    np.savez(tmp_path / "none.npz", exp=np.zeros(50))
    with pytest.raises(PyojeongError, match="shape"):
        open_head(model, codes=tmp_path / "none.npz")
    made = write_obj(tmp_path, head(), None)
    with pytest.raises(PyojeongError, match="OBJ"):
        open_head(made, codes=tmp_path / "codes.npy")


def refusal(model: Path, **others: Path) -> str:
    with pytest.raises(PyojeongError) as refused:
        open_head(model, **others)
    assert refused.value.kind == "head-file"
    return refused.value.korean


@pytest.mark.parametrize("shape", [(3, 1), (1, 3), (1, 1, 3), (3,)])
def test_one_persons_numbers_may_lie_as_they_like(tmp_path: Path, shape: tuple[int, ...]) -> None:
    np.save(tmp_path / "codes.npy", np.array([1.0, -2.0, 0.0]).reshape(shape))
    mesh = open_head(as_npz(tmp_path / "flame.npz"), codes=tmp_path / "codes.npy")
    np.testing.assert_allclose(mesh.points, head().points * [0.8, 1.1, 1.0], atol=1e-9)


def test_several_peoples_numbers_are_refused(tmp_path: Path) -> None:
    flame, basel = as_npz(tmp_path / "flame.npz"), write_basel(tmp_path / "01_MorphableModel.mat", head())
    np.savez(tmp_path / "codes.npz", shape=np.zeros((2, 2)), alpha=np.zeros((1, 2, 2)))
    for model in (flame, basel):
        assert "한 사람" in refusal(model, codes=tmp_path / "codes.npz")
    np.savez(tmp_path / "verts.npz", verts=np.stack([head().points] * 2))
    assert "한 사람" in refusal(flame, codes=tmp_path / "verts.npz")


@pytest.mark.parametrize(
    ("name", "value", "korean"),
    [
        ("mean", np.zeros((5, 7)), "무늬"),
        ("mean", np.zeros((4, 4, 2)), "무늬"),
        ("mean", np.zeros(0), "무늬"),
        ("vt", np.zeros(9), "무늬"),
        ("vt", np.zeros((9, 1)), "무늬"),
        ("ft", np.zeros((7, 2), int), "무늬"),
        ("ft", np.zeros(0, int), "무늬"),
    ],
)
def test_textures_of_a_strange_shape_are_refused(tmp_path: Path, name: str, value: np.ndarray, korean: str) -> None:
    made = head()
    corners = np.arange(made.spots.size // 2).reshape(-1, 3)
    arrays = {"mean": portrait_texture(), "vt": made.spots.reshape(-1, 2), "ft": corners}
    np.savez(tmp_path / "skin.npz", **{**arrays, name: value})
    assert korean in refusal(as_npz(tmp_path / "flame.npz"), skin=tmp_path / "skin.npz")


@pytest.mark.parametrize(
    ("name", "value"),
    [("v_template", np.array(3.0)), ("v_template", np.zeros(900)), ("f", np.zeros(9, int)),
     ("f", np.zeros((0, 3), int)), ("shapedirs", np.zeros((4, 4))), ("shapedirs", np.array(1.0))],
)  # fmt: skip
def test_flame_models_of_a_strange_shape_are_refused(tmp_path: Path, name: str, value: np.ndarray) -> None:
    arrays = {word: held for word, held in flame_arrays(head()).items() if word != "bs_type"}
    np.savez(tmp_path / "flame.npz", **{**arrays, name: value})
    np.save(tmp_path / "codes.npy", np.zeros(3))
    told = refusal(tmp_path / "flame.npz", codes=tmp_path / "codes.npy")
    assert "must" not in told and "expected" not in told


@pytest.mark.parametrize(
    ("name", "value"),
    [("tl", np.zeros(9)), ("tl", np.zeros((0, 3))), ("shapePC", np.zeros(9)), ("shapePC", None), ("texPC", None),
     ("shapeEV", np.ones(1)), ("shapeMU", np.zeros(1000)), ("texMU", np.zeros(9))],
)  # fmt: skip
def test_morphable_models_that_do_not_fit_are_refused(tmp_path: Path, name: str, value: np.ndarray | None) -> None:
    made = head()
    count = len(made.points)
    arrays: dict[str, np.ndarray | None] = {
        "shapeMU": made.points.ravel(), "shapePC": np.ones((3 * count, 2)), "shapeEV": np.ones(2),
        "texMU": np.full(3 * count, 99.0), "texPC": np.ones((3 * count, 2)), "tl": made.triangles + 1,
    }  # fmt: skip
    arrays[name] = value
    np.savez(tmp_path / "bfm.npz", **{word: held for word, held in arrays.items() if held is not None})
    np.savez(tmp_path / "codes.npz", alpha=np.zeros(2), beta=np.zeros(2))
    told = refusal(tmp_path / "bfm.npz", codes=tmp_path / "codes.npz")
    assert "must" not in told and "expected" not in told


def test_a_skin_for_a_morphable_model_is_refused(tmp_path: Path) -> None:
    model = write_basel(tmp_path / "01_MorphableModel.mat", head())
    assert "FLAME" in refusal(model, skin=tmp_path / "skin.png")


def as_lines(folder: Path, change: str = "") -> list[str]:
    """DECA's OBJ line by line, with its picture beside it."""
    made = write_obj(folder, head(), portrait_texture())
    if change:
        (folder / "deca.mtl").write_text(f"newmtl FaceTexture\n{change}")
    return made.read_text().splitlines()


def test_a_triangle_without_its_place_leaves_the_others_theirs(tmp_path: Path) -> None:
    lines = as_lines(tmp_path)
    lines[-1] = " ".join(part.split("/")[0] for part in lines[-1].split())
    (tmp_path / "deca.obj").write_text("\n".join(lines))
    mesh, made = open_head(tmp_path / "deca.obj"), head()
    assert mesh.picture is not None and mesh.spots is not None
    high, wide = mesh.picture.shape[:2]
    places = mesh.spots * [wide, high]
    np.testing.assert_allclose(places[:-1], np.clip(made.spots[:-1], 0, 1) * [256, 256])
    x, y = places[-1, 0]
    assert mesh.picture[int(high - y), int(x)].tolist() == [178, 178, 178]


@pytest.mark.parametrize(
    "line",
    ["map_Kd -s 1 1 1 my face.png", "map_Kd -clamp on -o 0.5 my face.png", "map_Kd -mm 0 1 C:\\made\\my face.png"],
)
def test_a_pictures_options_are_not_its_name(tmp_path: Path, line: str) -> None:
    as_lines(tmp_path, line)
    (tmp_path / "deca.png").rename(tmp_path / "my face.png")
    mesh = open_head(tmp_path / "deca.obj")
    np.testing.assert_array_equal(mesh.picture, portrait_texture())


def test_colours_after_a_points_weight_are_read(tmp_path: Path) -> None:
    made = head()
    lines = [f"v {x} {y} {z} 1.0 0.8 0.4 0.2" for x, y, z in made.points]
    lines += [f"f {a} {b} {c}" for a, b, c in made.triangles + 1]
    (tmp_path / "w.obj").write_text("\n".join(lines))
    mesh = open_head(tmp_path / "w.obj")
    assert mesh.colours is not None and mesh.colours[0].tolist() == [204, 102, 51]


def test_a_picture_or_an_mtl_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    as_lines(tmp_path)
    (tmp_path / "deca.png").write_bytes(b"no picture")
    assert "그림" in refusal(tmp_path / "deca.obj")
    (tmp_path / "deca.mtl").write_bytes(b"#" * 1_000_001)
    assert "너무 큽니다" in refusal(tmp_path / "deca.obj")


@pytest.mark.parametrize("text", ["mtllib " + "n" * 300, "map_Kd"])
def test_names_that_are_no_files_are_as_none(tmp_path: Path, text: str) -> None:
    lines = as_lines(tmp_path, text if text == "map_Kd" else "")
    lines[0] = text if text != "map_Kd" else lines[0]
    (tmp_path / "deca.obj").write_text("\n".join(lines))
    mesh = open_head(tmp_path / "deca.obj")
    np.testing.assert_array_equal(mesh.picture, portrait_texture())


@pytest.mark.parametrize("line", ["f " + "1 " * 6000, "# " + "x" * 20_000])
def test_endless_lines_are_damage(tmp_path: Path, line: str) -> None:
    (tmp_path / "x.obj").write_text(line)
    assert "망가졌거나" in refusal(tmp_path / "x.obj")
