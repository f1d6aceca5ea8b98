"""The lab of face emotion on small made-up pictures: cuts, labels, learning, export."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is in the lab extra")
pytest.importorskip("onnx", reason="onnx is in the lab extra")
pytestmark = pytest.mark.lab

from pyojeong.emotion.taxonomy import FERPLUS  # noqa: E402
from pyojeong.lab import face_emotion_data as faces  # noqa: E402
from pyojeong.lab.face_emotion_evaluation import (  # noqa: E402
    calibration,
    chances,
    class_table,
    fitted,
    majority,
    report,
    unsure_below,
)
from pyojeong.lab.face_emotion_export import write  # noqa: E402
from pyojeong.lab.face_emotion_network import EmotionNetwork, Shape  # noqa: E402
from pyojeong.lab.face_emotion_product import learning_on  # noqa: E402
from pyojeong.lab.face_emotion_sharing import Exchange, mean_of  # noqa: E402
from pyojeong.lab.face_emotion_training import Recipe, checkpoint_of, joined, logits, restored, train  # noqa: E402
from pyojeong.lab.face_emotion_unfolding import unfolded  # noqa: E402
from pyojeong.lab.face_emotion_views import Shaking, levelled, levellings, shaken  # noqa: E402
from pyojeong.reading.face.emotion_input import standardised  # noqa: E402
from pyojeong.reading.face.emotion_model import EmotionModel, Settings  # noqa: E402

TINY = Shape(stem=4, widths=(6, 8, 8, 12), blocks=(1, 1, 1, 1), dropout=0.0)
ROWS = 240


def drawn(kind: int, dice: np.random.Generator) -> np.ndarray:
    """A "face": a light disc, with a mouth turned up, straight or round."""
    picture = np.full((48, 48), 60, np.uint8)
    cv2.circle(picture, (24, 24), 20, 190, -1)
    for x in (17, 31):
        cv2.circle(picture, (x, 18), 2, 30, -1)
    middle = (24 + int(dice.integers(-1, 2)), 33)
    if kind == 0:
        cv2.ellipse(picture, middle, (9, 5), 0, 0, 180, 30, 2)
    elif kind == 1:
        cv2.line(picture, (middle[0] - 8, 33), (middle[0] + 8, 33), 30, 2)
    else:
        cv2.circle(picture, middle, 5, 30, -1)
    return np.clip(picture + dice.normal(0, 6, picture.shape), 0, 255).astype(np.uint8)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like the real set: one sheet, of which the first `ROWS` pictures count."""
    folder = tmp_path_factory.mktemp("data")
    (folder / faces.FOLDER / "sheets").mkdir(parents=True)
    dice = np.random.default_rng(0)
    kinds = np.arange(1600) % 3
    pictures = np.stack([drawn(int(kind), dice) for kind in kinds])
    sheet = pictures.reshape(40, 40, 48, 48).swapaxes(1, 2).reshape(1920, 1920)
    cv2.imwrite(str(folder / faces.FOLDER / "sheets" / "00.jpg"), sheet, [cv2.IMWRITE_JPEG_QUALITY, 95])
    votes = np.zeros((ROWS, 10), np.int8)
    votes[np.arange(ROWS), np.array([1, 0, 2])[kinds[:ROWS]]] = 8
    votes[:, 3] = 2
    np.savez(
        folder / faces.FOLDER / "labels.npz",
        usage=np.array(["Training"] * (ROWS - 60) + ["PublicTest"] * 60),
        fer2013=np.array(["happy", "neutral", "surprise"])[kinds[:ROWS]],
        ferplus_votes=votes,
        ferplus_columns=np.array([*FERPLUS.labels, "unknown", "NF"]),
        dup_group=np.arange(ROWS) // 2,
        cross_split_dup=np.arange(ROWS) >= ROWS - 2,
        label_ambiguous=np.zeros(ROWS, bool),
    )
    return folder


def test_pictures_come_in_the_order_of_their_labels(data: Path) -> None:
    pictures = faces.load(data)
    expected = np.random.default_rng(0)
    first = [drawn(number % 3, expected) for number in range(5)]
    assert pictures.pixels.shape == (ROWS, 48, 48)
    for found, made in zip(pictures.pixels, first, strict=False):
        assert np.abs(found.astype(int) - made).mean() < 4


def test_cuts_share_no_picture_and_no_group_of_copies(data: Path) -> None:
    pictures = faces.load(data)
    cuts = [faces.learned_from(pictures), faces.dev(pictures), faces.test(pictures)]
    assert np.sum(cuts, axis=0).max() == 1
    groups = [set(pictures.group[cut].tolist()) for cut in cuts[:2]]
    assert groups[0] and groups[1]
    assert not groups[0] & groups[1]
    assert not (pictures.copied & (cuts[0] | cuts[1])).any()


def test_what_votes_mean() -> None:
    votes = np.array(
        [
            [6, 4, 0, 0, 0, 0, 0, 0, 0, 0],  # neutral, clear
            [5, 5, 0, 0, 0, 0, 0, 0, 0, 0],  # nobody leads
            [0, 0, 0, 0, 0, 0, 0, 7, 3, 0],  # contempt: clear, but left out
            [1, 0, 0, 0, 0, 0, 0, 0, 0, 9],  # no face
            [-1] * 10,
        ]
    )
    count = len(votes)
    flags = np.zeros(count, bool)
    zeros = np.zeros(count, np.int64)
    pictures = faces.Pictures(np.zeros((count, 48, 48), np.uint8), votes, zeros, np.array(["x"] * count), zeros, flags)
    assert pictures.clear.tolist() == [0, -1, -1, -1, -1]
    assert majority(pictures).tolist() == [0, -1, 7, -1, -1]
    assert pictures.shares[0, :2].tolist() == pytest.approx([0.6, 0.4])
    assert pictures.trust.tolist() == pytest.approx([1, 1, 0.7, 0, 0])


def test_a_table_counts_what_was_said() -> None:
    table = class_table(np.array([0, 0, 1, 1]), np.array([0, 1, 1, 1]), ("a", "b", "c"))
    assert table["accuracy"] == 0.75
    assert table["floor_majority"] == 0.75
    assert table["confusion"] == [[1, 0, 0], [1, 2, 0], [0, 0, 0]]
    assert table["classes"]["a"] == {"precision": 0.5, "recall": 1.0, "f1": 0.6667, "support": 1}


def test_temperature_brings_certainty_down_to_the_truth() -> None:
    dice = np.random.default_rng(0)
    truth = dice.integers(0, 8, 4000)
    votes = np.zeros((4000, 10), np.int64)
    votes[np.arange(4000), truth] = 10
    zeros = np.zeros(4000, np.int64)
    none = np.zeros(4000, bool)
    pictures = faces.Pictures(np.zeros((4000, 1, 1), np.uint8), votes, zeros, np.array(["x"] * 4000), zeros, none)
    honest = dice.normal(0, 1, (4000, 8)).astype(np.float32)
    honest[np.arange(4000), truth] += 1.5
    bold = 3 * honest
    settings = fitted(bold, pictures)
    measured = calibration(bold, majority(pictures), settings)
    assert 1.5 < settings.temperature < 4
    assert measured["error_after"] < 0.4 * measured["error_before"]


def test_silence_begins_where_half_is_wrong() -> None:
    certainty = np.linspace(0.2, 1, 40_000).astype(np.float32)
    right = np.random.default_rng(0).random(40_000) < np.clip(1.6 * certainty - 0.46, 0, 1)
    assert unsure_below(certainty, right) == pytest.approx(0.6, abs=0.04)
    assert chances(np.array([[1.0, 0.0]], np.float32), 2.0)[0, 0] == pytest.approx(0.622, abs=1e-3)


def test_shaken_pictures_differ_and_stay_standardised(data: Path) -> None:
    pictures = faces.load(data)
    nowhere = np.full((12, 2, 3), np.nan)
    one = shaken(pictures.pixels[:12], nowhere, Shaking(), np.random.default_rng(1), side_px=36)
    other = shaken(pictures.pixels[:12], nowhere, Shaking(), np.random.default_rng(2), side_px=36)
    assert one.shape == (12, 36, 36)
    assert np.abs(one - other).mean() > 0.1
    calm = replace(Shaking(), erased=0.0, noisy=0.0)
    still = shaken(pictures.pixels[:12], nowhere, calm, np.random.default_rng(1))
    assert still.mean((1, 2)) == pytest.approx(np.zeros(12), abs=1e-4)


def test_unlikely_meshes_level_nothing() -> None:
    missing = np.full((2, 478, 3), np.nan, np.float32)
    missing[1] = np.random.default_rng(0).normal(24, 0.5, (478, 3))  # a face of three pixels
    matrices = levellings(missing)
    assert np.isnan(matrices).all()
    picture = np.random.default_rng(0).integers(0, 256, (2, 48, 48)).astype(np.uint8)
    assert np.array_equal(levelled(picture, matrices), picture)


def test_workers_meet_in_the_middle_and_forget_the_dead(tmp_path: Path) -> None:
    first, second, third = (Exchange(tmp_path, number, 3) for number in range(3))
    weights = [{"w": torch.tensor([value]), "n": torch.tensor(7)} for value in (1.0, 3.0, 100.0)]
    third.traded(weights[2], spent=0.1)
    assert first.traded(weights[0], spent=0.5)["w"].item() == 1.0
    assert second.traded(weights[1], spent=0.51)["w"].item() == 2.0
    assert mean_of(weights[:2])["n"].item() == 7


def test_learning_goes_on_where_it_stopped_and_is_exported_as_it_is(data: Path, tmp_path: Path) -> None:
    pictures = faces.load(data)
    matrices = np.full((ROWS, 2, 3), np.nan)
    calm = Shaking(turn_degrees=3, zoom=0.03, shift_px=1, erased=0.0, noisy=0.0, levelled=0.0)
    recipe = Recipe(minutes=0.02, batch=32, workers=1, shape=TINY, shaking=calm, top_rate=0.05)
    first = train(pictures, matrices, recipe, tmp_path, 0)
    longer = replace(recipe, minutes=first.seconds / 60 + 0.06)
    assert restored(longer, tmp_path, 0).steps == first.steps
    run = train(pictures, matrices, longer, tmp_path, 0)
    assert run.steps > first.steps
    assert checkpoint_of(tmp_path, 0).is_file()

    network, epochs = joined(recipe, tmp_path)
    assert epochs == [run.epoch]
    write(network, Settings(temperature=1.3).to_json(), tmp_path / "tiny.onnx")
    model = EmotionModel(tmp_path / "tiny.onnx")
    assert model.settings == Settings(temperature=1.3)
    expected = logits(network, pictures.pixels[:40])
    found = model.answers_one_way(pictures.pixels[:40])
    for said, meant in zip(found, expected, strict=True):
        assert np.abs(said - meant).max() < 0.05 * max(1.0, float(np.abs(meant).max()))

    test = faces.test(pictures)
    measured = report(model, pictures.chosen(test), np.tile(np.eye(2, 3), (60, 1, 1)))
    assert measured["votes_clear"]["rows"] == 60
    assert measured["own_label"]["floor_majority"] == pytest.approx(1 / 3, abs=1e-3)
    assert set(measured["ways_of_looking"]) >= {"as it is", "levelled, with mirror image"}


@pytest.fixture
def written(data: Path, tmp_path: Path) -> Path:
    """A model file whose norms are far from those a fresh network has."""
    torch.manual_seed(3)
    network = EmotionNetwork(TINY)
    for norm in network.modules():
        if isinstance(norm, torch.nn.BatchNorm2d):
            torch.nn.init.uniform_(norm.weight, 0.5, 2.0)
            torch.nn.init.uniform_(norm.bias, -1.0, 1.0)
            torch.nn.init.uniform_(norm.running_mean, -0.5, 0.5)
    write(network.eval(), Settings().to_json(), tmp_path / "tiny.onnx")
    return tmp_path / "tiny.onnx"


@pytest.mark.parametrize("blocks", [TINY.blocks, (2, 1, 3, 1)])
def test_a_file_taken_apart_answers_as_before(data: Path, written: Path, blocks: tuple[int, ...]) -> None:
    pixels = faces.load(data).pixels
    expected = EmotionModel(written).answers_one_way(pixels[:40])
    found = logits(unfolded(written, replace(TINY, blocks=blocks), pixels[100:180]), pixels[:40])
    for said, meant in zip(found, expected, strict=True):
        assert np.abs(said - meant).max() < 1e-3 * max(1.0, float(np.abs(meant).max()))


def test_a_file_taken_apart_learns_as_from_its_own_norms(data: Path, written: Path) -> None:
    pixels = faces.load(data).pixels
    network = unfolded(written, TINY, pixels[:80])
    before = logits(network, pixels[:80])[0]
    shown = torch.from_numpy(standardised(pixels[:80]))[:, None]
    learning = network.train()(shown)[0].detach().numpy()
    assert np.abs(learning - before).max() < 0.02 * np.abs(before).max()


def test_a_file_of_another_shape_is_refused(data: Path, written: Path) -> None:
    pixels = faces.load(data).pixels[:8]
    with pytest.raises(ValueError, match="shape must be that of the file"):
        unfolded(written, replace(TINY, widths=(6, 8, 10, 12)), pixels)
    with pytest.raises(ValueError, match="one more"):
        unfolded(written, Shape(stem=4, widths=(6, 8, 8, 12, 12), blocks=(1, 1, 1, 1, 1)), pixels)
    with pytest.raises(ValueError, match="ends before block 3"):
        unfolded(written, Shape(stem=4, widths=(6, 8, 8), blocks=(1, 1, 1)), pixels)


def test_learning_begins_from_a_file(data: Path, written: Path, tmp_path: Path) -> None:
    pictures = faces.load(data)
    recipe = learning_on(Recipe(shape=TINY, workers=1), written, pictures, tmp_path)
    expected = EmotionModel(written).answers_one_way(pictures.pixels[:40])
    found = logits(restored(recipe, tmp_path / "run", 0).averaged, pictures.pixels[:40])
    assert np.abs(found[0] - expected.voted).max() < 1e-3 * max(1.0, float(np.abs(expected.voted).max()))
    assert recipe.rate(0.5) < Recipe().rate(0.5)


def test_a_network_says_both_answers_at_any_size() -> None:
    voted, own = EmotionNetwork(TINY)(torch.zeros(2, 1, 30, 30))
    assert (tuple(voted.shape), tuple(own.shape)) == ((2, 8), (2, 7))
