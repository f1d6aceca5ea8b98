"""Reading one sentence: milliseconds and rate, beside a KoELECTRA-small-sized transformer in the same run.

The peer has random weights (speed does not depend on them) in KoELECTRA-small's shape: 12 layers, width 256, inner
1024, 4 heads, vocabulary 35,000, embeddings 128, a 44-label head; ONNX Runtime, dynamic INT8, 2 threads, each sentence
at its own length. Word pieces are estimated, two syllables each plus two marks, since the peer's vocabulary is not at
hand. Its tokenising is left out, ours (spelling, grams) is counted. Our model reads without having met a word, and once
more having met all. The ways take turns, so that a busy machine slows all alike.

    python -m benchmarks.text
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from pyojeong.reading.text import TextReader
from pyojeong.reading.text.model import TextModel
from pyojeong.reading.text.spelling import spell
from pyojeong.weights.session import open_session
from pyojeong.weights.store import arrays_of

CORPUS = Path(__file__).parents[1] / "corpora" / "authored"
SENTENCES = 400
THREADS = 2
VOCABULARY, EMBEDDED, WIDTH, INNER, HEADS, LAYERS = 35_000, 128, 256, 1024, 4, 12
BATCH = 64
TURN = 20


@dataclass(frozen=True)
class Speed:
    """What one way of reading costs."""

    name: str
    median_ms: float
    p95_ms: float
    per_second: float


def sentences() -> list[str]:
    """Every so-many-th authored sentence of diary, chat and story."""
    texts = [
        line.split("\t")[-1]
        for name in ("diary", "chat", "story")
        for line in (CORPUS / f"{name}.tsv").read_text("utf-8").splitlines()[1:]
    ]
    return texts[:: max(1, len(texts) // SENTENCES)][:SENTENCES]


def pieces(text: str) -> int:
    """Estimated word pieces of ``text``."""
    return 2 + sum((len(word) + 1) // 2 for word in text.split())


def peer(folder: Path) -> Any:
    """An ONNX Runtime session of the INT8 transformer; input ``ids`` (1 × pieces)."""
    import torch
    from onnxruntime.quantization import quantize_dynamic
    from torch import nn

    class Layer(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
            self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
            self.first, self.second = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)

        def forward(self, x: torch.Tensor) -> torch.Tensor:
            heads = [
                m(x).reshape(1, -1, HEADS, WIDTH // HEADS).transpose(1, 2) for m in (self.query, self.key, self.value)
            ]
            weight = torch.softmax(heads[0] @ heads[1].transpose(2, 3) / (WIDTH // HEADS) ** 0.5, dim=-1)
            x = self.first(x + self.out((weight @ heads[2]).transpose(1, 2).reshape(1, -1, WIDTH)))
            return self.second(x + self.outer(nn.functional.gelu(self.inner(x))))

    class Transformer(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.words, self.places = nn.Embedding(VOCABULARY, EMBEDDED), nn.Embedding(512, EMBEDDED)
            self.widen, self.norm = nn.Linear(EMBEDDED, WIDTH), nn.LayerNorm(EMBEDDED)
            self.layers = nn.Sequential(*(Layer() for _ in range(LAYERS)))
            self.head = nn.Linear(WIDTH, 44)

        def forward(self, ids: torch.Tensor) -> torch.Tensor:
            placed = self.words(ids) + self.places(torch.arange(ids.shape[1])).unsqueeze(0)
            return self.head(self.layers(self.widen(self.norm(placed)))[:, 0])

    whole, packed = folder / "peer.onnx", folder / "peer-int8.onnx"
    example = (torch.ones(1, 16, dtype=torch.long),)
    torch.onnx.export(
        Transformer().eval(), example, str(whole), input_names=["ids"], dynamic_axes={"ids": {1: "n"}}, dynamo=False
    )
    quantize_dynamic(str(whole), str(packed))
    return open_session(packed, threads=THREADS)


def measure(ways: dict[str, Callable[[str], object]], texts: Sequence[str]) -> list[Speed]:
    """Each way on each text; the ways take turns every twenty texts, each warmed up on one text of its turn.

    Turns are not shorter because ONNX Runtime's threads spin for a moment after a run and slow whatever comes next.
    """
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for at in range(0, len(texts), TURN):
        for name, way in ways.items():
            time.sleep(0.05)
            way(texts[at])
            for text in texts[at : at + TURN]:
                started = time.perf_counter()
                way(text)
                seconds[name].append(time.perf_counter() - started)
    return [speed(name, spent) for name, spent in seconds.items()]


def speed(name: str, seconds: Sequence[float]) -> Speed:
    """Median, 95th percentile and rate of ``seconds`` a sentence."""
    p95 = statistics.quantiles(seconds, n=20)[-1]
    return Speed(name, 1e3 * statistics.median(seconds), 1e3 * p95, len(seconds) / sum(seconds))


def page_speed(model: TextModel, texts: Sequence[str]) -> float:
    """Sentences a second when 64 are read at once."""
    started = time.perf_counter()
    for at in range(0, len(texts), BATCH):
        model.read([spell(text) for text in texts[at : at + BATCH]])
    return len(texts) / (time.perf_counter() - started)


def main() -> None:
    """Print the comparison."""
    texts = sentences()
    model, met = (TextModel.from_arrays(arrays_of("text-ko")) for _ in range(2))
    reader = TextReader.shipped()
    page_speed(met, texts)
    rng = np.random.default_rng(1)
    with tempfile.TemporaryDirectory() as folder:
        session = peer(Path(folder))

        def transformer(text: str) -> object:
            return session.run(None, {"ids": rng.integers(0, VOCABULARY, (1, pieces(text)))})

        rows = measure(
            {
                "transformer INT8": transformer,
                "our model": lambda t: model.read([spell(t)]),
                "our model, met": lambda t: met.read([spell(t)]),
                "our mood": reader.read_sentence,
            },
            texts,
        )
    print(f"{len(texts)} sentences, {statistics.mean(map(pieces, texts)):.1f} word pieces each, {THREADS} threads")
    for row in rows:
        times = f"{row.per_second / rows[0].per_second:5.1f}× rate, {rows[0].p95_ms / row.p95_ms:5.1f}× p95"
        print(
            f"{row.name:18} median {row.median_ms:6.2f} ms  p95 {row.p95_ms:6.2f} ms  {row.per_second:7.0f}/s  {times}"
        )
    print(f"{'our model, pages':18} {page_speed(model, texts):.0f}/s in pages of {BATCH}")


if __name__ == "__main__":
    main()
