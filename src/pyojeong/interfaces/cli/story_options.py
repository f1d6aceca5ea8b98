"""Options of ``pyojeong story``, with their help in the person's language."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pyojeong.interfaces.messages import say

_FILES = say("파일", "Files")
_HOW = say("어떻게", "How")

TaleFile = Annotated[
    Path,
    typer.Argument(metavar="TALE", help=say("동화: txt, pdf, docx.", "A tale: txt, pdf or docx.")),
]
ScoreOrTale = Annotated[
    Path,
    typer.Argument(
        metavar="SCORE.json|TALE",
        help=say("감정 악보, 또는 바로 읽을 동화(txt, pdf, docx).", "A score, or a tale to be read at once."),
    ),
]
ScoreOut = Annotated[
    Path,
    typer.Option(
        "-o",
        "--output",
        metavar="SCORE.json|csv",
        rich_help_panel=_FILES,
        help=say("고칠 수 있는 감정 악보를 저장할 파일.", "File to write the score to, which people may edit."),
    ),
]
CastOut = Annotated[
    Path | None,
    typer.Option(
        "--cast",
        metavar="CAST.toml",
        rich_help_panel=_FILES,
        help=say("배역표를 저장할 파일.", "File to write the parts to."),
    ),
]
CastFile = Annotated[
    Path | None,
    typer.Option(
        "--cast",
        metavar="CAST.toml",
        rich_help_panel=_FILES,
        help=say("누가 누구를 맡나; 없으면 이름을 보고 정합니다.", "Who plays whom; chosen by name when left out."),
    ),
]
FilmOut = Annotated[
    Path,
    typer.Option(
        "-o",
        "--output",
        metavar="FILM.mp4",
        rich_help_panel=_FILES,
        help=say("영화 파일; 곁에 .srt와 .vtt도 놓입니다.", "The film; .srt and .vtt are put beside it."),
    ),
]
FilmShape = Annotated[
    str,
    typer.Option("--shape", metavar="16:9|9:16|1:1", rich_help_panel=_HOW, help=say("화면 비율.", "Shape.")),
]
FilmHeight = Annotated[
    int,
    typer.Option(
        "--height",
        metavar="480|720|1080|1440|2160",
        rich_help_panel=_HOW,
        help=say("짧은 쪽의 줄 수.", "Lines of the shorter side."),
    ),
]
FilmRate = Annotated[
    int,
    typer.Option("--fps", metavar="24|25|30|60", rich_help_panel=_HOW, help=say("1초당 장수.", "Frames a second.")),
]
FilmTitle = Annotated[
    str,
    typer.Option("--title", metavar="TITLE", rich_help_panel=_HOW, help=say("제목.", "Title.")),
]
NoSubtitles = Annotated[
    bool,
    typer.Option(
        "--no-subtitles",
        rich_help_panel=_HOW,
        help=say("자막을 그림에 쓰지 않습니다.", "Do not write lines into the picture."),
    ),
]
NoMusic = Annotated[
    bool,
    typer.Option("--no-music", rich_help_panel=_HOW, help=say("음악 없이.", "Without music.")),
]
