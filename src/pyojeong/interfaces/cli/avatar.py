"""``pyojeong avatar``: a photo becomes a head in three dimensions."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pyojeong.interfaces.cli.options import AsJson, FaceNumber, Picture
from pyojeong.interfaces.messages import say

AvatarOut = Annotated[
    Path,
    typer.Option(
        "-o",
        "--output",
        metavar="AVATAR",
        help=say(
            "저장할 파일: glb, zip(OBJ와 그림), mp4(한 바퀴).", "File to write: glb, zip (OBJ), mp4 (once around)."
        ),
    ),
]
HairStyle = Annotated[
    str | None,
    typer.Option(
        "--hair",
        metavar="STYLE",
        help=say(
            "머리 모양; 없으면 사진대로.", "Hair style such as bob, two-block, bald; as in the photo if not given."
        ),
    ),
]


def avatar(
    image: Picture, output: AvatarOut, face: FaceNumber = None, hair: HairStyle = None, as_json: AsJson = False
) -> None:
    """Make a 3D head of the person in a photo: GLB with 52 movements, OBJ, or a film of it turning."""
    from pyojeong.interfaces import wiring
    from pyojeong.interfaces.avatars import avatar_json, avatar_of, cautions_of, save_avatar, suffix_of
    from pyojeong.interfaces.cli.screen import complain, patience, print_json

    suffix_of(output)
    with patience():
        made = avatar_of(wiring.opened_image(image), face=face, hair=hair)
        save_avatar(made, output)
    for caution in cautions_of(made):
        complain(say(*caution))
    if as_json:
        print_json({**avatar_json(made), "output": str(output)})
    else:
        typer.echo(str(output))
