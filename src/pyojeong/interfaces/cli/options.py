"""Options of the commands, with their help in the person's language."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pyojeong.interfaces.cli.asking import argument, option
from pyojeong.interfaces.finish import DEFAULT_SECONDS
from pyojeong.interfaces.messages import say

_WHAT = say("무엇을 짓나", "What to show")
_HOW = say("어떻게", "How")
_FILES = say("파일", "Files")
_MANY = say("많이 읽기", "Reading many")

AsJson = Annotated[bool, option("--json", "JSON 문서 하나만 표준 출력에 씁니다.", "Write one JSON document to stdout.")]
Picture = Annotated[Path, argument("IMAGE", "사람 사진.", "A photo of people.")]
Pictures = Annotated[list[Path], argument("IMAGE…", "사람 사진들.", "Photos of people.")]
Writing = Annotated[
    str, argument("TEXT|FILE|-", "글, 글 파일, 또는 -(표준 입력).", "Text, a text file, or - for stdin.")
]
Output = Annotated[
    Path,
    option(
        "-o --output",
        "저장할 파일: png|jpg|webp|tiff|gif|apng|mp4",
        "File to write: png|jpg|webp|tiff|gif|apng|mp4",
        metavar="OUT",
        panel=_FILES,
    ),
]
TextModelName = Annotated[
    str | None,
    option(
        "--model", "읽을 모델(pyojeong models list).", "The model that reads (pyojeong models list).", metavar="NAME"
    ),
]
ModelSource = Annotated[
    str,
    argument(
        "FOLDER|OWNER/NAME",
        "허깅페이스 분류 모델의 폴더나 허브 이름.",
        "A Hugging Face classifier: its folder, or its hub id.",
    ),
]
ModelName = Annotated[str, argument("NAME", "모델 이름.", "Name of the model.")]
NewName = Annotated[str | None, option("--name", "부를 이름.", "What to call it.", metavar="NAME")]
LabelWords = Annotated[
    str | None,
    option(
        "--labels",
        "라벨의 뜻: kote, 기쁨,슬픔,-, 부정=슬픔,긍정=기쁨.",
        "What the labels mean: kote, joy,sadness,-, neg=joy.",
        metavar="SET|A,B,…|X=A,Y=B",
    ),
]
LicenceWord = Annotated[str | None, option("--licence", "모델의 허가.", "The model's licence.", metavar="SPDX")]
ScoreFile = Annotated[
    Path | None,
    option(
        "-o --output",
        "감정 악보를 저장할 파일; 표를 읽을 때는 csv·jsonl·parquet.",
        "File to write the score to; csv, jsonl or parquet for a table.",
        metavar="SCORE.json|csv",
    ),
]
TableFile = Annotated[
    Path | None,
    option(
        "-o --output",
        "얼굴마다 한 행인 표를 저장할 파일.",
        "File to write a table to, a row a face.",
        metavar="TABLE.csv|jsonl|parquet",
        panel=_MANY,
    ),
]
TextColumn = Annotated[
    str | None,
    option(
        "--column",
        "표(CSV·TSV·JSONL·Parquet)의 이 칸을 행마다 읽습니다.",
        "Read this column of a table, row by row.",
        metavar="NAME",
        panel=_MANY,
    ),
]
Workers = Annotated[
    int | None,
    option(
        "--workers",
        "함께 일할 프로세스 수; 말하지 않으면 모든 코어.",
        "Processes at work; all cores unless said.",
        metavar="N",
        panel=_MANY,
    ),
]
OnRay = Annotated[
    bool,
    option(
        "--ray",
        "Ray로 나누어 읽습니다(RAY_ADDRESS가 있으면 저절로).",
        "Read on Ray (as RAY_ADDRESS does).",
        panel=_MANY,
    ),
]
EmotionSpec = Annotated[
    str | None,
    option(
        "--emotion",
        "감정: 슬픔:0.7, joy+sadness.",
        "An emotion: sadness:0.7, joy+sadness.",
        metavar="E[:0-1]",
        panel=_WHAT,
    ),
]
TextToRead = Annotated[
    str | None,
    option(
        "--text", "한국어 글에서 읽은 감정.", "The feeling read in Korean text.", metavar="TEXT|FILE|-", panel=_WHAT
    ),
]
ExpressionFile = Annotated[
    Path | None,
    option(
        "--expression",
        "ARKit 계수를 적은 JSON.",
        "A JSON file of ARKit coefficients.",
        metavar="FILE.json",
        panel=_WHAT,
    ),
]
Several = Annotated[
    str | None,
    option(
        "--several",
        "여러 사람을 한 번에: 0=joy,1=슬픔:0.5.",
        "Several people at once: 0=joy,1=sadness:0.5.",
        metavar="0=E,1=E",
        panel=_WHAT,
    ),
]
RecipeFile = Annotated[
    Path | None,
    option(
        "--recipe", "저장해 둔 편집을 먼저 되풀이합니다.", "Replay saved edits first.", metavar="FILE.json", panel=_WHAT
    ),
]
FaceNumber = Annotated[
    int | None,
    option(
        "--face", "얼굴 번호; 0이 가장 큰 얼굴입니다.", "Number of the face; 0 is the largest.", metavar="N", panel=_HOW
    ),
]
Intensity = Annotated[float | None, option("--intensity", "표정의 세기.", "Strength.", metavar="0-1", panel=_HOW)]
NeutralFirst = Annotated[
    bool,
    option("--neutral-first", "사진 속 표정을 먼저 지웁니다.", "Remove the photographed expression first.", panel=_HOW),
]
BackgroundSpec = Annotated[
    str,
    option(
        "--background",
        "배경: 그대로, 투명, 또는 색.",
        "As it is, transparent, or a colour.",
        metavar="keep|none|COLOUR",
        panel=_HOW,
    ),
]
NoMark = Annotated[
    bool, option("--no-mark", "눈에 보이는 표시를 넣지 않습니다.", "Leave out the visible mark.", panel=_HOW)
]
Seconds = Annotated[
    float | None,
    option(
        "--seconds",
        f"움직이는 그림의 길이(초). gif·apng·mp4는 {DEFAULT_SECONDS:g}.",
        f"Length of a moving picture; {DEFAULT_SECONDS:g} for gif, apng, mp4.",
        panel=_HOW,
    ),
]
FramesPerSecond = Annotated[float, option("--fps", "움직이는 그림의 1초당 장수.", "Frames a second.", panel=_HOW)]
SaveRecipe = Annotated[
    Path | None, option("--save-recipe", "한 편집을 저장합니다.", "Save the edits.", metavar="FILE.json", panel=_FILES)
]
Host = Annotated[str, option("--host", "들을 주소.", "Address to listen on.")]
Port = Annotated[int, option("--port", "들을 포트.", "Port to listen on.")]
