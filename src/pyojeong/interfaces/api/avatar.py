"""``/api/avatar``: a photo becomes a head in three dimensions."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form
from starlette.responses import Response

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.api.uploads import Photo, only_fields, photo_of
from pyojeong.interfaces.api.workers import Hands
from pyojeong.interfaces.avatars import avatar_of, encoded_avatar

router = APIRouter(tags=["avatar"])
MEDIA_TYPES = {"glb": "model/gltf-binary", "zip": "application/zip"}


def form_of(
    face: Annotated[int | None, Form(description="0 is the largest")] = None,
    hair: Annotated[str | None, Form(description="bob, two-block, bald, …; as in the photo if not given")] = None,
    hair_colour: Annotated[str | None, Form(description="#rrggbb; as in the photo if not given")] = None,
    format: Annotated[str, Form(description="glb or zip (OBJ and pictures)")] = "glb",
) -> tuple[int | None, str | None, str | None, str]:
    """Whose head, with which hair, as which file."""
    if format not in MEDIA_TYPES:
        raise PyojeongError(
            f"아바타는 glb, zip으로 받을 수 있는데 {format}입니다.",
            f"Avatars come as glb or zip, but got {format}.",
            kind="unknown-format",
        )
    return face, hair, hair_colour, format


@router.post(
    "/avatar",
    summary="사진을 입체 머리로 · Make a 3D head of a photo",
    response_class=Response,
    dependencies=[Depends(only_fields(photo_of, form_of))],
    responses={200: {"content": {media: {} for media in MEDIA_TYPES.values()}}},
)
async def avatar(
    photo: Annotated[Photo, Depends(photo_of)],
    form: Annotated[tuple[int | None, str | None, str | None, str], Depends(form_of)],
    workers: Hands,
) -> Response:
    """The file; ``X-Pyojeong-Cautions`` names what the photo makes uncertain, ``X-Pyojeong-Hair`` the hair style."""
    face, hair, hair_colour, kind = form

    def made() -> tuple[bytes, str, str]:
        found = avatar_of(photo.opened(), face=face, hair=hair, hair_colour=hair_colour)
        return encoded_avatar(found, kind), found.hair, ",".join(caution.value for caution in found.cautions)

    data, worn, cautions = await workers.do(made)
    headers = {"X-Pyojeong-Hair": worn, "X-Pyojeong-Cautions": cautions}
    return Response(data, media_type=MEDIA_TYPES[kind], headers=headers)
