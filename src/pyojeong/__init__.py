"""표정 (Pyojeong): reads emotion in Korean writing and faces, and lets any face perform it.

Every name is loaded when first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pyojeong.emotion import Beat, Emotion, Evidence, Feeling, Mood, Score, temperature_gap
    from pyojeong.errors import PyojeongError
    from pyojeong.interfaces.python import (
        animate,
        build_avatar,
        build_avatar_from_head,
        check_manners,
        compose,
        load_score,
        neutral_face,
        open_image,
        perform,
        read_face_crop,
        read_faces,
        read_page,
        read_pictures,
        read_table,
        read_text,
        sample_portrait,
        save_avatar,
        save_clip,
        save_image,
        save_score,
    )
    from pyojeong.interfaces.python_stickers import (
        character_from_photo,
        draw_character,
        draw_pack,
        draw_photo_pack,
        load_character,
        new_character,
        plan_pack,
        save_character,
        suggest_captions,
    )
    from pyojeong.interfaces.python_stories import cast_story, make_film, save_cast
    from pyojeong.media import Clip, Face, HeadPose, Image
    from pyojeong.performing.character import Character
    from pyojeong.reading.page import Line, Page, Word
    from pyojeong.rig import Expression
    from pyojeong.stickers.planning import PackPlan, PlanItem

__version__ = "0.1.0"

_VERBS = (
    "animate",
    "build_avatar",
    "build_avatar_from_head",
    "check_manners",
    "compose",
    "load_score",
    "neutral_face",
    "open_image",
    "perform",
    "read_face_crop",
    "read_faces",
    "read_page",
    "read_pictures",
    "read_table",
    "read_text",
    "sample_portrait",
    "save_avatar",
    "save_clip",
    "save_image",
    "save_score",
)
_STICKER_VERBS = (
    "character_from_photo",
    "draw_character",
    "draw_pack",
    "draw_photo_pack",
    "load_character",
    "new_character",
    "plan_pack",
    "save_character",
    "suggest_captions",
)
_STORY_VERBS = ("cast_story", "make_film", "save_cast")
_HOMES = {
    **dict.fromkeys(("Beat", "Emotion", "Evidence", "Feeling", "Mood", "Score", "temperature_gap"), "pyojeong.emotion"),
    **dict.fromkeys(("Clip", "Face", "HeadPose", "Image"), "pyojeong.media"),
    **dict.fromkeys(("Line", "Page", "Word"), "pyojeong.reading.page"),
    **dict.fromkeys(("PackPlan", "PlanItem"), "pyojeong.stickers.planning"),
    **dict.fromkeys(_VERBS, "pyojeong.interfaces.python"),
    **dict.fromkeys(_STICKER_VERBS, "pyojeong.interfaces.python_stickers"),
    **dict.fromkeys(_STORY_VERBS, "pyojeong.interfaces.python_stories"),
    "Character": "pyojeong.performing.character",
    "Expression": "pyojeong.rig",
    "PyojeongError": "pyojeong.errors",
}

__all__ = [
    "Beat",
    "Character",
    "Clip",
    "Emotion",
    "Evidence",
    "Expression",
    "Face",
    "Feeling",
    "HeadPose",
    "Image",
    "Line",
    "Mood",
    "PackPlan",
    "Page",
    "PlanItem",
    "PyojeongError",
    "Score",
    "Word",
    "animate",
    "build_avatar",
    "build_avatar_from_head",
    "cast_story",
    "character_from_photo",
    "check_manners",
    "compose",
    "draw_character",
    "draw_pack",
    "draw_photo_pack",
    "load_character",
    "load_score",
    "make_film",
    "neutral_face",
    "new_character",
    "open_image",
    "perform",
    "plan_pack",
    "read_face_crop",
    "read_faces",
    "read_page",
    "read_pictures",
    "read_table",
    "read_text",
    "sample_portrait",
    "save_avatar",
    "save_cast",
    "save_character",
    "save_clip",
    "save_image",
    "save_score",
    "suggest_captions",
    "temperature_gap",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
