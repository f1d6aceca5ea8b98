"""Options of ``pyojeong character`` and ``pyojeong sticker``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pyojeong.interfaces.cli.asking import argument, option
from pyojeong.interfaces.messages import say

_WHAT = say("무엇을 짓나", "What to show")
_HOW = say("어떻게", "How")

CharacterFile = Annotated[Path, argument("CHARACTER.json", "캐릭터 파일.", "The file of a character.")]
CharacterOut = Annotated[Path, option("-o --output", "저장할 캐릭터 파일.", "File to write.", metavar="CHARACTER.json")]
SheetOut = Annotated[
    Path, option("-o --output", "저장할 그림(png, jpg, webp).", "Picture to write.", metavar="OUT.png")
]
CellPixels = Annotated[
    int, option("--size", "큰 그림 한 변의 픽셀.", "Side of a large picture in pixels.", metavar="PX")
]
DesignName = Annotated[
    str | None, option("--design", "디자인(pyojeong character designs).", "Design (character designs).", metavar="D")
]
CharacterName = Annotated[str, option("--name", "캐릭터의 이름.", "Its name.", metavar="NAME")]
SetChoices = Annotated[
    list[str] | None,
    option("--set", "고른 것: eyes=1.2, ears=cat; 여러 번.", "eyes=1.2, ears=cat; repeat.", metavar="NAME=VALUE"),
]
Seed = Annotated[
    int | None, option("--seed", "우연히 고르되 늘 같은 우연.", "By chance, the same one each time.", metavar="N")
]
ByChance = Annotated[bool, option("--random", "우연히 고릅니다; 할 때마다 다릅니다.", "By chance, another each time.")]
MomentName = Annotated[
    str | None, option("--moment", "순간: hello, off-work ….", "hello, off-work ….", metavar="M", panel=_WHAT)
]
CaptionWords = Annotated[
    str,
    option(
        "--caption",
        "글귀: 알아서, 이 말, 없이.",
        "Words: by itself, these, or none.",
        metavar="auto|TEXT|none",
        panel=_HOW,
    ),
]
VoiceName = Annotated[
    str,
    option(
        "--voice",
        "말투: 반말, 존댓말, 사투리, 아재, 밈.",
        "banmal, polite, dialect, uncle, meme.",
        metavar="V",
        panel=_HOW,
    ),
]
SizePixels = Annotated[int, option("--size", "한 변의 픽셀.", "Pixels of a side.", metavar="PX", panel=_HOW)]
Moving = Annotated[bool, option("--moving", "webp와 png도 움직입니다.", "Let webp and png move.", panel=_HOW)]
DrawingOut = Annotated[
    Path,
    typer.Option(
        "-o", "--output", metavar="OUT", help=say("저장할 파일: ", "File to write: ") + "svg|png|webp|gif|apng|mp4"
    ),
]
StoreName = Annotated[
    str | None, option("--for", "상점: kakao, line, ogq ….", "Store: kakao, line, ogq ….", metavar="STORE")
]
Count = Annotated[int | None, option("--count", "스티커 수.", "How many stickers.", metavar="N")]
Wishes = Annotated[str, option("--wish", "바라는 것: 회사원용, 퇴근 많이.", "Wishes, in Korean.", metavar="TEXT")]
PlanSeed = Annotated[int, option("--seed", "여러 계획 가운데 몇 번째인지.", "Which of many plans.", metavar="N")]
Title = Annotated[str | None, option("--title", "팩의 제목.", "The pack's title.", metavar="TEXT")]
Author = Annotated[str, option("--author", "만든이.", "Who made it.", metavar="NAME")]
PlanOut = Annotated[Path, option("-o --output", "저장할 계획 파일.", "File to write.", metavar="PLAN.json")]
PlanFile = Annotated[
    Path | None, option("--plan", "이 계획대로 이 캐릭터를 그립니다.", "Draw by this plan.", metavar="PLAN.json")
]
PackSource = Annotated[
    Path,
    argument(
        "CHARACTER.json|PLAN.json|IMAGE",
        "캐릭터, 팩 계획, 또는 사람 사진.",
        "A character, a plan, or a photo of a person.",
    ),
]
PackFolder = Annotated[Path, option("-o --output", "팩을 만들 폴더.", "Folder of the pack.", metavar="DIR")]
HowMany = Annotated[int, option("--count", "몇 개.", "How many.", metavar="N")]
