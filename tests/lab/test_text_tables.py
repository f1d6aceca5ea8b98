"""Per-class figures, their tables and their pictures."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from pyojeong.lab.text_tables import Answers, as_markdown, by_class

NAMES = ("가", "나", "다")


def answers() -> Answers:
    return Answers.of_choices(NAMES, np.array([0, 0, 1, 1, 1, 2]), np.array([0, 1, 1, 1, 2, 2]))


def test_every_class_has_its_figures_and_its_floor() -> None:
    first, second, third = by_class(answers())
    assert (first.precision, first.recall, first.support) == (0.5, 1.0, 1)
    assert second.f1 == pytest.approx(2 / 3, abs=1e-4) and second.floor == pytest.approx(6 / 9, abs=1e-4)
    assert (third.precision, third.recall) == (1.0, 0.5)


def test_a_class_that_is_never_said_nor_true_scores_nothing() -> None:
    nobody = Answers.of_choices(NAMES, np.array([0]), np.array([0]))
    assert [row.f1 for row in by_class(nobody)] == [1.0, 0.0, 0.0]


def test_confusion_counts_true_down_and_said_across() -> None:
    assert answers().confusion.tolist() == [[1, 0, 0], [1, 2, 0], [0, 1, 1]]


def test_answers_of_another_shape_are_refused() -> None:
    with pytest.raises(ValueError, match="N × 3"):
        Answers(NAMES, np.zeros((2, 2), bool), np.zeros((2, 2), bool))


def test_the_table_has_a_row_a_class_and_their_mean() -> None:
    lines = as_markdown("시험", by_class(answers())).strip().splitlines()
    assert lines[0] == "## 시험" and len(lines) == 4 + len(NAMES) + 1
    assert all(line.count("|") == 7 for line in lines[2:])


@pytest.mark.filterwarnings("ignore:distutils Version classes:DeprecationWarning")
def test_pictures_show_what_they_should(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib", reason="matplotlib is in the lab extra")
    pytest.importorskip("koreanize_matplotlib", reason="koreanize-matplotlib is in the lab extra")
    from PIL import Image

    from pyojeong.lab.text_pictures import classes_picture, confusion_picture

    confusion_picture("시험", answers(), tmp_path / "confusion.png")
    classes_picture("시험", answers(), tmp_path / "classes.png")
    for name in ("confusion.png", "classes.png"):
        pixels = np.asarray(Image.open(tmp_path / name).convert("RGB"))
        assert min(pixels.shape[:2]) > 150 and pixels.std() > 10
