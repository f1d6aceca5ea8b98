"""The text sets the lab learns from and measures on, each cut once by a hash of its own text.

``data`` is the folder of downloaded sets (``--data`` or ``PYOJEONG_DATA``); ``corpora`` is the repository's own folder.
No reader here opens a test file except `everyday_test`, `second_everyday_test` and `hard_groups`.
"""

from __future__ import annotations

import csv
import hashlib
import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyojeong.emotion import Emotion, Feeling
from pyojeong.emotion.taxonomy import GOEMOTIONS
from pyojeong.errors import PyojeongError

FEELINGS = tuple(Feeling)
EMOTIONS = tuple(Emotion)
AUTHORED_HANDS = (
    *("diary", "chat", "story", "youth", "adult", "elder", "tale", "everyday", "signs", "forms"),
    *("comment_passages", "diary_passages", "tale_passages", "hard"),
)
ANNOTATED = ("human_lines", "human_rare")
_NONE = ("-", "")
_ALONE = "0"


@dataclass(frozen=True, slots=True)
class Polarity:
    """A review and whether it is positive."""

    text: str
    positive: bool


@dataclass(frozen=True, slots=True)
class Rated:
    """A review and its rating, 1 to 10."""

    text: str
    rating: int


@dataclass(frozen=True, slots=True)
class Felt:
    """A comment and the indices of its labels (KOTE: into `Feeling`; GoEmotions: into its 28)."""

    text: str
    labels: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Everyday:
    """A sentence with its emotion, a fair second emotion or None, strength 1-3, and the hand it came from.

    ``passage`` numbers the text of its hand that it was written in, or is "" when it stands alone; sentences of one
    passage follow each other.
    """

    text: str
    emotion: Emotion
    second: Emotion | None
    intensity: int
    hand: str
    passage: str = ""


@dataclass(frozen=True, slots=True)
class Hard:
    """A test sentence of one kind of difficulty, with the sentences right before and after it ("" where none)."""

    group: str
    before: str
    sentence: Everyday
    after: str


def digest(text: str) -> str:
    """SHA-1 of ``text`` in hex: where a row falls in a cut depends on its words alone."""
    return hashlib.sha1(text.encode("utf-8", "surrogatepass")).hexdigest()


def in_fifth(text: str) -> bool:
    """Whether ``text`` is of the fifth that measures instead of teaching: its SHA-1 mod 5 is 0."""
    return int(digest(text), 16) % 5 == 0


def nsmc(data: Path) -> tuple[list[Polarity], list[Polarity]]:
    """Training and dev rows of NSMC's ratings_train; dev: the text's SHA-1 starts with 0 or 1 (an eighth)."""
    learn: list[Polarity] = []
    dev: list[Polarity] = []
    for fields in _tab_rows(data / "nsmc" / "ratings_train.txt.xz"):
        if len(fields) == 3 and fields[1].strip():
            row = Polarity(fields[1], fields[2] == "1")
            (dev if digest(row.text)[0] in "01" else learn).append(row)
    return learn, dev


def rated_reviews(data: Path, *, without: set[str]) -> list[Rated]:
    """The raw rated reviews, less every text of ``without`` (the dev texts), each text once."""
    seen = {text.strip() for text in without}
    rows = []
    for fields in _tab_rows(data / "nsmc" / "reviews_raw.tsv.xz"):
        text = fields[2].strip() if len(fields) == 3 else ""
        if text and text not in seen:
            seen.add(text)
            rows.append(Rated(text, int(fields[1])))
    return rows


def kote(data: Path) -> tuple[list[Felt], list[Felt]]:
    """Training (80 %) and held-out (20 %) rows of KOTE's val.tsv, cut as `in_fifth`."""
    learn: list[Felt] = []
    held: list[Felt] = []
    for fields in _tab_rows(data / "kote" / "val.tsv", header=False):
        row = Felt(fields[1], tuple(int(i) for i in fields[2].split(",")))
        (held if in_fifth(row.text) else learn).append(row)
    return learn, held


def goemotions(data: Path) -> tuple[list[Felt], list[Felt]]:
    """Training rows, and held-out rows (its own dev and test parts), of the translated GoEmotions.

    Labels index `taxonomy.GOEMOTIONS`, whose order is checked here. Held-out rows whose text is a training row's are
    left out: the translation gives short remarks the same words.
    """
    names = tuple((data / "goemotions_ko" / "label.txt").read_text("utf-8").split())
    if names != GOEMOTIONS.labels:
        raise ValueError(f"label.txt must list {GOEMOTIONS.labels}, but got {names}")
    learn = _translated(data, "train")
    known = {row.text.strip() for row in learn}
    return learn, [row for part in ("dev", "test") for row in _translated(data, part) if row.text.strip() not in known]


def _translated(data: Path, part: str) -> list[Felt]:
    lines = _tab_rows(data / "goemotions_ko" / f"{part}.tsv.xz", header=False)
    return [
        Felt(fields[0], tuple(int(i) for i in fields[1].split(",")))
        for fields in lines
        if len(fields) >= 2 and fields[0].strip()
    ]


def chat_topics(data: Path) -> list[tuple[str, int]]:
    """Questions of the chatbot set with their topic: 0 daily, 1 break-up, 2 love."""
    with (data / "chatbot_data" / "ChatbotData.csv").open(encoding="utf-8", newline="") as lines:
        return [(row["Q"], int(row["label"])) for row in csv.DictReader(lines)]


def insults(data: Path) -> list[tuple[str, int]]:
    """Comments of the profanity set: 1 where the comment insults."""
    text = (data / "curse_2runo" / "dataset.txt").read_text("utf-8")
    pairs = [line.rsplit("|", 1) for line in text.splitlines() if "|" in line]
    return [(comment, int(label)) for comment, label in pairs]


def everyday_training(corpora: Path) -> list[Everyday]:
    """Every authored training sentence, and the annotated human lines; the test file is not among them."""
    rows: list[Everyday] = []
    for hand in AUTHORED_HANDS:
        path = corpora / "authored" / f"{hand}.tsv"
        if path.exists():
            rows += _everyday(path, hand)
    for name in ANNOTATED:
        rows += _everyday(corpora / "annotated" / f"{name}.tsv", "human")
    return rows


def everyday_test(corpora: Path) -> list[Everyday]:
    """The first test sentences, by a hand that wrote no training line: never trained, tuned or chosen on."""
    return _everyday(corpora / "authored" / "test_everyday.tsv", "test")


def second_everyday_test(corpora: Path) -> list[Everyday]:
    """The second test sentences, by one more hand, written after the first test had been opened."""
    return _everyday(corpora / "authored" / "test_everyday_2.tsv", "test 2")


def context_passages(corpora: Path) -> list[Everyday]:
    """Passages of three sentences, the middle one explained by the others alone: what context is weighed on.

    The model never learns them: by itself a middle sentence could feel anything.
    """
    return _everyday(corpora / "authored" / "context_passages.tsv", "context_passages")


def hard_groups(corpora: Path) -> list[Hard]:
    """Test sentences of negation, sarcasm, intensity, mixed feelings and context: never trained, tuned or chosen on."""
    rows = _named_rows(corpora / "authored" / "test_groups.tsv")
    return [
        Hard(row["group"], _or_none(row["before"]), _sentence(row, "groups"), _or_none(row["after"])) for row in rows
    ]


def _everyday(path: Path, hand: str) -> list[Everyday]:
    return [_sentence(row, hand) for row in _named_rows(path)]


def _named_rows(path: Path) -> list[dict[str, str]]:
    header, *rows = _tab_rows(path, header=False)
    return [dict(zip(header, fields, strict=True)) for fields in rows]


def _sentence(row: dict[str, str], hand: str) -> Everyday:
    return Everyday(
        text=row["text"],
        emotion=Emotion.of(row["emotion"]),
        second=None if row["second"] in _NONE else Emotion.of(row["second"]),
        intensity=int(row["intensity"]),
        hand=hand,
        passage="" if row.get("passage", _ALONE) == _ALONE else row["passage"],
    )


def _or_none(text: str) -> str:
    return "" if text in _NONE else text


def _tab_rows(path: Path, *, header: bool = True) -> Iterator[list[str]]:
    """Fields of each line of a tab-separated file without quoting, xz-packed or not."""
    if not path.exists():
        raise PyojeongError(
            f"학습 자료 {path}가 없습니다. --data 또는 PYOJEONG_DATA로 자료 폴더를 알려 주세요.",
            f"Training data {path} is missing; give its folder by --data or PYOJEONG_DATA.",
            kind="no-data",
        )
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines):
            if line.strip() and (number > 0 or not header):
                yield line.rstrip("\r\n").split("\t")
