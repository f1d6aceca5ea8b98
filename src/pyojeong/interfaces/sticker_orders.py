"""One sticker as it is ordered at the doors: what is shown, what is said, and as what file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Protocol

from pyojeong.emotion import Emotion, Mood
from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring
from pyojeong.interfaces.caption_fonts import font_notices
from pyojeong.interfaces.emotion_spec import mood_of
from pyojeong.media import Clip, Image
from pyojeong.performing.character import Character, design_of
from pyojeong.performing.character.acts import Act, act_for, moments_for, portrait_for
from pyojeong.performing.character.figure import Design
from pyojeong.performing.character.sheet import CHAT_PX, contact_sheet
from pyojeong.rig.compose import compose
from pyojeong.rig.expression import Expression
from pyojeong.stickers.captions import Voice
from pyojeong.stickers.captions.typed import standing_for
from pyojeong.stickers.composing import Composition, act_called, captions_for, compose_sticker
from pyojeong.stickers.packing import Sticker

AUTO, NO_CAPTION = "auto", "none"
#: Suffix → media type of every file a sticker becomes.
STICKER_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "svg": "image/svg+xml",
        "png": "image/png",
        "webp": "image/webp",
        "gif": "image/gif",
        "apng": "image/apng",
        "mp4": "video/mp4",
    }
)
_ALWAYS_MOVING = ("gif", "apng", "mp4")
SIZE_RANGE = (16, 4096)
FRAME_SIDE_MOST = 1024
"""Pixels of a side of what moves: 24 frames of it are some hundred megabytes."""
_SECOND_SHARE = 0.25
"""Share from which a second emotion is seen beside the first."""
_SAID_OUTRIGHT = 4
"""Letters from which the words of a moment leave no doubt: 생일축하, 집에간다; shorter ones are said in passing."""
_LOOKED_AT = 5
"""Lines of the bank among which one may say what a long text says."""
_NO_LINE = (
    "글이 길고 같은 뜻의 글귀도 없어 글귀 없이 그렸습니다. 짧은 글귀를 적어 주세요.",
    "The text is long and no caption says the same, so there are no words; give a short caption.",
)
_LEAST = 0.05
"""A feeling weaker than this is played as it; an act of no intensity at all is none."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A sticker that was ordered, and what people should be told about how it came to be."""

    sticker: Sticker
    notices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class StickerOrder:
    """What was asked for; exactly one of emotion, text, moment, expression and mood.

    Attributes:
        emotion: An emotion spec such as ``슬픔:0.7``; its portrait, standing.
        text: Korean text whose mood is shown, by whatever its design does then.
        moment: Name of a moment, e.g. ``off-work``.
        expression: Set by hand.
        caption: ``auto``, ``none`` or the words.
        voice: How the words of ``auto`` speak.
        mood: Read already; shown as an emotion is.

    >>> StickerOrder(moment="off-work", caption="auto").shown(Character("mascot")).sticker.caption
    '퇴근이다!'
    """

    emotion: str | None = None
    text: str | None = None
    moment: str | None = None
    expression: Expression | None = None
    caption: str = NO_CAPTION
    voice: Voice = Voice.BANMAL
    mood: Mood | None = None

    def __post_init__(self) -> None:
        asked = (self.emotion, self.text, self.moment, self.expression, self.mood)
        given = [what for what in asked if what is not None]
        if len(given) != 1:
            raise PyojeongError(
                f"emotion, text, moment, expression 가운데 하나를 주세요; 지금은 {len(given)}개입니다.",
                f"Give one of emotion, text, moment or expression; there are {len(given)}.",
                kind="what",
            )

    def shown(self, character: Character, *, moves: bool = False) -> Shown:
        """The sticker.

        Raises:
            PyojeongError: When a spec or a moment is unknown, or the text cannot be read.
        """
        design = design_of(character)
        mood = self._felt()
        act = self._act(design, mood)
        caption, model, notices = self._words(act, mood)
        sticker = compose_sticker(character, act, caption=caption, voice=self.voice, moves=moves, text_model=model)
        return Shown(sticker, (*notices, *font_notices([sticker])))

    def _felt(self) -> Mood | None:
        if self.mood is not None:
            return self.mood
        if self.emotion is not None:
            return mood_of(self.emotion)
        return None if self.text is None else wiring.text_reader().read(self.text).mood

    def _act(self, design: Design, mood: Mood | None) -> Act:
        if self.moment is not None:
            return act_called(self.moment, design=design)
        if self.expression is not None:
            act = act_called("neutral", design=design)
            return replace(act, key=replace(act.key, expression=self.expression, eyes=None, mouth=None))
        if mood is None:
            raise ValueError("an order must have a mood, a moment or an expression")
        if self.text is None:
            return act_of_mood(mood, design, playing=portrait_for)
        spoken = moment_in(self.text, mood.leading)
        return act_of_mood(mood, design, playing=act_for) if spoken is None else act_called(spoken, design=design)

    def _words(self, act: Act, mood: Mood | None) -> tuple[str, str | None, tuple[tuple[str, str], ...]]:
        """The caption, the model that wrote it, and what to tell."""
        if self.caption == NO_CAPTION or (self.caption == AUTO and self.expression is not None):
            return "", None, ()
        if self.caption != AUTO:
            return self.caption, None, ()
        if self.text is None or mood is None:
            return next(iter(captions_for(act, voice=self.voice, count=1)), act.korean), None, ()
        return _written(self.text, mood, self.voice)


def moment_in(text: str, emotion: Emotion) -> str | None:
    """The moment that ``text`` speaks of in so many words; None when there is none.

    A word in passing counts only for moments that feel like ``emotion``; words as long as `_SAID_OUTRIGHT` count for
    themselves: “생일 축하해” is a birthday, whatever was read in it.

    >>> moment_in("드디어 퇴근이다! 집에 가자", Emotion.JOY), moment_in("오늘은 그냥 그랬어", Emotion.NEUTRAL)
    ('off-work', None)
    >>> moment_in("생일 축하해", Emotion.SADNESS)
    'birthday'
    """
    said = "".join(text.split())
    for act in moments_for(text):
        tags = [tag for tag in act.tags if len(tag) > 1 and tag in said]
        if tags and (act.emotion is emotion or max(map(len, tags)) >= _SAID_OUTRIGHT):
            return act.name
    return None


class _Playing(Protocol):
    """How an emotion becomes an act."""

    def __call__(self, emotion: Emotion, intensity: float, /, *, design: Design) -> Act: ...


def act_of_mood(mood: Mood, design: Design, *, playing: _Playing) -> Act:
    """What ``playing`` does in ``mood``: the act of its leading emotion, its face the mood's own where it is mixed.

    >>> from pyojeong.performing.character import DESIGNS
    >>> act_of_mood(mood_of("joy:0.3"), DESIGNS["mascot"], playing=act_for).name
    'joy'
    """
    act = playing(mood.leading, max(_LEAST, mood.intensity), design=design)
    second = sorted(mood.shares.values())[-2]
    if second < _SECOND_SHARE:
        return act
    return replace(act, key=replace(act.key, expression=compose(mood), eyes=None, mouth=None))


def _written(text: str, mood: Mood, voice: Voice) -> tuple[str, str | None, tuple[tuple[str, str], ...]]:
    """A language model's words where the settings name one; else the text itself, or a line that says the same."""
    written = wiring.written_captions(text, mood, voice, count=_LOOKED_AT)
    if written.model is not None:
        return (written[0] if written else ""), written.model, written.notices
    line = standing_for(text, written)
    return line or "", None, written.notices if line else (*written.notices, _NO_LINE)


def drawn_bytes(sticker: Sticker, suffix: str, size_px: int) -> bytes:
    """The sticker as a file, ``size_px`` on a side.

    Raises:
        PyojeongError: On an unknown format or a size that is not drawn.
    """
    check_size(suffix, size_px, moves=_moves(sticker))
    if suffix == "svg":
        picture = sticker.picture_of
        if not isinstance(picture, Composition):
            raise ValueError("only drawn stickers have an SVG")
        return picture.svg((size_px, size_px)).encode("utf-8")
    drawn = sticker.picture_of((size_px, size_px))
    if isinstance(drawn, Clip):
        return wiring.drawn_clip_bytes(drawn, suffix)
    return wiring.drawn_picture_bytes(drawn, suffix)


def moves_as(suffix: str, *, moving: bool) -> bool:
    """Whether a file of this kind moves; webp and png do when ``moving`` is asked.

    Raises:
        PyojeongError: On a format that is not written, or one that cannot move.
    """
    if suffix not in STICKER_TYPES:
        known = ", ".join(STICKER_TYPES)
        raise PyojeongError(
            f"캐릭터는 {known}(으)로 저장할 수 있는데 {suffix or '확장자 없음'}입니다.",
            f"A character is saved as {known}, but got {suffix or 'no extension'}.",
            kind="unknown-format",
        )
    if moving and suffix == "svg":
        raise PyojeongError("svg는 움직이지 않습니다.", "An svg does not move.", kind="unknown-format")
    return moving or suffix in _ALWAYS_MOVING


def check_size(suffix: str, size_px: int, *, moves: bool) -> None:
    """Nothing when a side of so many pixels is drawn.

    Raises:
        PyojeongError: When it is not.
    """
    low, high = SIZE_RANGE[0], FRAME_SIDE_MOST if moves else SIZE_RANGE[1]
    if not low <= size_px <= high:
        raise PyojeongError(
            f"크기는 {low}–{high}픽셀이어야 하는데 {size_px}입니다.",
            f"The size must be {low}–{high} px, but got {size_px}.",
            kind="size",
        )


def _moves(sticker: Sticker) -> bool:
    return isinstance(sticker.picture_of, Composition) and sticker.picture_of.moves


def drawn_image(character: Character, order: StickerOrder, size_px: int) -> tuple[Image, tuple[tuple[str, str], ...]]:
    """The still of an order, and what people should be told about how it came to be."""
    check_size("png", size_px, moves=False)
    shown = order.shown(character)
    drawn = shown.sticker.picture_of((size_px, size_px))
    if not isinstance(drawn, Image):
        raise ValueError("a still must be drawn as an image")
    return drawn, shown.notices


def drawn_sheet(character: Character, cell_px: int) -> Image:
    """Every emotion of a character on one sheet, large pictures ``cell_px`` wide.

    Raises:
        PyojeongError: On a size that is not drawn.
    """
    low, high = 2 * CHAT_PX, FRAME_SIDE_MOST
    if not low <= cell_px <= high:
        raise PyojeongError(
            f"큰 그림의 크기는 {low}–{high}픽셀이어야 하는데 {cell_px}입니다.",
            f"A large picture must be {low}–{high} px, but got {cell_px}.",
            kind="size",
        )
    return contact_sheet(character, cell_px=cell_px)
