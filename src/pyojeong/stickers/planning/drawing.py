"""A plan becomes a pack, and the pack the folder a store wants."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from pyojeong.media.clip_encoding import Progress
from pyojeong.processes import cores
from pyojeong.stickers.composing import compose_sticker
from pyojeong.stickers.packing import Pack, Sticker, WrittenPack, write_pack
from pyojeong.stickers.packing.writing import check_suits
from pyojeong.stickers.planning.crew import encoded_beside
from pyojeong.stickers.planning.plan import PackPlan

_ICON_MOMENT = "joy"


def pack_of(plan: PackPlan) -> Pack:
    """The stickers of the plan; each is drawn when it is asked for its picture.

    >>> from pyojeong.performing.character import Character
    >>> from pyojeong.stickers.planning.choosing import plan_pack
    >>> pack = pack_of(plan_pack("discord", Character("mascot"), count=3))
    >>> len(pack.stickers), [len(sticker.emoji) for sticker in pack.stickers]
    (3, [1, 1, 1])
    """
    stickers = tuple(_sticker(plan, number) for number in range(1, len(plan.items) + 1))
    icons_move = any(icon.file.motion for icon in plan.rules.icons)
    icon = compose_sticker(plan.character, _ICON_MOMENT, moves=icons_move, name="icon")
    return Pack(plan.title, plan.author, stickers, icon if plan.rules.icons else None)


def check_plan(plan: PackPlan) -> None:
    """Nothing when the store takes a pack of this number and title.

    Raises:
        PyojeongError: When it does not.
    """
    check_suits(pack_of(plan), plan.rules)


def draw_pack(
    plan: PackPlan, folder: str | Path, *, progress: Progress | None = None, workers: int | None = None
) -> WrittenPack:
    """The pack drawn and written into ``folder``.

    Stopped half way, the same call goes on from there; see `write_pack`. Where many files have to be made, processes
    beside this one make them.

    Args:
        plan: What to draw.
        folder: New, empty, or a pack written here before, which is replaced.
        progress: Told the share [0, 1] after every file; what it raises stops the work and reaches the caller.
        workers: Processes at work; as many as there are cores when None, 1 for this process alone.

    Raises:
        PyojeongError: When the plan does not suit its store, a file does not fit, or the place cannot be written.
    """
    pack = pack_of(plan)
    hands = cores() if workers is None else workers
    if hands < 2:
        return write_pack(pack, plan.rules, folder, progress=progress)
    return write_pack(pack, plan.rules, folder, progress=progress, encode=partial(encoded_beside, plan, workers=hands))


def _sticker(plan: PackPlan, number: int) -> Sticker:
    item, limits = plan.items[number - 1], plan.rules.emoji
    sticker = compose_sticker(
        plan.character,
        item.moment,
        caption=item.caption or None,
        voice=item.voice,
        stressed=item.stressed,
        moves=plan.moves(number),
        text_model=item.text_model,
    )
    return sticker if limits is None else replace(sticker, emoji=sticker.emoji[: limits[1]])
