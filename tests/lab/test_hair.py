from __future__ import annotations

import csv

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="lab: torch is not installed")

import onnxruntime  # noqa: E402
import skimage.data  # noqa: E402

from pyojeong.lab.hair_export import written  # noqa: E402
from pyojeong.lab.hair_network import CHANNELS, SIDE_PX, HairNetwork  # noqa: E402
from pyojeong.lab.hair_training import PICKS, Lesson, picked, varied  # noqa: E402
from pyojeong.lab.hair_weak import started, weak_long, weak_short  # noqa: E402
from pyojeong.lab.traits_marks import LABELS  # noqa: E402
from pyojeong.media import Image  # noqa: E402
from pyojeong.reading.face.finding import FaceFinder  # noqa: E402
from pyojeong.reading.face.traits.frame import framed  # noqa: E402
from pyojeong.reading.face.traits.hair_mask import INPUT, MODEL, OUTPUT, hair_mask, hair_share  # noqa: E402
from pyojeong.reading.face.traits.person import person_share  # noqa: E402
from pyojeong.weights.store import verify  # noqa: E402

pytestmark = pytest.mark.lab


@pytest.fixture(scope="module")
def face():
    image = Image(skimage.data.astronaut())
    return framed(image.rgb, FaceFinder().find(image)[0])


def lesson() -> Lesson:
    """Hair wherever the picture is bright."""
    planes = np.full((len(CHANNELS), SIDE_PX, SIDE_PX), -1, np.float32)
    planes[3:] = 1
    label = np.zeros((SIDE_PX, SIDE_PX), np.uint8)
    label[20:60, 30:120] = 1
    planes[:3, label > 0] = 1
    return Lesson(planes, label, np.ones_like(label))


def test_a_varied_lesson_keeps_its_label_on_the_picture():
    for seed in range(12):
        moved = varied(lesson(), np.random.default_rng(seed))
        counted = moved.counts > 0
        bright = moved.planes[:3].mean(0) > moved.planes[:3].mean(0)[counted].mean()
        assert (bright == (moved.label > 0))[counted].mean() > 0.95
        assert not moved.planes[:, ~(moved.planes[4] > 0)].any()


def test_variations_differ():
    one, other = (varied(lesson(), np.random.default_rng(seed)) for seed in (1, 2))
    assert np.abs(one.planes - other.planes).max() > 0.1


def test_the_exported_network_answers_as_the_trained_one(tmp_path):
    torch.manual_seed(0)
    network = HairNetwork().eval()
    path = tmp_path / "hair.onnx"
    written(network, path)
    planes = np.random.default_rng(0).normal(size=(1, len(CHANNELS), SIDE_PX, SIDE_PX)).astype(np.float32)
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    answer = session.run([OUTPUT], {INPUT: planes})[0]
    with torch.no_grad():
        expected = network(torch.from_numpy(planes)).numpy()
    assert answer == pytest.approx(expected, abs=2e-2)


def test_rough_labels_find_the_hair_the_network_finds(face):
    start = started(face, person_share(face.rgb))
    ours = hair_mask(hair_share(face))
    small = ours[:: 256 // 128, :: 256 // 128]
    for weak in (weak_short(start), weak_long(start)):
        found = weak.astype(bool)
        assert found.any() and not found[:, :3].all()
    assert 0.02 < small.mean() < 0.5


def test_pictures_set_aside_are_not_learned_from():
    picks = picked()
    assert set(picks.values()) == {"short", "long", "none", "hat", "net", "test"}
    with PICKS.open(encoding="utf-8") as rows:
        names = [row["file"] for row in csv.DictReader(rows, delimiter="\t")]
    assert len(names) == len(set(names))
    with LABELS.open(encoding="utf-8") as rows:
        parts = {row["file"]: row["part"] for row in csv.DictReader(rows, delimiter="\t")}
    assert set(parts.values()) == {"dev", "extra", "test", "fresh"}


def test_the_shipped_model_is_small_and_whole():
    model = verify(MODEL)
    assert model.path.stat().st_size < 1_000_000
    assert model.card.licence == "Apache-2.0" and model.card.weak
