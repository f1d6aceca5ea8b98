"""The chapters that quote a set of texts: its key words, its copies, its typical and doubtful rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pyojeong.lab.explore.clouds import cloud
from pyojeong.lab.explore.copies import NEAR, Copies, across, quarrels
from pyojeong.lab.explore.doubts import Quoted, Reading, doubtful, typical
from pyojeong.lab.explore.masking import masked
from pyojeong.lab.explore.page import Gallery, Note, Part, Section, Table
from pyojeong.lab.explore.sampling import some
from pyojeong.lab.explore.text_labels import SPELLED
from pyojeong.lab.explore.text_set import Manners, TextRow, TextSet
from pyojeong.lab.explore.words import KeyWord, keyness, words_of

Tell = Callable[[str], None]

CLOUD_ROWS = 700
"""Rows a group whose words are looked at. Authored: it bounds the wait, and the page says it."""
_CLOUDS = 12
_QUOTES = 3


def word_section(texts: TextSet, tell: Tell) -> Section:
    """A cloud of marking words for every group of labels."""
    groups = [frozenset(texts.group_of[i] for i in row.labels if texts.group_of[i]) for row in texts.quotable]
    names = [name for name in texts.group_names if any(name in some for some in groups)]
    chosen = sorted({n for name in names for n in some([n for n, g in enumerate(groups) if name in g], CLOUD_ROWS)})
    bags = words_of([texts.quotable[n].text for n in chosen], tell)
    marking = keyness(bags, [groups[n] for n in chosen])
    names = sorted((name for name in names if marking.get(name)), key=lambda name: -len(marking[name]))[:_CLOUDS]
    shown = {name: _spoken(texts, marking[name]) for name in texts.group_names if name in names}
    if not shown:
        return Section("낱말", "words", [Note("라벨을 가르는 낱말을 찾기에는 글이 적습니다(낱말마다 4줄 이상 필요).")])
    clouds = [(f"{name}: {', '.join(w.word for w in words[:5])}", cloud(name, words)) for name, words in shown.items()]
    lines = [(name, ", ".join(f"{w.word} {w.rows}" for w in words[:15])) for name, words in shown.items()]
    note = (
        f"Kiwi로 나눈 명사와 용언(기본형)을 {'감정' if texts.groups else '라벨'}마다 "
        f"{CLOUD_ROWS}줄까지 뽑아 보았습니다. "
        "크기는 잦기가 아니라, 다른 라벨의 글에 견주어 그 라벨을 얼마나 "
        "표시하는지(사전 분포를 둔 로그 승산비의 z)입니다."
    )
    if texts.manners is Manners.OFFENSIVE:
        note += " 낱말은 첫 글자만 보입니다."
    return Section(
        "낱말 구름",
        "key words by emotion",
        [
            Note(note),
            Gallery("라벨을 표시하는 낱말", f"n={len(chosen):,}줄", clouds),
            Table(("", "낱말과 나온 줄 수"), lines, "같은 내용을 글로"),
        ],
    )


def _spoken(texts: TextSet, words: Sequence[KeyWord]) -> list[KeyWord]:
    """The words as they may be shown; words that look alike after masking stand once."""
    shown: dict[str, KeyWord] = {}
    for word in words:
        text = masked(word.word, texts.manners)
        shown.setdefault(text, KeyWord(text, word.z, word.rows))
    return list(shown.values())


def copy_section(texts: TextSet, twice: Copies) -> Section:
    """How much is written twice, with quotations from the parts that may be quoted."""
    rows = texts.rows
    lines = (
        ("같은 글 (빈칸·문장 부호 무시)", f"{len(twice.exact):,}무리", f"{twice.surplus:,}"),
        ("그 가운데 라벨이 다른 무리", f"{len(quarrels(rows, twice.exact)):,}무리", ""),
        (f"거의 같은 쌍 (3글자 조각 Jaccard ≥ {NEAR})", f"{len(twice.near):,}쌍", ""),
        ("그 가운데 라벨이 다른 쌍", f"{len(quarrels(rows, twice.near)):,}쌍", ""),
        (f"{texts.part_word} 둘 이상에 걸친 같은 글", f"{len(across(rows, twice.exact)):,}무리", ""),
        (f"{texts.part_word} 둘 이상에 걸친 거의 같은 쌍", f"{len(across(rows, twice.near)):,}쌍", ""),
    )
    largest = sorted(twice.exact, key=len, reverse=True)
    quotable = [g for g in largest if _may_quote(texts, g)][:8]
    pairs = [p for p in twice.near if _may_quote(texts, p)]
    parts: list[Part] = [
        Table(("무엇이", "얼마나", "남는 줄"), lines, f"사본 (n={len(rows):,})"),
        _copies_table(texts, quotable, "가장 많이 되풀이된 글"),
        _copies_table(
            texts, [g for g in quarrels(rows, twice.exact) if _may_quote(texts, g)][:8], "라벨이 다른 같은 글"
        ),
        _copies_table(texts, some(pairs, 6), "거의 같은 쌍의 예"),
    ]
    return Section("사본", "duplicates", [part for part in parts if not isinstance(part, Table) or part.rows])


def _may_quote(texts: TextSet, group: Sequence[int]) -> bool:
    return not texts.shown_parts or all(texts.rows[n].part in texts.shown_parts for n in group)


def _copies_table(texts: TextSet, groups: Sequence[Sequence[int]], caption: str) -> Table:
    lines = []
    for group in groups:
        labels = sorted({" · ".join(texts.labels[i] for i in texts.rows[n].labels[:4]) for n in group})
        written = dict.fromkeys(masked(texts.rows[n].text, texts.manners) or "(빈 줄)" for n in group)
        lines.append((" ↔ ".join(list(written)[:2]), f"{len(group)}", " / ".join(labels[:3])))
    return Table(("글", "줄", "라벨"), lines, caption, quotes=True)


def example_section(texts: TextSet, sample: Sequence[TextRow], reading: Reading | None) -> Section:
    """Rows that fit their label best and least."""
    title, english = "어울리는 글과 의심스러운 글", "typical and doubtful rows"
    if reading is None:
        return Section(title, english, [Note("라벨이 둘 이상이고 글이 열 줄 이상일 때 고를 수 있습니다.")])
    each = 1 if len(texts.labels) > SPELLED else _QUOTES
    good = _once_each(lambda i: typical(sample, reading, i, most=each + len(texts.labels)), texts, each)
    odd = _once_each(lambda i: doubtful(sample, reading, i, most=each + len(texts.labels)), texts, each)
    hidden = "" if not texts.shown_parts else f" 보기는 {', '.join(sorted(texts.shown_parts))} 묶음에서만 뽑았습니다."
    note = (
        f"다섯 묶음으로 나눠, 글자 조각만 보는 판독기가 배우지 않은 글을 읽게 했습니다(n={len(sample):,}줄"
        f"{', 고르게 뽑음' if len(sample) < len(texts.quotable) else ''}). "
        "가장 뚜렷한 글과 라벨에 가장 어긋나는 글입니다. "
        f"의심은 물음이지 잘못의 증거가 아닙니다.{hidden}"
    )
    return Section(
        title,
        english,
        [
            Note(note),
            Table(("글", "라벨"), [_quote(texts, sample, q)[:2] for q in good], "가장 어울리는 글", quotes=True),
            Table(
                ("글", "라벨", "판독기는"), [_quote(texts, sample, q) for q in odd], "가장 의심스러운 글", quotes=True
            ),
        ],
    )


def _once_each(choose: Callable[[int], list[Quoted]], texts: TextSet, each: int) -> list[Quoted]:
    """For every label the first ``each`` of its rows that no label before has shown."""
    shown: dict[int, Quoted] = {}
    for label in range(len(texts.labels)):
        fresh = [quoted for quoted in choose(label) if quoted.row not in shown][:each]
        shown.update({quoted.row: quoted for quoted in fresh})
    return list(shown.values())


def _quote(texts: TextSet, rows: Sequence[TextRow], quoted: Quoted) -> tuple[str, str, str]:
    text = masked(rows[quoted.row].text, texts.manners)
    return text, texts.labels[quoted.label], texts.labels[quoted.instead]
