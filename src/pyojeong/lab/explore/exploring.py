"""``pyojeong-lab explore``: a set by name, file or folder in, one HTML file out."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from pyojeong.errors import PyojeongError
from pyojeong.lab.explore import face_sets, own_table, text_sets
from pyojeong.lab.explore.own_table import Columns
from pyojeong.lab.explore.page import Report, page

_LOG = logging.getLogger(__name__)
NAMES = (*text_sets.NAMES, *face_sets.NAMES)


@dataclass(frozen=True, slots=True)
class Places:
    """Where sets are: downloaded ones (None when not told), and this repository's sentences."""

    data: Path | None
    corpora: Path


def explore(dataset: str, places: Places, output: Path, *, columns: Columns, looked_at: int) -> Path:
    """The report of ``dataset``, written whole or not at all.

    Args:
        dataset: A name of `NAMES`, a CSV or TSV, or a folder of pictures.
        places: Where named sets are.
        output: The HTML file.
        columns: Of an own table.
        looked_at: Pictures in which faces are looked for.

    Raises:
        PyojeongError: When there is no such set, or it is broken or empty.
    """
    document = page(_report(dataset, places, columns, looked_at))
    _LOG.info("%s에 씁니다", output)
    output.parent.mkdir(parents=True, exist_ok=True)
    beside = output.with_name(f".{output.name}.part")
    beside.write_text(document, "utf-8")
    return beside.replace(output)


def _report(dataset: str, places: Places, columns: Columns, looked_at: int) -> Report:
    from pyojeong.lab.explore.face_report import face_report
    from pyojeong.lab.explore.text_report import text_report

    if dataset in text_sets.NAMES:
        return text_report(text_sets.text_set(dataset, places.data, places.corpora), _LOG.info)
    if dataset in face_sets.NAMES:
        return face_report(face_sets.face_set(dataset, places.data), looked_at, _LOG.info)
    path = Path(dataset)
    if path.is_file() and path.suffix.lower() in own_table.SUFFIXES:
        if not columns.text:
            raise PyojeongError(
                f"{path.name}의 어느 열이 글인지 --text로 알려 주세요(라벨은 --label).",
                f"Name the text column of {path.name} by --text (and its label by --label).",
                kind="no-column",
            )
        return text_report(own_table.own_text_set(path, columns), _LOG.info)
    if path.is_dir():
        return face_report(face_sets.own_face_set(path), looked_at, _LOG.info)
    raise PyojeongError(
        f"{dataset!r}이라는 자료가 없습니다. 이름 {', '.join(NAMES)} "
        "가운데 하나, CSV·TSV 파일, 사진 폴더를 줄 수 있습니다.",
        f"No data set {dataset!r}; give one of {', '.join(NAMES)}, a CSV or TSV, or a folder of pictures.",
        kind="unknown-dataset",
    )
