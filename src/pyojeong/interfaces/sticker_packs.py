"""Plans and packs as the doors handle them: read from what a person names, drawn, told."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.caption_fonts import Notice, font_notices
from pyojeong.interfaces.characters import document_from
from pyojeong.interfaces.documents import read_document, write_document
from pyojeong.performing.character import Character, choices_of, design_of
from pyojeong.performing.character.character import FORMAT as CHARACTER_FORMAT
from pyojeong.stickers.captions import Voice
from pyojeong.stickers.packing import WrittenPack
from pyojeong.stickers.planning import PackPlan, draw_pack, dumps, heard, pack_of, plan_pack, shortfalls
from pyojeong.stickers.planning.plan import FORMAT as PLAN_FORMAT

FORMAT = "pyojeong.drawn-pack/1"


def plan_or_character(path: Path) -> PackPlan | Character:
    """The plan or the character in a file, by its ``format``.

    Raises:
        PyojeongError: When it is neither, or does not fit.
    """
    document = document_from(read_document(path), path.name)
    kind = document.get("format") if isinstance(document, Mapping) else None
    if kind == PLAN_FORMAT:
        return PackPlan.from_dict(document)
    if kind == CHARACTER_FORMAT:
        character = Character.from_dict(document)
        choices_of(character)
        return character
    raise PyojeongError(
        f"{path.name}은(는) 캐릭터({CHARACTER_FORMAT})도 팩 계획({PLAN_FORMAT})도 아닙니다: format {kind!r}.",
        f"{path.name} is neither a character ({CHARACTER_FORMAT}) nor a plan ({PLAN_FORMAT}): format {kind!r}.",
        kind="bad-plan",
    )


def load_plan(path: Path) -> PackPlan:
    """The plan in a file.

    Raises:
        PyojeongError: When it is none.
    """
    found = plan_or_character(path)
    if isinstance(found, PackPlan):
        return found
    raise PyojeongError(
        f"{path.name}은(는) 팩 계획이 아니라 캐릭터입니다.", f"{path.name} is a character, no plan.", kind="bad-plan"
    )


def save_plan(plan: PackPlan, path: Path) -> None:
    """Write the plan, whole or not at all.

    Raises:
        PyojeongError: When the place cannot be written.
    """
    write_document(path, dumps(plan))


def planned(
    store: str,
    character: Character,
    *,
    count: int | None = None,
    voice: Voice = Voice.BANMAL,
    seed: int = 0,
    wishes: str = "",
    title: str | None = None,
    author: str = "",
) -> tuple[PackPlan, tuple[Notice, ...]]:
    """A plan, and what of the wishes was not understood or is not there so often.

    Raises:
        PyojeongError: As `plan_pack`.
    """
    plan = plan_pack(store, character, count=count, voice=voice, seed=seed, wishes=wishes, title=title, author=author)
    understood = heard(wishes)
    short = shortfalls(understood, design_of(character), len(plan.items))
    pieces = ", ".join(f"‘{piece}’" for piece in understood.unheard)
    if not pieces:
        return plan, short
    return plan, (
        *short,
        (f"알아듣지 못한 바람: {pieces}.", f"Wishes that were not understood: {pieces}."),
    )


def plan_notices(plan: PackPlan) -> tuple[Notice, ...]:
    """What to tell of a plan before it is drawn.

    Raises:
        PyojeongError: When a caption cannot be lettered at all.
    """
    return font_notices(pack_of(plan).stickers)


def pack_json(plan: PackPlan, written: WrittenPack) -> dict[str, Any]:
    """`pyojeong.drawn-pack/1` of a plan."""
    return written_json(plan.title, plan.store, written, plan_notices(plan))


def written_json(title: str, store: str, written: WrittenPack, notices: Iterable[Notice]) -> dict[str, Any]:
    """`pyojeong.drawn-pack/1`: where the pack is, each file, and what to tell."""
    return {
        "format": FORMAT,
        "title": title,
        "store": store,
        "folder": str(written.folder),
        "archive": str(written.archive),
        "files": [
            {
                "name": file.name,
                "bytes": file.bytes,
                "sha256": file.sha256,
                "how": dict(file.how),
                "ssim": file.ssim,
                "delta_e": file.delta_e,
                "drawn": file.drawn,
            }
            for file in written.files
        ],
        "notices": [korean for korean, _ in notices],
    }


def pack_zip(plan: PackPlan) -> bytes:
    """The whole pack as one archive: what the store gets under ``upload/``, sheets and records beside it.

    Raises:
        PyojeongError: As `draw_pack`.
    """
    return zip_of(lambda folder: draw_pack(plan, folder, workers=1))


def zip_of(write: Callable[[Path], WrittenPack]) -> bytes:
    """The archive of a pack that ``write`` puts into the folder it is given."""
    with tempfile.TemporaryDirectory(prefix="pyojeong-") as folder:
        return zipped(write(Path(folder) / "pack"))


def zipped(written: WrittenPack) -> bytes:
    """The whole pack as one archive: what the store gets under ``upload/``, sheets and records beside it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(written.folder.rglob("*")):
            if path.is_file() and path != written.archive:
                archive.write(path, path.relative_to(written.folder))
    return buffer.getvalue()
