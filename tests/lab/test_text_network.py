"""The network learns in torch and reads in numpy: both must say the same."""

from __future__ import annotations

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is in the lab extra")
pytest.importorskip("sklearn", reason="scikit-learn is in the lab extra")
pytestmark = pytest.mark.lab

from pyojeong.lab.text_cache import Lexicon  # noqa: E402
from pyojeong.lab.text_export import Members, eight_bits, member_arrays  # noqa: E402
from pyojeong.lab.text_linear import word_matrix  # noqa: E402
from pyojeong.lab.text_network import WordNetwork as Learning  # noqa: E402
from pyojeong.lab.text_tasks import Task, distribution, many_labels, soft_choice  # noqa: E402
from pyojeong.lab.text_training import Recipe, sentence_vectors, train  # noqa: E402
from pyojeong.reading.text.grams import LINE_BITS, WORD_BITS, word_grams, words_of  # noqa: E402
from pyojeong.reading.text.linear import WordTable  # noqa: E402
from pyojeong.reading.text.network import WordNetwork as Reading  # noqa: E402
from pyojeong.reading.text.spelling import spell  # noqa: E402

HEADS = {"polarity": 2, "feelings": 44, "emotion": 8, "intensity": 1}
TEXTS = ["오늘 너무 속상해ㅠㅠ", "와 드디어 합격!!! 진짜 기쁘다", "네", "비가 오는 날에는 전을 부쳐 먹는다."]


def logits(arrays: dict[str, np.ndarray], texts: list[str]) -> np.ndarray:
    reading = Reading.from_arrays(arrays)
    words = words_of([spell(text) for text in texts])
    grams = word_grams(words.texts)
    summed = np.add.reduceat(arrays["table"][grams.ids].astype(np.float32), grams.starts, axis=0)
    return reading.logits(reading.by_word(summed, grams.sizes), words)


def test_the_exported_network_says_what_the_trained_one_says() -> None:
    torch.manual_seed(1)
    learning = Learning(HEADS, dropout=0.1).eval()
    empty = np.zeros((2**WORD_BITS, 53), np.float32)
    members = Members(learning, empty, np.zeros(53, np.float32), np.zeros(2**LINE_BITS, np.float32), 0.0)
    arrays = member_arrays(members)
    lexicon = Lexicon()
    lines = lexicon.read(TEXTS)
    vectors = torch.from_numpy(sentence_vectors(learning, lines, lexicon.grams()))
    with torch.no_grad():
        expected = torch.cat([learning.heads["emotion"](vectors), learning.heads["feelings"](vectors)], dim=1).numpy()
    found = logits(arrays, TEXTS)[:, :52]
    assert np.abs(found - expected).max() < 0.02 * np.abs(expected).max()


def test_a_sentence_reads_the_same_alone_and_on_a_page() -> None:
    torch.manual_seed(2)
    learning = Learning(HEADS, dropout=0.0).eval()
    empty = np.zeros((2**WORD_BITS, 53), np.float32)
    members = Members(learning, empty, np.zeros(53, np.float32), np.zeros(2**LINE_BITS, np.float32), 0.0)
    arrays = member_arrays(members)
    page = logits(arrays, TEXTS)
    alone = np.concatenate([logits(arrays, [text]) for text in TEXTS])
    assert np.allclose(page, alone, atol=1e-4)


def test_linear_training_counts_what_the_runtime_counts() -> None:
    lexicon = Lexicon()
    lines = lexicon.read(TEXTS)
    matrix = word_matrix(lines, lexicon.grams())
    rng = np.random.default_rng(3)
    units, step = eight_bits(rng.normal(size=(2**WORD_BITS, 3)).astype(np.float32))
    table = WordTable(step, np.array([0.5, 0, -1], np.float32))
    expected = matrix @ (units * step) + table.bias
    words = words_of([spell(t) for t in TEXTS])
    grams = word_grams(words.texts)
    summed = np.add.reduceat(units[grams.ids].astype(np.float32), grams.starts, axis=0)
    by_word = np.concatenate([grams.sizes[:, None], summed], axis=1)
    assert np.allclose(table.scores(by_word, words), expected, atol=1e-3)


def test_training_learns_a_word_and_goes_on_from_its_checkpoint(tmp_path) -> None:
    lexicon = Lexicon()
    texts = ["정말 기뻐", "너무 슬퍼", "기뻐 오늘", "슬퍼 오늘"] * 8
    lines = lexicon.read(texts)
    task = Task("emotion", lines, distribution([0, 1, 0, 1] * 8, 2), soft_choice, 16, 1.0)
    recipe = Recipe(steps=200, rate=5e-3, table_rate=2e-2, seed=1, gram_dropout=0.1)
    kept = tmp_path / "net.ckpt"
    network = train(Learning({"emotion": 2}, dropout=0.0), [task], lexicon.grams(), recipe, checkpoint=kept)
    vectors = torch.from_numpy(sentence_vectors(network, lines, lexicon.grams()))
    with torch.no_grad():
        assert network.heads["emotion"](vectors).argmax(dim=1).tolist() == [0, 1, 0, 1] * 8
    again = train(Learning({"emotion": 2}, dropout=0.0), [task], lexicon.grams(), recipe, checkpoint=kept)
    with torch.no_grad():
        assert torch.allclose(again.table, network.table)


def test_unknown_labels_teach_nothing() -> None:
    logits = torch.zeros(2, 3, requires_grad=True)
    targets = torch.tensor([[1.0, float("nan"), 0.0], [float("nan")] * 3])
    many_labels(logits, targets).backward()
    assert logits.grad is not None
    assert (logits.grad[targets.isnan()] == 0).all()
    assert (logits.grad[~targets.isnan()] != 0).all()
