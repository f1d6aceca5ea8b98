"""Generative models and photos: what the pack's log says against what the store says; files changed since."""

from __future__ import annotations

from collections.abc import Iterator

from pyojeong.stickers.preflight.case import Case
from pyojeong.stickers.preflight.finding import Finding, Said, Severity


def declared(case: Case) -> Iterator[Finding]:
    """What has to be declared, and what the store does not take."""
    rule = case.store.declaration
    if not case.papers.knows_makings:
        asks = rule.image_model == rule.photo == "declare"
        korean = "이 상점의 신청서는 둘 다 묻습니다." if asks else rule.korean
        english = "The store's form asks about both." if asks else rule.english
        says = Said(
            f"AI나 사진을 썼는지 적힌 기록이 없어 확인할 수 없습니다. {korean}",
            f"There is no record of whether AI or photos were used. {english}",
        )
        mend = Said(
            "쓴 것이 있다면 상점의 기준을 보고 직접 밝히세요.", "Read the store's rules and declare it yourself."
        )
        yield Finding("undeclared", Severity.NOTE, "", says, mend, source=case.source("image_model"))
        return
    models = {item.name: item.paper.image_model for item in case.items if item.paper.image_model}
    if models:
        what = ", ".join(sorted({str(model) for model in models.values()}))
        korean, english = f"생성형 AI({what})를 쓴 그림이 있습니다.", f"Pictures by generative AI ({what})."
        yield _finding(case, "image-model", "image_model", rule.image_model, korean, english, tuple(models))
    photos = tuple(item.name for item in case.items if item.paper.photo)
    if photos:
        korean, english = f"사진이 든 그림이 {len(photos)}개 있습니다.", f"{len(photos)} pictures hold photos."
        yield _finding(case, "photo", "photo", rule.photo, korean, english, photos)


def _finding(
    case: Case, code: str, subject: str, word: str, korean: str, english: str, names: tuple[str, ...]
) -> Finding:
    rule = case.store.declaration
    barred = word == "barred"
    severity = {"barred": Severity.ERROR, "declare": Severity.NOTE, "unanswered": Severity.WARNING}[word]
    says = Said(f"{korean} {rule.korean}", f"{english} {rule.english}")
    mend = (
        Said(
            "이 상점에는 내지 마세요. 받는 상점을 고르거나 직접 그린 그림으로 바꾸세요.",
            "Choose another store or draw it.",
        )
        if barred
        else Said(
            "신청서에 사실대로 밝히고 상점의 기준을 확인하세요.", "Declare it on the form; check the store's rules."
        )
    )
    return Finding(code, severity, "", says, mend, source=case.source(subject), others=names)


def changed(case: Case) -> Iterator[Finding]:
    """Files that are not those the log speaks of."""
    names = tuple(i.name for i in case.items if i.paper.sha256 and i.paper.sha256 != i.file.sha256)
    if names:
        listed = ", ".join(names[:3]) + (" …" if len(names) > 3 else "")
        says = Said(
            f"만든 뒤에 바뀐 파일이 있습니다: {listed}. 기록(제작 방법, 글귀)이 맞지 않을 수 있습니다.",
            f"Files changed since they were made: {listed}; the log may not be true of them.",
        )
        mend = Said(
            "일부러 고쳤다면 그대로 두고, 아니라면 팩을 다시 만드세요.", "If that was not meant, make the pack again."
        )
        yield Finding("changed", Severity.NOTE, "", says, mend, str(len(names)), others=names)
