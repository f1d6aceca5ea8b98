"""Sentences through an added classifier: CPU milliseconds each, part by part, beside the package's own model.

The classifier has KoELECTRA-small's shape (12 layers, width 256, inner 1024, 4 heads, 35,000 pieces), random weights:
speed does not depend on them. It goes the way a person's model goes: exported to 8-bit ONNX, added, opened. Every
syllable is a piece of its vocabulary, which is more pieces than a taught one needs. CPU time of all threads is counted,
since it moves less than the clock with what else runs. Needs the ``lab`` extra; another exported folder may be given.

    python -m benchmarks.classifiers [FOLDER]
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.text import sentences
from pyojeong.lab.classifier_export import export_classifier
from pyojeong.reading.text import TextReader
from pyojeong.reading.text.classifiers.adding import examined, kept, opened_keeper
from pyojeong.reading.text.classifiers.keeper import ClassifierKeeper

LABELS = ("기쁨", "슬픔", "분노", "불안", "당황", "놀람", "혐오", "중립")
MARKS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
VOCABULARY, SENTENCES = 35_000, 48


def small_electra(folder: Path) -> Path:
    """A folder as `save_pretrained` leaves it, with a vocabulary of syllables."""
    import torch
    from transformers import ElectraConfig, ElectraForSequenceClassification

    torch.manual_seed(0)
    syllables = [chr(code) for code in range(0xAC00, 0xD7A4)]
    pieces = [*MARKS, *syllables, *(f"##{syllable}" for syllable in syllables)]
    pieces += [f"[unused{n}]" for n in range(VOCABULARY - len(pieces))]
    config = ElectraConfig(vocab_size=VOCABULARY, id2label=dict(enumerate(LABELS)))
    ElectraForSequenceClassification(config).save_pretrained(folder)
    (folder / "vocab.txt").write_text("\n".join(pieces[:VOCABULARY]) + "\n", "utf-8")
    (folder / "tokenizer_config.json").write_text('{"do_lower_case": false}', "utf-8")
    return folder


def added_keeper(folder: Path, onnx: Path | None) -> ClassifierKeeper:
    """The classifier, exported unless it is given, added and opened."""
    if onnx is None:
        onnx = export_classifier(str(small_electra(folder / "torch")), folder / "onnx").folder
    return opened_keeper(kept(examined(onnx), folder / "models", name="small", licence="MIT", source="random"))


def show(name: str, way: Callable[[Any], object], given: Sequence[Any]) -> None:
    """One line: the way on each of what is given, after one to warm up."""
    way(given[0])
    started = time.process_time()
    for one in given:
        way(one)
    print(f"{name:24} {1e3 * (time.process_time() - started) / len(given):7.2f} CPU ms a sentence")


def main() -> None:
    """Print a line a part."""
    texts = sentences()[:SENTENCES]
    with tempfile.TemporaryDirectory() as folder:
        keeper = added_keeper(Path(folder), Path(sys.argv[1]) if len(sys.argv) > 1 else None)
        show("cutting into pieces", lambda text: keeper._cutter.numbers([text]), texts)
        show("the network", lambda row: keeper._network.logits([row]), keeper._cutter.numbers(texts))
        show("chances", lambda text: keeper.chances([text]), texts)
        show("moods with their words", lambda text: keeper.moods([text]), texts[:12])
        show("ours, with words", TextReader.shipped().read_sentence, texts)


if __name__ == "__main__":
    main()
