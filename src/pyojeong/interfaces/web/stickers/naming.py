"""What the screen calls characters and what they do."""

from __future__ import annotations

from pyojeong.emotion import Emotion
from pyojeong.interfaces.web.stickers.scene import Scene
from pyojeong.interfaces.web.words import Words
from pyojeong.performing.character import Character, design_of
from pyojeong.stickers.composing import act_called


def design_name(character: Character, words: Words) -> str:
    """The character's name, or its design's when it has none."""
    design = design_of(character)
    return character.name or words.name(design)


def act_name(scene: Scene, words: Words) -> str:
    """What the scene plays: a gag, a moment or an emotion."""
    if scene.gag:
        return words.either(design_of(scene.character).gags[scene.gag])
    act = act_called(scene.act)
    stem = scene.act.removesuffix("-strong")
    if stem in set(Emotion):  # as its button is called
        return words.emotion(Emotion(stem)) + (f" ({words('sticker-strong')})" if stem != scene.act else "")
    return words.name(act)
