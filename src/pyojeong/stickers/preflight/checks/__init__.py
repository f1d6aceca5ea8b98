"""Every check, in the order of the report. A check is a function: a `Case` in, findings out."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pyojeong.stickers.preflight.case import Case
from pyojeong.stickers.preflight.checks import (
    captions,
    declaration,
    emotions,
    files,
    ground,
    motion,
    numbers,
    pictures,
    poses,
    words,
)
from pyojeong.stickers.preflight.finding import Finding

Check = Callable[[Case], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    numbers.counts,
    numbers.icons,
    numbers.archive,
    numbers.manifest,
    numbers.emoji,
    numbers.title,
    files.unreadable,
    files.formats,
    files.sizes,
    files.weights,
    files.names,
    files.strangers,
    motion.stillness,
    motion.times,
    motion.sound,
    motion.liveliness,
    ground.transparency,
    ground.standing_out,
    pictures.margins,
    pictures.specks,
    pictures.halos,
    pictures.photos,
    pictures.smallness,
    poses.twins,
    emotions.emotions,
    captions.captions,
    captions.fonts,
    words.manners,
    declaration.declared,
    declaration.changed,
)

__all__ = ["CHECKS", "Check"]
