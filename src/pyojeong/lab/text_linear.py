"""Training the linear members on the grams the runtime counts: hinge for choices, logistic for labels, NB-SVM."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pyojeong.lab.text_cache import Ragged
from pyojeong.reading.text.grams import LINE_BITS, WORD_BITS, line_grams
from pyojeong.reading.text.spelling import spell

Floats = NDArray[np.float32]
_SEEN_TWICE = 2
_PAGE = 2000


def word_matrix(lines: Ragged, grams: Ragged) -> Any:
    """Counts of word grams over the root of each row's number of grams (scipy CSR, N × 2^17)."""
    from scipy import sparse

    taken = grams.take(lines.values.astype(np.int64))
    bounds = taken.bounds[lines.bounds]
    sizes = np.diff(bounds)
    values = np.repeat(1 / np.sqrt(np.maximum(sizes, 1)), sizes).astype(np.float32)
    matrix = sparse.csr_matrix((values, taken.values, bounds), shape=(len(lines), 2**WORD_BITS))
    matrix.sum_duplicates()
    return matrix


def line_matrix(texts: Sequence[str]) -> Any:
    """Counts of line grams over the root of each row's number of grams (scipy CSR, N × 2^21)."""
    from scipy import sparse

    pages = [line_grams([spell(text) for text in texts[at : at + _PAGE]]) for at in range(0, len(texts), _PAGE)]
    sizes = np.concatenate([page.sizes for page in pages])
    values = np.repeat(1 / np.sqrt(sizes), sizes).astype(np.float32)
    bounds = np.concatenate([[0], np.cumsum(sizes)])
    ids = np.concatenate([page.ids for page in pages])
    matrix = sparse.csr_matrix((values, ids, bounds), shape=(len(texts), 2**LINE_BITS))
    matrix.sum_duplicates()
    return matrix


def rarity(matrix: Any) -> Floats:
    """1 + log(rows / rows with the gram); 0 for grams seen in one row only."""
    seen = np.bincount(matrix.indices, minlength=matrix.shape[1])
    return np.where(seen >= _SEEN_TWICE, 1 + np.log(matrix.shape[0] / np.maximum(seen, 1)), 0).astype(np.float32)


def fit_choice(
    matrix: Any, labels: NDArray[np.int64], size: int, *, strength: float, counts: Floats
) -> tuple[Floats, Floats]:
    """One-against-rest hinge weights (grams × size) and biases of ``labels`` in range(size), rarity folded in.

    ``counts`` says how much each row counts.
    """
    from sklearn.svm import LinearSVC

    targets = (labels[:, None] == np.arange(size)).astype(np.float32)
    return _fit_columns(matrix, targets, lambda: LinearSVC(C=strength, random_state=0), counts=counts)


def fit_labels(matrix: Any, targets: Floats, *, strength: float, counts: Floats) -> tuple[Floats, Floats]:
    """Logistic weights (grams × labels) and biases, rarity folded in; NaN targets are left out, label by label.

    ``counts`` says how much each row counts.
    """
    from sklearn.linear_model import LogisticRegression

    return _fit_columns(
        matrix, targets, lambda: LogisticRegression(C=strength, solver="liblinear", random_state=0), counts=counts
    )


def fit_number(matrix: Any, targets: Floats, *, strength: float) -> tuple[Floats, Floats]:
    """Ridge weights (grams × 1) and bias for a number, rarity folded in."""
    from sklearn.linear_model import Ridge

    fold = rarity(matrix)
    model = Ridge(alpha=1 / strength, solver="sparse_cg").fit(_scaled(matrix, fold), targets)
    return (model.coef_ * fold)[:, None].astype(np.float32), np.array([model.intercept_], np.float32)


def fit_naive_bayes(matrix: Any, positive: NDArray[np.bool_], *, strength: float) -> tuple[Floats, float]:
    """NB-SVM weights (grams) and bias (Wang & Manning 2012, ACL): a linear SVM on naive-Bayes log-count ratios."""
    from sklearn.svm import LinearSVC

    with_, without = (np.asarray(matrix[rows].sum(axis=0)).ravel() + 0.05 for rows in (positive, ~positive))
    ratio = np.log((with_ / with_.sum()) / (without / without.sum())).astype(np.float32)
    ratio[np.bincount(matrix.indices, minlength=matrix.shape[1]) < _SEEN_TWICE] = 0
    model = LinearSVC(C=strength, tol=1e-3).fit(_scaled(matrix, ratio), positive)
    return (model.coef_[0] * ratio).astype(np.float32), float(model.intercept_[0])


def _fit_columns(
    matrix: Any, targets: Floats, new_model: Callable[[], Any], *, counts: Floats
) -> tuple[Floats, Floats]:
    fold = rarity(matrix)
    scaled = _scaled(matrix, fold)
    weights = np.zeros((matrix.shape[1], targets.shape[1]), np.float32)
    biases = np.zeros(targets.shape[1], np.float32)
    for column in range(targets.shape[1]):
        known = np.flatnonzero(~np.isnan(targets[:, column]))
        model = new_model().fit(scaled[known], targets[known, column], sample_weight=counts[known])
        weights[:, column] = model.coef_[0] * fold
        biases[column] = model.intercept_[0]
    return weights, biases


def _scaled(matrix: Any, fold: Floats) -> Any:
    from scipy import sparse

    return matrix @ sparse.diags(fold)
