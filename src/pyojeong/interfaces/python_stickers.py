"""The Python API's verbs on characters, captions and packs.

>>> import pyojeong
>>> bori = pyojeong.new_character("mascot", name="보리", chosen={"ears": "cat"})
>>> pyojeong.draw_character(bori, "기쁨:0.8", 120).size_wh
(120, 120)
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from pyojeong.emotion import Emotion, Mood
from pyojeong.interfaces import characters, photo_characters, sticker_packs, wiring
from pyojeong.interfaces.caption_writers import Captions, voice_of
from pyojeong.interfaces.emotion_spec import is_emotion_spec
from pyojeong.interfaces.sticker_orders import NO_CAPTION, StickerOrder, drawn_image
from pyojeong.media import Image
from pyojeong.media.opening import ImageSource
from pyojeong.performing.character import Character
from pyojeong.rig import Expression
from pyojeong.stickers.captions import Voice
from pyojeong.stickers.composing import known_moments
from pyojeong.stickers.likeness import Likeness
from pyojeong.stickers.packing import WrittenPack, write_pack
from pyojeong.stickers.planning import PackPlan
from pyojeong.stickers.planning import draw_pack as drawn
from pyojeong.stickers.stores import find_store

_LOG = logging.getLogger(__name__)
Shown = Emotion | Mood | Expression | str
"""What a character may be asked to show; a `str` is a moment's name, an emotion spec, or else Korean text."""


def new_character(
    design: str = characters.FIRST_DESIGN,
    *,
    name: str = "",
    chosen: Mapping[str, float | str] | None = None,
    seed: int | None = None,
) -> Character:
    """A character of ``design``: as it rests, or by chance where a ``seed`` is given; ``chosen`` wins over both.

    Raises:
        PyojeongError: When there is no such design, or it does not offer what was chosen; with what there is.
    """
    return characters.new_character(design, name=name, chosen=chosen, seed=seed)


def load_character(path: str | Path) -> Character:
    """The character in a `pyojeong.character/1` file.

    Raises:
        PyojeongError: When it is none.
    """
    return characters.load_character(Path(path))


def save_character(character: Character, path: str | Path) -> None:
    """Write the character, whole or not at all.

    Raises:
        PyojeongError: When the place cannot be written.
    """
    characters.save_character(character, Path(path))


def draw_character(
    character: Character, what: Shown, size: int = 360, *, caption: str = NO_CAPTION, voice: Voice | str = Voice.BANMAL
) -> Image:
    """The character showing ``what``: RGBA, transparent, ``size`` pixels on a side.

    Args:
        character: Whom to draw.
        what: An emotion, a mood, an expression, a moment such as ``off-work``, a spec such as ``슬픔:0.7``, or text.
        size: 16 to 4096 pixels.
        caption: ``auto``, ``none`` or the words.
        voice: How the words of ``auto`` speak.

    Raises:
        PyojeongError: When something asked for is not there, with what is; or text cannot be read.
    """
    image, notices = drawn_image(character, _order(what, caption, _voice(voice)), size)
    _tell(notices)
    return image


def suggest_captions(text: str, *, voice: Voice | str = Voice.BANMAL, count: int = 5) -> Captions:
    """Captions that suit Korean text, the best first; written by whom the settings name, else from the written bank.

    A sequence of texts; its ``model`` names the language model that wrote them, for `PlanItem.text_model`.

    >>> found = suggest_captions("드디어 퇴근이다!", count=1)
    >>> list(found), found.model
    (['퇴근이다!'], None)

    Raises:
        PyojeongError: When the text cannot be read, or the count is not 1 to 20.
    """
    mood = wiring.text_reader().read(text).mood
    found = wiring.written_captions(text, mood, _voice(voice), count=count)
    _tell(found.notices)
    return found


def plan_pack(
    store: str,
    character: Character,
    *,
    count: int | None = None,
    voice: Voice | str = Voice.BANMAL,
    seed: int = 0,
    wishes: str = "",
    title: str | None = None,
    author: str = "",
) -> PackPlan:
    """A plan for ``store`` that covers everyday moments; ``wishes`` in Korean: ``회사원용, 퇴근 많이``.

    Raises:
        PyojeongError: When store or count is not one there is.
    """
    how = _voice(voice)
    plan, notices = sticker_packs.planned(
        store, character, count=count, voice=how, seed=seed, wishes=wishes, title=title, author=author
    )
    _tell(notices)
    return plan


def draw_pack(
    plan: PackPlan,
    folder: str | Path,
    *,
    progress: Callable[[float], None] | None = None,
    workers: int | None = None,
) -> WrittenPack:
    """The pack drawn into ``folder``; stopped half way, the same call goes on from there.

    Args:
        plan: What to draw.
        folder: New, empty, or a pack written here before, which is replaced.
        progress: Told the share [0, 1] after every file; what it raises stops the work.
        workers: Processes at work; as many as there are cores when None.

    Raises:
        PyojeongError: When the plan does not suit its store, a file does not fit, or the place cannot be written.
    """
    _tell(sticker_packs.plan_notices(plan))
    return drawn(plan, folder, progress=progress, workers=workers)


def character_from_photo(
    image: ImageSource | Image,
    design: str = photo_characters.FIRST_PERSON_DESIGN,
    *,
    face: int | None = None,
    name: str = "",
    seed: int = 0,
) -> Likeness:
    """The person in a photo drawn as ``design``: ``.character``, and in ``.asked`` what it left unsure.

    Args:
        image: The photo; it is looked at and let go.
        design: Any design; animals take colours and glasses.
        face: Number of the face, 0 the largest; needed where several are alike in size.
        name: What the character is called.
        seed: Of the small accidents of hand-drawn lines.

    Raises:
        PyojeongError: When there is no face to work with, or several and none was chosen, or no such design.
    """
    person = photo_characters.person_in(wiring.opened_image(image), face=face)
    return person.as_character(design, name=name, seed=seed)


def draw_photo_pack(
    image: ImageSource | Image,
    store: str,
    folder: str | Path,
    *,
    face: int | None = None,
    count: int | None = None,
    voice: Voice | str = Voice.BANMAL,
    title: str | None = None,
    mark: bool | None = None,
    progress: Callable[[float], None] | None = None,
) -> WrittenPack:
    """Stickers of the person in a photo, performing, cut out and captioned, in ``folder``.

    Args:
        image: The photo.
        store: What the files are for; `declaration.md` in the folder has its rule on photos.
        folder: New, empty, or a pack written here before, which is replaced.
        face: Number of the face, 0 the largest; needed where several are alike in size.
        count: How many; what is usual for the store when None.
        voice: How the captions speak.
        title: As the store shows it.
        mark: Whether a small label says that the photo was edited; as the settings say when None.
        progress: Told the share [0, 1] after every file; what it raises stops the work.

    Raises:
        PyojeongError: As `character_from_photo`; when the number does not suit; when the place cannot be written.
    """
    pack, (_, *notices) = photo_characters.photo_pack_of(
        wiring.opened_image(image), store, face=face, count=count, voice=_voice(voice), title=title, label=mark
    )
    _tell(notices)  # the store's rule on photos, the first of them, stands on the declaration sheet
    return write_pack(pack, find_store(store), folder, progress=progress)


def _tell(notices: Iterable[tuple[str, str]]) -> None:
    """What a door with a screen would show goes to the log: nothing of a fallback is hidden."""
    for korean, english in notices:
        _LOG.warning("%s (%s)", korean, english)


def _voice(voice: Voice | str) -> Voice:
    return voice if isinstance(voice, Voice) else voice_of(voice)


def _order(what: Shown, caption: str, voice: Voice) -> StickerOrder:
    if isinstance(what, Mood):
        return StickerOrder(mood=what, caption=caption, voice=voice)
    if isinstance(what, Expression):
        return StickerOrder(expression=what, caption=caption, voice=voice)
    if isinstance(what, Emotion) or is_emotion_spec(what):
        return StickerOrder(emotion=str(what), caption=caption, voice=voice)
    if what in known_moments():
        return StickerOrder(moment=what, caption=caption, voice=voice)
    return StickerOrder(text=what, caption=caption, voice=voice)
