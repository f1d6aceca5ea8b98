"""Scores as files: `pyojeong.score/1` or a table, by the ending of the name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from pyojeong.emotion import Score, score_json
from pyojeong.interfaces.messages import language
from pyojeong.interfaces.score_csv import score_csv
from pyojeong.media.writing import format_of, write_file

#: Ending → the file's bytes.
FORMATS: Mapping[str, Callable[[Score], bytes]] = MappingProxyType(
    {
        "json": lambda score: score_json.dumps(score).encode("utf-8"),
        "csv": lambda score: score_csv(score, language=language()),
    }
)


def write_score(score: Score, path: Path) -> None:
    """Write ``score`` in the format of the path's extension, whole or not at all.

    Raises:
        PyojeongError: On an unknown format or a place that cannot be written.
    """
    write_file(path, _format_of(path)(score))


def check_score_name(path: Path) -> None:
    """Returns when a score can be written under this name.

    Raises:
        PyojeongError: On an unknown format, before anything is read.
    """
    _format_of(path)


def _format_of(path: Path) -> Callable[[Score], bytes]:
    return format_of(path.suffix, FORMATS, korean="감정 악보는", english="Scores")
