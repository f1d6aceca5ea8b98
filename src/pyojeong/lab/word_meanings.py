"""What Kiwi's own language model knows of a word, as a vector: the teacher of the word table before any label is seen.

Kiwi (kiwipiepy_model, Apache-2.0, already a dependency for sentences) holds 256-dimensional morpheme embeddings and
answers their cosine. Cosines to a few hundred anchors give the embeddings back up to rotation (Nyström; Williams &
Seeger 2001, NIPS 13); a word's vector is the rarity-weighted mean of its morphemes', reduced by principal components.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_ANCHORS = 600
_ANCHOR_RANGE = 40_000
_LOST = 1e-2  # eigenvalues below this are rounding of Kiwi's 8-bit embeddings: 256 of 600 stay above
_VOCABULARY = 70_000  # ids beyond are words Kiwi guessed while reading; it holds no vector for them


def word_meanings(words: Sequence[str], *, size: int, seed: int) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Vectors of unit length (len(words) × size) and which words have one."""
    from kiwipiepy import Kiwi

    kiwi = Kiwi(num_workers=2)
    parsed = [[t.id for t in tokens if t.id < _VOCABULARY] for tokens in kiwi.tokenize(list(words))]
    seen = Counter(i for ids in parsed for i in set(ids))
    known = np.array(sorted(seen))
    vectors = _embeddings(kiwi, known, seed)
    rarity = np.log(len(words) / np.array([seen[int(i)] for i in known]))
    place = {int(i): n for n, i in enumerate(known)}
    sums = np.zeros((len(words), vectors.shape[1]), np.float32)
    for row, ids in enumerate(parsed):
        if ids:
            at = [place[i] for i in ids]
            sums[row] = rarity[at] @ vectors[at]
    has = np.linalg.norm(sums, axis=1) > 1e-6
    spread = sums[has] - sums[has].mean(axis=0)
    _, axes = np.linalg.eigh(spread.T @ spread)
    reduced = sums @ axes[:, ::-1][:, :size].astype(np.float32)
    return reduced / np.maximum(np.linalg.norm(reduced, axis=1, keepdims=True), 1e-6), has


def _embeddings(kiwi: object, known: NDArray[np.int64], seed: int) -> NDArray[np.float32]:
    """Centred unit embeddings of the morphemes ``known`` (n × rank)."""
    anchors = np.random.default_rng(seed).choice(_ANCHOR_RANGE, _ANCHORS, replace=False)
    among = _cosines(kiwi, anchors, anchors)
    values, axes = np.linalg.eigh((among + among.T) / 2)
    strong = values > _LOST
    vectors = _cosines(kiwi, known, anchors) @ axes[:, strong] / np.sqrt(values[strong])
    vectors -= vectors.mean(axis=0)
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: NDArray[np.float32] = (vectors / np.maximum(length, 1e-6)).astype(np.float32)
    return unit


def _cosines(kiwi: object, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> NDArray[np.float64]:
    """Kiwi's cosine of every pair; it refuses a morpheme with itself, which is 1."""
    ask = kiwi.morpheme_similarity  # type: ignore[attr-defined]
    return np.array([[1.0 if r == c else ask(r, c) for c in columns.tolist()] for r in rows.tolist()])
