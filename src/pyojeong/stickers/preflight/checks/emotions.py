"""Does the emotion that is meant come across at chat size, as far as our own reader of drawn faces can tell.

It is right about seven of ten drawings of a style it has not met (docs/stickers-check.md), so it speaks only where what
is meant is all but ruled out, and says that it is a reader's opinion.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pyojeong.emotion import Emotion
from pyojeong.reading.drawn import DrawnReading
from pyojeong.stickers.preflight.case import Case
from pyojeong.stickers.preflight.finding import Finding, Said, Severity

RULED_OUT = 0.025
"""Share of what is meant under which it speaks: chosen on designs it had not seen, so that of well-read stickers three
in a hundred are told to be read as something else (``warns`` on the model's card)."""


def emotions(case: Case) -> Iterator[Finding]:
    """Stickers whose meaning is on record, and which are read as something else.

    Each that is all but ruled out is a warning of its own; the others whose likeliest reading is another are one note.
    """
    otherwise: list[tuple[str, Emotion, DrawnReading]] = []
    for item in case.stickers:
        meant, reading = item.paper.emotion, item.reading
        if meant is None or reading is None or reading.ranked[0][0] is meant:
            continue
        if reading.shares[meant] >= RULED_OUT:
            otherwise.append((item.name, meant, reading))
            continue
        first, share = reading.ranked[0]
        says = Said(
            f"{item.name}: 뜻한 감정은 {meant.korean}인데, 우리 판독기에는 {first.korean}({share:.0%})에 가깝습니다.",
            f"{item.name} means {meant.value}, but our reader read {first.value} ({share:.0%}).",
        )
        mend = Said(
            "100픽셀로 줄여 글 없이 누군가에게 보여 주세요. 눈과 입을 키우고, 몸짓이나 땀·눈물·하트를 더해 보세요.",
            "Show it to somebody at 100 px without words; enlarge eyes and mouth, add a gesture or a comic mark.",
        )
        measured, limit = f"{meant.value} {reading.shares[meant]:.1%}", f"{RULED_OUT:.1%}"
        yield Finding("emotion", Severity.WARNING, item.name, says, mend, measured, limit)
    if otherwise:
        yield _otherwise(otherwise)


def _otherwise(read: Sequence[tuple[str, Emotion, DrawnReading]]) -> Finding:
    korean, english = [], []
    for name, meant, reading in read:
        (first, share), own = reading.ranked[0], reading.shares[meant]
        korean.append(f"{name} (뜻은 {meant.korean} {own:.0%}, 읽은 것은 {first.korean} {share:.0%})")
        english.append(f"{name} (meant {meant.value} {own:.0%}, read {first.value} {share:.0%})")
    says = Said(
        f"우리 판독기가 뜻과 다른 감정으로 읽었지만 뜻한 감정도 조금은 본 스티커가 {len(read)}개 있습니다: "
        + ", ".join(korean),
        f"Our reader read {len(read)} stickers as another emotion, but saw something of what is meant: "
        + ", ".join(english),
    )
    mend = Said(
        "판독기는 자주 틀립니다. 마음에 걸리는 것만 다른 사람에게 보여 주세요.",
        "It is often wrong; show those you doubt to somebody.",
    )
    names = tuple(name for name, _, _ in read)
    return Finding("emotion-unsure", Severity.NOTE, "", says, mend, str(len(names)), others=names)
