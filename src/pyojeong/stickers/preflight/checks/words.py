"""Rude words: in captions, in what describes the pictures, in file names and the title."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from pyojeong.stickers.preflight.case import Case
from pyojeong.stickers.preflight.finding import Finding, Said, Severity


def manners(case: Case) -> Iterator[Finding]:
    """Whatever the gate would ask to say more kindly; the person decides."""
    is_polite = case.instruments.is_polite
    if is_polite is None:
        return
    for item in case.items:
        for korean, english, words in (
            ("글귀", "caption", item.paper.caption),
            ("설명", "description", item.paper.alt[0]),
            ("파일 이름", "file name", _spoken(item.name)),
        ):
            if words and not is_polite(words):
                yield _finding(item.name, korean, english, words)
                break
    title = case.papers.title or _spoken(case.pack.name)
    if title and not is_polite(title):
        yield _finding("", "팩 이름", "title", title)


def _spoken(name: str) -> str:
    """A file name without its ending; empty where it holds no letters to be read."""
    stem = PurePosixPath(name).stem
    return stem if any("가" <= letter <= "힣" or letter.isalpha() for letter in stem) else ""


def _finding(name: str, korean: str, english: str, words: str) -> Finding:
    of = f"{name}: " if name else ""
    says = Said(f"{of}{korean}에 거친 말이 있는 것 같습니다: “{words}”", f"{of}the {english} seems rude: “{words}”")
    mend = Said(
        "상점 심사는 욕설과 비하를 받지 않습니다. 더 부드러운 말로 바꾸세요. 아니라면 그대로 두어도 됩니다.",
        "Stores do not take abuse; say it more kindly. If it is none, leave it as it is.",
    )
    return Finding("rude", Severity.WARNING, name, says, mend, words)
