"""Heads made elsewhere become avatars: the file is opened, a face is looked for on it, hair is chosen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyojeong.errors import PyojeongError

if TYPE_CHECKING:
    from pyojeong.media import Face, Image
    from pyojeong.performing.avatar.avatar import Avatar
    from pyojeong.performing.avatar.foreign.head_mesh import HeadMesh
    from pyojeong.performing.avatar.foreign.portrait import HeadPortrait
    from pyojeong.performing.avatar.hair.look import HairLook

_BALD = "bald"
_BROWS = (63, 105, 66, 293, 334, 296)
"""Landmarks in the middle of the brows."""


def avatar_of_head(
    path: Path,
    *,
    codes: Path | None = None,
    skin: Path | None = None,
    hair: str | None = None,
    hair_colour: str | None = None,
    photo: Image | None = None,
    face: int | None = None,
) -> Avatar:
    """The avatar of a head's file.

    Args:
        path: An OBJ with its MTL and picture beside it, or a FLAME or morphable model.
        codes: A person's numbers in the model, as DECA and others save them.
        skin: FLAME's texture.
        hair: Name of a hair style; the photo's when None, bald without a photo.
        hair_colour: ``#rrggbb``; the photo's when None, without one the brows'.
        photo: Of the same person, for the hair.
        face: Number of the face in the photo; only with one.

    Raises:
        PyojeongError: When a file is no head, no face is found on it, or there is no such hair.
    """
    from pyojeong.interfaces.avatars import check_hair
    from pyojeong.performing.avatar.foreign.building import build_from
    from pyojeong.performing.avatar.foreign.opening import open_head
    from pyojeong.reading.face.coefficients import estimated_expression

    check_hair(hair, hair_colour)
    _check_face(face, photo)
    wanted = hair, hair_colour
    look = _unphotographed_hair(*wanted) if photo is None else _photographed_hair(photo, face, *wanted)
    mesh = open_head(path, codes=codes, skin=skin)
    portrait, found = seen_from_the_front(mesh, path)
    if photo is None and hair_colour is None and look.colour is not None and mesh.is_coloured:
        look = replace(look, colour=_brow_colour(portrait, found))
    return build_from(portrait, found, estimated_expression(found), look)


def _check_face(face: int | None, photo: Image | None) -> None:
    if face is not None and photo is None:
        raise PyojeongError(
            "얼굴 번호(face)는 사진(photo)과 함께 씁니다. 머리 파일에는 얼굴이 하나입니다.",
            "A face's number goes with a photo; a head's file has one face.",
            kind="input",
        )


def seen_from_the_front(mesh: HeadMesh, path: Path) -> tuple[HeadPortrait, Face]:
    """The head with its face to the viewer, and the face: looked for from the usual side first; ``path`` for messages.

    Raises:
        PyojeongError: Kind ``head-file`` when no face is found on it.
    """
    from pyojeong.performing.avatar.foreign.portrait import portrait_of, turns
    from pyojeong.performing.avatar.foreign.refusals import faceless

    for turn in turns():
        whole = portrait_of(mesh, turn)
        first = _face_in(whole.image)
        if first is None:
            continue
        closer = whole.closer(first)
        second = _face_in(closer.image)
        return (whole, first) if second is None else (closer, second)
    raise faceless(path)


def _face_in(image: Image) -> Face | None:
    from pyojeong.interfaces import wiring

    try:
        return wiring.faces_of(image)[0]
    except PyojeongError as nobody:
        if nobody.kind != "no-face":
            raise
        return None


def _unseen() -> Any:
    """A mask of hair that no picture shows: where it grows is the head's own."""
    import numpy as np

    return np.zeros((8, 8), np.float32)


def _unphotographed_hair(style: str | None, colour: str | None) -> HairLook:
    """Hair as it was chosen, brown where no colour was."""
    from pyojeong.interfaces.avatars import BROWN, hair_colour_of
    from pyojeong.performing.avatar.hair.look import HairLook

    worn = style or _BALD
    return HairLook(worn, hair_colour_of(worn, colour, BROWN), _unseen())


def _photographed_hair(photo: Image, number: int | None, style: str | None, colour: str | None) -> HairLook:
    """Style, colour, parting and lift of the hair in a photo."""
    from pyojeong.interfaces.avatars import close_up, look_of
    from pyojeong.interfaces.photo_characters import chosen_face
    from pyojeong.reading.face.traits.measuring import measure_traits

    near, found = close_up(photo, chosen_face(photo, number))
    return replace(look_of(near, found, measure_traits(near, found), style, colour), mask=_unseen())


def _brow_colour(portrait: HeadPortrait, face: Face) -> str:
    """Colour ``#rrggbb`` of the brows, which hair resembles."""
    import numpy as np

    from pyojeong.media.drawing.colours import hex_of

    rgb = portrait.image.rgb
    places = np.round(face.landmarks[list(_BROWS), :2]).astype(int).clip(2, min(rgb.shape[:2]) - 3)
    darkest = [rgb[y - 2 : y + 3, x - 2 : x + 3].reshape(-1, 3).min(0) for x, y in places]
    red, green, blue = np.median(np.array(darkest), 0).tolist()
    return hex_of((red, green, blue))
