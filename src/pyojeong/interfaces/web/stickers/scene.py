"""What one sticker on the screen shows, as a value; and its pictures, drawn when a browser asks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from pyojeong.media.animated import strip_of
from pyojeong.media.animated_encoding import encode_webp
from pyojeong.media.clip import Clip
from pyojeong.performing.character import Character, design_of
from pyojeong.performing.character.acts import Act
from pyojeong.performing.character.acts.choosing import OwnActs
from pyojeong.rig import Expression
from pyojeong.stickers.composing import Composition, act_called

THUMB_PX, STAGE_PX, FILM_PX = 180, 640, 320
"""Sides of the pictures: small ones, the still on the stage, and the film there, which the browser enlarges."""
_FILM_QUALITY = 80
_KEPT_STILLS, _KEPT_FILMS = 512, 24
"""Pictures kept for all visitors: about 10 kB and 200 kB each."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One sticker.

    Attributes:
        character: Who.
        act: A moment's or an emotion act's name.
        caption: Its words; empty for none.
        gag: One of the design's own gags, played instead; empty for none.
        face: The face of a photo, worn instead of the act's own; None for the act's own.
        stressed: The word that takes the accent.
    """

    character: Character
    act: str
    caption: str = ""
    gag: str = ""
    face: Expression | None = None
    stressed: str = ""

    @property
    def played(self) -> Act:
        """The act as the design does it."""
        design = design_of(self.character)
        act = act_called(self.act, design=design)
        if self.gag:
            act = gag_act(self.character, self.gag)
        if self.face is not None and not self.gag:
            act = replace(act, key=replace(act.key, expression=self.face, eyes=None, mouth=None, gag=""))
        return act


def gag_act(character: Character, gag: str) -> Act:
    """The moment at which the design plays ``gag`` by itself; a calm one where it never does.

    >>> gag_act(Character("mascot"), "puddle").key.gag
    'puddle'
    """
    design = design_of(character)
    own = design.own_acts if isinstance(design, OwnActs) else {}
    for name, done in own.items():
        if done == gag:
            return act_called(name, design=design)
        if isinstance(done, Act) and done.key.gag == gag:
            return done
    return act_called("neutral").played(gag)


@lru_cache(_KEPT_STILLS)
def still(scene: Scene, side_px: int) -> bytes:
    """A PNG file, transparent, ``side_px`` square."""
    from pyojeong.interfaces import wiring
    from pyojeong.media.image import Image

    picture = Composition(scene.character, scene.played, scene.caption, scene.stressed)((side_px, side_px))
    assert isinstance(picture, Image)
    return wiring.drawn_picture_bytes(picture, "png")


@lru_cache(_KEPT_FILMS)
def film(scene: Scene) -> bytes:
    """A moving WebP file, `FILM_PX` square."""
    made = Composition(scene.character, scene.played, scene.caption, scene.stressed, moves=True)
    clip = made((FILM_PX, FILM_PX))
    assert isinstance(clip, Clip)
    return encode_webp(strip_of(clip), quality=_FILM_QUALITY)


def svg(scene: Scene) -> bytes:
    """An SVG file."""
    return Composition(scene.character, scene.played, scene.caption, scene.stressed).svg().encode()


MEDIA_TYPES = {"png": "image/png", "webp": "image/webp", "svg": "image/svg+xml"}


def pictured(scene: Scene, suffix: str) -> bytes:
    """A file of the scene: png (still), webp (moving) or svg."""
    return {"png": lambda: still(scene, STAGE_PX), "webp": lambda: film(scene), "svg": lambda: svg(scene)}[suffix]()
