"""Sentences through an added classifier: milliseconds each, with the words that decided and without, beside ours.

The classifier has KoELECTRA-small's shape (12 layers, width 256, inner 1024, 4 heads, 35,000 pieces), random weights:
speed does not depend on them. It goes the way a person's model goes: exported to 8-bit ONNX, added, opened. Every
syllable is a piece of its vocabulary, which is more pieces than a taught one needs. Needs the ``lab`` extra.

    python -m benchmarks.classifiers
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.text import THREADS, measure, sentences, show
from pyojeong.lab.classifier_export import export_classifier
from pyojeong.reading.text import TextReader
from pyojeong.reading.text.classifiers.adding import examined, kept, opened_keeper
from pyojeong.reading.text.classifiers.keeper import ClassifierKeeper

LABELS = ("기쁨", "슬픔", "분노", "불안", "당황", "놀람", "혐오", "중립")
MARKS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
VOCABULARY, SENTENCES = 35_000, 128


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


def added_keeper(folder: Path) -> ClassifierKeeper:
    """The classifier, exported, added and opened."""
    exported = export_classifier(str(small_electra(folder / "torch")), folder / "onnx")
    print(exported)
    model = kept(examined(exported.folder), folder / "models", name="small", licence="MIT", source="random")
    return opened_keeper(model)


def main() -> None:
    """Print one line a way: one sentence at once, and 64."""
    texts = sentences()[:SENTENCES]
    with tempfile.TemporaryDirectory() as folder:
        keeper = added_keeper(Path(folder))
        ways = {
            "classifier": keeper.chances,
            "with its words": keeper.moods,
            "ours, with words": lambda group: TextReader.shipped()._keeper.moods(group),
        }
        print(f"{len(texts)} sentences, {THREADS} threads")
        for at_once in (1, 64):
            show(measure(ways, texts, at_once=at_once), at_once=at_once)


if __name__ == "__main__":
    main()
