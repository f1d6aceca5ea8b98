"""Joining the members: one affine map to calibrated outputs, thresholds, and how far to trust the leading emotion.

Everything here is fitted on out-of-fold outputs: what members say of rows, and mostly of hands, they never met.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pyojeong.lab.text_material import FOLDS, LONE_HANDS, Feelings
from pyojeong.reading.text.model import (
    EMOTION_COLUMNS,
    FEELING_COLUMNS,
    INTENSITY_COLUMN,
    OUTPUTS,
    POLARITY_COLUMN,
    sigmoid,
    softmax,
    trust_features,
)

Floats = NDArray[np.float32]
#: Where each member's columns lie among what all members say; the network's are the first `OUTPUTS`.
LINEAR_FEELING = slice(62, 106)
LINEAR_INTENSITY = 106
LINE_POLARITY = 107
MEMBERS = 108
_TRUST_STRENGTH = 0.01
_TRUST_WEIGHT = {hand: 1.0 for hand, fold in LONE_HANDS.items() if fold >= 0} | {"human": 0.5}


@dataclass(frozen=True, slots=True)
class Join:
    """An affine map of what members say (`MEMBERS` → `OUTPUTS`)."""

    weights: Floats
    bias: Floats

    def __call__(self, said: Floats) -> Floats:
        """Logits of every output."""
        return np.asarray(said @ self.weights + self.bias, np.float32)


@dataclass(frozen=True, slots=True)
class Said:
    """What members say of rows they did not learn from (KOTE training rows, everyday rows), and of NSMC dev rows."""

    kote: Floats
    everyday: Floats
    dev: Floats


def fit_join(rows: Feelings, said: Said, positive: NDArray[np.bool_], *, without_fold: int | None = None) -> Join:
    """The join fitted on all folds, or on all but one so that it can be measured there.

    ``positive`` are the labels of the NSMC dev rows in ``said.dev`` that polarity may be fitted on.
    """
    kote = rows.kote_fold != without_fold
    everyday = rows.everyday_fold != without_fold
    weights, bias = np.zeros((MEMBERS, OUTPUTS)), np.zeros(OUTPUTS)
    told = kote & (rows.kote_clear >= 0)
    features = np.concatenate([said.everyday[everyday], said.kote[told]])
    labels = np.concatenate([rows.everyday_emotion[everyday], rows.kote_clear[told]])
    lifted = _COMMENT_WEIGHT * rare_lifted(rows.kote_clear[told], _BALANCE)
    counts = np.concatenate([np.ones(everyday.sum()), lifted])
    weights[:, EMOTION_COLUMNS], bias[EMOTION_COLUMNS] = _fit_emotion(features, labels, counts)
    weights[:, FEELING_COLUMNS], bias[FEELING_COLUMNS] = _fit_feelings(said.kote[kote], rows.kote_labels[kote] > 0)
    used = [POLARITY_COLUMN, LINE_POLARITY]
    weights[used, POLARITY_COLUMN], bias[POLARITY_COLUMN] = _fit_binary(said.dev[:, used], positive)
    used = [INTENSITY_COLUMN, LINEAR_INTENSITY]
    strength = np.array([{1: 0.3, 2: 0.6, 3: 0.9}[row.intensity] for row in rows.everyday])[everyday]
    weights[used, INTENSITY_COLUMN], bias[INTENSITY_COLUMN] = _fit_strength(said.everyday[everyday][:, used], strength)
    return Join(weights.astype(np.float32), bias.astype(np.float32))


def cross_joined(rows: Feelings, said: Said, positive: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """Joined logits of KOTE training rows and everyday rows, each fold joined by what was fitted on the others."""
    kote, everyday = (
        np.zeros((len(said.kote), OUTPUTS), np.float32),
        np.zeros((len(said.everyday), OUTPUTS), np.float32),
    )
    for fold in range(FOLDS):
        join = fit_join(rows, said, positive, without_fold=fold)
        kote[rows.kote_fold == fold] = join(said.kote[rows.kote_fold == fold])
        everyday[rows.everyday_fold == fold] = join(said.everyday[rows.everyday_fold == fold])
    return kote, everyday


def naming_thresholds(chances: Floats, labels: Floats) -> Floats:
    """For each feeling the chance above which naming it is best for its F1.

    For calibrated chances that is half the best F1 (Lipton et al. 2014, arXiv 1402.1892); the best F1 itself is found
    on the rows, which is steadier for rare labels than the best threshold.
    """
    best = np.zeros(labels.shape[1], np.float32)
    for column in range(labels.shape[1]):
        order = np.argsort(-chances[:, column])
        hits = np.cumsum(labels[order, column])
        f1 = 2 * hits / (np.arange(1, len(order) + 1) + labels[:, column].sum())
        best[column] = f1.max() / 2
    return best


def fit_trust(rows: Feelings, said: Said, kote: Floats, everyday: Floats) -> tuple[Floats, float]:
    """Weights and bias of a logistic map to the chance that the leading emotion is right.

    Args:
        rows: The rows that were judged.
        said: What the members say of them.
        kote: Joined logits of the KOTE rows, out of fold.
        everyday: Joined logits of the everyday rows, out of fold.

    One curve of the leading share alone was too sure of comments and not sure enough of everyday lines; what the
    members say tells the two apart. Fitted on clear comments, on hands the members never met, and on lines of people at
    half weight. With each hand left out in turn, calibration errors are 0.037 (comments), 0.045 (hands) and 0.056
    (people); fitted on all rows alike they are 0.038, 0.067 and 0.059.
    """
    from sklearn.linear_model import LogisticRegression

    told = rows.kote_clear >= 0
    weight = np.array([_TRUST_WEIGHT.get(row.hand, 0.0) for row in rows.everyday])
    logits = np.concatenate([everyday[weight > 0], kote[told]])[:, EMOTION_COLUMNS]
    features = trust_features(np.concatenate([said.everyday[weight > 0], said.kote[told]]), logits)
    right = logits.argmax(axis=1) == np.concatenate([rows.everyday_emotion[weight > 0], rows.kote_clear[told]])
    counts = np.concatenate([weight[weight > 0], np.ones(told.sum())])
    spread = features.std(axis=0) + 1e-6
    model = LogisticRegression(C=_TRUST_STRENGTH, max_iter=1000).fit(features / spread, right, sample_weight=counts)
    return np.asarray(model.coef_[0] / spread, np.float32), float(model.intercept_[0])


def f1_by_label(named: NDArray[np.bool_], labels: Floats) -> Floats:
    """F1 of each column; 0 where a label is never named nor true."""
    hits = (named & (labels > 0)).sum(axis=0)
    return np.asarray(2 * hits / np.maximum(named.sum(axis=0) + labels.sum(axis=0), 1), np.float32)


def shares_of(joined: Floats) -> Floats:
    """Emotion shares of joined logits."""
    return softmax(joined[:, EMOTION_COLUMNS])


def chances_of(joined: Floats) -> Floats:
    """Feeling chances of joined logits."""
    return sigmoid(joined[:, FEELING_COLUMNS])


def rare_lifted(labels: NDArray[np.int64], power: float) -> NDArray[np.float64]:
    """A weight a row, 1 for the commonest label: (its count / own count) to the ``power``."""
    counts = np.bincount(labels, minlength=EMOTION_COLUMNS.stop)
    return np.asarray((counts.max() / counts[labels]) ** power)


def _fit_emotion(features: Floats, labels: NDArray[np.int64], counts: NDArray[np.float64]) -> tuple[Floats, Floats]:
    """Multinomial logistic regression on what every member says of emotion, feeling and polarity.

    The 88 feelings cost a point on unmet hands and give one of macro-F1 on comments; comments come first, because
    nobody wrote them for this. ``counts`` says how much each row counts.
    """
    from sklearn.linear_model import LogisticRegression

    used = [n for n in range(MEMBERS) if n not in (INTENSITY_COLUMN, LINEAR_INTENSITY)]
    spread = features[:, used].std(axis=0) + 1e-6
    model = LogisticRegression(C=_EMOTION_STRENGTH, max_iter=1000)
    model.fit(features[:, used] / spread, labels, sample_weight=counts)
    weights = np.zeros((MEMBERS, model.coef_.shape[0]), np.float32)
    weights[used] = (model.coef_ / spread).T
    return weights, model.intercept_.astype(np.float32)


#: Chosen on four folds. Comments 0.665 and macro-F1 0.395 (0.647 and 0.386 when a comment counts once, strength
#: 0.005); unmet hands lose half a point to one and a half. Balance 0.5: 0.644 and 0.395. Offsets to emotions, fitted
#: for macro-F1: 0.378 on the fold left out.
_EMOTION_STRENGTH = 0.003
_BALANCE = 0.3
_COMMENT_WEIGHT = 3.0
_FEELING_PULL = 100.0  # back to a feeling's own columns; on folds 0.466, 0.469 and 0.470 for 1000, 300 and 100


def _fit_feelings(features: Floats, labels: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """44 logistic maps: each from its own two columns, then moved by all columns as far as that pays (L2).

    On folds macro-F1 0.470 for 0.462 without the second step.
    """
    from scipy.optimize import minimize

    spread, mean = features.std(axis=0) + 1e-6, features.mean(axis=0)
    design = np.column_stack([(features - mean) / spread, np.ones(len(features))])
    own = np.zeros((MEMBERS + 1, labels.shape[1]))
    for number in range(labels.shape[1]):
        used = [FEELING_COLUMNS.start + number, LINEAR_FEELING.start + number]
        own[used, number], own[-1, number] = _fit_binary(design[:, used], labels[:, number])

    def cost(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        weights = flat.reshape(own.shape)
        moved = (weights - own) * (np.arange(MEMBERS + 1) < MEMBERS)[:, None]
        logits = design @ weights
        loss = np.logaddexp(0, logits).sum() - logits[labels].sum() + _FEELING_PULL * (moved**2).sum()
        return loss, (design.T @ (sigmoid(logits) - labels) + 2 * _FEELING_PULL * moved).ravel()

    found = minimize(cost, own.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": 150}).x.reshape(own.shape)
    weights = found[:-1] / spread[:, None]
    return weights.astype(np.float32), (found[-1] - mean @ weights).astype(np.float32)


def _fit_binary(features: Floats, labels: NDArray[np.bool_]) -> tuple[Floats, float]:
    from sklearn.linear_model import LogisticRegression

    spread = features.std(axis=0) + 1e-6
    model = LogisticRegression(C=1.0, max_iter=1000).fit(features / spread, labels)
    return np.asarray(model.coef_[0] / spread, np.float32), float(model.intercept_[0])


def _fit_strength(features: Floats, strength: NDArray[np.float64]) -> tuple[Floats, float]:
    """Least squares on the logit of the strength."""
    design = np.column_stack([features, np.ones(len(features))])
    solution = np.linalg.lstsq(design, np.log(strength / (1 - strength)), rcond=None)[0]
    return solution[:-1].astype(np.float32), float(solution[-1])
