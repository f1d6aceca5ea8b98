"""The whole recipe of the shipped text model, stage by stage; every stage leaves a file and is not done twice.

1. `raise_networks`: the gram table learns Kiwi's word meanings, then ratings, polarity, translated feelings at once.
2. `tune_folds`: the raised networks learn feelings and emotions, without each fold and on all rows.
3. `fit_linear`: the word-gram members likewise, and NB-SVM polarity.
4. `assemble`: the join, thresholds and trust are fitted on what members said of folds they had not met.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from pyojeong.lab import text_linear, text_material
from pyojeong.lab.text_cache import Lexicon, Ragged
from pyojeong.lab.text_export import Members, member_arrays, said_by
from pyojeong.lab.text_joining import (
    Said,
    chances_of,
    cross_joined,
    fit_join,
    fit_trust,
    naming_thresholds,
    rare_lifted,
)
from pyojeong.lab.text_material import FOLDS, Feelings, Reviews
from pyojeong.lab.text_network import TABLE_WIDTH, WordNetwork
from pyojeong.lab.text_tasks import Task
from pyojeong.lab.text_training import Recipe, sentence_vectors, teach_meanings, train
from pyojeong.lab.word_meanings import word_meanings

log = logging.getLogger(__name__)
Floats = NDArray[np.float32]
Weights = dict[str, torch.Tensor]

MEANINGS = Recipe(steps=500, rate=0.0, table_rate=4e-3, seed=1, gram_dropout=0.3)
#: Two, because tuned weights of both averaged are better than either: polarity on the dev rows of the join 0.8891 for
#: 0.8876 (3,000 steps) and 0.8879 (6,000), which alone loses a point on unmet hands.
RAISINGS = tuple(Recipe(steps=steps, rate=2e-3, table_rate=2e-3, seed=11) for steps in (3000, 6000))
TUNING = Recipe(steps=280, rate=2e-3, table_rate=3e-3, seed=23, gram_dropout=0.3, word_dropout=0.1, average=0.9)
_KNOWN_WORD = 3  # times a word is met before Kiwi is asked for its meaning
_RAISING_HEADS = {"rating": 10, "polarity": 2, "goemotions": 28, "topic": 3, "insult": 2}
_FEELING_HEADS = {"feelings": 44, "emotion": 8, "intensity": 1}
#: Rows a step of what the raised network knows, so that it forgets less; tuned once with each, and the two averaged.
_REPLAYED = (
    {"rating": 32, "polarity": 64, "goemotions": 32},
    {"rating": 48, "polarity": 128, "goemotions": 32},
)
#: Chosen on folds: emotions among 0.01, 0.03, 0.1; feelings among 0.01, 0.03, 0.1, 0.3; polarity on NSMC dev.
_EMOTION_STRENGTH, _FEELING_STRENGTH, _NUMBER_STRENGTH, _POLARITY_STRENGTH = 0.02, 0.15, 0.1, 1.0
#: Clear comments count by (commonest / own count) to this power: fold 0 macro-F1 0.318 for 0.293, accuracy alike.
_LINEAR_BALANCE = 0.5
_AUTHORED_WEIGHT = 0.3  # of an authored row beside a KOTE row, in the linear feelings
NETWORK_FOLDS = tuple(range(FOLDS))
"""Folds the network is tuned without; the join is fitted on their rows, and not on what stands in none."""
UNSURE_BELOW = 0.4
MEMBER_OUTPUTS = 54
"""Of the network; of the linear members together."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What every stage works on: rows, the grams of their words, and the folder that keeps each stage's result."""

    reviews: Reviews
    rows: Feelings
    lexicon: Lexicon
    grams: Ragged
    work: Path


def open_bench(data: Path, corpora: Path, work: Path) -> Bench:
    """Read and spell every set (a minute or two)."""
    work.mkdir(parents=True, exist_ok=True)
    lexicon = Lexicon()
    reviews = text_material.reviews(data, lexicon)
    rows = text_material.feelings(data, corpora, lexicon)
    return Bench(reviews, rows, lexicon, lexicon.grams(), work)


def raise_networks(bench: Bench) -> list[Weights]:
    """Weights of the networks before they have met a feeling, one a recipe of `RAISINGS`."""
    return [_raised(bench, recipe) for recipe in RAISINGS]


def _raised(bench: Bench, recipe: Recipe) -> Weights:
    kept = bench.work / f"raised-{recipe.steps}.pt"
    if not kept.exists():
        torch.manual_seed(recipe.seed)
        network = WordNetwork(_RAISING_HEADS, dropout=0.1)
        _meanings(network, bench)
        train(network, bench.reviews.tasks, bench.grams, recipe, checkpoint=kept.with_suffix(".ckpt"))
        torch.save(network.state_dict(), kept)
    return dict(torch.load(kept, weights_only=True))


def _meanings(network: WordNetwork, bench: Bench) -> None:
    """The gram table fitted to Kiwi's vectors of every word met three times."""
    kept = bench.work / "meanings.pt"
    if not kept.exists():
        met = sum(
            np.bincount(lines.values, minlength=len(bench.lexicon.words))
            for lines in (*(task.lines for task in bench.reviews.tasks), bench.rows.kote_lines)
        )
        words = np.flatnonzero(np.asarray(met) >= _KNOWN_WORD)
        vectors, has = word_meanings([bench.lexicon.words[n] for n in words], size=TABLE_WIDTH, seed=3)
        teach_meanings(network, bench.grams, words[has], vectors[has], MEANINGS)
        torch.save(network.table.detach(), kept)
    network.table.data.copy_(torch.load(kept, weights_only=True))


def tune_folds(bench: Bench, raised: Sequence[Weights]) -> tuple[WordNetwork, Said]:
    """The network tuned on all rows, and what networks tuned without each of `NETWORK_FOLDS` say of it."""
    rows = bench.rows
    said = _nothing(bench, MEMBER_OUTPUTS)
    for fold in NETWORK_FOLDS:
        kept = bench.work / f"fold{fold}.npz"
        if not kept.exists():
            network = _tuned(bench, raised, fold)
            np.savez(
                kept,
                kote=_outputs(network, rows.kote_lines, bench),
                everyday=_outputs(network, rows.everyday_lines, bench),
            )
        outputs = np.load(kept)
        said.kote[rows.kote_fold == fold] = outputs["kote"][rows.kote_fold == fold]
        said.everyday[rows.everyday_fold == fold] = outputs["everyday"][rows.everyday_fold == fold]
    kept = bench.work / "tuned.pt"
    network = WordNetwork(_RAISING_HEADS | _FEELING_HEADS, dropout=0.0)
    if not kept.exists():
        torch.save(_tuned(bench, raised, None).state_dict(), kept)
    network.load_state_dict(torch.load(kept, weights_only=True))
    said.dev[:] = _outputs(network, bench.reviews.dev_lines, bench)
    return network.eval(), said


def _nothing(bench: Bench, columns: int) -> Said:
    """Zeros, to be filled in row by row."""
    rows = len(bench.rows.kote), len(bench.rows.everyday), len(bench.reviews.dev)
    return Said(*(np.zeros((count, columns), np.float32) for count in rows))


def _tuned(bench: Bench, raised: Sequence[Weights], fold: int | None) -> WordNetwork:
    """Every raised network tuned with each of `_REPLAYED`, its weights the mean of all (Wortsman et al. 2022, ICML).

    On 13 of 16 sets of the folds the mean beats the average of the two, on seven both; a quarter of a point altogether.
    """
    states = [_tuned_with(bench, weights, fold, replayed).state_dict() for weights in raised for replayed in _REPLAYED]
    network = WordNetwork(_RAISING_HEADS | _FEELING_HEADS, dropout=0.0)
    network.load_state_dict({name: torch.stack([s[name] for s in states]).mean(dim=0) for name in states[0]})
    return network.eval()


def _tuned_with(bench: Bench, raised: Weights, fold: int | None, replayed: Mapping[str, int]) -> WordNetwork:
    torch.manual_seed(TUNING.seed)
    network = WordNetwork(_RAISING_HEADS | _FEELING_HEADS, dropout=0.15)
    network.load_state_dict(raised, strict=False)
    drawn = [_drawn(task, replayed[task.name]) for task in bench.reviews.tasks if task.name in replayed]
    log.info("tuning without fold %s", fold)
    return train(network, [*text_material.feeling_tasks(bench.rows, without_fold=fold), *drawn], bench.grams, TUNING)


def _drawn(task: Task, rows_per_step: int) -> Task:
    return Task(task.name, task.lines, task.targets, task.loss, rows_per_step, 0.5)


def _outputs(network: WordNetwork, lines: Ragged, bench: Bench) -> Floats:
    """What the network says in the runtime's order (rows × `MEMBER_OUTPUTS`)."""
    weights, bias = said_by(network)
    return sentence_vectors(network, lines, bench.grams) @ weights + bias


def fit_linear(bench: Bench) -> tuple[dict[str, NDArray[Any]], Said]:
    """Linear weights fitted on all rows, and what those fitted without each fold say of it (54 columns)."""
    kept = bench.work / "linear.npz"
    if not kept.exists():
        np.savez(kept, **_linear_arrays(bench))
    arrays = dict(np.load(kept))
    return arrays, Said(arrays["kote"], arrays["everyday"], arrays["dev"])


def _linear_arrays(bench: Bench) -> dict[str, NDArray[Any]]:
    rows, reviews = bench.rows, bench.reviews
    kote = text_linear.word_matrix(rows.kote_lines, bench.grams)
    everyday = text_linear.word_matrix(rows.everyday_lines, bench.grams)
    said = _nothing(bench, MEMBER_OUTPUTS)
    for fold in range(FOLDS):
        weights, bias = _word_weights(rows, kote, everyday, fold)
        for matrix, folds, out in ((kote, rows.kote_fold, said.kote), (everyday, rows.everyday_fold, said.everyday)):
            out[folds == fold, :53] = matrix[folds == fold] @ weights + bias
    weights, bias = _word_weights(rows, kote, everyday, None)
    line_weights, line_bias = _polarity_weights(reviews)
    for texts, out in (
        ([r.text for r in rows.kote], said.kote),
        ([r.text for r in rows.everyday], said.everyday),
        ([r.text for r in reviews.dev], said.dev),
    ):
        out[:, 53] = text_linear.line_matrix(texts) @ line_weights + line_bias
    learned: dict[str, NDArray[Any]] = {
        "words": weights,
        "words_bias": bias,
        "line": line_weights,
        "line_bias": np.array(line_bias, np.float32),
    }
    return {"kote": said.kote, "everyday": said.everyday, "dev": said.dev, **learned}


def _word_weights(rows: Feelings, kote: Any, everyday: Any, without: int | None) -> tuple[Floats, Floats]:
    """Emotion, feelings and intensity columns (53) from word grams."""
    from scipy import sparse

    k, e = np.flatnonzero(rows.kote_fold != without), np.flatnonzero(rows.everyday_fold != without)
    told = k[rows.kote_clear[k] >= 0]
    emotions = np.concatenate([rows.everyday_emotion[e], rows.kote_clear[told]])
    emotion_rows = sparse.vstack([everyday[e], kote[told]]).tocsr()
    feelings = np.concatenate([rows.kote_labels[k], text_material.known_feelings([rows.everyday[n] for n in e])])
    counts = np.concatenate([np.ones(len(k)), np.full(len(e), _AUTHORED_WEIGHT)]).astype(np.float32)
    strength = np.array([text_material.INTENSITY[rows.everyday[n].intensity] for n in e], np.float32)
    lifted = np.concatenate([np.ones(len(e)), rare_lifted(rows.kote_clear[told], _LINEAR_BALANCE)]).astype(np.float32)
    parts = [
        text_linear.fit_choice(emotion_rows, emotions, 8, strength=_EMOTION_STRENGTH, counts=lifted),
        text_linear.fit_labels(
            sparse.vstack([kote[k], everyday[e]]).tocsr(), feelings, strength=_FEELING_STRENGTH, counts=counts
        ),
        text_linear.fit_number(everyday[e], strength, strength=_NUMBER_STRENGTH),
    ]
    log.info("linear members fitted without fold %s", without)
    return np.concatenate([w for w, _ in parts], axis=1), np.concatenate([b for _, b in parts])


def _polarity_weights(reviews: Reviews) -> tuple[Floats, float]:
    """NB-SVM on NSMC and on as many new clear ratings (1-4, 9-10) of each side as the rarer side has."""
    known = {row.text for row in reviews.learn}
    sides = [[r.text for r in reviews.rated if r.text not in known and told(r.rating)] for told in (_low, _high)]
    rng = np.random.default_rng(5)
    new = min(map(len, sides))
    low, high = ([side[n] for n in rng.permutation(len(side))[:new]] for side in sides)
    texts = [r.text for r in reviews.learn] + low + high
    positive = np.array([r.positive for r in reviews.learn] + [False] * new + [True] * new)
    return text_linear.fit_naive_bayes(text_linear.line_matrix(texts), positive, strength=_POLARITY_STRENGTH)


def _low(rating: int) -> bool:
    return rating <= 4


def _high(rating: int) -> bool:
    return rating >= 9


def assemble(
    network: WordNetwork,
    linear: dict[str, NDArray[Any]],
    rows: Feelings,
    said: Said,
    dev: NDArray[np.bool_],
    tuned_on: NDArray[np.bool_],
) -> dict[str, NDArray[Any]]:
    """Arrays of the runtime model; polarity is joined on the dev rows ``tuned_on`` only, so the others measure it."""
    some = Said(said.kote, said.everyday, said.dev[tuned_on])
    join = fit_join(rows, some, dev[tuned_on])
    kote, everyday = cross_joined(rows, some, dev[tuned_on])
    trust, trust_bias = fit_trust(rows, some, kote, everyday)
    members = Members(network, linear["words"], linear["words_bias"], linear["line"], float(linear["line_bias"]))
    return {
        **member_arrays(members),
        "join": join.weights,
        "join_bias": join.bias,
        "thresholds": naming_thresholds(chances_of(kote), rows.kote_labels),
        "trust": trust,
        "trust_bias": np.array(trust_bias, np.float32),
        "unsure_below": np.array(UNSURE_BELOW, np.float32),
    }


def side_by_side(rows: Feelings, network: Said, linear: Said) -> tuple[Feelings, Said]:
    """The rows of `NETWORK_FOLDS`, dealt anew into folds, and what all members say of them in the join's order."""
    kote = np.flatnonzero(np.isin(rows.kote_fold, NETWORK_FOLDS))
    everyday = np.flatnonzero(np.isin(rows.everyday_fold, NETWORK_FOLDS))
    judged = Feelings(
        kote=[rows.kote[n] for n in kote],
        kote_lines=rows.kote_lines.take(kote),
        kote_labels=rows.kote_labels[kote],
        kote_clear=rows.kote_clear[kote],
        kote_fold=np.arange(len(kote)) % FOLDS,
        everyday=[rows.everyday[n] for n in everyday],
        everyday_lines=rows.everyday_lines.take(everyday),
        everyday_emotion=rows.everyday_emotion[everyday],
        everyday_fold=np.arange(len(everyday)) % FOLDS,
    )
    said = Said(
        np.concatenate([network.kote[kote], linear.kote[kote]], axis=1),
        np.concatenate([network.everyday[everyday], linear.everyday[everyday]], axis=1),
        np.concatenate([network.dev, linear.dev], axis=1),
    )
    return judged, said
