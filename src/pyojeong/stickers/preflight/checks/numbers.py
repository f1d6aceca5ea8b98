"""The pack as a whole: how many stickers, its icons, its archive, its manifest, its emoji."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from pyojeong.stickers.preflight.case import Case
from pyojeong.stickers.preflight.finding import Finding, Said, Severity

_MANIFEST = "contents.json"


def counts(case: Case) -> Iterator[Finding]:
    """How many stickers."""
    got, wanted = len(case.stickers), case.store.counts
    if wanted.allows(got):
        return
    says = Said(
        f"스티커가 {got}개인데 {wanted}개여야 합니다.", f"There are {got} stickers, but there must be {wanted}."
    )
    near = min(wanted.choices, key=lambda choice: abs(choice - got))
    missing = [case.store.part_of(number).name_of(number) for number in range(1, near + 1)]
    missing = [name for name in missing if case.pack.file(name) is None]
    if got < near:
        listed = ", ".join(missing[:4]) + (" …" if len(missing) > 4 else "")
        mend = Said(f"{near - got}개를 더 그리세요. 비어 있는 이름: {listed}", f"Draw {near - got} more: {listed}")
    else:
        mend = Said(f"{got - near}개를 빼서 {near}개로 맞추세요.", f"Take out {got - near} to have {near}.")
    yield case.broken("counts", "count", "", says, mend, measured=str(got), limit=str(wanted))


def icons(case: Case) -> Iterator[Finding]:
    """Pictures that go beside the stickers."""
    for icon in case.store.icons:
        if case.pack.file(icon.name) is not None:
            continue
        (width, height), kind = icon.file.draw_wh, icon.file.format.value.upper()
        says = Said(
            f"곁그림 {icon.name}({width}×{height})이 없습니다.",
            f"The {icon.role} picture {icon.name} ({width}×{height}) is missing.",
        )
        mend = Said(
            f"대표 얼굴을 {width}×{height}픽셀 {kind}로 내보내 {icon.name}이라는 이름으로 넣으세요.",
            f"Export one face at {width}×{height} px as {kind} and call it {icon.name}.",
        )
        found = case.broken("icons", "icon", "", says, mend, measured="0", limit=icon.name)
        yield _only_noted(found) if icon.optional else found


def _only_noted(found: Finding) -> Finding:
    """What some reports ask for, and others do not."""
    says = Said(
        f"{found.says.korean} 이것을 바란다는 글도, 말하지 않는 글도 있습니다.",
        f"{found.says.english} Some reports ask for it, others do not.",
    )
    return replace(found, severity=Severity.NOTE, says=says)


def archive(case: Case) -> Iterator[Finding]:
    """The size of the archive."""
    got, most = case.pack.archive_bytes, case.store.zip_bytes_max
    if got is None or most is None or got <= most:
        return
    measured, limit = f"{got / 1e6:.1f} MB", f"{most / 1e6:.0f} MB"
    says = Said(
        f"ZIP 파일이 {measured}인데 {limit}까지입니다.", f"The archive has {measured}, but {limit} are the most."
    )
    mend = Said("큰 그림의 색 수를 줄이거나 장면을 줄이세요.", "Use fewer colours or frames in the largest pictures.")
    yield case.broken("zip", "zip", "", says, mend, measured=measured, limit=limit)


def emoji(case: Case) -> Iterator[Finding]:
    """How many emoji stand for each sticker, where anybody wrote them down."""
    if case.store.emoji is None or not any(item.paper.emoji for item in case.stickers):
        return
    fewest, most = case.store.emoji
    for item in case.stickers:
        got = len(item.paper.emoji)
        if fewest <= got <= most:
            continue
        says = Said(
            f"{item.name}: 이모지가 {got}개인데 {fewest}–{most}개여야 합니다.",
            f"{item.name} has {got} emoji, but {fewest}–{most} are wanted.",
        )
        mend = Said("이 스티커와 뜻이 같은 이모지를 골라 수를 맞추세요.", "Choose emoji that mean the same.")
        yield case.broken("emoji", "emoji", item.name, says, mend, measured=str(got), limit=f"{fewest}–{most}")


def title(case: Case) -> Iterator[Finding]:
    """The length of the pack's title, where it is on record."""
    rule, written = case.store.title, case.papers.title
    if rule is None or rule.length(written) <= rule.characters_max:
        return
    got = rule.length(written)
    says = Said(
        f"제목이 {got}자로 세어지는데 {rule.characters_max}자까지입니다: {written[:40]}",
        f"The title counts {got}, but {rule.characters_max} is the most: {written[:40]}",
    )
    mend = Said(f"제목을 줄이세요. 한글 한 자는 {rule.wide_count}자로 셉니다.", "Make the title shorter.")
    yield case.broken("title", "title", "", says, mend, measured=str(got), limit=str(rule.characters_max))


def manifest(case: Case) -> Iterator[Finding]:
    """A list of files that a store wants beside them: does it name those that are there."""
    if case.store.manifest is None:
        return
    data = case.pack.contents.get(_MANIFEST)
    if data is None:
        says = Said(
            f"{_MANIFEST}이 없습니다. 팩을 앱에 넣을 때 필요합니다.",
            f"{_MANIFEST} is missing; an app needs it to add the pack.",
        )
        mend = Said("pyojeong sticker pack은 이 파일을 함께 씁니다.", "pyojeong sticker pack writes it.")
        yield Finding("manifest", Severity.NOTE, "", says, mend, source=case.source("manifest"))
        return
    named = _named(data)
    lost = sorted(named - {file.name for file in case.pack.files})
    if named and not lost:
        return
    what = ", ".join(lost[:3])
    says = (
        Said(f"{_MANIFEST}에 없는 파일이 적혀 있습니다: {what}", f"{_MANIFEST} names files that are not there: {what}")
        if lost
        else Said(f"{_MANIFEST}을 읽을 수 없거나 파일 목록이 없습니다.", f"{_MANIFEST} lists no files.")
    )
    mend = Said("목록을 실제 파일 이름에 맞추세요.", "Make the list name the files that are there.")
    yield case.broken("manifest", "manifest", "", says, mend, measured=what)


def _named(data: bytes) -> set[str]:
    """Every file a WhatsApp manifest names; empty when it is none."""
    try:
        packs = json.loads(data)["sticker_packs"]
        trays = {str(pack["tray_image_file"]) for pack in packs}
        return trays | {str(sticker["image_file"]) for pack in packs for sticker in pack["stickers"]}
    except (ValueError, KeyError, TypeError, RecursionError):
        return set()
