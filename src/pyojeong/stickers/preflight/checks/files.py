"""Files: can they be read, and are format, size, bytes and name what the store takes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from pyojeong.stickers.preflight.case import Case, Item
from pyojeong.stickers.preflight.finding import Finding, Said, Severity
from pyojeong.stickers.stores.specs import FileSpec, StickerFormat


def unreadable(case: Case) -> Iterator[Finding]:
    """Files that are no pictures, are damaged, or are links."""
    for file in case.pack.files:
        if file.problem is not None:
            says = Said(f"{file.name}: {file.problem.korean}", f"{file.name}: {file.problem.english}")
            mend = Said(
                "그림을 만든 프로그램에서 다시 내보내 이 파일을 바꿔 주세요.",
                "Export the picture again from the program it was made with.",
            )
            yield Finding(f"unreadable-{file.problem.kind}", Severity.ERROR, file.name, says, mend)
    for problem in case.pack.problems:
        mend = Said("바로가기 대신 파일 자체를 넣어 주세요.", "Put the file itself in its place.")
        yield Finding(problem.kind, Severity.WARNING, "", Said(problem.korean, problem.english), mend)


def formats(case: Case) -> Iterator[Finding]:
    """What a file is, whatever its name says."""
    for item in case.items:
        facts = item.file.picture
        if facts is None or _is_format(facts.format, item.spec):
            continue
        wanted, got = item.spec.format.value.upper(), facts.format.upper()
        says = Said(
            f"{item.name}: {wanted} 파일이어야 하는데 {got} 파일입니다.",
            f"{item.name} should be {wanted}, but is {got}.",
        )
        mend = Said(
            f"이름만 바꾸지 말고 {wanted} 형식으로 다시 내보내세요.",
            f"Export it as {wanted}; renaming it is not enough.",
        )
        yield case.broken("size", "format", item.name, says, mend, measured=got, limit=wanted)


def _is_format(got: str, spec: FileSpec) -> bool:
    """Whether it is of the format, moving or not: how much it moves is another check's."""
    family = {StickerFormat.PNG: {"png", "apng"}, StickerFormat.APNG: {"png", "apng"}}
    return got in family.get(spec.format, {spec.format.value})


def sizes(case: Case) -> Iterator[Finding]:
    """Width and height."""
    for item in case.items:
        facts = item.file.picture
        if facts is None or item.spec.takes_size(facts.size_wh):
            continue
        (width, height), limit = facts.size_wh, _size_rule(item.spec)
        says = Said(
            f"{item.name}: 크기가 {width}×{height}픽셀인데 {limit.korean}이어야 합니다.",
            f"{item.name} is {width}×{height} px, but must be {limit.english}.",
        )
        yield case.broken(
            "icons" if not item.is_sticker else "size",
            "size",
            item.name,
            says,
            _size_mend(item.spec, facts.size_wh),
            measured=f"{width}×{height}",
            limit=limit.korean,
        )


def _size_rule(spec: FileSpec) -> Said:
    width, height = spec.max_wh
    if spec.exact:
        return Said(f"{width}×{height}픽셀", f"{width}×{height} px")
    korean, english = [f"{width}×{height}픽셀 이하"], [f"at most {width}×{height} px"]
    if spec.one_side_at_least:
        korean.append(f"한 변은 {spec.one_side_at_least}픽셀 이상")
        english.append(f"one side at least {spec.one_side_at_least} px")
    if spec.even:
        korean.append("가로세로 짝수")
        english.append("both sides even")
    return Said(", ".join(korean), ", ".join(english))


def _size_mend(spec: FileSpec, size_wh: tuple[int, int]) -> Said:
    width, height = spec.draw_wh
    if size_wh[0] <= width and size_wh[1] <= height and width - size_wh[0] + height - size_wh[1] <= 12:
        return Said(
            f"모자란 쪽에 투명한 여백을 더해 {width}×{height}으로 내보내세요. 늘리면 흐려집니다.",
            f"Add transparent pixels up to {width}×{height}; stretching would blur it.",
        )
    return Said(
        f"원본에서 {width}×{height}픽셀로 다시 내보내세요. 비율이 다르면 투명한 여백으로 맞춥니다.",
        f"Export it from the original at {width}×{height} px; fill other proportions with transparent pixels.",
    )


def weights(case: Case) -> Iterator[Finding]:
    """Bytes, reading a KB as 1,000."""
    for item in case.items:
        most, got = item.spec.bytes_max, item.file.bytes
        if got <= most:
            continue
        measured, limit = f"{got / 1000:,.1f} KB", f"{most / 1000:,.0f} KB"
        says = Said(
            f"{item.name}: 용량이 {measured}인데 {limit}까지입니다.",
            f"{item.name} has {measured}, but {limit} are the most.",
        )
        yield case.broken("bytes", "bytes", item.name, says, _weight_mend(item), measured=measured, limit=limit)


def _weight_mend(item: Item) -> Said:
    facts = item.file.picture
    if facts is not None and facts.moves:
        return Said(
            "색 수를 줄이고(256색 이하), 그래도 크면 장면 수를 줄이세요.",
            "Use fewer colours (256 or less), and if that is not enough, fewer frames.",
        )
    return Said(
        "색 수를 줄여(PNG 256색) 다시 저장하세요. 결이나 번짐 효과가 많으면 줄이는 것이 좋습니다.",
        "Save it with fewer colours (PNG of 256); grain and soft effects cost the most.",
    )


def names(case: Case) -> Iterator[Finding]:
    """File names: those the store gives, and none that other systems cannot read."""
    for item in case.items:
        if item.name == item.wanted:
            continue
        odd = any(ord(letter) > 126 or letter in ' "*<>?|' for letter in item.name)
        severity = case.weight("names") if odd else Severity.NOTE
        if odd and severity is Severity.ERROR:
            severity = Severity.WARNING  # no store was found to say that it refuses them
        says = Said(
            f"{item.name}: 파일 이름이 {item.wanted}이(가) 아닙니다."
            + (" 한글이나 빈칸이 든 이름은 다른 컴퓨터에서 깨질 수 있습니다." if odd else ""),
            f"{item.name} is not called {item.wanted}."
            + (" Names with Hangul or spaces may break on other systems." if odd else ""),
        )
        mend = Said(f"파일 이름은 {item.wanted}이어야 합니다. 이름을 바꾸세요.", f"Call it {item.wanted}.")
        yield Finding("name", severity, item.name, says, mend, item.name, item.wanted, case.source("names"))


def strangers(case: Case) -> Iterator[Finding]:
    """Files that are neither stickers nor icons nor asked for by the store."""
    manifest = {"contents.json"} if case.store.manifest else set()
    shown = {item.name for item in case.items}
    extra = [file.name for file in case.pack.files if file.name not in shown | manifest]
    if extra:
        listed = ", ".join(extra[:3]) + (" …" if len(extra) > 3 else "")
        says = Said(f"그림이 아닌 파일이 들어 있습니다: {listed}", f"There are files that are no pictures: {listed}")
        mend = Said("상점에 올릴 폴더에서는 빼 주세요.", "Leave them out of what you upload.")
        yield Finding("stranger", Severity.NOTE, "", says, mend, str(len(extra)), "0", others=tuple(extra))
    inside = [item.name for item in case.stickers if len(PurePosixPath(item.name).parts) > 1]
    if inside:
        says = Said(f"그림이 안쪽 폴더에 있습니다: {inside[0]}", f"Pictures are in an inner folder: {inside[0]}")
        mend = Said("모든 그림을 한 폴더에 두세요.", "Put all pictures into one folder.")
        yield Finding("nested", Severity.NOTE, "", says, mend, others=tuple(inside))
