"""A pack in a folder or archive becomes a `Report`: whether a store will take it, and what to mend."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from pyojeong.stickers.packing.reading import read_pack
from pyojeong.stickers.preflight.case import Case, Item, laid_out
from pyojeong.stickers.preflight.checks import CHECKS, captions
from pyojeong.stickers.preflight.finding import Finding, Report, Row, Said
from pyojeong.stickers.preflight.instruments import Instruments
from pyojeong.stickers.preflight.papers import read_papers
from pyojeong.stickers.stores.specs import Store

Progress = Callable[[float], None]
_SUBJECTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "counts": ("개수", "number"),
        "size": ("크기", "size"),
        "bytes": ("용량", "bytes"),
        "margin": ("여백", "margin"),
        "background": ("배경", "background"),
        "frames": ("장면 수", "frames"),
        "seconds": ("시간", "length"),
        "plays": ("되풀이", "plays"),
        "icons": ("곁그림", "pictures beside them"),
        "emoji": ("이모지", "emoji"),
        "zip": ("ZIP 용량", "archive"),
        "title": ("제목", "title"),
        "manifest": ("목록 파일", "manifest"),
        "names": ("파일 이름", "file names"),
    }
)
_LOOKING = 0.6
"""Share of the time that decoding takes, for the progress bar (measured on packs of 24 moving and 32 still files)."""


def check_pack(
    place: str | Path, store: Store, *, instruments: Instruments | None = None, progress: Progress | None = None
) -> Report:
    """What is wrong with a pack, made by whomever, and how to mend it.

    Args:
        place: A folder or a .zip.
        store: Whose rules it is held against.
        instruments: What words and faces are read with; those there are when None.
        progress: Told the share done; what it raises stops the work.

    Raises:
        PyojeongError: When there is nothing to check, or the archive is unsafe or too large to be a pack.
    """
    path = Path(place)
    pack = read_pack(path, store)
    given = Instruments.found() if instruments is None else instruments
    looking = None if progress is None else (lambda share: progress(share * _LOOKING))
    case = laid_out(pack, store, read_papers(pack), given, looking)
    findings: list[Finding] = []
    for number, check in enumerate(CHECKS, start=1):
        findings.extend(check(case))
        if progress is not None:
            progress(_LOOKING + (1 - _LOOKING) * number / len(CHECKS))
    return Report(
        pack=pack.name,
        store=store.name,
        store_korean=store.korean,
        store_english=store.english,
        findings=tuple(findings),
        rows=tuple(_row(item) for item in case.items),
        unchecked=_unchecked(case),
        provenance=case.papers.source,
    )


def _row(item: Item) -> Row:
    facts = item.file.picture
    return Row(
        name=item.name,
        role=item.role,
        bytes=item.file.bytes,
        size_wh=facts.size_wh if facts else None,
        frames=facts.frames if facts else 0,
        seconds=facts.seconds if facts else 0.0,
        intended=item.paper.emotion,
        caption=item.paper.caption,
        read=item.reading.ranked if item.reading else (),
        certainty=item.reading.certainty if item.reading else 0.0,
        small=item.look.shown if item.look else None,
    )


def _hearsay(store: Store) -> Said | None:
    """Which of the store's numbers were not read on a page of its own."""
    if not store.reported:
        return None
    korean = ", ".join(_SUBJECTS[subject][0] for subject in store.reported)
    english = ", ".join(_SUBJECTS[subject][1] for subject in store.reported)
    return Said(
        f"상점의 글이 아니라 전해 들은 수치로 견주었습니다: {korean}. 내기 전에 상점의 안내를 확인하세요.",
        f"Held against numbers that were reported, not read on the store's own page: {english}. Read its guide first.",
    )


def _unchecked(case: Case) -> tuple[Said, ...]:
    left = [_hearsay(case.store), Said(*case.store.caution) if case.store.caution else None, captions.looked_at(case)]
    if case.instruments.read_face is None:
        left.append(Said("감정이 읽히는지는 살피지 못했습니다.", "Whether emotions come across was not checked."))
    elif not any(item.paper.emotion for item in case.stickers):
        words = "Nobody says what the stickers mean, so what our reader read is told without a verdict."
        left.append(Said("뜻한 감정이 적혀 있지 않아, 판독기가 읽은 감정만 적고 견주지 않았습니다.", words))
    if case.instruments.is_polite is None:
        left.append(Said("거친 말은 살피지 못했습니다.", "Words were not looked through for rudeness."))
    return tuple(said for said in left if said is not None)
