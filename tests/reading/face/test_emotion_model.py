from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from pyojeong.errors import PyojeongError
from pyojeong.reading.face.emotion_input import standardised
from pyojeong.reading.face.emotion_model import MODEL, EmotionModel, Settings
from pyojeong.weights.store import verify

MOST_MEGABYTES = 5
CROPS = np.random.default_rng(0).integers(0, 256, (70, 48, 48)).astype(np.uint8)


@pytest.fixture(scope="module")
def model() -> EmotionModel:
    return EmotionModel.shipped()


def test_it_is_small_and_its_card_says_how_good_it_is() -> None:
    stored = verify(MODEL)
    assert stored.path.stat().st_size <= MOST_MEGABYTES * 1e6
    measured = stored.card.measured["public_test"]
    assert measured["votes_clear"]["accuracy"] > 2 * measured["votes_clear"]["floor_majority"]
    assert all("f1" in row for row in measured["votes_clear"]["classes"].values())


def test_many_faces_are_read_as_each_alone(model: EmotionModel) -> None:
    together = model.answers(CROPS)
    alone = [model.answers(CROPS[n : n + 1]) for n in (0, 63, 64, 69)]
    assert together.voted.shape == (70, 8)
    assert together.own.shape == (70, 7)
    for number, answer in zip((0, 63, 64, 69), alone, strict=True):
        assert together.voted[number] == pytest.approx(answer.voted[0], abs=1e-3)
        assert together.own[number] == pytest.approx(answer.own[0], abs=1e-3)


def test_a_mirror_image_is_read_alike(model: EmotionModel) -> None:
    there, back = model.answers(CROPS[:5]), model.answers(CROPS[:5, :, ::-1])
    assert there.voted == pytest.approx(back.voted, abs=1e-3)


def test_neither_exposure_nor_contrast_count() -> None:
    dim = (CROPS[:3] // 2 + 20).astype(np.uint8)
    assert standardised(dim) == pytest.approx(standardised(CROPS[:3]), abs=0.02)


def test_an_empty_crop_stays_quiet() -> None:
    assert np.abs(standardised(np.full((1, 48, 48), 200, np.uint8))).max() == 0


def test_another_onnx_file_is_refused(tmp_path: Path) -> None:
    onnx = pytest.importorskip("onnx", reason="onnx is in the lab extra")
    value = onnx.helper.make_tensor_value_info("x", onnx.TensorProto.FLOAT, [1])
    other = onnx.helper.make_tensor_value_info("y", onnx.TensorProto.FLOAT, [1])
    graph = onnx.helper.make_graph([onnx.helper.make_node("Relu", ["x"], ["y"])], "other", [value], [other])
    model = onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 17)], ir_version=8)
    (tmp_path / "other.onnx").write_bytes(model.SerializeToString())
    with pytest.raises(PyojeongError, match="얼굴 감정 모델이 아닙니다"):
        EmotionModel(tmp_path / "other.onnx")


@pytest.mark.parametrize("wrong", [{"temperature": 0}, {"unsure_below": 2}, {"neutral_logits": (0.0,)}])
def test_settings_that_cannot_be_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        Settings(**wrong)  # type: ignore[arg-type]
