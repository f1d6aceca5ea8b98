"""Photos become avatars: what is read of a face is handed to the room that builds the head; files by their suffix."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.photo_characters import Notice, chosen_face
from pyojeong.media.writing import format_of, write_file

if TYPE_CHECKING:
    from pyojeong.media import Face, Image
    from pyojeong.performing.avatar.avatar import Avatar
    from pyojeong.performing.avatar.hair.look import HairLook
    from pyojeong.reading.face.traits.parts import Hair
    from pyojeong.reading.face.traits.traits import Traits

FORMAT = "pyojeong.built-avatar/1"
"""What the command says of an avatar; the avatar's own file is `pyojeong.avatar/1` (see `performing.avatar.glb`)."""
SUFFIXES = {"glb": "glb", "zip": "zip", "mp4": "mp4"}
_ROOM = (2.6, 2.4, 2.6, 2.8)
"""What is kept of a large photo left, above, right and below the face's middle, in heights of the face."""
_FACE_PX = 760
"""A higher face is averaged down: no texture holds more of it."""


def avatar_of(
    image: Image, *, face: int | None = None, hair: str | None = None, hair_colour: str | None = None
) -> Avatar:
    """The head of a person in a photo.

    Args:
        image: The photo.
        face: Number of the face, 0 the largest; may be None where one face is clearly the largest.
        hair: Name of a hair style; the one the photo shows when None.
        hair_colour: ``#rrggbb``; the photo's when None.

    Raises:
        PyojeongError: As `photo_characters.person_in`; when the face is turned too far, or there is no such hair.
    """
    from pyojeong.performing.avatar.building import build
    from pyojeong.reading.face.coefficients import estimated_expression
    from pyojeong.reading.face.traits.measuring import measure_traits
    from pyojeong.reading.face.traits.parts import GlassesKind

    check_hair(hair, hair_colour)
    near, found = close_up(image, chosen_face(image, face))
    traits = measure_traits(near, found)
    glasses = traits.glasses.kind is not GlassesKind.NONE
    look = look_of(near, found, traits, hair, hair_colour)
    return build(near, found, estimated_expression(found), look, wears_glasses=glasses)


def check_hair(hair: str | None, colour: str | None = None) -> None:
    """Raises PyojeongError when there is no such hair style, or a colour is none."""
    from pyojeong.media.drawing.nodes import checked_colour
    from pyojeong.performing.avatar.hair.styles import STYLES

    if hair is not None and hair not in STYLES:
        korean = ", ".join(f"{name}({style.korean})" for name, style in STYLES.items())
        raise PyojeongError(
            f"그런 머리 모양이 없습니다: {hair}. 고를 수 있는 것: {korean}.",
            f"There is no such hair style: {hair}. Known: {', '.join(STYLES)}.",
            kind="no-such-hair",
        )
    if colour is not None:
        try:
            checked_colour(colour)
        except ValueError as odd:
            raise PyojeongError(
                f"머리 색은 #3b2a20처럼 소문자로 적는데 {colour}입니다.",
                f"A hair colour is written like #3b2a20, in small letters, but got {colour}.",
                kind="no-such-hair",
            ) from odd


def save_avatar(avatar: Avatar, path: Path, *, progress: Callable[[float], None] | None = None) -> None:
    """Write ``.glb`` (the avatar's own file), ``.zip`` (OBJ and pictures) or ``.mp4`` (once around).

    Raises:
        PyojeongError: On another suffix, or a place that cannot be written.
    """
    kind = suffix_of(path)
    if kind == "mp4":
        from pyojeong.media.clip_files import save_clip
        from pyojeong.performing.avatar.turntable import turntable

        save_clip(turntable(avatar), path, progress=progress)
        return
    write_file(path, encoded_avatar(avatar, kind))


def encoded_avatar(avatar: Avatar, kind: str) -> bytes:
    """The bytes of a ``glb`` or ``zip``."""
    if kind == "zip":
        from pyojeong.performing.avatar.gltf_obj import obj_zip

        return obj_zip(avatar)
    from pyojeong.performing.avatar.glb import glb_bytes

    return glb_bytes(avatar)


def suffix_of(path: Path) -> str:
    """The kind of file a path stands for.

    >>> suffix_of(Path("me.GLB"))
    'glb'
    """
    return format_of(path.suffix, SUFFIXES, korean="아바타는", english="Avatars")


def avatar_json(avatar: Avatar) -> dict[str, Any]:
    """`pyojeong.built-avatar/1`: the hair, what the photo made uncertain, figures, sizes."""
    return {
        "format": FORMAT,
        "hair": avatar.hair,
        "cautions": [{"code": c.value, "korean": c.korean, "english": c.english} for c in avatar.cautions],
        "details": dict(avatar.details or {}),
        "triangles": {piece.surface.value: len(piece.triangles) for piece in avatar.pieces},
    }


def cautions_of(avatar: Avatar) -> tuple[Notice, ...]:
    """What to tell the person."""
    return tuple((caution.korean, caution.english) for caution in avatar.cautions)


def look_of(image: Image, face: Face, traits: Traits, style: str | None = None, colour: str | None = None) -> HairLook:
    """The hair of a face, as it was read; ``style`` and ``colour`` win over the photo."""
    from pyojeong.performing.avatar.hair.look import HairLook
    from pyojeong.reading.face.traits.parts import HairLength

    mask, clothes = without_clothes(hair_in_photo(image, face), image.size_wh, face)
    hair = replace(traits.hair, length=HairLength.SHORT) if clothes else traits.hair
    worn = style or likely_style(hair)
    likely = hair.colour or traits.brows.colour or BROWN
    return HairLook(
        worn, hair_colour_of(worn, colour, likely), mask, hair.parting.value, 1.0 if style else _lift_of(worn, hair)
    )


def hair_colour_of(style: str, chosen: str | None, likely: str) -> str | None:
    """The colour of a style: the one that was chosen, else the likely one; None for a bare head.

    Raises:
        PyojeongError: When a colour was chosen for a bare head.
    """
    from pyojeong.performing.avatar.hair.styles import STYLES

    if not STYLES[style].is_bare:
        return chosen or likely
    if chosen is not None:
        raise PyojeongError(
            "민머리에는 머리 색이 없습니다. 머리 모양도 골라 주세요.",
            "A bare head has no hair colour; choose a hair style too.",
            kind="no-such-hair",
        )
    return None


def _lift_of(style: str, hair: Hair) -> float:
    """How far the hair stands off the skull against what is usual for its style."""
    least, most = _LIFTS
    return min(max(hair.volume / (_USUAL_VOLUME_HANGING if style in _HANGING else _USUAL_VOLUME), least), most)


def likely_style(hair: Hair) -> str:
    """The likeliest style that agrees with what is measured of the hair: its length, volume, curl and parting.

    Style and measures are read by different models; looked at on 17 portraits, the measures were right more often.
    """
    if _lies_flat(hair):
        return "swept-back"
    for name in sorted(hair.styles, key=lambda name: -hair.styles[name]):
        if _agrees(name, hair):
            return "side-part" if name in _SWEPT and hair.parting.value in ("left", "right") else name
    return _USUAL.get(hair.length.value, hair.style)


def _lies_flat(hair: Hair) -> bool:
    """Whether short hair lies on the skull without a parting: combed back, or tied behind, which a photo hides."""
    short = hair.length.value == "short"
    shorn = hair.style in _THIN or (hair.style == "buzz" and hair.volume <= _SHORN)
    flat = hair.volume < _FLAT and hair.curl < _CURLS
    return short and flat and not shorn and hair.parting.value == "none" and max(hair.fringe) < _FRINGED


def _agrees(name: str, hair: Hair) -> bool:
    if hair.length.value in _USUAL:
        return name in _HANGING
    if name == "buzz" and hair.volume > _SHORN:
        return False
    return name not in _HANGING and (name != "short-curly" or hair.curl >= _CURLS)


_MOUTH, _WORTH, _ALL = 0.75, 0.03, 0.8
"""Share of the face's height where the mouth is; of its square from which a patch matters; of patches that is all."""
_SHORN, _CURLS = 0.12, 0.3
"""Volume, .8 cm, beyond which hair is not shorn; curl from which short hair is drawn in curls."""
_FLAT, _FRINGED = 0.2, 0.3
"""Volume below which hair lies on the skull; share of a third of the forehead from which it falls over it."""
_USUAL_VOLUME, _USUAL_VOLUME_HANGING, _LIFTS = 0.3, 0.4, (0.55, 1.5)
"""Volume with which short and hanging styles stand off as they are drawn, near the medians of 38 portraits (.27, .37);
how much less and more they may."""
_THIN = frozenset({"bald", "receding"})
_SWEPT = frozenset({"short-straight", "quiff", "short-curly"})
_USUAL = {"chin": "bob", "shoulder": "medium", "long": "long-straight"}
_HANGING = frozenset({"bob", "bob-fringe", "medium", "long-straight", "long-fringe", "long-wavy", "long-curly", "afro"})
BROWN = "#3b2a20"


def hair_in_photo(image: Image, face: Face) -> Any:
    """float32 H×W over a copy of the photo at most 640 pixels long: how surely each pixel is hair."""
    import cv2
    import numpy as np

    from pyojeong.reading.face.traits.frame import framed
    from pyojeong.reading.face.traits.hair_mask import hair_mask, hair_share, with_fringe, without_bare_skull

    crop = framed(image.rgb, face)
    share = hair_share(crop)
    told = with_fringe(crop, without_bare_skull(crop, hair_mask(share)))
    sure = cv2.GaussianBlur(np.where(told, np.maximum(share, 0.75), np.minimum(share, 0.25)), (0, 0), 1.0)
    scale = min(1.0, 640 / max(image.size_wh))
    size_wh = (max(1, round(image.size_wh[0] * scale)), max(1, round(image.size_wh[1] * scale)))
    way = crop.to_crop @ np.array([[1 / scale, 0, 0], [0, 1 / scale, 0], [0, 0, 1.0]])
    return cv2.warpAffine(sure.astype(np.float32), way, size_wh, flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)


def without_clothes(mask: Any, size_wh: tuple[int, int], face: Face) -> tuple[Any, bool]:
    """The hair's mask without patches below the eyes that no hair above them reaches, and whether those were all.

    A dark collar is taken for hair: of 38 portraits' seven with hair below the mouth one's was a jacket, and only its
    patch hung together with nothing on the head.

    Args:
        mask: float H×W in [0, 1], how surely a pixel is hair.
        size_wh: Of the photo it lies over.
        face: In the photo.
    """
    import cv2
    import numpy as np

    scale = mask.shape[0] / size_wh[1]
    _, top, _, bottom = (edge * scale for edge in face.box_xyxy)
    eyes = max(1, round(float(face.landmarks[[33, 263], 1].mean()) * scale))
    hair = mask > 0.5
    _, patches = cv2.connectedComponents(hair.astype(np.uint8))
    reached = np.isin(patches, np.unique(patches[:eyes][hair[:eyes]]))
    loose = hair & ~reached
    below = slice(round(top + _MOUTH * (bottom - top)), None)
    hanging = float(hair[below].sum())
    clothes = hanging > _WORTH * (bottom - top) ** 2 and loose[below].sum() > _ALL * hanging
    return np.where(loose, 0.0, mask).astype(np.float32), bool(clothes)


def close_up(image: Image, face: Face) -> tuple[Image, Face]:
    """Head and shoulders of a photo in sRGB, without alpha, no larger than it helps; and the face in it."""
    import cv2
    import numpy as np

    from pyojeong.media import Face, Image
    from pyojeong.media.colour import to_srgb
    from pyojeong.media.saving import on_white

    pixels = on_white(to_srgb(image).pixels)
    left, top, right, bottom = face.box_xyxy
    middle, high = ((left + right) / 2, (top + bottom) / 2), bottom - top
    x0, y0 = (max(0, int(middle[k] - _ROOM[k] * high)) for k in range(2))
    x1, y1 = (int(middle[k] + _ROOM[k + 2] * high) for k in range(2))
    part = pixels[y0:y1, x0:x1]
    scale = min(1.0, _FACE_PX / high)
    if scale < 1.0:
        size_wh = (max(1, round(part.shape[1] * scale)), max(1, round(part.shape[0] * scale)))
        part = np.asarray(cv2.resize(part, size_wh, interpolation=cv2.INTER_AREA), np.uint8)
    moved = face.landmarks - np.array([x0, y0, 0.0])
    box = (left - x0, top - y0, right - x0, bottom - y0)
    return Image(np.ascontiguousarray(part), name=image.name), Face(box, moved, face.pose, face.confidence).scaled(
        scale
    )
