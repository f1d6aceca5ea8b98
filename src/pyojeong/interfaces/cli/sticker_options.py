"""Options of ``pyojeong character`` and ``pyojeong sticker``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pyojeong.interfaces.messages import say

_WHAT = say("무엇을 짓나", "What to show")
_HOW = say("어떻게", "How")

CharacterFile = Annotated[
    Path, typer.Argument(metavar="CHARACTER.json", help=say("캐릭터 파일.", "The file of a character."))
]
CharacterOut = Annotated[
    Path,
    typer.Option("-o", "--output", metavar="CHARACTER.json", help=say("저장할 캐릭터 파일.", "File to write.")),
]
SheetOut = Annotated[
    Path,
    typer.Option("-o", "--output", metavar="OUT.png", help=say("저장할 그림(png, jpg, webp).", "Picture to write.")),
]
CellPixels = Annotated[
    int, typer.Option("--size", metavar="PX", help=say("큰 그림 한 변의 픽셀.", "Side of a large picture in pixels."))
]
DesignName = Annotated[
    str | None,
    typer.Option(
        "--design", metavar="D", help=say("디자인(pyojeong character designs).", "Design (character designs).")
    ),
]
CharacterName = Annotated[str, typer.Option("--name", metavar="NAME", help=say("캐릭터의 이름.", "Its name."))]
SetChoices = Annotated[
    list[str] | None,
    typer.Option(
        "--set", metavar="NAME=VALUE", help=say("고른 것: eyes=1.2, ears=cat; 여러 번.", "eyes=1.2, ears=cat; repeat.")
    ),
]
Seed = Annotated[
    int | None,
    typer.Option("--seed", metavar="N", help=say("우연히 고르되 늘 같은 우연.", "By chance, the same one each time.")),
]
ByChance = Annotated[
    bool, typer.Option("--random", help=say("우연히 고릅니다; 할 때마다 다릅니다.", "By chance, another each time."))
]
MomentName = Annotated[
    str | None,
    typer.Option(
        "--moment", metavar="M", rich_help_panel=_WHAT, help=say("순간: hello, off-work ….", "hello, off-work ….")
    ),
]
CaptionWords = Annotated[
    str,
    typer.Option(
        "--caption",
        metavar="auto|TEXT|none",
        rich_help_panel=_HOW,
        help=say("글귀: 알아서, 이 말, 없이.", "Words: by itself, these, or none."),
    ),
]
VoiceName = Annotated[
    str,
    typer.Option(
        "--voice",
        metavar="V",
        rich_help_panel=_HOW,
        help=say("말투: 반말, 존댓말, 사투리, 아재, 밈.", "banmal, polite, dialect, uncle, meme."),
    ),
]
SizePixels = Annotated[
    int,
    typer.Option("--size", metavar="PX", rich_help_panel=_HOW, help=say("한 변의 픽셀.", "Pixels of a side.")),
]
Moving = Annotated[
    bool,
    typer.Option("--moving", rich_help_panel=_HOW, help=say("webp와 png도 움직입니다.", "Let webp and png move.")),
]
DrawingOut = Annotated[
    Path,
    typer.Option(
        "-o",
        "--output",
        metavar="OUT",
        help=say("저장할 파일: ", "File to write: ") + "svg|png|webp|gif|apng|mp4",
    ),
]
StoreName = Annotated[
    str | None,
    typer.Option("--for", metavar="STORE", help=say("상점: kakao, line, ogq ….", "Store: kakao, line, ogq ….")),
]
Count = Annotated[int | None, typer.Option("--count", metavar="N", help=say("스티커 수.", "How many stickers."))]
Wishes = Annotated[
    str,
    typer.Option("--wish", metavar="TEXT", help=say("바라는 것: 회사원용, 퇴근 많이.", "Wishes, in Korean.")),
]
PlanSeed = Annotated[
    int, typer.Option("--seed", metavar="N", help=say("여러 계획 가운데 몇 번째인지.", "Which of many plans."))
]
Title = Annotated[str | None, typer.Option("--title", metavar="TEXT", help=say("팩의 제목.", "The pack's title."))]
Author = Annotated[str, typer.Option("--author", metavar="NAME", help=say("만든이.", "Who made it."))]
PlanOut = Annotated[
    Path, typer.Option("-o", "--output", metavar="PLAN.json", help=say("저장할 계획 파일.", "File to write."))
]
PlanFile = Annotated[
    Path | None,
    typer.Option("--plan", metavar="PLAN.json", help=say("이 계획대로 이 캐릭터를 그립니다.", "Draw by this plan.")),
]
PackSource = Annotated[
    Path,
    typer.Argument(
        metavar="CHARACTER.json|PLAN.json|IMAGE",
        help=say("캐릭터, 팩 계획, 또는 사람 사진.", "A character, a plan, or a photo of a person."),
    ),
]
PackFolder = Annotated[
    Path, typer.Option("-o", "--output", metavar="DIR", help=say("팩을 만들 폴더.", "Folder of the pack."))
]
HowMany = Annotated[int, typer.Option("--count", metavar="N", help=say("몇 개.", "How many."))]
