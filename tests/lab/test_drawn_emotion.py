"""The laboratory's steps for drawn faces: drawings by chance, how they are shown, honest figures, the same in ONNX."""

from __future__ import annotations

import json
import random
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="lab: torch is not installed")

from pyojeong.emotion import Emotion  # noqa: E402
from pyojeong.lab import drawn_emotion_measuring as measuring  # noqa: E402
from pyojeong.lab.drawn_emotion_export import written  # noqa: E402
from pyojeong.lab.drawn_emotion_faces import drawn_face, faces_by_chance  # noqa: E402
from pyojeong.lab.drawn_emotion_lessons import (  # noqa: E402
    PICTURES_EACH,
    SIDE_PX,
    SIGNS,
    Lessons,
    lessons_of,
    random_character,
    remix,
)
from pyojeong.lab.drawn_emotion_looks import MANNERS, look_of  # noqa: E402
from pyojeong.lab.drawn_emotion_network import DrawnNetwork  # noqa: E402
from pyojeong.lab.drawn_emotion_pictures import ACTS_EACH, of_design, with_words  # noqa: E402
from pyojeong.lab.drawn_emotion_training import Fresh, Kept, Recipe, trained  # noqa: E402
from pyojeong.lab.drawn_emotion_views import Place, box_of, shown  # noqa: E402
from pyojeong.performing.character import DESIGNS, choices_of  # noqa: E402
from pyojeong.reading.drawn.reader import INPUT, OUTPUT  # noqa: E402
from pyojeong.weights.session import open_session  # noqa: E402

pytestmark = pytest.mark.lab


@pytest.mark.parametrize("name", DESIGNS)
def test_characters_by_chance_offer_only_what_their_design_has(name: str) -> None:
    chance, space = random.Random(5), DESIGNS[name].space
    people = [random_character(name, space, chance, seed=seed) for seed in range(6)]
    for person in people:
        choices_of(person)  # refuses what the design has not
        assert person.design == name and set(person.chosen) <= set(space.names)
    assert len({json.dumps(person.to_dict(), sort_keys=True) for person in people}) == len(people)


def test_drawings_are_kept_and_taken_from_there(tmp_path: Path) -> None:
    first = of_design(DESIGNS["mascot"], tmp_path, characters=1)
    assert first.pictures.shape == (ACTS_EACH, 100, 100, 4)
    assert set(first.labels[:16].tolist()) == set(range(8))
    again = of_design(DESIGNS["mascot"], tmp_path, characters=1)
    assert np.array_equal(first.pictures, again.pictures) and first.acts == again.acts


def test_lessons_know_where_the_head_is(tmp_path: Path) -> None:
    lessons = lessons_of(DESIGNS["mascot"], tmp_path, characters=2)
    assert len(lessons.labels) == 2 * PICTURES_EACH and np.isfinite(lessons.signs).all()
    for picture, (x, y, half) in zip(lessons.pictures, lessons.heads * SIDE_PX, strict=True):
        head = picture[int(max(0, y - half / 2)) : int(y + half / 2), int(max(0, x - half / 2)) : int(x + half / 2), 3]
        assert (head > 0).mean() > 0.6
    again = lessons_of(DESIGNS["mascot"], tmp_path, characters=2)
    assert np.array_equal(lessons.pictures, again.pictures) and np.array_equal(lessons.signs, again.signs)


def test_a_remix_keeps_the_face_and_drops_company() -> None:
    chance = random.Random(2)
    remixes = [remix(Emotion.ANGER, chance) for _ in range(40)]
    assert all(acting.expression["browDownLeft"] > 0.2 for acting in remixes)
    assert len({acting.pose for acting in remixes}) > 5 and len({frozenset(acting.marks) for acting in remixes}) > 3
    assert not any(acting.gag for acting in remixes)


@pytest.mark.parametrize("emotion", Emotion)
def test_faces_by_chance_show_what_tells_their_emotion(emotion: Emotion) -> None:
    chance, needs = random.Random(4), MANNERS[emotion].needs
    looks = [look_of(emotion, chance) for _ in range(60)]
    assert all(not needs or look.kinds & needs for look in looks)
    assert len({(look.eyes, look.brow, look.mouth) for look in looks}) > 20
    assert {name for look in looks for name in look.signs} - {""} <= set(SIGNS)
    for look in looks[:8]:
        picture, (x, y, half) = drawn_face(look, chance)
        assert picture.shape == (SIDE_PX, SIDE_PX, 4) and 0.02 < (picture[:, :, 3] > 0).mean() < 1
        assert 0 < half < 0.5 and 0 < x < 1 and 0 < y < 1


def test_the_edges_of_faces_by_chance_do_not_shine() -> None:
    """Colours divided by their alpha twice made nearly every faint pixel as bright as can be, which no sticker's is."""
    chance, shining = random.Random(4), []
    for n in range(60):
        picture, _ = drawn_face(look_of(list(Emotion)[n % 8], chance), chance)
        faint = picture[(picture[..., 3] > 8) & (picture[..., 3] < 100)]
        shining.append(float((faint[:, :3] == 255).any(1).mean()) if len(faint) > 10 else 0.0)
    assert np.median(shining) < 0.5


def test_a_lesson_is_shown_on_any_ground(tmp_path: Path) -> None:
    faces = faces_by_chance(tmp_path, count=16)
    chance, views = np.random.default_rng(1), []
    for n in range(64):
        picture, head = faces.pictures[n % 16], faces.heads[n % 16] * SIDE_PX
        views.append(shown(picture, Place(*box_of(picture)), Place(*map(float, head)), 48, chance, plain_share=0.3))
    assert all(view.shape == (48, 48, 3) and view.dtype == np.uint8 for view in views)
    assert len({view.tobytes() for view in views}) == 64
    corners = {tuple(view[0, 0] // 64) for view in views}
    assert len(corners) > 8


def test_the_box_is_around_what_is_drawn() -> None:
    picture = np.zeros((100, 100, 4), np.uint8)
    picture[20:60, 10:30] = 255
    assert box_of(picture) == (19.5, 39.5, 20.0)


def _patches(count: int) -> Lessons:
    """Lessons whose emotion is a colour."""
    labels = np.arange(count) % 8
    colours = np.array([[255 * (n & 1), 255 * (n >> 1 & 1), 255 * (n >> 2)] for n in range(8)], np.uint8)
    pictures = np.zeros((count, SIDE_PX, SIDE_PX, 4), np.uint8)
    pictures[:, 10:-10, 10:-10, :3] = colours[labels][:, None, None]
    pictures[:, 10:-10, 10:-10, 3] = 255
    unknown = np.full((count, 3), np.nan, np.float32), np.full((count, len(SIGNS)), np.nan, np.float32)
    return Lessons("patches", pictures, labels, *unknown)


def test_what_can_be_told_is_learned_and_a_finished_run_is_kept(tmp_path: Path) -> None:
    lessons = _patches(64)
    recipe = Recipe(6.0, batch=16, sides_px=((0.0, 32),))
    network = trained([Fresh.of(lessons, 1.0)], recipe, tmp_path / "run.pt")
    logits = measuring.logits_of(network, lessons.pictures)
    assert (logits.argmax(1) == lessons.labels).mean() > 0.6
    again = trained([Fresh.of(lessons, 1.0)], recipe, tmp_path / "run.pt")
    assert np.allclose(measuring.logits_of(again, lessons.pictures), logits)


def test_views_are_made_once(tmp_path: Path) -> None:
    lessons = _patches(8)
    kept = Kept.of(lessons, 1.0, tmp_path, rounds=2)
    chance = np.random.default_rng(2)
    assert kept.views.shape == (2, 8, 80, 80, 3) and kept.view(3, 80, chance).shape == (80, 80, 3)
    assert np.array_equal(Kept.of(lessons, 1.0, tmp_path, rounds=2).views, kept.views)
    with pytest.raises(ValueError, match="80 px"):
        kept.view(3, 64, chance)


def test_figures_tell_precision_from_recall() -> None:
    labels = np.array([0] * 6 + [1] * 4)
    shares = np.full((10, 8), 0.01)
    shares[:, 0] = 0.9  # everything is called the first
    found = measuring.figures(shares, labels)
    assert found["accuracy"] == found["floor_accuracy"] == 0.6
    assert found["macro_f1"] == found["floor_macro_f1"]
    assert found["by_emotion"]["joy"] == {"precision": 0.6, "recall": 1.0, "f1": 0.75, "pictures": 6}  # type: ignore[index]
    assert set(found["by_emotion"]) == {"joy", "sadness"}  # type: ignore[call-overload]


def test_a_temperature_makes_certainty_true() -> None:
    chance = np.random.default_rng(3)
    labels = chance.integers(0, 8, 4000)
    logits = chance.normal(0, 1, (4000, 8)) + 2 * np.eye(8)[labels]
    loud = 4 * logits
    by = measuring.temperature_of(loud, labels)
    assert measuring.reliability(measuring.softmax(loud / by), labels)["expected_error"] < 0.05  # type: ignore[operator]
    assert measuring.reliability(measuring.softmax(loud), labels)["expected_error"] > 0.1  # type: ignore[operator]


def test_the_limit_of_warnings_keeps_false_alarms_and_catches_what_is_wrong() -> None:
    chance = np.random.default_rng(5)
    labels = chance.integers(0, 8, 3000)
    shares = measuring.softmax(chance.normal(0, 1, (3000, 8)) + 4 * np.eye(8)[labels])
    below = measuring.warning_below(shares, labels)
    assert measuring.warned(shares, labels, below).mean() <= measuring.FALSE_ALARMS
    wrong = measuring.wrongly_meant(labels)
    assert not (wrong == labels).any() and measuring.warned(shares, wrong, below).mean() > 0.6
    across = measuring.warning_across([(shares[:1500], labels[:1500]), (shares[1500:], labels[1500:])])
    assert across["false_alarms"] < 0.05 and across["caught"] > 0.6


def test_the_exported_network_answers_as_the_trained_one(tmp_path: Path) -> None:
    torch.manual_seed(1)
    network = DrawnNetwork().eval()
    written(network, 2.0, tmp_path / "drawn.onnx")
    views = np.random.default_rng(0).uniform(0, 255, (3, 3, 80, 80)).astype(np.float32)
    with torch.no_grad():
        expected = network(torch.from_numpy(views)).numpy() / 2
    answer = open_session(tmp_path / "drawn.onnx").run([OUTPUT], {INPUT: views})[0]
    assert answer == pytest.approx(expected, abs=2e-2)
    assert (tmp_path / "drawn.onnx").stat().st_size < 2e6


def test_words_stand_beside_a_smaller_figure() -> None:
    picture = np.zeros((100, 100, 4), np.uint8)
    picture[10:90, 10:90] = (200, 30, 30, 255)
    worded = with_words(picture, np.random.default_rng(1))
    red = (worded[:, :, 0] == 200) & (worded[:, :, 3] == 255)
    assert 0.2 < red.mean() < 0.6 and (worded[:, :, 3] > 0).mean() > red.mean()


def test_the_blind_labels_are_whole() -> None:
    import pyojeong.lab.drawn_emotion_blind as blind

    lines = Path(blind.__file__).with_suffix(".tsv").read_text("utf-8").splitlines()
    cells = [line.split("\t") for line in lines[1:]]
    assert len(cells) == 64 and {cell for row in cells for cell in (row[2], row[4])} <= {e.value for e in Emotion}
