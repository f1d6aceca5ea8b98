"""The join learns nothing of the rows it is measured on, and moves feelings only where that pays."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("sklearn", reason="scikit-learn is in the lab extra")
pytest.importorskip("torch", reason="torch is in the lab extra")
pytestmark = pytest.mark.lab

from pyojeong.emotion import Emotion  # noqa: E402
from pyojeong.lab.datasets import Everyday, Felt  # noqa: E402
from pyojeong.lab.text_cache import Ragged  # noqa: E402
from pyojeong.lab.text_joining import MEMBERS, Said, cross_joined, fit_join, rare_lifted  # noqa: E402
from pyojeong.lab.text_material import FOLDS, Feelings  # noqa: E402
from pyojeong.reading.text.model import EMOTIONS, FEELING_COLUMNS, OUTPUTS  # noqa: E402

ROWS = 320


@pytest.fixture(scope="module")
def bench() -> tuple[Feelings, Said, np.ndarray]:
    """Members that know the emotion, and one feeling of the first ten from the column of another."""
    rng = np.random.default_rng(4)
    emotion = np.arange(ROWS) % len(EMOTIONS)
    labels = (rng.random((ROWS, 44)) < 0.3).astype(np.float32)
    kote, everyday, dev = (rng.normal(size=(count, MEMBERS)).astype(np.float32) for count in (ROWS, ROWS, 60))
    for said in (kote, everyday):
        said[np.arange(ROWS), emotion] += 2
    kote[:, FEELING_COLUMNS.start + 20] += 3 * labels[:, 5]
    empty = Ragged(np.zeros(0, np.int32), np.zeros(ROWS + 1, np.int64))
    rows = Feelings(
        kote=[Felt("", ())] * ROWS,
        kote_lines=empty,
        kote_labels=labels,
        kote_clear=emotion,
        kote_fold=np.arange(ROWS) // 8 % FOLDS,
        everyday=[Everyday("", Emotion.JOY, None, 2, "youth")] * ROWS,
        everyday_lines=empty,
        everyday_emotion=emotion,
        everyday_fold=np.arange(ROWS) // 8 % FOLDS,
    )
    return rows, Said(kote, everyday, dev), dev[:, 52] > 0


def test_a_fold_is_joined_without_its_own_rows(bench: tuple[Feelings, Said, np.ndarray]) -> None:
    rows, said, positive = bench
    before, _ = cross_joined(rows, said, positive)
    turned = Feelings(**{**_fields(rows), "kote_clear": np.where(rows.kote_fold == 2, 0, rows.kote_clear)})
    after, _ = cross_joined(turned, said, positive)
    own = rows.kote_fold == 2
    assert np.allclose(before[own], after[own], atol=1e-4)
    assert not np.allclose(before[~own], after[~own], atol=1e-2)


def test_a_feeling_is_told_by_other_columns_too(bench: tuple[Feelings, Said, np.ndarray]) -> None:
    rows, said, positive = bench
    join = fit_join(rows, said, positive)
    assert join.weights.shape == (MEMBERS, OUTPUTS)
    logits = join(said.kote)[:, FEELING_COLUMNS.start + 5]
    assert logits[rows.kote_labels[:, 5] > 0].mean() > logits[rows.kote_labels[:, 5] == 0].mean() + 0.5


def test_rare_labels_count_more() -> None:
    weights = rare_lifted(np.array([0] * 8 + [1] * 2), 0.5)
    assert weights[0] == 1 and weights[-1] == 2


def _fields(rows: Feelings) -> dict[str, object]:
    return {name: getattr(rows, name) for name in Feelings.__dataclass_fields__}
