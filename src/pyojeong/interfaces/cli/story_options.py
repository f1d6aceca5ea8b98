"""Options of ``pyojeong story``, with their help in the person's language."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pyojeong.interfaces.cli.asking import argument, option
from pyojeong.interfaces.messages import say

_FILES = say("파일", "Files")
_HOW = say("어떻게", "How")

TaleFile = Annotated[Path, argument("TALE", "동화: txt, pdf, docx.", "A tale: txt, pdf or docx.")]
ScoreOrTale = Annotated[
    Path,
    argument(
        "SCORE.json|TALE", "감정 악보, 또는 바로 읽을 동화(txt, pdf, docx).", "A score, or a tale to be read at once."
    ),
]
ScoreOut = Annotated[
    Path,
    option(
        "-o --output",
        "고칠 수 있는 감정 악보를 저장할 파일.",
        "File to write the score to, which people may edit.",
        metavar="SCORE.json|csv",
        panel=_FILES,
    ),
]
CastOut = Annotated[
    Path | None,
    option("--cast", "배역표를 저장할 파일.", "File to write the parts to.", metavar="CAST.toml", panel=_FILES),
]
CastFile = Annotated[
    Path | None,
    option(
        "--cast",
        "누가 누구를 맡나; 없으면 이름을 보고 정합니다.",
        "Who plays whom; chosen by name when left out.",
        metavar="CAST.toml",
        panel=_FILES,
    ),
]
FilmOut = Annotated[
    Path,
    option(
        "-o --output",
        "영화 파일; 곁에 .srt와 .vtt도 놓입니다.",
        "The film; .srt and .vtt are put beside it.",
        metavar="FILM.mp4",
        panel=_FILES,
    ),
]
FilmShape = Annotated[str, option("--shape", "화면 비율.", "Shape.", metavar="16:9|9:16|1:1", panel=_HOW)]
FilmHeight = Annotated[
    int,
    option("--height", "짧은 쪽의 줄 수.", "Lines of the shorter side.", metavar="480|720|1080|1440|2160", panel=_HOW),
]
FilmRate = Annotated[int, option("--fps", "1초당 장수.", "Frames a second.", metavar="24|25|30|60", panel=_HOW)]
FilmTitle = Annotated[str, option("--title", "제목.", "Title.", metavar="TITLE", panel=_HOW)]
FilmWorkers = Annotated[
    int | None,
    option(
        "--workers",
        "함께 그릴 프로세스 수; 말하지 않으면 모든 코어.",
        "Processes that draw; all cores when left out.",
        metavar="N",
        panel=_HOW,
    ),
]
NoSubtitles = Annotated[
    bool, option("--no-subtitles", "자막을 그림에 쓰지 않습니다.", "Do not write lines into the picture.", panel=_HOW)
]
NoMusic = Annotated[bool, option("--no-music", "음악 없이.", "Without music.", panel=_HOW)]
