"""A pack of photo stickers: everyday moments a face alone can show, in the shares packs have."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from pyojeong.errors import PyojeongError
from pyojeong.performing.character.acts import Act
from pyojeong.stickers.captions import CaptionBank, Voice
from pyojeong.stickers.composing import act_called, captions_for
from pyojeong.stickers.packing import Pack, Sticker
from pyojeong.stickers.photo_stickers.bust import Bust
from pyojeong.stickers.photo_stickers.sticker import photo_sticker
from pyojeong.stickers.planning.choosing import usual_count
from pyojeong.stickers.stores import Store, check_count, find_store

PHOTO_MOMENTS = (
    *("hello", "thank-you", "ok", "laugh", "sorry", "angry", "surprised", "off-work", "finger-heart", "good-night"),
    *("cheer-up", "sadness", "what", "hooray", "tired", "bye", "embarrassed", "no", "please", "good-morning"),
    *("clap", "annoyed", "moved", "sleepy", "hungry", "giggle", "dont-know", "miss-you", "worried", "idea"),
    *("disgusted", "proud", "thanks-a-lot", "shy", "waiting", "furious", "welcome", "speechless", "begging", "joy"),
)
"""Moments a face alone can tell, in the order packs take them: whoever takes eight has one of every kind."""


@cache
def photo_acts() -> tuple[Act, ...]:
    """The acts of `PHOTO_MOMENTS`.

    >>> len(photo_acts())
    40
    """
    return tuple(act_called(name) for name in PHOTO_MOMENTS)


def photo_pack(
    bust: Bust,
    store: Store | str,
    *,
    count: int | None = None,
    voice: Voice = Voice.BANMAL,
    title: str = "내 얼굴 스티커",
    author: str = "",
    label: bool = True,
) -> Pack:
    """Stickers of the person for ``store``, each drawn when it is asked for; `write_pack` makes the files.

    Args:
        bust: The person.
        store: Where they go, or its name.
        count: How many; what is usual for the store when None.
        voice: How the captions speak.
        title: As the store shows it.
        author: As the store shows it.
        label: Whether a small label says that the photo was edited.

    Raises:
        PyojeongError: When the store takes another number, or more than there are moments.
    """
    store = find_store(store) if isinstance(store, str) else store
    bank, said = CaptionBank.shipped(), [""]
    stickers: list[Sticker] = []
    for number, act in enumerate(photo_acts()[: _checked(store, count)], start=1):
        said.append(next(iter(captions_for(act, voice=voice, bank=bank, avoid=said, count=1)), ""))
        moves, limits = store.part_of(number).file.motion is not None, store.emoji
        sticker = photo_sticker(bust, act, caption=said[-1], moves=moves, label=label)
        stickers.append(sticker if limits is None else replace(sticker, emoji=sticker.emoji[: limits[1]]))
    moving_icon = any(icon.file.motion for icon in store.icons)
    icon = photo_sticker(bust, "hello", moves=moving_icon, label=label, name="icon") if store.icons else None
    return Pack(title, author, tuple(stickers), icon)


def _checked(store: Store, count: int | None) -> int:
    wanted, most = usual_count(store) if count is None else check_count(store, count), len(photo_acts())
    if wanted <= most:
        return wanted
    raise PyojeongError(
        f"얼굴 하나로 서로 다르게 보이는 순간은 {most}가지인데 사진 스티커 {wanted}개를 바라셨습니다.",
        f"A face alone can tell {most} moments apart, but {wanted} photo stickers were asked.",
        kind="count",
    )


def photo_notice(store: Store) -> tuple[str, str]:
    """What the store says of photos, in Korean and English; told before a pack of photos is made.

    >>> photo_notice(find_store("kakao"))[0][:25]
    '카카오 이모티콘 (멈춰있는): 사진 스티커를 '
    """
    rule = store.declaration
    korean, english = _RULES[rule.photo]
    return f"{store.korean}: {korean} {rule.korean}", f"{store.english}: {english} {rule.english}"


_RULES = {
    "barred": ("사진 스티커를 받지 않습니다.", "Photo stickers are not taken."),
    "declare": ("신청할 때 사진을 썼다고 밝혀야 합니다.", "The use of a photo has to be declared."),
    "unanswered": ("사진 스티커를 받는지 확인되지 않았습니다.", "Whether photo stickers are taken is not known."),
}
