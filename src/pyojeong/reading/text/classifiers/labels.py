"""What the labels of a classifier mean here: each one an emotion, perhaps a feeling, or nothing.

A label order is never assumed: it is read from the names in the model's own configuration, or told by the person.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pyojeong.emotion import Emotion, Feeling
from pyojeong.emotion.taxonomy import GOEMOTIONS, KOTE, LABEL_SETS, LabelSet
from pyojeong.errors import PyojeongError

#: Sets whose texts carry several labels at once: their classifiers give each label a chance of its own.
MULTI_LABEL_SETS = frozenset({KOTE.name, GOEMOTIONS.name})
AS_TOLD, BY_NAME = "as told", "label names"
_UNNAMED = re.compile(r"(?:label[ _-]?)?\d+", re.IGNORECASE)
_NOTHING = "-"
_POLARITY = frozenset({"positive", "negative", "pos", "neg", "긍정", "부정"})
_HOW_POLAR = '--labels "부정=슬픔,긍정=기쁨"'
_HOW = f'--labels kote, --labels "기쁨,슬픔,-,…", {_HOW_POLAR}'


@dataclass(frozen=True, slots=True)
class Labels:
    """A classifier's labels in its own order.

    Attributes:
        names: What the labels are called.
        emotions: The emotion each speaks of, None where the eight have no counterpart.
        source: Name of the `LabelSet` they come from; else how they were understood.

    >>> match_labels(["Sad", "Happy"]).emotions[1].korean, match_labels(["슬픔", "행복"]).emotions[1].korean
    ('기쁨', '기쁨')
    """

    names: tuple[str, ...]
    emotions: tuple[Emotion | None, ...]
    source: str

    def __post_init__(self) -> None:
        if len(self.names) != len(self.emotions):
            raise ValueError(f"every label must have its emotion or None, but got {len(self.emotions)}")

    @property
    def known(self) -> tuple[Emotion, ...]:
        """The emotions these labels can say, in `Emotion` order."""
        return tuple(emotion for emotion in Emotion if emotion in self.emotions)

    @property
    def feelings(self) -> tuple[Feeling, ...]:
        """The feelings the labels are, when they are those of KOTE; else none."""
        return tuple(_FEELINGS[_plain(name)] for name in self.names) if self.source == KOTE.name else ()

    @property
    def words(self) -> str:
        """What `told_labels` would be told to mean the same."""
        own_names = self.source in LABEL_SETS
        meant = [_NOTHING if emotion is None else emotion.korean for emotion in self.emotions]
        return ",".join(self.names if own_names else meant)

    def in_order(self, order: Sequence[int]) -> Labels:
        """The labels as if output ``n`` of the model meant what output ``order[n]`` was said to mean."""
        return Labels(tuple(self.names[n] for n in order), tuple(self.emotions[n] for n in order), self.source)


def match_labels(names: Sequence[str]) -> Labels:
    """What the names a model gives its labels mean: a known set in any order and case, else name by name.

    Raises:
        PyojeongError: ``labels-unnamed`` for ``LABEL_0…``; ``labels-unknown`` naming those nobody knows;
            ``labels-few`` below two emotions.
    """
    if all(_UNNAMED.fullmatch(name.strip()) for name in names):
        raise PyojeongError(
            f"모델의 라벨에 이름이 없습니다({_few(names)}); 순서를 아는 사람만 말해 줄 수 있습니다: {_HOW}.",
            f"The model's labels have no names ({_few(names)}); say what they mean: {_HOW}.",
            kind="labels-unnamed",
        )
    return _known_set(names) or _enough(Labels(tuple(names), _each(names), BY_NAME))


def told_labels(words: str, names: Sequence[str]) -> Labels:
    """What a person says the labels ``names`` of a model mean.

    Args:
        words: A set's name (``kote``); meanings in the model's order (``기쁨,슬픔,-``, a dash for none); or by the
            model's own names (``부정=슬픔,긍정=기쁨``).
        names: The model's labels in its order.

    >>> [str(e) for e in told_labels("부정=슬픔, 긍정=기쁨", ["긍정", "부정"]).emotions]
    ['joy', 'sadness']
    >>> told_labels("emopic", ["LABEL_0"] * 6).names[2]
    '기쁨'

    Raises:
        PyojeongError: ``labels-count`` or ``labels-unknown`` when they do not fit the model.
    """
    if "=" in words:
        return _enough(_told_by_name(words, names))
    parts = [part.strip() for part in words.split(",") if part.strip()]
    known = _set_called(parts[0]) if len(parts) == 1 else None
    if known is not None:
        _same_count(len(known.labels), names)
        return Labels(known.labels, tuple(known.emotions.values()), known.name)
    _same_count(len(parts), names)
    return _known_set(parts) or _enough(Labels(tuple(parts), _each(parts), AS_TOLD))


def _known_set(names: Sequence[str]) -> Labels | None:
    """The labels when they are those of a known set, in whatever order."""
    for known in LABEL_SETS.values():
        by_name = {_plain(label): label for label in known.labels}
        if len(names) == len(by_name) and {_plain(name) for name in names} == set(by_name):
            return Labels(tuple(names), tuple(known.emotions[by_name[_plain(n)]] for n in names), known.name)
    return None


def _told_by_name(words: str, names: Sequence[str]) -> Labels:
    pairs = [part.partition("=") for part in words.split(",") if part.strip()]
    told = {_plain(name): meaning.strip() for name, _, meaning in pairs}
    left_out = [name for name in names if _plain(name) not in told]
    strange = [name.strip() for name, _, _ in pairs if _plain(name) not in {_plain(n) for n in names}]
    if left_out or strange:
        raise PyojeongError(
            f"--labels는 모델의 라벨({_few(names)})마다 하나씩 말해야 합니다"
            f"(빠진 것: {_few(left_out)}, 없는 것: {_few(strange)}); 뜻이 없는 라벨은 이름=- 로 적어 주세요.",
            f"--labels must speak of each of the model's labels ({_few(names)}) once (left out: {_few(left_out)}; "
            f"not there: {_few(strange)}); write NAME=- for a label without a meaning.",
            kind="labels-count",
        )
    return Labels(tuple(names), _each([told[_plain(name)] for name in names]), AS_TOLD)


def _each(names: Sequence[str]) -> tuple[Emotion | None, ...]:
    """The emotion of each name by itself.

    Raises:
        PyojeongError: ``labels-unknown``.
    """
    unknown = [name for name in names if name != _NOTHING and _meaning(name) is None]
    if unknown:
        polar = _POLARITY & {_plain(name) for name in unknown}
        raise PyojeongError(
            f"뜻을 모르는 라벨입니다: {_few(unknown)}. 이렇게 말해 주세요: {_HOW if not polar else _HOW_POLAR}.",
            f"Nobody knows what these labels mean: {_few(unknown)}; say it: {_HOW if not polar else _HOW_POLAR}.",
            kind="labels-unknown",
        )
    return tuple(None if name == _NOTHING else _meaning(name) for name in names)


def _meaning(name: str) -> Emotion | None:
    """The emotion ``name`` speaks of in every set that has it; of ``분노(anger)`` the one both parts speak of."""
    found = _meanings().get(_plain(name))
    if found is not None:
        return found
    parts = {_meanings().get(_plain(part)) for part in re.split(r"[()\[\]/|:,]+", name) if part.strip()}
    return parts.pop() if len(parts) == 1 else None


@cache
def _meanings() -> Mapping[str, Emotion]:
    """Name → emotion where all that use the name agree: every label set, and the eight themselves, who win."""
    told: dict[str, set[Emotion]] = {}
    for known in LABEL_SETS.values():
        for label, emotion in known.emotions.items():
            if emotion is not None:
                told.setdefault(_plain(label), set()).add(emotion)
    agreed = {name: emotions.pop() for name, emotions in told.items() if len(emotions) == 1}
    return agreed | {_plain(name): emotion for emotion in Emotion for name in (emotion.value, emotion.korean)}


def _enough(labels: Labels) -> Labels:
    if len(labels.known) < 2:
        raise PyojeongError(
            f"서로 다른 감정이 둘은 있어야 하는데 라벨({_few(labels.names)})에는 {len(labels.known)}개입니다.",
            f"At least two emotions are needed to tell apart, but the labels ({_few(labels.names)}) speak of "
            f"{len(labels.known)}.",
            kind="labels-few",
        )
    return labels


def _same_count(count: int, names: Sequence[str]) -> None:
    if count != len(names):
        raise PyojeongError(
            f"모델의 라벨은 {len(names)}개({_few(names)})인데 --labels는 {count}개입니다.",
            f"The model has {len(names)} labels ({_few(names)}), but --labels gives {count}.",
            kind="labels-count",
        )


def _set_called(word: str) -> LabelSet | None:
    """The label set of that name, or the only one whose name begins so."""
    sought = re.sub(r"[\W_]+", "", word.casefold())
    names = {re.sub(r"[\W_]+", "", name.casefold()): known for name, known in LABEL_SETS.items()}
    begun = [known for name, known in names.items() if name.startswith(sought)]
    return names.get(sought) or (begun[0] if len(begun) == 1 else None)


def _plain(name: str) -> str:
    """A name without what spellings differ in: case, spaces and underscores."""
    return re.sub(r"[\s_]+", "", name).casefold()


def _few(names: Sequence[str]) -> str:
    shown = ", ".join(names[:8]) or _NOTHING
    return shown if len(names) <= 8 else f"{shown}, …"


_FEELINGS = {_plain(str(feeling)): feeling for feeling in Feeling}
