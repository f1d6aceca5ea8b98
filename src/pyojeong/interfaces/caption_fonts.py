"""What people are told when a caption's font lacks a letter."""

from __future__ import annotations

from collections.abc import Iterable

from pyojeong.stickers.packing import Sticker

Notice = tuple[str, str]


def font_notices(stickers: Iterable[Sticker]) -> tuple[Notice, ...]:
    """Which captions are written in another font than they are dressed in, in Korean and English; empty for none.

    >>> from pyojeong.performing.character import Character
    >>> from pyojeong.stickers.composing import compose_sticker
    >>> font_notices([compose_sticker(Character("mascot"), "scared", caption="뷁!")])[0][0]
    '꾸밈 글꼴에 없는 글자가 있어 글귀 전체를 기본 글꼴로 씁니다: “뷁!”의 뷁.'

    Raises:
        PyojeongError: When a caption cannot be lettered at all.
    """
    lost = [(sticker.caption, sticker.lacking) for sticker in stickers if sticker.lacking]
    if not lost:
        return ()
    korean = ", ".join(f"“{caption}”의 {letters}" for caption, letters in lost)
    english = ", ".join(f"{letters} of “{caption}”" for caption, letters in lost)
    return (
        (
            f"꾸밈 글꼴에 없는 글자가 있어 글귀 전체를 기본 글꼴로 씁니다: {korean}.",
            f"Fonts lack letters, so these captions are in the plain one: {english}.",
        ),
    )
