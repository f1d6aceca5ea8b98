"""Pictures of places, and of the tales that came along: two of the cast where most of the tale plays."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from pyojeong.emotion import Emotion
from pyojeong.interfaces import wiring
from pyojeong.interfaces.stories import Story, cast_own_tale
from pyojeong.interfaces.web.stickers.scene import Scene as StickerScene
from pyojeong.interfaces.web.stickers.scene import still
from pyojeong.performing.character import Character
from pyojeong.stories.cast import Looks
from pyojeong.stories.tales.tales import sample_tale

if TYPE_CHECKING:
    import skia

    from pyojeong.performing.film.backdrop import Backdrop
    from pyojeong.performing.film.screenplay import Place
    from pyojeong.stories.directing.places import Setting

SIZE_WH, PLACE_WH = (480, 270), (240, 135)
_ACTOR_PX = 190
_GROUND = 0.98
"""Where feet stand, in picture heights."""
_ACTS = ("joy", "surprise")
"""Of the two that are seen."""
_SEED = 7
_ONE = threading.Lock()
"""A browser asks for all covers at once; each is drawn once."""


@lru_cache
def sample_story(name: str) -> Story:
    """A tale that came along, read, cast, and owed to whom it is owed.

    Raises:
        PyojeongError: When there is none of that name.
    """
    return cast_own_tale(sample_tale(name))


def cover(name: str) -> bytes:
    """A JPEG file, `SIZE_WH` large.

    Raises:
        PyojeongError: As `sample_story`.
    """
    with _ONE:
        return _drawn(name)


def place_picture(place: Place) -> bytes:
    """A JPEG file of a place, `PLACE_WH` large."""
    with _ONE:
        return _drawn_place(place)


@lru_cache
def _drawn_place(place: Place) -> bytes:
    from pyojeong.stories.directing.places import ChosenSetting, settings_of

    (setting,) = settings_of([("", False)], [0], [ChosenSetting(place)])  # in its own weather
    return _painted(setting, PLACE_WH)


@lru_cache
def _drawn(name: str) -> bytes:
    story = sample_story(name)
    return _painted(_place(story), SIZE_WH, _seen(story))


def _painted(setting: Setting, size_wh: tuple[int, int], seen: Sequence[skia.Image] = ()) -> bytes:
    """A JPEG file of a place with those who are seen there."""
    import numpy as np

    from pyojeong.media import Image
    from pyojeong.media.drawing.surfaces import surface_on
    from pyojeong.performing.film.camera import Camera

    width, height = size_wh
    pixels = np.empty((height, width, 4), np.uint8)
    surface = surface_on(pixels)
    canvas, place = surface.getCanvas(), _backdrop(setting, size_wh)
    place.behind(canvas, 0.0, Camera())
    for number, picture in enumerate(seen, start=1):
        canvas.drawImage(picture, width * number / (len(seen) + 1) - _ACTOR_PX / 2, height * _GROUND - _ACTOR_PX)
    place.before(canvas, 0.0, Camera())
    surface.flushAndSubmit()
    return wiring.drawn_picture_bytes(Image(pixels[..., :3].copy()), "jpg")


def _seen(story: Story) -> list[skia.Image]:
    """Those who say most, as drawn characters."""
    import skia

    said = Counter(beat.speaker for beat in story.score.beats)
    parts = story.company.parts
    drawn = [role for role, _ in said.most_common() if role and parts[role].looks is Looks.CHARACTER]
    characters = [Character(parts[role].source, chosen=parts[role].chosen) for role in drawn[: len(_ACTS)]]
    stills = [still(StickerScene(who, act), _ACTOR_PX) for who, act in zip(characters, _ACTS, strict=False)]
    return [skia.Image.MakeFromEncoded(skia.Data.MakeWithCopy(picture)) for picture in stills]


def _place(story: Story) -> Setting:
    """Where most of a story plays."""
    from pyojeong.stories.directing.places import settings_of

    beats = [(story.score.text_of(beat), beat.speaker is not None) for beat in story.score.beats]
    (setting, _), *_ = Counter(settings_of(beats, range(len(beats)))).most_common()
    return setting


def _backdrop(setting: Setting, size_wh: tuple[int, int]) -> Backdrop:
    from pyojeong.performing.film.screenplay import Framing, Opening, Scene, Shot
    from pyojeong.performing.film.sets import backdrop_of

    shot = Shot(0.0, Framing.WIDE, ())
    scene = Scene(setting.place, setting.weather, Emotion.JOY, 0.3, Opening.CUT, 1.0, (shot,), (), _SEED)
    return backdrop_of(scene, size_wh)
