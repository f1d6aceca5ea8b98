"""A set of labelled texts as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from pyojeong.errors import PyojeongError


class Manners(str, Enum):
    """Whether the texts of a set may stand on a page as they are."""

    PLAIN = "plain"
    """Rude words are masked one by one."""
    OFFENSIVE = "offensive"
    """The set was collected for its rudeness: of every word only the first syllable is shown."""


@dataclass(frozen=True, slots=True)
class TextRow:
    """A text, the indices of its labels, and the part of the set it belongs to.

    ``second`` is a fair second label and ``strength`` runs from 1 to 3, where the set says so.
    """

    text: str
    labels: tuple[int, ...]
    part: str
    second: int | None = None
    strength: int | None = None


@dataclass(frozen=True, slots=True)
class TextSet:
    """Rows of one source.

    Attributes:
        name: What a person calls it at the command line.
        title: Its name in full.
        about: One sentence: what it is, and what a figure about it does not say.
        licence: As its makers state it.
        labels: Names in index order.
        rows: At least one.
        groups: For each label the group it is drawn under (an emotion), or "" where it has none; the labels
            themselves when empty.
        part_word: What a part is called: 나눔 (split), 쓴 손 (writer) ….
        shown_parts: Parts whose rows may be quoted; every other part is counted only.
        agreement: What is known of the raters, as a sentence.
    """

    name: str
    title: str
    about: str
    licence: str
    labels: tuple[str, ...]
    rows: tuple[TextRow, ...]
    groups: tuple[str, ...] = ()
    part_word: str = "나눔"
    shown_parts: frozenset[str] = frozenset()
    manners: Manners = Manners.PLAIN
    agreement: str = "평가자별 답이 자료에 없어 일치도를 잴 수 없습니다."
    english: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.rows:
            raise PyojeongError(
                f"{self.name}에 읽을 줄이 하나도 없습니다. 글이 한 줄 이상 있는 자료를 주세요.",
                f"{self.name} has no rows; give a set with at least one text.",
                kind="empty-set",
            )
        if self.groups and len(self.groups) != len(self.labels):
            raise ValueError(f"groups must name one group a label ({len(self.labels)}), but got {len(self.groups)}")

    @property
    def parts(self) -> tuple[str, ...]:
        """Names of the parts in order of appearance."""
        return tuple(dict.fromkeys(row.part for row in self.rows))

    @property
    def quotable(self) -> tuple[TextRow, ...]:
        """Rows that may be quoted."""
        return tuple(row for row in self.rows if not self.shown_parts or row.part in self.shown_parts)

    @property
    def group_of(self) -> tuple[str, ...]:
        """The group of each label."""
        return self.groups or self.labels

    @property
    def group_names(self) -> tuple[str, ...]:
        """Groups in order of their first label."""
        return tuple(name for name in dict.fromkeys(self.group_of) if name)

    @property
    def several_labels(self) -> bool:
        """Whether any row has more than one label."""
        return any(len(row.labels) > 1 for row in self.rows)
