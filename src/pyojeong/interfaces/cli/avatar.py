"""``pyojeong avatar``: a photo, or a head made elsewhere, becomes a head in three dimensions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.cli.asking import argument, option
from pyojeong.interfaces.cli.options import AsJson, FaceNumber
from pyojeong.interfaces.messages import say

if TYPE_CHECKING:
    from pyojeong.media import Image

_HEADS = say("다른 도구로 만든 머리", "Heads made elsewhere")

OnePicture = Annotated[
    Path | None,
    argument(
        "[IMAGE]",
        "사람 사진. --head를 쓰면 없어도 되고, 있으면 머리 모양을 봅니다.",
        "A photo of the person; not needed with --head, where it tells the hair.",
    ),
]
AvatarOut = Annotated[
    Path,
    option(
        "-o --output",
        "저장할 파일: glb, zip(OBJ와 그림), mp4(한 바퀴).",
        "File to write: glb, zip (OBJ), mp4 (once around).",
        metavar="AVATAR",
    ),
]
HairStyle = Annotated[
    str | None,
    option(
        "--hair",
        "머리 모양; 없으면 사진대로.",
        "Hair style such as bob, two-block, bald; as in the photo if not given.",
        metavar="STYLE",
    ),
]
HairColour = Annotated[
    str | None,
    option(
        "--hair-colour",
        "머리 색(#3b2a20처럼); 없으면 사진대로.",
        "Hair colour such as #3b2a20; as in the photo if not given.",
        metavar="COLOUR",
    ),
]
HeadFile = Annotated[
    Path | None,
    option(
        "--head",
        "사진 대신 머리 파일: DECA 따위의 obj, FLAME(pkl, npz), 3DMM(mat, h5).",
        "A head's file instead of a photo: an OBJ as of DECA, FLAME (pkl, npz), a 3DMM (mat, h5).",
        metavar="FILE",
        panel=_HEADS,
    ),
]
CodesFile = Annotated[
    Path | None,
    option(
        "--codes",
        "모델에서 그 사람의 숫자(npy, npz, mat, pkl, json); 없으면 평균 머리.",
        "The person's numbers in the model (npy, npz, mat, pkl, json); the mean head if not given.",
        metavar="FILE",
        panel=_HEADS,
    ),
]
SkinFile = Annotated[
    Path | None,
    option(
        "--skin",
        "FLAME 모델의 무늬(FLAME_texture.npz).",
        "FLAME's texture (FLAME_texture.npz).",
        metavar="FILE",
        panel=_HEADS,
    ),
]


def avatar(
    output: AvatarOut,
    image: OnePicture = None,
    face: FaceNumber = None,
    hair: HairStyle = None,
    hair_colour: HairColour = None,
    head: HeadFile = None,
    codes: CodesFile = None,
    skin: SkinFile = None,
    as_json: AsJson = False,
) -> None:
    """Make a 3D head of the person in a photo: GLB with 52 movements, OBJ, or a film of it turning."""
    from pyojeong.interfaces import wiring
    from pyojeong.interfaces.avatars import avatar_json, avatar_of, cautions_of, save_avatar, suffix_of
    from pyojeong.interfaces.avatars_from_heads import avatar_of_head
    from pyojeong.interfaces.cli.screen import complain, patience, print_json, show_saved

    suffix_of(output)
    with patience():
        photo = None if image is None else wiring.opened_image(image)
        if head is not None:
            made = avatar_of_head(
                head, codes=codes, skin=skin, hair=hair, hair_colour=hair_colour, photo=photo, face=face
            )
        else:
            made = avatar_of(_only_photo(photo, codes, skin), face=face, hair=hair, hair_colour=hair_colour)
        save_avatar(made, output)
    for caution in cautions_of(made):
        complain(say(*caution))
    if as_json:
        print_json({**avatar_json(made), "output": str(output)})
    else:
        show_saved(output)


def _only_photo(photo: Image | None, codes: Path | None, skin: Path | None) -> Image:
    """The photo that an avatar without a head's file is made of."""
    if codes is not None or skin is not None:
        raise PyojeongError(
            "--codes와 --skin은 --head와 함께 씁니다.", "--codes and --skin go with --head.", kind="usage"
        )
    if photo is None:
        raise PyojeongError(
            "사진이나 --head 파일을 주세요.", "Give a photo, or a head's file with --head.", kind="usage"
        )
    return photo
