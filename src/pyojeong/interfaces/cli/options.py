"""Options of the commands, with their help in the person's language."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pyojeong.interfaces.finish import DEFAULT_SECONDS
from pyojeong.interfaces.messages import say

_WHAT = say("무엇을 짓나", "What to show")
_HOW = say("어떻게", "How")
_FILES = say("파일", "Files")
_MANY = say("많이 읽기", "Reading many")

AsJson = Annotated[
    bool,
    typer.Option("--json", help=say("JSON 문서 하나만 표준 출력에 씁니다.", "Write one JSON document to stdout.")),
]
Picture = Annotated[Path, typer.Argument(metavar="IMAGE", help=say("사람 사진.", "A photo of people."))]
Pictures = Annotated[list[Path], typer.Argument(metavar="IMAGE…", help=say("사람 사진들.", "Photos of people."))]
Writing = Annotated[
    str,
    typer.Argument(
        metavar="TEXT|FILE|-", help=say("글, 글 파일, 또는 -(표준 입력).", "Text, a text file, or - for stdin.")
    ),
]
Output = Annotated[
    Path,
    typer.Option(
        "-o",
        "--output",
        metavar="OUT",
        rich_help_panel=_FILES,
        help=say("저장할 파일: ", "File to write: ") + "png|jpg|webp|tiff|gif|apng|mp4",
    ),
]
TextModelName = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="NAME",
        help=say("읽을 모델(pyojeong models list).", "The model that reads (pyojeong models list)."),
    ),
]
ModelSource = Annotated[
    str,
    typer.Argument(
        metavar="FOLDER|OWNER/NAME",
        help=say("허깅페이스 분류 모델의 폴더나 허브 이름.", "A Hugging Face classifier: its folder, or its hub id."),
    ),
]
ModelName = Annotated[str, typer.Argument(metavar="NAME", help=say("모델 이름.", "Name of the model."))]
NewName = Annotated[
    str | None,
    typer.Option("--name", metavar="NAME", help=say("부를 이름.", "What to call it.")),
]
LabelWords = Annotated[
    str | None,
    typer.Option(
        "--labels",
        metavar="SET|A,B,…|X=A,Y=B",
        help=say(
            "라벨의 뜻: kote, 기쁨,슬픔,-, 부정=슬픔,긍정=기쁨.", "What the labels mean: kote, joy,sadness,-, neg=joy."
        ),
    ),
]
LicenceWord = Annotated[
    str | None,
    typer.Option("--licence", metavar="SPDX", help=say("모델의 허가.", "The model's licence.")),
]
ScoreFile = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="SCORE.json|csv",
        help=say(
            "감정 악보를 저장할 파일; 표를 읽을 때는 csv·jsonl·parquet.",
            "File to write the score to; csv, jsonl or parquet for a table.",
        ),
    ),
]
TableFile = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="TABLE.csv|jsonl|parquet",
        rich_help_panel=_MANY,
        help=say("얼굴마다 한 행인 표를 저장할 파일.", "File to write a table to, a row a face."),
    ),
]
TextColumn = Annotated[
    str | None,
    typer.Option(
        "--column",
        metavar="NAME",
        rich_help_panel=_MANY,
        help=say("표(CSV·TSV·JSONL·Parquet)의 이 칸을 행마다 읽습니다.", "Read this column of a table, row by row."),
    ),
]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers",
        metavar="N",
        rich_help_panel=_MANY,
        help=say("함께 일할 프로세스 수; 말하지 않으면 모든 코어.", "Processes at work; all cores unless said."),
    ),
]
OnRay = Annotated[
    bool,
    typer.Option(
        "--ray",
        rich_help_panel=_MANY,
        help=say("Ray로 나누어 읽습니다(RAY_ADDRESS가 있으면 저절로).", "Read on Ray (as RAY_ADDRESS does)."),
    ),
]
EmotionSpec = Annotated[
    str | None,
    typer.Option(
        "--emotion",
        metavar="E[:0-1]",
        rich_help_panel=_WHAT,
        help=say("감정: 슬픔:0.7, joy+sadness.", "An emotion: sadness:0.7, joy+sadness."),
    ),
]
TextToRead = Annotated[
    str | None,
    typer.Option(
        "--text",
        metavar="TEXT|FILE|-",
        rich_help_panel=_WHAT,
        help=say("한국어 글에서 읽은 감정.", "The feeling read in Korean text."),
    ),
]
ExpressionFile = Annotated[
    Path | None,
    typer.Option(
        "--expression",
        metavar="FILE.json",
        rich_help_panel=_WHAT,
        help=say("ARKit 계수를 적은 JSON.", "A JSON file of ARKit coefficients."),
    ),
]
Several = Annotated[
    str | None,
    typer.Option(
        "--several",
        metavar="0=E,1=E",
        rich_help_panel=_WHAT,
        help=say("여러 사람을 한 번에: 0=joy,1=슬픔:0.5.", "Several people at once: 0=joy,1=sadness:0.5."),
    ),
]
RecipeFile = Annotated[
    Path | None,
    typer.Option(
        "--recipe",
        metavar="FILE.json",
        rich_help_panel=_WHAT,
        help=say("저장해 둔 편집을 먼저 되풀이합니다.", "Replay saved edits first."),
    ),
]
FaceNumber = Annotated[
    int | None,
    typer.Option(
        "--face",
        metavar="N",
        rich_help_panel=_HOW,
        help=say("얼굴 번호; 0이 가장 큰 얼굴입니다.", "Number of the face; 0 is the largest."),
    ),
]
Intensity = Annotated[
    float | None,
    typer.Option("--intensity", metavar="0-1", rich_help_panel=_HOW, help=say("표정의 세기.", "Strength.")),
]
NeutralFirst = Annotated[
    bool,
    typer.Option(
        "--neutral-first",
        rich_help_panel=_HOW,
        help=say("사진 속 표정을 먼저 지웁니다.", "Remove the photographed expression first."),
    ),
]
BackgroundSpec = Annotated[
    str,
    typer.Option(
        "--background",
        metavar="keep|none|COLOUR",
        rich_help_panel=_HOW,
        help=say("배경: 그대로, 투명, 또는 색.", "As it is, transparent, or a colour."),
    ),
]
NoMark = Annotated[
    bool,
    typer.Option(
        "--no-mark",
        rich_help_panel=_HOW,
        help=say("눈에 보이는 표시를 넣지 않습니다.", "Leave out the visible mark."),
    ),
]
Seconds = Annotated[
    float | None,
    typer.Option(
        "--seconds",
        rich_help_panel=_HOW,
        help=say(
            f"움직이는 그림의 길이(초). gif·apng·mp4는 {DEFAULT_SECONDS:g}.",
            f"Length of a moving picture; {DEFAULT_SECONDS:g} for gif, apng, mp4.",
        ),
    ),
]
FramesPerSecond = Annotated[
    float,
    typer.Option("--fps", rich_help_panel=_HOW, help=say("움직이는 그림의 1초당 장수.", "Frames a second.")),
]
SaveRecipe = Annotated[
    Path | None,
    typer.Option(
        "--save-recipe",
        metavar="FILE.json",
        rich_help_panel=_FILES,
        help=say("한 편집을 저장합니다.", "Save the edits."),
    ),
]
Host = Annotated[str, typer.Option("--host", help=say("들을 주소.", "Address to listen on."))]
Port = Annotated[int, typer.Option("--port", help=say("들을 포트.", "Port to listen on."))]
