"""Generative models and photos: what the pack's log says against what the store says; files changed since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pyojeong.stickers.preflight.case import Case, Item
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
    models = [item for item in case.items if item.paper.image_model]
    if models:
        what = ", ".join(sorted({str(item.paper.image_model) for item in models}))
        korean, english = f"생성형 AI({what})를 쓴", f"by generative AI ({what})"
        yield _finding(case, "image-model", "image_model", rule.image_model, _counted(models, korean, english), models)
    photos = [item for item in case.items if item.paper.photo]
    if photos:
        yield _finding(case, "photo", "photo", rule.photo, _counted(photos, "사진이 든", "that hold photos"), photos)
    writers = [item for item in case.items if item.paper.text_model and item.paper.caption]
    if writers:
        yield _written_by(writers)


def _counted(items: Sequence[Item], korean: str, english: str) -> Said:
    """How many stickers; the store's own pictures beside them are named, not counted among them."""
    stickers = sum(item.is_sticker for item in items)
    icons = ", ".join(item.name for item in items if not item.is_sticker)
    if not stickers:
        return Said(f"{korean} 곁그림이 있습니다({icons}).", f"Pictures beside the stickers {english}: {icons}.")
    return Said(
        f"{korean} 스티커가 {stickers}개 있습니다" + (f"(곁그림 {icons}도 그렇습니다)." if icons else "."),
        f"{stickers} stickers {english}" + (f", and {icons} beside them." if icons else "."),
    )


def _written_by(items: Sequence[Item]) -> Finding:
    what = ", ".join(sorted({str(item.paper.text_model) for item in items}))
    says = Said(
        f"언어 모델({what})이 쓴 글귀가 {len(items)}개 있습니다.",
        f"{len(items)} captions were written by a language model ({what}).",
    )
    mend = Said("AI를 썼는지 묻는 신청서에는 그렇다고 밝히세요.", "Say so on a form that asks whether AI was used.")
    return Finding("text-model", Severity.NOTE, "", says, mend, what, others=tuple(item.name for item in items))


def _finding(case: Case, code: str, subject: str, word: str, what: Said, items: Sequence[Item]) -> Finding:
    rule = case.store.declaration
    barred = word == "barred"
    severity = {"barred": Severity.ERROR, "declare": Severity.NOTE, "unanswered": Severity.WARNING}[word]
    says = Said(f"{what.korean} {rule.korean}", f"{what.english} {rule.english}")
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
    return Finding(
        code, severity, "", says, mend, source=case.source(subject), others=tuple(item.name for item in items)
    )


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
