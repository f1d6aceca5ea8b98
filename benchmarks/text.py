"""Reading sentences: milliseconds and rate, beside a KoELECTRA-small-sized transformer in the same run.

The peer has random weights (speed does not depend on them) in KoELECTRA-small's shape: 12 layers, width 256, inner
1024, 4 heads, vocabulary 35,000, embeddings 128, a 44-label head; ONNX Runtime, dynamic INT8, 2 threads. Both read one
sentence, eight (a diary entry) and 64 (a page) at once; the peer pads a group to its longest sentence. Word pieces are
estimated, two syllables each plus two marks, since the peer's vocabulary is not at hand. Its tokenising is left out,
ours (spelling, grams) is counted. Our model reads without having met a word, and once more having met all. The ways
take turns, so that a busy machine slows all alike.

    python -m benchmarks.text
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
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
GROUPS = (1, 8, 64)
"""Sentences read at once: a remark, a diary entry, a page (`TextReader.read` takes 64 at once)."""
TURN = 20

Way = Callable[[Sequence[str]], object]


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


def transformer() -> Any:
    """The peer's module, with random weights; it takes ids (sentences × pieces) and gives 44 scores a sentence."""
    import torch
    from torch import nn

    class Layer(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
            self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
            self.first, self.second = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)

        def forward(self, x: torch.Tensor) -> torch.Tensor:
            heads = [
                m(x).reshape(x.shape[0], -1, HEADS, WIDTH // HEADS).transpose(1, 2)
                for m in (self.query, self.key, self.value)
            ]
            weight = torch.softmax(heads[0] @ heads[1].transpose(2, 3) / (WIDTH // HEADS) ** 0.5, dim=-1)
            x = self.first(x + self.out((weight @ heads[2]).transpose(1, 2).reshape(x.shape[0], -1, WIDTH)))
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

    return Transformer().eval()


def peer(folder: Path) -> Any:
    """An ONNX Runtime session of the INT8 transformer; input ``ids`` (sentences × pieces)."""
    import torch
    from onnxruntime.quantization import quantize_dynamic

    whole, packed = folder / "peer.onnx", folder / "peer-int8.onnx"
    torch.onnx.export(
        transformer(),
        (torch.ones(1, 16, dtype=torch.long),),
        str(whole),
        input_names=["ids"],
        dynamic_axes={"ids": {0: "sentences", 1: "pieces"}},
        dynamo=False,
    )
    quantize_dynamic(str(whole), str(packed))
    return open_session(packed, threads=THREADS)


def measure(ways: Mapping[str, Way], texts: Sequence[str], *, at_once: int) -> list[Speed]:
    """Each way on all texts, ``at_once`` of them together; ways take turns, each warmed up on one text of its turn.

    Turns are not shorter because ONNX Runtime's threads spin for a moment after a run and slow whatever comes next.
    """
    groups = [texts[at : at + at_once] for at in range(0, len(texts) - at_once + 1, at_once)]
    turn = max(1, TURN // at_once)
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for at in range(0, len(groups), turn):
        for name, way in ways.items():
            time.sleep(0.05)
            way(groups[at][:1])
            for group in groups[at : at + turn]:
                started = time.perf_counter()
                way(group)
                seconds[name].append(time.perf_counter() - started)
    return [speed(name, spent, at_once=at_once) for name, spent in seconds.items()]


def speed(name: str, seconds: Sequence[float], *, at_once: int) -> Speed:
    """Median and 95th percentile of ``seconds`` a group, and its sentences a second."""
    p95 = statistics.quantiles(seconds, n=20, method="inclusive")[-1]
    return Speed(name, 1e3 * statistics.median(seconds), 1e3 * p95, at_once * len(seconds) / sum(seconds))


def ways_of(session: Any, texts: Sequence[str]) -> dict[str, Way]:
    """The transformer, our model that has met no word and one that has met all, and our reader to the finished mood."""
    new, met = (TextModel.from_arrays(arrays_of("text-ko")) for _ in range(2))
    met.read([spell(text) for text in texts])
    rng = np.random.default_rng(1)

    def other(group: Sequence[str]) -> object:
        return session.run(None, {"ids": rng.integers(0, VOCABULARY, (len(group), max(map(pieces, group))))})

    return {
        "transformer INT8": other,
        "our model": lambda group: new.read([spell(text) for text in group]),
        "our model, met": lambda group: met.read([spell(text) for text in group]),
    }


def main() -> None:
    """Print the comparison."""
    texts = sentences()
    show_first_text()
    print(f"{len(texts)} sentences, {statistics.mean(map(pieces, texts)):.1f} word pieces each, {THREADS} threads")
    with tempfile.TemporaryDirectory() as folder:
        session = peer(Path(folder))
        for at_once in GROUPS:
            ways = ways_of(session, texts)
            if at_once == 1:
                ways["our mood"] = lambda group: TextReader.shipped().read_sentence(group[0])
            show(measure(ways, texts, at_once=at_once), at_once=at_once)


_FIRST_TEXT = """
import resource, time
from pyojeong.reading.text import TextReader
TextReader.shipped().read("오늘은 정말 기뻤어요. 내일도 그랬으면 좋겠다.")
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"a process that has read its first text: {memory:.0f} MB at most, {time.process_time():.2f} s CPU")
"""


def show_first_text() -> None:
    """What it costs a process of its own to open the reader and read one text."""
    subprocess.run([sys.executable, "-c", _FIRST_TEXT], check=True)


def show(rows: Sequence[Speed], *, at_once: int) -> None:
    """One line a way, with its ratios to the first."""
    for row in rows:
        times = f"{row.per_second / rows[0].per_second:5.1f}× rate, {rows[0].p95_ms / row.p95_ms:5.1f}× p95"
        print(
            f"{at_once:3} at once  {row.name:18} median {row.median_ms:6.2f} ms  p95 {row.p95_ms:6.2f} ms"
            f"  {row.per_second:7.0f}/s  {times}"
        )


if __name__ == "__main__":
    main()
